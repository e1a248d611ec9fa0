"""The kinds of answer, one class each: how it is read, how the plan prints it, and how that reads back.

The law of every kind: reading back what the plan prints gives the answer that was printed. What a new spelling of a
date or an amount needs, is added to its kind and nowhere else.
"""

from __future__ import annotations

from generator.answers.kinds.datum import Datum, Tijdvak
from generator.answers.kinds.getallen import Aantal, Bedrag, Getal, Jaar, Nummer
from generator.answers.kinds.hoeveelheid import Hoeveelheid
from generator.answers.kinds.kind import JsonSchema, Kind
from generator.answers.kinds.moment import Moment
from generator.answers.kinds.teksten import Bestand, JaNee, Keuze, Tekst

__all__ = [
    "Aantal",
    "Bedrag",
    "Bestand",
    "Datum",
    "Getal",
    "Hoeveelheid",
    "JaNee",
    "Jaar",
    "JsonSchema",
    "Keuze",
    "Kind",
    "Moment",
    "Nummer",
    "Tekst",
    "Tijdvak",
]
