"""What a text in braces must have been, when its signs do not fit: where it ends, and how it is written right."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.source import causes
from generator.source.quotes import without_inner
from generator.source.signs import CLOSING, ELISION, double_quoted

if TYPE_CHECKING:
    from generator.source.sheet import Cause

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
        return causes.APOSTROPHE
    if len(text) > 1 and text[-1] == text[0]:
        return causes.INNER_QUOTES
    if len(text) > 1 and text[-1] in CLOSING:
        return causes.MIXED
    return causes.QUOTED_START if text[0] in text[1:] else causes.UNCLOSED


def quoted_text(text: str, cause: Cause) -> str:
    """Return a text that starts with a quote as it must have been meant, in double quotes."""
    if cause is causes.INNER_QUOTES:
        return without_inner(text)
    if cause is causes.MIXED:
        return double_quoted(text[1:-1])
    return double_quoted(text[1:] if cause is causes.UNCLOSED else text)
