"""What the check takes for the text of a document, where it says a finding is, and which files it refuses."""

from __future__ import annotations

import gc
import io
import subprocess
import sys
import zipfile

import pytest

from generator.accessibility import Finding, check_accessibility
from generator.problems import ProblemsError, Soort
from generator.word.reading.content import Cell, Paragraph, Table
from tests.accessibility.building import DUTCH, HEAD, cell, drawing, found, make, p, r, row, table
from tests.accessibility.test_rules import BOX
from tests.support.documents import example
from tests.support.templates import STYLES, Rel, W, build, build_parts, root, zipped

MAIN = "word/document.xml"
SMALL = '<w:sz w:val="12"/>'
OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def packed(method: int) -> bytes:
    """Return a sound document, packed with a method of zip."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as package:
        for name, content in build_parts().items():
            package.writestr(name, content)
    return stream.getvalue()


def check(body: str, **more: object) -> list[Finding]:
    """Return what is found in a document with this body."""
    return check_accessibility(make(body, **more))


@pytest.mark.parametrize("name", ["molenkwartier", "stationsbuurt", "helmond"])
def test_our_own_plans_have_no_fault(name: str) -> None:
    """What we write is accessible, apart from what the house style may do better."""
    findings = check_accessibility(example(name))
    assert [item for item in findings if item.soort is Soort.FOUT] == []
    assert {item.deel for item in findings} <= {"word/styles.xml"}


def test_a_finding_says_where_it_is() -> None:
    """The heading, the table and the words around it lead a reader to the place."""
    body = p("Een  spatie te veel") + p("Wie doet wat", "Kop2") + table(HEAD, row(cell("Jan  Jansen"), cell("Melden")))
    places = [item.plaats for item in check(body)]
    assert places == [
        "Onder “Inleiding”, bij “Een spatie te veel”",
        "Onder “Wie doet wat”, tabel 1, bij “Jan Jansen”",
    ]
    assert check(table(description=""))[0].plaats == "Onder “Inleiding”, tabel 1 (“Tabel 1. Taken”)"
    assert check(p("Doel", "Kop3"))[0].plaats == "Kop “Doel”, na “Inleiding”"


def test_a_finding_in_a_header_says_so_and_weighs_less() -> None:
    """A logo without text in a header repeats on each page, and is passed over by most screen readers."""
    logo = check(p("Tekst."), headers={"default": drawing("")})[0]
    assert (logo.soort, logo.plaats, logo.deel) == (Soort.AANDACHT, "Koptekst", "word/header_default.xml")


def test_a_finding_tells_a_style_from_the_text() -> None:
    """A colour or size that a style gives is a matter of the house style; one in the text is not."""
    pale = '<w:style w:type="paragraph" w:styleId="Bleek"><w:name w:val="Bleek"/><w:rPr><w:color w:val="AAAAAA"/>'
    small = f'<w:style w:type="paragraph" w:styleId="Klein"><w:name w:val="Klein"/><w:rPr>{SMALL}</w:rPr></w:style>'
    styles = f"{pale}</w:rPr></w:style>{small}"
    in_style = check(p("Bleek", "Bleek") + p("Klein", "Klein"), more_styles=styles)
    in_text = check(p("Bleek", run='<w:color w:val="AAAAAA"/>') + p("Klein", run=SMALL))
    assert [item.deel for item in in_style] == ["word/styles.xml"] * 2
    assert [item.deel for item in in_text] == ["word/document.xml"] * 2


def test_a_pair_of_colours_is_told_once_with_its_ratio() -> None:
    """However often it occurs; the ratio is that of WCAG, rounded down."""
    grey = check(p("Een", run='<w:color w:val="777777"/>') * 3)
    assert [item.melding for item in grey] == [
        "Tekstkleur #777777 op achtergrond #FFFFFF heeft een contrast van 4,4 : 1. Nodig is 4,5 : 1."
    ]


def test_automatic_text_is_always_legible() -> None:
    """Word makes automatic text white on a dark background."""
    assert found(table(HEAD, row(cell("Jan", '<w:shd w:val="clear" w:fill="000000"/>'), cell("Melden")))) == []


def test_a_text_box_is_read_once_on_its_own_colour() -> None:
    """The older copy of a text box does not count, and its fill is its background."""
    white = p("Let op", run='<w:color w:val="FFFFFF"/>')
    dark = '<a:solidFill><a:srgbClr val="1F4E5F"/></a:solidFill>'
    assert found(BOX.format(text=white, fill=dark)) == ["tekstvak"]
    assert found(BOX.format(text=white, fill=dark.replace("1F4E5F", "AAAAAA"))) == ["contrast-te-laag", "tekstvak"]
    assert found(BOX.format(text=white, fill="<a:gradFill/>")) == ["tekstvak"]


def test_what_was_deleted_or_hidden_does_not_count() -> None:
    """Tracked deletions, older formatting and hidden text are not in the document as it reads now."""
    gone = f"<w:p>{r('Tekst.')}<w:del w:id='1'>{r('a  b')}</w:del>{r('c  d', '<w:vanish/>')}</w:p>"
    older = p("Tekst.", run=f'<w:rPrChange w:id="2"><w:rPr>{SMALL}</w:rPr></w:rPrChange>')
    assert found(gone + older) == []


def test_an_inserted_text_and_a_content_control_do_count() -> None:
    """Tracked insertions and controls hold text like any other."""
    assert found(f"<w:p><w:ins w:id='1'>{r('a  b')}</w:ins></w:p>") == ["dubbele-spatie"]
    assert found(f"<w:sdt><w:sdtContent>{p('a  b')}</w:sdtContent></w:sdt>") == ["dubbele-spatie"]
    controlled = f"<w:sdt><w:sdtContent>{row(cell('Jan  J'), cell('Melden'))}</w:sdtContent></w:sdt>"
    assert found(table(HEAD, controlled)) == ["dubbele-spatie"]


def test_only_notes_that_the_text_refers_to_count() -> None:
    """A note that stayed behind in the file is shown to nobody."""
    notes = "".join(f'<w:footnote w:id="{number}">{p("a  b")}</w:footnote>' for number in (1, 2))
    mark = '<w:p><w:r><w:t>Zie</w:t><w:footnoteReference w:id="2"/></w:r></w:p>'
    more = {
        "parts": {"word/footnotes.xml": root("footnotes", notes)},
        "rels": {MAIN: [Rel("footnotes", "footnotes.xml")]},
    }
    findings = check_accessibility(build(body=mark, **more))
    assert [item.plaats for item in findings if item.controle == "dubbele-spatie"] == ["Voetnoot, bij “a b”"]


def test_a_quotation_in_another_language_is_no_fault() -> None:
    """Some English in a Dutch text is marked as English; much of a Dutch text is not."""
    english = p("Word of mouth", run='<w:lang w:val="en-GB"/>')
    assert found(p(DUTCH) + english) == []
    assert found(p(DUTCH, run='<w:lang w:val="en-GB"/>')) == ["taal-niet-nederlands"]
    default = check(p(DUTCH, run='<w:lang w:val="nl-NL"/>') * 2, styles=STYLES.replace("nl-NL", "en-US"))
    assert [item.soort for item in default] == [Soort.AANDACHT]


def test_a_document_in_another_language_may_have_that_language() -> None:
    """Only Dutch text must be marked as Dutch."""
    styles = STYLES.replace("nl-NL", "en-US")
    assert found(p("The plan of the council for this area and the people that live in it."), styles=styles) == []


def test_a_strict_document_is_read_alike() -> None:
    """A document in the strict form of the standard has other names for the same things."""
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    parts = build_parts(body=p("a  b"))
    parts = {name: content.replace(W.encode(), strict.encode()) for name, content in parts.items()}
    assert "dubbele-spatie" in [item.controle for item in check_accessibility(zipped(parts))]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "geen Word-bestand"),
        (b"tekst", "alleen tekst"),
        (zipped({"a.txt": b"a"}), "geen Word-document"),
        (make("")[:400], "beschadigd"),
        (OLE + "WordDocument".encode("utf-16-le"), r"oude soort \(\.doc\)"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "wachtwoord"),
        (zipped(build_parts(parts={"word/document.xml": "<w:document>"})), "beschadigd"),
        (zipped(build_parts(parts={"word/document.xml": "<a/>"})), "beschadigd"),
        (zipped(build_parts(parts={"word/big.xml": b" " * (65 * 1024 * 1024)})), "te groot"),
        (zipped(build_parts(body="<w:p/>" * 1_500_000)), "te veel tekst"),
        (packed(zipfile.ZIP_LZMA), "ingepakt op een manier"),
        (
            packed(zipfile.ZIP_DEFLATED).replace(b"PK\x01\x02\x14\x03\x14\0\0", b"PK\x01\x02\x14\x03\x14\0\1"),
            "versleuteld",
        ),
    ],
    ids=["empty", "text", "zip", "cut", "doc", "locked", "broken", "other", "bomb", "much", "lzma", "encrypted"],
)
def test_a_file_that_is_no_word_document_is_refused(content: bytes, said: str) -> None:
    """One Dutch message says what it is and what to do."""
    with pytest.raises(ProblemsError, match=said):
        check_accessibility(content)


def test_entities_are_refused() -> None:
    """A document cannot make our memory grow through entities of its own."""
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + build_parts(body=p("x"))["word/document.xml"][56:]
    parts = build_parts(parts={"word/document.xml": bomb.replace(b">x<", b">&b;  &b;<")})
    with pytest.raises(ProblemsError, match="DOCTYPE"):
        check_accessibility(zipped(parts))


def test_the_check_does_not_wait_for_the_writer() -> None:
    """Checking a document loads nothing of what only writing one needs."""
    code = "import sys, generator.accessibility; sys.exit('docx' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_only_faults_are_looked_for_where_that_is_asked() -> None:
    """The serious findings are the same ones as without asking."""
    document = make(p("Een  spatie") + p("Doel", "Kop3"))
    assert [item.controle for item in check_accessibility(document)] == ["kop-niveau-overgeslagen", "dubbele-spatie"]
    assert [item.controle for item in check_accessibility(document, serious=True)] == ["kop-niveau-overgeslagen"]


def test_a_check_holds_no_memory() -> None:
    """Nothing of a document stays behind, also while nobody collects garbage: many are checked in one process."""
    document = make(table() * 3)
    gc.collect()
    gc.disable()
    try:
        check_accessibility(document)
        left = [item for item in gc.get_objects() if isinstance(item, Cell | Paragraph | Table)]
    finally:
        gc.enable()
    assert not left
