"""Rules for white space and order: who hears a document hears every empty line, and text boxes out of turn."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from generator.accessibility.findings import WHOLE_DOCUMENT, Hit, Rule, at
from generator.problems import Soort
from generator.word.reading.content import Paragraph, Table
from generator.word.xml import child_at, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.word.reading.content import Block
    from generator.word.reading.document import Document

_DOUBLE_SPACE = re.compile(r"\S(?:  +)\S|\S(?:[ \u00a0]{3,})\S")
_TABS = re.compile(r"\t\t")
_MEANS_SOMETHING = tuple(map(w, ("br", "lastRenderedPageBreak", "sdt", "fldChar", "fldSimple", "object", "pict")))


def _empty(document: Document) -> Iterator[Hit]:
    for flow in document.flows:
        place = 0
        for empty, group in groupby(flow, _is_empty):
            blocks = list(group)
            before, after = flow[place - 1 : place] if place else [], flow[place + len(blocks) :][:1]
            place += len(blocks)
            if empty and not (len(blocks) == 1 and _is_needed(before, after)):
                yield _empty_hit(blocks, before, after)


def _empty_hit(blocks: list[Block], before: list[Block], after: list[Block]) -> Hit:
    what = "staat een lege alinea" if len(blocks) == 1 else f"staan {len(blocks)} lege alinea’s achter elkaar"
    for where, near in (("Hierna", before), ("Hiervoor", after), ("Hier", blocks)):
        if near and isinstance(near[0], Paragraph):
            return Hit(at(near[0]), f"{where} {what}.", near[0].part)
    return Hit(WHOLE_DOCUMENT, f"Ergens {what}.")


def _is_empty(block: Block) -> bool:
    if isinstance(block, Table) or block.level or block.pictures or block.text.strip():
        return False
    if child_at(block.properties, "sectPr") is not None:
        return False
    return next(block.element.iter(*_MEANS_SOMETHING), None) is None


def _is_needed(before: list[Block], after: list[Block]) -> bool:
    """Tell whether Word itself needs a paragraph there: alone in a cell, or at a table."""
    if not before and not after:
        return True
    return bool(before) and isinstance(before[-1], Table) and (not after or isinstance(after[0], Table))


def _double_space(document: Document) -> Iterator[Hit]:
    for paragraph in document.paragraphs:
        found = None if paragraph.in_contents else _DOUBLE_SPACE.search(paragraph.text)
        if found:
            melding = "Hier staan twee of meer spaties achter elkaar."
            yield Hit(at(paragraph, _around(paragraph.text, found.start())), melding, paragraph.part)


def _tabs(document: Document) -> Iterator[Hit]:
    for paragraph in document.paragraphs:
        if paragraph.area == "tekst" and not paragraph.in_contents and _TABS.search(paragraph.text):
            yield Hit(
                at(paragraph), "Hier staan meer tabs achter elkaar, om tekst op zijn plek te zetten.", paragraph.part
            )


def _boxes(document: Document) -> Iterator[Hit]:
    words = {id(flow[0].box): _first_words(flow) for flow in document.flows if flow and isinstance(flow[0], Paragraph)}
    for anchor, box in document.boxes:
        melding = "Hier staat een tekstvak. Een schermlezer leest dat op een andere plek, of helemaal niet."
        yield Hit(at(anchor, words.get(id(box), "")), melding, anchor.part)


def _first_words(flow: list[Block]) -> str:
    return next((item.text for item in flow if isinstance(item, Paragraph) and item.text.strip()), "")


def _around(text: str, start: int) -> str:
    begin = text.rfind(" ", 0, max(start - 20, 0)) + 1
    return text[begin:]


RULES = (
    Rule(
        "lege-alinea",
        Soort.AANDACHT,
        "Haal de lege regel weg. Wil je wit? Kies Start > Alinea-instellingen en vul bij Afstand Voor of Na in.",
        _empty,
    ),
    Rule(
        "dubbele-spatie",
        Soort.AANDACHT,
        "Kies Start > Vervangen en vervang twee spaties door één.",
        _double_space,
    ),
    Rule(
        "tabs-voor-opmaak",
        Soort.AANDACHT,
        "Zet gegevens die naast elkaar horen in een tabel. Gebruik anders één tab met een tabstop.",
        _tabs,
    ),
    Rule(
        "tekstvak",
        Soort.AANDACHT,
        "Knip de tekst uit het tekstvak en plak die op de goede plek in de gewone tekst. "
        "Wil je een kader? Gebruik een rand om de alinea.",
        _boxes,
    ),
)
