"""The rule for lists: typed dashes and numbers are no list for who hears the document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.accessibility.findings import Hit, Rule, at
from generator.problems import Soort
from generator.word.reading.content import Paragraph
from generator.word.xml import value_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.word.reading.content import Block
    from generator.word.reading.document import Document

_BULLET = re.compile(r"\s*([-–—•·*▪◦‣\ufffc])[ \t\u00a0]+\S")
_NUMBER = re.compile(r"\s*(\()?(\d{1,2})([.)])[ \t\u00a0]+\S")
_NO_LIST = frozenset({"", "0"})
_LETTER = re.compile(r"\s*(\()?([a-z])([.)])[ \t\u00a0]+\S")


class _Line(NamedTuple):
    """A line that starts as an item of a list."""

    paragraph: Paragraph
    sign: str
    order: int
    """Its number; 0 for a bullet."""

    def follows(self, before: _Line | None) -> bool:
        """Tell whether it goes on with the list of the line before it."""
        if before is None or self.sign != before.sign:
            return False
        return not self.order or self.order == before.order + 1


def _typed(document: Document) -> Iterator[Hit]:
    for flow in document.flows:
        before: _Line | None = None
        reported = False
        for line in _lines(document, flow):
            goes_on = line is not None and line.follows(before)
            if goes_on and not reported and before is not None:
                melding = "Deze opsomming is met de hand getypt. Een schermlezer hoort dan geen lijst."
                yield Hit(at(before.paragraph), melding, before.paragraph.part)
            reported, before = goes_on, line


def _lines(document: Document, flow: list[Block]) -> Iterator[_Line | None]:
    for block in flow:
        if not isinstance(block, Paragraph) or not _may_hold_list(document, block):
            yield None
        else:
            yield from (_line(block, text) for text in block.text.split("\n"))


def _may_hold_list(document: Document, paragraph: Paragraph) -> bool:
    if paragraph.level or paragraph.in_contents:
        return False
    numbering, _ = document.styles.paragraph_property(paragraph, "numPr")
    return value_at(numbering, "numId") in _NO_LIST


def _line(paragraph: Paragraph, text: str) -> _Line | None:
    if found := _BULLET.match(text):
        return _Line(paragraph, found[1], 0)
    if found := _NUMBER.match(text):
        return _Line(paragraph, f"1{found[3]}", int(found[2]))
    if found := _LETTER.match(text):
        return _Line(paragraph, f"a{found[3]}", ord(found[2]) - ord("a") + 1)
    return None


RULES = (
    Rule(
        "lijst-getypt",
        Soort.FOUT,
        "Haal de getypte tekens weg, selecteer de regels en kies Start > Opsommingstekens of Start > Nummering.",
        _typed,
    ),
)
