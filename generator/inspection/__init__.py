"""Inspects a house style for who owns it: what a plan takes from it, what not, and what deserves attention.

The steps: find its files, try a plan and a specimen in it and look beside its Word file (`trial`), and tell what is in
that (`explanation`). Everything that is said is data, a `Regel`; the command line shows it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.inspection.explanation import GROUPS, Regel
from generator.problems import ProblemsError, located
from generator.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from generator.problems import Problem

__all__ = ["GROUPS", "Regel", "can_make_plans", "inspect"]


def inspect(place: Path, workshop: Workshop | None = None) -> list[Regel]:
    """Return everything there is to say of a house style; what is wrong with it is said too, never raised.

    Args:
        place: The house style, as `--huisstijl` takes it.
        workshop: What plans share; one of its own when None.
    """
    from generator.housestyle import find_house_style
    from generator.inspection.explanation import about_word
    from generator.inspection.trial import about_folder, contrasts, problems
    from generator.word.word_report import report

    shared = workshop or Workshop()
    try:
        files = find_house_style(place)
        with located(files.locate):
            word = report(shared.word_file(files.word), files.options)
    except ProblemsError as error:
        return [_fault(problem) for problem in error.problems]
    faults = [_fault(problem) for problem in problems(files, shared)]
    return [*faults, *about_word(word), *contrasts(files, word, shared), *about_folder(files)]


def can_make_plans(found: Iterable[Regel]) -> bool:
    """Tell whether a plan can be made with a house style of which this was said."""
    return not any(item.soort == "fout" for item in found)


def _fault(problem: Problem) -> Regel:
    where = (problem.bestand, problem.regel, problem.kolom)
    return Regel("fout", "fout", problem.sleutel, "", problem.melding, problem.oplossing, *where)
