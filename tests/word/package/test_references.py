"""Tests that what refers to a relationship that is gone goes as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.templates import PIXEL, SECTION, Rel, picture
from tests.word.package.helpers import MAIN, opened, tags, text, tree

if TYPE_CHECKING:
    from pathlib import Path

SHAPE = '<v:shape id="s" style="width:9pt;height:9pt"><v:imagedata r:id="{}"/></v:shape>'
LOGO = Rel("image", "media/a.png", "rLogo")
HERE = {"word/media/a.png": PIXEL}


def graphic(content: str, uri: str) -> str:
    """Return a paragraph with a drawing of anything."""
    data = f'<a:graphic><a:graphicData uri="{uri}">{content}</a:graphicData></a:graphic>'
    place = '<wp:extent cx="1" cy="1"/><wp:docPr id="1" name="x"/>'
    return f"<w:p><w:r><w:drawing><wp:inline>{place}{data}</wp:inline></w:drawing></w:r></w:p>"


def test_header_that_is_absent(tmp_path: Path) -> None:
    """A section without the part of its header has no header, and the owner reads which part it is."""
    found = opened(tmp_path, headers={"default": "<w:p/>"}, parts={"word/header_default.xml": None})
    assert "headerReference" not in tags(tree(found))
    assert found.notices == ("Het onderdeel word/header_default.xml ontbreekt in dit bestand en is overgeslagen.",)


def test_header_that_is_a_picture(tmp_path: Path) -> None:
    """A header that refers to something else than a header goes."""
    section = f'<w:headerReference w:type="default" r:id="rLogo"/>{SECTION}'
    found = opened(tmp_path, section=section, parts=HERE, rels={MAIN: [LOGO]})
    assert "headerReference" not in tags(tree(found))


def test_header_without_a_reference(tmp_path: Path) -> None:
    """A header that names no part goes: Word would call the document damaged."""
    found = opened(tmp_path, section=f'<w:headerReference w:type="default"/>{SECTION}')
    assert "headerReference" not in tags(tree(found))


@pytest.mark.parametrize("target", ["media/weg.png", "NULL", "../NULL", ""])
def test_picture_that_is_absent(tmp_path: Path, target: str) -> None:
    """A drawing without its picture goes, the text around it stays."""
    body = f"<w:p><w:r><w:t>voor</w:t></w:r>{picture('rP')}<w:r><w:t>na</w:t></w:r></w:p>"
    found = opened(tmp_path, body=body, rels={MAIN: [Rel("image", target, "rP")]})
    assert "drawing" not in tags(tree(found))
    assert text(tree(found)) == "voorna"


def test_picture_in_a_header(tmp_path: Path) -> None:
    """In a header that has no relationships at all a picture goes as well."""
    found = opened(tmp_path, headers={"default": f"<w:p>{picture('rP')}</w:p>"})
    assert "drawing" not in tags(tree(found, "word/header_default.xml"))


def test_picture_as_fill(tmp_path: Path) -> None:
    """A shape that is filled with an absent picture stays, without fill."""
    fill = '<a:blipFill><a:blip r:embed="rP"/><a:stretch/></a:blipFill>'
    shape = f'<wps:wsp><wps:cNvSpPr/><wps:spPr><a:prstGeom prst="rect"/>{fill}</wps:spPr><wps:bodyPr/></wps:wsp>'
    uri = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    found = tags(tree(opened(tmp_path, body=graphic(shape, uri))))
    assert "noFill" in found
    assert "blipFill" not in found


def test_vector_version_of_a_picture(tmp_path: Path) -> None:
    """A picture of which only the vector version is absent stays."""
    svg = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
    extension = f'<a:extLst><a:ext uri="{{x}}"><asvg:svgBlip xmlns:asvg="{svg}" r:embed="rSvg"/></a:ext></a:extLst>'
    body = picture("rLogo").replace('<a:blip r:embed="rLogo"/>', f'<a:blip r:embed="rLogo">{extension}</a:blip>')
    found = tags(tree(opened(tmp_path, body=f"<w:p>{body}</w:p>", parts=HERE, rels={MAIN: [LOGO]})))
    assert "blip" in found
    assert "svgBlip" not in found


def test_older_picture(tmp_path: Path) -> None:
    """A picture of the older kind goes with what is around it; one beside it stays."""
    both = f"<w:pict>{SHAPE.format('rP')}{SHAPE.format('rLogo')}</w:pict><w:pict>{SHAPE.format('rP')}</w:pict>"
    found = tags(tree(opened(tmp_path, body=f"<w:p><w:r>{both}</w:r></w:p>", parts=HERE, rels={MAIN: [LOGO]})))
    assert found.count("pict") == 1
    assert found.count("shape") == 1


def test_picture_as_bullet(tmp_path: Path) -> None:
    """A list whose bullet is an absent picture loses the picture, not the list."""
    numbering = (
        f'<w:numPicBullet w:numPicBulletId="3"><w:pict>{SHAPE.format("rP")}</w:pict></w:numPicBullet>'
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/>'
        '<w:lvlPicBulletId w:val="3"/></w:lvl></w:abstractNum>'
    )
    found = tags(tree(opened(tmp_path, numbering=numbering), "word/numbering.xml"))
    assert found == ["numbering", "abstractNum", "lvl", "numFmt", "lvlText"]


def test_chart_that_is_absent(tmp_path: Path) -> None:
    """A drawing without its chart goes."""
    uri = "http://schemas.openxmlformats.org/drawingml/2006/chart"
    assert "drawing" not in tags(tree(opened(tmp_path, body=graphic('<c:chart r:id="rC"/>', uri))))


def test_hyperlink_that_is_absent(tmp_path: Path) -> None:
    """A link without an address keeps its text, in its place."""
    body = (
        "<w:p><w:r><w:t>a</w:t></w:r>"
        '<w:hyperlink r:id="rH"><w:r><w:t>b</w:t></w:r><w:r><w:t>c</w:t></w:r></w:hyperlink>'
        "<w:r><w:t>d</w:t></w:r></w:p>"
    )
    found = tree(opened(tmp_path, body=body))
    assert "hyperlink" not in tags(found)
    assert text(found) == "abcd"


def test_hyperlink_to_a_place_in_the_document(tmp_path: Path) -> None:
    """A link that also names a bookmark stays a link."""
    body = '<w:p><w:hyperlink r:id="rH" w:anchor="begin"><w:r><w:t>b</w:t></w:r></w:hyperlink></w:p>'
    found = opened(tmp_path, body=body)
    assert "hyperlink" in tags(tree(found))
    assert b"rH" not in found.parts[MAIN]


def test_link_on_a_picture(tmp_path: Path) -> None:
    """A picture that links to an absent address stays, without the link."""
    body = picture("rLogo").replace(
        'name="Logo"/><a:graphic>', 'name="Logo"><a:hlinkClick r:id="rH"/></wp:docPr><a:graphic>'
    )
    found = tags(tree(opened(tmp_path, body=f"<w:p>{body}</w:p>", parts=HERE, rels={MAIN: [LOGO]})))
    assert "blip" in found
    assert "hlinkClick" not in found


def test_embedded_font_that_is_absent(tmp_path: Path) -> None:
    """A font without its file is still named."""
    fonts = (
        '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<w:font w:name="Stad"><w:embedRegular r:id="rF" w:fontKey="{x}"/></w:font></w:fonts>'
    )
    found = opened(
        tmp_path, parts={"word/fontTable.xml": fonts}, rels={MAIN: [Rel("fontTable", "fontTable.xml", "rT")]}
    )
    assert tags(tree(found, "word/fontTable.xml")) == ["fonts", "font"]


@pytest.mark.parametrize("tag", ["footnoteReference", "endnoteReference", "commentReference", "commentRangeStart"])
def test_notes_without_a_part(tmp_path: Path, tag: str) -> None:
    """The sign of a note or comment goes when there is no part with notes or comments."""
    sign = f'<w:{tag} w:id="2"/>'
    body = f"<w:p>{sign}</w:p>" if tag.endswith("Start") else f"<w:p><w:r>{sign}</w:r></w:p>"
    assert tag not in tags(tree(opened(tmp_path, body=body)))


def test_relationship_id_twice(tmp_path: Path) -> None:
    """Of two relationships with one id the first counts."""
    found = opened(
        tmp_path, body=f"<w:p>{picture('rLogo')}</w:p>", parts=HERE, rels={MAIN: [LOGO, Rel("image", "b.png", "rLogo")]}
    )
    assert "blip" in tags(tree(found))


def test_vector_picture_with_a_document_type(tmp_path: Path) -> None:
    """A vector picture in which entities can be declared does not come along, and this is said."""
    found = opened(
        tmp_path,
        body=f"<w:p>{picture('rSvg')}</w:p>",
        parts={"word/media/a.svg": "<!DOCTYPE svg []><svg/>", "word/media/b.svg": "<svg/>"},
        rels={MAIN: [Rel("image", "media/a.svg", "rSvg"), Rel("image", "media/b.svg", "rOther")]},
    )
    assert "word/media/a.svg" not in found.parts
    assert "word/media/b.svg" in found.parts
    assert "word/media/a.svg" in found.notices[0]
