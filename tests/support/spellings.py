"""The ways in which people write one and the same answer, drawn at random."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from generator import dutch
from generator.answers.kinds.moment import altijd, in_jaar, in_kwartaal, in_maand, nog_onbekend, op_dag

if TYPE_CHECKING:
    from generator.answers.kinds import Moment

YEARS = st.integers(1900, 2199)
_NTH = ("eerste", "tweede", "derde", "vierde")
_WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


def _days() -> st.SearchStrategy[date]:
    return st.dates(date(1900, 1, 1), date(2199, 12, 31))


def moments() -> st.SearchStrategy[Moment]:
    """Return a strategy for moments of every precision."""
    return st.one_of(
        _days().map(op_dag),
        st.builds(in_maand, YEARS, st.integers(1, 12)),
        st.builds(in_kwartaal, YEARS, st.integers(1, 4)),
        YEARS.map(in_jaar),
        st.just(altijd()),
        st.just(nog_onbekend()),
    )


def spelled_moments() -> st.SearchStrategy[tuple[str, Moment]]:
    """Return a strategy for moments, each with one of its spellings, in any case and between spaces."""
    spelled = st.one_of(
        _days().flatmap(lambda day: _spelled(op_dag(day), _day(day))),
        st.tuples(YEARS, st.integers(1, 12)).flatmap(lambda at: _spelled(in_maand(*at), _month(*at))),
        st.tuples(YEARS, st.integers(1, 4)).flatmap(lambda at: _spelled(in_kwartaal(*at), _quarter(*at))),
        YEARS.flatmap(lambda year: _spelled(in_jaar(year), [str(year), f"in {year}"])),
    )
    case = st.sampled_from((str.lower, str.upper, str.title, str))
    return st.builds(lambda item, changed: (f" {changed(item[0])} ", item[1]), spelled, case)


def _spelled(moment: Moment, spellings: list[str]) -> st.SearchStrategy[tuple[str, Moment]]:
    return st.sampled_from(spellings).map(lambda text: (text, moment))


def _day(day: date) -> list[str]:
    number, month, year = day.day, day.month, day.year
    name = dutch.MONTHS[month - 1]
    written = [f"{number} {name} {year}", f"{number} {name[:3]} {year}", f"{number}\u00a0{name}\u00a0{year}"]
    short = [f"{number}-{month}-{year % 100}"] if 2020 <= year <= 2049 else []
    return [
        *written,
        *(f"{_WEEKDAYS[day.weekday()]} {text}" for text in written),
        *(f"{number}{sign}{month}{sign}{year}" for sign in "-/."),
        *(f"{number:02}{sign}{month:02}{sign}{year}" for sign in "-/."),
        f"{year}-{month:02}-{number:02}",
        f"{number}e {name} {year}",
        *short,
    ]


def _month(year: int, month: int) -> list[str]:
    name = dutch.MONTHS[month - 1]
    return [
        *(f"{name} {year}", f"{name[:3]} {year}", f"{name[:3]}. {year}", f"{name} van {year}", f"{name}-{year}"),
        *(f"{month:02}-{year}", f"{month}/{year}", f"{year}-{month:02}"),
    ]


def _quarter(year: int, number: int) -> list[str]:
    return [
        *(f"Q{number} {year}", f"K{number} {year}", f"q{number}-{year}", f"{year} Q{number}", f"{year}-Q{number}"),
        *(f"{number}{ending} kwartaal {year}" for ending in ("e", "de", "ste")),
        *(f"{_NTH[number - 1]} kwartaal van {year}", f"kwartaal {number} {year}", f"het {number}e kwartaal van {year}"),
    ]
