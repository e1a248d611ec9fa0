"""Content controls: unique, of the right kind, and readable wherever the answer stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree, html

from tests.support.documents import page, word
from tests.support.tools import pdf_text, saved_by_office, to_pdf, validate
from tests.word.helpers import body, document, text_of

if TYPE_CHECKING:
    from pathlib import Path

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def tags(content: str) -> list[str]:
    """Return the tag of each control in a document with this content, in order."""
    return [item.get(f"{W}val", "") for item in body(document(content)).iter(f"{W}tag")]


def table(cell: str) -> str:
    """Return a table with one cell."""
    return (
        f"<table><caption>T</caption><thead><tr><th>k</th></tr></thead><tbody><tr><td>{cell}</td></tr></tbody></table>"
    )


def test_paragraphs_of_a_cell_each_have_a_control() -> None:
    """A cell ends in a paragraph, so an answer there is not one block; its parts are told apart by ~2."""
    content = table('<div data-antwoord="a"><p>een</p><p>twee</p><ul><li>drie</li></ul></div>')
    assert tags(content) == ["a", "a~2", "a~3"]
    assert tags(content + content) == ["a", "a~2", "a~3", "a#2", "a#2~2", "a#2~3"]


def test_a_long_key_is_cut_off_and_stays_apart() -> None:
    """Word takes tags of 64 signs: longer keys end in a digest."""
    keys = [f"interventies[1].{'x' * 60}{number}" for number in (1, 2)]
    found = tags(
        "".join(f'<p><span data-antwoord="{key}">a</span><span data-antwoord="{key}">a</span></p>' for key in keys)
    )
    assert len(set(found)) == 4
    assert max(map(len, found)) <= 64


def test_the_same_page_gives_the_same_ids() -> None:
    """Ids come from the tag: another answer before it changes nothing."""
    short = '<p><span data-antwoord="a">a</span></p>'
    ids = [
        [item.get(f"{W}val") for item in body(document(content)).iterfind(f".//{W}sdtPr/{W}id")]
        for content in (short, '<p><span data-antwoord="b">b</span></p>' + short)
    ]
    assert ids[0][0] == ids[1][1]


def test_an_answer_without_text_has_no_control() -> None:
    """An empty control would show Word's own prompt in the middle of the plan."""
    content = '<p>x <span data-antwoord="a"> </span></p><div data-antwoord="b"><p></p></div>' + table(
        '<div data-antwoord="c"></div>'
    )
    assert tags(content) == []


def test_looks_inside_an_answer_stay() -> None:
    """Bold text inside an answer is inside its control, which is then not for plain text alone."""
    root = body(document('<p><span data-antwoord="a">een <strong>twee</strong></span></p>'))
    control = next(root.iter(f"{W}sdt"))
    assert text_of(control) == "een twee"
    assert control.find(f"{W}sdtPr/{W}text") is None


@pytest.mark.parametrize(
    ("content", "controlled", "linked"),
    [
        ('<span data-antwoord="a">een <a href="https://x.nl">twee</a> drie</span>', ["een twee drie"], ["twee"]),
        (
            '<span data-antwoord="a"><a href="https://x.nl">een</a> <a href="#b">twee</a></span>',
            ["een twee"],
            ["een", "twee"],
        ),
        ('<a href="#b"><span data-antwoord="a">een</span></a>, twee', ["een"], ["een"]),
        ('<mark class="open" data-antwoord="a">een <a href="#b">twee</a></mark>', ["een twee"], ["twee"]),
    ],
)
@pytest.mark.parametrize("around", ["<p>{}</p>", table("{}"), table("<ul><li>{}</li></ul>")], ids=["p", "td", "li"])
def test_a_link_stands_in_the_control_of_its_answer(
    content: str, controlled: list[str], linked: list[str], around: str
) -> None:
    """The whole answer can be read back, also where part of it is a link or where it stands in one."""
    root = body(document(f'<h1 id="b">B</h1>{around.format(content)}'))
    assert [text_of(control) for control in root.iter(f"{W}sdt")] == controlled
    links = list(root.iter(f"{W}hyperlink"))
    assert [text_of(link) for link in links] == linked
    assert all(next(link.iterancestors(f"{W}sdt"), None) is not None for link in links)
    assert text_of(list(root.iter(f"{W}p"))[-1]) == html.fromstring(f"<p>{content}</p>").text_content()


def test_a_choice_in_a_link_can_be_read_back() -> None:
    """A control with a list to choose from is for text alone: in a link the answer has a control without one."""
    tied = 'data-antwoord="a" data-invoer="keuze" data-keuzes="x=een"'
    root = body(document(f'<h1 id="b">B</h1><p><a href="#b"><span {tied}>een</span></a></p>'))
    (control,) = root.iter(f"{W}sdt")
    assert text_of(control) == "een"
    assert control.find(f"{W}sdtPr/{W}dropDownList") is None


TOUCHING = (
    '<p><span data-antwoord="a">een</span><span data-antwoord="b"><strong>twee</strong></span>drie</p>'
    '<p><span data-antwoord="c">een <a href="#b">twee</a></span><span data-antwoord="d">drie</span></p>'
    '<p><a href="#b">een <span data-antwoord="e">twee</span> drie</a></p>'
    '<p><time data-antwoord="f" data-invoer="datum" datetime="2026-02-16">16 februari 2026</time>'
    '<input type="checkbox" data-antwoord="g"><span data-antwoord="h">een</span></p>'
)


def test_what_touches_a_control_is_kept_apart_by_nothing_that_shows() -> None:
    """Between two controls, or a control and a link, stands a space without width, and nowhere else."""
    shown = [text_of(item) for item in body(document(f'<h1 id="b">B</h1>{TOUCHING}')).iter(f"{W}p")][1:]
    assert [text.replace("\u200b", "|") for text in shown] == [
        "een|tweedrie",
        "een twee|drie",
        "een |twee| drie",
        "16\u00a0februari 2026|☐|een",
    ]


@pytest.mark.office
def test_libreoffice_saves_controls_and_links_as_they_are(tmp_path: Path) -> None:
    """What it writes is XML, with every word in its place, whatever stands beside a control."""
    file = tmp_path / "controls.docx"
    linked = '<p>x <span data-antwoord="l">een <a href="https://x.nl">twee</a> <em>drie</em></span> y</p>'
    file.write_bytes(document(f'<h1 id="b">B</h1>{TOUCHING}{linked}'))
    saved = body(saved_by_office(file, tmp_path / "saved"))
    assert text_of(saved) == text_of(body(file.read_bytes()))


def test_every_answer_on_the_page_has_a_title() -> None:
    """No control in a plan shows a key as its title."""
    text = "gemeente: {naam: E}\nwijk: {naam: M, aanleiding: x}\ninterventies: [{id: ila, eigenaar: y}]\n"
    root = etree.HTML(page(text))
    elements = root.xpath("//*[@data-antwoord]")
    assert len(elements) > 60
    for element in elements:
        title = element.get("data-titel")
        assert title
        assert not set(title) & set("._[]"), title


def every_kind(folder: Path) -> Path:
    """Return a document with controls in sentences, cells, lists, links and headings."""
    content = (
        '<h1 id="k">Kop <span class="status deels" data-antwoord="s" data-invoer="keuze" data-keuzes="a=deels|b=niet">'
        'deels</span></h1><p>zin <span data-antwoord="p">antwoordzin</span>, <time data-antwoord="d" '
        'data-invoer="datum" datetime="2026-02-16">16 februari 2026</time>, '
        '<mark class="open" data-antwoord="m">[invulplek]</mark>, '
        '<mark class="open" data-antwoord="n" data-invoer="datum">[datumplek]</mark>, '
        '<a href="#k"><span data-antwoord="l">linkantwoord</span></a></p>'
        '<div data-antwoord="r"><p>tekst <strong>een</strong></p><ul><li>puntje</li></ul><ol><li>nummer</li></ol></div>'
        '<ul><li data-antwoord="i">lijstantwoord</li></ul>'
        + table('<div data-antwoord="c"><p>celalinea</p><p>celvervolg</p></div>')
    )
    file = folder / "controls.docx"
    file.write_bytes(document(content))
    return file


@pytest.mark.sdk
def test_every_kind_of_control_passes_the_sdk(tmp_path: Path) -> None:
    """Controls are valid wherever they stand."""
    file = every_kind(tmp_path)
    assert validate([file]) == {file: []}


@pytest.mark.office
@pytest.mark.poppler
def test_every_kind_of_control_shows_in_libreoffice(tmp_path: Path) -> None:
    """Nothing of the text in a control is hidden, and nothing shows twice."""
    shown = pdf_text(to_pdf(every_kind(tmp_path), tmp_path))
    words = "deels antwoordzin februari [invulplek] [datumplek] linkantwoord tekst puntje nummer lijstantwoord"
    for word_ in (*words.split(), "celalinea", "celvervolg"):
        assert shown.count(word_) == 1, word_


def test_status_and_requirement_can_be_chosen_in_word() -> None:
    """How a condition stands is a list to choose from, with the four words of the plan."""
    text = "gemeente: {naam: E}\nwijk: {naam: M}\nrandvoorwaarden: {urgentiebesef: {status: deels, eisen: {1: niet}}}\n"
    found = {}
    for control in body(word(text)).iter(f"{W}sdt"):
        items = control.findall(f"{W}sdtPr/{W}dropDownList/{W}listItem")
        tag = control.find(f"{W}sdtPr/{W}tag")
        if items and tag is not None:
            found[tag.get(f"{W}val")] = (text_of(control), [item.get(f"{W}displayText") for item in items])
    words = ["op orde", "deels op orde", "niet op orde", "nog onbekend"]
    assert found["randvoorwaarden.urgentiebesef.status"] == ("deels op orde", words)
    assert found["randvoorwaarden.urgentiebesef.eisen.1#2"] == ("niet op orde", words)
