"""Words that the commands share: numbers with their noun, and names of files."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def shell_name(path: Path) -> str:
    """Return a path as one types it after a command: between quotes when it holds a space."""
    return f'"{path}"' if " " in str(path) else str(path)


def counted(number: int, one: str, more: str) -> str:
    """Return a number with its noun: `1 open punt`, `3 open punten`."""
    return f"{number} {one if number == 1 else more}"
