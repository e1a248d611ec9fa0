"""Charts of an edited document that show other figures now: with their workbook, and the words for who cannot see them.

A chart cannot be a tracked change, so a comment says that it is new.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.word.package import part_xml
from generator.word.package.relationships import main_part, relationships_of
from generator.word.xml import R

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml.etree import _Element

    from generator.roundtrip.adoption import Adoption

_SPACE = "http://schemas.openxmlformats.org/drawingml/2006/chart"
CHART = f"{{{_SPACE}}}chart"
_VALUE = f"{{{_SPACE}}}v"
_ID = f"{{{R}}}id"
_RENEWED = "Deze grafiek toont nu de cijfers uit de nieuwe antwoorden."
_OTHER = "Volgens de nieuwe antwoorden toont deze grafiek andere cijfers."


def renew_charts(
    charts: Iterable[tuple[_Element, _Element, _Element]],
    adoption: Adoption,
    base: Mapping[str, bytes],
    parts: Mapping[str, bytes],
    fresh: Mapping[str, bytes],
) -> Iterator[tuple[_Element, str]]:
    """Renew the charts that nobody changed and that show other figures now; yield what is said beside each.

    Args:
        charts: The paragraph of each chart as it was made, in the document, and as it is made now.
        adoption: Brings parts into the document.
        base: The parts of the document as it was made.
        parts: The parts of the document.
        fresh: The parts of the document as it is made now.
    """
    for before, paragraph, after in charts:
        made, mine, wanted = (next(item.iter(CHART), None) for item in (before, paragraph, after))
        if made is None or mine is None or wanted is None or figures(base, made) == figures(fresh, wanted):
            continue
        if figures(parts, mine) != figures(base, made):
            yield paragraph, _OTHER
            continue
        identity = adoption.take(str(wanted.get(_ID)))
        if identity is not None:
            adoption.drop(str(mine.get(_ID)))
            mine.set(_ID, identity)
            _tell(paragraph, after)
            yield paragraph, _RENEWED


def figures(parts: Mapping[str, bytes], chart: _Element) -> list[str]:
    """Return the figures and words that a chart shows."""
    related = relationships_of(parts, main_part(parts) or "")
    name = next((item.target for item in related if item.id == chart.get(_ID)), "")
    return [value.text or "" for value in part_xml.parse(parts[name]).iter(_VALUE)] if name in parts else []


def _tell(paragraph: _Element, after: _Element) -> None:
    """Give a chart the words that tell what it shows now."""
    mine, wanted = (next(item.iter("{*}docPr"), None) for item in (paragraph, after))
    if mine is not None and wanted is not None:
        mine.set("descr", wanted.get("descr") or "")
