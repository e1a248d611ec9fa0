"""Changes an answer file on the disk: what was mistyped is mended, something is added, and the file is written anew."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from generator.pipeline import known_keys_of
from generator.problems import Location, ProblemsError
from generator.source import dotted

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.form.holders import Wish
    from generator.form.insertion import Inserted
    from generator.framework import Framework
    from generator.saving import Saved
    from generator.source import Source
    from generator.source.diagnosis.mending import Amended


def amend_file(answers: Path, *, write: bool = False) -> tuple[Amended, Saved | None]:
    """Mend in an answer file what is certain to be a mistake in typing.

    Args:
        answers: The file.
        write: Whether to write it; the file as it was is kept beside it, as `.bak`.

    Returns:
        What was mended and what is left, and where it was written.

    Raises:
        ProblemsError: The file cannot be read as text, or not be written.
    """
    from generator.framework import load_framework
    from generator.source.diagnosis.mending import amend
    from generator.source.yaml_file import read_file

    file = read_file(answers)
    amended = amend(file.text, str(answers), known_keys_of(load_framework()))
    if not write or not amended.lines:
        return amended, None
    return amended, save_answers(file.encoded(amended.text), answers)


def add_to_file(answers: Path, wish: Wish) -> tuple[Inserted, Saved]:
    """Add one thing to an answer file.

    Args:
        answers: The file; as it was it is kept beside it, as `.bak`.
        wish: What to add.

    Returns:
        What was added and where, and where it was written.

    Raises:
        NotUnderstoodError: The words of the wish are not clear.
        ProblemsError: It is there already, or the file cannot be read or written.
    """
    from generator.form.additions import add
    from generator.framework import load_framework
    from generator.source import parse
    from generator.source.shared_answers import with_bases
    from generator.source.yaml_file import read_file

    framework = load_framework()
    known = known_keys_of(framework)
    file = read_file(answers)
    own = parse(file.text, str(answers), known)
    _refuse_inherited(with_bases(own, known), wish, framework)
    inserted = add(own, wish, framework, known)
    return inserted, save_answers(file.encoded(inserted.text), answers, is_own=partial(_only_adds, answers))


def _refuse_inherited(source: Source, wish: Wish, framework: Framework) -> None:
    """Stop before a list that comes from a basis: one thing in the file itself would take the place of all of it."""
    from generator.form.holders import target_of
    from generator.source import at

    if not source.bases:
        return
    path = target_of(wish, source, framework).path
    name = source.file_of(path)
    if name != source.name and isinstance(at(source.tree, path), list):
        melding = "Deze lijst komt uit de basis. Eén regel in dit bestand zou de hele lijst vervangen."
        remedy = f"Zet het erbij in {name}, of neem eerst de hele lijst over in {source.name}."
        raise ProblemsError.about(Location(name, *source.position(path), dotted(path)), melding, remedy)


def _only_adds(answers: Path, existing: bytes) -> bool:
    """Tell whether the newest copy of an answer file has in it every line of the file but for what was added since.

    Then that copy is the one to go back to: a row of additions leaves one copy, not one each.
    """
    try:
        beside = [place for place in answers.parent.iterdir() if place.name.startswith(answers.name)]
        copies = [place for place in beside if place.suffix == ".bak"]
        newest = max(copies, key=lambda place: place.stat().st_mtime_ns, default=None)
        kept = newest.read_bytes() if newest else b""
    except OSError:
        return False
    lines = iter(existing.splitlines())
    return bool(kept) and all(line in lines for line in kept.splitlines())


def save_answers(data: bytes, answers: Path, is_own: Callable[[bytes], bool] = lambda _existing: False) -> Saved:
    """Write an answer file anew; the old one is kept beside it, as `.bak`, unless nothing is lost without it.

    Args:
        data: The file as it becomes.
        answers: Where it stands.
        is_own: Tells whether nothing is lost without the old one.

    Raises:
        ProblemsError: It cannot be written.
    """
    from generator.saving import save

    try:
        return save(data, answers, forceer=True, is_own=is_own)
    except ProblemsError as error:
        remedy = "Sluit het bestand in andere programma’s, en kijk of je in deze map mag schrijven."
        raise ProblemsError([replace(problem, oplossing=remedy) for problem in error.problems]) from error
