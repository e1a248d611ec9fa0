"""What each window sent last: who types on sends the same answer again, from a page that does not know of it yet.

Between two windows such a second answer would be a conflict; from one window it is the same hand.
"""

from __future__ import annotations

from collections import Counter, OrderedDict
from typing import TYPE_CHECKING, TypeVar

from generator.browser.item_places import place_now
from generator.roundtrip.tree_edits import AddItem, SetAnswer
from generator.source import at, dotted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.roundtrip.tree_edits import Edit
    from generator.source import KeyPath, Tree

_Key = TypeVar("_Key")
_MOST = 2_000


class WindowMemory:
    """The answers and items that windows sent, as they sent them; the oldest are forgotten."""

    def __init__(self) -> None:
        """Begin empty."""
        self._answers: OrderedDict[tuple[str, str], Tree] = OrderedDict()
        """By window and key."""
        self._items: OrderedDict[tuple[str, str, str, int], Tree] = OrderedDict()
        """By window, the version that it showed, the list, and the how manieth item that it added there."""

    def is_own(self, window: str, path: KeyPath, tree: Tree) -> bool:
        """Tell whether what stands at a place is what this window sent."""
        key = (window, dotted(path))
        return bool(window) and key in self._answers and self._answers[key] == tree

    def typed_on(
        self, window: str, based_on: str, edits: Sequence[Edit], base: Tree, now: Tree
    ) -> tuple[list[Edit], list[Edit]]:
        """Return the edits, and apart from them those of items that the window added before and types on in.

        The second are of the file as it is now.
        """
        fresh: list[Edit] = []
        again: list[Edit] = []
        for edit, number in _counted(edits):
            key = (window, based_on, dotted(edit.path), number)
            place = self._place(key, edit, base, now) if window and isinstance(edit, AddItem) else None
            if place is None:
                fresh.append(edit)
            elif isinstance(edit, AddItem) and at(now, place) != edit.tree:
                again.append(SetAnswer(place, edit.tree))
        return fresh, again

    def remember(
        self, window: str, based_on: str, sent: Sequence[Edit], made: Sequence[Edit], places: Sequence[KeyPath]
    ) -> None:
        """Keep what a window sent, and where that stands now."""
        if not window:
            return
        for edit, place in zip(made, places, strict=True):
            if isinstance(edit, SetAnswer):
                _keep(self._answers, (window, dotted(place)), edit.tree)
        for edit, number in _counted(sent):
            if isinstance(edit, AddItem):
                _keep(self._items, (window, based_on, dotted(edit.path), number), edit.tree)

    def _place(self, key: tuple[str, str, str, int], edit: Edit, base: Tree, now: Tree) -> KeyPath | None:
        """Return where the item stands now that the window added before; None where there is none."""
        if key not in self._items:
            return None
        path = place_now(edit.path, base, now)
        items = None if path is None else at(now, path)
        if path is None or not isinstance(items, list) or self._items[key] not in items:
            return None
        return (*path, len(items) - 1 - items[::-1].index(self._items[key]))


def _counted(edits: Sequence[Edit]) -> Iterator[tuple[Edit, int]]:
    """Yield the edits, each item that is added with its number among those that are added to its list."""
    counted: Counter[KeyPath] = Counter()
    for edit in edits:
        yield edit, counted[edit.path]
        if isinstance(edit, AddItem):
            counted[edit.path] += 1


def _keep(kept: OrderedDict[_Key, Tree], key: _Key, tree: Tree) -> None:
    kept[key] = tree
    kept.move_to_end(key)
    if len(kept) > _MOST:
        kept.popitem(last=False)
