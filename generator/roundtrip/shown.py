"""How texts are compared: as their reader sees them."""

from __future__ import annotations

_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))


def plain(text: str) -> str:
    """Return a text with one ordinary space wherever there is any space, and without signs that nobody sees."""
    return " ".join(text.translate(_UNSEEN).split())
