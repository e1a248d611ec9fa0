"""What pasted text brings along from Word, a PDF or a web page: signs that nobody sees, or that show as a box."""

from __future__ import annotations

import re

_NOTHINGS = re.compile("[\u00ad\u061c\u180e\u200b\u2060-\u2064\ufeff\ufff9-\ufffb]")
"""Places where a word may break, and signs without width. The joiners stay: emoji and some scripts need them."""
_TURNS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What turns the direction of text; it means something only beside letters that run from right to left."""
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
"""Signs that only one font knows; every other shows a box."""
_OF_SYMBOL_FONTS = {
    "\uf0b7": "•",
    "\uf06c": "•",
    "\uf09f": "•",
    "\uf06f": "○",
    "\uf0a1": "○",
    "\uf0a7": "▪",
    "\uf06e": "■",
    "\uf071": "□",
    "\uf0d8": "➢",
    "\uf0fc": "✓",
    "\uf0e0": "→",
    "\uf0ad": "↑",
    "\uf0b3": "≥",
    "\uf0a3": "≤",
    "\uf0b0": "°",
}
"""What Word writes in Symbol and Wingdings, as every font knows it."""
_BEGINS_LINE = re.compile(rf"(?m)^[ \t\u00a0]*({_PRIVATE.pattern})(?=[ \t\u00a0])")


def cleaned(text: str) -> str:
    """Return a text as its reader would see it, with only signs that any font can show.

    Args:
        text: What was typed or pasted.
    """
    text = _NOTHINGS.sub("", "\n".join(text.splitlines()))
    if not _RIGHT_TO_LEFT.search(text):
        text = _TURNS.sub("", text)
    if _PRIVATE.search(text):
        text = _BEGINS_LINE.sub(lambda found: found[0].replace(found[1], _OF_SYMBOL_FONTS.get(found[1], "•")), text)
        text = _PRIVATE.sub(lambda found: _OF_SYMBOL_FONTS.get(found[0], ""), text)
    return text
