"""The numbering of a house style: counts what its headings show, and starts lists anew."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from generator.word.xml import w

if TYPE_CHECKING:
    from lxml.etree import _Element

    from generator.word.styles import Styles


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list looks."""

    form: str
    text: str
    start: int
    tab: bool
    """Whether a tab stands between the number and the text."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a style stands in a list."""

    number: str
    """The `numId`."""
    level: int


class Numbering:
    """The lists in `numbering.xml`; new lists are added to it."""

    def __init__(self, root: _Element, styles: Styles) -> None:
        """Index the lists."""
        self._root = root
        self._styles = styles
        self._abstract = {item.get(w("abstractNumId")): item for item in root.iterfind(w("abstractNum"))}
        self._abstract_ids = {
            item.get(w("numId"), ""): _value(item, "abstractNumId", "") for item in root.iterfind(w("num"))
        }
        self._counters: dict[str, list[int]] = {}

    def place(self, style: str) -> Place | None:
        """Return where paragraphs in this style stand in a list, or None when they have no number."""
        properties = self._styles.property(style, "numPr")
        number = None if properties is None else properties.find(w("numId"))
        key = None if number is None else number.get(w("val"))
        if properties is None or key in (None, "0") or self._definition(str(key)) is None:
            return None
        level = properties.find(w("ilvl"))
        return Place(str(key), self._level_of(style, str(key)) if level is None else int(level.get(w("val"), "0")))

    def count(self, style: str) -> tuple[str, bool]:
        """Count a heading in this style; return its number as shown, and whether a tab follows it."""
        place = self.place(style)
        if place is None:
            return "", False
        definition = self._definition(place.number)
        counters = self._counters.setdefault(str(self._abstract_of(place.number)), [0] * 9)
        counters[place.level] += 1
        counters[place.level + 1 :] = [0] * (8 - place.level)
        level = self._level(definition, place.level)
        return (self._shown(definition, place.level, counters), level.tab) if level else ("", False)

    def restarted(self, style: str) -> tuple[str, int] | None:
        """Add a list that looks as the one of this style but starts at 1; return its `numId` and level."""
        place = self.place(style)
        if place is None:
            return None
        key = str(max((int(number) for number in self._abstract_ids if number.isdigit()), default=0) + 1)
        self._abstract_ids[key] = str(self._abstract_of(place.number))
        added = etree.SubElement(self._root, w("num"), {w("numId"): key})
        etree.SubElement(added, w("abstractNumId"), {w("val"): str(self._abstract_of(place.number))})
        override = etree.SubElement(added, w("lvlOverride"), {w("ilvl"): str(place.level)})
        etree.SubElement(override, w("startOverride"), {w("val"): "1"})
        return key, place.level

    def _abstract_of(self, number: str) -> str | None:
        return self._abstract_ids.get(number)

    def _definition(self, number: str) -> _Element | None:
        return self._abstract.get(self._abstract_of(number))

    def _level_of(self, style: str, number: str) -> int:
        definition = self._definition(number)
        for level in () if definition is None else definition.iterfind(w("lvl")):
            linked = level.find(w("pStyle"))
            if linked is not None and linked.get(w("val")) == style:
                return int(level.get(w("ilvl"), "0"))
        return 0

    def _level(self, definition: _Element | None, index: int) -> Level | None:
        if definition is None:
            return None
        for level in definition.iterfind(w("lvl")):
            if level.get(w("ilvl")) == str(index):
                return Level(
                    _value(level, "numFmt", "decimal"),
                    _value(level, "lvlText", ""),
                    int(_value(level, "start", "1")),
                    _value(level, "suff", "tab") == "tab",
                )
        return None

    def _shown(self, definition: _Element | None, index: int, counters: list[int]) -> str:
        own = self._level(definition, index)
        shown = own.text if own else ""
        for place in range(index + 1):
            level = self._level(definition, place)
            if level is not None:
                count = max(counters[place], 1) + level.start - 1
                shown = shown.replace(f"%{place + 1}", formatted(count, level.form))
        return shown


def formatted(number: int, form: str) -> str:
    """Return a number the way Word writes it in a list of this form; unknown forms give digits."""
    if form in {"upperLetter", "lowerLetter"}:
        letters = chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters if form == "upperLetter" else letters.lower()
    if form in {"upperRoman", "lowerRoman"}:
        return _roman(number) if form == "upperRoman" else _roman(number).lower()
    return f"{number:02d}" if form == "decimalZero" else str(number)


def _roman(number: int) -> str:
    signs = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    result = ""
    for value, sign in signs:
        while number >= value:
            result += sign
            number -= value
    return result


def _value(element: _Element, name: str, default: str) -> str:
    found = element.find(w(name))
    return default if found is None else found.get(w("val"), default)
