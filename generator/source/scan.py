"""What the readers of lines share: the sheet, the keys that there are, and where a line ends what came before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.source import causes
from generator.source.entries import Entry, entry_at, nearly_entry
from generator.source.sheet import Edit, Indent, Sheet, Span
from generator.source.signs import BLANK, NOTHINGS, escaped, name_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.source.known_keys import KnownKeys
    from generator.source.nesting import Nesting

_COLON = re.compile(r":(?=[ \t]|$)")


class Scan:
    """A sheet that is being read."""

    def __init__(self, sheet: Sheet, known: KnownKeys, nesting: Nesting) -> None:
        """Start with the lists and groups that are open around each line."""
        self.sheet = sheet
        self.known = known
        self._nesting = nesting

    def tidy(self, line: int) -> None:
        """Take a tab or a strange space at the start of a line for the indentation that it looks like."""
        text = self.sheet.texts[line]
        found = BLANK.match(text)
        gap = found[0] if found else ""
        if not gap:
            return
        rest = text[len(gap) :]
        column = self._column(self.sheet.columns[line], gap)
        edit = Indent(line, column)
        words = {"naam": name_of(gap), "aantal": spaces(column)}
        if not rest or rest.startswith("#") or column == self.sheet.columns[line]:
            cause = causes.UNSEEN
        else:
            cause = causes.TAB_INDENT if "\t" in gap else causes.INDENT
        self.sheet.report(cause, line, 0, edit, words=words)
        self.sheet.shift(line, len(gap), column)

    def forgive(self, line: int, column: int) -> None:
        """Forget a strange space before a line of text that stands deep enough without it."""
        raw = self.sheet.raw[line]
        last = self.sheet.defects[-1] if self.sheet.defects else None
        enough = len(raw) - len(raw.lstrip(" ")) > column
        if enough and last is not None and last.line == line and last.cause in {causes.INDENT, causes.TAB_INDENT}:
            self.sheet.defects.pop()

    def _column(self, start: int, gap: str) -> int:
        """Return the column that a gap at the start of a line stands for."""
        tabs = gap.count("\t")
        rest = sum(sign not in NOTHINGS for sign in gap) - tabs + start
        places = self._nesting.places()
        if not tabs:
            return start if start and start in places and rest not in places else rest
        if not rest and tabs < len(places):
            return places[-1 - tabs]
        return next((rest + tabs * size for size in (2, 4, 8) if rest + tabs * size in places), rest + tabs * 2)

    def may_hold_item(self, column: int) -> bool:
        """Tell whether a list is open in a column."""
        return column in self._nesting.item_columns()

    def entry(self, line: int) -> Entry | None:
        """Return the entry that a line starts, or must be meant to start."""
        sheet = self.sheet
        found = entry_at(line, sheet.columns[line], sheet.texts[line])
        if found is not None and not found.key_is_clear and not self.known.knows(found.key):
            return None
        if found is None or (":" not in found.key and not found.key.startswith("-")):
            return found
        loose = found.key.startswith("-")
        return nearly_entry(line, sheet.columns[line], sheet.texts[line], self.known, loose=loose) or found

    def ends_text(self, line: int, column: int) -> bool:
        """Tell whether a line cannot belong to a text in quotes or braces that began in an entry at `column`."""
        if self.sheet.is_blank(line) or self.sheet.columns[line] > column:
            return False
        found = entry_at(line, self.sheet.columns[line], self.sheet.texts[line])
        return found is not None and (bool(found.dashes) or self.known.knows(found.key))

    def more(self, line: int, column: int) -> Iterator[int]:
        """Yield the lines below `line` that go on with its text, which began in an entry at `column`."""
        for below in range(line + 1, len(self.sheet)):
            if self.sheet.is_blank(below):
                continue
            self.tidy(below)
            if self.sheet.is_comment(below) or self.sheet.columns[below] <= column or self._starts(below):
                return
            self.forgive(below, column)
            yield below

    def _starts(self, line: int) -> bool:
        found = entry_at(line, self.sheet.columns[line], self.sheet.texts[line])
        if found is None:
            return False
        if found.dashes:
            return _COLON.search(self.sheet.texts[line]) is not None
        return self.known.knows(found.key)

    def next_line(self, line: int) -> int | None:
        """Return the next line on which something stands; None when there is none."""
        return next((below for below in range(line + 1, len(self.sheet)) if self._says_something(below)), None)

    def _says_something(self, line: int) -> bool:
        return not self.sheet.is_blank(line) and not self.sheet.is_comment(line)

    def whole(self, line: int, start: int = 0) -> Span:
        """Return the piece of a line from `start`, without the blanks at its end."""
        text = self.sheet.texts[line]
        return Span(line, start, max(start, len(text.rstrip(" \t"))))

    def text(self, span: Span) -> str:
        """Return what stands in a piece of a line."""
        return self.sheet.texts[span.line][span.start : span.end]

    def quoted(self, spans: Sequence[Span], *, drop: int = 0) -> tuple[Edit, ...]:
        """Return the edits that put a text between double quotes, without `drop` signs at each of its ends."""
        edits = []
        for number, span in enumerate(spans):
            text = self.text(span)
            first, last = number == 0, number == len(spans) - 1
            text = text[drop if first else 0 : len(text) - drop if last else len(text)]
            edits.append(Edit(*span, '"' * first + escaped(text) + '"' * last))
        return tuple(edits)


def spaces(number: int) -> str:
    """Return a number of spaces in words."""
    if not number:
        return "geen spaties"
    return "1 spatie" if number == 1 else f"{number} spaties"
