"""The page of the house style, and landscape pages between its portrait ones."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from generator.word.schema_order import child_of, set_properties
from generator.word.text.body import Paragraph, SectionEnd
from generator.word.text.numbering import formatted
from generator.word.xml import number, value, w

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from generator.word.text.body import Block
    from generator.word.text.translation import Context, Record

_A4 = {"w": 11906, "h": 16838}
_MARGIN = 1418
_NARROWEST = 2000
"""Margins that leave less than this, in twentieths of a point, are a mistake in the template."""

_TURNED = {"top": "left", "right": "top", "bottom": "right", "left": "bottom"}
"""Where each margin of a lying page comes from: the paper makes a quarter turn, with the edge of a binding on top."""

_ONLY_FIRST = ("titlePg", "pgNumType")
"""A cover and a first page number belong to the first section alone."""
_LINE = {"spacing": 'w:before="0" w:after="0" w:line="20" w:lineRule="exact"'}
"""What keeps an empty paragraph from showing a line: it is a point high."""


class PageSetup(Struct, frozen=True):
    """The section of the house style that the plan runs in."""

    properties: _Element
    """Its `sectPr`."""
    used: bool = False
    """Whether pages of it stand before the plan."""
    apart: bool = False
    """Whether other sections stand before the plan, so that its numbers may start there."""

    @property
    def width(self) -> int:
        """The width of the text on a portrait page, in twentieths of a point."""
        return self._width("w")

    @property
    def height(self) -> int:
        """The width of the text on a landscape page, in twentieths of a point."""
        return self._width("h")

    def section(self, index: int, *, landscape: bool = False) -> _Element:
        """Return the `sectPr` of one of the sections that the plan makes of it, counted from 0."""
        section = copy.deepcopy(self.properties)
        if index:
            for name in _ONLY_FIRST:
                for item in section.findall(w(name)):
                    section.remove(item)
            set_properties(section, {"type": 'w:val="nextPage"'})
        if landscape:
            _turn(section)
        return section

    def printed(self, page: int, section: int, first_page: int) -> str:
        """Return the number that the footer prints.

        Args:
            page: The page, counted from 1.
            section: The section that it is in, from 0.
            first_page: The page on which the plan starts, counted from 1.
        """
        numbering = self.properties.find(w("pgNumType"))
        if numbering is None:
            return str(page)
        form = "decimal" if section else numbering.get(w("fmt"), "decimal")
        start = number(numbering.get(w("start")))
        if start is None or page < first_page:
            return formatted(page, form)
        return formatted(page - first_page + start, form)

    def _width(self, side: str) -> int:
        size = self.properties.find(w("pgSz"))
        margins = self.properties.find(w("pgMar"))
        total = number(value(size, w(side))) or _A4[side]
        ends = ("left", "right", "gutter") if side == "w" else ("top", "bottom")  # a gutter goes on top of a lying page
        if margins is None:
            return total - 2 * _MARGIN
        return max(total - sum(abs(number(margins.get(w(end))) or 0) for end in ends), _NARROWEST)


def end_section(context: Context, record: Record, *, landscape: bool = False) -> _Element:
    """Return the `sectPr` of the section that ends here."""
    record.section += 1
    return context.page.section(record.section - 1, landscape=landscape)


def landscape(content: Callable[[Context], list[Block]], context: Context, record: Record) -> list[Block]:
    """Return content on landscape pages of its own, between the end of the portrait section before it and its own."""
    opening = _section_end(context, record, landscape=False)
    inner = content(replace(context, width=context.page.height))
    return [opening, *inner, _section_end(context, record, landscape=True)]


def _section_end(context: Context, record: Record, *, landscape: bool) -> SectionEnd:
    section = end_section(context, record, landscape=landscape)
    identity = record.identities.of(f"{context.scope}/sectie")
    return SectionEnd(section, Paragraph("", (), _LINE, identity, section), landscape)


def _turn(section: _Element) -> None:
    size = child_of(section, "pgSz")
    width, height = size.get(w("w"), str(_A4["w"])), size.get(w("h"), str(_A4["h"]))
    size.set(w("w"), height)
    size.set(w("h"), width)
    size.set(w("orient"), "landscape")
    margins = section.find(w("pgMar"))
    if margins is None:
        return
    values = {side: margins.get(w(source), str(_MARGIN)) for side, source in _TURNED.items()}
    values["top"] = str(abs(number(values["top"]) or 0) + (number(margins.get(w("gutter"))) or 0))
    for side, measure in values.items():
        margins.set(w(side), measure)
    if margins.get(w("gutter")) is not None:
        margins.set(w("gutter"), "0")
