"""Charts of an edited document that show other figures now, and pictures of which the file is another one now.

A chart comes with its workbook, and both with the words for who cannot see them. Neither can be a tracked change, so a
comment says that it is new.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.word.package import part_xml
from generator.word.package.relationships import main_part, relationships_of
from generator.word.provenance import PARA_ID, digest_of_picture
from generator.word.xml import A, R, number, w

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    from lxml.etree import _Element

    from generator.roundtrip.adoption import Adoption

_SPACE = "http://schemas.openxmlformats.org/drawingml/2006/chart"
CHART = f"{{{_SPACE}}}chart"
_VALUE = f"{{{_SPACE}}}v"
_ID = f"{{{R}}}id"
_RENEWED = "Deze grafiek toont nu de cijfers uit de nieuwe antwoorden."
PICTURE = f"{{{A}}}blip"
_EMBEDDED = f"{{{R}}}embed"
_NEW_WORDS = "De tekst voor wie deze afbeelding niet kan zien, is vervangen door die uit de nieuwe antwoorden."
_NEW_PICTURE = "Deze afbeelding is vervangen door die uit de nieuwe antwoorden."
OTHER_PICTURE = "Volgens de nieuwe antwoorden staat hier een andere afbeelding."
"""What is said beside a picture that is not renewed, because people changed it."""
_OTHER = "Volgens de nieuwe antwoorden toont deze grafiek andere cijfers."


def renew_charts(
    charts: Iterable[tuple[_Element, _Element, _Element]],
    adoption: Adoption,
    base: Mapping[str, bytes],
    parts: Mapping[str, bytes],
    fresh: Mapping[str, bytes],
) -> Iterator[tuple[_Element, str]]:
    """Renew the charts that nobody changed and that show other figures now; yield what is said beside each.

    Args:
        charts: The paragraph of each chart as it was made, in the document, and as it is made now.
        adoption: Brings parts into the document.
        base: The parts of the document as it was made.
        parts: The parts of the document.
        fresh: The parts of the document as it is made now.
    """
    for before, paragraph, after in charts:
        made, mine, wanted = (next(item.iter(CHART), None) for item in (before, paragraph, after))
        if made is None or mine is None or wanted is None or figures(base, made) == figures(fresh, wanted):
            continue
        if figures(parts, mine) != figures(base, made):
            yield paragraph, _OTHER
            continue
        identity = adoption.take(str(wanted.get(_ID)))
        if identity is not None:
            adoption.drop(str(mine.get(_ID)))
            mine.set(_ID, identity)
            _tell(paragraph, after)
            yield paragraph, _RENEWED


def figures(parts: Mapping[str, bytes], chart: _Element) -> list[str]:
    """Return the figures and words that a chart shows."""
    related = relationships_of(parts, main_part(parts) or "")
    name = next((item.target for item in related if item.id == chart.get(_ID)), "")
    return [value.text or "" for value in part_xml.parse(parts[name]).iter(_VALUE)] if name in parts else []


class Pictures:
    """The pictures of a document that people edited, beside those that it was made with and is made with now."""

    def __init__(
        self,
        adoption: Adoption,
        made: Container[tuple[str, str]],
        parts: Mapping[str, bytes],
        fresh: Mapping[str, bytes],
    ) -> None:
        """Take the parts.

        Args:
            adoption: Brings parts into the document.
            made: The ids of paragraphs, and the digests of the pictures that these were made with.
            parts: The parts of the document.
            fresh: The parts of the document as it is made now.
        """
        self._adoption, self._made, self._parts, self._fresh = adoption, made, parts, fresh

    def renew(self, before: _Element, paragraph: _Element, after: _Element) -> str:
        """Bring the pictures of a paragraph up to date, and return what is said beside them: nothing if none is new.

        Args:
            before: The paragraph as it was made.
            paragraph: As it is in the document.
            after: As it is made now.
        """
        wanted, here = list(after.iter(PICTURE)), str(before.get(PARA_ID) or "")
        new = [(here, self._digest(self._fresh, item)) not in self._made for item in wanted]
        there = [item for item in paragraph.iter(PICTURE) if (here, self._digest(self._parts, item)) in self._made]
        there = [item for item in there if next(_drawing_of(item).iter(f"{{{A}}}srcRect"), None) is None]
        if len(there) != len(wanted):
            return OTHER_PICTURE if any(new) and not self._shows(paragraph, wanted) else ""
        told = [_words_of(item) for item in before.iter(PICTURE)]
        said = _NEW_PICTURE if any(new) else ""
        for mine, its, is_new in zip(there, wanted, new, strict=True):
            if _words_of(its) != _words_of(mine) in told:
                _tell(_drawing_of(mine), _drawing_of(its))
                said = said or _NEW_WORDS
            if is_new:
                self._exchange(mine, its)
        return said

    def _shows(self, paragraph: _Element, wanted: Iterable[_Element]) -> bool:
        """Tell whether a paragraph shows the pictures that are wanted already."""
        there = {self._digest(self._parts, item) for item in paragraph.iter(PICTURE)}
        return {self._digest(self._fresh, item) for item in wanted} <= there

    def _exchange(self, mine: _Element, wanted: _Element) -> None:
        identity, old = self._adoption.take(str(wanted.get(_EMBEDDED))), str(mine.get(_EMBEDDED))
        if identity is None:
            return
        mine.set(_EMBEDDED, identity)
        others = (item for item in mine.getroottree().iter(PICTURE) if item.get(_EMBEDDED) == old)
        if next(others, None) is None:
            self._adoption.drop(old)
        _give_ratio(_drawing_of(mine), _drawing_of(wanted))

    @staticmethod
    def _digest(parts: Mapping[str, bytes], picture: _Element) -> str:
        related = relationships_of(parts, main_part(parts) or "")
        name = next((item.target for item in related if item.id == picture.get(_EMBEDDED)), "")
        return digest_of_picture(parts[name]) if name in parts else ""


def _drawing_of(picture: _Element) -> _Element:
    return next(picture.iterancestors(w("drawing")))


def _words_of(picture: _Element) -> str:
    """Return the words for who cannot see a picture."""
    return next((item.get("descr") or "" for item in _drawing_of(picture).iter("{*}docPr")), "")


def _give_ratio(drawing: _Element, wanted: _Element) -> None:
    """Let a drawing keep its width, with the height that its new picture asks."""
    asked = next(item for item in wanted.iter("{*}extent"))
    ratio = (number(asked.get("cy")) or 1) / (number(asked.get("cx")) or 1)
    for size in drawing.iter("{*}extent", f"{{{A}}}ext"):
        if width := number(size.get("cx")):
            size.set("cy", str(round(width * ratio)))


def _tell(paragraph: _Element, after: _Element) -> None:
    """Give a chart the words that tell what it shows now."""
    mine, wanted = (next(item.iter("{*}docPr"), None) for item in (paragraph, after))
    if mine is not None and wanted is not None:
        mine.set("descr", wanted.get("descr") or "")
