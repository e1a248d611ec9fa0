"""Reads the text of a document for Word with the places of its answers: what the way back compares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from generator.roundtrip.text_blocks import Control, DocumentText, Piece, TextParagraph, TextRow, TextTable
from generator.roundtrip.tracked_changes import authors_in, is_tracked, settle
from generator.roundtrip.tracked_words import parent_of
from generator.word.package import part_xml
from generator.word.package.archive import unpack
from generator.word.package.draft import unreadable
from generator.word.package.relationships import main_part, relationships_of
from generator.word.provenance import PARA_ID, read_ancestor
from generator.word.reading.content import Paragraph, Table
from generator.word.reading.document import read
from generator.word.reading.opening import open_parts
from generator.word.reading.shown_text import plain
from generator.word.xml import W14, child_at, is_on, local_name, number, value, value_at, w

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml.etree import _Element

    from generator.word.assembly import Written
    from generator.word.provenance import Ancestor
    from generator.word.reading.content import Row, Run
    from generator.word.reading.document import Document
    from generator.word.reading.opening import Package

_CONTROL = w("sdt")
_FONTS = w("rFonts")
_BESIDE = {
    w("u"): "onderstreept",
    w("strike"): "doorgehaald",
    w("dstrike"): "doorgehaald",
    w("color"): "gekleurd",
    w("highlight"): "gemarkeerd",
    w("shd"): "gemarkeerd",
    w("sz"): "groter of kleiner gezet",
    _FONTS: "in een ander lettertype gezet",
    w("vertAlign"): "hoger of lager gezet",
}
_NO_LOOK = frozenset({"none", "auto", "0", "false", "off", "nil", "clear", "baseline"})
NUMBER = "wijkplan-nummer"
"""An attribute that tells the blocks apart while they are compared; it is gone before the document is written."""
_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_FORMULA_TEXT = f"{{{_MATH}}}t"
_HIDDEN = {"tekstvak": w("txbxContent"), "formule": f"{{{_MATH}}}oMath", "verborgen tekst": w("vanish")}
"""What is no line of the text, though it stands in the main part."""
_COUNTED = tuple(map(w, ("p", "tr", "tbl")))
_DEEPEST = 8
"""The deepest level of a list, from 0."""
_CHECKBOX, _CHECKED = f"{{{W14}}}checkbox", f"{{{W14}}}checked"
_TAG, _PROMPT = w("tag"), w("showingPlcHdr")


def read_document(data: bytes, name: str = "", *, reject: bool = False) -> DocumentText:
    """Return the text of a document.

    Args:
        data: The bytes of the file.
        name: How the file is called, for the message when it is no document.
        reject: Whether tracked changes are read as rejected; else as accepted.

    Raises:
        ProblemsError: It is no Word document, or no safe one.
    """
    return read_parts(unpack(data, name), reject=reject)


def read_parts(parts: Mapping[str, bytes], *, reject: bool = False) -> DocumentText:
    """Return the text of a document of which the parts are in memory.

    Args:
        parts: Every part by name, as in the file.
        reject: Whether tracked changes are read as rejected; else as accepted.

    Raises:
        ProblemsError: It is no Word document, or no safe one.
    """
    main = main_part(parts) or ""
    authors: dict[str, str] = {}
    root = None
    if is_tracked(parts.get(main, b"")):
        root = main_root(parts)
        authors = {} if reject else authors_in(root)
        settle(root, reject=reject)
    return _text_of(open_parts(parts, root), parts, authors)


def main_root(parts: Mapping[str, bytes]) -> _Element:
    """Return the root of the main part of a document.

    Raises:
        ProblemsError: The part is not there, or is no XML.
    """
    main = main_part(parts) or ""
    try:
        return part_xml.parse(parts[main])
    except (KeyError, etree.XMLSyntaxError) as error:
        raise unreadable(main) from error


def number_blocks(root: _Element) -> dict[str, _Element]:
    """Give each paragraph, row and table a number, and return them by it."""
    found = {}
    for place, element in enumerate(root.iter(*_COUNTED)):
        element.set(NUMBER, str(place))
        found[str(place)] = element
    return found


def read_written(written: Written) -> DocumentText:
    """Return the text of a document that was made just now."""
    return _text_of(written.opened(), written.parts, {})


def _text_of(package: Package, parts: Mapping[str, bytes], authors: dict[str, str]) -> DocumentText:
    links = {item.id: item.target for item in relationships_of(parts, main_part(parts) or "") if item.external}
    ancestor = read_ancestor(parts)
    reader = _Reader(read(package), links, _numbered(parts), ancestor)
    elsewhere = list(_elsewhere(package))
    return DocumentText(reader.blocks(), list(reader.controls.values()), ancestor, authors, elsewhere)


def _elsewhere(package: Package) -> Iterator[tuple[str, str]]:
    """Yield where words stand outside the lines of the text, and the words."""
    main, *others = package.texts
    for part in others:
        yield from ((part.area, text) for item in part.root.iter(w("p")) if (text := _words_in(item)))
    for place, tag in _HIDDEN.items():
        for item in main.root.iter(tag):
            text = _words_in(parent_of(parent_of(item)) if tag == w("vanish") else item)
            if text:
                yield place, text


def _words_in(element: _Element) -> str:
    return plain("".join(item.text or "" for item in element.iter(w("t"), _FORMULA_TEXT)))


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
        self._owners: dict[_Element, Control | None] = {}
        for element in document.main.iter(_CONTROL):
            properties = child_at(element, "sdtPr")
            control = None if properties is None else _control(element, properties)
            if control and control.tag:
                self.controls[element] = control

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
        found = TextRow(row.element, *self._made(row.element), cells, row.header)
        for paragraph in found.paragraphs:
            paragraph.row = found
        return found

    def _made(self, element: _Element) -> tuple[str, str]:
        """Return the id of a block, and the digest of the text that the document says it was made with."""
        identity = element.get(PARA_ID) or ""
        return identity, self._digests.get(identity, "")

    def _flat(self, flow: Iterable[Paragraph | Table]) -> Iterator[TextParagraph]:
        """Yield the paragraphs in a cell, those of a table in it too."""
        for block in flow:
            if isinstance(block, Paragraph):
                yield self._paragraph(block)
            else:
                yield from (found for row in block.rows for cell in row.cells for found in self._flat(cell.flow))

    def _paragraph(self, paragraph: Paragraph) -> TextParagraph:
        pieces = [self._piece(run, paragraph.style) for run in paragraph.runs]
        return TextParagraph(
            paragraph.element,
            *self._made(paragraph.element),
            pieces,
            paragraph.heading,
            paragraph.level,
            self._mark(paragraph),
        )

    def _piece(self, run: Run, style: str) -> Piece:
        control = self._around(run.element)
        if run.properties is None and not run.style and run.link is None:
            return Piece(run.text, control)
        styles = self._document.styles
        own = bool(run.style) and run.link is None
        bold = is_on(child_at(run.properties, "b")) or (own and styles.is_on(run.style, "rPr/b"))
        italic = is_on(child_at(run.properties, "i")) or (own and styles.is_on(run.style, "rPr/i"))
        link = "" if run.link is None else self._links.get(run.link.get(_RELATION, ""), "")
        looks = () if run.properties is None else (item for item in run.properties if item.tag in _BESIDE)
        beside = frozenset(_BESIDE[str(item.tag)] for item in looks if self._is_own_look(item, style))
        return Piece(run.text, control, bold=bold, italic=italic, link=link, beside=beside)

    def _is_own_look(self, look: _Element, style: str) -> bool:
        """Tell whether a piece has a look of its own; another program writes some looks of a style with the words."""
        if look.tag == _FONTS:
            named = look.get(w("ascii")) or look.get(w("asciiTheme"))
            return bool(named) and named != self._document.styles.attribute(style, "rPr/rFonts", "ascii")
        given = self._document.styles.effective(style, f"rPr/{local_name(look)}")
        return value(look) not in _NO_LOOK and (given is None or value(given) != value(look))

    def _around(self, element: _Element) -> Control | None:
        """Return the nearest control with a tag around an element."""
        parent = element.getparent()
        if parent is None:
            return None
        if parent not in self._owners:
            self._owners[parent] = self.controls.get(parent) or self._around(parent)
        return self._owners[parent]

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
    said = {item.tag: item for item in reversed(properties)}
    box = said.get(_CHECKBOX)
    checked = None
    if box is not None:
        state = box.find(_CHECKED)
        checked = state is not None and state.get(f"{{{W14}}}val") in ("1", "true", "on")
    return Control(value(said.get(_TAG)), element, _PROMPT in said, checked)


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
