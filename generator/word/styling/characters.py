"""Makes the character styles that a template lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.word.roles import ROLES
from generator.word.styling.colours import readable
from generator.word.styling.properties import Draft, Props, bold, colour, fill, italic

if TYPE_CHECKING:
    from generator.word.styling.look import Look

_MONO = "Courier New"
STATUS: dict[str, tuple[str, str]] = {
    "status.op_orde": ("CDEBD6", "12472A"),
    "status.deels": ("F2B84B", "3D2900"),
    "status.niet": ("8C1D18", "FFFFFF"),
    "status.onbekend": ("F1F3F4", "3A3F45"),
}
"""Background and text of each status; each is lighter or darker than the others, for who sees or prints no colour."""
_PLACEHOLDER = ("FFF3A3", "4A3C00")


def character_draft(role: str, look: Look, base: str | None) -> Draft:
    """Return the style for a role; `base` is the id of the style of text that names none."""
    return Draft("character", ROLES[role].name, base, text=_text(role, look), standard=True)


def coloured(pair: tuple[str, str]) -> Props:
    """Return the properties for text on a background, which give way to black or white where it cannot be read."""
    ground, text = pair
    return colour(readable(ground, text)) | fill(ground)


def _text(role: str, look: Look) -> Props:
    if role in STATUS:
        return bold() | coloured(STATUS[role])
    if role == "mark.open":
        return coloured(_PLACEHOLDER)
    if role == "a":
        return colour(look.link) | {"u": 'w:val="single"'}
    if role == "code":
        return {"rFonts": f'w:ascii="{_MONO}" w:hAnsi="{_MONO}" w:cs="{_MONO}"'}
    return italic() if role == "em" else bold()
