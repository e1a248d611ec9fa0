"""Text, links and status words can be read on whatever they stand on in a template, in Word and in LibreOffice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree

from generator.word.options import Options
from generator.word.reading.document import read
from generator.word.reading.opening import open_parts
from tests.support.templates import STYLES, Rel, W, build
from tests.support.tools import validate
from tests.word.helpers import body, document, parts
from tests.word.styling import made, style

if TYPE_CHECKING:
    from pathlib import Path

NS = {"w": W}
THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="T"><a:themeElements>'
    '<a:clrScheme name="T"><a:dk1><a:srgbClr val="000000"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1>'
    '<a:accent1><a:srgbClr val="1F6E43"/></a:accent1><a:hlink><a:srgbClr val="0563C1"/></a:hlink></a:clrScheme>'
    "</a:themeElements></a:theme>"
)
LINES = (
    '<w:tblPr>{}<w:tblBorders><w:insideH w:val="single" w:sz="4" w:space="0" w:color="808080"/></w:tblBorders>'
    "</w:tblPr>"
)
_WORDS = "x <a href='https://x.nl'>link</a> <strong>vet</strong> <em>schuin</em> <code>code</code>"
_STATUS = "".join(f"<span class='status {name}'>s</span> " for name in ("op_orde", "deels", "niet", "onbekend"))
_ROW = (
    f"<tr><th scope='row'>{_WORDS}</th><td>{_WORDS} {_STATUS}<mark class='open'>open</mark></td>"
    "<td class='getal'>7</td></tr>"
)
_ROOM = (
    "<{0} class='niet'><span class='status niet'>kamer</span> <a href='https://x.nl'>link</a></{0}>"
    "<{0} class='op_orde'><span class='status op_orde'>kamer</span> <a href='https://x.nl'>link</a></{0}>"
)
CONTENT = (
    f"<h1>Kop</h1><p>{_WORDS}</p><aside class='kader'><p class='kadertitel'>k</p><p>{_WORDS}</p></aside>"
    f"<table><caption>t</caption><thead><tr><th>{_WORDS}</th><th>h</th><th class='getal'>g</th></tr></thead>"
    f"<tbody>{_ROW * 5}</tbody><tfoot>{_ROW}</tfoot></table>"
    "<table class='planning'><caption>p</caption><thead><tr><th rowspan='2'>i</th><th colspan='2'>2026</th></tr>"
    "<tr><th>K1</th><th>K2</th></tr></thead>"
    f"<tbody><tr><th scope='row'>{_WORDS}</th><td class='balk'>█</td><td class='mijlpaal'>◆</td></tr></tbody></table>"
    f"<figure class='huis'><table class='huis'><caption>v</caption><thead><tr>{_ROOM.format('th')}</tr></thead>"
    f"<tbody><tr>{_ROOM.format('td')}</tr></tbody></table></figure>"
)


def _link(colour: str) -> str:
    return style(
        "Hyperlink", "L", "character", inside=f'<w:rPr><w:color w:val="{colour}"/><w:u w:val="single"/></w:rPr>'
    )


def _part(name: str, shading: str, ink: str = "") -> str:
    """Return a part of a table style; `shading` is a fill, or the attributes of `w:shd`."""
    shd = shading if "=" in shading else f'w:val="clear" w:color="auto" w:fill="{shading}"'
    text = f'<w:rPr><w:color w:val="{ink}"/></w:rPr>' if ink else ""
    cell = f"<w:tcPr><w:shd {shd}/></w:tcPr>" if shading else ""
    return f'<w:tblStylePr w:type="{name}">{text}{cell}</w:tblStylePr>'


def _table(*table_parts: str, properties: str = "") -> str:
    return style("Gemeentetabel", "GT", "table", inside=LINES.format(properties) + "".join(table_parts), custom=True)


HEAD = _part("firstRow", "DDDDDD")
TINT = 'w:val="clear" w:color="auto" w:fill="{}" w:themeFill="accent1" w:themeFillTint="{}"'
KINDS = {
    "tabelkop wit op zwart": _table(_part("firstRow", "000000", "FFFFFF")),
    "link in gevulde kopregel": _link("0000FF") + _table(_part("firstRow", "0072BC", "FFFFFF")),
    "link in gevulde kolom": _link("007A3D") + _table(HEAD, _part("firstCol", "A6A6A6")),
    "link in strepen": _link("0563C1") + _table(HEAD, _part("band1Horz", "D9D9D9"), _part("band2Horz", "A6A6A6")),
    "strepen van twee rijen": _link("2E74B5")
    + _table(HEAD, _part("band1Horz", "BFBFBF"), properties='<w:tblStyleRowBandSize w:val="2"/>'),
    "themakleur met tint": style(
        "Hyperlink", "L", "character", inside='<w:rPr><w:color w:val="0563C1" w:themeColor="hyperlink"/></w:rPr>'
    )
    + _table(_part("firstRow", TINT.format("1F6E43", "FF"), "FFFFFF"), _part("band1Horz", TINT.format("79D4A3", "99"))),
    "arcering solid": _table(_part("firstRow", 'w:val="solid" w:color="000080" w:fill="FFFFFF"', "FFFFFF")),
    "arcering in procenten": _link("2E74B5")
    + _table(
        _part("firstRow", 'w:val="pct80" w:color="000000" w:fill="FFFFFF"', "FFFFFF"),
        _part("band1Horz", 'w:val="pct30" w:color="000000" w:fill="FFFFFF"'),
        _part("band2Horz", 'w:val="pct62" w:color="800000" w:fill="FFFFFF"'),
    ),
    "arcering met lijnen": _link("0563C1")
    + _table(HEAD, _part("firstCol", 'w:val="diagStripe" w:color="404040" w:fill="FFFFFF"')),
    "hoek van de kopregel": _table(HEAD, _part("nwCell", "002060"), _part("neCell", "7F0000", "FFFFFF")),
    "donkere laatste regel": _link("0563C1")
    + _table(HEAD, _part("lastRow", "1F3864", "FFFFFF"), _part("swCell", "000000")),
    "kleur van tekst in strepen": _link("1F4E79") + _table(HEAD, _part("band2Horz", "F2F2F2", "000000")),
    "bleke tekst in strepen": _table(HEAD, _part("band1Horz", "D9D9D9", "8C8C8C")),
    "bleke kop van het sjabloon": _table(_part("firstRow", "DDDDDD", "808080")) + style("Tabelkop", "TK"),
    "bleke tabeltekst van het sjabloon": _table(HEAD, _part("band1Horz", "D9D9D9"))
    + style("Tabeltekst", "TT", inside='<w:rPr><w:color w:val="767676"/></w:rPr>'),
    "hele tabel gevuld": _link("2E74B5") + _table(_part("wholeTable", "DEEAF6"), _part("firstRow", "1F3864", "FFFFFF")),
    "donker kader": _link("0563C1")
    + style(
        "Kader",
        "K",
        inside='<w:pPr><w:shd w:val="clear" w:fill="1F3864"/></w:pPr><w:rPr><w:color w:val="FFFFFF"/></w:rPr>',
    ),
    "vet in kleur": _table(HEAD, _part("firstCol", "BFBFBF"), _part("firstRow", "5B2C6F", "FFFFFF"))
    + style("Strong", "S", "character", inside='<w:rPr><w:b/><w:color w:val="C00000"/></w:rPr>'),
}


def _document(kind: str, options: Options | None = None, page: str = CONTENT) -> bytes:
    has_theme = kind == "themakleur met tint"
    link = Rel("theme", "theme/theme1.xml", "rId_theme")
    types = {"/word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml"}
    file = build(
        styles=STYLES,
        more_styles=KINDS[kind],
        parts={"word/theme/theme1.xml": THEME} if has_theme else {},
        rels={"word/document.xml": [link]} if has_theme else {},
        content_types=types if has_theme else {},
    )
    return made(file, page, options)


@pytest.mark.parametrize("kind", KINDS)
def test_every_word_can_be_read_on_what_it_stands_on(kind: str) -> None:
    """Header rows, also a second one, bands, first columns, last rows, corners, patterns, boxes and coloured cells."""
    looks = read(open_parts(parts(_document(kind)))).looks
    weak = [(look.run.text, look.text.hex, look.behind.hex) for look in looks if look.ratio < look.needed]
    assert weak == []


def test_the_table_style_that_a_house_style_chose_can_be_read_too() -> None:
    """What somebody named in `huisstijl.yaml` keeps its name and look, but for the parts that nobody can read."""
    options = Options(styles={"table": "Gemeentetabel"})
    looks = read(open_parts(parts(_document("donkere laatste regel", options)))).looks
    assert all(look.ratio >= look.needed for look in looks)


def test_a_word_keeps_its_colour_where_a_band_colours_the_text() -> None:
    """LibreOffice lets a table style win from a character style; what stands on the run itself goes before both."""
    table = body(_document("kleur van tekst in strepen")).find("w:tbl", NS)
    assert table is not None
    for number, row in enumerate(table.iterfind("w:tr", NS)):
        inks = {
            str(item.find("w:rStyle", NS).get(f"{{{W}}}val")): item.find("w:color", NS)
            for item in row.iter(f"{{{W}}}rPr")
            if item.find("w:rStyle", NS) is not None
        }
        assert inks["L"] is None or inks["L"].get(f"{{{W}}}val") == "1F4E79"
        assert (inks["L"] is not None) == (number in {2, 4}), number
        if number in {2, 4}:
            assert inks["Statusniet"].get(f"{{{W}}}val") == "FFFFFF"


def test_a_template_in_which_all_can_be_read_gets_no_style_more() -> None:
    """The link of the template itself is used wherever it can be read."""
    page = CONTENT.partition("<figure")[0]
    sheet = etree.fromstring(parts(_document("kleur van tekst in strepen", page=page))["word/styles.xml"])
    names = {str(item.get(f"{{{W}}}val")) for item in sheet.iterfind("w:style/w:name", NS)}
    assert not {name for name in names if name.startswith("Wijkplan link")}


@pytest.mark.sdk
def test_documents_with_words_on_every_ground_are_valid(tmp_path: Path) -> None:
    """The styles that are added for that are sound."""
    files = []
    for number, kind in enumerate(sorted(KINDS.keys() - {"themakleur met tint"})):  # the theme of the test is not whole
        files.append(tmp_path / f"{number}.docx")
        files[-1].write_bytes(_document(kind))
    assert not any(validate(files).values())


def test_what_is_unknown_has_a_line_around_its_words_but_not_in_a_room_of_its_colour() -> None:
    """The line tells it apart on a page; around every word in a room it only makes that hard to read."""
    room = "<{0} class='onbekend'><span class='status onbekend'>kamer</span></{0}>"
    house = (
        f"<figure class='huis'><table class='huis'><caption>v</caption><thead><tr>{room.format('th')}</tr></thead>"
        f"<tbody><tr>{room.format('td')}</tr></tbody></table></figure>"
    )
    page = body(document(f"<p><span class='status onbekend'>los</span></p>{house}"))
    runs = {"".join(run.itertext()): run for run in page.iter(f"{{{W}}}r")}
    assert not runs["los"].xpath("w:rPr/w:bdr", namespaces=NS)
    assert runs["kamer"].xpath("string(w:rPr/w:bdr/@w:val)", namespaces=NS) == "nil"
