"""The relationships of a part: which other parts and addresses it uses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from generator.word.package import names, xmlparts

if TYPE_CHECKING:
    from collections.abc import Iterable

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACE = "http://schemas.openxmlformats.org/package/2006/relationships"


@dataclass(frozen=True, slots=True)
class Relationship:
    """One relationship of a part."""

    id: str
    type: str
    """The URI of its type."""
    target: str
    """The name of a part, or an address when it is external; as written until it is resolved."""
    external: bool = False

    @property
    def kind(self) -> str:
        """The last word of the type, such as `header`."""
        return self.type.rpartition("/")[2]


def read(data: bytes) -> list[Relationship]:
    """Return the relationships in a part; without id or with an id that is taken already they do not count.

    Raises:
        etree.XMLSyntaxError: The part is not well-formed.
    """
    found: dict[str, Relationship] = {}
    for item in xmlparts.parse(data).iter("{*}Relationship"):
        external = item.get("TargetMode", "").lower() == "external"
        relationship = Relationship(item.get("Id", ""), item.get("Type", ""), item.get("Target", ""), external)
        if relationship.id:
            found.setdefault(relationship.id, relationship)
    return list(found.values())


def write(items: Iterable[Relationship]) -> bytes:
    """Return the part that holds the relationships; targets inside the package are absolute."""
    root = etree.Element(f"{{{_SPACE}}}Relationships", nsmap={None: _SPACE})
    for item in items:
        target = item.target if item.external else f"/{item.target}"
        child = etree.SubElement(root, f"{{{_SPACE}}}Relationship", Id=item.id, Type=item.type, Target=target)
        if item.external:
            child.set("TargetMode", "External")
    return xmlparts.serialise(root)


def find_target(source: str, target: str, known: dict[str, str]) -> str | None:
    """Return the name of the part that a target stands for, given the names by key; None when there is none."""
    return next((known[found] for found in names.candidates(source, target) if found in known), None)
