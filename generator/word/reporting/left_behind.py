"""Counts what an author left in a Word file that does not travel to a plan, for who sets up a house style."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from lxml import etree

from generator.word.opened_house_style import open_word_file
from generator.word.reading.revisions import count_changes
from generator.word.roles import PUBLIC
from generator.word.styles import Styles
from generator.word.xml import w

if TYPE_CHECKING:
    from pathlib import Path

    from generator.word.opened_house_style import HouseStyle


def styles_found(path: Path) -> dict[str, str | None]:
    """Return the name of the style for each public role; None where the file has none and one is made.

    Raises:
        ProblemsError: The Word file cannot be used.
    """
    opened = open_word_file(path).house_style()
    styles = Styles(opened.styles, numbering=opened.numbering, theme=opened.theme, body=opened.body)
    found = {public: styles.found(role) for public, role in PUBLIC.items()}
    return {public: None if style.how == "gemaakt" else style.name for public, style in found.items()}


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """What of a Word file is not in a plan; each a number of times."""

    comments: int = 0
    changes: int = 0
    """Tracked changes; the plan has the text as if they were accepted."""
    pictures: int = 0
    """Pictures of text that is left out."""
    properties: int = 0
    """Document properties that somebody made."""
    protected: bool = False
    """Whether the document may only be changed in part, or with a password."""


def count_left_behind(opened: HouseStyle) -> LeftBehind:
    """Return what a freshly opened Word file has that stays behind; pictures come later."""
    settings = opened.document.settings.element
    roots = [opened.body, *opened.margins()]
    return LeftBehind(
        comments=_in_part(opened, RT.COMMENTS),
        changes=sum(map(count_changes, roots)),
        properties=_own_properties(opened),
        protected=any(settings.find(w(name)) is not None for name in ("documentProtection", "writeProtection")),
    )


def unused_pictures(opened: HouseStyle, left: LeftBehind) -> LeftBehind:
    """Add the pictures of the main part that its text no longer shows."""
    text = etree.tostring(opened.document.element, encoding="unicode")
    images = [key for key, item in opened.document.rels.items() if item.reltype == RT.IMAGE]
    return replace(left, pictures=sum(f'"{key}"' not in text for key in images))


def _in_part(opened: HouseStyle, kind: str) -> int:
    for item in opened.document.rels.values():
        if item.reltype == kind and not item.is_external:
            return len(etree.fromstring(item.target_part.blob))
    return 0


def _own_properties(opened: HouseStyle) -> int:
    for item in opened.package.rels.values():
        if item.reltype == RT.CUSTOM_PROPERTIES and not item.is_external:
            return len(etree.fromstring(item.target_part.blob))
    return 0
