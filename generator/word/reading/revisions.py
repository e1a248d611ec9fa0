"""Tracked changes: a document is read as if all of them were accepted, which is how a reader sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from generator.word.xml import remove, w

if TYPE_CHECKING:
    from lxml.etree import _Element

_CELLS = ("cellIns", "cellDel", "cellMerge")
_DELETED = ("del", "moveFrom")
_INSERTED = ("ins", "moveTo")
_FORMER = tuple(
    f"{name}Change" for name in ("rPr", "pPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "tblPrEx", "numbering")
)
"""How something looked before."""
_RANGES = tuple(
    f"{name}Range{end}"
    for name in ("moveFrom", "moveTo", *(f"customXml{kind}" for kind in ("Ins", "Del", "MoveFrom", "MoveTo")))
    for end in ("Start", "End")
)
_GONE = tuple(map(w, (*_DELETED, "delText", "delInstrText", *_FORMER, *_RANGES, *_CELLS)))
_UNWRAPPED = tuple(map(w, _INSERTED))
_COUNTED = tuple(map(w, (*_DELETED, *_INSERTED, *_FORMER, *_CELLS)))
_DELETE, _ROW_PROPERTIES = w("del"), w("trPr")


def accept(root: _Element) -> None:
    """Accept every tracked change in a part, which is changed."""
    for properties in [item.getparent() for item in root.iter(_DELETE)]:
        if properties is not None and properties.tag == _ROW_PROPERTIES and (row := properties.getparent()) is not None:
            remove(row)
    etree.strip_elements(root, *_GONE, with_tail=False)
    etree.strip_tags(root, *_UNWRAPPED)


def count_changes(root: _Element) -> int:
    """Return how many tracked changes are in a part."""
    return sum(1 for _ in root.iter(*_COUNTED))
