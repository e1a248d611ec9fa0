"""Holds a finished PDF against what everybody needs to read it: structure, language, title and bookmarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pypdf.generic import BooleanObject

from generator.pdf.opening import unusable

if TYPE_CHECKING:
    from pypdf import PdfReader

_YES = BooleanObject(True)


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
