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
    from generator.saving import Saved

__all__ = ["GROUPS", "Regel", "can_make_plans", "inspect", "write_mended"]


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


def write_mended(place: Path, target: Path | None, *, forceer: bool) -> tuple[Saved | None, tuple[str, ...]]:
    """Write a mended copy of the Word file of a house style, which stays as it is itself.

    Args:
        place: The house style, as `--huisstijl` takes it.
        target: Where the copy goes; beside the Word file when None.
        forceer: Replace a file that is there already; it is kept as `.bak`.

    Returns:
        The file that was written, None where there was nothing to mend; and what was changed, in sentences.

    Raises:
        ProblemsError: The house style has a fault, or the file may not be written.
    """
    from generator.housestyle import find_house_style
    from generator.inspection.explanation import about_mended
    from generator.saving import save
    from generator.word.mended_copy import mended_copy

    files = find_house_style(place)
    with located(files.locate):
        mended = mended_copy(Workshop().word_file(files.word), files.options)
    if not mended.is_changed:
        return None, ()
    wanted = target or files.word.with_name(f"{files.word.stem}-hersteld.docx")
    if wanted.suffix.lower() != ".docx" and not wanted.is_dir():
        raise ProblemsError.about(
            wanted, "Een hersteld sjabloon is een Word-bestand.", "Kies een naam die op .docx eindigt."
        )
    return save(mended.document, wanted, forceer=forceer, is_own=lambda _: False), tuple(about_mended(mended))


def can_make_plans(found: Iterable[Regel]) -> bool:
    """Tell whether a plan can be made with a house style of which this was said."""
    return not any(item.soort == "fout" for item in found)


def _fault(problem: Problem) -> Regel:
    where = (problem.bestand, problem.regel, problem.kolom)
    return Regel("fout", "fout", problem.sleutel, "", problem.melding, problem.oplossing, *where)
