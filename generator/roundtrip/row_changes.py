"""Rows of tables and items of lists that people added, took away or moved, as items of the lists of answers they show.

A row belongs to the item of a list whose answers stand in it. A row that was copied or pasted has the tags of another
one or none: the columns then say which answers it gives.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal

from msgspec import Struct, field

from generator.roundtrip.row_answers import UnreadableRowError, path_of_tag, row_answers
from generator.roundtrip.text_blocks import TextParagraph, TextRow, TextTable
from generator.source import at
from generator.word.reading.shown_text import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.roundtrip.pairing import Pairing
    from generator.roundtrip.remade import Base
    from generator.roundtrip.text_blocks import DocumentText
    from generator.source import KeyPath, Tree


class RowChange(Struct, frozen=True):
    """A row or item that is new or gone, or a list in another order; or what cannot be read of one."""

    what: Literal["nieuw", "weg", "volgorde"]
    path: KeyPath
    heading: str
    old: Tree = None
    new: Tree = None
    who: str = ""
    before: int = 0
    order: tuple[int, ...] = ()
    melding: str = ""
    """What is wrong, where it cannot be read."""
    left: str = ""
    """What stands in a new row beside its answers, in cells that show none."""


class RowChanges(Struct):
    """What happened to rows and items."""

    changes: list[RowChange] = field(default_factory=list)
    copied: set[int] = field(default_factory=set)
    """The `id` of each paragraph that belongs to a new one."""


class _Unit(Struct):
    """A row, or a paragraph that is an item of a list."""

    cells: list[list[TextParagraph]]
    heading: str

    @property
    def paragraphs(self) -> Iterator[TextParagraph]:
        return (paragraph for cell in self.cells for paragraph in cell)

    @property
    def text(self) -> str:
        return plain(" ".join(item.text for item in self.paragraphs))


def row_changes(base: Base, document: DocumentText, pairing: Pairing) -> RowChanges:
    """Return what happened to the rows and items of a document.

    Args:
        base: The document as it was made.
        document: As it is now.
        pairing: What of the two belongs together.
    """
    found = RowChanges()
    pairs = {id(after): before for before, after in pairing.rows}
    for before, after in pairing.tables:
        rows = [row for row in after.rows if not row.is_head]
        _Sequence(base, document, found).compare(
            [_Unit(row.cells, before.heading) for row in before.rows if not row.is_head],
            [_Unit(row.cells, after.heading) for row in rows],
            [_index_in(before, pairs.get(id(row))) for row in rows],
        )
    _flowing_items(base, document, pairing, found)
    return found


def _index_in(table: TextTable, row: TextRow | None) -> int | None:
    body = [item for item in table.rows if not item.is_head]
    return next((index for index, item in enumerate(body) if item is row), None)


def _flowing_items(base: Base, document: DocumentText, pairing: Pairing, found: RowChanges) -> None:
    """Compare the lists that stand between the paragraphs of a document."""
    pairs = {id(after): before for before, after in pairing.paragraphs}
    blocks = document.blocks
    for group in _item_groups(base):
        places = {id(paragraph): index for index, paragraph in enumerate(group)}
        spots = [spot for spot, block in enumerate(blocks) if id(pairs.get(id(block))) in places]
        if not spots:
            continue
        first, last = min(spots), max(spots)
        while last + 1 < len(blocks) and _is_new_item(blocks[last + 1], pairs):
            last += 1
        while first > 0 and _is_new_item(blocks[first - 1], pairs):
            first -= 1
        now = [block for block in blocks[first : last + 1] if isinstance(block, TextParagraph)]
        now = [block for block in now if id(pairs.get(id(block))) in places or _is_new_item(block, pairs)]
        _Sequence(base, document, found).compare(
            [_Unit([[paragraph]], paragraph.heading) for paragraph in group],
            [_Unit([[paragraph]], paragraph.heading) for paragraph in now],
            [places.get(id(pairs.get(id(paragraph)))) for paragraph in now],
        )


def _is_new_item(block: TextParagraph | TextTable, pairs: dict[int, TextParagraph]) -> bool:
    return isinstance(block, TextParagraph) and bool(block.mark) and bool(block.text) and id(block) not in pairs


def _item_groups(base: Base) -> Iterator[list[TextParagraph]]:
    """Yield the paragraphs under each other that are each an item of one list of answers."""
    group: list[TextParagraph] = []
    owner: KeyPath | None = None
    for block in base.document.blocks:
        path = _sole_item(block, base) if isinstance(block, TextParagraph) else None
        if group and (path is None or path[:-1] != owner):
            yield group
            group = []
        if path is not None and isinstance(block, TextParagraph):
            group.append(block)
            owner = path[:-1]
    if group:
        yield group


def _sole_item(paragraph: TextParagraph, base: Base) -> KeyPath | None:
    """Return the item of a list that a paragraph is as a whole."""
    tags = {piece.control.tag if piece.control else "" for piece in paragraph.pieces}
    if len(tags) != 1 or not paragraph.mark:
        return None
    path = path_of_tag(next(iter(tags)), base)
    return path if path and isinstance(path[-1], int) else None


class _Sequence:
    """The rows of one table, or the items of one list, before and now."""

    def __init__(self, base: Base, document: DocumentText, found: RowChanges) -> None:
        self._base = base
        self._document = document
        self._found = found

    def compare(self, before: Sequence[_Unit], now: Sequence[_Unit], places: Sequence[int | None]) -> None:
        """Keep what happened.

        Args:
            before: The units as they were.
            now: As they are.
            places: For each of these, which of the first it is; None where it is new.
        """
        paths = [self._item_of(unit) for unit in before]
        owner = _common_list(paths)
        new = [index for index, place in enumerate(places) if place is None and now[index].text]
        if owner is None:
            self._foreign(now, new, places)
            return
        self._gone(before, paths, places, owner)
        for index in new:
            self._new(now, index, places, before, paths, owner)
        self._moved(paths, places, owner, now)

    def _item_of(self, unit: _Unit) -> KeyPath | None:
        """Return the item of a list whose answers a unit shows: the innermost that most of them share."""
        votes: Counter[KeyPath] = Counter()
        for paragraph in unit.paragraphs:
            for tag in {piece.control.tag for piece in paragraph.pieces if piece.control}:
                path = path_of_tag(tag, self._base)
                ends = [end for end, part in enumerate(path, 1) if isinstance(part, int)]
                votes.update(path[:end] for end in ends)
        if not votes:
            return None
        most = max(votes.values())
        return max((path for path, count in votes.items() if count == most), key=len)

    def _foreign(self, now: Sequence[_Unit], new: Sequence[int], places: Sequence[int | None]) -> None:
        """Say of rows that are new in a table of several lists, that nobody can tell where they belong."""
        for index in new:
            tags = any(piece.control for paragraph in now[index].paragraphs for piece in paragraph.pieces)
            if tags and any(place is not None for place in places):
                self._found.copied.update(id(paragraph) for paragraph in now[index].paragraphs)
                text = now[index].text
                melding = f"De rij “{text}” is nieuw, maar deze tabel toont antwoorden van meer plaatsen."
                self._found.changes.append(RowChange("nieuw", (), now[index].heading, melding=melding))

    def _gone(
        self, before: Sequence[_Unit], paths: Sequence[KeyPath | None], places: Sequence[int | None], owner: KeyPath
    ) -> None:
        kept = {place for place in places if place is not None}
        if not kept and len(before) > 1:
            return  # the table was emptied or replaced as a whole, which says nothing of its answers
        for index, path in enumerate(paths):
            if path is not None and path[:-1] == owner and index not in kept:
                old = at(self._base.tree, path)
                known = any(change.what == "weg" and change.path == path for change in self._found.changes)
                if old is not None and not known:
                    self._found.changes.append(RowChange("weg", path, before[index].heading, old=old))

    def _new(
        self,
        now: Sequence[_Unit],
        index: int,
        places: Sequence[int | None],
        before: Sequence[_Unit],
        paths: Sequence[KeyPath | None],
        owner: KeyPath,
    ) -> None:
        unit = now[index]
        self._found.copied.update(id(paragraph) for paragraph in unit.paragraphs)
        example = next((before[i] for i, path in enumerate(paths) if path is not None and path[:-1] == owner), None)
        path = next((path for path in paths if path is not None and path[:-1] == owner), None)
        if example is None or path is None:
            self._found.changes.append(RowChange("nieuw", owner, unit.heading, left=unit.text))
            return
        try:
            tree, left = row_answers(unit.cells, example.cells, path, self._base)
        except UnreadableRowError as error:
            self._found.changes.append(RowChange("nieuw", owner, unit.heading, melding=str(error), left=unit.text))
            return
        if tree is None:
            self._found.changes.append(RowChange("nieuw", owner, unit.heading, left=left or unit.text))
            return
        if any(
            change.what == "nieuw" and change.path == owner and change.new == tree for change in self._found.changes
        ):
            return
        who = next((self._document.authors[p.text] for p in unit.paragraphs if p.text in self._document.authors), "")
        place = _place(index, places, paths, owner)
        self._found.changes.append(RowChange("nieuw", owner, unit.heading, new=tree, who=who, before=place, left=left))

    def _moved(
        self,
        paths: Sequence[KeyPath | None],
        places: Sequence[int | None],
        owner: KeyPath,
        now: Sequence[_Unit],
    ) -> None:
        """Keep that the items stand in another order, where they stood in that of the file."""
        numbers = [int(path[-1]) for path in paths if path is not None and path[:-1] == owner]
        if numbers != sorted(set(numbers)) or len(numbers) != len(paths):
            return
        shown = [int(path[-1]) for place in places if place is not None and (path := paths[place]) is not None]
        if shown == sorted(shown):
            return
        items = at(self._base.tree, owner)
        if not isinstance(items, list):
            return
        order = tuple(shown)
        old, new = ([str(number + 1) for number in numbers] for numbers in (sorted(order), order))
        self._found.changes.append(RowChange("volgorde", owner, now[0].heading, old=[*old], new=[*new], order=order))


def _common_list(paths: Sequence[KeyPath | None]) -> KeyPath | None:
    """Return the list of which most units each show an item of their own."""
    owners = Counter(path[:-1] for path in paths if path is not None)
    if not owners:
        return None
    owner, count = owners.most_common(1)[0]
    own = [path for path in paths if path is not None and path[:-1] == owner]
    return owner if count * 2 >= len(paths) and len(own) == len(set(own)) else None


def _place(index: int, places: Sequence[int | None], paths: Sequence[KeyPath | None], owner: KeyPath) -> int:
    """Return the number of the item that a new one comes before."""
    for earlier in range(index - 1, -1, -1):
        place = places[earlier]
        path = paths[place] if place is not None else None
        if path is not None and path[:-1] == owner:
            return int(path[-1]) + 1
    for later in range(index + 1, len(places)):
        place = places[later]
        path = paths[place] if place is not None else None
        if path is not None and path[:-1] == owner:
            return int(path[-1])
    return 0
