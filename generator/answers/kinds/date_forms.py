"""The forms in which people write a day, a month, a quarter or a year, each with the moment that it gives."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from generator import dutch
from generator.answers.kinds.moment import (
    DOORLOPEND,
    ONBEKEND,
    Moment,
    in_jaar,
    in_kwartaal,
    in_maand,
    in_maanden,
    op_dag,
)
from generator.answers.kinds.patterns import one_of
from generator.problems import HERE, ProblemsError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""A year outside these is a slip of the pen."""

MONTHS = {name: number for number, name in enumerate(dutch.MONTHS, 1)} | {
    **{name[:3]: number for number, name in enumerate(dutch.MONTHS, 1)},
    **{"febr": 2, "mrt": 3, "sept": 9},
}
_WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_NUMBERS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4}
_SEASONS = {"lente": (3, 5), "voorjaar": (3, 5), "zomer": (6, 8), "herfst": (9, 11), "najaar": (9, 11)}
ALWAYS = (DOORLOPEND, "continu", "permanent", "voortdurend")
AGAIN = (
    "jaarlijks",
    "halfjaarlijks",
    "maandelijks",
    "wekelijks",
    "elk jaar",
    "elk halfjaar",
    "elk kwartaal",
    "elke maand",
)
UNKNOWN = (
    *(
        ONBEKEND,
        "nog te bepalen",
        "n.t.b.",
        "n.t.b",
        "ntb",
        "nog onbekend",
        "onbekend",
        "nog niet bekend",
        "niet bekend",
    ),
    *(
        "nog te plannen",
        "nog in te plannen",
        "nog niet gepland",
        "nog niet vastgesteld",
        "volgt",
        "volgt nog",
        "nb",
        "n.b.",
    ),
)
WITHOUT_DATE = {
    **dict.fromkeys(("n.v.t.", "n.v.t", "nvt", "niet van toepassing"), "n.v.t."),
    **dict.fromkeys(("z.s.m.", "z.s.m", "zsm", "zo snel mogelijk"), "zo snel mogelijk"),
    "zie bijlage": "zie bijlage",
}
"""What people write where there is no date to give."""
_PARTS = {"begin": "begin", "medio": "medio", "half": "medio", "midden": "medio", "eind": "eind", "einde": "eind"}
BOUNDS = {
    **{word: word for word in ("uiterlijk", "vóór", "voor", "vanaf", "per", "rond", "na", "sinds")},
    **dict.fromkeys(("met ingang van", "m.i.v.", "ingaande"), "vanaf"),
    **dict.fromkeys(("ca.", "ca", "circa", "omstreeks", "ongeveer", "plm.", "plm", "±"), "rond"),
    **dict.fromkeys(("in", "in de loop van", "gedurende", "heel"), ""),
}
"""What people write before a date, and what the plan prints there."""

_YEAR = r"(?P<year>\d{4}|['’]?[2-4]\d)"
_LONG_YEAR = r"(?P<year>\d{4})"
MONTH = rf"(?P<month>{one_of(MONTHS)})\.?"
DAY = r"(?P<day>\d{1,2})"
_OF = r"(?:\s+(?:van|in))?\s+"
_NTH = rf"(?P<number>[1-4](?:e|ste|de)|{one_of(_NUMBERS)})"
_WEEKDAY = rf"(?:(?P<weekday>{one_of(_WEEKDAYS)}|ma|di|wo|do|vr|za|zo)\.?,?\s+)?"
TO = r"(?P<to>\s*(?:–|—|-|/|t/m|tot\s+en\s+met)\s*)"

_Found = re.Match[str]


def year_of(found: _Found) -> int:
    """Return the year in a match; two digits are of this century."""
    digits = found["year"].lstrip("'’")
    year = int(digits) if len(digits) == 4 else 2000 + int(digits)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        melding = f"Het jaar {digits} kan hier niet."
        raise ProblemsError.about(
            HERE, melding, f"Controleer het jaartal: dat ligt tussen {FIRST_YEAR} en {LAST_YEAR}."
        )
    return year


def _day(found: _Found) -> Moment:
    year, month = year_of(found), MONTHS.get(found["month"]) or int(found["month"])
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
    month = MONTHS.get(found["month"]) or int(found["month"])
    if not 1 <= month <= 12:
        raise ProblemsError.about(HERE, f"De maand {found['month']} bestaat niet.", "Controleer de maand en het jaar.")
    return in_maand(year_of(found), month)


def _quarter(found: _Found) -> Moment:
    return in_kwartaal(year_of(found), _number(found))


def _half(found: _Found) -> Moment:
    year, half = year_of(found), _number(found)
    if half > 2:
        raise ProblemsError.about(HERE, f"Een jaar heeft twee helften, geen {half}.", "Bedoelde je een kwartaal?")
    return in_maanden(year, 6 * half - 5, 6 * half, f"{half}e helft {year}")


def _number(found: _Found) -> int:
    given = found["number"]
    return _NUMBERS.get(given) or int(given[0])


def _week(found: _Found) -> Moment:
    year, week = year_of(found), int(found["week"])
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError as error:
        raise ProblemsError.about(HERE, f"Het jaar {year} heeft geen week {week}.", "Controleer de week.") from error
    return Moment(monday, monday + timedelta(days=6), f"week {week} {year}")


def _part_of_quarter(found: _Found) -> Moment:
    quarter, part = _quarter(found), _PARTS[found["part"]]
    month = quarter.begin.month + {"begin": 0, "medio": 1, "eind": 2}[part]
    return in_maanden(quarter.begin.year, month, month, f"{part} {quarter.tekst}")


def _quarters(found: _Found) -> Moment:
    year, first, last = year_of(found), int(found["number"]), int(found["until"])
    return between(in_kwartaal(year, first), in_kwartaal(year, last))


def _school_year(found: _Found) -> Moment:
    year, last = year_of(found), int(found["last"])
    if last not in (year + 1, (year + 1) % 100):
        raise ProblemsError.about(
            HERE, "Een schooljaar loopt van het ene jaar naar het volgende.", "Controleer de jaren."
        )
    return Moment(date(year, 8, 1), date(year + 1, 7, 31), f"schooljaar {year}/{year + 1}")


def _from_then_on(found: _Found) -> Moment:
    return bounded("vanaf", in_jaar(year_of(found)))


def _season(found: _Found) -> Moment:
    year = year_of(found)
    return in_maanden(year, *_SEASONS[found["season"]], f"{found['season']} {year}")


def _part_of_year(found: _Found) -> Moment:
    year, part = year_of(found), _PARTS[found["part"]]
    first, last = {"begin": (1, 3), "medio": (5, 8), "eind": (10, 12)}[part]
    return in_maanden(year, first, last, f"{part} {year}")


def _part_of_month(found: _Found) -> Moment:
    month, part = _month(found), _PARTS[found["part"]]
    first, last = {"begin": (1, 10), "medio": (11, 20), "eind": (21, month.eind.day)}[part]
    return Moment(month.begin.replace(day=first), month.begin.replace(day=last), f"{part} {month.tekst}")


def between(first: Moment, last: Moment, word: str = " tot en met ") -> Moment:
    """Return what goes from one moment to another; to the last one, with it or not, or one of two."""
    if last.begin <= first.begin:
        melding = f"{last.tekst} is niet later dan {first.tekst}."
        raise ProblemsError.about(HERE, melding, "Zet het begin vooraan en het eind achteraan.")
    end = last.begin - timedelta(days=1) if word == " tot " else last.eind
    return Moment(first.begin, end, f"{first.tekst}{word}{last.tekst}")


def bounded(bound: str, moment: Moment) -> Moment:
    """Return what is before a moment, after it, or at it at the latest."""
    bound = BOUNDS[bound]
    with_article = moment.voorzetsel.removeprefix("in ").removeprefix("op ") + moment.tekst
    if bound in {"voor", "vóór"}:
        last = moment.begin - timedelta(days=1)
        return Moment(last, last, f"vóór {with_article}")
    if bound == "na":
        first = moment.eind + timedelta(days=1)
        return Moment(first, first, f"na {with_article}")
    return replace(moment, tekst=f"{bound} {with_article if bound == 'rond' else moment.tekst}".strip())


_FORMS: tuple[tuple[str, Callable[[_Found], Moment]], ...] = (
    (rf"{_LONG_YEAR}-(?P<month>\d{{1,2}})-{DAY}", _day),
    (rf"{_LONG_YEAR}/(?P<month>\d{{1,2}})/{DAY}", _day),
    *((rf"{DAY}{sign}\s?(?P<month>\d{{1,2}}){sign}\s?{_YEAR}", _day) for sign in ("-", "/", r"\.")),
    (rf"{_WEEKDAY}{DAY}(?:e|ste|de)?[\s-]+{MONTH}[\s-]+{_YEAR}", _day),
    (rf"{MONTH}(?:{_OF}|-){_YEAR}", _month),
    (rf"(?P<month>0?[1-9]|1[0-2])[-/]{_LONG_YEAR}", _month),
    (rf"{_LONG_YEAR}-(?P<month>0[1-9]|1[0-2])", _month),
    (rf"[qk](?P<number>[1-4]),?[\s-]+{_YEAR}", _quarter),
    (rf"{_LONG_YEAR},?[\s-]*[qk](?P<number>[1-4])", _quarter),
    (rf"(?:het\s+)?{_NTH}\s+(?:kwartaal|kw\.?),?{_OF}{_YEAR}", _quarter),
    (rf"{_LONG_YEAR},\s+{_NTH}\s+kwartaal", _quarter),
    (rf"kwartaal\s+(?P<number>[1-4]),?{_OF}{_YEAR}", _quarter),
    (rf"(?P<part>{one_of(_PARTS)})\s+(?:[qk](?P<number>[1-4])){_OF}{_YEAR}", _part_of_quarter),
    (rf"(?P<part>{one_of(_PARTS)})\s+{_NTH}\s+kwartaal{_OF}{_YEAR}", _part_of_quarter),
    (rf"[qk](?P<number>[1-4]){TO}[qk](?P<until>[1-4])\s+{_LONG_YEAR}", _quarters),
    (rf"(?:week|wk\.?)\s+(?P<week>\d{{1,2}}),?{_OF}{_LONG_YEAR}", _week),
    (rf"(?:het\s+)?schooljaar\s+{_LONG_YEAR}\s?[-–/]\s?(?P<last>\d{{4}}|\d\d)", _school_year),
    (rf"{_LONG_YEAR}\s+(?:e\.v\.?|en\s+verder|en\s+later)", _from_then_on),
    (rf"(?:de\s+|het\s+)?{_NTH}\s+(?:helft|half\s?jaar){_OF}{_YEAR}", _half),
    (rf"h(?P<number>[12])[\s-]+{_YEAR}", _half),
    (rf"(?:de\s+|het\s+)?(?P<season>{one_of(_SEASONS)}){_OF}{_YEAR}", _season),
    (rf"(?P<part>{one_of(_PARTS)})\s+{MONTH}\s+{_YEAR}", _part_of_month),
    (rf"(?P<part>{one_of(_PARTS)})\s+{_LONG_YEAR}", _part_of_year),
    (rf"(?:in\s+)?{_LONG_YEAR}", lambda found: in_jaar(year_of(found))),
)
_COMPILED = tuple((re.compile(pattern), make) for pattern, make in _FORMS)
ANY = "|".join(pattern for pattern, _ in _FORMS)


def read_form(given: str) -> Iterator[Moment]:
    """Yield the moment that a text gives without anything around it."""
    for form, make in _COMPILED:
        if found := form.fullmatch(given):
            yield make(found)
