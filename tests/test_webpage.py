"""The web page: everything that is in the plan, in one file that works for everybody and needs no internet."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from generator.web import webpage
from tests.conftest import EXAMPLES
from tests.support import documents
from tests.support.documents import MINIMUM, ROOT, paragraphs

if TYPE_CHECKING:
    from lxml.html import HtmlElement

NAMES = (*EXAMPLES, "kleinste")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def answers(name: str) -> str:
    """Return the answers of an example, or the fewest that give a plan."""
    if name == "kleinste":
        return MINIMUM
    return (ROOT / "examples" / name / "antwoorden.yaml").read_text(encoding="utf-8")


@cache
def written(name: str) -> bytes:
    """Return the web page of an example."""
    return documents.web(answers(name))


@cache
def tree(name: str) -> HtmlElement:
    """Return the tree of the web page of an example."""
    return html.document_fromstring(written(name).decode("utf-8"))


def text_of(element: HtmlElement) -> str:
    """Return the text in an element, on one line."""
    return " ".join(str(element.text_content()).split())


@pytest.mark.parametrize("name", NAMES)
def test_the_page_has_a_language_a_title_and_its_landmarks(name: str) -> None:
    """Who listens to the page knows its language, its name and its parts, and can go straight to the text."""
    root = tree(name)
    assert written(name).startswith(b"<!DOCTYPE html>")
    assert root.get("lang") == "nl"
    assert text_of(root.find(".//title")).startswith("Plan van aanpak")
    assert [len(list(root.iter(mark))) for mark in ("header", "nav", "main", "footer")] == [1, 1, 1, 1]
    assert all(text_of(item) for item in root.iter("header", "nav", "main", "footer"))
    first = next(root.iter("a"))
    assert root.get_element_by_id(first.get("href")[1:]).tag == "main"


@pytest.mark.parametrize("name", NAMES)
def test_there_is_one_h1_and_no_skipped_level(name: str) -> None:
    """The title is the only `h1`; below it no heading is more than one level deeper than the one before."""
    headings = list(tree(name).iter("h1", "h2", "h3", "h4", "h5", "h6"))
    levels = [int(str(item.tag)[1]) for item in headings]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    assert all(text_of(item) for item in headings)


@given(st.lists(st.integers(1, 6), min_size=1, max_size=12), st.booleans())
def test_whatever_the_headings_none_skips_a_level(levels: list[int], has_cover: bool) -> None:
    """A heading that stands too deep is raised to the level below the one it stands under; no other changes."""
    cover = '<header class="voorblad"><p class="titel">T</p></header>' if has_cover else ""
    content = "".join(f"<h{level}>{number}</h{level}>" for number, level in enumerate(levels))
    page = f"<html lang='nl'><head><title>T</title></head><body>{cover}<main>{content}</main></body></html>"
    root = html.document_fromstring(webpage.write(page).decode("utf-8"))
    asked = [1, *(min(level + 1, 6) for level in levels)] if has_cover else levels
    shown = [int(item.tag[1]) for item in root.iter(*HEADINGS)]
    open_levels: list[int] = []
    for level, got in zip(asked, shown, strict=True):
        open_levels = [*(higher for higher in open_levels if higher < level), level]
        assert got == len(open_levels)


@pytest.mark.parametrize("name", NAMES)
def test_every_table_has_a_caption_and_headers_that_say_what_they_head(name: str) -> None:
    """A table has a name, header cells with a scope, and a region that scrolls by keyboard under that name.

    What is a picture, such as a storey of the house, never scrolls: it is as wide as the page.
    """
    for table in tree(name).iter("table"):
        caption = text_of(table.find("caption"))
        assert caption
        assert table.find("thead") is not None
        assert all(cell.get("scope") in {"col", "colgroup", "row"} and text_of(cell) for cell in table.iter("th"))
        region = table.getparent()
        assert region is not None
        if table.get("class") in {"huis", "veld", "niveaus"}:
            assert region.tag == "figure"
            continue
        wanted = {"class": "tabel", "role": "region", "aria-label": caption}
        assert {key: value for key, value in region.attrib.items() if key != "tabindex"} == wanted


def test_only_a_table_that_can_scroll_stops_the_tab_key() -> None:
    """A table of few columns has no stop of its own, and gives each cell the name of its column for a phone."""
    regions = {text_of(item.find(".//caption")): item for item in tree("molenkwartier").find_class("tabel")}
    stops = [item for item in regions.values() if item.get("tabindex") == "0"]
    assert 0 < len(stops) < len(regions) / 2
    for region in regions.values():
        cells = [cell for row in region.iterfind(".//tbody/tr") for cell in row.iterchildren("td")]
        if region.get("tabindex") is None:
            assert all(cell.get("data-kop") for cell in cells)


@pytest.mark.parametrize("name", NAMES)
def test_every_control_has_a_name_and_promises_nothing(name: str) -> None:
    """A checkbox says what it is about, and cannot be ticked where nobody would keep it."""
    boxes = list(tree(name).iter("input", "select", "textarea", "button"))
    assert all(box.get("aria-label") and box.get("disabled") for box in boxes)


@pytest.mark.parametrize("name", NAMES)
def test_every_id_is_there_once_and_every_link_arrives(name: str) -> None:
    """Links within the page lead to one place that is there; links have a text; other links go to a website."""
    ids = [item.get("id") for item in tree(name).iter() if item.get("id")]
    assert len(ids) == len(set(ids))
    for link in tree(name).iter("a"):
        address = link.get("href", "")
        assert text_of(link)
        assert address[1:] in ids if address.startswith("#") else address.startswith(("https://", "http://", "mailto:"))
    for item in tree(name).iter():
        for reference in ("aria-labelledby", "aria-describedby", "for"):
            assert set((item.get(reference) or "").split()) <= set(ids)


@pytest.mark.parametrize("name", NAMES)
def test_the_contents_lead_to_every_chapter(name: str) -> None:
    """Every heading of the first two levels below the title is in the contents, in order.

    The contents stand beside the text, before it; at the end of the text a link leads back to them.
    """
    navigation = next(tree(name).iter("nav"))
    assert navigation.getnext().tag == "main"
    (back,) = tree(name).find_class("terug")
    assert tree(name).get_element_by_id(back.get("href")[1:]).getparent() is navigation
    shown = [(link.get("href", "")[1:], text_of(link)) for link in navigation.iter("a")]
    headings = [item for item in tree(name).iter("h2", "h3") if item.getparent() is not navigation]
    assert shown == [(item.get("id"), text_of(item)) for item in headings]


@pytest.mark.parametrize("name", NAMES)
def test_the_page_asks_nothing_of_the_internet(name: str) -> None:
    """No script, no picture, font or style from elsewhere: the page is one file, and tells nobody that it is read."""
    root = tree(name)
    assert not list(root.iter("script", "link", "iframe", "object", "embed", "base", "form", "video", "audio"))
    assert not [item for item in root.iter() if {"srcset", "background", "action"} & set(item.attrib)]
    sources = [item for item in root.iter() if item.get("src")]
    assert all(item.tag == "img" and item.get("src", "").startswith("data:image/png;base64,") for item in sources)
    assert not [key for item in root.iter() for key in item.attrib if str(key).startswith("on")]
    style = "".join(text_of(item) for item in root.iter("style"))
    inline = " ".join(item.get("style") or "" for item in root.iter())
    assert style
    assert not re.search(r"@import|url\(|@font-face|expression\(|https?:", style + inline)


@pytest.mark.parametrize("name", NAMES)
def test_the_page_says_what_the_word_document_says(name: str) -> None:
    """Every paragraph of the Word document is on the page, but for numbers and contents, which each makes itself.

    Where Word refers by number, the page refers by name.
    """
    root = html.document_fromstring(written(name).decode("utf-8"))
    for own in list(root.iter("nav")):
        own.drop_tree()
    shown = _letters(" ".join(str(root.text_content()).split()))
    for style, text in paragraphs(documents.word(answers(name))):
        if not style.startswith(("TOC", "Inhopg")):
            for part in re.split(r"^(?:Tabel|Figuur) \d+\. |(?:hoofdstuk|paragraaf|tabel|figuur)\u00a0[\d.]*\d", text):
                assert _letters(part) in shown, (style, part)


def _letters(text: str) -> str:
    return re.sub(r"[\s☐☒☑]+", "", text)


@pytest.mark.parametrize("name", NAMES)
def test_the_seal_breaks_when_anything_changes(name: str) -> None:
    """A page is ours until one letter is another, one is added, or the seal itself is another."""
    page = written(name)
    assert webpage.is_untouched(page)
    assert not webpage.is_untouched(page.replace(b"Plan van aanpak", b"Plan van Aanpak", 1))
    assert not webpage.is_untouched(page + b"\n")
    assert not webpage.is_untouched(re.sub(rb'(wijkplan-zegel" content=")\w{4}', rb"\g<1>ffff", page))
    assert not webpage.is_untouched(b"<!DOCTYPE html><p>Een andere pagina")
    assert not webpage.is_untouched(b"")


def test_a_seal_in_an_answer_is_no_seal() -> None:
    """An answer that looks like a seal, or that holds 64 zeros, leaves the page whole and ours."""
    for trap in ("0" * 64, f'<meta name="wijkplan-zegel" content="{"0" * 64}">'):
        page = webpage.write(documents.page(f"gemeente: {{naam: '{trap}'}}\nwijk: {{naam: M}}\n"))
        assert webpage.is_untouched(page)
        assert trap in str(html.document_fromstring(page.decode("utf-8")).text_content())


def test_a_card_says_what_each_cell_is_once() -> None:
    """A row that has no head of its own begins with the name of its column, without a colon that comes twice."""
    table = (
        "<table><thead><tr><th>Het college besluit:</th><th>Wie</th></tr></thead><tbody><tr><td>a</td><td>b</td></tr>"
    )
    page = f"<html lang='nl'><head><title>T</title></head><body><main>{table}</tbody></table></main></body></html>"
    root = html.document_fromstring(webpage.write(page).decode())
    assert [cell.get("data-kop") for cell in root.iter("td")] == ["Het college besluit", "Wie"]


def test_no_line_ends_inside_an_amount_or_a_day_however_it_was_typed() -> None:
    """A plain space that somebody typed there is one that does not break, as in the Word document."""
    typed = "Dat kost € 60.000 op 3 maart 2026, met **€ 500** in art. 13b en 3,5 miljoen mensen; € veel in mei 5 keer."
    page = documents.page(f"gemeente: {{naam: Elzenbeek}}\nwijk: {{naam: Molenkwartier, aanleiding: '{typed}'}}\n")
    shown = str(html.fromstring(webpage.write(page)).text_content())
    for words in ("€~60.000 op 3~maart 2026,", "met €~500 in art.~13b en 3,5~miljoen mensen; € veel in mei 5 keer."):
        assert words.replace("~", "\u00a0") in shown


def test_the_page_is_the_same_every_time() -> None:
    """The same page in gives the same bytes out."""
    page = documents.page(MINIMUM)
    assert webpage.write(page) == webpage.write(page)


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_page_break_of_paper_is_not_on_the_screen(name: str) -> None:
    """The line that starts a new page in Word is left out of the web page."""
    answers = (ROOT / "examples" / name / "antwoorden.yaml").read_text(encoding="utf-8")
    page = documents.page(answers).replace("</main>", '<hr class="pagina"><p>Later.</p></main>')
    assert '<hr class="pagina">' in page
    assert "<hr" not in webpage.write(page, documents.checked(answers).afbeeldingen).decode()
