"""The styles and the theme of the warm house style: terracotta, a serif for headings, tables with bands."""

from __future__ import annotations

from style_page import W
from style_sheet import (
    BOLD,
    KEEP,
    NEW_PAGE,
    character,
    color,
    condition,
    defaults,
    foundation,
    lines,
    margins,
    numbered,
    paragraph,
    plain_table,
    shade,
    size,
    space,
    table,
    theme_part,
)
from warm_numbering import ANNEXES, BULLETS, HEADINGS, NUMBERS, TABLE_BULLETS
from warm_page import ACCENT, OLIVE, TEXT_WIDTH

HEADING_FONT, TEXT_FONT = "Georgia", "Verdana"
INK, GREY, TINT, BAND, HEAD, LINE, CREAM = "2E2620", "665A50", "FAF3EB", "FAF4ED", "F0DCC9", "D8C3B0", "FCEBD9"

STATUS = {
    "Status op orde": (OLIVE, "FFFFFF"),
    "Status deels": ("F0C25A", "3D2B00"),
    "Status niet": ("9C2A14", "FFFFFF"),
    "Status onbekend": ("6B635B", "FFFFFF"),
}
"""Background and text of each status; every pair has a contrast above 5 to 1."""
PLACEHOLDER = ("FFF0B8", "4A3600")

_SERIF = '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/>'
_UNNUMBERED = '<w:numPr><w:numId w:val="0"/></w:numPr>'
_FLUSH = '<w:ind w:left="0" w:firstLine="0"/>'


def styles() -> str:
    """Return `styles.xml`."""
    body = "".join([*_basis(), *_headings(), *_text(), *_lists(), *_contents(), *_cover(), *_in_tables()])
    every = f"{defaults(18, 288)}{foundation(INK)}{body}{''.join(_characters())}{''.join(_tables())}"
    return f'<w:styles xmlns:w="{W}">{every}</w:styles>'


def _basis() -> list[str]:
    above = f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="{LINE}"/></w:pBdr>'
    small = color(GREY) + size(15)
    to_the_right = f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'
    return [
        paragraph("BodyText", "Body Text", ppr="<w:widowControl/>" + space(0, 130)),
        paragraph("Natabel", "Na tabel", based="BodyText", after="BodyText", ppr=space(200, 130)),
        paragraph("Header", "header", ppr=to_the_right, rpr=small, quick=False),
        paragraph(
            "Footer",
            "footer",
            ppr=f'{above}<w:tabs><w:tab w:val="left" w:pos="567"/></w:tabs>',
            rpr=small,
            quick=False,
        ),
        paragraph("Voetvoorblad", "Voet voorblad", rpr=small, quick=False),
    ]


def _heading(level: int, before: int, after: int, half_points: int, look: str, bar: str = "") -> str:
    number = numbered(HEADINGS, level - 1) if level < 4 else ""
    return paragraph(
        f"Heading{level}",
        f"heading {level}",
        after="BodyText",
        ppr=f'{KEEP}{number}{bar}{space(before, after, 252)}<w:outlineLvl w:val="{level - 1}"/>',
        rpr=_SERIF + look + size(half_points),
    )


def _headings() -> list[str]:
    bar = f'<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="5" w:color="{ACCENT}"/></w:pBdr>'

    def unnumbered(level: int, name: str, key: str) -> str:
        return paragraph(key, name, based=f"Heading{level}", after="BodyText", ppr=_UNNUMBERED + _FLUSH)

    top = space(0, 260, 252)
    return [
        _heading(1, 560, 220, 40, color(ACCENT), bar),
        _heading(2, 320, 100, 28, color(ACCENT)),
        _heading(3, 260, 80, 22, BOLD + color(INK)),
        _heading(4, 200, 40, 19, BOLD + color(OLIVE)),
        paragraph(
            "Kopzondernummer",
            "Kop zonder nummer",
            based="Heading1",
            after="BodyText",
            ppr=NEW_PAGE + _UNNUMBERED + top + _FLUSH,
        ),
        unnumbered(2, "Kop 2 zonder nummer", "Kop2zondernummer"),
        unnumbered(3, "Kop 3 zonder nummer", "Kop3zondernummer"),
        paragraph(
            "Bijlage", "Bijlage", based="Heading1", after="BodyText", ppr=NEW_PAGE + numbered(ANNEXES) + top + _FLUSH
        ),
        paragraph(
            "TOCHeading",
            "TOC Heading",
            based="Heading1",
            after="BodyText",
            ppr=NEW_PAGE + _UNNUMBERED + top + _FLUSH + '<w:outlineLvl w:val="9"/>',
        ),
    ]


def _text() -> list[str]:
    edge = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="8" w:color="{LINE}"/>'
        for side in ("top", "left", "bottom", "right")
    )
    box = f"<w:pBdr>{edge}</w:pBdr>" + shade(TINT)
    inside = '<w:ind w:left="198" w:right="198"/>'
    return [
        paragraph(
            "Intro",
            "Intro",
            based="BodyText",
            after="BodyText",
            ppr="<w:keepNext/>" + space(0, 200, 300),
            rpr=_SERIF + color(ACCENT) + size(23),
        ),
        paragraph("Bron", "Bron", after="BodyText", ppr=space(100, 160), rpr=color(GREY) + size(15)),
        paragraph(
            "Caption",
            "caption",
            after="BodyText",
            ppr=KEEP + space(220, 80),
            rpr=_SERIF + "<w:i/><w:iCs/>" + color(ACCENT) + size(19),
        ),
        paragraph(
            "Quote",
            "Quote",
            based="BodyText",
            after="BodyText",
            ppr='<w:ind w:left="567" w:right="567"/>',
            rpr=_SERIF + "<w:i/><w:iCs/>" + color(ACCENT) + size(20),
        ),
        paragraph("Kader", "Kader", after="BodyText", ppr=box + space(0, 100) + inside),
        paragraph(
            "Kadertitel",
            "Kadertitel",
            based="Kader",
            after="Kader",
            ppr="<w:keepNext/>" + space(240, 60),
            rpr=_SERIF + BOLD + color(ACCENT) + size(20),
        ),
    ]


def _lists() -> list[str]:
    return [
        paragraph(
            f"List{kind}{suffix.strip()}",
            f"List {kind}{suffix}",
            based="BodyText",
            ppr=numbered(number, level) + space(0, 60),
        )
        for kind, number in (("Bullet", BULLETS), ("Number", NUMBERS))
        for level, suffix in enumerate(("", " 2", " 3"))
    ]


def _contents() -> list[str]:
    def entry(level: int, left: int, tab: int, before: int, rpr: str = "") -> str:
        tabs = f'<w:tabs><w:tab w:val="left" w:pos="{tab}"/><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'
        indent = f'<w:ind w:left="{tab}" w:hanging="{tab - left}"/>'
        return paragraph(
            f"TOC{level}",
            f"toc {level}",
            after="Normal",
            ppr=tabs + space(before, 0, 264) + indent,
            rpr=rpr,
            quick=False,
        )

    return [
        entry(1, 0, 510, 110, _SERIF + color(ACCENT) + size(21)),
        entry(2, 510, 1191, 0),
        entry(3, 1191, 2041, 0, color(GREY) + size(16)),
    ]


def _cover() -> list[str]:
    edge = "".join(
        f'<w:{side} w:val="single" w:sz="48" w:space="{room}" w:color="{ACCENT}"/>'
        for side, room in (("top", 24), ("left", 16), ("bottom", 24), ("right", 16))
    )
    block = f"<w:pBdr>{edge}</w:pBdr>" + shade(ACCENT)
    inside = '<w:ind w:left="425" w:right="425"/>'
    return [
        paragraph("Afzender", "Afzender", ppr=space(0, 120), rpr=_SERIF + color(INK) + size(26)),
        paragraph(
            "Voorbladwijk",
            "Voorbladwijk",
            after="Title",
            ppr="<w:keepNext/>" + block + space(2600, 200) + inside,
            rpr=color(CREAM) + size(24),
        ),
        paragraph(
            "Title",
            "Title",
            after="Subtitle",
            ppr="<w:keepNext/>" + block + space(0, 240, 264) + inside,
            rpr=_SERIF + color("FFFFFF") + size(68),
        ),
        paragraph(
            "Subtitle",
            "Subtitle",
            after="Voorbladregel",
            ppr=block + space(0, 900) + inside,
            rpr=color(CREAM) + size(24),
        ),
        paragraph(
            "Voorbladregel",
            "Voorbladregel",
            ppr='<w:tabs><w:tab w:val="left" w:pos="1985"/></w:tabs>' + space(0, 60),
            rpr=color(GREY) + size(20),
        ),
    ]


def _in_tables() -> list[str]:
    return [
        paragraph("Tabeltekst", "Tabeltekst", ppr=space(0, 0, 252, whole=""), rpr=size(16)),
        paragraph("Tabelkop", "Tabelkop", based="Tabeltekst", ppr="<w:keepNext/>", rpr=BOLD + color(ACCENT)),
        paragraph("Tabelgetal", "Tabelgetal", based="Tabeltekst", ppr='<w:jc w:val="right"/>'),
        paragraph("Tabelkopgetal", "Tabelkop getal", based="Tabelkop", ppr='<w:jc w:val="right"/>'),
        paragraph("Tabelopsomming", "Tabelopsomming", based="Tabeltekst", ppr=numbered(TABLE_BULLETS)),
        paragraph("Balk", "Balk", based="Tabeltekst", ppr=shade(OLIVE) + '<w:jc w:val="center"/>', rpr=color("FFFFFF")),
        paragraph("Planningcel", "Planningcel", based="Tabeltekst", ppr='<w:jc w:val="center"/>', rpr=size(14)),
        paragraph("Planningkop", "Planningkop", based="Tabelkop", ppr='<w:jc w:val="center"/>', rpr=size(13)),
        paragraph(
            "Planningrij",
            "Planningrij",
            based="Tabeltekst",
            ppr=space(50, 50, whole="") + '<w:ind w:left="57" w:right="57"/>',
        ),
    ]


def _characters() -> list[str]:
    mono = '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>'
    return [
        character("Strong", "Strong", BOLD, built_in=True),
        character("Emphasis", "Emphasis", "<w:i/><w:iCs/>", built_in=True),
        character("Hyperlink", "Hyperlink", color(ACCENT) + '<w:u w:val="single"/>', built_in=True),
        character("Code", "Code", mono),
        character("Invulplek", "Invulplek", color(PLACEHOLDER[1]) + shade(PLACEHOLDER[0])),
        *(
            character(name.replace(" ", ""), name, BOLD + color(ink) + shade(ground))
            for name, (ground, ink) in STATUS.items()
        ),
    ]


def _tables() -> list[str]:
    ends = lines(ACCENT, "top", "bottom", weight=8)
    grid = lines(LINE, "top", "left", "bottom", "right", "insideH", "insideV")
    head = condition("firstRow", cell=shade(HEAD) + '<w:vAlign w:val="bottom"/>')
    bands = condition("band2Horz", cell=shade(BAND))
    total = condition("lastRow", BOLD, f"<w:tcBorders>{lines(ACCENT, 'top', weight=8)}</w:tcBorders>")
    first = condition("firstCol", BOLD)
    return [
        plain_table(),
        table("TableGrid", "Table Grid", grid, margins(0, 108), "", custom=False),
        table("Tabelwarm", "Tabel warm", ends, margins(57, 85), head + total + bands),
        table("Gegevenswarm", "Gegevens warm", ends, margins(57, 85), head + first + bands),
        table("Planningwarm", "Planning warm", grid, margins(0, 0), head, middle=True),
    ]


def theme() -> str:
    """Return `theme1.xml`: the colours and the fonts, so that Word offers them in its menus."""
    colors = {
        "dk1": "000000",
        "lt1": "FFFFFF",
        "dk2": INK,
        "lt2": TINT,
        "accent1": ACCENT,
        "accent2": OLIVE,
        "accent3": "B65A36",
        "accent4": "E9B44C",
        "accent5": "6B635B",
        "accent6": LINE,
        "hlink": ACCENT,
        "folHlink": GREY,
    }
    return theme_part("Warm", colors, HEADING_FONT, TEXT_FONT)
