"""Picks the fonts and colours of a house style from design tokens, and makes colours dark enough to read.

It knows by which names they go: those of NL Design System first, then names with telling words in them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from tinycss2 import color4

from generator.colours import ENOUGH, WHITE, contrast, darkened, of_channels, shown
from generator.housestyle.token_files import is_dark
from generator.problems import Location, ProblemsError
from generator.word.recolour import Look

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.housestyle.token_files import Tokens


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
SAFE_FONT = "Arial"
"""Stands for `sans-serif` and the like: every Windows and macOS has it."""
_GENERIC = frozenset(
    {"serif", "sans-serif", "monospace", "cursive", "fantasy", "math", "emoji", "system-ui", "inherit"}
)
_OF_BROWSERS = ("ui-", "-apple-", "blinkmac")
_WEB_ONLY = re.compile(r" (?:Variable|VF)$", re.IGNORECASE)
"""What web fonts add to the name that Word knows the family by."""
_FAMILY = re.compile(r"\w[\w .+&’'-]{0,62}")
_T = TypeVar("_T")
_FOR_PAPER = 2.0
"""Text with less contrast on white than this was never meant for white."""


class Wanted(Struct, frozen=True):
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


def colour(text: str) -> str | None:
    """Return a colour on white paper, or None when the text is no colour or one that shows nothing."""
    found = color4.parse_color(text)
    if found is None or isinstance(found, str) or not found.alpha:
        return None
    in_srgb = found.to("srgb")
    return of_channels(*(_on_white(part, found.alpha) for part in in_srgb.coordinates))


def _on_white(part: float, alpha: float) -> float:
    return min(1.0, max(0.0, float(part or 0))) * alpha + 1 - alpha


def font(text: str) -> str | None:
    """Return the first family of a font stack, without quotes; a family that is no font becomes `SAFE_FONT`."""
    first = text.split(",")[0].strip().strip("\"'").strip()
    first = _WEB_ONLY.sub("", first)
    if first.lower() in _GENERIC or first.lower().startswith(_OF_BROWSERS):
        return SAFE_FONT
    return first if _FAMILY.fullmatch(first) else None


class Chosen(Struct, frozen=True):
    """What was found in a file of tokens."""

    look: Look
    said: tuple[str, ...]
    """What to tell: which token gives what, and which colour was made darker."""


def choose(tokens: Tokens) -> Chosen:
    """Return the fonts and colours in a file of tokens.

    Raises:
        ProblemsError: No token in it gives a font or a colour of text, headings, accents or links, or the
            colours are those of a dark scheme.
    """
    fonts = {what: _first(tokens, wanted, font) for what, wanted in FONTS.items()}
    colours = {what: _first(tokens, wanted, colour) for what, wanted in COLOURS.items()}
    body, heading_font = fonts["tekst"], fonts["koppen"]
    if not any((body, heading_font, *colours.values())):
        melding = (
            "In dit bestand staat geen token voor een lettertype of een kleur van tekst, koppen, accenten of links."
        )
        remedy = "Gebruik namen van NL Design System, zoals utrecht.document.font-family."
        raise ProblemsError.about(tokens.file, melding, remedy)
    _refuse_dark(tokens, colours["tekst"])
    said = [*_about_fonts(fonts), *_about_colours(colours)]
    ink = {what: darkened(found[1]) if found else None for what, found in colours.items()}
    accent = ink["accenten"] or ink["koppen"] or ink["links"]
    return Chosen(
        Look(
            body_font=body[1] if body else None,
            heading_font=heading_font[1] if heading_font else None,
            text=ink["tekst"],
            heading=ink["koppen"] or accent,
            accent=accent,
            link=ink["links"] or accent,
        ),
        tuple(said),
    )


def _refuse_dark(tokens: Tokens, text: tuple[str, str] | None) -> None:
    """Stop when the text is meant for a dark background: none of the colours then is meant for paper."""
    if text is not None and contrast(text[1], WHITE) < _FOR_PAPER:
        melding = f"De kleur van tekst is #{text[1]}. Die hoort bij een donkere achtergrond."
        remedy = "Kies het bestand met het lichte kleurenschema."
        raise ProblemsError.about(Location(tokens.file, sleutel=text[0]), melding, remedy)


def _first(tokens: Tokens, wanted: Wanted, read: Callable[[str], _T | None]) -> tuple[str, _T] | None:
    """Return the name and value of the most telling token that has a value of the right kind."""
    for name in wanted.candidates(tokens.raw):
        text = tokens.value(name)
        if text is not None and (found := read(text)) is not None:
            return name, found
    return None


def _about_fonts(fonts: dict[str, tuple[str, str] | None]) -> Iterator[str]:
    for what, found in fonts.items():
        if found:
            yield f"Lettertype van {what}: {found[1]} (uit {found[0]})."


def _about_colours(colours: dict[str, tuple[str, str] | None]) -> Iterator[str]:
    for what, found in colours.items():
        if found is None:
            continue
        name, colour = found
        measured = contrast(colour, WHITE)
        if measured >= ENOUGH:
            yield f"Kleur van {what}: #{colour} (uit {name})."
        else:
            yield (
                f"Kleur van {what}: #{colour} (uit {name}) is op wit slecht te lezen: het contrast is"
                f" {shown(measured)} op 1. Daarom is die donkerder gemaakt: #{darkened(colour)}."
            )
