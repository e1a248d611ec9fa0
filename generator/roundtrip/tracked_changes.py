"""Tracked changes in the main text of a document: who made them, and the text with all accepted or all rejected."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.word.reading.shown_text import kept, plain
from generator.word.xml import child_at, remove, unwrap, value, value_at, w

if TYPE_CHECKING:
    from collections.abc import Container

    from lxml.etree import _Element

_CONTROL, _CONTENT, _PARAGRAPH, _ROW = map(w, ("sdt", "sdtContent", "p", "tr"))
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


def settle(root: _Element, *, reject: bool = False, by: str | None = None) -> None:
    """Accept or reject tracked changes of text and rows; a paragraph whose mark goes joins the next one.

    Args:
        root: What they stand in.
        reject: Whether to reject them.
        by: Whose changes; those of everybody when None.
    """
    gone, stays = (_INSERTED, _DELETED) if reject else (_DELETED, _INSERTED)
    going = {item for item in root.iter(*gone) if by is None or value(item, w("author")) == by}
    for row in [item for item in root.iter(_ROW) if _is_marked(child_at(item, "trPr"), going)]:
        take_out(row)
    for paragraph in [item for item in root.iter(_PARAGRAPH) if _is_marked(child_at(item, "pPr/rPr"), going)]:
        _join_next(paragraph, going)
    for change in going:
        remove(change)
    for change in [item for item in root.iter(*stays) if by is None or value(item, w("author")) == by]:
        unwrap(change)
    for text in [*root.iter(w("delText"))] if reject else ():
        text.tag = w("t")


def let_changes_show(element: _Element) -> None:
    """Let tracked changes in controls show in every program.

    LibreOffice shows none in a control for plain text, nor in one around a single paragraph: it takes what was deleted
    and what was inserted for one text. So such a control takes any text from then on, and stands in its paragraph.

    Args:
        element: What changed.
    """
    for control in [*element.iterancestors(_CONTROL), *element.iter(_CONTROL)]:
        is_inside = next(control.iterancestors(*_INSERTED, *_DELETED), None) is not None
        if not is_inside and next(control.iter(*_INSERTED, *_DELETED), None) is None:
            continue
        for kind in control.findall(f"{w('sdtPr')}/{w('text')}"):
            remove(kind)
        content = child_at(control, "sdtContent")
        if content is not None and [child.tag for child in content] == [_PARAGRAPH]:
            paragraph = content[0]
            control.addprevious(paragraph)
            content.extend(child for child in list(paragraph) if child.tag != w("pPr"))
            paragraph.append(control)


def _is_marked(properties: _Element | None, changes: Container[_Element]) -> bool:
    return properties is not None and any(mark in changes for mark in properties.iter(*_INSERTED, *_DELETED))


def _join_next(paragraph: _Element, going: Container[_Element]) -> None:
    """Put what stays of a paragraph at the beginning of the next one; before a table or an end it goes when empty."""
    following = paragraph.getnext()
    if following is None or following.tag != _PARAGRAPH:
        if all(any(parent in going for parent in run.iterancestors()) for run in paragraph.iter(w("r"))):
            take_out(paragraph)
        return
    place = 1 if child_at(following, "pPr") is not None else 0
    for child in reversed([item for item in paragraph if item.tag != w("pPr")]):
        following.insert(place, child)
    remove(paragraph)


def take_out(element: _Element) -> None:
    """Take a row or paragraph out, with the control or table that nothing else stands in; a cell keeps a paragraph."""
    parent = element.getparent()
    while parent is not None and parent.tag == _CONTENT and len(parent) == 1:
        element = next(parent.iterancestors(_CONTROL))
        parent = element.getparent()
    is_last = parent is not None and parent.tag == w("tc") and len(parent.findall(_PARAGRAPH)) <= 1
    if element.tag == _ROW or not is_last:
        remove(element)
    if parent is not None and parent.tag == w("tbl") and next(parent.iter(_ROW), None) is None:
        take_out(parent)
