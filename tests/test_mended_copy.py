"""A mended copy of a template: what is changed in it is said, the template stays, and what was mended stays so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree

from generator.inspection import inspect, write_mended
from generator.problems import ProblemsError
from tests.support.cli import run
from tests.support.templates import STYLES, W, build
from tests.support.tools import validate
from tests.word.helpers import parts
from tests.word.styling import in_list, numbers, style

if TYPE_CHECKING:
    from pathlib import Path

NS = {"w": W}
PALE = (
    style(
        "heading 1", "Kop1", inside='<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:color w:val="4F81BD"/></w:rPr>'
    )
    + style("heading 2", "Kop2", inside='<w:basedOn w:val="Kop1"/>')
    + style("Hyperlink", "Link", "character", inside='<w:rPr><w:color w:val="00A651"/><w:u w:val="single"/></w:rPr>')
    + style("List Bullet", "Opsomming", inside=in_list(1))
)
ENGLISH = STYLES.replace("nl-NL", "en-US")


def _template(folder: Path, styles: str = ENGLISH, more: str = PALE) -> Path:
    file = folder / "sjabloon.docx"
    file.write_bytes(
        build(styles=styles, more_styles=more, numbering=numbers("bullet •"), body="<w:p><w:r><w:t>x</w:t></w:r></w:p>")
    )
    return file


def _mended(file: Path, *options: str) -> tuple[Path, str]:
    said = run("huisstijl", "controleer", file.name, "--herstel", *options, cwd=file.parent)
    return file.with_name("sjabloon-hersteld.docx"), said


def _sheet(file: Path) -> etree._Element:
    return etree.fromstring(parts(file.read_bytes())["word/styles.xml"])


def test_a_copy_has_colours_a_language_and_styles_and_all_of_it_is_said(tmp_path: Path) -> None:
    """Pale headings and links become darker, the language Dutch, and what a plan needs is there; the template stays."""
    file = _template(tmp_path)
    before = file.read_bytes()
    copy, said = _mended(file)
    assert file.read_bytes() == before
    assert "De kleur van de stijl “Kop 1” was #4F81BD en is nu #" in said
    assert "De kleur van de stijl “Hyperlink” was #00A651" in said
    assert "“Kop 2”" not in said  # it takes over the colour of Kop 1
    assert "De taal van de stijlen was en-US en is nu Nederlands." in said
    assert "stijlen zijn toegevoegd: " in said
    assert {"Kader", "Intro", "Tabelkop"} <= {item.get(f"{{{W}}}val") for item in _sheet(copy).iter(f"{{{W}}}name")}
    assert {item.get(f"{{{W}}}val") for item in _sheet(copy).iter(f"{{{W}}}lang")} == {"nl-NL"}
    assert f"Gemaakt: {copy.name}. Je eigen bestand is niet veranderd." in said


def test_a_copy_has_nothing_left_to_mend(tmp_path: Path) -> None:
    """Every style is found by its name, every combination of colours can be read, and mending again says so."""
    copy = tmp_path / "kopie.docx"
    write_mended(_template(tmp_path), copy, forceer=False)
    found = inspect(copy)
    assert [item.melding for item in found if item.soort != "uitleg"] == []
    assert {item.naam for item in found if item.onderdeel == "stijl" and "gemaakt" in item.melding} == set()
    assert write_mended(copy, None, forceer=False) == (None, ())
    assert not list(tmp_path.glob("*-hersteld*"))


def test_a_style_that_only_mends_another_does_not_stay_in_a_copy(tmp_path: Path) -> None:
    """A quote that is struck through gets help in every plan; the copy has no second style for it."""
    copy = tmp_path / "kopie.docx"
    more = PALE + style("Quote", "Citaat", inside="<w:rPr><w:strike/></w:rPr>")
    write_mended(_template(tmp_path, more=more), copy, forceer=False)
    names = {str(item.get(f"{{{W}}}val")) for item in _sheet(copy).iter(f"{{{W}}}name")}
    assert "Quote" in names
    assert not {name for name in names if name.startswith("Wijkplan citaat")}


def test_a_copy_never_takes_the_place_of_another_file(tmp_path: Path) -> None:
    """A copy that is there already is only replaced when somebody says so, and is then kept."""
    file = _template(tmp_path)
    copy, _ = _mended(file)
    copy.write_bytes(b"van iemand anders")
    assert "niet door wijkplan gemaakt" in run("huisstijl", "controleer", file.name, "--herstel", cwd=tmp_path, code=1)
    assert copy.read_bytes() == b"van iemand anders"
    _mended(file, "--forceer")
    assert copy.with_name("sjabloon-hersteld.docx.bak").read_bytes() == b"van iemand anders"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--herstel", "--json"), "Kies --herstel of --json"),
        (("-o", "x.docx"), "horen bij --herstel"),
        (("--forceer",), "horen bij --herstel"),
    ],
)
def test_options_that_do_not_go_together_are_said(tmp_path: Path, options: tuple[str, ...], words: str) -> None:
    """Nothing is written then."""
    assert words in run("huisstijl", "controleer", _template(tmp_path).name, *options, cwd=tmp_path, code=2)


def test_a_copy_is_a_word_file(tmp_path: Path) -> None:
    """Another kind of name is refused, with what to do."""
    with pytest.raises(ProblemsError, match="is een Word-bestand"):
        write_mended(_template(tmp_path), tmp_path / "kopie.pdf", forceer=False)


@pytest.mark.sdk
def test_a_copy_is_a_sound_document(tmp_path: Path) -> None:
    """The Open XML SDK finds no fault in it."""
    copy = tmp_path / "kopie.docx"
    write_mended(_template(tmp_path), copy, forceer=False)
    assert validate([copy]) == {copy: []}


@pytest.mark.parametrize(
    ("sizes", "told"),
    [
        ({"Title": 24, "heading 1": 32, "heading 2": 26}, ["De titel is 12 punten groot, kop 1 16 punten."]),
        ({"Title": 40, "heading 1": 25, "heading 2": 28}, ["Kop 1 is 12,5 punten groot, kop 2 14 punten."]),
        ({"Title": 40, "heading 1": 32, "heading 2": 32}, []),
    ],
)
def test_a_title_or_heading_that_is_smaller_than_what_is_below_it_is_told(
    tmp_path: Path, sizes: dict[str, int], told: list[str]
) -> None:
    """Equal is fine: they can differ in colour or weight."""
    more = "".join(
        style(name, inside=f'<w:rPr><w:sz w:val="{size}"/></w:rPr>').replace(
            f'"{name}"', f'"{name.replace(" ", "")}"', 1
        )
        for name, size in sizes.items()
    )
    found = inspect(_template(tmp_path, styles=STYLES, more=more))
    assert [item.melding for item in found if item.onderdeel == "stijl" and item.soort == "aandacht"] == told


def test_contrast_is_told_of_the_style_that_has_the_colour(tmp_path: Path) -> None:
    """The colour of a link is that of the link, also in a cell and where a plan has a style of its own for it."""
    table = style(
        "Gemeentetabel",
        "GT",
        "table",
        custom=True,
        inside='<w:tblPr><w:tblBorders><w:insideH w:val="single" w:sz="4"/></w:tblBorders></w:tblPr>'
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:tcPr><w:shd w:val="clear"'
        ' w:fill="0072BC"/></w:tcPr></w:tblStylePr><w:tblStylePr w:type="firstCol"><w:tcPr><w:shd w:val="clear"'
        ' w:fill="BFBFBF"/></w:tcPr></w:tblStylePr>',
    )
    found = [item for item in inspect(_template(tmp_path, more=PALE + table)) if item.onderdeel == "contrast"]
    assert [item.naam for item in found if item.waarde.startswith("#00A651")] == ["link"]
    on_cells = {item.naam for item in found if " op #BFBFBF" in item.waarde}
    assert on_cells == {"link"}
    assert "link" in {item.naam for item in found if " op #0072BC" in item.waarde}
