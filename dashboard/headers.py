"""What a browser is told to refuse, whatever a page contains, and what it must not keep."""

from dash import Dash
from flask import Response, request

_STATIC = ("/assets/", "/_dash-component-suites/")  # they hold no data
_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()",
}


def policy(app: Dash) -> str:
    """The content security policy of an app whose callbacks and layout are there. docs/decisions/0010 says why."""
    scripts = " ".join(["'self'", *app.csp_hashes()])
    return (
        f"default-src 'none'; script-src {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        "font-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )


def protect_browsers(app: Dash) -> None:
    """Add the headers to every answer, refusals too."""
    headers = _ALWAYS | {"Content-Security-Policy": policy(app)}

    def add(response: Response) -> Response:
        response.headers.update(headers)
        if not request.path.startswith(_STATIC):
            response.headers["Cache-Control"] = "no-store"
        return response

    app.server.after_request(add)
