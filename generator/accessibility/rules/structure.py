"""Rules for headings and lists.

A screen reader jumps from one heading to the next, and tells how deep each is. Typed dashes and numbers are no list for
who hears the document.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from generator.accessibility.findings import WHOLE_DOCUMENT, Hit, Rule, at
from generator.problems import Soort
from generator.word.reading.content import Paragraph
from generator.word.xml import child_at, value_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.word.reading.content import Block
    from generator.word.reading.document import Document


_LONG_TEXT = 300
"""From this number of words a reader needs headings; a letter does without."""
_LONGEST = 80
_BODY_STYLES = frozenset({"normal", "body text", "body"})
_LARGER = 2
"""So many points above the default size looks like a heading."""
_USE_STYLE = "Zet de cursor in de regel en kies bij Start > Stijlen de stijl Kop {}."
_LINE = re.compile(
    r"^(?:[^\S\n]*(?:(?P<bullet>[-–—•·*▪◦‣\ufffc])|\(?(?:(?P<number>\d{1,2})|(?P<letter>[a-z]))(?P<end>[.)]))"
    r"[ \t\u00a0]+\S)?",
    re.MULTILINE,
)
"""A line, with how it begins where that is as an item of a list does."""
_NO_LIST = frozenset({"", "0"})


def _missing(document: Document) -> Iterator[Hit]:
    words = sum(len(paragraph.text.split()) for paragraph in document.paragraphs if paragraph.area == "tekst")
    if words >= _LONG_TEXT and not _headings(document):
        yield Hit(WHOLE_DOCUMENT, "Dit document heeft geen koppen. Wie niet ziet, kan er niet in bladeren.")


def _first(document: Document) -> Iterator[Hit]:
    for heading in _headings(document)[:1]:
        if heading.level != 1:
            yield Hit(at(heading), f"De eerste kop heeft niveau {heading.level}. Begin met niveau 1.", heading.part)


def _skipped(document: Document) -> Iterator[Hit]:
    for before, heading in pairwise(_headings(document)):
        if heading.level > before.level + 1:
            melding = f"Na een kop van niveau {before.level} volgt niveau {heading.level}. Er ontbreekt een niveau."
            yield Hit(at(heading), melding, heading.part)


def _empty(document: Document) -> Iterator[Hit]:
    for paragraph in document.paragraphs:
        if paragraph.level and not paragraph.text.strip() and not paragraph.pictures and not _ends_section(paragraph):
            yield Hit(at(paragraph), f"Hier staat een lege kop van niveau {paragraph.level}.", paragraph.part)


def _imitated(document: Document) -> Iterator[Hit]:
    started = not _headings(document)
    for block, after in pairwise(document.body):
        if isinstance(block, Paragraph):
            started = started or bool(block.level)
            if started and _looks_like_heading(document, block) and not _imitates(document, after):
                yield Hit(at(block), "Deze regel ziet eruit als een kop, maar is het niet.", block.part)


def _imitates(document: Document, block: Block) -> bool:
    """Tell whether what follows is no text under a heading: nothing, or just such a line."""
    return isinstance(block, Paragraph) and (not block.text.strip() or _looks_like_heading(document, block))


def _looks_like_heading(document: Document, paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    if not text or paragraph.level or len(text) > _LONGEST or text[-1] in ".:;,?!":
        return False
    styles = document.styles
    if styles.name(paragraph.style).lower() not in _BODY_STYLES or child_at(paragraph.properties, "numPr") is not None:
        return False
    runs = [run for run in paragraph.runs if run.text.strip()]
    default = styles.points(paragraph.style)
    return (
        all(styles.is_bold(run, paragraph) or styles.points_of_run(run, paragraph) >= default + _LARGER for run in runs)
        and not paragraph.pictures
    )


def _headings(document: Document) -> list[Paragraph]:
    headings = (item for item in document.paragraphs if item.level and item.area == "tekst" and item.text.strip())
    return [item for item in headings if document.styles.name(item.style).lower() != "title"]


def _ends_section(paragraph: Paragraph) -> bool:
    return child_at(paragraph.properties, "sectPr") is not None


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
            yield from (_line(block, found) for found in _LINE.finditer(block.text))


def _may_hold_list(document: Document, paragraph: Paragraph) -> bool:
    if paragraph.level or paragraph.in_contents:
        return False
    numbering, _ = document.styles.paragraph_property(paragraph, "numPr")
    return value_at(numbering, "numId") in _NO_LIST


def _line(paragraph: Paragraph, found: re.Match[str]) -> _Line | None:
    if found["bullet"]:
        return _Line(paragraph, found["bullet"], 0)
    if found["number"]:
        return _Line(paragraph, f"1{found['end']}", int(found["number"]))
    return _Line(paragraph, f"a{found['end']}", ord(found["letter"]) - ord("a") + 1) if found["letter"] else None


RULES = (
    Rule(
        "kop-ontbreekt",
        Soort.FOUT,
        "Zet de cursor in de titel van elk hoofdstuk en kies bij Start > Stijlen de stijl Kop 1.",
        _missing,
    ),
    Rule("kop-eerste-niveau", Soort.FOUT, _USE_STYLE.format("1"), _first),
    Rule("kop-niveau-overgeslagen", Soort.FOUT, _USE_STYLE.format("met het niveau dat volgt"), _skipped),
    Rule(
        "kop-leeg",
        Soort.FOUT,
        "Haal de lege regel weg, of kies bij Start > Stijlen de stijl Standaard.",
        _empty,
    ),
    Rule(
        "kop-nagemaakt",
        Soort.AANDACHT,
        "Is het een kop? Zet de cursor in de regel en kies bij Start > Stijlen een kop, zoals Kop 2.",
        _imitated,
    ),
    Rule(
        "lijst-getypt",
        Soort.FOUT,
        "Haal de getypte tekens weg, selecteer de regels en kies Start > Opsommingstekens of Start > Nummering.",
        _typed,
    ),
)
