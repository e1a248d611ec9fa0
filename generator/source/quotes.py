"""Reads a text between quotes, also over several lines, and tells where the quotes do not do what was meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.source import causes
from generator.source.prose import read_text
from generator.source.sheet import Edit, Span
from generator.source.signs import CLOSING, ELISION, LOST_ELISION, double_quoted, escaped

if TYPE_CHECKING:
    from generator.source.scan import Scan

_UNTIL_CLOSE = {'"': re.compile(r'[^"\\]*(?:\\.[^"\\]*)*"'), "'": re.compile(r"[^']*(?:''[^']*)*'")}
_ESCAPE = re.compile(r"\\(?:[0abt\tnvfre \"/\\N_LP]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|$)|(\\)")
_SINGLE = re.compile(r"\\(?!\")")
_FREE_QUOTE = re.compile(r'(?<!\\)"')
_MOST_LINES = 400
"""A text of more lines than this is no text: a quote is open."""


def close_of(scan: Scan, line: int, at: int, column: int) -> Span | None:
    """Return the quote that closes the one at a place; None when a line comes first that cannot be text.

    Args:
        scan: The sheet.
        line: Where the quote is.
        at: Where in that line.
        column: That of the entry that the text belongs to.
    """
    quote = scan.sheet.texts[line][at]
    start = at + 1
    for below in range(line, min(line + _MOST_LINES, len(scan.sheet))):
        if below > line and scan.ends_text(below, column):
            return None
        if found := _UNTIL_CLOSE[quote].match(scan.sheet.texts[below], start):
            return Span(below, found.end() - 1, found.end())
        start = 0
    return None


def read_quoted(scan: Scan, line: int, at: int, column: int) -> int:
    """Read the value that starts with a quote, and return its last line."""
    close = close_of(scan, line, at, column)
    whole = scan.whole(line, at)
    if close is not None and _is_over(scan, close):
        below = next(scan.more(close.line, column), None)
        if below is not None:
            return go_on_after(scan, whole, close, below, column)
        check_inside(scan, line, at, close)
        return close.line
    text = scan.text(whole)
    if text[0] == "'" and ELISION.match(text):
        return read_text(scan, line, at, column, causes.APOSTROPHE, certain=text[-1] != "'")
    if len(text) > 1 and text[-1] == text[0] and not text.endswith('\\"'):
        scan.sheet.report(causes.INNER_QUOTES, line, at, Edit(*whole, without_inner(text)), value=whole)
        return line
    if close is None:
        return _unclosed(scan, whole, column)
    return read_text(scan, line, at, column, causes.QUOTED_START)


def _is_over(scan: Scan, close: Span) -> bool:
    rest = scan.sheet.texts[close.line][close.end :].strip(" \t")
    return not rest or rest.startswith("#")


def without_inner(text: str) -> str:
    """Return a text in double quotes that was in quotes already, with others of the same kind inside."""
    inside = text[1:-1]
    if text[0] == "'":
        return double_quoted(inside.replace("''", "'"))
    return '"' + _FREE_QUOTE.sub(lambda _: '\\"', inside) + '"'


def _unclosed(scan: Scan, whole: Span, column: int) -> int:
    spans = [whole, *(scan.whole(below) for below in scan.more(whole.line, column))]
    first, last = scan.text(whole), spans[-1]
    certain = not any(" #" in scan.text(span) for span in spans) and len(first) > 1
    if len(spans) == 1 and len(first) > 1 and first[-1] in CLOSING:
        edits = scan.quoted(spans, drop=1)
        scan.sheet.report(causes.MIXED, whole.line, whole.start, *edits, certain=certain, value=whole)
    elif first[0] == '"':
        edit = Edit(last.line, last.end, last.end, '"')
        scan.sheet.report(causes.UNCLOSED, whole.line, whole.start, edit, certain=certain, value=whole)
    else:
        spans[0] = Span(whole.line, whole.start + 1, whole.end)
        quote = Edit(whole.line, whole.start, whole.start + 1, "")
        edits = scan.quoted(spans)
        scan.sheet.report(causes.UNCLOSED, whole.line, whole.start, quote, *edits, certain=certain, value=whole)
    return last.line


def go_on_after(scan: Scan, whole: Span, close: Span, below: int, column: int) -> int:
    """Read the lines that go on with a text after its closing quote; the quote belongs after the last of them."""
    spans = [scan.whole(below), *(scan.whole(further) for further in scan.more(below, column))]
    quote = scan.sheet.texts[whole.line][whole.start]
    edits = [Edit(*close, "")]
    for span in spans:
        text = scan.text(span)
        text = escaped(text) if quote == '"' else text.replace("'", "''")
        edits.append(Edit(*span, text + quote * (span is spans[-1])))
    certain = not any(
        " #" in scan.text(span) for span in (close._replace(end=len(scan.sheet.texts[close.line])), *spans)
    )
    nr = str(whole.line + 1)
    scan.sheet.report(
        causes.AFTER_QUOTES, below, spans[0].start, *edits, certain=certain, value=whole, words={"nr": nr}
    )
    return spans[-1].line


def check_inside(scan: Scan, line: int, at: int, close: Span) -> None:
    """Report a backslash that YAML does not know, or an apostrophe that is gone, in a text that is closed well."""
    sheet = scan.sheet
    whole = Span(line, at, close.end if close.line == line else len(sheet.texts[line]))
    if sheet.texts[line][at] == "'":
        if LOST_ELISION.match(sheet.texts[line], at + 1) and close.line == line:
            edit = Edit(*whole, double_quoted(scan.text(whole)[:-1].replace("''", "'")))
            tekst = scan.text(whole)[1:-1].replace("''", "'")
            sheet.report(causes.LOST_APOSTROPHE, line, at, edit, certain=False, value=whole, words={"tekst": tekst})
        return
    edits: tuple[Edit, ...] = ()
    first: tuple[int, int] | None = None
    for below in range(line, close.line + 1):
        start = at + 1 if below == line else 0
        end = close.start if below == close.line else len(sheet.texts[below])
        found = [match for match in _ESCAPE.finditer(sheet.texts[below], start, end) if match[1]]
        if found and first is None:
            first = (below, found[0].start())
        edits += (Edit(below, start, end, _SINGLE.sub(r"\\\\", sheet.texts[below][start:end])),)
    if first is not None:
        sheet.report(causes.ESCAPE, *first, *edits, value=whole)
