"""How problems show on a screen: a sign and a colour for how serious they are, lines that fit, places to click on."""

from __future__ import annotations

import os
import re
import shutil
import sys
from dataclasses import replace
from textwrap import wrap
from typing import TYPE_CHECKING

import click

from generator.problems import Soort

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.problems import Problem

# Signs that every console and every font on Windows has.
_SIGNS = {Soort.FOUT: ("×", "red"), Soort.OPEN: ("!", "yellow"), Soort.AANDACHT: ("i", "cyan")}
_WIDEST = 100
"""Longer lines are hard to read."""
_MOST = 6
"""So many places of one message are shown; who wants them all asks for them."""
_INDENT = "    "
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What steers a terminal, or turns the order of what is shown."""


def wants_colour() -> bool | None:
    """Tell that nobody wants colour, by the agreement of no-color.org; None where click may see for itself."""
    return False if os.environ.get("NO_COLOR") else None


def fitted(text: str, first: str = "", rest: str | None = None) -> str:
    """Return a text in lines that fit the window; what is no window, such as a file, gets one line.

    Args:
        text: One paragraph.
        first: What stands before the first line.
        rest: What stands before the other lines; as much space as before the first when None.
    """
    indent = " " * len(first) if rest is None else rest
    lines = wrap(
        text, _width(), initial_indent=first, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
    return "\n".join(lines)


def _width() -> int:
    columns = shutil.get_terminal_size((0, 0)).columns
    return min(columns - 1, _WIDEST) if columns else sys.maxsize


def message(same: Sequence[Problem], *, everywhere: bool = True) -> Iterator[str]:
    """Yield the lines about problems that say the same: what is wrong and what to do once, and each place.

    Args:
        same: The problems.
        everywhere: Whether to show every place, and not only the first few.
    """
    sign, colour = _SIGNS[same[0].soort]
    same = [visible(problem) for problem in same]
    lines = fitted(same[0].melding, f"  {sign} ")
    yield lines.replace(sign, click.style(sign, fg=colour, bold=True), 1)
    yield fitted(same[0].oplossing, f"{_INDENT}→ ")
    places: dict[str, list[str]] = {}
    for problem in same:
        places.setdefault(place(problem), []).append(_name(problem, alone=len(same) == 1))
    shown = list(places.items())[: None if everywhere else _MOST]
    for where, names in shown:
        name = ", ".join(filter(None, names))
        yield _placed(where, name)
    if len(places) > len(shown):
        yield f"{_INDENT}en nog {len(places) - len(shown)} andere plaatsen"


def visible(problem: Problem) -> Problem:
    """Return a problem without signs that would make a terminal do something: a key is what somebody typed."""
    return replace(
        problem,
        bestand=_shown(problem.bestand),
        sleutel=_shown(problem.sleutel),
        melding=_shown(problem.melding),
        oplossing=_shown(problem.oplossing),
        onderwerp=_shown(problem.onderwerp),
    )


def _shown(text: str) -> str:
    return _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", text)


def place(problem: Problem) -> str:
    """Return where a problem is, as an editor and most terminals understand it: `bestand:regel:kolom`."""
    return f"{problem.bestand}:{problem.regel}:{problem.kolom}" if problem.regel else problem.bestand


def _name(problem: Problem, *, alone: bool) -> str:
    """Return what a place is called: among others by the name of the thing that stands there."""
    if alone and problem.onderwerp and problem.sleutel:
        return f"{problem.sleutel} ({problem.onderwerp})"
    return problem.onderwerp or problem.sleutel


def _placed(where: str, name: str) -> str:
    """Return a place with its name behind it, or below it where that does not fit; a place is never cut."""
    line = f"{_INDENT}{click.style(where, fg='bright_black')}"
    if not name:
        return line
    if len(_INDENT) + len(where) + 2 + len(name) <= _width():
        return f"{line}  {name}"
    return f"{line}\n{fitted(name, _INDENT + '  ')}"


def say_problems(problems: Iterable[Problem]) -> None:
    """Write problems to the error stream, those that say the same once."""
    from generator.checks.urgency import alike

    for same in alike(problems):
        click.echo("\n".join(message(same)), err=True, color=wants_colour())
