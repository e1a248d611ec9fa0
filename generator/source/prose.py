"""Reads a text without quotes over its lines, and tells what YAML would make of the signs in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.source import causes
from generator.source.sheet import Cause, Edit, Span
from generator.source.signs import CLOSING, OPENING

if TYPE_CHECKING:
    from generator.source.scan import Scan

_COLON = re.compile(r":(?=[ \t]|$)")
_HASH = re.compile(r"(?<=[ \t])#")
_WORD = re.compile(r"[a-z][a-z0-9_]*")
_KEY_AFTER_COMMA = re.compile(r",\s*[\w-]+\s*:(?=\s|$)")
_ALL_DIGITS = re.compile(r"[\d\s.,€%-]+")

_STARTS: dict[str, tuple[Cause, str]] = {
    "'": (causes.APOSTROPHE, ""),
    "*": (causes.REFERENCE, "een sterretje (*)"),
    "&": (causes.REFERENCE, "het teken &"),
    "!": (causes.TAG, ""),
    "%": (causes.SIGN, "een procentteken (%)"),
    "@": (causes.SIGN, "een apenstaartje (@)"),
    "`": (causes.SIGN, "het teken `"),
    "|": (causes.FOLD_SIGN, "het teken |"),
    ">": (causes.FOLD_SIGN, "het teken >"),
    ",": (causes.SIGN, "een komma"),
    "]": (causes.SIGN, "het teken ]"),
    "}": (causes.SIGN, "het teken }"),
    "[": (causes.BRACKET, ""),
    "{": (causes.BRACKET, ""),
}
_STARTS_BEFORE_A_SPACE = {
    "?": (causes.QUESTION_MARK, ""),
    "-": (causes.DASH_IN_VALUE, ""),
    ":": (causes.SIGN, "een dubbele punt"),
}
_UNSURE = frozenset({causes.DASH_IN_VALUE})


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
        cause = causes.HASH
    elif number < len(spans) - 1:
        cause, certain = causes.HASH_AND_MORE, False
    else:
        whole = scan.quoted(spans)
        spans[number] = Span(span.line, span.start, span.start + len(text[:at].rstrip()))
        scan.sheet.report(causes.REMARK, span.line, place, *whole, certain=False, value=spans[0])
        return False
    scan.sheet.report(cause, span.line, place, *scan.quoted(spans), certain=certain, value=spans[0])
    return True


def _colon(scan: Scan, spans: list[Span], number: int, at: int) -> None:
    span = spans[number]
    text = scan.text(span)
    before = text[:at]
    word = before.strip()
    edits: tuple[Edit, ...] = scan.quoted(spans)
    cause, certain = causes.COLON if number == 0 else causes.COLON_BELOW, True
    if number == 0 and text.endswith("}") and text.count("}") > text.count("{") and _KEY_AFTER_COMMA.search(text):
        cause, certain, edits = causes.NO_OPENING, False, (Edit(span.line, span.start, span.start, "{"),)
    elif number == 0 and scan.known.is_listed(word):
        cause, certain = causes.NESTED_KEY, False
    elif number == 0 and len(spans) == 1 and is_curled(text):
        cause, edits = causes.CURLY, scan.quoted(spans, drop=1)
    elif number > 0 and _WORD.fullmatch(word):
        certain = False
    certain = certain and not any(scan.text(below).startswith("- ") for below in spans[1:])
    at = 0 if cause in {causes.CURLY, causes.NO_OPENING} else at
    nr = str(spans[0].line + 1)
    key = scan.sheet.texts[span.line][: span.start].rstrip(": ")
    words = {"nr": nr, "naam": word, "sleutel": key}
    scan.sheet.report(cause, span.line, span.start + at, *edits, certain=certain, value=spans[0], words=words)


def _curly(scan: Scan, spans: list[Span]) -> None:
    """Report quotes that curl around a whole text: they print."""
    if is_curled(" ".join(scan.text(span) for span in spans)):
        place = spans[0]
        edits = scan.quoted(spans, drop=1)
        scan.sheet.report(causes.CURLY_TEXT, place.line, place.start, *edits, certain=False, value=place)


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
        cause, place, nr = causes.LIST_IN_TEXT, dashes[0], first.line
        if scan.sheet.texts[first.line][: first.start].strip() == "-":
            cause = causes.ITEM_IN_TEXT
            if len(dashes) > 1 or scan.sheet.columns[first.line] % 2:
                cause, place, nr = causes.ITEMS_IN_TEXT, first, dashes[0].line
        words = {"nr": str(nr + 1)}
        scan.sheet.report(cause, place.line, place.start, certain=False, value=first, words=words)
        return
    for span in spans[1:]:
        word, colon, _ = scan.text(span).partition(":")
        if colon and scan.known.is_listed(word):
            at = span.start + len(word) + 1
            edit = Edit(span.line, at, at, " ")
            words = {"nr": str(first.line + 1)}
            cause = causes.NO_SPACE_BELOW
            scan.sheet.report(cause, span.line, span.start, edit, certain=False, value=first, words=words)
            return
