"""Turns what LibreOffice exports into a PDF that everybody can read; the only user of pypdf and PDFium.

The steps: LibreOffice exports, as `FORM` says; `accessible` repairs what it gets wrong for PDF/UA and takes out what
differs from run to run; `opened` holds the result against what was asked and seals it.
Beside that, `outline` finds the pages of headings, and `page_pictures` draws pages.
"""

from __future__ import annotations

import hashlib
import json

from generator.pdf.accessible import Facts, mend
from generator.pdf.opened import check, is_untouched, opened, seal
from generator.pdf.outline import heading_pages
from generator.word.package.archive import package, unpack
from generator.word.package.part_xml import parse, serialise
from generator.word.reading.content import silent_texts
from generator.word.reading.content_controls import Control, controls
from generator.word.xml import unwrap, w

__all__ = ["FORM", "heading_pages", "is_untouched", "to_export", "write"]
LANGUAGE = "nl-NL"

_CORE = "docProps/core.xml"
_MAIN = "word/document.xml"
_TITLE = ("http://purl.org/dc/elements/1.1/", "title")
_CREATED = ("http://purl.org/dc/terms/", "created")

_OPTIONS: dict[str, bool | int] = {
    "UseTaggedPDF": True,
    "PDFUACompliance": True,
    "ExportBookmarks": True,
    "ExportBookmarksToPDFDestination": True,
    "DisplayPDFDocumentTitle": True,
    "InitialView": 1,
    "UseLosslessCompression": True,
    "ExportFormFields": False,
    "ExportNotes": False,
}
"""What LibreOffice is asked; `InitialView` 1 opens the bookmarks beside the page."""

FORM = "pdf:writer_pdf_Export:" + json.dumps(
    {
        name: {"type": "boolean" if isinstance(value, bool) else "long", "value": str(value).lower()}
        for name, value in _OPTIONS.items()
    },
    separators=(",", ":"),
)
"""The format as `generator.office.convert` wants it."""


def to_export(document: bytes) -> bytes:
    """Return a Word document as LibreOffice is to lay it out, without the controls that hold links among text.

    In those it exports links that no reader of the PDF knows to be links. A control takes no room: nothing moves.
    """
    parts = unpack(document)
    root = parse(parts[_MAIN])
    found = [
        item
        for item in controls(root)
        if _is_among_text(item) and next(item.content.iter(w("hyperlink")), None) is not None
    ]
    if not found:
        return document
    for item in found:
        item.element.remove(item.properties)
        unwrap(item.content)
        unwrap(item.element)
    return package(parts | {_MAIN: serialise(root)})


def _is_among_text(control: Control) -> bool:
    parent = control.element.getparent()
    return parent is not None and parent.tag == w("p")


def write(exported: bytes, document: bytes) -> bytes:
    """Return the PDF to save: accessible, checked, sealed, and the same bytes for the same document.

    Args:
        exported: What LibreOffice made of the document.
        document: The Word document; it has the title and the date that the PDF must show.

    Raises:
        ProblemsError: LibreOffice made no PDF, or one that not everybody can read.
    """
    facts = _facts(document)
    made = seal(mend(opened(exported), facts))
    check(opened(made), facts.title, facts.language)
    return made


def _facts(document: bytes) -> Facts:
    parts = unpack(document)
    core = parse(parts[_CORE])
    figures = silent_texts(parts[_MAIN]) if _MAIN in parts else ()
    title, created = (core.findtext(f"{{{space}}}{name}") or "" for space, name in (_TITLE, _CREATED))
    return Facts(title, LANGUAGE, created[:10], hashlib.sha256(document).digest()[:16], figures)
