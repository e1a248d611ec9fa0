"""Brings what people changed in documents into a file with answers, which may have changed since as well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from generator.problems import Location, Melding
from generator.roundtrip.tree_edits import AddItem, DropItem, OrderItems, SetAnswer
from generator.source import at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from generator.roundtrip.answer_changes import Change
    from generator.roundtrip.tree_edits import Edit
    from generator.source import KeyPath, Source, Tree

Choice: TypeAlias = Literal["word", "antwoorden"]
_NAMES = ("id", "naam", "titel", "indicator", "wat", "partij", "term", "tekst")
"""By which of its answers an item of a list is known, in this order."""


class TakenChange(Struct, frozen=True):
    """A change with what becomes of it."""

    change: Change
    documents: tuple[str, ...]
    """Where it was found."""
    state: Literal["over", "staat_er_al", "conflict", "blijft", "basis"]
    """Whether it is taken over, was there already, waits for a choice, gave way to what the file says, or is about an
    answer that the file takes from its basis."""
    now: Tree = None
    """What the file says now, where that differs from what the document was made from."""
    line: int = 0
    """The line of the file that it is about; 0 where there is none."""
    column: int = 0
    rival: Tree = None
    """What another document says."""
    rival_documents: tuple[str, ...] = ()
    file: str = ""
    """The file that the line is in."""


class Taken(Struct):
    """What happened, and the file as it becomes."""

    text: str
    changes: list[TakenChange] = field(default_factory=list)
    unread: list[Melding] = field(default_factory=list)
    notes: list[Melding] = field(default_factory=list)
    edits: list[Edit] = field(default_factory=list)
    """What makes the file that; none where it cannot be changed safely."""

    @property
    def over(self) -> list[TakenChange]:
        """What is taken over."""
        return [item for item in self.changes if item.state == "over"]

    @property
    def conflicts(self) -> list[TakenChange]:
        """What waits for a choice."""
        return [item for item in self.changes if item.state == "conflict"]

    @property
    def elsewhere(self) -> list[TakenChange]:
        """What is about an answer in another file, which is not written."""
        return [item for item in self.changes if item.state == "basis"]


def take_over(
    source: Source,
    base: Tree,
    found: Iterable[tuple[str, Sequence[Change]]],
    choose: Callable[[str], Choice | None],
) -> Taken:
    """Return a file with answers in which the changes of people are taken over.

    Args:
        source: The file as it is now.
        base: The tree of the answers that the documents were made from.
        found: For each document its name and what changed in it.
        choose: Says for a key what wins where both changed; None where that was not said.
    """
    taken = Taken(source.text)
    edits: list[Edit] = []
    for change, documents, rivals in _gathered(found):
        item = _at_its_file(_judged(change, documents, rivals, source, base, choose), source, base)
        taken.changes.append(item)
        if item.state == "over":
            edits.extend(_edits(change, base, source.tree))
    edits = _in_order(edits, source.tree)
    if edits:
        from generator.roundtrip.answer_edits import UnsafeEditError, edited  # with what changes text only

        try:
            taken.text, taken.edits = edited(source.text, edits), edits
        except UnsafeEditError as error:
            regel, kolom = source.position(error.path)
            melding = "Dit deel van het bestand is zo geschreven dat wijkplan het niet veilig kan veranderen."
            remedy = "Zet de antwoorden hier onder elkaar, elk op een eigen regel, en probeer het opnieuw."
            taken.unread.append(Melding(melding, remedy, Location(source.name, regel, kolom, str(error))))
            taken.changes = [_waiting(item) for item in taken.changes]
    return taken


def _at_its_file(item: TakenChange, source: Source, base: Tree) -> TakenChange:
    """Return a change with the file that it is about; only in the file itself can it be taken over."""
    path = moved_path(item.change.path, base, source.tree)
    name = source.name if path is None else source.file_of(path)
    is_wanted = item.state in {"over", "conflict"} and name != source.name
    return replace(item, file=name, state="basis" if is_wanted else item.state)


def _waiting(item: TakenChange) -> TakenChange:
    if item.state != "over":
        return item
    return TakenChange(item.change, item.documents, "conflict", item.now, item.line, item.column)


_Gathered: TypeAlias = "tuple[Change, tuple[str, ...], tuple[tuple[Change, str], ...]]"


def _gathered(found: Iterable[tuple[str, Sequence[Change]]]) -> list[_Gathered]:
    """Return each change once, with the documents that have it and the changes of the same answer that differ."""
    order: list[tuple[Change, list[str], list[tuple[Change, str]]]] = []
    for name, changes in found:
        for change in changes:
            same = next((item for item in order if _is_same(item[0], change)), None)
            if same is not None:
                same[1].append(name)
                continue
            rival = next((item for item in order if _is_rival(item[0], change)), None)
            if rival is not None:
                rival[2].append((change, name))
            else:
                order.append((change, [name], []))
    return [(change, tuple(dict.fromkeys(names)), tuple(rivals)) for change, names, rivals in order]


def _is_same(one: Change, other: Change) -> bool:
    return (one.what, one.path, one.new, one.order) == (other.what, other.path, other.new, other.order)


def _is_rival(one: Change, other: Change) -> bool:
    """Tell whether two changes cannot both be made: of one answer, or of an item that the other takes away."""
    if "nieuw" in (one.what, other.what):
        return False
    if one.what == other.what:
        return one.path == other.path
    shorter, longer = sorted((one, other), key=lambda change: len(change.path))
    return shorter.what == "weg" and longer.path[: len(shorter.path)] == shorter.path


def _judged(
    change: Change,
    documents: tuple[str, ...],
    rivals: tuple[tuple[Change, str], ...],
    source: Source,
    base: Tree,
    choose: Callable[[str], Choice | None],
) -> TakenChange:
    path = moved_path(change.path, base, source.tree)
    place = source.position(change.path if path is None else path, value=change.what == "antwoord")
    if rivals:
        rival, name = rivals[0]
        return TakenChange(change, documents, "conflict", None, *place, rival.new, (name,))
    now = None if path is None else at(source.tree, path)
    if change.what == "nieuw":
        is_there = isinstance(now, list) and change.new in now
        return TakenChange(change, documents, "staat_er_al" if is_there else "over", None, *place)
    if change.what == "volgorde":
        same = path is not None and at(base, change.path) == now
        return TakenChange(change, documents, "over" if same else "conflict", now, *place)
    if path is None:
        state: Literal["staat_er_al", "conflict"] = "staat_er_al" if change.what == "weg" else "conflict"
        return TakenChange(change, documents, state, None, *place)
    if now == change.new and change.what == "antwoord":
        return TakenChange(change, documents, "staat_er_al", now, *place)
    if now == change.old:
        return TakenChange(change, documents, "over", None, *place)
    chosen = choose(change.key)
    state_now: Literal["over", "blijft", "conflict"] = (
        "over" if chosen == "word" else "blijft" if chosen == "antwoorden" else "conflict"
    )
    return TakenChange(change, documents, state_now, now, *place)


def _edits(change: Change, base: Tree, tree: Tree) -> list[Edit]:
    path = moved_path(change.path, base, tree) or change.path
    if change.what == "antwoord":
        return [SetAnswer(path, change.new)]
    if change.what == "weg":
        return [DropItem(path)]
    if change.what == "volgorde":
        return [OrderItems(path, change.order)]
    before = change.before
    items, here = at(base, change.path), at(tree, path)
    if isinstance(items, list) and isinstance(here, list) and items != here:
        previous = moved_path((*change.path, before - 1), base, tree) if before else None
        before = int(previous[-1]) + 1 if previous else 0 if not before else len(here)
    return [AddItem(path, before, change.new)]


def _in_order(edits: list[Edit], tree: Tree) -> list[Edit]:
    """Return the edits, with the new order of a list counted in the list as it is once others were added and left."""
    found: list[Edit] = []
    for edit in edits:
        if not isinstance(edit, OrderItems):
            found.append(edit)
            continue
        items = at(tree, edit.path)
        size = len(items) if isinstance(items, list) else 0
        dropped = {int(e.path[-1]) for e in edits if isinstance(e, DropItem) and e.path[:-1] == edit.path}
        labels: list[int | None] = [number for number in range(size) if number not in dropped]
        for added in (e for e in edits if isinstance(e, AddItem) and e.path == edit.path):
            place = next(
                (i for i, label in enumerate(labels) if label is not None and label >= added.before), len(labels)
            )
            labels.insert(place, None)
        found.append(OrderItems(edit.path, _new_order(labels, edit.order)))
    return found


def _new_order(labels: Sequence[int | None], order: Sequence[int]) -> tuple[int, ...]:
    """Return for each place which of the labelled items comes there; what was added stays behind what it followed."""
    chunks: dict[int | None, list[int]] = {None: []}
    last: int | None = None
    for place, label in enumerate(labels):
        last = label if label is not None else last
        chunks.setdefault(last, []).append(place)
    shown = iter([number for number in order if number in chunks])
    moving = set(order)
    found = list(chunks[None])
    for label in chunks:
        if label is not None:
            found.extend(chunks[next(shown) if label in moving else label])
    return tuple(found)


def moved_path(path: KeyPath, base: Tree, tree: Tree) -> KeyPath | None:
    """Return where an answer stands in a file of which the lists may have changed; None where its item is gone.

    Args:
        path: Where it stood.
        base: The tree in which it stood there.
        tree: The tree of the file.
    """
    found: KeyPath = ()
    for end, part in enumerate(path):
        if not isinstance(part, int):
            found = (*found, part)
            continue
        items, here = at(base, path[:end]), at(tree, found)
        number = _same_item(items, part, here) if isinstance(items, list) and isinstance(here, list) else part
        if number is None:
            return None
        found = (*found, number)
    return found


def _same_item(items: Sequence[Tree], number: int, here: Sequence[Tree]) -> int | None:
    """Return the number that an item has in another list."""
    if number >= len(items):
        return number
    item = items[number]
    if number < len(here) and here[number] == item:
        return number
    equal = [place for place, other in enumerate(here) if other == item]
    if len(equal) == 1:
        return equal[0]
    name = name_of(item)
    named = [place for place, other in enumerate(here) if name and name_of(other) == name]
    if len(named) == 1:
        return named[0]
    return number if len(items) == len(here) else None


def name_of(item: Tree) -> str:
    """Return by what an item of a list is known; empty where it has no name."""
    if not isinstance(item, dict):
        return ""
    return next((str(item[key]) for key in _NAMES if isinstance(item.get(key), str)), "")
