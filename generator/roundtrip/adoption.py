"""Lets what comes into a document from another one use its styles, lists and links; what it lacks comes along.

Word gives styles other ids in another language, and lists other numbers: styles are known by name, lists by their look.
"""

from __future__ import annotations

import copy
from itertools import count
from typing import TYPE_CHECKING

from lxml import etree
from msgspec.structs import replace

from generator.roundtrip.tracked_words import parent_of
from generator.word.package import part_xml, relationships
from generator.word.package.part_names import rels_name
from generator.word.package.relationships import Relationship, main_part, relationships_of
from generator.word.xml import child_at, remove, value, value_at, w

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

_TYPES = "[Content_Types].xml"
_STYLED = tuple(map(w, ("pStyle", "rStyle", "tblStyle")))
_OF_STYLES = tuple(map(w, ("pStyle", "styleLink", "numStyleLink", "lvlPicBulletId", "nsid")))
"""What of a list belongs to the document that it was made in."""
_RELATED = tuple(map(w, ("basedOn", "next", "link")))


class Adoption:
    """What comes into one document from another."""

    def __init__(self, parts: dict[str, bytes], main: str, source: Mapping[str, bytes]) -> None:
        """Open what the two know of styles, lists and links.

        Args:
            parts: The parts of the document; `save` changes them.
            main: The name of its main part.
            source: The parts of the document that things come from.
        """
        self._parts, self._main, self._source = parts, main, source
        self._links = relationships_of(parts, main)
        self._new_links = {item.id: item for item in relationships_of(source, main_part(source) or "")}
        self._styles, self._new_styles = (_opened(found, "styles") for found in (parts, source))
        self._lists, self._new_lists = (_opened(found, "numbering") for found in (parts, source))
        self._ids = _by_name(self._styles)
        self._style_ids: dict[str, str] = {}
        self._list_ids: dict[str, str | None] = {}
        """For each list of the other its number here; None where the document has no list that looks like it."""
        self._changed: set[str] = set()

    def relate(self, identity: str) -> str | None:
        """Return the id of the relationship to the same address in the document; None where it is no address."""
        wanted = self._new_links.get(identity)
        if wanted is None or not wanted.external:
            return None
        for item in self._links:
            if item.external and (item.type, item.target) == (wanted.type, wanted.target):
                return item.id
        return self._linked(wanted)

    def take(self, identity: str) -> str | None:
        """Return the id of a relationship to a copy of a picture or chart; of an address, that of the same address."""
        wanted = self._new_links.get(identity)
        if wanted is None or wanted.external:
            return self.relate(identity)
        return self._linked(Relationship(identity, wanted.type, self._copied(wanted.target)))

    def drop(self, identity: str) -> None:
        """Take away a part that nothing refers to any more, with what it alone refers to."""
        gone = [item for item in self._links if item.id == identity and not item.external]
        self._links = [item for item in self._links if item.id != identity]
        self._changed.add("links")
        for name in [item.target for item in gone]:
            inner = [item.target for item in relationships_of(self._parts, name) if not item.external]
            for part in (*inner, rels_name(name), name):
                self._parts.pop(part, None)

    def _linked(self, wanted: Relationship) -> str:
        taken = {item.id for item in self._links}
        name = next(f"rIdNieuw{n}" for n in range(1, len(taken) + 2) if f"rIdNieuw{n}" not in taken)
        self._links.append(Relationship(name, wanted.type, wanted.target, wanted.external))
        self._changed.add("links")
        return name

    def _copied(self, source: str) -> str:
        """Return the name of a copy of a part of the other document, with all that it refers to."""
        stem, _, ending = source.rpartition(".")
        name = next(f"{stem}-{n}.{ending}" for n in count(1) if f"{stem}-{n}.{ending}" not in self._parts)
        self._parts[name] = self._source[source]
        inner = relationships_of(self._source, source)
        if inner:
            copied = [item if item.external else replace(item, target=self._copied(item.target)) for item in inner]
            self._parts[rels_name(name)] = relationships.write(copied)
        types, new_types = (part_xml.parse(parts[_TYPES]) for parts in (self._parts, self._source))
        made = etree.SubElement(types, f"{{{etree.QName(types).namespace}}}Override", PartName=f"/{name}")
        made.set("ContentType", _type_of(new_types, source))
        self._parts[_TYPES] = part_xml.serialise(types)
        return name

    def stand_for(self, kind: str, identity: str, own: str) -> None:
        """Let a style or list of the other document be one of this document.

        Args:
            kind: `styles` or `numbering`.
            identity: What the other document calls it.
            own: What this document calls it.
        """
        known: dict[str, str] | dict[str, str | None] = self._style_ids if kind == "styles" else self._list_ids
        known[identity] = own

    def fit(self, element: _Element) -> None:
        """Let an element that came in, or that got words that did, use the styles and lists of the document."""
        for item in element.iter(*_STYLED):
            item.set(w("val"), self._style(value(item)))
        for paragraph in [element] if element.tag == w("p") else list(element.iter(w("p"))):
            self._fit_list(paragraph)

    def save(self) -> None:
        """Keep in the parts of the document what came along."""
        if "links" in self._changed:
            self._parts[rels_name(self._main)] = relationships.write(self._links)
        for kind, root in {"styles": self._styles, "numbering": self._lists}.items():
            if kind in self._changed:
                self._parts[_name(self._parts, kind)] = part_xml.serialise(root)

    def _style(self, identity: str) -> str:
        """Return the id in the document of a style, which comes along where the document does not have its name."""
        if identity in self._style_ids:
            return self._style_ids[identity]
        wanted = next(
            (item for item in self._new_styles.iter(w("style")) if value(item, w("styleId")) == identity), None
        )
        if wanted is None:  # it is the document's own already
            return identity
        known = self._ids.get(value_at(wanted, "name").lower())
        self._style_ids[identity] = known or identity
        if known is None:
            self._take_style(wanted)
        return self._style_ids[identity]

    def _take_style(self, wanted: _Element) -> None:
        made = copy.deepcopy(wanted)
        self._styles.append(made)
        self._ids[value_at(wanted, "name").lower()] = value(wanted, w("styleId"))
        self._changed.add("styles")
        for item in made.iter(*_RELATED):
            item.set(w("val"), self._style(value(item)))
        self._number(child_at(made, "pPr/numPr/numId"))

    def _fit_list(self, paragraph: _Element) -> None:
        """Let an item go on with the list that it stands in, or begin one of the document."""
        number = child_at(paragraph, "pPr/numPr/numId")
        before = paragraph.getprevious()
        neighbour = child_at(before, "pPr/numPr") if before is not None and before.tag == w("p") else None
        there = value_at(neighbour, "numId")
        if number is not None and there and _look(self._lists, there) == _look(self._new_lists, value(number)):
            number.set(w("val"), there)
        else:
            self._number(number)

    def _number(self, number: _Element | None) -> None:
        """Give an item or a style the number that its list has in the document."""
        identity = value(number)
        if number is None or identity in ("", "0"):
            return
        if identity not in self._list_ids:
            self._list_ids[identity] = self._list(identity)
        found = self._list_ids[identity]
        if found is None:
            remove(parent_of(number))
        else:
            number.set(w("val"), found)

    def _list(self, identity: str) -> str | None:
        """Return the number in the document of a list of the other, made there where it lacks or counts for itself."""
        look = _look(self._new_lists, identity)
        alike = [number for number in self._numbers() if _look(self._lists, number) == look]
        wanted = _list_of(self._new_lists, identity)
        if wanted is None or not _name(self._parts, "numbering"):
            return None
        own = wanted.findall(w("lvlOverride"))
        if alike and not own:
            return alike[0]
        abstract = value_at(_list_of(self._lists, alike[0]), "abstractNumId") if alike else self._take_list(identity)
        last = next(item for item in reversed(self._lists) if item.tag in (w("num"), w("abstractNum")))
        made = etree.Element(w("num"))
        last.addnext(made)
        number = str(max(map(int, self._numbers()), default=0) + 1)
        made.set(w("numId"), number)
        etree.SubElement(made, w("abstractNumId")).set(w("val"), abstract)
        made.extend(map(copy.deepcopy, own))
        self._changed.add("numbering")
        return number

    def _take_list(self, identity: str) -> str:
        """Return the number of a copy of the signs and steps of a list of the other, without the styles it goes by."""
        made = copy.deepcopy(_signs_of(self._new_lists, identity))
        there = list(self._lists.iter(w("abstractNum")))
        taken = [int(number) for item in there if (number := value(item, w("abstractNumId"))).isdigit()]
        number = str(max(taken, default=-1) + 1)
        made.set(w("abstractNumId"), number)
        for item in list(made.iter(*_OF_STYLES)):
            remove(item)
        if there:
            there[-1].addnext(made)
        else:
            self._lists.insert(len(self._lists.findall(w("numPicBullet"))), made)
        return number

    def _numbers(self) -> list[str]:
        return [value(item, w("numId")) for item in self._lists.iter(w("num")) if value(item, w("numId")).isdigit()]


def _type_of(types: _Element, name: str) -> str:
    """Return the type of the content of a part."""
    own = (item for item in types.iter("{*}Override") if item.get("PartName") == f"/{name}")
    ending = name.rpartition(".")[2].lower()
    every = (item for item in types.iter("{*}Default") if (item.get("Extension") or "").lower() == ending)
    return next((str(item.get("ContentType")) for item in (*own, *every)), "")


def _opened(parts: Mapping[str, bytes], kind: str) -> _Element:
    """Return the root of the part of a kind that the main part uses; an empty one where there is none."""
    name = _name(parts, kind)
    return part_xml.parse(parts[name]) if name else etree.Element(w(kind))


def _name(parts: Mapping[str, bytes], kind: str) -> str:
    related = relationships_of(parts, main_part(parts) or "")
    return next((item.target for item in related if item.kind == kind and item.target in parts), "")


def _by_name(styles: _Element) -> dict[str, str]:
    return {value_at(item, "name").lower(): value(item, w("styleId")) for item in styles.iter(w("style"))}


def _list_of(lists: _Element, identity: str) -> _Element | None:
    return next((item for item in lists.iter(w("num")) if value(item, w("numId")) == identity), None)


def _look(lists: _Element, identity: str) -> tuple[tuple[str, str], ...]:
    """Return the kind of number and the sign of each level of a list."""
    levels = _signs_of(lists, identity).findall(w("lvl"))
    return tuple((value_at(level, "numFmt"), value_at(level, "lvlText")) for level in levels)


def _signs_of(lists: _Element, identity: str) -> _Element:
    """Return what a list looks like at each level; an empty element where the list is not there."""
    abstract = value_at(_list_of(lists, identity), "abstractNumId")
    of = (item for item in lists.iter(w("abstractNum")) if value(item, w("abstractNumId")) == abstract)
    return next(of, etree.Element(w("abstractNum")))
