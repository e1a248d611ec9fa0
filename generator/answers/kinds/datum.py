"""Dates: what people write for a day, a longer time or none, and how the plan prints that."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.answers.kinds.date_forms import (
    AGAIN,
    ALWAYS,
    ANY,
    BOUNDS,
    DAY,
    FIRST_YEAR,
    LAST_YEAR,
    MONTH,
    MONTHS,
    TO,
    UNKNOWN,
    WITHOUT_DATE,
    between,
    bounded,
    read_form,
    year_of,
)
from generator.answers.kinds.kind import Kind, folded
from generator.answers.kinds.moment import Moment, altijd, in_maand, nog_onbekend, steeds
from generator.answers.kinds.patterns import one_of, spelled
from generator.problems import HERE, ProblemsError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.answers.kinds.kind import JsonSchema

_AS_DATE = "Schrijf bijvoorbeeld 30-4-2026, april 2026, 2e kwartaal 2026, 2026 of doorlopend."
_NOTE = r"\s*(?P<note>\([^()]{1,60}\))"
_WITH_NOTE = re.compile(rf"(?P<moment>.+?){_NOTE}")
_BOUND = rf"(?P<bound>{one_of(BOUNDS)})\s+(?:het\s+|de\s+)?"
_BOUNDED = re.compile(rf"{_BOUND}(?P<moment>.+)")
_TO_LATER = r"\s+(?P<until>–|-|t/m|tot\s+en\s+met|tot)\s+"
_FROM_TO = re.compile(rf"(?:van\s+)?(?P<first>.{{4,40}}?){_TO_LATER}(?P<last>.{{4,40}})")
_YEARS = re.compile(rf"(?P<first>\d{{4}}){TO}(?P<last>\d{{4}}|\d\d)")
_MONTHS_OF_YEAR = re.compile(
    rf"(?P<first>{one_of(MONTHS)})\.?(?:\s+(?P<begun>\d{{4}}))?{TO}(?P<last>{one_of(MONTHS)})\.?\s+(?P<year>\d{{4}})"
)


class Datum(Kind[Moment]):
    """A day, or a longer time where people give no day."""

    def parse(self, text: str) -> Moment:
        """Return the moment that a text gives, at the precision that it has there."""
        given = folded(text).casefold()
        for words in (given, given.rstrip(".")):
            if words in ALWAYS:
                return altijd()
            if words in AGAIN:
                return steeds(words)
            if words in UNKNOWN:
                return nog_onbekend()
            if words in WITHOUT_DATE:
                return nog_onbekend(WITHOUT_DATE[words])
        found = next(_readings(given.rstrip("."), folded(text)), None)
        if found is None:
            melding = f"“{folded(text)}” is geen datum die dit programma kent."
            raise ProblemsError.about(HERE, melding, _remedy(given))
        return found

    def show(self, value: Moment) -> str:
        """Return the moment in words: `16 februari 2026`, `mei 2026` or `2e kwartaal 2026`."""
        return value.tekst

    def write(self, value: Moment) -> str:
        """Return a day in digits, and anything else in words."""
        day = value.dag
        return f"{day.day}-{day.month}-{day.year}" if day else folded(value.tekst)

    def schema(self) -> JsonSchema:
        """Return every spelling; a year may be a number."""
        year = {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR}
        words = one_of((*ALWAYS, *AGAIN, *UNKNOWN, *WITHOUT_DATE))
        moment = rf"(?:{_BOUND})?(?:{ANY}|{_YEARS.pattern}|{_MONTHS_OF_YEAR.pattern})(?:{_NOTE})?"
        days = rf"(?:van\s+)?(?:{ANY}){_TO_LATER}(?:{ANY})"
        pattern = rf"(?:{words}|{moment}|{days})\.*".replace(r"\d{4}", r"(?:19|20|21)\d\d")
        return {"if": year, "else": spelled(pattern, f"Dit is geen datum die dit programma kent. {_AS_DATE}")}


class Tijdvak(Datum):
    """The time that a figure is about: most often a year."""

    def parse(self, text: str) -> Moment:
        """Return the time that a text gives; a year that is no year is told as such."""
        given = folded(text)
        try:
            return super().parse(given)
        except ProblemsError as error:
            if re.fullmatch(r"\d+", given) and len(given) != 4:
                melding = f"“{given}” is geen jaartal."
                raise ProblemsError.about(HERE, melding, "Schrijf vier cijfers, bijvoorbeeld 2026.") from error
            raise


def _readings(given: str, typed: str) -> Iterator[Moment]:
    """Yield the moment in a text in small letters; `typed` is the same text as it was typed."""
    yield from read_form(given)
    yield from _ranges(given)
    if found := _BOUNDED.fullmatch(given):
        for moment in _readings(found["moment"], typed):
            yield bounded(found["bound"], moment)
    if found := _WITH_NOTE.fullmatch(given):
        for moment in _readings(found["moment"], typed):
            yield replace(moment, tekst=f"{moment.tekst} {typed[typed.index('(') :]}")


def _ranges(given: str) -> Iterator[Moment]:
    """Yield the moment that goes from one year or month to another."""
    if found := _YEARS.fullmatch(given):
        last = found["last"] if len(found["last"]) == 4 else found["first"][:2] + found["last"]
        yield between(Datum().parse(found["first"]), Datum().parse(last), _word(found["to"]))
    if found := _MONTHS_OF_YEAR.fullmatch(given):
        year = year_of(found)
        begun = found["begun"]
        first = in_maand(int(begun or year), MONTHS[found["first"]])
        last = in_maand(year, MONTHS[found["last"]])
        yield between(first if begun else replace(first, tekst=first.tekst.split()[0]), last, _word(found["to"]))
    elif not _YEARS.fullmatch(given) and (found := _FROM_TO.fullmatch(given)):
        first_form, last_form = (next(read_form(found[name]), None) for name in ("first", "last"))
        if first_form and last_form:
            yield between(first_form, last_form, " tot " if found["until"] == "tot" else " tot en met ")


def _word(sign: str) -> str:
    """Return what the plan prints between two moments; a stroke stays one."""
    return "/" if sign.strip() == "/" else " tot en met "


def _remedy(given: str) -> str:
    """Return how to write a date, with what is missing in this one."""
    if re.fullmatch(rf"{DAY}(?:[\s-]+{MONTH}|[-/.]\d{{1,2}})", given) or given.rstrip(".") in MONTHS:
        return f"Zet het jaar erbij, bijvoorbeeld: {given} 2026."
    if "winter" in given:
        return "Een winter valt in twee jaren. Schrijf een maand of kwartaal, bijvoorbeeld: 1e kwartaal 2026."
    return _AS_DATE
