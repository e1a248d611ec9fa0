"""Picks the fonts and colours of a house style from tokens, and makes colours dark enough to read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from tinycss2 import color4

from generator.colours import ENOUGH, WHITE, contrast, darkened, of_channels, shown
from generator.housestyle.tokens.token_names import COLOURS, FONTS
from generator.problems import Location, ProblemsError
from generator.word.recolour import Look

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.housestyle.tokens.token_files import Tokens
    from generator.housestyle.tokens.token_names import Wanted

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


@dataclass(frozen=True, slots=True)
class Chosen:
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
