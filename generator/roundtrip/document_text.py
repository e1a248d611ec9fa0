"""The text of a document for Word with the places of its answers: what the way back compares.

A paragraph is a list of pieces, and each piece knows the control that it stands in.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from lxml import etree

from generator.roundtrip.tracked_changes import authors_in, is_tracked, settle
from generator.roundtrip.word_markdown import markdown
from generator.word.package import part_xml
from generator.word.package.archive import package, unpack
from generator.word.package.relationships import main_part, relationships_of
from generator.word.provenance import PARA_ID, digest_of, read_ancestor
from generator.word.reading.content import Paragraph, Table
from generator.word.reading.document import read
from generator.word.reading.opening import open_document
from generator.word.reading.shown_text import plain
from generator.word.xml import W14, child_at, is_on, number, value, value_at, w

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml.etree import _Element

    from generator.word.provenance import Ancestor
    from generator.word.reading.content import Row, Run
    from generator.word.reading.document import Document

_CONTROL = w("sdt")
_DEEPEST = 8
"""The deepest level of a list, from 0."""
_CHECKBOX, _CHECKED = f"{{{W14}}}checkbox", f"{{{W14}}}checked"


@dataclass(slots=True, eq=False)
class Control:
    """A content control with the key of an answer, or one of another kind when the tag is empty."""

    tag: str
    element: _Element
    is_prompt: bool
    checked: bool | None
    """Of a checkbox, whether it is ticked; None for any other control."""
    choices: dict[str, str]
    """Of a list to choose from: the words in the document, and the choice that each stands for."""


@dataclass(slots=True, eq=False)
class Piece:
    """A part of a paragraph with one look, in one control."""

    text: str
    control: Control | None
    bold: bool = False
    italic: bool = False
    link: str = ""


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


def read_document(data: bytes, name: str = "", *, reject: bool = False) -> DocumentText:
    """Return the text of a document.

    Args:
        data: The bytes of the file.
        name: How the file is called, for the message when it is no document.
        reject: Whether tracked changes are read as rejected; else as accepted.

    Raises:
        ProblemsError: It is no Word document, or no safe one.
    """
    parts = unpack(data, name)
    main = main_part(parts)
    raw = part_xml.parse(parts[main]) if main and is_tracked(parts[main]) else None
    authors: dict[str, str] = {}
    if raw is not None and main:
        authors = {} if reject else authors_in(raw)
        settle(raw, reject=reject)
        parts = {**parts, main: etree.tostring(raw)}
        data = package(parts)
    document = read(open_document(data, name))
    links = {item.id: item.target for item in relationships_of(parts, main or "") if item.external}
    ancestor = read_ancestor(parts)
    reader = _Reader(document, links, _numbered(parts), ancestor)
    return DocumentText(reader.blocks(), list(reader.controls.values()), ancestor, authors)


class _Reader:
    """Brings the pieces, the rows and the controls of a document together."""

    def __init__(
        self, document: Document, links: Mapping[str, str], numbered: Mapping[str, bool], ancestor: Ancestor | None
    ) -> None:
        self._document = document
        self._links = links
        self._numbered = numbered
        blocks = ancestor.blocks if ancestor else ()
        self._digests = {block.named.identity.para_id: block.text_digest for block in blocks}
        self.controls: dict[_Element, Control] = {}
        for element in document.main.iter(_CONTROL):
            properties = child_at(element, "sdtPr")
            if properties is not None and value_at(properties, "tag"):
                self.controls[element] = _control(element, properties)

    def blocks(self) -> list[TextParagraph | TextTable]:
        found: list[TextParagraph | TextTable] = []
        for block in self._document.body:
            if isinstance(block, Table):
                found.append(self._table(block))
            elif not block.in_contents:
                found.append(self._paragraph(block))
        return found

    def _table(self, table: Table) -> TextTable:
        rows = [self._row(row) for row in table.rows]
        return TextTable(rows, table.heading, table.caption, table.element)

    def _row(self, row: Row) -> TextRow:
        cells = [list(self._flat(cell.flow)) for cell in row.cells]
        as_made = self._is_as_made(row.element)
        for paragraph in (paragraph for cell in cells for paragraph in cell):
            paragraph.as_made = paragraph.as_made or as_made
        return TextRow(cells, _para_id(row.element), row.header, row.element, as_made)

    def _is_as_made(self, element: _Element) -> bool:
        """Tell whether a block has the text that the document says it was made with."""
        digest = self._digests.get(_para_id(element))
        return digest is not None and digest == digest_of(element)

    def _flat(self, flow: Iterable[Paragraph | Table]) -> Iterator[TextParagraph]:
        """Yield the paragraphs in a cell, those of a table in it too."""
        for block in flow:
            if isinstance(block, Paragraph):
                yield self._paragraph(block)
            else:
                yield from (found for row in block.rows for cell in row.cells for found in self._flat(cell.flow))

    def _paragraph(self, paragraph: Paragraph) -> TextParagraph:
        pieces = [self._piece(run) for run in paragraph.runs]
        return TextParagraph(
            pieces,
            _para_id(paragraph.element),
            paragraph.heading,
            paragraph.level,
            self._mark(paragraph),
            paragraph.element,
            self._is_as_made(paragraph.element),
        )

    def _piece(self, run: Run) -> Piece:
        styles = self._document.styles
        own = bool(run.style) and run.link is None
        bold = is_on(child_at(run.properties, "b")) or (own and styles.is_on(run.style, "rPr/b"))
        italic = is_on(child_at(run.properties, "i")) or (own and styles.is_on(run.style, "rPr/i"))
        link = "" if run.link is None else self._links.get(run.link.get(_RELATION, ""), "")
        return Piece(run.text, self._around(run.element), bold=bold, italic=italic, link=link)

    def _around(self, element: _Element) -> Control | None:
        """Return the nearest control with a tag around a run."""
        return next((self.controls[item] for item in element.iterancestors(_CONTROL) if item in self.controls), None)

    def _mark(self, paragraph: Paragraph) -> str:
        if paragraph.level:
            return ""
        styles = self._document.styles
        listed = value_at(paragraph.properties, "numPr/numId") or value(
            styles.effective(paragraph.style, "pPr/numPr/numId")
        )
        if not listed or listed == "0" or listed not in self._numbered:
            return ""
        level = value_at(paragraph.properties, "numPr/ilvl") or value(
            styles.effective(paragraph.style, "pPr/numPr/ilvl")
        )
        depth = min(max(number(level) or 0, 0), _DEEPEST)
        return f"{'  ' * depth}{'1.' if self._numbered[listed] else '-'} "


_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def _control(element: _Element, properties: _Element) -> Control:
    items = properties.find(w("dropDownList"))
    items = properties.find(w("comboBox")) if items is None else items
    choices = (
        {}
        if items is None
        else {plain(value(i, w("displayText")) or value(i, w("value"))): value(i, w("value")) for i in items}
    )
    box = properties.find(_CHECKBOX)
    checked = None
    if box is not None:
        state = box.find(_CHECKED)
        checked = state is not None and state.get(f"{{{W14}}}val") in ("1", "true", "on")
    return Control(
        value_at(properties, "tag"), element, child_at(properties, "showingPlcHdr") is not None, checked, choices
    )


def _para_id(element: _Element) -> str:
    return element.get(PARA_ID) or ""


def _numbered(parts: Mapping[str, bytes]) -> dict[str, bool]:
    """Return for each list of the document whether it has numbers."""
    data = next((parts[name] for name in sorted(parts) if name.endswith("/numbering.xml")), None)
    if data is None:
        return {}
    root = part_xml.parse(data)
    kinds = {}
    for abstract in root.findall(w("abstractNum")):
        first = abstract.find(f"{w('lvl')}/{w('numFmt')}")
        kinds[value(abstract, w("abstractNumId"))] = value(first) not in ("bullet", "none", "")
    return {
        value(item, w("numId")): kinds.get(value_at(item, "abstractNumId"), False) for item in root.findall(w("num"))
    }
