"""A table of contents with page numbers: each stands at the right margin, also where the template has no place."""

from __future__ import annotations

import pytest

from generator.word.options import Options
from tests.support.documents import body, text_of
from tests.support.templates import W
from tests.word.styling import made, style, template

CONTENT = "<nav class='inhoud'></nav><h1>Een</h1><h2>Twee</h2><h1>Drie</h1>"
WIDTH = 11906 - 2 * 1417
"""The width of the text on the page of the template."""
NS = {"w": W}


def lines(more: str, pages: tuple[int, ...] = (1, 2, 14)) -> list[tuple[str, list[dict[str, str]], str | None]]:
    """Return the text, the right tabs and the right indent of each line of contents."""
    root = body(made(template(more), CONTENT, Options(pages=pages)))
    found = []
    for line in root.xpath(".//w:sdt[w:sdtPr/w:docPartObj]//w:p", namespaces=NS):
        tabs = line.xpath("w:pPr/w:tabs/w:tab[@w:val='right']", namespaces=NS)
        indent = line.xpath("string(w:pPr/w:ind/@w:right)", namespaces=NS)
        found.append(
            (text_of(line), [{key.rpartition("}")[2]: tab.get(key) for key in tab.attrib} for tab in tabs], indent)
        )
    return found


@pytest.mark.parametrize("inside", ["", '<w:pPr><w:tabs><w:tab w:val="left" w:pos="9000"/></w:tabs></w:pPr>'])
def test_a_page_number_gets_a_place_at_the_right_margin(inside: str) -> None:
    """Dots lead to it: without a tab it would stand right behind the heading."""
    found = lines("".join(style(f"toc {level}", f"T{level}", inside=inside) for level in (1, 2)))
    assert [text.rpartition("\t")[2] for text, _, _ in found] == ["1", "2", "14"]
    assert [tabs for _, tabs, _ in found] == [[{"val": "right", "leader": "dot", "pos": str(WIDTH)}]] * 3


def test_a_place_that_the_template_has_is_used() -> None:
    """Its own tab and its own dots stay; an indent that would hide the number goes."""
    own = '<w:pPr><w:tabs><w:tab w:val="right" w:pos="8000"/></w:tabs><w:ind w:right="700"/></w:pPr>'
    found = lines(style("toc 1", "T1", inside=own) + style("toc 2", "T2", inside=own))
    assert [(tabs, indent) for _, tabs, indent in found] == [([], "0")] * 3


def test_without_page_numbers_nothing_is_kept_free_for_them() -> None:
    """Nobody sees dots that lead nowhere."""
    found = lines("", ())
    assert [text.split("\t")[-1] for text, _, _ in found] == ["Een", "Twee", "Drie"]
    assert [tabs for _, tabs, _ in found] == [[]] * 3
