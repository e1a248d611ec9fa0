"""The ways in which people write one and the same answer, drawn at random."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from generator import dutch
from generator.answers.kinds.hoeveelheid import Hoeveelheid, in_woorden, tussen, zoveel
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


_SAID = st.sampled_from(("", "", "ca.", "ongeveer", "ruim", "bijna", "maximaal", "minstens", "meer dan"))


def amounts() -> st.SearchStrategy[Hoeveelheid]:
    """Return a strategy for amounts in whole euros, exact or not."""
    return _wholes(10**12 - 1, "€") | st.sampled_from((in_woorden("PM", "€"), in_woorden("onbekend", "€")))


def counts() -> st.SearchStrategy[Hoeveelheid]:
    """Return a strategy for counts, exact or not."""
    return _wholes(10**9 - 1, "") | st.just(in_woorden("onbekend"))


def figures() -> st.SearchStrategy[Hoeveelheid]:
    """Return a strategy for figures with any number of decimals, and percentages."""
    numbers = st.from_regex(r"-?[0-9]{1,40}([.][0-9]{1,40})?", fullmatch=True).map(Decimal)
    units = st.sampled_from(("", "%"))
    ranges = st.builds(_range, numbers, numbers, units)
    words = st.sampled_from(("onbekend", "n.v.t.", "een derde", "de helft")).map(in_woorden)
    return st.builds(zoveel, numbers, units, _SAID) | ranges | words


def _wholes(most: int, unit: str) -> st.SearchStrategy[Hoeveelheid]:
    numbers = st.integers(0, most)
    return st.builds(zoveel, numbers, st.just(unit), _SAID) | st.builds(_range, numbers, numbers, st.just(unit))


def _range(one: Decimal | int, other: Decimal | int, unit: str) -> Hoeveelheid:
    return zoveel(one, unit) if one == other else tussen(min(one, other), max(one, other), unit)


def spelled_amounts() -> st.SearchStrategy[tuple[str, Hoeveelheid]]:
    """Return a strategy for amounts, each with one of its spellings."""
    return st.integers(0, 10**9).flatmap(
        lambda euros: st.sampled_from(_amount(euros)).map(lambda text: (text, zoveel(euros, "€")))
    )


def _amount(euros: int) -> list[str]:
    grouped = f"{euros:,}"
    dutch_groups, spaced = grouped.replace(",", "."), grouped.replace(",", " ")
    thousands = [f"{euros // 1000}k", f"€ {euros // 1000} duizend"] if euros % 1000 == 0 and euros < 10**6 else []
    millions = [f"{euros / 10**6:.1f} mln".replace(".", ",")] if euros % 10**5 == 0 and euros < 10**9 else []
    return [
        *(str(euros), f"€ {euros}", f"€{euros}", f"{euros} euro", f"EUR {euros}", f" {euros}\u00a0"),
        *(dutch_groups, f"€ {dutch_groups}", f"€\u00a0{dutch_groups}", f"{dutch_groups} euro", f"{dutch_groups},-"),
        *(spaced, f"€ {spaced}", f"€ {dutch_groups},00", f"€ {grouped}.00"),
        *thousands,
        *millions,
    ]


def spelled_counts() -> st.SearchStrategy[tuple[str, Hoeveelheid]]:
    """Return a strategy for counts, each with one of its spellings."""
    said = st.sampled_from(
        (("", ""), ("ca. ", "ca."), ("circa ", "ca."), ("± ", "ca."), ("ruim ", "ruim"), ("Ongeveer ", "ongeveer"))
    )
    return st.builds(
        lambda number, words, grouped: (words[0] + (f"{number:,}".replace(",", grouped)), zoveel(number, "", words[1])),
        st.integers(0, 10**8),
        said,
        st.sampled_from(("", ".", " ", "\u00a0")),
    )
