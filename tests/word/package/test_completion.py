"""Tests of what a template lacks and gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.templates import SECTION, STYLES, Rel, build, root
from tests.word.package.helpers import MAIN, opened, refused, tags, tree, value

if TYPE_CHECKING:
    from pathlib import Path

LANDSCAPE = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'


@pytest.mark.parametrize("kind", ["styles", "settings", "numbering"])
def test_missing_part(tmp_path: Path, kind: str) -> None:
    """Styles, settings and numbering are there and related to the document, also when the template has none."""
    found = opened(tmp_path, **{kind: None})
    assert tags(tree(found, f"word/{kind}.xml"))[0] == kind
    assert f"relationships/{kind}".encode() in found.parts["word/_rels/document.xml.rels"]


def test_missing_styles_have_the_defaults(tmp_path: Path) -> None:
    """Styles that are made have document defaults and the four styles that Word cannot do without."""
    found = tree(opened(tmp_path, styles=None), "word/styles.xml")
    assert tags(found)[1] == "docDefaults"
    assert tags(found).count("style") == 4


def test_missing_settings_are_of_today(tmp_path: Path) -> None:
    """Settings that are made do not put Word in compatibility mode."""
    assert value(tree(opened(tmp_path, settings=None), "word/settings.xml"), "compat/compatSetting") == "15"


def test_nothing_but_a_document(tmp_path: Path) -> None:
    """A document without any relationships gets all that it lacks, and this is said."""
    found = opened(tmp_path, styles=None, settings=None)
    assert {"word/styles.xml", "word/settings.xml", "word/numbering.xml"} <= set(found.parts)
    assert len(found.notices) == 2


def test_name_that_is_taken(tmp_path: Path) -> None:
    """A part that is made does not take the name of another part."""
    found = opened(
        tmp_path,
        settings=None,
        parts={"word/Settings.xml": "<a/>"},
        rels={MAIN: [Rel("customXml", "Settings.xml", "rC")]},
    )
    assert tags(tree(found, "word/Settings.xml")) == ["a"]
    assert tags(tree(found, "word/settings2.xml"))[0] == "settings"


def test_relationship_id_that_is_taken(tmp_path: Path) -> None:
    """A relationship that is made does not take the id of another."""
    rels = {MAIN: [Rel("hyperlink", "https://a.nl", "rId1", external=True)]}
    found = tree(opened(tmp_path, numbering=None, rels=rels), "word/_rels/document.xml.rels")
    assert len({item.get("Id") for item in found}) == len(found)


def test_no_section(tmp_path: Path) -> None:
    """A document without sections gets a page: A4, portrait, 2.5 cm of margin."""
    found = tree(opened(tmp_path, section=None))
    assert tags(found)[-3:] == ["sectPr", "pgSz", "pgMar"]
    assert value(found, "sectPr/pgSz", "w") == "11906"
    assert value(found, "sectPr/pgMar", "left") == "1417"


def test_no_body(tmp_path: Path) -> None:
    """A document without a body gets one."""
    assert tags(tree(opened(tmp_path, parts={MAIN: root("document", "")})))[1:3] == ["body", "sectPr"]


def test_section_in_the_last_paragraph(tmp_path: Path) -> None:
    """A last section that stands in the last paragraph becomes the final one, with its headers."""
    section = f'<w:sectPr><w:headerReference w:type="default" r:id="rH"/>{LANDSCAPE}</w:sectPr>'
    found = tree(
        opened(
            tmp_path,
            body=f"<w:p/><w:p><w:pPr>{section}</w:pPr></w:p>",
            section=None,
            parts={"word/h.xml": root("hdr", "<w:p/>")},
            rels={MAIN: [Rel("header", "h.xml", "rH")]},
        )
    )
    assert tags(found)[-5:] == ["pPr", "sectPr", "headerReference", "pgSz", "pgMar"]
    assert tags(found).count("sectPr") == 1


def test_section_before_the_last_paragraph(tmp_path: Path) -> None:
    """Text after the last section gets a section like it."""
    body = f"<w:p><w:pPr><w:sectPr>{LANDSCAPE}</w:sectPr></w:pPr></w:p><w:p/>"
    found = tree(opened(tmp_path, body=body, section=None))
    assert tags(found).count("sectPr") == 2
    assert tags(found)[-3:] == ["sectPr", "pgSz", "pgMar"]
    assert found[0][-1][0].get(f"{{{found.nsmap['w']}}}orient") == "landscape"


def test_section_that_is_not_at_the_end(tmp_path: Path) -> None:
    """The section of the document is the last in the body, and there is one."""
    found = tree(
        opened(tmp_path, body=f"<w:sectPr>{LANDSCAPE}</w:sectPr><w:sectPr>{SECTION}</w:sectPr><w:p/>", section=None)
    )
    assert [item.tag.rpartition("}")[2] for item in found[0]] == ["p", "sectPr"]
    assert value(found, "sectPr/pgSz", "w") == "11906"


def test_section_without_a_page(tmp_path: Path) -> None:
    """A final section that says nothing about its page has that of the section before it, in the right place."""
    body = f"<w:p><w:pPr><w:sectPr>{LANDSCAPE}</w:sectPr></w:pPr></w:p>"
    found = tree(opened(tmp_path, body=body, section='<w:type w:val="nextPage"/><w:cols w:space="708"/>'))
    assert tags(found)[-5:] == ["sectPr", "type", "pgSz", "pgMar", "cols"]
    assert found[0][-1][1].get(f"{{{found.nsmap['w']}}}w") == "16838"


@pytest.mark.parametrize(
    ("written", "expected"), [("11906.4", "11906"), ("breed", "11906"), ("1e999", "11906"), ("1e30", "11906")]
)
def test_page_width_that_is_no_whole_number(tmp_path: Path, written: str, expected: str) -> None:
    """The width of the page is a whole number, whatever the template says."""
    section = SECTION.replace('w:w="11906"', f'w:w="{written}"')
    assert value(tree(opened(tmp_path, section=section)), "sectPr/pgSz", "w") == expected


def test_document_that_is_something_else(tmp_path: Path) -> None:
    """A main part with another root than a document is refused."""
    assert MAIN in refused(tmp_path, build(parts={MAIN: root("hdr", STYLES)})).melding
