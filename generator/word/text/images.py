"""Writes a picture of the answers: as a drawing in a paragraph of its own, or in place of one of the house style."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from generator.page.figures import named_image
from generator.word.text.body import Paragraph
from generator.word.xml import a, attribute, number, r, wp

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element
    from lxml.html import HtmlElement

    from generator.image_files import ImageFile
    from generator.word.schema_order import Props
    from generator.word.text.body import Block
    from generator.word.text.translation import Context, Record

_EMU = 635
"""In a twentieth of a point."""
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_PICTURE = f"{{{_DRAWING}/picture}}"
_RELATIVE = "{http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing}"
"""In which Word says how wide and high a drawing is as a part of the page."""


def image(element: HtmlElement, context: Context, record: Record) -> list[Block]:
    """Return the paragraph with a picture, as wide as its `width` says, in percents of the text.

    Raises:
        ProblemsError: There is no such picture.
    """
    return row([element], context, record)


def row(elements: Sequence[HtmlElement], context: Context, record: Record) -> list[Block]:
    """Return the paragraph with pictures beside each other, where they are not too wide for that.

    Raises:
        ProblemsError: There is no such picture.
    """
    runs = [_drawing(element, context, next(record.drawing_numbers)) for element in elements]
    kept: Props = {"keepNext": ""} if elements[-1].getnext() is not None else {}
    identity = record.identities.note(f"{context.scope}/{elements[0].get('src')}", "grafiek")
    return [
        Paragraph(
            context.style("grafiek"), ('<w:r><w:t xml:space="preserve"> </w:t></w:r>'.join(runs),), kept, identity
        )
    ]


def size(element: HtmlElement, context: Context) -> tuple[float, float]:
    """Return how wide and how high a picture is shown, in twentieths of a point.

    Raises:
        ProblemsError: There is no such picture.
    """
    picture = named_image(element, context.images)
    share = re.fullmatch(r"(\d+)%", element.get("width") or "")
    width = context.width * (int(share[1]) / 100 if share else 1)
    height = width * picture.hoogte / picture.breedte
    smaller = min(1.0, context.page.height * context.highest / height)
    return width * smaller, height * smaller


def _drawing(element: HtmlElement, context: Context, number: int) -> str:
    picture = named_image(element, context.images)
    width, height = (round(length * _EMU) for length in size(element, context))
    shown, related = f'cx="{width}" cy="{height}"', context.add_image(picture)
    said = " ".join((element.get("alt") or "").split())
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0"'
        f' distR="0"><wp:extent {shown}/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{number}" name="Beeld {number}" descr="{attribute(said)}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="{number}" name="Beeld {number}"/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{related}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {shown}/></a:xfrm><a:prstGeom prst="rect">'
        "<a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def named_drawings(root: _Element, name: str) -> list[_Element]:
    """Return the `wp:inline` or `wp:anchor` of each drawing that is one picture with this name."""
    found = []
    for said in root.iter(wp("docPr")):
        drawing = said.getparent()
        alone = drawing is not None and drawing.find(f"{a('graphic')}/{a('graphicData')}/{_PICTURE}pic") is not None
        if alone and drawing is not None and (said.get("name") or "").strip().casefold() == name.casefold():
            found.append(drawing)
    return found


def redraw(drawing: _Element, image: ImageFile, description: str, related: str) -> str:
    """Let a drawing show another picture, in the room that it has and without pulling it out of shape.

    Args:
        drawing: The `wp:inline` or `wp:anchor`; it is changed.
        image: What it shows.
        description: What is said of it to who cannot see it.
        related: The id of the relationship to it.

    Returns:
        The id of the relationship to what it showed.
    """
    for said in (*drawing.iter(wp("docPr")), *drawing.iter(f"{_PICTURE}cNvPr")):
        said.set("descr", description)
        said.attrib.pop("title", None)
        for rest in said.findall(a("extLst")):  # may say that it only adorns
            said.remove(rest)
    old = ""
    for blip in drawing.iter(a("blip")):
        old = blip.get(r("embed")) or blip.get(r("link")) or ""
        blip.attrib.pop(r("link"), None)
        blip.set(r("embed"), related)
        del blip[:]  # its colours, or the same picture as lines
    etree.strip_elements(drawing, a("srcRect"), f"{_RELATIVE}sizeRelH", f"{_RELATIVE}sizeRelV", with_tail=False)
    _fit(drawing, image)
    return old


def _fit(drawing: _Element, image: ImageFile) -> None:
    extent = drawing.find(wp("extent"))
    if extent is None:
        return
    width, height = number(extent.get("cx")) or 0.0, number(extent.get("cy")) or 0.0
    scale = min(width / image.breedte, height / image.hoogte)
    fitting = {"cx": str(round(image.breedte * scale)), "cy": str(round(image.hoogte * scale))}
    for item in (extent, *drawing.iter(a("ext"))):
        if item.get("cx") is not None:
            item.attrib.update(fitting)
