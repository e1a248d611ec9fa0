"""A moment as people give it: a day, or a month, quarter or year where that is all they say."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from generator import dutch

DOORLOPEND = "doorlopend"
ONBEKEND = "nader te bepalen"

_ARTICLES = {
    **dict.fromkeys(("kwartaal", "voorjaar", "najaar"), "het"),
    **dict.fromkeys(("helft", "lente", "zomer", "herfst"), "de"),
}


@dataclass(frozen=True, slots=True)
class Moment:
    """The days that a moment can be, and the words that people gave it in.

    A deadline is at the end of its time: `mei 2026` comes after 15 May 2026 and before 1 June. A start is at its
    beginning. What is `doorlopend` has no beginning and no end: as a deadline it comes after every day, as a start
    before every day. What is not known yet comes last in both orders.
    """

    begin: date
    """The first day; `date.max` where nobody knows the moment yet."""
    eind: date
    """The last day."""
    tekst: str
    """The moment as the plan prints it."""

    def __str__(self) -> str:
        """Return the moment as the plan prints it."""
        return self.tekst

    @property
    def onbekend(self) -> bool:
        """Tell whether the answer is that nobody knows it yet."""
        return self.begin == date.max

    @property
    def dag(self) -> date | None:
        """The day, where just one day was given and nothing more was said of it."""
        return self.begin if self == op_dag(self.begin) else None

    @property
    def iso(self) -> str:
        """The day, month or year for other programs: `2026-05`; empty for what they have no form for."""
        day = self.begin
        if self.dag:
            return day.isoformat()
        if self in (in_maand(day.year, day.month), in_jaar(day.year)):
            return day.isoformat()[: 4 if self == in_jaar(day.year) else 7]
        return ""

    @property
    def doorlopend(self) -> bool:
        """Tell whether it has no end."""
        return self.begin == date.min

    @property
    def voorzetsel(self) -> str:
        """What goes before it in a sentence, with a space: `op 1 mei 2026`, `in het 2e kwartaal 2026`, `eind 2026`."""
        if self.dag:
            return "op "
        named = [article for word, article in _ARTICLES.items() if f"{word} {self.begin.year}" in self.tekst]
        return f"in {named[0]} " if named else "in " if self.iso else ""

    @property
    def als_termijn(self) -> tuple[date, date, str]:
        """What orders deadlines."""
        return self.eind, self.begin, self.tekst

    @property
    def als_start(self) -> tuple[date, date, str]:
        """What orders starts."""
        return self.begin, self.eind, self.tekst

    def voor(self, other: Moment) -> bool:
        """Tell whether this moment is before the other one, whatever day each of them turns out to be."""
        return not self.onbekend and not other.onbekend and self.eind < other.begin

    def jaren(self) -> tuple[int, ...]:
        """Return the years in which it begins and ends, of what has a beginning and an end."""
        return tuple(day.year for day in (self.begin, self.eind) if day not in (date.min, date.max))


def op_dag(day: date) -> Moment:
    """Return a day: `16 februari 2026`."""
    return Moment(day, day, dutch.datum(day))


def in_maand(year: int, month: int) -> Moment:
    """Return a month: `mei 2026`."""
    return in_maanden(year, month, month, f"{dutch.MONTHS[month - 1]} {year}")


def in_kwartaal(year: int, quarter: int) -> Moment:
    """Return a quarter: `2e kwartaal 2026`."""
    return in_maanden(year, 3 * quarter - 2, 3 * quarter, f"{quarter}e kwartaal {year}")


def in_jaar(year: int) -> Moment:
    """Return a year: `2026`."""
    return in_maanden(year, 1, 12, str(year))


def in_maanden(year: int, first: int, last: int, tekst: str) -> Moment:
    """Return a few months of one year, in other words."""
    return Moment(date(year, first, 1), date(year, last, monthrange(year, last)[1]), tekst)


def altijd() -> Moment:
    """Return what goes on all the time: `doorlopend`."""
    return Moment(date.min, date.max, DOORLOPEND)


def steeds(tekst: str) -> Moment:
    """Return what comes back all the time, in the words that say how often: `elk kwartaal`."""
    return Moment(date.min, date.max, tekst)


def nog_onbekend(tekst: str = ONBEKEND) -> Moment:
    """Return what has no time, or none that is known yet: `nader te bepalen`."""
    return Moment(date.max, date.max, tekst)
