"""Reckons with colours: contrast as WCAG 2 measures it, mixtures, and what can be read on what.

A colour is six hexadecimal digits, as Word stores it.
"""

from __future__ import annotations

import colorsys
import re
from functools import lru_cache

ENOUGH = 4.5
"""The least contrast between text and background (WCAG 2.2, 1.4.3)."""
BLACK, WHITE = "000000", "FFFFFF"

_ENOUGH_FOR_LARGE = 3.0
_LARGE, _LARGE_BOLD = 18, 14
"""From these sizes in points WCAG takes a text for large."""
_MIDDLE = 0.18
"""Black and white can be read equally well on a colour that is this light."""
_HEX = re.compile(r"#?([0-9A-Fa-f]{6})")
_STEPS = 200
_REMEMBERED = 4096
"""A document has some tens of colours; a program that stays awake meets others."""


def from_hex(text: str) -> str | None:
    """Return the colour that six hexadecimal digits, with or without `#`, stand for; None for anything else."""
    match = _HEX.fullmatch(text.strip())
    return match.group(1).upper() if match else None


@lru_cache(maxsize=_REMEMBERED)
def channels(colour: str) -> tuple[float, float, float]:
    """Return how much red, green and blue is in a colour, each from 0 to 1."""
    red, green, blue = bytes.fromhex(colour)
    return red / 255, green / 255, blue / 255


def of_channels(*parts: float) -> str:
    """Return the colour with so much red, green and blue, each from 0 to 1."""
    return "".join(f"{round(part * 255):02X}" for part in parts)


@lru_cache(maxsize=_REMEMBERED)
def luminance(colour: str) -> float:
    """Return how light a colour is to the eye, from 0 to 1."""
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def needed(points: float, *, bold: bool) -> float:
    """Return the least contrast for text of a size: less for large text."""
    return _ENOUGH_FOR_LARGE if points >= (_LARGE_BOLD if bold else _LARGE) else ENOUGH


def mixed(colour: str, ground: str, share: float) -> str:
    """Return a colour laid thinly over another; `share` is how much of it shows."""
    pairs = zip(bytes.fromhex(colour), bytes.fromhex(ground), strict=True)
    return "".join(f"{round(above * share + below * (1 - share)):02X}" for above, below in pairs)


def readable(ground: str, *wanted: str) -> str:
    """Return the first wanted colour that can be read on a ground, else black or white; an empty one is passed over."""
    for colour in filter(None, wanted):
        if contrast(colour, ground) >= ENOUGH:
            return colour
    return max(BLACK, WHITE, key=lambda colour: contrast(colour, ground))


def nearest(colour: str, ground: str) -> str:
    """Return the colour nearest to this one that can be read on a ground: darker, or on a dark ground lighter."""
    if colour in {BLACK, WHITE}:
        return readable(ground)
    towards = BLACK if luminance(ground) > _MIDDLE else WHITE
    tries = (mixed(colour, towards, share / 20) for share in range(20, -1, -1))
    return next((found for found in tries if contrast(found, ground) >= ENOUGH), towards)


def darkened(colour: str, ground: str = WHITE) -> str:
    """Return the colour with just so much less light that it reads on a ground; black when nothing else does."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*channels(colour))
    tries = (lightness * (1 - step / _STEPS) for step in range(_STEPS + 1))
    darker = (of_channels(*colorsys.hls_to_rgb(hue, light, saturation)) for light in tries)
    return next((found for found in darker if contrast(found, ground) >= ENOUGH), BLACK)


def shown(number: float) -> str:
    """Return a contrast as people write it, rounded down so that too little never looks enough: `4,4`."""
    return f"{int(number * 10) / 10:.1f}".replace(".", ",")
