"""Bookmarks, and the references that lead to them.

A bookmark has a name that Word accepts, always the same one for an id. A reference is a field with the number of a
table or heading, which is known only at the end.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from generator.word.xml import field, text_run

MAX_LENGTH = 40
"""Word cuts off longer names, and the links to them break."""
_HERE = re.compile("\x00verwijzing (\\d+)\x00")
"""Stands in the body until every number is known."""
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
        self._count = 0

    def around(self, content: str, names: list[str]) -> str:
        """Return the content with a bookmark around it for each name."""
        for name in names:
            self._count += 1
            start = f'<w:bookmarkStart w:id="{self._count}" w:name="{name}"/>'
            content = f'{start}{content}<w:bookmarkEnd w:id="{self._count}"/>'
        return content


@dataclass(frozen=True, slots=True)
class Target:
    """What a reference can lead to."""

    word: str
    """`tabel`, `hoofdstuk` or `paragraaf`."""
    number: str
    """As the document shows it; empty when it has none."""
    title: str


class References:
    """Keeps what can be referred to and what is, and fills in the fields at the end."""

    def __init__(self) -> None:
        """Start without any."""
        self._targets: dict[str, Target] = {}
        self._asked: list[tuple[str, str]] = []

    def note(self, bookmark: str, target: Target) -> None:
        """Note what stands at a bookmark."""
        self._targets[bookmark] = target

    def to(self, bookmark: str, words: str) -> str:
        """Return what stands for a reference until `fill`.

        Args:
            bookmark: Where it leads.
            words: What the page says there; shown when the target has neither number nor title.
        """
        self._asked.append((bookmark, words))
        return f"\x00verwijzing {len(self._asked) - 1}\x00"

    def fill(self, body: str) -> str:
        """Return the body with every reference as a field."""
        return _HERE.sub(lambda found: self._field(*self._asked[int(found.group(1))]), body)

    def _field(self, bookmark: str, words: str) -> str:
        target = self._targets.get(bookmark)
        if target is None:
            return f'<w:hyperlink w:anchor="{bookmark}" w:history="1">{text_run(words)}</w:hyperlink>'
        if not _PLAIN_NUMBER.fullmatch(target.number):
            return field(f"REF {bookmark} \\h", text_run(target.title))
        # In a caption the bookmark holds the number itself; a heading's number is no text, so Word is asked for it.
        switches = "\\r \\h" if target.word in _OF_HEADINGS else "\\h"
        shown = field(f"REF {bookmark} {switches}", text_run(target.number.rstrip(".")))
        return text_run(f"{target.word}{_NBSP}") + shown
