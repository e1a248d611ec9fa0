"""Writes amounts, dates, numbers, words and lists the Dutch way."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from decimal import Decimal

NBSP = "\u00a0"
"""Keeps a sign and its number, or a day and its month, on one line."""

MONTHS = (
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
_ENGLISH_SIGNS = str.maketrans(",.", ".,")
UNBROKEN = re.compile(
    r"(?<=€) (?=\d)"
    rf"|(?<=\d) (?=(?:{'|'.join(MONTHS)})\b)"
    r"|(?<=\b[Aa]rt\.) (?=\d)|(?<=\b[Aa]rtikel) (?=\d)|(?<=\d) (?=(?:%|miljoen\b|km\b|uur\b))"
)
"""The spaces in an amount, a date, the number of an article and a quantity: no line may end there."""


def euro(amount: int) -> str:
    """Return whole euros: `€ 412.000`, with a no-break space."""
    return f"€{NBSP}{getal(amount)}"


def datum(day: date) -> str:
    """Return a date: `16 februari 2026`, with a no-break space after the day."""
    return f"{day.day}{NBSP}{MONTHS[day.month - 1]} {day.year}"


def getal(number: Decimal | int) -> str:
    """Return a number: `6,1` or `5.840`; decimals stay as many as were given."""
    signed = number or abs(number)
    shown = f"{signed:,}" if isinstance(signed, int) else f"{signed:,f}"
    return shown.translate(_ENGLISH_SIGNS)


def telwoord(number: int) -> str:
    """Return a small number in words: `één`, `zeven`; above twenty in digits."""
    return _WORDS[number] if 0 <= number < len(_WORDS) else getal(number)


def opsomming(items: Iterable[object]) -> str:
    """Return a list in a sentence: `a, b en c`."""
    *start, last = [str(item) for item in items] or [""]
    return f"{', '.join(start)} en {last}" if start else last


def beginhoofdletter(text: str) -> str:
    """Return a text as it begins a sentence: `Het Molenkwartier`, `IJburg`; after an apostrophe it stays as it is."""
    start = 2 if text.startswith("ij") else 1
    return text if text.startswith(("'", "’", "‘")) else text[:start].upper() + text[start:]


def jaren(years: Iterable[int]) -> str:
    """Return years in order: `2021, 2022 en 2024 tot en met 2040`."""
    runs: list[list[int]] = []
    for year in years:
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return opsomming(part for run in runs for part in (run if len(run) < 3 else [f"{run[0]} tot en met {run[-1]}"]))


def woord(value: object) -> str:
    """Return a choice as people write it: `ter besluitvorming` for `ter_besluitvorming`, `ja` for True."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return str(value).replace("_", " ")
