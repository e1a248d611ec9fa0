"""Follows a value through the program: which modules hold it while a plan is made."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import generator
from generator.documents import Output
from generator.pipeline import generate

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

_PROGRAM = Path(generator.__file__).parent
_LOOKED_AT = 60
"""Of a list or mapping so many values are looked at."""


def rooms(holds: Callable[[object], bool], answers: Path, house_style: Path | None = None) -> tuple[set[str], set[str]]:
    """Return where the value was seen, and where the run came at all: modules as paths in the project.

    A module has seen the value when one of its functions ends with it as argument, variable or result. Which variables
    of a comprehension are still there differs between versions of Python. What a module defines while it is imported
    does not count: that differs with what was imported before.

    Args:
        holds: Tells whether a value is the one that is followed.
        answers: The answer file; the plan is written beside it.
        house_style: The house style, where it is not the neutral one.
    """
    found: set[str] = set()
    entered: set[str] = set()

    def look(frame: FrameType, event: str, result: object) -> None:
        path = frame.f_code.co_filename
        if event == "return" and path.startswith(str(_PROGRAM)) and frame.f_code.co_name != "<module>":
            room = f"generator/{Path(path).relative_to(_PROGRAM).as_posix()}"
            entered.add(room)
            if room not in found and any(_has(value, holds) for value in (result, *frame.f_locals.values())):
                found.add(room)

    before = sys.getprofile()
    sys.setprofile(look)
    try:
        generate(answers, answers.with_name("plan.docx"), Output(("docx",)), huisstijl=house_style)
    finally:
        sys.setprofile(before)
    return found, entered


def _has(value: object, holds: Callable[[object], bool]) -> bool:
    if isinstance(value, dict):
        return any(map(holds, list(value.values())[:_LOOKED_AT]))
    if isinstance(value, list | tuple):
        return any(map(holds, value[:_LOOKED_AT]))
    return holds(value)
