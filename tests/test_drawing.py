"""The drawing of a chart on the web page: everything stays inside it, and lengths are true to the numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from generator.web.drawing import draw_charts

KINDS = ("gestapelde-balk", "balk", "gestapelde-kolom", "kolom")
_numbers = st.lists(st.lists(st.integers(-2_000_000, 2_000_000), min_size=2, max_size=2), min_size=1, max_size=4)


def bars(kind: str, rows: list[list[int]]) -> tuple[tuple[float, float], list[dict[str, float]]]:
    """Return the size of the drawing of these numbers, and the bars in it."""
    body = "".join(f"<tr><th>r</th>{''.join(f'<td>{number}</td>' for number in row)}</tr>" for row in rows)
    head = '<tr><th>x</th><th class="getal">a</th><th class="getal">b</th></tr>'
    table = f"<table><thead>{head}</thead><tbody>{body}</tbody></table>"
    root = html.fromstring(f'<div><figure data-soort="{kind}" aria-description="d">{table}</figure></div>')
    draw_charts(root)
    drawing = root.find(".//svg")
    _, _, width, height = map(float, drawing.get("viewBox").split())
    sides = ("x", "y", "width", "height")
    return (width, height), [{side: float(item.get(side)) for side in sides} for item in drawing.iter("rect")]


@pytest.mark.parametrize("kind", KINDS)
@given(_numbers)
def test_every_bar_stays_inside_the_drawing(kind: str, rows: list[list[int]]) -> None:
    """The longest one fits: that of the largest number, or of the largest sum where bars stand on each other."""
    (width, height), found = bars(kind, rows)
    assert len(found) == sum(number != 0 for row in rows for number in row)
    for bar in found:
        assert 0 <= bar["x"] <= bar["x"] + bar["width"] <= width
        assert 0 <= bar["y"] <= bar["y"] + bar["height"] <= height


@pytest.mark.parametrize("kind", KINDS)
def test_bars_are_as_long_as_their_numbers(kind: str) -> None:
    """One that stands for twice as much is twice as long, whatever stands beside it."""
    _, found = bars(kind, [[100, 200], [400, 50]])
    side = "width" if kind.endswith("balk") else "height"
    assert [round(bar[side] / found[0][side], 1) for bar in found] == [1, 2, 4, 0.5]


def test_a_negative_number_hangs_below_nothing() -> None:
    """A deficit stands on the other side of the line than what is positive, as long as it is."""
    _, (above, below) = bars("kolom", [[100, -50]])
    assert above["y"] + above["height"] == below["y"]
    assert above["height"] == pytest.approx(2 * below["height"], abs=0.2)
    _, (right, left) = bars("balk", [[100, -50]])
    assert left["x"] + left["width"] == right["x"]
