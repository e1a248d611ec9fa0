"""What a plan takes from the Word file of a house style: styles, fonts and covers, and what it leaves behind."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, cast

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from generator.problems import ProblemsError
from generator.word.filling import bound_controls, field_values
from generator.word.filling.placeholders import list_placeholders
from generator.word.filling.tags import find_tags
from generator.word.filling.typed_words import take_names
from generator.word.frame import Frame, place
from generator.word.frame.landmarks import has_art, mark_of, own_text
from generator.word.frame.writing import halves
from generator.word.opened_house_style import open_word_file
from generator.word.options import Options
from generator.word.own_words import promise_typed, sample_words
from generator.word.reading.inheritance import Sheet
from generator.word.reading.shown_text import count_changes
from generator.word.roles import PUBLIC, ROLES
from generator.word.styles import Styles
from generator.word.xml import r, w

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from docx.opc.part import XmlPart
    from lxml.etree import _Element

    from generator.word.frame.remnants import Remnant
    from generator.word.opened_house_style import HouseStyle, WordFile
    from generator.word.reading.theme import Theme
    from generator.word.styling.style_search import Found


_COMMON = frozenset(
    name.casefold()
    for name in (
        *("Aptos", "Aptos Display", "Arial", "Arial Black", "Arial Narrow", "Calibri", "Calibri Light", "Cambria"),
        *("Candara", "Century Gothic", "Comic Sans MS", "Consolas", "Constantia", "Corbel", "Courier New"),
        *("Franklin Gothic Book", "Franklin Gothic Medium", "Garamond", "Georgia", "Gill Sans MT", "Impact"),
        *("Lucida Console", "Palatino Linotype", "Symbol", "Tahoma", "Times New Roman", "Trebuchet MS", "Tw Cen MT"),
        *("Verdana", "Wingdings", "Book Antiqua", "Bookman Old Style", "Century", "Rockwell"),
    )
)
"""Fonts that come with Word for Windows and for Mac."""
_EMBEDDED = ("embedRegular", "embedBold", "embedItalic", "embedBoldItalic")
_KINDS = {"headerReference": "koptekst", "footerReference": "voettekst"}
_PAGES = {"first": "eerste pagina", "default": "gewone pagina’s", "even": "linkerpagina’s"}
_INNER = {
    **dict.fromkeys(("balk", "planningcel", "planningkop", "planningrij"), "tabel_planning"),
    **{"p.na-tabel": "tekst", "normal": "tekst"},
}
"""Roles that have no public name → the public role that they belong to."""
_MOST_WORDS = 80
"""So many characters of a header or footer are quoted."""


def missing_fonts(opened: HouseStyle, styles: Iterable[Found]) -> tuple[str, ...]:
    """Return the fonts of some styles that are neither common nor embedded in the Word file, each once."""
    sheet, theme = Sheet(opened.styles), opened.theme
    found = (_font(sheet.effective(style.style_id, "rPr/rFonts"), theme) for style in styles)
    known = _COMMON | _embedded(opened)
    return tuple(dict.fromkeys(name for name in found if name and name.casefold() not in known))


def _font(element: _Element | None, theme: Theme) -> str:
    if element is None:
        return ""
    return theme.font(element.get(w("asciiTheme"), "")) or element.get(w("ascii"), "")


def _embedded(opened: HouseStyle) -> frozenset[str]:
    for item in opened.document.rels.values():
        if item.reltype == RT.FONT_TABLE and not item.is_external:
            fonts = etree.fromstring(item.target_part.blob).findall(w("font"))
            return frozenset(font.get(w("name"), "").casefold() for font in fonts if _is_embedded(font))
    return frozenset()


def _is_embedded(font: _Element) -> bool:
    return any(font.find(w(name)) is not None for name in _EMBEDDED)


def styles_found(path: Path) -> dict[str, str | None]:
    """Return the name of the style for each public role; None where the file has none and one is made.

    Raises:
        ProblemsError: The Word file cannot be used.
    """
    opened = open_word_file(path).house_style()
    styles = Styles(opened.styles, numbering=opened.numbering, theme=opened.theme, body=opened.body)
    found = {public: styles.found(role) for public, role in PUBLIC.items()}
    return {public: None if style.how == "gemaakt" else style.name for public, style in found.items()}


class LeftBehind(Struct, frozen=True):
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


class Kept(Struct, frozen=True):
    """What stays around the plan."""

    where: str
    """In Dutch: where the plan goes."""
    cover: str
    """`eigen`, `sjabloon` or `samen`, as `Frame` has it."""
    contents: bool
    """Whether the table of contents of the template is used."""
    letterhead: bool
    """Whether there is art at the top that stays."""
    margins: tuple[tuple[str, str], ...]
    """The headers and footers, in Dutch, each with the first of its words."""
    background: bool
    dropped: int
    """How many blocks of sample text are left out."""
    lost_placeholders: int
    """How many placeholders stand in the text that is left out."""


class WordReport(Struct, frozen=True):
    """What is in the Word file of a house style."""

    notices: tuple[str, ...]
    """What was repaired or left out in opening it."""
    styles: dict[str, Found]
    """The public name of each role → its style."""
    sizes: dict[str, float]
    """The public name of each role of a paragraph → the size of its text, in points."""
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
    remnants: tuple[Remnant, ...] = ()
    """What speaks of another document."""


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
    sizes = {public: styles.size(style.style_id) for public, style in found.items() if _is_paragraph(public)}
    language, fonts = Sheet(opened.styles).language, missing_fonts(opened, found.values())
    before = _placeholders_in(opened.body)
    left = count_left_behind(opened)
    titles = sample_words(opened, styles)
    try:
        frame = place(opened.body, styles, wishes.place, art=opened.has_cover_art)
    except ProblemsError:  # who makes a plan gets to hear why there is no place for it
        return WordReport(opened.notices, found, sizes, roles, None, left, (), (), language, fonts)
    remnants = opened.clean()
    kept = _kept(opened, frame, max(before - _placeholders_in(opened.body), 0))
    shown = tuple(_shown(opened))
    placeholders = tuple(list_placeholders(opened.package))
    left = unused_pictures(opened, left)
    remnants += promise_typed(opened, frame, styles, titles)
    for name, root in opened.named_roots():
        remnants += take_names(root, name)
    said = tuple(dict.fromkeys(remnants))
    return WordReport(opened.notices, found, sizes, roles, kept, left, placeholders, shown, language, fonts, said)


def _is_paragraph(public: str) -> bool:
    return ROLES[PUBLIC[public]].kind == "paragraph"


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


def _margins(opened: HouseStyle, sections: list[_Element]) -> Iterator[tuple[str, str]]:
    """Yield each header and footer that a page shows, with the first of its words."""
    even = opened.document.settings.element.find(w("evenAndOddHeaders")) is not None
    for name, called in _KINDS.items():
        for kind, pages in _PAGES.items():
            for section in sections:
                used = {item.get(w("type"), "default"): item.get(r("id"), "") for item in section.findall(w(name))}
                is_on = kind == "default" or (even if kind == "even" else section.find(w("titlePg")) is not None)
                if kind in used and is_on:
                    yield f"{called} op {'de ' if kind != 'default' else ''}{pages}", _words(opened, used[kind])


def _words(opened: HouseStyle, relationship: str) -> str:
    """Return the first words of a header or footer."""
    part = opened.document.related_parts.get(relationship)
    if part is None:
        return ""
    paragraphs = cast("_Element", cast("XmlPart", part).element).iter(w("p"))
    words = " ".join(" ".join(map(own_text, paragraphs)).split())
    return words if len(words) <= _MOST_WORDS else f"{words[:_MOST_WORDS].rstrip()}…"


def _placeholders_in(body: _Element) -> int:
    """Return how many placeholders stand in a text, the place of the plan not counted; the text stays as it is."""
    return sum(not tag.is_reserved for tag in find_tags(deepcopy(body)))


def _shown(opened: HouseStyle) -> Iterator[tuple[str, str]]:
    for part, root in opened.named_roots():
        for name in (*field_values.shown_properties(root), *bound_controls.shown_properties(root)):
            yield part, name
