"""A drawing in plain colours without outlines, with edges as smooth as print: for the pictures of the full example."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont

if TYPE_CHECKING:
    from collections.abc import Iterable

INK = "#1f2933"
COLOURS = 128
_FINER = 3
"""Everything is drawn so much larger and then made smaller, which makes slanting edges smooth."""
Point = tuple[float, float]


class Canvas:
    """A drawing in whole units of one pixel, whatever it is drawn in."""

    def __init__(self, width: int, height: int, paper: str) -> None:
        """Start with empty paper."""
        self.width, self.height = width, height
        self.image = Image.new("RGB", (width * _FINER, height * _FINER), paper)
        self._pen = ImageDraw.Draw(self.image)

    def area(self, points: Iterable[Point], colour: str) -> None:
        """Fill what lies between some points."""
        self._pen.polygon(_larger(points), fill=colour)

    def box(self, left: float, top: float, width: float, height: float, colour: str) -> None:
        """Fill a rectangle."""
        self.area([(left, top), (left + width, top), (left + width, top + height), (left, top + height)], colour)

    def disc(self, x: float, y: float, radius: float, colour: str) -> None:
        """Fill a circle."""
        self._pen.ellipse(_larger([(x - radius, y - radius), (x + radius, y + radius)]), fill=colour)

    def line(self, points: Iterable[Point], colour: str, width: float) -> None:
        """Draw a line with rounded corners and ends."""
        drawn = list(points)
        self._pen.line(_larger(drawn), fill=colour, width=round(width * _FINER), joint="curve")
        for x, y in (drawn[0], drawn[-1]):
            self.disc(x, y, width / 2, colour)

    def dashes(self, points: list[Point], colour: str, width: float, dash: float) -> None:
        """Draw a line in dashes, with gaps as long as they are."""
        for (x, y), (to_x, to_y) in pairwise(points):
            length = max(((to_x - x) ** 2 + (to_y - y) ** 2) ** 0.5, 1)
            step_x, step_y = (to_x - x) / length, (to_y - y) / length
            for at in range(0, int(length), int(dash * 2)):
                end = min(at + dash, length)
                self.line([(x + step_x * at, y + step_y * at), (x + step_x * end, y + step_y * end)], colour, width)

    def words(self, text: str, x: float, y: float, size: int, colour: str = INK, *, halo: str = "") -> None:
        """Write a text from a point on its left; a halo in another colour keeps it apart from what lies below."""
        font, around = ImageFont.load_default(size * _FINER), 4 * _FINER if halo else 0
        place = x * _FINER, y * _FINER
        self._pen.text(place, text, colour, font, anchor="lm", stroke_width=around, stroke_fill=halo or None)

    def finished(self) -> Image.Image:
        """Return the drawing in few colours."""
        small = self.image.resize((self.width, self.height), Image.Resampling.LANCZOS)
        return small.quantize(COLOURS, dither=Image.Dither.NONE)


def _larger(points: Iterable[Point]) -> list[Point]:
    return [(x * _FINER, y * _FINER) for x, y in points]
