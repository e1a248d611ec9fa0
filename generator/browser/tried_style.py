"""A Word file that is tried as a house style: looked at, and the plan made in it, before anything is kept."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from generator.browser.style_pictures import draw
from generator.documents import Draft, write_word
from generator.housestyle import find_house_style
from generator.inspection import can_make_plans, inspect
from generator.office import present_office
from generator.pipeline import make_page

if TYPE_CHECKING:
    from generator.browser.style_pictures import StylePictures
    from generator.browser.uploads import SentFile
    from generator.checks import Checked
    from generator.inspection import Regel
    from generator.workshop import Workshop


@dataclass
class Tried:
    """A Word file that somebody tries as a house style; it is nowhere but in memory until it is kept."""

    answers: Path
    name: str
    data: bytes = field(repr=False)
    found: list[Regel]
    plan: bytes | None = field(default=None, repr=False)
    """The plan in it; None where that cannot be made."""
    pictures: StylePictures | None = field(default=None, repr=False)
    """Its pages, and those of the plan in it; None where there is no plan or no LibreOffice."""


def tried_in(checked: Checked | None, answers: Path, file: SentFile, workshop: Workshop) -> Tried:
    """Look at a Word file, make the plan in it, and begin to draw both.

    Args:
        checked: The answers; None where they cannot be read.
        answers: Their file.
        file: The Word file.
        workshop: What plans share.
    """
    with tempfile.TemporaryDirectory(prefix="wijkplan-", ignore_cleanup_errors=True) as folder:
        place = Path(folder) / f"huisstijl{Path(file.name).suffix.lower()}"
        place.write_bytes(file.data)
        found = inspect(place, workshop)
        tried = Tried(answers, file.name, file.data, found)
        if can_make_plans(found) and checked is not None and not checked.fouten:
            files = find_house_style(place)
            text = make_page(checked, files, workshop=workshop)
            tried.plan = write_word(Draft(text, files, checked, workshop)).document
            if (office := present_office()) is not None:
                tried.pictures = draw(workshop.word_file(files.word).whole, tried.plan, office)
    return tried
