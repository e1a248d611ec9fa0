"""Lets in only the browser that was opened for it: not another page in that browser, and no other user.

Every request passes here first. The address that is opened holds a token that works once, for a cookie that no script
reads and no other site sends along. A page elsewhere that asks for something is known by `Host`, `Origin` and
`Sec-Fetch-Site`. Every answer, also the refusals, leaves with the headers that keep a browser strict.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, NamedTuple

from starlette.datastructures import URL, Headers, MutableHeaders, QueryParams
from starlette.requests import cookie_parser
from starlette.responses import HTMLResponse, RedirectResponse

from generator.browser.peer_user import is_stranger
from generator.limits import SENT_BYTES, UPLOAD_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.responses import Response
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

TOKEN = "toegang"  # noqa: S105 - the name of it
"""The name of the token in an address."""
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors {}"
)
PAGE_POLICY, FRAMED_POLICY = _POLICY.format("'none'"), _POLICY.format("'self'")
"""What a browser may do with a page of ours; the second for what is shown in a frame of such a page."""
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_READING = ("GET", "HEAD")
_OURS = ("same-origin", "none")
"""Asked for by a page of ours, or by the user in person."""
_HOURS = 12 * 3600
"""The seconds that the cookie lasts: a browser that is closed and opened again comes back in."""
_OWN = "Start wijkplan onder je eigen naam."
_AGAIN = "Sluit deze pagina. Stop wijkplan en start het opnieuw: het formulier opent dan vanzelf."


class Refusal(NamedTuple):
    """Why somebody is not let in."""

    status: int
    melding: str
    oplossing: str


class Guard:
    """The application with a guard before it."""

    def __init__(self, app: ASGIApp, port: int, token: str, admitted: Callable[[], None] = lambda: None) -> None:
        """Guard an application.

        Args:
            app: The application.
            port: The port of 127.0.0.1 on which it is served.
            token: What the address holds that is opened.
            admitted: Called for each request that is let in.
        """
        self._app = app
        self._port = port
        self._host = f"127.0.0.1:{port}"
        self._cookie = f"wijkplan-{port}"
        self._token: str | None = token
        self._secret = secrets.token_urlsafe(32)
        self._admitted = admitted

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through to the application, or answer it here."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                _make_strict(MutableHeaders(scope=message))
            await send(message)

        answer = self._answer(scope, Headers(scope=scope))
        if answer is None:
            self._admitted()
            await self._app(scope, receive, with_headers)
        else:
            await answer(scope, receive, with_headers)

    def _answer(self, scope: Scope, headers: Headers) -> Response | None:
        """Return what to answer here; None for a request that goes through."""
        client = scope.get("client")
        if client is not None and is_stranger(client[1], self._port):
            return _page(Refusal(403, "Dit formulier is van een andere gebruiker van deze computer.", _OWN))
        if refusal := self._foreign(scope["method"], headers) or _too_large(scope["method"], headers):
            return _page(refusal)
        if self._knows(headers):
            asked = QueryParams(scope["query_string"])
            return RedirectResponse(_without_token(scope), 303) if TOKEN in asked else None
        return self._exchanged(scope)

    def _foreign(self, method: str, headers: Headers) -> Refusal | None:
        """Return why a request cannot come from a page of ours."""
        if headers.getlist("host") != [self._host]:
            return Refusal(403, "Dit adres hoort niet bij wijkplan.", f"Het formulier staat op http://{self._host}/.")
        site, origin = headers.get("sec-fetch-site"), headers.get("origin")
        is_ours = site in _OURS if site else method in _READING or origin is not None
        if is_ours and origin is not None:
            is_ours = origin == f"http://{self._host}"
        if not is_ours:
            return Refusal(403, "Een andere pagina vroeg dit, en dat mag niet.", _AGAIN)
        return None

    def _knows(self, headers: Headers) -> bool:
        given = cookie_parser(headers.get("cookie", "")).get(self._cookie, "")
        return secrets.compare_digest(given.encode(), self._secret.encode())

    def _exchanged(self, scope: Scope) -> Response:
        """Return the cookie for a token that was not used yet, else a refusal."""
        given = QueryParams(scope["query_string"]).get(TOKEN, "")
        is_right = self._token is not None and secrets.compare_digest(given.encode(), self._token.encode())
        if not is_right or scope["method"] != "GET":
            melding = "Dit formulier is geopend in een andere browser, of door iemand anders."
            return _page(Refusal(403, melding, _AGAIN))
        self._token = None
        answer = RedirectResponse(_without_token(scope), 303)
        answer.set_cookie(self._cookie, self._secret, max_age=_HOURS, path="/", httponly=True, samesite="strict")
        return answer


def _without_token(scope: Scope) -> str:
    """Return the address of a request as a path of ours, whatever it was."""
    return "/" + URL(scope=scope).path.lstrip("/\\")


def _too_large(method: str, headers: Headers) -> Refusal | None:
    """Return why what was sent is not read; the server reads no more than the length that is given."""
    if method in _READING:
        return None
    given = headers.get("content-length", "")
    if not (given.isascii() and given.isdigit()) or "transfer-encoding" in headers:
        return Refusal(411, "De browser zei niet hoe groot dit is.", "Probeer het opnieuw in een andere browser.")
    is_upload = headers.get("content-type", "").lower().startswith("multipart/form-data")
    most = UPLOAD_BYTES if is_upload else SENT_BYTES
    if int(given) > most:
        megabytes = f"{most // (1024 * 1024)} MB"
        return Refusal(413, f"Dit is te groot: meer dan {megabytes}.", "Ga terug en kies een kleiner bestand.")
    return None


def _make_strict(headers: MutableHeaders) -> None:
    for name, value in _HEADERS.items():
        headers[name] = value
    if headers.get("content-security-policy") != FRAMED_POLICY:
        headers["Content-Security-Policy"] = PAGE_POLICY
    headers.setdefault("Cache-Control", "no-store")


def _page(refusal: Refusal) -> HTMLResponse:
    """Return a page without any look: who is not let in gets no style sheet either."""
    return HTMLResponse(
        f'<!doctype html>\n<html lang="nl">\n<head><meta charset="utf-8"><title>wijkplan: geen toegang</title></head>\n'
        f"<body><main><h1>{refusal.melding}</h1>\n<p>{refusal.oplossing}</p></main></body>\n</html>\n",
        refusal.status,
    )
