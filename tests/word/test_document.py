"""The document as a package: contents, sections, properties, seal and faults."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from generator.problems import ProblemsError
from generator.resources import neutral_house_style
from generator.word.assembly import write
from generator.word.provenance import is_untouched, seal
from generator.word.text.marks import bookmark_name
from generator.word.text.numbering import formatted
from tests.support.tools import validate
from tests.word.helpers import body, document, page, paragraphs, parts, text_of

if TYPE_CHECKING:
    from pathlib import Path

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TABLE = "<table><caption>T</caption><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>"


def test_the_same_page_gives_the_same_bytes() -> None:
    """There is no clock and no chance in a document."""
    assert document("<h1>Een</h1><p>Twee</p>") == document("<h1>Een</h1><p>Twee</p>")


def test_the_contents_show_the_headings_with_their_numbers() -> None:
    """Headings 1 and 2 are listed as Word numbers them; a heading without number and an annex too."""
    found = document(
        '<nav class="inhoud"><h1 class="ongenummerd inhoudskop">Inhoud</h1></nav><h1 class="ongenummerd">Vooraf</h1>'
        "<h1>Een</h1><h2>A</h2><h2>B</h2><h3>C</h3><h4>D</h4><h1>Twee</h1><h2>E</h2>"
        '<h1 class="bijlage">F</h1><h1 class="bijlage">G</h1><h2 class="ongenummerd">H</h2>'
    )
    contents = [text for style, text in paragraphs(found) if style.startswith("TOC") and style != "TOCHeading"]
    assert contents == [
        "Vooraf",
        "1\tEen",
        "1.1\tA",
        "1.2\tB",
        "2\tTwee",
        "2.1\tE",
        "Bijlage A: F",
        "Bijlage B: G",
        "H",
    ]


@pytest.mark.parametrize(
    ("chapters", "annexes", "levels"),
    [(10, 10, "12 12"), (45, 30, "12 1"), (80, 5, "1 1")],
    ids=["both", "chapters alone", "neither"],
)
def test_contents_that_are_too_long_give_up_levels(chapters: int, annexes: int, levels: str) -> None:
    """Where two levels do not fit on a page, the annexes have one, and only then the chapters too."""
    found = document(
        '<nav class="inhoud"><h1 class="ongenummerd inhoudskop">Inhoud</h1></nav>'
        + f"<h1>Een</h1>{'<h2>A</h2>' * chapters}"
        + f'<h1 class="bijlage">Twee</h1>{"<h2>B</h2>" * annexes}'
    )
    shown = [(style[-1], text[-1]) for style, text in paragraphs(found) if style in {"TOC1", "TOC2"}]
    before = shown.index(("1", "e"))
    parts_shown = ("".join(sorted({level for level, _ in part})) for part in (shown[:before], shown[before:]))
    assert " ".join(parts_shown) == levels
    instruction = "".join(body(found).itertext(f"{W}instrText"))
    assert ('\\o "1-2"' in instruction) == ("2" in levels)


def test_every_link_has_its_bookmark() -> None:
    """Each entry of the contents and each link leads to a bookmark that is there, once."""
    found = document(
        '<nav class="inhoud"><h1 class="inhoudskop">I</h1></nav><h1 id="x-1">X</h1>'
        '<p><a href="#x-1">x</a></p><h2>Y</h2>'
    )
    root = body(found)
    names = [item.get(f"{W}name") for item in root.iter(f"{W}bookmarkStart")]
    assert len(names) == len(set(names))
    assert {item.get(f"{W}anchor") for item in root.iter(f"{W}hyperlink")} <= set(names)


def test_a_landscape_section_keeps_headers_and_leaves_the_cover_to_the_first() -> None:
    """Three sections: the first has the cover's own header, the second lies, the last stands."""
    sections = list(
        body(document(f'<p>a</p><section class="liggend">{TABLE}<p>x</p></section><p>b</p>')).iter(f"{W}sectPr")
    )
    sizes = [(item.find(f"{W}pgSz").get(f"{W}w"), item.find(f"{W}pgSz").get(f"{W}h")) for item in sections]
    assert sizes == [("11906", "16838"), ("16838", "11906"), ("11906", "16838")]
    assert [item.find(f"{W}titlePg") is not None for item in sections] == [True, False, False]
    assert all(len(item.findall(f"{W}headerReference")) == 2 for item in sections)


def test_a_table_too_wide_for_the_page_lies_down() -> None:
    """A table whose words would break gets a landscape page of its own; a smaller one does not."""
    for columns, landscapes in ((5, 0), (12, 1)):
        cells = "<th>Verantwoordelijke</th>" * columns
        wide = f"<table><caption>T</caption><thead><tr>{cells}</tr></thead><tbody><tr>{cells}</tr></tbody></table>"
        sizes = body(document(f"<p>a</p>{wide}<p>b</p>")).iter(f"{W}pgSz")
        assert [item.get(f"{W}orient") for item in sizes].count("landscape") == landscapes


def test_a_section_ends_in_the_paragraph_before_it() -> None:
    """No empty paragraph carries a section where there is text to carry it."""
    assert all(text for _, text in paragraphs(document('<p>a</p><section class="liggend"><p>x</p></section><p>b</p>')))


def test_a_section_does_not_end_in_a_paragraph_with_a_control() -> None:
    """LibreOffice would print such a paragraph in front of the heading on the page that lies."""
    root = body(document(f'<ul><li data-antwoord="x" data-titel="X">a</li></ul>{LYING}<p>b</p>'))
    (item,) = (paragraph for paragraph in root.iterfind(f"{W}p") if text_of(paragraph) == "a")
    assert item.find(f"{W}pPr/{W}sectPr") is None
    assert item.getnext().find(f"{W}pPr/{W}sectPr") is not None


LYING = f'<section class="liggend">{TABLE}</section>'


@pytest.mark.parametrize(
    "following", ["", "<p>b</p>", TABLE, "<h1>b</h1>"], ids=["nothing", "text", "table", "heading"]
)
@pytest.mark.parametrize("between", ["", "<p>a</p>", TABLE, "<h1>a</h1>"], ids=["nothing", "text", "table", "heading"])
@pytest.mark.parametrize(
    "before", ["<p>x</p>", "<p>x</p><h1>y</h1><h2>z</h2>", TABLE], ids=["text", "headings", "table"]
)
def test_sections_end_once_each_wherever_landscape_pages_stand(before: str, between: str, following: str) -> None:
    """A paragraph ends one section at most, it has text unless it follows a table, and headings go with their table."""
    root = body(document(f"{before}{LYING}{between}{LYING}{following}"))
    stands = between in {"<p>a</p>", TABLE}
    turned = [item.find(f"{W}pgSz").get(f"{W}orient") for item in root.iter(f"{W}sectPr")]
    assert turned == [None, "landscape", *([None, "landscape"] if stands else []), None]
    for properties in root.iter(f"{W}pPr"):
        assert len(properties.findall(f"{W}sectPr")) <= 1
    for paragraph in root.iterfind(f"{W}p"):
        ends, after = paragraph.find(f"{W}pPr/{W}sectPr") is not None, paragraph.getprevious()
        assert text_of(paragraph) or (ends and after is not None and after.tag == f"{W}tbl")
        assert not ends or text_of(paragraph) not in {"y", "z"}


def test_a_heading_alone_before_landscape_pages_stays_before_them() -> None:
    """Without text before it to end the section, the heading ends it: an empty page would be worse."""
    root = body(document(f"<h1>a</h1>{LYING}<p>b</p>"))
    assert root.find(f"{W}p/{W}pPr/{W}sectPr") is not None
    assert all(text for _, text in paragraphs(document(f"<h1>a</h1>{LYING.replace('</table>', '</table><p>x</p>')}")))


def test_a_table_fills_the_width_exactly() -> None:
    """The columns add up to the width of the text, portrait and landscape."""
    root = body(document(f'{TABLE}<p>a</p><section class="liggend">{TABLE}<p>a</p></section>'))
    for table, width in zip(root.iter(f"{W}tbl"), (9298, 14457), strict=True):
        assert sum(int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")) == width


def test_a_table_in_an_annex_is_in_smaller_print() -> None:
    """What is looked up rather than read takes less room: its text is a point smaller."""
    root = body(document(f'{TABLE}<h1 class="bijlage">a</h1>{TABLE}'))
    sizes = parts(document(f'{TABLE}<h1 class="bijlage">a</h1>{TABLE}'))["word/styles.xml"].decode()
    read, looked_up = (
        next(table.iter(f"{W}tr")).getnext().find(f".//{W}pStyle").get(f"{W}val") for table in root.iter(f"{W}tbl")
    )
    assert re.findall(rf'w:styleId="(?:{read}|{looked_up})".*?<w:sz w:val="(\d+)"', sizes) == ["18", "16"]


def test_properties_come_from_the_page() -> None:
    """Title, municipality, version, status and language are in the properties; nobody else is."""
    found = parts(document("<p>a</p>"))
    assert b"<dc:title>Titel</dc:title>" in found["docProps/core.xml"]
    assert b"<dc:language>nl-NL</dc:language>" in found["docProps/core.xml"]
    assert b"<dc:creator></dc:creator>" in found["docProps/core.xml"]
    assert b"<Company>gemeente X</Company>" in found["docProps/app.xml"]
    assert b'name="Versie"><vt:lpwstr>0.1<' in found["docProps/custom.xml"]
    assert not any(b"python-docx" in data for data in found.values())


def test_header_and_footer_show_the_properties() -> None:
    """The fields in header and footer are right before Word updates them."""
    found = parts(document("<p>a</p>"))
    shown = "".join(re.findall(r"<w:t[^>]*>([^<]*)", found["word/header1.xml"].decode()))
    assert shown == "Titel | gemeente X"
    assert "Versie 0.1, " in "".join(re.findall(r"<w:t[^>]*>([^<]*)", found["word/footer1.xml"].decode()))


def test_the_seal_breaks_when_anything_changes() -> None:
    """A document is ours until one letter in one part is another."""
    sealed = document("<p>tekst</p>")
    assert is_untouched(sealed)
    for name, data in parts(sealed).items():
        changed = {**parts(sealed), name: data + b" "}
        assert not is_untouched(_packed(changed)), name
    assert not is_untouched(sealed[:-30])
    assert not is_untouched(sealed + b"x")
    assert not is_untouched(b"PK\x03\x04 rommel")
    assert not is_untouched(b"PK\x03\x04" + sealed[-22:])
    assert not is_untouched(b"")


def test_a_property_of_a_document_system_breaks_the_seal() -> None:
    """The number of a case that such a system writes, and nothing else, is not ours to lose."""
    sealed = parts(document("<p>tekst</p>"))
    mine = (
        b'<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="99" name="Zaaknummer"><vt:lpwstr>Z-1'
        b"</vt:lpwstr></property></Properties>"
    )
    custom = sealed["docProps/custom.xml"]
    assert not is_untouched(_packed(sealed | {"docProps/custom.xml": custom.replace(b"</Properties>", mine)}))


def test_a_plan_of_version_0_1_is_still_known_by_its_seal() -> None:
    """Its seal passed over the custom properties."""
    sealed = parts(document("<p>tekst</p>"))
    custom = sealed.pop("docProps/custom.xml")
    total = hashlib.sha256()
    for name in sorted(sealed):
        total.update(f"{name}\x00{len(sealed[name])}\x00".encode() + sealed[name])
    old = re.sub(rb"2:[0-9a-f]{64}", total.hexdigest().encode(), custom)
    assert is_untouched(_packed(sealed | {"docProps/custom.xml": old}))
    assert not is_untouched(_packed(sealed | {"docProps/custom.xml": old, "word/x.xml": b"<x/>"}))


_names = st.sampled_from(["a", "b", "ab"])
_packages = st.dictionaries(_names, st.text("ab", max_size=3).map(str.encode), max_size=3)


@given(_packages, _packages)
@example({"a": b"xy", "b": b""}, {"a": b"x", "b": b"y"})
@example({"a": b"x"}, {"b": b"x"})
@example({"a": b"b\x00"}, {"a": b"", "b": b""})
def test_no_other_package_has_the_same_digest(one: dict[str, bytes], other: dict[str, bytes]) -> None:
    """Bytes that move from one part to the next, and a part that gets another name, change it as well."""
    assert (seal(one) == seal(other)) == (one == other)


def _packed(content: dict[str, bytes]) -> bytes:
    from generator.word.package.archive import package

    return package(content)


_KEEPS_CONTROLS = pytest.mark.skipif(
    etree.LIBXML_VERSION < (2, 14), reason="an older libxml2 leaves control characters out by itself"
)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("<video></video>", "<video>"),
        ("<figure></figure>", "figcaption"),
        pytest.param("<p>a<em>&#1;</em></p>", "stuurteken", marks=_KEEPS_CONTROLS),
        pytest.param("<p><em>a</em>&#1;</p>", "stuurteken", marks=_KEEPS_CONTROLS),
        ('<p class="rood">x</p>', "rood"),
        ('<p><a href="#weg">x</a></p>', "weg"),
        ("<table><tbody><tr><td>x</td></tr></tbody></table>", "bijschrift"),
        (
            "<table><caption>x</caption><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td><td>c</td></tr></tbody></table>",
            "evenveel",
        ),
        ("<ul><li><table></table></li></ul>", "lijst"),
    ],
)
def test_what_has_no_translation_is_refused_with_its_line(content: str, words: str) -> None:
    """An element, class, link or table that Word has no meaning for is a fault in the template."""
    with pytest.raises(ProblemsError, match=words) as caught:
        document("\n\n" + content)
    assert caught.value.problems[0].regel >= 5


def test_a_house_style_must_be_a_word_file(tmp_path: Path) -> None:
    """A file that is not there, is no zip, or is no Word document is refused in plain words."""
    for data in (None, b"tekst", _packed({"a.txt": b"x"})):
        file = tmp_path / "huisstijl.docx"
        if data is not None:
            file.write_bytes(data)
        with pytest.raises(ProblemsError, match=r"Kies een|Controleer"):
            write(page("<p>a</p>"), file)


def test_a_word_template_gives_a_document(tmp_path: Path) -> None:
    """From a .dotx comes a document, not a template."""
    content = parts((neutral_house_style() / "huisstijl.docx").read_bytes())
    types = content["[Content_Types].xml"].replace(b"wordprocessingml.document.main", b"wordprocessingml.template.main")
    file = tmp_path / "sjabloon.dotx"
    file.write_bytes(_packed({**content, "[Content_Types].xml": types}))
    found = parts(write(page("<p>a</p>"), file))
    assert b"template.main" not in found["[Content_Types].xml"]


def test_bookmark_names_are_what_word_accepts() -> None:
    """Names are short, start with a letter, and stay apart when they are cut off."""
    long = [bookmark_name(f"randvoorwaarden.{'x' * 50}{number}") for number in (1, 2)]
    assert all(re.fullmatch(r"[A-Za-z_]\w{0,39}", name) for name in [*long, bookmark_name("1é b")])
    assert long[0] != long[1]


@pytest.mark.parametrize(
    ("number", "form", "shown"),
    [
        (4, "decimal", "4"),
        (28, "upperLetter", "BB"),
        (3, "lowerLetter", "c"),
        (14, "upperRoman", "XIV"),
        (3, "decimalZero", "03"),
    ],
)
def test_numbers_look_as_in_word(number: int, form: str, shown: str) -> None:
    """The cached number of a heading is the one that Word itself shows."""
    assert formatted(number, form) == shown


_texts = st.text(
    st.characters(
        codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Zs", "Zl", "Zp"), exclude_characters="\ufffe\uffff"
    ),
    min_size=1,
    max_size=30,
)


@settings(max_examples=40)
@given(_texts)
def test_any_text_appears_once_and_never_as_structure(text: str) -> None:
    """A text in a paragraph, a list or a cell comes out as it is, once."""
    from html import escape

    safe = escape(text)
    found = body(document(f"<p>A{safe}Z</p><ul><li>B{safe}Y</li></ul>{TABLE.replace('>b<', f'>C{safe}X<')}"))
    whole = text_of(found)
    for start, end in ("AZ", "BY", "CX"):
        assert whole.count(f"{start}{text}{end}") == 1


@pytest.mark.sdk
def test_documents_pass_the_open_xml_sdk(tmp_path: Path) -> None:
    """A document with every element of the vocabulary has no error, and a broken one does."""
    bars = TABLE.replace("<table>", "<table class=planning>").replace("<td>", "<td class=balk>")
    everything = (
        '<nav class="inhoud"><h1 class="inhoudskop">I</h1></nav>'
        '<section data-blok="a"><h1 id="a">A</h1><h2>B</h2><h3>C</h3>'
        '<h4>D</h4></section><p class="intro">x</p><p class="bron">y</p><blockquote><p>z</p></blockquote>'
        '<aside class="kader"><p class="kadertitel">k</p><ul><li>l</li></ul></aside>'
        "<ol><li>1<ol><li>2</li></ol></li></ol>"
        f"{TABLE}<p>n <strong>s <em>e</em></strong><sub>1</sub><sup>2</sup><code>c</code>"
        '<span lang="en">w</span> <a href="#a">a</a>'
        '<a href="mailto:a@b.nl">m</a><input type="checkbox" data-antwoord="q">'
        '<span class="status niet">niet</span></p>'
        f'<section class="liggend">{bars}</section>'
        f'<hr class="pagina"><p>einde שלום 🏘</p><h1 class="bijlage">Z</h1>{TABLE}'
    )
    good, bad = tmp_path / "goed.docx", tmp_path / "fout.docx"
    good.write_bytes(document(everything))
    content = parts(good.read_bytes())
    broken = content["word/document.xml"].replace(b"<w:tblGrid>", b"<w:onzin/><w:tblGrid>")
    bad.write_bytes(_packed({**content, "word/document.xml": broken}))
    found = validate([good, bad])
    assert found[good] == []
    assert found[bad] != []
