"""The names of WordprocessingML and its neighbours, small readers of elements, and small pieces of it as text."""

from __future__ import annotations

import re
from functools import cache
from html import escape
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from lxml.etree import _Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
VML = "urn:schemas-microsoft-com:vml"

etree.register_namespace("w14", W14)

NAMESPACES: dict[str | None, str] = {"w": W, "r": R, "w14": W14, "mc": MC}
"""What every main part declares."""

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_DECLARED = re.compile(r' xmlns:([\w.-]+)="([^"]*)"')
_OFF = frozenset({"0", "false", "off", "none"})
_NUMBER = re.compile(r"[+-]?[0-9]{1,10}(?:\.[0-9]{0,40})?")
_MEASURE = re.compile(r"\s*+(-?[0-9]{1,10}(?:\.[0-9]{1,40})?)\s*+(mm|cm|in|pt|pc|pi)?\s*+")
_UNITS = {"mm": 1440 / 25.4, "cm": 1440 / 2.54, "in": 1440, "pt": 20, "pc": 240, "pi": 240, None: 1}


def _names(uri: str) -> Callable[[str], str]:
    """Return what gives the full name of an element or attribute in a namespace."""

    @cache
    def full(name: str) -> str:
        return f"{{{uri}}}{name}"

    return full


w = _names(W)
r = _names(R)
a = _names(A)
mc = _names(MC)
vml = _names(VML)
wp = _names("http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing")
wps = _names("http://schemas.microsoft.com/office/word/2010/wordprocessingShape")

VAL = w("val")
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
"""Says whether the spaces around a text are kept."""


def value(element: _Element | None, attribute: str = VAL) -> str:
    """Return an attribute of an element, empty when either is not there."""
    return "" if element is None else str(element.get(attribute, ""))


def child_at(element: _Element | None, path: str) -> _Element | None:
    """Return the first element at a path of names such as `pPr/pStyle`."""
    if element is None:
        return None
    for tag in _steps(path):
        for child in element:  # three times as fast as `find`, and this is where reading spends its time
            if child.tag == tag:
                element = child
                break
        else:
            return None
    return element


def value_at(element: _Element | None, path: str) -> str:
    """Return `w:val` of the first element at a path of names such as `pPr/pStyle`."""
    return value(child_at(element, path))


@cache
def _steps(path: str) -> tuple[str, ...]:
    return tuple(map(w, path.split("/")))


def is_on(element: _Element | None) -> bool:
    """Tell whether a switch such as `w:b` is there and not switched off."""
    return element is not None and value(element).lower() not in _OFF


def number(text: str | None) -> int | None:
    """Return a whole number, rounded where decimals stand behind it; None for what no document can mean.

    Every number of somebody else's file is read here or by `twips`: neither fails, whatever stands there.
    """
    found = (text or "").strip()
    return round(float(found)) if _NUMBER.fullmatch(found) else None


def twips(text: str | None) -> int | None:
    """Return a measure in the unit that is meant when none is named; None for what is no measure."""
    found = _MEASURE.fullmatch(text or "")
    return round(float(found.group(1)) * _UNITS[found.group(2)]) if found else None


def local_name(element: _Element) -> str:
    """Return the name of an element without its namespace; empty for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def elements(parent: _Element) -> Iterator[_Element]:
    """Return the child elements, without comments."""
    return (child for child in parent if isinstance(child.tag, str))


def remove(element: _Element) -> None:
    """Take an element out of its parent."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrap(element: _Element) -> None:
    """Put what is in an element in its place."""
    if element.getparent() is not None:
        for item in list(element):
            element.addprevious(item)
        remove(element)


def text(value: str) -> str:
    """Return a value as XML text."""
    return escape(value, quote=False)


def attribute(value: str) -> str:
    """Return a value as the inside of a quoted attribute."""
    return escape(value, quote=True)


def text_run(value: str, properties: str = "") -> str:
    """Return a run with text; `properties` is its `rPr`."""
    space = ' xml:space="preserve"' if value[:1].isspace() or value[-1:].isspace() else ""
    return f"<w:r>{properties}<w:t{space}>{text(value)}</w:t></w:r>"


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
