"""Styles by role: bullets are bullets, numbers count, and headings show what Word shows."""

from __future__ import annotations

import pytest
from lxml import etree

from generator.word.options import Options
from generator.word.styling.list_styles import Place
from generator.word.text.numbering import Numbering, formatted
from tests.support.templates import W
from tests.word.helpers import body, paragraphs, parts
from tests.word.styling import in_list, made, number, numbers, style, styles, template, val

NS = {"w": W}
HEADINGS = "<nav class='inhoud'></nav><h1>Een</h1><h2>A</h2><h2>B</h2><h3>C</h3><h1>Twee</h1><h2>D</h2>"
BULLET = style("List Bullet", "LB", inside=in_list(1))


def _contents(document: bytes) -> list[str]:
    return [text for key, text in paragraphs(document) if key.startswith("TOC")]


def _headings(*levels: str) -> str:
    return "".join(
        style(f"heading {level}", f"H{level}", inside=in_list(1, None)) for level in range(1, len(levels) + 1)
    )


@pytest.mark.parametrize(
    ("more", "numbering", "how"),
    [
        ("", "", "gemaakt"),
        (style("List Bullet", "LB"), "", "gemaakt"),
        (BULLET, "", "gemaakt"),
        (BULLET, number(1, 9), "gemaakt"),
        (BULLET, numbers("decimal %1."), "gemaakt"),
        (BULLET, numbers("bullet •"), "naam"),
        (BULLET, numbers("bullet •").replace("•", ""), "gemaakt"),
        (style("List Paragraph", "LP"), "", "gemaakt"),
        (style("Opsomming", "O"), "", "gemaakt"),
        (style("Opsomming", "O", inside=in_list(1)), numbers("bullet •"), "naam"),
        (style("Iets", "Listepuces", inside=in_list(1)), numbers("bullet •"), "id"),
    ],
)
def test_bullets_are_bullets(more: str, numbering: str, how: str) -> None:
    """Whatever a template has under that name, an item of a list without order has a sign."""
    found = styles(more, numbering=numbering)
    place = found.lists.place(str(found.of("ul1")))
    assert place is not None
    level = found.lists.level(place)
    assert level is not None
    assert (level.form, found.found("ul1").how) == ("bullet", how)
    assert level.text


@pytest.mark.parametrize(
    ("more", "numbering", "how"),
    [
        ("", "", "gemaakt"),
        (style("List Number", "LN"), "", "gemaakt"),
        (style("List Number", "LN", inside=in_list(1)), numbers("bullet •"), "gemaakt"),
        (style("List Number", "LN", inside=in_list(1)), numbers("upperLetter %1)"), "naam"),
    ],
)
def test_numbers_are_numbers(more: str, numbering: str, how: str) -> None:
    """Whatever a template has under that name, an item of a list with order has a number."""
    found = styles(more, numbering=numbering)
    place = found.lists.place(str(found.of("ol1")))
    assert place is not None
    level = found.lists.level(place)
    assert level is not None
    assert level.form != "bullet"
    assert found.found("ol1").how == how


@pytest.mark.parametrize("family", ["ul", "ol"])
@pytest.mark.parametrize("own", [True, False])
def test_deeper_levels_step_in(family: str, own: bool) -> None:
    """Each level that is made stands further in than the one before, and from the template's own first level."""
    name = "List Bullet" if family == "ul" else "List Number"
    more = style(name, "X", inside=in_list(1)) if own else ""
    found = styles(more, numbering=numbers("bullet •" if family == "ul" else "decimal %1."))
    lefts = []
    for depth in (1, 2, 3):
        place = found.lists.place(str(found.of(f"{family}{depth}")))
        assert place is not None
        assert place.level == depth - 1
        level = found.lists.level(place)
        assert level is not None
        lefts.append(level.left or 0)
    assert lefts[0] < lefts[1] < lefts[2]
    assert not own or lefts == [400, 800, 1200]


def test_a_list_that_is_made_is_tied_to_its_styles() -> None:
    """Word takes the level of a style from the list; what a list is made from stands before all lists."""
    found = parts(made(template(), "<ul><li>x<ul><li>y</li></ul></li></ul><ol><li>z</li></ol>"))
    root = etree.fromstring(found["word/numbering.xml"])
    assert root.xpath("w:abstractNum/w:lvl/w:pStyle/@w:val", namespaces=NS) == [
        "ListBullet",
        "ListBullet2",
        "ListNumber",
    ]
    order = [etree.QName(item).localname for item in root]
    assert order == sorted(order)
    signs = root.xpath("w:abstractNum/w:nsid/@w:val", namespaces=NS)
    assert len(set(signs)) == len(signs) == 2


def test_new_lists_stand_where_the_schema_wants_them() -> None:
    """Also when the template has lists of its own, and a mark after them."""
    own = numbers("bullet •") + '<w:numIdMacAtCleanup w:val="3"/>'
    found = parts(made(template(numbering=own), "<ol><li>z</li></ol>"))
    names = [etree.QName(item).localname for item in etree.fromstring(found["word/numbering.xml"])]
    assert names == ["abstractNum", "abstractNum", "num", "num", "num", "numIdMacAtCleanup"]


def test_each_list_starts_at_one() -> None:
    """Two lists in one style have two numbers; the second does not go on."""
    document = made(template(), "<ol><li>a</li></ol><ol><li>b</li></ol>")
    used = body(document).xpath(".//w:numPr/w:numId/@w:val", namespaces=NS)
    assert len(set(used)) == 2


def test_a_deeper_list_that_shows_the_number_above_goes_on_in_it() -> None:
    """With numbers such as 2.1 the deeper items belong to the same list."""
    more = style("List Number", "N1", inside=in_list(1)) + style("List Number 2", "N2", inside=in_list(1, 1))
    document = made(
        template(more, numbering=numbers("decimal %1.", "decimal %1.%2")), "<ol><li>a<ol><li>b</li></ol></li></ol>"
    )
    pairs = [(item[0].get(f"{{{W}}}val"), item[1].get(f"{{{W}}}val")) for item in body(document).iter(f"{{{W}}}numPr")]
    assert pairs == [("0", pairs[0][1]), ("1", pairs[0][1])]


@pytest.mark.parametrize(
    ("levels", "shown"),
    [
        (("decimal %1.|H1", "decimal %1.%2|H2"), ["1.\tEen", "1.1\tA", "1.2\tB", "2.\tTwee", "2.1\tD"]),
        (("decimal Hoofdstuk %1|H1",), ["Hoofdstuk 1\tEen", "A", "B", "Hoofdstuk 2\tTwee", "D"]),
        (("upperRoman %1.|H1", "upperLetter %2.|H2"), ["I.\tEen", "A.\tA", "B.\tB", "II.\tTwee", "A.\tD"]),
        (("none |H1", "decimal %2|H2"), ["Een", "1\tA", "2\tB", "Twee", "1\tD"]),
        (("ordinal %1|H1",), ["1e\tEen", "A", "B", "2e\tTwee", "D"]),
    ],
)
def test_the_contents_show_the_number_that_word_shows(levels: tuple[str, ...], shown: list[str]) -> None:
    """Headings that number themselves are listed with that number, in any form."""
    linked = template(_headings(*levels), numbering=numbers(*levels))
    assert _contents(made(linked, HEADINGS)) == shown


@pytest.mark.parametrize(
    ("look", "place"),
    [
        ('<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9016"/></w:tabs>', "400"),
        ('<w:tabs><w:tab w:val="right" w:pos="9016"/></w:tabs><w:ind w:left="200"/>', "600"),
        ('<w:tabs><w:tab w:val="left" w:pos="500"/><w:tab w:val="right" w:pos="9016"/></w:tabs>', None),
        ('<w:ind w:left="500" w:hanging="500"/>', None),
    ],
)
def test_the_text_after_a_number_in_the_contents_has_a_place(look: str, place: str | None) -> None:
    """A style with a tab for the page number alone would set the text of a numbered heading at the right margin."""
    more = style("heading 1", "H", inside=in_list(1, None)) + style("toc 1", "T", inside=f"<w:pPr>{look}</w:pPr>")
    document = made(template(more, numbering=numbers("decimal %1|H")), "<nav></nav><h1>Een</h1>")
    tabs = [item.get(f"{{{W}}}pos") for item in body(document).iter(f"{{{W}}}tab") if item.get(f"{{{W}}}pos")]
    assert tabs == ([place] if place else [])


def test_nothing_is_numbered_that_the_template_does_not_number() -> None:
    """Without numbers in the template there are none, and none are typed."""
    document = made(template(), HEADINGS)
    assert _contents(document) == ["Een", "A", "B", "Twee", "D"]
    assert "1" not in "".join(text for _, text in paragraphs(document))


@pytest.mark.parametrize("more", ["", style("heading 1", "Kop1") + style("heading 2", "Kop2")])
def test_headings_are_numbered_when_the_house_style_asks(more: str) -> None:
    """Then the template's own headings have numbers, and the annex does not; the contents show two levels of them."""
    document = made(template(more), HEADINGS + '<h1 class="bijlage">X</h1>', Options(numbered=True))
    assert _contents(document) == ["1\tEen", "1.1\tA", "1.2\tB", "2\tTwee", "2.1\tD", "Bijlage A: X"]
    assert not more or "Kop1" in {key for key, _ in paragraphs(document)}


def test_headings_that_number_themselves_stay_as_they_are_when_numbers_are_asked() -> None:
    """The template's own form goes before ours."""
    levels = ("upperRoman %1.|H1",)
    document = made(template(_headings(*levels), numbering=numbers(*levels)), HEADINGS, Options(numbered=True))
    assert _contents(document)[0] == "I.\tEen"


def test_numbers_are_switched_off_when_the_house_style_asks() -> None:
    """Styles of our own switch them off; those of the template keep theirs."""
    levels = ("decimal %1.|H1",)
    document = made(template(_headings(*levels), numbering=numbers(*levels)), HEADINGS, Options(numbered=False))
    assert _contents(document)[0] == "Een"
    sheet = etree.fromstring(parts(document)["word/styles.xml"])
    assert val(sheet.find("w:style[@w:styleId='H1']/w:pPr/w:numPr/w:numId", NS)) == "1"
    assert val(sheet.find("w:style[@w:styleId='Wijkplankop1']/w:pPr/w:numPr/w:numId", NS)) == "0"


def test_a_heading_without_number_keeps_its_level() -> None:
    """It is based on the heading, so that it looks as one and stands in the contents."""
    levels = ("decimal %1.|H1",)
    found = styles(_headings(*levels), numbering=numbers(*levels))
    key = str(found.of("h1.ongenummerd"))
    assert found.lists.place(key) is None
    assert val(found.property(key, "basedOn")) is None
    assert val(found.property(key, "outlineLvl")) == "0"
    assert styles(style("heading 1", "H1")).of("h1.ongenummerd") == "H1"


def test_an_annex_has_its_own_number() -> None:
    """A style of the template that is there for it but has no number gets one."""
    inside = '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
    document = made(
        template(style("Kop 1 Bijlage", "KB", inside=inside)),
        '<nav class="inhoud"></nav><h1 class="bijlage">X</h1><h1 class="bijlage">Y</h1>',
    )
    assert _contents(document) == ["Bijlage A: X", "Bijlage B: Y"]


def test_a_list_can_be_a_style_of_its_own() -> None:
    """A list that refers to a numbering style has the levels of that."""
    own = (
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="L"/><w:lvl w:ilvl="0"><w:numFmt w:val="lowerRoman"/>'
        '<w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>' + number(1, 1) + number(2, 2)
    )
    more = style("Lijststijl", "L", "numbering", inside=in_list(2)) + style("List Number", "LN", inside=in_list(1))
    found = styles(more, numbering=own)
    level = found.lists.level(Place("1", 0))
    assert level is not None
    assert (level.form, found.of("ol1")) == ("lowerRoman", "LN")


def test_a_circle_of_lists_is_no_list() -> None:
    """A list that refers to itself has no levels, and nothing hangs."""
    own = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>' + number(1, 1)
    more = style("Lijststijl", "L", "numbering", inside=in_list(1))
    assert styles(more, numbering=own).lists.place("L") is None


def test_one_list_can_differ_from_what_it_is_made_from() -> None:
    """A level that a list replaces, and the number that it starts with, count."""
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride>'
    replaced = (
        '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="5"/><w:numFmt w:val="upperLetter"/>'
        '<w:lvlText w:val="%1"/></w:lvl></w:lvlOverride>'
    )
    own = numbers("decimal %1.") + number(2, 1, override) + number(3, 1, replaced)
    more = "".join(style(f"S{key}", f"S{key}", inside=in_list(key)) for key in (2, 3))
    found = styles(more, numbering=own)
    assert Numbering(found).count("S2") == ("3.", True)
    assert Numbering(found).count("S3") == ("E", True)


def test_plain_figures_for_higher_levels_and_levels_that_go_on() -> None:
    """A level can show roman chapters as figures, and count on through the chapters."""
    own = numbers("upperRoman %1|H1", "decimal %1.%2|H2")
    own = own.replace('<w:pStyle w:val="H2"/>', '<w:lvlRestart w:val="0"/><w:pStyle w:val="H2"/><w:isLgl/>')
    document = made(template(_headings("", ""), numbering=own), HEADINGS)
    assert _contents(document) == ["I\tEen", "1.1\tA", "1.2\tB", "II\tTwee", "2.3\tD"]


def test_a_level_is_inherited_from_the_style_that_is_tied_to_it() -> None:
    """A style based on a numbered one has its level, though only that one is named in the list."""
    more = _headings("", "") + style("Eigen kop", "E", inside='<w:basedOn w:val="H2"/>')
    found = styles(more, numbering=numbers("decimal %1|H1", "decimal %1.%2|H2"))
    assert found.lists.place("E") == Place("1", 1)


_LEVEL = '<w:numPr><w:ilvl w:val="{}"/></w:numPr>'
_KOP_1 = style("heading 1", "H1", inside=in_list(1, None))


def _inheriting(level: int, inside: str) -> str:
    based = f'<w:basedOn w:val="H{level - 1}"/>'
    return style(f"heading {level}", f"H{level}", inside=f"{based}<w:pPr>{inside}</w:pPr>")


@pytest.mark.parametrize(
    ("more", "own"),
    [
        (_inheriting(2, _LEVEL.format(1)), numbers("decimal %1|H1", "decimal %1.%2|H2")),
        (_inheriting(2, ""), numbers("decimal %1|H1", "decimal %1.%2|H2")),
        (_inheriting(2, _LEVEL.format(1)), numbers("decimal %1|H1", "decimal %1.%2")),
        (_inheriting(2, _LEVEL.format(1)), numbers("decimal %1", "decimal %1.%2")),
        (_inheriting(2, _LEVEL.format(0)), numbers("decimal %1|H1", "decimal %1.%2|H2")),
        (
            _inheriting(2, ""),
            numbers("decimal %1|H1", "decimal %1.%2").replace(
                '<w:abstractNumId w:val="1"/>',
                '<w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="1"><w:lvl w:ilvl="1"><w:start w:val="1"/>'
                '<w:numFmt w:val="decimal"/><w:pStyle w:val="H2"/><w:lvlText w:val="%1.%2"/></w:lvl></w:lvlOverride>',
            ),
        ),
        (
            _inheriting(2, _LEVEL.format(1)) + style("Koppen", "KL", "numbering", inside=in_list(2, None)),
            '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="KL"/></w:abstractNum>'
            + numbers("decimal %1|H1", "decimal %1.%2|H2").replace(number(1, 1), "")
            + number(1, 2)
            + number(2, 1),
        ),
    ],
    ids=[
        "Word zelf",
        "alleen gekoppeld",
        "half gekoppeld",
        "niet gekoppeld",
        "koppeling wint",
        "vervangen",
        "lijststijl",
    ],
)
def test_a_heading_that_inherits_its_list_counts_on_its_own_level(more: str, own: str) -> None:
    """Word writes only the level on Kop 2 when that is based on Kop 1; a level tied to the style itself goes first."""
    document = made(template(_KOP_1 + more, numbering=own), HEADINGS)
    assert _contents(document) == ["1\tEen", "1.1\tA", "1.2\tB", "2\tTwee", "2.1\tD"]


@pytest.mark.parametrize(
    ("count", "form", "shown"),
    [
        (4, "none", ""),
        (49, "upperRoman", "XLIX"),
        (1994, "lowerRoman", "mcmxciv"),
        (53, "lowerLetter", "aaa"),
        (2, "ordinal", "2e"),
        (3, "numberInDash", "- 3 -"),
        (5, "chicago", "**"),
        (7, "iets nieuws", "7"),
    ],
)
def test_numbers_of_other_forms(count: int, form: str, shown: str) -> None:
    """Forms that are seldom seen look as in Word; a form that nobody knows gives digits."""
    assert formatted(count, form) == shown


def test_a_later_paragraph_of_an_item_stands_under_its_text() -> None:
    """It has no sign, but the same distance from the margin."""
    document = made(template(), "<ul><li><p>een</p><p>twee</p></li></ul>")
    last = body(document).findall("w:p/w:pPr", NS)[-1]
    indent = last.find("w:ind", NS)
    assert indent is not None
    assert int(indent.get(f"{{{W}}}left", "0")) > 0
    assert val(last.find("w:numPr/w:numId", NS)) == "0"
