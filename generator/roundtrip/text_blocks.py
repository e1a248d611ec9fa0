"""What of a document for Word is compared: its paragraphs, rows and tables, with the controls of answers in them.

A paragraph is a list of pieces, and each piece knows the control that it stands in.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct, field

from generator.roundtrip.word_markdown import markdown
from generator.word.provenance import digest_of
from generator.word.reading.shown_text import plain
from generator.word.xml import value, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from generator.word.provenance import Ancestor


_LISTS = frozenset(map(w, ("dropDownList", "comboBox")))


class Control(Struct, eq=False):
    """A content control with the key of an answer, or one of another kind when the tag is empty."""

    tag: str
    element: _Element
    is_prompt: bool
    checked: bool | None
    """Of a checkbox, whether it is ticked; None for any other control."""

    @property
    def choices(self) -> dict[str, str]:
        """Of a list to choose from: the words in the document, and the choice that each stands for."""
        lists = self.element.iterfind(f"{w('sdtPr')}/*")
        items = next((items for items in lists if items.tag in _LISTS), ())
        return {plain(value(i, w("displayText")) or value(i, w("value"))): value(i, w("value")) for i in items}


class Piece(Struct, eq=False):
    """A part of a paragraph with one look, in one control."""

    text: str
    control: Control | None
    bold: bool = False
    italic: bool = False
    link: str = ""
    beside: frozenset[str] = frozenset()
    """How it looks beside that, in words: what light Markdown cannot say."""


class _MadeBlock(Struct, eq=False, dict=True):
    """What a document can say of a block by itself: which it is, and whether it is as it was made."""

    element: _Element
    para_id: str
    digest: str
    """Of the text that the document says it was made with; empty where it does not say that."""

    @cached_property
    def as_made(self) -> bool:
        """Whether the document itself says that this is the text it was made with."""
        return bool(self.digest) and self.digest == digest_of(self.element)


class TextParagraph(_MadeBlock, eq=False, dict=True):
    """A paragraph, outside or inside a cell."""

    pieces: list[Piece]
    heading: str
    """The heading that it stands under."""
    level: int
    """Of a heading, from 1; 0 for other paragraphs."""
    mark: str
    """Of an item of a list `- ` or `1. `, with two spaces for each level; empty for other paragraphs."""
    row: TextRow | None = None
    """That it stands in."""

    @cached_property
    def as_made(self) -> bool:
        """Whether the document itself says of the paragraph, or of its row, that this is the text it was made with."""
        return super().as_made or (self.row is not None and self.row.as_made)

    @cached_property
    def text(self) -> str:
        """The text as a reader sees it, with one space wherever there is any."""
        return plain("".join(piece.text for piece in self.pieces))

    @cached_property
    def look(self) -> str:
        """The text in light Markdown."""
        return markdown(self.pieces)

    @property
    def shows_something(self) -> bool:
        """Whether it has text, or a picture or chart."""
        return bool(self.text) or next(self.element.iter(w("drawing")), None) is not None

    def other_looks(self, before: TextParagraph) -> list[tuple[frozenset[str], Piece]]:
        """Return the pieces that look otherwise than anything did before, in a way that Markdown cannot say."""
        if not any(piece.beside for piece in self.pieces):
            return []
        known = frozenset[str]().union(*(piece.beside for piece in before.pieces))
        shown = [piece for piece in self.pieces if piece.text.strip()]
        return [(piece.beside - known, piece) for piece in shown if piece.beside - known]


class TextRow(_MadeBlock, eq=False, dict=True):
    """A row of a table."""

    cells: list[list[TextParagraph]]
    is_head: bool

    @cached_property
    def text(self) -> str:
        """The text of its cells."""
        return "\t".join(" ".join(paragraph.text for paragraph in cell) for cell in self.cells)

    @property
    def paragraphs(self) -> Iterator[TextParagraph]:
        """The paragraphs in its cells."""
        return (paragraph for cell in self.cells for paragraph in cell)


class TextTable(Struct, eq=False, dict=True):
    """A table."""

    rows: list[TextRow]
    heading: str
    caption: str
    element: _Element

    @cached_property
    def text(self) -> str:
        """The text of its first row, by which it is known."""
        return self.rows[0].text if self.rows else ""


class DocumentText(Struct, eq=False):
    """Everything in the main text of a document, in reading order."""

    blocks: list[TextParagraph | TextTable]
    controls: list[Control]
    """Every control with a tag, also an empty one."""
    ancestor: Ancestor | None
    authors: dict[str, str] = field(default_factory=dict)
    """Who made a tracked change, by the tag of the control that it touches or the text of the paragraph."""
    elsewhere: list[tuple[str, str]] = field(default_factory=list)
    """What stands outside the lines of the text, such as in a header, a note or a text box: where, and the text."""

    @property
    def paragraphs(self) -> Iterator[TextParagraph]:
        """Every paragraph, those in cells too."""
        for block in self.blocks:
            if isinstance(block, TextTable):
                yield from (paragraph for row in block.rows for paragraph in row.paragraphs)
            else:
                yield block
