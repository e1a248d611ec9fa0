"""The styles of a house style that was made for plans: what each is for; the house style says how it looks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from scripts.style_sheet import BOLD, GRID, Character, Paragraph, Space, Tab, Table, condition, lines, shade

if TYPE_CHECKING:
    from collections.abc import Mapping

HEADINGS, ANNEXES, BULLETS, NUMBERS, TABLE_BULLETS = 1, 2, 3, 4, 5
"""The numbers of the lists."""
NO_NUMBER = (0, 0)
_FRAMES = {"Invulplek": "dashed", "Status onbekend": "single"}
"""The line around what has no answer yet."""
_FLUSH = {"left": 0, "firstLine": 0}

_PARAGRAPHS = (
    Paragraph("BodyText", "Body Text", widow=True),
    Paragraph("Natabel", "Na tabel", based="BodyText", after="BodyText"),
    Paragraph("Header", "header", quick=False),
    Paragraph("Footer", "footer", quick=False),
    *(
        Paragraph(f"Heading{level}", f"heading {level}", after="BodyText", keep="whole", outline=level - 1)
        for level in range(1, 5)
    ),
    Paragraph("Intro", "Intro", based="BodyText", after="BodyText", keep="next"),
    Paragraph("Bron", "Bron", after="BodyText"),
    Paragraph("Caption", "caption", after="BodyText", keep="whole"),
    Paragraph("Quote", "Quote", based="BodyText", after="BodyText", italic=True),
    Paragraph("Kader", "Kader", after="BodyText"),
    Paragraph("Kadertitel", "Kadertitel", based="Kader", after="Kader", keep="next", bold=True),
    Paragraph("Title", "Title", after="Subtitle", keep="next"),
    Paragraph("Subtitle", "Subtitle", after="Voorbladregel"),
    Paragraph("Voorbladregel", "Voorbladregel"),
)
_BY_KEY = {item.key: item for item in _PARAGRAPHS}


def styled(key: str, **look: Any) -> Paragraph:  # noqa: ANN401 - the fields of a paragraph style
    """Return one of the paragraph styles of a plan with the look that a house style gives it."""
    return replace(_BY_KEY[key], **look)


def headings(*looks: dict[str, Any]) -> list[Paragraph]:
    """Return the four headings; the first three have a number."""
    numbers = ((HEADINGS, 0), (HEADINGS, 1), (HEADINGS, 2), None)
    return [
        styled(f"Heading{level}", number=number, **look)
        for level, (number, look) in enumerate(zip(numbers, looks, strict=True), 1)
    ]


def other_headings(top: Space) -> list[Paragraph]:
    """Return the headings without a number of a chapter; `top` is the room around one at the top of a page."""
    page = Paragraph("", "", based="Heading1", after="BodyText", new_page=True, space=top, indent=_FLUSH)
    page = replace(page, number=NO_NUMBER)
    lower = [
        replace(page, key=f"Kop{level}zondernummer", name=f"Kop {level} zonder nummer", based=f"Heading{level}")
        for level in (2, 3)
    ]
    return [
        replace(page, key="Kopzondernummer", name="Kop zonder nummer"),
        *(replace(item, new_page=False, space=None) for item in lower),
        replace(page, key="Bijlage", name="Bijlage", number=(ANNEXES, 0), new_page=False, space=None),
        replace(page, key="TOCHeading", name="TOC Heading", outline=9),
    ]


def list_items(after: int, *, contextual: bool = False) -> list[Paragraph]:
    """Return three levels of bullets and of numbers, with the room after each item."""
    look: dict[str, Any] = {"based": "BodyText", "space": Space(0, after), "contextual": contextual}
    return [
        Paragraph(f"List{kind}{suffix.strip()}", f"List {kind}{suffix}", number=(number, level), **look)
        for kind, number in (("Bullet", BULLETS), ("Number", NUMBERS))
        for level, suffix in enumerate(("", " 2", " 3"))
    ]


def contents(
    edge: Tab, tabs: tuple[int, int, int], spaces: tuple[Space, ...], *looks: dict[str, Any]
) -> list[Paragraph]:
    """Return the lines of the table of contents.

    Args:
        edge: The tab before the number of the page.
        tabs: Where the text of each level starts; its number starts where that of the level above does.
        spaces: The room around the lines of each level.
        looks: How the letters of each level look.
    """
    found = []
    for level, (left, tab, space, look) in enumerate(zip((0, *tabs[:2]), tabs, spaces, looks, strict=True), 1):
        place: dict[str, Any] = {"tabs": (Tab("left", tab), edge), "indent": {"left": tab, "hanging": tab - left}}
        found.append(
            Paragraph(f"TOC{level}", f"toc {level}", after="Normal", quick=False, space=space, **place, **look)
        )
    return found


def in_tables(head: str, bar: str, line: int, sizes: tuple[int, int, int]) -> list[Paragraph]:
    """Return the styles of text in tables.

    Args:
        head: The colour of the text of heads.
        bar: The colour of a bar in the planning.
        line: The distance between lines.
        sizes: The size of text, of the cells of the planning, and of its heads.
    """
    text, cell, top = sizes
    return [
        Paragraph("Tabeltekst", "Tabeltekst", space=Space(0, 0, line), hyphens=True, size=text),
        Paragraph("Tabelkop", "Tabelkop", based="Tabeltekst", keep="next", bold=True, colour=head),
        Paragraph("Tabelgetal", "Tabelgetal", based="Tabeltekst", align="right"),
        Paragraph("Tabelkopgetal", "Tabelkop getal", based="Tabelkop", align="right"),
        Paragraph("Tabelopsomming", "Tabelopsomming", based="Tabeltekst", number=(TABLE_BULLETS, 0)),
        Paragraph("Balk", "Balk", based="Tabeltekst", fill=bar, align="center", colour="FFFFFF"),
        Paragraph("Planningcel", "Planningcel", based="Tabeltekst", align="center", size=cell),
        Paragraph("Planningkop", "Planningkop", based="Tabelkop", align="center", size=top),
        Paragraph(
            "Planningrij",
            "Planningrij",
            based="Tabeltekst",
            space=Space(50, 50),
            hyphens=True,
            indent={"left": 57, "right": 57},
        ),
    ]


def characters(link: str, marks: Mapping[str, tuple[str, str]]) -> list[Character]:
    """Return the character styles.

    Args:
        link: The colour of links.
        marks: The background and the text of an open place, and of each status, by the name of the style.
    """
    return [
        Character("Strong", "Strong", bold=True),
        Character("Emphasis", "Emphasis", italic=True),
        Character("Hyperlink", "Hyperlink", colour=link, underline=True),
        Character("Code", "Code", font="Courier New"),
        *(
            Character(
                name.replace(" ", ""),
                name,
                bold=name.startswith("Status"),
                colour=text,
                fill=fill,
                frame=_FRAMES.get(name, ""),
            )
            for name, (fill, text) in marks.items()
        ),
    ]


def tables(
    *names: tuple[str, str], ruled: str, room: tuple[int, int], accent: str, line: str, head: str, band: str = ""
) -> list[Table]:
    """Return the table styles.

    Args:
        names: The id and the name of the styles for rows with a total, for rows with a first column, and for planning.
        ruled: The lines of the first two.
        room: The room above and beside the text in their cells.
        accent: The colour of the line above a total.
        line: The colour of the lines of a grid.
        head: The background of heads.
        band: The background of every other row, where a style has such bands.
    """
    grid = lines(line, *GRID)
    top = condition("firstRow", cell=shade(head) + '<w:vAlign w:val="bottom"/>')
    total = condition("lastRow", BOLD, f"<w:tcBorders>{lines(accent, 'top', weight=8)}</w:tcBorders>")
    bands = condition("band2Horz", cell=shade(band)) if band else ""
    rows, data, planning = names
    return [
        Table("TableGrid", "Table Grid", grid, (0, 108)),
        Table(*rows, ruled, room, top + total + bands),
        Table(*data, ruled, room, top + condition("firstCol", BOLD) + bands),
        Table(*planning, grid, (0, 0), top, middle=True),
    ]
