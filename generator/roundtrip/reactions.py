"""What readers say and change in a document: their comments and replies, and where their text differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from generator import dutch
from generator.roundtrip.document_text import read_document
from generator.roundtrip.pairing import pair, tags_of
from generator.roundtrip.text_blocks import TextParagraph, TextTable
from generator.roundtrip.tracked_words import AUTHOR
from generator.word.package import part_xml
from generator.word.package.archive import unpack
from generator.word.package.relationships import main_part
from generator.word.provenance import PARA_ID
from generator.word.reading.shown_text import plain
from generator.word.xml import value, w

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from lxml.etree import _Element

    from generator.roundtrip.text_blocks import DocumentText, TextRow

_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_REFERENCE = w("commentReference")


class Reaction(Struct, frozen=True):
    """One thing that a reader said or changed."""

    chapter: str
    """The heading that it stands under; empty before the first."""
    words: str
    """The text that it is about, as the document has it."""
    who: str
    """The reader: the author in Word, else the name of the document."""
    said: str
    """The comment, or the reply."""
    was: str
    """Of a change the text as it was; empty where something is new."""
    becomes: str
    """Of a change the text as it becomes; empty where something goes."""
    place: tuple[int, int]
    """Where it stands in the document: the number of the block, and of the row or paragraph in it."""

    @property
    def is_change(self) -> bool:
        """Whether it changes the text."""
        return bool(self.was or self.becomes)


class Copy(Struct, frozen=True):
    """A document as somebody has it."""

    name: str
    """Of the reader, or of the file."""
    text: DocumentText
    comments: tuple[tuple[str, str, str], ...]
    """The author, the text and the number of the place of each comment."""


def read_copy(data: bytes, name: str) -> Copy:
    """Return a document with its comments.

    Args:
        data: The bytes of the file.
        name: Of the reader, or of the file.

    Raises:
        ProblemsError: It is no Word document, or no safe one.
    """
    return Copy(name, read_document(data, name), tuple(_comments(data)))


def reactions(document: Copy, readers: Iterable[Copy]) -> list[Reaction]:
    """Return every reaction in the order of the document; what readers do in one place stands together.

    Args:
        document: The document that the readers got.
        readers: What came back.
    """
    found: list[Reaction] = []
    known = {(author, text) for author, text, _ in document.comments}
    for reader in readers:
        places = _Places(document.text, reader.text)
        found.extend(_said(reader, places, known))
        found.extend(places.changes(reader.name))
    return sorted(dict.fromkeys(found), key=lambda item: (item.place, item.is_change))


class _Places:
    """Where the blocks of a document that came back stand in the one that was sent."""

    def __init__(self, base: DocumentText, text: DocumentText) -> None:
        self._base, self._text = base, text
        self._pairing = pair(base, text)
        self._order: dict[int, tuple[int, int]] = {}
        for number, block in enumerate(base.blocks):
            self._order[id(block)] = (number, 0)
            if isinstance(block, TextTable):
                for row_number, row in enumerate(block.rows, 1):
                    self._order[id(row)] = (number, row_number)
                    self._order.update((id(paragraph), (number, row_number)) for paragraph in row.paragraphs)
        pairs = (*self._pairing.paragraphs, *self._pairing.rows)
        self._of = {id(after): self._order[id(before)] for before, after in pairs}
        last = (0, 0)
        for block in text.blocks:
            for item in _inside(block):
                last = self._of.setdefault(id(item), last)

    def of(self, block: TextParagraph | TextRow) -> tuple[int, int]:
        """Return the place of a block; of one that is new that of the block that it follows."""
        return self._of[id(block)]

    def changes(self, name: str) -> Iterator[Reaction]:
        """Yield what the text of a reader says otherwise."""
        yield from self._changed(name)
        for block in self._pairing.new:
            for item in [block] if isinstance(block, TextParagraph) else block.rows:
                if item.text.strip():
                    who = self._text.authors.get(item.text, name)
                    yield Reaction(block.heading, "", who, "", "", _row(item.text), self.of(item))
        yield from self._gone(name)
        for table, row in self._pairing.new_rows:
            yield Reaction(table.heading, "", self._author(row, name), "", "", _row(row.text), self.of(row))
        for table, row in self._pairing.gone_rows:
            yield Reaction(table.heading, "", name, "", _row(row.text), "", self._order[id(row)])

    def _changed(self, name: str) -> Iterator[Reaction]:
        authors = self._text.authors
        new = {id(paragraph) for _, row in self._pairing.new_rows for paragraph in row.paragraphs}
        for before, after in self._pairing.paragraphs:
            if before.text != after.text and id(after) not in new:
                who = authors.get(after.text) or authors.get(before.text) or name
                yield Reaction(before.heading, "", who, "", before.text, after.text, self.of(after))

    def _gone(self, name: str) -> Iterator[Reaction]:
        """Yield what a reader took away: of a part that went with its heading only that."""
        gone = {id(block) for block in self._pairing.gone}
        told: set[int] = set()
        for number, block in enumerate(self._base.blocks):
            if id(block) not in gone or id(block) in told or not block.text:
                continue
            part = [item for item in _part(self._base.blocks, number) if item.text]
            is_whole = len(part) > 1 and all(id(item) in gone for item in part)
            blocks = part if is_whole else [block]
            told.update(map(id, blocks))
            tags = (tag for item in blocks for tag in sorted(tags_of(item)))
            who = next((self._text.authors[tag] for tag in tags if tag in self._text.authors), name)
            heading, was = (block.text, _whole(part)) if is_whole else (block.heading, _row(block.text))
            yield Reaction(heading, "", who, "", was, "", self._order[id(block)])

    def _author(self, row: TextRow, name: str) -> str:
        return next((self._text.authors[p.text] for p in row.paragraphs if p.text in self._text.authors), name)


def _inside(block: TextParagraph | TextTable) -> list[TextParagraph | TextRow]:
    if isinstance(block, TextParagraph):
        return [block]
    found: list[TextParagraph | TextRow] = []
    for row in block.rows:
        found += [row, *row.paragraphs]
    return found


def _part(blocks: Sequence[TextParagraph | TextTable], number: int) -> Sequence[TextParagraph | TextTable]:
    """Return a heading with all that stands under it; nothing for what is no heading."""
    level = _level(blocks[number])
    ends = (end for end in range(number + 1, len(blocks)) if 0 < _level(blocks[end]) <= level)
    return blocks[number : next(ends, len(blocks))] if level else []


def _level(block: TextParagraph | TextTable) -> int:
    return block.level if isinstance(block, TextParagraph) else 0


def _whole(part: Sequence[TextParagraph | TextTable]) -> str:
    """Return in words what a part was that was taken away as a whole."""
    heading, *rest = part
    tables = sum(isinstance(block, TextTable) for block in rest)
    paragraphs = sum(not _level(block) for block in rest) - tables
    counts = {
        "alinea" if paragraphs == 1 else "alinea’s": paragraphs,
        "tabel" if tables == 1 else "tabellen": tables,
    }
    held = dutch.opsomming([f"{count} {name}" for name, count in counts.items() if count])
    kind = "hoofdstuk" if _level(heading) == 1 else "deel"
    return f"het hele {kind} “{heading.text}”" + (f", met {held}" if held else "")


def _row(text: str) -> str:
    return " | ".join(part for part in text.split("\t") if part)


def _said(reader: Copy, places: _Places, known: Container[tuple[str, str]]) -> Iterator[Reaction]:
    """Yield the comments of readers and the replies to them; those that were there already are left out."""
    marks: dict[str, TextParagraph] = {}
    for paragraph in reader.text.paragraphs:
        for mark in paragraph.element.iter(_REFERENCE):
            marks.setdefault(value(mark, w("id")), paragraph)
    for author, words, number in reader.comments:
        place, heading, about = (0, 0), "", ""
        if number in marks:
            paragraph = marks[number]
            place, heading, about = places.of(paragraph), paragraph.heading, paragraph.text
        if author == AUTHOR or (author, words) in known or not words:
            continue
        yield Reaction(heading, about, author, words, "", "", place)


def _comments(data: bytes) -> list[tuple[str, str, str]]:
    """Return the author, the text and the number of the place of each comment; a reply has the place of its thread."""
    parts = unpack(data)
    main = main_part(parts) or ""
    folder = main.rpartition("/")[0]
    source = parts.get(f"{folder}/comments.xml")
    if source is None:
        return []
    comments = part_xml.parse(source).findall(w("comment"))
    parents = _threads(parts.get(f"{folder}/commentsExtended.xml"))
    numbers = {_last_paragraph(item): value(item, w("id")) for item in comments}
    found = []
    for comment in comments:
        thread = parents.get(_last_paragraph(comment), "")
        number = numbers.get(thread) or value(comment, w("id"))
        words = (plain("".join(str(t.text or "") for t in p.iter(w("t")))) for p in comment.iter(w("p")))
        found.append((value(comment, w("author")), "\n".join(filter(None, words)), number))
    return found


def _last_paragraph(comment: _Element) -> str:
    paragraphs: Sequence[_Element] = comment.findall(w("p"))
    return str(paragraphs[-1].get(PARA_ID) or "") if paragraphs else ""


def _threads(data: bytes | None) -> dict[str, str]:
    if data is None:
        return {}
    items = part_xml.parse(data).iter(f"{{{_W15}}}commentEx")
    return {
        str(item.get(f"{{{_W15}}}paraId")): str(item.get(f"{{{_W15}}}paraIdParent"))
        for item in items
        if item.get(f"{{{_W15}}}paraIdParent")
    }
