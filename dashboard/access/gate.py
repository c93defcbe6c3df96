"""One gate before every route. Nothing is answered before it is known who asks, but the few addresses named here."""

import logging
from urllib.parse import urlsplit

from flask import Flask, Response, g, render_template, request

from dashboard import health
from dashboard.access.accounts import NAME, AccountsError
from dashboard.access.doors import Doors
from dashboard.access.reader import Reader
from dashboard.access.roles import Role
from dashboard.access.sessions import COOKIE, Sessions
from dashboard.loopback import is_loopback

_log = logging.getLogger(__name__)

OPEN = frozenset({"access.sign_in", "access.enter"}) | health.ENDPOINTS
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_FORWARDED = ("HTTP_FORWARDED", "HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_HOST", "HTTP_X_REAL_IP")  # as WSGI names them
_OTHER_SITE = "Only the pages of this dashboard may send that."
_ELSEWHERE = (
    "This dashboard was started for its own machine alone. To let others reach it, add an account with "
    "'campaign-dashboard account add NAME' and start it again."
)
NOBODY_FOR_NOW = "Nobody can sign in at the moment: the log of the server says why."
_NOT_FOR_YOU = "This is for organisers of the campaign."


def guard(server: Flask, doors: Doors) -> None:
    """Put the gate before all routes of a server, those that are registered later included."""
    sessions = Sessions(doors.accounts) if doors.accounts else None

    def gate() -> Response | None:
        if request.method not in _SAFE and not _from_own_pages():
            return _refusal(_OTHER_SITE, 403)
        if doors.are_open and not _at_this_machine():
            return _refusal(_ELSEWHERE, 403)
        if request.endpoint in OPEN:
            return None
        try:
            found = _reader(doors, sessions)
        except AccountsError:
            _log.exception("the accounts cannot be used")
            return _refusal(NOBODY_FOR_NOW, 503)
        if found is None:
            return _sign_in_first(doors)
        g.reader = found
        return None if _may(found.role) else _refusal(_NOT_FOR_YOU, 403)

    server.before_request(gate)


def _reader(doors: Doors, sessions: Sessions | None) -> Reader | None:
    """Who asks: at an open door the one at the machine, else who a trusted proxy names, else who signed in."""
    if doors.are_open:
        return Reader(Role.ORGANISER)
    if doors.header and doors.trusts(request.remote_addr):
        name = request.headers.get(doors.header, "")
        if NAME.fullmatch(name):
            account = doors.accounts.find(name) if doors.accounts else None
            return Reader(account.role if account else Role.PUBLIC, name)
    found = sessions.find(request.cookies.get(COOKIE, "")) if sessions else None
    return Reader(found[1].role, found[0], can_leave=True) if found else None


def _may(role: Role) -> bool:
    """Whether somebody in this role may have what the request's route gives."""
    if request.blueprint == "loading":
        return role.may_load_files
    if request.endpoint == "pack":
        return role.may_make_packs
    question = (request.view_args or {}).get("question")
    return question is None or role.may_ask(question)


def _from_own_pages() -> bool:
    """Whether a request that changes something comes from a page of this dashboard, or from no browser at all."""
    origin = request.headers.get("Origin")
    if origin is None:
        return request.headers.get("Sec-Fetch-Site", "same-origin") in ("same-origin", "none")
    return urlsplit(origin).netloc == request.host


def _at_this_machine() -> bool:
    """Whether a request was meant for this machine's own name (a name can be rebound) and was passed on by nobody."""
    host = urlsplit(f"//{request.host}").hostname or ""
    return is_loopback(host) and request.environ.keys().isdisjoint(_FORWARDED)


def _sign_in_first(doors: Doors) -> Response:
    """The page to sign in on for a browser that opens a page, else a sentence."""
    if "text/html" not in request.headers.get("Accept", ""):
        return _refusal("Sign in first.", 401)
    accounts = doors.accounts.all().values() if doors.accounts else ()
    by_proxy = bool(doors.header) and not any(one.password_hash for one in accounts)
    shown = render_template("sign_in.html", back=request.full_path.rstrip("?"), said="", by_proxy=by_proxy)
    return Response(shown, 401)


def _refusal(sentence: str, status: int) -> Response:
    return Response(sentence, status, mimetype="text/plain")
