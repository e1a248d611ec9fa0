"""The plan itself: everything chosen is in it, nothing is lost, and it says what is missing."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from generator.answers.shape import field_at
from generator.documents import Output
from generator.pipeline import generate
from generator.source import path_of
from tests.support.documents import (
    MINIMUM,
    ROOT,
    body,
    checked,
    ends_section_after_table,
    example,
    page,
    paragraphs,
    parts,
    parts_but_versions,
    text_of,
    word,
)
from tests.support.tools import page_count, pdf_text, to_pdf, validate

if TYPE_CHECKING:
    from pathlib import Path

    from generator.framework import Framework

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
EXAMPLES = ("molenkwartier", "stationsbuurt", "helmond")
# The line that Word needs where a section ends in a table, and with it what no style can say: no room above the first
# line of a page, and room below a box.
LINE = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
ROOM = {'<w:spacing w:before="0"/>', '<w:spacing w:after="240"/>', LINE}


def _headings(document: bytes, level: int) -> list[str]:
    styles = {1: {"Heading1", "Kopzondernummer", "Bijlage"}, 2: {"Heading2", "Kop2zondernummer"}, 3: {"Heading3"}}[
        level
    ]
    return [text for style, text in paragraphs(document) if style in styles]


def test_the_chapters_stand_in_order() -> None:
    """Summary and plan on one page come first, then fourteen chapters and the annexes, and last the document itself."""
    assert _headings(example("molenkwartier"), 1) == [
        "Samenvatting",
        "Het plan op één A4",
        "Waarom deze aanpak past bij het Molenkwartier",
        "De wijk nu",
        "Wat willen wij bereiken?",
        "Zijn de randvoorwaarden op orde?",
        "Interventies",
        "Werkzame principes",
        "Organisatie en samenwerking",
        "Informatiedeling, privacy en bevoegdheden",
        "Communicatie en participatie",
        "Planning",
        "Financiën",
        "Monitoring en evaluatie",
        "Risico’s",
        "Besluit en vervolg",
        "De randvoorwaarden onderdeel voor onderdeel",
        "Alle acties",
        "Startvragen per interventie",
        "Begrippen en afkortingen",
        "Bronnen en leestips",
        "Documentgegevens",
    ]


def test_a_chapter_without_answers_is_told_of_in_a_draft() -> None:
    """A draft with two names has only what the framework itself can fill, and says what others will hold."""
    document = word(MINIMUM)
    assert _headings(document, 1) == [
        "Samenvatting",
        "Waarom deze aanpak past bij Molenkwartier",
        "Zijn de randvoorwaarden op orde?",
        "Interventies",
        "Werkzame principes",
        "Wat nog in dit plan komt",
        "De randvoorwaarden onderdeel voor onderdeel",
        "Open punten",
        "Bronnen en leestips",
        "Documentgegevens",
    ]
    whole = text_of(body(document))
    for title in ("De wijk nu", "Wat willen wij bereiken?", "Planning", "Financiën", "Risico’s", "Besluit en vervolg"):
        assert f"{title}: " in whole


def test_a_plan_that_is_no_draft_tells_of_no_missing_chapter() -> None:
    """Only a draft shows what is missing."""
    adopted = page(MINIMUM + "document: {status: vastgesteld}\n")
    assert "Wat nog in dit plan komt" not in adopted


@pytest.mark.parametrize("name", EXAMPLES)
def test_all_twelve_conditions_are_in_the_order_of_the_framework(name: str, kader: Framework) -> None:
    """Each condition has a heading, under its building block."""
    found = [text for text in _headings(example(name), 3) if text in {item.titel for item in kader.randvoorwaarden}]
    assert found == [item.titel for item in kader.randvoorwaarden]


def test_all_interventions_and_principles_at_once(kader: Framework) -> None:
    """Thirty interventions and six principles together give one plan: interventions in the order of the answers."""
    chosen = [*reversed(kader.interventies)]
    ids = [item.id for item in chosen]
    text = MINIMUM + "interventies:\n" + "".join(f"  - id: {key}\n" for key in ids)
    headings = _headings(word(text), 2)
    titles = [item.titel for item in chosen]
    assert [heading for heading in headings if heading in titles] == titles
    principles = [item.titel for item in kader.werkzame_principes]
    assert [heading for heading in headings if heading in principles] == principles


def test_proposed_principles_are_called_a_proposal() -> None:
    """Where the municipality chose no principle, the plan shows the proposals as such."""
    whole = text_of(body(word(MINIMUM + "interventies: [{id: ila}]\n")))
    assert "(voorstel, nog niet bevestigd)" in whole
    assert "De partners spreken af wat ieder inzet" in whole


def test_placeholders_are_the_open_points() -> None:
    """Every placeholder belongs to an open point, or to a question that is advice, and has a key of the file."""
    for name in EXAMPLES:
        text = (ROOT / "examples" / name / "antwoorden.yaml").read_text(encoding="utf-8")
        open_keys = {problem.sleutel for problem in checked(text).open}
        for mark in html.document_fromstring(page(text)).iter("mark"):
            key = mark.get("data-antwoord", "")
            assert field_at(path_of(key)) is not None, key
            # Where a whole part is asked for, points within that part are open.
            allowed = any(
                key == point or key.startswith((f"{point}.", f"{point}[")) or point.startswith(f"{key}.")
                for point in open_keys
            )
            assert allowed or re.search(r"\.(startvragen|principes|acties)\b|^interventies$", key), key


@pytest.mark.parametrize("name", EXAMPLES)
def test_nothing_in_the_text_betrays_a_program(name: str) -> None:
    """No code, no None, no double space and no empty paragraph outside a cell reaches the reader."""
    document = example(name)
    whole = text_of(body(document))
    assert not re.search(r"\{\{|\{%|\bNone\b|\bTrue\b|\bFalse\b|TODO|Undefined|  ", whole)
    empty = [
        item
        for item in body(document).findall(f"{W}p")
        if not text_of(item) and item.find(f".//{W}drawing") is None and not ends_section_after_table(item)
    ]
    assert empty == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_headings_never_skip_a_level(name: str) -> None:
    """A heading is at most one level deeper than the one before."""
    order = {
        "Heading1": 1,
        "Kopzondernummer": 1,
        "Bijlage": 1,
        "TOCHeading": 1,
        "Heading2": 2,
        "Heading3": 3,
        "Heading4": 4,
    }
    levels = [order[style] for style, _ in paragraphs(example(name)) if style in order]
    for before, after in pairwise(levels):
        # A principle has no third level: its parts are small headings without a number.
        assert after <= before + 1 or (before, after) == (2, 4)


@pytest.mark.parametrize("name", EXAMPLES)
def test_tables_have_what_everybody_needs(name: str) -> None:
    """Each table has a title, a description, a repeating header, whole rows and no empty header."""
    for table in body(example(name)).iter(f"{W}tbl"):
        assert table.find(f"{W}tblPr/{W}tblCaption") is not None
        assert table.find(f"{W}tblPr/{W}tblDescription") is not None
        rows = table.findall(f"{W}tr")
        # Only the picture of the interventions in more than one year has a second one: the quarters below their years.
        caption = table.xpath("string(w:tblPr/w:tblCaption/@w:val)", namespaces={"w": W[1:-1]})
        years = [text_of(cell) for cell in rows[0].findall(f"{W}tc")[1:]]
        repeated = 2 if caption == "Interventies in de tijd" and all(map(str.isdecimal, years)) else 1
        heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
        assert heads == [True] * repeated + [False] * (len(rows) - repeated)
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        assert all(text_of(cell) for cell in rows[0].findall(f"{W}tc"))
        assert all(cell[-1].tag == f"{W}p" for cell in table.iter(f"{W}tc"))


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_style_in_use_exists(name: str) -> None:
    """Paragraphs, runs and tables name only styles that the document has."""
    found = parts(example(name))
    known = set(re.findall(rb'w:styleId="([^"]+)"', found["word/styles.xml"]))
    used = set(re.findall(rb'<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"', found["word/document.xml"]))
    assert used <= known


@pytest.mark.parametrize("name", EXAMPLES)
def test_only_styles_give_looks(name: str) -> None:
    """The body has no colour, font, size or spacing of its own, but for a checkbox, drawn cells and room."""
    source = parts(example(name))["word/document.xml"].decode()
    without_boxes = re.sub(r"<w:sdt><w:sdtPr><w:alias.*?</w:sdt>", "", source)
    without_pictures = re.sub(r"<w:tcPr>.*?</w:tcPr>", "", without_boxes)
    found = re.findall(r"<w:(?:color|sz|shd|rFonts|highlight|u|spacing|ind|jc)\b[^>]*>", without_pictures)
    assert set(found) <= ROOM
    assert found.count(LINE) == len(
        [item for item in body(example(name)).iter(f"{W}p") if ends_section_after_table(item)]
    )


def test_the_form_of_address_is_kept() -> None:
    """A plan that says `de gemeente` nowhere says `wij`, but for what the framework itself says."""
    text = (
        MINIMUM.replace("Elzenbeek}", "Elzenbeek, aanspreekvorm: de gemeente}")
        + "interventies: [{id: ila}]\nplanning: [{wat: x}]\n"
    )
    whole = text_of(body(word(text)))
    assert not re.search(r"\b[Ww]ij\b|\bons\b|\bonze\b", whole)
    assert "Daarom maakt de gemeente met partners en bewoners dit plan." in whole


def test_money_dates_and_lists_are_dutch() -> None:
    """Amounts, dates and lists look as they do in Dutch, and the totals add up."""
    whole = text_of(body(example("molenkwartier"))).replace("\u00a0", " ")
    assert "€ 829.000" in whole
    assert "16 februari 2026" in whole
    assert (
        "Wijkboa Molenkwartier, Jongerenwerk op het Molenplein, Samen melden, Controles Beeklaan en Buurthuiskamer"
        in whole
    )


def test_the_plan_is_the_same_every_time() -> None:
    """The same answers give the same bytes."""
    text = (ROOT / "examples" / "stationsbuurt" / "antwoorden.yaml").read_text(encoding="utf-8")
    assert word(text) == word(text)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_committed_plan_is_what_the_answers_give(name: str) -> None:
    """Each example's plan in the repository equals a new one, part by part."""
    committed = parts_but_versions((ROOT / "examples" / name / "plan.docx").read_bytes())
    made = parts_but_versions(example(name))
    assert list(committed) == list(made)
    for part, data in made.items():
        assert committed[part] == data, f"{part} differs: run `make examples`"


@pytest.mark.sdk
def test_both_plans_pass_the_open_xml_sdk(tmp_path: Path) -> None:
    """Microsoft's validator finds nothing in either example, nor in the smallest and the largest plan."""
    largest = (
        MINIMUM
        + "interventies:\n"
        + "".join(
            f"  - {{id: {key}, planning: {{start: 1-1-2026}}}}\n" for key in ("ila", "halt_lessen", "cameratoezicht")
        )
        + "document: {periode: {van: 2026, tot_en_met: 2040}}\n"
        + "bijlagen: {kader_volledig: ja, startvragen: nee, bronnen: nee}\n"
    )
    documents = {name: example(name) for name in EXAMPLES} | {"klein": word(MINIMUM), "groot": word(largest)}
    files = []
    for name, data in documents.items():
        files.append(tmp_path / f"{name}.docx")
        files[-1].write_bytes(data)
    assert {path.stem: errors for path, errors in validate(files).items()} == {name: [] for name in documents}


@pytest.mark.office
@pytest.mark.poppler
@pytest.mark.fonts
def test_libreoffice_opens_the_full_plan(tmp_path: Path) -> None:
    """LibreOffice lays the full example out on 20 to 38 pages, with the text of the plan."""
    file = tmp_path / "plan.docx"
    file.write_bytes(example("molenkwartier"))
    pdf = to_pdf(file, tmp_path)
    assert 20 <= page_count(pdf) <= 38
    text = pdf_text(pdf)
    assert "Plan van aanpak ondermijning" in text
    assert "Fout!" not in text


# The answers that print as text, with the number of places that print each; a list of open points also names the risk,
# the action or the term of which something is missing (four, two and one things here).
PLACES = {
    "wijk: {naam: M, aanleiding: %s}": 1,
    "wijk: {naam: M, afbakening: %s}": 1,
    "wijk: {naam: M, beleving: {tekst: %s}}": 1,
    "wijk: {naam: M}\ndoelen: {visie: %s}": 2,
    "wijk: {naam: M}\nrisicos: [{risico: %s}]": 5,
    "wijk: {naam: M}\nrandvoorwaarden: {urgentiebesef: {onderbouwing: %s}}": 1,
    "wijk: {naam: M}\nrandvoorwaarden: {urgentiebesef: {acties: [{wat: %s}]}}": 4,
    "wijk: {naam: M}\ninterventies: [{id: ila, lokaal_doel: %s}]": 2,
    "wijk: {naam: M}\ninterventies: [{id: ila, startvragen: {waarom_passend: %s}}]": 2,
    "wijk: {naam: M}\nbesluit: {beslispunten: [%s]}": 2,
    "wijk: {naam: M}\nbegrippen: [{term: %s}]": 2,
    "wijk: {naam: M}\norganisatie: {escalatie: %s}": 1,
}
_texts = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"), exclude_characters="*_[]\u00a0"),
    min_size=1,
    max_size=25,
)


@pytest.mark.slow
@settings(max_examples=60)
@given(st.sampled_from(sorted(PLACES)), _texts)
def test_no_answer_is_lost_doubled_or_turned_into_structure(place: str, text: str) -> None:
    """Any text in any of these answers appears once for each place that prints it, literally."""
    import json

    marked = f"Q{' '.join(text.split())}X"
    answers = "gemeente: {naam: E}\n" + place.replace("%s", json.dumps(marked, ensure_ascii=False)) + "\n"
    assert text_of(body(word(answers))).count(marked) == PLACES[place]


@pytest.mark.parametrize(
    "text",
    [
        "]]>",
        "{{ wijk.naam }}",
        "{% for x in y %}",
        "<script>alert(1)</script>",
        "<b>vet</b>",
        "&amp; &lt;",
        "🏘 emoji",
        "שלום",
        "x" * 3000,
        "C:\\map",
        "2026. Een jaar",
        "# geen kop",
        "> 50% van de bewoners",
        "| a | b |",
        "`code`",
    ],
)
def test_odd_text_is_shown_literally(text: str) -> None:
    """Code, markup, emoji, very long words and other scripts are text like any other."""
    import json

    answers = f"gemeente: {{naam: E}}\nwijk:\n  naam: M\n  aanleiding: {json.dumps(text, ensure_ascii=False)}\n"
    assert text_of(body(word(answers))).count(text) == 1


def test_light_markdown_becomes_structure() -> None:
    """Bold, italics, a link and a list in an answer are just that; other Markdown stays text."""
    answers = (
        "gemeente: {naam: E}\nwijk:\n  naam: M\n  aanleiding: |-\n"
        "    **Vet** en *schuin*, [hier](https://x.nl).\n\n    - een\n    - twee\n"
    )
    found = html.document_fromstring(page(answers))
    block = found.find(".//div[@data-antwoord='wijk.aanleiding']")
    assert block is not None
    assert [item.tag for item in block.iter() if isinstance(item.tag, str)] == [
        "div",
        "p",
        "strong",
        "em",
        "a",
        "ul",
        "li",
        "li",
    ]


def test_an_intervention_without_an_id_prints_what_was_said_about_it(tmp_path: Path) -> None:
    """Nobody said which one it is, and that shows; the rest of its answers is there."""
    file = tmp_path / "antwoorden.yaml"
    file.write_text(
        "gemeente: {naam: A}\nwijk: {naam: B}\ninterventies:\n"
        "  - {lokaal_doel: Rust op het plein., eigenaar: wijkmanager}\n"
        "  - {titel: Buurtontbijt, eigenaar: opbouwwerk}\n",
        "utf-8",
    )
    generate(file, tmp_path / "plan.html", Output(("html",)))
    page = (tmp_path / "plan.html").read_text("utf-8")
    assert all(words in page for words in ("Rust op het plein.", "wijkmanager", "Buurtontbijt", "opbouwwerk"))
    assert "welke interventie dit is" in page
    assert "interventies[" not in re.sub(r"<[^>]*>", "", page)
