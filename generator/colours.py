"""Reckons with colours: what a person typed, contrast as WCAG 2 measures it, and a colour dark enough to read."""

from __future__ import annotations

import colorsys
import re
from functools import cache
from typing import NamedTuple

ENOUGH = 4.5
"""The least contrast between text and background (WCAG 2.2, 1.4.3)."""

_HEX = re.compile(r"#?([0-9A-Fa-f]{6})")
_STEPS = 200


class Colour(NamedTuple):
    """A colour in sRGB; each part from 0 to 1."""

    red: float
    green: float
    blue: float

    @property
    def digits(self) -> str:
        """The colour as six hexadecimal digits, as Word stores it."""
        return "".join(f"{round(part * 255):02X}" for part in self)

    @property
    def luminance(self) -> float:
        """The relative luminance."""
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in self]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


BLACK, WHITE = Colour(0, 0, 0), Colour(1, 1, 1)


def from_hex(text: str) -> Colour | None:
    """Return the colour that six hexadecimal digits, with or without `#`, stand for; None for anything else."""
    match = _HEX.fullmatch(text.strip())
    if match is None:
        return None
    return of_digits(match.group(1))


@cache
def of_digits(digits: str) -> Colour:
    """Return the colour that exactly six hexadecimal digits stand for."""
    return Colour(*(int(digits[start : start + 2], 16) / 255 for start in (0, 2, 4)))


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    light, dark = sorted((one.luminance, other.luminance), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable_on(background: Colour) -> Colour:
    """Return black or white, whichever reads better; one of the two is always enough."""
    return max(BLACK, WHITE, key=lambda colour: contrast(colour, background))


def darkened(colour: Colour, background: Colour = WHITE) -> Colour:
    """Return the colour with just so much less light that it reads on a background; black when nothing else does."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*colour)
    for step in range(_STEPS + 1):
        found = Colour(*colorsys.hls_to_rgb(hue, lightness * (1 - step / _STEPS), saturation))
        exact = from_hex(found.digits) or BLACK
        if contrast(exact, background) >= ENOUGH:
            return exact
    return BLACK


def washed(colour: Colour, part: float) -> Colour:
    """Return a colour mixed with white; `part` is how much of the colour is left."""
    return Colour(*(1 - (1 - channel) * part for channel in colour))


def shown(number: float) -> str:
    """Return a contrast as people write it, rounded down so that too little never looks enough: `4,4`."""
    return f"{int(number * 10) / 10:.1f}".replace(".", ",")
