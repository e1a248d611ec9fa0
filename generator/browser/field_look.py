"""How a question looks as a field to fill in, and what it is called there."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from generator.answers.kinds import Aantal, Bedrag, Bestand, Datum, Getal, Jaar, JaNee, Keuze, Nummer, Tekst, Tijdvak
from generator.answers.offers import titled
from generator.form.wording import either, spellings
from generator.source import at, parse

if TYPE_CHECKING:
    from generator.answers.kinds import Kind
    from generator.answers.questions import Vraag

Veldsoort: TypeAlias = Literal[
    "regel", "tekst", "datum", "bedrag", "getal", "bestand", "keuze", "keuzelijst", "ja_nee",
    "lijst", "verwijzingen", "tabel", "groep", "groepen", "vast",
]  # fmt: skip
"""How a field looks: one line, many, a choice by buttons or from a list, one text a line, boxes to tick, a line for
each key, questions within the question, or what cannot be changed here (`vast`)."""

_SOORTEN: dict[type[Kind[Any]], Veldsoort] = {
    **dict.fromkeys((Datum, Tijdvak), "datum"),
    **dict.fromkeys((Getal, Aantal, Nummer, Jaar), "getal"),
    Bedrag: "bedrag",
    Bestand: "bestand",
    JaNee: "ja_nee",
}
_BUTTONS = 5
"""So many choices are buttons; more are a list."""
_SHORT = 60
"""An example of so many signs is of an answer on one line."""
_FITS = 70
"""So many signs fit on the line of a field."""
_ONE_LINE = re.compile(r"(?:Wie|Welke|Hoe heet|Hoe vaak|Wat meet|In welk|Uit welk)\b")
"""How a question begins that asks for a name."""


_TITLES = {
    "risicos": "Risico’s",
    "financien": "Financiën",
    "fotos": "Foto’s",
    "kader": "Beleid",
    "lijst": "De doelen",
    "start_motivering": "Waarom nu al beginnen",
}
"""What a group or list is called where its key is no plain Dutch."""


def title_of(question: Vraag) -> str:
    """Return what a group or list is called."""
    return _TITLES.get(question.naam) or titled(question)


def look_of(question: Vraag, shown: str, choices: int, *, is_whole: bool) -> Veldsoort:
    """Return how a field looks.

    Args:
        question: What it asks.
        shown: What stands there.
        choices: How much there is to choose.
        is_whole: Whether it is about the whole answer, not about one item of a list.
    """
    if is_whole and question.is_tabel:
        return "tabel"
    if is_whole and question.is_lijst:
        return "verwijzingen" if choices else "lijst"
    kind = question.item_kind
    if isinstance(kind, JaNee):
        return "ja_nee"
    if choices:
        return "keuze" if choices <= _BUTTONS else "keuzelijst"
    if len(shown.splitlines()) > 1 or (isinstance(kind, Tekst) and len(shown) > _FITS):
        return "tekst"
    return (_SOORTEN.get(type(kind)) if kind else None) or ("regel" if _is_short(question) else "tekst")


def _is_short(question: Vraag) -> bool:
    if question.voorbeeld:
        return len(question.voorbeeld) <= _SHORT and not question.voorbeeld.endswith(".")
    return bool(_ONE_LINE.match(question.vraag)) or question.naam in ("id", "titel")


def label_of(question: Vraag) -> str:
    """Return a question without the spellings of its choices, which the field shows."""
    kind = question.item_kind
    said, sign, rest = question.vraag.partition(":")
    if not sign or not isinstance(kind, (Keuze, JaNee)) or said in dict(kind.choices):
        return question.vraag
    return f"{said}?" if rest.rstrip().endswith("?") else question.vraag


def example_of(question: Vraag) -> str:
    """Return some answers in words, not in YAML."""
    kind = question.item_kind
    if question.voorbeeld is None:
        return either(spellings(kind)) if kind is not None and not isinstance(kind, (Tekst, Bestand, Nummer)) else ""
    return _in_words(question.voorbeeld)


@cache
def _in_words(yaml: str) -> str:
    tree = at(parse(f"v: {yaml}", "").tree, ("v",))
    if isinstance(tree, list):
        return ", ".join(str(item) for item in tree)
    if isinstance(tree, dict):
        return ", ".join(f"{key}: {value}" for key, value in tree.items())
    return tree or ""
