"""The colours and fonts of the web page: those of the house style, by day and by night, each to be read on its ground.

The style sheet names no colour itself: it asks for variables, which are made here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from msgspec import Struct, field

from generator.colours import BLACK, ENOUGH, WHITE, channels, contrast, luminance, mixed, readable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.word.opened_house_style import WordFile
    from generator.word.options import Options

STATUSES = ("op_orde", "deels", "niet", "onbekend")
_OPEN, _MILESTONE = ("FFF3A3", "4A3C00"), ("F2B84B", "3D2900")
_STEPS = 50
_DARK = 0.18
"""Paper that is darker than this is a page for the night already."""
_NIGHT = "0F1315"
_HEADS = (0.16, 0.1, 0.05, 0.0)
"""How much of the accent the first row of a table has: less where its letters would not be read."""
_AT_NIGHT = {"op_orde": 1.9, "deels": 3.2, "niet": 2.4, "onbekend": 1.5}
"""The contrast of the ground of each status with the page at night: no two are as light."""
_OF_SERIES = (9.0, 3.6, 6.0, 3.1, 7.4, 4.6)
"""The contrast of each colour of a chart with the page: two that follow each other differ most."""
_SERIF = frozenset(
    (
        *("book antiqua", "bookman old style", "cambria", "century", "constantia", "garamond", "georgia", "palatino"),
        *("palatino linotype", "rockwell", "source serif", "times new roman"),
    )
)
_FONT = re.compile(r"[\w.-]+(?: [\w.-]+)*")


class Appearance(Struct, frozen=True):
    """How a house style looks; each colour six hexadecimal digits. By itself that of the neutral one."""

    paper: str = WHITE
    text: str = "1F2933"
    accent: str = "1F4E5F"
    """The colour of headings."""
    link: str = "0B5A83"
    font: str = "Arial"
    heading_font: str = "Arial"
    statuses: Mapping[str, tuple[str, str]] = field(
        default_factory=lambda: {
            "op_orde": ("D3EEDB", "12472A"),
            "deels": ("F5C27A", "3D2900"),
            "niet": ("F8D4D2", "6E1414"),
            "onbekend": ("E3E5E8", "3A3F45"),
        }
    )
    """The ground and the letters of each."""
    series: tuple[str, ...] = ("1A414F", "0A5176", "426541", "946219", "B76767", "88919A")
    """The colours of a chart, in turn."""


def appearance_of(word_file: WordFile, options: Options | None = None) -> Appearance:
    """Return how the Word file of a house style looks."""
    from generator.page.figures import ChartData, Series
    from generator.word.charts.paint import paints
    from generator.word.styles import Styles

    opened = word_file.house_style()
    styles = Styles(opened.styles, numbering=opened.numbering, theme=opened.theme, body=opened.body, options=options)
    look, text, heading = styles.look, styles.of("p"), styles.of("h1")
    chart = ChartData("kolom", "", "", ("",), tuple(Series(str(number), (1,)) for number in range(len(_OF_SERIES))))
    usual = Appearance()
    statuses = {name: (styles.ground(f"status.{name}"), styles.ink(f"status.{name}")) for name in STATUSES}
    return Appearance(
        paper=look.paper,
        text=look.text,
        accent=look.accent,
        link=styles.ink("a") or look.link,
        font=styles.font_of(text or "") or usual.font,
        heading_font=styles.font_of(heading or "") or usual.heading_font,
        statuses={name: pair if pair[0] else usual.statuses[name] for name, pair in statuses.items()},
        series=tuple(paint.fill for paint in paints(chart, styles)),
    )


def style_of(look: Appearance) -> str:
    """Return the variables of the style sheet: for the day, for the night, and on paper always for the day."""
    day, night = _rule(colours(look, "dag")), _rule(colours(look, "nacht"))
    fonts = f"--letter: {_fonts(look.font)}; --kopletter: {_fonts(look.heading_font)};"
    return (
        f":root {{ color-scheme: light; {fonts} {day} }}\n"
        f"@media screen and (prefers-color-scheme: dark) {{ :root {{ color-scheme: dark; {night} }} }}\n"
    )


def colours(look: Appearance, moment: Literal["dag", "nacht"]) -> dict[str, str]:
    """Return each variable with its colour.

    Args:
        look: The house style.
        moment: By day its own colours; at night the same ones, on a dark page.
    """
    is_night = moment == "nacht" and luminance(look.paper) > _DARK
    paper = mixed(look.accent, _NIGHT, 0.1) if is_night else look.paper
    accent = at_contrast(look.accent, paper, 9) if is_night else look.accent
    heads = (mixed(accent, paper, share) for share in _HEADS)
    head = next(shade for shade in heads if contrast(shade, readable(paper)) >= ENOUGH)
    tint = mixed(head, paper, 0.45)
    text = mixed(WHITE, paper, 0.88) if is_night else look.text
    link = at_contrast(look.link, paper, 8) if is_night else look.link
    found = {
        "papier": paper,
        "tint": tint,
        "kop": head,
        "lijn": mixed(accent, paper, 0.4),
        "inkt": legible(text, paper, tint, head),
        "accent": legible(accent, paper, tint, head),
        "link": legible(link, paper, tint, head),
        "grijs": legible(mixed(text, paper, 0.75), paper, tint, head),
    }
    found["op-accent"] = readable(found["accent"], paper)
    for name, pair in (*_statuses(look, paper, is_night=is_night), ("open", _OPEN), ("mijlpaal", _MILESTONE)):
        ground, ink = pair[::-1] if is_night and name == "open" else pair
        found |= {name: ground, f"{name}-tekst": legible(ink, ground)}
    for number, wanted in enumerate(_OF_SERIES, 1):
        colour = at_contrast(look.series[(number - 1) % len(look.series)], paper, wanted)
        found |= {f"reeks-{number}": colour, f"op-reeks-{number}": readable(colour)}
    return found


def _statuses(look: Appearance, paper: str, *, is_night: bool) -> Iterator[tuple[str, tuple[str, str]]]:
    for name, (ground, ink) in look.statuses.items():
        if not is_night:
            yield name, (ground, ink)
            continue
        base = max((ground, ink), key=_colourfulness)
        darker = at_contrast(base, paper, _AT_NIGHT[name])
        yield name, (darker, mixed(base, WHITE, 0.15))


def _colourfulness(colour: str) -> float:
    return max(channels(colour)) - min(channels(colour))


def legible(colour: str, *grounds: str) -> str:
    """Return a colour as it is where it can be read on each ground, else the nearest to black or white that can."""
    towards = readable(grounds[0])
    tries = (mixed(colour, towards, share / _STEPS) for share in range(_STEPS, -1, -1))
    readings = (found for found in tries if all(contrast(found, ground) >= ENOUGH for ground in grounds))
    return next(readings, towards)


def at_contrast(colour: str, ground: str, wanted: float) -> str:
    """Return a colour so much lighter or darker that it has a contrast with a ground."""
    shares = [share / _STEPS for share in range(_STEPS + 1)]
    tries = [mixed(colour, towards, share) for towards in (BLACK, WHITE) for share in shares]
    return min(tries, key=lambda found: abs(contrast(found, ground) - wanted))


def _rule(found: Mapping[str, str]) -> str:
    return " ".join(f"--{name}: #{colour.lower()};" for name, colour in found.items())


def _fonts(name: str) -> str:
    """Return a font and those that stand in where a reader does not have it; a name that is no name is left out."""
    usual = 'Georgia, "Times New Roman", serif' if name.casefold() in _SERIF else 'Arial, "Liberation Sans", sans-serif'
    return f'"{name}", {usual}' if _FONT.fullmatch(name) else usual
