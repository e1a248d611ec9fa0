"""The PDF and the page numbers: what PDF/UA asks, true numbers, several formats in one call, nothing lost."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

import page as page_validation
import pytest
from lxml import etree
from pypdf import PdfReader

from generator import pdf
from generator.documents import Draft, Output, lay_out, make_documents
from generator.housestyle import HouseStyleFiles, built_in_styles
from generator.office import convert
from generator.pipeline import find_house_style, make_page
from generator.problems import ProblemsError
from generator.word.assembly import write_whole
from generator.word.opened_house_style import open_word_file
from generator.word.package.archive import package
from tests.conftest import EXAMPLES
from tests.support.cli import run
from tests.support.documents import MINIMUM, ROOT, W, body, checked, example, page, paragraphs, parts, text_of, word
from tests.support.templates import SECTION, build
from tests.support.tools import office, pdf_text, validate

OTHER_STYLES = tuple(path for name, path in built_in_styles().items() if name != "neutraal")
ALLOWED = {
    "ORD-001": "LibreOffice paints the pieces of a line with links by look; the tags are in the order of reading",
    "PAG-001": "LibreOffice repeats the header row of a table on the next page as content; the rule also takes the"
    " equal header rows of several tables for a running header",
    "TBL-014": "a box with a line all around is a paragraph with a border, not a table",
    "TBL-012": "most cells of a planning are empty: that nothing runs then is what they say",
    "LNK-010": "an address that somebody typed as text stays text, in Word and on the web page as well",
    "TAG-020": "LibreOffice tags the paragraph in an empty cell of the timeline, which has nothing to read",
}
"""What `outloud` may find, with the reason why we cannot mend it."""
_FOLDER = tempfile.TemporaryDirectory(prefix="wijkplan-tests-")


@cache
def made(name: str, section: str = "") -> dict[str, bytes]:
    """Return an example in Word and as PDF, with page numbers; `section` goes into the page of the house style."""
    answers = (ROOT / "examples" / name / "antwoorden.yaml").read_text(encoding="utf-8")
    output = Output(("docx", "pdf"), paginanummers=True)
    return make_documents(Draft(page(answers), _house_style(section), checked(answers)), output).files


def _house_style(section: str) -> HouseStyleFiles:
    neutral = find_house_style(None)
    if not section:
        return neutral
    file = Path(_FOLDER.name) / f"{re.sub(r'[^a-z0-9]', '', section.lower())}.docx"
    content = parts(neutral.word.read_bytes())
    changed = content["word/document.xml"].replace(b"<w:cols ", section.encode() + b"<w:cols ")
    file.write_bytes(package({**content, "word/document.xml": changed}))
    return HouseStyleFiles(file, ())


def reader(document: bytes) -> PdfReader:
    """Return an opened PDF."""
    return PdfReader(io.BytesIO(document))


@cache
def styled(name: str, style: Path) -> dict[str, bytes]:
    """Return an example in another house style, in Word and as PDF."""
    answers = checked((ROOT / "examples" / name / "antwoorden.yaml").read_text(encoding="utf-8"))
    house_style = find_house_style(style)
    draft = Draft(make_page(answers, house_style), house_style, answers)
    return make_documents(draft, Output(("docx", "pdf"), paginanummers=True)).files


# What PDF/UA asks


@pytest.mark.office
@pytest.mark.parametrize("name", EXAMPLES)
def test_the_pdf_passes_pdf_ua(name: str) -> None:
    """`page-validation` finds nothing against PDF/UA-1."""
    report = page_validation.validate_pdf_bytes(made(name)["pdf"], profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.is_compliant


@pytest.mark.office
@pytest.mark.parametrize("name", EXAMPLES)
def test_the_pdf_passes_outloud(name: str, tmp_path: Path) -> None:
    """`outloud` finds no error, and warns of nothing but what is written down above."""
    (tmp_path / "plan.pdf").write_bytes(made(name)["pdf"])
    found = _outloud(tmp_path / "plan.pdf")
    assert [item for item in found if item["severity"] == "error"] == []
    assert {finding["rule"] for finding in found if finding["severity"] == "warning"} <= ALLOWED.keys()


@pytest.mark.office
@pytest.mark.parametrize("style", OTHER_STYLES, ids=lambda path: path.name)
@pytest.mark.parametrize("name", EXAMPLES)
def test_the_pdf_in_another_house_style_passes_both(name: str, style: Path, tmp_path: Path) -> None:
    """Covers, text boxes, charts and boxes of other house styles can be read aloud too."""
    (tmp_path / "plan.pdf").write_bytes(styled(name, style)["pdf"])
    report = page_validation.validate_pdf_bytes(styled(name, style)["pdf"], profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    found = _outloud(tmp_path / "plan.pdf")
    assert [item for item in found if item["severity"] == "error"] == []
    assert {finding["rule"] for finding in found if finding["severity"] == "warning"} <= ALLOWED.keys()


def _outloud(file: Path) -> list[dict[str, str]]:
    command = [sys.executable, "-W", "ignore", "-m", "outloud.cli", "--json", "-", "--fail-on", "never", str(file)]
    said = subprocess.run(command, capture_output=True, check=True, timeout=120, encoding="utf-8").stdout
    return json.loads(said)["results"][0]["findings"]


@pytest.mark.office
def test_the_checkers_see_what_libreoffice_leaves(tmp_path: Path) -> None:
    """Before it is mended both checkers reject the PDF: they look at the right things."""
    raw = convert(example("stationsbuurt"), office(), pdf.FORM)
    (tmp_path / "plan.pdf").write_bytes(raw)
    assert not page_validation.is_pdf_compliant_bytes(raw, profile="ua1")
    assert {finding["severity"] for finding in _outloud(tmp_path / "plan.pdf")} >= {"error"}


@pytest.mark.office
@pytest.mark.parametrize("name", EXAMPLES)
def test_the_pdf_says_what_it_is(name: str) -> None:
    """Tags, language, title, shown title and bookmarks for every heading are there."""
    found, document = reader(made(name)["pdf"]), example(name)
    root = found.root_object
    core = etree.fromstring(parts(document)["docProps/core.xml"])
    assert found.metadata is not None
    assert found.metadata.title == core.findtext("{http://purl.org/dc/elements/1.1/}title")
    assert (root["/Lang"], bool(root["/MarkInfo"]["/Marked"])) == ("nl-NL", True)
    assert bool(root["/ViewerPreferences"]["/DisplayDocTitle"])
    assert root["/PageMode"] == "/UseOutlines"
    assert [text for _, text in _contents(document)] == [
        title for title in _titles(found.outline) if title in {text for _, text in _contents(document)}
    ]


def _titles(outline: list) -> list[str]:
    return [
        title
        for item in outline
        for title in (_titles(item) if isinstance(item, list) else ["".join(str(item.title).split())])
    ]


def _contents(document: bytes) -> list[tuple[str, str]]:
    """Return style and text, without white space, of the lines in the table of contents without page numbers."""
    lines = [(style, text) for style, text in paragraphs(document) if re.fullmatch(r"TOC\d", style)]
    return [(style, "".join(text.split())) for style, text in lines]


@pytest.mark.office
@pytest.mark.parametrize(
    ("form", "words"),
    [
        ('pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"false"}}', "voorleessoftware"),
        ('pdf:writer_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"false"}}', "bladwijzers"),
    ],
    ids=["tags", "bookmarks"],
)
def test_a_pdf_that_lacks_something_is_refused(form: str, words: str) -> None:
    """An export without tags or bookmarks never becomes a plan."""
    document = word(MINIMUM)
    with pytest.raises(ProblemsError, match=words):
        pdf.write(convert(document, office(), form), document)


@pytest.mark.parametrize("data", [b"geen pdf", b"%PDF-1.7\n%%EOF\n", b""])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    """Rubbish in the place of a PDF gives a sentence."""
    with pytest.raises(ProblemsError, match=r"te openen|zonder pagina"):
        pdf.write(data, word(MINIMUM))


# Page numbers


@pytest.mark.office
@pytest.mark.poppler
@pytest.mark.parametrize(
    ("name", "section"),
    [
        *((name, "") for name in EXAMPLES),
        ("stationsbuurt", '<w:pgNumType w:start="0"/>'),
        ("stationsbuurt", '<w:pgNumType w:start="4"/>'),
        ("stationsbuurt", '<w:pgNumType w:fmt="lowerRoman"/>'),
    ],
    ids=[*EXAMPLES, "cover not counted", "starts at 4", "roman"],
)
def test_every_page_number_is_the_one_printed_on_that_page(name: str, section: str, tmp_path: Path) -> None:
    """Each line of the contents names the page whose footer has that number and on which the heading stands."""
    found = made(name, section)
    (tmp_path / "plan.pdf").write_bytes(found["pdf"])
    printed = _by_printed_number(pdf_text(tmp_path / "plan.pdf"))
    lines = [text for style, text in paragraphs(found["docx"]) if re.fullmatch(r"TOC\d", style)]
    assert len(lines) > 20
    for line in lines:
        heading, _, number = line.rpartition("\t")
        assert "".join(heading.split()) in printed[number], line


@pytest.mark.office
@pytest.mark.poppler
@pytest.mark.parametrize("style", OTHER_STYLES, ids=lambda path: path.name)
@pytest.mark.parametrize("name", EXAMPLES)
def test_page_numbers_are_true_in_another_house_style(name: str, style: Path, tmp_path: Path) -> None:
    """Whatever stands before the plan and wherever the number is printed, each line names the page of its heading."""
    found = styled(name, style)
    (tmp_path / "plan.pdf").write_bytes(found["pdf"])
    printed = _by_last_number(pdf_text(tmp_path / "plan.pdf"))
    lines = _numbered_lines(found["docx"])
    assert len(lines) > 20
    for line in lines:
        heading, _, number = line.rpartition("\t")
        assert "".join(heading.split()) in printed[number], line


@pytest.mark.office
@pytest.mark.poppler
def test_numbers_that_start_after_the_cover_are_the_printed_ones(tmp_path: Path) -> None:
    """Where the pages of the plan count from 1 after a cover of its own, the contents show those numbers."""
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
    footer = f'<w:p>{field}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    cover = "<w:p><w:r><w:t>{{ titel }}</w:t></w:r></w:p><w:p><w:pPr><w:sectPr>" + SECTION + "</w:sectPr></w:pPr></w:p>"
    start = SECTION + '<w:pgNumType w:start="1"/>'
    (tmp_path / "sjabloon.docx").write_bytes(build(body=cover, section=start, footers={"default": footer}))
    found = styled("stationsbuurt", tmp_path / "sjabloon.docx")
    (tmp_path / "plan.pdf").write_bytes(found["pdf"])
    printed = _by_last_number(pdf_text(tmp_path / "plan.pdf"))
    lines = _numbered_lines(found["docx"])
    assert lines[0].endswith("\t1")
    for line in lines:
        heading, _, number = line.rpartition("\t")
        assert "".join(heading.split()) in printed[number], line


def _numbered_lines(document: bytes) -> list[str]:
    links = body(document).iter(f"{{{W}}}hyperlink")
    return [text_of(item) for item in links if b"PAGEREF" in etree.tostring(item)]


def _by_last_number(text: str) -> dict[str, str]:
    """Return the text of each page without that of the contents and white space, by the number in its last line."""
    pages = [
        [line for line in shown.splitlines() if line.strip() and "....." not in line] for shown in text.split("\f")
    ]
    found = [(re.search(r"\d+", lines[-1]), " ".join(lines)) for lines in pages if lines]
    return {match.group(): "".join(shown.split()) for match, shown in found if match}


def _by_printed_number(text: str) -> dict[str, str]:
    """Return the text of each page after the contents, without white space, by the number in its footer."""
    pages = [shown for shown in text.split("\f") if "....." not in shown]
    found = [(re.search(r"Pagina (\w+) van", shown), shown) for shown in pages]
    return {match.group(1): "".join(shown.split()) for match, shown in found if match}


@pytest.mark.office
@pytest.mark.parametrize("name", EXAMPLES)
def test_the_numbers_are_fields_that_word_can_update(name: str) -> None:
    """Each number is a PAGEREF to a bookmark that is there."""
    document = made(name)["docx"]
    xml = parts(document)["word/document.xml"].decode()
    asked = re.findall(r"> PAGEREF (\S+) \\h <", xml)
    assert len(asked) == len(_contents(document))
    assert set(asked) <= set(re.findall(r'bookmarkStart [^>]*w:name="([^"]+)"', xml))
    assert xml.count('"begin"') == xml.count('"end"') == xml.count('"separate"')


@pytest.mark.office
@pytest.mark.sdk
def test_plans_with_page_numbers_are_valid(tmp_path: Path) -> None:
    """The Open XML SDK finds no fault in either example with numbers in its contents."""
    files = [tmp_path / f"{name}.docx" for name in EXAMPLES]
    for file in files:
        file.write_bytes(made(file.stem)["docx"])
    assert validate(files) == {file: [] for file in files}


@pytest.mark.parametrize("name", EXAMPLES)
def test_without_the_option_there_are_no_numbers(name: str) -> None:
    """The contents end with the heading; the field still asks Word for all three levels when it is updated."""
    document = example(name)
    assert b"PAGEREF" not in parts(document)["word/document.xml"]
    field = parts(document)["word/document.xml"].replace(b"&quot;", b'"')
    assert re.search(rb'TOC \\o "1-[12]" \\h \\z \\u', field)
    shown = [f"{number}{text}" for number, text in _headings_of(name)]
    assert [text for _, text in _contents(document)] == ["".join(text.split()) for text in shown]


def _headings_of(name: str) -> tuple[tuple[str, str], ...]:
    answers = (ROOT / "examples" / name / "antwoorden.yaml").read_text(encoding="utf-8")
    images = checked(answers).afbeeldingen
    return write_whole(page(answers), open_word_file(find_house_style(None).word), images=images).headings


@pytest.mark.office
def test_a_style_without_a_tab_gets_one() -> None:
    """In a house style whose contents have no tab on the right, or an indent there, the number has its place."""
    content = parts(find_house_style(None).word.read_bytes())
    styles = re.sub(rb'<w:tab w:val="right" w:leader="dot" w:pos="\d+"/>', b"", content["word/styles.xml"])
    styles = re.sub(rb'(<w:ind w:left="\d+")( w:hanging="\d+"/></w:pPr>)', rb'\1 w:right="567"\2', styles)
    file = Path(_FOLDER.name) / "zonder-tab.docx"
    file.write_bytes(package({**content, "word/styles.xml": styles}))
    found = make_documents(Draft(page(MINIMUM), HouseStyleFiles(file)), Output(("docx",), paginanummers=True)).files[
        "docx"
    ]
    lines = [item for item in body(found).iter(f"{{{W}}}p") if re.search(r"\t\d+$", text_of(item))]
    assert lines
    for line in lines:
        assert line.find(f'{{{W}}}pPr/{{{W}}}tabs/{{{W}}}tab[@{{{W}}}val="right"]') is not None
        assert line.find(f'{{{W}}}pPr/{{{W}}}ind[@{{{W}}}right="0"]') is not None


def test_numbers_that_move_are_looked_at_again() -> None:
    """When numbers make the contents longer, the second look counts."""
    asked = []

    def write(pages: tuple[int, ...]) -> bytes:
        asked.append(pages)
        return b"lang" if pages else b"kort"

    found = lay_out(write, lambda document: document, lambda exported: (3,) if exported == b"lang" else (2,))
    assert asked == [(), (2,), (3,)]
    assert found.document == b"lang"


def test_numbers_that_keep_moving_are_not_printed() -> None:
    """Wrong numbers are worse than none: it stops, and says how to go on."""
    with pytest.raises(ProblemsError, match="zonder --paginanummers"):
        lay_out(bytes, bytes, lambda exported: (sum(exported) + 1,))


# Formats and files


@pytest.mark.office
def test_several_formats_in_one_call(tmp_path: Path) -> None:
    """Each format is there, each has its line, and the last line ends with the points."""
    (tmp_path / "antwoorden.yaml").write_text(MINIMUM, encoding="utf-8")
    said = run("genereer", "antwoorden.yaml", "--formaat", "docx, HTML,pdf,docx", cwd=tmp_path)
    lines = said.splitlines()
    assert lines[:2] == ["plan.docx", "plan.html"]
    assert re.fullmatch(r"plan\.pdf: \d+ open punten en \d+ aandachtspunten\.", lines[2])
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "antwoorden.yaml",
        "plan.docx",
        "plan.html",
        "plan.pdf",
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "names"),
    [
        (["--formaat", "html", "-o", "x.html"], {"x.html"}),
        (["--formaat", "docx,html", "-o", "x"], {"x.docx", "x.html"}),
        (["--formaat", "docx,html", "-o", "x.docx"], {"x.docx", "x.html"}),
        (["--formaat", "docx,html", "-o", "versie-0.4"], {"versie-0.4.docx", "versie-0.4.html"}),
        (["--formaat", "docx,html", "-o", "uit"], {"uit/plan.docx", "uit/plan.html"}),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_where_the_files_go(words: list[str], names: set[str], tmp_path: Path) -> None:
    """`-o` names the file, the name that formats share, or a folder."""
    (tmp_path / "antwoorden.yaml").write_text(MINIMUM, encoding="utf-8")
    (tmp_path / "uit").mkdir()
    run("genereer", "antwoorden.yaml", *words, cwd=tmp_path)
    found = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert found - {"antwoorden.yaml"} == names


def test_a_name_that_ends_as_another_format_is_refused(tmp_path: Path) -> None:
    """`-o plan.pdf --formaat docx` writes no Word document under a false name."""
    (tmp_path / "antwoorden.yaml").write_text(MINIMUM, encoding="utf-8")
    words = ("genereer", "antwoorden.yaml", "-o", "plan.pdf", "--formaat", "docx")
    assert "--formaat pdf" in run(*words, cwd=tmp_path, code=1)
    assert not (tmp_path / "plan.pdf").exists()


@pytest.mark.parametrize(
    ("given", "words"), [("docx,pfd", "Bedoelde je “pdf”?"), ("odt", "Kies uit: docx, html, pdf."), (",", "Kies uit")]
)
def test_a_mistyped_format_is_explained(given: str, words: str, tmp_path: Path) -> None:
    """A typo in one of several formats is a usage error that says what was probably meant."""
    assert words in run("genereer", "a.yaml", "--formaat", given, cwd=tmp_path, code=2)


@pytest.mark.slow
def test_all_formats_or_none(tmp_path: Path) -> None:
    """One changed file keeps every other one as it was, there or not there."""
    (tmp_path / "antwoorden.yaml").write_text(MINIMUM, encoding="utf-8")
    run("genereer", "antwoorden.yaml", cwd=tmp_path)
    (tmp_path / "plan.html").write_text("van iemand anders", encoding="utf-8")
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    (tmp_path / "antwoorden.yaml").write_text(MINIMUM.replace("Elzenbeek", "Esdoorn"), encoding="utf-8")
    before[tmp_path / "antwoorden.yaml"] = (tmp_path / "antwoorden.yaml").read_bytes()
    said = run("genereer", "antwoorden.yaml", "--formaat", "docx,html", cwd=tmp_path, code=1)
    assert "plan.html" in said
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before
    (tmp_path / "plan.docx").unlink()
    run("genereer", "antwoorden.yaml", "--formaat", "docx,html", cwd=tmp_path, code=1)
    assert not (tmp_path / "plan.docx").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for LibreOffice is a shell script")
def test_a_failing_libreoffice_leaves_no_file(tmp_path: Path) -> None:
    """When the PDF does not succeed, the Word document that could be made is not written either."""
    (tmp_path / "antwoorden.yaml").write_text(MINIMUM, encoding="utf-8")
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")
    program.chmod(0o755)
    run("genereer", "antwoorden.yaml", "--formaat", "docx,pdf", "--soffice", "soffice", cwd=tmp_path, code=1)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["antwoorden.yaml", "soffice"]


@pytest.mark.office
def test_a_changed_pdf_is_kept(tmp_path: Path) -> None:
    """Our own PDF is renewed; one with a note of somebody else is refused, and kept as `.bak` with `--forceer`."""
    (tmp_path / "antwoorden.yaml").write_text(MINIMUM, encoding="utf-8")
    words = ("genereer", "antwoorden.yaml", "--formaat", "pdf")
    run(*words, cwd=tmp_path)
    plan = tmp_path / "plan.pdf"
    fresh = plan.read_bytes()
    run(*words, cwd=tmp_path)
    assert plan.read_bytes() == fresh
    changed = fresh + b"\n1 0 obj\n<<>>\nendobj\n%%EOF\n"
    plan.write_bytes(changed)
    assert "--forceer" in run(*words, cwd=tmp_path, code=1)
    assert plan.read_bytes() == changed
    assert "plan.pdf.bak" in run(*words, "--forceer", cwd=tmp_path)
    assert ((tmp_path / "plan.pdf.bak").read_bytes(), plan.read_bytes()) == (changed, fresh)


@pytest.mark.office
def test_the_seal_breaks_when_anything_changes() -> None:
    """One other byte anywhere makes the PDF somebody else's."""
    document = made("stationsbuurt")["pdf"]
    assert pdf.is_untouched(document)
    for place in (len(document) // 3, len(document) // 2, len(document) - 30, document.index(b"/wijkplan (") + 12):
        changed = bytearray(document)
        changed[place] ^= 1
        assert not pdf.is_untouched(bytes(changed)), place
    assert not pdf.is_untouched(document[:-1])
    assert not pdf.is_untouched(b"%PDF-1.7\n")


@pytest.mark.office
@pytest.mark.parametrize("name", EXAMPLES)
def test_the_same_document_gives_the_same_pdf(name: str) -> None:
    """A second export has the same bytes, and no date but that of the document."""
    found = made(name)
    again = pdf.write(convert(pdf.to_export(found["docx"]), office(), pdf.FORM), found["docx"])
    assert again == found["pdf"]
    core = etree.fromstring(parts(found["docx"])["docProps/core.xml"])
    created = core.findtext("{http://purl.org/dc/terms/}created") or ""
    metadata = reader(again).metadata
    assert metadata is not None
    assert metadata["/CreationDate"] == f"D:{created[:10].replace('-', '')}000000Z"
    assert set(re.findall(rb"<xmp:\w+Date>([^<]+)<", again)) <= {created.encode()}


# Through LibreOffice and back


@pytest.mark.office
@pytest.mark.parametrize("style", [None, *OTHER_STYLES], ids=lambda path: path.name if path else "neutraal")
@pytest.mark.parametrize("name", EXAMPLES)
def test_a_document_survives_libreoffice(name: str, style: Path | None) -> None:
    """After one pass through LibreOffice the text is the same, and each block is found at its own heading."""
    before = example(name, style)
    after = convert(before, office(), "docx:MS Word 2007 XML")
    assert _texts(after) == _texts(before)
    assert _blocks(after) == _blocks(before)
    assert len(_blocks(before)) > 20


def _texts(document: bytes) -> list[str]:
    """Return the text of each paragraph; a break that ends a page and a paragraph that ends a section have none."""
    found = (text_of(_without_page_breaks(item)) for item in body(document).iter(f"{{{W}}}p"))
    return [text for text in found if text]


def _without_page_breaks(item: etree._Element) -> etree._Element:
    for found in list(item.iter(f"{{{W}}}br")):
        parent = found.getparent()
        if found.get(f"{{{W}}}type") == "page" and parent is not None:
            parent.remove(found)
    return item


def _blocks(document: bytes) -> dict[str, str]:
    """Return the text of the paragraph that each block begins with."""
    found = {}
    for start in body(document).iter(f"{{{W}}}bookmarkStart"):
        name = start.get(f"{{{W}}}name", "")
        paragraph = next(start.iterancestors(f"{{{W}}}p"), None)
        if name.startswith("blok_") and paragraph is not None:
            found[name] = text_of(_without_page_breaks(paragraph))
    return found
