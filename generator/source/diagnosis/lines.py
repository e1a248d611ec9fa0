"""The lines of a text, to look at and to mend: what is wrong on each, and what each starts."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from generator.source.characters import BLANK, LINE_END, NOTHINGS, SPACES, name_of
from generator.source.diagnosis import mistakes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.source.diagnosis.mistakes import Cause
    from generator.source.known_keys import KnownKeys


NO_WORDS: Mapping[str, str] = MappingProxyType({})


class Edit(NamedTuple):
    """A piece of a line to replace; places count from where the text of the line begins."""

    line: int
    start: int
    end: int
    new: str


class Indent(NamedTuple):
    """A line to move to another column."""

    line: int
    column: int


class Span(NamedTuple):
    """A piece of a line."""

    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Defect:
    """Something wrong on the sheet."""

    cause: Cause
    line: int
    column: int
    """Both from 0, as they stand in the file."""
    edits: tuple[Edit | Indent, ...] = ()
    """What mends it, or at least lets the rest be read."""
    certain: bool = True
    """Whether nothing else can be meant than what the edits make of it."""
    words: Mapping[str, str] = field(default_factory=dict)
    """What fills the names in the texts of the cause."""
    value: tuple[int, int] | None = None
    """Where the value starts that it is about, for who looks for its key."""


class Sheet:
    """The lines of a file: of each the column where its text begins, and that text."""

    def __init__(self, text: str) -> None:
        """Lay out a text."""
        self.raw = LINE_END.split(text)
        self._ends = [*LINE_END.findall(text), ""]
        self.texts = [line.lstrip(" ") for line in self.raw]
        self.columns = [len(line) - len(rest) for line, rest in zip(self.raw, self.texts, strict=True)]
        self.defects: list[Defect] = []
        self._bases = list(self.columns)

    def __len__(self) -> int:
        """Return the number of lines."""
        return len(self.raw)

    def is_blank(self, line: int) -> bool:
        """Tell whether nothing shows on a line."""
        return not self.texts[line] or BLANK.fullmatch(self.texts[line]) is not None

    def is_comment(self, line: int) -> bool:
        """Tell whether a line is a remark."""
        return self.texts[line].startswith("#")

    def shift(self, line: int, width: int, column: int) -> None:
        """Take `width` signs off the start of a text: they turn out to be indentation, to `column`."""
        self._bases[line] += width
        self.texts[line] = self.texts[line][width:]
        self.columns[line] = column

    def report(
        self,
        cause: Cause,
        line: int,
        at: int,
        *edits: Edit | Indent,
        certain: bool = True,
        value: Span | None = None,
        words: Mapping[str, str] = NO_WORDS,
    ) -> None:
        """Note a defect at a place in the text of a line; `value` is the value that it is about."""
        place = None if value is None else (value.line, self._bases[value.line] + value.start)
        self.defects.append(Defect(cause, line, self._bases[line] + at, edits, certain, words, place))

    def mended(self, defects: Iterable[Defect]) -> dict[int, str]:
        """Return the lines that change when defects are mended; of edits that meet, the first in a line counts."""
        pieces: dict[int, set[Edit]] = defaultdict(set)
        columns: dict[int, int] = {}
        for defect in defects:
            for edit in defect.edits:
                if isinstance(edit, Indent):
                    columns[edit.line] = edit.column
                else:
                    pieces[edit.line].add(edit)
        lines = {line: self._mended(line, pieces.get(line, set()), columns.get(line)) for line in {*pieces, *columns}}
        return {line: new for line, new in sorted(lines.items()) if new != self.raw[line]}

    def text(self, changes: Mapping[int, str]) -> str:
        """Return the whole text with some of its lines changed; every other sign is as it was."""
        lines = enumerate(zip(self.raw, self._ends, strict=True))
        return "".join(f"{changes.get(line, raw)}{end}" for line, (raw, end) in lines)

    def _mended(self, line: int, edits: set[Edit], column: int | None) -> str:
        base = self._bases[line]
        text = self.raw[line][base:]
        parts = [self.raw[line][:base] if column is None else " " * column]
        done = 0
        for edit in sorted(edits, key=lambda edit: (edit.start, -edit.end)):
            if edit.start >= done:
                parts += [text[done : edit.start], edit.new]
                done = edit.end
        return "".join([*parts, text[done:]])


_GAP = f"[ \t{SPACES}{NOTHINGS}]"
_DASH = re.compile(f"-({_GAP}+|$)")
_QUOTED = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'""")
_COLON = re.compile(f":({_GAP}+|$)")
_BRACES = re.compile(r"\[.*\]|\{.*\}")
_BLOCK = re.compile(r"[|>][-+]?")
_NO_KEY = frozenset("[]{}#&*!|>%@`,\"'")
_MOST_KEY = 200
_TIGHT_KEY = re.compile(r"(?P<key>[A-Za-z_][A-Za-z0-9_]*):(?!//)(?=\S)")
_BARE_KEY = re.compile(r"(?P<key>[A-Za-z_]+)(?P<gap>\s*[=;]\s*|\s+|$)")
_TIGHT_DASH = re.compile(r"-(?=[A-Za-z{\"'“‘])")


@dataclass(frozen=True, slots=True)
class Slip:
    """A defect in the start of a line."""

    cause: Cause
    at: int
    edit: Edit
    words: dict[str, str]

    @property
    def is_tight(self) -> bool:
        """Tell whether not even a space stands before it."""
        return self.at == self.edit.start


@dataclass(slots=True, eq=False)
class Entry:
    """A line that starts an item of a list, a key, or both; columns count from the start of the line."""

    line: int
    dashes: tuple[int, ...]
    key: str
    key_column: int
    after_dashes: int
    """Where the text behind the dashes starts, in the text of the line."""
    at: int
    """Where its value starts there."""
    slips: tuple[Slip, ...] = ()
    empty: bool = True
    """Whether nothing stands behind it, so that other lines may stand below it."""

    @property
    def key_is_clear(self) -> bool:
        """Tell whether YAML takes the key for one: a space stands behind its colon."""
        return not self.key or not any(slip.cause is mistakes.AFTER_COLON and slip.is_tight for slip in self.slips)

    @property
    def column(self) -> int:
        """Return where its first sign stands."""
        return self.dashes[0] if self.dashes else self.key_column

    @property
    def inner(self) -> int:
        """Return the column that what stands below it has to pass."""
        return self.key_column if self.key else self.dashes[-1] if self.dashes else -1

    def move(self, width: int) -> None:
        """Shift it to the right, or to the left."""
        self.dashes = tuple(column + width for column in self.dashes)
        self.key_column += width

    def with_dash(self) -> None:
        """Put a dash before the key."""
        self.dashes, self.key_column = (self.key_column,), self.key_column + 2


def entry_at(line: int, column: int, text: str) -> Entry | None:
    """Return the entry that a line starts, or None when it starts neither an item nor a key.

    Args:
        line: The number of the line.
        column: Where its text starts.
        text: The text, without the indentation.
    """
    dashes: list[int] = []
    slips: list[Slip] = []
    at = 0
    while found := _DASH.match(text, at):
        if dashes and found[1][:1] not in {" ", ""}:
            break
        dashes.append(column + at)
        at, slip = _after(mistakes.AFTER_DASH, line, at + 1, found[1], text)
        slips += slip
    key, end = _key(text, at)
    if end < 0:
        return Entry(line, tuple(dashes), "", -1, at, at, tuple(slips)) if dashes else None
    colon = _COLON.match(text, end)
    gap = colon[1] if colon else ""
    start, slip = _after(mistakes.AFTER_COLON, line, end + 1, gap, text)
    return Entry(line, tuple(dashes), key, column + at, at, start, (*slips, *slip))


def _after(cause: Cause, line: int, at: int, gap: str, text: str) -> tuple[int, list[Slip]]:
    """Return where the value starts after a gap, and the slip of a gap that YAML does not take for one.

    Behind a space, a strange one is part of a text; before braces it can only be a mistake.
    """
    end = at + len(gap)
    plain = len(gap) - len(gap.lstrip(" \t" if cause is mistakes.AFTER_COLON else " "))
    if plain == len(gap):
        return end, []
    slip = Slip(cause, at + plain, Edit(line, at, end, " "), {"naam": name_of(gap)})
    if not plain or _BLOCK.fullmatch(text, end):
        return end, [slip]
    if _BRACES.fullmatch(text, end):
        return end, [replace(slip, cause=mistakes.BEFORE_BRACE)]
    doubt = [replace(slip, cause=mistakes.BEFORE_QUOTE)] if _QUOTED.fullmatch(text, end) else []
    return at + plain, doubt


def _key(text: str, at: int) -> tuple[str, int]:
    """Return the key that starts at a place, and where its colon is; -1 when there is none."""
    if quoted := _QUOTED.match(text, at):
        end = quoted.end() + len(text[quoted.end() :]) - len(text[quoted.end() :].lstrip(" "))
        return (quoted[0][1:-1], end) if _COLON.match(text, end) else ("", -1)
    if text[at : at + 1] in _NO_KEY or not text[at:]:
        return "", -1
    colon = _COLON.search(text, at, at + _MOST_KEY)
    if colon is None or " #" in text[at : colon.start()]:
        return "", -1
    return text[at : colon.start()].rstrip(), colon.start()


def nearly_entry(line: int, column: int, text: str, known: KnownKeys, *, loose: bool) -> Entry | None:
    """Return the entry that a line must be meant to start, though a space or a colon is missing.

    Args:
        line: The number of the line.
        column: Where its text starts.
        text: The text, without the indentation.
        known: The keys that there are.
        loose: Whether a key without any colon counts, and a dash that sticks to its text.
    """
    dashes = _DASH.match(text)
    start = dashes.end() if dashes else 0
    columns = (column,) if dashes else ()
    if loose and start == 0 and _TIGHT_DASH.match(text):
        return _tight_item(line, column, text)
    if (found := _TIGHT_KEY.match(text, start)) and known.knows(found["key"]):
        slip = Slip(mistakes.NO_SPACE, found.end() - 1, Edit(line, found.end(), found.end(), " "), {})
        return Entry(line, columns, found["key"], column + start, start, found.end(), (slip,))
    if loose and (found := _BARE_KEY.match(text, start)) and known.is_listed(found["key"]):
        place = found.start("gap")
        edit = Edit(line, place, found.end(), ": " if found.end() < len(text) else ":")
        slip = Slip(mistakes.NO_COLON, place, edit, {"sleutel": found["key"]})
        return Entry(line, columns, found["key"], column + start, start, found.end(), (slip,))
    return None


def _tight_item(line: int, column: int, text: str) -> Entry:
    """Return the item of a list that a line starts with a dash that sticks to what follows."""
    slip = Slip(mistakes.NO_SPACE_DASH, 1, Edit(line, 1, 1, " "), {})
    key, end = _key(text, 1)
    if end < 0:
        return Entry(line, (column,), "", -1, 1, 1, (slip,))
    colon = _COLON.match(text, end)
    return Entry(line, (column,), key, column + 2, 1, colon.end() if colon else end, (slip,))
