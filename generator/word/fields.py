"""Word's fields, found once for every reader: those of one element (`w:fldSimple`) and those between marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from generator.word.xml import remove, unwrap, value, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

SIMPLE, MARK, INSTRUCTION, TEXT = map(w, ("fldSimple", "fldChar", "instrText", "t"))
_KIND, _INSTRUCTION = w("fldCharType"), w("instr")


class Field(Struct):
    """A field: what it asks, and what it shows."""

    instruction: str = ""
    results: list[_Element] = field(default_factory=list)
    """The text elements that show its result, but for those of a field between marks inside it."""
    marks: list[_Element] = field(default_factory=list)
    """What makes it a field."""
    is_shown: bool = False
    """Whether its result has begun."""

    def unlink(self) -> None:
        """Leave the text that it shows, without the field."""
        for mark in self.marks:
            if mark.tag == SIMPLE:
                unwrap(mark)
            else:
                remove(mark)


class FieldScanner:
    """Follows the fields between marks, which stand in each other and go on over paragraphs."""

    def __init__(self) -> None:
        """Start outside any field."""
        self.open: list[Field] = []
        """The fields that have begun and not ended, the outer ones first."""

    def take(self, item: _Element) -> Field | None:
        """Take the next mark, piece of an instruction or text of a part; return the field that it ends."""
        if item.tag == MARK:
            return self._mark(item, value(item, _KIND))
        if self.open and item.tag == INSTRUCTION:
            self.open[-1].instruction += item.text or ""
            self.open[-1].marks.append(item)
        elif self.open and item.tag == TEXT and self.open[-1].is_shown:
            self.open[-1].results.append(item)
        return None

    def _mark(self, item: _Element, kind: str) -> Field | None:
        if kind == "begin":
            self.open.append(Field())
        if not self.open:
            return None
        self.open[-1].marks.append(item)
        self.open[-1].is_shown = kind == "separate"
        return self.open.pop() if kind == "end" else None


def fields(root: _Element, *, results: bool = False, unclosed: bool = False) -> Iterator[Field]:
    """Yield every field in an element, an inner one before the one around it.

    Args:
        root: A part, or a piece of one.
        results: Look for what they show as well.
        unclosed: Yield in the end also the fields that go on after this piece.
    """
    scanner = FieldScanner()
    for item in root.iter(SIMPLE, MARK, INSTRUCTION, *([TEXT] if results else [])):
        if item.tag == SIMPLE:
            yield Field(value(item, _INSTRUCTION), list(item.iter(TEXT)) if results else [], [item])
        elif ended := scanner.take(item):
            yield ended
    if unclosed:
        yield from scanner.open
