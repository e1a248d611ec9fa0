"""What all screens work with: the folder that was opened, the framework, and what plans share while they are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import anyio.from_thread

from generator.framework import load_framework
from generator.limits import FORM_FIELDS
from generator.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.datastructures import FormData
    from starlette.requests import Request

    from generator.browser.opened_folder import OpenedFolder, PlanInFolder


class Desk:
    """One form that is open."""

    def __init__(self, folder: OpenedFolder, stop: Callable[[], None] = lambda: None) -> None:
        """Begin on a folder.

        Args:
            folder: The folder.
            stop: Ends the server.
        """
        self.folder = folder
        self.stop = stop
        self.workshop = Workshop()
        self.framework = load_framework()


def desk_of(request: Request) -> Desk:
    """Return what the screens of this server work with."""
    found: Desk = request.app.state.desk
    return found


def plan_of(request: Request) -> PlanInFolder:
    """Return the plan that an address names.

    Raises:
        NoSuchPlanError: There is none of that id.
    """
    return desk_of(request).folder.plan(request.path_params["plan"])


def form_of(request: Request) -> FormData:
    """Return the form that was sent, for a handler that runs in a thread of the server, as all handlers here do.

    Raises:
        HTTPException: It has more fields than any form of ours.
    """

    async def read() -> FormData:
        return await request.form(max_files=FORM_FIELDS, max_fields=FORM_FIELDS)

    return anyio.from_thread.run(read)
