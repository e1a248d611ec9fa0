"""Finds the place in the page of each remark about an answer, and of each open point; both writers begin with it.

A page carries its remarks in `aside.opmerkingen`, one `div` for each. The place of a remark is the first element that
shows the answer, else the heading of the part about it, else the first answer inside the group that the remark is
about, else the same for the group around it. A short document shows only part of the answers: its `aside` says so, and
remarks without a place are left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.page import ties

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

PLACE_ID = "punt-"
"""How the id begins of a place that has none from its template."""
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_EVERYTHING_ELSE = "*"
"""The group that takes what has no place anywhere else."""
_LAST_PART = re.compile(r"(?:\.[^.\[\]]+|\[\d+\])$")


class Remark(Struct, frozen=True):
    """A remark for whoever works on the document; not part of its text."""

    number: int
    """From 0, in the order of the page."""
    lines: tuple[str, ...]


def attach(body: HtmlElement) -> tuple[Remark, ...]:
    """Take the remarks out of the page, and mark the place of each.

    A row of the open points becomes a link to its place, or plain text where it is that itself.

    Returns:
        The remarks that have a place, which is all of them in a page with a heading, unless it wants no others.
    """
    keeps_rest = not any(box.get(ties.REST) == "weg" for box in body.iter("aside"))
    found = list(_taken_out(body))
    places = _Places(body, keeps_rest=keeps_rest)
    for key, point in places.points.items():
        place = places.of(key)
        if place is None or place is point:
            point.tag = "span"
        else:
            point.set("href", f"#{_identified(place, key)}")
    result: list[Remark] = []
    for key, lines in found:
        place = places.of(key)
        if place is not None:
            place.set(ties.REMARKS, f"{place.get(ties.REMARKS) or ''} {len(result)}".strip())
            result.append(Remark(len(result), lines))
    return tuple(result)


def _taken_out(body: HtmlElement) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the key and the lines of each remark, and leave none in the page."""
    for box in list(body.iter("aside")):
        if "opmerkingen" in (box.get("class") or "").split():
            for item in box.iterfind("div"):
                lines = tuple(" ".join(str(line.text_content()).split()) for line in item.iterfind("p"))
                yield item.get(ties.ABOUT) or "", lines
            box.drop_tree()


class _Places:
    """The places in a page that a remark can stand at."""

    def __init__(self, body: HtmlElement, *, keeps_rest: bool) -> None:
        """Index the first element of each answer, the heading of each part and the rows of the open points."""
        self.answers: dict[str, HtmlElement] = {}
        self.groups: dict[str, HtmlElement] = {}
        self.points: dict[str, HtmlElement] = {}
        self.first: HtmlElement | None = None
        self.keeps_rest = keeps_rest
        for element in body.iter():
            if isinstance(element.tag, str):
                self._note(element)

    def of(self, key: str) -> HtmlElement | None:
        """Return the place for a key; None in a page without a heading, or one that wants no remarks about the rest."""
        known = key
        while known:
            place = self._at(known, below=known == key)
            if place is not None:
                return place
            known = around(known)
        rest = self.points.get(key)
        if rest is not None or not self.keeps_rest:
            return rest
        return self.groups.get(_EVERYTHING_ELSE, self.first)

    def _at(self, key: str, *, below: bool) -> HtmlElement | None:
        for known in (self.answers, self.groups):
            if key in known:
                return known[key]
        starts = (f"{key}.", f"{key}[")
        inside = (place for other, place in self.answers.items() if other.startswith(starts))
        return next(inside, None) if below else None

    def _note(self, element: HtmlElement) -> None:
        if element.tag in HEADINGS and self.first is None:
            self.first = element
        if key := element.get(ties.ANSWER):
            self.answers.setdefault(key, element)
        if key := element.get(ties.POINT):
            self.points.setdefault(key, element)
        if keys := (element.get(ties.GROUPS) or "").split():
            heading = next(element.iter(*HEADINGS), None)
            self.groups |= {key: heading for key in keys if heading is not None and key not in self.groups}


def around(key: str) -> str:
    """Return the key of the group around a key; empty when there is none."""
    shorter = _LAST_PART.sub("", key)
    return shorter if shorter != key else ""


def _identified(place: HtmlElement, key: str) -> str:
    """Return the id of a place; it gets one where it has none."""
    if not place.get("id"):
        place.set("id", f"{PLACE_ID}{re.sub(r'[^a-z0-9]+', '-', key).strip('-')}")
    return str(place.get("id"))
