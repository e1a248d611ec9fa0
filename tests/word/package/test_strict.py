"""Tests that Strict Open XML becomes the transitional kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.templates import PIXEL, STYLES, Rel, build_parts, picture, zipped
from tests.word.package.helpers import MAIN, opened, tags, tree, value

if TYPE_CHECKING:
    from pathlib import Path

    from generator.word.package import WordPackage

TABLE = (
    '<w:tbl><w:tblPr><w:tblW w:w="50%" w:type="pct"/><w:jc w:val="end"/><w:tblInd w:w="1cm" w:type="dxa"/>'
    '<w:tblBorders><w:start w:val="single" w:sz="4"/><w:end w:val="single" w:sz="4"/></w:tblBorders>'
    '<w:tblCellMar><w:start w:w="5.4pt" w:type="dxa"/><w:end w:w="5.4pt" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    '<w:tblGrid><w:gridCol w:w="3in"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="33.3%" w:type="pct"/>'
    '<w:textDirection w:val="lr"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'
)
BODY = (
    '<w:p><w:pPr><w:pStyle w:val="Standaard"/><w:tabs><w:tab w:val="end" w:pos="234pt"/></w:tabs>'
    '<w:spacing w:after="8pt" w:line="12.95pt" w:lineRule="auto"/>'
    '<w:ind w:start="36pt" w:end="1cm" w:hanging="0.25in"/>'
    '<w:jc w:val="start"/></w:pPr><w:r><w:rPr><w:b w:val="true"/><w:spacing w:val="1pt"/><w:w w:val="80%"/>'
    '<w:sz w:val="11pt"/></w:rPr><w:t>tekst</w:t></w:r></w:p>'
)
SECTION = (
    '<w:pgSz w:w="595.3pt" w:h="841.9pt"/>'
    '<w:pgMar w:top="2.5cm" w:right="1in" w:bottom="25mm" w:left="6pc"'
    ' w:header="35.4pt" w:footer="35.4pt" w:gutter="0pt"/>'
)
LEVEL = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="•"/><w:lvlJc w:val="start"/></w:lvl></w:abstractNum>'
)
HEADER = f'<w:p><w:pPr><w:jc w:val="end"/></w:pPr>{picture("rLogo")}</w:p>'
NAMES = {
    "http://schemas.openxmlformats.org/officeDocument/2006/": "http://purl.oclc.org/ooxml/officeDocument/",
    "http://schemas.openxmlformats.org/wordprocessingml/2006/": "http://purl.oclc.org/ooxml/wordprocessingml/",
    "http://schemas.openxmlformats.org/drawingml/2006/": "http://purl.oclc.org/ooxml/drawingml/",
}


def strict_parts() -> dict[str, bytes]:
    """Return a template as Word saves it in the strict format."""
    alpha = '<a:blip r:embed="rLogo"><a:alphaModFix amt="50%"/></a:blip>'
    parts = build_parts(
        body=BODY + TABLE + "<w:p/>",
        section=SECTION,
        numbering=LEVEL,
        more_styles='<w:style w:type="paragraph" w:styleId="p12pt"><w:name w:val="12pt"/></w:style>',
        settings='<w:zoom w:percent="100%"/>',
        headers={"default": HEADER.replace('<a:blip r:embed="rLogo"/>', alpha)},
        parts={"word/media/a.png": PIXEL, "docProps/app.xml": app()},
        rels={
            "word/header_default.xml": [Rel("image", "media/a.png", "rLogo")],
            "": [Rel("extendedProperties", "docProps/app.xml", "rApp")],
        },
    )
    return {name: _strict(data) if name.endswith((".xml", ".rels")) else data for name, data in parts.items()}


def app() -> str:
    """Return the properties of the program that wrote a file."""
    space = "http://schemas.openxmlformats.org/officeDocument/2006/extendedProperties"
    return f'<Properties xmlns="{space}"><Application>Microsoft Office Word</Application></Properties>'


def _strict(data: bytes) -> bytes:
    for transitional, strict in NAMES.items():
        data = data.replace(transitional.encode(), strict.encode())
    return data.replace(b"<w:document ", b'<w:document w:conformance="strict" ')


@pytest.fixture
def package(tmp_path: Path) -> WordPackage:
    """Return what a strict template is opened as."""
    return opened(tmp_path, zipped(strict_parts()))


def test_nothing_strict_is_left(package: WordPackage) -> None:
    """No namespace, relationship type or mark of the strict format is left."""
    assert not [name for name, data in package.parts.items() if b"purl.oclc.org" in data or b"conformance" in data]
    assert b"/extended-properties" in package.parts["_rels/.rels"]
    assert b"2006/extended-properties" in package.parts["docProps/app.xml"]
    assert package.notices == ()


@pytest.mark.parametrize(
    ("path", "attribute", "expected"),
    [
        ("pPr/jc", "val", "left"),
        ("tabs/tab", "val", "right"),
        ("tabs/tab", "pos", "4680"),
        ("pPr/spacing", "after", "160"),
        ("pPr/spacing", "line", "259"),
        ("pPr/ind", "left", "720"),
        ("pPr/ind", "right", "567"),
        ("pPr/ind", "hanging", "360"),
        ("pPr/ind", "start", None),
        ("rPr/spacing", "val", "20"),
        ("rPr/w", "val", "80"),
        ("rPr/sz", "val", "22"),
        ("tblPr/tblW", "w", "2500"),
        ("tblPr/jc", "val", "right"),
        ("tblPr/tblInd", "w", "567"),
        ("tblBorders/left", "val", "single"),
        ("tblBorders/right", "val", "single"),
        ("tblCellMar/left", "w", "108"),
        ("tblCellMar/right", "w", "108"),
        ("tblGrid/gridCol", "w", "4320"),
        ("tcPr/tcW", "w", "1665"),
        ("tcPr/textDirection", "val", "btLr"),
        ("sectPr/pgSz", "w", "11906"),
        ("sectPr/pgMar", "top", "1417"),
        ("sectPr/pgMar", "left", "1440"),
        ("sectPr/pgMar", "gutter", "0"),
    ],
)
def test_value(package: WordPackage, path: str, attribute: str, expected: str | None) -> None:
    """A value of the strict format is what the transitional format has for it."""
    assert value(tree(package), path, attribute) == expected


def test_values_outside_the_document(package: WordPackage) -> None:
    """Values in settings, numbering, headers and drawings are translated as well."""
    assert value(tree(package, "word/settings.xml"), "zoom", "percent") == "100"
    assert value(tree(package, "word/numbering.xml"), "lvl/lvlJc") == "left"
    assert value(tree(package, "word/header_default.xml"), "pPr/jc") == "right"
    assert b'amt="50000"' in package.parts["word/header_default.xml"]


def test_what_only_looks_like_a_measure(package: WordPackage) -> None:
    """The start of a list and a style that is called 12pt stay what they are."""
    assert value(tree(package, "word/numbering.xml"), "lvl/start") == "1"
    assert b'w:val="12pt"' in package.parts["word/styles.xml"]


def test_units_in_a_transitional_file(tmp_path: Path) -> None:
    """Measures with units are translated in the transitional format too, where they are allowed but rare."""
    found = opened(tmp_path, section=SECTION, styles=STYLES.replace('"20"', '"10pt"'))
    assert value(tree(found), "sectPr/pgSz", "h") == "16838"
    assert value(tree(found, "word/styles.xml"), "rPr/sz") == "20"
    assert "pgMar" in tags(tree(found, MAIN))


@pytest.mark.parametrize("written", ["9" * 400 + "cm", "9" * 400 + "%", "1" * 100_000])
def test_measure_beyond_measure(tmp_path: Path, written: str) -> None:
    """A measure of hundreds of digits is no measure."""
    body = f'<w:p><w:pPr><w:ind w:left="1cm" w:right="{written}"/></w:pPr></w:p>'
    assert value(tree(opened(tmp_path, body=body)), "pPr/ind", "right") == written
