"""Tests of reading the XML of parts: encodings, damage, and what does not belong in XML."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

import pytest

from generator import limits
from generator.word.package import contents
from tests.support.templates import DECLARATION, Rel, build, build_parts, root
from tests.word.package.helpers import MAIN, opened, refused, text, tree

if TYPE_CHECKING:
    from pathlib import Path

CUSTOM = {MAIN: [Rel("customXml", "../customXml/item1.xml", "rC")]}
DOCUMENT = root("document", "<w:body><w:p><w:r><w:t>Één</w:t></w:r></w:p></w:body>")
BOMB = '<!DOCTYPE a [<!ENTITY x "xx"><!ENTITY y "&x;&x;">]><a>&y;</a>'


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(codecs.BOM_UTF8 + DOCUMENT.encode(), id="utf-8-with-mark"),
        pytest.param(
            DECLARATION.replace("UTF-8", "UTF-16").encode("utf-16") + DOCUMENT.encode("utf-16-le"), id="utf-16"
        ),
        pytest.param(codecs.BOM_UTF16_BE + DOCUMENT.encode("utf-16-be"), id="utf-16-be"),
        pytest.param(DOCUMENT.encode("utf-16-le"), id="utf-16-without-mark"),
        pytest.param(DECLARATION.replace("UTF-8", "ISO-8859-1").encode() + DOCUMENT.encode("latin-1"), id="latin-1"),
    ],
)
def test_encoding(tmp_path: Path, data: bytes) -> None:
    """A part in any encoding becomes UTF-8."""
    found = opened(tmp_path, parts={MAIN: data})
    assert text(tree(found)) == "Één"
    found.parts[MAIN].decode("utf-8")


def test_encoding_of_a_part_that_needs_no_change(tmp_path: Path) -> None:
    """A header that is left as it is becomes UTF-8 as well."""
    header = root("hdr", "<w:p><w:r><w:t>Één</w:t></w:r></w:p>")
    data = DECLARATION.replace("UTF-8", "ISO-8859-1").encode() + header.encode("latin-1")
    found = opened(tmp_path, headers={"first": "<w:p/>"}, parts={"word/header_first.xml": data})
    assert "Één" in found.parts["word/header_first.xml"].decode("utf-8")


def test_content_types_in_utf_16(tmp_path: Path) -> None:
    """The content types are read in any encoding."""
    types = build_parts()["[Content_Types].xml"].decode().partition("?>")[2]
    assert opened(tmp_path, parts={"[Content_Types].xml": types.encode("utf-16")}).main == MAIN


@pytest.mark.parametrize(
    "name",
    [
        MAIN,
        "word/styles.xml",
        "word/settings.xml",
        "word/numbering.xml",
        "word/header_first.xml",
        "word/footer_even.xml",
    ],
)
@pytest.mark.parametrize("data", ["<w:kapot", "", "<a/>"])
def test_needed_part_that_is_unreadable(tmp_path: Path, name: str, data: str) -> None:
    """A template without a part that it cannot do without is refused with the name of that part."""
    margins = {"headers": {"first": "<w:p/>"}, "footers": {"even": "<w:p/>"}}
    assert name in refused(tmp_path, build(numbering="", parts={name: data}, **margins)).melding


@pytest.mark.parametrize("name", ["[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels"])
def test_unreadable_structure(tmp_path: Path, name: str) -> None:
    """A template whose parts cannot be told apart is refused with the name of what is broken."""
    assert name in refused(tmp_path, build(parts={name: "<kapot"})).melding


def test_part_that_can_be_missed(tmp_path: Path) -> None:
    """A part that is unreadable and not needed is left out, and this is said."""
    found = opened(tmp_path, parts={"customXml/item1.xml": "<kapot"}, rels=CUSTOM)
    assert "customXml/item1.xml" not in found.parts
    assert b"rC" not in found.parts["word/_rels/document.xml.rels"]
    assert found.notices == ("Het onderdeel customXml/item1.xml is onleesbaar en komt niet mee.",)


def test_unreadable_relationships_of_a_header(tmp_path: Path) -> None:
    """A header whose relationships are unreadable stays, and this is said."""
    found = opened(tmp_path, headers={"first": "<w:p/>"}, parts={"word/_rels/header_first.xml.rels": "<kapot"})
    assert "word/header_first.xml" in found.parts
    assert "header_first" in found.notices[0]


@pytest.mark.parametrize(
    "name", [MAIN, "customXml/item1.xml", "word/_rels/document.xml.rels", "[Content_Types].xml", "los.xml"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_document_type(tmp_path: Path, name: str, encoding: str) -> None:
    """A document type in any part makes the file refused, also in a part that nothing uses."""
    data = build(rels=CUSTOM, parts={"customXml/item1.xml": "<a/>"} | {name: BOMB.encode(encoding)})
    assert "DOCTYPE" in refused(tmp_path, data).melding


def test_document_type_behind_another_name(tmp_path: Path) -> None:
    """A document type is seen in a part whose name does not say that it is XML."""
    parts = {"word/styles.dat": BOMB.encode()}
    data = build(styles=None, parts=parts, rels={MAIN: [Rel("styles", "styles.dat", "rS")]})
    assert "DOCTYPE" in refused(tmp_path, data).melding


def test_unreadable_styles_of_the_glossary(tmp_path: Path) -> None:
    """The building blocks of a template are no reason to refuse it when their own styles are unreadable."""
    found = opened(
        tmp_path,
        parts={"word/glossary/document.xml": root("glossaryDocument", ""), "word/glossary/styles.xml": "<kapot"},
        rels={
            MAIN: [Rel("glossaryDocument", "glossary/document.xml", "rG")],
            "word/glossary/document.xml": [Rel("styles", "styles.xml", "rS")],
        },
    )
    assert "word/glossary/document.xml" in found.parts
    assert found.notices == ("Het onderdeel word/glossary/styles.xml is onleesbaar en komt niet mee.",)


def test_document_type_after_a_comment(tmp_path: Path) -> None:
    """A document type is seen behind comments and instructions as well."""
    data = "<?a b?><!-- c -->" + BOMB
    assert "DOCTYPE" in refused(tmp_path, build(parts={"los.xml": data})).melding


def test_one_large_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A part of XML over the limit makes the file refused before it is parsed."""
    monkeypatch.setattr(limits, "XML", 5000)
    assert MAIN in refused(tmp_path, build(body="<w:p/>" * 1000)).melding


def test_one_large_list_of_relationships(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A list of relationships over its own limit makes the file refused before it is parsed."""
    monkeypatch.setattr(limits, "RELATIONS", 5000)
    many = [Rel("hyperlink", f"https://a.nl/{number}", f"rH{number}", external=True) for number in range(100)]
    assert "document.xml.rels" in refused(tmp_path, build(rels={MAIN: many})).melding


def test_prolog_of_a_thousand_instructions(tmp_path: Path) -> None:
    """A prolog that could be read in very many ways is read once."""
    assert opened(tmp_path, parts={MAIN: "<?a b?>" * 1000 + DOCUMENT}).main == MAIN


def test_too_many_elements(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """More elements than fit in memory make the file refused before they are parsed."""
    monkeypatch.setattr(limits, "NODES", 500)
    monkeypatch.setattr(contents, "_read", None)
    assert "te veel tekst" in refused(tmp_path, build(body="<w:p/>" * 500)).melding


def test_comments_and_instructions_in_xml(tmp_path: Path) -> None:
    """Comments and instructions in the XML are not in the way."""
    body = "<!-- a --><?b c?><w:p><!-- d --><w:r><w:t>tekst</w:t></w:r></w:p>"
    assert text(tree(opened(tmp_path, body=body))) == "tekst"
