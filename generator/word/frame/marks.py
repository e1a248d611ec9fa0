"""The places in the body that the plan fills: marked with empty paragraphs until the text is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from generator.word.xml import W, w

if TYPE_CHECKING:
    from lxml.etree import _Element

PLAN, COVER, CONTENTS = "_wijkplan_plan", "_wijkplan_voorblad", "_wijkplan_inhoud"


def mark(name: str) -> _Element:
    """Return a paragraph that marks a place; its name is that of a bookmark, so that it survives any rewriting."""
    paragraph = etree.Element(w("p"), nsmap={"w": W})
    etree.SubElement(paragraph, w("bookmarkStart"), {w("id"): "0", w("name"): name})
    etree.SubElement(paragraph, w("bookmarkEnd"), {w("id"): "0"})
    return paragraph


def mark_of(block: _Element) -> str | None:
    """Return the name of the place that a block marks, or None."""
    found = block.find(w("bookmarkStart")) if block.tag == w("p") else None
    name = None if found is None else found.get(w("name"))
    return name if name in {PLAN, COVER, CONTENTS} else None
