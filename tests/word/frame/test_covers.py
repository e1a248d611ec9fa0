"""Where the cover of a template ends, what of a letterhead stays, and what is no cover at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.problems import ProblemsError
from tests.support.documents import body, text_of
from tests.support.templates import PIXEL, SECTION, Rel, picture
from tests.support.tools import validate
from tests.word.frame.helpers import BREAK, COVER, PLAN, W, lines, made, p, section, sections

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HEAD = p("Inleiding", "Kop1")
SAMPLE = HEAD + p("Voorbeeldtekst.")
CONTINUOUS = '<w:type w:val="continuous"/>'
LOGO = {
    "parts": {"word/media/image1.png": PIXEL},
    "rels": {"word/document.xml": [Rel("image", "media/image1.png", "rId_logo")]},
}
BIG = '<w:sz w:val="48"/>'


def _ends(kind: str = "", size: str = "") -> str:
    ending = section(kind).replace('w:w="11906" w:h="16838"', size) if size else section(kind)
    return f"<w:p><w:pPr>{ending}</w:pPr></w:p>"


def _table(*cells: str) -> str:
    found = "".join(f'<w:tc><w:tcPr><w:tcW w:w="4500" w:type="dxa"/></w:tcPr>{cell}</w:tc>' for cell in cells)
    grid = '<w:gridCol w:w="4500"/>' * len(cells)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid><w:tr>{found}</w:tr></w:tbl>"


def _cover_control(content: str) -> str:
    gallery = '<w:docPartObj><w:docPartGallery w:val="Cover Pages"/><w:docPartUnique/></w:docPartObj>'
    return f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def _text_box(content: str) -> str:
    """Return a paragraph with a text box as Word writes it: once for new programs and once for old ones."""
    drawing = (
        '<w:drawing><wp:inline><wp:extent cx="3600000" cy="900000"/><wp:docPr id="1" name="Tekstvak 1"/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        '<wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx><w:txbxContent>'
        f"{content}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    old = f"<w:pict><v:rect><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:rect></w:pict>"
    choice = f'<mc:Choice Requires="wps">{drawing}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
    return f"<w:p><w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r></w:p>"


def test_a_cover_goes_on_after_a_continuous_section(tmp_path: Path) -> None:
    """It ends where its page ends: columns of a cover begin and end in continuous sections."""
    cover = p("{{ titel }}") + _ends() + p("Afdeling Veiligheid") + _ends(CONTINUOUS)
    document = made(tmp_path, body=cover + SAMPLE, section=f'<w:type w:val="nextPage"/>{SECTION}')
    assert lines(document)[:4] == ["{{ titel }}", "", "Afdeling Veiligheid", ""]
    assert len(sections(document)) == 3
    assert "Voorbeeldtekst." not in lines(document)


def test_a_continuous_section_on_paper_of_another_size_starts_a_page(tmp_path: Path) -> None:
    """Word cannot go on halfway a page that has another size."""
    cover = p("{{ titel }}") + _ends(size='w:w="8000" w:h="9000"')
    document = made(tmp_path, body=cover + p("Voorbeeldtekst."), section=CONTINUOUS + SECTION)
    assert lines(document)[:2] == ["{{ titel }}", ""]
    assert "Voorbeeldtekst." not in lines(document)


def test_text_in_continuous_sections_is_no_cover(tmp_path: Path) -> None:
    """Two columns of sample text on the first page go, and so does what they are on."""
    sample = p("{{ titel }}") + _ends() + p("Voorbeeldtekst.") + _ends(CONTINUOUS)
    document = made(tmp_path, body=sample + p("Meer."), section=CONTINUOUS + SECTION)
    assert lines(document)[0] == "Titel"
    assert not {"Voorbeeldtekst.", "Meer."} & set(lines(document))


@pytest.mark.parametrize("before", [HEAD, p("Voorbeeldtekst."), p("woord " * 300)], ids=["heading", "line", "text"])
def test_a_cover_of_word_halfway_the_text_is_none(before: str, tmp_path: Path) -> None:
    """What stands before it is sample text, which never stays for the sake of a cover after it."""
    document = made(tmp_path, body=before + _cover_control(p("Omslag")) + SAMPLE)
    assert lines(document)[0] == "Titel"
    assert "Omslag" not in lines(document)


def test_a_cover_control_with_only_a_break_ends_a_typed_cover(tmp_path: Path) -> None:
    """Word leaves such a control where somebody took the cover out and typed another."""
    cover = _table(p("Communicatieplan", run=BIG), p("Afdeling X")) + _cover_control(BREAK)
    assert lines(made(tmp_path, body=cover + SAMPLE))[:2] == ["Titel", "Afdeling X"]


def test_a_cover_that_asks_for_words_stays(tmp_path: Path) -> None:
    """Prompts are places to fill in, whether or not a control has a name."""
    shown = "<w:sdtContent><w:r><w:t>[0.0]</w:t></w:r></w:sdtContent>"
    prompt = f"<w:sdt><w:sdtPr><w:showingPlcHdr/><w:text/></w:sdtPr>{shown}</w:sdt>"
    asks = p("Versie: ").replace("</w:p>", f"{prompt}</w:p>")
    found = lines(made(tmp_path, body=p("Communicatieplan", run=BIG) + asks + BREAK + SAMPLE))
    assert found[:2] == ["Titel", "Versie: 0.1"]


def test_two_covers_both_stay(tmp_path: Path) -> None:
    """A typed cover page before one of Word is a page of its own."""
    document = made(tmp_path, body=p("{{ titel }}") + BREAK + _cover_control(p("Omslag")) + BREAK + SAMPLE)
    assert lines(document)[:4] == ["{{ titel }}", "\n", "Omslag", "\n"]


def test_a_cover_control_in_another_control_is_found(tmp_path: Path) -> None:
    """Who locks a cover puts a control around it."""
    nested = f"<w:sdt><w:sdtPr/><w:sdtContent>{_cover_control(p('Omslag'))}</w:sdtContent></w:sdt>"
    assert lines(made(tmp_path, body=nested + BREAK + SAMPLE))[0] == "Omslag"


def test_a_letterhead_with_a_logo_and_words_stays(tmp_path: Path) -> None:
    """The name of the municipality beside its logo is no sample text."""
    letterhead = _table(p("Gemeente Voorbeeld"), f"<w:p>{picture('rId_logo')}</w:p>")
    document = made(tmp_path, body=letterhead + p("") + SAMPLE, **LOGO)
    assert lines(document)[:3] == ["Gemeente Voorbeeld", "", "Titel"]
    assert "Voorbeeldtekst." not in lines(document)
    assert next(body(document).iter(f"{W}drawing"), None) is not None


@pytest.mark.parametrize(
    "sample",
    [
        _table(p("woord " * 40), f"<w:p>{picture('rId_logo')}</w:p>"),
        _table(p("Jaarverslag", "Titel"), f"<w:p>{picture('rId_logo')}</w:p>"),
        f"<w:p>{picture('rId_logo')}<w:r><w:t>{'Een zin met een beeld. ' * 4}</w:t></w:r></w:p>",
    ],
    ids=["a table of text", "a title", "a sentence"],
)
def test_words_beside_art_are_not_always_a_letterhead(sample: str, tmp_path: Path) -> None:
    """Much text, or the title of another document, is sample text although art stands in it."""
    assert lines(made(tmp_path, body=sample + SAMPLE, **LOGO))[0] == "Titel"


def test_the_title_in_a_text_box_makes_room_for_that_of_the_plan(tmp_path: Path) -> None:
    """It never stands beside the cover of the plan as if both were the title."""
    document = made(tmp_path, body=_text_box(p("Jaarverslag 2019", run=BIG)) + SAMPLE)
    shown = list(_shown(document))
    assert shown[:2] == ["Titel", "Titel"]  # in the box for new programs, and in that for old ones
    assert not {"Jaarverslag 2019", "Gemeente X, 2026"} & set(shown)


def test_an_address_in_a_text_box_is_a_letterhead(tmp_path: Path) -> None:
    """Small words in it stay, and the plan has its own cover."""
    document = made(tmp_path, body=_text_box(p("Postbus 1")) + SAMPLE)
    assert "Postbus 1" in _shown(document)
    assert "Titel" in lines(document)


def _shown(document: bytes) -> Iterator[str]:
    for item in body(document).iter(f"{W}p"):
        if next(item.iter(f"{W}txbxContent"), None) is None:
            yield text_of(item)


def test_a_cover_of_word_ends_without_a_break_that_may_be_pushed_off_its_page(tmp_path: Path) -> None:
    """A longer title would leave an empty page; the plan starts a page by itself."""
    title = p("Jaarverslag 2019", "Titel")
    document = made(tmp_path, body=_cover_control(_table(title) + BREAK) + SAMPLE)
    assert lines(document)[:2] == ["Titel", "Het plan"]
    assert body(document)[1].find(f"{W}pPr/{W}pageBreakBefore") is not None


def test_the_columns_of_a_cover_stay_its_own(tmp_path: Path) -> None:
    """The plan after it has one column."""
    columns = '<w:cols w:num="2" w:space="708"/>'
    cover = (
        p("{{ titel }}")
        + _ends()
        + p("links")
        + p("rechts")
        + _ends(CONTINUOUS).replace("</w:sectPr>", f"{columns}</w:sectPr>")
    )
    found = sections(made(tmp_path, body=cover + SAMPLE))
    assert [item.find(f"{W}cols") is not None for item in found] == [False, True, False]


def test_a_header_for_the_first_page_alone_stays_there(tmp_path: Path) -> None:
    """The pages of the plan then have none, as in the template."""
    document = made(
        tmp_path,
        body=p("{{ titel }}") + BREAK + SAMPLE,
        headers={"first": p("Wapen")},
        section=f"{SECTION}<w:titlePg/>",
    )
    [found] = sections(document)
    assert [item.get(f"{W}type") for item in found.iter(f"{W}headerReference")] == ["first"]


def _anchor(cy: int, vertical: str, page: str = "page") -> str:
    """Return a paragraph with a picture that floats; `vertical` is where, from the top of what `page` says."""
    graphic = picture("rId_logo").partition("<a:graphic>")[2].partition("</wp:inline>")[0]
    return (
        '<w:p><w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1"'
        ' behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="{page}">{vertical}</wp:positionV><wp:extent cx="7560000" cy="{cy}"/>'
        f'<wp:wrapNone/><wp:docPr id="9" name="Beeld"/><a:graphic>{graphic}</wp:anchor></w:drawing></w:r></w:p>'
    )


def _on_art(body: str) -> dict[str, object]:
    """Return a template with a large picture in the header of the first page, and on it this body."""
    return {
        "body": body + SAMPLE,
        "headers": {"first": _anchor(5_400_000, "<wp:posOffset>0</wp:posOffset>"), "default": p("Gemeente X")},
        "section": f"{SECTION}<w:titlePg/>",
        "parts": {"word/media/image1.png": PIXEL},
        "rels": {"word/header_first.xml": [Rel("image", "media/image1.png", "rId_logo")]},
    }


TYPED_COVER = _table(
    p("") + p("RAPPORT", run='<w:sz w:val="28"/>') + p("Ondertitel van het rapport") + p("Versie 1.5, 22-10-2025")
)


def test_the_words_of_a_cover_over_art_take_the_places_of_those_that_were_typed(tmp_path: Path) -> None:
    """Beside a photo in the header there is room where somebody made it, and nowhere else on the page."""
    meta = COVER.replace("</header>", "<p>Versie: 0.1</p><p>Status: concept</p></header>")
    document = made(tmp_path, meta + PLAN, **_on_art(TYPED_COVER + BREAK))
    cell = next(body(document).iter(f"{W}tc"))
    assert [text_of(item) for item in cell.iter(f"{W}p")] == [
        *("", "Titel", "Gemeente X, 2026", "Versie: 0.1", "Status: concept")
    ]
    assert lines(document)[5:7] == ["\n", "Het plan"]


def test_words_for_which_the_plan_has_none_leave_the_cover(tmp_path: Path) -> None:
    """More typed lines than the plan has do not stay as those of another document."""
    cover = _table(p("Gemeente Voorbeeld") + p("RAPPORT", run=BIG) + p("a") + p("b") + p("c")) + BREAK
    assert lines(made(tmp_path, **_on_art(cover)))[:5] == ["", "Titel", "Gemeente X, 2026", "", ""]


def test_a_condition_that_ends_in_the_sample_text_is_told(tmp_path: Path) -> None:
    """The end is in the file, so that to say it is missing would be untrue."""
    begin, end = p("{% if document.status %}"), p("{% endif %}")
    with pytest.raises(ProblemsError, match="voorbeeldtekst") as told:
        made(tmp_path, body=begin + p("Concept") + BREAK + end + SAMPLE)
    assert "{% endif %}" in told.value.problems[0].oplossing


def test_a_condition_within_the_cover_or_within_the_sample_text_is_none_of_that(tmp_path: Path) -> None:
    """Only what is cut in two stops a plan."""
    condition = p("{% if wijk %}") + p("x") + p("{% endif %}")
    assert lines(made(tmp_path, body=condition + BREAK + SAMPLE + condition))[0] == "{% if wijk %}"


@pytest.mark.parametrize(
    ("cy", "vertical", "origin", "bottom"),
    [
        (635 * 2000, f"<wp:posOffset>{635 * 14000}</wp:posOffset>", "page", 16838 - 14000 + 142),
        (635 * 2000, "<wp:align>bottom</wp:align>", "page", 2000 + 142),
        (635 * 2000, f"<wp:posOffset>-{635 * 1500}</wp:posOffset>", "paragraph", 708 + 280 + 1500 + 142),
        (635 * 500, f"<wp:posOffset>{635 * 16000}</wp:posOffset>", "page", 1417),
        (635 * 12000, f"<wp:posOffset>{635 * 3000}</wp:posOffset>", "page", 1417),
    ],
    ids=["from the top", "at the bottom", "above its line", "in the margin", "a background"],
)
def test_text_ends_above_the_art_of_the_footer(
    cy: int, vertical: str, origin: str, bottom: int, tmp_path: Path
) -> None:
    """Art that is higher than the margin pushes the text up; in the margin, or behind the whole page, it does not."""
    document = made(
        tmp_path,
        body=SAMPLE,
        footers={"default": _anchor(cy, vertical, origin)},
        parts={"word/media/image1.png": PIXEL},
        rels={"word/footer_default.xml": [Rel("image", "media/image1.png", "rId_logo")]},
    )
    assert [item.find(f"{W}pgMar").get(f"{W}bottom") for item in sections(document)] == [str(bottom)]


@pytest.mark.sdk
def test_documents_with_these_covers_are_valid(tmp_path: Path) -> None:
    """The Open XML SDK finds no fault in any of them."""
    bodies = [
        p("{{ titel }}") + _ends() + p("Afdeling Veiligheid") + _ends(CONTINUOUS) + SAMPLE,
        _cover_control(p("Omslag")) + BREAK + SAMPLE,
        _text_box(p("Jaarverslag 2019", run=BIG)) + SAMPLE,
    ]
    made_of = [*({"body": content} for content in bodies), _on_art(TYPED_COVER + BREAK)]
    files = [tmp_path / f"uit-{number}.docx" for number in range(len(made_of))]
    for file, features in zip(files, made_of, strict=True):
        file.write_bytes(made(tmp_path, **features))
    assert validate(files) == {file: [] for file in files}
