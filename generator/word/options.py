"""What a caller can ask of the writer beyond the page and the Word file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Mapping


STYLES_KEY, PLACE_KEY = "stijlen", "inhoud"
"""What a house style calls `Options.styles` and `Options.place`: a problem with one of them is told under its key."""


class Options(Struct, frozen=True):
    """The wishes of a house style that its Word file cannot carry."""

    styles: Mapping[str, str] = field(default_factory=dict)
    """Role → name of the style that plays it; goes before everything the writer finds by itself."""
    colours: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Role of a status → background and text, each six hexadecimal digits."""
    numbered: bool | None = None
    """Whether headings have numbers; None leaves that to the Word file."""
    pages: tuple[int, ...] = ()
    """The page of each heading in the table of contents, from 1; empty leaves the numbers out."""
    place: str | None = None
    """Where the page goes: `vervang`, `na_voorblad`, `na_inhoud` or the name of a bookmark; None finds it."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """`Tabel` or `Figuur` → the word before the number, where that is another one."""
