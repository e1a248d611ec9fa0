"""Changes a paragraph, row or table of a document so that a person can accept or reject it in Word."""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from lxml import etree

from generator.word.xml import SPACE, R, child_at, local_name, remove, value_at, w

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from lxml.etree import _Element

AUTHOR = "wijkplan"
_TEXT, _RUN, _PARAGRAPH, _ROW, _CONTROL = map(w, ("t", "r", "p", "tr", "sdt"))
_FIELD, _LINK, _INSERTED, _DELETED, _LOOKS = map(w, ("fldChar", "hyperlink", "ins", "del", "rPr"))
_WORD = re.compile(r"\s+|\w+|[^\w\s]")
_NAMED = frozenset(map(w, ("bookmarkStart", "bookmarkEnd")))
_COMMENTED = tuple(map(w, ("commentRangeStart", "commentRangeEnd", "commentReference", "proofErr")))
_FIRST_ID = 40_000
"""Ids of tracked changes and bookmarks from here on are ours."""


@dataclass(slots=True)
class Editor:
    """Makes tracked changes, each with an id of its own."""

    when: str
    """The moment of the change: `2026-03-01T09:00:00Z`."""
    relate: Callable[[str], str | None]
    """Gives the id of a relationship in the document for one in the new document; None where it cannot be had."""
    _number: int = field(default=_FIRST_ID)

    def change_text(self, paragraph: _Element, wanted: _Element) -> None:
        """Give a paragraph the text of another: word by word where both have the same controls, else as a whole."""
        if _shape(paragraph) == _shape(wanted) and _controls(wanted) <= _controls(paragraph):
            self._change_words(paragraph, wanted)
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

    def delete_text(self, paragraph: _Element) -> None:
        """Take the text of a paragraph away, once that is accepted; fields, links and controls stay around it."""
        for run in [run for run in paragraph.iter(_RUN) if _parent(run).tag not in (_INSERTED, _DELETED)]:
            self._wrap(run, _DELETED)

    def _change_words(self, paragraph: _Element, wanted: _Element) -> None:
        old, new = _words(paragraph), _words(wanted)
        matcher = SequenceMatcher(None, [word.key for word in old], [word.key for word in new], autojunk=False)
        for tag, first, last, start, end in matcher.get_opcodes():
            if tag == "equal":
                for before, after in zip(old[first:last], new[start:end], strict=True):
                    before.renew(after)
                continue
            places = _places(old, first, last)
            for word in reversed(new[start:end]):
                change = self._change(_INSERTED)
                change.append(word.alone())
                places[word.control](change)
            for word in old[first:last]:
                self._wrap(word.run, _DELETED)
        _join_runs(paragraph)

    def _inserted(self, paragraph: _Element) -> list[_Element]:
        """Return what stands in a paragraph, as inserted."""
        found = [made for child in paragraph if (made := self._inserted_child(child)) is not None]
        for element in found:
            for mark in list(element.iter(*_COMMENTED, w("drawing"))):
                remove(mark)
        return found

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
        mark.set(w("id"), str(int(mark.get(w("id")) or 0) + _FIRST_ID))
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


@dataclass(slots=True, eq=False)
class _Word:
    """A word, a space or a sign in a run of its own; or a run with something else in it."""

    run: _Element
    control: str
    """The tag of the control that it stands in."""
    key: str
    """What makes two of them the same; of the result of a field that it is one."""

    def renew(self, other: _Word) -> None:
        """Show the result that a field has now."""
        if self.key.startswith("\0"):
            mine, theirs = self.run.find(_TEXT), other.run.find(_TEXT)
            if mine is not None and theirs is not None:
                mine.text = theirs.text

    def alone(self) -> _Element:
        """Return a copy of the run, without what belongs to its own document."""
        run = copy.deepcopy(self.run)
        for mark in list(run.iter(*_COMMENTED)):
            remove(mark)
        return run


def _parent(element: _Element) -> _Element:
    parent = element.getparent()
    if parent is None:
        raise ValueError(element.tag)
    return parent


def _shape(paragraph: _Element) -> list[str]:
    """Return the controls, links and fields of a paragraph in order: with the same ones, words can be compared."""
    found = []
    for item in paragraph.iter(_CONTROL, _LINK, w("instrText"), w("drawing"), w("fldSimple")):
        found.append(
            f"{item.tag!s} {value_at(item.find(w('sdtPr')), 'tag') if item.tag == _CONTROL else item.text or ''}"
        )
    return found


def _controls(paragraph: _Element) -> set[str]:
    """Return the tags of the controls in a paragraph that have words in them."""
    return {_control_of(run, paragraph) for run in paragraph.iter(_RUN)} | {""}


def _control_of(run: _Element, paragraph: _Element) -> str:
    """Return the tag of the control in a paragraph that a run stands in; not of one around the paragraph."""
    for item in run.iterancestors(_CONTROL, _PARAGRAPH):
        if item is paragraph:
            return ""
        if item.tag == _CONTROL:
            return value_at(item.find(w("sdtPr")), "tag")
    return ""


def _words(paragraph: _Element) -> list[_Word]:
    """Return the words of a paragraph, each of which then has a run of its own."""
    found: list[_Word] = []
    depth, in_result = 0, False
    for run in [run for run in paragraph.iter(_RUN) if not _is_boxed(run, paragraph)]:
        sign = run.find(_FIELD)
        if sign is not None:
            kind = sign.get(w("fldCharType"))
            depth += {"begin": 1, "end": -1}.get(str(kind), 0)
            in_result = kind == "separate"
            continue
        control = _control_of(run, paragraph)
        if depth:
            if in_result and run.find(_TEXT) is not None:
                found.append(_Word(run, control, "\0field"))
                in_result = False
            continue
        found.extend(_Word(piece, control, f"{control}\0{_says(piece)}".lstrip("\0")) for piece in _split(run))
    return found


def _is_boxed(run: _Element, paragraph: _Element) -> bool:
    return next(run.iterancestors(_PARAGRAPH), paragraph) is not paragraph


def _says(run: _Element) -> str:
    looks = run.find(_LOOKS)
    names = "" if looks is None else " ".join(sorted(str(item.tag) for item in looks if item.tag in _KEPT_LOOKS))
    return f"{names}|{''.join(item.text or local_name(item) for item in run if item.tag != _LOOKS)}"


_KEPT_LOOKS = frozenset(map(w, ("b", "i", "rStyle")))


def _split(run: _Element) -> list[_Element]:
    """Cut a run into runs of one word each."""
    texts = run.findall(_TEXT)
    others = [item for item in run if item.tag not in (_TEXT, _LOOKS)]
    if len(texts) != 1 or others:
        return [run]
    words = _WORD.findall(texts[0].text or "")
    if len(words) < 2:
        return [run]
    pieces = []
    for word in words:
        piece = copy.deepcopy(run)
        (text,) = piece.findall(_TEXT)
        text.text = word
        text.set(SPACE, "preserve")
        run.addprevious(piece)
        pieces.append(piece)
    _parent(run).remove(run)
    return pieces


def _places(old: Sequence[_Word], first: int, last: int) -> _Places:
    return _Places(old, first, last)


class _Places:
    """Where new words go: in their own control, behind what goes, or behind or before its neighbour there."""

    def __init__(self, old: Sequence[_Word], first: int, last: int) -> None:
        self._old, self._first, self._last = old, first, last

    def __getitem__(self, control: str) -> Callable[[_Element], None]:
        behind = [word for word in self._old[: self._last] if word.control == control]
        before = [word for word in self._old[self._last :] if word.control == control]
        if behind:
            return lambda change: _outer(behind[-1].run).addnext(change)
        if before:
            return lambda change: _outer(before[0].run).addprevious(change)
        raise LookupError(control)


def _outer(run: _Element) -> _Element:
    parent = _parent(run)
    return parent if parent.tag in (_INSERTED, _DELETED) else run


def _join_runs(paragraph: _Element) -> None:
    """Join runs that were cut and stayed beside each other."""
    for parent in [paragraph, *paragraph.iter(_INSERTED, _DELETED, w("sdtContent"), _LINK)]:
        for run in list(parent.findall(_RUN)):
            before = run.getprevious()
            if before is not None and before.tag == _RUN and _joinable(before, run):
                mine, theirs = _only_text(before), _only_text(run)
                mine.text = (mine.text or "") + (theirs.text or "")
                mine.set(SPACE, "preserve")
                parent.remove(run)
    for change in list(paragraph.iter(_INSERTED, _DELETED)):
        before = change.getprevious()
        if (
            before is not None
            and before.tag == change.tag
            and before.get(w("author")) == AUTHOR == change.get(w("author"))
        ):
            runs = list(change)
            before.extend(runs)
            _parent(change).remove(change)
            if len(before) > 1 and len(runs) == 1 and before[-2].tag == _RUN and _joinable(before[-2], runs[0]):
                mine, theirs = _only_text(before[-2]), _only_text(runs[0])
                mine.text = (mine.text or "") + (theirs.text or "")
                before.remove(runs[0])


def _only_text(run: _Element) -> _Element:
    return next(item for item in run if item.tag in (_TEXT, w("delText")))


def _joinable(one: _Element, other: _Element) -> bool:
    shapes = [[str(item.tag) for item in run if item.tag != _LOOKS] for run in (one, other)]
    looks = ["" if (found := run.find(_LOOKS)) is None else etree.tostring(found) for run in (one, other)]
    return shapes[0] == shapes[1] and shapes[0] in ([_TEXT], [w("delText")]) and looks[0] == looks[1]


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


def settled(element: _Element) -> None:
    """Accept our own changes in an element at once, for who wants no tracked changes."""
    for run in [item for item in element.iter(_DELETED) if item.get(w("author")) == AUTHOR]:
        remove(run)
    for change in [item for item in element.iter(_INSERTED) if item.get(w("author")) == AUTHOR]:
        for item in reversed(list(change)):
            change.addnext(item)
        remove(change)
