"""Edits as they are written: in the file itself, where answers may come from a basis, and one by one where need be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problems import Location, Melding, Problem
from generator.roundtrip.answer_edits import UnsafeEditError, edited
from generator.roundtrip.tree_edits import Edit, SetAnswer, changed_tree
from generator.source import at, dotted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.browser.answer_versions import Version
    from generator.source import KeyPath, Source


def for_own_file(
    now: Version, source: Source, edits: Sequence[Edit]
) -> tuple[list[Edit], list[KeyPath], list[Problem]]:
    """Return edits of the file itself: a list of the basis in which something changes is taken along whole."""
    found: list[Edit] = []
    lists: dict[KeyPath, list[Edit]] = {}
    problems: list[Problem] = []
    for edit in edits:
        whole = _list_of(edit)
        if whole is not None and now.basis_of(whole) is not None:
            lists.setdefault(whole, []).append(edit)
        elif isinstance(edit, SetAnswer) and edit.tree is None and (name := now.basis_of(edit.path)):
            place = Location(name, *source.position(edit.path), dotted(edit.path))
            remedy = f"Maak het leeg in {name}, of geef hier een ander antwoord."
            melding = "Dit antwoord komt uit de basis. Leeg maken kan alleen daar."
            problems.append(Melding(melding, remedy, place).problem)
        else:
            found.append(edit)
    found.extend(SetAnswer(path, at(changed_tree(now.tree, inside), path)) for path, inside in lists.items())
    return found, list(lists), problems


def _list_of(edit: Edit) -> KeyPath | None:
    """Return the outermost list that an edit is of; None where it is of none."""
    number = next((end for end, part in enumerate(edit.path) if isinstance(part, int)), None)
    if number is not None:
        return edit.path[:number]
    return None if isinstance(edit, SetAnswer) else edit.path


def written(source: Source, edits: Sequence[Edit]) -> tuple[str, list[Edit], list[Problem]]:
    """Return the text with edits, those that are in it, and why others are not.

    Where one answer cannot be changed safely the others are all the same, unless items of lists come and go with it.
    """
    try:
        return edited(source.text, edits), list(edits), []
    except UnsafeEditError as error:
        if len(edits) == 1 or not all(isinstance(edit, SetAnswer) for edit in edits):
            return source.text, [], [_unsafe(source, error.path)]
    text, made, problems = source.text, list[Edit](), list[Problem]()
    for edit in edits:
        try:
            text = edited(text, [edit])
            made.append(edit)
        except UnsafeEditError as error:
            problems.append(_unsafe(source, error.path or edit.path))
    return text, made, problems


def _unsafe(source: Source, path: KeyPath) -> Problem:
    melding = "Dit deel van het bestand is zo geschreven dat wijkplan het niet veilig kan veranderen."
    remedy = "Zet de antwoorden hier in het bestand onder elkaar, elk op een eigen regel, en probeer het opnieuw."
    return Melding(melding, remedy, Location(source.name, *source.position(path), dotted(path))).problem
