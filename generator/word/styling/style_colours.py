"""Colours of a template: those of its theme, and what can be read on what."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from generator import colours
from generator.word.xml import w

if TYPE_CHECKING:
    from lxml.etree import _Element

READABLE = 4.5
"""The contrast that text needs (WCAG 2.2, 1.4.3)."""
_MIDDLE = 0.18
"""Black and white can be read equally well on a colour that is this light."""
BLACK, WHITE = "000000", "FFFFFF"

_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SLOTS = {
    "text1": "dk1",
    "dark1": "dk1",
    "background1": "lt1",
    "light1": "lt1",
    "text2": "dk2",
    "dark2": "dk2",
    "background2": "lt2",
    "light2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}


class Theme:
    """The colours of a theme; a template can have none."""

    def __init__(self, data: bytes | None = None) -> None:
        """Read the theme part; one that cannot be read counts as none."""
        self._colours: dict[str, str] = {}
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        try:
            root = etree.fromstring(data, parser) if data else None
        except etree.XMLSyntaxError:
            root = None
        scheme = None if root is None else root.find(f".//{_DRAWING}clrScheme")
        for slot in () if scheme is None else scheme.iterchildren(tag=etree.Element):
            for value in slot:
                found = value.get("lastClr") or value.get("val") or ""
                if _HEX.fullmatch(found):
                    self._colours[etree.QName(slot).localname] = found.upper()

    def colour(self, name: str) -> str | None:
        """Return a colour by its name in the theme or in a document."""
        return self._colours.get(_SLOTS.get(name, name))

    def of(self, element: _Element | None, value: str = "val", theme: str = "themeColor") -> str | None:
        """Return the colour that an element gives, or None when it leaves that to Word."""
        if element is None:
            return None
        given = element.get(w(value), "")
        if _HEX.fullmatch(given):
            return given.upper()
        return self.colour(element.get(w(theme), ""))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    return colours.contrast(colours.of_digits(one), colours.of_digits(other))


def lightness(value: str) -> float:
    """Return how light a colour is, from 0 to 1."""
    return colours.of_digits(value).luminance


def mix(value: str, ground: str, share: float) -> str:
    """Return a colour laid thinly over another; `share` is how much of it shows."""
    pairs = ((int(value[at : at + 2], 16), int(ground[at : at + 2], 16)) for at in (0, 2, 4))
    return "".join(f"{round(above * share + below * (1 - share)):02X}" for above, below in pairs)


def shade(value: str, ground: str) -> str:
    """Return the colour nearest to this one that can be read on a ground: darker, or on a dark ground lighter."""
    if value in {BLACK, WHITE}:
        return readable(ground)
    towards = BLACK if lightness(ground) > _MIDDLE else WHITE
    tries = (mix(value, towards, share / 20) for share in range(20, -1, -1))
    return next((found for found in tries if contrast(found, ground) >= READABLE), towards)


def readable(ground: str, *wanted: str | None) -> str:
    """Return the first wanted colour that can be read on a ground; else black or white."""
    for value in wanted:
        if value is not None and contrast(value, ground) >= READABLE:
            return value
    return BLACK if contrast(BLACK, ground) >= contrast(WHITE, ground) else WHITE
