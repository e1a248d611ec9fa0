"""Draws the first pages of a PDF as pictures, with PDFium."""

from __future__ import annotations

import io
import json
import threading

import pypdfium2

from generator.limits import SHOWN_HEIGHT, SHOWN_PAGES, SHOWN_WIDTH
from generator.pdf.opened import unusable

FORM = "pdf:writer_pdf_Export:" + json.dumps(
    {
        "PageRange": {"type": "string", "value": f"1-{SHOWN_PAGES}"},
        "ExportNotes": {"type": "boolean", "value": "false"},
    },
    separators=(",", ":"),
)
"""The format as `generator.office.convert` wants it: only the pages that are drawn, without tags."""
_LOCK = threading.Lock()
"""PDFium does one thing at a time, in all threads together."""


def page_pictures(data: bytes, width: int = SHOWN_WIDTH, most: int = SHOWN_PAGES) -> tuple[bytes, ...]:
    """Return the first pages of a PDF, each as a PNG.

    Args:
        data: The PDF.
        width: Of a picture, in pixels; a page that is very high gets a smaller one.
        most: So many pages at the most.

    Raises:
        ProblemsError: It is no PDF.
    """
    with _LOCK:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise unusable("die niet te openen is") from error
        try:
            return tuple(_drawn(document[number], width) for number in range(min(most, len(document))))
        except pypdfium2.PdfiumError as error:
            raise unusable("met een pagina die niet te tekenen is") from error
        finally:
            document.close()


def _drawn(page: pypdfium2.PdfPage, width: int) -> bytes:
    wide, high = page.get_size()
    bitmap = page.render(scale=min(width / wide, SHOWN_HEIGHT / high))
    stream = io.BytesIO()
    bitmap.to_pil().save(stream, "PNG")
    bitmap.close()
    page.close()
    return stream.getvalue()
