"""The filters of templates: what writes the Dutch way."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator import dutch
from generator.page import markdown

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.answers.kinds import Moment


def _text(value: str) -> Markup:
    """Filter `tekst`: an answer with light Markdown as paragraphs and lists."""
    return Markup(markdown.to_html(str(value)))  # noqa: S704 - to_html escapes everything that was typed


def _date(value: Moment | date) -> str:
    """Filter `datum`: a moment at the precision that it was given, or a day in words."""
    return dutch.datum(value) if isinstance(value, date) else str(value)


def _lower_first(value: str) -> str:
    """Filter `lower_first`: a title inside a sentence."""
    return value[:1].lower() + value[1:]


FILTERS: dict[str, Callable[..., object]] = {
    "tekst": _text,
    "euro": dutch.euro,
    "datum": _date,
    "getal": dutch.getal,
    "opsomming": dutch.opsomming,
    "woord": dutch.woord,
    "telwoord": dutch.telwoord,
    "lower_first": _lower_first,
}
