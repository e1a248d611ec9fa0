"""What can change in answers, and the tree that they are after it."""

from __future__ import annotations

import copy
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from generator.source import at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.source import KeyPath, Tree


class SetAnswer(Struct, frozen=True):
    """An answer that changes, or is given for the first time; without one when `tree` is None."""

    path: KeyPath
    tree: Tree


class AddItem(Struct, frozen=True):
    """An item that is added to a list: before the one that has the number `before` now, or at its end."""

    path: KeyPath
    """Of the list."""
    before: int
    tree: Tree


class DropItem(Struct, frozen=True):
    """An item that leaves a list."""

    path: KeyPath
    """Of the item."""


class OrderItems(Struct, frozen=True):
    """A list whose items stand in another order, once others were added and had left."""

    path: KeyPath
    order: tuple[int, ...]
    """For each place, the number that its item has before."""


Edit: TypeAlias = SetAnswer | AddItem | DropItem | OrderItems


def changed_tree(tree: Tree, edits: Sequence[Edit]) -> Tree:
    """Return the tree that a text has after these edits."""
    root = copy.deepcopy(tree)
    for edit in edits:
        if isinstance(edit, SetAnswer):
            put(root, edit.path, edit.tree)
    drops = sorted((edit.path for edit in edits if isinstance(edit, DropItem)), reverse=True)
    for path in drops:
        del _list(root, path[:-1])[int(path[-1])]
    added: Counter[KeyPath] = Counter()
    for edit in edits:
        if isinstance(edit, AddItem):
            less = sum(1 for path in drops if path[:-1] == edit.path and int(path[-1]) < edit.before)
            _list(root, edit.path).insert(edit.before - less + added[edit.path], copy.deepcopy(edit.tree))
            added[edit.path] += 1
        elif isinstance(edit, OrderItems):
            items = _list(root, edit.path)
            items[:] = [items[number] for number in edit.order]
    return root


def in_words(tree: Tree) -> str:
    """Return an answer on one line, as people are shown it."""
    if tree is None:
        return "(leeg)"
    if isinstance(tree, dict):
        return "; ".join(f"{key}: {in_words(value)}" for key, value in tree.items())
    if isinstance(tree, list):
        return ", ".join(map(in_words, tree))
    return " ¶ ".join(line.strip() for line in tree.split("\n") if line.strip())


def put(root: Tree, path: KeyPath, value: Tree) -> None:
    """Put a value at a path of a tree, which is changed; groups and lists on the way are made."""
    here: Tree = root
    for part, following in pairwise(path):
        inner = at(here, (part,))
        if inner is None:
            inner = [] if isinstance(following, int) else {}
            if isinstance(here, dict):
                here[str(part)] = inner
        here = inner
    if isinstance(here, list) and isinstance(path[-1], int):
        here[path[-1]] = value
    elif isinstance(here, dict):
        here[str(path[-1])] = value


def _list(root: Tree, path: KeyPath) -> list[Tree]:
    found = at(root, path)
    if not isinstance(found, list):
        found = []
        put(root, path, found)
    return found
