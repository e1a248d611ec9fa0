"""Which paragraph, table and row of one document is which of another that was made from it.

The ids that Word keeps and the tags of answers come first; then the text, in order; then what is most alike.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct, field

from generator.roundtrip.text_blocks import TextParagraph, TextRow, TextTable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.roundtrip.text_blocks import DocumentText

_ALIKE = 0.5
"""Two texts that have less in common are two texts."""
_MOST_COMPARED = 40
"""So many neighbours are looked at for one that is alike."""
_SURE = 1_000
"""So many tags in common tell as much as an id that Word kept: paragraphs of one answer have one tag."""
_LONGEST = 2_000
"""Of longer texts the first characters tell enough."""

_T = TypeVar("_T", TextParagraph, TextTable, TextRow)
_B = TypeVar("_B")


class Pairing(Struct):
    """What belongs together in the two, and what stands in one of them alone."""

    paragraphs: list[tuple[TextParagraph, TextParagraph]] = field(default_factory=list)
    tables: list[tuple[TextTable, TextTable]] = field(default_factory=list)
    rows: list[tuple[TextRow, TextRow]] = field(default_factory=list)
    gone: list[TextParagraph | TextTable] = field(default_factory=list)
    """Blocks of the first that the second has no more."""
    new: list[TextParagraph | TextTable] = field(default_factory=list)
    """Blocks of the second that the first does not have."""
    gone_rows: list[tuple[TextTable, TextRow]] = field(default_factory=list)
    """Rows that are gone, with the table of the second that they are gone from."""
    new_rows: list[tuple[TextTable, TextRow]] = field(default_factory=list)
    """Rows that are new, with their table in the second."""

    @property
    def new_paragraphs(self) -> Iterator[TextParagraph]:
        """Every paragraph of the second that the first does not have, those in tables too."""
        for block in self.new:
            yield from _paragraphs(block)
        for _, row in self.new_rows:
            yield from row.paragraphs
        known = {id(after) for _, after in self.paragraphs}
        for _, row in self.rows:
            yield from (paragraph for paragraph in row.paragraphs if id(paragraph) not in known)


def pair(before: DocumentText, after: DocumentText, *, made_anew: bool = False) -> Pairing:
    """Return what belongs together in two documents.

    Args:
        before: The document as it was made.
        after: The same document, when people had worked on it.
        made_anew: Whether it is one that was made from other answers instead: its tags count on where an item of a
            list comes before others, so that the words tell first which item is which.
    """
    found = Pairing()
    paragraphs = _blocks_of(TextParagraph, before, after, made_anew)
    tables = _blocks_of(TextTable, before, after, made_anew)
    kept = {id(first) for first, _ in _in_one_order([*paragraphs, *tables], before.blocks, after.blocks, made_anew)}
    found.paragraphs = [pair for pair in paragraphs if id(pair[0]) in kept]
    found.tables = [pair for pair in tables if id(pair[0]) in kept]
    taken = {id(block) for pair in (*found.paragraphs, *found.tables) for block in pair}
    found.gone.extend(block for block in before.blocks if id(block) not in taken)
    found.new.extend(block for block in after.blocks if id(block) not in taken)
    for first, second in found.tables:
        _pair_rows(first, second, found, made_anew)
    return found


def _blocks_of(kind: type[_T], before: DocumentText, after: DocumentText, made_anew: bool) -> Sequence[tuple[_T, _T]]:
    """Return the pairs of one kind of block."""
    ours = [block for block in before.blocks if isinstance(block, kind)]
    theirs = [block for block in after.blocks if isinstance(block, kind)]
    return _pairs(ours, theirs, made_anew)


def _in_one_order(
    pairs: Sequence[tuple[_B, _B]], before: Sequence[_B], after: Sequence[_B], made_anew: bool
) -> Sequence[tuple[_B, _B]]:
    """Return the most pairs of one kind that stand in the same order in both, where both were made.

    What is another kind of paragraph there, or stands in another order, was taken away and came in; people move things.
    """
    if not made_anew:
        return pairs
    pairs = [pair for pair in pairs if _is_one_kind(*pair)]
    spots = {id(block): spot for spot, block in enumerate(before)}
    places = {id(block): place for place, block in enumerate(after)}
    order = sorted(pairs, key=lambda pair: spots[id(pair[0])])
    ends: list[int] = []
    """The last place of the best row of pairs of each length."""
    lengths = []
    for _, second in order:
        place = places[id(second)]
        length = bisect_left(ends, place)
        ends[length : length + 1] = [place]
        lengths.append(length)
    found: list[tuple[_B, _B]] = []
    for pair, length in zip(reversed(order), reversed(lengths), strict=True):
        if length == len(ends) - 1 - len(found):
            found.append(pair)
    return found[::-1]


def _is_one_kind(one: object, other: object) -> bool:
    """Tell whether two blocks are both a heading of one level, an item of one kind of list, or neither."""
    if not (isinstance(one, TextParagraph) and isinstance(other, TextParagraph)):
        return True
    return (one.mark, one.level) == (other.mark, other.level)


def _pair_rows(first: TextTable, second: TextTable, found: Pairing, made_anew: bool) -> None:
    pairs = _pairs(first.rows, second.rows, made_anew)
    taken_before = {id(row) for row, _ in pairs}
    taken_after = {id(row) for _, row in pairs}
    found.gone_rows.extend((second, row) for row in first.rows if id(row) not in taken_before)
    found.new_rows.extend((second, row) for row in second.rows if id(row) not in taken_after)
    for before, after in pairs:
        found.rows.append((before, after))
        for one, other in zip(before.cells, after.cells, strict=False):
            found.paragraphs.extend(_pairs(one, other, made_anew))


def tags_of(block: TextParagraph | TextRow | TextTable) -> frozenset[str]:
    """Return the tags of the controls in a block."""
    return frozenset(
        piece.control.tag for paragraph in _paragraphs(block) for piece in paragraph.pieces if piece.control
    )


def _paragraphs(block: TextParagraph | TextRow | TextTable) -> Iterable[TextParagraph]:
    if isinstance(block, TextParagraph):
        return [block]
    if isinstance(block, TextRow):
        return block.paragraphs
    return [paragraph for row in block.rows for paragraph in row.paragraphs]


def _marks(block: TextParagraph | TextRow | TextTable) -> frozenset[str]:
    """Return by what a block is known wherever it stands: its own ids, and the tags in it."""
    if isinstance(block, TextTable):
        return frozenset(mark for row in block.rows for mark in _marks(row))
    ids = {f"id {block.para_id}"} if block.para_id else set()
    return tags_of(block) | ids


def _pairs(ours: Sequence[_T], theirs: Sequence[_T], made_anew: bool) -> Sequence[tuple[_T, _T]]:
    """Return the pairs of blocks in two sequences, in the order of the first."""
    if len(ours) == len(theirs) == 1 or (not made_anew and _has_same_ids(ours, theirs)):
        # most cells: whatever it says now, the one came in the place of the other
        return _in_one_order(list(zip(ours, theirs, strict=True)), ours, theirs, made_anew)
    found: dict[int, int] = {}
    taken: set[int] = set()
    if made_anew:
        _items_by_text(ours, theirs, found, taken)
    _by_marks(ours, theirs, found, taken)
    _by_text(ours, theirs, found, taken)
    _by_likeness(ours, theirs, found, taken)
    pairs = [(ours[index], theirs[found[index]]) for index in sorted(found)]
    return _in_one_order(pairs, ours, theirs, made_anew)


def _has_same_ids(ours: Sequence[_T], theirs: Sequence[_T]) -> bool:
    """Tell whether two sequences have the same ids in the same order, each of them once."""
    ids, others = ([getattr(block, "para_id", "") for block in blocks] for blocks in (ours, theirs))
    return ids == others and all(ids) and len(set(ids)) == len(ids)


def _items_by_text(ours: Sequence[_T], theirs: Sequence[_T], found: dict[int, int], taken: set[int]) -> None:
    """Pair items of lists that say the same, once in each: their tags count on when an item comes before them."""
    places = [_once(blocks) for blocks in (ours, theirs)]
    for text, index in places[0].items():
        place = places[1].get(text)
        if place is not None:
            found[index] = place
            taken.add(place)


def _once(blocks: Sequence[TextParagraph | TextRow | TextTable]) -> dict[str, int]:
    """Return the texts of the items of lists among blocks that stand there once, with their place."""
    counts = Counter(block.text for block in blocks)
    return {
        block.text: place
        for place, block in enumerate(blocks)
        if block.text.strip()
        and counts[block.text] == 1
        and not isinstance(block, TextTable)
        and any("[" in tag for tag in tags_of(block))
    }


def _by_marks(ours: Sequence[_T], theirs: Sequence[_T], found: dict[int, int], taken: set[int]) -> None:
    """Pair what has an id or a tag in common: of several copies the one that is most alike."""
    places: dict[str, list[int]] = {}
    for index, block in enumerate(theirs):
        for mark in _marks(block):
            places.setdefault(mark, []).append(index)
    for index, block in ((index, block) for index, block in enumerate(ours) if index not in found):
        votes: dict[int, int] = {}
        for mark in _marks(block):
            for place in places.get(mark, ()):
                votes[place] = votes.get(place, 0) + (_SURE if mark.startswith("id ") else 1)
        free = [place for place in votes if place not in taken]
        most = max((votes[place] for place in free), default=0)
        copies = [place for place in free if votes[place] == most]
        if copies:
            best, *others = copies
            if others:
                best = max(copies, key=lambda place: (_likeness(block.text, theirs[place].text), -place))
            found[index] = best
            taken.add(best)


def _by_text(ours: Sequence[_T], theirs: Sequence[_T], found: dict[int, int], taken: set[int]) -> None:
    """Pair what says the same, in order; then what says the same elsewhere and says it once."""
    left = [index for index in range(len(ours)) if index not in found]
    free = [index for index in range(len(theirs)) if index not in taken]
    if not (left and free):
        return
    matcher = SequenceMatcher(None, [ours[i].text for i in left], [theirs[i].text for i in free], autojunk=False)
    for start, other, size in matcher.get_matching_blocks():
        for step in range(size):
            found[left[start + step]] = free[other + step]
            taken.add(free[other + step])
    elsewhere: dict[str, list[int]] = {}
    for index in free:
        if index not in taken and theirs[index].text:
            elsewhere.setdefault(theirs[index].text, []).append(index)
    for index in left:
        places = elsewhere.get(ours[index].text, [])
        if index not in found and len(places) == 1 and places[0] not in taken:
            found[index] = places[0]
            taken.add(places[0])


def _by_likeness(ours: Sequence[_T], theirs: Sequence[_T], found: dict[int, int], taken: set[int]) -> None:
    """Pair what is left between two pairs and is alike."""
    reached = -1
    for index in range(len(ours)):
        if index in found:
            reached = found[index]
            continue
        upper = min((place for other, place in found.items() if other > index and place > reached), default=len(theirs))
        free = [place for place in range(reached + 1, upper) if place not in taken][:_MOST_COMPARED]
        likeness = {place: _likeness(ours[index].text, theirs[place].text) for place in free}
        best = max(likeness, key=lambda place: likeness[place], default=None)
        if best is not None and (likeness[best] >= _ALIKE or _is_alone(ours, theirs, index, best, found, taken)):
            found[index] = best
            taken.add(best)
            reached = best


def _is_alone(
    ours: Sequence[_T], theirs: Sequence[_T], index: int, place: int, found: dict[int, int], taken: set[int]
) -> bool:
    """Tell whether two blocks each stand alone between the same neighbours, so that one replaced the other."""
    before = index == 0 or found.get(index - 1) == place - 1
    after = index == len(ours) - 1 or found.get(index + 1) == place + 1
    ends = (place == 0) == (index == 0) and (place == len(theirs) - 1) == (index == len(ours) - 1)
    return before and after and ends and place not in taken


def _likeness(one: str, other: str) -> float:
    if one == other:
        return 1.0
    matcher = SequenceMatcher(None, one[:_LONGEST], other[:_LONGEST], autojunk=False)
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return 0.0
    return matcher.ratio()
