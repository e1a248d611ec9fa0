"""Amounts, figures, counts, numbers of a list and years."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from generator.answers.kinds.hoeveelheid import NOT_APPLICABLE, NUMBER, ONBEKEND, PM, UNKNOWN, Hoeveelheid, Quantity
from generator.answers.kinds.kind import Kind
from generator.answers.kinds.patterns import spelled
from generator.problems import HERE, Melding, ProblemsError

if TYPE_CHECKING:
    from generator.answers.kinds.kind import JsonSchema

_PARTS = ("derde", "kwart", "vierde", "vijfde", "zesde", "achtste", "tiende")
_HALVES = ("de helft", "driekwart", "twee derde", "meer dan de helft", "minder dan de helft", "bijna de helft")
_TELWOORDEN = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")
_FRACTIONS = {
    **{f"{many} {part}": f"een {part}" for many in ("een", "één", "1") for part in _PARTS},
    **{words: words for words in (*_HALVES, "ruim de helft", "ongeveer de helft")},
    **{"helft": "de helft", "tweederde": "twee derde", "2/3": "twee derde", "1/3": "een derde", "kwart": "een kwart"},
    **{"1/2": "de helft", "1/4": "een kwart", "3/4": "driekwart", "drie kwart": "driekwart"},
    **{
        f"{some} op {the}{of}": f"{few} op de {many}"
        for few in range(1, 10)
        for many in range(few + 1, 11)
        for some in (str(few), _TELWOORDEN[few - 1], *(["één"] if few == 1 else []))
        for the in ("de ", "")
        for of in (str(many), _TELWOORDEN[many - 1])
    },
}
"""Parts of a whole in words, and how the plan prints them."""
_NUMBERED, _AS_NUMBER = r"(?:nr\.?|nummer)?\s*(\d{1,4})\.?", "Schrijf alleen cijfers, bijvoorbeeld 2."
_YEAR, _AS_YEAR = r"(19|20|21)\d\d", "Schrijf vier cijfers, bijvoorbeeld 2026."


class Getal(Quantity):
    """A figure; its decimals stay as many as were given, and a percentage keeps its sign."""

    number = rf"{NUMBER}(?P<percent>\s?(?:%|procent|pct\.?))?"
    words = UNKNOWN | NOT_APPLICABLE | _FRACTIONS
    is_whole = False
    wanted = "Schrijf alleen het getal, bijvoorbeeld 6,1."

    def _unit(self, found: re.Match[str]) -> str:
        return "%" if found["percent"] else ""

    def _refused(self, given: str) -> ProblemsError:
        return ProblemsError.about(HERE, f"“{given}” is geen getal.", self.wanted)


class Bedrag(Quantity):
    """An amount in whole euros."""

    number = rf"(?:(?P<euro>€|eur|euro)\s?)?{NUMBER}(?:\s?(?:€|eur|euro))?"
    words = (
        UNKNOWN
        | NOT_APPLICABLE
        | dict.fromkeys(("pm", "p.m.", "p.m", "pro memorie", "pm-post"), PM)
        | dict.fromkeys(("nihil", "geen", "geen kosten", "geen extra kosten", "gratis", "nul"), "0")
    )
    eenheid = "€"
    wanted = "Schrijf hele euro’s, bijvoorbeeld 412000, € 412.000, 1,2 mln of PM."

    def __init__(self, *, per_jaar: bool = False) -> None:
        """Make the kind; of an amount that is needed each year, people say so."""
        if per_jaar:
            each_year = r"per\s(?:jaar|kalenderjaar)|p\.j\.?|/\s?jaar|elk\sjaar|jaarlijks"
            self.number = rf"{Bedrag.number}(?:\s?(?:{each_year}))?"

    def parse(self, text: str) -> Hoeveelheid:
        """Return the amount that a text gives, in whole euros."""
        return _in_euros(super().parse(text))

    def remark(self, text: str) -> Melding | None:
        """Say that an amount was rounded."""
        given, rounded = super().parse(text), self.parse(text)
        if given == rounded or not given.bekend:
            return None
        melding = f"“{text.strip()}” is afgerond op {rounded.tekst}."
        return Melding(melding, "Bedragen zijn hele euro’s. Rond het bedrag zelf af als je een ander bedrag wilt.")

    def _read_print(self, text: str) -> Hoeveelheid:
        return self.parse(text)

    def _value(self, found: re.Match[str], scale: str | None, given: str, *, is_whole: bool) -> Decimal:
        number = super()._value(found, scale, given, is_whole=is_whole)
        cents = -int(number.as_tuple().exponent)
        if number < 0 or (cents > 0 and not scale and (cents != 2 or (not found["euro"] and number < 1000))):
            raise self._refused(given)
        return number

    def _refused(self, given: str) -> ProblemsError:
        return ProblemsError.about(HERE, f"“{given}” is geen bedrag in hele euro’s.", self.wanted)


def _in_euros(value: Hoeveelheid) -> Hoeveelheid:
    if value.laagste is None or value.hoogste is None:
        return replace(value, laagste=Decimal(0), hoogste=Decimal(0), woord="") if value.woord == "0" else value
    lowest, highest = (number.quantize(Decimal(1), ROUND_HALF_UP) for number in (value.laagste, value.hoogste))
    return replace(value, laagste=lowest, hoogste=highest)


class Aantal(Quantity):
    """How many there are of something."""

    number = rf"{NUMBER}(?:\s(?:inwoners|bewoners|mensen|personen))?"
    wanted = f"Schrijf het aantal, bijvoorbeeld 5840, ca. 14.000 of {ONBEKEND}."

    def _value(self, found: re.Match[str], scale: str | None, given: str, *, is_whole: bool) -> Decimal:
        number = super()._value(found, scale, given, is_whole=is_whole)
        if number < 0 or number != int(number):
            raise self._refused(given)
        return Decimal(int(number))

    def _refused(self, given: str) -> ProblemsError:
        return ProblemsError.about(HERE, f"“{given}” is geen heel getal.", self.wanted)


class Nummer(Kind[int]):
    """The number of something in a list."""

    def parse(self, text: str) -> int:
        """Return the number that digits give."""
        given = text.strip()
        if found := re.fullmatch(_NUMBERED, given, re.IGNORECASE):
            return int(found[1])
        raise ProblemsError.about(HERE, f"“{given}” is geen nummer.", _AS_NUMBER)

    def show(self, value: int) -> str:
        """Return the number."""
        return str(value)

    def schema(self) -> JsonSchema:
        """Take numbers from 0."""
        return {"if": {"type": "integer", "minimum": 0, "maximum": 9999}, "else": spelled(_NUMBERED, _AS_NUMBER)}


class Jaar(Kind[int]):
    """A year."""

    def parse(self, text: str) -> int:
        """Return the year that four digits give."""
        given = text.strip().rstrip(".")
        if re.fullmatch(_YEAR, given):
            return int(given)
        if re.fullmatch(r"\d{4}\s*(?:-|–|t/m|tot en met)\s*\d{4}", given):
            melding = f"Bij “{given}” is niet duidelijk of dit per jaar is of voor alle jaren samen."
            remedy = f"Schrijf bijvoorbeeld {given}: 5000 per jaar. Of verdeel het bedrag over de jaren."
            raise ProblemsError.about(HERE, melding, remedy)
        raise ProblemsError.about(HERE, f"“{given}” is geen jaartal.", _AS_YEAR)

    def show(self, value: int) -> str:
        """Return the year, without points."""
        return str(value)

    def schema(self) -> JsonSchema:
        """Return the years that can be meant."""
        return {"if": {"type": "integer", "minimum": 1900, "maximum": 2199}, "else": spelled(_YEAR, _AS_YEAR)}
