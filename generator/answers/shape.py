"""Finds the question that a place in a file answers, without looking at any answer."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from generator.answers import Antwoorden
from generator.answers.questions import questions
from generator.source import KnownKeys

if TYPE_CHECKING:
    from generator.answers.questions import Antwoord, Vraag
    from generator.source import KeyPath


def field_at(path: KeyPath, root: type[Antwoord] = Antwoorden) -> Vraag | None:
    """Return the question at a place in the answer file, or None when there is none.

    Numbers of items and keys of mappings belong to the question around them: `wijk.cijfers[2].bron` is the
    question `bron`, and `wijk.cijfers[2]` the question `cijfers`.

    Args:
        path: The place.
        root: The model of the whole file, where that is another one than the answers.
    """
    model: type[Antwoord] | None = root
    found: Vraag | None = None
    inside = False
    for part in path:
        if inside and found is not None and (isinstance(part, int) or found.is_tabel):
            inside = False
            continue
        if model is None or not isinstance(part, str) or part not in questions(model):
            return None
        found = questions(model)[part]
        model = found.model
        inside = found.is_lijst or found.is_tabel
    return found


def model_at(path: KeyPath, root: type[Antwoord] = Antwoorden) -> type[Antwoord] | None:
    """Return the group of questions that a place in the answer file holds, or None."""
    if not path:
        return root
    found = field_at(path, root)
    return found.model if found else None


@cache
def known_keys(root: type[Antwoord] = Antwoorden, ids: frozenset[str] = frozenset()) -> KnownKeys:
    """Return every key that may stand in a file.

    Args:
        root: The model of the whole file.
        ids: The keys of tables with a group for each id, such as the ids of the framework.
    """
    groups: dict[str, frozenset[str]] = {"": frozenset(questions(root))}
    items: dict[str, frozenset[str]] = {}
    plain: set[str] = set()
    tables: set[str] = set()
    for model in _models(root):
        for name, found in questions(model).items():
            below = frozenset(questions(found.model)) if found.model else frozenset[str]()
            if found.is_tabel and found.model:
                groups |= {name: ids, **dict.fromkeys(ids, below)}
            elif found.is_tabel:
                tables.add(name)
            elif found.is_lijst:
                items[name] = items.get(name, frozenset()) | below
            elif found.model:
                groups[name] = groups.get(name, frozenset()) | below
            else:
                plain.add(name)
    return KnownKeys(groups, items, frozenset(plain), frozenset(tables))


def _models(root: type[Antwoord]) -> list[type[Antwoord]]:
    """Return a model and every model of a group in it."""
    models = [root]
    for model in models:
        inner = (found.model for found in questions(model).values())
        models += [found for found in inner if found is not None and found not in models]
    return models
