"""Keeps of a template's parts only those that the document uses: no sample picture, comment or building block stays."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from lxml import etree

from generator.word.frame.leftovers import clean_text
from generator.word.xml import w

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.opc.part import Part, XmlPart
    from docx.opc.rel import Relationships
    from docx.parts.document import DocumentPart
    from lxml.etree import _Element

_ALWAYS = frozenset({RT.STYLES, RT.NUMBERING, RT.SETTINGS, RT.THEME, RT.FONT_TABLE})
_NOTES = {RT.FOOTNOTES: "footnote", RT.ENDNOTES: "endnote"}
_BOUND = re.compile(r'storeItemID="(\{[0-9A-Fa-f-]+\})"')
_STORE = re.compile(rb'itemID="(\{[0-9A-Fa-f-]+\})"')
_PACKAGE = frozenset({RT.OFFICE_DOCUMENT})


def drop_unused(document: DocumentPart, text: str) -> None:
    """Drop the relationships of the main part that nothing in the document uses, and with them their parts.

    Args:
        document: The main part.
        text: The XML that the main part gets.
    """
    bound = {key.upper() for key in _BOUND.findall(text + "".join(_margin_texts(document)))}
    for key, relationship in list(document.rels.items()):
        kind = relationship.reltype
        if kind in _ALWAYS or f'"{key}"' in text:
            continue
        if kind in _NOTES and _has_notes(relationship.target_part, text, _NOTES[kind]):
            continue
        if kind == RT.CUSTOM_XML and _store(relationship.target_part) in bound:
            continue
        document.rels.pop(key)


def drop_package_parts(relationships: Relationships) -> None:
    """Drop what a package has beside its main part, such as a thumbnail or a ribbon of its own."""
    for key in [key for key, item in relationships.items() if item.reltype not in _PACKAGE]:
        relationships.pop(key)


def margins(document: DocumentPart) -> Iterable[_Element]:
    """Return the root of each header and footer."""
    for relationship in document.rels.values():
        if relationship.reltype in {RT.HEADER, RT.FOOTER}:
            yield cast("_Element", cast("XmlPart", relationship.target_part).element)


def _margin_texts(document: DocumentPart) -> Iterable[str]:
    return (etree.tostring(root, encoding="unicode") for root in margins(document))


def _store(part: Part) -> str:
    """Return the id under which content controls know a part with custom XML."""
    for relationship in part.rels.values():
        if not relationship.is_external and (found := _STORE.search(relationship.target_part.blob)):
            return found.group(1).decode().upper()
    return ""


def _has_notes(part: Part, text: str, name: str) -> bool:
    """Keep of the notes only the separators and those that the document names, cleaned; tell whether any is left."""
    root = etree.fromstring(part.blob)
    used = set(re.findall(rf'<w:{name}Reference [^>]*w:id="(-?\d+)"', text))
    for note in root.findall(w(name)):
        if note.get(w("type")) in {None, "normal"} and note.get(w("id")) not in used:
            root.remove(note)
    clean_text(root)
    text = etree.tostring(root, encoding="unicode")
    for key in [key for key in part.rels if f'"{key}"' not in text]:
        part.rels.pop(key)
    part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return len(root) > 0
