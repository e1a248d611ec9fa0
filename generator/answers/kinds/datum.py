"""Dates: every way in which people write a day, a month, a quarter or a year, and how the plan prints them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from generator import dutch
from generator.answers.kinds.kind import Kind, folded
from generator.answers.kinds.moment import (
    DOORLOPEND,
    ONBEKEND,
    Moment,
    altijd,
    in_jaar,
    in_kwartaal,
    in_maand,
    in_maanden,
    nog_onbekend,
    op_dag,
)
from generator.answers.kinds.patterns import one_of, spelled
from generator.problems import HERE, ProblemsError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.answers.kinds.kind import JsonSchema

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""A year outside these is a slip of the pen."""

_MONTHS = {name: number for number, name in enumerate(dutch.MONTHS, 1)} | {
    **{name[:3]: number for number, name in enumerate(dutch.MONTHS, 1)},
    **{"febr": 2, "mrt": 3, "sept": 9},
}
_WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_NUMBERS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4}
_SEASONS = {"lente": (3, 5), "voorjaar": (3, 5), "zomer": (6, 8), "herfst": (9, 11), "najaar": (9, 11)}
_ALWAYS = (DOORLOPEND, "continu")
_UNKNOWN = (ONBEKEND, "nog te bepalen", "n.t.b.", "ntb", "nog onbekend", "onbekend", "nog niet bekend")
_PARTS = {"begin": "begin", "medio": "medio", "half": "medio", "midden": "medio", "eind": "eind", "einde": "eind"}
_AS_DATE = "Schrijf bijvoorbeeld 30-4-2026, april 2026, 2e kwartaal 2026, 2026 of doorlopend."
_BOUNDS = ("uiterlijk", "vóór", "voor", "vanaf", "per", "rond", "na")

_YEAR = r"(?P<year>\d{4}|['’]?[2-4]\d)"
_LONG_YEAR = r"(?P<year>\d{4})"
_MONTH = rf"(?P<month>{one_of(_MONTHS)})\.?"
_DAY = r"(?P<day>\d{1,2})"
_OF = r"(?:\s+(?:van|in))?\s+"
_NTH = rf"(?P<number>[1-4](?:e|ste|de)|{one_of(_NUMBERS)})"
_WEEKDAY = rf"(?:(?P<weekday>{one_of(_WEEKDAYS)}|ma|di|wo|do|vr|za|zo)\.?,?\s+)?"

_Found = re.Match[str]


def _year(found: _Found) -> int:
    digits = found["year"].lstrip("'’")
    year = int(digits) if len(digits) == 4 else 2000 + int(digits)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        melding = f"Het jaar {digits} kan hier niet."
        raise ProblemsError.about(
            HERE, melding, f"Controleer het jaartal: dat ligt tussen {FIRST_YEAR} en {LAST_YEAR}."
        )
    return year


def _day(found: _Found) -> Moment:
    year, month = _year(found), _MONTHS.get(found["month"]) or int(found["month"])
    try:
        day = date(year, month, int(found["day"]))
    except ValueError as error:
        remedy = "Controleer de dag en de maand."
        raise ProblemsError.about(HERE, f"De datum {found.string} bestaat niet.", remedy) from error
    named, weekday = found.groupdict().get("weekday"), _WEEKDAYS[day.weekday()]
    if named and not weekday.startswith(named):
        melding = f"{dutch.datum(day)} is een {weekday}."
        raise ProblemsError.about(HERE, melding, "Controleer de dag en de datum, of laat de dag van de week weg.")
    return op_dag(day)


def _month(found: _Found) -> Moment:
    month = _MONTHS.get(found["month"]) or int(found["month"])
    if not 1 <= month <= 12:
        raise ProblemsError.about(HERE, f"De maand {found['month']} bestaat niet.", "Controleer de maand en het jaar.")
    return in_maand(_year(found), month)


def _quarter(found: _Found) -> Moment:
    return in_kwartaal(_year(found), _number(found))


def _half(found: _Found) -> Moment:
    year, half = _year(found), _number(found)
    if half > 2:
        raise ProblemsError.about(HERE, f"Een jaar heeft twee helften, geen {half}.", "Bedoelde je een kwartaal?")
    return in_maanden(year, 6 * half - 5, 6 * half, f"{half}e helft {year}")


def _number(found: _Found) -> int:
    given = found["number"]
    return _NUMBERS.get(given) or int(given[0])


def _season(found: _Found) -> Moment:
    year = _year(found)
    return in_maanden(year, *_SEASONS[found["season"]], f"{found['season']} {year}")


def _part_of_year(found: _Found) -> Moment:
    year, part = _year(found), _PARTS[found["part"]]
    first, last = {"begin": (1, 3), "medio": (5, 8), "eind": (10, 12)}[part]
    return in_maanden(year, first, last, f"{part} {year}")


def _part_of_month(found: _Found) -> Moment:
    month, part = _month(found), _PARTS[found["part"]]
    first, last = {"begin": (1, 10), "medio": (11, 20), "eind": (21, month.eind.day)}[part]
    return Moment(month.begin.replace(day=first), month.begin.replace(day=last), f"{part} {month.tekst}")


_FORMS: tuple[tuple[str, Callable[[_Found], Moment]], ...] = (
    (rf"{_LONG_YEAR}-(?P<month>\d{{1,2}})-{_DAY}", _day),
    *((rf"{_DAY}{sign}\s?(?P<month>\d{{1,2}}){sign}\s?{_YEAR}", _day) for sign in ("-", "/", r"\.")),
    (rf"{_WEEKDAY}{_DAY}(?:e|ste|de)?[\s-]+{_MONTH}[\s-]+{_YEAR}", _day),
    (rf"{_MONTH}(?:{_OF}|-){_YEAR}", _month),
    (rf"(?P<month>0?[1-9]|1[0-2])[-/]{_LONG_YEAR}", _month),
    (rf"{_LONG_YEAR}-(?P<month>0[1-9]|1[0-2])", _month),
    (rf"[qk](?P<number>[1-4])[\s-]+{_YEAR}", _quarter),
    (rf"{_LONG_YEAR}[\s-]*[qk](?P<number>[1-4])", _quarter),
    (rf"(?:het\s+)?{_NTH}\s+kwartaal{_OF}{_YEAR}", _quarter),
    (rf"kwartaal\s+(?P<number>[1-4]){_OF}{_YEAR}", _quarter),
    (rf"(?:de\s+|het\s+)?{_NTH}\s+(?:helft|half\s?jaar){_OF}{_YEAR}", _half),
    (rf"h(?P<number>[12])[\s-]+{_YEAR}", _half),
    (rf"(?:de\s+|het\s+)?(?P<season>{one_of(_SEASONS)}){_OF}{_YEAR}", _season),
    (rf"(?P<part>{one_of(_PARTS)})\s+{_MONTH}\s+{_YEAR}", _part_of_month),
    (rf"(?P<part>{one_of(_PARTS)})\s+{_LONG_YEAR}", _part_of_year),
    (rf"(?:in\s+)?{_LONG_YEAR}", lambda found: in_jaar(_year(found))),
)
_COMPILED = tuple((re.compile(pattern), make) for pattern, make in _FORMS)
_ANY = "|".join(pattern for pattern, _ in _FORMS)

_NOTE = r"\s*(?P<note>\([^()]{1,60}\))"
_WITH_NOTE = re.compile(rf"(?P<moment>.+?){_NOTE}")
_BOUND = rf"(?P<bound>{one_of(_BOUNDS)})\s+"
_BOUNDED = re.compile(rf"{_BOUND}(?P<moment>.+)")
_TO = r"(?P<to>\s*(?:–|—|-|/|t/m|tot\s+en\s+met)\s*)"
_YEARS = re.compile(rf"(?P<first>\d{{4}}){_TO}(?P<last>\d{{4}}|\d\d)")
_MONTHS_OF_YEAR = re.compile(
    rf"(?P<first>{one_of(_MONTHS)})\.?(?:\s+(?P<begun>\d{{4}}))?{_TO}(?P<last>{one_of(_MONTHS)})\.?\s+(?P<year>\d{{4}})"
)


class Datum(Kind[Moment]):
    """A day, or a longer time where people give no day."""

    def parse(self, text: str) -> Moment:
        """Return the moment that a text gives, at the precision that it has there."""
        given = folded(text).casefold()
        if given in _ALWAYS:
            return altijd()
        if given in _UNKNOWN:
            return nog_onbekend()
        found = next(_readings(given, folded(text)), None)
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
        words = one_of((*_ALWAYS, *_UNKNOWN))
        moment = rf"(?:{_BOUND})?(?:{_ANY}|{_YEARS.pattern}|{_MONTHS_OF_YEAR.pattern})(?:{_NOTE})?"
        pattern = rf"{words}|{moment}".replace(r"\d{4}", r"(?:19|20|21)\d\d")
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
    for form, make in _COMPILED:
        if found := form.fullmatch(given):
            yield make(found)
    yield from _ranges(given)
    if found := _BOUNDED.fullmatch(given):
        for moment in _readings(found["moment"], typed):
            yield _bounded(found["bound"], moment)
    if found := _WITH_NOTE.fullmatch(given):
        for moment in _readings(found["moment"], typed):
            yield replace(moment, tekst=f"{moment.tekst} {typed[typed.index('(') :]}")


def _bounded(bound: str, moment: Moment) -> Moment:
    """Return what is before a moment, after it, or at it at the latest."""
    with_article = moment.voorzetsel.removeprefix("in ").removeprefix("op ") + moment.tekst
    if bound in {"voor", "vóór"}:
        last = moment.begin - timedelta(days=1)
        return Moment(last, last, f"vóór {with_article}")
    if bound == "na":
        first = moment.eind + timedelta(days=1)
        return Moment(first, first, f"na {with_article}")
    return replace(moment, tekst=f"{bound} {moment.tekst}")


def _ranges(given: str) -> Iterator[Moment]:
    """Yield the moment that goes from one year or month to another."""
    if found := _YEARS.fullmatch(given):
        last = found["last"] if len(found["last"]) == 4 else found["first"][:2] + found["last"]
        yield _between(Datum().parse(found["first"]), Datum().parse(last), found["to"])
    if found := _MONTHS_OF_YEAR.fullmatch(given):
        year = _year(found)
        begun = found["begun"]
        first = in_maand(int(begun or year), _MONTHS[found["first"]])
        last = in_maand(year, _MONTHS[found["last"]])
        yield _between(first if begun else replace(first, tekst=first.tekst.split()[0]), last, found["to"])


def _between(first: Moment, last: Moment, sign: str) -> Moment:
    if last.begin <= first.begin:
        melding = f"{last.tekst} is niet later dan {first.tekst}."
        raise ProblemsError.about(HERE, melding, "Zet het begin vooraan en het eind achteraan.")
    between = "/" if sign.strip() == "/" else " tot en met "
    return Moment(first.begin, last.eind, f"{first.tekst}{between}{last.tekst}")


def _remedy(given: str) -> str:
    """Return how to write a date, with what is missing in this one."""
    if re.fullmatch(rf"{_DAY}(?:[\s-]+{_MONTH}|[-/.]\d{{1,2}})", given) or given.rstrip(".") in _MONTHS:
        return f"Zet het jaar erbij, bijvoorbeeld: {given} 2026."
    if "winter" in given:
        return "Een winter valt in twee jaren. Schrijf een maand of kwartaal, bijvoorbeeld: 1e kwartaal 2026."
    return _AS_DATE
