"""The page of the house style, and landscape pages between its portrait ones."""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from generator.word.text.numbering import formatted
from generator.word.xml import NAMESPACES, fragment, w

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from generator.word.text.state import State

_A4 = {"w": 11906, "h": 16838}
_MARGIN = 1418
_NARROWEST = 2000
"""Margins that leave less than this, in twentieths of a point, are a mistake in the template."""

# The order of the schema around the element that sections add.
_BEFORE_TYPE = frozenset({"headerReference", "footerReference", "footnotePr", "endnotePr"})
_ONLY_FIRST = ("titlePg", "pgNumType")
"""A cover and a first page number belong to the first section alone."""

_STYLE = re.compile(r'<w:pStyle w:val="([^"]+)"/>')
_LINE = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>{section}</w:pPr></w:p>'


class PageSetup:
    """The section of the house style that the plan runs in."""

    def __init__(self, section: _Element, *, used: bool = False, apart: bool = False) -> None:
        """Keep the `sectPr`.

        Args:
            section: The `sectPr` that the plan runs in.
            used: Whether pages of it stand before the plan.
            apart: Whether other sections stand before the plan, so that its numbers may start there.
        """
        self._section = section
        self.apart = apart
        self.first_page = 1
        """The page on which the section starts, counted from 1."""
        self.index = 1 if used else 0
        """The section that is being filled, from 0."""

    @property
    def width(self) -> int:
        """The width of the text on a portrait page, in twentieths of a point."""
        return self._width("w")

    @property
    def height(self) -> int:
        """The width of the text on a landscape page, in twentieths of a point."""
        return self._width("h")

    def next(self, *, landscape: bool = False) -> str:
        """Return the `sectPr` of the section that ends here, as XML."""
        return fragment(self.next_element(landscape=landscape), NAMESPACES)

    def next_element(self, *, landscape: bool = False) -> _Element:
        """Return the `sectPr` of the section that ends here."""
        section = copy.deepcopy(self._section)
        if self.index:
            for name in _ONLY_FIRST:
                for item in section.findall(w(name)):
                    section.remove(item)
            _set_type(section)
        self.index += 1
        if landscape:
            _turn(section)
        return section

    def printed(self, page: int, section: int) -> str:
        """Return the number that the footer prints on a page, counted from 1, in a section."""
        numbering = self._section.find(w("pgNumType"))
        if numbering is None:
            return str(page)
        form = "decimal" if section else numbering.get(w("fmt"), "decimal")
        start = numbering.get(w("start"))
        if start is None or page < self.first_page:
            return formatted(page, form)
        return formatted(page - self.first_page + int(start), form)

    def _width(self, side: str) -> int:
        size = self._section.find(w("pgSz"))
        margins = self._section.find(w("pgMar"))
        total = _A4[side] if size is None else int(size.get(w(side), str(_A4[side])))
        ends = ("left", "right", "gutter") if side == "w" else ("top", "bottom")
        if margins is None:
            return total - 2 * _MARGIN
        return max(total - sum(abs(int(margins.get(w(end), "0"))) for end in ends), _NARROWEST)


def landscape(content: Callable[[], list[str]], state: State) -> str:
    """Return content on landscape pages of its own, and close the portrait section before it.

    The result starts with the end of the section before; `join` moves that into the last paragraph there.
    """
    before, state.width = state.width, state.page.height
    opening = _LINE.format(section=state.page.next())
    state.new_page = False
    inner = content()
    closing = _LINE.format(section=state.page.next(landscape=True))
    state.width, state.after_table = before, False
    return f"{SECTION_ENDS}{_STOOD}{opening}{SECTION_ENDS}{''.join(inner)}{SECTION_ENDS}{_LAY}{closing}{SECTION_ENDS}"


SECTION_ENDS = "\x00sectie\x00"
"""Stands before and after the paragraph that ends a section, until `join` has found a better one."""
_STOOD, _LAY = "\x00stond\x00", "\x00lag\x00"
"""Which pages end there, of those that this module made."""


def join(parts: list[str], headings: frozenset[str] = frozenset()) -> str:
    """Return the body, with the end of each section inside the paragraph before it where there is one.

    Args:
        parts: The body with `SECTION_ENDS`.
        headings: The ids of the styles whose paragraphs go along to the landscape pages that they stand before.
    """
    body, *pieces = "".join(parts).split(SECTION_ENDS)
    ends = [*zip(pieces[::2], pieces[1::2], strict=True)]
    while ends:
        ending, content = ends.pop(0)
        only_headings = not _parted(content, headings)[0]
        if ending.startswith(_LAY) and only_headings and ends and ends[0][0].startswith(_STOOD):
            body += content + ends.pop(0)[1]  # the next pages are landscape too
        else:
            before, along = _parted(body, headings) if ending.startswith(_STOOD) else (body, "")
            if _last_paragraph(before) is None:
                before, along = body, ""
            body = _with_section_end(before, ending.removeprefix(_STOOD).removeprefix(_LAY)) + along + content
    return body


def _parted(body: str, headings: frozenset[str]) -> tuple[str, str]:
    """Return a body before its last headings, and those headings."""
    before, along = body, ""
    while (found := _last_paragraph(before)) and found.style in headings:
        before, along = before[: found.start], before[found.start :] + along
    return before, along


def _with_section_end(body: str, ending: str) -> str:
    """Put the end of a section into the last paragraph.

    After a table it needs one of its own: Word keeps the page of a section in its last paragraph and nowhere else. It
    shows no line, for it is a point high.
    """
    last = _last_paragraph(body)
    if last is None or last.ends_section:
        return body + ending
    section = ending[ending.index("<w:sectPr") : ending.index("</w:pPr>")]
    return body[: last.close] + section + body[last.close :]


class _Last(NamedTuple):
    """The paragraph that a body ends in."""

    start: int
    close: int
    """Where its properties end."""
    style: str
    ends_section: bool


def _last_paragraph(body: str) -> _Last | None:
    """Return the paragraph that a body ends in; None where it ends in something else, or has no properties."""
    start = body.rfind("<w:p>")
    if not body.endswith("</w:p>") or not body.startswith("<w:pPr>", start + len("<w:p>")):
        return None
    close = body.index("</w:pPr>", start)
    style = _STYLE.search(body, start, close)
    return _Last(start, close, style[1] if style else "", "<w:sectPr" in body[start:close])


def _turn(section: _Element) -> None:
    size = section.find(w("pgSz"))
    if size is None:
        size = etree.Element(w("pgSz"), {w("w"): str(_A4["w"]), w("h"): str(_A4["h"])})
        section.append(size)
    width, height = size.get(w("w"), str(_A4["w"])), size.get(w("h"), str(_A4["h"]))
    size.set(w("w"), height)
    size.set(w("h"), width)
    size.set(w("orient"), "landscape")
    margins = section.find(w("pgMar"))
    if margins is not None:
        turned = {"left": "top", "right": "bottom", "top": "left", "bottom": "right"}
        values = {side: margins.get(w(source), str(_MARGIN)) for side, source in turned.items()}
        for side, value in values.items():
            margins.set(w(side), value)


def _set_type(section: _Element) -> None:
    """Let a section start on a new page, with the element in the place that the schema wants."""
    for item in section.findall(w("type")):
        section.remove(item)
    index = sum(etree.QName(item).localname in _BEFORE_TYPE for item in section)
    kind = etree.Element(w("type"), {w("val"): "nextPage"})
    section.insert(index, kind)
