"""Finds the style that a template has for a role: by name, by id, or by outline level; or says that it has none."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from generator.problems import Location, Melding
from generator.suggestions import closest
from generator.word.options import STYLES_KEY
from generator.word.reading.inheritance import level_of
from generator.word.roles import PUBLIC, ROLES, Kind, dutch_name
from generator.word.styling.aliases import ids_of, names_of, plain
from generator.word.xml import w

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

    from generator.word.styling.list_styles import Lists
    from generator.word.styling.style_sheet import TemplateSheet

How = Literal["gekozen", "naam", "id", "niveau", "gemaakt"]
_KINDS: dict[Kind, str] = {"paragraph": "alinea’s", "character": "tekens", "table": "tabellen"}
_HOW: dict[How, str] = {
    "gekozen": "gekozen in huisstijl.yaml",
    "naam": "gevonden op naam",
    "id": "gevonden op interne naam",
    "niveau": "gevonden op overzichtsniveau",
    "gemaakt": "gemaakt door wijkplan",
}
HEADINGS = tuple(f"h{level}" for level in range(1, 7))
BODY_LEVEL = 9
_NO_HEADING = ("bijlage", "appendix", "annex", "zondernummer", "ongenummerd", "unnumbered", "inhoud", "contents", "toc")
"""Words in the name of a style that is a heading of a special kind."""


class Found(Struct, frozen=True):
    """The style that plays a role."""

    role: str
    style_id: str
    name: str
    how: How
    base: str | None = None
    """For a style that was made to mend one of the template: the name of that one."""

    @property
    def getoond(self) -> str:
        """The name of the style as a Dutch Word shows it."""
        return dutch_name(self.name)

    @property
    def uitleg(self) -> str:
        """How the style was found, in Dutch."""
        if self.base is not None:
            return f"gemaakt door wijkplan, als verbetering van “{dutch_name(self.base)}”"
        return _HOW[self.how]


def style_faults(sheet: TemplateSheet, chosen: Mapping[str, str]) -> tuple[Melding, ...]:
    """Return what is wrong with the styles that a house style chooses.

    Args:
        sheet: The styles that there are.
        chosen: Role → name of a style.
    """
    return tuple(_fault(sheet, role, name) for role, name in chosen.items() if not sheet.chosen(name, ROLES[role].kind))


def _fault(sheet: TemplateSheet, role: str, name: str) -> Melding:
    kind = ROLES[role].kind
    known = [sheet.name(key) for key in sheet.ids(kind)]
    known += [dutch_name(name) for name in known]
    what = f"is geen stijl voor {_KINDS[kind]}" if sheet.is_taken(name) else "staat niet in het Word-bestand"
    near = closest(name, known)
    remedy = (
        f"Bedoelde je “{near}”?" if near else f"Kies de naam van een stijl voor {_KINDS[kind]} uit het Word-bestand."
    )
    melding = f"De stijl “{name}” voor {public(role)} {what}."
    return Melding(melding, remedy, Location(sleutel=f"{STYLES_KEY}.{public(role)}"))


def public(role: str) -> str:
    """Return the name of a role as a house style writes it."""
    return next((name for name, inner in PUBLIC.items() if inner == role), role)


class Finder:
    """Looks for styles in one template."""

    def __init__(self, sheet: TemplateSheet, lists: Lists, body: _Element | None, chosen: Mapping[str, str]) -> None:
        """Keep the styles; `body` shows which of them the template itself uses, `chosen` names those of roles."""
        self._chosen = chosen
        self._sheet = sheet
        self._lists = lists
        self._body = body
        self._used: Counter[str] | None = None

    def find(self, role: str) -> tuple[str, How] | None:
        """Return the id of the style for a role and how it was found, or None."""
        name = self._chosen.get(role)
        if name and (key := self._sheet.chosen(name, ROLES[role].kind)):
            return key, "gekozen"
        if role == "normal":
            default = self._sheet.default("paragraph") or self._sheet.named("Normal", "paragraph")
            return (default, "naam") if default else None
        for key, how in self._candidates(role):
            if self.is_usable(key):
                return key, how
        return None

    def is_usable(self, key: str) -> bool:
        """Tell whether a style can carry text of a plan, if need be mended."""
        return not self._sheet.is_circular(key) and self._sheet.own(key, "pPr/framePr") is None

    def used(self, key: str) -> int:
        """Return how often the body of the template names a style."""
        if self._used is None:
            names = [] if self._body is None else self._body.iter(w("pStyle"), w("tblStyle"))
            self._used = Counter(item.get(w("val"), "") for item in names)
        return self._used[key]

    def outline(self, key: str) -> int:
        """Return the outline level of a style, from 0; 9 for body text."""
        return (level_of(self._sheet.effective(key, "pPr/outlineLvl")) or BODY_LEVEL + 1) - 1

    def _candidates(self, role: str) -> Iterator[tuple[str, How]]:
        kind = ROLES[role].kind
        for place, name in enumerate(names_of(role)):
            key = self._sheet.named(name, kind)
            if key is not None and (place == 0 or self._fits(role, key)):
                yield key, "naam"
        for hint in ids_of(role):
            key = self._sheet.identified(hint, kind)
            if key is not None and self._fits(role, key) and not self._is_other(role, key):
                yield key, "id"
        if role in HEADINGS:
            yield from ((key, "niveau") for key in self._by_level(HEADINGS.index(role)))

    def _fits(self, role: str, key: str) -> bool:
        """Tell whether a style with a name that only hints at a role is what it seems."""
        if role[:2] in {"ul", "ol"}:
            place = self._lists.place(key)
            level = self._lists.level(place) if place else None
            return level is not None and (level.form == "bullet") == (role[:2] == "ul")
        if role == "h1.bijlage":
            return self.outline(key) == 0
        return True

    def _is_other(self, role: str, key: str) -> bool:
        """Tell whether a style with the id for this role has a name by which it plays another."""
        name = plain(self._sheet.name(key))
        return any(plain(found.name) == name for other, found in ROLES.items() if other != role)

    def _by_level(self, level: int) -> list[str]:
        """Return the styles that the maker of the template gave an outline level, those most used first."""
        fitting = [
            key
            for key in self._sheet.ids("paragraph")
            if self._sheet.is_custom(key) and self.outline(key) == level and not self._is_special(key)
        ]
        return sorted(fitting, key=lambda key: -self.used(key))

    def _is_special(self, key: str) -> bool:
        name = plain(self._sheet.name(key))
        return any(word in name for word in _NO_HEADING)
