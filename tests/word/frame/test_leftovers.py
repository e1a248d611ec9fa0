"""What an author or an editing session left in a template does not travel to a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree

from tests.support.documents import body, parts, text_of
from tests.support.templates import PIXEL, STYLES, Rel, picture, root
from tests.support.tools import validate
from tests.word.frame.helpers import COVER, PLAN, W, lines, made, p

if TYPE_CHECKING:
    from pathlib import Path

WITHOUT_MODE = '<w:defaultTabStop w:val="708"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
PLACE = p("{{ inhoud }}")
NOTES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:id="2"><w:p><w:r><w:t>Voorbeeldnoot</w:t></w:r></w:p></w:footnote>'
)
CHANGED = (
    '<w:p><w:pPr><w:rPr><w:ins w:id="1" w:author="Jan"/></w:rPr></w:pPr>'
    '<w:ins w:id="2" w:author="Jan"><w:r><w:t>erbij</w:t></w:r></w:ins>'
    '<w:del w:id="3" w:author="Jan"><w:r><w:delText>eraf</w:delText></w:r></w:del>'
    '<w:r><w:rPr><w:b/><w:rPrChange w:id="4" w:author="Jan"><w:rPr/></w:rPrChange></w:rPr><w:t> vet</w:t></w:r>'
    "</w:p>"
)
WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def _with_part(name: str, kind: str, content: str, content_type: str) -> dict[str, object]:
    return {
        "parts": {f"word/{name}": content},
        "rels": {"word/document.xml": [Rel(kind, name, "rId_extra")]},
        "content_types": {f"/word/{name}": content_type},
    }


def test_tracked_changes_are_accepted(tmp_path: Path) -> None:
    """Inserted words stay, deleted words and the names of their authors go."""
    document = made(tmp_path, body=CHANGED + PLACE)
    assert text_of(body(document)).startswith("erbij vet")
    assert not any(b"Jan" in data for data in parts(document).values())


@pytest.mark.parametrize("wrong", ["strike", "dstrike", "vanish", "webHidden"])
def test_no_document_or_table_as_a_whole_is_struck_through_or_hidden(wrong: str, tmp_path: Path) -> None:
    """The style of a paragraph cannot undo there what the whole document, or the kind of table, asks."""
    look = f"<w:rPr><w:{wrong}/><w:b/></w:rPr>"
    table = (
        '<w:style w:type="table" w:styleId="T"><w:name w:val="Table Grid"/>'
        f'{look}<w:tblStylePr w:type="firstRow">{look}</w:tblStylePr></w:style>'
    )
    whole = STYLES.replace("<w:rPr>", f"<w:rPr><w:{wrong}/><w:b/>", 1)
    rows = "<thead><tr><th>Wat</th></tr></thead><tbody><tr><td>een</td></tr></tbody>"
    answer = f"<table><caption>Tabel</caption>{rows}</table>"
    document = made(tmp_path, COVER + PLAN + answer, body=PLACE, styles=whole, more_styles=table)
    found = etree.fromstring(parts(document)["word/styles.xml"])
    assert len(list(found.find(f"{W}docDefaults").iter(f"{W}b"))) == 1
    tables = [item for item in found if item.get(f"{W}type") == "table"]
    assert tables
    assert not [item for group in (found[0], *tables) for item in group.iter(f"{W}{wrong}")]


def test_a_deleted_row_goes(tmp_path: Path) -> None:
    """A row that somebody deleted with changes tracked is not in the plan."""
    deleted = '<w:trPr><w:del w:id="1" w:author="J"/></w:trPr>'
    rows = [f"<w:tr>{mark}<w:tc><w:tcPr/>{p(word)}</w:tc></w:tr>" for mark, word in (("", "blijft"), (deleted, "weg"))]
    table = f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid>{"".join(rows)}</w:tbl>'
    text = text_of(body(made(tmp_path, body=table + PLACE)))
    assert "blijft" in text
    assert "weg" not in text


def test_comments_go(tmp_path: Path) -> None:
    """The comment, its range, its mark and its part are gone; the words it was about stay."""
    noted = (
        '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>besproken</w:t></w:r><w:commentRangeEnd w:id="0"/>'
        '<w:r><w:commentReference w:id="0"/></w:r></w:p>'
    )
    comment = f'<w:comment w:id="0" w:author="Jan">{p("Weg hiermee")}</w:comment>'
    comments = f'<w:comments xmlns:w="{W[1:-1]}">{comment}</w:comments>'
    document = made(
        tmp_path, body=noted + PLACE, **_with_part("comments.xml", "comments", comments, f"{WML}.comments+xml")
    )
    assert text_of(body(document)).startswith("besproken")
    assert "word/comments.xml" not in parts(document)
    assert b"comment" not in parts(document)["word/document.xml"]


def test_traces_of_editing_go(tmp_path: Path) -> None:
    """No session number, spelling mark, language of a run or old page break stays."""
    traced = (
        '<w:p w:rsidR="00AA11BB" w:rsidRDefault="00CC22DD"><w:proofErr w:type="spellStart"/><w:r w:rsidRPr="00AA11BB">'
        '<w:rPr><w:lang w:val="en-US"/></w:rPr><w:lastRenderedPageBreak/><w:t>adres</w:t></w:r></w:p>'
    )
    document = parts(made(tmp_path, body=traced + PLACE))["word/document.xml"]
    assert b"adres" in document
    for trace in (b"rsid", b"proofErr", b"lastRendered", b"en-US"):
        assert trace not in document


def test_settings_lose_protection_and_links(tmp_path: Path) -> None:
    """A plan can be edited, updates nothing by itself, and is a document of today's Word."""
    settings = (
        '<w:trackRevisions/><w:documentProtection w:edit="readOnly" w:enforcement="1"/><w:defaultTabStop w:val="708"/>'
        '<w:evenAndOddHeaders/><w:compat><w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="12"/></w:compat>'
        '<w:rsids><w:rsidRoot w:val="00AA11BB"/></w:rsids><w:themeFontLang w:val="en-US"/>'
    )
    found = parts(made(tmp_path, settings=settings))["word/settings.xml"]
    for gone in (b"trackRevisions", b"documentProtection", b"rsid", b"en-US", b'w:val="12"'):
        assert gone not in found
    assert b"evenAndOddHeaders" in found
    assert b'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"' in found


def test_settings_without_a_mode_get_one_in_its_place(tmp_path: Path) -> None:
    """The element stands where the schema wants it."""
    document = made(tmp_path, settings=WITHOUT_MODE)
    found = [etree.QName(item).localname for item in etree.fromstring(parts(document)["word/settings.xml"])]
    assert found.index("defaultTabStop") < found.index("compat") < found.index("decimalSymbol")


def test_words_that_another_program_marked_stay_without_the_marks(tmp_path: Path) -> None:
    """Custom XML and smart tags around paragraphs, words, cells and rows go; what they hold stays in its place."""
    mark = '<w:{0} w:uri="x" w:element="plaats"><w:{0}Pr><w:attr w:name="a" w:val="b"/></w:{0}Pr>{1}</w:{0}>'
    words = f"<w:p>{mark.format('smartTag', '<w:r><w:t>drie</w:t></w:r>')}<w:r><w:t> vier</w:t></w:r></w:p>"
    cell = mark.format("customXml", f"<w:tc><w:tcPr/>{p('vijf')}</w:tc>")
    row = mark.format("customXml", f"<w:tr>{cell}</w:tr>")
    table = f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid>{row}</w:tbl>'
    nested = mark.format("customXml", p("een") + mark.format("customXml", p("twee")))
    document = made(tmp_path, body=nested + words + table + PLACE)
    assert lines(document)[:4] == ["een", "twee", "drie vier", "vijf"]
    assert not list(
        body(document).iter(*(f"{W}{name}{end}" for name in ("customXml", "smartTag") for end in ("", "Pr")))
    )


@pytest.mark.sdk
def test_what_is_cleaned_up_is_valid(tmp_path: Path) -> None:
    """The Open XML SDK finds no fault after changes are accepted, nor in settings that got a mode."""
    files = [tmp_path / "changes.docx", tmp_path / "settings.docx"]
    files[0].write_bytes(made(tmp_path, body=CHANGED + PLACE))
    files[1].write_bytes(made(tmp_path, settings=WITHOUT_MODE))
    assert validate(files) == {file: [] for file in files}


def test_everything_becomes_dutch(tmp_path: Path) -> None:
    """The defaults and each style are Dutch, also where the template says English or nothing."""
    look = '<w:rPr><w:lang w:val="en-GB"/></w:rPr>'
    style = f'<w:style w:type="paragraph" w:styleId="Brits"><w:name w:val="Brits"/>{look}</w:style>'
    found = parts(made(tmp_path, more_styles=style))["word/styles.xml"].decode()
    assert "en-GB" not in found
    assert found.count("nl-NL") >= 2


@pytest.mark.parametrize(
    ("name", "kind", "content_type"),
    [
        ("glossary/document.xml", "glossaryDocument", f"{WML}.document.glossary+xml"),
        ("webSettings.xml", "webSettings", f"{WML}.webSettings+xml"),
        (
            "stylesWithEffects.xml",
            "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
            f"{WML}.styles+xml",
        ),
    ],
)
def test_parts_that_no_plan_needs_go(name: str, kind: str, content_type: str, tmp_path: Path) -> None:
    """Building blocks, settings for web pages and an old copy of the styles do not travel."""
    tag = {"glossary/document.xml": "glossaryDocument", "webSettings.xml": "webSettings"}.get(name, "styles")
    content = f'<w:{tag} xmlns:w="{W[1:-1]}"/>'
    assert f"word/{name}" not in parts(made(tmp_path, **_with_part(name, kind, content, content_type)))


def test_a_picture_in_sample_text_goes_and_one_in_a_header_stays(tmp_path: Path) -> None:
    """Only pictures that the plan shows are in the file."""
    found = parts(
        made(
            tmp_path,
            body=p("Voorbeeld") + f"<w:p><w:r><w:t>Zie:</w:t></w:r>{picture('rId_a')}</w:p>",
            headers={"default": f"<w:p>{picture('rId_b')}</w:p>"},
            parts={"word/media/a.png": PIXEL, "word/media/b.png": PIXEL + b"\n"},
            rels={
                "word/document.xml": [Rel("image", "media/a.png", "rId_a")],
                "word/header_default.xml": [Rel("image", "media/b.png", "rId_b")],
            },
        )
    )
    assert PIXEL + b"\n" in found.values()
    assert PIXEL not in found.values()


def test_notes_of_sample_text_go_and_separators_stay(tmp_path: Path) -> None:
    """A footnote that nothing refers to any more is gone."""
    notes = f'<w:footnotes xmlns:w="{W[1:-1]}">{NOTES}</w:footnotes>'
    document = made(
        tmp_path,
        body='<w:p><w:r><w:t>a</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>',
        **_with_part("footnotes.xml", "footnotes", notes, f"{WML}.footnotes+xml"),
    )
    assert b"Voorbeeldnoot" not in parts(document)["word/footnotes.xml"]
    assert b"separator" in parts(document)["word/footnotes.xml"]


def test_notes_that_stay_are_clean(tmp_path: Path) -> None:
    """A note in text that stays has no tracked changes; the addresses in notes that go are gone as well."""
    inserted = '<w:ins w:id="9" w:author="Jan"><w:r><w:t>erbij</w:t></w:r></w:ins>'
    kept = f'<w:footnote w:id="1"><w:p w:rsidR="00AA11BB">{inserted}</w:p></w:footnote>'
    linked = '<w:hyperlink r:id="rId_weg"><w:r><w:t>weg</w:t></w:r></w:hyperlink>'
    notes = root("footnotes", f'{NOTES}{kept}<w:footnote w:id="3"><w:p>{linked}</w:p></w:footnote>')
    document = made(
        tmp_path,
        body='<w:p><w:r><w:t>a</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>' + PLACE,
        parts={"word/footnotes.xml": notes},
        rels={
            "word/document.xml": [Rel("footnotes", "footnotes.xml", "rId_notes")],
            "word/footnotes.xml": [Rel("hyperlink", "https://weg.example", "rId_weg", external=True)],
        },
        content_types={"/word/footnotes.xml": f"{WML}.footnotes+xml"},
    )
    assert b"erbij" in parts(document)["word/footnotes.xml"]
    assert not any(sign in data for data in parts(document).values() for sign in (b"Jan", b"rsidR", b"weg.example"))


def test_nobody_but_the_author_of_the_plan_is_named(tmp_path: Path) -> None:
    """The properties of the template go, with its author, its company and its thumbnail."""
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Sjabloonmaker</dc:creator></cp:coreProperties>'
    )
    metadata = "http://schemas.openxmlformats.org/package/2006/relationships/metadata"
    found = parts(
        made(
            tmp_path,
            parts={"docProps/core.xml": core, "docProps/thumbnail.png": PIXEL},
            rels={
                "": [
                    Rel(f"{metadata}/core-properties", "docProps/core.xml", "rId_core"),
                    Rel(f"{metadata}/thumbnail", "docProps/thumbnail.png", "rId_thumbnail"),
                ]
            },
            content_types={"/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml"},
        )
    )
    assert not any(b"Sjabloonmaker" in data for data in found.values())
    assert "docProps/thumbnail.png" not in found
