"""Rules for easy reading: letters that are large, still and even, in a document that is open to everybody."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.accessibility.findings import WHOLE_DOCUMENT, Hit, Rule, at
from generator.problems import Soort
from generator.word.reading.opening import STYLES_PART
from generator.word.xml import child_at, value, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.word.reading.content import Paragraph, Run
    from generator.word.reading.document import Document

_SMALLEST = 9
_ENOUGH_WORDS, _ENOUGH_LETTERS = 4, 20
_JUSTIFIED = frozenset({"both", "distribute", "lowKashida", "mediumKashida", "highKashida", "thaiDistribute"})
_MOVING = frozenset({"blinkBackground", "lights", "sparkle", "shimmer", "antsBlack", "antsRed"})
_ON = frozenset({"1", "true", "on"})
_PROTECTED = {"forms": Soort.FOUT, "readOnly": Soort.AANDACHT}


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
