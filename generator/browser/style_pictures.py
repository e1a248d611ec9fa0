"""Pictures of a Word template and of the plan in it, which LibreOffice lays out in a thread while a page waits."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.browser.background_work import BackgroundWork
from generator.limits import SHOWN_SECONDS
from generator.office import convert
from generator.pdf.page_pictures import FORM, page_pictures

if TYPE_CHECKING:
    from pathlib import Path


_ONE_AT_A_TIME = threading.Lock()
"""LibreOffice takes a whole processor; who tries several templates in a row waits for each."""


@dataclass
class StylePictures(BackgroundWork):
    """The first pages of a template and of the plan in it, as far as they were drawn."""

    template: tuple[bytes, ...] = ()
    """A PNG of each page, as in `plan`."""
    plan: tuple[bytes, ...] = ()


def draw(template: bytes, plan: bytes, office: Path) -> StylePictures:
    """Begin to draw, and return where the pictures come.

    Args:
        template: The template as it was made sound: nothing in it reaches outside the file.
        plan: The plan in it, for Word.
        office: LibreOffice.
    """
    pictures = StylePictures()

    def run() -> None:
        with _ONE_AT_A_TIME:
            drawn = [
                page_pictures(convert(document, office, FORM, time_out=SHOWN_SECONDS)) for document in (template, plan)
            ]
        pictures.template, pictures.plan = drawn

    pictures.begin(run, "wijkplan-pictures")
    return pictures
