"""Writes amounts, dates, numbers and lists the Dutch way."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from decimal import Decimal

NBSP = "\u00a0"
"""Keeps a sign and its number, or a day and its month, on one line."""

_MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
_WORDS = (
    *("geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"),
    *("elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien"),
    "twintig",
)


def euro(amount: int) -> str:
    """Return whole euros: `€ 412.000`, with a no-break space."""
    sign = "-" if amount < 0 else ""
    return f"€{NBSP}{sign}{_grouped(abs(amount))}"


def datum(day: date) -> str:
    """Return a date: `16 februari 2026`, with a no-break space after the day."""
    return f"{day.day}{NBSP}{_MONTHS[day.month - 1]} {day.year}"


def getal(number: Decimal | int) -> str:
    """Return a number: `6,1` or `5.840`; decimals stay as many as were given."""
    whole, _, decimals = str(abs(number)).partition(".")
    sign = "-" if number < 0 else ""
    return f"{sign}{_grouped(int(whole))}" + (f",{decimals}" if decimals else "")


def telwoord(number: int) -> str:
    """Return a small number in words: `één`, `zeven`; above twenty in digits."""
    return _WORDS[number] if 0 <= number < len(_WORDS) else getal(number)


def opsomming(items: Iterable[object]) -> str:
    """Return a list in a sentence: `a, b en c`."""
    *start, last = [str(item) for item in items] or [""]
    return f"{', '.join(start)} en {last}" if start else last


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")
