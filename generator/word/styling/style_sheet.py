"""The styles of a template as roles look for them: by any of their names or ids; new ones are added."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from generator.word.reading.inheritance import Sheet, kind_of
from generator.word.roles import stored_name
from generator.word.schema_order import child_of, set_properties
from generator.word.styling.aliases import plain
from generator.word.styling.style_properties import style_xml
from generator.word.xml import value, value_at, w

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from generator.word.schema_order import Props
    from generator.word.styling.style_properties import Draft

_SPECIAL_IDS = {"toc": "TOC"}


class TemplateSheet(Sheet):
    """The styles in `styles.xml` of a template."""

    def __init__(self, root: _Element) -> None:
        """Index the styles; of two with one name the first counts."""
        self._styles = root
        self._by_name: dict[tuple[str, str], str] = {}
        self._by_plain_id: dict[tuple[str, str], str] = {}
        super().__init__(root)

    def index(self, style: _Element) -> bool:
        """Take a style into account; tell whether its id was free."""
        if not super().index(style):
            return False
        key, kind = value(style, w("styleId")), kind_of(style)
        self._by_plain_id.setdefault((kind, key.casefold()), key)
        for name in _names(style, key):
            self._by_name.setdefault((kind, plain(name)), key)
        return True

    def named(self, name: str, kind: str) -> str | None:
        """Return the id of the style with this name, whatever its case and spaces, or None."""
        return self._by_name.get((kind, plain(name)))

    def chosen(self, name: str, kind: str) -> str | None:
        """Return the id of the style that somebody named as Word stores it or as a Dutch Word shows it, or None."""
        return self.named(name, kind) or self.named(stored_name(name), kind)

    def identified(self, key: str, kind: str) -> str | None:
        """Return the id of the style with this id, whatever its case, or None."""
        return self._by_plain_id.get((kind, key.casefold()))

    def is_taken(self, name: str) -> bool:
        """Tell whether a style of any kind has this name."""
        return any(found == plain(name) for _, found in self._by_name)

    def add(self, draft: Draft, *, default: bool = False) -> str:
        """Add a style; return its id, which is like no other whatever the case."""
        key = self._free(_SPECIAL_IDS.get(draft.name.split()[0], "") + _id(draft.name))
        added = etree.fromstring(style_xml(draft, key, default=default))
        self._styles.append(added)
        self.index(added)
        self.forget()
        return key

    def change(self, key: str, props: Props) -> None:
        """Give the paragraphs in a style these properties instead of those that it has."""
        set_properties(child_of(self.element(key), "pPr"), props)
        self.forget()

    def _free(self, wanted: str) -> str:
        taken = {key for _, key in self._by_plain_id}
        tries: Iterable[str] = (wanted, *(f"{wanted}-{number}" for number in range(2, len(taken) + 3)))
        return next(key for key in tries if key.casefold() not in taken)


def _id(name: str) -> str:
    """Return the id that Word gives a style of this name."""
    words = name.split()
    start = "" if words[0] in _SPECIAL_IDS else words[0][:1].upper() + words[0][1:]
    return re.sub(r"[^A-Za-z0-9]", "", start + "".join(words[1:]))


def _names(style: _Element, key: str) -> list[str]:
    """Return every name of a style: Word keeps several in one text, with commas."""
    given = value_at(style, "name") or key
    parts = [part.strip() for text in (given, value_at(style, "aliases")) for part in text.split(",")]
    return [name for name in dict.fromkeys([given, *parts]) if name]
