"""Landscape pages between portrait ones: the paper is turned, and its margins turn along."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree

from tests.support.documents import body, parts
from tests.word.frame.helpers import COVER, PLAN, W, made, sections

if TYPE_CHECKING:
    from pathlib import Path

_ID = f"{W}styleId"
TABLE = (
    "<table><caption>T</caption><colgroup><col style='width: 100%'></colgroup><thead><tr><th>a</th></tr></thead>"
    "<tbody><tr><td>b</td></tr></tbody></table>"
)


def test_the_margins_turn_with_the_paper(tmp_path: Path) -> None:
    """The page makes a quarter turn: its left margin, wide enough for a binding, comes on top, its top to the right."""
    values = {"top": 900, "right": 1000, "bottom": 1100, "left": 1200}
    margins = " ".join(f'w:{side}="{value}"' for side, value in values.items())
    document = made(
        tmp_path,
        f'<p>a</p><section class="liggend">{TABLE}</section><p>b</p>',
        section=f'<w:pgSz w:w="11906" w:h="16838"/><w:pgMar {margins} w:header="500" w:footer="500" w:gutter="0"/>',
    )
    found = [{side: int(item.find(f"{W}pgMar").get(f"{W}{side}")) for side in values} for item in sections(document)]
    assert found == [values, {"top": 1200, "right": 900, "bottom": 1000, "left": 1100}, values]
    [width] = [int(column.get(f"{W}w")) for column in body(document).iter(f"{W}gridCol")]
    assert width == 16838 - 900 - 1100


def _lying(rows: int, more: str = "") -> str:
    filled = f"<tr>{'<td>een twee drie vier vijf zes zeven acht negen tien elf twaalf</td>' * 6}</tr>" * rows
    heads = "".join(f"<th scope='col'>kop {number}</th>" for number in range(6))
    table = f"<table><caption>T</caption><thead><tr>{heads}</tr></thead><tbody>{filled}</tbody></table>"
    return f'<p>a</p><section class="liggend"><h2>Blad</h2>{more}{table}</section><p>b</p>'


@pytest.mark.parametrize(
    ("rows", "more", "is_smaller"),
    [(4, "", False), (12, "", True), (40, "", False), (12, "<p>Meer tekst.</p>", False)],
    ids=["fits", "fits in smaller type", "never fits", "is not alone"],
)
def test_a_table_fits_on_the_lying_page_that_was_made_for_it(
    rows: int, more: str, is_smaller: bool, tmp_path: Path
) -> None:
    """Its type becomes smaller, though never smaller than small print, and only where that brings it on one page."""
    document = made(tmp_path, COVER + PLAN + _lying(rows, more))
    used = {item.get(f"{W}val") for item in next(body(document).iter(f"{W}tbl")).iter(f"{W}pStyle")}
    styles = etree.fromstring(parts(document)["word/styles.xml"])
    sizes = [int(item.get(f"{W}val")) for style in styles if style.get(_ID) in used for item in style.iter(f"{W}sz")]
    assert (min(sizes) < 18) == is_smaller
    assert min(sizes) >= 16


def test_the_room_for_a_binding_turns_along(tmp_path: Path) -> None:
    """The gutter is beside the text of a standing page and above that of a lying one, where it takes no width."""
    margins = 'w:top="900" w:right="1000" w:bottom="1100" w:left="1200" w:header="500" w:footer="500" w:gutter="300"'
    document = made(
        tmp_path,
        f'<p>a</p><section class="liggend">{TABLE}</section><p>b</p>',
        section=f'<w:pgSz w:w="11906" w:h="16838"/><w:pgMar {margins}/>',
    )
    lying = sections(document)[1].find(f"{W}pgMar")
    assert [lying.get(f"{W}{side}") for side in ("top", "gutter")] == ["1500", "0"]


def test_a_heading_after_a_long_answer_goes_along_to_the_lying_page(tmp_path: Path) -> None:
    """Where a control ends right before it, the section ends between them and not in the heading."""
    answer = '<div data-antwoord="wijk.aanleiding"><p>een</p><p>twee</p></div>'
    document = made(tmp_path, f'{answer}<h2>Kop</h2><section class="liggend">{TABLE}</section><p>b</p>')
    heading = next(item for item in body(document).iter(f"{W}p") if "".join(item.itertext()) == "Kop")
    assert heading.find(f".//{W}sectPr") is None
    assert heading.getprevious().find(f".//{W}sectPr") is not None


def test_the_line_that_leads_to_a_lying_table_goes_along_with_its_heading(tmp_path: Path) -> None:
    """A heading and the one paragraph between it and the table stand on the page of the table."""
    wide = "".join(f"<th scope='col'>{'onderwerpregels' * 2}{number}</th>" for number in range(4))
    cells = "<td>b</td>" * 4
    table = f"<table><caption>T</caption><thead><tr>{wide}</tr></thead><tbody><tr>{cells}</tr></tbody></table>"
    root = body(made(tmp_path, f"<p>a</p><h2>Kop</h2><p>Inleiding:</p>{table}<p>b</p>"))
    heading, line = (
        next(item for item in root.iter(f"{W}p") if "".join(item.itertext()) == text) for text in ("Kop", "Inleiding:")
    )
    assert line.getprevious() is heading
    assert heading.getprevious().find(f".//{W}sectPr") is not None
    assert line.find(f".//{W}sectPr") is None
