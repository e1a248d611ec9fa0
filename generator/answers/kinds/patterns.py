"""Patterns that the program and an editor share: the JSON Schema of a kind says what its parser reads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.answers.kinds.kind import JsonSchema

_TOKEN = re.compile(r"\\.|\[(?:\\.|[^\]])*\]|\(\?P<\w+>|.", re.DOTALL)


def one_of(words: Iterable[str]) -> str:
    """Return a pattern for one of a few words, the longest first; a space is any space."""
    escaped = (_literal(word).replace(" ", r"\s+") for word in sorted(words, key=len, reverse=True))
    return f"(?:{'|'.join(escaped)})"


def _literal(word: str) -> str:
    """Return a pattern for a word; an editor refuses an escape that is not needed."""
    return re.sub(r"\\([ \-&~#])", r"\1", re.escape(word))


def unnamed(pattern: str) -> str:
    """Return a pattern whose groups have no names and catch nothing."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


def any_case(pattern: str) -> str:
    """Return a pattern for the whole of a text in any case, as JSON Schema has it: without names or flags."""
    return rf"^\s*(?:{''.join(_portable(token[0]) for token in _TOKEN.finditer(pattern))})\s*$"


def _portable(token: str) -> str:
    if token.startswith("(?P<"):
        return "(?:"
    if token.startswith("["):
        letters = "".join(sign for sign in re.sub(r"\\.", "", token) if sign.isalpha())
        return f"{token[:-1]}{letters.upper()}]"
    return f"[{token}{token.upper()}]" if len(token) == 1 and token.isalpha() else token


def matching(pattern: str, said: str) -> JsonSchema:
    """Return the schema of a text with a pattern somewhere in it, and what an editor says of anything else."""
    return {"type": "string", "pattern": pattern, "patternErrorMessage": said, "errorMessage": said}


def spelled(pattern: str, said: str) -> JsonSchema:
    """Return the schema of a whole text in any case, and what an editor says of anything else."""
    return matching(any_case(pattern), said)


def of_type(name: str, said: str) -> JsonSchema:
    """Return the schema of a type, and what an editor says of anything else."""
    return {"type": name, "errorMessage": said}


def only(keys: Iterable[str], said: str) -> JsonSchema:
    """Return the rule that a group has no other keys, and what an editor says of one."""
    return {"properties": dict.fromkeys(keys, True), "additionalProperties": False, "errorMessage": said}


def named(names: Iterable[str]) -> str:
    """Return a pattern for one of a few names in any case, with any signs between their words.

    Args:
        names: The names in small letters, with a space between their words.
    """
    apart = r"[^0-9A-Za-zÀ-ÿ]"
    words = (rf"{apart}+".join(name.split(" ")) for name in sorted(names, key=len, reverse=True))
    return any_case(rf"{apart}*(?:{'|'.join(words)}){apart}*")
