"""Gives the table of contents its page numbers: writes, lets LibreOffice lay out, looks, and writes again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.problems import Problem, ProblemsError, Soort

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 3
"""How often numbers may move: once because they were not there, once because they made the contents longer."""

Pages = tuple[int, ...]
"""The page of each heading in the table of contents."""


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A document that shows page numbers, and the PDF in which they are true."""

    document: bytes
    exported: bytes


def lay_out(
    write: Callable[[Pages], bytes], export: Callable[[bytes], bytes], look: Callable[[bytes], Pages]
) -> LaidOut:
    """Return a document whose page numbers are those of its PDF.

    Args:
        write: Makes the document with these pages; without any, it shows no numbers.
        export: Makes a PDF of a document.
        look: Finds the pages of the headings in a PDF.

    Raises:
        ProblemsError: The numbers keep moving.
    """
    pages = look(export(write(())))
    for _ in range(ROUNDS):
        document = write(pages)
        exported = export(document)
        if (found := look(exported)) == pages:
            return LaidOut(document, exported)
        pages = found
    melding = "De paginanummers blijven verspringen."
    remedy = "Maak het plan zonder --paginanummers, en werk de inhoudsopgave bij in Word."
    raise ProblemsError([Problem("de inhoudsopgave", 0, 0, "", Soort.FOUT, melding, remedy)])
