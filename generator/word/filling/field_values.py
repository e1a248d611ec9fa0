"""Gives Word's fields that show a document property or a date the text that Word itself would give them."""

from __future__ import annotations

import re
from copy import deepcopy
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from lxml import etree

from generator import dutch
from generator.word.fields import SIMPLE, fields
from generator.word.xml import SPACE, w

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from lxml.etree import _Element

    from generator.word.fields import Field

DUTCH = "d MMMM yyyy"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_PIECES = re.compile(r"'([^']*)'|(d{1,4}|M{1,4}|y{4}|y{1,2})|(.)", re.DOTALL)
_DIRECT = frozenset(("title", "subject", "author", "comments", "keywords"))
_DATES = frozenset(("date", "createdate", "savedate", "printdate"))
_COMPUTED = frozenset(
    (
        *("pages", "words", "characters", "characterswithspaces", "lines", "paragraphs", "bytes", "lastsavedby"),
        *("createtime", "lastsavedtime", "lastprinted", "revisionnumber", "totaleditingtime", "template", "security"),
        *("nameofapplication", "hyperlinkbase"),
    )
)
"""Properties that Word works out itself."""
_WORDS = re.compile(r"[\"“”„]([^\"“”„]*)[\"“”„]|(\S+)")
_CASES: dict[str, Callable[[str], str]] = {
    "upper": str.upper,
    "lower": str.lower,
    "caps": lambda text: re.sub(r"(?<!\S)\S", lambda first: first[0].upper(), text),
    "firstcap": lambda text: text[:1].upper() + text[1:],
}


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


def shown_date(value: str, given: str) -> str:
    """Return the date of a document in a format of Word; one that is no day, such as `mei 2026`, as it is."""
    return format_date(date.fromisoformat(value), given) if is_day(value) else value


def is_day(value: str) -> bool:
    """Tell whether a text is a day as programs write it: `2026-05-01`."""
    return _DAY.fullmatch(value) is not None


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


def refresh_fields(root: _Element, values: Mapping[str, str]) -> None:
    """Give each field that shows a property its text.

    A field for a property that the document does not have becomes the text that it shows, or Word would put an error
    in its place.

    Args:
        root: A part, or a piece of one.
        values: The properties by their name in small letters; `datum` as year, month and day, or in words.
    """
    for item in list(fields(root, results=True)):
        name, switches = _property(item.instruction)
        if name in _DATES and (day := values.get("datum")):
            show(item, shown_date(day, switches.get("@", "")))
        elif name in values and name not in _DATES:
            show(item, _cased(values[name], switches.get("*", "")))
        elif name and name not in _DATES | _COMPUTED:
            item.unlink()


def shown_properties(root: _Element) -> Iterator[str]:
    """Yield the property that each field of a part shows, by its name in small letters; `datum` for a date."""
    for item in fields(root):
        name, _ = _property(item.instruction)
        if name and name not in _COMPUTED:
            yield "datum" if name in _DATES else name


def _property(instruction: str) -> tuple[str, dict[str, str]]:
    """Return the property that an instruction shows, or an empty text, and its switches."""
    words = [quoted or plain for quoted, plain in _WORDS.findall(instruction)]
    kind = words[0].casefold() if words else ""
    switches: dict[str, str] = {}
    for switch, value in pairwise(words):
        if switch.startswith("\\") and value.casefold() not in {"mergeformat", "charformat"}:
            switches[switch[1:]] = value
    if kind == "docproperty" and len(words) > 1:
        return words[1].casefold(), switches
    return kind if kind in _DIRECT | _DATES else "", switches


def _cased(text: str, switch: str) -> str:
    return _CASES[switch.casefold()](text) if switch.casefold() in _CASES else text


def show(item: Field, text: str) -> None:
    """Put a text in the first run of the result, which keeps its look."""
    if not item.results:
        item.results.append(_new_result(item))
    first, *others = item.results
    first.text = text
    first.set(SPACE, "preserve")
    for other in others:
        other.text = ""


def _new_result(item: Field) -> _Element:
    """Return the text element of a result that was not there yet."""
    last = item.marks[-1]
    if last.tag == SIMPLE:
        return etree.SubElement(etree.SubElement(last, w("r")), w("t"))
    end = _run(last)
    if not any(mark.get(w("fldCharType")) == "separate" for mark in item.marks):
        separate = etree.Element(w("r"))
        etree.SubElement(separate, w("fldChar")).set(w("fldCharType"), "separate")
        end.addprevious(separate)
    shown = etree.Element(w("r"))
    look = _run(item.marks[0]).find(w("rPr"))
    if look is not None:
        shown.append(deepcopy(look))
    end.addprevious(shown)
    return etree.SubElement(shown, w("t"))


def _run(mark: _Element) -> _Element:
    parent = mark.getparent()
    return mark if parent is None else parent
