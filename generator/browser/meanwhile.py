"""Brings edits of a file as it was shown to the file as it is now, and tells where the two cannot both hold.

Three sides are compared: the answers from which somebody worked, the answers as they are now, and what they are to
become. Where the file says something else by now, nobody's words give way: that is a conflict, with all three.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

from generator.browser.item_places import GONE, changed_places, counterparts, place_now, spelled
from generator.roundtrip.tree_edits import AddItem, DropItem, OrderItems, SetAnswer, changed_tree
from generator.source import at, dotted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from generator.roundtrip.tree_edits import Edit
    from generator.source import KeyPath, Tree

Choice: TypeAlias = Literal["hier", "bestand"]
"""What wins where both changed: what was typed here, or what the file says."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """An answer that was changed here, and in the file as well."""

    path: KeyPath
    """Where it stood in the version that was changed here: the name of its field."""
    base: Tree
    """What that version said; None where that is not known."""
    here: Tree
    """What it is to become; None where it is to go."""
    there: Tree
    """What the file says now."""
    place: KeyPath | None
    """Where it stands now; None where what it was a part of is gone."""
    edit: Edit = field(repr=False)


@dataclass(slots=True)
class Moved:
    """Edits for the file as it is now, and what keeps others from being made."""

    edits: list[Edit] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)


def moved_edits(
    edits: Sequence[Edit],
    base: Tree,
    now: Tree,
    choices: Mapping[str, Choice],
    is_own: Callable[[KeyPath, Tree], bool] = lambda _path, _tree: False,
) -> Moved:
    """Return edits for the file as it is now; what it says already needs none.

    Args:
        edits: What is to change in the version that somebody saw.
        base: What that said; None where that is not known, so that no item of a list can be told from another.
        now: What the file says.
        choices: By the key of a conflict (as in `base`), what wins.
        is_own: Tells whether what stands at a place now came from who types here, who then only types on.
    """
    moving = _Moving(base, now, choices, is_own)
    others = [edit for edit in edits if not isinstance(edit, OrderItems)]
    for edit in others:
        if isinstance(edit, SetAnswer):
            moving.set(edit)
        elif isinstance(edit, DropItem):
            moving.drop(edit)
        else:
            moving.add(edit)
    moving.revive()
    moving.moved.edits.sort(key=lambda edit: edit.before if isinstance(edit, AddItem) else GONE)
    for new in edits:
        if isinstance(new, OrderItems):
            moving.order(new, others)
    return moving.moved


class _Moving:
    """Edits on their way from one state of the answers to another."""

    def __init__(
        self, base: Tree, now: Tree, choices: Mapping[str, Choice], is_own: Callable[[KeyPath, Tree], bool]
    ) -> None:
        self.moved = Moved()
        self._base, self._now, self._choices, self._is_own = base, now, choices, is_own
        self._lost: dict[KeyPath, list[Edit]] = {}
        """For an item that is gone, what was typed in it and is to stay."""

    def set(self, edit: SetAnswer) -> None:
        """Move an answer that changes."""
        place, was, there = self._sides(edit)
        is_sure = self._base is not None or not any(isinstance(part, int) for part in edit.path)
        if place is not None and there == edit.tree:
            return
        if place is not None and ((there == was and is_sure) or self._is_own(place, there)):
            self.moved.edits.append(SetAnswer(place, edit.tree))
        elif place is None:
            if self._wins(Conflict(edit.path, was, edit.tree, None, None, edit)):
                self._lost.setdefault(self._gone_item(edit.path), []).append(edit)
        elif self._wins(Conflict(edit.path, was, edit.tree, there, place, edit)):
            self.moved.edits.append(SetAnswer(place, edit.tree))

    def drop(self, edit: DropItem) -> None:
        """Move an item that leaves."""
        place, was, there = self._sides(edit)
        if place is not None and (there == was or self._wins(Conflict(edit.path, was, None, there, place, edit))):
            self.moved.edits.append(DropItem(place))

    def add(self, edit: AddItem) -> None:
        """Move an item that is added; one that says the same and came in between is that item."""
        place, was, there = self._sides(edit)
        if place is None or not (there is None or isinstance(there, list)):
            self._wins(Conflict(edit.path, None, edit.tree, there, place, edit))
            return
        known = was.count(edit.tree) if isinstance(was, list) else 0
        if (there or []).count(edit.tree) <= known:
            self.moved.edits.append(AddItem(place, _before(edit, was, there or []), edit.tree))

    def order(self, edit: OrderItems, others: Sequence[Edit]) -> None:
        """Move the new order of a list: what came in between stays behind what it follows."""
        place, was, there = self._sides(edit)
        wanted = at(changed_tree(self._base, [*others, edit]), edit.path) if self._base is not None else None
        if place is None or not isinstance(there, list) or not isinstance(was, list):
            self._wins(Conflict(edit.path, was, wanted, there, place, edit))
            return
        known: list[int | str | None] = [None] * len(there)
        for number, here in enumerate(counterparts(was, there)):
            if here != GONE:
                known[here] = number
        before = _labels(list(range(len(was))), edit.path, others)
        order = _ordered(_labels(known, place, self.moved.edits), [before[number] for number in edit.order])
        kept = [number for number in known if isinstance(number, int)]
        if order != sorted(order) and (
            kept == sorted(kept) or self._wins(Conflict(edit.path, was, wanted, there, place, edit))
        ):
            self.moved.edits.append(OrderItems(place, tuple(order)))

    def revive(self) -> None:
        """Add each item that is gone, and in which was typed, once more: with what was typed."""
        for path, edits in self._lost.items():
            items = place_now(path[:-1], self._base, self._now)
            there = None if items is None else at(self._now, items)
            if items is None or not (there is None or isinstance(there, list)):
                self.moved.conflicts.extend(
                    Conflict(edit.path, at(self._base, edit.path), edit.tree, None, None, edit)
                    for edit in edits
                    if isinstance(edit, SetAnswer)
                )
            else:
                again = at(changed_tree(self._base, edits), path)
                self.moved.edits.append(AddItem(items, len(there or ()), again))

    def _sides(self, edit: Edit) -> tuple[KeyPath | None, Tree, Tree]:
        """Return where an edit is to be made, what stood there, and what stands there now."""
        place = place_now(edit.path, self._base, self._now)
        return place, at(self._base, edit.path), None if place is None else at(self._now, place)

    def _wins(self, conflict: Conflict) -> bool:
        """Tell whether what was typed here wins; without a choice the conflict is kept."""
        chosen = self._choices.get(dotted(conflict.path))
        if chosen is None:
            self.moved.conflicts.append(conflict)
        return chosen == "hier"

    def _gone_item(self, path: KeyPath) -> KeyPath:
        """Return the outermost item that a path leads through and that is gone."""
        ends = (end for end, part in enumerate(path, 1) if isinstance(part, int))
        return next(path[:end] for end in ends if place_now(path[:end], self._base, self._now) is None)


def _before(edit: AddItem, was: Tree, here: Sequence[Tree]) -> int:
    """Return before which item something is to be added now: behind the item that it was to follow."""
    if not isinstance(was, list) or was == here:
        return edit.before if isinstance(was, list) else len(here)
    numbers = counterparts(was, here)
    for number in range(min(edit.before, len(was)) - 1, -1, -1):
        if numbers[number] != GONE:
            return numbers[number] + 1
    return 0 if was else len(here)


def _labels(labels: Sequence[int | str | None], path: KeyPath, edits: Sequence[Edit]) -> list[int | str | None]:
    """Return the names of the items of a list once others were added (by what they say) and had left."""
    drops = {int(edit.path[-1]) for edit in edits if isinstance(edit, DropItem) and edit.path[:-1] == path}
    found = [label for number, label in enumerate(labels) if number not in drops]
    added = 0
    for edit in edits:
        if isinstance(edit, AddItem) and edit.path == path:
            less = sum(1 for number in drops if number < edit.before)
            found.insert(edit.before - less + added, f"+{spelled(edit.tree)}")
            added += 1
    return found


def _ordered(labels: Sequence[int | str | None], wanted: Sequence[int | str | None]) -> list[int]:
    """Return the numbers of a list in the wanted order; what has no place in it stays behind what it follows."""
    found: list[int] = []
    chunks: dict[int | str | None, list[list[int]]] = {}
    last = found
    for number, label in enumerate(labels):
        if label is not None and label in wanted:
            last = []
            chunks.setdefault(label, []).append(last)
        last.append(number)
    for label in wanted:
        if chunks.get(label):
            found.extend(chunks[label].pop(0))
    return found + [number for rest in chunks.values() for chunk in rest for number in chunk]


def others_places(base: Tree, now: Tree, edits: Sequence[Edit]) -> list[KeyPath]:
    """Return where answers were changed by others: not where they say what is being sent."""
    if base is None or base == now:
        return []
    mine = changed_tree(base, edits)
    return [path for path in changed_places(base, now) if at(mine, path) != at(now, path)]
