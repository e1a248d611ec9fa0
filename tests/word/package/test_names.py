"""Tests of names, content types and relationships that do not agree."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from tests.support.templates import DOCM, DOCX, DOTM, DOTX, PIXEL, Rel, build, build_parts, picture, zipped
from tests.word.package.helpers import MAIN, opened, refused, tags, tree

if TYPE_CHECKING:
    from pathlib import Path

PICTURE = f"<w:p>{picture('rLogo')}</w:p>"


@pytest.mark.parametrize("kind", [DOCX, DOTX, DOCM, DOTM])
def test_kind_of_document(tmp_path: Path, kind: str) -> None:
    """A document or template, with or without macros, becomes a plain document."""
    types = opened(tmp_path, main_type=kind).parts["[Content_Types].xml"].decode()
    assert [other for other in (DOCX, DOTX, DOCM, DOTM) if other in types] == [DOCX]


@pytest.mark.parametrize("main", ["word/document2.xml", "hoofdstuk.xml", "Inhoud/Diep/tekst.xml"])
def test_main_part_with_another_name(tmp_path: Path, main: str) -> None:
    """A main part is found by its relationship, not by its name."""
    assert opened(tmp_path, main=main).main == main


@pytest.mark.parametrize(
    ("name", "target"),
    [
        pytest.param("word/media/Logo.PNG", "media/logo.png", id="case"),
        pytest.param("word\\media\\logo.png", "media/logo.png", id="backslashes-in-name"),
        pytest.param("word/media/logo.png", "media\\logo.png", id="backslashes-in-target"),
        pytest.param("word/media/logo groot.png", "media/logo%20groot.png", id="percent"),
        pytest.param("word/media/logo%20groot.png", "media/logo groot.png", id="percent-in-name"),
        pytest.param("word/media/logó.png", "media/log%C3%B3.png", id="accent"),
        pytest.param("word/media/logo.png", "/word/media/logo.png", id="absolute"),
        pytest.param("media/logo.png", "../media/logo.png", id="parent"),
        pytest.param("word/media/logo.png", "./x/.././media/logo.png", id="dots"),
        pytest.param("word/media/logo.png", "word/media/logo.png", id="from-the-root-without-slash"),
        pytest.param("word/media/logo.png", "media/logo.png#deel", id="fragment"),
    ],
)
def test_target_in_other_words(tmp_path: Path, name: str, target: str) -> None:
    """A picture is found however its name and the target of its relationship are written."""
    found = opened(tmp_path, body=PICTURE, parts={name: PIXEL}, rels={MAIN: [Rel("image", target, "rLogo")]})
    assert PIXEL in found.parts.values()
    assert "blip" in tags(tree(found))
    assert found.notices == ()


def test_whole_package_in_capitals(tmp_path: Path) -> None:
    """A package whose names are in capitals opens, the content types and relationships as well."""
    found = opened(tmp_path, zipped({name.upper(): content for name, content in build_parts().items()}))
    assert found.main == "WORD/DOCUMENT.XML"
    assert "WORD/STYLES.XML" in found.parts


@pytest.mark.parametrize("extension", ["rels", "xml", "png"])
def test_missing_default_type(tmp_path: Path, extension: str) -> None:
    """A package that does not say what an extension is opens, and says it afterwards."""
    found = opened(
        tmp_path,
        body=PICTURE,
        parts={"word/media/a.png": PIXEL},
        rels={MAIN: [Rel("image", "media/a.png", "rLogo")]},
        content_types={extension: None},
    )
    assert b"image/png" in found.parts["[Content_Types].xml"]


def test_type_of_an_absent_part(tmp_path: Path) -> None:
    """A content type of a part that is not there does not come along."""
    found = opened(tmp_path, content_types={"/word/weg.xml": "application/x-weg+xml"})
    assert b"weg" not in found.parts["[Content_Types].xml"]


def test_wrong_type_of_styles(tmp_path: Path) -> None:
    """Styles are styles because the document says so, whatever the content types call them."""
    found = opened(tmp_path, content_types={"/word/styles.xml": "application/xml"})
    assert b"wordprocessingml.styles+xml" in found.parts["[Content_Types].xml"]


def test_main_part_as_default_type(tmp_path: Path) -> None:
    """A package that calls every XML part a main part has the one that the package relates to."""
    found = opened(tmp_path, content_types={"xml": DOCX, f"/{MAIN}": None})
    assert found.main == MAIN


def test_no_package_relationships(tmp_path: Path) -> None:
    """A package that does not say which part is the document opens with a notice."""
    found = opened(tmp_path, parts={"_rels/.rels": None})
    assert found.main == MAIN
    assert "hersteld" in found.notices[0]


def test_no_content_types(tmp_path: Path) -> None:
    """A package without content types opens when its relationships and its root element agree."""
    assert opened(tmp_path, parts={"[Content_Types].xml": None}).main == MAIN


def test_main_part_with_an_unknown_type(tmp_path: Path) -> None:
    """A main part with a content type that nobody knows is known by its root element."""
    assert opened(tmp_path, main_type="application/vnd.iets+xml").main == MAIN


def test_unreachable_parts(tmp_path: Path) -> None:
    """A part that nothing refers to does not come along."""
    assert "word/media/oud.png" not in opened(tmp_path, parts={"word/media/oud.png": PIXEL}).parts


def test_styles_twice(tmp_path: Path) -> None:
    """Of a kind of which there can be one, the first counts."""
    found = opened(tmp_path, parts={"word/a.xml": "<w:a/>"}, rels={MAIN: [Rel("styles", "a.xml", "rTwo")]})
    assert "word/a.xml" not in found.parts


def test_parts_that_refer_too_deep(tmp_path: Path) -> None:
    """A chain of a thousand parts is refused, not followed until Python gives up."""
    chain = ["word/a0.xml", *(f"word/a{number}.xml" for number in range(1, 1000))]
    rels = {MAIN: [Rel("customXml", "a0.xml", "rA")]}
    rels |= {name: [Rel("customXml", f"/{after}", "rA")] for name, after in itertools.pairwise(chain)}
    data = build(parts=dict.fromkeys(chain, "<a/>"), rels=rels)
    assert "te diep" in refused(tmp_path, data).melding
