"""Finds what somebody probably meant when a key or name is not known."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def closest(given: str, known: Iterable[str]) -> str | None:
    """Return the known name that a mistyped one is closest to, or None when none is near."""
    names = {name.casefold(): name for name in known}
    plain = given.strip().casefold().replace(" ", "_").replace("-", "_")
    if plain in names:
        return names[plain]
    if near := get_close_matches(plain, names, n=1, cutoff=0.6):
        return names[near[0]]
    starts = [name for key, name in names.items() if len(plain) > 1 and key.startswith(plain)]
    return starts[0] if len(starts) == 1 else None


def did_you_mean(given: str, known: Iterable[str]) -> str:
    """Return the sentence `Bedoelde je “…”?`, or an empty text when no name is near."""
    found = closest(given, known)
    return f"Bedoelde je “{found}”?" if found else ""
