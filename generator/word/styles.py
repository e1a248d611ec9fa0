"""Finds the style of the house style that plays a role, and what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.word.roles import ROLES, Kind
from generator.word.xml import w

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

_DEFAULT_SIZE = 10.0
"""The size of text where nothing gives one, in points (ECMA-376 part 1, 17.3.2.38)."""


class Styles:
    """The styles of a house style, looked up by name regardless of case, and by role."""

    def __init__(self, root: _Element, chosen: Mapping[str, str] | None = None) -> None:
        """Index the styles in `styles.xml`; `chosen` gives the style of a role by name."""
        self._chosen = chosen or {}
        self._by_id: dict[str, _Element] = {}
        self._by_name: dict[tuple[str, str], str] = {}
        self._defaults = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
        for style in root.iterfind(w("style")):
            key, kind = style.get(w("styleId"), ""), style.get(w("type"), "")
            self._by_id[key] = style
            self._by_name.setdefault((kind, _plain(_value(style, "name") or key)), key)

    def of(self, role: str) -> str | None:
        """Return the id of the style that plays a role, or that of the nearest role that there is one for."""
        asked: str | None = role
        while asked is not None:
            found = ROLES[asked]
            name = self._chosen.get(asked, found.name)
            if (key := self.named(name, found.kind)) is not None:
                return key
            asked = found.fallback
        return None

    def named(self, name: str, kind: Kind) -> str | None:
        """Return the id of the style with this name, or None."""
        return self._by_name.get((kind, _plain(name)))

    def name_of(self, key: str) -> str:
        """Return the name of a style, or an empty text when there is none with this id."""
        style = self._by_id.get(key)
        return "" if style is None else _value(style, "name") or key

    def size(self, key: str) -> float:
        """Return the size of the text in a paragraph style, in points."""
        found = self.property(key, "sz", "rPr")
        if found is None and self._defaults is not None:
            found = self._defaults.find(w("sz"))
        return _DEFAULT_SIZE if found is None else int(found.get(w("val"), "20")) / 2

    def property(self, key: str, path: str, group: str = "pPr") -> _Element | None:
        """Return a property of a paragraph style, its own or the nearest of those it is based on.

        Args:
            key: The id of the style.
            path: The name of the property.
            group: `pPr` for a property of the paragraph, `rPr` for one of its text.
        """
        seen: set[str] = set()
        current: str | None = key
        while current and current not in seen and current in self._by_id:
            seen.add(current)
            style = self._by_id[current]
            found = style.find(f"{w(group)}/{w(path)}")
            if found is not None:
                return found
            current = _value(style, "basedOn")
        return None

    def breaks_page(self, key: str) -> bool:
        """Tell whether a paragraph in this style starts a new page."""
        found = self.property(key, "pageBreakBefore")
        return found is not None and found.get(w("val"), "1") not in {"0", "false", "off"}


def _plain(name: str) -> str:
    return name.replace(" ", "").casefold()


def _value(element: _Element, name: str) -> str | None:
    found = element.find(w(name))
    return None if found is None else found.get(w("val"))
