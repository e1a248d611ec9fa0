"""Charts in Word: real ones, with their numbers in a workbook, in the colours of the house style."""

from __future__ import annotations

import io
import itertools
import re
import tempfile
import zipfile
from pathlib import Path

import pytest
from lxml import etree, html
from openpyxl import load_workbook

from generator.colours import contrast
from generator.page.figures import ChartData, Series, read_chart
from generator.problems import ProblemsError
from generator.resources import neutral_house_style
from generator.word.assembly import write
from generator.word.charts.paint import VISIBLE, paints
from generator.word.options import Options
from generator.word.styles import Styles
from tests.support.templates import STYLES, build, root
from tests.support.tools import pdf_text, to_pdf, validate
from tests.word.helpers import body, document, page, paragraphs, parts

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
TABLE = """<table id="geld"><caption>Geld</caption><thead><tr><th scope="col">Bron</th>
<th scope="col" class="getal">2026</th><th scope="col" class="getal">2027</th><th scope="col">Status</th></tr></thead>
<tbody><tr><th scope="row">Rijk &amp; regio</th><td>€ 1.119.000</td><td>–</td><td>zeker</td></tr>
<tr><th scope="row">=Woonbeek</th><td>€ 23.000</td><td>6,5</td><td>onzeker</td></tr></tbody>
<tfoot><tr><th scope="row">Totaal</th><td>1</td><td>2</td><td>–</td></tr></tfoot></table>"""
KINDS = ("gestapelde-balk", "balk", "gestapelde-kolom", "kolom", "lijn")


def figure(kind: str = "balk", more: str = "", inner: str = TABLE) -> str:
    """Return a figure around a table."""
    return (
        f'<figure class="grafiek" data-soort="{kind}" {more} aria-description="Wat er te zien is.">'
        f"<figcaption>Bijschrift</figcaption>{inner}</figure>"
    )


EVERY_KIND = "".join(figure(kind, 'data-tabel="geld"', "") for kind in KINDS) + TABLE


def read(content: str) -> ChartData:
    """Return the numbers of the first figure in a page."""
    return read_chart(next(html.document_fromstring(page(content)).iter("figure")))


def charts(written: bytes) -> dict[str, etree._Element]:
    """Return the chart parts of a document by name."""
    return {name: etree.fromstring(data) for name, data in parts(written).items() if "/charts/chart" in name}


def cached(chart: etree._Element) -> list[list[object]]:
    """Return what a chart shows, as the rows of its workbook."""
    series = list(chart.iter(f"{C}ser"))
    names = [item.findtext(f"{C}tx/{C}strRef/{C}strCache/{C}pt/{C}v") for item in series]
    categories = [item.text for item in series[0].findall(f"{C}cat/{C}strRef/{C}strCache/{C}pt/{C}v")]
    rows: list[list[object]] = [[None, *names]]
    for index, category in enumerate(categories):
        points = [item.find(f".//{C}numCache/{C}pt[@idx='{index}']/{C}v") for item in series]
        rows.append([category, *(None if point is None else float(point.text or "") for point in points)])
    return rows


def embedded(written: bytes, name: str) -> list[list[object]]:
    """Return the rows of the workbook that a chart part leads to."""
    found = parts(written)
    folder, _, file = name.rpartition("/")
    links = etree.fromstring(found[f"{folder}/_rels/{file}.rels"])
    (link,) = links
    external = etree.fromstring(found[name]).find(f"{C}externalData")
    assert external is not None
    assert link.get("Id") in external.attrib.values()
    target = f"word/{link.get('Target', '').removeprefix('../')}"
    sheet = load_workbook(io.BytesIO(found[target]), data_only=True).active
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def test_a_chart_reads_numbers_as_people_write_them() -> None:
    """Amounts, thousands and decimals become numbers, a dash nothing, and the total of the table stays out."""
    data = read(figure())
    assert data.categories == ("Rijk & regio", "=Woonbeek")
    assert [(series.name, series.values) for series in data.series] == [
        ("2026", (1119000, 23000)),
        ("2027", (None, 6.5)),
    ]


def test_a_figure_chooses_rows_columns_and_what_a_colour_is() -> None:
    """A figure elsewhere can show one row of a table, each row a colour, named after another column."""
    content = figure("lijn", 'data-tabel="geld" data-rijen="2" data-categorie="4" data-reeksen="rijen"', "") + TABLE
    data = read(content)
    assert data.categories == ("2026", "2027")
    assert data.series == (Series("onzeker", (23000, 6.5)),)


@pytest.mark.parametrize("kind", KINDS)
def test_workbook_cache_and_table_hold_the_same_numbers(kind: str) -> None:
    """What Word draws, what it opens for editing and what the table says is the same; no text is a formula."""
    written = document(figure(kind))
    ((name, chart),) = charts(written).items()
    expected = [[None, "2026", "2027"], ["Rijk & regio", 1119000, None], ["=Woonbeek", 23000, 6.5]]
    if kind == "gestapelde-kolom":
        expected = [[*row, total] for row, total in zip(expected, ("Totaal", 1119000, 23006.5), strict=True)]
    assert cached(chart) == embedded(written, name) == expected


@pytest.mark.parametrize(("second", "shown"), [("23.000", "[$-413]#,##0,"), ("6.500", "[$-413]#,##0.0,")])
def test_the_total_stands_above_each_stack_and_amounts_are_in_thousands(second: str, shown: str) -> None:
    """The total is a line that shows only its numbers, which the legend leaves out; no axis says the same again."""
    table = TABLE.replace("6,5", "2.000").replace("23.000", second)
    written = document(figure("gestapelde-kolom", 'data-eenheid="€ 1.000"', table))
    ((_, chart),) = charts(written).items()
    assert {item.get("formatCode") for item in chart.iter(f"{C}numFmt")} >= {shown}
    total = chart.find(f".//{C}lineChart/{C}ser")
    assert total is not None
    assert total.find(f"{C}spPr/{A}ln/{A}noFill") is not None
    assert chart.find(f".//{C}legendEntry/{C}idx").get("val") == total.find(f"{C}idx").get("val")
    assert chart.find(f".//{C}valAx/{C}delete").get("val") == "1"


def test_captions_of_figures_count_for_themselves() -> None:
    """A figure has a caption of its own before it, which stays with it, and the table one after it."""
    written = document(figure(more='id="fig"') + '<p><a class="verwijzing" href="#fig">de figuur</a></p>')
    texts = [text for style, text in paragraphs(written) if style == "Caption"]
    assert texts == ["Figuur 1. Bijschrift", "Tabel 1. Geld"]
    captions = [item for item in body(written) if "SEQ Figuur" in str(etree.tostring(item))]
    assert captions[0].find("{*}pPr/{*}keepNext") is not None
    assert captions[0].getnext().find(".//{*}inline") is not None
    assert any(text == "figuur\u00a01" for _, text in paragraphs(written))


def test_a_house_style_can_call_a_figure_otherwise() -> None:
    """The word before the number is the one of the house style; Word counts on under the usual name."""
    written = write(page(figure()), neutral_house_style() / "huisstijl.docx", Options(labels={"Figuur": "Grafiek"}))
    assert ("Caption", "Grafiek 1. Bijschrift") in paragraphs(written)


def test_a_drawing_has_a_text_and_a_number_of_its_own() -> None:
    """Each drawing carries the description of its figure, and a number that no drawing of the template has."""
    inline = '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="x"/></wp:inline></w:drawing></w:r></w:p>'
    headers = {"default": inline}
    folder = build(headers=headers)
    written = _write(figure() + figure("lijn", 'data-tabel="geld"', ""), folder)
    drawn = list(body(written).iter(f"{WP}docPr"))
    assert [item.get("id") for item in drawn] == ["2", "3"]
    assert {item.get("descr") for item in drawn} == {"Wat er te zien is."}


def _write(content: str, template: bytes) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "sjabloon.docx")
        file.write_bytes(template)
        return write(page(content), file)


def test_a_template_without_theme_or_fonts_gives_a_chart_that_can_be_read() -> None:
    """Without theme fonts the chart takes the template's own."""
    written = _write(EVERY_KIND, build())
    fonts = {item.get("typeface") for chart in charts(written).values() for item in chart.iter(f"{A}latin")}
    assert fonts == {"Arial"}


@pytest.mark.sdk
def test_every_kind_of_chart_is_valid(tmp_path: Path) -> None:
    """The Open XML SDK finds no fault in charts, in a template with nothing of its own either."""
    file = tmp_path / "plan.docx"
    file.write_bytes(_write(EVERY_KIND, build()))
    assert validate([file]) == {file: []}


@pytest.mark.parametrize("count", range(1, 7))
def test_colours_can_be_seen_and_differ_in_grey(count: int) -> None:
    """Each colour stands out 3 to 1 on white, and no two are as light as each other."""
    data = ChartData("kolom", "", "x", ("a",), tuple(Series(str(number), (1,)) for number in range(count)))
    styles = Styles(etree.fromstring(root("styles", STYLES)))
    greys = sorted(contrast(paint.fill, "FFFFFF") for paint in paints(data, styles))
    assert all(grey >= VISIBLE - 0.05 for grey in greys)
    assert all(darker / lighter > 1.1 for lighter, darker in itertools.pairwise(greys))


def test_the_colours_of_a_status_differ_in_grey_and_have_an_edge() -> None:
    """However light a house style makes them, print keeps them apart, and the edge can be seen."""
    names = ("op_orde", "deels", "niet", "onbekend")
    data = ChartData("balk", "", "x", ("a",), tuple(Series(name, (1,), name) for name in names))
    pale = {f"status.{name}": (f"EEEEE{index}", "222222") for index, name in enumerate(names)}
    styles = Styles(etree.fromstring(root("styles", STYLES)), options=Options(colours=pale))
    found = paints(data, styles)
    greys = sorted(contrast(paint.fill, "FFFFFF") for paint in found)
    assert all(darker / lighter > 1.1 for lighter, darker in itertools.pairwise(greys))
    assert all(contrast(paint.line, "FFFFFF") >= VISIBLE for paint in found)
    assert all(contrast(paint.label, paint.fill) >= 4.5 for paint in found)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (figure("taart"), "soort"),
        (figure(inner=""), "data-tabel"),
        (figure(more='data-rijen="3"'), "data-rijen"),
        (figure(more='data-kolommen="4"'), "geen getal"),
        (figure(more='data-rollen="op_orde"'), "rol"),
        (figure().replace("Wat er te zien is.", ""), "beschrijving"),
        (figure().replace("<figcaption>Bijschrift</figcaption>", ""), "figcaption"),
    ],
)
def test_a_figure_that_is_no_chart_is_refused(content: str, words: str) -> None:
    """A kind, table, row or description that is not there is a fault in the template."""
    with pytest.raises(ProblemsError, match=words):
        document(content)


def test_charts_are_the_same_every_time_and_carry_no_clock() -> None:
    """The same page gives the same bytes, and the workbook inside has a fixed date."""
    first = document(figure())
    assert document(figure()) == first
    book = next(data for name, data in parts(first).items() if name.endswith(".xlsx"))
    with zipfile.ZipFile(io.BytesIO(book)) as package:
        assert {item.date_time for item in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = package.read("docProps/core.xml").decode()
    assert set(re.findall(r"(\d{4})-\d\d-\d\dT", core)) == {"1980"}


@pytest.mark.office
@pytest.mark.poppler
def test_libreoffice_draws_the_numbers(tmp_path: Path) -> None:
    """LibreOffice shows every kind of chart with its numbers, the Dutch way."""
    file = tmp_path / "grafieken.docx"
    file.write_bytes(document(figure("gestapelde-kolom", 'data-eenheid="€" data-kolommen="2"')))
    assert pdf_text(to_pdf(file, tmp_path)).count("1.119.000") == 2
