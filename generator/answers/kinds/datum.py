"""Dates: how an adviser writes them, and how the plan prints them."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from generator import dutch
from generator.answers.kinds.kind import Kind
from generator.problems import HERE, ProblemsError

if TYPE_CHECKING:
    from generator.answers.kinds.kind import JsonSchema

_ISO_DATE = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_DUTCH_DATE = re.compile(r"(?P<day>\d{1,2})-(?P<month>\d{1,2})-(?P<year>\d{4})")
_WRITTEN_DATE = re.compile(r"(?P<day>\d{1,2})\s+(?P<month>[a-z]+)\s+(?P<year>\d{1,4})")


class Datum(Kind[date]):
    """A day."""

    def parse(self, text: str) -> date:
        """Return the day that day, month and year in digits give."""
        given = text.strip()
        found = _ISO_DATE.fullmatch(given) or _DUTCH_DATE.fullmatch(given)
        if found is None:
            melding = f"“{given}” is geen datum die dit programma kent."
            raise ProblemsError.about(HERE, melding, "Schrijf dag, maand en jaar met cijfers, bijvoorbeeld 30-4-2026.")
        return _day(given, int(found["year"]), int(found["month"]), int(found["day"]))

    def show(self, value: date) -> str:
        """Return the day in words: `16 februari 2026`."""
        return dutch.datum(value)

    def _read_print(self, text: str) -> date:
        given = text.strip().lower()
        found = _WRITTEN_DATE.fullmatch(given)
        if found is None or found["month"] not in dutch.MONTHS:
            return self.parse(given)
        return _day(given, int(found["year"]), dutch.MONTHS.index(found["month"]) + 1, int(found["day"]))

    def schema(self) -> JsonSchema:
        """Return the spellings in digits."""
        return {"type": "string", "pattern": r"^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}-\d{1,2}-\d{4})$"}


def _day(given: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise ProblemsError.about(HERE, f"De datum {given} bestaat niet.", "Controleer de dag en de maand.") from error
