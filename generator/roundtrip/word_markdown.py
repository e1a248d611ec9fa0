"""Turns pieces of a paragraph in Word into light Markdown, which is what an answer holds."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.roundtrip.text_blocks import Piece

_MARK = re.compile(r"\s*(?:-|1\.) ")
_ITEM = re.compile(r"\s*(?:[-*•]|\d+[.)])\s+")
_SCHEMES = ("https://", "http://", "mailto:", "tel:")
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u00ad"))


def markdown(pieces: Sequence[Piece]) -> str:
    """Return the text of pieces with bold, italics and links as light Markdown has them."""
    if not any(piece.bold or piece.italic or piece.link for piece in pieces):
        return _tidy("".join(piece.text for piece in pieces)).strip()
    return "".join(
        _link(list(group), address) for address, group in groupby(pieces, key=lambda piece: piece.link)
    ).strip()


def _link(pieces: list[Piece], address: str) -> str:
    words = "".join(
        _look("".join(piece.text for piece in group), bold=bold, italic=italic)
        for (bold, italic), group in groupby(pieces, key=lambda piece: (piece.bold, piece.italic))
    )
    if not address:
        return words
    shown = _tidy("".join(piece.text for piece in pieces)).strip()
    is_plain = shown in (
        address,
        address.removeprefix("https://"),
        address.removeprefix("http://"),
        address.removeprefix("mailto:"),
        address.removeprefix("tel:"),
    )
    return shown if is_plain else f"[{words.strip()}]({address})"


def _look(text: str, *, bold: bool, italic: bool) -> str:
    """Return a text between the signs of its look, which stand against the words."""
    text = _tidy(text)
    words = text.strip()
    if not words or not (bold or italic):
        return text
    sign = ("**" if bold else "") + ("*" if italic else "")
    head, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{head}{sign}{words}{sign[::-1]}{tail}"


def _tidy(text: str) -> str:
    return text if text.isascii() else text.translate(_UNSEEN).replace("\u00a0", " ")


def joined(paragraphs: Iterable[str]) -> str:
    """Return paragraphs and items of lists as one answer: items under each other, a blank line around the rest."""
    found = ""
    was_item = False
    for paragraph in paragraphs:
        is_item = paragraph.lstrip().startswith(("- ", "1. "))
        found += ("" if not found else "\n" if was_item and is_item else "\n\n") + paragraph
        was_item = is_item
    return found


def as_item(paragraphs: Sequence[str]) -> list[str]:
    """Return the paragraphs of an item of a list without the mark of that list, and what is below it one level up."""
    first, *rest = paragraphs or [""]
    return [_MARK.sub("", first, count=1), *(line.removeprefix("  ") for line in rest)]


def same_looks(before: Sequence[str], now: Sequence[str]) -> bool:
    """Tell whether paragraphs that say the same look the same; another program may make a whole one bold or italic."""
    return len(before) == len(now) and all(
        one == other or (one.strip("*") == other.strip("*") and other.startswith("*") and other.endswith("*"))
        for one, other in zip(map(_bare, before), map(_bare, now), strict=True)
    )


def _bare(text: str) -> str:
    """Return a paragraph without its mark, and without the slash that LibreOffice puts behind an address."""
    text = text.replace("/)", ")")
    return _ITEM.sub("", text, count=1) if _ITEM.match(text) else text
