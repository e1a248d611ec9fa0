"""Styles by role: what a template lacks is made in its own look, and the document is sound."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from generator.colours import ENOUGH, contrast, luminance
from generator.word.opened_house_style import open_word_file
from generator.word.options import Options
from generator.word.reading.theme import Theme
from generator.word.roles import ROLES
from generator.word.styles import Styles
from tests.support.templates import Rel, W, build, root
from tests.support.tools import validate
from tests.word.helpers import parts
from tests.word.styling import everything, in_list, made, numbers, style, styles, template, val

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element

NS = {"w": W}
STATUSES = ("status.op_orde", "status.deels", "status.niet", "status.onbekend")
THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme>'
    '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:accent1><a:srgbClr val="{}"/></a:accent1>'
    "</a:clrScheme></a:themeElements></a:theme>"
)
LINES = '<w:tblPr><w:tblBorders><w:insideH w:val="single" w:sz="4"/></w:tblBorders></w:tblPr>'
HEAD = (
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:tcPr><w:shd w:val="clear"'
    ' w:fill="004080"/></w:tcPr></w:tblStylePr>'
)
TEMPLATES = {
    "kaal": {"bare": True},
    "gewoon": {},
    "koppen": {
        "styles": style("heading 1", "Kop1", inside='<w:rPr><w:color w:val="0A5A3C"/><w:sz w:val="40"/></w:rPr>')
    },
    "genummerd": {
        "styles": style("heading 1", "Kop1", inside=in_list(1, None)),
        "numbering": numbers("decimal Hoofdstuk %1|Kop1"),
    },
    "lijst zonder opsomming": {
        "styles": style("List Bullet", "Lijstopsomteken") + style("List Number", "Lijstnummering")
    },
    "opsomming naar niets": {"styles": style("List Bullet", "B", inside=in_list(77))},
    "verborgen": {
        "styles": '<w:style w:type="paragraph" w:default="1" w:styleId="n"><w:name w:val="Normal"/><w:pPr><w:bidi/>'
        "</w:pPr><w:rPr><w:vanish/></w:rPr></w:style>",
        "bare": True,
    },
    "ids die al bestaan": {
        "styles": "".join(style(f"Teken {key}", key, "character") for key in ("heading1", "BODYTEXT", "Kader"))
    },
    "tabel": {"styles": style("Gemeentetabel", "GT", "table", inside=LINES + HEAD, custom=True)},
    "rooster": {"styles": style("Table Grid", "Tabelraster", "table", inside=LINES)},
}


@pytest.mark.sdk
@pytest.mark.parametrize("numbered", [None, True, False])
def test_documents_with_every_role_are_valid(tmp_path: Path, numbered: bool | None) -> None:
    """The Open XML SDK finds no fault in a page with every role, in any of these templates."""
    files = []
    for name, features in TEMPLATES.items():
        files.append(tmp_path / f"{name}.docx")
        options = Options(numbered=numbered, colours={"status.deels": ("FFDD00", "000000")})
        files[-1].write_bytes(made(template(**features), everything(), options))  # type: ignore[arg-type]  # features of one template
    assert {path.stem: errors for path, errors in validate(files).items()} == {name: [] for name in TEMPLATES}


def test_the_same_template_gives_the_same_bytes() -> None:
    """Styles and lists that are made have no number by chance."""
    assert made(template(bare=True), everything()) == made(template(bare=True), everything())


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_style_that_the_document_names_is_there_once(name: str) -> None:
    """No paragraph, run or table names a style that is not there, and no two ids differ in case alone."""
    found = parts(made(template(**TEMPLATES[name]), everything()))  # type: ignore[arg-type]  # features of one template
    ids = [str(item) for item in etree.fromstring(found["word/styles.xml"]).xpath("w:style/@w:styleId", namespaces=NS)]
    assert len({key.casefold() for key in ids}) == len(ids)
    body = etree.fromstring(found["word/document.xml"])
    named = {
        str(item) for tag in ("pStyle", "rStyle", "tblStyle") for item in body.xpath(f"//w:{tag}/@w:val", namespaces=NS)
    }
    assert named <= set(ids)


def test_nothing_is_made_before_it_is_asked_for() -> None:
    """A page with one paragraph adds one style and no list."""
    found = parts(made(template(), "<p>a</p>"))
    assert found["word/styles.xml"].count(b"<w:style ") == 5
    assert b"<w:num " not in found["word/numbering.xml"]


def test_own_names_are_marked_as_such() -> None:
    """A style that Word does not know by name is a custom one; one that it knows is not."""
    found = styles(bare=True)
    for role in ROLES:
        found.of(role)
    custom = {str(val(item.find(f"{{{W}}}name"))): item.get(f"{{{W}}}customStyle") for item in _sheet(found)}
    assert (custom["heading 1"], custom["toc 2"], custom["List Number 3"], custom["caption"]) == (None,) * 4
    assert (custom["Kader"], custom["Wijkplan Tabel"], custom["Bijlage"]) == ("1",) * 3


def test_headings_follow_the_one_that_the_template_has() -> None:
    """A heading that is made has the font and colour of the nearest, and is no larger than a higher one."""
    rpr = '<w:rPr><w:rFonts w:ascii="Georgia"/><w:b/><w:color w:val="0A5A3C"/><w:sz w:val="32"/></w:rPr>'
    found = styles(style("heading 1", "K", inside=rpr))
    key = str(found.of("h2"))
    assert val(found.property(key, "color", "rPr")) == "0A5A3C"
    assert "Georgia" in found.property(key, "rFonts", "rPr").attrib.values()
    sizes = [found.size(str(found.of(f"h{level}"))) for level in range(1, 7)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == 16
    assert sizes[-1] >= 10


def test_headings_have_their_level_and_stay_with_the_text() -> None:
    """Each heading that is made has its outline level and never ends a page."""
    found = styles()
    for level in range(1, 7):
        key = str(found.of(f"h{level}"))
        assert val(found.property(key, "outlineLvl")) == str(level - 1)
        assert found.property(key, "keepNext") is not None
    assert val(found.property(str(found.of("h1.bijlage")), "outlineLvl")) == "0"


@pytest.mark.parametrize(("accent", "kept"), [("7A1F5C", True), ("FFD100", False)])
def test_the_accent_of_the_theme_is_used_where_it_can_be_read(accent: str, kept: bool) -> None:
    """A light accent is darkened until text in it can be read on the page."""
    found = Styles(etree.fromstring(root("styles", "")), theme=Theme(etree.fromstring(THEME.format(accent))))
    colour = str(val(found.property(str(found.of("h1")), "color", "rPr")))
    assert (colour == accent) is kept
    assert contrast(colour, "FFFFFF") >= ENOUGH


def test_a_theme_that_cannot_be_read_is_none(tmp_path: Path) -> None:
    """Headings are then in the colour of running text."""
    file = tmp_path / "huisstijl.docx"
    rels = {"word/document.xml": [Rel("theme", "theme/theme1.xml")]}
    file.write_bytes(build(parts={"word/theme/theme1.xml": b"<a"}, rels=rels))
    opened = open_word_file(file).house_style()
    found = Styles(opened.styles, theme=opened.theme)
    assert found.property(str(found.of("h1")), "color", "rPr") is None


def test_each_status_can_be_told_without_colour() -> None:
    """The four differ in lightness, and the text on each can be read."""
    found = styles()
    grounds = []
    for role in STATUSES:
        key = str(found.of(role))
        shade = found.property(key, "shd", "rPr")
        assert shade is not None
        grounds.append(shade.get(f"{{{W}}}fill", ""))
        assert contrast(grounds[-1], str(val(found.property(key, "color", "rPr")))) >= ENOUGH
    for one, other in combinations(grounds, 2):
        assert abs(luminance(one) - luminance(other)) >= 0.1


def test_colours_that_the_house_style_asks_go_first() -> None:
    """They hold with and without a style in the template, and text that could not be read on them gives way."""
    options = Options(colours={"status.niet": ("112233", "FFFFFF"), "status.deels": ("FFEE00", "FFFF00")})
    found = styles(style("Status niet", "SN", "character"), options=options)
    assert found.found("status.niet").base == "Status niet"
    shade = found.property(str(found.of("status.niet")), "shd", "rPr")
    assert shade is not None
    assert shade.get(f"{{{W}}}fill") == "112233"
    assert val(found.property(str(found.of("status.deels")), "color", "rPr")) == "000000"


def test_the_template_s_own_table_style_is_used_the_most_used_first() -> None:
    """A style that its own tables use goes before one that is only there."""
    more = "".join(style(f"T{n}", f"T{n}", "table", inside=LINES + _room() + HEAD, custom=True) for n in (1, 2))
    body = '<w:tbl><w:tblPr><w:tblStyle w:val="T2"/></w:tblPr></w:tbl>'
    assert styles(more.replace("</w:tblPr><w:tblPr>", "")).of("table") == "T1"
    found = styles(more.replace("</w:tblPr><w:tblPr>", ""), body=body)
    assert (found.of("table"), found.of("table.matrix")) == ("T2", "T2")


def _room() -> str:
    return '<w:tblPr><w:tblCellMar><w:top w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr>'


def test_word_s_own_grid_gets_a_header_row_that_shows() -> None:
    """Used by the template's own tables it is the base; unused it is not."""
    grid = style("Table Grid", "TG", "table", inside=LINES)
    body = '<w:tbl><w:tblPr><w:tblStyle w:val="TG"/></w:tblPr></w:tbl>'
    assert styles(grid, body=body).found("table").base == "Table Grid"
    assert styles(grid).found("table").base is None
    for found in (styles(grid, body=body), styles(grid), styles()):
        assert _fill(_element(found, "table"), "firstRow") not in {None, "FFFFFF"}


@pytest.mark.parametrize(("count", "base"), [(1, "Grid Table 4 Accent 1"), (5, None)])
def test_word_s_own_table_styles_count_when_somebody_chose_them(count: int, base: str | None) -> None:
    """One with lines and a header row was used once; a whole row of them is no choice."""
    more = "".join(
        style(f"Grid Table 4 Accent {n}", f"G{n}", "table", inside=LINES + HEAD) for n in range(1, count + 1)
    )
    assert styles(more).found("table").base == base


def test_tables_that_are_made_have_lines() -> None:
    """In a template without table styles the rows are told apart."""
    found = styles(bare=True)
    for role in ("table", "table.planning"):
        line = _element(found, role).find("w:tblPr/w:tblBorders/w:insideH", NS)
        assert val(line) == "single"


def test_the_data_table_keeps_the_header_row() -> None:
    """A table style that is based on another has its parts too: LibreOffice does not inherit them."""
    found = styles(style("Gemeentetabel", "GT", "table", inside=LINES + HEAD, custom=True))
    assert _fill(_element(found, "table.gegevens"), "firstRow") == "004080"


def test_text_in_a_dark_header_row_is_light() -> None:
    """The style for it is made for the table style of the template."""
    found = styles(style("Gemeentetabel", "GT", "table", inside=LINES + HEAD, custom=True))
    assert contrast(str(val(found.property(str(found.of("tabelkop")), "color", "rPr"))), "004080") >= ENOUGH
    dark = style("Tabelkop", "TK", inside='<w:rPr><w:color w:val="000000"/></w:rPr>')
    mended = styles(style("Gemeentetabel", "GT", "table", inside=LINES + HEAD, custom=True) + dark)
    assert mended.found("tabelkop").base == "Tabelkop"
    assert contrast(str(val(mended.property(str(mended.of("tabelkop")), "color", "rPr"))), "004080") >= ENOUGH


@pytest.mark.parametrize("ground", ["000000", "004080", "0072BC", "7F7F7F", "C00000", "FFC000", "FFFFFF"])
@pytest.mark.parametrize("role", ["tabelkop", "tabelkopgetal", "planningkop"])
@pytest.mark.parametrize("own", ["", '<w:rPr><w:color w:val="808080"/></w:rPr>', None])
def test_every_cell_of_a_header_row_can_be_read(ground: str, role: str, own: str | None) -> None:
    """Also those over numbers and over the bars of a planning, whose styles follow from that of the others."""
    head = HEAD.replace("004080", ground)
    more = style("Gemeentetabel", "GT", "table", inside=LINES + head, custom=True)
    found = styles(more + ("" if own is None else style("Tabelkop", "TK", inside=own)))
    assert contrast(found.ink(role), ground) >= ENOUGH


def test_a_dark_first_column_is_made_readable() -> None:
    """Row headings stand on the colour of the page when the template's colour hides them."""
    column = HEAD.replace("firstRow", "firstCol")
    found = styles(style("Gemeentetabel", "GT", "table", inside=LINES + HEAD + column, custom=True))
    assert found.found("table").base == "Gemeentetabel"
    assert _fill(_element(found, "table"), "firstCol") == "FFFFFF"


def _sheet(found: Styles) -> list[_Element]:
    parent = _element(found, "p").getparent()
    assert parent is not None
    return parent.findall("w:style", NS)


def _element(found: Styles, role: str) -> _Element:
    return found._sheet.element(str(found.of(role)))


def _fill(style_element: _Element, part: str) -> str | None:
    shade = style_element.find(f"w:tblStylePr[@w:type='{part}']/w:tcPr/w:shd", NS)
    return None if shade is None else shade.get(f"{{{W}}}fill")
