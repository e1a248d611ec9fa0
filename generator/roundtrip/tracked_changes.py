"""Tracked changes in the main text of a document: who made them, and the text with all accepted or all rejected."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from generator.word.reading.shown_text import kept, plain
from generator.word.xml import child_at, remove, value, value_at, w

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONTROL, _PARAGRAPH, _ROW = w("sdt"), w("p"), w("tr")
_INSERTED, _DELETED = (w("ins"), w("moveTo")), (w("del"), w("moveFrom"))


def is_tracked(data: bytes) -> bool:
    """Tell whether a part holds tracked changes of its text."""
    return re.search(rb"<w:(?:ins|del|moveTo|moveFrom)[ >]", data) is not None


def authors_in(root: _Element) -> dict[str, str]:
    """Return who changed what: by the tags of the controls around or in a change, and by the text of its paragraph."""
    found: dict[str, str] = {}
    for change in root.iter(*_INSERTED, *_DELETED):
        author = value(change, w("author"))
        controls = [*change.iter(_CONTROL)] or [*change.iterancestors(_CONTROL)][:1]
        for control in controls:
            found.setdefault(value_at(child_at(control, "sdtPr"), "tag"), author)
        row = next(change.iterancestors(_ROW), None)
        around = change.iterancestors(_PARAGRAPH) if row is None else row.iter(_PARAGRAPH)
        for paragraph in around:
            found.setdefault(_text_after(paragraph), author)
    return {place: author for place, author in found.items() if place and author}


def _text_after(paragraph: _Element) -> str:
    texts = (
        kept(item)
        for item in paragraph.iter(w("t"))
        if not any(parent.tag in _DELETED for parent in item.iterancestors())
    )
    return plain("".join(texts))


def settle(root: _Element, *, reject: bool) -> None:
    """Accept or reject every tracked change of text and rows; a paragraph whose mark goes joins the next one."""
    gone, stays = (_INSERTED, _DELETED) if reject else (_DELETED, _INSERTED)
    for row in [row for row in root.iter(_ROW) if _is_marked(child_at(row, "trPr"), gone)]:
        remove(row)
    for paragraph in [item for item in root.iter(_PARAGRAPH) if _is_marked(child_at(item, "pPr/rPr"), gone)]:
        _join_next(paragraph)
    etree.strip_elements(root, *gone, with_tail=False)
    for element in [item for item in root.iter(*stays) if not len(item)]:
        remove(element)
    etree.strip_tags(root, *stays)
    for text in [*root.iter(w("delText"))] if reject else ():
        text.tag = w("t")


def _is_marked(properties: _Element | None, tags: tuple[str, ...]) -> bool:
    return properties is not None and any(properties.find(tag) is not None for tag in tags)


def _join_next(paragraph: _Element) -> None:
    following = paragraph.getnext()
    if following is None or following.tag != _PARAGRAPH:
        return
    place = 1 if child_at(following, "pPr") is not None else 0
    for child in reversed([item for item in paragraph if item.tag != w("pPr")]):
        following.insert(place, child)
    remove(paragraph)
