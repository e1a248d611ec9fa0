"""What somebody typed in a template about another document makes room for the words of the plan, or is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree

from generator.inspection import Regel, inspect
from generator.word.assembly import Written, write_whole
from generator.word.opened_house_style import open_word_file
from tests.support.cli import run
from tests.support.documents import MINIMUM, body, parts, text_of
from tests.support.templates import build
from tests.support.tools import validate
from tests.word.frame.helpers import BREAK, COVER, HEADING, PLAN, TITLE, lines, p
from tests.word.helpers import page

if TYPE_CHECKING:
    from pathlib import Path

META = (
    "<meta name='datum' content='2026-02-16'><meta name='status' content='concept'><meta name='auteur' content='Ada'>"
)
HEAD = p("Inleiding", "Kop1")
FILLED = {
    "IMPACTANALYSE  <TITEL DOCUMENT>": "IMPACTANALYSE  Titel",
    "Versie: 1.0  |  Datum: [dd-mm-jjjj]": "Versie: 0.1  |  Datum: 16 februari 2026",
    "Versie v4.1.0, 17-01-2025": "Versie 0.1, 16-02-2026",
    "Version 2": "Version 0.1",
    "v1.0": "0.1",
    "versie x.x": "versie 0.1",
    "Datum 3 mei 2019": "Datum 16 februari 2026",
    "Elzenbeek, 3 mei 2019": "Elzenbeek, 16 februari 2026",
    "12/03/2019": "16-02-2026",
    "October 2019": "16 februari 2026",
    "Status: definitief": "Status: concept",
    "DEFINITIEF": "CONCEPT",
    "«naam van het document» - [Naam organisatie]": "Titel - gemeente X",
    "Auteur: [naam auteur]": "Auteur: Ada",
    "Gemeente Voorbeeld": "Gemeente Voorbeeld",
    "Formulier versie 2.3": "Formulier versie 2.3",
    "Postbus 12, 3500 AB": "Postbus 12, 3500 AB",
}
"""What somebody typed in a header, and what the plan has there."""
TOLD = [
    "Afdeling: <naam afdeling>",
    "Formulier versie 2.3",
    "Auteur: Jan de Vries",
    "Klik hier om tekst in te voeren",
    "P:\\Projecten\\rapport.docx",
    "Vastgesteld op 12 maart 2019 door het college",
]
"""What stays of another document, so that somebody must look at it."""


def _written(folder: Path, **features: Any) -> Written:
    features.setdefault("more_styles", HEADING + TITLE)
    file = folder / "sjabloon.docx"
    file.write_bytes(build(**features))
    html = page(COVER + PLAN).replace("</head>", f"{META}</head>")
    return write_whole(html, open_word_file(file))


def _header(written: Written) -> str:
    data = parts(written.document)["word/header_default.xml"]
    return text_of(etree.fromstring(data))


def _said(written: Written, fate: str) -> list[str]:
    return [item.words for item in written.remnants if item.fate == fate]


@pytest.mark.parametrize(("typed", "shown"), FILLED.items())
def test_typed_words_make_room_for_those_of_the_plan(typed: str, shown: str, tmp_path: Path) -> None:
    """A version, date, status, title or prompt of another document is never on the pages of a plan."""
    typed_xml = typed.replace("<", "&lt;").replace(">", "&gt;")
    written = _written(tmp_path, body=HEAD, headers={"default": p(typed_xml)})
    assert _header(written) == shown
    assert bool(_said(written, "gevuld")) == (typed != shown)


@pytest.mark.parametrize("typed", TOLD)
def test_what_stays_of_another_document_is_told(typed: str, tmp_path: Path) -> None:
    """Nobody finds a prompt, a name or a date of somebody else in a plan without having been told."""
    written = _written(tmp_path, body=HEAD, headers={"default": p(typed.replace("<", "&lt;").replace(">", "&gt;"))})
    assert _header(written) == typed
    assert _said(written, "blijft") == [typed]


def test_words_that_word_cut_in_pieces_are_found(tmp_path: Path) -> None:
    """A typed version may stand in several runs, each with its look."""
    runs = "".join(f"<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>" for text in ("Ver", "sie: 1", ".", "0"))
    written = _written(tmp_path, body=HEAD, headers={"default": f"<w:p>{runs}</w:p>"})
    assert _header(written) == "Versie: 0.1"


def test_a_header_with_the_sample_title_gets_that_of_the_plan(tmp_path: Path) -> None:
    """The title of a cover, typed again in the header, is that of the plan on every page."""
    cover = p("Jaarverslag 2019", "Titel") + BREAK + HEAD
    written = _written(tmp_path, body=cover, headers={"default": p("Gemeente X – Jaarverslag 2019")})
    assert _header(written) == "Gemeente X – Titel"


def test_a_label_in_the_cell_before_tells_what_a_value_is(tmp_path: Path) -> None:
    """Version, date and status stand in a table on many covers."""
    rows = "".join(
        f"<w:tr><w:tc><w:tcPr/>{p(label)}</w:tc><w:tc><w:tcPr/>{p(value)}</w:tc></w:tr>"
        for label, value in (("Versie", "3"), ("Datum:", "zomer 2019"), ("Status", "eindversie"))
    )
    table = f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/><w:gridCol w:w="900"/></w:tblGrid>{rows}</w:tbl>'
    found = lines(_written(tmp_path, body=p("{{ titel }}") + table + BREAK + HEAD).document)
    assert found[1:7] == ["Versie", "0.1", "Datum:", "16 februari 2026", "Status", "concept"]


def test_the_history_of_versions_is_not_rewritten(tmp_path: Path) -> None:
    """Each line of it told of another version; the version of the plan on all of them would be untrue."""
    rows = "".join(
        "<w:tr>" + "".join(f"<w:tc><w:tcPr/>{p(cell)}</w:tc>" for cell in row) + "</w:tr>"
        for row in (("Versie", "Datum", "Wie"), ("v1.0", "12-03-2019", "Jan"), ("v2.0", "12-04-2019", "Jan"))
    )
    table = f"<w:tbl><w:tblPr/><w:tblGrid>{3 * '<w:gridCol/>'}</w:tblGrid>{rows}</w:tbl>"
    written = _written(tmp_path, body=p("{{ titel }}") + table + BREAK + HEAD)
    assert "12-03-2019" in lines(written.document)
    assert "12-03-2019" in _said(written, "blijft")


def test_a_value_that_the_plan_does_not_have_is_open(tmp_path: Path) -> None:
    """The version of another document is no answer, as for a placeholder."""
    file = tmp_path / "sjabloon.docx"
    file.write_bytes(build(body=HEAD, headers={"default": p("Datum: 3 mei 2019")}))
    assert _header(write_whole(page(COVER + PLAN), open_word_file(file))) == "Datum: [nog in te vullen]"


def test_an_answer_is_never_taken_for_a_prompt(tmp_path: Path) -> None:
    """What a placeholder or a field shows is of the plan, however it is written."""
    file = tmp_path / "sjabloon.docx"
    simple = '<w:p><w:fldSimple w:instr=" TITLE "><w:r><w:t>Versie 1.0</w:t></w:r></w:fldSimple></w:p>'
    file.write_bytes(build(body=HEAD, headers={"default": simple}))
    html = page(COVER + PLAN).replace("<title>Titel</title>", "<title>[datum] Versie 3.0</title>")
    assert _header(write_whole(html, open_word_file(file))) == "[datum] Versie 3.0"


def test_a_file_name_makes_room_for_the_title(tmp_path: Path) -> None:
    """The field would show the name of another file, and where it stood."""
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> FILENAME \\p </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>C:\\Users\\jan\\Document3.docx</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    written = _written(tmp_path, body=HEAD, headers={"default": f"<w:p>{field}</w:p>"})
    assert _header(written) == "Titel"
    assert not any(b"jan" in data for data in parts(written.document).values())


def _prompt(name: str = "") -> str:
    return (
        f"<w:sdt><w:sdtPr>{name}<w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>[0.0]</w:t></w:r>"
        "</w:sdtContent></w:sdt>"
    )


@pytest.mark.parametrize(
    ("label", "shown"),
    [("Version: ", "Version: 0.1"), ("X | Datum ", "X | Datum 16 februari 2026"), ("Phone: ", "Phone: ")],
)
def test_the_label_before_a_prompt_tells_what_comes_there(label: str, shown: str, tmp_path: Path) -> None:
    """A control without a name gets the value of its label; a label that stays without one is told."""
    header = f'<w:p><w:r><w:t xml:space="preserve">{label}</w:t></w:r>{_prompt()}</w:p>'
    written = _written(tmp_path, body=HEAD, headers={"default": header})
    assert _header(written) == shown
    assert _said(written, "blijft") == (["Phone:"] if label == shown else [])


@pytest.mark.parametrize("around_cell", [True, False])
def test_the_cell_before_a_prompt_has_its_label(around_cell: bool, tmp_path: Path) -> None:
    """A control may stand in a cell, or around it."""
    label = f"<w:tc><w:tcPr/>{p('Version:')}</w:tc>"
    cell = f"<w:tc><w:tcPr/>{p('[0.0]') if around_cell else f'<w:p>{_prompt()}</w:p>'}</w:tc>"
    if around_cell:
        cell = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{cell}</w:sdtContent></w:sdt>"
    table = f"<w:tbl><w:tblPr/><w:tblGrid>{2 * '<w:gridCol/>'}</w:tblGrid><w:tr>{label}{cell}</w:tr></w:tbl>"
    assert lines(_written(tmp_path, body=p("{{ titel }}") + table + BREAK + HEAD).document)[1:3] == ["Version:", "0.1"]


def test_controleer_tells_what_becomes_of_typed_words(tmp_path: Path) -> None:
    """It quotes what stays, and deserves attention where that is of another document."""
    (tmp_path / "huisstijl.docx").write_bytes(
        build(body=HEAD, headers={"default": p("Versie: 1.0")}, footers={"default": p("Afdeling &lt;naam&gt;")})
    )
    found = inspect(tmp_path)
    typed = [(item.soort, item.naam, item.waarde) for item in found if item.onderdeel == "getypt"]
    assert typed == [("uitleg", "de koptekst", "Versie: 1.0"), ("aandacht", "de voettekst", "Afdeling <naam>")]
    assert Regel("blijft", "uitleg", "koptekst", "koptekst op gewone pagina’s", _QUOTED) in found


_QUOTED = "De koptekst op gewone pagina’s: “Versie: 1.0”."


_SAID = ["  In de koptekst: “Afdeling <naam>”.", "  In de koptekst: verborgen tekst: “geheim”."]


def _desk(folder: Path, *names: str) -> Path:
    """Return a template with words of another document in a folder, beside answer files with these names."""
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>geheim</w:t></w:r>"
    header = p("Afdeling &lt;naam&gt;").replace("</w:p>", f"{hidden}</w:p>")
    (folder / "sjabloon.docx").write_bytes(build(body=HEAD, headers={"default": header}))
    for name in names:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(MINIMUM, encoding="utf-8")
    return folder


def test_genereer_tells_what_stays_and_what_went(tmp_path: Path) -> None:
    """Who makes a plan reads it without asking for it."""
    desk = _desk(tmp_path, "antwoorden.yaml")
    said = run("genereer", "antwoorden.yaml", "--huisstijl", "sjabloon.docx", cwd=desk)
    assert [line for line in said.splitlines() if line in _SAID] == _SAID


@pytest.mark.office
def test_of_a_pdf_is_told_what_stays_and_what_went(tmp_path: Path) -> None:
    """It shows the same header as the document for Word, also where nobody asked for that one."""
    desk = _desk(tmp_path, "antwoorden.yaml")
    said = run("genereer", "antwoorden.yaml", "--huisstijl", "sjabloon.docx", "--formaat", "pdf", cwd=desk)
    assert [line for line in said.splitlines() if line in _SAID] == _SAID


@pytest.mark.slow
def test_of_many_plans_is_told_once_what_stays_and_what_went(tmp_path: Path) -> None:
    """By the house style, for the answers of each neighbourhood may name another."""
    desk = _desk(tmp_path, "a/antwoorden.yaml", "b/antwoorden.yaml")
    said = run("genereer", "a", "b", "--huisstijl", "sjabloon.docx", "--taken", "1", cwd=desk)
    assert [line for line in said.splitlines() if line in _SAID] == _SAID
    assert "In de huisstijl sjabloon.docx staat tekst" in said


@pytest.mark.sdk
def test_documents_with_typed_words_are_valid(tmp_path: Path) -> None:
    """The Open XML SDK finds no fault where words were put in place of others."""
    header = (
        p("Versie v4.1.0, 17-01-2025") + f'<w:p><w:r><w:t xml:space="preserve">Versie </w:t></w:r>{_prompt()}</w:p>'
    )
    file = tmp_path / "uit.docx"
    file.write_bytes(_written(tmp_path, body=p("{{ titel }}") + BREAK + HEAD, headers={"default": header}).document)
    assert body(file.read_bytes()) is not None
    assert validate([file]) == {file: []}
