"""Tells which styles of a Word file play which roles, for who sets up a house style."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.word.housestyle import open_house_style
from generator.word.roles import PUBLIC
from generator.word.styles import Styles

if TYPE_CHECKING:
    from pathlib import Path


def styles_found(path: Path) -> dict[str, str | None]:
    """Return the name of the style for each public role; None where the file has none and one is made.

    Raises:
        HouseStyleError: The Word file cannot be used.
    """
    opened = open_house_style(path)
    styles = Styles(opened.styles, numbering=opened.numbering, theme=opened.theme, body=opened.body)
    found = {public: styles.found(role) for public, role in PUBLIC.items()}
    return {public: None if style.how == "gemaakt" else style.name for public, style in found.items()}
