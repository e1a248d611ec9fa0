"""Reads a text behind a key or a dash, with or without quotes, and tells where it is not read as it was meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.source.characters import CLOSING, ELISION, LOST_ELISION, OPENING, double_quoted, escaped
from generator.source.diagnosis import mistakes
from generator.source.diagnosis.brace_levels import NO_OPENING
from generator.source.diagnosis.lines import Edit, Span

if TYPE_CHECKING:
    from generator.source.diagnosis.mistakes import Cause
    from generator.source.diagnosis.nesting import Scan


_COLON = re.compile(r":(?=[ \t]|$)")
_HASH = re.compile(r"(?<=[ \t])#")
_WORD = re.compile(r"[a-z][a-z0-9_]*")
_KEY_AFTER_COMMA = re.compile(r",\s*[\w-]+\s*:(?=\s|$)")
_ALL_DIGITS = re.compile(r"[\d\s.,€%-]+")

_STARTS: dict[str, tuple[Cause, str]] = {
    "'": (mistakes.APOSTROPHE, ""),
    "*": (mistakes.REFERENCE, "een sterretje (*)"),
    "&": (mistakes.REFERENCE, "het teken &"),
    "!": (mistakes.TAG, ""),
    "%": (mistakes.SIGN, "een procentteken (%)"),
    "@": (mistakes.SIGN, "een apenstaartje (@)"),
    "`": (mistakes.SIGN, "het teken `"),
    "|": (mistakes.FOLD_SIGN, "het teken |"),
    ">": (mistakes.FOLD_SIGN, "het teken >"),
    ",": (mistakes.SIGN, "een komma"),
    "]": (mistakes.SIGN, "het teken ]"),
    "}": (mistakes.SIGN, "het teken }"),
    "[": (mistakes.BRACKET, ""),
    "{": (mistakes.BRACKET, ""),
}
_STARTS_BEFORE_A_SPACE = {
    "?": (mistakes.QUESTION_MARK, ""),
    "-": (mistakes.DASH_IN_VALUE, ""),
    ":": (mistakes.SIGN, "een dubbele punt"),
}
_UNSURE = frozenset({mistakes.DASH_IN_VALUE})


def fault_at_start(text: str) -> tuple[Cause, str] | None:
    """Return what is wrong with how a text begins, and what the sign is called."""
    if text[1:2] in {"", " ", "\t"} and text[:1] in _STARTS_BEFORE_A_SPACE:
        return _STARTS_BEFORE_A_SPACE[text[:1]]
    return _STARTS.get(text[:1])


def read_text(scan: Scan, line: int, at: int, column: int, cause: Cause | None = None, *, certain: bool = True) -> int:
    """Read a text that starts at a place, and return its last line.

    Args:
        scan: The sheet.
        line: Where the text starts.
        at: Where in that line.
        column: That of the entry that it belongs to.
        cause: What is wrong with how it begins, where that is known already.
        certain: Whether double quotes around it are what is meant then.
    """
    spans = [scan.whole(line, at), *(scan.whole(below) for below in scan.more(line, column))]
    teken = ""
    if cause is None and (found := fault_at_start(scan.text(spans[0]))):
        cause, teken = found
        certain = cause not in _UNSURE
    if cause is not None:
        certain = certain and not any(_remark_in(scan.text(span)) for span in spans)
        scan.sheet.report(cause, line, at, *scan.quoted(spans), certain=certain, value=spans[0], words={"teken": teken})
    else:
        _inside(scan, spans)
        _list_in_text(scan, spans)
    return spans[-1].line


def _remark_in(text: str) -> bool:
    found = _HASH.search(text)
    return found is not None and text[found.end() : found.end() + 1] in {"", " "}


def _inside(scan: Scan, spans: list[Span]) -> None:
    """Report the first sign that cuts the text off."""
    for number, span in enumerate(spans):
        text = scan.text(span)
        hekje, colon = _HASH.search(text), _COLON.search(text)
        if hekje and not (colon and colon.start() < hekje.start()):
            if _cut_off(scan, spans, number, hekje.start()):
                return
        elif colon:
            _colon(scan, spans, number, colon.start())
            return
    _curly(scan, spans)


def _cut_off(scan: Scan, spans: list[Span], number: int, at: int) -> bool:
    """Report a ` #`; tell whether the text must go between quotes for it."""
    span = spans[number]
    text = scan.text(span)
    place = span.start + at
    if text[at + 1 : at + 2] not in {"", " ", "\t"}:
        certain = not _remark_in(text) and not _ALL_DIGITS.fullmatch(text[:at])
        cause = mistakes.HASH
    elif number < len(spans) - 1:
        cause, certain = mistakes.HASH_AND_MORE, False
    else:
        whole = scan.quoted(spans)
        spans[number] = Span(span.line, span.start, span.start + len(text[:at].rstrip()))
        scan.sheet.report(mistakes.REMARK, span.line, place, *whole, certain=False, value=spans[0])
        return False
    scan.sheet.report(cause, span.line, place, *scan.quoted(spans), certain=certain, value=spans[0])
    return True


def _colon(scan: Scan, spans: list[Span], number: int, at: int) -> None:
    span = spans[number]
    text = scan.text(span)
    before = text[:at]
    word = before.strip()
    edits: tuple[Edit, ...] = scan.quoted(spans)
    cause, certain = mistakes.COLON if number == 0 else mistakes.COLON_BELOW, True
    if number == 0 and text.endswith("}") and text.count("}") > text.count("{") and _KEY_AFTER_COMMA.search(text):
        cause, certain, edits = NO_OPENING, False, (Edit(span.line, span.start, span.start, "{"),)
    elif number == 0 and scan.known.is_listed(word):
        cause, certain = mistakes.NESTED_KEY, False
    elif number == 0 and len(spans) == 1 and is_curled(text):
        cause, edits = mistakes.CURLY, scan.quoted(spans, drop=1)
    elif number > 0 and _WORD.fullmatch(word):
        certain = False
    certain = certain and not any(scan.text(below).startswith("- ") for below in spans[1:])
    at = 0 if cause in {mistakes.CURLY, NO_OPENING} else at
    nr = str(spans[0].line + 1)
    key = scan.sheet.texts[span.line][: span.start].rstrip(": ")
    words = {"nr": nr, "naam": word, "sleutel": key}
    scan.sheet.report(cause, span.line, span.start + at, *edits, certain=certain, value=spans[0], words=words)


def _curly(scan: Scan, spans: list[Span]) -> None:
    """Report quotes that curl around a whole text: they print."""
    if is_curled(" ".join(scan.text(span) for span in spans)):
        place = spans[0]
        edits = scan.quoted(spans, drop=1)
        scan.sheet.report(mistakes.CURLY_TEXT, place.line, place.start, *edits, certain=False, value=place)


def is_curled(text: str) -> bool:
    """Tell whether quotes that curl stand around a whole text, and nowhere else in it."""
    if len(text) < 3 or text[0] not in OPENING or text[-1] not in f'{CLOSING}"':
        return False
    return not any(sign in text[1:-1] for sign in f"{OPENING}{CLOSING}".replace("’", ""))


def _list_in_text(scan: Scan, spans: list[Span]) -> None:
    """Report the first line of a text that looks like the start of a list, or like a key."""
    first = spans[0]
    dashes = [span for span in spans[1:] if scan.text(span).startswith("- ")]
    if dashes:
        cause, place, nr = mistakes.LIST_IN_TEXT, dashes[0], first.line
        if scan.sheet.texts[first.line][: first.start].strip() == "-":
            cause = mistakes.ITEM_IN_TEXT
            if len(dashes) > 1 or scan.sheet.columns[first.line] % 2:
                cause, place, nr = mistakes.ITEMS_IN_TEXT, first, dashes[0].line
        words = {"nr": str(nr + 1)}
        scan.sheet.report(cause, place.line, place.start, certain=False, value=first, words=words)
        return
    for span in spans[1:]:
        word, colon, _ = scan.text(span).partition(":")
        if colon and scan.known.is_listed(word):
            at = span.start + len(word) + 1
            edit = Edit(span.line, at, at, " ")
            words = {"nr": str(first.line + 1)}
            cause = mistakes.NO_SPACE_BELOW
            scan.sheet.report(cause, span.line, span.start, edit, certain=False, value=first, words=words)
            return


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
        return read_text(scan, line, at, column, mistakes.APOSTROPHE, certain=text[-1] != "'")
    if len(text) > 1 and text[-1] == text[0] and not text.endswith('\\"'):
        scan.sheet.report(mistakes.INNER_QUOTES, line, at, Edit(*whole, without_inner(text)), value=whole)
        return line
    if close is None:
        return _unclosed(scan, whole, column)
    return read_text(scan, line, at, column, mistakes.QUOTED_START)


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
        scan.sheet.report(mistakes.MIXED, whole.line, whole.start, *edits, certain=certain, value=whole)
    elif first[0] == '"':
        edit = Edit(last.line, last.end, last.end, '"')
        scan.sheet.report(mistakes.UNCLOSED, whole.line, whole.start, edit, certain=certain, value=whole)
    else:
        spans[0] = Span(whole.line, whole.start + 1, whole.end)
        quote = Edit(whole.line, whole.start, whole.start + 1, "")
        edits = scan.quoted(spans)
        scan.sheet.report(mistakes.UNCLOSED, whole.line, whole.start, quote, *edits, certain=certain, value=whole)
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
        mistakes.AFTER_QUOTES, below, spans[0].start, *edits, certain=certain, value=whole, words={"nr": nr}
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
            sheet.report(mistakes.LOST_APOSTROPHE, line, at, edit, certain=False, value=whole, words={"tekst": tekst})
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
        sheet.report(mistakes.ESCAPE, *first, *edits, value=whole)
