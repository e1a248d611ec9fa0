"""Rules for links, references and bookmarks: a link must say where it goes, and go there."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from generator.accessibility.findings import WHOLE_DOCUMENT, Hit, Rule, at, quoted
from generator.problems import Soort
from generator.word.fields import fields
from generator.word.xml import r, value, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from generator.word.reading.content import Paragraph
    from generator.word.reading.document import Document

_ADDRESS = re.compile(r"(https?://|www\.)\S+", re.IGNORECASE)
_VAGUE = re.compile(
    r"((klik )?hier|klik|lees (meer|verder)|meer( info(rmatie)?)?|(deze )?link|deze pagina|(de )?(web)?site"
    r"|(click )?here|(read )?more|download|document|bestand)"
)
_BROKEN = re.compile(r"(Fout!|Error!) +\S.*?(gedefinieerd|gevonden|defined|found|bestaat niet|ongeldig|not valid)")
_TARGET = re.compile(r'\b(?:(?:PAGE|NOTE)?REF\s+"?([^\s"\\]+)|HYPERLINK\s+\\l\s+"([^"]+)")', re.IGNORECASE)
_ALWAYS_THERE = frozenset({"_top"})
_MANY_HEADINGS = 10


def _vague(document: Document) -> Iterator[Hit]:
    for paragraph, link, text in _links(document):
        words = text.strip(" .:>»→").lower()
        if _VAGUE.fullmatch(words):
            yield Hit(at(paragraph), f"De link {quoted(text)} zegt niet waar die naartoe gaat.", paragraph.part)
        elif _ADDRESS.fullmatch(words) and not paragraph.in_contents and link is not None:
            yield Hit(at(paragraph), f"De link {quoted(text)} is een kaal webadres.", paragraph.part)


def _empty(document: Document) -> Iterator[Hit]:
    shown = {run.link for paragraph in document.paragraphs for run in paragraph.runs}
    if all(link in shown for root in document.roots.values() for link in root.iter(w("hyperlink"))):
        return
    for paragraph in document.paragraphs:
        for link in paragraph.element.iterchildren(w("hyperlink")):
            if link not in shown and next(link.iter(w("drawing"), w("pict")), None) is None:
                yield Hit(at(paragraph), "Hier staat een link zonder tekst.", paragraph.part)


def _dangling(document: Document) -> Iterator[Hit]:
    known = {name.lower() for _, name, _ in _bookmarks(document)} | _ALWAYS_THERE
    if all(name.lower() in known for root in document.roots.values() for name in _targets(root)):
        return
    for paragraph in document.paragraphs:
        if paragraph.box is None or paragraph.cell is None:
            missing = sorted({name for name in _targets(paragraph.element) if name.lower() not in known})
            for name in missing:
                melding = f"Een link of verwijzing gaat naar “{name}”, maar die plek bestaat niet."
                yield Hit(at(paragraph), melding, paragraph.part)


def _broken(document: Document) -> Iterator[Hit]:
    for paragraph in document.paragraphs:
        found = _BROKEN.search(paragraph.text)
        if found:
            yield Hit(at(paragraph), f"Hier staat een kapotte verwijzing: {quoted(found[0])}.", paragraph.part)


def _no_contents(document: Document) -> Iterator[Hit]:
    headings = sum(bool(item.level and item.text.strip()) for item in document.paragraphs)
    if headings > _MANY_HEADINGS and not any(item.in_contents for item in document.paragraphs):
        melding = f"Dit document heeft {headings} koppen, maar geen inhoudsopgave."
        yield Hit(WHOLE_DOCUMENT, melding)


def _twice(document: Document) -> Iterator[Hit]:
    counts = Counter(name.lower() for _, name, _ in _bookmarks(document))
    for part, name, _ in _bookmarks(document):
        if counts.pop(name.lower(), 0) > 1:
            melding = f"De bladwijzer “{name}” komt vaker voor. Een link erheen kan verkeerd uitkomen."
            yield Hit(WHOLE_DOCUMENT, melding, part)


def _unpaired(document: Document) -> Iterator[Hit]:
    for part, root in document.roots.items():
        ends = {value(end, w("id")) for end in root.iter(w("bookmarkEnd"))}
        for start in root.iter(w("bookmarkStart")):
            if value(start, w("id")) not in ends:
                melding = f"De bladwijzer “{value(start, w('name'))}” heeft geen einde."
                yield Hit(WHOLE_DOCUMENT, melding, part)


def _links(document: Document) -> Iterator[tuple[Paragraph, _Element | None, str]]:
    for paragraph in document.paragraphs:
        for link, runs in groupby(paragraph.runs, lambda run: run.link):
            if link is not None:
                yield paragraph, link, "".join(run.text for run in runs).strip()


def _targets(element: _Element) -> Iterator[str]:
    """Yield the bookmarks that the links and fields in an element lead to."""
    for link in element.iter(w("hyperlink")):
        if value(link, w("anchor")) and not link.get(r("id")):
            yield value(link, w("anchor"))
    for item in fields(element, unclosed=True):
        if found := _TARGET.search(item.instruction):
            yield found[1] or found[2]


def _bookmarks(document: Document) -> Iterator[tuple[str, str, _Element]]:
    for part, root in document.roots.items():
        for start in root.iter(w("bookmarkStart")):
            yield part, value(start, w("name")), start


_EDIT = "Klik met rechts op de link, kies Koppeling bewerken"
RULES = (
    Rule(
        "link-zegt-niets",
        Soort.AANDACHT,
        f"{_EDIT} en schrijf bij Weer te geven tekst waar de link naartoe gaat.",
        _vague,
    ),
    Rule("link-leeg", Soort.FOUT, "Haal de link weg, of schrijf er tekst bij: Invoegen > Koppeling.", _empty),
    Rule(
        "link-zonder-doel",
        Soort.FOUT,
        "Selecteer alles met Ctrl+A en druk op F9. Helpt dat niet? Klik met rechts op de link en kies "
        "Koppeling bewerken > Plaats in dit document.",
        _dangling,
    ),
    Rule(
        "verwijzing-kapot",
        Soort.FOUT,
        "Haal de foutmelding weg en maak de verwijzing opnieuw: Verwijzingen > Kruisverwijzing.",
        _broken,
    ),
    Rule(
        "inhoudsopgave-ontbreekt",
        Soort.AANDACHT,
        "Zet de cursor voor het eerste hoofdstuk en kies Verwijzingen > Inhoudsopgave.",
        _no_contents,
    ),
    Rule(
        "bladwijzer-dubbel",
        Soort.AANDACHT,
        "Kies Invoegen > Bladwijzer, verwijder de bladwijzer en maak die opnieuw op de goede plek.",
        _twice,
    ),
    Rule(
        "bladwijzer-zonder-einde",
        Soort.AANDACHT,
        "Kies Invoegen > Bladwijzer, verwijder de bladwijzer en maak die opnieuw.",
        _unpaired,
    ),
)
