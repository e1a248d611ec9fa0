"""Tells at a glance whether a text may hold a mistake in typing: only then its lines are looked at one by one.

What is said here of a text that a parser can read is never that it is sound where `diagnosis` sees a mistake; the
other way round it may be.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from generator.source.characters import CONTROL, LOST_ELISION, OPENING, STRANGE_BLANK

if TYPE_CHECKING:
    from generator.source.known_keys import KnownKeys

_BLANK = STRANGE_BLANK.pattern
_STRANGE = re.compile(
    rf"(?m)^ *{_BLANK}|[:-] *{_BLANK}"  # a blank that is no space, where YAML wants one
    r"|^[ -]*(?:\?(?:[ \t]|$)|-[A-Za-z{\"'“‘])"  # a question mark, or a dash that sticks to what follows
    r"|(?:^|[-:,\[{]) *!(?:\s|$)"  # a tag without a name
    r"|^(?! *(?:#|(?:- +)*(?:[\w.-]+:)? *#(?: |$)))[^\n]*[ \t]#"  # a hash behind something
    r"|\r(?!\n)"
)
_PLAIN_START = re.compile(rf"[{OPENING}]|\w+:(?!//)\S")
_LINE_IN_TEXT = re.compile(r"(?:^|\s)- |\w:")
_WORD_AND_COLON = re.compile(r"(\w+)[\"']?\s*:")


class _Mark(Protocol):
    line: int
    column: int


class Scalar(Protocol):
    """What the parser tells of a key or a text."""

    start_mark: _Mark
    end_mark: _Mark
    value: str
    style: str | None


def has_strange_signs(text: str) -> bool:
    """Tell whether signs stand in a text, or blanks, that YAML may read otherwise than they look."""
    return CONTROL.search(text) is not None or _STRANGE.search(text) is not None


def may_be_mistyped(scalar: Scalar, known: KnownKeys) -> bool:
    """Tell whether a key or a text may be another than was meant, such as one that took the next line along.

    Args:
        scalar: The key or text, as the parser tells of it.
        known: The keys that there are.
    """
    goes_on = scalar.end_mark.line > scalar.start_mark.line
    if scalar.style in {"|", ">"}:
        return not scalar.value.strip() or any(map(known.is_listed, _WORD_AND_COLON.findall(scalar.value)))
    if scalar.style:
        return goes_on or (scalar.style == "'" and LOST_ELISION.match(scalar.value) is not None)
    is_odd = _PLAIN_START.match(scalar.value) is not None
    return is_odd or (goes_on and _LINE_IN_TEXT.search(scalar.value) is not None)
