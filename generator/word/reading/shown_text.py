"""The text of a paragraph or a row as its reader sees it: tracked changes accepted, text boxes left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from generator.word.xml import SPACE, remove, w

if TYPE_CHECKING:
    from lxml.etree import _Element


SHOWN = {w("tab"): "\t", w("ptab"): " ", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-", w("sym"): "\ufffc"}
"""What else than text a run shows; a symbol stands for a sign of a font that we do not know."""
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_TEXT, _RUN, _CELL, _PARAGRAPH, _ROW = map(w, ("t", "r", "tc", "p", "tr"))
_NOT_SHOWN = frozenset(map(w, ("del", "moveFrom", "txbxContent")))
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


def shown_text(block: _Element) -> str:
    """Return the text of a paragraph; of a row that of its cells, with tabs between them."""
    if block.tag == _ROW:
        cells = ("\n".join(map(shown_text, cell.iter(_PARAGRAPH))) for cell in block.iter(_CELL))
        return "\t".join(cells)
    is_plain = next(block.iter(*_NOT_SHOWN), None) is None
    return "".join(
        kept(item) if item.tag == _TEXT else SHOWN[str(item.tag)]
        for item in block.iter(_TEXT, *SHOWN)
        if (parent := item.getparent()) is not None and parent.tag == _RUN and (is_plain or _is_shown(parent, block))
    )


def kept(text: _Element) -> str:
    """Return a `w:t` as Word shows it: without the spaces around it, unless it says to keep them."""
    shown = text.text or ""
    return shown if text.get(SPACE) == "preserve" else shown.strip(" \n\t")


def plain(text: str) -> str:
    """Return a text as texts are compared: one ordinary space for any space, without signs that nobody sees."""
    return " ".join((text if text.isascii() else text.translate(_UNSEEN)).split())


def _is_shown(run: _Element, block: _Element) -> bool:
    """Tell whether a run belongs to the block itself, and is not deleted."""
    parent: _Element | None = run
    while parent is not None and parent is not block:
        if parent.tag in _NOT_SHOWN:
            return False
        parent = parent.getparent()
    return True


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
