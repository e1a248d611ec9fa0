"""Looks at the Word file of a house style as the writer will: what plays which role, what stays and what does not."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.problems import ProblemsError
from generator.word.filling import bound_controls, field_values
from generator.word.filling.placeholders import list_placeholders
from generator.word.filling.tags import find_tags
from generator.word.frame import Frame, place
from generator.word.frame.landmarks import has_art, mark_of
from generator.word.frame.writing import halves
from generator.word.options import Options
from generator.word.reading.inheritance import Sheet
from generator.word.reporting.fonts import missing_fonts
from generator.word.reporting.left_behind import LeftBehind, count_left_behind, unused_pictures
from generator.word.roles import PUBLIC
from generator.word.styles import Styles
from generator.word.xml import w

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

    from generator.word.opened_house_style import HouseStyle, WordFile
    from generator.word.styling.style_search import Found

_KINDS = {"headerReference": "koptekst", "footerReference": "voettekst"}
_PAGES = {"first": "eerste pagina", "default": "gewone pagina’s", "even": "linkerpagina’s"}
_INNER = {
    **dict.fromkeys(("balk", "planningcel", "planningkop", "planningrij"), "tabel_planning"),
    **{"p.na-tabel": "tekst", "normal": "tekst"},
}
"""Roles that have no public name → the public role that they belong to."""
_PARTS = {"hdr": "de koptekst", "ftr": "de voettekst"}


@dataclass(frozen=True, slots=True)
class Kept:
    """What stays around the plan."""

    where: str
    """In Dutch: where the plan goes."""
    cover: str
    """`eigen`, `sjabloon` or `samen`, as `Frame` has it."""
    contents: bool
    """Whether the table of contents of the template is used."""
    letterhead: bool
    """Whether there is art at the top that stays."""
    margins: tuple[str, ...]
    """The headers and footers, in Dutch."""
    background: bool
    dropped: int
    """How many blocks of sample text are left out."""
    lost_placeholders: int
    """How many placeholders stand in the text that is left out."""


@dataclass(frozen=True, slots=True)
class WordReport:
    """What is in the Word file of a house style."""

    notices: tuple[str, ...]
    """What was repaired or left out in opening it."""
    styles: dict[str, Found]
    """The public name of each role → its style."""
    roles: dict[str, str]
    """The id of a style → the public name of the first role that it plays."""
    kept: Kept | None
    """None when the plan has no place in the file."""
    left_behind: LeftBehind
    placeholders: tuple[tuple[str, str], ...]
    """Each placeholder: the part it stands in, in Dutch, and the words around it."""
    shown: tuple[tuple[str, str], ...]
    """Each field and content control that shows something of the plan: the part, and what it shows, by its name."""
    language: str
    """The language of the text; empty when the file does not say."""
    fonts: tuple[str, ...]
    """The fonts of the roles that a reader may not have."""


def report(word_file: WordFile, options: Options | None = None) -> WordReport:
    """Return what is in the Word file of a house style.

    Args:
        word_file: The Word file.
        options: What the house style asks beyond it.
    """
    opened = word_file.house_style()
    wishes = options or Options()
    styles = Styles(opened.styles, numbering=opened.numbering, theme=opened.theme, body=opened.body, options=wishes)
    found = {public: styles.found(role) for public, role in PUBLIC.items()}
    roles = _roles(found, styles)
    language, fonts = Sheet(opened.styles).language, missing_fonts(opened, found.values())
    before = _placeholders_in(opened.body)
    left = count_left_behind(opened)
    try:
        frame = place(opened.body, styles, wishes.place)
    except ProblemsError:  # who makes a plan gets to hear why there is no place for it
        return WordReport(opened.notices, found, roles, None, left, (), (), language, fonts)
    opened.clean()
    kept = _kept(opened, frame, max(before - _placeholders_in(opened.body), 0))
    shown = tuple(_shown(opened))
    placeholders = tuple(list_placeholders(opened.package))
    left = unused_pictures(opened, left)
    return WordReport(opened.notices, found, roles, kept, left, placeholders, shown, language, fonts)


def _roles(found: Mapping[str, Found], styles: Styles) -> dict[str, str]:
    roles: dict[str, str] = {}
    for public, style in found.items():
        roles.setdefault(style.style_id, public)
    for role, public in _INNER.items():
        roles.setdefault(styles.found(role).style_id, public)
    return roles


def _kept(opened: HouseStyle, frame: Frame, lost: int) -> Kept:
    before, after = halves(opened.body)
    own = [block for block in (*before, *after) if mark_of(block) is None]
    sections = [*opened.body.iter(w("sectPr")), frame.section]
    return Kept(
        where=frame.where,
        cover=frame.cover,
        contents=frame.contents is not None,
        letterhead=frame.cover == "eigen" and any(has_art(block) for block in own),
        margins=tuple(dict.fromkeys(_margins(opened, sections))),
        background=bool(opened.background),
        dropped=frame.dropped,
        lost_placeholders=lost,
    )


def _margins(opened: HouseStyle, sections: list[_Element]) -> Iterator[str]:
    """Yield each header and footer that a page shows."""
    even = opened.document.settings.element.find(w("evenAndOddHeaders")) is not None
    for name, called in _KINDS.items():
        for kind, pages in _PAGES.items():
            for section in sections:
                used = {item.get(w("type"), "default") for item in section.findall(w(name))}
                is_on = kind == "default" or (even if kind == "even" else section.find(w("titlePg")) is not None)
                if kind in used and is_on:
                    yield f"{called} op {'de ' if kind != 'default' else ''}{pages}"


def _placeholders_in(body: _Element) -> int:
    """Return how many placeholders stand in a text, the place of the plan not counted; the text stays as it is."""
    return sum(not tag.is_reserved for tag in find_tags(deepcopy(body)))


def _shown(opened: HouseStyle) -> Iterator[tuple[str, str]]:
    roots = [("de tekst", opened.body)]
    roots += [(_PARTS.get(str(root.tag).rpartition("}")[2], "de tekst"), root) for root in opened.margins()]
    for part, root in roots:
        for name in (*field_values.shown_properties(root), *bound_controls.shown_properties(root)):
            yield part, name
