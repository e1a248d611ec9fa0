"""Bookmarks, and the references that lead to them.

A bookmark has a name that Word accepts, always the same one for an id. A reference is a field with the number of a
table or heading, which is known only at the end.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.word.xml import field, text_run

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.word.text.body import Content

MAX_LENGTH = 40
"""Word cuts off longer names, and the links to them break."""
_PLAIN_NUMBER = re.compile(r"\d+(?:\.\d+)*\.?")
"""A number that reads well in a sentence; `Bijlage A:` does not."""
_OF_HEADINGS = frozenset({"hoofdstuk", "paragraaf"})
_NBSP = "\u00a0"


def bookmark_name(identity: str) -> str:
    """Return the bookmark name for an id: letters, digits and underscores, at most 40 characters."""
    name = re.sub(r"\W", "_", identity, flags=re.ASCII)
    if not name[:1].isalpha():
        name = f"b_{name}"
    if len(name) <= MAX_LENGTH:
        return name
    digest = hashlib.sha256(identity.encode()).hexdigest()[:8]
    return f"{name[: MAX_LENGTH - 9]}_{digest}"


class Bookmarks:
    """Hands out bookmarks, each with a number of its own."""

    def __init__(self) -> None:
        """Start without any."""
        self.names: list[str] = []
        """Those that were handed out."""

    def around(self, content: Content, names: Iterable[str]) -> Content:
        """Return the content with a bookmark around it for each name."""
        for name in names:
            self.names.append(name)
            start = f'<w:bookmarkStart w:id="{len(self.names)}" w:name="{name}"/>'
            content = (start, *content, f'<w:bookmarkEnd w:id="{len(self.names)}"/>')
        return content


@dataclass(frozen=True, slots=True)
class Target:
    """What a reference can lead to."""

    word: str
    """`tabel`, `hoofdstuk` or `paragraaf`."""
    number: str
    """As the document shows it; empty when it has none."""
    title: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A place in the text that refers to a table, figure or heading."""

    bookmark: str
    """Where it leads."""
    words: str
    """What the page says there; shown when the target has neither number nor title."""


class References:
    """Keeps what can be referred to, and shows it once every number is known."""

    def __init__(self) -> None:
        """Start without any."""
        self._targets: dict[str, Target] = {}

    def note(self, bookmark: str, target: Target) -> None:
        """Note what stands at a bookmark."""
        self._targets[bookmark] = target

    def field(self, reference: Reference) -> str:
        """Return the field for a reference, with the number or the title of its target."""
        bookmark = reference.bookmark
        target = self._targets.get(bookmark)
        if target is None:
            return f'<w:hyperlink w:anchor="{bookmark}" w:history="1">{text_run(reference.words)}</w:hyperlink>'
        if not _PLAIN_NUMBER.fullmatch(target.number):
            return field(f"REF {bookmark} \\h", text_run(target.title))
        # In a caption the bookmark holds the number itself; a heading's number is no text, so Word is asked for it.
        switches = "\\r \\h" if target.word in _OF_HEADINGS else "\\h"
        shown = field(f"REF {bookmark} {switches}", text_run(target.number.rstrip(".")))
        return text_run(f"{target.word}{_NBSP}") + shown
