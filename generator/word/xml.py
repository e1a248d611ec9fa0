"""Small pieces of WordprocessingML as text, and the names they are made of."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"

NAMESPACES: dict[str | None, str] = {"w": W, "r": R, "w14": W14, "mc": MC}
"""What every main part declares."""

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


_DECLARED = re.compile(r' xmlns:([\w.-]+)="([^"]*)"')


def w(name: str) -> str:
    """Return the full name of an element or attribute of WordprocessingML."""
    return f"{{{W}}}{name}"


def text(value: str) -> str:
    """Return a value as XML text."""
    return escape(value, quote=False)


def attribute(value: str) -> str:
    """Return a value as the inside of a quoted attribute."""
    return escape(value, quote=True)


def text_run(value: str, properties: str = "") -> str:
    """Return a run with text; `properties` is what goes into its `rPr`."""
    space = ' xml:space="preserve"' if value[:1].isspace() or value[-1:].isspace() else ""
    rpr = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{rpr}<w:t{space}>{text(value)}</w:t></w:r>"


def paragraph(style: str, content: str, properties: str = "") -> str:
    """Return a paragraph; `properties` goes into its `pPr`, after the style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{attribute(style)}"/>{properties}</w:pPr>{content}</w:p>'


def field(instruction: str, shown: str) -> str:
    """Return a complex field with its cached result; `shown` is one or more runs."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {text(instruction)} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def fragment(element: _Element, known: Mapping[str | None, str]) -> str:
    """Return an element as text, without the namespaces that the document around it declares.

    Args:
        element: The element; what follows it is left out.
        known: The namespaces of that document, by prefix.
    """
    raw = etree.tostring(element, encoding="unicode", with_tail=False)
    head, end, rest = raw.partition(">")
    return _DECLARED.sub(lambda found: "" if known.get(found[1]) == found[2] else found[0], head) + end + rest
