"""Moves an edited document into another house style: a document made in that style takes over what people did.

What nobody touched is that of the new document. What people wrote goes to the same place in it, else behind what it
followed. What has no place there is said by name.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct, field

from generator.roundtrip.adoption import Adoption
from generator.roundtrip.carried import Carrier, edge_texts
from generator.roundtrip.document_text import NUMBER, main_root, number_blocks, read_parts
from generator.roundtrip.pairing import pair
from generator.roundtrip.text_blocks import TextParagraph, TextRow, TextTable
from generator.roundtrip.tracked_changes import take_out
from generator.roundtrip.tracked_edits import out_of_controls, row_in_table
from generator.roundtrip.tracked_words import parent_of
from generator.word.package import part_xml
from generator.word.package.archive import package
from generator.word.package.relationships import main_part
from generator.word.provenance import PARA_ID
from generator.word.reading.shown_text import plain
from generator.word.xml import value, w

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from lxml.etree import _Element

    from generator.roundtrip.text_blocks import DocumentText

_SECTION = w("sectPr")
_Block = TextParagraph | TextTable | TextRow


class Restyled(Struct):
    """A document in another house style."""

    data: bytes
    meegenomen: int = 0
    """Blocks of people that came along."""
    achtergebleven: list[str] = field(default_factory=list)
    """What could not come along, each in a few words."""


def restyled(edited: Mapping[str, bytes], made: Mapping[str, bytes], fresh: Mapping[str, bytes]) -> Restyled:
    """Return an edited document in another house style.

    Args:
        edited: The parts of the document.
        made: Those of the document as it was made, in its own style.
        fresh: Those of the same document as it is made in the other style.

    Raises:
        ProblemsError: It is no Word document, or no safe one.
    """
    return _Move(edited, made, dict(fresh)).run()


class _Move:
    def __init__(self, edited: Mapping[str, bytes], made: Mapping[str, bytes], fresh: dict[str, bytes]) -> None:
        self._edited, self._made, self._parts = edited, made, fresh
        self._main = main_part(fresh) or ""
        self._source = main_root(edited)
        self._raws = number_blocks(self._source)
        main = main_part(edited) or ""
        self._base = read_parts(made)
        self._theirs = read_parts({**edited, main: etree.tostring(self._source)})
        self._root = main_root(fresh)
        places = number_blocks(self._root)
        ours = read_parts({**fresh, self._main: etree.tostring(self._root)})
        for block in _all_blocks(ours):  # what is read has lost what a reader does not see
            block.element = places[block.element.get(NUMBER, "")]
        for element in (*self._source.iter(), *self._root.iter()):
            element.attrib.pop(NUMBER, None)
        self._people, across = pair(self._base, self._theirs), pair(self._base, ours)
        pairs: list[tuple[_Block, _Block]] = [*across.paragraphs, *across.tables, *across.rows]
        self._place = {id(before): after for before, after in pairs}
        mine: list[tuple[_Block, _Block]] = [*self._people.paragraphs, *self._people.tables, *self._people.rows]
        self._before = {id(after): before for before, after in mine}
        self._spots = {id(block): spot for spot, block in enumerate(_all_blocks(self._base))}
        self._adoption = Adoption(fresh, self._main, edited)
        self._carrier = Carrier(self._adoption, self._root, edited, made)
        self._copied: set[int] = set()
        """What went along inside a table or row that did."""
        self._done = Restyled(b"")

    def run(self) -> Restyled:
        """Do it."""
        self._learn()
        self._carrier.take_notes(self._parts, self._main)
        for before, after in self._people.tables:
            self._whole_table(before, after)
        for made, mine in self._people.paragraphs:
            place = self._place.get(id(made))
            if isinstance(place, TextParagraph) and id(mine) not in self._copied:
                self._fill(made, mine, place)
        self._add_and_move()
        self._leave_out()
        self._name_what_stays()
        self._carrier.number_anew()
        self._adoption.save()
        self._parts[self._main] = part_xml.serialise(self._root)
        self._done.data = package(self._parts)
        return self._done

    def _add_and_move(self) -> None:
        """Put what people added or moved at its place: between blocks, between rows, and in cells."""
        self._go_on(self._theirs.blocks, out_of_controls)
        for before, after in self._people.tables:
            if id(before) in self._place and id(after) not in self._copied:
                self._go_on(after.rows, row_in_table)
        for made, row in self._people.rows:
            if id(row) not in self._copied and id(made) in self._place:
                for cell in row.cells:
                    self._go_on(cell, out_of_controls)

    def _raw(self, block: _Block) -> _Element:
        return self._raws[block.element.get(NUMBER, "")]

    def _learn(self) -> None:
        """Learn from what stands in both which style and list of the one is which of the other."""
        pairs = []
        both: list[tuple[_Block, _Block]] = [*self._people.paragraphs, *self._people.tables]
        for before, after in both:
            place = self._place.get(id(before))
            if place is not None:
                pairs.append((self._raw(after), place.element))
        self._carrier.learn(pairs)

    def _fill(self, before: TextParagraph, after: TextParagraph, place: TextParagraph) -> None:
        """Put what people did to a paragraph in the place of that paragraph."""
        raw = self._raw(after)
        is_touched = self._carrier.is_touched(before, after, raw)
        if not is_touched and not self._carrier.has_comments(raw):
            return
        differs = before.text != place.text or next(place.element.iter(w("drawing"), w("pict")), None) is not None
        is_as_made = after.text == before.text and not self._carrier.is_own(raw, before)
        is_ours = not is_touched or (is_as_made and differs)
        self._carrier.fill(place.element, raw, only_comments=is_ours)
        if (after.level, after.mark) != (before.level, before.mark):
            self._carrier.give_properties(place.element, raw)
        self._done.meegenomen += is_touched

    def _whole_table(self, before: TextTable, after: TextTable) -> None:
        """Let a table that people worked on and that has other columns in the new style be theirs."""
        place = self._place.get(id(before))
        if not isinstance(place, TextTable) or not self._is_touched_table(before, after):
            return
        columns = {len(row.cells) for table in (before, after, place) for row in table.rows[:1]}
        if len(columns) > 1:
            made = self._carrier.copy(self._raw(after))
            parent_of(place.element).replace(place.element, made)
            place.element = made
            self._took_whole(after)

    def _is_touched_table(self, before: TextTable, after: TextTable) -> bool:
        if [row.text for row in before.rows] != [row.text for row in after.rows]:
            return True
        own = {id(after): before for before, after in self._people.paragraphs}
        found = [(own.get(id(item)), item) for row in after.rows for item in row.paragraphs]
        return any(made is None or self._carrier.is_touched(made, item, self._raw(item)) for made, item in found)

    def _took_whole(self, block: _Block) -> None:
        self._done.meegenomen += 1
        self._copied.add(id(block))
        rows = block.rows if isinstance(block, TextTable) else [block] if isinstance(block, TextRow) else []
        for row in rows:
            self._copied.update((id(row), *map(id, row.paragraphs)))

    def _go_on(self, blocks: Sequence[_Block], outer: Callable[[_Element], _Element]) -> None:
        """Put what people added behind what it follows, and what they moved where they put it."""
        moved = self._moved(blocks)
        previous: _Element | None = None
        waiting: list[_Element] = []
        for block in blocks:
            before = self._before.get(id(block))
            place = None if before is None else self._place.get(id(before))
            if place is not None and place.element.getparent() is not None:
                if id(block) in moved and previous is not None:
                    _put_behind(outer(previous), outer(place.element))
                previous = place.element
                for made in waiting:
                    outer(previous).addprevious(made)
                waiting = []
            elif self._is_of_people(before, block):
                made = self._carrier.copy(self._raw(block), previous)
                self._took_whole(block)
                if previous is None:
                    waiting.append(made)
                else:
                    outer(previous).addnext(made)
                    previous = made
        for made in waiting:  # nothing that stood beside it is there any more
            self._root[0].insert(0, made)

    def _is_of_people(self, before: _Block | None, block: _Block) -> bool:
        """Tell whether a block that has no place in the new document is the work of people."""
        if before is None:
            return not isinstance(block, TextParagraph) or block.shows_something
        if isinstance(before, TextTable) and isinstance(block, TextTable):
            return self._is_touched_table(before, block)
        if isinstance(before, TextParagraph) and isinstance(block, TextParagraph):
            return self._carrier.is_touched(before, block, self._raw(block))
        return before.text != block.text

    def _moved(self, blocks: Sequence[_Block]) -> set[int]:
        """Return what stands in another order than it was made in: as few as can be."""
        known = [(self._spots.get(id(self._before.get(id(block))), -1), block) for block in blocks]
        placed = [(spot, block) for spot, block in known if spot >= 0]
        stays = _longest_rise([spot for spot, _ in placed])
        return {id(block) for index, (_, block) in enumerate(placed) if index not in stays}

    def _leave_out(self) -> None:
        """Leave out what people left out; what they did so in tracked changes stays as a tracked change."""
        by_id = {item.get(PARA_ID): item for item in self._source.iter(w("p"), w("tr")) if item.get(PARA_ID)}
        gone: list[_Block] = [*self._people.gone, *(row for _, row in self._people.gone_rows)]
        for before, after in self._people.rows:
            kept = {id(self._before.get(id(item))) for item in after.paragraphs}
            gone.extend(item for item in before.paragraphs if id(item) not in kept)
        for block in gone:
            place = self._place.get(id(block))
            if place is None or (isinstance(block, TextParagraph) and not block.shows_something):
                continue
            raw = None if isinstance(block, TextTable) else by_id.get(block.para_id)
            for item in place.rows if isinstance(place, TextTable) else [place]:
                self._without(item, raw)

    def _without(self, place: _Block, raw: _Element | None) -> None:
        element = place.element
        if raw is not None and raw.tag == w("tr"):
            parent_of(element).replace(element, self._carrier.copy(raw))
        elif raw is not None:
            self._carrier.fill(element, raw)
        elif next(element.iter(_SECTION), None) is None and element.getparent() is not None:
            take_out(element)

    def _name_what_stays(self) -> None:
        """Say by name what did not come along."""
        texts = [plain("".join(item.itertext(w("t")))) for item in self._root.iter(w("p"))]
        there = Counter(texts)
        changed = [after for before, after in self._people.paragraphs if after.text != before.text]
        for paragraph in (*changed, *self._people.new_paragraphs):
            if paragraph.text and not there[paragraph.text]:
                self._stays(f"de tekst ‘{paragraph.text}’")
        sections = [len(list(root.iter(_SECTION))) for root in (self._source, main_root(self._made))]
        if sections[0] != sections[1]:
            self._stays("de eigen indeling in secties (zoals liggende pagina’s)")
        for text in sorted(edge_texts(self._edited) - edge_texts(self._made)):
            self._stays(f"de eigen kop- of voettekst ‘{text}’")
        self._name_lost_comments()

    def _name_lost_comments(self) -> None:
        marks = {value(item, w("id")) for item in self._root.iter(w("commentReference"))}
        for comment in self._source.iter(w("commentReference")):
            if value(comment, w("id")) in self._carrier.readers - marks:
                paragraph = next(comment.iterancestors(w("p")), comment)
                self._stays(f"een opmerking bij ‘{plain(''.join(paragraph.itertext(w('t'))))}’")

    def _stays(self, what: str) -> None:
        if what not in self._done.achtergebleven:
            self._done.achtergebleven.append(what)


def _all_blocks(document: DocumentText) -> list[_Block]:
    found: list[_Block] = []
    for block in document.blocks:
        found.append(block)
        for row in block.rows if isinstance(block, TextTable) else ():
            found.extend([row, *row.paragraphs])
    return found


def _put_behind(before: _Element, element: _Element) -> None:
    if before is not element and before not in element.iterancestors() and element not in before.iterancestors():
        before.addnext(element)


def _longest_rise(spots: Sequence[int]) -> set[int]:
    """Return the places of a longest row of numbers that only rises."""
    best: list[tuple[int, int]] = []
    """For each length the place it ends at and its last number."""
    before: dict[int, int] = {}
    for index, spot in enumerate(spots):
        length = sum(1 for _, last in best if last < spot)
        if length:
            before[index] = best[length - 1][0]
        best[length : length + 1] = [(index, spot)]
    found: set[int] = set()
    place = best[-1][0] if best else -1
    while place >= 0:
        found.add(place)
        place = before.get(place, -1)
    return found
