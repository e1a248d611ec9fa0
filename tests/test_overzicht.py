"""The overview of a region: everything of it is true in each format, and one bad file stops only itself."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import openpyxl
import pytest

from generator.accessibility import check_package
from generator.housestyle import built_in_styles
from generator.region_overview import read_region, sheet_csv, write_overview
from generator.word.reading.opening import open_document
from tests.support.cli import run
from tests.support.documents import ROOT, body, text_of
from tests.support.tools import validate

REGION = {
    "elzenbeek/noord.yaml": (
        "gemeente: {naam: Elzenbeek}\nwijk: {naam: '=1+1'}\nrandvoorwaarden: {urgentiebesef: niet}\n"
    ),
    "elzenbeek/zuid.yaml": (
        "gemeente: {naam: Elzenbeek}\nwijk: {naam: Zuid}\ninterventies: [jongerenwerk]\n"
        "financien: {lasten: [{post: Wijkboa, bedragen: {2026: 1000, 2027: 2000}}],"
        " dekking: [{bron: Begroting, status: toegezegd, bedragen: {2026: 1000}},"
        " {bron: Rijk, status: aangevraagd, bedragen: {2027: 500}}]}\n"
    ),
    "aa/west.yaml": "gemeente: {naam: Aadorp}\nwijk: {naam: West}\n",
    "aa/kapot.yaml": "gemeente: {naam: Aadorp}\nwijk: {naam: Oost, inwoners: veel}\n",
}


@pytest.fixture
def region(tmp_path: Path) -> Path:
    """Return a folder with two municipalities, of which one has a file with a fault."""
    for name, text in REGION.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def _files(folder: Path) -> list[Path]:
    return [folder / name for name in REGION]


def test_the_sheet_has_a_row_for_each_file_and_no_formula(region: Path) -> None:
    """Excel in Dutch opens it in columns; the same in a workbook, in which numbers are numbers."""
    streek, problems = read_region(_files(region), region)
    assert [(problem.bestand, problem.regel) for problem in problems] == [(str(region / "aa" / "kapot.yaml"), 2)]
    data = sheet_csv(streek)
    assert data.startswith(b"\xef\xbb\xbfGemeente;Wijk;Status;Urgentiebesef;")
    rows = [*csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";")]
    assert [(row["Gemeente"], row["Wijk"], row["Bestand"]) for row in rows] == [
        ("gemeente Aadorp", "West", "aa/west.yaml"),
        ("gemeente Elzenbeek", "'=1+1", "elzenbeek/noord.yaml"),
        ("gemeente Elzenbeek", "Zuid", "elzenbeek/zuid.yaml"),
        ("", "niet gelezen: er staat een fout in het bestand", "aa/kapot.yaml"),
    ]
    zuid = rows[2]
    assert (zuid["Lasten"], zuid["Toegezegd"], zuid["Aangevraagd"], zuid["Onzeker"]) == ("3000", "1000", "500", "0")
    assert (rows[1]["Urgentiebesef"], rows[1]["Lasten"], rows[1]["Bedragen precies"]) == ("niet", "", "geen bedragen")
    assert "Jongerenwerk" in zuid["Interventies"]
    assert zuid["Voorgestelde principes"] != "" == zuid["Werkzame principes"]

    write_overview(streek, region / "streek.xlsx", "xlsx")
    sheet = openpyxl.load_workbook(region / "streek.xlsx").active
    assert sheet is not None
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert cells[0] == list(rows[0])
    assert (cells[2][1], sheet.cell(3, 2).data_type) == ("=1+1", "s")
    assert cells[3][cells[0].index("Lasten")] == 3000
    assert sheet.cell(3, 4).fill.fgColor.rgb == "FFF8CECC"


@pytest.mark.parametrize("style", built_in_styles())
def test_the_document_says_it_in_signs_and_words_for_everybody(style: str, region: Path) -> None:
    """In each house style, without a fault for who cannot see it."""
    streek, _ = read_region(_files(region), region)
    write_overview(streek, region / "streek.docx", "docx", Path(style))
    document = (region / "streek.docx").read_bytes()
    assert check_package(open_document(document), serious=True) == []
    text = text_of(body(document))
    for said in ("3 wijken in 2 gemeenten", "aa/kapot.yaml", "0 van 24", "✕", "Nog niet bevestigd", "€ 3.000"):
        assert said in text.replace("\xa0", " ")
    assert str(region) not in text


@pytest.mark.sdk
def test_the_validator_finds_nothing_in_the_overview_of_the_examples(tmp_path: Path) -> None:
    """Of the two full examples and the draft."""
    files = sorted((ROOT / "examples").glob("*/antwoorden.yaml"))
    streek, problems = read_region(files, ROOT / "examples")
    assert problems == ()
    write_overview(streek, tmp_path / "streek.docx", "docx")
    assert validate([tmp_path / "streek.docx"]) == {tmp_path / "streek.docx": []}


def test_the_command_tells_what_is_left_out_and_keeps_the_work_of_others(region: Path) -> None:
    """Exit 1 when a file is not in it; its own sheet is renewed, one that somebody changed is not."""
    said = run("overzicht", ".", "--formaat", "csv", cwd=region, code=1)
    assert "aa/kapot.yaml:2:" in said.replace("\\", "/")
    assert "streekoverzicht.csv: 3 wijken in 2 gemeenten. 1 bestand staat er niet in" in said
    (region / "aa" / "kapot.yaml").unlink()
    assert "3 wijken in 2 gemeenten." in run("overzicht", ".", "-o", "streekoverzicht.csv", cwd=region)
    (region / "streekoverzicht.csv").write_text("van mij", encoding="utf-8")
    run("overzicht", ".", "--formaat", "csv", cwd=region, code=1)
    assert (region / "streekoverzicht.csv").read_text(encoding="utf-8") == "van mij"
    assert ".bak" in run("overzicht", ".", "--formaat", "csv", "--forceer", cwd=region)
    assert "Zuid" in Path(region / "streekoverzicht.csv").read_text(encoding="utf-8")
    run("overzicht", "elzenbeek", "-o", "e.html", cwd=region)
    assert "Zuid" in (region / "e.html").read_text(encoding="utf-8")
    assert "eindigen op .xlsx" in run("overzicht", ".", "-o", "a.docx", "--formaat", "xlsx", cwd=region, code=2)
