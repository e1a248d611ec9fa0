"""Writes a picture of the answers, as a drawing in a paragraph of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.page.figures import named_image
from generator.word.text.body import Paragraph
from generator.word.xml import attribute

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from generator.image_files import ImageFile
    from generator.word.schema_order import Props
    from generator.word.text.body import Block
    from generator.word.text.translation import Context, Record

_EMU = 635
"""In a twentieth of a point."""
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_HIGHEST = 0.4
"""No picture takes more of the height of a page."""


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


def _size(element: HtmlElement, picture: ImageFile, context: Context) -> str:
    share = re.fullmatch(r"(\d+)%", element.get("width") or "")
    width = context.width * (int(share[1]) / 100 if share else 1)
    height = width * picture.hoogte / picture.breedte
    smaller = min(1.0, context.page.height * _HIGHEST / height)
    return f'cx="{round(width * smaller * _EMU)}" cy="{round(height * smaller * _EMU)}"'


def _drawing(element: HtmlElement, context: Context, number: int) -> str:
    picture = named_image(element, context.images)
    size, related = _size(element, picture, context), context.add_image(picture)
    said = " ".join((element.get("alt") or "").split())
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0"'
        f' distR="0"><wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{number}" name="Beeld {number}" descr="{attribute(said)}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="{number}" name="Beeld {number}"/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{related}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect">'
        "<a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
