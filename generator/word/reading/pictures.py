"""Finds what is drawn in a run, from pictures to old VML shapes, with its alternative text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.word.package.part_xml import parse
from generator.word.reading.content import Picture
from generator.word.xml import a, child_at, local_name, value, vml, w, wp, wps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from generator.word.reading.content import Paragraph

GRAPHICS = tuple(map(w, ("drawing", "pict", "object")))
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_ON = frozenset({"1", "true"})
_KINDS = {
    "picture": "afbeelding",
    "chart": "grafiek",
    "chartex": "grafiek",
    "diagram": "SmartArt-afbeelding",
    "wordprocessingGroup": "groep vormen",
    "wordprocessingShape": "vorm",
    "wordprocessingCanvas": "tekenpapier",
}
_SHAPES = tuple(map(vml, ("shape", "rect", "oval", "line", "polyline", "roundrect", "group")))


def pictures_in(run: _Element, paragraph: Paragraph) -> Iterator[Picture]:
    """Yield what a run draws; a text box is not among it, for a reader reads its text."""
    for drawing in run.iter(w("drawing")):
        for holder in (*drawing.findall(wp("inline")), *drawing.findall(wp("anchor"))):
            yield from _drawn(holder, paragraph)
    for old in (*run.iter(w("pict")), *run.iter(w("object"))):
        yield from _vml(old, paragraph)


def _drawn(holder: _Element, paragraph: Paragraph) -> Iterator[Picture]:
    properties = holder.find(wp("docPr"))
    data = next(holder.iter(a("graphicData")), None)
    kind = _KINDS.get(value(data, "uri").rpartition("/")[2], "tekening")
    if kind == "vorm" and next(holder.iter(wps("txbx")), None) is not None:
        return
    alt = (value(properties, "descr") or value(properties, "title")).strip()
    yield Picture(holder, paragraph, kind, alt, _is_decorative(properties), holder.tag == wp("anchor"))


def _is_decorative(properties: _Element | None) -> bool:
    if properties is None:
        return False
    return any(local_name(item) == "decorative" and item.get("val", "1") in _ON for item in properties.iter())


def _vml(old: _Element, paragraph: Paragraph) -> Iterator[Picture]:
    shape = next((child for child in old if child.tag in _SHAPES), None)
    if shape is None or next(shape.iter(w("txbxContent")), None) is not None:
        return
    if child_at(old, "control") is not None:
        return
    is_line = shape.get("{urn:schemas-microsoft-com:office:office}hr") is not None
    kind = "ingevoegd object" if old.tag == w("object") else "afbeelding"
    floating = "position:absolute" in shape.get("style", "").replace(" ", "")
    yield Picture(shape, paragraph, kind, shape.get("alt", "").strip(), is_line, floating)


def silent_texts(main: bytes) -> tuple[str, ...]:
    """Return what is said of each chart and text box in the main part of a document, in reading order.

    LibreOffice drops the alternative text of these from a PDF; that of a picture it keeps.
    """
    drawings = parse(main).iter(wp("inline"), wp("anchor"))
    return tuple(_said(item) for item in drawings if next(item.iter(_CHART, wps("txbx")), None) is not None)


def _said(drawing: _Element) -> str:
    """Return the alternative text of a drawing, else the words in it."""
    given = value(drawing.find(wp("docPr")), "descr")
    return given or " ".join("".join(item.text or "" for item in drawing.iter(w("t"))).split())
