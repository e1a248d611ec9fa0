"""What a template's styles do to the room around tables, the lines of text and the width of words."""

from __future__ import annotations

import pytest

from generator.word.text.typefaces import Lettering
from tests.support.templates import W
from tests.word.helpers import body
from tests.word.styling import made, style, styles, template

NS = {"w": W}
TABLE = "<table><caption>t</caption><thead><tr><th>h</th></tr></thead><tbody><tr><td>c</td></tr></tbody></table>"
TIGHT = '<w:pPr><w:spacing w:before="{}" w:after="200"/></w:pPr>'
NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/>{}</w:style>'
OWN_TABLE = style(
    "Gemeentetabel",
    "GT",
    "table",
    custom=True,
    inside='<w:tblPr>{}<w:tblBorders><w:insideH w:val="single" w:sz="4" w:space="0" w:color="808080"/></w:tblBorders>'
    "{}</w:tblPr>",
)


def _before(document: bytes) -> int:
    """Return the room above what comes after a table, in twentieths of a point; 0 where only its style says."""
    following = body(document).findall("w:tbl", NS)[0].itersiblings()
    first = next(item for block in following for item in block.iter(f"{{{W}}}p"))
    spacing = first.find("w:pPr/w:spacing", NS)
    return 0 if spacing is None else int(spacing.get(f"{{{W}}}before", "0"))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("caption", TABLE),
        ("heading 2", "<h2>Kop</h2>"),
        ("heading 3", "<h3>Kop</h3>"),
        ("Quote", "<blockquote><p>q</p></blockquote>"),
        ("Intro", "<p class='intro'>i</p>"),
        ("caption", f"<section data-blok='x'>{TABLE}</section>"),
        ("Quote", "<div data-antwoord='wijk.naam'><blockquote><p>q</p></blockquote></div>"),
    ],
)
def test_what_comes_after_a_table_stands_apart_from_it(name: str, content: str) -> None:
    """A caption, heading or text whose style has no room above it gets that there, and only there."""
    page = f"<h1>Een</h1>{TABLE}{content}<p>tekst</p>"
    assert _before(made(template(style(name, "X", inside=TIGHT.format(0))), page)) == 160
    assert _before(made(template(style(name, "X", inside=TIGHT.format(300))), page)) == 0
    elsewhere = body(made(template(style(name, "X", inside=TIGHT.format(0))), f"<h1>Een</h1>{content}<p>tekst</p>"))
    assert elsewhere.findall("w:p/w:pPr/w:spacing", NS) == []


def test_room_that_word_makes_by_itself_does_not_undo_the_room_after_a_table() -> None:
    """Styles that came from a web page leave the room to Word, which then pays no heed to a number."""
    caption = style("caption", "C", inside='<w:pPr><w:spacing w:before="0" w:beforeAutospacing="1"/></w:pPr>')
    found = body(made(template(caption), f"<h1>Een</h1>{TABLE}{TABLE}")).findall("w:tbl", NS)[0].getnext()
    assert found is not None
    assert found.find("w:pPr/w:spacing", NS).get(f"{{{W}}}beforeAutospacing") == "0"  # type: ignore[union-attr]  # it has one


@pytest.mark.parametrize(
    ("indent", "expected"),
    [
        ('<w:tblInd w:w="567" w:type="dxa"/>', "0"),
        ('<w:tblInd w:w="-284" w:type="dxa"/>', "0"),
        ('<w:tblInd w:w="0" w:type="dxa"/>', None),
        ("", None),
    ],
)
def test_a_table_style_with_an_indent_keeps_the_table_between_the_margins(indent: str, expected: str | None) -> None:
    """Tables are as wide as the text: one that steps in would stand in the margin at the other side."""
    table = body(made(template(OWN_TABLE.format(indent, "")), TABLE)).find("w:tbl/w:tblPr/w:tblInd", NS)
    assert (None if table is None else table.get(f"{{{W}}}w")) == expected


@pytest.mark.parametrize("role", ["p", "ul1", "tabeltekst", "bijschrift", "kader", "p.bron"])
def test_lines_below_single_are_made_single(role: str) -> None:
    """A template with 80 % between its lines gives running text that can be read; its title may stay close."""
    tight = '<w:pPr><w:spacing w:line="192" w:lineRule="auto"/></w:pPr>'
    own = style("Body Text", "P", inside=tight) + style("Title", "T", inside=tight)
    found = styles(NORMAL.format(tight) + own, bare=True)
    assert found.measure(found.of(role), "spacing", "line") >= 240
    assert found.of("titel") == "T"


@pytest.mark.parametrize("spacing", ['w:line="240" w:lineRule="auto"', 'w:line="200" w:lineRule="atLeast"'])
def test_lines_that_are_high_enough_stay(spacing: str) -> None:
    """Single is enough, and a least height never makes a line lower than its text."""
    assert styles(style("Body Text", "P", inside=f"<w:pPr><w:spacing {spacing}/></w:pPr>")).of("p") == "P"


def _grid(file: bytes, page: str) -> list[int]:
    return [int(item.get(f"{{{W}}}w", "0")) for item in body(made(file, page)).iter(f"{{{W}}}gridCol")]


@pytest.mark.parametrize("font", ["Verdana", "Montserrat", "Century Gothic", "Poppins", "Arial Black", "Open Sans"])
def test_wide_fonts_take_more_room_than_arial(font: str) -> None:
    """Words are as wide as the font sets them."""
    for word in ("communicatieadviseur", "raadsinformatiebrief"):
        assert Lettering(font, 9).width(word) > Lettering("Arial", 9).width(word) * 1.02


def test_a_montserrat_word_is_as_wide_as_the_font_says() -> None:
    """The letters of `raad` are 401, 590, 590 and 678 thousandths; at 10 points together 22.6 points."""
    assert Lettering("Montserrat", 10).width("raad") / 20 == pytest.approx(22.6, abs=0.1)


@pytest.mark.parametrize(
    "looks",
    [
        '<w:spacing w:val="20"/>',
        '<w:w w:val="120"/>',
        "<w:caps/>",
        "<w:b/>",
        '<w:rFonts w:ascii="Verdana" w:hAnsi="Verdana"/>',
    ],
)
def test_a_column_has_room_for_letters_that_stand_apart_or_are_wide(looks: str) -> None:
    """Letter spacing, stretched letters, capitals, bold text and a wide font in the style of a cell all count."""
    row = "<tr><th>Wie</th><td>communicatieadviseur</td><td>x</td></tr>"
    columns = "".join(f'<col style="width:{share}%">' for share in (60, 5, 35))
    head = "<thead><tr><th>a</th><th>b</th><th>c</th></tr></thead>"
    page = f"<table><caption>t</caption><colgroup>{columns}</colgroup>{head}<tbody>{row}</tbody></table>"
    plain, wide = (style("Tabeltekst", "TT", inside=inside) for inside in ("", f"<w:rPr>{looks}</w:rPr>"))
    assert _grid(template(wide), page)[1] > _grid(template(plain), page)[1]


def test_a_column_counts_the_room_beside_the_text_in_its_cells() -> None:
    """Word's own tables keep 108 twentieths of a point at each side; a house style may keep more."""
    sides = '<w:tblCellMar><w:left w:w="300" w:type="dxa"/><w:right w:w="300" w:type="dxa"/></w:tblCellMar>'
    columns = '<colgroup><col style="width:5%"><col style="width:95%"></colgroup>'
    head = "<thead><tr><th>h</th><th>i</th></tr></thead>"
    row = "<tr><td>raadsinformatiebrief</td><td>x</td></tr>"
    page = f"<table><caption>t</caption>{columns}{head}<tbody>{row}</tbody></table>"
    usual, padded = (_grid(template(OWN_TABLE.format("", own)), page)[0] for own in ("", sides))
    assert padded - usual == pytest.approx(400, abs=5)


def test_the_heading_of_the_contents_is_never_left_behind() -> None:
    """It starts a page: LibreOffice does not keep a heading with the list of contents after it."""
    nav = "<nav class='inhoud'><h1 class='ongenummerd inhoudskop'>Inhoud</h1></nav>"
    found = body(made(template(), f"<h1>Een</h1><p>tekst</p>{nav}<h1>Twee</h1>")).findall("w:p", NS)
    heading = next(item for item in found if "".join(item.itertext()) == "Inhoud")
    assert heading.find("w:pPr/w:pageBreakBefore", NS) is not None
