"""Content controls: places in the document that Word helps to fill in, each tied to its answer by its tag.

The tag is the key of the answer. Where an answer is printed again, `#2` follows; where one print takes several
paragraphs of a cell, `~2` follows for the second: a block around them may not end a cell.
"""

from __future__ import annotations

import hashlib
import zlib
from typing import TYPE_CHECKING, Literal, TypeAlias

from generator.page import ties
from generator.word.xml import attribute

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.html import HtmlElement

    from generator.word.text.body import Ends

Held: TypeAlias = Literal["text", "looks", "links"]
CHECKED, UNCHECKED = "\u2611", "\u2610"
CLOSING = "</w:sdtContent></w:sdt>"
"""The end of a control."""
MAX_LENGTH = 64
"""Word takes no longer title or tag."""
_FONT = "Segoe UI Symbol"
"""A font of Windows that has both signs; the one of Word itself has no tick, only a cross, which reads as wrong."""
_DATE = (
    '<w:dateFormat w:val="d MMMM yyyy"/><w:lid w:val="nl-NL"/><w:storeMappedDataAs w:val="dateTime"/>'
    '<w:calendar w:val="gregorian"/>'
)


class Controls:
    """Makes content controls, each with an id and a tag of its own that are the same on every run."""

    def __init__(self) -> None:
        """Start without any."""
        self._used: set[int] = set()
        self._prints: dict[str, int] = {}
        self._last: HtmlElement | None = None
        self._parts = 0

    def checkbox(self, element: HtmlElement) -> str:
        """Return a checkbox; its sign and its state say the same."""
        checked = element.get("checked") is not None
        kind = (
            f'<w14:checkbox><w14:checked w14:val="{int(checked)}"/>'
            f'<w14:checkedState w14:val="2611" w14:font="{_FONT}"/>'
            f'<w14:uncheckedState w14:val="2610" w14:font="{_FONT}"/></w14:checkbox>'
        )
        sign = (
            f'<w:r><w:rPr><w:rFonts w:ascii="{_FONT}" w:eastAsia="{_FONT}" w:hAnsi="{_FONT}" w:hint="eastAsia"/>'
            f"</w:rPr><w:t>{CHECKED if checked else UNCHECKED}</w:t></w:r>"
        )
        return f"{self._opening(element, element.get('aria-label') or 'Aankruisvak', kind)}{sign}{CLOSING}"

    def ends(self, element: HtmlElement, held: Held = "looks") -> Ends:
        """Return the start and the end of the control for an answer, or for its placeholder.

        Args:
            element: Holds the answer; what it is tied to decides what Word offers.
            held: What there is in it. A control for text cannot hold looks: LibreOffice would drop them. One for a
                date or a choice cannot hold links.
        """
        tie = ties.tie_of(element)
        if tie is None:
            return "", ""
        kind = "" if held == "links" else _kind(tie, held)
        if element.tag == "mark":
            kind = f"<w:showingPlcHdr/>{kind}"
        return self._opening(element, tie.title, kind), CLOSING

    def _opening(self, element: HtmlElement, title: str, kind: str) -> str:
        tag = self._tag(element)
        return (
            f'<w:sdt><w:sdtPr><w:alias w:val="{attribute(title[:MAX_LENGTH])}"/><w:tag w:val="{attribute(tag)}"/>'
            f'<w:id w:val="{self._identify(tag)}"/>{kind}</w:sdtPr><w:sdtContent>'
        )

    def _tag(self, element: HtmlElement) -> str:
        """Return the tag of the next control for an element, unlike every tag before."""
        key = _key(element)
        if element is self._last:
            self._parts += 1
        else:
            self._last, self._parts = element, 1
            self._prints[key] = self._prints.get(key, 0) + 1
        again = f"#{self._prints[key]}" if self._prints[key] > 1 else ""
        part = f"~{self._parts}" if self._parts > 1 else ""
        return _shortened(key, MAX_LENGTH - len(again + part)) + again + part

    def _identify(self, tag: str) -> int:
        number = zlib.crc32(tag.encode()) & 0x7FFFFFFF or 1
        while number in self._used:
            number = number % 0x7FFFFFFE + 1
        self._used.add(number)
        return number


def keys_cut_short(keys: Iterable[str]) -> dict[str, str]:
    """Return, for each key that is too long for a tag, that key by every form in which a tag may hold it."""
    return {
        _shortened(key, length): key for key in keys for length in range(MAX_LENGTH - 8, min(len(key), MAX_LENGTH + 1))
    }


def _key(element: HtmlElement) -> str:
    return element.get(ties.ANSWER) or ""


def _kind(tie: ties.Tie, held: Held) -> str:
    """Return what Word offers for an answer: choices, a calendar, a line of text, or nothing special."""
    if tie.input == "keuze":
        items = "".join(
            f'<w:listItem w:displayText="{attribute(shown)}" w:value="{attribute(value)}"/>'
            for value, shown in tie.choices
        )
        return f"<w:dropDownList>{items}</w:dropDownList>"
    if tie.input == "datum":
        moment = f' w:fullDate="{attribute(tie.day)}T00:00:00Z"' if tie.day else ""
        return f"<w:date{moment}>{_DATE}</w:date>"
    return "<w:text/>" if held == "text" else ""


def _shortened(key: str, length: int) -> str:
    """Return a key that fits; what is cut off is told apart by a digest."""
    if len(key) <= length:
        return key
    return f"{key[: length - 9]}_{hashlib.sha256(key.encode()).hexdigest()[:8]}"
