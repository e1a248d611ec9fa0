"""Asks an application for something without a network: one request, sent as a browser would."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.datastructures import Headers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.types import ASGIApp, Message


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: Headers
    body: bytes

    @property
    def text(self) -> str:
        """Return the body as text."""
        return self.body.decode("utf-8")


def ask(
    app: ASGIApp,
    path: str,
    form: Mapping[str, str] | None = None,
    *,
    method: str = "",
    headers: Mapping[str, str] | None = None,
    client: int = 1,
) -> Answer:
    """Return what an application answers.

    Args:
        app: The application.
        path: The path, with what is asked behind it.
        form: The fields of a form that is sent; the request is a POST then.
        method: Another method.
        headers: The headers, beside the length and kind of a form.
        client: The port of who asks.
    """
    body = urlencode(form or {}).encode()
    sent = (
        {} if form is None else {"content-length": str(len(body)), "content-type": "application/x-www-form-urlencoded"}
    )
    where, _, query = path.partition("?")
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method or ("GET" if form is None else "POST"),
        "scheme": "http",
        "server": ("127.0.0.1", 80),
        "client": ("127.0.0.1", client),
        "root_path": "",
        "path": where,
        "raw_path": where.encode(),
        "query_string": query.encode(),
        "headers": [(name.lower().encode(), value.encode()) for name, value in {**sent, **(headers or {})}.items()],
    }
    messages: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Message) -> None:
        messages.append(message)

    asyncio.run(app(scope, receive, send))
    start = messages[0]
    body_sent = b"".join(message.get("body", b"") for message in messages[1:])
    return Answer(start["status"], Headers(raw=start["headers"]), body_sent)
