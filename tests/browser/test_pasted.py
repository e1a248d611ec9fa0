"""What is copied from a spreadsheet becomes rows: every cell is in one, or is told of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.answers.acties import Mijlpaal
from generator.answers.uitvoering import Last, Risico
from generator.answers.wijk import Cijfer
from generator.browser.pasted import cells_of, columns_of, pasted

RISICO = columns_of(Risico)
CELL = (
    st.text(st.sampled_from('ab1 ,;.:"\n\té'), max_size=8)
    .map(lambda text: "\n".join(" ".join(line.split()) for line in text.split("\n")).strip())
    .filter(lambda text: "\t" not in text)
)


def copied(rows: list[list[str]]) -> str:
    """Return cells as Excel puts them on the clipboard."""
    lines = [
        "\t".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' if set(cell) & set('"\n') else cell for cell in row)
        for row in rows
    ]
    return "\r\n".join(lines) + "\r\n"


@given(st.lists(st.lists(CELL, min_size=1, max_size=4), min_size=1, max_size=4))
def test_cells_come_back_as_they_were_copied(rows: list[list[str]]) -> None:
    """With line ends, quotes and nothing in them."""
    assert cells_of(copied(rows)) == [*rows, [""]]


@given(st.lists(st.lists(CELL, min_size=1, max_size=8), min_size=1, max_size=4))
def test_no_cell_disappears(rows: list[list[str]]) -> None:
    """Each is in a row, above a column, or told of."""
    found = pasted(copied(rows), RISICO)
    kept = [cell.text for row in found.cells for cell in row if cell.text]
    assert kept == [cell for row in rows for cell in row if cell] or found.has_header
    assert all(cell.column or cell.problems for row in found.cells for cell in row if cell.text)


def test_a_first_row_that_names_columns_gives_their_order() -> None:
    """By key, title or question; a column that is not known is told of at each cell."""
    text = "Eigenaar\tRISICO\tWat doe je eraan?\tKleur\r\nJansen\tTe weinig geld\tSparen\trood\r\n"
    found = pasted(text, RISICO)
    assert found.has_header
    assert found.rows == ({"eigenaar": "Jansen", "risico": "Te weinig geld", "maatregel": "Sparen"},)
    assert not found.is_sound
    assert [cell.text for cell in found.cells[0] if cell.problems] == ["rood"]


def test_without_names_the_columns_are_in_the_order_of_the_table() -> None:
    """And rows without anything are none."""
    found = pasted("Te weinig geld\tgroot\n\t\nTe weinig tijd\t\tmidden\n", RISICO)
    assert found.rows == (
        {"risico": "Te weinig geld", "kans": "groot"},
        {"risico": "Te weinig tijd", "gevolg": "midden"},
    )
    assert found.is_sound


def test_years_are_columns_and_amounts_are_dutch() -> None:
    """As a budget stands in a spreadsheet."""
    columns = columns_of(Last, ("2026", "2027"))
    text = "post\t2026\t2027\tsoort\nwijkboa\t€ 58.000\t74.000,00\tstructureel\nloting\tveel\t\tincidenteel\n"
    found = pasted(text, columns)
    assert found.rows[0] == {
        "post": "wijkboa",
        "bedragen": {"2026": "€ 58.000", "2027": "74.000,00"},
        "soort": "structureel",
    }
    assert [cell.text for row in found.cells for cell in row if cell.problems] == ["veel"]


@pytest.mark.parametrize("day", ["1 maart 2026", "1-3-2026", "2026-03-01", "01/03/2026"])
def test_dates_are_read_in_dutch_spellings(day: str) -> None:
    """Those of a spreadsheet among them."""
    (column,) = (column for column in columns_of(Mijlpaal) if column.vraag.naam == "wanneer")
    assert pasted(day, [column]).is_sound


def test_numbers_have_a_comma_and_points() -> None:
    """1.250,5 is a number; a word is none."""
    (column,) = (column for column in columns_of(Cijfer) if column.vraag.naam == "wijk")
    assert pasted("1.250,5", [column]).is_sound
    assert not pasted("1.25.0,5,1", [column]).is_sound
