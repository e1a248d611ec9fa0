"""Knows which lists and groups are open around a line, and what that makes of the line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.source.characters import BLANK, NOTHINGS, escaped, name_of
from generator.source.diagnosis import mistakes
from generator.source.diagnosis.lines import Edit, Entry, Indent, Sheet, Span, entry_at, nearly_entry

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.source.known_keys import KnownKeys


_FIRST_KEY = re.compile(r"\{\s*([\w-]+)\s*:")
FURTHEST = 200
"""So many lines are looked ahead at the most."""


@dataclass(slots=True, eq=False)
class Level:
    """A list or a group that is open, or was just now."""

    column: int
    is_list: bool
    parent: Entry | None
    """The entry that it stands below; None at the top of the file."""
    first: Entry
    entries: int = 0


class Nesting:
    """The lists and groups around the line that is being read, outermost first."""

    def __init__(self) -> None:
        """Start at the top of a file."""
        self.levels: list[Level] = []
        self.closed: list[Level] = []
        """The levels that the previous entry closed, deepest first."""
        self.previous: Entry | None = None
        self.before: Entry | None = None
        """The entry before the previous one."""

    def places(self) -> list[int]:
        """Return the columns where a line may start, deepest first."""
        columns = sorted({level.column for level in self.levels}, reverse=True)
        if self.previous is not None and self.previous.empty:
            columns.insert(0, self.previous.inner + 2)
        return columns or [0]

    def item_columns(self) -> set[int]:
        """Return the columns in which a list is open."""
        return {level.column for level in self.levels if level.is_list}

    def holder_of(self, entry: Entry) -> Level | None:
        """Return the level that an entry goes on with, or opens, in its column; None when it can do neither."""
        previous = self.previous
        if previous is None:
            return Level(entry.column, bool(entry.dashes), None, entry)
        if entry.column > previous.inner:
            return Level(entry.column, bool(entry.dashes), previous, entry) if previous.empty else None
        matching = [level for level in self.levels if level.column == entry.column]
        same = next((level for level in reversed(matching) if level.is_list == bool(entry.dashes)), None)
        if same is None and matching and entry.dashes and previous.empty and previous.inner == entry.column:
            return Level(entry.column, is_list=True, parent=previous, first=entry)
        return same

    def put(self, entry: Entry, level: Level) -> None:
        """Take an entry into a level: one that is open, was just now, or is new."""
        outer = [item for item in self.levels if _is_around(item, level)]
        if level in self.closed:
            outer += [item for item in reversed(self.closed) if _is_around(item, level)]
        self.closed = [item for item in reversed(self.levels) if item not in outer and item is not level]
        self.levels = [*outer, level]
        level.entries += 1
        for column in entry.dashes[1:]:
            self.levels.append(Level(column, is_list=True, parent=level.parent, first=entry, entries=1))
        if entry.dashes and entry.key:
            self.levels.append(Level(entry.key_column, is_list=False, parent=level.parent, first=entry, entries=1))
        self.before, self.previous = self.previous, entry

    def take_back(self, entry: Entry) -> None:
        """Undo that the previous entry was put where it was."""
        level = next(item for item in reversed(self.levels) if item.column == entry.column)
        level.entries -= 1
        self.levels = [item for item in self.levels if item.entries and item.column <= level.column]
        self.previous = self.before

    def candidates(self, entry: Entry, scan: Scan) -> Iterator[Level]:
        """Yield each level of the kind of an entry that it may be meant for, the likeliest by its columns first."""
        levels = [level for level in (*self.levels, *self.closed) if level.is_list == bool(entry.dashes)]
        previous = self.previous
        if previous is not None and previous.empty:
            column = entry.column if entry.column > previous.inner else previous.inner + 2
            levels.append(Level(column, bool(entry.dashes), previous, entry))
        columns = _columns_after(entry, scan)
        yield from sorted(levels, key=lambda level: _distance(level, entry, columns))


def _distance(level: Level, entry: Entry, columns: set[int]) -> tuple[bool, int, int]:
    """Return how far an entry is from a level; of two levels at the same distance the deeper one is nearer."""
    return level.column not in columns, abs(level.column - entry.column), -level.column


def _columns_after(entry: Entry, scan: Scan) -> set[int]:
    """Return the columns that would suit an entry, going by the line below it."""
    below = scan.next_line(entry.line)
    if below is None:
        return set()
    column = scan.sheet.columns[below]
    is_empty = not scan.sheet.texts[entry.line][entry.at :].strip()
    if entry.dashes:
        return {column} if scan.sheet.texts[below].startswith("-") else {column - 2}
    return {column - 2} if is_empty else {column}


def _is_around(outer: Level, level: Level) -> bool:
    """Tell whether one level stands in the other, going by their columns: a list may stand in the column of its key."""
    if outer.column == level.column:
        return outer is not level and level.is_list and not outer.is_list
    return outer.column < level.column


def fits(level: Level, entry: Entry, scan: Scan) -> bool | None:
    """Tell whether an entry is known to belong in a level, or known not to; None when that is not known."""
    if level.is_list != bool(entry.dashes):
        return False
    if level.parent is None:
        return False if entry.dashes else scan.known.may_hold("", entry.key, in_list=False)
    in_list = level.is_list or bool(level.first.dashes)
    return scan.known.may_hold(level.parent.key, first_key(entry, scan), in_list=in_list) if level.parent.key else None


def first_key(entry: Entry, scan: Scan) -> str:
    """Return the key of an entry, or else the first key in its braces."""
    if entry.key:
        return entry.key
    found = _FIRST_KEY.match(scan.sheet.texts[entry.line], entry.at)
    return found[1] if found else ""


def run_below(entry: Entry, sheet: Sheet) -> tuple[int, int]:
    """Return how many lines from an entry on stand as deep as it, and how many of them are of its kind beside it."""
    lines = same = 1
    for line in range(entry.line + 1, min(entry.line + FURTHEST, len(sheet))):
        if sheet.is_blank(line) or sheet.is_comment(line):
            continue
        if sheet.columns[line] < entry.column:
            break
        lines += 1
        same += sheet.columns[line] == entry.column and sheet.texts[line].startswith("-") == bool(entry.dashes)
    return lines, same


def column_after(entry: Entry, sheet: Sheet) -> int | None:
    """Return the column of the first line below an entry that stands less deep; None when there is none nearby."""
    for line in range(entry.line + 1, min(entry.line + FURTHEST, len(sheet))):
        if not sheet.is_blank(line) and not sheet.is_comment(line) and sheet.columns[line] < entry.column:
            return sheet.columns[line]
    return None


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
            cause = mistakes.UNSEEN
        else:
            cause = mistakes.TAB_INDENT if "\t" in gap else mistakes.INDENT
        self.sheet.report(cause, line, 0, edit, words=words)
        self.sheet.shift(line, len(gap), column)

    def forgive(self, line: int, column: int) -> None:
        """Forget a strange space before a line of text that stands deep enough without it."""
        raw = self.sheet.raw[line]
        last = self.sheet.defects[-1] if self.sheet.defects else None
        enough = len(raw) - len(raw.lstrip(" ")) > column
        if enough and last is not None and last.line == line and last.cause in {mistakes.INDENT, mistakes.TAB_INDENT}:
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
