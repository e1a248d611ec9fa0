"""Where the plan goes in a template, and which of the template's text stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree

from generator.problems import ProblemsError
from generator.word.frame import place
from generator.word.frame.landmarks import heading_level
from generator.word.options import Options
from tests.support.documents import body, parts, text_of
from tests.support.templates import NAMESPACES, PIXEL, Rel, picture
from tests.support.tools import validate
from tests.word.frame.helpers import BREAK, CONTENTS, W, lines, made, p, section, sections
from tests.word.styling import style, styles

if TYPE_CHECKING:
    from pathlib import Path

SAMPLE = p("Voorbeeldtekst.") + p("Nog meer voorbeeldtekst.")
BOOKMARK = '<w:p><w:bookmarkStart w:id="7" w:name="Inhoud"/><w:r><w:t>hier</w:t></w:r><w:bookmarkEnd w:id="7"/></w:p>'
CONTROL = (
    '<w:sdt><w:sdtPr><w:alias w:val="Inhoud"/><w:id w:val="5"/></w:sdtPr><w:sdtContent>'
    f"{p('hier')}{p('en hier')}</w:sdtContent></w:sdt>"
)
PLACES = [p("{{ inhoud }}"), p("{{inhoud}}"), BOOKMARK, CONTROL]
OWN_CONTENTS = p("Wat staat waar?") + CONTENTS + BREAK + SAMPLE
PICTURE = {"word/media/image1.png": PIXEL}
LOGO = [Rel("image", "media/image1.png", "rId_logo")]

START, END = '<w:bookmarkStart w:id="1" w:name="stuk"/>', '<w:bookmarkEnd w:id="1"/>'
_TABLE = f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid><w:tr><w:tc>{p("cel")}</w:tc></w:tr></w:tbl>'


def test_sample_text_makes_room_for_the_plan(tmp_path: Path) -> None:
    """Without a sign of where the plan goes, it comes in place of the text."""
    found = lines(made(tmp_path, body=SAMPLE))
    assert found[0] == "Titel"
    assert "Het plan" in found
    assert not any("oorbeeldtekst" in line for line in found)


@pytest.mark.parametrize("where", PLACES, ids=lambda item: item[:30])
def test_a_marked_place_keeps_the_text_around_it(where: str, tmp_path: Path) -> None:
    """The paragraph, the bookmark or the content control makes room; what stands before and after stays."""
    document = made(tmp_path, body=p("Vooraf.") + where + p("Colofon."))
    found = lines(document)
    assert found[0] == "Vooraf."
    assert found[-1] == "Colofon."
    assert "hier" not in found
    assert "{{" not in "".join(found)
    assert found.index("Titel") < found.index("Het plan")


def test_a_place_split_over_runs_is_found(tmp_path: Path) -> None:
    """Word may cut a placeholder in pieces."""
    pieces = "".join(f"<w:r><w:t>{part}</w:t></w:r>" for part in ("{", "{ in", "houd ", "}}"))
    assert lines(made(tmp_path, body=f"{p('Vooraf.')}<w:p>{pieces}</w:p>"))[0] == "Vooraf."


def test_a_place_in_a_content_control_is_found(tmp_path: Path) -> None:
    """A control around the placeholder goes; what else it holds stays."""
    control = f"<w:sdt><w:sdtContent>{p('Boven.')}{p('{{ inhoud }}')}{p('Onder.')}</w:sdtContent></w:sdt>"
    found = lines(made(tmp_path, body=control))
    assert (found[0], found[-1]) == ("Boven.", "Onder.")


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (f"<w:tbl><w:tblPr/><w:tr><w:tc>{p('{{ inhoud }}')}</w:tc></w:tr></w:tbl>", "tabel"),
        (p("Tekst {{ inhoud }}"), "andere tekst"),
        (p("{{ inhoud }}") * 2, "meer dan één"),
    ],
    ids=["in een tabel", "tussen tekst", "twee keer"],
)
def test_a_place_where_no_plan_fits_is_refused(place: str, words: str, tmp_path: Path) -> None:
    """The message says where the place is, and what to do."""
    with pytest.raises(ProblemsError, match=words):
        made(tmp_path, body=place)


def test_the_place_that_the_house_style_names_wins(tmp_path: Path) -> None:
    """A bookmark of any name can be asked for; one that is not there is a fault."""
    named = BOOKMARK.replace("Inhoud", "plek")
    found = lines(made(tmp_path, options=Options(place="plek"), body=p("Vooraf.") + named))
    assert found[0] == "Vooraf."
    with pytest.raises(ProblemsError, match="weg"):
        made(tmp_path, options=Options(place="weg"), body=named)


def test_the_text_can_be_replaced_whatever_stands_there(tmp_path: Path) -> None:
    """`vervang` leaves out a cover too."""
    found = lines(made(tmp_path, options=Options(place="vervang"), body=p("{{ titel }}") + BREAK + SAMPLE))
    assert found[0] == "Titel"
    assert "{{ titel }}" not in found


def test_a_cover_with_a_sample_title_gets_the_title_of_the_plan(tmp_path: Path) -> None:
    """A cover with art stays; its title style shows the plan's title, and the plan's own cover is left out."""
    cover = f"<w:p>{picture('rId_logo')}</w:p>{p('Titel van het document', 'Titel')}{p('Gemeente Elzenbeek')}{BREAK}"
    document = made(tmp_path, body=cover + SAMPLE, parts=PICTURE, rels={"word/document.xml": LOGO})
    found = lines(document)
    assert found[:3] == ["", "Titel", "Gemeente Elzenbeek"]
    assert found.count("Titel") == 1
    assert "word/media/image1.png" in parts(document)
    assert not any("oorbeeldtekst" in line for line in found)


def test_a_cover_of_art_alone_gets_the_words_of_the_plan(tmp_path: Path) -> None:
    """The plan's own cover comes on the page with the art, before its end."""
    document = made(
        tmp_path,
        body=f"<w:p>{picture('rId_logo')}</w:p>{BREAK}{SAMPLE}",
        parts=PICTURE,
        rels={"word/document.xml": LOGO},
    )
    found = lines(document)
    assert found[:4] == ["", "Titel", "Gemeente X, 2026", "\n"]


def test_a_letterhead_in_the_text_stays_above_the_cover(tmp_path: Path) -> None:
    """Art that a template opens with, without words, stays; the sample text after it goes."""
    document = made(
        tmp_path, body=f"<w:p>{picture('rId_logo')}</w:p>{SAMPLE}", parts=PICTURE, rels={"word/document.xml": LOGO}
    )
    found = lines(document)
    assert found[:2] == ["", "Titel"]
    assert "word/media/image1.png" in parts(document)


def test_a_cover_of_typed_words_is_sample_text(tmp_path: Path) -> None:
    """Words on a first page, with nothing that was made to be filled in, do not travel."""
    found = lines(made(tmp_path, body=p("Rapport 2019") + p("Iemand anders") + BREAK + SAMPLE))
    assert found[0] == "Titel"
    assert "Rapport 2019" not in found


@pytest.mark.parametrize(("words", "stays"), [(290, True), (310, False)])
def test_a_first_page_with_a_page_of_text_is_no_cover(words: int, stays: bool, tmp_path: Path) -> None:
    """What was prepared to be filled in stays on a cover; more than 1,500 characters of text is sample text."""
    found = lines(made(tmp_path, body=p("Voor {{ wijk.naam }}") + p("woord" * words) + BREAK + SAMPLE))
    assert found[0] == ("Voor {{ wijk.naam }}" if stays else "Titel")
    assert ("woord" * words in found) == stays


def test_a_cover_section_keeps_its_pages(tmp_path: Path) -> None:
    """Typed words in a section of their own go; its headers and page stay for the plan's cover."""
    first = section('<w:headerReference w:type="default" r:id="rId_header_default"/>')
    document = made(
        tmp_path,
        body=p("Rapport 2019") + f"<w:p><w:pPr>{first}</w:pPr></w:p>" + SAMPLE,
        headers={"default": p("Kop")},
    )
    assert lines(document)[:2] == ["Titel", "Gemeente X, 2026"]
    found = sections(document)
    assert len(found) == 2
    assert found[0].find(f"{W}headerReference") is not None


def test_the_contents_of_the_template_are_filled(tmp_path: Path) -> None:
    """Title and instruction of the template's own contents stay; its lines become those of the plan."""
    document = made(tmp_path, body=OWN_CONTENTS)
    text = text_of(body(document))
    assert "Oude regel" not in text
    assert "Nog een regel" not in text
    assert "Inhoud" not in lines(document)
    assert [item.text for item in body(document).iter(f"{W}instrText")] == [' TOC \\o "1-2" \\h ']
    assert lines(document)[:3] == ["Titel", "Gemeente X, 2026", "Wat staat waar?"]


def test_the_plan_runs_on_the_portrait_pages_with_most_text(tmp_path: Path) -> None:
    """A landscape section of sample tables gives the plan neither its turn nor its margins."""
    stands = f"<w:p><w:pPr>{section().replace('1000', '1300')}</w:pPr></w:p>"
    lies = f"<w:p><w:pPr>{section(landscape=True)}</w:pPr></w:p>"
    document = made(
        tmp_path, body=p("Kop", "Kop1") + SAMPLE + stands + SAMPLE * 3 + lies, section=section(landscape=True)[10:-11]
    )
    sizes = [item.find(f"{W}pgSz").get(f"{W}w") for item in sections(document)]
    assert sizes == ["11906"]
    assert sections(document)[0].find(f"{W}pgMar").get(f"{W}left") == "1300"


def test_headers_that_a_section_inherits_stay(tmp_path: Path) -> None:
    """The chosen section gets the references that it took from an earlier one."""
    first = section('<w:headerReference w:type="default" r:id="rId_header_default"/>')
    document = made(
        tmp_path,
        body=p("Kort") + f"<w:p><w:pPr>{first}</w:pPr></w:p>" + SAMPLE * 9,
        headers={"default": p("Kop")},
        section="",
    )
    assert all(item.find(f"{W}headerReference") is not None for item in sections(document))


def test_pages_for_running_text_have_one_column(tmp_path: Path) -> None:
    """Columns and vertical centring of the template's pages would spoil a plan."""
    document = made(
        tmp_path, section='<w:pgSz w:w="11906" w:h="16838"/><w:cols w:num="2" w:space="708"/><w:vAlign w:val="center"/>'
    )
    final = sections(document)[-1]
    assert final.find(f"{W}cols").get(f"{W}num") is None
    assert final.find(f"{W}vAlign") is None


def test_text_after_the_plan_keeps_its_own_section(tmp_path: Path) -> None:
    """The plan's section ends where it did in the template, and the section after it stays."""
    ends = f"<w:p><w:pPr>{section()}</w:pPr></w:p>"
    document = made(
        tmp_path,
        body=p("{{ inhoud }}") + ends + p("Achterkant"),
        section='<w:pgSz w:w="8000" w:h="9000"/>',
    )
    assert lines(document)[-1] == "Achterkant"
    assert [item.find(f"{W}pgSz").get(f"{W}w") for item in sections(document)] == ["11906", "8000"]


def test_kept_headings_stand_in_the_contents(tmp_path: Path) -> None:
    """A heading of the template before or after the plan is listed and can be reached."""
    document = made(tmp_path, body=p("Voorwoord", "Kop1") + p("{{ inhoud }}") + p("Colofon", "Kop1"))
    links = {text_of(item): item.get(f"{W}anchor") for item in body(document).iter(f"{W}hyperlink")}
    names = {item.get(f"{W}name") for item in body(document).iter(f"{W}bookmarkStart")}
    assert list(links) == ["Voorwoord", "Het plan", "Colofon"]
    assert set(links.values()) <= names


def test_bookmarks_of_the_template_never_clash(tmp_path: Path) -> None:
    """A name that the plan has too goes, numbers are unique, and each start has its end."""
    own = '<w:p><w:bookmarkStart w:id="1" w:name="EEN"/><w:r><w:t>a</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>'
    other = '<w:p><w:bookmarkStart w:id="1" w:name="adres"/><w:r><w:t>b</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>'
    root = body(made(tmp_path, body=own + other + p("{{ inhoud }}")))
    starts = [(item.get(f"{W}name"), item.get(f"{W}id")) for item in root.iter(f"{W}bookmarkStart")]
    assert "adres" in dict(starts)
    assert len({name.casefold() for name, _ in starts}) == len(starts)
    assert sorted(number for _, number in starts) == sorted(item.get(f"{W}id") for item in root.iter(f"{W}bookmarkEnd"))


HALVES = {
    "an end in the sample text": (f"{p('{{ titel }}')}<w:p>{START}</w:p>{BREAK}", f"<w:p>{END}</w:p>"),
    "ends between the paragraphs": (f"{p('{{ titel }}')}{START}{p('a')}{END}{START}{BREAK}{END}", ""),
    "a number used twice": (f"<w:p>{START}{START.replace('stuk', 'deel')}</w:p>{p('{{ titel }}')}{BREAK}", END),
    "around a table": (f"{START}{_TABLE}{END}{p('{{ titel }}')}{BREAK}", ""),
    "an end without a start": (f"{p('{{ titel }}')}<w:p>{END}</w:p>{BREAK}", ""),
}


@pytest.mark.parametrize(("cover", "sample"), HALVES.values(), ids=HALVES)
def test_no_bookmark_is_left_half(cover: str, sample: str, tmp_path: Path) -> None:
    """Each start in the document has its end after it, once; those of a cover may end in text that goes."""
    root = body(made(tmp_path, body=cover + SAMPLE + sample))
    opened: set[str] = set()
    numbers: list[str] = []
    for item in root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd"):
        number = item.get(f"{W}id", "")
        if item.tag == f"{W}bookmarkStart":
            numbers.append(number)
            opened.add(number)
        else:
            opened.remove(number)
    assert not opened
    assert len(set(numbers)) == len(numbers)


@pytest.mark.parametrize("cover", [HALVES["around a table"], HALVES["ends between the paragraphs"]])
def test_a_whole_bookmark_of_the_cover_stays(cover: tuple[str, str], tmp_path: Path) -> None:
    """Also where it is around blocks, and stands in the body itself."""
    root = body(made(tmp_path, body=cover[0] + SAMPLE))
    assert "stuk" in {item.get(f"{W}name") for item in root.iter(f"{W}bookmarkStart")}


def test_what_a_section_has_stands_in_the_order_of_the_schema(tmp_path: Path) -> None:
    """A template that has it in another order, and no size of the page, gives a sound document."""
    mixed = '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"/><w:type w:val="continuous"/>'
    [found] = sections(made(tmp_path, body=SAMPLE, section=mixed))
    assert [etree.QName(item).localname for item in found] == ["type", "pgSz", "pgMar"]


def test_sample_text_is_taken_apart_before_it_goes() -> None:
    """To move what is in a large table takes lxml quadratic time: half a minute for one of 4,000 rows."""
    root = etree.fromstring(f"<w:body {NAMESPACES}>{p('Kop')}{_TABLE}<w:sectPr/></w:body>")
    table = root[1]
    place(root, styles(""))
    assert len(table) == 0


def test_an_empty_last_section_after_the_cover_is_that_of_the_plan(tmp_path: Path) -> None:
    """A template that is a cover and an empty page gives the plan that page, not the one of the cover."""
    ends = f"<w:p><w:pPr>{section()}</w:pPr></w:p>"
    document = made(tmp_path, body=p("{{ titel }}") + ends, section='<w:pgSz w:w="8000" w:h="9000"/>')
    assert [item.find(f"{W}pgSz").get(f"{W}w") for item in sections(document)] == ["11906", "8000"]


@pytest.mark.sdk
def test_documents_in_templates_with_a_place_are_valid(tmp_path: Path) -> None:
    """The Open XML SDK finds no fault where the plan took a marked place or filled the contents of a template."""
    files = []
    marked = [p("Vooraf.") + where + p("Colofon.") for where in PLACES]
    for number, content in enumerate(
        [*marked, OWN_CONTENTS, *(cover + SAMPLE + end for cover, end in HALVES.values())]
    ):
        files.append(tmp_path / f"uit-{number}.docx")
        files[-1].write_bytes(made(tmp_path, body=content))
    assert validate(files) == {file: [] for file in files}


@pytest.mark.parametrize(
    ("properties", "level"), [("", 2), ('<w:outlineLvl w:val="0"/>', 1), ('<w:outlineLvl w:val="9"/>', None)]
)
def test_a_heading_has_the_level_of_its_name(properties: str, level: int | None) -> None:
    """Word knows the level of `heading 2` by its name, unless the style or the paragraph says otherwise."""
    block = etree.fromstring(
        f'<w:p {NAMESPACES}><w:pPr><w:pStyle w:val="Kop2"/>{properties}</w:pPr><w:r><w:t>Doel</w:t></w:r></w:p>'
    )
    assert heading_level(block, styles(style("heading 2", "Kop2"))) == level
