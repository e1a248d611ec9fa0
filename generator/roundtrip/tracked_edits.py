"""Changes a paragraph, row or table of a document so that a person can accept or reject it in Word."""

from __future__ import annotations

import copy
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct, field

from generator.roundtrip.tracked_words import (
    AUTHOR,
    COMMENTED,
    Word,
    inside,
    is_sign,
    join_runs,
    parent_of,
    parts_of,
    places_in,
    put_words,
    shape_of,
    words_of,
)
from generator.word.xml import SPACE, R, child_at, number, remove, value_at, w

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Sequence

    from lxml.etree import _Element

_TEXT, _RUN, _PARAGRAPH, _ROW, _CONTROL = map(w, ("t", "r", "p", "tr", "sdt"))
_LINK, _INSERTED, _DELETED, _LOOKS = map(w, ("hyperlink", "ins", "del", "rPr"))
_NAMED = frozenset(map(w, ("bookmarkStart", "bookmarkEnd")))
_FIRST_ID = 40_000
"""Ids of tracked changes and bookmarks from here on are ours."""


class Editor(Struct):
    """Makes tracked changes, each with an id of its own."""

    when: str
    """The moment of the change: `2026-03-01T09:00:00Z`."""
    relate: Callable[[str], str | None]
    """Gives the id of a relationship in the document for one in the new document; None where it cannot be had."""
    take: Callable[[str], str | None]
    """Gives the id of a relationship in the document to a copy of a picture or chart of the new one."""
    comments: Container[str] = frozenset()
    """The ids of the comments of readers, of which the signs stay."""
    _number: int = field(default=_FIRST_ID)

    def change_text(self, paragraph: _Element, wanted: _Element) -> None:
        """Give a paragraph the text of another: word by word, and controls and links that only one of them has whole.

        Where what both have cannot be told apart like that, the text is replaced as a whole.
        """
        is_alike = shape_of(paragraph) == shape_of(wanted, self.relate)
        if is_alike and places_in(wanted).keys() <= places_in(paragraph).keys():
            self._change_words(paragraph, wanted)
            return
        old, new = parts_of(paragraph, self.comments), parts_of(wanted, address=self.relate)
        if old and new:
            self._change_parts(paragraph, old, new)
        else:
            self.delete_text(paragraph)
            for child in self._inserted(wanted):
                paragraph.append(child)

    def new_paragraph(self, wanted: _Element) -> _Element:
        """Return a paragraph that is inserted, with the controls around it inside it."""
        made = etree.Element(_PARAGRAPH, attrib=dict(wanted.attrib))
        properties = child_at(wanted, "pPr")
        made.append(etree.Element(w("pPr")) if properties is None else copy.deepcopy(properties))
        for section in made[0].findall(w("sectPr")):
            made[0].remove(section)
        self._mark(made, _INSERTED)
        around = next((item for item in wanted.iterancestors(_CONTROL) if value_at(item.find(w("sdtPr")), "tag")), None)
        children = self._inserted(wanted)
        if around is not None and child_at(around, "sdtContent/p") is not None:
            control = etree.Element(_CONTROL)
            control.extend(map(copy.deepcopy, around.findall(w("sdtPr"))))
            content = etree.SubElement(control, w("sdtContent"))
            content.extend(_unwrapped(children))
            change = self._change(_INSERTED)
            change.append(control)
            children = [change]
        made.extend(children)
        return made

    def delete_paragraph(self, paragraph: _Element) -> None:
        """Take a paragraph away, once that is accepted."""
        self.delete_text(paragraph)
        self._mark(paragraph, _DELETED)

    def new_row(self, wanted: _Element) -> _Element:
        """Return a row that is inserted."""
        row = copy.deepcopy(wanted)
        self._mark_row(row, _INSERTED)
        for paragraph in list(row.iter(_PARAGRAPH)):
            made = self.new_paragraph(paragraph)
            paragraph.getparent().replace(paragraph, made)  # type: ignore[union-attr]  # a paragraph of a row has one
        return row

    def delete_row(self, row: _Element) -> None:
        """Take a row away, once that is accepted."""
        self._mark_row(row, _DELETED)
        for paragraph in row.iter(_PARAGRAPH):
            self.delete_paragraph(paragraph)

    def new_table(self, wanted: _Element) -> _Element:
        """Return a table of which every row is inserted."""
        table = copy.deepcopy(wanted)
        for row in list(table.iter(_ROW)):
            row.getparent().replace(row, self.new_row(row))  # type: ignore[union-attr]  # a row of a table has one
        return table

    def new_block(self, wanted: _Element) -> _Element:
        """Return a paragraph or table that is inserted."""
        return self.new_paragraph(wanted) if wanted.tag == _PARAGRAPH else self.new_table(wanted)

    def delete_text(self, paragraph: _Element) -> None:
        """Take the text of a paragraph away, once that is accepted; fields, links and controls stay around it."""
        for run in list(paragraph.iter(_RUN)):
            if parent_of(run).tag not in (_INSERTED, _DELETED) and not is_sign(run, self.comments):
                self._wrap(run, _DELETED)

    def _change_words(self, paragraph: _Element, wanted: _Element) -> None:
        old, new, places = words_of(paragraph, self.comments), words_of(wanted), places_in(paragraph)
        matcher = SequenceMatcher(None, [word.key for word in old], [word.key for word in new], autojunk=False)
        behind: _Element | None = None
        for tag, first, last, start, end in matcher.get_opcodes():
            for before, after in zip(old[first:last], new[start:end], strict=False) if tag == "equal" else ():
                if before.shows_otherwise(after):
                    self._replace(before, after)
            behind = old[last - 1].run if last > first else behind
            for word in new[start:end] if tag != "equal" else ():
                change = self._change(_INSERTED)
                change.append(word.alone())
                put_words(change, places[word.place], behind, old[last:])
                behind = change
            for word in old[first:last] if tag != "equal" else ():
                self._wrap(word.run, _DELETED)
        join_runs(paragraph)

    def _change_parts(self, paragraph: _Element, old: Sequence[Word], new: Sequence[Word]) -> None:
        matcher = SequenceMatcher(None, [part.key for part in old], [part.key for part in new], autojunk=False)
        behind: _Element | None = None
        for tag, first, last, start, end in matcher.get_opcodes():
            for before, after in zip(old[first:last], new[start:end], strict=False) if tag == "equal" else ():
                if before.run.tag != _RUN:
                    self._change_words(inside(before.run), inside(after.run))
            behind = old[last - 1].run if last > first else behind
            for part in new[start:end] if tag != "equal" else ():
                (made,) = self._inserted([part.run])
                put_words(made, paragraph, behind, old[last:])
                behind = made
            for part in old[first:last] if tag != "equal" else ():
                self.delete_text(part.run)
        join_runs(paragraph)

    def _replace(self, before: Word, after: Word) -> None:
        """Show another result of a field."""
        change = self._change(_INSERTED)
        change.append(after.alone())
        before.run.addnext(change)
        self._wrap(before.run, _DELETED)

    def _inserted(self, children: Iterable[_Element]) -> list[_Element]:
        """Return what stands in a paragraph, as inserted."""
        found = [made for child in children if (made := self._inserted_child(child)) is not None]
        for element in found:
            for mark in list(element.iter(*COMMENTED)):
                remove(mark)
            for drawing in list(element.iter(w("drawing"))):
                self._draw(drawing)
        return found

    def _draw(self, drawing: _Element) -> None:
        """Let a drawing have the pictures and charts that it shows, and a number of its own."""
        for item in drawing.iter():
            for name in (f"{{{R}}}id", f"{{{R}}}embed"):
                identity = self.take(str(item.get(name))) if item.get(name) else None
                if identity is not None:
                    item.set(name, identity)
        for item in drawing.iter("{*}docPr"):
            self._number += 1
            item.set("id", str(self._number))

    def _inserted_child(self, child: _Element) -> _Element | None:
        if child.tag == _RUN:
            return self._in_change(copy.deepcopy(child))
        if child.tag == _CONTROL:
            return self._in_change(self._linked(copy.deepcopy(child)))
        if child.tag == _LINK:
            link = self._linked(copy.deepcopy(child))
            for run in list(link.iter(_RUN)):
                self._wrap(run, _INSERTED)
            return link
        return self._renumbered(copy.deepcopy(child)) if child.tag in _NAMED else None

    def _in_change(self, element: _Element) -> _Element:
        change = self._change(_INSERTED)
        change.append(element)
        return change

    def _linked(self, element: _Element) -> _Element:
        """Give links in an element the relationships of the document; a link that cannot be had keeps its words."""
        name = f"{{{R}}}id"
        for link in [item for item in element.iter(_LINK) if item.get(name)]:
            identity = self.relate(str(link.get(name)))
            if identity is None:
                del link.attrib[name]
            else:
                link.set(name, identity)
        return element

    def _renumbered(self, mark: _Element) -> _Element:
        mark.set(w("id"), str((number(mark.get(w("id"))) or 0) + _FIRST_ID))
        return mark

    def _mark(self, paragraph: _Element, tag: str) -> None:
        """Say of the mark at the end of a paragraph that it is inserted or deleted."""
        properties = paragraph.find(w("pPr"))
        if properties is None:
            properties = etree.Element(w("pPr"))
            paragraph.insert(0, properties)
        looks = properties.find(_LOOKS)
        if looks is None:
            looks = etree.Element(_LOOKS)
            later = [item for item in properties if item.tag in (w("sectPr"), w("pPrChange"))]
            properties.insert(properties.index(later[0]) if later else len(properties), looks)
        looks.insert(0, self._change(tag))

    def _mark_row(self, row: _Element, tag: str) -> None:
        properties = row.find(w("trPr"))
        if properties is None:
            properties = etree.Element(w("trPr"))
            row.insert(len(row.findall(w("tblPrEx"))), properties)
        properties.append(self._change(tag))

    def _wrap(self, run: _Element, tag: str) -> None:
        change = self._change(tag)
        run.addprevious(change)
        change.append(run)
        if tag == _DELETED:
            for text in run.findall(_TEXT):
                text.tag = w("delText")
                text.set(SPACE, "preserve")
            for text in run.findall(w("instrText")):
                text.tag = w("delInstrText")

    def _change(self, tag: str) -> _Element:
        self._number += 1
        change = etree.Element(tag)
        change.set(w("id"), str(self._number))
        change.set(w("author"), AUTHOR)
        change.set(w("date"), self.when)
        return change


def _unwrapped(children: Sequence[_Element]) -> Iterator[_Element]:
    """Yield what was inserted, for a control that is inserted as a whole."""
    for child in children:
        if child.tag == _INSERTED:
            yield from list(child)
        elif child.tag == _LINK:
            for change in list(child.iter(_INSERTED)):
                for item in reversed(list(change)):
                    change.addnext(item)
                remove(change)
            yield child


def row_in_table(row: _Element) -> _Element:
    """Return the row, or the control around it."""
    parent = row.getparent()
    return row if parent is None or parent.tag == w("tbl") else next(item for item in row.iterancestors(_CONTROL))


def out_of_controls(element: _Element) -> _Element:
    """Return the outermost control around a paragraph, else the paragraph."""
    around = list(element.iterancestors(_CONTROL, w("tc"), w("body")))
    outer = element
    for item in around:
        if item.tag != _CONTROL:
            break
        outer = item
    return outer
