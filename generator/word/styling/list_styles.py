"""The lists of a template: where a style stands in one, how its levels look, and new lists beside them."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct

from generator.word.schema_order import insert
from generator.word.xml import W, attribute, number, twips, w

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from generator.word.reading.inheritance import Sheet

LEVELS = 9
_DEEPEST_LINK = 5
"""A list can refer to a style that refers to a list; more often than this is a circle."""


class Level(Struct, frozen=True):
    """How one level of a list looks."""

    form: str
    text: str
    start: int = 1
    tab: bool = True
    """Whether a tab stands between the number and the text."""
    restart: int | None = None
    """The level, from 1, after which counting starts anew; 0 for never, None for any higher level."""
    legal: bool = False
    """Whether the numbers of higher levels show as plain figures."""
    left: int | None = None
    hanging: int | None = None
    font: str = ""
    """The `rPr` of the sign."""


class Place(Struct, frozen=True):
    """Where a style stands in a list."""

    number: str
    """The `numId`."""
    level: int


class Lists:
    """The lists in `numbering.xml`."""

    def __init__(self, root: _Element, sheet: Sheet) -> None:
        """Index the lists."""
        self._root = root
        self._sheet = sheet
        self._abstract = {item.get(w("abstractNumId"), ""): item for item in root.iterfind(w("abstractNum"))}
        self._numbers = {item.get(w("numId"), ""): item for item in root.iterfind(w("num"))}
        self._levels: dict[Place, Level | None] = {}

    def place(self, style: str) -> Place | None:
        """Return where paragraphs in this style stand in a list, or None when they have no number."""
        key = self._number_of(style)
        if key in {"", "0"} or self.abstract(key) is None:
            return None
        place = Place(key, self._level_in(key, style))
        return place if self.level(place) is not None else None

    def abstract(self, number: str) -> str | None:
        """Return the id of the list that a `numId` stands for, or None when there is no such list."""
        for _ in range(_DEEPEST_LINK):
            item = self._numbers.get(number)
            key = _value(item, "abstractNumId") if item is not None else None
            if key is None or key not in self._abstract:
                return None
            style = _value(self._abstract[key], "numStyleLink")
            if style is None or self._abstract[key].find(w("lvl")) is not None:
                return key
            number = self._number_of(style)
        return None

    def level(self, place: Place) -> Level | None:
        """Return how a level of a list looks, or None when it is not described."""
        if place not in self._levels:
            self._levels[place] = self._read(place)
        return self._levels[place]

    def _read(self, place: Place) -> Level | None:
        found = self._level_element(place)
        if found is None:
            return None
        start = self._override(place)
        indents = found.find(f"{w('pPr')}/{w('ind')}")
        restart = _value(found, "lvlRestart")
        return Level(
            form=_form(found),
            text=_value(found, "lvlText") or "",
            start=_whole(_value(found, "start") if start is None else start, 1),
            tab=(_value(found, "suff") or "tab") == "tab",
            restart=None if restart is None else _whole(restart, 0),
            legal=found.find(w("isLgl")) is not None and _value(found, "isLgl") not in {"0", "false", "off"},
            left=_measure(indents, "left", "start"),
            hanging=_measure(indents, "hanging"),
            font=_font(found),
        )

    def add(self, name: str, levels: Sequence[Level]) -> str:
        """Add a list; `name` sets it apart from the other lists that are added. Return its `numId`."""
        key = _next(self._abstract)
        kind = "multilevel" if len(levels) > 1 else "singleLevel"
        content = "".join(_level_xml(level, index) for index, level in enumerate(levels))
        added = etree.fromstring(
            f'<w:abstractNum xmlns:w="{W}" w:abstractNumId="{key}"><w:nsid w:val="{self._sign(name)}"/>'
            f'<w:multiLevelType w:val="{kind}"/>{content}</w:abstractNum>'
        )
        insert(self._root, added)
        self._abstract[key] = added
        return self._add_number(key)

    def link(self, place: Place, style: str) -> None:
        """Tie a level of a list that was added to a style: Word finds the level of a style that way."""
        found = self._level_element(place)
        if found is not None:
            insert(found, etree.Element(w("pStyle"), {w("val"): style}))

    def restarted(self, place: Place, start: int = 1, form: str | None = None) -> str:
        """Add a list that looks as the one of this place but starts anew there; return its `numId`.

        Args:
            place: The list and the level that starts anew.
            start: The first number.
            form: How its numbers are written, such as `lowerLetter`, where that is another way.
        """
        added = self._add_number(str(self.abstract(place.number)))
        override = etree.SubElement(self._numbers[added], w("lvlOverride"), {w("ilvl"): str(place.level)})
        etree.SubElement(override, w("startOverride"), {w("val"): str(start)})
        other_form = form is not None and form != self._form_at(place)
        own = self._level_element(place) if other_form else self._own_level(place)
        if own is not None:
            level = etree.fromstring(etree.tostring(own))
            if other_form:
                _write_form(level, str(form), start)
            override.append(level)
        return added

    def _form_at(self, place: Place) -> str:
        level = self.level(place)
        return level.form if level else ""

    def _number_of(self, style: str) -> str:
        """Return the `numId` that a style has, its own or that of the nearest it is based on; empty for none."""
        every = (item.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}") for item in self._sheet.chain(style))
        return next((number.get(w("val"), "") for number in every if number is not None), "")

    def _level_in(self, number: str, style: str) -> int:
        """Return the level of a style in a list: the one tied to it, else the one it asks, else that of its base."""
        for item in self._sheet.chain(style):
            linked = self._linked_level(number, item.get(w("styleId"), ""))
            if linked is not None:
                return linked
            asked = item.find(f"{w('pPr')}/{w('numPr')}/{w('ilvl')}")
            if asked is not None:
                return _level(asked.get(w("val")))
        return 0

    def _linked_level(self, number: str, style: str) -> int | None:
        every = (*self._numbers[number].iterfind(f"{w('lvlOverride')}/{w('lvl')}"), *self._levels_of(number))
        found = (level for level in every if _value(level, "pStyle") == style)
        return next((_level(level.get(w("ilvl"))) for level in found), None)

    def _levels_of(self, number: str) -> Iterator[_Element]:
        return self._abstract[str(self.abstract(number))].iterfind(w("lvl"))

    def _level_element(self, place: Place) -> _Element | None:
        own = self._own_level(place)
        abstract = self.abstract(place.number)
        if own is not None or abstract is None:
            return own
        return _at(self._abstract[abstract], "lvl", place.level)

    def _own_level(self, place: Place) -> _Element | None:
        """Return the level that this one list replaces in what it is made from."""
        number = self._numbers.get(place.number)
        override = None if number is None else _at(number, "lvlOverride", place.level)
        return None if override is None else override.find(w("lvl"))

    def _override(self, place: Place) -> str | None:
        number = self._numbers.get(place.number)
        override = None if number is None else _at(number, "lvlOverride", place.level)
        return None if override is None else _value(override, "startOverride")

    def _add_number(self, abstract: str) -> str:
        key = _next(self._numbers, first=1)
        added = etree.Element(w("num"), {w("numId"): key})
        etree.SubElement(added, w("abstractNumId"), {w("val"): abstract})
        insert(self._root, added)
        self._numbers[key] = added
        return key

    def _sign(self, name: str) -> str:
        """Return the number by which Word tells lists apart, always the same for one template."""
        taken = {(_value(item, "nsid") or "").upper() for item in self._abstract.values()}
        tries = (hashlib.sha256(f"{name} {turn}".encode()).hexdigest()[:8].upper() for turn in range(len(taken) + 1))
        return next(sign for sign in tries if sign not in taken)


def _level_xml(level: Level, index: int) -> str:
    suffix = "" if level.tab else '<w:suff w:val="space"/>'
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{level.start}"/><w:numFmt w:val="{level.form}"/>{suffix}'
        f'<w:lvlText w:val="{attribute(level.text)}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{level.left or 0}" w:hanging="{level.hanging or 0}"/></w:pPr>{level.font}</w:lvl>'
    )


def _write_form(level: _Element, form: str, start: int) -> None:
    """Let a level write its numbers in another form: `1)` becomes `a)`; numbers of higher levels go."""
    own = f"%{_whole(level.get(w('ilvl')), 0) + 1}"
    text = _value(level, "lvlText") or ""
    shown = text if text.count("%") == 1 and own in text else f"{own}."
    for name in ("start", "numFmt", "isLgl", "pStyle", "lvlText", "lvlRestart"):
        for item in list(level.iterfind(w(name))):
            level.remove(item)
    for name, value in (("start", str(start)), ("numFmt", form), ("lvlText", shown)):
        insert(level, etree.Element(w(name), {w("val"): value}))


def _font(level: _Element) -> str:
    """Return the font and colour of the sign of a level; a sign from a symbol font needs that font."""
    found = level.find(w("rPr"))
    kept = [] if found is None else [item for item in found if item.tag in {w("rFonts"), w("color")}]
    content = "".join(
        f"<w:{etree.QName(item).localname}"
        + "".join(f' w:{etree.QName(name).localname}="{attribute(value)}"' for name, value in item.items())
        + "/>"
        for item in kept
    )
    return f"<w:rPr>{content}</w:rPr>" if content else ""


def _form(level: _Element) -> str:
    """Return the form of the numbers; a newer form stands beside an older one that every version knows."""
    found = list(level.iter(w("numFmt")))
    plain = [item for item in found if item.get(w("val")) != "custom"]
    return plain[-1].get(w("val"), "decimal") if plain else "decimal"


def _at(parent: _Element, name: str, level: int) -> _Element | None:
    return next((item for item in parent.iterfind(w(name)) if _whole(item.get(w("ilvl")), -1) == level), None)


def _measure(element: _Element | None, *names: str) -> int | None:
    found = (None if element is None else twips(element.get(w(name))) for name in names)
    return next((value for value in found if value is not None), None)


def _next(taken: dict[str, _Element], first: int = 0) -> str:
    return str(max((number(key) or 0 for key in taken), default=first - 1) + 1)


def _whole(value: str | None, default: int) -> int:
    found = number(value)
    return default if found is None else found


def _level(value: str | None) -> int:
    """Return a level that a list can have; Word reads one that is too deep as the deepest."""
    return min(max(number(value) or 0, 0), LEVELS - 1)


def _value(element: _Element | None, name: str) -> str | None:
    found = None if element is None else element.find(w(name))
    return None if found is None else found.get(w("val"))
