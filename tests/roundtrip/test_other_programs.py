"""The way back judged by programs that are not ours: LibreOffice, the validator, and two readers of Word files."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest
from docx2python import docx2python
from docx_revisions import RevisionDocument

from generator.roundtrip.changes import find_changes
from generator.roundtrip.document_text import read_document
from generator.roundtrip.updated import brought_up_to_date
from generator.word.reading.shown_text import plain
from tests.roundtrip.test_laws import answers, changed_answers, made, remade, texts
from tests.roundtrip.test_werk_bij import CHANGES
from tests.support.office_judge import ACCEPT, REJECT, judged
from tests.support.tools import saved_by_office, validate
from tests.support.word_edits import Edited

if TYPE_CHECKING:
    from pathlib import Path

RELATIONS = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KINDS = ("plan", "collegevoorstel", "raadsvoorstel", "raadsinformatiebrief", "bewonersversie", "samenvatting")
TEXT = answers("molenkwartier")
TWICE = "Controles Beeklaan"
"""LibreOffice itself writes this control twice: a comment and two bookmarks begin at it."""


def with_prefix(document: Edited) -> bytes:
    """Return a document of which each part declares the prefix of relationships, which docx2python counts on."""
    for name, data in document.parts.items():
        if name.startswith("word/") and b"xmlns:r=" not in data:
            document.parts[name] = data.replace(b" xmlns:w=", b' xmlns:r="%s" xmlns:w=' % RELATIONS, 1)
    return document.data


@pytest.mark.office
@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_a_document_that_libreoffice_saved_keeps_the_laws(kind: str, tmp_path: Path) -> None:
    """It says what it was made from and changes no answer; brought up to date it says what a new one says."""
    path = tmp_path / "plan.docx"
    path.write_bytes(made(TEXT, kind))
    saved = saved_by_office(path, tmp_path / "uit")
    if kind != "plan":  # a short document goes through it twice
        path.write_bytes(saved)
        saved = saved_by_office(path, tmp_path / "weer")
    document = read_document(saved)
    assert document.ancestor is not None
    found = find_changes(remade(TEXT, kind).base, document, "plan.docx")
    assert (found.changes, found.unread, found.notes) == ([], [], [])
    assert brought_up_to_date(saved, remade(TEXT, kind), made(TEXT, kind)).data == saved
    updated = brought_up_to_date(saved, remade(TEXT, kind), made(changed_answers(), kind)).data
    once = [line.replace(TWICE * 2, TWICE) for line in texts(updated)]
    assert once == texts(made(changed_answers(), kind))
    assert texts(updated, reject=True) == texts(saved)


@pytest.mark.sdk
@pytest.mark.parametrize("kind", KINDS[1:])
def test_an_updated_document_of_another_kind_is_sound(kind: str, tmp_path: Path) -> None:
    """The validator finds nothing."""
    path = tmp_path / "uit.docx"
    path.write_bytes(brought_up_to_date(made(TEXT, kind), remade(TEXT, kind), made(changed_answers(), kind)).data)
    assert validate([path]) == {path: []}


@pytest.mark.office
@pytest.mark.slow
def test_libreoffice_accepts_and_rejects_the_same_in_a_whole_document(tmp_path: Path) -> None:
    """With all accepted it says what a new plan says, with all rejected what it said: paragraphs, rows and links."""
    updated = brought_up_to_date(made(TEXT), remade(TEXT), made(changed_answers())).data
    accepted, new, rejected, old = judged(
        tmp_path, (updated, ACCEPT), (made(changed_answers()), ACCEPT), (updated, REJECT), (made(TEXT), REJECT)
    )
    assert accepted == new != old
    assert rejected == old


@pytest.mark.parametrize("change", ["a paragraph", "an amount", "a date"])
def test_another_program_accepts_and_rejects_the_same(change: str) -> None:
    """It knows changes of text outside controls and links; accepted it reads as a new plan, rejected as it was."""
    old, new = CHANGES[change]
    after = TEXT.replace(old, new, 1)
    updated = Edited(brought_up_to_date(made(TEXT), remade(TEXT), made(after)).data)
    updated.unwrap_controls()
    for decide, wanted in ((RevisionDocument.accept_all, made(after)), (RevisionDocument.reject_all, made(TEXT))):
        document = RevisionDocument(io.BytesIO(updated.data))
        decide(document)
        target = io.BytesIO()
        document.document.save(target)
        assert texts(target.getvalue()) == texts(wanted)


@pytest.mark.parametrize("kind", KINDS)
def test_another_reader_finds_the_same_text(kind: str) -> None:
    """Every paragraph that we read is one that docx2python reads."""
    document = Edited(made(TEXT, kind))
    document.unwrap_controls()
    with docx2python(io.BytesIO(with_prefix(document))) as other:
        read = plain(re.sub(r"</?a\b[^>]*>", "", other.text))
    assert [line for line in texts(made(TEXT, kind)) if line not in read] == []
