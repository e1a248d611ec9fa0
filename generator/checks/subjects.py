"""By which name people know the thing that a problem is about: a figure, an intervention, a condition."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from generator.answers.interventies import GekozenPrincipe, InterventieAntwoord
from generator.answers.kinds import Tekst
from generator.answers.questions import questions
from generator.answers.shape import model_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.answers import Antwoord
    from generator.framework import Framework
    from generator.source import KeyPath, Tree

_LONGEST = 60
"""So many characters of a name are enough to know it by."""


def subject(path: KeyPath, tree: Tree, kader: Framework) -> str:
    """Return the names of the items around a place, the outer one first: `Wijkboa: meldingen per maand`.

    Args:
        path: The place.
        tree: The whole answer file.
        kader: The framework, for what it calls the conditions, interventions and principles.

    Returns:
        Empty where the place is in no item of a list, nor at a condition.
    """
    return ": ".join(shorten(name, _LONGEST, placeholder=" …") for name in _names(path, tree, kader) if name)


def _names(path: KeyPath, tree: Tree, kader: Framework) -> Iterator[str]:
    if path[:1] == ("randvoorwaarden",) and len(path) > 1:
        yield next((item.titel for item in kader.randvoorwaarden if item.id == path[1]), "")
    for length, part in enumerate(path, 1):
        model = model_at(path[:length])
        if isinstance(part, int) and model is not None:
            yield _name(model, _at(path[:length], tree), kader)


def _name(model: type[Antwoord], item: Tree, kader: Framework) -> str:
    """Return what an item is called: by its name here, that of the framework, or what it says of itself."""
    if isinstance(item, str):
        given = model.from_text(item) or {}
    else:
        texts = item.items() if isinstance(item, dict) else ()
        given = {key: text for key, text in texts if isinstance(text, str)}
    titles = {
        InterventieAntwoord: {found.id: found.titel for found in kader.interventies},
        GekozenPrincipe: {found.id: found.titel for found in kader.werkzame_principes},
    }
    own = given.get("lokale_naam") or given.get("titel") or titles.get(model, {}).get(given.get("id", ""))
    named = [key for key, question in questions(model).items() if isinstance(question.item_kind, Tekst)]
    said = own or next((given[key] for key in (model._text_alone, *named) if key in given), "")
    mark = given.get("id", "") if model._text_alone != "id" else ""
    return f"{mark} {said}" if mark and mark != said else said


def _at(path: KeyPath, tree: Tree) -> Tree:
    """Return what a file says at a place; None where it says nothing there."""
    for part in path:
        if isinstance(tree, dict) and isinstance(part, str):
            tree = tree.get(part)
        elif isinstance(tree, list) and isinstance(part, int) and part < len(tree):
            tree = tree[part]
        else:
            # one answer may stand in the place of a list
            tree = tree if part == 0 and isinstance(tree, str) else None
    return tree
