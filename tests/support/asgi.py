"""Asks an application for something without a network: one request, sent as a browser would."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.datastructures import Headers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from starlette.types import ASGIApp, Message


_BOUNDARY = "grens-tussen-delen"


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
    form: Mapping[str, str | Sequence[str]] | None = None,
    *,
    files: Sequence[tuple[str, str, bytes]] = (),
    method: str = "",
    headers: Mapping[str, str] | None = None,
    client: int = 1,
) -> Answer:
    """Return what an application answers.

    Args:
        app: The application.
        path: The path, with what is asked behind it.
        form: The fields of a form that is sent; the request is a POST then.
        files: Files that are sent with a form: the name of the field, that of the file, and what is in it.
        method: Another method.
        headers: The headers, beside the length and kind of a form.
        client: The port of who asks.
    """
    body = _in_parts(form or {}, files) if files else urlencode(form or {}, doseq=True).encode()
    kind = f"multipart/form-data; boundary={_BOUNDARY}" if files else "application/x-www-form-urlencoded"
    sent = {} if form is None else {"content-length": str(len(body)), "content-type": kind}
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

    unread = [body]

    async def receive() -> Message:
        if not unread:  # nobody goes away before the answer is there
            await asyncio.Event().wait()
        return {"type": "http.request", "body": unread.pop(), "more_body": False}

    async def send(message: Message) -> None:
        messages.append(message)

    asyncio.run(app(scope, receive, send))
    start = messages[0]
    body_sent = b"".join(message.get("body", b"") for message in messages[1:])
    return Answer(start["status"], Headers(raw=start["headers"]), body_sent)


def _in_parts(form: Mapping[str, object], files: Sequence[tuple[str, str, bytes]]) -> bytes:
    """Return a form with files as a browser sends it."""
    parts = [f'name="{name}"\r\n\r\n{value}'.encode() for name, value in form.items()]
    parts += [
        f'name="{name}"; filename="{title}"\r\nContent-Type: application/octet-stream\r\n\r\n'.encode() + data
        for name, title, data in files
    ]
    start = f"--{_BOUNDARY}\r\nContent-Disposition: form-data; ".encode()
    return b"".join(start + part + b"\r\n" for part in parts) + f"--{_BOUNDARY}--\r\n".encode()
