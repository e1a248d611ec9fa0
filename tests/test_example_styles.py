"""The example house styles: made from their descriptions, and what a plan in each of them holds and leaves out."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from lxml import etree, html
from msgspec.structs import replace

from generator.accessibility import check_accessibility
from generator.documents import Draft, make_document
from generator.pipeline import find_house_style, make_page
from generator.word.opened_house_style import open_word_file
from generator.word.options import Options
from generator.word.roles import PUBLIC, ROLES
from generator.word.styles import Styles
from scripts import build_styles
from scripts.style_package import write
from tests.support.documents import ROOT, checked, parts, text_of
from tests.support.tools import page_count, to_pdf, validate

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STYLES = {"neutraal": "docx", "warm": "docx", "fris": "dotx"}
PAGES = {"molenkwartier": range(20, 33), "stationsbuurt": range(10, 30), "helmond": range(20, 46)}
PLANS = pytest.mark.parametrize(("place", "style"), [(place, style) for place in PAGES for style in ("warm", "fris")])


@cache
def plan(place: str, style: str) -> bytes:
    """Return the plan of an example in a house style, named as a user names it."""
    answers = checked((ROOT / "examples" / place / "antwoorden.yaml").read_text(encoding="utf-8"))
    files = find_house_style(Path(style))
    return make_document(Draft(make_page(answers, files), files, answers), "docx")


def wijk(place: str) -> str:
    """Return the name that an example gives its neighbourhood."""
    answers = checked((ROOT / "examples" / place / "antwoorden.yaml").read_text(encoding="utf-8"))
    return str(answers.antwoorden.wijk.naam)


@cache
def page_of(place: str, style: str) -> str:
    """Return the page of an example in a house style."""
    answers = checked((ROOT / "examples" / place / "antwoorden.yaml").read_text(encoding="utf-8"))
    return make_page(answers, find_house_style(Path(style)))


def shown(document: bytes) -> dict[str, str]:
    """Return the text of the document and of each header and footer."""
    wanted = re.compile(r"word/(?:document|header\d*|footer\d*)\.xml")
    return {name: text_of(etree.fromstring(data)) for name, data in parts(document).items() if wanted.fullmatch(name)}


def styles_of(style: str) -> Styles:
    """Return the styles of a house style by role, without the colours that it asks for."""
    files = find_house_style(Path(style))
    opened = open_word_file(files.word).house_style()
    wishes = replace(files.options or Options(), colours={})
    return Styles(opened.styles, numbering=opened.numbering, theme=opened.theme, body=opened.body, options=wishes)


@pytest.mark.parametrize("style", STYLES)
def test_the_description_gives_the_file(style: str, tmp_path: Path) -> None:
    """The committed Word file is what the builder writes, byte by byte."""
    name = f"{style}/huisstijl.{STYLES[style]}"
    write(tmp_path / "huisstijl", build_styles.STYLES[name])
    assert (tmp_path / "huisstijl").read_bytes() == (ROOT / "templates" / "huisstijl" / name).read_bytes()


@pytest.mark.sdk
def test_everything_is_valid(tmp_path: Path) -> None:
    """The Open XML SDK finds nothing wrong with the house styles and the plans in them."""
    files = [ROOT / "templates" / "huisstijl" / style / f"huisstijl.{kind}" for style, kind in STYLES.items()]
    for place in PAGES:
        for style in ("warm", "fris"):
            files.append(tmp_path / f"{place}-{style}.docx")
            files[-1].write_bytes(plan(place, style))
    assert {path.name: errors for path, errors in validate(files).items() if errors} == {}


def test_warm_has_a_style_for_every_role() -> None:
    """Nothing is made or mended in the house style that was made for plans."""
    styles = styles_of("warm")
    made = [role for role in PUBLIC.values() if styles.found(role).how == "gemaakt"]
    assert made == ["h5", "h6"]


def test_fris_keeps_its_own_styles() -> None:
    """A template with Dutch ids gives its own style to every role that it has one for."""
    styles = styles_of("fris")
    own = {role: styles.found(role).style_id for role in PUBLIC.values() if styles.found(role).how != "gemaakt"}
    expected = {"titel": "Titel", "h1": "Kop1", "h2": "Kop2", "h3": "Kop3", "p": "Plattetekst", "toc1": "Inhopg1"}
    expected |= {"bijschrift": "Bijschrift", "blockquote": "Citaat", "header": "Koptekst", "strong": "Zwaar"}
    assert {role: own.get(role) for role in expected} == expected
    assert styles.found("ul1").how == "gemaakt"
    assert ROLES["ul1"].name == "List Bullet"


@PLANS
def test_headers_and_footers_are_those_of_the_template(place: str, style: str) -> None:
    """The cover and the pages of the plan each refer to the headers and footers that the template gives them."""
    body = etree.fromstring(parts(plan(place, style))["word/document.xml"])[0]
    texts = shown(plan(place, style))
    links = etree.fromstring(parts(plan(place, style))["word/_rels/document.xml.rels"])
    targets = {item.get("Id"): f"word/{item.get('Target')}" for item in links}
    key = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    first, *others = list(body.iter(f"{W}sectPr"))
    assert others, "the cover is a section of its own"
    kinds = {"warm": {"default"}, "fris": {"default", "first"}}[style]
    assert {item.get(f"{W}type") for item in first.iter(f"{W}headerReference")} == kinds
    for section in others:
        assert section.find(f"{W}titlePg") is None
        (name,) = [
            targets[item.get(key)] for item in section.iter(f"{W}headerReference") if item.get(f"{W}type") == "default"
        ]
        assert wijk(place) in texts[name]


@PLANS
def test_placeholders_are_filled_in_and_nothing_is_left_over(place: str, style: str) -> None:
    """No brace, sample text, comment, tracked change or name of the template's maker reaches the plan."""
    document = plan(place, style)
    everything = "\n".join(shown(document).values())
    assert f"Wijk {wijk(place)}" in everything
    assert not re.search(r"\{[{%]|[%}]\}", everything)
    for sample in ("voorbeeldtekst", "later toegevoegd", "Hoofdstuktitel", "[Titel van het document]"):
        assert sample not in everything
    raw = b"\n".join(parts(document).values())
    assert b"Sjabloonbeheer" not in raw
    assert b"<w:ins " not in raw
    assert b"Vervang deze tekst" not in raw


@PLANS
def test_the_text_is_complete(place: str, style: str) -> None:
    """Every sentence of the page is in the document; in the fresh style that is the page of the neutral one."""
    page = page_of(place, style)
    if style == "fris":
        assert page == page_of(place, "neutraal")
    said = " ".join(shown(plan(place, style))["word/document.xml"].split())
    missing = [
        words
        for item in html.fromstring(page).find(".//main").iter("p", "h1", "h2", "h3", "caption")
        if not item.xpath(".//mark | .//a | .//input | .//select | .//br")
        and (words := " ".join(str(item.text_content()).split()))
        and words not in said
    ]
    assert missing == []


def test_warm_changes_the_order_and_one_text() -> None:
    """The decision comes second, and the purpose is told in words of the house style; all other words stay."""
    warm, neutral = page_of("molenkwartier", "warm"), page_of("molenkwartier", "neutraal")
    order = re.findall(r'<section data-blok="([a-z_]+)"', warm)
    asked = ["inleiding", "besluit", "wijk", "doelen", "interventies", "principes", "randvoorwaarden", "planning"]
    assert [name for name in order if name in asked] == asked
    assert "Waarom dit plan?" in shown(plan("molenkwartier", "warm"))["word/document.xml"]
    assert "Waarom dit plan?" not in neutral
    cells = [Counter(str(item.text_content()) for item in html.fromstring(page).iter("td")) for page in (warm, neutral)]
    assert sum(cells[0].values()) == sum(cells[1].values())


def test_tables_show_the_bands_of_their_style() -> None:
    """Word may paint every other row of a table, but not of one that shows bars or signs."""
    document = etree.fromstring(parts(plan("molenkwartier", "warm"))["word/document.xml"])
    bands = {(item.getparent()[0].get(f"{W}val"), item.get(f"{W}noHBand")) for item in document.iter(f"{W}tblLook")}
    assert {("Tabelwarm", "0"), ("Gegevenswarm", "0"), ("Planningwarm", "1")} <= bands


def test_the_subtitle_of_a_template_makes_room_for_that_of_the_plan() -> None:
    """Sample words in the style of a subtitle become those of the plan, also where placeholders stand beside them."""
    said = shown(plan("molenkwartier", "warm"))["word/document.xml"]
    assert "Plan van aanpak tegen ondermijning" not in said
    assert "Gemeente Elzenbeek, 2026 tot en met 2029" in said


@PLANS
def test_the_plan_is_accessible(place: str, style: str) -> None:
    """`wijkplan toegankelijk` finds no fault, only points to look at."""
    assert [item for item in check_accessibility(plan(place, style)) if item.soort == "fout"] == []


@pytest.mark.office
@pytest.mark.poppler
@pytest.mark.fonts
@PLANS
def test_libreoffice_lays_the_plan_out(place: str, style: str, tmp_path: Path) -> None:
    """LibreOffice opens the plan, and it has as many pages as a plan has."""
    document = tmp_path / "plan.docx"
    document.write_bytes(plan(place, style))
    assert page_count(to_pdf(document, tmp_path)) in PAGES[place]
