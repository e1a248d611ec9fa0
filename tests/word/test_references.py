"""References: to the right number, both ways between text and sources, and to every thing that is named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from lxml import html

from tests.support.documents import MINIMUM, ROOT, page, word
from tests.support.tools import pdf_text, to_pdf
from tests.word.helpers import body, document, text_of

if TYPE_CHECKING:
    from pathlib import Path

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TABLE = "<table{}><caption>T</caption><thead><tr><th>k</th></tr></thead><tbody><tr><td>c</td></tr></tbody></table>"


def example_page(name: str) -> html.HtmlElement:
    """Return the page of an example."""
    return html.document_fromstring(page((ROOT / "examples" / name / "antwoorden.yaml").read_text(encoding="utf-8")))


def test_a_reference_counts_what_comes_before_and_after_it() -> None:
    """A table is referred to by its number in the document, wherever the reference stands."""
    see = '<p>zie <a class="verwijzing" href="#t">x</a></p>'
    found = body(document(see + TABLE.format("") + TABLE.format(' id="t"') + see))
    assert [text_of(item) for item in found.findall(f"{W}p") if "zie" in text_of(item)] == ["zie tabel\u00a02"] * 2


@pytest.mark.parametrize(
    ("heading", "shown"),
    [
        ('<h1 id="a">A</h1>', "hoofdstuk\u00a01"),
        ('<h1>Z</h1><h2>Y</h2><h3 id="a">A</h3>', "paragraaf\u00a01.1.1"),
        ('<h1 class="ongenummerd" id="a">Zonder</h1>', "Zonder"),
        ('<h1 class="bijlage" id="a">Bronnen</h1>', "Bronnen"),
    ],
)
def test_a_reference_to_a_heading_reads_well_in_a_sentence(heading: str, shown: str) -> None:
    """A chapter and a section by number, a heading without one and an annex by title."""
    found = body(document(f'<p>zie <a class="verwijzing" href="#a">x</a>.</p>{heading}'))
    assert text_of(found[0]) == f"zie {shown}."


@pytest.mark.office
@pytest.mark.poppler
def test_libreoffice_finds_the_same_numbers(tmp_path: Path) -> None:
    """Another program that works the fields out itself shows the text that they came with."""
    content = (
        '<h1>Een</h1><h2 id="b">Twee</h2><h1 class="ongenummerd" id="c">Drie</h1>' + TABLE.format("") * 2
    ) + TABLE.format(' id="t"')
    see = "".join(f'<p>zie <a class="verwijzing" href="#{target}">x</a></p>' for target in "bct")
    file = tmp_path / "verwijzingen.docx"
    file.write_bytes(document(content + see))
    shown = pdf_text(to_pdf(file, tmp_path)).replace("\u00a0", " ")
    assert re.findall(r"zie (.*)", shown) == ["paragraaf 1.1", "Drie", "tabel 3"]


@pytest.mark.parametrize("name", ["molenkwartier", "stationsbuurt", "helmond"])
def test_sources_and_text_link_to_each_other(name: str) -> None:
    """Each number in the text leads to a study in the list; any other source is a tip that says where it belongs."""
    root = example_page(name)
    numbers = root.xpath("//a[starts-with(@href, '#bron-')]")
    assert all(link.text == f"[{link.get('href')[6:]}]" for link in numbers)
    entries = root.xpath("//p[starts-with(@id, 'bron-')]")
    assert [entry.get("id") for entry in entries] == [f"bron-{number}" for number in range(1, len(entries) + 1)]
    studies = {link.get("href")[1:] for link in numbers}
    assert studies
    assert studies < {entry.get("id") for entry in entries}
    for entry in entries:
        places = entry.xpath(".//a/@href")
        assert bool(places) != (entry.get("id") in studies)
        assert all(place.startswith("#principe-") and root.get_element_by_id(place[1:]) is not None for place in places)


def test_a_source_that_two_principles_share_is_listed_once() -> None:
    """One number for one source, with both places that name it."""
    root = example_page("molenkwartier")
    shared = [entry for entry in root.xpath("//p[starts-with(@id, 'bron-')]") if "Cialdini" in entry.text_content()]
    assert len(shared) == 1
    assert len(shared[0].xpath(".//a")) == 2


@pytest.mark.parametrize("name", ["molenkwartier", "stationsbuurt", "helmond"])
def test_what_is_named_in_a_table_links_to_its_place(name: str) -> None:
    """The title of a condition, intervention or principle that fills a cell is a link to its heading."""
    root = example_page(name)
    kinds = ("randvoorwaarde-", "interventie-", "principe-")
    headings = {
        " ".join(item.text_content().split()): f"#{item.get('id')}"
        for item in root.iter("h2", "h3")
        if (item.get("id") or "").startswith(kinds)
    }
    found = 0
    for cell in root.xpath("//*[self::td or self::th][not(ancestor::figure)]"):
        target = headings.get(" ".join(cell.text_content().split()))
        if target and not cell.xpath("preceding-sibling::*[1][self::th]/text()='Naam in het kader'"):
            assert [link.get("href") for link in cell.iter("a")] == [target], cell.text_content()
            found += 1
    assert found > 15


def test_a_plan_without_annexes_refers_to_none() -> None:
    """Where the annex with sources was not asked for, its numbers are no links and nothing points to it."""
    text = MINIMUM + "interventies: [{id: ila}]\nbijlagen: {bronnen: nee, startvragen: nee, open_punten: nee}\n"
    assert "#bron-" not in page(text)
    assert word(text)
