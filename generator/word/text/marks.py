"""Marks in the text: bookmarks and the references that lead to them, and comments in the margin.

A bookmark has a name that Word accepts, always the same one for an id. A reference is a field with the number of a
table or heading, which is known only at the end. A comment is one remark of the page, by `wijkplan`.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from msgspec import Struct

from generator.page import ties
from generator.word.xml import DECLARATION, MC, W14, W, attribute, field, text_run

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.parts.document import DocumentPart
    from lxml.html import HtmlElement

    from generator.page.remarks import Remark
    from generator.word.text.body import Ends
    from generator.word.text.identity import Identities


MAX_LENGTH = 40
"""Word cuts off longer names, and the links to them break."""
_PLAIN_NUMBER = re.compile(r"\d+(?:\.\d+)*\.?")
"""A number that reads well in a sentence; `Bijlage A:` does not."""
_OF_HEADINGS = frozenset({"hoofdstuk", "paragraaf"})
_SIGN = re.compile(r"\W", re.ASCII)
_NBSP = "\u00a0"
AUTHOR, INITIALS = "wijkplan", "wp"
_PART = "/word/comments.xml"
_KINDS = ("comments", "people")
"""How the last part of the name of every relationship to comments, and to who made them, begins."""


def bookmark_name(identity: str) -> str:
    """Return the bookmark name for an id: letters, digits and underscores, at most 40 characters."""
    name = _SIGN.sub("_", identity)
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

    def ends(self, names: Iterable[str]) -> Ends:
        """Return the start and the end of a bookmark for each name."""
        start, end = "", ""
        for name in names:
            self.names.append(name)
            start = f'<w:bookmarkStart w:id="{len(self.names)}" w:name="{name}"/>{start}'
            end += f'<w:bookmarkEnd w:id="{len(self.names)}"/>'
        return start, end


class Target(Struct, frozen=True):
    """What a reference can lead to."""

    word: str
    """`tabel`, `hoofdstuk` or `paragraaf`."""
    number: str
    """As the document shows it; empty when it has none."""
    title: str


class Reference(Struct, frozen=True):
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


class Comments:
    """Places comments in the text, each once, and writes the part that holds them."""

    def __init__(self, remarks: Iterable[Remark] = ()) -> None:
        """Start with every remark waiting for its place."""
        self._waiting = {str(remark.number): remark for remark in remarks}
        self._placed: list[Remark] = []
        self._announced: list[str] = []

    def announce(self, numbers: Iterable[str]) -> None:
        """Let the next text have the comments with these numbers."""
        self._announced += numbers

    def ends_of_next(self) -> Ends:
        """Return what anchors the comments to runs that wait for the next text.

        The sign of the comment goes before the text: LibreOffice drops the first paragraph of a control of several
        paragraphs where the sign is the last thing in it.
        """
        numbers, self._announced = self._announced, []
        start, end = "", ""
        for number in self._place(numbers):
            start = f'<w:commentRangeStart w:id="{number}"/>{_sign(number)}{start}'
            end += f'<w:commentRangeEnd w:id="{number}"/>'
        return start, end

    def ends(self, numbers: Iterable[str]) -> Ends:
        """Return what anchors the comments with these numbers to runs, for before and after them."""
        start, end = "", ""
        for number in self._place(numbers):
            start = f'<w:commentRangeStart w:id="{number}"/>{start}'
            end += f'<w:commentRangeEnd w:id="{number}"/>{_sign(number)}'
        return start, end

    def _place(self, numbers: Iterable[str]) -> list[str]:
        """Return the numbers of comments that still wait for a place, and have it now."""
        found = [number for number in numbers if number in self._waiting]
        self._placed += [self._waiting.pop(number) for number in found]
        return found

    def attach(self, document: DocumentPart, identities: Identities, date: str | None) -> None:
        """Give a document the comments that were placed, and no others.

        Args:
            document: The main part.
            identities: Knows the ids of the paragraphs in the document.
            date: The day of the document, `2026-02-16`; without it comments have no date.
        """
        _drop_own(document)
        if self._placed:
            part = Part(PackURI(_PART), CONTENT_TYPE.WML_COMMENTS, self._xml(identities, date), document.package)
            document.relate_to(part, RELATIONSHIP_TYPE.COMMENTS)

    def _xml(self, identities: Identities, date: str | None) -> bytes:
        moment = f' w:date="{attribute(date)}T00:00:00Z"' if date else ""
        comments = "".join(
            f'<w:comment w:id="{remark.number}" w:author="{AUTHOR}"{moment} w:initials="{INITIALS}">'
            f"{_lines(remark, identities)}</w:comment>"
            for remark in sorted(self._placed, key=lambda remark: remark.number)
        )
        spaces = f'xmlns:w="{W}" xmlns:w14="{W14}" xmlns:mc="{MC}" mc:Ignorable="w14"'
        return f"{DECLARATION}<w:comments {spaces}>{comments}</w:comments>".encode()


def _sign(number: str) -> str:
    """Return the run that shows the comment with a number."""
    return f'<w:r><w:commentReference w:id="{number}"/></w:r>'


def numbers(element: HtmlElement) -> list[str]:
    """Return the numbers of the remarks that have their place at an element."""
    return (element.get(ties.REMARKS) or "").split()


def _lines(remark: Remark, identities: Identities) -> str:
    """Return the paragraphs of a comment; Word ties a reply to the id of the last."""
    ids = [identities.of(f"opmerking/{' '.join(remark.lines)}").para_id for _ in remark.lines]
    runs = [text_run(line) for line in remark.lines]
    runs[0] = f"<w:r><w:annotationRef/></w:r>{runs[0]}"
    return "".join(f'<w:p w14:paraId="{key}">{run}</w:p>' for key, run in zip(ids, runs, strict=True))


def _drop_own(document: DocumentPart) -> None:
    """Drop the comments of whoever made the house style: the text that they are about is not in the plan."""
    for key, relationship in list(document.rels.items()):
        if relationship.reltype.rpartition("/")[2].startswith(_KINDS):
            document.rels.pop(key)
