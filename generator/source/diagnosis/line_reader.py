"""Looks at a text line by line, as a person would, and tells every defect that can be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.source.diagnosis import mistakes
from generator.source.diagnosis.block_text import HEADER, read_block
from generator.source.diagnosis.braces import read_braces
from generator.source.diagnosis.columns import place
from generator.source.diagnosis.inline_text import close_of, go_on_after, read_quoted, read_text
from generator.source.diagnosis.lines import Edit, Entry, Indent, Sheet, nearly_entry
from generator.source.diagnosis.nesting import Nesting, Scan, spaces

if TYPE_CHECKING:
    from generator.source.known_keys import KnownKeys


_MARKERS = ("---", "...")


def read_lines(text: str, known: KnownKeys) -> Sheet:
    """Return a text as a sheet, with its defects noted.

    Args:
        text: The text; see `characters.as_typed`.
        known: The keys that there are.
    """
    sheet = Sheet(text)
    _Reader(sheet, known).read()
    return sheet


class _Reader:
    """Reads the lines of a sheet in order."""

    def __init__(self, sheet: Sheet, known: KnownKeys) -> None:
        self.sheet = sheet
        self.known = known
        self.nesting = Nesting()
        self.scan = Scan(sheet, known, self.nesting)
        self.last = -1
        """The last line of the value of the previous entry."""

    def read(self) -> None:
        line = 0
        while line < len(self.sheet):
            if self.sheet.texts[line]:
                self.scan.tidy(line)
                if not self._says_nothing(line):
                    line = self._line(line)
            line += 1

    def _says_nothing(self, line: int) -> bool:
        text = self.sheet.texts[line]
        return not text or text.startswith("#") or (self.sheet.raw[line].startswith(_MARKERS) and not text[3:].strip())

    def _line(self, line: int) -> int:
        """Read what a line starts, and return its last line."""
        entry = self.scan.entry(line)
        if entry is None or self._is_text_below(entry):
            return self._below(line)
        return self._entry(entry)

    def _is_text_below(self, entry: Entry) -> bool:
        """Tell whether a dash that sticks to a text starts an answer, below a key that has no list."""
        previous = self.nesting.previous
        if previous is None or not previous.empty or entry.column <= previous.inner or not entry.slips:
            return False
        return bool(entry.dashes) and entry.slips[0].is_tight and previous.key in self.known.plain

    def _entry(self, entry: Entry) -> int:
        for slip in entry.slips:
            certain = slip.cause is not mistakes.NO_COLON
            self.sheet.report(slip.cause, entry.line, slip.at, slip.edit, certain=certain, words=slip.words)
        if entry.dashes and entry.key and self._is_text_item(entry):
            entry.key, entry.at = "", entry.after_dashes
        place(entry, self.nesting, self.scan)
        self.last = self._value(entry, entry.line, entry.at)
        return self.last

    def _is_text_item(self, entry: Entry) -> bool:
        """Tell whether what looks like a key in an item can only be text: the items of the list have no keys."""
        level, previous = self.nesting.holder_of(entry), self.nesting.previous
        below = previous if previous is not None and entry.column > previous.inner else None
        parent = level.parent if level is not None else below
        return parent is not None and bool(parent.key) and self.known.items.get(parent.key) == frozenset()

    def _value(self, entry: Entry, line: int, at: int) -> int:
        """Read the value of an entry that starts at a place, and return its last line."""
        text = self.scan.text(self.scan.whole(line, at))
        if not text or text.startswith("#"):
            self._cut_off_at_once(entry, line, at, text)
            return line
        entry.empty = False
        column = entry.inner
        if HEADER.fullmatch(text):
            return read_block(self.scan, line, at, column)
        if text[0] in "\"'":
            return read_quoted(self.scan, line, at, column)
        if text[0] in "{[":
            return read_braces(self.scan, line, at, column)
        return read_text(self.scan, line, at, column)

    def _cut_off_at_once(self, entry: Entry, line: int, at: int, text: str) -> None:
        """Report a text that starts with `#`, where nothing stands below the key."""
        if text[1:2] in {"", " ", "\t"}:
            return
        below = self.scan.next_line(line)
        column = -1 if below is None else self.sheet.columns[below]
        starts = below is not None and self.sheet.texts[below].startswith("- ")
        if column > entry.inner or (column == entry.inner and starts and bool(entry.key)):
            return
        whole = self.scan.whole(line, at)
        self.sheet.report(mistakes.HASH_AT_START, line, at, *self.scan.quoted([whole]), certain=False, value=whole)

    def _below(self, line: int) -> int:
        """Read a line that starts no item and no key: the value of the key above, or a line that went astray."""
        previous = self.nesting.previous
        text = self.sheet.texts[line]
        column = self.sheet.columns[line]
        if previous is None and (text[0] in "{[\"'|>" or len(self.sheet) < 3):
            root = Entry(line, (), "", -1, 0, 0)
            return self._value(root, line, 0)
        empty = previous is not None and previous.empty and column > previous.inner
        if previous is not None and empty and not self._is_near(line) and not self._misses_dash(line, previous):
            self.scan.forgive(line, previous.inner)
            self.last = self._value(previous, line, 0)
            return self.last
        if previous is not None and (dash := self._item_without_dash(line, previous)) is not None:
            return dash
        near = nearly_entry(line, column, text, self.known, loose=True)
        if near is not None:
            return self._entry(near)
        return self._stray(line, previous)

    def _is_near(self, line: int) -> bool:
        """Tell whether a line below an empty key is meant for a key or an item, rather than for its value."""
        sheet, previous = self.sheet, self.nesting.previous
        near = nearly_entry(line, sheet.columns[line], sheet.texts[line], self.known, loose=True)
        if near is None or previous is None:
            return False
        below = self.scan.next_line(line)
        beside = below is not None and sheet.columns[below] == sheet.columns[line]
        if near.dashes and not near.key:
            return previous.key in self.known.items or (beside and sheet.texts[below or 0].startswith("-"))
        if near.slips[0].cause is mistakes.NO_SPACE:
            return (
                self.known.is_listed(near.key)
                and self.known.may_hold(previous.key, near.key, in_list=False) is not False
            )
        if self.known.may_hold(previous.key, near.key, in_list=False):
            return True
        return beside and self.scan.entry(below or 0) is not None

    def _misses_dash(self, line: int, previous: Entry) -> bool:
        """Tell whether a line below an empty key is the first item of a list, without its dash."""
        below = self.scan.next_line(line)
        if below is None or self.sheet.columns[below] <= previous.inner or previous.dashes:
            return False
        entry = self.scan.entry(below)
        can_be_list = previous.key in self.known.items or previous.key not in self.known.plain
        return entry is not None and bool(entry.dashes) and can_be_list

    def _item_without_dash(self, line: int, previous: Entry) -> int | None:
        """Read a line that must be meant for an item of a list, and return its last line."""
        text, column = self.sheet.texts[line], self.sheet.columns[line]
        items = next((level.column for level in reversed(self.nesting.levels) if level.is_list), None)
        if previous.empty and column > previous.inner and self._misses_dash(line, previous):
            items = self.sheet.columns[self.scan.next_line(line) or line]
        elif items is None or items > column or not (text[0] in "{[" or (items == column and not text[0].islower())):
            return None
        dash = Edit(line, 0, 0, "- ")
        sure = text[0] in "{["
        self.sheet.report(mistakes.KEY_BESIDE_DASHES, line, 0, Indent(line, items), dash, certain=sure)
        entry = Entry(line, (items,), "", -1, 0, 0)
        place(entry, self.nesting, self.scan)
        self.last = self._value(entry, line, 0)
        return self.last

    def _stray(self, line: int, previous: Entry | None) -> int:
        """Report a line that belongs nowhere as it stands."""
        sheet = self.sheet
        if previous is None or previous.empty or self._kind(previous) in "{[":
            run = self._run(line)
            if previous is not None and previous.empty:
                return self._indent(run, previous)
            edits = tuple(Edit(below, 0, 0, "# ") for below in run)
            sheet.report(mistakes.STRAY, line, 0, *edits, certain=False)
            return run[-1]
        return self._goes_on(line, previous)

    def _kind(self, entry: Entry) -> str:
        """Return the first sign of the value of an entry."""
        return self.sheet.texts[entry.line][entry.at : entry.at + 1] or " "

    def _run(self, line: int) -> list[int]:
        """Return a line and those right below it that start nothing either."""
        run = [line]
        while (below := run[-1] + 1) < len(self.sheet) and not self.sheet.is_blank(below):
            self.scan.tidy(below)
            if self.sheet.is_comment(below) or self.scan.entry(below) is not None:
                break
            run.append(below)
        return run

    def _indent(self, run: list[int], previous: Entry) -> int:
        """Report lines that belong to the entry above and do not stand below it."""
        column = previous.inner + 2
        words = {"nr": str(previous.line + 1), "aantal": spaces(column)}
        certain = self.last == run[0] - 1 or previous.line == run[0] - 1
        self.sheet.report(
            mistakes.UNINDENTED, run[0], 0, *(Indent(line, column) for line in run), certain=certain, words=words
        )
        previous.empty = False
        self.last = run[-1]
        return run[-1]

    def _goes_on(self, line: int, previous: Entry) -> int:
        """Report lines that go on with the text of the previous entry, from the wrong column or after its quotes."""
        sheet = self.sheet
        remark = next((above for above in range(self.last + 1, line) if sheet.is_comment(above)), None)
        run = self._run(line)
        if remark is not None and sheet.columns[line] > previous.inner:
            edits = tuple(Edit(below, 0, 0, "# ") for below in run)
            sheet.report(mistakes.HASH_AND_MORE, remark, 0, *edits, certain=False)
            return run[-1]
        if self._kind(previous) in "\"'":
            close = close_of(self.scan, previous.line, previous.at, previous.inner)
            if close is not None and sheet.columns[line] <= previous.inner:
                whole = self.scan.whole(previous.line, previous.at)
                return go_on_after(self.scan, whole, close, line, sheet.columns[line] - 1)
        return self._indent(run, previous)
