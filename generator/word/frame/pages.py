"""The sections of a template: which pages they make, and the one that the plan runs in."""

from __future__ import annotations

import copy
import re
from bisect import bisect_left
from collections import Counter
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, TypeAlias, cast

from lxml import etree
from msgspec import Struct

from generator.word.frame.landmarks import has_art, in_text_box, whole_text, with_their_blocks
from generator.word.xml import number, r, value, value_at, w, wp

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.opc.part import XmlPart
    from docx.parts.document import DocumentPart
    from lxml.etree import _Element

_HEIGHT = re.compile(r"(?:^|;)\s*height:\s*(\d+(?:\.\d+)?)pt")
_POINT = 12_700
_TALLEST = 4_000_000
"""Art in a header that is taller than this, in English Metric Units (11 cm), is that of a cover."""
_TWIP = 635
"""A twentieth of a point, in English Metric Units."""
_HIGHEST = 0.35
"""Art in a footer that is taller than this share of the page, or stands higher, is a background."""
_LINE = 280
"""About what the line of a footer takes, in twentieths of a point."""
_ABOVE_ART = 142
"""Room between the text and the art: a quarter of a centimetre."""
_Inherited: TypeAlias = "dict[tuple[str, str], _Element]"
_REFERENCES = (w("headerReference"), w("footerReference"))
_TYPE = w("type")
_HALFWAY = frozenset({"continuous", "nextColumn"})
"""How a section begins that does not start a page."""
_NOT_FOR_A_PLAN = ("vAlign", "textDirection", "bidi", "rtlGutter", "formProt", "printerSettings")
"""What a cover or a form has and pages of running text cannot use."""


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


def has_cover_art(section: _Element, document: DocumentPart) -> bool:
    """Tell whether the header of the first page of a section has the art of a cover: words fit only in their places."""
    return section.find(w("titlePg")) is not None and any(
        has_art(header) and not _is_letterhead(header) for header in _first_headers(section, document)
    )


def _first_headers(section: _Element, document: DocumentPart) -> list[_Element]:
    return _roots([item for item in section.findall(w("headerReference")) if item.get(w("type")) == "first"], document)


def _roots(references: Sequence[_Element], document: DocumentPart) -> list[_Element]:
    """Return the roots of the headers or footers that are referred to."""
    parts = (document.related_parts.get(item.get(r("id"), "")) for item in references)
    return [cast("_Element", cast("XmlPart", part).element) for part in parts if part is not None]


def _is_letterhead(header: _Element) -> bool:
    heights = [number(item.get("cy")) or 0.0 for item in header.iter(wp("extent"))]
    looks = [item.get("style", "") for art in header.iter(w("pict")) for item in art.iter()]
    heights += [float(found[1]) * _POINT for look in looks if (found := _HEIGHT.search(look))]
    return max(heights, default=0.0) <= _TALLEST and (has_art(header) or bool(whole_text(header).strip()))


class Section(Struct, frozen=True):
    """A section of a template."""

    properties: _Element
    """Its `sectPr`, with every header and footer that holds in it, also those it inherits."""
    first: int
    """The index of its first block."""
    last: int
    """The index of its last block."""
    text: int
    """How many characters of text stand in it."""

    def ends_after(self, index: int) -> bool:
        """Tell whether the section goes on beyond the blocks before `index`; an empty last one can follow them all."""
        return max(self.first, self.last) >= index

    @property
    def is_portrait(self) -> bool:
        """Tell whether its pages stand."""
        size = self.properties.find(w("pgSz"))
        if size is None:
            return True
        return _number(size, "h", 16838) >= _number(size, "w", 11906)


def sections(blocks: Sequence[_Element], final: _Element) -> list[Section]:
    """Return the sections, and write in each which headers and footers it inherits from the one before.

    Args:
        blocks: The blocks of the body, without the final `sectPr`.
        final: The final `sectPr`.
    """
    texts: list[tuple[int, int]] = []
    ends: list[tuple[int, _Element]] = []
    for index, item in with_their_blocks(blocks, w("t"), w("sectPr")):
        if in_text_box(item, blocks[index]):
            continue
        if item.tag == w("t"):
            texts.append((index, len(item.text or "")))
        elif item is not blocks[index]:
            ends.append((index, item))
    found: list[Section] = []
    inherited: _Inherited = {}
    ends.append((len(blocks) - 1, final))
    lengths: Counter[int] = Counter()
    for index, length in texts:
        lengths[bisect_left(ends, index, key=itemgetter(0))] += length
    first = 0
    for which, (last, properties) in enumerate(ends):
        inherited = _with_inherited(properties, inherited)
        found.append(Section(properties, first, last, lengths[which]))
        first = last + 1
    return found


def page_ends(found: Sequence[Section]) -> frozenset[int]:
    """Return the indexes of the blocks that end both a section and its page.

    A section says itself how it begins, so that the next one tells: a continuous one goes on halfway the page, unless
    that page has another size.
    """
    return frozenset(item.last for item, following in pairwise(found) if not _goes_on(item, following))


def _goes_on(section: Section, following: Section) -> bool:
    sizes = [(value(size, w("w")), value(size, w("h"))) for size in map(_size, (section, following))]
    return value_at(following.properties, "type") in _HALFWAY and sizes[0] == sizes[1]


def _size(section: Section) -> _Element | None:
    return section.properties.find(w("pgSz"))


def main_section(found: Sequence[Section], after: int) -> Section:
    """Return the section whose pages the plan takes: the portrait one with most text.

    Args:
        found: The sections of the template.
        after: The index of the first block after the cover; sections before it come last.
    """
    return max(found, key=lambda section: (section.is_portrait, section.ends_after(after), section.text, section.first))


def for_a_plan(properties: _Element, document: DocumentPart) -> _Element:
    """Return the `sectPr` for the pages of a plan: one column of running text, standing, above the art in a footer.

    Args:
        properties: That of the template.
        document: The main part, which knows the footers.
    """
    result = copy.deepcopy(properties)
    for name in _NOT_FOR_A_PLAN:
        for item in result.findall(w(name)):
            result.remove(item)
    columns = result.find(w("cols"))
    if columns is not None and _number(columns, "num", 1) > 1:
        for item in list(columns):
            columns.remove(item)
        columns.attrib.clear()
    _stand(result)
    _end_above_art(result, document)
    return result


def _end_above_art(properties: _Element, document: DocumentPart) -> None:
    """Let the text end above what floats in a footer: Word and LibreOffice let it run through that."""
    size, margins = properties.find(w("pgSz")), properties.find(w("pgMar"))
    if size is None or margins is None:
        return
    height, bottom = _number(size, "h", 16838), abs(_number(margins, "bottom", 1417))
    others = [item for item in properties.findall(w("footerReference")) if item.get(w("type")) != "first"]
    tops = [_top(art, margins, height) for footer in _roots(others, document) for art in footer.iter(wp("anchor"))]
    highest = max((top for top in tops if top < _HIGHEST * height), default=0)
    if highest > bottom:
        margins.set(w("bottom"), str(highest + _ABOVE_ART))


def _top(art: _Element, margins: _Element, height: int) -> int:
    """Return how far above the end of the paper some art of a footer begins, in twentieths of a point."""
    place, extent = art.find(wp("positionV")), art.find(wp("extent"))
    if place is None or extent is None:
        return 0
    tall = (number(extent.get("cy", "")) or 0) // _TWIP
    offset, aligned = place.findtext(wp("posOffset")), place.findtext(wp("align"))
    down = (number(offset or "") or 0) // _TWIP
    bottom = abs(_number(margins, "bottom", 1417))
    start = {
        "page": height,
        "margin": height - abs(_number(margins, "top", 1417)),
        "bottomMargin": bottom,
        "paragraph": _number(margins, "footer", 708) + _LINE,
        "line": _number(margins, "footer", 708) + _LINE,
    }.get(place.get("relativeFrom", ""), 0)
    if aligned is not None:
        return {"page": tall, "margin": bottom + tall}.get(place.get("relativeFrom", ""), 0) * (aligned == "bottom")
    return start - down if tall < _HIGHEST * height else 0


def start_on_new_page(properties: _Element) -> None:
    """Let a section that would go on halfway a page start on a new one."""
    kind = properties.find(_TYPE)
    if kind is not None and kind.get(w("val")) in _HALFWAY:
        kind.set(w("val"), "nextPage")


def _with_inherited(
    properties: _Element, inherited: dict[tuple[str, str], _Element]
) -> dict[tuple[str, str], _Element]:
    """Add the references that a section inherits; return those that hold after it."""
    own = {_kind(item): item for item in properties if item.tag in _REFERENCES}
    missing = [copy.deepcopy(item) for kind, item in inherited.items() if kind not in own]
    for position, item in enumerate(missing):
        properties.insert(position, item)
    return {**inherited, **own}


def _kind(reference: _Element) -> tuple[str, str]:
    return etree.QName(reference).localname, reference.get(w("type"), "default")


def _stand(properties: _Element) -> None:
    size = properties.find(w("pgSz"))
    if size is None:
        return
    width, height = _number(size, "w", 11906), _number(size, "h", 16838)
    size.attrib.pop(w("orient"), None)
    if width > height:
        size.set(w("w"), str(height))
        size.set(w("h"), str(width))


def _number(element: _Element, name: str, default: int) -> int:
    found = number(element.get(w(name)))
    return default if found is None else found
