"""Columns follow the page, leave room for long words and add up; small tables stay whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from generator.word.text.typefaces import Lettering
from generator.word.text.widths import column_widths
from tests.word.helpers import body, document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def widths(shares: list[int], cells: list[str], total: int = 9000, font: str = "Arial") -> list[int]:
    """Return the widths of the columns of a table with one row."""
    columns = "".join(f'<col style="width: {share}%">' for share in shares)
    text = "".join(f"<td>{cell}</td>" for cell in cells)
    table = html.fragment_fromstring(f"<table><colgroup>{columns}</colgroup><tbody><tr>{text}</tr></tbody></table>")
    return column_widths(table, list(table.iter("tr")), total, Lettering(font, 9))


def test_columns_are_as_wide_as_the_page_asks() -> None:
    """Where every word fits, the shares decide."""
    assert widths([20, 30, 50], ["a", "b", "c"]) == [1800, 2700, 4500]


def test_without_shares_columns_are_equal() -> None:
    """A table that asks nothing gets equal columns."""
    assert widths([], ["a", "b", "c"]) == [3000, 3000, 3000]


def test_a_long_word_gets_the_room_that_others_have_to_spare() -> None:
    """A word that would break widens its column; the others give."""
    narrow, other = widths([10, 90], ["communicatieadviseur", "een paar woorden"])
    assert narrow > 1600
    assert other == 9000 - narrow


def test_one_endless_word_leaves_the_other_columns_their_room() -> None:
    """A word that is wider than half the table breaks in the end."""
    wide, other = widths([50, 50], ["x" * 300, "rapportage"])
    assert wide == 4500
    assert other == 4500


@given(
    st.lists(st.tuples(st.integers(1, 99), st.text("abiW ", max_size=80)), min_size=1, max_size=12),
    st.integers(3000, 16000),
)
def test_columns_always_add_up(columns: list[tuple[int, str]], total: int) -> None:
    """Whatever stands in the cells, the widths are positive and together the width of the table."""
    found = widths([share for share, _ in columns], [text for _, text in columns], total)
    assert sum(found) == total
    assert min(found) > 0


def held(rows: int, text: str = "x") -> list[bool]:
    """Return for each row of a table with a head and so many others whether it stays with the next."""
    cells = f"<tr><td>{text}</td></tr>" * rows
    root = body(
        document(f"<table><caption>T</caption><thead><tr><th>a</th></tr></thead><tbody>{cells}</tbody></table><p>x</p>")
    )
    return [row.find(f".//{W}keepNext") is not None for row in root.iter(f"{W}tr")]


def test_a_short_table_stays_whole() -> None:
    """Every row stays with the next, but the last: one of nine rows takes a fifth of a page."""
    assert held(8) == [True] * 8 + [False]


@pytest.mark.parametrize(("rows", "text"), [(20, "x"), (11, "woord " * 300)])
def test_a_long_table_breaks_between_rows_that_are_not_at_its_ends(rows: int, text: str) -> None:
    """The head stays with two rows and the last three stay together; so does a table whose rows are high."""
    found = held(rows, text)
    assert found[:2] == [True, True]
    assert found[-3:] == [True, True, False]
    assert not any(found[2:-3])


@pytest.mark.parametrize(("rows", "whole"), [(9, True), (20, False)])
def test_a_bar_of_time_stays_whole_where_another_table_would_break(rows: int, whole: bool) -> None:
    """It is looked at as a whole; where it is too long, both rows of its head stay with two others."""
    head = "<tr><th rowspan='2'>i</th><th colspan='2'>2026</th></tr><tr><th>K1</th><th>K2</th></tr>"
    row = "<tr><th scope='row'>een naam</th><td class='balk'></td><td></td></tr>"
    given = f"<table class='planning'><caption>T</caption><thead>{head}</thead><tbody>{row * rows}</tbody></table>"
    found = [item.find(f".//{W}keepNext") is not None for item in body(document(given)).iter(f"{W}tr")]
    assert found[:3] == [True] * 3
    assert all(found[:-1]) == whole


AMOUNTS = ["Wijkboa", *["€\u00a0202.000"] * 5]


@pytest.mark.parametrize("font", ["Arial", "Verdana", "Georgia", "Calibri", "Onbekend"])
def test_a_column_is_wide_enough_for_its_amounts_in_any_font(font: str) -> None:
    """Words give way to numbers: their column may be as narrow as it must."""
    lettering = Lettering(font, 8)
    for width in widths([40, 12, 12, 12, 12, 12], AMOUNTS, 6200, font)[1:]:
        assert width >= lettering.width("€\u00a0202.000") + 170


def test_an_amount_in_bold_verdana_is_as_wide_as_it_was_measured() -> None:
    """At 8 points: the euro and six digits of 0.711 em each, and two narrow signs, together some 45 points."""
    assert Lettering("Verdana", 8).width("€\u00a0202.000", bold=True) / 20 == pytest.approx(46.5, abs=1.5)


@pytest.mark.parametrize("font", ["Rijks Sans", "Museo", "Nobody Measured This", ""])
def test_a_number_in_a_font_that_nobody_measured_has_the_room_of_a_wide_one(font: str) -> None:
    """Most fonts of a house style are not known here, and some are as wide as Verdana."""
    assert Lettering(font, 10).longest_number("€ 1.250.000") >= 0.97 * Lettering("Verdana", 10).longest_number(
        "€ 1.250.000"
    )


def test_the_name_of_a_font_tells_how_wide_it_is() -> None:
    """Letters of one width, letters that are pressed together, and letters that are not."""
    word = {name: Lettering(name, 10).width("illegaliteit") for name in ("X", "X Mono", "X Condensed", "X Extended")}
    assert word["X Condensed"] < word["X"] < word["X Extended"] < word["X Mono"]


def test_type_becomes_smaller_before_a_number_breaks() -> None:
    """Where numbers do not fit beside each other, the text of that table is smaller than that of another."""

    def size(columns: int) -> str:
        head = "<th>Post</th>" + "<th class='getal'>2026</th>" * columns
        row = "<td>x</td>" + "<td class='getal'>€\u00a0202.000</td>" * columns
        given = f"<table><caption>T</caption><thead><tr>{head}</tr></thead><tbody><tr>{row}</tr></tbody></table>"
        cell = list(body(document(given)).iter(f"{W}tc"))[-1]
        return str(cell.find(f"{W}p/{W}pPr/{W}pStyle").get(f"{W}val"))

    assert size(4) == "Tabelgetal"
    assert size(9) != "Tabelgetal"


def test_columns_that_cannot_stand_beside_each_other_become_blocks() -> None:
    """Each block has the first column again, and its caption says that it goes on."""
    head = "<th>Post</th>" + "".join(f"<th class='getal'>{year}</th>" for year in range(2026, 2106))
    row = "<td>x</td>" + "".join(f"<td class='getal'>€\u00a0{100 + number}.000</td>" for number in range(80))
    given = f"<table><caption>Kosten</caption><thead><tr>{head}</tr></thead><tbody><tr>{row}</tr></tbody></table>"
    root = body(document(given))
    tables = list(root.iter(f"{W}tbl"))
    assert len(tables) > 1
    years = [["".join(cell.itertext()) for cell in next(table.iter(f"{W}tr")).iter(f"{W}tc")] for table in tables]
    assert all(names[0] == "Post" for names in years)
    assert [name for names in years for name in names[1:]] == [str(year) for year in range(2026, 2106)]
    assert "".join(tables[1].getprevious().itertext()).endswith("Kosten (vervolg)")


def test_an_amount_is_one_word() -> None:
    """A no-break space does not end a line, so the column has room for what is before and after it."""
    narrow, _ = widths([5, 95], ["€\u00a0262.000", "x"])
    broken, _ = widths([5, 95], ["€ 262.000", "x"])
    assert narrow > broken


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Dat kost € 23.000 per jaar", "Dat kost €\u00a023.000 per jaar"),
        ("Op 1 september 2026 begint het", "Op 1\u00a0september 2026 begint het"),
        ("Zie art. 5.1 en artikel 8", "Zie art.\u00a05.1 en artikel\u00a08"),
        ("Van 22 % naar 3 miljoen", "Van 22\u00a0% naar 3\u00a0miljoen"),
        ("In 2026 meisjes en 3 meiden", "In 2026 meisjes en 3 meiden"),
    ],
)
def test_what_somebody_typed_breaks_no_amount_date_or_article(typed: str, shown: str) -> None:
    """The space inside it becomes one at which no line ends; others stay as they are."""
    assert "".join(body(document(f"<p>{typed}</p>")).itertext()) == shown
