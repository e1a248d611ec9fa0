"""What the commands share: how they show problems, and the variable that names a house style."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator.problems import render

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from generator.problems import Problem

HOUSE_STYLE_VARIABLE = "WIJKPLAN_HUISSTIJL"
"""The environment variable that names a house style for every plan."""


def say_problems(problems: Iterable[Problem]) -> None:
    """Write problems to the error stream."""
    click.echo(render(problems), err=True)


def shell_name(path: Path) -> str:
    """Return a path as one types it after a command: between quotes when it holds a space."""
    return f'"{path}"' if " " in str(path) else str(path)


def counted(number: int, one: str, more: str) -> str:
    """Return a number with its noun: `1 open punt`, `3 open punten`."""
    return f"{number} {one if number == 1 else more}"
