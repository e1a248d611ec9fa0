"""Reads a document: walks through its parts once, and returns what the rules, the report and the round trip look at."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct, field

from generator.word.fields import INSTRUCTION, MARK, TEXT, FieldScanner
from generator.word.reading.backgrounds import Backgrounds, TextLook
from generator.word.reading.content import GRAPHICS, Block, Cell, Paragraph, Row, Run, Table, pictures_in
from generator.word.reading.inheritance import Sheet, level_of
from generator.word.reading.shown_text import SHOWN, kept
from generator.word.reading.theme import Theme
from generator.word.xml import child_at, elements, is_on, number, value, value_at, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from generator.word.reading.content import Picture
    from generator.word.reading.opening import Package, TextPart


_WORD = re.compile(r"\w+")
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_TEXTUAL = frozenset({TEXT, MARK, INSTRUCTION, *SHOWN})
_NOTES = {"voetnoot": "footnote", "eindnoot": "endnote"}
_PARAGRAPH, _TABLE, _RUN, _LINK = map(w, ("p", "tbl", "r", "hyperlink"))
_RUN_PROPERTIES, _STYLE = w("rPr"), w("rStyle")
_NO_TEXT = frozenset(map(w, ("pPr", "sdtPr", "sdtEndPr")))
_CAPTION = re.compile(r"(tabel|table|tabelle|figuur|overzicht|bijlage)\s+[\dA-Z]", re.IGNORECASE)


class Document(Struct, eq=False, dict=True):
    """Everything in a document, found in one pass."""

    main: _Element
    styles: Sheet
    theme: Theme
    settings: _Element | None
    core: _Element | None
    roots: dict[str, _Element]
    """The root of each part with text, by the name of the part."""
    paragraphs: list[Paragraph] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    body: list[Block] = field(default_factory=list)
    """What follows each other in the main text."""
    flows: list[list[Block]] = field(default_factory=list)
    """What follows each other anywhere: the body, each cell, each text box, each header."""
    boxes: list[tuple[Paragraph, _Element]] = field(default_factory=list)
    """Each text box, after the paragraph that it is fixed to."""

    @property
    def title(self) -> str:
        """The title in the properties, empty when there is none."""
        return "" if self.core is None else (self.core.findtext(_TITLE) or "").strip()

    @cached_property
    def words(self) -> Counter[str]:
        """How often each word occurs, in lower case."""
        return Counter(_WORD.findall("\n".join(paragraph.text for paragraph in self.paragraphs).lower()))

    @cached_property
    def data_tables(self) -> tuple[Table, ...]:
        """The tables with something to find in them."""
        return tuple(table for table in self.tables if table.rows and table.is_data)

    @cached_property
    def backgrounds(self) -> Backgrounds:
        """The colours of its text and cells."""
        return Backgrounds(self.styles, self.theme, self.theme.paper(self.main))

    @cached_property
    def looks(self) -> tuple[TextLook, ...]:
        """Every look that its text has, with the first place of each."""
        return tuple(self.backgrounds.looks(self.paragraphs))

    def release(self) -> None:
        """Let go of what holds on to each other, such as a cell and its paragraphs: memory then comes free at once."""
        for table in self.tables:
            for row in table.rows:
                row.cells.clear()
            table.rows.clear()
        for flow in self.flows:
            flow.clear()


def read(package: Package) -> Document:
    """Return the document in a package."""
    document = Document(
        main=package.texts[0].root,
        styles=Sheet(package.styles),
        theme=Theme(package.theme, package.settings),
        settings=package.settings,
        core=package.core,
        roots={part.name: part.root for part in package.texts},
    )
    for part in package.texts:
        _Walk(document, part).run()
    for flow in document.flows:
        _give_captions(flow, document.styles)
    return document


class _Walk:
    """One part in reading order; remembers the heading and the fields that are open."""

    def __init__(self, document: Document, part: TextPart) -> None:
        self._document = document
        self._styles = document.styles
        self._part = part
        self._heading = ""
        self._fields = FieldScanner()

    def run(self) -> None:
        for container in self._containers():
            flow = self._flow(container, None, None)
            self._document.flows.append(flow)
            if self._part.area == "tekst":
                self._document.body = flow

    def _containers(self) -> list[_Element]:
        """Return the body, a header or footer, or of notes each one that the text refers to."""
        root = self._part.root
        if root.tag == w("document"):
            return root.findall(w("body"))
        if self._part.area not in _NOTES:
            return [root]
        kind = _NOTES[self._part.area]
        used = {value(mark, w("id")) for mark in self._document.main.iter(w(f"{kind}Reference"))}
        return [note for note in root.findall(w(kind)) if value(note, w("id")) in used]

    def _flow(self, container: _Element, cell: Cell | None, box: _Element | None) -> list[Block]:
        return list(self._blocks(container, cell, box))

    def _blocks(self, container: _Element, cell: Cell | None, box: _Element | None) -> Iterator[Block]:
        for child in container:
            if child.tag == _PARAGRAPH:
                yield self._paragraph(child, cell, box)
            elif child.tag == _TABLE:
                yield self._table(child, cell, box)
            elif len(child):
                yield from self._blocks(child, cell, box)

    def _paragraph(self, element: _Element, cell: Cell | None, box: _Element | None) -> Paragraph:
        properties = child_at(element, "pPr")
        style = value_at(properties, "pStyle") or self._styles.default("paragraph")
        outline = child_at(properties, "outlineLvl")
        level = self._styles.level(style) if outline is None else level_of(outline)
        part = self._part
        found = Paragraph(element, properties, part.name, part.area, self._heading, style, level, cell, box)
        found.in_contents = self._styles.name(style).lower().startswith(("toc ", "table of figures"))
        self._document.paragraphs.append(found)
        self._inline(element, found, None)
        found.text = "".join(run.text for run in found.runs)
        if any(item.instruction.lstrip().startswith("TOC") for item in self._fields.open):
            found.in_contents = True
        if level and found.text.strip():
            self._heading = found.text.strip()
        return found

    def _inline(self, parent: _Element, found: Paragraph, link: _Element | None) -> None:
        for child in parent:
            if child.tag == _RUN:
                self._run(child, found, link)
            elif child.tag == _LINK:
                self._inline(child, found, child)
            elif len(child) and child.tag not in _NO_TEXT:
                self._inline(child, found, link)

    def _run(self, element: _Element, found: Paragraph, link: _Element | None) -> None:
        properties, style, text = None, "", ""
        drawn = False
        for child in element:
            if child.tag in _TEXTUAL:
                text += self._shown(child)
            elif child.tag == _RUN_PROPERTIES:
                properties, style = _looks(child)
            else:
                drawn = drawn or next(child.iter(*GRAPHICS), None) is not None
        if text:
            run = Run(element, properties, style, text, link)
            if not self._styles.is_hidden(run, found):
                found.runs.append(run)
        if drawn:
            self._graphics(element, found)

    def _shown(self, child: _Element) -> str:
        if child.tag == TEXT:
            return kept(child)
        self._fields.take(child)
        return SHOWN.get(str(child.tag), "")

    def _graphics(self, run: _Element, found: Paragraph) -> None:
        pictures = list(pictures_in(run, found))
        found.pictures += len(pictures) or 1
        self._document.pictures.extend(pictures)
        for content in run.iter(w("txbxContent")):
            self._document.boxes.append((found, content))
            self._document.flows.append(self._flow(content, None, content))

    def _table(self, element: _Element, outer: Cell | None, box: _Element | None) -> Table:
        number_of = len(self._document.tables) + 1
        table = Table(element, self._part.name, self._part.area, self._heading, number_of, outer)
        self._document.tables.append(table)
        for row in _rows(element):
            self._row(row, table, box)
        return table

    def _row(self, element: _Element, table: Table, box: _Element | None) -> None:
        properties = child_at(element, "trPr")
        row = Row(element, table, len(table.rows), is_on(child_at(properties, "tblHeader")))
        table.rows.append(row)
        column = number(value_at(properties, "gridBefore")) or 0
        for item in _cells(element):
            properties = child_at(item, "tcPr")
            span = number(value_at(properties, "gridSpan")) or 1
            cell = Cell(item, properties, row, column, span)
            row.cells.append(cell)
            cell.flow = self._flow(item, cell, box)
            cell.text = " ".join(filter(None, map(_text_of, cell.flow))).strip()
            self._document.flows.append(cell.flow)
            column += span


def _looks(properties: _Element) -> tuple[_Element | None, str]:
    """Return what a run says about its looks beside its style, and that style."""
    style = next((value(child) for child in properties if child.tag == _STYLE), "")
    return (properties if len(properties) > bool(style) else None), style


def _rows(table: _Element) -> Iterator[_Element]:
    return _nested(table, w("tr"))


def _cells(row: _Element) -> Iterator[_Element]:
    return _nested(row, w("tc"))


def _nested(parent: _Element, tag: str) -> Iterator[_Element]:
    """Yield rows of a table or cells of a row, also those inside a content control."""
    for child in elements(parent):
        if child.tag == tag:
            yield child
        else:
            yield from _nested(child, tag)


def _give_captions(flow: list[Block], styles: Sheet) -> None:
    for index, block in enumerate(flow):
        if isinstance(block, Table):
            near = [*flow[max(index - 1, 0) : index], *flow[index + 1 : index + 2]]
            captions = (item.text.strip() for item in near if isinstance(item, Paragraph) and _is_caption(item, styles))
            block.caption = next(captions, "")


def _text_of(block: Block) -> str:
    if isinstance(block, Paragraph):
        return block.text
    return " ".join(cell.text for row in block.rows for cell in row.cells)


def _is_caption(paragraph: Paragraph, styles: Sheet) -> bool:
    if any(value_at(style, "name").lower() == "caption" for style in styles.chain(paragraph.style)):
        return True
    return not paragraph.level and bool(_CAPTION.match(paragraph.text.strip()))
