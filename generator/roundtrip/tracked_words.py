"""The words of a paragraph, each in a run of its own, so that they can be compared and changed one by one."""

from __future__ import annotations

import copy
import re
from itertools import takewhile
from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct

from generator.word.xml import SPACE, R, local_name, remove, value, value_at, w

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence

    from lxml.etree import _Element

AUTHOR = "wijkplan"
"""Who makes our tracked changes."""
COMMENTED = tuple(map(w, ("commentRangeStart", "commentRangeEnd", "commentReference", "proofErr")))
"""What belongs to the comments and the spelling check of one document."""
_TEXT, _RUN, _PARAGRAPH, _CONTROL, _CONTENT = map(w, ("t", "r", "p", "sdt", "sdtContent"))
_FIELD, _LINK, _INSERTED, _DELETED, _LOOKS = map(w, ("fldChar", "hyperlink", "ins", "del", "rPr"))
_SHAPING = (_CONTROL, _LINK, *map(w, ("instrText", "drawing", "fldSimple")))
_WHOLE = (_FIELD, *map(w, ("drawing", "pict", "fldSimple")))
_KEPT_LOOKS = frozenset(map(w, ("b", "i", "rStyle")))
_AGAIN = re.compile(r"#\d+(?=~|$)")
"""At the end of a tag: which print of its answer it is."""
_WORD = re.compile(r"\s+|\w+|[^\w\s]")


class Word(Struct, eq=False):
    """A word, a space or a sign in a run of its own; or a run with something else in it."""

    run: _Element
    place: str
    """The control or link of the paragraph that it stands in; empty outside them."""
    key: str
    """What makes two of them the same; of the result of a field that it is one."""

    def shows_otherwise(self, other: Word) -> bool:
        """Tell whether this is the result of a field, and another one is another result of it."""
        return self.key.startswith("\0") and self.run.findtext(_TEXT) != other.run.findtext(_TEXT)

    def alone(self) -> _Element:
        """Return a copy of the run, without what belongs to its own document."""
        run = copy.deepcopy(self.run)
        for mark in list(run.iter(*COMMENTED)):
            remove(mark)
        return run


def parent_of(element: _Element) -> _Element:
    """Return the element around one that stands in a document."""
    parent = element.getparent()
    if parent is None:
        raise ValueError(element.tag)
    return parent


def shape_of(paragraph: _Element, address: Callable[[str], str | None] = str) -> list[str]:
    """Return the controls, links and fields of a paragraph in order: with the same ones, words can be compared.

    Args:
        paragraph: The paragraph.
        address: Gives for the id of the relationship of a link the one by which it is compared.
    """
    return [f"{item.tag!s} {_told(item, address)}" for item in paragraph.iter(*_SHAPING)]


def _told(item: _Element, address: Callable[[str], str | None]) -> str:
    if item.tag == _CONTROL:
        return value_at(item.find(w("sdtPr")), "tag")
    if item.tag == _LINK:
        identity = item.get(f"{{{R}}}id")
        return f"{item.get(w('anchor'))} {identity and address(identity)}"
    return item.text or ""


def places_in(paragraph: _Element) -> dict[str, _Element]:
    """Return by its name each control or link in a paragraph that has words in it, and the paragraph itself."""
    found = {"": paragraph}
    for run in paragraph.iter(_RUN):
        name, around = _around(run, paragraph)
        found.setdefault(name, around)
    return found


def _around(run: _Element, paragraph: _Element) -> tuple[str, _Element]:
    """Return the nearest control or link of a paragraph around a run, by its name; else the paragraph."""
    for item in run.iterancestors():
        if item is paragraph:
            break
        if item.tag == _LINK:
            return f"link {[*paragraph.iter(_LINK)].index(item)}", item
        if item.tag == _CONTENT:
            return value_at(parent_of(item).find(w("sdtPr")), "tag"), item
    return "", paragraph


def is_sign(run: _Element, comments: Container[str]) -> bool:
    """Tell whether a run is the sign of one of these comments, by their ids."""
    return any(value(mark, w("id")) in comments for mark in run.iter(w("commentReference")))


def words_of(paragraph: _Element, comments: Container[str] = ()) -> list[Word]:
    """Return the words of a paragraph, each of which then has a run of its own.

    Args:
        paragraph: The paragraph, of which the runs are cut.
        comments: The ids of the comments whose signs are no words, because they stay.
    """
    found: list[Word] = []
    depth, in_result = 0, False
    runs = [run for run in paragraph.iter(_RUN) if not _is_boxed(run, paragraph) and not is_sign(run, comments)]
    for run in runs:
        sign = run.find(_FIELD)
        if sign is not None:
            kind = sign.get(w("fldCharType"))
            depth += {"begin": 1, "end": -1}.get(str(kind), 0)
            in_result = kind == "separate"
            continue
        place, _ = _around(run, paragraph)
        if depth:
            if in_result and run.find(_TEXT) is not None:
                found.append(Word(run, place, "\0field"))
                in_result = False
            continue
        found.extend(Word(piece, place, f"{place}\0{_says(piece)}".lstrip("\0")) for piece in _split(run))
    return found


def parts_of(
    paragraph: _Element, comments: Container[str] = (), address: Callable[[str], str | None] = str
) -> list[Word]:
    """Return the words of a paragraph outside controls and links, and each control or link as a whole.

    Args:
        paragraph: The paragraph, of which the runs are cut.
        comments: The ids of the comments whose signs are no words, because they stay.
        address: Gives for the id of the relationship of a link the one by which it is compared.

    Returns:
        The parts; none where it has a field or a drawing, or something of another kind around its words.
    """
    parts = [item for item in paragraph if item.tag in (_RUN, _CONTROL, _LINK) and not is_sign(item, comments)]
    runs = [run for run in paragraph.iter(_RUN) if not is_sign(run, comments)]
    if next(paragraph.iter(*_WHOLE), None) is not None or len(runs) != sum(len([*p.iter(_RUN)]) for p in parts):
        return []
    found: list[Word] = []
    for part in parts:
        if part.tag == _RUN:
            found.extend(Word(piece, "", _says(piece)) for piece in _split(part))
        else:
            found.append(Word(part, "", "\0" + "\0".join(_AGAIN.sub("", told) for told in shape_of(part, address))))
    return found


def inside(part: _Element) -> _Element:
    """Return what holds the words of a control or link."""
    content = part.find(_CONTENT)
    return part if content is None else content


def _is_boxed(run: _Element, paragraph: _Element) -> bool:
    """Tell whether a run stands in a paragraph of its own, of a text box, in the part of a paragraph that is read."""
    around = takewhile(lambda item: item is not paragraph, run.iterancestors())
    return any(item.tag == _PARAGRAPH for item in around)


def _says(run: _Element) -> str:
    looks = run.find(_LOOKS)
    names = "" if looks is None else " ".join(sorted(str(item.tag) for item in looks if item.tag in _KEPT_LOOKS))
    return f"{names}|{''.join(item.text or local_name(item) for item in run if item.tag != _LOOKS)}"


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
    parent_of(run).remove(run)
    return pieces


def put_words(change: _Element, around: _Element, behind: _Element | None, following: Sequence[Word]) -> None:
    """Put new words where they go.

    Args:
        change: The new words.
        around: The paragraph, control or link that they stand in.
        behind: What they follow, wherever it stands; None at the beginning.
        following: The words of the paragraph that they stand before.
    """
    before = _child_of(around, behind)
    if before is not None:
        before.addnext(change)
        return
    after = next((child for word in following if (child := _child_of(around, word.run)) is not None), None)
    if after is not None:
        after.addprevious(change)
    else:
        around.append(change)


def _child_of(around: _Element, inner: _Element | None) -> _Element | None:
    """Return what of an element holds another one inside it; None where that stands outside it."""
    while inner is not None:
        parent = inner.getparent()
        if parent is around:
            return inner
        inner = parent
    return None


def join_runs(paragraph: _Element) -> None:
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
            parent_of(change).remove(change)
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
