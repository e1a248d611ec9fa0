"""Knows by which names design tokens go: those of NL Design System first, then names with telling words in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.housestyle.tokens.token_files import is_dark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_SAME = {
    "colors": "color",
    "colour": "color",
    "colours": "color",
    "kleur": "color",
    "families": "family",
    "headings": "heading",
    "links": "link",
    "fontfamily": "font family",
    "fontfamilies": "font family",
    "lettertype": "font family",
}
_STATES = frozenset(
    {"hover", "focus", "active", "disabled", "visited", "invalid", "selected", "pressed", "placeholder"}
    | {"warning", "error", "negative", "positive", "success", "danger", "inverse", "inverted", "on", "subtle", "muted"}
)
_OTHER_PARTS = frozenset({"background", "bg", "border", "outline", "icon", "shadow", "code", "mono", "monospace"})
_COMPONENTS = frozenset(
    {"link", "button", "heading", "title", "table", "form", "toggle", "control", "checkbox", "radio", "card", "menu"}
    | {"navigation", "nav", "sidenav", "breadcrumb", "skip", "header", "footer", "badge", "alert", "accordion"}
    | {"pagination", "tooltip", "dialog", "logo", "list", "calendar", "blockquote", "figure", "step", "steps"}
)
"""A colour of one of these says nothing about the document, unless it is what is looked for."""
_MIDDLE_OF_SCALE = frozenset({"default", "base", "main", "500", "600", "700"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """How to recognise the token for one thing."""

    ends: tuple[str, ...]
    """How its name ends, most telling first; `utrecht`, `basis` or the name of a municipality may stand before it."""
    words: tuple[frozenset[str], ...]
    """Words that its name has, where no name ends so."""

    def candidates(self, names: Iterable[str]) -> Iterator[str]:
        """Yield the names that fit, most telling first; dark schemes and states such as `hover` do not."""
        split = {name: words_of(name) for name in names if not is_dark(name)}
        for end in self.ends:
            tail = tuple(end.split())
            fitting = [name for name, own in split.items() if own[-len(tail) :] == tail and _is_plain(own, tail)]
            yield from sorted(fitting, key=lambda name: len(split[name]))
        for words in self.words:
            fitting = [name for name, own in split.items() if words <= {*own} and _is_plain(own, words)]
            yield from sorted(fitting, key=lambda name: _telling(split[name]))


def _is_plain(own: Iterable[str], wanted: Iterable[str]) -> bool:
    """Tell whether a name is about no state, part or component but the wanted one."""
    return not (_STATES | _OTHER_PARTS | _COMPONENTS) & ({*own} - {*wanted})


def words_of(name: str) -> tuple[str, ...]:
    """Return the words in the name of a token: `utrecht.heading-1.fontFamily` has five."""
    found = (word.lower() for word in _WORDS.findall(name))
    return tuple(part for word in found for part in _SAME.get(word, word).split())


def _telling(own: tuple[str, ...]) -> tuple[bool, bool, int]:
    """Sort the middle of a scale before its ends, and short names before long ones."""
    return own[-1] not in _MIDDLE_OF_SCALE, own[-1].isdigit(), len(own)


def _words(*groups: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(group.split()) for group in groups)


FONTS = {
    "tekst": Wanted(
        (
            "document font family",
            "paragraph font family",
            "text font family default",
            "body font family",
            "font family document",
            "font family body",
            "font family default",
            "font family primary",
            "font family base",
        ),
        _words("font family", "typeface"),
    ),
    "koppen": Wanted(
        ("heading 1 font family", "heading font family", "font family heading"),
        _words("font family heading", "font family title"),
    ),
}
"""For each font how to recognise its token."""

COLOURS = {
    "tekst": Wanted(
        (
            "document color",
            "paragraph color",
            "color default color document",
            "text color default",
            "text color",
            "color text",
            "color text default",
            "body color",
            "color body",
            "color document",
        ),
        _words("text color", "document color", "tekst"),
    ),
    "koppen": Wanted(
        ("heading 1 color", "heading color", "color heading", "heading 2 color"),
        _words("heading color", "title color", "kop"),
    ),
    "accenten": Wanted(
        (
            "color accent 1 color default",
            "color action 1 color default",
            "color accent",
            "accent color",
            "color accent 1",
            "color primary",
            "primary color",
            "brand primary",
            "color brand",
            "brand color",
            "color brand primary",
            "button primary action background color",
            "button background color",
        ),
        _words("primary", "accent", "brand", "action", "merk"),
    ),
    "links": Wanted(
        ("link color", "color link", "link color default", "color link default", "link text color"),
        _words("link color", "anchor color"),
    ),
}
"""For each colour how to recognise its token."""
