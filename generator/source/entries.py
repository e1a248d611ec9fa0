"""Takes the start of a line apart: the dashes of a list, the key, and where the value begins."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.source import causes
from generator.source.sheet import Cause, Edit
from generator.source.signs import NOTHINGS, SPACES, name_of

if TYPE_CHECKING:
    from generator.source.known_keys import KnownKeys

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
        return not self.key or not any(slip.cause is causes.AFTER_COLON and slip.is_tight for slip in self.slips)

    @property
    def column(self) -> int:
        """Return where its first sign stands."""
        return self.dashes[0] if self.dashes else self.key_column

    @property
    def inner(self) -> int:
        """Return the column that what stands below it has to pass."""
        if self.key:
            return self.key_column
        return self.dashes[-1] if self.dashes else -1

    def move(self, width: int) -> None:
        """Shift it to the right, or to the left."""
        self.dashes = tuple(column + width for column in self.dashes)
        self.key_column += width

    def without_dashes(self, column: int) -> None:
        """Take the dashes off, so that the key comes to stand in a column."""
        self.dashes, self.key_column = (), column

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
        at, slip = _after(causes.AFTER_DASH, line, at + 1, found[1], text)
        slips += slip
    key, end = _key(text, at)
    if end < 0:
        return Entry(line, tuple(dashes), "", -1, at, at, tuple(slips)) if dashes else None
    colon = _COLON.match(text, end)
    gap = colon[1] if colon else ""
    start, slip = _after(causes.AFTER_COLON, line, end + 1, gap, text)
    return Entry(line, tuple(dashes), key, column + at, at, start, (*slips, *slip))


def _after(cause: Cause, line: int, at: int, gap: str, text: str) -> tuple[int, list[Slip]]:
    """Return where the value starts after a gap, and the slip of a gap that YAML does not take for one.

    Behind a space, a strange one is part of a text; before braces it can only be a mistake.
    """
    end = at + len(gap)
    plain = len(gap) - len(gap.lstrip(" \t" if cause is causes.AFTER_COLON else " "))
    if plain == len(gap):
        return end, []
    slip = Slip(cause, at + plain, Edit(line, at, end, " "), {"naam": name_of(gap)})
    if not plain or _BLOCK.fullmatch(text, end):
        return end, [slip]
    if _BRACES.fullmatch(text, end):
        return end, [replace(slip, cause=causes.BEFORE_BRACE)]
    doubt = [replace(slip, cause=causes.BEFORE_QUOTE)] if _QUOTED.fullmatch(text, end) else []
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
        slip = Slip(causes.NO_SPACE, found.end() - 1, Edit(line, found.end(), found.end(), " "), {})
        return Entry(line, columns, found["key"], column + start, start, found.end(), (slip,))
    if loose and (found := _BARE_KEY.match(text, start)) and known.is_listed(found["key"]):
        place = found.start("gap")
        edit = Edit(line, place, found.end(), ": " if found.end() < len(text) else ":")
        slip = Slip(causes.NO_COLON, place, edit, {"sleutel": found["key"]})
        return Entry(line, columns, found["key"], column + start, start, found.end(), (slip,))
    return None


def _tight_item(line: int, column: int, text: str) -> Entry:
    """Return the item of a list that a line starts with a dash that sticks to what follows."""
    slip = Slip(causes.NO_SPACE_DASH, 1, Edit(line, 1, 1, " "), {})
    key, end = _key(text, 1)
    if end < 0:
        return Entry(line, (column,), "", -1, 1, 1, (slip,))
    colon = _COLON.match(text, end)
    return Entry(line, (column,), key, column + 2, 1, colon.end() if colon else end, (slip,))
