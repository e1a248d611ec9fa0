"""Reads a list or group in braces, also over several lines, and tells where a text in it is not what was meant."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.source.characters import CLOSING, ELISION, NOTHINGS, SPACES, double_quoted, name_of
from generator.source.diagnosis import brace_levels, mistakes
from generator.source.diagnosis.brace_levels import CLOSES, BraceWalk
from generator.source.diagnosis.inline_text import (
    check_inside,
    close_of,
    fault_at_start,
    is_curled,
    read_text,
    without_inner,
)
from generator.source.diagnosis.lines import Edit, Span

if TYPE_CHECKING:
    from generator.source.diagnosis.mistakes import Cause
    from generator.source.diagnosis.nesting import Scan


_PLAIN = re.compile(r"(?:[^,\[\]{}:#]|:(?![ \t,\[\]{}]|$)|(?<![ \t])#)+")
_TIGHT_KEY = re.compile(r"([A-Za-z_]\w*|\d{4}):(?!//)(?=[^\s,\[\]{}])")
_STRANGE_GAP = re.compile(f"([A-Za-z_]\\w*|\\d{{4}}):([{SPACES}{NOTHINGS}][ {SPACES}{NOTHINGS}]*)")
_LAST_WORD = re.compile(r"[ \t;]+(\w+)[ \t]*$")
_TIGHT = re.compile(r"[?:]")
_AFTER_VALUE = re.compile(r"[ \t]*(?:$|[,\]}:]|(?<=[ \t])#)")


def read_braces(scan: Scan, line: int, at: int, column: int) -> int:
    """Read the value in braces that starts at a place, and return its last line.

    Args:
        scan: The sheet.
        line: Where it starts.
        at: Where in that line.
        column: That of the entry that it belongs to.
    """
    before = len(scan.sheet.defects)
    braces = _Braces(scan, line, at, column)
    if not braces.read():
        if braces.last_line > line:
            scan.sheet.defects[before:] = [replace(found, certain=False) for found in scan.sheet.defects[before:]]
        return braces.report_unclosed()
    rest = scan.sheet.texts[braces.line][braces.at :].strip(" \t")
    end = scan.whole(braces.line, braces.at)
    if not rest or rest.startswith(("#", ":")):
        return braces.line
    if rest == "," or not rest.strip("]}"):
        cause = brace_levels.EXTRA_COMMA if rest == "," else brace_levels.EXTRA_BRACE
        place = end.end - len(rest)
        scan.sheet.report(cause, braces.line, place, Edit(braces.line, place, end.end, ""))
        return braces.line
    del scan.sheet.defects[before:]
    certain = scan.sheet.texts[line][at] == "["
    return max(braces.line, read_text(scan, line, at, column, mistakes.BRACKET, certain=certain))


class _Braces(BraceWalk):
    """A value in braces, read sign by sign."""

    def read(self) -> bool:
        """Read until the first brace is closed; tell whether it is. Then `line` and `at` are just after it."""
        self._open(self._text[self.at])
        while self.levels and self._next_sign():
            sign = self._text[self.at]
            if sign in CLOSES and not self.levels[-1].filled:
                self._open(sign)
            elif sign in "}]":
                self._close(sign)
            elif sign == ",":
                self._comma()
            elif sign == ":" and not self.levels[-1].in_value and self._ends_key():
                self._colon()
            else:
                self._scalar(sign)
        return not self.levels

    def _close(self, sign: str) -> None:
        self._end_of_lines()
        level = self.levels.pop()
        wanted = CLOSES[level.sign]
        if sign != wanted and self.levels and CLOSES[self.levels[-1].sign] == sign:
            edit = Edit(self.line, self.at, self.at, wanted)
            self._report(
                brace_levels.UNCLOSED_BRACE, level.opening.start, edit, line=level.opening.line, words={"teken": wanted}
            )
            level = self.levels.pop()
        elif sign != wanted:
            edit = Edit(self.line, self.at, self.at + 1, wanted)
            self._report(brace_levels.WRONG_BRACE, self.at, edit, words={"teken": level.sign})
        self.at += 1
        if self.levels:
            self.levels[-1].filled = True

    def _comma(self) -> None:
        self._end_of_lines()
        level = self.levels[-1]
        if not level.filled and not level.in_value:
            self._report(brace_levels.EXTRA_COMMA, self.at, Edit(self.line, self.at, self.at + 1, ""), certain=True)
        level.start_item()
        self.at += 1

    def _ends_key(self) -> bool:
        """Tell whether a colon ends a key, rather than starting a text."""
        return self.levels[-1].filled or self._text[self.at + 1 : self.at + 2] in {"", " ", "\t", ",", "]", "}"}

    def _colon(self) -> None:
        if self._text[self.at + 1 : self.at + 2] in {",", "]", "}"}:
            self._report(brace_levels.TIGHT, self.at, Edit(self.line, self.at + 1, self.at + 1, " "), certain=True)
        self.levels[-1].start_item(in_value=True)
        self.at += 1

    def _scalar(self, sign: str) -> None:
        level = self.levels[-1]
        if level.filled:
            start = level.item if level.item and level.item.line == self.line else Span(self.line, self.at, self.at)
            self._broken(mistakes.BRACKET, start.start)
        elif level.lines:
            self._plain()
        elif sign in "\"'":
            self._quoted()
        elif sign == "#":
            self._broken(mistakes.HASH, self.at)
        elif found := fault_at_start(self._text[self.at : self.at + 2]):
            self._broken(found[0], self.at, teken=found[1])
        elif not level.in_value and (strange := _STRANGE_GAP.match(self._text, self.at)):
            edit = Edit(self.line, strange.start(2), strange.end(), " ")
            words = {"naam": name_of(strange[2])}
            self._report(mistakes.AFTER_COLON, strange.start(2), edit, certain=True, words=words)
            level.start_item(in_value=True)
            self.at = strange.end()
        elif not level.in_value and (tight := _TIGHT_KEY.match(self._text, self.at)) and self._is_key(tight[1]):
            self._report(
                mistakes.NO_SPACE, tight.end() - 1, Edit(self.line, tight.end(), tight.end(), " "), certain=True
            )
            level.start_item(in_value=True)
            self.at = tight.end()
        else:
            self._plain()

    def _is_key(self, word: str) -> bool:
        return self.levels[-1].sign == "{" and self.scan.known.knows(word)

    def _quoted(self) -> None:
        close = close_of(self.scan, self.line, self.at, self.column)
        if close is None or not _AFTER_VALUE.match(self.scan.sheet.texts[close.line], close.end):
            self._broken_quotes()
            return
        check_inside(self.scan, self.line, self.at, close)
        self._start(self.at)
        self.line, self.at = close.line, close.end
        self.levels[-1].filled = True

    def _plain(self) -> None:
        level = self.levels[-1]
        found = _PLAIN.match(self._text, self.at)
        end = found.end() if found else self.at + 1
        after = self._text[end : end + 1]
        token = self._text[self.at : end]
        if after == ":" and level.in_value:
            self._second_colon(token, end)
        elif after in {"[", "{"}:
            self._broken(mistakes.BRACKET, self.at, place=end)
        elif after == "#":
            self._hash(end)
        else:
            self._start(self.at)
            span = Span(self.line, self.at, self.at + len(token.rstrip(" \t")))
            self.at = end
            if after:
                self._end_of_text(span, after)
            else:
                level.lines.append(span)

    def _end_of_text(self, span: Span, after: str) -> None:
        level = self.levels[-1]
        spans = [*level.lines, span]
        level.lines.clear()
        level.filled = True
        if after != ":" and any(_TIGHT.search(self.scan.text(line)) for line in spans):
            self._report(brace_levels.TIGHT, span.start, *self.scan.quoted(spans), certain=True)
        elif len(spans) == 1 and is_curled(self.scan.text(span)):
            self._report(mistakes.CURLY_TEXT, span.start, *self.scan.quoted(spans, drop=1), value=span)

    def _end_of_lines(self) -> None:
        """Note that a text over several lines ended at the end of the last."""
        lines = self.levels[-1].lines
        if lines:
            self._end_of_text(lines.pop(), ",")

    def _second_colon(self, token: str, end: int) -> None:
        """Report a colon in a text, or the key that lacks the comma before it."""
        word = _LAST_WORD.search(token)
        if word is None or not self.scan.known.is_listed(word[1]):
            self._broken(mistakes.COLON, self.at, place=end)
            return
        at = self.at + word.start()
        self._report(
            brace_levels.NO_COMMA,
            self.at + word.start(1),
            Edit(self.line, at, self.at + word.start(1), ", "),
            words={"sleutel": word[1]},
        )
        self.levels[-1].start_item()
        self.at = end

    def _hash(self, end: int) -> None:
        """Report a ` #`: it takes the end of the braces along, or it is a remark at the end of a line."""
        sticks = self._text[end + 1 : end + 2] not in {"", " ", "\t"}
        if self._text.find(CLOSES[self.levels[-1].sign], end) >= 0:
            self._broken(mistakes.HASH if sticks else mistakes.HASH_AND_MORE, self.at, place=end)
            return
        span = self.scan.whole(self.line, self.at)
        cause = mistakes.HASH if sticks else mistakes.REMARK
        self._report(cause, end, *self.scan.quoted([span]), value=span)
        self.at = len(self._text)
        self.levels[-1].filled = True

    def _broken(self, cause: Cause, start: int, *, place: int | None = None, teken: str = "") -> None:
        """Report a text that needs quotes, and go to its end."""
        end = end_of_text(self._text, max(self.at, start), in_list=self.levels[-1].sign == "[")
        span = Span(self.line, start, end)
        certain = cause not in {mistakes.DASH_IN_VALUE, mistakes.HASH_AND_MORE}
        spans = [*self.levels[-1].lines, span]
        curled = cause is mistakes.COLON and len(spans) == 1 and is_curled(self.scan.text(span))
        if curled:
            cause, place = mistakes.CURLY, start
        edits = self.scan.quoted(spans, drop=int(curled))
        self._report(
            cause, start if place is None else place, *edits, certain=certain, value=span, words={"teken": teken}
        )
        self._fill(end)

    def _broken_quotes(self) -> None:
        end = end_of_text(self._text, self.at, in_list=self.levels[-1].sign == "[")
        text = self._text[self.at : end]
        cause = fault_of_quoted(text)
        span = Span(self.line, self.at, end)
        self._report(cause, self.at, Edit(*span, quoted_text(text, cause)), certain=True, value=span)
        self._fill(end)


_NEXT_KEY = re.compile(r",[ \t]*(?:\"[^\"]*\"|[^\s,:{}\[\]\"'][^,:{}\[\]]*)[ \t]*:(?=[ \t]|$)")
_END_OF_GROUP = re.compile(r",?[ \t]*\}")
_END_OF_ITEM = re.compile(r"[ \t]*[,\]]")


def end_of_text(text: str, at: int, *, in_list: bool) -> int:
    """Return where the text that starts at a place ends: before the next key or item, or the closing brace.

    Args:
        text: The line.
        at: Where the text starts.
        in_list: Whether commas part it from others: in a group a comma may belong to the text.
    """
    end = len(text)
    for pattern in (_END_OF_ITEM,) if in_list else (_NEXT_KEY, _END_OF_GROUP):
        if found := pattern.search(text, at + 1, end):
            end = found.start()
    return at + len(text[at:end].rstrip())


def fault_of_quoted(text: str) -> Cause:
    """Return what is wrong with a text that starts with a quote."""
    if ELISION.match(text):
        return mistakes.APOSTROPHE
    if len(text) > 1 and text[-1] == text[0]:
        return mistakes.INNER_QUOTES
    if len(text) > 1 and text[-1] in CLOSING:
        return mistakes.MIXED
    return mistakes.QUOTED_START if text[0] in text[1:] else mistakes.UNCLOSED


def quoted_text(text: str, cause: Cause) -> str:
    """Return a text that starts with a quote as it must have been meant, in double quotes."""
    if cause is mistakes.INNER_QUOTES:
        return without_inner(text)
    if cause is mistakes.MIXED:
        return double_quoted(text[1:-1])
    return double_quoted(text[1:] if cause is mistakes.UNCLOSED else text)
