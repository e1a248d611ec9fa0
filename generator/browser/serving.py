"""Serves the form to this computer alone, until it is stopped or nobody has a page of it open any more."""

from __future__ import annotations

import errno
import os
import secrets
import socket
import threading
from typing import TYPE_CHECKING

import uvicorn

from generator.browser.application import application
from generator.browser.desk import Desk
from generator.browser.guard import TOKEN, Guard
from generator.problems import ProblemsError

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.browser.opened_folder import OpenedFolder

IDLE = 15 * 60.0
"""Seconds without a sign of any page after which the server ends by itself."""
_TICKS = 30
"""In so many steps that time is counted: while the computer sleeps, no more than one step goes by."""
_LAST_ANSWERS = 3
"""Seconds that an answer which is on its way gets at the end."""
_NO_LOG = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"none": {"class": "logging.NullHandler"}},
    "loggers": {"uvicorn": {"handlers": ["none"], "propagate": False}},
}
"""Nothing of what was asked or typed is written anywhere."""


class FormServer:
    """The form on a folder, at a port of 127.0.0.1 that is its own from the start."""

    def __init__(
        self,
        folder: OpenedFolder,
        *,
        port: int = 0,
        idle: float = IDLE,
        report: Callable[[Exception], str] = lambda _: "",
    ) -> None:
        """Take a port.

        Args:
            folder: The folder with plans.
            port: The port; one that is free when 0.
            idle: After so many seconds without a sign of any page the server ends by itself.
            report: Keeps what went wrong in the program itself, and returns a sentence that says where.

        Raises:
            ProblemsError: The port is not to be had.
        """
        self._socket = _listening(port)
        self.port: int = self._socket.getsockname()[1]
        self.desk = Desk(folder, self.stop)
        self.was_idle = False
        """Whether it ended because nobody had a page open."""
        self._token = secrets.token_urlsafe(32)
        self._idle = idle
        self._quiet = 0
        self._ended = threading.Event()
        guarded = Guard(application(self.desk, report), self.port, self._token, self._heard)
        self._server = uvicorn.Server(
            uvicorn.Config(
                guarded,
                log_config=_NO_LOG,
                access_log=False,
                server_header=False,
                proxy_headers=False,
                lifespan="off",
                ws="none",
                timeout_graceful_shutdown=_LAST_ANSWERS,
            )
        )

    @property
    def address(self) -> str:
        """The address to open, with the token that works once; at the plan that was named, else at the start."""
        named = self.desk.folder.named
        plan = next((plan.id for plan in self.desk.folder.plans() if plan.file == named), None)
        return f"http://127.0.0.1:{self.port}/{f'plan/{plan}/' if plan else ''}?{TOKEN}={self._token}"

    def run(self) -> None:
        """Serve until it is stopped.

        Raises:
            KeyboardInterrupt: By Ctrl-C.
        """
        watch = threading.Thread(target=self._watch, daemon=True)
        watch.start()
        try:
            self._server.run(sockets=[self._socket])
        finally:
            self._ended.set()
            self.close()

    def close(self) -> None:
        """Give back the port of a server that does not run."""
        self._socket.close()

    def stop(self) -> None:
        """End the server, from whichever thread."""
        self._server.should_exit = True

    def _heard(self) -> None:
        self._quiet = 0

    def _watch(self) -> None:
        while not self._ended.wait(self._idle / _TICKS):
            self._quiet += 1
            if self._quiet > _TICKS:
                self.was_idle = True
                self.stop()


def _listening(port: int) -> socket.socket:
    """Return a socket that listens on 127.0.0.1.

    Raises:
        ProblemsError: The port is not to be had.
    """
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    # On Windows another program could take the same port otherwise; elsewhere a port that was just left stays closed.
    option = getattr(socket, "SO_EXCLUSIVEADDRUSE", None) if os.name == "nt" else socket.SO_REUSEADDR
    try:
        if option is not None:
            made.setsockopt(socket.SOL_SOCKET, option, 1)
        made.bind(("127.0.0.1", port))
        made.listen(128)
    except (OSError, OverflowError) as error:
        made.close()
        raise _no_port(port, error) from error
    return made


def _no_port(port: int, error: Exception) -> ProblemsError:
    taken = isinstance(error, OSError) and error.errno == errno.EADDRINUSE
    melding = f"Poort {port} is al in gebruik." if taken else f"Poort {port} is niet te gebruiken."
    return ProblemsError.about(f"127.0.0.1:{port}", melding, "Kies met --poort een ander nummer, of laat --poort weg.")
