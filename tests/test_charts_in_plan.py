"""The charts and the page with the whole plan: there when there is something to see, and true to the tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from lxml import etree, html

from generator.accessibility import check_accessibility
from generator.answers.kinds.hoeveelheid import Hoeveelheid, zoveel
from generator.answers.kinds.moment import in_jaar
from generator.answers.wijk import Cijfer
from generator.plan.cijfers import figure_charts
from generator.problems import Soort
from tests.support.documents import MINIMUM, ROOT, body, example, page, parts, text_of, web
from tests.support.tools import pdf_text, to_pdf

if TYPE_CHECKING:
    from pathlib import Path

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
FULL = (ROOT / "examples" / "molenkwartier" / "antwoorden.yaml").read_text(encoding="utf-8")
MONEY = """financien:
  dekking:
    - {bron: programma, bedragen: {2026: 1000, 2027: 2000}, status: toegezegd}
    - {bron: rijk, bedragen: {2026: 500}, status: onzeker}
"""


def figures(text: str) -> list[str]:
    """Return the captions of the charts in the plan for these answers."""
    root = html.document_fromstring(page(text))
    return [" ".join(str(item.text_content()).split()) for item in root.iterfind(".//figure[@data-soort]/figcaption")]


def _much(number: int | None) -> Hoeveelheid | None:
    return None if number is None else zoveel(number)


def cijfer(indicator: str, wijk: int | None = 1, gemeente: int | None = 2, jaar: int | None = 2024) -> Cijfer:
    """Return a figure of the neighbourhood."""
    return Cijfer(indicator=indicator, wijk=_much(wijk), gemeente=_much(gemeente), jaar=in_jaar(jaar) if jaar else None)


def test_the_full_example_has_its_charts() -> None:
    """The figures of the neighbourhood, over the years too, and the money, in that order."""
    assert figures(FULL) == [
        "Het Molenkwartier naast de hele gemeente, in procenten",
        "Drugsdelicten per 1.000 inwoners in het Molenkwartier naast de hele gemeente, per jaar",
        "Dekking per jaar en per bron, in duizenden euro’s",
    ]


def test_a_plan_without_answers_has_no_chart() -> None:
    """Where nothing is known there is nothing to see: no chart, and nothing that refers to one."""
    assert figures(MINIMUM) == []
    assert "figuur" not in page(MINIMUM)


@pytest.mark.parametrize("name", ["molenkwartier", "stationsbuurt", "helmond"])
def test_a_chart_shows_no_number_that_no_table_has(name: str) -> None:
    """Every number in a chart stands in a table of the same document."""
    cells = {text_of(cell).replace("€\u00a0", "") for cell in body(example(name)).iter(f"{W}tc")}
    for part, data in parts(example(name)).items():
        if "/charts/chart" in part:
            for value in etree.fromstring(data).iterfind(f".//{C}numCache/{C}pt/{C}v"):
                number = value.text or ""
                shown = f"{int(number):,}".replace(",", ".") if number.isdecimal() else number.replace(".", ",")
                assert shown in cells


@pytest.mark.parametrize("name", ["molenkwartier", "stationsbuurt", "helmond"])
def test_each_chart_says_in_words_what_there_is_to_see(name: str) -> None:
    """The alternative text is a sentence with numbers, and the check for accessibility finds no fault."""
    for drawn in body(example(name)).iter(f"{WP}docPr"):
        text = drawn.get("descr", "")
        if not drawn.get("name", "").startswith("Grafiek"):
            continue
        assert re.fullmatch(r"[A-Z][^{}]*\d[^{}]*\.", text), text
        assert "  " not in text
        assert " ," not in text
    findings = check_accessibility(example(name))
    assert [finding for finding in findings if finding.soort is Soort.FOUT] == []


def test_only_figures_of_one_unit_share_a_chart() -> None:
    """Percentages go together; a count, a unit of its own and a figure without the municipality stay out."""
    (chart,) = figure_charts(
        [
            cijfer("onveilig (%)"),
            cijfer("meldingen"),
            cijfer("leegstand in procent"),
            cijfer("delicten per 1.000 inwoners"),
            cijfer("schulden (%)", gemeente=None),
        ]
    )
    assert (chart.eenheid, chart.rijen, chart.per_jaar) == ("procenten", (1, 3), False)


def test_a_figure_of_several_years_is_a_line_of_its_own() -> None:
    """The years stand in order; a count is not set beside the municipality that it is part of."""
    (chart,) = figure_charts([cijfer("Meldingen", 3, jaar=2025), cijfer("meldingen", 1, jaar=2023)])
    assert (chart.rijen, chart.per_jaar, chart.naast_gemeente) == ((2, 1), True, False)
    (chart,) = figure_charts([cijfer("onveilig (%)", 3, jaar=2025), cijfer("onveilig (%)", 1, jaar=2023)])
    assert (chart.rijen, chart.per_jaar, chart.naast_gemeente) == ((2, 1), True, True)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("", ""), ["Dekking per jaar en per bron"]),
        (("bron: rijk, ", ""), []),
        ((", 2027: 2000", ""), []),
        (("1000, 2027: 2000", "0, 2027: 0"), ["Dekking per jaar en per bron"]),
    ],
)
def test_money_is_drawn_when_sources_have_names_and_years(change: tuple[str, str], expected: list[str]) -> None:
    """One year, or a source that nobody named yet, makes no chart."""
    assert figures(MINIMUM + MONEY.replace(*change)) == expected


def test_the_web_page_draws_the_same_charts() -> None:
    """Each figure is a drawing in the page itself with a description, and leaves no instructions behind."""
    root = html.document_fromstring(web(FULL).decode())
    drawn = root.findall(".//figure[svg]")
    assert len(drawn) == len(figures(FULL))
    for figure in drawn:
        drawing = figure.find("svg")
        assert drawing is not None
        assert drawing.get("role") == "img"
        description = drawing.find("desc")
        assert description is not None
        assert drawing.get("aria-labelledby") == description.get("id")
        assert description.text
        assert set(figure.attrib) <= {"class", "id"}
    amounts = [str(item.text) for item in drawn[-1].iterfind("svg[@class='breed']/text")]
    assert [amounts.count(shown) for shown in ("23", "142", "225")] == [4, 2, 2]


@pytest.mark.office
@pytest.mark.poppler
@pytest.mark.fonts
def test_the_whole_plan_stands_on_one_page(tmp_path: Path) -> None:
    """The table from goal to result has its six columns on one page of the full example."""
    file = tmp_path / "plan.docx"
    file.write_bytes(example("molenkwartier"))
    steps = (
        "Van doel naar resultaat",
        "Wat wij zien",
        "Doel",
        "Interventies",
        "Waarom dat hier werkt",
        "Waaraan dat te zien is",
        "Eigenaar",
    )
    pages = pdf_text(to_pdf(file, tmp_path)).split("\f")
    assert [all(step in text for step in steps) for text in pages].count(True) == 1


def test_the_whole_plan_says_what_is_missing() -> None:
    """A goal without interventions says so, and so does one that nothing is measured for; without both no page."""
    answers = (
        "doelen:\n  lijst:\n    - {id: D1, tekst: Rust op het plein., termijn: kort, eigenaar: burgemeester}\n"
        "    - {id: D2, tekst: Minder leegstand., termijn: lang, eigenaar: wethouder}\n"
        "interventies:\n  - {id: ila, draagt_bij_aan: [D2], startvragen: {waarom_passend: Omdat het past.}}\n"
        "  - {id: halt_lessen}\n"
    )
    table = html.document_fromstring(page(MINIMUM + answers)).get_element_by_id("tabel-plan-op-een-a4")
    rows = [[" ".join(cell.text_content().split()) for cell in row] for row in table.iterfind("tbody/tr")]
    assert [row[0] for row in rows] == ["D1. Rust op het plein.", "D2. Minder leegstand.", "Nog zonder doel"]
    assert rows[0][1:] == ["nog geen", "–", "nog niet bepaald", "burgemeester"]
    assert rows[1][2].startswith("Omdat het past.")
    assert rows[1][3] == "nog niet bepaald"
    assert rows[2][1] == "Halt-lessen"
    assert 'id="plan-op-een-a4"' not in page(MINIMUM)
