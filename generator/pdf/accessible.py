"""Repairs what LibreOffice gets wrong for PDF/UA, and takes out what differs from run to run.

Figures and links get the words that LibreOffice leaves behind, and what is only drawn is marked as such.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    ContentStream,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from generator.pdf.opened import EMPTY, KEY
from generator.pdf.outline import close_gaps, elements, free_standard_types

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pypdf import PageObject, PdfReader


_PRINT = 4
"""The flag of an annotation that is printed too."""
_XMP_DATE = re.compile(rb"<(xmp:\w+Date)>[^<]*</\1>")
_XMP_ID = re.compile(rb"<(xmpMM:\w+ID)>[^<]*</\1>")
_Operation = tuple[Any, bytes]
_BUILDS = frozenset({b"m", b"l", b"c", b"v", b"y", b"re", b"h"})
"""Operators that build a path."""
_PAINTS = frozenset({b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"})
"""Operators that draw it."""
_CLIPS = frozenset({b"W", b"W*"})


class Facts(Struct, frozen=True):
    """What the PDF says of itself."""

    title: str
    language: str
    datum: str
    """The date of the document, as `2026-04-30`."""
    identity: bytes
    """Sixteen bytes that follow from the document."""
    figures: tuple[str, ...] = ()
    """What is said of each chart and text box, in reading order."""


def mend(reader: PdfReader, facts: Facts) -> bytes:
    """Return the PDF with everything PDF/UA asks that can be added, and nothing of the moment it was made."""
    identity = ByteStringObject(facts.identity)
    reader.trailer[NameObject("/ID")] = ArrayObject([identity, identity])
    writer = PdfWriter(clone_from=reader)
    _declare(writer, facts)
    _date(writer, facts.datum)
    free_standard_types(writer.root_object)
    close_gaps(writer.root_object)
    describe_figures(writer.root_object, facts.figures)
    describe_links(writer.root_object)
    for page in writer.pages:
        _order_links(page)
        mark_decoration(page, writer)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _declare(writer: PdfWriter, facts: Facts) -> None:
    root = writer.root_object
    root[NameObject("/Lang")] = TextStringObject(facts.language)
    preferences = root.setdefault(NameObject("/ViewerPreferences"), DictionaryObject()).get_object()
    preferences[NameObject("/DisplayDocTitle")] = BooleanObject(True)
    writer.add_metadata({"/Title": facts.title, KEY: EMPTY})


def _date(writer: PdfWriter, datum: str) -> None:
    """Give the date of the document in place of the moment of the export, in both places where a PDF has it."""
    writer.add_metadata({"/CreationDate": f"D:{datum.replace('-', '')}000000Z"})
    writer.metadata = {name: value for name, value in (writer.metadata or {}).items() if name != "/ModDate"}
    packet = writer.root_object.get("/Metadata", DictionaryObject()).get_object()
    if isinstance(packet, StreamObject):
        dated = _XMP_DATE.sub(rf"<\1>{datum}T00:00:00Z</\1>".encode(), packet.get_data())
        packet.set_data(_XMP_ID.sub(b"", dated))


def _order_links(page: PageObject) -> None:
    """Let the keyboard follow the links in reading order, and print what the screen shows."""
    annotations = page.get("/Annots")
    if annotations is None:
        return
    page[NameObject("/Tabs")] = NameObject("/S")
    for item in annotations.get_object():
        annotation = item.get_object()
        annotation[NameObject("/F")] = NumberObject(int(annotation.get("/F", 0)) | _PRINT)


def mark_decoration(page: PageObject, writer: PdfWriter) -> None:
    """Put every path that is drawn outside the marked content of a page in an artifact."""
    found = page.get_contents()
    if found is None:
        return
    content = ContentStream(found, writer)
    marked = list(_marked(content.operations))
    if len(marked) != len(content.operations):
        content.operations = marked
        page.replace_contents(content)


def _marked(operations: Iterable[_Operation]) -> Iterator[_Operation]:
    depth, path = 0, list[_Operation]()
    for operation in operations:
        operator = operation[1]
        depth += (operator in {b"BMC", b"BDC"}) - (operator == b"EMC")
        if operator in _BUILDS | _CLIPS:
            path.append(operation)
            continue
        outside = depth == 0 and operator in _PAINTS
        yield from _artifact([*path, operation]) if outside else [*path, operation]
        path = []
    yield from path


def _artifact(drawing: list[_Operation]) -> list[_Operation]:
    return [([NameObject("/Artifact")], b"BMC"), *drawing, ([], b"EMC")]


def describe_figures(root: DictionaryObject, texts: Sequence[str]) -> None:
    """Give each figure without an alternative text its own; where they cannot be matched, none gets any."""
    silent = [item for item in _structure(root) if item.get("/S") == "/Figure" and not item.get("/Alt")]
    if len(silent) != len(texts):
        return
    for figure, text in zip(silent, texts, strict=True):
        figure[NameObject("/Alt")] = TextStringObject(text)


def describe_links(root: DictionaryObject) -> None:
    """Give a link whose words stand elsewhere, as where a line or page breaks, what its annotation says."""
    for element in _structure(root):
        if element.get("/S") != "/Link" or element.get("/Alt"):
            continue
        kids = element.get("/K", ArrayObject()).get_object()
        kinds = [kid.get_object() for kid in (kids if isinstance(kids, ArrayObject) else [kids])]
        objects = [kid for kid in kinds if isinstance(kid, DictionaryObject) and kid.get("/Type") == "/OBJR"]
        if objects and len(objects) == len(kinds):
            annotation = objects[0]["/Obj"].get_object()
            said = annotation.get("/Contents") if isinstance(annotation, DictionaryObject) else None
            element[NameObject("/Alt")] = TextStringObject(said or "link")


def _structure(root: DictionaryObject) -> Iterator[DictionaryObject]:
    tree = root.get("/StructTreeRoot")
    return iter(()) if tree is None else elements(tree.get_object())
