"""The neutral house style: one accent colour, dark text, air around headings.

The font is Arial: Windows and macOS both have it, it has every Dutch character, and a metric twin of it is on
every Linux machine.
"""

from __future__ import annotations

from scripts import style_plan as plan
from scripts.style_numbering import Level
from scripts.style_package import Face, HouseStyle
from scripts.style_page import R, W, document, field, part, section, text
from scripts.style_plan import styled
from scripts.style_sheet import Paragraph, Sheet, Space, Tab, lines

_ARIAL = Face("Arial", "swiss", "020B0604020202020204")
_INK, _GREY, _ACCENT, _TINT, _LINE, _LINK = "1F2933", "52606D", "1F4E5F", "F0F5F7", "B5C7CE", "0B5A83"
_MARKS = {
    "Invulplek": ("FFF3A3", "4A3C00"),
    "Status op orde": ("D3EEDB", "12472A"),
    "Status deels": ("F5C27A", "3D2900"),
    "Status niet": ("F8D4D2", "6E1414"),
    "Status onbekend": ("E3E5E8", "3A3F45"),
}
"""Background and text; every status has a contrast above 7 to 1 and a different lightness."""
_TEXT_WIDTH = 9298
"""A4 minus margins of 2.3 cm, in twentieths of a point."""
_BAR = lines(_ACCENT, "left", weight=24, room=8)
_BOX = lines(_TINT, "top", room=7) + _BAR + lines(_TINT, "bottom", room=7)
"""Lines in the colour of the box keep its text away from its edges."""
_EDGE = {"align": "right", "colour": _GREY, "size": 18}
"""At the right margin, whatever the width of the page: it holds on a lying page too, also in LibreOffice."""

_PARAGRAPHS: tuple[Paragraph, ...] = (
    styled("BodyText", space=Space(0, 90)),
    styled("Natabel", space=Space(140, 90)),
    styled("Header", **_EDGE),
    styled("Footer", **_EDGE),
    *plan.headings(
        {"space": Space(360, 120, 252), "bold": True, "colour": _ACCENT, "size": 38},
        {"space": Space(220, 70, 252), "bold": True, "colour": _ACCENT, "size": 27},
        {"space": Space(200, 60, 252), "bold": True, "colour": _INK, "size": 23},
        {"space": Space(200, 40, 252), "bold": True, "colour": _ACCENT, "size": 20},
    ),
    *plan.other_headings(Space(0, 280)),
    styled("Intro", space=Space(0, 180, 295), colour=_ACCENT, size=23),
    styled("Bron", space=Space(40, 80), colour=_GREY, size=18),
    styled("Caption", space=Space(160, 60), bold=True, colour=_ACCENT, size=18),
    styled("Quote", border=_BAR, indent={"left": 284, "right": 284}),
    styled("Kader", border=_BOX, fill=_TINT, space=Space(0, 60), indent={"left": 227, "right": 0}),
    styled("Kadertitel", space=Space(240, 40), colour=_ACCENT),
    *plan.list_items(90, contextual=True),
    *plan.contents(
        Tab("right", _TEXT_WIDTH, "dot"),
        (454, 1077, 1871),
        (Space(40, 0, 240), Space(0, 0, 240), Space(0, 0, 240)),
        {"bold": True, "colour": _ACCENT, "size": 19},
        {"size": 18},
        {"colour": _GREY, "size": 18},
    ),
    styled(
        "Title",
        border=lines(_ACCENT, "top", "left", "bottom", "right", weight=48, room=18),
        fill=_ACCENT,
        space=Space(900, 0, 252),
        indent={"left": 360, "right": 360},
        bold=True,
        colour="FFFFFF",
        size=56,
    ),
    styled("Subtitle", space=Space(560, 480), bold=True, colour=_ACCENT, size=30),
    styled("Voorbladregel", space=Space(0, 60), colour=_GREY, size=22),
    *plan.in_tables(_ACCENT, _ACCENT, 240, (18, 18, 18)),
)
_TABLES = plan.tables(
    ("WijkplanTabel", "Wijkplan Tabel"),
    ("WijkplanGegevens", "Wijkplan Gegevens"),
    ("WijkplanPlanning", "Wijkplan Planning"),
    ruled=lines(_LINE, "top", "bottom", "insideH"),
    room=(28, 85),
    accent=_ACCENT,
    line=_LINE,
    head="DCE9ED",
)
_LISTS = {
    plan.HEADINGS: (
        Level("decimal", "%1", "Heading1", 851, 851),
        Level("decimal", "%1.%2", "Heading2", 851, 851),
        Level("decimal", "%1.%2.%3", "Heading3", 851, 851),
    ),
    plan.ANNEXES: (Level("upperLetter", "Bijlage %1:", "Bijlage", suffix="space"),),
    plan.BULLETS: (
        Level("bullet", "•", "ListBullet", 357, 357),
        Level("bullet", "–", "ListBullet2", 714, 357),
        Level("bullet", "•", "ListBullet3", 1071, 357),
    ),
    plan.NUMBERS: (
        Level("decimal", "%1.", "ListNumber", 357, 357),
        Level("lowerLetter", "%2.", "ListNumber2", 714, 357),
        Level("lowerRoman", "%3.", "ListNumber3", 1071, 357),
    ),
    plan.TABLE_BULLETS: (Level("bullet", "•", "Tabelopsomming", 198, 198),),
}
_PAGE = section((1304, 1304, 1077, 1304, 652, 567), {"default": (6, 8), "first": (7, 9)})
_VERSION = text("Versie ") + field("DOCPROPERTY Versie") + text(", ") + field("DOCPROPERTY Status")
_BETWEEN = text(" | ")
_NUMBER = text("Pagina ") + field("PAGE", "1") + text(" van ") + field("NUMPAGES", "1")

NEUTRAAL = HouseStyle(
    name="Neutraal",
    heading=_ARIAL,
    text=_ARIAL,
    colors=("000000", "FFFFFF", _INK, _TINT, _ACCENT, _LINK, "5B8C5A", "B7791F", "9B2C2C", _GREY, _LINK, _GREY),
    sheet=Sheet(20, 250, _INK, _PARAGRAPHS, plan.characters(_LINK, _MARKS), _TABLES),
    lists=_LISTS,
    parts={
        "document": document(_PAGE, f'xmlns:w="{W}" xmlns:r="{R}"'),
        "header1": part("hdr", "Header", field("TITLE") + _BETWEEN + field("DOCPROPERTY Gemeente")),
        "header2": part("hdr", "Header", ""),
        "footer1": part("ftr", "Footer", _VERSION + _BETWEEN + _NUMBER),
        "footer2": part("ftr", "Footer", ""),
    },
)
"""The pages have no text: only A4 with margins, a header and a footer, both empty on the cover."""
