"""Signing in and out: a page without a script, and two forms."""

import logging
from urllib.parse import urlsplit

from flask import Blueprint, Response, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from dashboard.access.accounts import Accounts, AccountsError
from dashboard.access.attempts import Attempts
from dashboard.access.doors import Doors
from dashboard.access.gate import NOBODY_FOR_NOW
from dashboard.access.reader import reader
from dashboard.access.sessions import COOKIE, LIFETIME_SECONDS, Sessions
from dashboard.loopback import is_loopback

_log = logging.getLogger(__name__)

_WITHIN_SECONDS = 15 * 60
_MOST_OF_ONE_ACCOUNT, _MOST_FROM_ONE_ADDRESS = 10, 30
_WRONG = "Name and password do not belong together."


def sign_in_routes(doors: Doors, accounts: Accounts) -> Blueprint:
    """The addresses /sign-in and /sign-out for these accounts."""
    routes = Blueprint("access", __name__, template_folder="templates")
    sessions = Sessions(accounts)
    of_account = Attempts(_MOST_OF_ONE_ACCOUNT, _WITHIN_SECONDS)
    from_address = Attempts(_MOST_FROM_ONE_ADDRESS, _WITHIN_SECONDS)

    @routes.get("/sign-in")
    def sign_in() -> str:
        return render_template("sign_in.html", back="/", said="", by_proxy=False)

    @routes.post("/sign-in")
    def enter() -> AnyResponse:
        name, password = request.form.get("name", "")[:100], request.form.get("password", "")
        back = _own_address(request.form.get("back", "/"))
        wait = from_address.seconds_to_wait(_address(doors)) or of_account.seconds_to_wait(name)
        if wait:
            said = f"Too many attempts: wait {-(-wait // 60)} minutes, then try again."
            return _again(said, back, 429, {"Retry-After": str(wait)})
        account = accounts.signed_in(name, password)
        if account is None:
            return _again(_WRONG, back, 401)
        of_account.forget(name)
        answer = redirect(back, 303)
        answer.set_cookie(
            COOKIE, sessions.begin(name, account), max_age=LIFETIME_SECONDS,
            secure=not _on_loopback(), httponly=True, samesite="Lax",
        )  # fmt: skip
        return answer

    @routes.post("/sign-out")
    def leave() -> AnyResponse:
        if reader().can_leave:
            accounts.end_sessions(reader().name)
        answer = redirect("/", 303)
        answer.delete_cookie(COOKIE, secure=not _on_loopback(), httponly=True, samesite="Lax")
        return answer

    routes.register_error_handler(AccountsError, _out_of_order)
    return routes


def _out_of_order(error: AccountsError) -> Response:
    _log.error("the accounts cannot be used", exc_info=error)
    return Response(NOBODY_FOR_NOW, 503, mimetype="text/plain")


def _again(said: str, back: str, status: int, headers: dict[str, str] | None = None) -> Response:
    return Response(render_template("sign_in.html", back=back, said=said, by_proxy=False), status, headers)


def _own_address(text: str) -> str:
    """Where to go on: an address of this dashboard, else its first page."""
    safe = text.startswith("/") and not text.startswith(("//", "/sign-")) and text.isprintable() and "\\" not in text
    return text if safe and not urlsplit(text).netloc else "/"


def _address(doors: Doors) -> str:
    """Where the reader is: the peer, or who a trusted proxy says it speaks for."""
    peer = request.remote_addr or ""
    return request.headers.get("X-Forwarded-For", peer).rsplit(",", 1)[-1].strip() if doors.trusts(peer) else peer


def _on_loopback() -> bool:
    return is_loopback(urlsplit(f"//{request.host}").hostname or "")
