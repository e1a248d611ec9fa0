"""What all screens work with: the folder that was opened, the framework, and what plans share while they are made."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import anyio.from_thread

from generator.browser.answer_book import AnswerBook
from generator.browser.makings import Makings
from generator.browser.preview import Preview
from generator.browser.remembered import Remembered
from generator.framework import load_framework
from generator.limits import SENT_FIELDS
from generator.pipeline import find_house_style, named_house_style
from generator.problems import ProblemsError
from generator.web.appearance import Appearance, appearance_of
from generator.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.datastructures import FormData
    from starlette.requests import Request

    from generator.browser.answer_book import Version
    from generator.browser.opened_folder import OpenedFolder, PlanInFolder
    from generator.browser.returned import Returned
    from generator.browser.tried_style import Tried
    from generator.housestyle import HouseStyleFiles

_MOST_RETURNED = 10
"""So many deliveries of documents are remembered."""
_MOST_TRIED = 5
"""So many Word files that somebody tries, each with the plan in it and pictures of both."""


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
        self.preview = Preview(self.workshop)
        self.makings = Makings(self.workshop)
        self.returned: Remembered[Returned] = Remembered(_MOST_RETURNED)
        self.tried: Remembered[Tried] = Remembered(_MOST_TRIED)
        self._books: dict[str, AnswerBook] = {}
        self._opening = threading.Lock()

    def book(self, plan_id: str) -> AnswerBook:
        """Return the answer file of a plan: for all windows the same.

        Raises:
            NoSuchPlanError: There is no such plan.
        """
        file = self.folder.file_of(plan_id)
        with self._opening:
            if plan_id not in self._books:
                self._books[plan_id] = AnswerBook(file)
            return self._books[plan_id]

    def house_style(self, version: Version) -> HouseStyleFiles:
        """Return the house style that answers name; the neutral one where that cannot be had."""
        try:
            return named_house_style(version.checked) if version.checked else find_house_style(None)
        except ProblemsError:
            return find_house_style(None)

    def look(self, version: Version) -> Appearance:
        """Return how the house style looks that answers name."""
        files = self.house_style(version)
        try:
            return appearance_of(self.workshop.word_file(files.word), files.options)
        except ProblemsError:
            return Appearance()


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


def version_of(request: Request) -> Version:
    """Return the answers of the plan that an address names, as they are now.

    Raises:
        NoSuchPlanError: There is none of that id.
    """
    return desk_of(request).book(plan_of(request).id).current()


def form_of(request: Request) -> FormData:
    """Return the form that was sent, for a handler that runs in a thread of the server, as all handlers here do.

    Raises:
        HTTPException: It has more fields than any form of ours.
    """

    async def read() -> FormData:
        return await request.form(max_files=SENT_FIELDS, max_fields=SENT_FIELDS)

    return anyio.from_thread.run(read)
