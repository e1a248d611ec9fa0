"""The theme of a Word file, and the colours that elements give: plain, by the theme, as shading or as highlight.

Where an element names a colour of the theme, that wins over the plain one beside it (ECMA-376 part 1, 17.3.2.6).
"""

from __future__ import annotations

import colorsys
import re
from typing import TYPE_CHECKING

from generator.colours import BLACK, WHITE, channels, from_hex, mixed
from generator.word.xml import a, child_at, elements, is_on, local_name, number, value, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_HIGHLIGHT = {
    "black": "000000",
    "blue": "0000FF",
    "cyan": "00FFFF",
    "green": "00FF00",
    "magenta": "FF00FF",
    "red": "FF0000",
    "yellow": "FFFF00",
    "white": "FFFFFF",
    "darkBlue": "000080",
    "darkCyan": "008080",
    "darkGreen": "008000",
    "darkMagenta": "800080",
    "darkRed": "800000",
    "darkYellow": "808000",
    "darkGray": "808080",
    "lightGray": "C0C0C0",
}
_LONG = {
    "dk1": "dark1",
    "lt1": "light1",
    "dk2": "dark2",
    "lt2": "light2",
    "hlink": "hyperlink",
    "folHlink": "followedHyperlink",
}
_SHORT = {"text1": "t1", "text2": "t2", "background1": "bg1", "background2": "bg2", "tx1": "t1", "tx2": "t2"}
_USUAL = {"t1": "dark1", "t2": "dark2", "bg1": "light1", "bg2": "light2"}
_BYTE = re.compile("[0-9A-Fa-f]{2}")
_STRIPES = 25
"""How much of a pattern of lines is ink, in percent."""
_NO_PATTERN = frozenset({"", "nil", "clear"})


class Theme:
    """The colours of the theme, as the settings of the document name them; a document can have none."""

    def __init__(self, theme: _Element | None = None, settings: _Element | None = None) -> None:
        """Read the colour scheme, its mapping, and whether pages show their colour."""
        scheme = None if theme is None else theme.find(f"{a('themeElements')}/{a('clrScheme')}")
        self._colours = {} if scheme is None else dict(map(_scheme_colour, elements(scheme)))
        self._fonts = {} if theme is None else dict(_fonts(theme))
        mapping = child_at(settings, "clrSchemeMapping")
        self._mapping = dict(_USUAL)
        if mapping is not None:
            self._mapping |= {name.rpartition("}")[2]: str(to) for name, to in mapping.attrib.items()}
        self._shows_paper = is_on(child_at(settings, "displayBackgroundShape"))

    def named(self, name: str) -> str:
        """Return a theme colour, empty when the theme does not have it."""
        short = _SHORT.get(name, name)
        return self._colours.get(_LONG.get(name, self._mapping.get(short, short)), "")

    def font(self, name: str) -> str:
        """Return the font that a name such as `minorHAnsi` stands for, empty when the theme does not have it."""
        return self._fonts.get(name[:5], "")

    def colour(self, element: _Element | None) -> str:
        """Return the colour of `w:color`, empty for automatic."""
        return self._resolved(element, "val", "themeColor", "themeTint", "themeShade")

    def shading(self, element: _Element | None) -> str:
        """Return the colour that `w:shd` gives, its pattern and fill mixed; empty when one looks through it."""
        if element is None:
            return ""
        fill = self._resolved(element, "fill", "themeFill", "themeFillTint", "themeFillShade")
        pattern = value(element)
        if pattern in _NO_PATTERN:
            return fill
        ink = self._resolved(element, "color", "themeColor", "themeTint", "themeShade") or BLACK
        return mixed(ink, fill or WHITE, _share(pattern))

    def paper(self, document: _Element | None) -> str:
        """Return the colour of the pages of a document, given its root; white unless they show another."""
        page = child_at(document, "background") if self._shows_paper else None
        return self._resolved(page, "color", "themeColor", "themeTint", "themeShade") or WHITE

    def solid_fill(self, properties: _Element) -> str:
        """Return the colour of a shape with one plain colour, empty for any other fill."""
        fill = properties.find(a("solidFill"))
        colour = None if fill is None else next(elements(fill), None)
        if colour is None or len(colour):
            return ""
        name = value(colour, "val")
        return name.upper() if local_name(colour) == "srgbClr" else self.named(name)

    def _resolved(self, element: _Element | None, plain: str, theme: str, tint: str, shade: str) -> str:
        """Return the colour of the theme where an element names one that it has, else the plain one.

        Word writes its own outcome beside the name of the colour, which differs from ours in the last bit at most.
        """
        written = from_hex(value(element, w(plain))) or ""
        named = self.named(value(element, w(theme)))
        if not named:
            return written
        toned = _toned(named, value(element, w(tint)), value(element, w(shade)))
        return written if written and _is_nearly(written, toned) else toned


def highlight(name: str) -> str:
    """Return the colour of a highlighter pen, empty for none."""
    return _HIGHLIGHT.get(name, "")


def _share(pattern: str) -> float:
    """Return how much of a pattern is ink; the percentages that have a half are named without it."""
    if pattern == "solid":
        return 1
    percent = number(pattern.removeprefix("pct")) or _STRIPES
    return (percent + (0.5 if percent % 5 else 0)) / 100


def _is_nearly(one: str, other: str) -> bool:
    return all(abs(left - right) <= 1 for left, right in zip(bytes.fromhex(one), bytes.fromhex(other), strict=True))


def _toned(colour: str, tint: str, shade: str) -> str:
    """Return a theme colour made lighter or darker, in the way of Word: by its lightness, with parts cut off."""
    if not tint and not shade:
        return colour
    hue, light, saturation = colorsys.rgb_to_hls(*channels(colour))
    if _BYTE.fullmatch(shade):
        light *= int(shade, 16) / 255
    if _BYTE.fullmatch(tint):
        part = int(tint, 16) / 255
        light = light * part + 1 - part
    return "".join(f"{int(part * 255 + 1e-6):02X}" for part in colorsys.hls_to_rgb(hue, light, saturation))


def _fonts(theme: _Element) -> Iterator[tuple[str, str]]:
    """Yield the font for headings (`major`) and for text (`minor`)."""
    for slot in ("major", "minor"):
        found = theme.find(f"{a('themeElements')}/{a('fontScheme')}/{a(slot + 'Font')}/{a('latin')}")
        yield slot, value(found, "typeface")


def _scheme_colour(entry: _Element) -> tuple[str, str]:
    name = local_name(entry)
    colour = next(elements(entry), None)
    return _LONG.get(name, name), from_hex(value(colour, "lastClr") or value(colour, "val")) or ""
