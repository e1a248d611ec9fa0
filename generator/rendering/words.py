"""What a template may use beyond the plan itself: filters that write the Dutch way, and the visible placeholder."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator import dutch
from generator.answers.kinds import Datum
from generator.answers.shape import field_at, kind_at
from generator.page import markdown
from generator.page.ties import CHOICES, INPUT, Tie, written
from generator.source import path_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MISSING = "[nog in te vullen]"


def is_needed(key: str) -> bool:
    """Tell whether a plan for the college needs the answer with this key."""
    question = field_at(path_of(key))
    return question is not None and question.nodig is not None


def answered(key: str, titel: str | None = None) -> Markup:
    """Return the attributes that tie an element to an answer.

    Args:
        key: The key of the answer, such as `wijk.aanleiding`.
        titel: What the answer is called, where the question does not say that well.
    """
    is_day = isinstance(kind_at(path_of(key)), Datum)
    return _attributes(Tie(key, titel or _title(key), "datum" if is_day else "tekst").attributes())


def choices(key: str) -> Markup:
    """Return the attribute with the fixed choices of a question, as value and word; empty when it has none."""
    kind = kind_at(path_of(key))
    words = [(value, dutch.woord(value)) for value, _ in kind.choices] if kind else []
    return Markup(" ") + _attributes({INPUT: "keuze", CHOICES: written(words)}) if words else Markup("")


def _attributes(attributes: Mapping[str, str]) -> Markup:
    return Markup(" ").join(Markup('{}="{}"').format(name, value) for name, value in attributes.items())


@cache
def _title(key: str) -> str:
    """Return what an answer is called: the noun that says what is missing without it, else the key's own name."""
    question = field_at(path_of(key))
    if question is None:
        return key
    article, _, noun = (question.nodig or "").partition(" ")
    title = noun if article in {"de", "het"} else question.naam.replace("_", " ")
    return title[:1].upper() + title[1:]


def placeholder(label: str, key: str, what: str | None = None) -> Markup:
    """Return the visible placeholder for an answer that is not there.

    Args:
        label: The words that say that something is missing.
        key: The key of the answer, such as `wijk.aanleiding`.
        what: What is missing, for keys that have no words of their own.
    """
    return Markup('<mark class="open" {}{}>[{}: {}]</mark>').format(
        answered(key), choices(key), label, what or missing(key)
    )


def missing(key: str) -> str:
    """Return what is missing without the answer with this key, in words."""
    question = field_at(path_of(key))
    return question.nodig if question and question.nodig else key


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
