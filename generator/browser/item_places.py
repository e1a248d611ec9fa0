"""Where answers stand in a later state of a file: items of lists come, go and move, and are known by what they say."""

from __future__ import annotations

import json
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.roundtrip.taking_over import name_of
from generator.source import at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.source import KeyPath, Tree

GONE = -1
"""For an item of a list: it is not there any more."""


def place_now(path: KeyPath, base: Tree, now: Tree) -> KeyPath | None:
    """Return where an answer stands in answers of which the lists may have changed; None where its item is gone."""
    found: KeyPath = ()
    for end, part in enumerate(path):
        if isinstance(part, int):
            items, here = at(base, path[:end]), at(now, found)
            if isinstance(items, list) and part < len(items):
                number = counterparts(items, here)[part] if isinstance(here, list) else GONE
                if number == GONE:
                    return None
                found = (*found, number)
                continue
        found = (*found, part)
    return found


def counterparts(items: Sequence[Tree], here: Sequence[Tree]) -> list[int]:
    """Return for each item of a list the number that it has in a later state of that list; -1 where it is gone.

    What says the same is the same item, in order first; then what has the same name; then what stands between the same
    neighbours and says something that it said before.
    """
    one, other = [spelled(item) for item in items], [spelled(item) for item in here]
    if one == other:
        return list(range(len(one)))
    found = [GONE] * len(one)
    for block in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks():
        found[block.a : block.a + block.size] = range(block.b, block.b + block.size)
    anchors = [(number, place) for number, place in enumerate(found) if place != GONE]
    free = set(range(len(other))) - set(found)
    for number in (number for number, place in enumerate(found) if place == GONE):
        same = next((place for place in sorted(free) if other[place] == one[number]), GONE)
        found[number] = same
        free.discard(same)
    _by_name(items, here, found, free)
    for (left, low), (right, high) in pairwise([(-1, -1), *anchors, (len(one), len(other))]):
        lone = [number for number in range(left + 1, right) if found[number] == GONE]
        places = [place for place in range(low + 1, high) if place in free]
        if len(lone) == len(places):
            for number, place in zip(lone, places, strict=True):
                found[number] = place if _is_like(items[number], here[place]) else GONE
    return found


def _by_name(items: Sequence[Tree], here: Sequence[Tree], found: list[int], free: set[int]) -> None:
    lone = [number for number in range(len(items)) if found[number] == GONE]
    for number in lone:
        name = name_of(items[number])
        places = [place for place in free if name and name_of(here[place]) == name]
        if len(places) == 1 and sum(1 for other in lone if name_of(items[other]) == name) == 1:
            found[number] = places[0]
            free.discard(places[0])


def _is_like(one: Tree, other: Tree) -> bool:
    """Tell whether two items may be one in two states: they share an answer, or one has none yet."""
    if isinstance(one, str) and isinstance(other, str):
        return True
    mine, theirs = set(leaves(one)), set(leaves(other))
    return not mine or not theirs or bool(mine & theirs)


def leaves(tree: Tree, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Yield every text in a tree, with its path."""
    if isinstance(tree, str):
        yield path, tree
    elif isinstance(tree, dict):
        for key, value in tree.items():
            yield from leaves(value, (*path, key))
    elif isinstance(tree, list):
        for number, value in enumerate(tree):
            yield from leaves(value, (*path, number))


def changed_places(base: Tree, now: Tree, path: KeyPath = ()) -> Iterator[KeyPath]:
    """Yield where answers differ; a list of which the length changed is one place."""
    if base == now:
        return
    if isinstance(base, dict) and isinstance(now, dict):
        for key in dict.fromkeys([*base, *now]):
            yield from changed_places(base.get(key), now.get(key), (*path, key))
    elif isinstance(base, list) and isinstance(now, list) and len(base) == len(now):
        for number, (one, other) in enumerate(zip(base, now, strict=True)):
            yield from changed_places(one, other, (*path, number))
    else:
        yield path


def spelled(item: Tree) -> str:
    """Return what a piece of a tree says as one text: what says the same is the same text."""
    return item if isinstance(item, str) else json.dumps(item, ensure_ascii=False, sort_keys=True)
