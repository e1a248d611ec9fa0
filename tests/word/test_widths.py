"""Columns follow the page, leave room for long words and add up; small tables stay whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from generator.word.text.widths import column_widths
from tests.word.helpers import body, document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def widths(shares: list[int], cells: list[str], total: int = 9000) -> list[int]:
    """Return the widths of the columns of a table with one row."""
    columns = "".join(f'<col style="width: {share}%">' for share in shares)
    text = "".join(f"<td>{cell}</td>" for cell in cells)
    table = html.fragment_fromstring(f"<table><colgroup>{columns}</colgroup><tbody><tr>{text}</tr></tbody></table>")
    return column_widths(table, list(table.iter("tr")), total, 9)


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


@pytest.mark.parametrize(("rows", "kept"), [(5, 5), (6, 0)])
def test_only_a_small_table_is_kept_on_one_page(rows: int, kept: int) -> None:
    """Every row of a small table stays with the next, but the last; a larger table may break between rows."""
    cells = "".join(f"<tr><td>{number}</td></tr>" for number in range(rows))
    root = body(
        document(f"<table><caption>T</caption><thead><tr><th>a</th></tr></thead><tbody>{cells}</tbody></table><p>x</p>")
    )
    held = [row.find(f".//{W}keepNext") is not None for row in root.iter(f"{W}tr")]
    assert held.count(True) == kept
    assert not held[-1]


def test_an_amount_is_one_word() -> None:
    """A no-break space does not end a line, so the column has room for what is before and after it."""
    narrow, _ = widths([5, 95], ["€\u00a0262.000", "x"])
    broken, _ = widths([5, 95], ["€ 262.000", "x"])
    assert narrow > broken
