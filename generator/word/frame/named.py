"""Finds the place that somebody marked for the plan: a placeholder, a content control or a bookmark."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.suggestions import did_you_mean
from generator.word.faults import HouseStyleError
from generator.word.frame.looking import own_text
from generator.word.xml import w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

NAME = "inhoud"
OTHER_PLACES = ("vervang", "na_voorblad", "na_inhoud")
"""What a house style can ask for instead of a bookmark."""
_ALONE = re.compile(r"\s*\{\{-?\s*inhoud\s*-?\}\}\s*")
_ANYWHERE = re.compile(r"\{\{-?\s*inhoud\s*-?\}\}")
_NOT_INSIDE = {w("tbl"): "een tabel", w("txbxContent"): "een tekstvak"}


class NoSuchPlaceError(HouseStyleError):
    """The bookmark that the house style asks for is not there."""


def find_named(body: _Element, wish: str | None) -> tuple[int, int] | None:
    """Return the blocks that the plan replaces: the index of the first, and the index past the last.

    Args:
        body: The body; a content control around the place is taken away, its content stays.
        wish: The name of a bookmark that must be there; None looks for the usual marks.

    Raises:
        HouseStyleError: The place is not there, is there twice, or stands where no plan fits.
    """
    if wish is not None:
        found = list(_bookmarks(body, wish))
        if not found:
            remedy = did_you_mean(wish, [*OTHER_PLACES, *_names(body)]) or "Maak de bladwijzer in Word."
            raise NoSuchPlaceError(f"De bladwijzer “{wish}” staat niet in dit Word-bestand.", remedy)
        return _range(body, found)
    for places in (_placeholders(body), _controls(body), _bookmarks(body, NAME)):
        found = list(places)
        if found:
            return _range(body, found)
    return None


def _names(body: _Element) -> list[str]:
    """Return the names of the bookmarks that somebody made; Word's own start with an underscore."""
    names = (mark.get(w("name"), "") for mark in body.iter(w("bookmarkStart")))
    return [name for name in names if name and not name.startswith("_")]


def _fault(melding: str, oplossing: str) -> HouseStyleError:
    return HouseStyleError(melding, oplossing)


def _range(body: _Element, found: list[tuple[_Element, _Element]]) -> tuple[int, int]:
    if len(found) > 1:
        raise _fault("De plaats voor het plan staat er meer dan één keer in.", "Laat er één staan.")
    first, last = (_block_of(body, item) for item in found[0])
    return body.index(first), body.index(last) + 1


def _placeholders(body: _Element) -> Iterator[tuple[_Element, _Element]]:
    for paragraph in body.iter(w("p")):
        text = own_text(paragraph)
        if _ALONE.fullmatch(text):
            yield paragraph, paragraph
        elif _ANYWHERE.search(text):
            melding = f"{{{{ inhoud }}}} staat tussen andere tekst: “{text.strip()[:60]}”."
            raise _fault(melding, "Zet {{ inhoud }} in een eigen alinea, zonder andere tekst.")


def _controls(body: _Element) -> Iterator[tuple[_Element, _Element]]:
    for control in body.iter(w("sdt")):
        properties = control.find(w("sdtPr"))
        names = [] if properties is None else [properties.find(w("alias")), properties.find(w("tag"))]
        if any(item is not None and item.get(w("val"), "").strip().casefold() == NAME for item in names):
            yield control, control


def _bookmarks(body: _Element, name: str) -> Iterator[tuple[_Element, _Element]]:
    ends = {item.get(w("id")): item for item in body.iter(w("bookmarkEnd"))}
    for start in body.iter(w("bookmarkStart")):
        if start.get(w("name"), "").casefold() == name.casefold():
            yield start, ends.get(start.get(w("id")), start)


def _block_of(body: _Element, item: _Element) -> _Element:
    """Return the block of the body that holds an item, and take away content controls around that block."""
    current = item
    while (parent := current.getparent()) is not None and parent is not body:
        if parent.tag in _NOT_INSIDE:
            melding = f"De plaats voor het plan staat in {_NOT_INSIDE[parent.tag]}. Daar past geen plan in."
            raise _fault(melding, "Zet {{ inhoud }} in een eigen alinea, buiten tabellen en tekstvakken.")
        if parent.tag == w("sdtContent") and current.tag in {w("p"), w("tbl"), w("sdt")}:
            control = parent.getparent()
            if control is not None:
                _unwrap(control, parent)
                continue
        current = parent
    return current


def _unwrap(control: _Element, content: _Element) -> None:
    outer = control.getparent()
    if outer is None:
        return
    for child in list(content):
        control.addprevious(child)
    outer.remove(control)
