"""Tells which styles of a Word file play which roles, for who sets up a house style."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.word.housestyle import open_house_style
from generator.word.roles import PUBLIC, ROLES
from generator.word.styles import Styles
from generator.word.xml import w

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element


def styles_found(path: Path) -> dict[str, str | None]:
    """Return the name of the style for each public role; None where the file has no style of its own for it.

    Raises:
        HouseStyleError: The Word file cannot be used.
    """
    root = open_house_style(path).styles
    styles, names = Styles(root), _names(root)
    return {public: _own(styles, role, names) for public, role in PUBLIC.items()}


def _own(styles: Styles, role: str, names: dict[str, str]) -> str | None:
    """Return the name of the style of a role, unless another role only lends it."""
    found, fallback = styles.of(role), ROLES[role].fallback
    if found is None or (fallback is not None and found == styles.of(fallback)):
        return None
    return names.get(found)


def _names(root: _Element) -> dict[str, str]:
    """Return the names of the styles by id."""
    named = ((style.get(w("styleId"), ""), style.find(w("name"))) for style in root.iterfind(w("style")))
    return {key: name.get(w("val"), key) for key, name in named if name is not None}
