"""The names of WordprocessingML and its neighbours, and small readers of elements."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
A_NS = "http://schemas.openxmlformats.org/drawingml/2006/main"
MC_NS = "http://schemas.openxmlformats.org/markup-compatibility/2006"
OFFICE_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
VML = "{urn:schemas-microsoft-com:vml}"
DC_TITLE = "{http://purl.org/dc/elements/1.1/}title"
MC = f"{{{MC_NS}}}"
A = f"{{{A_NS}}}"

MAIN_PART = "word/document.xml"
CORE_PART = "docProps/core.xml"
STYLES_PART = "word/styles.xml"

_OFF = frozenset({"0", "false", "off", "none"})


@cache
def w(name: str) -> str:
    """Return the full name of an element or attribute of WordprocessingML."""
    return f"{{{W_NS}}}{name}"


VAL = w("val")


def value(element: _Element | None, attribute: str = VAL) -> str:
    """Return an attribute of an element, empty when either is not there."""
    return "" if element is None else str(element.get(attribute, ""))


def value_at(element: _Element | None, path: str) -> str:
    """Return `w:val` of the first element at a path of names such as `pPr/pStyle`."""
    return value(child_at(element, path))


def child_at(element: _Element | None, path: str) -> _Element | None:
    """Return the first element at a path of names such as `pPr/pStyle`."""
    return None if element is None else element.find(_full(path))


@cache
def _full(path: str) -> str:
    return "/".join(map(w, path.split("/")))


def is_on(element: _Element | None) -> bool:
    """Tell whether a switch such as `w:b` is there and not switched off."""
    return element is not None and value(element).lower() not in _OFF


def number(text: str) -> int | None:
    """Return a whole number, or None where there is none."""
    try:
        return int(text)
    except ValueError:
        return None


def local_name(element: _Element) -> str:
    """Return the name of an element without its namespace; empty for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def elements(parent: _Element) -> Iterator[_Element]:
    """Return the child elements, without comments."""
    return (child for child in parent if isinstance(child.tag, str))
