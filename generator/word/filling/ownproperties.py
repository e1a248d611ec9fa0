"""Reads the document properties that a house style has of its own, by the names that Word's fields use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from lxml import etree

if TYPE_CHECKING:
    from docx.package import Package

_NAMES = {
    "title": "Title",
    "subject": "Subject",
    "creator": "Author",
    "keywords": "Keywords",
    "description": "Comments",
    "category": "Category",
    "contentStatus": "Status",
    "Company": "Company",
    "Manager": "Manager",
}
_KINDS = frozenset((RT.CORE_PROPERTIES, RT.EXTENDED_PROPERTIES, RT.CUSTOM_PROPERTIES))


def named_properties(package: Package) -> dict[str, str]:
    """Return the text of each property of a Word file, those that somebody added included."""
    found = {}
    for item in package.rels.values():
        if item.is_external or item.reltype not in _KINDS or not item.target_part.blob.strip():
            continue
        for element in etree.fromstring(item.target_part.blob):
            name = element.get("name") or _NAMES.get(etree.QName(element).localname)
            if name:
                found[name] = "".join(str(text) for text in element.itertext())
    return found
