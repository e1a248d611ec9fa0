"""What of a document for Word is compared: its paragraphs, rows and tables, with the controls of answers in them.

A paragraph is a list of pieces, and each piece knows the control that it stands in.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from generator.roundtrip.word_markdown import markdown
from generator.word.reading.shown_text import plain
from generator.word.xml import value, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from generator.word.provenance import Ancestor


SIZE = "groter of kleiner gezet"
"""How a piece looks that has a size of its own."""
_LISTS = frozenset(map(w, ("dropDownList", "comboBox")))


@dataclass(slots=True, eq=False)
class Control:
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


@dataclass(slots=True, eq=False)
class Piece:
    """A part of a paragraph with one look, in one control."""

    text: str
    control: Control | None
    bold: bool = False
    italic: bool = False
    link: str = ""
    beside: frozenset[str] = frozenset()
    """How it looks beside that, in words: what light Markdown cannot say."""


@dataclass(eq=False)
class TextParagraph:
    """A paragraph, outside or inside a cell."""

    pieces: list[Piece]
    para_id: str
    heading: str
    """The heading that it stands under."""
    level: int
    """Of a heading, from 1; 0 for other paragraphs."""
    mark: str
    """Of an item of a list `- ` or `1. `, with two spaces for each level; empty for other paragraphs."""
    element: _Element
    as_made: bool = False
    """Whether the document itself says that this is the text it was made with."""

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
        if all(SIZE in piece.beside for piece in shown):  # so another program writes the size of a style
            known |= {SIZE}
        return [(piece.beside - known, piece) for piece in shown if piece.beside - known]


@dataclass(eq=False)
class TextRow:
    """A row of a table."""

    cells: list[list[TextParagraph]]
    para_id: str
    is_head: bool
    element: _Element
    as_made: bool = False
    """Whether the document itself says that these are the texts it was made with."""

    @cached_property
    def text(self) -> str:
        """The text of its cells."""
        return "\t".join(" ".join(paragraph.text for paragraph in cell) for cell in self.cells)

    @property
    def paragraphs(self) -> Iterator[TextParagraph]:
        """The paragraphs in its cells."""
        return (paragraph for cell in self.cells for paragraph in cell)


@dataclass(eq=False)
class TextTable:
    """A table."""

    rows: list[TextRow]
    heading: str
    caption: str
    element: _Element

    @cached_property
    def text(self) -> str:
        """The text of its first row, by which it is known."""
        return self.rows[0].text if self.rows else ""


@dataclass(slots=True, eq=False)
class DocumentText:
    """Everything in the main text of a document, in reading order."""

    blocks: list[TextParagraph | TextTable]
    controls: list[Control]
    """Every control with a tag, also an empty one."""
    ancestor: Ancestor | None
    authors: dict[str, str] = field(default_factory=dict)
    """Who made a tracked change, by the tag of the control that it touches or the text of the paragraph."""

    @property
    def paragraphs(self) -> Iterator[TextParagraph]:
        """Every paragraph, those in cells too."""
        for block in self.blocks:
            if isinstance(block, TextTable):
                yield from (paragraph for row in block.rows for paragraph in row.paragraphs)
            else:
                yield block
