"""Rules for the page: white space and order, easy letters, and a document that is open to everybody.

Who hears a document hears every empty line, and text boxes out of turn.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from generator.accessibility.findings import WHOLE_DOCUMENT, Hit, Rule, at
from generator.problems import Soort
from generator.word.reading.content import Paragraph, Table
from generator.word.reading.opening import STYLES_PART
from generator.word.xml import child_at, value, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.word.reading.content import Block, Run
    from generator.word.reading.document import Document


_DOUBLE_SPACE = re.compile(r"\S(?:  +)\S|\S(?:[ \u00a0]{3,})\S")
_TABS = re.compile(r"\t\t")
_MEANS_SOMETHING = tuple(map(w, ("br", "lastRenderedPageBreak", "sdt", "fldChar", "fldSimple", "object", "pict")))
_SMALLEST = 9
_ENOUGH_WORDS, _ENOUGH_LETTERS = 4, 20
_JUSTIFIED = frozenset({"both", "distribute", "lowKashida", "mediumKashida", "highKashida", "thaiDistribute"})
_MOVING = frozenset({"blinkBackground", "lights", "sparkle", "shimmer", "antsBlack", "antsRed"})
_ON = frozenset({"1", "true", "on"})
_PROTECTED = {"forms": Soort.FOUT, "readOnly": Soort.AANDACHT}


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


def _protected(document: Document) -> Iterator[Hit]:
    protection = child_at(document.settings, "documentProtection")
    soort = _PROTECTED.get(value(protection, w("edit")))
    if soort is not None and value(protection, w("enforcement")) in _ON:
        melding = "Het document is beveiligd. Hulpmiddelen, zoals een schermlezer, kunnen er dan niet overal bij."
        yield Hit(WHOLE_DOCUMENT, melding, "word/settings.xml", soort)


def _moving(document: Document) -> Iterator[Hit]:
    for paragraph, run in _runs(document):
        if value(document.styles.of_run(run, paragraph, "effect")) in _MOVING:
            yield Hit(at(paragraph, run.text), "Deze tekst knippert of beweegt.", paragraph.part)


def _small(document: Document) -> Iterator[Hit]:
    counts: Counter[tuple[float, bool]] = Counter()
    first: dict[tuple[float, bool], tuple[Paragraph, Run]] = {}
    for paragraph, run in _runs(document):
        points = document.styles.points_of_run(run, paragraph)
        if points < _SMALLEST:
            key = (points, document.styles.run_property(run, paragraph, "sz")[1])
            first.setdefault(key, (paragraph, run))
            counts[key] += 1
    for (points, direct), (paragraph, run) in first.items():
        melding = f"De letters zijn {f'{points:g}'.replace('.', ',')} punten groot. Kleiner dan 9 leest lastig."
        place = at(paragraph, run.text) + _more(counts[(points, direct)])
        yield Hit(place, melding, paragraph.part if direct else STYLES_PART)


def _capitals(document: Document) -> Iterator[Hit]:
    for paragraph in document.paragraphs:
        if not paragraph.text.isupper():
            continue
        letters = [sign for sign in paragraph.text if sign.isalpha()]
        many = len(letters) >= _ENOUGH_LETTERS and len(paragraph.text.split()) >= _ENOUGH_WORDS
        if many and all(letter.isupper() for letter in letters):
            yield Hit(at(paragraph), "Deze regel is in hoofdletters getypt.", paragraph.part)


def _justified(document: Document) -> Iterator[Hit]:
    found: dict[bool, list[Paragraph]] = {}
    for paragraph in document.paragraphs:
        alignment, direct = document.styles.paragraph_property(paragraph, "jc")
        if value(alignment) in _JUSTIFIED and paragraph.text.strip():
            found.setdefault(direct, []).append(paragraph)
    for direct, paragraphs in found.items():
        place = at(paragraphs[0]) + _more(len(paragraphs))
        melding = "De tekst is uitgevuld: de rechterkant is recht. Dat leest lastiger."
        yield Hit(place, melding, paragraphs[0].part if direct else STYLES_PART)


def _runs(document: Document) -> Iterator[tuple[Paragraph, Run]]:
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            if run.text.strip(" \t\n\ufffc"):
                yield paragraph, run


def _more(count: int) -> str:
    return "" if count == 1 else f", en nog {count - 1} keer"


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
    Rule(
        "document-beveiligd",
        Soort.FOUT,
        "Kies Controleren > Bewerking beperken en zet de beveiliging uit.",
        _protected,
    ),
    Rule(
        "tekst-beweegt",
        Soort.FOUT,
        "Selecteer de tekst en druk op Ctrl+spatie: dan krijgt die de opmaak van de stijl.",
        _moving,
    ),
    Rule(
        "letters-te-klein",
        Soort.AANDACHT,
        "Kies bij Start > Tekengrootte ten minste 9. Komt het uit een stijl? Klik bij Start > Stijlen met rechts op "
        "de stijl en kies Wijzigen.",
        _small,
    ),
    Rule(
        "hoofdletters-getypt",
        Soort.AANDACHT,
        "Selecteer de regel en kies Start > Hoofdlettergebruik > Zoals in een zin.",
        _capitals,
    ),
    Rule(
        "tekst-uitgevuld",
        Soort.AANDACHT,
        "Selecteer de tekst en kies Start > Links uitlijnen, of wijzig dat in de stijl.",
        _justified,
    ),
)
