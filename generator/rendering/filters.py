"""The filters of templates: what writes the Dutch way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from generator import dutch
from generator.page import markdown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.answers.kinds import Hoeveelheid, Moment


def _text(value: str) -> Markup:
    """Filter `tekst`: an answer with light Markdown as paragraphs and lists."""
    return Markup(markdown.to_html(str(value)))  # noqa: S704 - to_html escapes everything that was typed


def _line(value: str) -> Markup:
    """Filter `regel`: an answer with bold, italics, links and the ends of its lines, in a sentence or a cell."""
    return Markup(markdown.to_line(str(value)))  # noqa: S704 - to_line escapes everything that was typed


def _name(value: str) -> Markup:
    """Filter `naam`: an answer in a heading, a caption or a link, which holds no link of its own."""
    return Markup(markdown.to_name(str(value)))  # noqa: S704 - to_name escapes everything that was typed


def _fits_line(value: str) -> bool:
    """Filter `past_in_regel`: whether an answer is no more than one paragraph."""
    return markdown.fits_line(str(value))


@dataclass(frozen=True, slots=True)
class Punt:
    """An item of a list, as a template prints it."""

    tekst: Markup
    nummer: int | None
    """The number that was typed before it; None where it takes the next one."""


def _items(values: Iterable[str], genummerd: bool = False) -> list[Punt]:
    """Filter `punten`: answers as the items of a list, without the bullet or number that the list gives them."""
    items = markdown.to_items([str(value) for value in values], numbered=genummerd)
    return [Punt(Markup(item.html), item.number) for item in items]  # noqa: S704 - as above


def _enumeration(values: Iterable[object]) -> str:
    """Filter `opsomming`: `a, b en c`; items that have marks of their own keep them."""
    items = list(values)
    if not any(isinstance(item, Markup) for item in items):
        return dutch.opsomming(items)
    return Markup(dutch.opsomming(escape(item) for item in items))  # noqa: S704 - every item is escaped


def _date(value: Moment | date) -> str:
    """Filter `datum`: a moment at the precision that it was given, or a day in words."""
    return dutch.datum(value) if isinstance(value, date) else str(value)


def _euro(value: Hoeveelheid | int) -> str:
    """Filter `euro`: an amount as it was given, or whole euros."""
    return dutch.euro(value) if isinstance(value, int) else str(value)


def _number(value: Hoeveelheid | Decimal | int) -> str:
    """Filter `getal`: a figure as it was given, or a number."""
    return dutch.getal(value) if isinstance(value, Decimal | int) else str(value)


def _lower_first(value: str) -> str:
    """Filter `lower_first`: a title inside a sentence."""
    return value[:1].lower() + value[1:]


FILTERS: dict[str, Callable[..., object]] = {
    "tekst": _text,
    "regel": _line,
    "naam": _name,
    "past_in_regel": _fits_line,
    "punten": _items,
    "euro": _euro,
    "datum": _date,
    "getal": _number,
    "opsomming": _enumeration,
    "woord": dutch.woord,
    "telwoord": dutch.telwoord,
    "lower_first": _lower_first,
}
