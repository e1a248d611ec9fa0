"""Turns the page of a plan into files: Word, a web page, or a PDF that LibreOffice lays out.

The table of contents gets its page numbers by writing, letting LibreOffice lay out, looking, and writing again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from generator.problems import ProblemsError, located
from generator.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence
    from pathlib import Path

    from generator.checks import Checked
    from generator.housestyle import HouseStyleFiles
    from generator.image_files import ImageFile
    from generator.problems import Melding
    from generator.rendering.filler import Filler
    from generator.word.assembly import Written
    from generator.word.frame.remnants import Remnant
    from generator.word.provenance import MadeFrom

FORMATS = ("docx", "html", "pdf")
ROUNDS = 3
"""How often numbers may move: once because they were not there, once because they made the contents longer."""
Pages = tuple[int, ...]
"""The page of each heading in the table of contents."""
_Document = TypeVar("_Document")
_TAGS, _WORDS = re.compile(r"\{[{%#].*?[}%#]\}", re.DOTALL), re.compile(r"(?<=>)[^<>]+(?=</w:t>)")
"""The tags of a text box, header or footer, and the words in it."""


@dataclass(frozen=True, slots=True)
class Output:
    """What is made of the answers, and in which formats."""

    formaten: tuple[str, ...] = ("docx",)
    """One or more of `FORMATS`."""
    paginanummers: bool = False
    """Whether the table of contents in Word shows page numbers; the one in a PDF always does."""
    soffice: Path | None = None
    """LibreOffice, where it is not in a usual place."""
    document: str = "plan"
    """The kind of document, as `generator.document_kinds` knows it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A page that is ready to become a document."""

    page: str
    """Semantic HTML in the vocabulary of the Word writer."""
    house_style: HouseStyleFiles
    checked: Checked | None = field(default=None, repr=False)
    """The answers, for the placeholders that the Word file of the house style has."""
    workshop: Workshop = field(default_factory=Workshop, repr=False, compare=False)
    """Where the Word file is opened."""
    made_from: MadeFrom | None = field(default=None, repr=False)
    """What the document for Word carries of its making; nothing when None."""
    with_charts: bool = field(default=True, repr=False)
    """Whether the document for Word gets its charts; one of which only the text is read does without."""

    @property
    def images(self) -> Mapping[str, ImageFile]:
        """The pictures that the page may show, by key."""
        return self.checked.afbeeldingen if self.checked else {}


@dataclass(frozen=True, slots=True)
class Documents:
    """A page in one or more formats."""

    files: dict[str, bytes]
    """By format, in the order in which they were asked."""
    word: Written | None = field(default=None, repr=False)
    """The one for Word as it is in memory, where that was asked."""
    remnants: tuple[Remnant, ...] = ()
    """What of the Word file of the house style spoke of another document; a web page takes nothing of that."""


def make_documents(draft: Draft, output: Output) -> Documents:
    """Return the page as a file in each of the formats asked.

    Raises:
        ProblemsError: A template or the house style has a fault, or LibreOffice does not do its work.
    """
    numbered = output.paginanummers and "docx" in output.formaten
    laid_out = _laid_out(draft, output) if numbered or "pdf" in output.formaten else None
    word = None
    files = {}
    for formaat in output.formaten:
        if formaat == "docx":
            word = laid_out.document if laid_out and numbered else write_word(draft)
            files[formaat] = word.document
        elif formaat == "pdf" and laid_out:
            files[formaat] = _pdf(laid_out)
        else:
            files[formaat] = make_document(draft, formaat)
    made = word or (laid_out.document if laid_out else None)
    return Documents(files, word, made.remnants if made else ())


def make_document(draft: Draft, formaat: str) -> bytes:
    """Return the page as a file for Word or as a web page.

    Args:
        draft: The page and its house style.
        formaat: `docx` or `html`.

    Raises:
        ProblemsError: A template or the house style has a fault.
    """
    if formaat == "html":
        from generator.web import webpage
        from generator.web.appearance import appearance_of

        files = draft.house_style
        with located(files.locate):
            look = appearance_of(draft.workshop.word_file(files.word), files.options)
        return webpage.write(draft.page, draft.images, look)
    return write_word(draft).document


def _pdf(laid_out: LaidOut[Written]) -> bytes:
    from generator import pdf

    return pdf.write(laid_out.exported, laid_out.document.document)


def _laid_out(draft: Draft, output: Output) -> LaidOut[Written]:
    """Return the document with the page numbers that LibreOffice gives it."""
    from generator import pdf
    from generator.office import convert, find_office

    office = find_office(output.soffice)
    plain = write_word(draft)
    return lay_out(
        lambda pages: write_word(draft, pages) if pages else plain,
        lambda written: convert(pdf.to_export(written.document), office, pdf.FORM),
        lambda exported: pdf.heading_pages(exported, plain.headings),
    )


def write_word(draft: Draft, pages: Pages = ()) -> Written:
    """Return the page as a document for Word, with what is known of it while it is in memory.

    Args:
        draft: The page and its house style.
        pages: What the table of contents shows; no numbers when empty.

    Raises:
        ProblemsError: The house style has a fault.
    """
    from msgspec.structs import replace

    from generator.word.assembly import write_whole
    from generator.word.options import Options

    files = draft.house_style
    options = replace(files.options or Options(), pages=pages)
    fill = partial(_filler, draft.checked, files) if draft.checked else _Nothing
    with located(files.locate):
        word_file = draft.workshop.word_file(files.word)
        return write_whole(
            draft.page,
            word_file,
            options,
            make_fill=fill,
            made_from=draft.made_from,
            images=draft.images,
            with_charts=draft.with_charts,
        )


class _Nothing:
    """Fills in what a house style asks of answers where there are none: the lines that ask for any lose their words."""

    def faults(self, _tags: Sequence[tuple[str, Hashable]]) -> list[tuple[int, Melding]]:
        """Return no fault: nothing is asked."""
        return []

    def fill(self, source: str) -> tuple[str, Melding | None]:
        """Return what holds the words, without them."""
        return _WORDS.sub("", _TAGS.sub("", source)) if "<" in source else "", None


def _filler(checked: Checked, files: HouseStyleFiles) -> Filler:
    """Return what fills in the placeholders of a Word file; a house style without them never asks for it."""
    from generator.framework import load_framework
    from generator.plan import build
    from generator.rendering.filler import Filler

    return Filler(build(checked.antwoorden, load_framework(), checked.problems, files.layout))


@dataclass(frozen=True, slots=True)
class LaidOut(Generic[_Document]):
    """A document that shows page numbers, and the PDF in which they are true."""

    document: _Document
    exported: bytes


def lay_out(
    write: Callable[[Pages], _Document], export: Callable[[_Document], bytes], look: Callable[[bytes], Pages]
) -> LaidOut[_Document]:
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
    raise ProblemsError.about("de inhoudsopgave", melding, remedy)
