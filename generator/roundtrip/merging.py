"""Brings a document that people edited up to date: what nobody touched becomes new, and what people did stays.

Three documents are compared block by block: as it was made, as people left it, and as it would be made now.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct, field

from generator.roundtrip.drawing_renewal import CHART, PICTURE
from generator.roundtrip.pairing import pair
from generator.roundtrip.text_blocks import TextParagraph, TextRow, TextTable
from generator.roundtrip.tracked_edits import out_of_controls, row_in_table
from generator.roundtrip.word_markdown import same_looks
from generator.word.xml import value_at, w

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lxml.etree import _Element

    from generator.roundtrip.pairing import Pairing
    from generator.roundtrip.text_blocks import DocumentText
    from generator.roundtrip.tracked_edits import Editor

_CONTROL, _TABLE = w("sdt"), w("tbl")
_GOES = "vervalt dit."
_B = TypeVar("_B", TextParagraph | TextTable, TextRow)


class Merge(Struct):
    """What was done."""

    bijgewerkt: int = 0
    """Blocks that nobody touched and that are new now."""
    voorstellen: int = 0
    """Blocks that both sides changed: the text of people stays, ours is a comment."""
    gelaten: int = 0
    """Blocks that people changed and that we would not change."""
    nieuw: int = 0
    vervallen: int = 0
    """Blocks that are no longer made, and that nobody touched."""
    comments: list[tuple[_Element, str]] = field(default_factory=list)
    """What is said beside a paragraph of the document."""
    charts: list[tuple[_Element, _Element, _Element]] = field(default_factory=list)
    """The paragraph of each chart: as it was made, in the document, and as it is made now."""
    pictures: list[tuple[_Element, _Element, _Element]] = field(default_factory=list)
    """The paragraph of each picture, in the same way."""
    touched: list[_Element] = field(default_factory=list)
    """The paragraphs, rows and tables that changed."""


def merge(
    base: DocumentText,
    theirs: DocumentText,
    ours: DocumentText,
    raw: Callable[[_Element], _Element],
    editor: Editor,
    *,
    only_propose: bool = False,
) -> Merge:
    """Bring a document up to date.

    Args:
        base: The document as it was made.
        theirs: As people left it.
        ours: As it would be made now.
        raw: Gives for an element of `theirs` the one in the document that is saved.
        editor: Makes the changes.
        only_propose: Whether what differs is said beside the text and never changed: for a document of which nobody
            knows how it was made.
    """
    by_people, by_us = pair(base, theirs), pair(base, ours, made_anew=True)
    return _Merger(by_people, by_us, ours, raw, editor, only_propose=only_propose).run()


class _Merger:
    def __init__(
        self,
        by_people: Pairing,
        by_us: Pairing,
        ours: DocumentText,
        raw: Callable[[_Element], _Element],
        editor: Editor,
        *,
        only_propose: bool,
    ) -> None:
        self._ours, self._only_propose = ours, only_propose
        self._raw, self._editor = raw, editor
        self._theirs_of = {id(before): after for before, after in (*by_people.paragraphs, *by_people.rows)}
        self._table_of = {id(before): after for before, after in by_people.tables}
        self._base_of = {id(after): before for before, after in (*by_us.paragraphs, *by_us.rows)}
        self._base_table_of = {id(after): before for before, after in by_us.tables}
        self._by_people, self._by_us = by_people, by_us
        self._places: dict[int, _Element] = {}
        """For each block of ours, the element of the document that it is."""
        self._whole: set[int] = set()
        """The blocks of ours that belong to a table that goes in as a whole."""
        self._added = {
            block.text.casefold(): block for block in self._by_people.new if isinstance(block, TextParagraph)
        }
        self._added_rows = {row.text.casefold(): row for _, row in self._by_people.new_rows}
        """What people added, by its text: where the answers now say the same, it is there already."""
        self._done = Merge()

    def run(self) -> Merge:
        """Do it."""
        for table, made in self._by_us.tables:
            if [len(row.cells) for row in table.rows[:1]] != [len(row.cells) for row in made.rows[:1]]:
                self._other_columns(table, made)
        for before, after in self._by_us.paragraphs:
            if id(after) not in self._whole:
                self._paragraph(before, after)
        for row, wanted in self._by_us.rows:
            if id(wanted) not in self._whole:
                self._cells(row, wanted)
        if not self._only_propose:
            self._gone()
            self._new_rows()
            self._new_blocks()
        self._done.gelaten = self._left_alone()
        return self._done

    def _paragraph(self, before: TextParagraph, after: TextParagraph) -> None:
        """Bring one paragraph up to date."""
        theirs = self._theirs_of.get(id(before))
        if not isinstance(theirs, TextParagraph):
            return
        element = self._raw(theirs.element)
        self._places[id(after)] = element
        for kind, found in ((CHART, self._done.charts), (PICTURE, self._done.pictures)):
            if next(after.element.iter(kind), None) is not None:
                found.append((before.element, element, after.element))
        if _same(after, theirs) or (_same(before, after) and not (theirs.as_made and theirs.text != before.text)):
            return
        if self._only_propose or not _is_untouched(theirs, before) or _is_tracked(element):
            self._propose(element, f"staat hier: {after.text}" if after.text else _GOES)
            return
        self._editor.change_text(element, after.element)
        self._touch(element)
        self._done.bijgewerkt += 1

    def _propose(self, element: _Element, what: str) -> None:
        self._done.voorstellen += 1
        self._done.comments.append((element, f"Volgens de nieuwe antwoorden {what}"))

    def _cells(self, before: TextRow, after: TextRow) -> None:
        """Bring the number of paragraphs in the cells of a row up to date; their texts are that already."""
        theirs = self._theirs_of.get(id(before))
        if not isinstance(theirs, TextRow):
            return
        self._places[id(after)] = self._raw(theirs.element)
        for cell, there in zip(after.cells, theirs.cells, strict=False):
            last = out_of_controls(self._raw(there[0].element)) if there else None
            self._add(cell, self._place_of, self._editor.new_block, lambda place, _: out_of_controls(place), last)
        kept = {id(self._base_of.get(id(paragraph))) for paragraph in after.paragraphs}
        for paragraph in before.paragraphs:
            mine = self._theirs_of.get(id(paragraph))
            if id(paragraph) not in kept and isinstance(mine, TextParagraph) and paragraph.text:
                self._drop(mine, paragraph)

    def _drop(self, theirs: TextParagraph, before: TextParagraph) -> None:
        element = self._raw(theirs.element)
        if not _is_untouched(theirs, before) or _is_tracked(element):
            self._propose(element, _GOES)
            return
        self._editor.delete_paragraph(element)
        self._touch(element)
        self._done.vervallen += 1

    def _other_columns(self, before: TextTable, after: TextTable) -> None:
        """Bring a table of which the columns changed up to date as a whole."""
        self._whole.update(id(item) for row in after.rows for item in (row, *row.paragraphs))
        theirs = self._table_of.get(id(before))
        if theirs is None or not theirs.rows:
            return
        table = self._raw(theirs.element)
        if [row.text for row in theirs.rows] != [row.text for row in before.rows]:
            first = next(theirs.rows[0].paragraphs, None)
            if first is not None:
                self._propose(self._raw(first.element), "heeft deze tabel andere kolommen.")
            return
        made = self._editor.new_table(after.element)
        table.addnext(made)
        for row in list(table.iter(w("tr"))):
            self._editor.delete_row(row)
        self._touch(made, table)
        self._done.bijgewerkt += 1

    def _gone(self) -> None:
        """Take away what is no longer made."""
        for block in self._by_us.gone:
            mine = self._theirs_of.get(id(block))
            if isinstance(block, TextParagraph) and isinstance(mine, TextParagraph) and block.shows_something:
                self._drop(mine, block)
        gone_tables = (block for block in self._by_us.gone if isinstance(block, TextTable))
        for row in [row for table in gone_tables for row in table.rows] + [row for _, row in self._by_us.gone_rows]:
            mine = self._theirs_of.get(id(row))
            if isinstance(mine, TextRow):
                self._gone_row(mine, row)

    def _gone_row(self, theirs: TextRow, before: TextRow) -> None:
        element = self._raw(theirs.element)
        if not (theirs.as_made or theirs.text == before.text) or _is_tracked(element):
            first = next(theirs.paragraphs, None)
            if first is not None:
                self._propose(self._raw(first.element), _GOES)
            return
        self._editor.delete_row(element)
        self._touch(element)
        self._done.vervallen += 1

    def _new_rows(self) -> None:
        """Add the rows that are made now, each behind the row that it follows."""
        for table in (after for _, after in self._by_us.tables):
            if not any(id(row) in self._whole for row in table.rows):
                self._add(table.rows, self._place_of_row, self._editor.new_row, lambda row, _: row_in_table(row))

    def _place_of_row(self, row: TextRow) -> _Element | None:
        added = self._added_rows.get(row.text.casefold()) if id(row) not in self._base_of else None
        return self._places.get(id(row)) if added is None else self._raw(added.element)

    def _new_blocks(self) -> None:
        """Add the paragraphs and tables that are made now, each behind what it follows."""
        self._add(self._ours.blocks, self._place_of, self._editor.new_block, _behind)

    def _add(
        self,
        blocks: Sequence[_B],
        place_of: Callable[[_B], _Element | None],
        make: Callable[[_Element], _Element],
        beside: Callable[[_Element, _B], _Element],
        last: _Element | None = None,
    ) -> None:
        """Add what is new: behind what it follows or before what follows it, else before `last`."""
        before: _Element | None = None
        waiting: list[tuple[_Element, _B]] = []
        for block in blocks:
            place = place_of(block)
            if place is None and self._is_new(block):
                place = make(block.element)
                self._touch(place)
                self._done.nieuw += 1
                if before is None:
                    waiting.append((place, block))
                    continue
                beside(before, block).addnext(place)
            elif place is not None and before is None:
                for made, of in waiting:
                    beside(place, of).addprevious(made)
            before = before if place is None else place
        if before is None and last is not None:
            for made, _ in waiting:
                last.addprevious(made)

    def _place_of(self, block: TextParagraph | TextTable) -> _Element | None:
        if isinstance(block, TextParagraph):
            added = self._added.get(block.text.casefold()) if self._is_new(block) and block.text else None
            return self._places.get(id(block)) if added is None else self._raw(added.element)
        table = self._table_of.get(id(self._base_table_of.get(id(block))))
        return None if table is None else self._raw(table.element)

    def _is_new(self, block: TextParagraph | TextTable | TextRow) -> bool:
        if isinstance(block, TextTable):
            return id(block) not in self._base_table_of
        is_made = isinstance(block, TextRow) or block.shows_something or not len(block.element)
        return is_made and id(block) not in self._base_of

    def _touch(self, *elements: _Element) -> None:
        self._done.touched.extend(elements)

    def _left_alone(self) -> int:
        """Count what people changed and we would not."""
        changed = sum(1 for before, after in self._by_people.paragraphs if not _is_untouched(after, before))
        added = len(self._by_people.new) + len(self._by_people.new_rows)
        taken = len(self._by_people.gone) + len(self._by_people.gone_rows)
        return max(changed + added + taken - self._done.voorstellen, 0)


def _same(one: TextParagraph, other: TextParagraph) -> bool:
    return one.text == other.text and same_looks([one.look], [other.look])


def _is_untouched(theirs: TextParagraph, before: TextParagraph) -> bool:
    """Tell whether nobody changed a paragraph, or gave its words another look, since it was made."""
    same = _same(before, theirs) if theirs.text == before.text else theirs.as_made
    return same and not theirs.other_looks(before)


def _is_tracked(element: _Element) -> bool:
    return next(element.iter(w("ins"), w("del"), w("moveFrom"), w("moveTo")), None) is not None


def _behind(before: _Element, block: TextParagraph | TextTable) -> _Element:
    """Return what a new block comes behind: inside the control of its answer where that is there, else outside."""
    if isinstance(block, TextParagraph):
        tags = {piece.control.tag.partition("~")[0] for piece in block.pieces if piece.control}
        around = next(before.iterancestors(_CONTROL), None)
        if around is not None and before.tag == w("p") and value_at(around.find(w("sdtPr")), "tag") in tags:
            return before
    return out_of_controls(before)
