"""Reads the XML of a part safely (no network, no entities, no DTD) and writes it back."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from lxml import etree

from generator import limits
from generator.problems import HERE, ProblemsError

if TYPE_CHECKING:
    from lxml.etree import _Element


_PROLOG = re.compile(rb"\s*+(?:(?><\?.*?\?>|<!--.*?-->)\s*+)*+<!DOCTYPE", re.DOTALL)
"""Never tries again what it matched: a prolog of a thousand instructions takes no longer than reading it."""
_DECLARATION = re.compile(r"\A\s*+<\?xml\s.*?\?>", re.DOTALL)
_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)


def looks_like_xml(name: str) -> bool:
    """Tell by its name whether an entry is a part of XML."""
    return name.lower().endswith((".xml", ".rels", ".vml"))


def as_utf8(data: bytes) -> bytes:
    """Return XML of Unicode in another width, or with a byte order mark, as plain UTF-8."""
    for start, encoding in _WIDE:
        if data.startswith(start):
            text = data.decode(encoding, "replace")
            return _DECLARATION.sub("", text, count=1).encode("utf-8", "replace")
    return data.removeprefix(codecs.BOM_UTF8)


def has_doctype(data: bytes) -> bool:
    """Tell whether XML in UTF-8 has a document type, in which entities are declared."""
    return _PROLOG.match(data) is not None


def has_too_many_nodes(data: bytes) -> bool:
    """Tell whether XML alone has more elements and attributes than all parts together may have."""
    return len(data) > limits.NODES and count_nodes(data) > limits.NODES


def count_nodes(data: bytes) -> int:
    """Return an upper bound of the elements and attributes in XML, without parsing it."""
    return data.count(b"<") - data.count(b"</") + data.count(b"=")


def parse(data: bytes) -> _Element:
    """Return the root of XML.

    Raises:
        etree.XMLSyntaxError: The XML is not well-formed.
        ProblemsError: The XML has a document type.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.doctype:
        raise with_doctype()
    return root


def serialise(root: _Element) -> bytes:
    """Return an element as a part of XML."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def with_doctype() -> ProblemsError:
    """Return the refusal of XML with a document type, which Word never writes."""
    return ProblemsError.about(
        HERE,
        "In dit bestand staat code die niet in een Word-bestand hoort (DOCTYPE).",
        "Gebruik dit bestand niet, tenzij je weet wie het maakte. Vraag om het bestand uit de bron.",
    )
