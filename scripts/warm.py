"""The warm house style: terracotta, a serif for headings, tables with bands, and a cover in a section of its own.

The fonts are Georgia for headings and Verdana for text: Windows and macOS both have them.
"""

from __future__ import annotations

from typing import Any

from scripts import style_plan as plan
from scripts.style_drawing import Shape, circle, inline, picture, png
from scripts.style_numbering import Level
from scripts.style_package import Face, HouseStyle
from scripts.style_page import R, W, document, field, paragraph, part, section, text
from scripts.style_plan import styled
from scripts.style_sheet import ALL_SIDES, Paragraph, Sheet, Space, Tab, color, lines

_ACCENT, _OLIVE = "8F3A1F", "4A6423"
_INK, _GREY, _TINT, _LINE, _CREAM = "2E2620", "665A50", "FAF3EB", "D8C3B0", "FCEBD9"
_MARKS = {
    "Invulplek": ("FFF0B8", "4A3600"),
    "Status op orde": (_OLIVE, "FFFFFF"),
    "Status deels": ("F0C25A", "3D2B00"),
    "Status niet": ("9C2A14", "FFFFFF"),
    "Status onbekend": ("6B635B", "FFFFFF"),
}
"""Background and text; every pair has a contrast above 5 to 1."""
_TEXT_WIDTH = 9297
"""A4 minus margins of 2.8 cm left, where the numbers of headings hang, and 1.8 cm right, in twentieths of a point."""
_FRAME = "".join(lines(_ACCENT, side, weight=48, room=room) for side, room in zip(ALL_SIDES, (24, 16) * 2, strict=True))
_BLOCK: dict[str, Any] = {"border": _FRAME, "fill": _ACCENT, "indent": {"left": 425, "right": 425}}
_BOX: dict[str, Any] = {
    "border": lines(_LINE, *ALL_SIDES, room=8),
    "fill": _TINT,
    "indent": {"left": 198, "right": 198},
}

_PARAGRAPHS: tuple[Paragraph, ...] = (
    styled("BodyText", space=Space(0, 90)),
    styled("Natabel", space=Space(150, 90)),
    styled("Header", align="right", colour=_GREY, size=15),
    styled("Footer", border=lines(_LINE, "top", room=6), tabs=(Tab("left", 567),), colour=_GREY, size=15),
    Paragraph("Voetvoorblad", "Voet voorblad", quick=False, colour=_GREY, size=15),
    *plan.headings(
        {
            "border": lines(_ACCENT, "bottom", weight=12, room=5),
            "space": Space(400, 140, 252),
            "display": True,
            "colour": _ACCENT,
            "size": 40,
        },
        {"space": Space(220, 70, 252), "display": True, "colour": _ACCENT, "size": 28},
        {"space": Space(170, 50, 252), "display": True, "bold": True, "colour": _INK, "size": 22},
        {"space": Space(200, 40, 252), "display": True, "bold": True, "colour": _OLIVE, "size": 19},
    ),
    *plan.other_headings(Space(0, 260, 252)),
    styled("Intro", space=Space(0, 160, 276), display=True, colour=_ACCENT, size=23),
    styled("Bron", space=Space(40, 90), colour=_GREY, size=15),
    styled("Caption", space=Space(150, 50), display=True, italic=True, colour=_ACCENT, size=19),
    styled("Quote", indent={"left": 567, "right": 567}, display=True, colour=_ACCENT, size=20),
    styled("Kader", space=Space(0, 60), **_BOX),
    styled("Kadertitel", space=Space(240, 60), display=True, colour=_ACCENT, size=20),
    *plan.list_items(60),
    *plan.contents(
        Tab("right", _TEXT_WIDTH),
        (510, 1191, 2041),
        (Space(30, 0, 234), Space(0, 0, 234), Space(0, 0, 234)),
        {"display": True, "colour": _ACCENT, "size": 21},
        {},
        {"colour": _GREY, "size": 16},
    ),
    Paragraph("Afzender", "Afzender", space=Space(0, 120), display=True, colour=_INK, size=26),
    Paragraph(
        "Voorbladwijk",
        "Voorbladwijk",
        after="Title",
        keep="next",
        space=Space(2600, 200),
        colour=_CREAM,
        size=24,
        **_BLOCK,
    ),
    styled("Title", space=Space(0, 240, 264), display=True, colour="FFFFFF", size=68, **_BLOCK),
    styled("Subtitle", space=Space(0, 900), colour=_CREAM, size=24, **_BLOCK),
    styled("Voorbladregel", tabs=(Tab("left", 1985),), space=Space(0, 60), colour=_GREY, size=20),
    *plan.in_tables(_ACCENT, _OLIVE, 240, (16, 14, 13)),
)
_TABLES = plan.tables(
    ("Tabelwarm", "Tabel warm"),
    ("Gegevenswarm", "Gegevens warm"),
    ("Planningwarm", "Planning warm"),
    ruled=lines(_ACCENT, "top", "bottom", weight=8),
    room=(28, 85),
    accent=_ACCENT,
    line=_LINE,
    head="F0DCC9",
    band="FAF4ED",
)
_RED = color(_ACCENT)
_LISTS = {
    plan.HEADINGS: (
        Level("decimal", "%1.", "Heading1", 0, 851),
        Level("decimal", "%1.%2.", "Heading2", 0, 851),
        Level("decimal", "%1.%2.%3.", "Heading3", 0, 851),
    ),
    plan.ANNEXES: (Level("upperLetter", "Bijlage %1 –", "Bijlage", suffix="space"),),
    plan.BULLETS: (
        Level("bullet", "▪", "ListBullet", 397, 397, look=_RED),
        Level("bullet", "–", "ListBullet2", 737, 340, look=_RED),
        Level("bullet", "▫", "ListBullet3", 1077, 340, look=_RED),
    ),
    plan.NUMBERS: (
        Level("decimal", "%1)", "ListNumber", 397, 397, look=_RED),
        Level("lowerLetter", "%2)", "ListNumber2", 794, 397, look=_RED),
        Level("lowerRoman", "%3)", "ListNumber3", 1191, 397, look=_RED),
    ),
    plan.TABLE_BULLETS: (Level("bullet", "▪", "Tabelopsomming", 227, 227, look=_RED),),
}
_MARGINS = (1418, 1021, 1134, 1588, 567, 510)
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
_WIDTH, _HEIGHT = 360, 270
"""The logo in pixels."""
_LARGE, _SMALL = 1_260_000, 504_000
"""The width of the logo on the cover and in the header, in EMU."""


def _logo() -> bytes:
    """Return the logo: three gables and a low sun."""
    gables = ((0.0, 0.28, _ACCENT), (0.36, 0.12, "B65A36"), (0.70, 0.33, _OLIVE))
    houses = tuple(
        Shape(colour, ((x, 0.75), (x, top + 0.15), (x + 0.15, top), (x + 0.30, top + 0.15), (x + 0.30, 0.75)))
        for x, top, colour in gables
    )
    return png(_WIDTH, _HEIGHT, "FFFFFF", (circle("E9B44C", 0.84, 0.14, 0.11), *houses))


def _document() -> str:
    """Return `document.xml`: the cover with its placeholders, and the page that the plan runs on."""
    rows = "".join(
        paragraph("Voorbladregel", text(label) + "<w:r><w:tab/></w:r>" + text(value))
        for label, value in (
            ("Versie", "{{ document.versie }}"),
            ("Status", "{{ document.status }}"),
            ("Datum", "{{ document.datum }}"),
        )
    )
    condition = (
        paragraph("Voorbladregel", text("{% if document.zaaknummer %}"))
        + paragraph("Voorbladregel", text("Zaaknummer") + "<w:r><w:tab/></w:r>" + text("{{ document.zaaknummer }}"))
        + paragraph("Voorbladregel", text("{% endif %}"))
    )
    page = section(_MARGINS, {"default": (6, 8)})
    end = f'<w:p><w:pPr><w:pStyle w:val="Voorbladregel"/>{page}</w:pPr></w:p>'
    cover = (
        paragraph("Afzender", _picture(_LARGE, 1))
        + paragraph("Afzender", text("Gemeente {{ gemeente.naam }}"))
        + paragraph("Voorbladwijk", text("Wijk {{ wijk.naam }}"))
        + paragraph("Title", text("{{ titel }}"))
        + paragraph("Subtitle", text("Plan van aanpak tegen ondermijning"))
    )
    return document(cover + rows + condition + end + section(_MARGINS, {"default": (7, 9)}), _SPACES)


def _picture(width: int, number: int) -> str:
    height = width * _HEIGHT // _WIDTH
    return inline(picture("rIdLogo", "Logo", "Logo: drie gevels en een lage zon", width, height, number), width, height)


_MUNICIPALITY = text("Gemeente {{ gemeente.naam }}, wijk {{ wijk.naam }}")
_NUMBER = field("PAGE", "1", f"<w:b/><w:bCs/>{_RED}")
_LOGO = (("rIdLogo", "logo.png"),)

WARM = HouseStyle(
    name="Warm",
    heading=Face("Georgia", "roman", "02040502050405020303"),
    text=Face("Verdana", "swiss", "020B0604030504040204"),
    colors=(
        *("000000", "FFFFFF", _INK, _TINT),
        *(_ACCENT, _OLIVE, "B65A36", "E9B44C", "6B635B", _LINE),
        *(_ACCENT, _GREY),
    ),
    sheet=Sheet(18, 254, _INK, _PARAGRAPHS, plan.characters(_ACCENT, _MARKS), _TABLES),
    lists=_LISTS,
    parts={
        "document": _document(),
        "header1": part("hdr", "Header", ""),
        "header2": part("hdr", "Header", _MUNICIPALITY + text("\u2003") + _picture(_SMALL, 2), _SPACES),
        "footer1": part("ftr", "Voetvoorblad", ""),
        "footer2": part("ftr", "Footer", _NUMBER + "<w:r><w:tab/></w:r>" + field("TITLE")),
    },
    pictures={"logo.png": _logo()},
    shown={"document": _LOGO, "header2": _LOGO},
)
"""The header and the footer of the cover are empty."""
