"""Comments in the Word document: their text, their place, and none where none are wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree
from pypdf import PdfReader

from generator import pdf
from generator.office import convert
from generator.resources import neutral_house_style
from generator.word.assembly import write
from generator.word.package.archive import package
from tests.support.cli import run
from tests.support.documents import MINIMUM, ROOT, checked, word
from tests.support.templates import build
from tests.support.tools import office, validate
from tests.word.frame.helpers import CONTENTS, HEADING, TITLE, p, section
from tests.word.helpers import body, document, page, parts, text_of

if TYPE_CHECKING:
    from pathlib import Path

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
REMARK = (
    '<aside class="opmerkingen" hidden><div data-over="a"><p>Vul <b>a</b> &amp; b in.</p><p>Waar?</p></div></aside>'
)


def test_a_comment_holds_every_line_of_its_remark() -> None:
    """Each line is a paragraph, whatever signs are in it, and the comment names no style."""
    comments = etree.fromstring(
        parts(document(f'<section data-blok="a"><h1>Kop</h1></section>{REMARK}'))["word/comments.xml"]
    )
    assert [[text_of(line) for line in item] for item in comments] == [["Vul a & b in.", "Waar?"]]
    assert comments.find(f".//{W}pStyle") is None
    assert comments[0].get(f"{W}initials") == "wp"


def test_a_comment_has_the_date_of_the_document_or_none() -> None:
    """The clock says nothing: the date is an answer."""
    plain = page(f"<h1>Kop</h1>{REMARK}")
    dated = plain.replace("</head>", "<meta name='datum' content='2026-02-16'></head>")
    moments = []
    for text in (plain, dated):
        made = write(text, neutral_house_style() / "huisstijl.docx")
        comment = etree.fromstring(parts(made)["word/comments.xml"])[0]
        moments.append(comment.get(f"{W}date"))
    assert moments == [None, "2026-02-16T00:00:00Z"]


def test_one_comment_about_several_paragraphs_stands_once() -> None:
    """An answer of many paragraphs, in a cell or beside the text, has its comment at the first."""
    answer = '<div data-antwoord="a"><p>een</p><ul><li>twee</li></ul></div>'
    table = "<table><caption>T</caption><thead><tr><th>k</th></tr></thead><tbody><tr><td>%s</td></tr></tbody></table>"
    for content in (answer, table % answer):
        root = body(document(content + REMARK))
        starts = list(root.iter(f"{W}commentRangeStart"))
        assert len(starts) == len(list(root.iter(f"{W}commentReference"))) == 1
        assert text_of(next(starts[0].iterancestors(f"{W}p"))) == "een"


def test_without_remarks_there_is_no_part_for_comments() -> None:
    """A document without comments has no trace of them."""
    assert not any("comments" in name for name in parts(document("<h1>Kop</h1>")))
    assert b"comments" not in parts(document("<h1>Kop</h1>"))["word/_rels/document.xml.rels"]


def test_comments_of_the_house_style_are_gone(tmp_path: Path) -> None:
    """What the maker of the house style wrote beside its text is not beside the plan."""
    with_comments = tmp_path / "huisstijl.docx"
    with_comments.write_bytes(word(MINIMUM))
    assert b"wijk.aanleiding" in parts(with_comments.read_bytes())["word/comments.xml"]
    empty = parts(write(page("<h1>Kop</h1>"), with_comments))
    assert not any("comments" in name for name in empty)
    renewed = write(page(f"<h1>Kop</h1>{REMARK}"), with_comments)
    assert b"wijk.aanleiding" not in parts(renewed)["word/comments.xml"]


@pytest.mark.sdk
def test_a_plan_in_a_house_style_with_comments_is_valid(tmp_path: Path) -> None:
    """Comments that replace those of the house style leave no fault that the Open XML SDK sees."""
    with_comments, file = tmp_path / "huisstijl.docx", tmp_path / "nieuw.docx"
    with_comments.write_bytes(word(MINIMUM))
    file.write_bytes(write(page(f"<h1>Kop</h1>{REMARK}"), with_comments))
    assert validate([file]) == {file: []}


@pytest.mark.slow
def test_the_command_line_leaves_comments_out_on_request(tmp_path: Path) -> None:
    """With --zonder-opmerkingen the plan is the same text without one comment."""
    (tmp_path / "antwoorden.yaml").write_text(MINIMUM, encoding="utf-8")
    run("genereer", "antwoorden.yaml", "-o", "met.docx", cwd=tmp_path)
    run("genereer", "antwoorden.yaml", "-o", "zonder.docx", "--zonder-opmerkingen", cwd=tmp_path)
    having, without = ((tmp_path / f"{name}.docx").read_bytes() for name in ("met", "zonder"))
    assert "word/comments.xml" in parts(having)
    assert "word/comments.xml" not in parts(without)
    assert next(body(without).iter(f"{W}commentReference"), None) is None
    assert text_of(body(having)) == text_of(body(without))


@pytest.mark.office
def test_comments_stay_out_of_the_pdf(tmp_path: Path) -> None:
    """A PDF is for readers: it has links and no notes of wijkplan."""
    (tmp_path / "antwoorden.yaml").write_text(MINIMUM, encoding="utf-8")
    run("genereer", "antwoorden.yaml", "-o", "plan.pdf", cwd=tmp_path)
    annotations = [
        item.get_object() for page_ in PdfReader(tmp_path / "plan.pdf").pages for item in page_.annotations or ()
    ]
    assert {item["/Subtype"] for item in annotations} == {"/Link"}


@pytest.mark.office
def test_a_long_answer_with_a_comment_stands_whole_in_the_pdf(tmp_path: Path) -> None:
    """LibreOffice drops the first paragraph of such an answer where the sign of the comment is the last thing in it."""
    answer = '<div data-antwoord="a"><p>Bewoners weten het eerst.</p><p>Daarom doen zij mee.</p></div>'
    (tmp_path / "plan.pdf").write_bytes(convert(document(f"<h1>Kop</h1>{answer}{REMARK}"), office(), pdf.FORM))
    found = " ".join(reader_page.extract_text() for reader_page in PdfReader(tmp_path / "plan.pdf").pages)
    assert [line for line in ("Bewoners weten het eerst.", "Daarom doen zij mee.") if line not in found] == []


@pytest.mark.sdk
def test_a_comment_that_leads_nowhere_is_seen_by_the_sdk(tmp_path: Path) -> None:
    """The validator looks at comments too: a reference to one that is not there is an error."""
    content = parts(document(f"<h1>Kop</h1>{REMARK}"))
    emptied = content["word/comments.xml"].replace(b'w:id="0"', b'w:id="niks"')
    broken = tmp_path / "kapot.docx"
    broken.write_bytes(package({**content, "word/comments.xml": emptied}))
    assert validate([broken])[broken]


@pytest.mark.parametrize("name", ["molenkwartier", "stationsbuurt", "helmond"])
def test_a_cover_of_the_house_style_costs_no_comment(name: str, tmp_path: Path) -> None:
    """Where the template has its own cover and contents, what has no place there is told at another place."""
    front = p("Plan", "Titel") + p("Gemeente Duinrade") + f"<w:p><w:pPr>{section()}</w:pPr></w:p>"
    template = build(body=front + CONTENTS + p("{{ inhoud }}"), more_styles=HEADING + TITLE)
    (tmp_path / "huis.docx").write_bytes(template)
    text = (ROOT / "examples" / name / "antwoorden.yaml").read_text(encoding="utf-8")
    made = word(text, tmp_path / "huis.docx")
    cover, behind = text_of(body(made)).split("Gemeente DuinradeSamenvatting", 1)
    assert cover.startswith("Plan van aanpak ondermijning")
    assert "DocumentgegevensTabel" in behind
    found = checked(text)
    comments = etree.fromstring(parts(made)["word/comments.xml"])
    assert len(comments) == len(found.open) + len(found.aandacht)
    anchored = [item.get(f"{W}id") for item in body(made).iter(f"{W}commentReference")]
    assert sorted(anchored, key=int) == [item.get(f"{W}id") for item in comments]
