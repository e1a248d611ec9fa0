"""Opens a PDF, holds a finished one against what everybody needs to read it, and seals it.

The seal tells a PDF that this program wrote from one that somebody changed since. It is a digest over the whole file,
in a field of the document information that stands empty while counting.
"""

from __future__ import annotations

import hashlib
import io
import re

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import BooleanObject

from generator.problems import ProblemsError

_YES = BooleanObject(True)
KEY = "/wijkplan"
EMPTY = "0" * 64
_SEAL = re.compile(rb"(/wijkplan \()([0-9a-f]{64})(\))")


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


def seal(document: bytes) -> bytes:
    """Return the PDF with its digest in the place of `EMPTY`."""
    return _SEAL.sub(rb"\g<1>" + _digest(document).encode() + rb"\g<3>", document, count=1)


def is_untouched(document: bytes) -> bool:
    """Tell whether this program wrote the PDF and nobody changed it since; False for anything else."""
    found = _SEAL.search(document)
    return document.startswith(b"%PDF-") and found is not None and found.group(2).decode() == _digest(document)


def _digest(document: bytes) -> str:
    return hashlib.sha256(_SEAL.sub(rb"\g<1>" + EMPTY.encode() + rb"\g<3>", document, count=1)).hexdigest()
