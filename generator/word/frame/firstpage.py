"""The first page of a document without a cover: the headers that a cover would have go, a letterhead stays."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from generator.word.frame.looking import has_art, whole_text
from generator.word.xml import w

if TYPE_CHECKING:
    from docx.opc.part import XmlPart
    from docx.parts.document import DocumentPart
    from lxml.etree import _Element

_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_HEIGHT = re.compile(r"(?:^|;)\s*height:\s*(\d+(?:\.\d+)?)pt")
_POINT = 12_700
_TALLEST = 4_000_000
"""Art in a header that is taller than this, in English Metric Units (11 cm), is that of a cover."""


def start_without_cover(section: _Element, document: DocumentPart) -> None:
    """Let the pages of a section count from 1, and let the first look like the others unless it has a letterhead.

    Args:
        section: The `sectPr`; it is changed.
        document: The main part, which knows the headers.
    """
    for numbering in section.findall(w("pgNumType")):
        numbering.attrib.pop(w("start"), None)
    if not any(_is_letterhead(margin) for margin in _first_headers(section, document)):
        for item in section.findall(w("titlePg")):
            section.remove(item)


def _first_headers(section: _Element, document: DocumentPart) -> list[_Element]:
    found = [item for item in section.findall(w("headerReference")) if item.get(w("type")) == "first"]
    parts = (document.related_parts.get(item.get(_ID, "")) for item in found)
    return [cast("_Element", cast("XmlPart", part).element) for part in parts if part is not None]


def _is_letterhead(header: _Element) -> bool:
    heights = [float(item.get("cy", "0")) for item in header.iter(_EXTENT)]
    looks = [item.get("style", "") for art in header.iter(w("pict")) for item in art.iter()]
    heights += [float(found[1]) * _POINT for look in looks if (found := _HEIGHT.search(look))]
    return max(heights, default=0.0) <= _TALLEST and (has_art(header) or bool(whole_text(header).strip()))
