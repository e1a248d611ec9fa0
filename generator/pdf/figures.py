"""Gives the charts in a PDF the alternative text that LibreOffice leaves behind in the Word document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree
from pypdf.generic import NameObject, TextStringObject

from generator.pdf.headings import elements

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pypdf.generic import DictionaryObject

_INLINE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}inline"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"


def chart_texts(main: bytes) -> tuple[str, ...]:
    """Return the alternative text of each chart in the main part of a Word document, in reading order."""
    drawings = etree.fromstring(main).iter(_INLINE)
    charts = [item for item in drawings if next(item.iter(_CHART), None) is not None]
    return tuple(found.get("descr", "") for item in charts if (found := item.find("{*}docPr")) is not None)


def describe_charts(root: DictionaryObject, texts: Sequence[str]) -> None:
    """Give each figure without an alternative text that of its chart; where they cannot be matched, none gets any."""
    tree = root.get("/StructTreeRoot")
    if tree is None:
        return
    silent = [item for item in elements(tree.get_object()) if item.get("/S") == "/Figure" and not item.get("/Alt")]
    if len(silent) != len(texts):
        return
    for figure, text in zip(silent, texts, strict=True):
        figure[NameObject("/Alt")] = TextStringObject(text)
