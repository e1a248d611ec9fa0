"""Styles by role: how the style of a template is found, chosen and mended."""

from __future__ import annotations

import pytest
from lxml import etree

from generator.colours import ENOUGH, contrast
from generator.problems import ProblemsError
from generator.word.options import Options
from generator.word.reading.theme import Theme
from generator.word.roles import PUBLIC, ROLES
from generator.word.styles import Styles
from tests.support.templates import NAMESPACES, W, root
from tests.word.helpers import body
from tests.word.styling import in_list, made, numbers, style, styles, template, val

HIDDEN = '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/>{}</w:style>'


@pytest.mark.parametrize(
    ("role", "name", "key"),
    [
        ("h1", "HEADING  1", "x1"),
        ("h1", "heading 1,Kop1,H1", "x2"),
        ("h2", "Kop 2", "x3"),
        ("h3", "Überschrift 3", "x4"),
        ("p", "Text body", "Textbody"),
        ("p", "Brödtext", "Brdtext"),
        ("titel", "Título", "Ttulo"),
        ("toc2", "Inhopg 2", "Inhopg2"),
        ("bijschrift", "Caption", "Bijschrift"),
        ("blockquote", "Quotations", "Quotations"),
        ("tabeltekst", "Table Contents", "TableContents"),
        ("header", "Koptekst", "Koptekst"),
    ],
)
def test_a_style_is_found_by_its_name(role: str, name: str, key: str) -> None:
    """Case, spaces, several names in one, other languages and other makers do not matter."""
    keep = "<w:pPr><w:keepNext/></w:pPr>" if role == "bijschrift" else ""
    level = f'<w:pPr><w:outlineLvl w:val="{int(role[1]) - 1}"/></w:pPr>' if role in {"h1", "h2", "h3"} else keep
    found = styles(style(name, key, inside=level)).found(role)
    assert (found.style_id, found.how) == (key, "naam")


@pytest.mark.parametrize(
    ("role", "key"),
    [
        ("h1", "Kop1"),
        ("h1", "berschrift1"),
        ("h2", "Ttulo2"),
        ("h3", "Rubrik3"),
        ("h1", "Titre1"),
        ("h1", "Overskrift1"),
        ("titel", "Titel"),
        ("ondertitel", "Ondertitel"),
        ("toc1", "Inhopg1"),
        ("blockquote", "Citaat"),
        ("header", "Koptekst"),
    ],
)
def test_a_localized_id_is_a_hint(role: str, key: str) -> None:
    """A style with another name but the id that Word gives in some language is found by that."""
    level = f'<w:pPr><w:outlineLvl w:val="{int(role[1]) - 1}"/></w:pPr>' if role[0] == "h" and role[1].isdigit() else ""
    found = styles(style("Iets eigens", key, inside=level)).found(role)
    assert (found.style_id, found.how) == (key, "id")


def test_a_name_goes_before_an_id() -> None:
    """In a Swedish template the style with id `Rubrik` is the title, whatever other languages call so."""
    found = styles(style("Title", "Rubrik") + style("heading 1", "Titel"))
    assert (found.of("titel"), found.of("h1")) == ("Rubrik", "Titel")


@pytest.mark.parametrize(
    ("role", "name", "key"),
    [("h2", "heading 1", "Kop2"), ("ondertitel", "Title", "Ondertitel"), ("blockquote", "caption", "Citaat")],
)
def test_an_id_says_nothing_against_a_name(role: str, name: str, key: str) -> None:
    """A style with the id of one role and the name of another plays that other: Word itself goes by names."""
    found = styles(style(name, key))
    assert found.of(role) != key
    assert found.found(role).how == "gemaakt"


def test_only_styles_of_the_right_kind_count() -> None:
    """A character style named as a heading is no heading, and its name is not given twice."""
    found = styles(style("heading 1", "H1", "character")).found("h1")
    assert (found.how, found.name) == ("gemaakt", "Wijkplan kop 1")


def test_a_heading_is_found_by_its_outline_level_the_most_used_first() -> None:
    """A style of the maker's own with an outline level is the heading of that level."""
    level = '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
    more = style("Bijlagetitel", "B", inside=level, custom=True) + style("Hoofdstuk", "H", inside=level, custom=True)
    more += style("Blok", "K", inside=level, custom=True)
    used = '<w:p><w:pPr><w:pStyle w:val="K"/></w:pPr></w:p>'
    assert styles(more).found("h1").style_id == "H"
    found = styles(more, body=used).found("h1")
    assert (found.style_id, found.how) == ("K", "niveau")


def test_what_the_house_style_chooses_goes_first() -> None:
    """A chosen style plays its role, whatever the template has by name."""
    more = style("Title", "T") + style("Grote letters", "G")
    found = styles(more, options=Options(styles={"titel": "grote letters"})).found("titel")
    assert (found.style_id, found.name, found.how) == ("G", "Grote letters", "gekozen")


def test_a_choice_that_cannot_be_followed_is_said() -> None:
    """The fault names the style and the role, and what was probably meant."""
    options = Options(styles={"titel": "Groote letters", "strong": "Grote letters"})
    found = styles(style("Grote letters", "G"), options=options)
    assert [fault.place.sleutel for fault in found.faults] == ["stijlen.titel", "stijlen.vet"]
    assert found.faults[0].melding == "De stijl “Groote letters” voor titel staat niet in het Word-bestand."
    assert found.faults[0].oplossing == "Bedoelde je “Grote letters”?"
    assert found.faults[1].melding == "De stijl “Grote letters” voor vet is geen stijl voor tekens."
    assert found.faults[1].oplossing == "Kies de naam van een stijl voor tekens uit het Word-bestand."
    assert found.found("titel").how == "gemaakt"


def test_no_document_is_made_with_a_choice_that_cannot_be_followed() -> None:
    """The writer refuses it, with the same words."""
    with pytest.raises(ProblemsError, match="Bestaatniet") as caught:
        made(template(), "<p>a</p>", Options(styles={"titel": "Bestaatniet"}))
    assert caught.value.problems[0].sleutel == "stijlen.titel"


def test_every_role_has_a_style_in_an_empty_sheet() -> None:
    """Each role that a house style can name, and each that it cannot, is there in a sheet without any style."""
    found = styles(bare=True)
    assert set(PUBLIC.values()) <= set(ROLES)
    ids = {role: found.of(role) for role in ROLES}
    assert all(ids.values())
    assert found.of("h4.ongenummerd") == ids["h4"]
    assert all(found.found(role).how == "gemaakt" for role in ROLES)


@pytest.mark.parametrize("broken", ['<w:basedOn w:val="A"/>', '<w:pPr><w:framePr w:w="100"/></w:pPr>'])
def test_a_style_that_cannot_carry_text_is_left_alone(broken: str) -> None:
    """A style that is based on itself or stands in a frame plays no role."""
    more = style("heading 1", "A", inside='<w:basedOn w:val="B"/>' if "basedOn" in broken else broken)
    more += style("Tussen", "B", inside='<w:basedOn w:val="A"/>')
    assert styles(more).found("h1").how == "gemaakt"


def test_a_style_based_on_one_that_is_not_there_is_used() -> None:
    """Word takes such a style as based on nothing."""
    inside = '<w:basedOn w:val="Weg"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
    assert styles(style("heading 1", "A", inside=inside)).of("h1") == "A"


def test_the_first_of_two_styles_with_one_name_counts() -> None:
    """Word keeps the first too."""
    assert styles(style("Title", "A") + style("title", "B")).of("titel") == "A"


@pytest.mark.parametrize(
    ("wrong", "group", "name"),
    [
        ("<w:rPr><w:vanish/></w:rPr>", "rPr", "vanish"),
        ("<w:rPr><w:strike/></w:rPr>", "rPr", "strike"),
        ("<w:rPr><w:dstrike/></w:rPr>", "rPr", "dstrike"),
        ("<w:pPr><w:bidi/></w:pPr>", "pPr", "bidi"),
        ("<w:pPr><w:keepNext/></w:pPr>", "pPr", "keepNext"),
        ("<w:pPr><w:pageBreakBefore/></w:pPr>", "pPr", "pageBreakBefore"),
    ],
)
def test_what_hides_or_turns_text_is_undone_for_the_plan_alone(wrong: str, group: str, name: str) -> None:
    """Styles that are made or found undo it; Normal itself stays as the rest of the template needs it."""
    more = HIDDEN.format(wrong) + style("Body Text", "P", inside='<w:basedOn w:val="N"/>')
    found = styles(more, bare=True)
    for role in ("p", "ul1", "tabeltekst", "toc1"):
        key = str(found.of(role))
        assert val(found.property(key, name, group)) == "0", role
    assert found.found("p").base == "Body Text"
    assert val(found.property("N", name, group)) is None


def test_only_headings_start_a_page() -> None:
    """Where the template's Normal starts a page, what is not a heading follows what stands before it."""
    found = styles(HIDDEN.format("<w:pPr><w:pageBreakBefore/></w:pPr>"), bare=True)
    for role in ("ondertitel", "voorbladregel", "bijschrift", "kader", "p.intro"):
        assert not found.breaks_page(str(found.of(role))), role


@pytest.mark.parametrize("side", ["center", "right", "end"])
def test_text_of_a_plan_stands_at_the_left(side: str) -> None:
    """A template that centres its running text, as invitations do, gives a plan that does not."""
    found = styles(HIDDEN.format(f'<w:pPr><w:jc w:val="{side}"/></w:pPr>'), bare=True)
    for role in ("p", "h1", "titel", "bijschrift", "kader", "ul1", "tabeltekst", "tabelkop", "toc1"):
        assert val(found.property(str(found.of(role)), "jc")) == "left", role
    assert val(found.property(str(found.of("tabelgetal")), "jc")) == "right"


def test_lines_of_an_exact_height_never_cut_off_larger_text() -> None:
    """Letters and forms set 12 points exactly on Normal: titles and headings are higher, running text keeps it."""
    exact = '<w:pPr><w:spacing w:line="240" w:lineRule="exact"/></w:pPr>'
    heading = style("heading 1", "H", inside='<w:basedOn w:val="N"/><w:rPr><w:sz w:val="40"/></w:rPr>')
    found = styles(HIDDEN.format(exact) + heading, bare=True)
    for role in ("h1", "titel", "ondertitel"):
        spacing = found.property(str(found.of(role)), "spacing")
        assert spacing is not None
        assert spacing.get(f"{{{W}}}lineRule") == "auto", role
    assert found.found("h1").base == "heading 1"
    spacing = found.property(str(found.of("p")), "spacing")
    assert spacing is not None
    assert spacing.get(f"{{{W}}}lineRule") != "auto"


def test_text_stands_from_left_to_right_where_the_template_turns_it() -> None:
    """Each run says so: a style for a paragraph has no valid way to."""
    normal = HIDDEN.format("<w:rPr><w:rtl/></w:rPr>")
    document = made(template(normal, bare=True), "<p>a <strong>b</strong></p>")
    runs = list(body(document).iter(f"{{{W}}}rPr"))
    assert runs
    assert all(val(item.find(f"{{{W}}}rtl")) == "0" for item in runs)


@pytest.mark.parametrize("role", ["p", "h1", "ul1", "tabeltekst", "kader", "titel", "bijschrift"])
def test_white_text_on_white_is_made_readable(role: str) -> None:
    """No style shows text in the colour of the page."""
    found = styles(HIDDEN.format('<w:rPr><w:color w:val="FFFFFF"/></w:rPr>'), bare=True)
    assert contrast(str(val(found.property(str(found.of(role)), "color", "rPr"))), "FFFFFF") >= ENOUGH


def test_white_text_on_a_band_of_the_style_stays() -> None:
    """A heading that the maker gave a background keeps its colours."""
    inside = '<w:pPr><w:shd w:val="clear" w:fill="003366"/><w:outlineLvl w:val="0"/></w:pPr>'
    more = style("heading 1", "H", inside=inside + '<w:rPr><w:color w:val="FFFFFF"/></w:rPr>')
    assert styles(more).of("h1") == "H"


def test_text_on_a_dark_page_is_light() -> None:
    """On a page with a dark background the styles that are made can be read."""
    document = etree.fromstring(
        f'<w:document {NAMESPACES}><w:background w:color="102030"/><w:body><w:p/></w:body></w:document>'
    )
    theme = Theme(None, etree.fromstring(root("settings", "<w:displayBackgroundShape/>")))
    found = Styles(etree.fromstring(root("styles", HIDDEN.format(""))), theme=theme, body=document[1])
    for role in ("a", "bijschrift", "p", "p.bron", "tabelkop", "toc3"):
        colour = str(val(found.property(str(found.of(role)), "color", "rPr")))
        assert contrast(colour, "102030") >= ENOUGH, role


def test_a_caption_stays_with_its_table() -> None:
    """Word's own caption can end a page; the plan's cannot."""
    found = styles(style("caption", "C"))
    key = found.of("bijschrift")
    assert found.found("bijschrift").base == "caption"
    assert found.property(str(key), "keepNext") is not None


def test_the_heading_of_the_contents_is_not_in_them() -> None:
    """It has no number and no outline level, also when the template's own has both."""
    numbered = numbers("decimal %1|H")
    level = '<w:outlineLvl w:val="0"/>'
    more = style("heading 1", "H", inside=in_list(1, None).replace("</w:pPr>", f"{level}</w:pPr>"))
    more += style("TOC Heading", "I", inside='<w:basedOn w:val="H"/>')
    found = styles(more, numbering=numbered)
    key = str(found.of("h1.inhoudskop"))
    assert found.lists.place(key) is None
    assert val(found.property(key, "outlineLvl")) == "9"
    assert found.found("h1.inhoudskop").base == "TOC Heading"


def test_text_in_cells_is_compact() -> None:
    """A style for tables that steps in far or stands far apart is made to fit in a narrow cell."""
    inside = '<w:pPr><w:spacing w:before="240" w:after="240"/><w:ind w:left="1200"/></w:pPr>'
    found = styles(style("Table Header", "K", inside=inside))
    indent = found.property(str(found.of("tabelkop")), "ind")
    assert indent is not None
    assert found.found("tabelkop").base == "Table Header"
    assert "1200" not in indent.attrib.values()
