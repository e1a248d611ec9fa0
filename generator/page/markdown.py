"""Turns an answer into safe HTML: paragraphs, lists, quotes, bold, italics and links, no more.

It takes light Markdown as people write it and text as they paste it. Whatever else stands in it stays the text that was
typed, and no word of it is lost.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.page import line_marks
from generator.page.list_marks import lines_of, own_numbers, without_bullet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.page.list_marks import Line, Mark

DEEPEST = 3
"""Lists stand at most this deep in each other."""
_STEP = 2
"""A line that steps in less than this stands at the level of the line before it."""
_LONGEST_WRAPPED = 160
"""Nobody breaks lines at more characters than this: a longer line is a paragraph that was pasted."""
_HEADING = re.compile(r"#{1,6}[ \t]+(?P<words>\S.*)")
_QUOTE = re.compile(r">[ \t]?(?P<words>[ \t]*[^\W\d_].*|[ \t]*[\"'“‘(*\[].*|)")
"""The first line of a quote; "> 50 %" means more than that."""
_QUOTED = re.compile(r">[ \t]?(?P<words>.*)")
_TYPES = {"decimal": "1", "letter": "a", "capital": "A", "roman": "i"}


def to_html(text: str) -> str:
    """Return the HTML of an answer: one or more `p`, `ul`, `ol` and `blockquote` elements.

    Args:
        text: The answer as it was typed.
    """
    return _Blocks(lines_of(text), quotes=True).html()


def to_line(text: str) -> str:
    """Return the HTML of an answer that stands in a line or a cell: bold, italics, links and the ends of its lines."""
    return line_marks.to_html(text, keep_lines=True)


def to_name(text: str) -> str:
    """Return the HTML of an answer in a heading or a link: bold and italics, and addresses behind their words."""
    return line_marks.to_html(text, links=False)


def fits_line(text: str) -> bool:
    """Tell whether an answer is one paragraph, which a line or a cell can hold."""
    lines = lines_of(text)
    return all(line.words and line.mark is None and not _QUOTE.fullmatch(line.words) for line in lines)


class Item(Struct, frozen=True):
    """An answer that is one item of a list."""

    html: str
    number: int | None
    """The number that it has of itself; None where it takes the next one."""


def to_items(texts: Sequence[str], *, numbered: bool) -> list[Item]:
    """Return answers as the items of one list, without the marks that the list gives them already.

    Args:
        texts: The answers as they were typed.
        numbered: Whether the list has numbers; else it has bullets.
    """
    found = own_numbers(texts) if numbered else [(None, without_bullet(text)) for text in texts]
    return [Item(to_line(words) if fits_line(words) else to_html(words), number) for number, words in found]


class _Open(Struct):
    """A list that is being written."""

    mark: Mark
    indent: int
    tag: str
    next: int
    """The number that its next item has."""


class _Blocks:
    """Writes the blocks of a text, line by line."""

    def __init__(self, lines: list[Line], *, quotes: bool) -> None:
        """Keep the lines; `quotes` says whether a quote may begin here."""
        self._lines = lines
        self._last = max((index for index, line in enumerate(lines) if line.words), default=0)
        self._quotes = quotes
        self._written: list[str] = []
        self._lists: list[_Open] = []
        self._words: list[str] = []
        self._keeps_lines = False
        self._starts_item = False
        self._after_blank = False

    def html(self) -> str:
        """Return the HTML of all lines."""
        index = 0
        while index < len(self._lines):
            index = self._take(index)
        self._close(0)
        return "".join(self._written)

    def _take(self, index: int) -> int:
        """Write a line, and return the index of the next one."""
        line = self._lines[index]
        if not line.words:
            self._flush()
            self._after_blank = True
            return index + 1
        if line.mark is not None:
            self._item(line, line.mark)
        elif self._quotes and _QUOTE.fullmatch(line.words):
            return self._quote(index)
        elif self._is_heading(index):
            self._close(0)
            words = re.sub(r"[ \t]#+$", "", line.words.lstrip("#")).strip()
            self._written.append(f"<p><strong>{line_marks.to_html(words)}</strong></p>")
        else:
            self._plain(index)
        self._after_blank = False
        return index + 1

    def _plain(self, index: int) -> None:
        line = self._lines[index]
        if self._lists and not self._goes_on(index):
            self._close(next((depth for depth, item in enumerate(self._lists) if line.indent <= item.indent), 0))
        before = self._lines[index - 1] if self._words else line
        if before.is_own != line.is_own or len(before.words) > _LONGEST_WRAPPED:
            self._flush()
        self._keeps_lines = line.is_own
        self._words.append(line.words)

    def _goes_on(self, index: int) -> bool:
        """Tell whether a line without a mark belongs to the item before it."""
        line, before = self._lines[index], self._lines[index - 1]
        if line.indent > self._lists[-1].indent:
            return True
        follows = self._lines[index + 1].mark if index + 1 < len(self._lines) else None
        is_same = follows is not None and follows.family == self._lists[-1].mark.family
        return bool(self._words) and is_same and line.words[0].islower() and before.words[-1] not in ".:;!?"

    def _is_heading(self, index: int) -> bool:
        """Tell whether a line is a heading: it has something under it, and is no part of a sentence."""
        found = _HEADING.fullmatch(self._lines[index].words)
        if found is None or index >= self._last:
            return False
        return not self._words or found["words"][0].isalpha()

    def _quote(self, index: int) -> int:
        """Write the lines of a quote, and return the index of the next one."""
        self._close(0)
        inside = []
        while index < len(self._lines) and (found := _QUOTED.fullmatch(self._lines[index].words)):
            inside.append(found["words"])
            index += 1
        self._written += ("<blockquote>", _Blocks(lines_of("\n".join(inside)), quotes=False).html(), "</blockquote>")
        self._after_blank = False
        return index

    def _item(self, line: Line, mark: Mark) -> None:
        self._flush()
        while self._lists and line.indent <= self._lists[-1].indent - _STEP:
            self._close(len(self._lists) - 1)
        if self._lists and self._is_level(line):
            self._end_other_lists(mark)
        last = self._lists[-1] if self._lists else None
        if last is not None and self._is_level(line) and last.mark.family == mark.family:
            self._written.append("</li>")
        else:
            self._open(line, mark)
        self._lists[-1].next += 1
        self._written.append("<li>")
        self._words = [line.words]
        self._keeps_lines = False
        self._starts_item = True

    def _is_level(self, line: Line) -> bool:
        """Tell whether an item stands in line with the last one, or no list can stand deeper."""
        return line.indent < self._lists[-1].indent + _STEP or len(self._lists) == DEEPEST

    def _end_other_lists(self, mark: Mark) -> None:
        """Close the lists that an item in line with the last one ends."""
        level = self._lists[-1].indent
        depths = (depth for depth in reversed(range(len(self._lists))) if level - self._lists[depth].indent < _STEP)
        own = next((depth for depth in depths if self._lists[depth].mark.family == mark.family), None)
        if own is not None:
            counts_on = mark.kind == "bullet" or self._lists[own].next == mark.number
            self._close(own + 1 if counts_on else own)
        elif self._after_blank or len(self._lists) == DEEPEST or not self._nests(mark):
            self._close(len(self._lists) - 1)

    def _nests(self, mark: Mark) -> bool:
        """Tell whether a mark of another kind begins a list under the last item."""
        last = self._lists[-1].mark
        return not mark.kind == last.kind == "bullet" or mark.rank > last.rank

    def _open(self, line: Line, mark: Mark) -> None:
        """Begin a list; one with numbers says what kind, for a house style may write them in another way."""
        tag = "ul" if mark.kind == "bullet" else "ol"
        looks = ""
        if tag == "ol":
            start = f' start="{mark.number}"' if mark.number != 1 else ""
            looks = f'{start} type="{_TYPES[mark.kind]}"'
        self._written.append(f"<{tag}{looks}>")
        self._lists.append(_Open(mark, line.indent, tag, mark.number))

    def _close(self, depth: int) -> None:
        """Close every list but the outer `depth` ones."""
        self._flush()
        while len(self._lists) > depth:
            self._written.append(f"</li></{self._lists.pop().tag}>")

    def _flush(self) -> None:
        """Write the paragraph that was being read."""
        if self._words:
            words = line_marks.to_html("\n".join(self._words), keep_lines=self._keeps_lines)
            self._written.append(words if self._starts_item else f"<p>{words}</p>")
        self._words = []
        self._starts_item = False
