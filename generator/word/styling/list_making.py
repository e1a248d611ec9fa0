"""Makes the lists that a template lacks: bullets, numbers, annexes and numbered headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator.word.styling.list_styles import LEVELS, Level, Lists, Place
from generator.word.styling.style_sheet import indent, numbered

if TYPE_CHECKING:
    from generator.word.reading.inheritance import Sheet
    from generator.word.schema_order import Props
    from generator.word.styling.look import Look
    from generator.word.styling.style_search import Finder

NUMBERED_HEADINGS = ("h1", "h2", "h3")
_BULLET = Level("bullet", "•")
_DASH = Level("bullet", "–")
_FORMS = ("decimal", "lowerLetter", "lowerRoman")
_STEP = 1.8
"""How far each level of a list steps in, in the size of its text."""
_IN_TABLE = 198


class ListMaker:
    """Adds lists to one template, each when a style asks for it."""

    def __init__(self, sheet: Sheet, lists: Lists, finder: Finder, look: Look) -> None:
        """Keep the lists of the template."""
        self._sheet = sheet
        self._lists = lists
        self._finder = finder
        self._look = look
        self._made: dict[str, tuple[str, list[Level]]] = {}

    def lacks(self, key: str, role: str) -> bool:
        """Tell whether a style for a role has no list, one of the wrong kind, or bullets that do not show."""
        if role not in _LISTED:
            return False
        place = self._lists.place(key)
        level = self._lists.level(place) if place else None
        if level is None or (level.form == "bullet" and not level.text):
            return True
        return role != "h1.bijlage" and (level.form == "bullet") == role.startswith("ol")

    def properties(self, role: str) -> Props:
        """Return the properties that put a style for a role in a list; the list is added when it is not there."""
        if role not in _LISTED:
            return {}
        place, level = self._place(role)
        return numbered(place.number, place.level) | indent(level.left or 0, level.hanging or 0)

    def tie(self, role: str, key: str) -> None:
        """Tie the level of the list that `properties` gave for a role to its style."""
        if role in _LISTED:
            self._lists.link(self._place(role)[0], key)

    def _place(self, role: str) -> tuple[Place, Level]:
        family = _LISTED[role]
        if family not in self._made:
            levels = self._levels(family)
            self._made[family] = self._lists.add(f"wijkplan {family}", levels), levels
        number, levels = self._made[family]
        depth = int(role[-1]) - 1 if role[-1].isdigit() else 0
        return Place(number, depth), levels[depth]

    def _levels(self, family: str) -> list[Level]:
        if family == "bijlage":
            return [Level("upperLetter", "Bijlage %1:", tab=False, left=0, hanging=0)]
        if family == "tabelopsomming":
            return [replace(self._sign(), left=_IN_TABLE, hanging=_IN_TABLE, start=1, tab=True)]
        if family == "koppen":
            return [self._heading_level(depth) for depth in range(len(NUMBERED_HEADINGS))]
        return self._bullets() if family == "ul" else self._numbers()

    def _heading_level(self, depth: int) -> Level:
        room = round(self._look.size * 10 * (2.8, 3.5, 4.0)[depth])
        return Level("decimal", ".".join(f"%{index + 1}" for index in range(depth + 1)), left=room, hanging=room)

    def _bullets(self) -> list[Level]:
        sign = self._sign()
        signs = (sign, replace(_DASH, left=sign.left, hanging=sign.hanging))
        return [self._stepped(signs[depth % 2], depth, "ul1") for depth in range(LEVELS)]

    def _numbers(self) -> list[Level]:
        forms = [Level(_FORMS[depth % 3], f"%{depth + 1}.") for depth in range(LEVELS)]
        return [self._stepped(level, depth, "ol1") for depth, level in enumerate(forms)]

    def _sign(self) -> Level:
        """Return the bullet of the template, or a plain one."""
        found = self._own("ul1")
        return replace(found, start=1, restart=None) if found and found.form == "bullet" and found.text else _BULLET

    def _own(self, role: str) -> Level | None:
        """Return how the template's own list for a role looks."""
        found = self._finder.find(role)
        place = self._lists.place(found[0]) if found else None
        return self._lists.level(place) if place else None

    def _stepped(self, level: Level, depth: int, role: str) -> Level:
        """Return a level that steps in from the first one of the template."""
        own = self._own(role)
        step = round(self._look.size * 10 * _STEP)
        left = self._look.left + step
        if own and own.left and own.hanging and own.left >= own.hanging:
            left, step = own.left, own.hanging
        return replace(level, left=left + depth * step, hanging=step)


_LISTED: dict[str, str] = {
    **{f"ul{level}": "ul" for level in (1, 2, 3)},
    **{f"ol{level}": "ol" for level in (1, 2, 3)},
    **dict.fromkeys(NUMBERED_HEADINGS, "koppen"),
    "tabelopsomming": "tabelopsomming",
    "h1.bijlage": "bijlage",
}
"""Role → the list that it stands in."""
