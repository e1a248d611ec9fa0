"""The list of blocks that becomes a body: nothing is lost, pages turn where asked, a break goes to one place."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.word.text.body import (
    Block,
    ContentsHere,
    Kept,
    Markup,
    PageBreak,
    Paragraph,
    SectionEnd,
    in_cell,
    on_same_page,
    with_contents,
    with_page_breaks,
    with_sections,
    written,
)
from generator.word.text.marks import Reference, References, Target
from generator.word.xml import NAMESPACES, W, w
from tests.word.helpers import body, document, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

Chapter: TypeAlias = "tuple[bool, list[str]]"
"""Whether its pages lie, and its blocks: `h`, `p` or `t`."""
HEADINGS = frozenset({"Kop"})
CHAPTERS = st.lists(st.tuples(st.booleans(), st.lists(st.sampled_from("hpt"), min_size=1, max_size=4)), max_size=6)


def section(*, landscape: bool) -> etree._Element:
    """Return the properties of a section."""
    return etree.Element(w("sectPr"), {"lies": str(landscape)}, nsmap={"w": W})


def end(*, landscape: bool) -> SectionEnd:
    """Return the end of a section of pages that lie or stand."""
    found = section(landscape=landscape)
    return SectionEnd(found, Paragraph("", ("",), {"spacing": ""}, section=found), landscape)


def blocks_of(chapters: list[Chapter]) -> list[Block]:
    """Return the blocks of chapters, each block with its own number as its text."""
    result: list[Block] = []
    number = 0
    for lies, kinds in chapters:
        inside: list[Block] = []
        for kind in kinds:
            number += 1
            text = (f"<w:r><w:t>{number}</w:t></w:r>",)
            inside.append(Markup(text, is_table=True) if kind == "t" else Paragraph("Kop" * (kind == "h"), text))
        result += [end(landscape=False), *inside, end(landscape=True)] if lies else inside
    return result


def orientations(blocks: list[Block]) -> Iterator[tuple[str, bool]]:
    """Yield the number of each block, and whether its pages lie: as the next end of a section says; the last stand."""
    lies = False
    found = []
    for block in reversed(blocks):
        if isinstance(block, Paragraph) and block.section is not None:
            lies = block.section.get("lies") == "True"
        number = "".join(etree.fromstring(f'<x xmlns:w="{W}">{"".join(map(str, block.content))}</x>').itertext())
        found.append((number, lies))
    return ((number, lies) for number, lies in reversed(found) if number)


@given(CHAPTERS)
def test_pages_turn_where_they_were_asked_to(chapters: list[Chapter]) -> None:
    """Every block is there once and in order; what lies was asked to, or is a heading right before what lies."""
    settled = with_sections(blocks_of(chapters), HEADINGS)
    found = list(orientations(settled))
    asked = [(kind, lies) for lies, kinds in chapters for kind in kinds]
    assert [number for number, _ in found] == [str(number) for number in range(1, len(asked) + 1)]
    for index, ((kind, wanted), (_, lies)) in enumerate(zip(asked, found, strict=True)):
        after = next(((other, turned) for other, turned in asked[index:] if turned or other != "h"), ("p", False))
        assert lies == wanted or (lies and kind == "h" and after[1])
        before = next((other for other in reversed(asked[:index]) if other[0] != "h" or other[1]), None)
        assert lies or not (kind == "h" and after[1] and before in {("p", False), ("t", False)})


def test_a_heading_after_a_table_goes_along_and_leaves_the_end_in_a_line_of_its_own() -> None:
    """A heading alone at the foot of a page is worse than an empty line of a point high."""
    table, line, heading, *_ = with_sections(blocks_of([(False, ["t", "h"]), (True, ["t"])]), HEADINGS)
    assert isinstance(table, Markup)
    assert isinstance(line, Paragraph)
    assert line.section is not None
    assert isinstance(heading, Paragraph)
    assert (heading.style, heading.section) == ("Kop", None)


def test_a_section_does_not_end_inside_an_answer() -> None:
    """Right after the start of a content control there is nothing to end a section in: the heading holds it."""
    opened = Markup(("<w:sdt><w:sdtPr/><w:sdtContent>",))
    blocks = [opened, *blocks_of([(False, ["h"]), (True, ["t"])])]
    start, heading, *_ = with_sections(blocks, HEADINGS)
    assert start is opened
    assert isinstance(heading, Paragraph)
    assert heading.section is not None


@given(CHAPTERS)
def test_a_section_ends_in_the_text_where_it_can(chapters: list[Chapter]) -> None:
    """A line of its own for the end of a section stands at the start, after a table or after another such end."""
    settled = with_sections(blocks_of(chapters), HEADINGS)
    assert not any(isinstance(block, SectionEnd) for block in settled)
    for before, block in zip([None, *settled], settled, strict=False):
        if isinstance(block, Paragraph) and "spacing" in block.properties:
            assert before is None or isinstance(before, Markup) or before.section is not None


def test_a_section_of_the_plan_ends_in_a_paragraph_of_the_template() -> None:
    """What the template has right before the plan takes the end of its pages, however its paragraph is written."""
    own = etree.fromstring(f'<w:p xmlns:w="{W}" w:rsidR="00112233"><w:r><w:t>Vooraf</w:t></w:r></w:p>')
    settled = with_sections([Kept(own), *blocks_of([(True, ["p"])])], HEADINGS)
    first, *rest = etree.fromstring(
        f'<w:body xmlns:w="{W}">{written(settled, References(), NAMESPACES)}</w:body>'.replace("lies", "w:lies")
    )
    assert [item.tag for item in first] == [w("pPr"), w("r")]
    assert first.find(f"{w('pPr')}/{w('sectPr')}") is not None
    assert len(rest) == 1
    assert own.find(w("pPr")) is None


def test_a_paragraph_that_ends_a_section_of_the_template_keeps_it() -> None:
    """The end of the pages of the plan then has a line of its own, or the pages of the template would be lost."""
    own = etree.fromstring(f'<w:p xmlns:w="{W}"><w:pPr><w:sectPr/></w:pPr></w:p>')
    first, line, _, _, last = with_sections([Kept(own), *blocks_of([(True, ["p", "t"])])], HEADINGS)
    assert first == Kept(own)
    assert [isinstance(item, Paragraph) and "spacing" in item.properties for item in (line, last)] == [True, True]


@given(st.lists(st.sampled_from(["break", "text", "own", "table", "turn"]), max_size=8))
def test_a_page_break_goes_to_the_next_paragraph(kinds: list[str]) -> None:
    """It is in the first paragraph after it, unless that starts a page by its style or the pages turn first."""
    made = {
        "break": PageBreak(),
        "text": Paragraph("Tekst"),
        "own": Paragraph("Eigen"),
        "table": Markup(("x",), is_table=True),
        "turn": end(landscape=False),
    }
    found = with_page_breaks([made[kind] for kind in kinds], lambda style: style == "Eigen")
    assert len(found) == len(kinds) - kinds.count("break")
    texts = [block for block in found if isinstance(block, Paragraph)]
    due, wanted = False, []
    for kind in kinds:
        if kind in {"text", "own"}:
            wanted.append(due and kind == "text")
        due = kind == "break" or (due and kind == "table")
    assert ["pageBreakBefore" in block.properties for block in texts] == wanted


def test_a_heading_on_top_of_a_page_has_no_room_above_it() -> None:
    """A break or a section puts it at the same height as others; a style that starts a page knows best."""
    own = Paragraph("Eigen")
    found = with_page_breaks(
        [Paragraph("Kop"), PageBreak(), Paragraph("Kop"), end(landscape=True), Paragraph("Kop"), own, Paragraph("Kop")],
        lambda style: style == "Eigen",
        {"Kop", "Eigen"},
    )
    headings = [block for block in found if isinstance(block, Paragraph)]
    assert ["spacing" in block.properties for block in headings] == [False, True, True, False, False]


def test_only_the_first_annex_starts_a_page() -> None:
    """Short annexes run on."""
    root = body(document("<p>a</p><h1 class='bijlage'>Een</h1><p>b</p><h1 class='bijlage'>Twee</h1><p>c</p>"))
    breaks = [item.find(f"{w('pPr')}/{w('pageBreakBefore')}") is not None for item in root.findall(w("p"))]
    assert breaks == [False, True, False, False, False]


@pytest.mark.parametrize(("parts", "depth"), [(3, 2), (20, 2), (21, 1), (40, 1)])
def test_the_contents_stay_on_one_page(parts: int, depth: int) -> None:
    """Chapters alone are listed where their parts would not fit as well, also when Word makes the list anew."""
    chapters = "".join(f"<h1>K{number}</h1><h2>Een</h2><h2>Twee</h2>" for number in range(parts))
    root = body(document(f"<nav class='inhoud'><h1 class='ongenummerd inhoudskop'>Inhoud</h1></nav>{chapters}"))
    links = [item for item in root.iter(w("hyperlink")) if item.get(w("anchor"))]
    assert len(links) == (parts if depth == 1 else 3 * parts)
    assert f'\\o "1-{depth}"' in next("".join(item.itertext()) for item in root.iter(w("instrText")))


def test_a_page_break_before_a_list_is_in_its_first_item() -> None:
    """No list stays behind on the page before."""
    found = body(document("<p>Een</p><hr class='pagina'><ul><li>Twee</li><li>Drie</li></ul><p>Vier</p>"))
    breaks = [item.find(f"{w('pPr')}/{w('pageBreakBefore')}") is not None for item in found.findall(w("p"))]
    assert breaks == [False, True, False, False]


def test_only_the_first_paragraph_is_held_on_its_page() -> None:
    """The style of the first says that it starts a page; that of the second may do so."""
    first, second = on_same_page([Paragraph("Kop"), Paragraph("Kop")], lambda _: True)
    assert (first.properties, second.properties) == ({"pageBreakBefore": 'w:val="0"'}, {})
    assert on_same_page([Paragraph("Tekst")], lambda _: False) == [Paragraph("Tekst")]


def test_contents_come_in_their_place_and_references_show_the_number_of_their_target() -> None:
    """What is known only at the end stands where it was asked for, also inside the cells of a table."""
    references = References()
    asked = Reference("tabel_1", "de tabel")
    cell = in_cell([Paragraph("Cel", (asked,)), PageBreak(), Markup(("<w:tbl/>",), is_table=True)])
    whole = with_contents([ContentsHere(), Markup(cell)], [Paragraph("Inhoud")])
    references.note("tabel_1", Target("tabel", "7", "Acties"))
    text = written(whole, references, NAMESPACES)
    assert text.startswith('<w:p><w:pPr><w:pStyle w:val="Inhoud"/></w:pPr></w:p><w:p><w:pPr><w:pStyle w:val="Cel"/>')
    assert "REF tabel_1" in text
    assert ">7<" in text
    assert text.endswith("<w:tbl/>")


def test_a_table_is_followed_by_its_own_kind_of_paragraph_at_any_depth() -> None:
    """The paragraph after a table has room above it, also where the one or the other stands in a section."""
    table = "<table><caption>T</caption><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>"
    after = paragraphs(document(f"{table}<p>x</p>"))[-1][0]
    usual = paragraphs(document("<p>x</p>"))[-1][0]
    assert after != usual
    for content in (f"<section>{table}</section><p>x</p>", f"{table}<section><p></p><p>x</p></section>"):
        assert paragraphs(document(content))[-1] == (after, "x")
    for content in (f"{table}<h2>k</h2><p>x</p>", f"{table}<ul><li>k</li></ul><p>x</p>", f"{table}<p>k</p><p>x</p>"):
        assert paragraphs(document(content))[-1] == (usual, "x")


def test_a_line_that_leads_on_stays_with_what_it_introduces() -> None:
    """A paragraph that ends in a colon never stands alone at the foot of a page; any other may."""
    found = body(document("<p>De visie is:</p><div><p>Een mooie wijk.</p></div><p>Tot slot:</p>"))
    assert [item.find(f"{w('pPr')}/{w('keepNext')}") is not None for item in found.iter(w("p"))] == [True, False, False]
