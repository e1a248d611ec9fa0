"""Remarks find their place: at the answer, at the block about it, or where the page keeps the rest."""

from __future__ import annotations

import pytest
from lxml import html

from generator.documents import Draft, make_document
from generator.page.remarks import attach
from generator.pipeline import find_house_style, make_page
from tests.support.documents import MINIMUM, checked, page

PAGE = """
<main>
<section data-blok="gegevens" data-groep="document *"><h1 id="gegevens">Gegevens</h1>
<p><span data-antwoord="document.periode.van">2026</span></p></section>
<section data-blok="wijk" data-groep="wijk"><h1 id="wijk">Wijk</h1>
<p><mark data-antwoord="wijk.beleving">[…]</mark> <mark data-antwoord="wijk.beleving">[…]</mark></p>
<ul><li data-antwoord="wijk.cijfers[1].bron">politie</li><li data-antwoord="wijk.cijfers[10].bron">GGD</li></ul>
</section>
<section data-blok="interventies.ila" data-groep="interventies[1]"><h2 id="ila">ILA</h2>
<p><span data-antwoord="interventies[1].doelgroep">jongeren</span></p></section>
<table><tr><td><a data-punt="wijk.beleving">a</a></td><td><a data-punt="risicos">b</a></td></tr></table>
</main>
"""


def place(key: str) -> str:
    """Return the text of the element where a remark about a key stands."""
    remark = f'<aside class="opmerkingen" hidden><div data-over="{key}"><p>x</p></div></aside>'
    body = html.document_fromstring(PAGE + remark).find("body")
    assert body is not None
    assert [remark.lines for remark in attach(body)] == [("x",)]
    assert body.find(".//aside") is None
    found = body.xpath("//*[@data-opmerking='0']")
    assert len(found) == 1
    return f"{found[0].tag} {found[0].text_content()}"


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("wijk.beleving", "mark […]"),
        ("wijk.cijfers[1].bron", "li politie"),
        ("wijk.cijfers[1]", "li politie"),
        ("wijk.cijfers[10]", "li GGD"),
        ("wijk.cijfers", "li politie"),
        ("wijk.naam", "h1 Wijk"),
        ("wijk", "h1 Wijk"),
        ("document.periode", "span 2026"),
        ("document.versie", "h1 Gegevens"),
        ("interventies[1].principes", "h2 ILA"),
        ("interventies[1].doelgroep", "span jongeren"),
        ("interventies[1].doel", "h2 ILA"),
        ("interventies[2]", "h1 Gegevens"),
        ("risicos", "span b"),
        ("", "h1 Gegevens"),
    ],
)
def test_a_remark_stands_at_the_nearest_place(key: str, expected: str) -> None:
    """The answer itself goes first, then its block, what is inside it, what is around it, its row, and the rest."""
    assert place(key) == expected


def test_remarks_about_one_place_all_stand_there() -> None:
    """No remark is lost when another has its place already."""
    box = "".join(f'<div data-over="wijk"><p>{number}</p></div>' for number in range(3))
    body = html.document_fromstring(f'{PAGE}<aside class="opmerkingen">{box}</aside>').find("body")
    assert body is not None
    assert len(attach(body)) == 3
    assert [item.get("data-opmerking") for item in body.xpath("//*[@data-opmerking]")] == ["0 1 2"]


def test_an_open_point_links_to_its_place_and_not_to_itself() -> None:
    """The link leads to the first placeholder; without a place the row is no link."""
    body = html.document_fromstring(PAGE).find("body")
    assert body is not None
    attach(body)
    first = next(body.iter("a"))
    target = body.xpath(f"//*[@id='{(first.get('href') or '').removeprefix('#')}']")
    assert target == [next(body.iter("mark"))]
    assert [row.tag for row in body.xpath("//*[@data-punt]")] == ["a", "span"]


def test_a_remark_says_what_to_do_why_and_where() -> None:
    """An open point gives the question, the reason and the key; advice says that it is advice."""
    boxes = html.document_fromstring(page(MINIMUM + "doelen: {lijst: [{id: D1, termijn: kort}]}\n")).xpath(
        "//div[@data-over]"
    )
    said = {box.get("data-over"): [line.text for line in box.iter("p")] for box in boxes}
    assert said["wijk.aanleiding"] == [
        "Nog in te vullen: de aanleiding van het plan.",
        "Waarom is dit plan nodig? Wat is er gebeurd en wat zie je in de wijk?",
        "Waarom is dit nodig? Gedeelde urgentie is de eerste randvoorwaarde van het kader.",
        "In te vullen in antwoorden.yaml, bij wijk.aanleiding.",
    ]
    assert said["doelen.lijst"][0].startswith("Aandachtspunt. ")


def test_the_web_page_has_no_remarks_but_its_open_points_are_links() -> None:
    """What is said beside the text is not for everybody; a link to an open place is."""
    made = make_document(Draft(page(MINIMUM), find_house_style(None)), "html").decode()
    assert "In te vullen in" not in made
    assert "data-titel" not in made
    found = html.document_fromstring(made)
    links = found.xpath("//section[h2='Open punten']//a[@href]")
    assert len(links) > 10
    assert all(found.xpath(f"//*[@id='{link.get('href')[1:]}']") for link in links)


@pytest.mark.parametrize(("status", "count"), [("concept", 1), ("vastgesteld", 0)])
def test_an_adopted_plan_has_no_remarks(status: str, count: int) -> None:
    """Whoever reads a plan that was adopted sees no advice to its makers."""
    found = make_page(checked(f"{MINIMUM}document: {{status: {status}}}\n"))
    assert found.count('class="opmerkingen"') == count
