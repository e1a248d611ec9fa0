"""Repairs what LibreOffice gets wrong for PDF/UA, and takes out what differs from run to run."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from generator.pdf.chart_text import describe_figures, describe_links, mark_decoration
from generator.pdf.outline import close_gaps
from generator.pdf.pdf_seal import EMPTY, KEY

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_PRINT = 4
"""The flag of an annotation that is printed too."""
_XMP_DATE = re.compile(rb"<(xmp:\w+Date)>[^<]*</\1>")
_XMP_ID = re.compile(rb"<(xmpMM:\w+ID)>[^<]*</\1>")


@dataclass(frozen=True, slots=True)
class Facts:
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
