"""Colours of Word: theme colours with tint and shade, shading, highlight, and the contrast of WCAG."""

from __future__ import annotations

import colorsys
import re
from functools import cache
from typing import TYPE_CHECKING

from generator import colours
from generator.word.reading.tag_names import A, elements, local_name, number, value, w

if TYPE_CHECKING:
    from lxml.etree import _Element

    from generator.word.reading.document_model import Document, Paragraph, Run

_HEX = re.compile(r"#?([0-9A-Fa-f]{6})")
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
_NEAR = 0.08
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


class Theme:
    """The colours of the theme, as the settings of the document name them."""

    def __init__(self, theme: _Element | None, settings: _Element | None) -> None:
        """Read the colour scheme and its mapping."""
        scheme = None if theme is None else theme.find(f"{A}themeElements/{A}clrScheme")
        self._colours = {} if scheme is None else dict(map(_scheme_colour, elements(scheme)))
        mapping = None if settings is None else settings.find(w("clrSchemeMapping"))
        self._mapping = dict(_USUAL)
        if mapping is not None:
            self._mapping |= {name.rpartition("}")[2]: str(to) for name, to in mapping.attrib.items()}

    def named(self, name: str) -> str:
        """Return a theme colour as six digits, empty when the theme does not have it."""
        short = _SHORT.get(name, name)
        return self._colours.get(_LONG.get(name, self._mapping.get(short, short)), "")

    def colour(self, element: _Element | None) -> str:
        """Return the colour of `w:color` as six digits, empty for automatic."""
        return self._resolved(element, "val", "themeColor", "themeTint", "themeShade")

    def shading(self, element: _Element | None) -> str:
        """Return the colour that `w:shd` gives, empty when one looks through it."""
        if element is None:
            return ""
        pattern = value(element)
        fill = self._resolved(element, "fill", "themeFill", "themeFillTint", "themeFillShade")
        if pattern in {"", "nil", "clear"}:
            return fill
        ink = self._resolved(element, "color", "themeColor", "themeTint", "themeShade") or "000000"
        if pattern == "solid":
            return ink
        share = number(pattern.removeprefix("pct")) or 25
        return _mixed(ink, fill or "FFFFFF", share / 100)

    def _resolved(self, element: _Element | None, plain: str, theme: str, tint: str, shade: str) -> str:
        if element is None:
            return ""
        named = self.named(value(element, w(theme)))
        if named:
            return _toned(named, value(element, w(tint)), value(element, w(shade)))
        found = _HEX.fullmatch(value(element, w(plain)))
        return found.group(1).upper() if found else ""

    def solid_fill(self, properties: _Element) -> str:
        """Return the colour of a shape with one plain colour, empty for any other fill."""
        fill = properties.find(f"{A}solidFill")
        colour = None if fill is None else next(elements(fill), None)
        if colour is None or len(colour):
            return ""
        name = colour.get("val", "")
        return name.upper() if local_name(colour) == "srgbClr" else self.named(name)


def highlight(name: str) -> str:
    """Return the colour of a highlighter pen, empty for none."""
    return _HIGHLIGHT.get(name, "")


@cache
def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG 2.1 between two colours, from 1 to 21."""
    return colours.contrast(colours.of_digits(one), colours.of_digits(other))


def same_to_the_eye(one: str, other: str) -> bool:
    """Tell whether two colours are so near that a text cannot be seen."""
    return all(
        abs(left - right) <= _NEAR for left, right in zip(colours.of_digits(one), colours.of_digits(other), strict=True)
    )


def _hex(red: float, green: float, blue: float) -> str:
    return "".join(f"{round(min(max(part, 0), 1) * 255):02X}" for part in (red, green, blue))


def _mixed(ink: str, paper: str, share: float) -> str:
    parts = [
        share * one + (1 - share) * other
        for one, other in zip(colours.of_digits(ink), colours.of_digits(paper), strict=True)
    ]
    return _hex(*parts)


def _toned(colour: str, tint: str, shade: str) -> str:
    """Return a theme colour made lighter or darker, in the way of Word: by its lightness."""
    hue, light, saturation = colorsys.rgb_to_hls(*colours.of_digits(colour))
    if re.fullmatch("[0-9A-Fa-f]{2}", shade):
        light *= int(shade, 16) / 255
    if re.fullmatch("[0-9A-Fa-f]{2}", tint):
        part = int(tint, 16) / 255
        light = light * part + 1 - part
    return _hex(*colorsys.hls_to_rgb(hue, light, saturation))


def _scheme_colour(entry: _Element) -> tuple[str, str]:
    name = local_name(entry)
    colour = next(elements(entry), None)
    plain = value(colour, "lastClr") or value(colour, "val")
    return _LONG.get(name, name), plain.upper() if _HEX.fullmatch(plain) else ""


_NORMAL, _LARGE_TEXT = 4.5, 3.0
_LARGE, _LARGE_BOLD = 18, 14
"""From these sizes in points WCAG takes a text for large."""


def needed(document: Document, run: Run, paragraph: Paragraph) -> float:
    """Return the least contrast for a run: less for large text."""
    points = document.styles.points(run, paragraph)
    large = points >= _LARGE or (points >= _LARGE_BOLD and document.styles.is_bold(run, paragraph))
    return _LARGE_TEXT if large else _NORMAL
