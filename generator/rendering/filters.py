"""The filters of templates: what writes the Dutch way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from generator import dutch
from generator.page import markdown

if TYPE_CHECKING:
    from collections.abc import Callable


def _text(value: str) -> Markup:
    """Filter `tekst`: an answer with light Markdown as paragraphs and lists."""
    return Markup(markdown.to_html(str(value)))  # noqa: S704 - to_html escapes everything that was typed


def _lower_first(value: str) -> str:
    """Filter `lower_first`: a title inside a sentence."""
    return value[:1].lower() + value[1:]


FILTERS: dict[str, Callable[..., object]] = {
    "tekst": _text,
    "euro": dutch.euro,
    "datum": dutch.datum,
    "getal": dutch.getal,
    "opsomming": dutch.opsomming,
    "woord": dutch.woord,
    "telwoord": dutch.telwoord,
    "lower_first": _lower_first,
}
