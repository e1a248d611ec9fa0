"""The drawing of a chart on the web page: everything stays inside it, and lengths are true to the numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from generator.web.drawing import draw_charts
from tests.support.documents import ROOT

LETTER = 6
"""How wide a letter is in a drawing, at least."""
KINDS = ("gestapelde-balk", "balk", "gestapelde-kolom", "kolom")
_numbers = st.lists(st.lists(st.integers(-2_000_000, 2_000_000), min_size=2, max_size=2), min_size=1, max_size=4)


def bars(kind: str, rows: list[list[int]], shown: str = "breed") -> tuple[tuple[float, float], list[dict[str, float]]]:
    """Return the size of a drawing of these numbers, and the bars in it; no words stand outside it."""
    body = "".join(f"<tr><th>r</th>{''.join(f'<td>{number}</td>' for number in row)}</tr>" for row in rows)
    head = '<tr><th>x</th><th class="getal">a</th><th class="getal">b</th></tr>'
    table = f"<table><thead>{head}</thead><tbody>{body}</tbody></table>"
    root = html.fromstring(f'<div><figure data-soort="{kind}" aria-description="d">{table}</figure></div>')
    draw_charts(root)
    drawing = next(item for item in root.iter("svg") if item.get("class") == shown)
    _, _, width, height = map(float, drawing.get("viewBox").split())
    for words in drawing.iter("text"):
        room = len(words.text) * LETTER * {"start": 0, "middle": 0.5, "end": 1}[words.get("text-anchor")]
        left = float(words.get("x")) - room
        assert -1 <= left <= left + len(words.text) * LETTER <= width + 1, words.text
    sides = ("x", "y", "width", "height")
    return (width, height), [{side: float(item.get(side)) for side in sides} for item in drawing.iter("rect")]


@pytest.mark.parametrize("shown", ["breed", "smal"])
@pytest.mark.parametrize("kind", KINDS)
@given(_numbers)
def test_every_bar_stays_inside_the_drawing(kind: str, shown: str, rows: list[list[int]]) -> None:
    """The longest one fits: that of the largest number, or of the largest sum where bars stand on each other."""
    (width, height), found = bars(kind, rows, shown)
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
    _, found = bars(kind, [[100, 200], [400, 50]], "smal")
    assert [round(bar["width"] / found[0]["width"], 1) for bar in found] == [1, 2, 4, 0.5]


def test_a_phone_gets_a_drawing_of_its_own() -> None:
    """It is no wider than a phone, so that its letters stay as large as those of the text; the other is not shown."""
    (width, _), _ = bars("gestapelde-kolom", [[100_000, 200_000]] * 4, "smal")
    assert width <= 320
    style = (ROOT / "templates" / "webpagina.css").read_text(encoding="utf-8")
    phone = style.partition("@media screen and (max-width: 40rem) {")[2].partition("\n}")[0]
    assert "svg.smal { display: none; }" in style
    assert "svg.breed { display: none; }" in phone
    assert "svg.smal { display: block;" in phone


def test_a_negative_number_hangs_below_nothing() -> None:
    """A deficit stands on the other side of the line than what is positive, as long as it is."""
    _, (above, below) = bars("kolom", [[100, -50]])
    assert above["y"] + above["height"] == below["y"]
    assert above["height"] == pytest.approx(2 * below["height"], abs=0.2)
    _, (right, left) = bars("balk", [[100, -50]])
    assert left["x"] + left["width"] == right["x"]
