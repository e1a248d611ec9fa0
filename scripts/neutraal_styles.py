"""The styles and the theme of the neutral house style: one accent colour, dark text, air around headings."""

from __future__ import annotations

from neutraal_numbering import ANNEXES, BULLETS, HEADINGS, NUMBERS, TABLE_BULLETS
from neutraal_page import TEXT_WIDTH
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

FONT = "Arial"
INK, GREY, ACCENT, TINT, HEAD, LINE, LINK = (
    "1F2933",
    "52606D",
    "1F4E5F",
    "F0F5F7",
    "DCE9ED",
    "B5C7CE",
    "0B5A83",
)

# Background and text of each status; every pair has a contrast above 7 to 1 and a different lightness.
STATUS = {
    "Status op orde": ("D3EEDB", "12472A"),
    "Status deels": ("FFE8B3", "553A00"),
    "Status niet": ("F8D4D2", "6E1414"),
    "Status onbekend": ("E3E5E8", "3A3F45"),
}
PLACEHOLDER = ("FFF3A3", "4A3C00")


def styles() -> str:
    """Return `styles.xml`."""
    body = "".join([*_basis(), *_headings(), *_text(), *_lists(), *_contents(), *_cover(), *_in_tables()])
    return f'<w:styles xmlns:w="{W}">{defaults(20, 254)}{body}{"".join(_characters())}{"".join(_tables())}</w:styles>'


def _basis() -> list[str]:
    return [
        foundation(INK),
        paragraph("BodyText", "Body Text", ppr="<w:widowControl/>" + space(0, 110)),
        paragraph("Natabel", "Na tabel", based="BodyText", after="BodyText", ppr=space(180, 120)),
        paragraph(
            "Header",
            "header",
            ppr=f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>',
            rpr=color(GREY) + size(18),
            quick=False,
        ),
        paragraph(
            "Footer",
            "footer",
            ppr=f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>',
            rpr=color(GREY) + size(18),
            quick=False,
        ),
    ]


def _heading(level: int, before: int, after: int, half_points: int, ink: str, *, has_number: bool = True) -> str:
    number = numbered(HEADINGS, level - 1) if has_number else ""
    return paragraph(
        f"Heading{level}",
        f"heading {level}",
        after="BodyText",
        ppr=f'{KEEP}{number}{space(before, after, 252)}<w:outlineLvl w:val="{level - 1}"/>',
        rpr=BOLD + color(ink) + size(half_points),
    )


def _headings() -> list[str]:
    without = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    top = space(0, 280)
    flush = '<w:ind w:left="0" w:firstLine="0"/>'
    return [
        _heading(1, 520, 200, 38, ACCENT),
        _heading(2, 300, 100, 27, ACCENT),
        _heading(3, 260, 80, 23, INK),
        _heading(4, 200, 40, 20, ACCENT, has_number=False),
        paragraph(
            "Kopzondernummer",
            "Kop zonder nummer",
            based="Heading1",
            after="BodyText",
            ppr=NEW_PAGE + without + top + flush,
        ),
        paragraph("Kop2zondernummer", "Kop 2 zonder nummer", based="Heading2", after="BodyText", ppr=without + flush),
        paragraph("Kop3zondernummer", "Kop 3 zonder nummer", based="Heading3", after="BodyText", ppr=without + flush),
        paragraph(
            "Bijlage",
            "Bijlage",
            based="Heading1",
            after="BodyText",
            ppr=NEW_PAGE + numbered(ANNEXES) + top + flush,
        ),
        paragraph(
            "TOCHeading",
            "TOC Heading",
            based="Heading1",
            after="BodyText",
            ppr=NEW_PAGE + without + top + flush + '<w:outlineLvl w:val="9"/>',
        ),
    ]


def _text() -> list[str]:
    border = f'<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="{ACCENT}"/></w:pBdr>'
    box = border + shade(TINT)
    return [
        paragraph(
            "Intro",
            "Intro",
            based="BodyText",
            after="BodyText",
            ppr="<w:keepNext/>" + space(0, 180, 295),
            rpr=color(ACCENT) + size(23),
        ),
        paragraph("Bron", "Bron", after="BodyText", ppr=space(80, 140), rpr=color(GREY) + size(18)),
        paragraph(
            "Caption",
            "caption",
            after="BodyText",
            ppr="<w:keepNext/><w:keepLines/>" + space(180, 60),
            rpr=BOLD + color(ACCENT) + size(18),
        ),
        paragraph(
            "Quote",
            "Quote",
            based="BodyText",
            after="BodyText",
            ppr=border + '<w:ind w:left="284" w:right="284"/>',
            rpr="<w:i/><w:iCs/>",
        ),
        paragraph(
            "Kader",
            "Kader",
            after="BodyText",
            ppr=box + space(60, 100) + '<w:ind w:left="227" w:right="57"/>',
        ),
        paragraph(
            "Kadertitel",
            "Kadertitel",
            based="Kader",
            after="Kader",
            ppr="<w:keepNext/>" + space(240, 20),
            rpr=BOLD + color(ACCENT),
        ),
    ]


def _lists() -> list[str]:
    result = []
    for kind, number in (("Bullet", BULLETS), ("Number", NUMBERS)):
        for level, suffix in enumerate(("", " 2", " 3")):
            result.append(
                paragraph(
                    f"List{kind}{suffix.strip()}",
                    f"List {kind}{suffix}",
                    based="BodyText",
                    ppr=numbered(number, level) + space(0, 120) + "<w:contextualSpacing/>",
                )
            )
    return result


def _contents() -> list[str]:
    def entry(level: int, left: int, tab: int, before: int, rpr: str = "") -> str:
        tabs = (
            f'<w:tabs><w:tab w:val="left" w:pos="{tab}"/>'
            f'<w:tab w:val="right" w:leader="dot" w:pos="{TEXT_WIDTH}"/></w:tabs>'
        )
        indent = f'<w:ind w:left="{tab}" w:hanging="{tab - left}"/>'
        return paragraph(
            f"TOC{level}",
            f"toc {level}",
            after="Normal",
            ppr=tabs + space(before, 0) + indent,
            rpr=rpr,
            quick=False,
        )

    return [
        entry(1, 0, 454, 80, BOLD + color(ACCENT)),
        entry(2, 454, 1077, 0),
        entry(3, 1077, 1871, 0, color(GREY)),
    ]


def _cover() -> list[str]:
    rule = f'<w:pBdr><w:bottom w:val="single" w:sz="18" w:space="14" w:color="{ACCENT}"/></w:pBdr>'
    return [
        paragraph(
            "Title",
            "Title",
            after="Subtitle",
            ppr="<w:keepNext/>" + rule + space(3800, 360, 252),
            rpr=BOLD + color(ACCENT) + size(60),
        ),
        paragraph("Subtitle", "Subtitle", after="Voorbladregel", ppr=space(0, 720), rpr=color(INK) + size(30)),
        paragraph("Voorbladregel", "Voorbladregel", ppr=space(0, 60), rpr=color(GREY) + size(22)),
    ]


def _in_tables() -> list[str]:
    return [
        paragraph("Tabeltekst", "Tabeltekst", ppr=space(0, 0, 240, whole=""), rpr=size(18)),
        paragraph("Tabelkop", "Tabelkop", based="Tabeltekst", ppr="<w:keepNext/>", rpr=BOLD + color(ACCENT)),
        paragraph("Tabelgetal", "Tabelgetal", based="Tabeltekst", ppr='<w:jc w:val="right"/>'),
        paragraph("Tabelkopgetal", "Tabelkop getal", based="Tabelkop", ppr='<w:jc w:val="right"/>'),
        paragraph("Tabelopsomming", "Tabelopsomming", based="Tabeltekst", ppr=numbered(TABLE_BULLETS)),
        paragraph(
            "Balk",
            "Balk",
            based="Tabeltekst",
            ppr=shade(ACCENT) + '<w:jc w:val="center"/>',
            rpr=color("FFFFFF"),
        ),
        paragraph("Planningcel", "Planningcel", based="Tabeltekst", ppr='<w:jc w:val="center"/>', rpr=size(18)),
        paragraph("Planningkop", "Planningkop", based="Tabelkop", ppr='<w:jc w:val="center"/>', rpr=size(18)),
        paragraph(
            "Planningrij",
            "Planningrij",
            based="Tabeltekst",
            ppr=space(50, 50, whole="") + '<w:ind w:left="57" w:right="57"/>',
        ),
    ]


def _characters() -> list[str]:
    found = [
        character("Strong", "Strong", BOLD, built_in=True),
        character("Emphasis", "Emphasis", "<w:i/><w:iCs/>", built_in=True),
        character("Hyperlink", "Hyperlink", color(LINK) + '<w:u w:val="single"/>', built_in=True),
        character("Code", "Code", '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>'),
        character("Invulplek", "Invulplek", color(PLACEHOLDER[1]) + shade(PLACEHOLDER[0])),
    ]
    for name, (fill, text) in STATUS.items():
        found.append(character(name.replace(" ", ""), name, BOLD + color(text) + shade(fill)))
    return found


def _tables() -> list[str]:
    ruled = lines(LINE, "top", "bottom", "insideH")
    grid = lines(LINE, "top", "left", "bottom", "right", "insideH", "insideV")
    head = condition("firstRow", cell=shade(HEAD) + '<w:vAlign w:val="bottom"/>')
    total = condition("lastRow", BOLD, f"<w:tcBorders>{lines(ACCENT, 'top', weight=8)}</w:tcBorders>")
    first = condition("firstCol", BOLD)
    return [
        plain_table(),
        table("TableGrid", "Table Grid", grid, margins(0, 108), "", custom=False),
        table("WijkplanTabel", "Wijkplan Tabel", ruled, margins(28, 85), head + total),
        table("WijkplanGegevens", "Wijkplan Gegevens", ruled, margins(28, 85), head + first),
        table("WijkplanPlanning", "Wijkplan Planning", grid, margins(0, 0), head, middle=True),
    ]


def theme() -> str:
    """Return `theme1.xml`: the colours and the font, so that Word offers them in its menus."""
    colors = {
        "dk1": "000000",
        "lt1": "FFFFFF",
        "dk2": INK,
        "lt2": TINT,
        "accent1": ACCENT,
        "accent2": LINK,
        "accent3": "5B8C5A",
        "accent4": "B7791F",
        "accent5": "9B2C2C",
        "accent6": GREY,
        "hlink": LINK,
        "folHlink": GREY,
    }
    return theme_part("Neutraal", colors, FONT, FONT)
