"""Opens a PDF, or says that it is none."""

from __future__ import annotations

import io

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from generator.problems import Problem, ProblemsError, Soort


def opened(data: bytes) -> PdfReader:
    """Return a reader of the PDF.

    Raises:
        ProblemsError: It is no PDF.
    """
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        pages = len(reader.pages)
    except (PyPdfError, OSError, ValueError, KeyError, TypeError) as error:
        raise unusable("die niet te openen is") from error
    if not pages:
        raise unusable("zonder pagina’s")
    return reader


def unusable(what: str) -> ProblemsError:
    """Return the problem of a PDF from LibreOffice that cannot be used; `what` follows “een pdf”."""
    remedy = "Installeer een nieuwe versie van LibreOffice (7.4 of hoger). Of maak de pdf in Word: Opslaan als, PDF."
    melding = f"LibreOffice maakte een pdf {what}."
    return ProblemsError([Problem("LibreOffice", 0, 0, "", Soort.FOUT, melding, remedy)])
