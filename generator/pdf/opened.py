"""Opens a PDF, and holds a finished one against what everybody needs to read it."""

from __future__ import annotations

import io

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import BooleanObject

from generator.problems import ProblemsError

_YES = BooleanObject(True)


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
    return ProblemsError.about("LibreOffice", f"LibreOffice maakte een pdf {what}.", remedy)


def check(reader: PdfReader, title: str, language: str) -> None:
    """Raise a problem that names everything the PDF lacks.

    Raises:
        ProblemsError: It is not tagged, or language, title or bookmarks are not as they should be.
    """
    root = reader.root_object
    marked = root.get("/MarkInfo", {}).get("/Marked") == _YES
    shown = root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") == _YES
    named = reader.metadata is not None and reader.metadata.title == title
    found = {
        "zonder codes voor voorleessoftware": marked and "/StructTreeRoot" in root,
        f"zonder de taal {language}": root.get("/Lang") == language,
        "zonder de titel van het plan": shown and named,
        "zonder bladwijzers": bool(reader.outline),
    }
    missing = [what for what, present in found.items() if not present]
    if missing:
        raise unusable(" en ".join(missing))
