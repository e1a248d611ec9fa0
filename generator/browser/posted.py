"""What a form that was sent back asks to change, seen from the state of the file that the form showed.

A field that was sent back as it was shown changes nothing, whatever a browser does to line ends. A name that no field
has is refused.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, TypeAlias, cast

from msgspec.structs import replace

from generator.answers.keys import NoSuchQuestionError
from generator.answers.kinds.teksten import cleaned
from generator.answers.shape import model_at
from generator.browser.shown_answers import (
    ASKED_ELSEWHERE,
    asked_at,
    asked_elsewhere,
    canonical,
    opened,
    opened_group,
    shown_text,
)
from generator.roundtrip.tree_edits import AddItem, DropItem, OrderItems, SetAnswer, changed_tree
from generator.source import at, dotted, path_of
from generator.source.characters import CONTROL

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.answers.questions import Vraag
    from generator.browser.shown_answers import Answered
    from generator.roundtrip.tree_edits import Edit
    from generator.source import KeyPath, Tree

WEG, OMHOOG, OMLAAG, VOLGORDE = "weg", "omhoog", "omlaag", "volgorde"
"""The names of what can be asked beside answers: an item leaves, moves a place, or all items get an order."""
YEAR = "|"
"""Between the name of a mapping and one of its keys, for a field that shows one answer of it, such as of a year."""
WHO = f"{ASKED_ELSEWHERE}:"
"""Before the name of a field: who could know the answer."""
BESIDE = frozenset({"versie", "terug"})
"""Names in every form that ask nothing of the answers."""


def edits_of(version: Answered, form: Mapping[str, Sequence[str]]) -> list[Edit]:
    """Return what a form changes in the answers.

    Args:
        version: The state of the file that the form showed.
        form: What was sent: for each name its values.

    Raises:
        NoSuchQuestionError: A name is of no field that the form can have shown.
    """
    tree = version.source.tree if version.source else None
    posted = _Posted(tree)
    for name, values in form.items():
        if name in (WEG, OMHOOG, OMLAAG):
            for key in values:
                posted.move(name, key)
        elif name == VOLGORDE:
            for order in values:
                posted.order(order)
        elif name.startswith(WHO):
            posted.ask(name.removeprefix(WHO), values)
        elif name not in BESIDE:
            posted.answer(name, values)
    return _lifted(tree, posted.found())


class _Posted:
    """Collects edits, all in the numbers of one tree."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._edits: list[Edit] = []
        self._new: dict[KeyPath, _Growing] = {}
        """By list, the items that are not there yet."""

    def found(self) -> list[Edit]:
        """Return the edits; of an item that leaves nothing else changes."""
        dropped = [edit.path for edit in self._edits if isinstance(edit, DropItem)]
        kept = [
            edit
            for edit in self._edits
            if isinstance(edit, DropItem) or not any(edit.path[: len(path)] == path for path in dropped)
        ]
        first = [edit for edit in kept if not isinstance(edit, OrderItems)]
        added = [
            AddItem(path, len(self._items(path)), item)
            for path, items in self._new.items()
            for item in _in_order(items)
        ]
        return [*first, *added, *(edit for edit in kept if isinstance(edit, OrderItems))]

    def answer(self, name: str, values: Sequence[str]) -> None:
        """Take the value of a field."""
        path = _path(name)
        question, is_whole = asked_at(self._tree, path)
        shown = None if question.model else shown_text(question, opened(self._tree, path), is_whole=is_whole)
        if shown is None or not _is_in_groups(self._tree, path):
            raise NoSuchQuestionError(name, ())
        is_many = is_whole and (question.is_lijst or question.is_tabel)
        text = _clean("\n".join(value for value in values if value) if is_many else values[-1] if values else "")
        if _is_same(question, shown, text, is_many=is_many):
            return
        if (place := self._first_new(path)) is not None:
            added = self._new.setdefault(path[:place], {})
            _put(added, path[place:], _of_lines(question, text) if is_many else text)
        elif is_many and question.is_lijst:
            self._edits.extend(_list_edits(path, at(self._tree, path), _lines(text)))
        elif is_many:
            self._edits.extend(_table_edits(path, opened(self._tree, path), text))
        elif isinstance(path[-1], int) and not text:
            self._edits.append(DropItem(path))
        else:
            self._edits.append(SetAnswer(path, text or None))

    def _first_new(self, path: KeyPath) -> int | None:
        """Return the place in a path of the number of an item that is not there yet."""
        numbers = (place for place, part in enumerate(path) if isinstance(part, int))
        return next((place for place in numbers if int(path[place]) >= len(self._items(path[:place]))), None)

    def _items(self, path: KeyPath) -> list[Tree]:
        found = opened(self._tree, path)
        return found if isinstance(found, list) else []

    def ask(self, name: str, values: Sequence[str]) -> None:
        """Take who could know the answer of a field; nobody any more when that is empty."""
        asked_at(self._tree, _path(name))
        who, path = _clean(values[-1] if values else ""), (ASKED_ELSEWHERE,)
        number, given = next(
            ((number, who) for number, key, who in asked_elsewhere(self._tree) if key == name), (None, "")
        )
        if who == _clean(given):
            return
        if number is None:
            self._edits.append(AddItem(path, len(self._items(path)), {"sleutel": name, "wie": who}))
        else:
            self._edits.append(SetAnswer((*path, number, "wie"), who) if who else DropItem((*path, number)))

    def move(self, how: str, key: str) -> None:
        """Let an item leave its list, or move it a place."""
        path = _path(key)
        number, items = path[-1], self._items(path[:-1])
        if not isinstance(number, int) or number >= len(items):
            raise NoSuchQuestionError(key, ())
        if how == WEG:
            self._edits.append(DropItem(path))
            return
        other = number + (1 if how == OMLAAG else -1)
        if 0 <= other < len(items):
            order = list(range(len(items)))
            order[number], order[other] = other, number
            self._edits.append(OrderItems(path[:-1], tuple(order)))

    def order(self, said: str) -> None:
        """Take the order of a list: its key, a colon, and for each place the number of the item, from 1."""
        key, _, numbers = said.partition(":")
        path = _path(key)
        found = [int(number) - 1 for number in re.findall(r"[0-9]{1,6}", numbers)]
        size = len(self._items(path))
        if sorted(found) != list(range(size)):
            raise NoSuchQuestionError(key, ())
        if found != list(range(size)):
            self._edits.append(OrderItems(path, tuple(found)))


def _path(name: str) -> KeyPath:
    path = path_of(name)
    if not path or dotted(path) != name:
        raise NoSuchQuestionError(name, ())
    return path


_Growing: TypeAlias = "dict[str | int, _Growing | Tree]"
"""A group, or a list by the numbers of its items, to which answers are added in any order."""


def _put(growing: _Growing, path: KeyPath, value: Tree) -> None:
    for part in path[:-1]:
        inner = growing.setdefault(part, {})
        growing = cast("_Growing", inner)
    growing[path[-1]] = value


def _in_order(growing: _Growing) -> list[Tree]:
    return [_as_tree(growing[number]) for number in sorted(growing, key=int)]


def _as_tree(growing: _Growing | Tree) -> Tree:
    if not isinstance(growing, dict):
        return growing
    if any(isinstance(part, int) for part in growing):
        return _in_order(cast("_Growing", growing))
    return {str(part): _as_tree(value) for part, value in growing.items()}


def _is_in_groups(tree: Tree, path: KeyPath) -> bool:
    """Tell whether a form can show what is inside all that a path goes through."""
    for end, part in enumerate(path):
        given = opened_group(model_at(path[:end]), opened(tree, path[:end]), tree)
        if given is not None and not isinstance(given, list if isinstance(part, int) else dict):
            return False
    return True


def _clean(text: str) -> str:
    """Return what was typed or pasted without what nobody sees: the file keeps no spaces at line ends."""
    lines = CONTROL.sub("", cleaned(text.replace("\r\n", "\n"))).split("\n")
    kept = "\n".join(line.rstrip() for line in lines).strip("\n")
    return unicodedata.normalize("NFC", kept if "\n" in kept else kept.strip())


def _lines(text: str) -> list[Tree]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _is_same(question: Vraag, shown: str, text: str, *, is_many: bool) -> bool:
    """Tell whether what was sent says what the field showed."""
    before = _clean(shown)
    if not is_many:
        return text == before or bool(text and before and canonical(question, text) == canonical(question, before))
    return _lines(text) == _lines(before)


def _list_edits(path: KeyPath, tree: Tree, lines: list[Tree]) -> Iterator[Edit]:
    """Yield what makes a list of texts say these lines, with as few changes as can be."""
    if not isinstance(tree, list) or not tree or not lines:
        yield SetAnswer(path, lines or None)
        return
    before = [_clean(item) if isinstance(item, str) else "" for item in tree]
    steps = SequenceMatcher(None, before, [str(line) for line in lines], autojunk=False).get_opcodes()
    for _, start, end, first, last in (step for step in steps if step[0] != "equal"):
        both = min(end - start, last - first)
        yield from (SetAnswer((*path, start + number), lines[first + number]) for number in range(both))
        yield from (DropItem((*path, number)) for number in range(start + both, end))
        yield from (AddItem(path, end, lines[number]) for number in range(first + both, last))


def _of_lines(question: Vraag, text: str) -> Tree:
    """Return the list or mapping that lines say; the text itself where a line has no key."""
    if question.is_lijst:
        return _lines(text)
    pairs = [line.partition(":") for line in text.split("\n") if line.strip()]
    return (
        {key.strip(): value.strip() or None for key, _, value in pairs} if all(sign for _, sign, _ in pairs) else text
    )


def _table_edits(path: KeyPath, tree: Tree, text: str) -> Iterator[Edit]:
    """Yield what makes a mapping say these lines, each a key, a colon and an answer."""
    pairs = [line.partition(":") for line in text.split("\n") if line.strip()]
    if not all(sign for _, sign, _ in pairs):
        yield SetAnswer(path, text)  # the fault is told where it stands
        return
    wanted: dict[str, Tree] = {key.strip(): value.strip() or None for key, _, value in pairs}
    before = tree if isinstance(tree, dict) else {}
    if not wanted or not before or before.keys() - wanted.keys():
        yield SetAnswer(path, wanted or None)
        return
    yield from (SetAnswer((*path, key), value) for key, value in wanted.items() if before.get(key) != value)


def _lifted(tree: Tree, edits: Sequence[Edit]) -> list[Edit]:
    """Return the edits, those in a group for which a text stands as one that puts the group in its place."""
    kept: list[Edit] = []
    inside: dict[KeyPath, list[Edit]] = {}
    for edit in edits:
        around = (edit.path[:end] for end in range(1, len(edit.path)))
        path = next((path for path in around if isinstance(at(tree, path), str)), None)
        if path is None:
            kept.append(edit)
        else:
            inside.setdefault(path, []).append(replace(edit, path=edit.path[len(path) :]))
    for path, changes in inside.items():
        whole = opened_group(model_at(path), at(tree, path), tree)
        kept.append(SetAnswer(path, changed_tree(whole, changes)))
    return kept
