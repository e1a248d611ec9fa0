"""Writes a date in a format that Word stores, in Dutch."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator import dutch

if TYPE_CHECKING:
    from datetime import date

DUTCH = "d MMMM yyyy"
_DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_PIECES = re.compile(r"'([^']*)'|(d{1,4}|M{1,4}|y{4}|y{1,2})|(.)", re.DOTALL)


def dutch_format(given: str) -> str:
    """Return the format to write a Dutch date in: the given one, unless it puts the month first or is no date."""
    usual = given.strip()
    is_date = re.search("d", usual) and re.search("M", usual) and re.search("y", usual)
    return usual if is_date and not re.search(r"[hHms:]|AM/PM", usual) and not usual.startswith("M") else DUTCH


def format_date(day: date, given: str) -> str:
    """Return a date in Dutch in a format of Word, such as `dd-MM-yyyy`."""
    return "".join(
        literal + (_piece(day, code) if code else "") + other
        for literal, code, other in _PIECES.findall(dutch_format(given))
    )


def _piece(day: date, code: str) -> str:
    month = dutch.datum(day).split()[1]
    return {
        "d": str(day.day),
        "dd": f"{day.day:02}",
        "ddd": _DAYS[day.weekday()][:2],
        "dddd": _DAYS[day.weekday()],
        "M": str(day.month),
        "MM": f"{day.month:02}",
        "MMM": month[:3] if month != "maart" else "mrt",
        "MMMM": month,
        "y": f"{day.year % 100}",
        "yy": f"{day.year % 100:02}",
    }.get(code, str(day.year))
