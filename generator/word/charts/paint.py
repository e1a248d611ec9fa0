"""The colours of a chart: those of the house style, each as light or dark as no other, for who prints in grey."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.colours import BLACK, WHITE, contrast, luminance, mixed, readable
from generator.word.styling.look import STATUS

if TYPE_CHECKING:
    from generator.page.figures import ChartData
    from generator.word.styles import Styles

VISIBLE = 3.0
"""The contrast that a graphic needs (WCAG 2.2, 1.4.11)."""
_DARKEST, _LIGHTEST = 11.0, 3.2
"""The contrast with the page of the first and of the last series."""
_STEPS = 100
_APART = 1.1
"""Greys with less contrast than this are the same in print."""


class Paint(Struct, frozen=True):
    """How one series looks; each six hexadecimal digits."""

    fill: str
    line: str
    """The line around it, which shows where it begins and ends."""
    label: str
    """The numbers on it."""


def paints(data: ChartData, styles: Styles) -> list[Paint]:
    """Return the look of each series."""
    count = len(data.series)
    if all(series.role for series in data.series):
        return _statuses([f"status.{series.role}" for series in data.series], styles)
    hues = _hues(styles)
    found = []
    for index in range(count):
        wanted = _DARKEST * (_LIGHTEST / _DARKEST) ** (index / max(count - 1, 1))
        fill = toned(hues[index % len(hues)], wanted)
        found.append(Paint(fill, styles.look.paper, readable(fill)))
    return found


def toned(colour: str, wanted: float) -> str:
    """Return a colour so much darker or lighter that its contrast with white is as wanted."""
    towards = BLACK if contrast(colour, WHITE) < wanted else WHITE
    tries = [mixed(colour, towards, share / _STEPS) for share in range(_STEPS + 1)]
    return min(tries, key=lambda found: (contrast(found, WHITE) < VISIBLE, abs(contrast(found, WHITE) - wanted)))


def _statuses(roles: list[str], styles: Styles) -> list[Paint]:
    """Return the look of each status: the colours of the words, but further apart where grey print mixes them up."""
    pairs = [(styles.ground(role), styles.ink(role)) for role in roles]
    grounds = [ground or STATUS[role][0] for role, (ground, _) in zip(roles, pairs, strict=True)]
    inks = [ink if ground else STATUS[role][1] for role, (ground, ink) in zip(roles, pairs, strict=True)]
    greys = sorted(contrast(ground, WHITE) for ground in grounds)
    if any(darker / lighter < _APART for lighter, darker in pairwise(greys)):
        wanted = [contrast(STATUS[role][0], WHITE) for role in roles]
        grounds = [_between(ground, ink, grey) for ground, ink, grey in zip(grounds, inks, wanted, strict=True)]
    return [_outlined(ground, ink, styles) for ground, ink in zip(grounds, inks, strict=True)]


def _between(ground: str, ink: str, wanted: float) -> str:
    """Return the colour from white over a background to its text that has the wanted contrast with white."""
    shares = [share / _STEPS for share in range(_STEPS + 1)]
    tries = [*(mixed(ground, WHITE, share) for share in shares), *(mixed(ink, ground, share) for share in shares)]
    return min(tries, key=lambda found: abs(contrast(found, WHITE) - wanted))


def _outlined(fill: str, ink: str, styles: Styles) -> Paint:
    """Return a look with a line that can be seen on the page, also around a light colour."""
    label = readable(fill, ink)
    line = next((found for found in (fill, label) if contrast(found, styles.look.paper) >= VISIBLE), BLACK)
    return Paint(fill, line, label)


def _hues(styles: Styles) -> list[str]:
    """Return the colours that the house style offers: of its headings, then of its theme."""
    offered = [styles.look.accent, *styles.accents()]
    return [colour for index, colour in enumerate(offered) if colour not in offered[:index] and _is_colour(colour)] or [
        styles.look.text
    ]


def _is_colour(colour: str) -> bool:
    return 0.005 < luminance(colour) < 0.9
