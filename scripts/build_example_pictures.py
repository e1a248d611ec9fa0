"""Draws the pictures of the full example: a logo, a picture for the cover, a map and two street views.

The municipality and the neighbourhood do not exist, so there is nothing to photograph. Run it with
`.venv/bin/python -m scripts.build_example_pictures`; it needs Pillow, and draws the same picture every time.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from scripts.canvas import INK, Canvas

if TYPE_CHECKING:
    from collections.abc import Callable

    from PIL import Image

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "examples" / "molenkwartier" / "beeld"
GREY, ACCENT, LINE = "#52606d", "#1f4e5f", "#b5c7ce"
SKY, WATER, GREEN, LEAF, SAND, OCHRE, BRICK = (
    "#dce9ed",
    "#a9cbd6",
    "#cfe0c8",
    "#5b8c5a",
    "#f6eddb",
    "#b7791f",
    "#a8674b",
)
GLASS, LIGHT, DARK, WHITE = "#eaf3f6", "#f4e3bd", "#163a47", "#ffffff"
LAND, PAVING, JOINT, SHOP = "#f3f1ec", "#e3ddcf", "#d2cab8", "#d69b3a"


def logo() -> Image.Image:
    """Return the arms of a municipality that is called after alders and a brook, with its name."""
    at = Canvas(740, 260, WHITE)
    at.area([(40, 30), (220, 30), (220, 140), (205, 185), (130, 232), (55, 185), (40, 140)], ACCENT)
    at.box(124, 110, 12, 50, SAND)
    for x, y, radius in ((130, 82, 34), (102, 104, 26), (158, 104, 26)):
        at.disc(x, y, radius, "#8fb98c")
    for top in (160, 184):
        at.line([(62 + step * 17, top + (8 if step % 2 else 0)) for step in range(9)], WATER, 8)
    at.words("gemeente", 266, 86, 44, GREY)
    at.words("Elzenbeek", 262, 156, 96, ACCENT)
    return at.finished()


def cover() -> Image.Image:
    """Return the neighbourhood from across the canal: the flats, the mill it is called after, and the houses."""
    at = Canvas(1600, 760, SKY)
    at.disc(1330, 150, 74, LIGHT)
    at.area([(0, 470), (220, 418), (520, 452), (900, 400), (1240, 446), (1600, 410), (1600, 600), (0, 600)], "#c3d8de")
    for left, top, floors in ((50, 190, 8), (285, 250, 6), (510, 160, 9)):
        _flat(at, left, top, floors)
    _mill(at, 872, 560)
    for number in range(5):
        _house(at, 1010 + number * 116, 560, number)
    for x in (22, 264, 498, 752, 992, 1580):
        _tree(at, x, 562, 34)
    at.box(0, 560, 1600, 44, GREEN)
    at.box(0, 600, 1600, 10, GREY)
    at.box(0, 610, 1600, 150, WATER)
    for row, top in enumerate(range(640, 756, 28)):
        for left in range(60 + row * 70 % 200, 1600, 330):
            at.line([(left, top), (left + 120, top)], "#c9e0e7", 5)
    return at.finished()


def square() -> Image.Image:
    """Return the square between the flats, with a bench and a goal."""
    at = Canvas(1200, 760, SKY)
    for left, top, floors in ((30, 90, 9), (290, 170, 7), (880, 60, 10)):
        _flat(at, left, top, floors, height=48)
    _house(at, 640, 540, 1)
    _house(at, 756, 540, 2)
    at.box(0, 540, 1200, 220, PAVING)
    at.area([(0, 540), (1200, 540), (1200, 572), (0, 572)], GREEN)
    for x in (250, 560, 850, 1160):
        _tree(at, x, 560, 44)
    for slant in range(-3, 4):
        at.line([(600 + slant * 60, 572), (600 + slant * 260, 760)], JOINT, 3)
    for top in (610, 664, 734):
        at.line([(0, top), (1200, top)], JOINT, 3)
    at.line([(720, 690), (720, 590), (940, 590), (940, 690)], WHITE, 9)
    at.line([(726, 600), (934, 600)], LINE, 3)
    at.box(180, 640, 260, 14, BRICK)
    at.box(180, 612, 260, 12, BRICK)
    for left in (200, 410):
        at.box(left, 606, 8, 84, INK)
    return at.finished()


def street() -> Image.Image:
    """Return the shopping street, where some shutters stay down."""
    at = Canvas(1200, 760, SKY)
    fronts = ((BRICK, OCHRE, False), ("#c08a6e", ACCENT, True), ("#8d7b6c", LEAF, False), (BRICK, GREY, True))
    for number, (wall, awning, shut) in enumerate(fronts):
        _shop(at, 20 + number * 292, wall, awning, shut=shut)
    at.box(0, 600, 1200, 50, "#d9d4c8")
    at.box(0, 650, 1200, 110, "#7b8790")
    at.box(0, 646, 1200, 8, WHITE)
    for left in range(30, 1200, 170):
        at.box(left, 704, 90, 8, WHITE)
    for x in (304, 896):
        at.box(x, 380, 8, 240, INK)
        at.disc(x + 4, 376, 18, LIGHT)
    return at.finished()


def _flat(at: Canvas, left: float, top: float, floors: int, height: float = 42) -> None:
    """Draw a block of flats that stands behind the street, with a balcony to each window."""
    at.box(left, top, 200, 700 - top, ACCENT)
    at.box(left + 200, top + 14, 26, 700 - top, DARK)
    for floor in range(floors):
        for window in range(4):
            x, y = left + 14 + window * 46, top + 16 + floor * height
            at.box(x, y, 34, height * 0.5, LIGHT if (floor * 3 + window * 5) % 7 == 0 else GLASS)
            at.box(x - 3, y + height * 0.5, 40, 5, LINE)


def _mill(at: Canvas, x: float, ground: float) -> None:
    """Draw a mill with its sails at rest."""
    at.area([(x - 62, ground), (x - 34, ground - 230), (x + 34, ground - 230), (x + 62, ground)], BRICK)
    at.area([(x - 38, ground - 226), (x - 20, ground - 274), (x + 20, ground - 274), (x + 38, ground - 226)], INK)
    at.box(x - 88, ground - 110, 176, 12, SAND)
    at.box(x - 14, ground - 60, 28, 60, INK)
    for window in (ground - 180, ground - 92):
        at.box(x - 9, window, 18, 26, GLASS)
    hub_y = ground - 246
    for to_x, to_y in ((118, -118), (118, 118), (-118, 118), (-118, -118)):
        at.line([(x, hub_y), (x + to_x, hub_y + to_y)], SAND, 8)
        aside_x, aside_y = -to_y / 118 * 24, to_x / 118 * 24
        corners = ((0.25, 0), (1, 0), (1, 1), (0.25, 1))
        at.area([(x + to_x * far + aside_x * off, hub_y + to_y * far + aside_y * off) for far, off in corners], WHITE)
    at.disc(x, hub_y, 11, SAND)


def _house(at: Canvas, left: float, ground: float, number: int) -> None:
    """Draw one of a row of houses."""
    at.box(left, ground - 130, 112, 130, (BRICK, "#b98468", "#96614a")[number % 3])
    eaves, ridge = ground - 130, ground - 196
    at.area([(left - 6, eaves), (left + 24, ridge), (left + 88, ridge), (left + 118, eaves)], GREY)
    at.box(left + 84, ground - 222, 16, 40, BRICK)
    for x, top in ((left + 14, ground - 112), (left + 64, ground - 112), (left + 14, ground - 54)):
        at.box(x, top, 34, 34, GLASS)
    at.box(left + 68, ground - 58, 28, 58, (ACCENT, LEAF, OCHRE)[number % 3])


def _tree(at: Canvas, x: float, ground: float, radius: float) -> None:
    at.box(x - 5, ground - radius * 1.6, 10, radius * 1.6, "#6b4f2a")
    at.disc(x, ground - radius * 2, radius, LEAF)
    at.disc(x - radius * 0.35, ground - radius * 2.25, radius * 0.55, "#78a574")


def _shop(at: Canvas, left: float, wall: str, awning: str, *, shut: bool) -> None:
    """Draw a shop with a dwelling above it."""
    at.box(left, 150, 276, 450, wall)
    at.box(left - 6, 136, 288, 20, GREY)
    for x in (left + 34, left + 160):
        at.box(x, 200, 82, 110, WHITE)
        at.box(x + 7, 207, 68, 96, GLASS)
    at.box(left + 10, 356, 256, 40, INK if shut else awning)
    at.box(left + 18, 404, 166, 196, LINE if shut else GLASS)
    if shut:
        for top in range(416, 600, 18):
            at.box(left + 18, top, 166, 4, GREY)
    else:
        for stripe in range(8):
            colour = WHITE if stripe % 2 else awning
            x = left + 10 + stripe * 32
            at.area([(x, 396), (x + 32, 396), (x + 32, 436), (x + 16, 446), (x, 436)], colour)
        at.box(left + 36, 520, 130, 80, SAND)
    at.box(left + 198, 446 if not shut else 404, 60, 154 if not shut else 196, DARK)


def map_of_the_neighbourhood() -> Image.Image:
    """Return the neighbourhood between canal, railway and Beeklaan, with its two parts."""
    at = Canvas(1600, 760, LAND)
    for left in range(-200, 1800, 150):
        at.line([(left, 0), (left + 110, 760)], WHITE, 10)
    for top in (40, 690, 740):
        at.line([(0, top + 10), (1600, top)], WHITE, 10)
    at.area([(150, 150), (870, 168), (850, 610), (150, 610)], GREEN)
    at.area([(870, 168), (1385, 150), (1300, 610), (850, 610)], SAND)
    _blocks(at)
    at.line([(0, 96), (420, 110), (900, 128), (1600, 92)], WATER, 54)
    at.line([(1478, 0), (1330, 760)], GREY, 13)
    at.dashes([(1478, 0), (1330, 760)], WHITE, 6, 16)
    at.line([(0, 616), (1600, 600)], WHITE, 40)
    at.line([(0, 616), (1600, 600)], "#f0d9a6", 30)
    at.dashes([(150, 150), (870, 168), (1385, 150), (1288, 668), (150, 676), (150, 150)], "#9b2c2c", 6, 18)
    _names(at)
    return at.finished()


def _blocks(at: Canvas) -> None:
    """Draw the streets and buildings of both parts."""
    lying = ((150, 250, 1366, 250), (150, 430, 1330, 430))
    standing = ((330, 160, 330, 610), (640, 164, 640, 610), (862, 168, 852, 610), (1080, 160, 1060, 610))
    for x, y, to_x, to_y in (*lying, *standing):
        at.line([(x, y), (to_x, to_y)], WHITE, 18)
    for left, top, width, height in (
        *((180, 180, 120, 36), (180, 280, 36, 120), (250, 280, 36, 120), (180, 470, 120, 40), (180, 540, 120, 34)),
        *((360, 186, 110, 36), (500, 188, 110, 36), (670, 190, 160, 36), (360, 486, 40, 100), (440, 486, 40, 100)),
        *((670, 290, 36, 110), (740, 290, 36, 110), (680, 470, 130, 40)),
    ):
        at.box(left, top, width, height, ACCENT)
    at.box(372, 282, 236, 118, PAVING)
    for x, y in ((392, 300), (588, 300), (392, 384), (588, 384)):
        at.disc(x, y, 12, LEAF)
    at.box(520, 492, 80, 80, OCHRE)
    for left, right, top in (
        *((890, 1056, 190), (890, 1050, 276), (890, 1046, 382), (890, 1044, 470)),
        *((1100, 1330, 190), (1096, 1316, 276), (1090, 1300, 382), (1086, 1270, 470)),
    ):
        for x in range(left, right - 20, 26):
            at.box(x, top, 22, 34, BRICK)
    for x in range(870, 1240, 40):
        at.box(x, 552, 32, 36, SHOP)
        at.box(x, 632, 32, 30, SHOP)


def _names(at: Canvas) -> None:
    at.words("Molenpark", 400, 452, 40, ACCENT, halo=GREEN)
    at.words("Beekzicht", 984, 345, 40, ACCENT, halo=SAND)
    at.words("Molenplein", 416, 341, 28, halo=PAVING)
    at.words("kanaal", 590, 118, 30, ACCENT)
    at.words("spoor", 1456, 330, 30, GREY, halo=LAND)
    at.words("Beeklaan", 420, 611, 28)
    at.box(30, 690, 640, 58, WHITE)
    legend = ((50, ACCENT, "flats"), (172, BRICK, "rijtjeshuizen"), (390, SHOP, "winkels"), (540, OCHRE, "school"))
    for x, colour, text in legend:
        at.box(x, 708, 24, 24, colour)
        at.words(text, x + 34, 720, 26)
    at.area([(1540, 670), (1560, 730), (1540, 716), (1520, 730)], INK)
    at.words("N", 1529, 648, 30)


PICTURES: dict[str, Callable[[], Image.Image]] = {
    "logo.png": logo,
    "voorblad.png": cover,
    "kaart.png": map_of_the_neighbourhood,
    "molenplein.png": square,
    "beeklaan.png": street,
}
"""The name of each file, and what draws it."""


def main() -> None:
    """Make the files."""
    FOLDER.mkdir(exist_ok=True)
    for name, draw in PICTURES.items():
        draw().save(FOLDER / name, optimize=True)
        print(f"{name}: {(FOLDER / name).stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
