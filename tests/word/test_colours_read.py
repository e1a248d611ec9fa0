"""The writer and the rules of accessibility see the same colours in a Word file: those that Word shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.word.opened_house_style import open_word_file
from generator.word.reading.document import read
from generator.word.reading.opening import open_document
from generator.word.styles import Styles
from tests.support.templates import SECTION, Rel, build, root
from tests.word.styling import style

if TYPE_CHECKING:
    from pathlib import Path

THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="t"><a:themeElements>'
    '<a:clrScheme name="t"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
    '<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:accent1><a:srgbClr val="{}"/></a:accent1>'
    "</a:clrScheme></a:themeElements></a:theme>"
)
TEXT = '<w:p><w:pPr><w:pStyle w:val="Titel"/></w:pPr><w:r><w:t>Plan</w:t></w:r></w:p>'
DARK = '<w:pPr><w:shd w:val="clear" w:fill="000000"/></w:pPr>'
PALETTE = {
    "4472C4": ("D9E2F3", "B4C6E7", "8EAADB", "2F5496", "1F3864"),
    "ED7D31": ("FBE4D5", "F7CAAC", "F4B083", "C45911", "833C0B"),
    "FFC000": ("FFF2CC", "FFE599", "FFD966", "BF8F00", "7F5F00"),
    "70AD47": ("E2EFD9", "C5E0B3", "A8D08D", "538135", "375623"),
}
"""An accent, and what Word stores beside it when one chooses it 80, 60 and 40 % lighter, 25 and 50 % darker."""
STEPS = ('w:themeTint="33"', 'w:themeTint="66"', 'w:themeTint="99"', 'w:themeShade="BF"', 'w:themeShade="80"')


def seen(file: Path, look: str, *, accent: str = "4472C4", settings: str = "", page: str = "") -> tuple[str, str]:
    """Return the colour of text and the one behind it as the rules see them; the writer must see the same.

    Args:
        file: Where the Word file is put.
        look: What is inside the style of the text.
        accent: The first accent of the theme.
        settings: What is inside the settings.
        page: The background of the pages.
    """
    document = build(
        more_styles=style("Title", "Titel", inside=look),
        settings=settings,
        parts={
            "word/document.xml": root("document", f"{page}<w:body>{TEXT}<w:sectPr>{SECTION}</w:sectPr></w:body>"),
            "word/theme/theme1.xml": THEME.format(accent),
        },
        rels={"word/document.xml": [Rel("theme", "theme/theme1.xml")]},
    )
    model = read(open_document(document))
    (look,) = model.looks
    text, behind = look.text, look.behind
    file.write_bytes(document)
    opened = open_word_file(file).house_style()
    styles = Styles(opened.styles, theme=opened.theme, body=opened.body)
    assert (styles.ink("titel"), styles.ground("titel") or styles.look.paper) == (text.hex, behind.hex)
    return text.hex, behind.hex


@pytest.mark.parametrize(
    ("colour", "expected"),
    [
        ('w:val="000000" w:themeColor="accent1" w:themeTint="33"', "D9E2F3"),
        ('w:val="FF0000" w:themeColor="accent1"', "4472C4"),
        ('w:val="000000" w:themeColor="accent1" w:themeShade="80"', "1F3864"),
        ('w:val="1F3763" w:themeColor="accent1" w:themeShade="80"', "1F3763"),
        ('w:val="FF0000" w:themeColor="accent6"', "FF0000"),
        ('w:val="FF0000" w:themeColor="none"', "FF0000"),
        ('w:val="FF0000"', "FF0000"),
    ],
)
def test_a_colour_of_the_theme_wins(tmp_path: Path, colour: str, expected: str) -> None:
    """A colour that the theme has wins over the plain one beside it, made lighter or darker as Word does."""
    assert seen(tmp_path / "s.docx", f"{DARK}<w:rPr><w:color {colour}/></w:rPr>") == (expected, "000000")


@pytest.mark.parametrize(
    ("shading", "expected"),
    [
        ('w:val="pct25" w:color="FF0000" w:fill="FFFFFF"', "FFBFBF"),
        ('w:val="pct12" w:color="000000" w:fill="FFFFFF"', "DFDFDF"),
        ('w:val="pct50" w:color="auto" w:fill="auto"', "808080"),
        ('w:val="solid" w:color="000080" w:fill="FFFFFF"', "000080"),
        ('w:val="solid" w:color="000080" w:themeColor="accent1" w:fill="FFFFFF"', "4472C4"),
        ('w:val="clear" w:color="000080" w:fill="FFFFFF" w:themeFill="accent1" w:themeFillTint="33"', "D9E2F3"),
        ('w:val="clear" w:color="auto" w:fill="auto"', "FFFFFF"),
    ],
)
def test_a_pattern_is_mixed_with_its_fill(tmp_path: Path, shading: str, expected: str) -> None:
    """What is behind a text is the fill with so much of the other colour over it as the pattern says."""
    look = f'<w:pPr><w:shd {shading}/></w:pPr><w:rPr><w:color w:val="800080"/></w:rPr>'
    assert seen(tmp_path / "s.docx", look) == ("800080", expected)


@pytest.mark.parametrize(("mapping", "expected"), [("", "000000"), ('<w:clrSchemeMapping w:t1="light1"/>', "FFFFFF")])
def test_the_settings_say_which_colour_text_has(tmp_path: Path, mapping: str, expected: str) -> None:
    """A document can turn dark and light round: `text1` is what its settings say."""
    look = '<w:pPr><w:shd w:val="clear" w:fill="777777"/></w:pPr><w:rPr><w:color w:themeColor="text1"/></w:rPr>'
    assert seen(tmp_path / "s.docx", look, settings=mapping) == (expected, "777777")


@pytest.mark.parametrize(("settings", "expected"), [("", "FFFFFF"), ("<w:displayBackgroundShape/>", "4472C4")])
def test_pages_have_a_colour_where_they_show_it(tmp_path: Path, settings: str, expected: str) -> None:
    """Word shows the background of the pages only when the settings say so."""
    page = '<w:background w:color="FFFFFF" w:themeColor="accent1"/>'
    look = '<w:rPr><w:color w:val="200000"/></w:rPr>'
    assert seen(tmp_path / "s.docx", look, settings=settings, page=page) == ("200000", expected)


@pytest.mark.parametrize("accent", PALETTE)
@pytest.mark.parametrize("step", range(len(STEPS)))
def test_the_palette_is_that_of_word(tmp_path: Path, accent: str, step: int) -> None:
    """Lighter and darker shades are those of Word, but for the last bit: it rounds in a way of its own."""
    look = f'{DARK}<w:rPr><w:color w:val="FFFFFF" w:themeColor="accent1" {STEPS[step]}/></w:rPr>'
    found, _ = seen(tmp_path / "s.docx", look, accent=accent)
    pairs = zip(bytes.fromhex(found), bytes.fromhex(PALETTE[accent][step]), strict=True)
    assert max(abs(one - other) for one, other in pairs) <= 1


PAIR = '<w:rPr><w:color w:val="{}"/></w:rPr><w:tcPr><w:shd w:val="clear" w:fill="{}"/></w:tcPr>'
TABLE_STYLE = (
    '<w:style w:type="table" w:styleId="T"><w:name w:val="T"/><w:tblPr><w:tblStyleRowBandSize w:val="1"/></w:tblPr>'
    + "".join(
        f'<w:tblStylePr w:type="{part}">{PAIR.format(*pair)}</w:tblStylePr>'
        for part, pair in {
            "firstRow": ("FFFFFF", "102030"),
            "firstCol": ("400000", "E0E0E0"),
            "band2Horz": ("004000", "F0F0F0"),
            "nwCell": ("FFFF00", "000040"),
        }.items()
    )
    + "</w:style>"
)
TABLE_LOOK = '<w:tblStyle w:val="T"/><w:tblLook w:firstRow="1" w:firstColumn="1" w:noVBand="1"/>'


def table(properties: str = "", cell: str = "", inside: str = "") -> str:
    """Return a table of three rows and two columns.

    Args:
        properties: What stands in the properties of the table after its style.
        cell: What stands in the properties of the last cell.
        inside: What stands in the last cell before its text.
    """
    words = "<w:p><w:r><w:t>x</w:t></w:r></w:p>"
    plain, last = f"<w:tc>{words}</w:tc>", f"<w:tc><w:tcPr>{cell}</w:tcPr>{inside}{words}</w:tc>"
    rows = "".join(f"<w:tr>{plain}{plain if row < 2 else last}</w:tr>" for row in range(3))
    return f"<w:tbl><w:tblPr>{TABLE_LOOK}{properties}</w:tblPr>{rows}</w:tbl>"


def test_text_that_looks_alike_is_looked_at_once() -> None:
    """Passing over text whose styles and place decide the same loses no colour, wherever tables stand."""
    grey = '<w:shd w:val="clear" w:fill="{}"/>'
    body = table() * 8 + table(grey.format("909090")) + table(cell=grey.format("A0A0A0"))
    body += table(cell=grey.format("B0B0B0"), inside=table()) + table(inside=table(grey.format("C0C0C0"))) + "<w:p/>"
    defaults = '<w:docDefaults><w:rPrDefault><w:rPr><w:color w:val="202020"/></w:rPr></w:rPrDefault></w:docDefaults>'
    model = read(open_document(build(body=body, styles=defaults + TABLE_STYLE)))
    colours = model.backgrounds
    every = {
        (colours.text_colour(run, paragraph).hex, colours.behind(run, paragraph).hex)
        for paragraph in model.paragraphs
        for run in paragraph.runs
    }
    assert {(look.text.hex, look.behind.hex) for look in model.looks} == every
    assert {behind for _, behind in every} >= {"102030", "E0E0E0", "F0F0F0", "000040", "909090", "A0A0A0", "B0B0B0"}
    assert len(model.looks) < sum(len(paragraph.runs) for paragraph in model.paragraphs) / 2
