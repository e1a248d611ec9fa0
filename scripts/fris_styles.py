"""The styles and the theme of the fresh house style, under the ids that a Dutch Word gives them; it has no bullets."""

from __future__ import annotations

from functools import partial

from fris_page import ACCENT, DEEP, TEXT_WIDTH
from style_page import W
from style_sheet import (
    BOLD,
    KEEP,
    NEW_PAGE,
    character,
    color,
    defaults,
    foundation,
    lines,
    margins,
    paragraph,
    plain_table,
    shade,
    size,
    space,
    table,
    theme_part,
)

HEADING_FONT, TEXT_FONT = "Trebuchet MS", "Arial"
INK, GREY, TINT, LINE = "20292B", "526064", "E8F3F4", "9DBFC5"

_DISPLAY = '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/>'
_style = partial(paragraph, based="Standaard")


def styles() -> str:
    """Return `styles.xml`."""
    base = defaults(20, 276) + foundation(INK, "Standaard", "Standaardalinea-lettertype", "Geenlijst")
    body = "".join([*_headings(), *_text(), *_contents(), *_cover(), *_characters()])
    grid = lines(LINE, "top", "left", "bottom", "right", "insideH", "insideV")
    tables = plain_table("Standaardtabel") + table(
        "Tabelraster", "Table Grid", grid, margins(40, 100), "", custom=False, based="Standaardtabel"
    )
    return f'<w:styles xmlns:w="{W}">{base}{body}{tables}</w:styles>'


def _headings() -> list[str]:
    edge = "".join(
        f'<w:{side} w:val="single" w:sz="24" w:space="3" w:color="{ACCENT}"/>'
        for side in ("top", "left", "bottom", "right")
    )
    bar = f"<w:pBdr>{edge}</w:pBdr>{shade(ACCENT)}"
    under = f'<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="3" w:color="{LINE}"/></w:pBdr>'
    inside = '<w:ind w:left="113" w:right="113"/>'
    looks = (
        (1, bar, 480, 240, inside, color("FFFFFF") + size(32)),
        (2, under, 320, 120, "", color(ACCENT) + size(26)),
        (3, "", 260, 80, "", BOLD + color(DEEP) + size(22)),
        (4, "", 200, 60, "", BOLD + color(GREY) + size(20)),
    )
    found = [
        _style(
            f"Kop{level}",
            f"heading {level}",
            after="Plattetekst",
            ppr=f'{KEEP}{border}{space(before, after, 252)}{indent}<w:outlineLvl w:val="{level - 1}"/>',
            rpr=_DISPLAY + look,
        )
        for level, border, before, after, indent, look in looks
    ]
    contents = NEW_PAGE + space(0, 240, 252) + '<w:outlineLvl w:val="9"/>'
    return [*found, _style("Kopvaninhoudsopgave", "TOC Heading", based="Kop1", after="Plattetekst", ppr=contents)]


def _text() -> list[str]:
    small = color(GREY) + size(16)
    to_the_right = f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'
    rule = f'<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="6" w:color="{ACCENT}"/></w:pBdr>'
    return [
        _style("Plattetekst", "Body Text", ppr=space(0, 120)),
        _style("Lijstalinea", "List Paragraph", ppr=space(0, 60) + '<w:ind w:left="357"/>'),
        _style(
            "Bijschrift", "caption", after="Plattetekst", ppr=KEEP + space(200, 80), rpr=BOLD + color(DEEP) + size(18)
        ),
        _style("Citaat", "Quote", ppr=space(120, 120) + '<w:ind w:left="567" w:right="567"/>', rpr="<w:i/><w:iCs/>"),
        _style("Koptekst", "header", ppr=rule + to_the_right, rpr=small, quick=False),
        _style("Voettekst", "footer", ppr='<w:jc w:val="center"/>', rpr=small, quick=False),
        _style("Tekstopmerking", "annotation text", quick=False),
    ]


def _contents() -> list[str]:
    tabs = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{TEXT_WIDTH}"/></w:tabs>'
    looks = ((1, 0, 120, BOLD + color(ACCENT)), (2, 284, 20, ""), (3, 567, 0, color(GREY)))
    return [
        _style(
            f"Inhopg{level}",
            f"toc {level}",
            ppr=f'{tabs}{space(before, 0)}<w:ind w:left="{left}"/>',
            rpr=look,
            quick=False,
        )
        for level, left, before, look in looks
    ]


def _cover() -> list[str]:
    return [
        _style(
            "Titel",
            "Title",
            after="Ondertitel",
            ppr="<w:keepNext/>" + space(4200, 240, 252),
            rpr=_DISPLAY + BOLD + color(ACCENT) + size(60),
        ),
        _style("Ondertitel", "Subtitle", after="Voorblad", ppr=space(0, 480), rpr=_DISPLAY + color(DEEP) + size(32)),
        _style("Voorblad", "Voorblad", ppr=space(0, 60), rpr=color(GREY) + size(22)),
    ]


def _characters() -> list[str]:
    found = partial(character, built_in=True, based="Standaardalinea-lettertype")
    return [
        found("Zwaar", "Strong", BOLD),
        found("Nadruk", "Emphasis", "<w:i/><w:iCs/>"),
        found("Hyperlink", "Hyperlink", color(ACCENT) + '<w:u w:val="single"/>'),
    ]


def theme() -> str:
    """Return `theme1.xml`: the colours and the fonts, so that Word offers them in its menus."""
    names = ("dk1", "lt1", "dk2", "lt2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")
    values = ("000000", "FFFFFF", INK, TINT, ACCENT, "5E8C2F", "C77700", DEEP, GREY, LINE, ACCENT, GREY)
    return theme_part("Fris", dict(zip(names, values, strict=True)), HEADING_FONT, TEXT_FONT)
