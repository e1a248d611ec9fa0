"""Carries paragraphs, rows and tables of one document into another, with their comments, pictures and notes."""

from __future__ import annotations

import copy
from collections import Counter
from itertools import count
from typing import TYPE_CHECKING

from lxml import etree

from generator.roundtrip.drawing_renewal import CHART, figures
from generator.roundtrip.margin_notes import comments_of_readers
from generator.roundtrip.word_markdown import same_looks
from generator.word.package import part_xml
from generator.word.package.relationships import main_part, relationships_of
from generator.word.provenance import PARA_ID
from generator.word.reading.shown_text import plain
from generator.word.xml import R, child_at, remove, value, value_at, w

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.etree import _Element

    from generator.roundtrip.adoption import Adoption
    from generator.roundtrip.text_blocks import TextParagraph

_PROPERTIES, _SECTION, _STARTS, _ENDS = map(w, ("pPr", "sectPr", "bookmarkStart", "bookmarkEnd"))
_TRACKED = tuple(map(w, ("ins", "del", "moveFrom", "moveTo")))
_COMMENTED = tuple(map(w, ("commentRangeStart", "commentRangeEnd", "commentReference")))
_NOTED = tuple(map(w, ("footnoteReference", "endnoteReference")))
_NOTES = frozenset(
    {"comments", "commentsExtended", "commentsIds", "commentsExtensible", "people", "footnotes", "endnotes"}
)
_STYLES = tuple(map(w, ("pStyle", "rStyle", "tblStyle")))
_ID, _NAME, _SHOWN = w("id"), w("name"), w("showingPlcHdr")


class Carrier:
    """What goes from an edited document into a new one."""

    def __init__(
        self, adoption: Adoption, root: _Element, edited: Mapping[str, bytes], made: Mapping[str, bytes]
    ) -> None:
        """Begin.

        Args:
            adoption: Brings styles, lists and parts into the new document.
            root: The root of its main part.
            edited: The parts of the edited document.
            made: Those of the document as it was made.
        """
        self._adoption, self._root = adoption, root
        self._edited, self._made = edited, made
        self._files = [_files(parts) for parts in (edited, made)]
        used = (value(item, _ID) for item in root.iter(_STARTS))
        self._bookmarks = count(max((int(item) for item in used if item.isdigit()), default=0) + 10_000)
        self._taken: dict[str, str | None] = {}
        self.readers = comments_of_readers(edited, main_part(edited) or "")
        """The ids of the comments that people wrote."""

    def learn(self, pairs: Iterable[tuple[_Element, _Element]]) -> None:
        """Learn which style and list of the edited document is which of the new one, from blocks that are in both."""
        seen: dict[tuple[str, str], Counter[str]] = {}
        for theirs, ours in pairs:
            for kind, path in (
                ("styles", "pPr/pStyle"),
                ("styles", "tblPr/tblStyle"),
                ("numbering", "pPr/numPr/numId"),
            ):
                one, other = value_at(theirs, path), value_at(ours, path)
                if one and other:
                    seen.setdefault((kind, one), Counter())[other] += 1
            runs = [[value_at(run, "rPr/rStyle") for run in item.iter(w("r"))] for item in (theirs, ours)]
            if theirs.tag == w("p") and len(runs[0]) == len(runs[1]):
                for one, other in zip(*runs, strict=True):
                    if one and other:
                        seen.setdefault(("styles", one), Counter())[other] += 1
        for (kind, one), others in seen.items():
            self._adoption.stand_for(kind, one, others.most_common(1)[0][0])

    def take_notes(self, parts: Mapping[str, bytes], main: str) -> None:
        """Let the comments and notes of the edited document come in the place of those of the new one."""
        for item in list(self._root.iter(*_COMMENTED)):
            remove(item)
        for related in relationships_of(parts, main):
            if related.kind in _NOTES and not related.external:
                self._adoption.drop(related.id)
        for related in relationships_of(self._edited, main_part(self._edited) or ""):
            if related.kind in _NOTES and not related.external and related.target in self._edited:
                self._adoption.take(related.id)

    def is_touched(self, before: TextParagraph, after: TextParagraph, raw: _Element) -> bool:
        """Tell whether people changed a paragraph, wrote beside it or put something in it."""
        comments = {value(item, _ID) for item in raw.iter(*_COMMENTED)}
        return self._is_changed(before, after, raw) or not comments.isdisjoint(self.readers)

    def has_comments(self, raw: _Element) -> bool:
        """Tell whether a comment of anybody stands in a paragraph."""
        return next(raw.iter(*_COMMENTED), None) is not None

    def _is_changed(self, before: TextParagraph, after: TextParagraph, raw: _Element) -> bool:
        same = before.text == after.text and same_looks([before.look], [after.look]) and not after.other_looks(before)
        same = same and (before.level, before.mark) == (after.level, after.mark)
        return not same or self.is_own(raw, before)

    def is_own(self, raw: _Element, before: TextParagraph) -> bool:
        """Tell whether a paragraph has tracked changes, notes, pictures or figures that it was not made with."""
        if next(raw.iter(*_TRACKED, *_NOTED), None) is not None:
            return True
        if self._shown(raw, 0) != self._shown(before.element, 1):
            return True
        charts = [[figures(parts, item) for item in element.iter(CHART)] for parts, element in self._both(raw, before)]
        return charts[0] != charts[1]

    def _both(self, raw: _Element, before: TextParagraph) -> Iterable[tuple[Mapping[str, bytes], _Element]]:
        return (self._edited, raw), (self._made, before.element)

    def _shown(self, element: _Element, which: int) -> list[bytes]:
        """Return the pictures in an element."""
        found = (item.get(f"{{{R}}}embed", "") for item in element.iter("{*}blip"))
        return [self._files[which].get(identity, b"") for identity in found]

    def fill(self, place: _Element, raw: _Element, *, only_comments: bool = False) -> None:
        """Put what stands in a paragraph in the place of what stands in another.

        Args:
            place: The paragraph of the new document.
            raw: The one of the edited document.
            only_comments: Whether the words stay and just the comments come.
        """
        if only_comments:
            self._comment(place, raw)
            return
        kept = {value(item, _NAME) for item in raw.iter(_STARTS)}
        marks = [item for item in place.iter(_STARTS) if value(item, _NAME) not in kept]
        ends = {value(item, _ID) for item in marks}
        marks += [item for item in place.iter(_ENDS) if value(item, _ID) in ends]
        for child in [item for item in place if item.tag != _PROPERTIES]:
            place.remove(child)
        place.extend(marks)
        made = self._fitted(raw)
        properties = child_at(made, "pPr")
        for mark in [] if properties is None else properties.findall(f"{w('rPr')}/*"):
            if mark.tag in _TRACKED:
                self._mark_of(place).insert(0, mark)
        place.extend([item for item in made if item.tag != _PROPERTIES])
        around = next(place.iterancestors(w("sdt")), None)
        prompt = None if around is None else child_at(around, "sdtPr/showingPlcHdr")
        theirs = next(raw.iterancestors(w("sdt")), None)
        if prompt is not None and (theirs is None or child_at(theirs, "sdtPr/showingPlcHdr") is None):
            remove(prompt)

    def _mark_of(self, place: _Element) -> _Element:
        properties = place.find(_PROPERTIES)
        if properties is None:
            properties = etree.Element(_PROPERTIES)
            place.insert(0, properties)
        found = properties.find(w("rPr"))
        if found is None:
            found = etree.Element(w("rPr"))
            last = properties.find(_SECTION)
            properties.append(found) if last is None else last.addprevious(found)
        return found

    def _comment(self, place: _Element, raw: _Element) -> None:
        """Put the comments that stand in a paragraph beside the whole of another."""
        for reference in raw.iter(w("commentReference")):
            run = etree.Element(w("r"))
            for parent, name in ((place, "commentRangeStart"), (place, "commentRangeEnd"), (run, "commentReference")):
                etree.SubElement(parent, w(name)).set(_ID, value(reference, _ID))
            start = place[-2]
            place.insert(0 if place.find(_PROPERTIES) is None else 1, start)
            place.append(run)

    def give_properties(self, place: _Element, raw: _Element) -> None:
        """Give a paragraph the kind that people gave it: another heading, or an item of a list."""
        made, own = self._fitted(raw).find(_PROPERTIES), place.find(_PROPERTIES)
        section = None if own is None else own.find(_SECTION)
        if own is not None:
            place.remove(own)
        if made is not None:
            place.insert(0, made)
            if section is not None:
                made.append(section)

    def copy(self, raw: _Element, previous: _Element | None = None) -> _Element:
        """Return a copy of a block for the new document; a row gets the look of the one before it."""
        made = self._fitted(raw)
        for section in list(made.iter(_SECTION)):
            remove(section)
        cells = [] if previous is None or previous.tag != w("tr") else previous.findall(w("tc"))
        mine = made.findall(w("tc"))
        for cell, like in zip(mine, cells, strict=False) if len(mine) == len(cells) else ():
            look, own = like.find(w("tcPr")), cell.find(w("tcPr"))
            if own is not None and look is not None:
                cell.replace(own, copy.deepcopy(look))
        return made

    def _fitted(self, raw: _Element) -> _Element:
        made = copy.deepcopy(raw)
        made.tail = None
        self._adoption.fit(made)
        for element in made.iter():
            for name in [name for name in element.attrib if str(name).startswith(f"{{{R}}}")]:
                identity = self._related(str(element.get(name)))
                if identity is not None:
                    element.set(name, identity)
        there = {value(item, _NAME) for item in self._root.iter(_STARTS)}
        renamed = {}
        for start in list(made.iter(_STARTS)):
            if value(start, _NAME) in there and value(start, _NAME) not in {
                value(item, _NAME) for item in raw.iter(_STARTS) if raw.tag == w("p")
            }:
                remove(start)
                continue
            renamed[value(start, _ID)] = str(next(self._bookmarks))
            start.set(_ID, renamed[value(start, _ID)])
        for end in list(made.iter(_ENDS)):
            if value(end, _ID) in renamed:
                end.set(_ID, renamed[value(end, _ID)])
            else:
                remove(end)
        return made

    def _related(self, identity: str) -> str | None:
        if identity not in self._taken:
            self._taken[identity] = self._adoption.take(identity)
        return self._taken[identity]

    def number_anew(self) -> None:
        """Let no two bookmarks, controls, pictures or blocks have one id or name."""
        names: set[str] = set()
        for start in list(self._root.iter(_STARTS)):
            if value(start, _NAME) in names:
                for end in [item for item in self._root.iter(_ENDS) if value(item, _ID) == value(start, _ID)]:
                    remove(end)
                remove(start)
            names.add(value(start, _NAME))
        _once(self._root.iter(w("id")), w("val"))
        _once(self._root.iter("{*}docPr"), "id")
        seen: set[str] = set()
        for block in self._root.iter(w("p"), w("tr")):
            identity = block.get(PARA_ID)
            if identity in seen:
                del block.attrib[PARA_ID]
            elif identity:
                seen.add(identity)


def _once(elements: Iterable[_Element], attribute: str) -> None:
    """Give each element an id of its own."""
    found = list(elements)
    taken = {item.get(attribute) for item in found}
    free = (str(number) for number in count(1) if str(number) not in taken)
    seen: set[str] = set()
    for item in found:
        if item.get(attribute) in seen:
            item.set(attribute, next(free))
        seen.add(str(item.get(attribute)))


def _files(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    related = relationships_of(parts, main_part(parts) or "")
    return {item.id: parts.get(item.target, b"") for item in related if not item.external}


def edge_texts(parts: Mapping[str, bytes]) -> set[str]:
    """Return the texts of the headers and footers of a document, without what fields show: numbers of pages."""
    related = relationships_of(parts, main_part(parts) or "")
    names = {item.target for item in related if item.kind in ("header", "footer") and item.target in parts}
    texts = (plain(_typed_in(part_xml.parse(parts[name]))) for name in names)
    return {text for text in texts if text}


def _typed_in(root: _Element) -> str:
    """Return the text of a part outside its fields."""
    depth, found = 0, ""
    for item in root.iter(w("fldChar"), w("t")):
        if item.tag == w("fldChar"):
            depth += {"begin": 1, "end": -1}.get(value(item, w("fldCharType")), 0)
        elif not depth and next(item.iterancestors(w("fldSimple")), None) is None:
            found += item.text or ""
    return found
