"""Finds which lines of a text are items of a list, as people type them and as Word and web pages paste them.

A dash or a bullet is a mark wherever it begins a line. A number or a letter is one only beside a neighbour that it
counts on from: "2026. Dat is het jaar" is a sentence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Sequence

Kind = Literal["bullet", "decimal", "letter", "capital", "roman"]

_DOTS = "•·●∙‣⁃\u2219\uf0b7\uf06c\uf09f"
_CIRCLES = "o◦○⚬\uf06f\uf0a1"
_SQUARES = "▪▫■□◾§\uf0a7\uf06e\uf071"
_DASHES = "-+*–—"
_OTHERS = "➢➤►▶✓✔❖→\uf0d8\uf0fc\uf076\uf0e0\uf0be"
_RANKS = {sign: rank for rank, signs in enumerate((_DOTS, _CIRCLES, _SQUARES, _OTHERS)) for sign in signs}
_RANKS |= dict.fromkeys(_DASHES, 1)
_PRIVATE_RANK = 3
SIGNS = "".join((_DASHES, _DOTS, _CIRCLES.removeprefix("o"), _SQUARES, _OTHERS))
_BULLET = re.compile(
    rf"(?P<sign>[{re.escape(SIGNS)}\ue000-\uf8ff])[ \t\u00a0]+(?P<words>\S.*)|o(?:\t| {{2,}})\s*(\S.*)"
)
_NUMBER = re.compile(
    r"(?:\((?=\w{1,5}\)))?(?P<number>\d{1,4}|[a-zA-Z]|[ivx]{2,5})(?P<end>[.)])[ \t\u00a0]+(?P<words>\S.*)"
)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_TAB = 4
_FEWEST = 2
"""One item is no list."""
_LARGEST_STEP = 9
"""Two numbers beside each other may be this far apart: somebody took away what stood between them."""
_OWN_LINE = re.compile(r"\||\S[^\t]*\t")
"""A row of a table, with bars or with tabs."""
_DEEP_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,4}[.)]?[ \t]")
_NOTE = re.compile(r"(?<!\*)\b\w+\*(?![\w*])")
"""A word with a star that leads to a note."""
_IN_SENTENCE = (",", ";", " en", " of")
_FOLDED_NUMBER = re.compile(r"(?:^|:[ \t]+)(?=1[.)][ \t]+\S)")
_FOLDED = re.compile(rf":[ \t]+(?P<sign>[{re.escape(SIGNS)}])[ \t]+(?=\S)")
_LETTER = re.compile(r"[^\W\d_]")


class Mark(Struct, frozen=True):
    """What stands before an item."""

    kind: Kind
    sign: str
    """The bullet, or what follows the number: `.` or `)`."""
    number: int = 0

    @property
    def family(self) -> tuple[str, int | str]:
        """What the marks of one list have in common."""
        return self.kind, self.rank if self.kind == "bullet" else self.sign

    @property
    def rank(self) -> int:
        """How deep Word uses a bullet, from 0; the same for bullets that people mix in one list."""
        return _RANKS.get(self.sign, _PRIVATE_RANK)


class Line(Struct, frozen=True):
    """A line of a text."""

    indent: int
    words: str
    """Without the space around them, and without the mark."""
    mark: Mark | None = None
    is_own: bool = False
    """Whether it stays a line of its own in the document."""


def lines_of(text: str) -> list[Line]:
    """Return the lines of a text, each with its mark where it is an item of a list."""
    found = [_line(raw) for raw in text.split("\n")]
    marked = _numbered(found)
    lines = [part for index in range(len(marked)) for part in _unfolded(marked, index)]
    has_notes = "*" in text and bool(_NOTE.search(text))
    return [_settled(lines, index, has_notes=has_notes) for index in range(len(lines))]


def own_numbers(texts: Sequence[str]) -> list[tuple[int | None, str]]:
    """Return the number that each item of a numbered list has of itself, and its text without that.

    A number is one only where it is that of the place of the item, or a neighbour counts on to it.
    """
    found = [_own_number(text) for text in texts]
    result: list[tuple[int | None, str]] = []
    for index, (number, words) in enumerate(found):
        near = (found[place][0] for place in (index - 1, index + 1) if 0 <= place < len(found))
        is_own = number is not None and (number == index + 1 or any(_is_step(number, other) for other in near))
        result.append((number, words) if is_own else (None, texts[index]))
    return result


def without_bullet(text: str) -> str:
    """Return the text of an item without the bullet that it begins with."""
    first, end, rest = text.partition("\n")
    line = _line(first)
    return text if line.mark is None else line.words + end + rest


def _own_number(text: str) -> tuple[int | None, str]:
    first, end, rest = text.partition("\n")
    found = _NUMBER.fullmatch(first.strip())
    if found is None or not found["number"].isdecimal():
        return None, text
    return int(found["number"]), found["words"] + end + rest


def _is_step(number: int, other: int | None) -> bool:
    return other is not None and 0 < abs(number - other) <= _LARGEST_STEP


def _line(raw: str) -> Line:
    words = raw.strip(" \t\u00a0")
    before = raw[: len(raw) - len(raw.lstrip(" \t\u00a0"))]
    indent = len(before.replace("\t", " " * _TAB))
    bullet = _BULLET.fullmatch(words)
    if bullet is None:
        return Line(indent, words)
    return Line(indent, bullet["words"] or bullet[3], Mark("bullet", bullet["sign"] or "o"))


def _numbered(lines: list[Line]) -> list[Line]:
    """Give the lines a mark whose number has a neighbour."""
    result = list(lines)
    kinds: tuple[Kind, ...] = ("decimal", "letter", "capital", "roman")
    for kind in kinds:
        last: dict[tuple[str, int], tuple[int, int]] = {}
        for index, line in enumerate(lines):
            found = _NUMBER.fullmatch(line.words) if result[index].mark is None else None
            number = _value(found["number"], kind) if found else None
            if found is None or number is None:
                continue
            key = (found["end"], line.indent)
            before = last.get(key)
            last[key] = (index, number)
            if before is not None and _follows(result, before, (index, number)):
                for place, value in (before, (index, number)):
                    result[place] = _with_mark(lines[place], kind, value)
    return result


def _with_mark(line: Line, kind: Kind, number: int) -> Line:
    found = _NUMBER.fullmatch(line.words)
    assert found is not None  # noqa: S101 - it was a number a moment ago
    return replace(line, words=found["words"], mark=Mark(kind, found["end"], number))


def _value(number: str, kind: Kind) -> int | None:
    """Return which number a text is, read as one of a kind; None where it cannot be."""
    match kind:
        case "decimal":
            return int(number) if number.isdecimal() else None
        case "letter" | "capital":
            is_one = len(number) == 1 and number.isascii() and number.isalpha()
            return ord(number.lower()) - ord("a") + 1 if is_one and number.islower() == (kind == "letter") else None
        case "roman":
            return _ROMAN.index(number) + 1 if number in _ROMAN else None
    return None


def _follows(lines: Sequence[Line], before: tuple[int, int], after: tuple[int, int]) -> bool:
    """Tell whether one number counts on from another, and together they make a list."""
    (first, number), (second, next_number) = before, after
    if lines[first].mark is None and not _begins_block(lines, first):
        return False
    step = next_number - number
    return step == 1 or (0 <= step <= _LARGEST_STEP and _side_by_side(lines, first, second))


def _begins_block(lines: Sequence[Line], index: int) -> bool:
    if not index:
        return True
    before = lines[index - 1]
    if lines[index].indent > before.indent:
        return True
    return not before.words or before.mark is not None or before.words.endswith((":", ";"))


def _side_by_side(lines: Sequence[Line], first: int, second: int) -> bool:
    """Tell whether nothing but items and what belongs to them stands between two lines."""
    indent = lines[first].indent
    between = lines[first + 1 : second]
    return all(not line.words or line.mark is not None or line.indent > indent for line in between)


def _unfolded(lines: Sequence[Line], index: int) -> list[Line]:
    """Return a line as the lines that it was before YAML joined them: `Dit zien wij: - a - b`, or a lone `- a - b`."""
    line = lines[index]
    if line.mark is not None:
        if line.mark.kind != "bullet" or not _is_alone(lines, index):
            return [line]
        return [replace(line, words=item) for item in _split(line.words, line.mark.sign)]
    found = _FOLDED.search(line.words)
    items = _split(line.words[found.end() :], found["sign"]) if found else []
    marks = [Mark("bullet", found["sign"])] * len(items) if found else []
    if len(items) < _FEWEST:
        found = _FOLDED_NUMBER.search(line.words)
        items, marks = _counted(line.words[found.end() :]) if found else ([], [])
    if found is None or len(items) < _FEWEST:
        return [line]
    intro = line.words[: found.start() + 1].strip() if found.start() or found.end() else ""
    parts = [replace(line, words=item, mark=mark) for item, mark in zip(items, marks, strict=True)]
    return [replace(line, words=intro), *parts] if intro else parts


def _counted(words: str) -> tuple[list[str], list[Mark]]:
    """Return the items of `1. a 2. b 3. c`; none where they are parts of one sentence."""
    end = words[1]
    items, number = [], 1
    rest = words[2:].lstrip()
    while (place := rest.find(f" {number + 1}{end} ")) >= 0:
        number += 1
        items.append(rest[:place].rstrip())
        rest = rest[place + len(f" {number}{end} ") :].lstrip()
    if any(item.endswith(_IN_SENTENCE) for item in items):
        return [], []
    return [*items, rest], [Mark("decimal", end, count) for count in range(1, number + 1)]


def _is_alone(lines: Sequence[Line], index: int) -> bool:
    """Tell whether no other item stands next to an item."""
    near = (_near(lines, index, -1), _near(lines, index, 1))
    return all(not 0 <= place < len(lines) or lines[place].mark is None for place in near)


def _settled(lines: Sequence[Line], index: int, *, has_notes: bool) -> Line:
    """Return a line that knows whether it stays a line of its own; a lone star under a text with notes is a note."""
    line = lines[index]
    if line.mark is not None:
        if has_notes and line.mark.sign == "*" and _is_alone(lines, index):
            return Line(line.indent, f"* {line.words}", is_own=True)
        return line
    near = lines[max(index - 1, 0) : index + 2]
    is_deep = bool(_DEEP_NUMBER.match(line.words))
    has_company = sum(item.mark is not None or bool(_DEEP_NUMBER.match(item.words)) for item in near) > 1
    return replace(line, is_own=True) if _OWN_LINE.match(line.words) or (is_deep and has_company) else line


def _near(lines: Sequence[Line], index: int, step: int) -> int:
    """Return the index of the next line with words on one side; one outside the lines where there is none."""
    index += step
    while 0 <= index < len(lines) and not lines[index].words:
        index += step
    return index


def _split(words: str, sign: str) -> list[str]:
    """Return the items in a line, or the line where a part of it can be no item."""
    items = re.split(rf"[ \t]+{re.escape(sign)}[ \t]+", words)
    return items if all(_LETTER.search(item) for item in items) else [words]
