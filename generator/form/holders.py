"""Finds the list or group in an answer file that something is to be added to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.form.soorten import SOORTEN, many_above, soort_of
from generator.problems import ProblemsError
from generator.suggestions import did_you_mean

if TYPE_CHECKING:
    from generator.framework import Framework
    from generator.source import KeyPath, Source, Tree


class NotUnderstoodError(ProblemsError):
    """The words say of no thing for sure what it is or where it belongs."""


class Wish(NamedTuple):
    """What is to be added."""

    soort: str
    woorden: tuple[str, ...]
    """What it belongs to, where there is more than one of those, and what it is called."""
    eigen: bool = False
    """Whether an intervention is one of the municipality's own."""


class Target(NamedTuple):
    """The list or group that something comes in."""

    key: str
    """Without ids and numbers of items."""
    path: KeyPath
    about: str
    """The id of what it stands in; empty where there is one of those only."""
    rest: tuple[str, ...]
    """The words that say what it is called."""


class _Holder(NamedTuple):
    """One of several things that something can be added to."""

    path: KeyPath
    id: str
    namen: tuple[str, ...]
    """What it may be called."""


def target_of(wish: Wish, source: Source, kader: Framework) -> Target:
    """Return the list or group that is meant: the one in what the first word names, else the only one."""
    keys = SOORTEN[wish.soort]
    inside = [(key, above) for key in keys if (above := many_above(key)) is not None]
    for key, above in inside:
        for path, about, names in _holders(above, source, kader):
            if wish.woorden and folded(wish.woorden[0]) in map(folded, names):
                rest = tuple(key.removeprefix(f"{above}.").split("."))
                return Target(key, (*path, *rest), about, wish.woorden[1:])
    alone = next((key for key in keys if many_above(key) is None), None)
    if alone is None or len(wish.woorden) > 1:
        raise _unknown_holder(wish, [above for _, above in inside], source, kader)
    return Target(alone, tuple(alone.split(".")), "", wish.woorden)


def _holders(key: str, source: Source, kader: Framework) -> list[_Holder]:
    """Return what there is of something of which there are more: its place, its id, and what it may be called."""
    if key == "randvoorwaarden":
        return [_Holder((key, item.id), item.id, (item.id, item.titel)) for item in kader.randvoorwaarden]
    titles = {item.id: item.titel for item in kader.interventies} if key == "interventies" else {}
    found = []
    for path, item in items_at(source, tuple(key.split("."))):
        names = [item] if isinstance(item, str) else []
        if isinstance(item, dict):
            names = [str(item[name]) for name in ("id", "naam", "titel", "lokale_naam", "doel") if item.get(name)]
        if names:
            found.append(_Holder(path, names[0], (*names, titles.get(names[0], names[0]))))
    return found


def _unknown_holder(wish: Wish, above: list[str], source: Source, kader: Framework) -> NotUnderstoodError:
    """Return the error that the first word names nothing that the thing can stand in."""
    if not above:
        melding = f"Dit is één woord te veel: {' '.join(wish.woorden[1:])}."
        return not_understood(melding, "Zet een naam met spaties tussen aanhalingstekens.")
    names = [about for key in above for _, about, _ in _holders(key, source, kader)]
    what = " of ".join(dict.fromkeys(soort_of(key) or "" for key in above))
    first = wish.woorden[0] if wish.woorden else ""
    melding = f"“{first}” ken ik hier niet." if first else f"Bij welke {what} hoort het?"
    choices = f"Kies uit: {', '.join(names)}." if names else f"Zet er eerst een {what} bij."
    absent = any(folded(first) in (item.id, folded(item.titel)) for item in kader.interventies)
    if absent:
        melding = f"De interventie “{first}” staat niet in {source.name}."
        choices = f"Zet hem er eerst bij: wijkplan voeg-toe interventie {first}"
    known = [*names, *(item.id for item in kader.interventies if "interventies" in above)]
    return not_understood(melding, choices if absent else did_you_mean(first, known) or choices)


def items_at(source: Source, path: KeyPath) -> list[tuple[KeyPath, Tree]]:
    """Return what is in the list at a path, each with its place; a single answer in its place is a list of one."""
    tree: Tree = source.tree
    for part in path:
        if isinstance(part, int):
            tree = tree[part] if isinstance(tree, list) else tree
        else:
            tree = tree.get(part) if isinstance(tree, dict) else None
    items = tree if isinstance(tree, list) else [] if tree is None else [tree]
    return [((*path, number), item) for number, item in enumerate(items)]


def not_understood(melding: str, remedy: str) -> NotUnderstoodError:
    """Return the error that says that words are not clear, and what to do."""
    return NotUnderstoodError.about("voeg-toe", melding, remedy)


def folded(text: str) -> str:
    """Return a text as names are compared."""
    return " ".join(text.casefold().split())
