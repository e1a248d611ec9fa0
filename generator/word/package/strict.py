"""Turns Strict Open XML into the transitional kind that Word writes by default: names, and values that differ."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.word.xml import W, w

if TYPE_CHECKING:
    from lxml.etree import _Element

_STRICT = b"http://purl.oclc.org/ooxml/"
_NAME = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)((?:/\w+)*)")
_RENAMED = {
    b"/extendedProperties": b"/extended-properties",
    b"/customProperties": b"/custom-properties",
    b"/relationships/extendedProperties": b"/relationships/extended-properties",
    b"/relationships/customProperties": b"/relationships/custom-properties",
}
_MEASURE = re.compile(r"(-?\d{0,9}\.?\d{1,9})(mm|cm|in|pt|pc|pi)")
_PERCENTAGE = re.compile(r"(-?\d{1,9}(?:\.\d{1,9})?)%")
_POINTS = {"pt": 1.0, "pc": 12.0, "pi": 12.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4}
HAS_MEASURES = re.compile(rb'="-?[\d.]+(?:mm|cm|in|pt|pc|pi|%)"')
"""Finds XML with values in units, which the transitional kind allows as well but few readers know."""

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/"
_CHART = f"{_DRAWING}chart"
_TWIP, _HALF_POINT, _EMU = 20, 2, 12700
"""How many go into a point."""
_HALF_POINTS = frozenset(map(w, ("sz", "szCs", "kern", "position", "hps", "hpsRaise", "hpsBaseText")))
_VALUES = _HALF_POINTS | frozenset(
    map(w, ("spacing", "trHeight", "fitText", "defaultTabStop", "hyphenationZone", "drawingGridHorizontalSpacing",
            "drawingGridVerticalSpacing", "drawingGridHorizontalOrigin", "drawingGridVerticalOrigin", "w",
            "summaryLength"))
)  # fmt: skip
"""Elements of which `w:val` is a measure and never a text."""
_TEXTS = frozenset(map(w, ("name", "title", "tooltip", "author", "initials", "styleId", "anchor")))
_WIDTHS = frozenset(
    map(
        w,
        (
            "tblW",
            "tcW",
            "tblInd",
            "tblCellSpacing",
            "wBefore",
            "wAfter",
            "top",
            "left",
            "bottom",
            "right",
            "start",
            "end",
        ),
    )
)
_SIDES = frozenset(map(w, ("tblBorders", "tcBorders", "tblCellMar", "tcMar")))
_RENAMED_ELEMENTS = {w("start"): w("left"), w("end"): w("right")}
_RENAMED_INDENTS = {
    w("start"): w("left"),
    w("end"): w("right"),
    w("startChars"): w("leftChars"),
    w("endChars"): w("rightChars"),
}
_RENAMED_VALUES = {
    w("jc"): {"start": "left", "end": "right"},
    w("lvlJc"): {"start": "left", "end": "right"},
    w("tab"): {"start": "left", "end": "right"},
    w("textDirection"): {
        "tb": "lrTb", "rl": "tbRl", "lr": "btLr", "tbV": "lrTbV", "rlV": "tbRlV", "lrV": "tbLrV",
    },
}  # fmt: skip


def is_strict(data: bytes) -> bool:
    """Tell whether a part uses the names of Strict Open XML."""
    return _STRICT in data


def transitional_names(data: bytes) -> bytes:
    """Return a part with the namespaces and relationship types of transitional Open XML."""
    return _NAME.sub(_transitional, data) if _STRICT in data else data


def _transitional(found: re.Match[bytes]) -> bytes:
    rest = _RENAMED.get(found[2], found[2])
    return (
        b"http://schemas.openxmlformats.org/"
        + found[1]
        + (b"/2006" + rest if found[1] == b"officeDocument" else rest.replace(b"/", b"/2006/", 1))
    )


def transitional_values(root: _Element) -> None:
    """Give the values in a part the form that transitional Open XML has for them."""
    root.attrib.pop(w("conformance"), None)
    for element in root.iter("*"):
        tag = str(element.tag)
        space = tag[1:].partition("}")[0]
        if space == W:
            _translate_word(element, tag)
        elif space.startswith(_DRAWING):
            _translate_drawing(element, space)


def _translate_word(element: _Element, tag: str) -> None:
    parent = element.getparent()
    if tag in _RENAMED_ELEMENTS and parent is not None and str(parent.tag) in _SIDES:
        element.tag = _RENAMED_ELEMENTS[tag]
    elif tag == w("ind"):
        for old, new in _RENAMED_INDENTS.items():
            if old in element.attrib:
                element.set(new, element.attrib.pop(old))
    if (values := _RENAMED_VALUES.get(tag)) and (value := element.get(w("val"))) in values:
        element.set(w("val"), values[str(value)])
    for name, value in element.attrib.items():
        element.set(name, _word_value(tag, str(name), str(value)))


def _word_value(tag: str, name: str, value: str) -> str:
    if name in _TEXTS or (name == w("val") and tag not in _VALUES):
        return value
    if found := _MEASURE.fullmatch(value):
        return _scaled(found, _HALF_POINT if tag in _HALF_POINTS and name == w("val") else _TWIP)
    if found := _PERCENTAGE.fullmatch(value):
        return str(round(float(found[1]) * (50 if tag in _WIDTHS and name == w("w") else 1)))
    return value


def _translate_drawing(element: _Element, space: str) -> None:
    for name, value in element.attrib.items():
        if str(name) in {"name", "descr", "title"}:
            continue
        if found := _MEASURE.fullmatch(str(value)):
            element.set(name, _scaled(found, _EMU))
        elif found := _PERCENTAGE.fullmatch(str(value)):
            element.set(name, str(round(float(found[1]) * (1 if space == _CHART else 1000))))


def _scaled(found: re.Match[str], per_point: int) -> str:
    return str(round(float(found[1]) * _POINTS[found[2]] * per_point))
