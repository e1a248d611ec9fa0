"""Reads the value of a token as CSS does: a colour in any notation, or the first family of a font stack."""

from __future__ import annotations

import re

from tinycss2 import color4

from generator.colours import Colour

SAFE_FONT = "Arial"
"""Stands for `sans-serif` and the like: every Windows and macOS has it."""

_GENERIC = frozenset(
    {"serif", "sans-serif", "monospace", "cursive", "fantasy", "math", "emoji", "system-ui", "inherit"}
)
_OF_BROWSERS = ("ui-", "-apple-", "blinkmac")
_WEB_ONLY = re.compile(r" (?:Variable|VF)$", re.IGNORECASE)
"""What web fonts add to the name that Word knows the family by."""
_FAMILY = re.compile(r"\w[\w .+&’'-]{0,62}")


def colour(text: str) -> Colour | None:
    """Return a colour on white paper, or None when the text is no colour or one that shows nothing."""
    found = color4.parse_color(text)
    if found is None or isinstance(found, str) or not found.alpha:
        return None
    in_srgb = found.to("srgb")
    return Colour(*(_on_white(part, found.alpha) for part in in_srgb.coordinates))


def _on_white(part: float, alpha: float) -> float:
    return min(1.0, max(0.0, float(part or 0))) * alpha + 1 - alpha


def font(text: str) -> str | None:
    """Return the first family of a font stack, without quotes; a family that is no font becomes `SAFE_FONT`."""
    first = text.split(",")[0].strip().strip("\"'").strip()
    first = _WEB_ONLY.sub("", first)
    if first.lower() in _GENERIC or first.lower().startswith(_OF_BROWSERS):
        return SAFE_FONT
    return first if _FAMILY.fullmatch(first) else None
