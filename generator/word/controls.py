"""Content controls: places in the document that Word helps to fill in."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from generator.word.xml import attribute

if TYPE_CHECKING:
    from lxml.html import HtmlElement

CHECKED, UNCHECKED = "\u2612", "\u2610"
_FONT = "MS Gothic"
"""Word's own font for the sign of a checkbox."""


class Controls:
    """Makes content controls, each with an id of its own that is the same on every run."""

    def __init__(self) -> None:
        """Start without any."""
        self._used: set[int] = set()

    def checkbox(self, element: HtmlElement) -> str:
        """Return a checkbox; its sign and its state say the same."""
        checked = element.get("checked") is not None
        key = element.get("data-antwoord") or ""
        title = element.get("aria-label") or "Aankruisvak"
        sign = CHECKED if checked else UNCHECKED
        return (
            f'<w:sdt><w:sdtPr><w:alias w:val="{attribute(title)}"/><w:tag w:val="{attribute(key[:64])}"/>'
            f'<w:id w:val="{self._identify(key)}"/><w14:checkbox><w14:checked w14:val="{int(checked)}"/>'
            f'<w14:checkedState w14:val="2612" w14:font="{_FONT}"/>'
            f'<w14:uncheckedState w14:val="2610" w14:font="{_FONT}"/></w14:checkbox></w:sdtPr><w:sdtContent>'
            f'<w:r><w:rPr><w:rFonts w:ascii="{_FONT}" w:eastAsia="{_FONT}" w:hAnsi="{_FONT}" w:hint="eastAsia"/>'
            f"</w:rPr><w:t>{sign}</w:t></w:r></w:sdtContent></w:sdt>"
        )

    def _identify(self, key: str) -> int:
        number = zlib.crc32(key.encode()) & 0x7FFFFFFF or 1
        while number in self._used:
            number = number % 0x7FFFFFFE + 1
        self._used.add(number)
        return number
