"""The styles of a template as they are: looked up by name or id, with what they inherit; new ones are added."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from generator.word.roles import stored_name
from generator.word.styling.aliases import plain
from generator.word.styling.style_properties import style_xml
from generator.word.xml import twips, w

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from generator.word.styling.style_properties import Draft

_SPECIAL_IDS = {"toc": "TOC"}


class Sheet:
    """The styles in `styles.xml`."""

    def __init__(self, root: _Element) -> None:
        """Index the styles; of two with one id or name the first counts."""
        self._root = root
        self._by_id: dict[str, _Element] = {}
        self._by_name: dict[tuple[str, str], str] = {}
        self._by_plain_id: dict[tuple[str, str], str] = {}
        for style in root.iterfind(w("style")):
            self._index(style)

    def _index(self, style: _Element) -> None:
        key, kind = style.get(w("styleId"), ""), _kind(style)
        if not key or key in self._by_id:
            return
        self._by_id[key] = style
        self._by_plain_id.setdefault((kind, key.casefold()), key)
        for name in _names(style):
            self._by_name.setdefault((kind, plain(name)), key)

    def __contains__(self, key: str) -> bool:
        """Tell whether there is a style with this id."""
        return key in self._by_id

    def ids(self, kind: str) -> Iterator[str]:
        """Yield the ids of the styles of one kind, in their order."""
        return (key for key, style in self._by_id.items() if _kind(style) == kind)

    def element(self, key: str) -> _Element:
        """Return a style."""
        return self._by_id[key]

    def name(self, key: str) -> str:
        """Return the name of a style."""
        return (_value(self._by_id[key], "name") or key).split(",")[0].strip()

    def named(self, name: str, kind: str) -> str | None:
        """Return the id of the style with this name, whatever its case and spaces, or None."""
        return self._by_name.get((kind, plain(name)))

    def chosen(self, name: str, kind: str) -> str | None:
        """Return the id of the style that somebody named as Word stores it or as a Dutch Word shows it, or None."""
        return self.named(name, kind) or self.named(stored_name(name), kind)

    def identified(self, key: str, kind: str) -> str | None:
        """Return the id of the style with this id, whatever its case, or None."""
        return self._by_plain_id.get((kind, key.casefold()))

    def default(self, kind: str) -> str | None:
        """Return the id of the style that text has when it names none."""
        marked = (key for key in self.ids(kind) if self._by_id[key].get(w("default")) in {"1", "true", "on"})
        return next(marked, None)

    def is_custom(self, key: str) -> bool:
        """Tell whether a style was made by the maker of the template."""
        return self._by_id[key].get(w("customStyle")) in {"1", "true", "on"}

    def chain(self, key: str | None) -> list[_Element]:
        """Return a style and those that it is based on, nearest first."""
        found: list[_Element] = []
        seen: set[str] = set()
        while key and key not in seen and key in self._by_id:
            seen.add(key)
            found.append(self._by_id[key])
            key = _value(found[-1], "basedOn")
        return found

    def is_circular(self, key: str) -> bool:
        """Tell whether a style is in the end based on itself."""
        chain = self.chain(key)
        last = _value(chain[-1], "basedOn") if chain else None
        return any(style.get(w("styleId")) == last for style in chain)

    def own(self, key: str | None, name: str, group: str = "pPr") -> _Element | None:
        """Return a property of a style or of the nearest that it is based on."""
        found = (style.find(f"{w(group)}/{w(name)}") for style in self.chain(key))
        return next((item for item in found if item is not None), None)

    def effective(self, key: str | None, name: str, group: str = "pPr") -> _Element | None:
        """Return a property of a style, in the end that of the document."""
        found = self.own(key, name, group)
        return (
            self._root.find(f"{w('docDefaults')}/{w(group + 'Default')}/{w(group)}/{w(name)}")
            if found is None
            else found
        )

    def is_on(self, key: str | None, name: str, group: str = "pPr") -> bool:
        """Tell whether a property that is on or off is on."""
        found = self.effective(key, name, group)
        return found is not None and found.get(w("val"), "1") not in {"0", "false", "off"}

    def measure(self, key: str | None, name: str, *attributes: str, group: str = "pPr") -> int | None:
        """Return a measure; each attribute is inherited by itself, and the first that is there counts."""
        paths = [style.find(f"{w(group)}/{w(name)}") for style in self.chain(key)]
        paths.append(self._root.find(f"{w('docDefaults')}/{w(group + 'Default')}/{w(group)}/{w(name)}"))
        for item in paths:
            for label in () if item is None else attributes:
                if item is not None and (found := twips(item.get(w(label)))) is not None:
                    return found
        return None

    def attribute(self, key: str | None, name: str, attribute: str, group: str = "pPr") -> str | None:
        """Return an attribute of a property, which each style inherits by itself; None when nothing gives it."""
        paths = [style.find(f"{w(group)}/{w(name)}") for style in self.chain(key)]
        paths.append(self._root.find(f"{w('docDefaults')}/{w(group + 'Default')}/{w(group)}/{w(name)}"))
        values = (item.get(w(attribute)) for item in paths if item is not None)
        return next((value for value in values if value is not None), None)

    def add(self, draft: Draft, *, default: bool = False) -> str:
        """Add a style; return its id, which is like no other whatever the case."""
        key = self._free(_SPECIAL_IDS.get(draft.name.split()[0], "") + _id(draft.name))
        added = etree.fromstring(style_xml(draft, key, default=default))
        self._root.append(added)
        self._index(added)
        return key

    def is_taken(self, name: str) -> bool:
        """Tell whether a style of any kind has this name."""
        return any(found == plain(name) for _, found in self._by_name)

    def _free(self, wanted: str) -> str:
        taken = {key.casefold() for key in self._by_id}
        tries: Iterable[str] = (wanted, *(f"{wanted}-{number}" for number in range(2, len(taken) + 3)))
        return next(key for key in tries if key.casefold() not in taken)


def _id(name: str) -> str:
    """Return the id that Word gives a style of this name."""
    words = name.split()
    start = "" if words[0] in _SPECIAL_IDS else words[0][:1].upper() + words[0][1:]
    return re.sub(r"[^A-Za-z0-9]", "", start + "".join(words[1:]))


def _kind(style: _Element) -> str:
    return style.get(w("type"), "paragraph")


def _names(style: _Element) -> list[str]:
    """Return every name of a style: Word keeps several in one text, with commas."""
    given: list[str] = [_value(style, "name") or style.get(w("styleId")) or "", _value(style, "aliases") or ""]
    parts = [part.strip() for text in given if text for part in text.split(",")]
    return [name for name in dict.fromkeys([given[0], *parts]) if name]


def _value(element: _Element, name: str) -> str | None:
    found = element.find(w(name))
    return None if found is None else found.get(w("val"))
