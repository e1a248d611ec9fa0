"""How the page of a template looks, and the character styles that it lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from generator.colours import BLACK, ENOUGH, contrast, mixed, readable
from generator.word.roles import ROLES
from generator.word.styling.style_sheet import Draft, bold, colour, fill, italic
from generator.word.xml import attribute, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from generator.word.reading.inheritance import Sheet
    from generator.word.reading.theme import Theme
    from generator.word.schema_order import Props
    from generator.word.styling.style_search import Finder

_SMALLEST, _LARGEST = 14, 32
_OFFICE_ACCENTS = frozenset({"4F81BD", "5B9BD5", "4472C4", "156082"})
"""The first accent of the themes that Word starts with: nobody chose it for this template."""
_DARKER = (1.0, 0.75, 0.5)
_SAME = 1.2
"""Colours with less contrast than this look the same."""
_MONO = "Courier New"
STATUS: dict[str, tuple[str, str]] = {
    "status.op_orde": ("CDEBD6", "12472A"),
    "status.deels": ("F2B84B", "3D2900"),
    "status.niet": ("8C1D18", "FFFFFF"),
    "status.onbekend": ("F1F3F4", "3A3F45"),
}
"""Background and text of each status; each is lighter or darker than the others, for who sees or prints no colour."""
_PLACEHOLDER = ("FFF3A3", "4A3C00")
FRAMES: dict[str, tuple[str, str]] = {"status.onbekend": ("single", "6B737B"), "mark.open": ("dashed", "7A6400")}
"""The line around what has no answer yet: the paleness of unknown, and the yellow of an open place, are not enough."""


class Look(Struct, frozen=True):
    """What gives a template its look."""

    size: int
    """The size of running text, in half points."""
    text: str
    """The colour of running text."""
    paper: str
    """The colour of the page."""
    accent: str
    """The colour of headings and lines; it can be read on the page."""
    link: str
    fonts: str
    """The attributes of `rFonts` for headings; empty when they have the font of running text."""
    left: int
    """The indent of running text, in twentieths of a point."""

    @property
    def tint(self) -> str:
        """A light background for a box."""
        return mixed(self.accent, self.paper, 0.07)

    @property
    def head(self) -> str:
        """The background of the header row of a table."""
        return mixed(self.accent, self.paper, 0.16)

    @property
    def line(self) -> str:
        """The colour of thin lines."""
        return mixed(self.accent, self.paper, 0.4)

    @property
    def quiet(self) -> str:
        """The colour of small text that matters less."""
        return readable(self.paper, mixed(self.text, self.paper, 0.7), self.text)


class Eye:
    """Sees colours and sizes of styles."""

    def __init__(self, sheet: Sheet, theme: Theme, body: _Element | None) -> None:
        """Keep where colours come from."""
        self._sheet = sheet
        self.theme = theme
        self.paper = theme.paper(None if body is None else body.getparent())

    def colour(self, key: str | None) -> str:
        """Return the colour of the text in a style; where it is left to Word, that suits the style’s own ground."""
        found = self.theme.colour(self._sheet.effective(key, "rPr/color"))
        own = self.fill(key, "rPr") or self.fill(key, "pPr")
        return found or (readable(own) if own else BLACK)

    def ground(self, key: str | None) -> str:
        """Return the background of the text in a style."""
        return self.fill(key, "rPr") or self.fill(key, "pPr") or self.paper

    def fill(self, key: str | None, group: str) -> str:
        """Return the background that a style gives its text or paragraph, empty for none."""
        return self.theme.shading(self._sheet.effective(key, f"{group}/shd"))

    def size(self, key: str | None) -> int:
        """Return the size of the text in a style, in half points."""
        return round(self._sheet.points(key) * 2)


def look_of(sheet: Sheet, finder: Finder, eye: Eye) -> Look:
    """Return how a template looks."""
    normal = finder.find("normal")
    base = normal[0] if normal else None
    text = _text(base, eye)
    accent = next((found for found in _accents(finder, eye, text)), text)
    return Look(
        size=min(max(eye.size(base), _SMALLEST), _LARGEST),
        text=text,
        paper=eye.paper,
        accent=accent,
        link=readable(eye.paper, eye.theme.named("hlink"), accent if accent != text else "", "0B5A83"),
        fonts=_fonts(sheet, finder, base),
        left=max(sheet.measure(base, "pPr/ind", "left", "start") or 0, 0),
    )


def _text(base: str | None, eye: Eye) -> str:
    found = eye.colour(base)
    return found if contrast(found, eye.paper) >= ENOUGH else readable(eye.paper)


def _accents(finder: Finder, eye: Eye, text: str) -> Iterator[str]:
    """Yield colours that can be read on the page: of its headings, its title, its theme."""
    headings = [found[0] for role in ("h1", "h2", "h3") if (found := finder.find(role))]
    title = finder.find("titel")
    for key in [*headings, *([title[0]] if title else [])]:
        for value in (eye.colour(key), eye.fill(key, "pPr")):
            if value and contrast(value, eye.paper) >= ENOUGH and contrast(value, text) >= _SAME:
                yield value
    for name in ("accent1", "text2", "accent2"):
        value = eye.theme.named(name)
        if value and not (headings and eye.theme.named("accent1") in _OFFICE_ACCENTS):
            darker = (mixed(value, BLACK, share) for share in _DARKER)
            yield from (shade for shade in darker if contrast(shade, eye.paper) >= ENOUGH)


def _fonts(sheet: Sheet, finder: Finder, base: str | None) -> str:
    """Return the font of the template's own headings; else that of its theme, where running text has that too."""
    for role in ("h1", "h2", "h3", "titel"):
        found = finder.find(role)
        own = sheet.effective(found[0], "rPr/rFonts") if found else None
        if own is not None:
            return _attributes(own)
    text = sheet.effective(base, "rPr/rFonts")
    if text is not None and "minor" in text.get(w("asciiTheme"), ""):
        return (
            'w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi" w:eastAsiaTheme="majorEastAsia" w:cstheme="majorBidi"'
        )
    return ""


def _attributes(element: _Element) -> str:
    names = ("ascii", "hAnsi", "cs", "asciiTheme", "hAnsiTheme", "cstheme")
    return " ".join(f'w:{name}="{attribute(value)}"' for name in names if (value := element.get(w(name))))


def character_draft(role: str, look: Look, base: str | None) -> Draft:
    """Return the style for a role; `base` is the id of the style of text that names none."""
    return Draft("character", ROLES[role].name, base, text=_character(role, look), standard=True)


def coloured(pair: tuple[str, str]) -> Props:
    """Return the properties for text on a background, which give way to black or white where it cannot be read."""
    ground, text = pair
    return colour(readable(ground, text)) | fill(ground)


def framed(role: str) -> Props:
    """Return the line around the text of a role, where it has one."""
    if role not in FRAMES:
        return {}
    line, ink = FRAMES[role]
    return {"bdr": f'w:val="{line}" w:sz="4" w:space="0" w:color="{ink}"'}


def _character(role: str, look: Look) -> Props:
    if role in STATUS:
        return bold() | coloured(STATUS[role]) | framed(role)
    if role == "mark.open":
        return coloured(_PLACEHOLDER) | framed(role)
    if role == "a":
        return colour(look.link) | {"u": 'w:val="single"'}
    if role == "code":
        return {"rFonts": f'w:ascii="{_MONO}" w:hAnsi="{_MONO}" w:cs="{_MONO}"'}
    return italic() if role == "em" else bold()
