"""Tests of what a house style shows of the plan: placeholders, property fields and content controls."""

from __future__ import annotations

import io
import subprocess
import sys
from functools import cache
from typing import TYPE_CHECKING

import pytest
from docx.package import Package
from lxml import etree

from generator.documents import Draft, _filler, make_document
from generator.housestyle import HouseStyleFiles
from generator.page import vocabulary
from generator.pipeline import find_house_style, make_page
from generator.problems import ProblemsError
from generator.resources import neutral_house_style
from generator.word.assembly import write
from generator.word.filling.document_properties import core, show_properties
from generator.word.filling.placeholders import Filled, fill_placeholders
from tests.support.documents import MINIMUM, ROOT, W, checked, parts, text_of
from tests.support.templates import NAMESPACES, Rel, build, root, zipped
from tests.support.tools import validate
from tests.word.helpers import page

if TYPE_CHECKING:
    from pathlib import Path

    from generator.checks import Checked
    from generator.rendering.filler import Filler

FULL = (ROOT / "examples" / "molenkwartier" / "antwoorden.yaml").read_text(encoding="utf-8")
CORE = "docProps/core.xml"
CUSTOM = "docProps/custom.xml"
VALUES = {
    "title": "Plan & meer",
    "subject": "Onderwerp",
    "author": "S. de Wit",
    "company": "gemeente Elzenbeek",
    "status": "concept",
    "versie": "0.4",
    "datum": "2026-02-16",
    "comments": "",
    "keywords": "",
}
STORE = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"
COVER_STORE = "{55AF091B-3C7A-41E3-B477-F2FDAA23CFDA}"
COVER = "http://schemas.microsoft.com/office/2006/coverPageProps"


def p(text: str) -> str:
    """Return a paragraph of one run."""
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def text_box(content: str) -> str:
    """Return a paragraph with a text box, as Word writes it: the shape, and VML for older programs."""
    inside = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline>'
        '<wp:extent cx="900000" cy="900000"/><wp:docPr id="7" name="Vak"/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        "<wps:cNvSpPr/><wps:spPr/><wps:txbx>"
        + inside
        + "</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
        '</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape style="width:70pt;height:70pt"><v:textbox>'
        f"{inside}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def table(*cells: str) -> str:
    """Return a table of one column."""
    rows = "".join(
        f'<w:tr><w:tc><w:tcPr><w:tcW w:w="9000" w:type="dxa"/></w:tcPr>{cell}</w:tc></w:tr>' for cell in cells
    )
    head = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid>'
    return f"<w:tbl>{head}{rows}</w:tbl>"


def filled(body: str, answers: str = FULL, **more: object) -> tuple[Package, Filled]:
    """Return a template with its placeholders filled in, and what was said."""
    package = Package.open(io.BytesIO(build(body=body, **more)))
    return package, fill_placeholders(package, lambda: filler(answers))


def filler(answers: str) -> Filler:
    """Return what fills in the placeholders for an answer file, once."""
    return _filler(_read(answers), find_house_style(None))


@cache
def _read(answers: str) -> Checked:
    return checked(answers)


def lines(element: etree._Element) -> list[str]:
    """Return the text of each paragraph under an element."""
    return [text_of(item) for item in element.iter(f"{{{W}}}p")]


def body_lines(body: str, answers: str = FULL) -> list[str]:
    """Return the paragraphs that a body becomes."""
    package, said = filled(body, answers)
    assert said.faults == []
    return lines(package.main_document_part.element.body)


def shown(body: str, values: dict[str, str] | None = None) -> etree._Element:
    """Return a body whose fields and controls show the properties."""
    package = Package.open(io.BytesIO(build(body=body)))
    show_properties(package, values or VALUES)
    return package.main_document_part.element.body


def test_placeholders_show_answers_and_dates_in_dutch() -> None:
    """Answers, choices, years and dates come out as people write them."""
    text = "{{ gemeente.naam }}, {{wijk.naam}}, {{ document.versie }}, {{ document.datum }}, {{ document.periode.van }}"
    assert body_lines(p(text)) == ["Elzenbeek, Molenkwartier, 0.4, 16\u00a0februari 2026, 2026"]


def test_a_placeholder_split_over_runs_is_found() -> None:
    """Spelling marks, revisions and looks inside a placeholder do no harm, and its first run keeps its look."""
    body = (
        '<w:p><w:r><w:t>In {</w:t></w:r><w:proofErr w:type="spellStart"/><w:r w:rsidR="00AA11BB"><w:rPr><w:b/></w:rPr>'
        "<w:t>{ gemeente</w:t></w:r><w:bookmarkStart w:id='1' w:name='_x'/><w:r><w:t>.naam }</w:t></w:r>"
        "<w:bookmarkEnd w:id='1'/><w:r><w:rPr><w:i/></w:rPr><w:t>} en</w:t></w:r></w:p>"
    )
    assert body_lines(body) == ["In Elzenbeek en"]


def test_what_word_makes_of_typing_inside_a_placeholder_is_undone() -> None:
    """Curly quotes, no-break spaces and hidden hyphens inside a placeholder mean what was typed."""
    text = "{{\u00a0gemeente.\u00adnaam\u00a0}}{% if wijk.naam == „Molenkwartier” %}!{% endif %}{{ ‘a’ ~ “b” }}"
    assert body_lines(p(text)) == ["Elzenbeek!ab"]


def test_a_missing_answer_shows_what_is_missing() -> None:
    """An answer that is not there never shows as None, inside a group without answers and after a filter neither."""
    text = "{{ document.datum }} {{ document.periode.van }} {{ document.datum | datum }} {{ gemeente.riec }}"
    (line,) = body_lines(p(text), MINIMUM)
    assert line == (
        "[nog in te vullen: de datum van deze versie] [nog in te vullen: het eerste jaar van de looptijd] "
        "[nog in te vullen: de datum van deze versie] [nog in te vullen: gemeente.riec]"
    )
    assert body_lines(p("{{ document.datum or document.versie }}"), MINIMUM) == ["[nog in te vullen]"]
    assert body_lines(p("{{ document.versie.upper() }}"), MINIMUM) == ["[nog in te vullen]"]
    assert body_lines(p("{{ plek(wijk, 'naam', wat='de wijk') }}"), MINIMUM) == ["[nog in te vullen: de wijk]"]
    text = "{% for p in document.auteurs %}x{% endfor %}{{ document.datum | default('-', true) }}"
    assert body_lines(p(text), MINIMUM) == ["-"]


def test_no_gap_shows_in_a_plan_that_is_no_draft() -> None:
    """What such a plan can do without is a dash there, in whatever way it is asked for."""
    adopted = f"{MINIMUM}document: {{status: vastgesteld}}\n"
    assert body_lines(p("{{ gemeente.riec }} {{ plek(gemeente, 'riec') }}"), adopted) == ["– –"]


def test_an_answer_stays_text() -> None:
    """Markup, placeholders and line ends in an answer are shown, and nothing in it is filled in."""
    answers = "gemeente: {naam: 'A & <b> {{ wijk.naam }} {_{ &amp;'}\nwijk: {naam: \"M\\nK\"}\n"
    package, said = filled(p("{{ gemeente.naam }}|{{ wijk.naam }}") + p("{{ gemeente.naam | e }}"), answers)
    assert said.faults == []
    shown_as = "A & <b> {{ wijk.naam }} {_{ &amp;"
    assert lines(package.main_document_part.element.body) == [f"{shown_as}|M\nK", shown_as]


def test_conditions_and_loops_work_in_text_paragraphs_and_rows() -> None:
    """A statement in its own paragraph or row leaves no trace of that paragraph or row."""
    body = (
        p("{% if wijk.naam %}") + p("ja{% if not wijk.naam %} nee{% else %}!{% endif %}") + p("{% endif %}")
        + p("{%p for a in document.auteurs %}") + p("{{ loop.index }} {{ a.naam }}") + p("{%p endfor %}")
        + table(p("{%tr for v in document.versiebeheer %}"), p("{{ v.versie }}"), p("{%tr endfor %}"))
            + table(p("{%- if wijk is none -%}") + p("x") + p("{% endif %}"))
    )  # fmt: skip
    assert body_lines(body) == ["ja!", "1 S. de Wit", "0.1", "0.2", "0.3", "0.4", ""]


def test_both_forms_of_a_text_box_are_filled_in() -> None:
    """A text box shows the same in Word and in programs that read its VML form."""
    found = [line for line in body_lines(text_box(p("{{ wijk.naam }}"))) if line]
    assert found[-2:] == ["Molenkwartier", "Molenkwartier"]


def test_headers_footers_and_notes_are_filled_in() -> None:
    """Placeholders in other parts than the text are filled in as well."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    package, said = filled(
        p("x"),
        headers={"default": p("K {{ titel }}"), "first": text_box(p("{{ wijk.naam }}"))},
        footers={"default": table(p("{{ document.status }}"))},
        parts={"word/footnotes.xml": root("footnotes", f'<w:footnote w:id="2">{p("N {{ wijk.naam }}")}</w:footnote>')},
        rels={"word/document.xml": [Rel("footnotes", "footnotes.xml", "rId_fn")]},
        content_types={"/word/footnotes.xml": kind},
    )
    assert said.faults == []
    stream = io.BytesIO()
    package.save(stream)
    saved = {name: b"".join(content.split()) for name, content in parts(stream.getvalue()).items()}
    assert b"KPlanvanaanpakondermijningMolenkwartier" in saved["word/header_default.xml"]
    assert b"NMolenkwartier" in saved["word/footnotes.xml"]
    assert not [name for name, content in saved.items() if b"{{" in content]


def test_every_wrong_placeholder_is_reported_at_once() -> None:
    """Unknown names, half braces and conditions without an end, in every part, come in one go with their words."""
    body = (
        p("In {{ gemeente.nam }} en verder")
        + text_box(p("{{ wijc.naam }}"))
        + p("Op {{ document.datum")
        + p("{% if wijk %}")
    )
    package, said = filled(
        body, headers={"default": p("{{ inhoud }}")}, footers={"default": p("{{ wijk.naam | uper }} {% include “x” %}")}
    )
    footer = "In de voettekst staat “{{ wijk.naam | uper }} {% include “x” %}"
    found = {tuple(item.melding.split("”. ", 1)): item.oplossing for item in said.faults}
    assert found == {
        ("In de tekst staat “In {{ gemeente.nam }} en verder", "“gemeente.nam” bestaat hier niet."): (
            "Bedoelde je “gemeente.naam”?"
        ),
        ("In een tekstvak staat “{{ wijc.naam }}", "“wijc” bestaat niet in een plan."): "Bedoelde je “wijk”?",
        ("In de tekst staat “Op {{ document.datum", "Een {{ heeft geen }} in dezelfde alinea."): (
            "Zet }} achter de naam."
        ),
        ("In de tekst staat “{% if wijk %}", "“if” is niet afgesloten."): "Zet {% endif %} waar het ophoudt.",
        (
            "In de koptekst staat “{{ inhoud }}",
            "“inhoud” is de plek waar het plan komt. Dat kan alleen in de tekst zelf.",
        ): "Haal {{ inhoud }} hier weg.",
        (footer, "Het filter “uper” bestaat niet."): "Bedoelde je “upper”?",
        (footer, "“include” kan niet in een Word-bestand."): "Gebruik if of for.",
    }
    assert "{{ gemeente.nam }}" in "".join(lines(package.main_document_part.element.body))


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (p("{% if wijk %}") + table(p("{% endif %}")), "andere soort plek"),
        (p("a {% if wijk %}b") + p("c {% endif %}"), "andere soort plek"),
        (p("{% endfor %}"), "zonder “for” ervoor"),
        (p("{% else %}"), "zonder “if” ervoor"),
        (p("{{ document }}"), "een lijst of een groep"),
        (p("{{ gemeente.__class__ }}"), "mag een sjabloon niet gebruiken"),
        (p("{% for i in range(10**9) %}x{% endfor %}"), "te vaak"),
        (p("{{r wijk.naam }}"), "letter tegen de accolades"),
        (p("{% for v in document.versiebeheer %}{{ v.versi }}{% endfor %}"), "“v.versi” bestaat hier niet"),
        (p("{{ document.periode.vann }}"), "“document.periode.vann” bestaat hier niet"),
        (p("naam }} hier"), "zonder {{ ervoor"),
        (p("{{ x {{ wijk.naam }}"), "Een {{ heeft geen }}"),
    ],
)
def test_each_kind_of_mistake_has_its_sentence(body: str, words: str) -> None:
    """What is wrong is said in Dutch, and nothing runs away or reaches the inside of Python."""
    _, said = filled(body)
    assert [words in item.melding for item in said.faults] == [True]


def test_the_place_of_the_plan_is_left_alone() -> None:
    """`{{ inhoud }}` in the text stays, inside a condition and split over runs as well."""
    split = "<w:p><w:r><w:t>{{ in</w:t></w:r><w:r><w:t>houd }}</w:t></w:r></w:p>"
    body = p("{% if wijk %}") + split + p("{{ wijk.naam }}") + p("{% endif %}") + p("{# weg #}{# blijft")
    assert body_lines(body) == ["{{ inhoud }}", "Molenkwartier", "{# blijft"]


@pytest.mark.slow
def test_a_template_without_placeholders_loads_nothing_for_them(tmp_path: Path) -> None:
    """The library for placeholders and their environment are imported only when there is a placeholder."""
    script = (
        "import sys; from pathlib import Path; from generator.pipeline import generate;"
        "generate(Path(sys.argv[1]), Path(sys.argv[2]), huisstijl=Path(sys.argv[3]) if sys.argv[3:] else None);"
        "print([name for name in ('docxtpl', 'generator.rendering.filler') if name in sys.modules])"
    )
    answers, style = tmp_path / "antwoorden.yaml", tmp_path / "huisstijl.docx"
    answers.write_text(MINIMUM, encoding="utf-8")
    style.write_bytes(with_header(p("{{ wijk.naam }}")))
    runs = [[tmp_path / "zonder.docx"], [tmp_path / "met.docx", style]]
    found = [
        subprocess.run(
            [sys.executable, "-c", script, answers, *more], check=True, capture_output=True, encoding="utf-8", cwd=ROOT
        ).stdout.strip()
        for more in runs
    ]
    assert found == ["[]", "['docxtpl', 'generator.rendering.filler']"]


def with_header(content: str, **replaced: str) -> bytes:
    """Return the neutral house style with another header, and other parts where given."""
    source = parts((neutral_house_style() / "huisstijl.docx").read_bytes())
    header = next(name for name in source if "header" in name and name.endswith(".xml"))
    found = source | {header: root("hdr", content).encode()}
    found |= {name.replace("__", "/") + ".xml": text.encode() for name, text in replaced.items()}
    return zipped(found)


def plan_with(style: bytes, folder: Path, answers: str = FULL) -> bytes:
    """Return the plan in a house style."""
    place = folder / "huisstijl.docx"
    place.write_bytes(style)
    found = checked(answers)
    return make_document(Draft(make_page(found), HouseStyleFiles(place, ()), found), "docx")


def with_many_placeholders(folder: Path) -> bytes:
    """Return a document in a house style whose header is filled in, lifted out, shown by a field and emptied."""
    header = p("{{ gemeente.naam }} {{ document.datum }}") + p("{% if wijk is none %}") + p("x") + p("{% endif %}")
    header += table(p("{{ wijk.naam }}")) + text_box(p("{{ wijk.naam }}")) + field("TITLE", "oud") + p("")
    header += control(f"<w:showingPlcHdr/>{binding('/a:Properties[1]/b:Company[1]')}<w:text/>", prompt())
    header += control("<w:showingPlcHdr/><w:text/>", prompt()) + control("<w:showingPlcHdr/><w:date/>", prompt())
    style = folder / "huisstijl.docx"
    style.write_bytes(with_header(header))
    return write(page("<p>Tekst</p>"), style, make_fill=lambda: filler(FULL))


def test_a_header_with_many_placeholders_shows_the_plan(tmp_path: Path) -> None:
    """Each place shows its answer, and no prompt stays behind."""
    document = with_many_placeholders(tmp_path)
    header_part = next(content for name, content in parts(document).items() if "header" in name and b"hdr" in content)
    found = lines(etree.fromstring(header_part))
    assert found[:2] == ["Elzenbeek 16\u00a0februari 2026", "Molenkwartier"]
    assert found[-5:] == ["Titel", "", "gemeente X", "", "[nog in te vullen]"]


@pytest.mark.sdk
def test_a_document_in_a_style_with_placeholders_is_valid(tmp_path: Path) -> None:
    """What is filled in, lifted out, shown by a field or emptied leaves a document that Word accepts."""
    place = tmp_path / "plan.docx"
    place.write_bytes(with_many_placeholders(tmp_path))
    assert validate([place]) == {place: []}


def test_a_property_with_a_placeholder_goes_before_the_plans_own(tmp_path: Path) -> None:
    """Properties that the house style writes are filled in and kept, and its fields show them."""
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Plan voor {{ wijk.naam }}</dc:title>'
        "<dc:creator>Iemand anders</dc:creator><cp:keywords>wijk, {{ gemeente.naam }}</cp:keywords></cp:coreProperties>"
    )
    document = plan_with(with_header(field("TITLE", "oud"), docProps__core=core), tmp_path)
    found = parts(document)
    assert "<dc:title>Plan voor Molenkwartier</dc:title>" in found[CORE].decode()
    assert "<cp:keywords>wijk, Elzenbeek</cp:keywords>" in found[CORE].decode()
    assert "Iemand anders" not in found[CORE].decode()
    header = next(content for name, content in found.items() if "header" in name and b"hdr" in content)
    assert lines(etree.fromstring(header)) == ["Plan voor Molenkwartier"]


def test_wrong_placeholders_are_problems_with_the_file(tmp_path: Path) -> None:
    """The pipeline names the file, the part, the words and the suggestion."""
    with pytest.raises(ProblemsError) as caught:
        plan_with(with_header(p("Van {{ gemeente.nam }}") + p("{{ wijk.nam }}")), tmp_path)
    first, second = caught.value.problems
    assert first.bestand == second.bestand == str(tmp_path / "huisstijl.docx")
    assert first.melding.startswith("In de koptekst staat “Van {{ gemeente.nam }}”. ")
    assert second.oplossing == "Bedoelde je “wijk.naam”?"


def field(instruction: str, *results: str) -> str:
    """Return a paragraph with a complex field, each piece of its result in a run with another look."""
    looks = ("<w:rPr><w:b/></w:rPr>", "<w:rPr><w:i/></w:rPr>")
    cached = "".join(f"<w:r>{look}<w:t>{text}</w:t></w:r>" for look, text in zip(looks, results, strict=False))
    return (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> '
        f"{instruction[:4]}</w:instrText></w:r>"
        f'<w:r><w:instrText xml:space="preserve">{instruction[4:]} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{cached}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


@pytest.mark.parametrize(
    ("instruction", "text"),
    [
        ("TITLE", "Plan & meer"),
        (r"TITLE  \* MERGEFORMAT", "Plan & meer"),
        (r"title \* Upper", "PLAN & MEER"),
        ("DOCPROPERTY Company", "gemeente Elzenbeek"),
        (r'DOCPROPERTY  "Company" \* FirstCap \* MERGEFORMAT', "Gemeente Elzenbeek"),
        (r"TITLE \* Caps", "Plan & Meer"),
        (r"TITLE \* lower", "plan & meer"),
        ("AUTHOR", "S. de Wit"),
        ("KEYWORDS", ""),
        (r'SAVEDATE \@ "dd-MM-yyyy"', "16-02-2026"),
        (r'DATE \@ "dddd d MMMM yyyy"', "maandag 16 februari 2026"),
        ("PAGE", "oud spul"),
        ("DOCPROPERTY Onbekend", "oud spul"),
    ],
)
def test_fields_show_what_word_would_show(instruction: str, text: str) -> None:
    """Fields of one element and of several show the property, with its switches."""
    assert lines(shown(field(instruction, "oud ", "spul"))) == [text]
    simple = instruction.replace('"', "&quot;")
    assert lines(shown(f'<w:p><w:fldSimple w:instr="{simple}"><w:r><w:t>oud spul</w:t></w:r></w:fldSimple></w:p>')) == [
        text
    ]


def test_capitals_come_at_the_start_of_words_alone() -> None:
    """A field in title case makes no capital after an apostrophe, and leaves an abbreviation as it is."""
    values = {**VALUES, "title": "risico’s, foto's en het RIEC"}
    assert lines(shown(field(r"TITLE \* Caps", "oud"), values)) == ["Risico’s, Foto's En Het RIEC"]


def test_the_first_run_of_a_field_keeps_its_look() -> None:
    """The new text stands in the first run of the old one."""
    body = shown(field("TITLE", "oud ", "spul"))
    run = next(item for item in body.iter(f"{{{W}}}r") if item.findtext(f"{{{W}}}t") == "Plan & meer")
    assert run.find(f"{{{W}}}rPr/{{{W}}}b") is not None


def test_a_field_in_a_field_and_a_field_without_a_result_are_filled_in() -> None:
    """The inner field shows its property, the outer one is left alone, and an empty result gets a run."""
    inner = field("TITLE", "oud").removeprefix("<w:p>").removesuffix("</w:p>")
    body = field("IF", "uit").replace(
        "</w:instrText></w:r><w:r><w:fldChar", f"</w:instrText></w:r>{inner}<w:r><w:fldChar", 1
    )
    assert lines(shown(body)) == ["Plan & meeruit"]
    marks = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    empty = f"<w:p>{marks.format('begin')}<w:r><w:instrText>TITLE</w:instrText></w:r>{marks.format('end')}</w:p>"
    found = shown(empty)
    assert lines(found) == ["Plan & meer"]
    assert [item.get(f"{{{W}}}fldCharType") for item in found.iter(f"{{{W}}}fldChar")] == ["begin", "separate", "end"]


def test_a_field_for_a_property_that_does_not_travel_becomes_text() -> None:
    """Word would show an error for a property that is gone, so the text stays without the field."""
    assert not list(shown(field("DOCPROPERTY Afdeling", "Ruimte")).iter(f"{{{W}}}fldChar"))


def control(properties: str, content: str) -> str:
    """Return a paragraph with a content control."""
    return f"<w:p><w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt></w:p>"


def prompt(text: str = "[Typ hier]") -> str:
    """Return a run that looks like a prompt."""
    return f'<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>{text}</w:t></w:r>'


def binding(path: str, store: str = STORE) -> str:
    """Return what ties a control to a property."""
    return f'<w:dataBinding w:xpath="{path}" w:storeItemID="{store}"/>'


@pytest.mark.parametrize(
    ("properties", "text"),
    [
        (binding("/ns1:coreProperties[1]/ns0:title[1]"), "Plan & meer"),
        (binding("/ns1:coreProperties[1]/ns1:contentStatus[1]"), "concept"),
        (binding("/ns0:Properties[1]/ns0:Company[1]", "{6668398D-A668-4E3E-A5EB-62B293D839F1}"), "gemeente Elzenbeek"),
        (binding("/ns0:CoverPageProperties[1]/ns0:PublishDate[1]", COVER_STORE) + "<w:date/>", "16 februari 2026"),
        (binding("/ns0:CoverPageProperties[1]/ns0:Abstract[1]", COVER_STORE), ""),
        ('<w:alias w:val="Titel"/><w:text/>', "Plan & meer"),
        ('<w:alias w:val="Onder-titel"/>', "Onderwerp"),
        ('<w:tag w:val="gemeente"/>', "gemeente Elzenbeek"),
        ('<w:alias w:val="Datum"/>', "16 februari 2026"),
        ('<w:date><w:dateFormat w:val="dd-MM-yy"/><w:lid w:val="nl-NL"/></w:date>', "16-02-26"),
        ('<w:date><w:dateFormat w:val="M/d/yyyy"/><w:lid w:val="en-US"/></w:date>', "16 februari 2026"),
        ('<w:alias w:val="Telefoon"/><w:text/>', ""),
        ("<w:dropDownList/>", "[Typ hier]"),
    ],
)
def test_controls_show_the_plan_and_never_a_prompt(properties: str, text: str) -> None:
    """A control is known by its binding, name or kind; one that nothing fills in is empty, except a choice."""
    found = shown(control(f"{properties}<w:showingPlcHdr/>", prompt()))
    assert lines(found) == [text]
    is_choice = text == "[Typ hier]"
    assert (found.find(f".//{{{W}}}showingPlcHdr") is not None) == is_choice
    assert (found.find(f".//{{{W}}}rStyle") is not None) == is_choice


def test_a_control_that_stays_tied_is_kept_in_step() -> None:
    """The stored cover page properties get the same values, so that Word does not put the old ones back."""
    old = "<PublishDate>2006-09-19T00:00:00</PublishDate><Abstract>Oud</Abstract>"
    stored = f'<CoverPageProperties xmlns="{COVER}">{old}</CoverPageProperties>'
    package = Package.open(
        io.BytesIO(
            build(
                parts={"customXml/item1.xml": stored},
                rels={"word/document.xml": [Rel("customXml", "../customXml/item1.xml", "rId_c")]},
            )
        )
    )
    show_properties(package, VALUES)
    part = package.main_document_part.rels["rId_c"].target_part
    assert [item.text or "" for item in etree.fromstring(part.blob)] == ["2026-02-16T00:00:00", ""]


def test_a_control_tied_to_a_store_that_is_not_kept_in_step_is_tied_no_longer() -> None:
    """A binding that could put an old value back is taken away."""
    tied = binding("/ns0:CoreProperties[1]/ns0:Title[1]", "{8046823C-BF7E-4DEE-B0EF-A36D059EDD71}")
    assert shown(control(tied, prompt())).find(f".//{{{W}}}dataBinding") is None
    assert (
        shown(control(binding("/a:coreProperties[1]/b:title[1]"), prompt())).find(f".//{{{W}}}dataBinding") is not None
    )


def test_a_date_that_is_not_known_is_an_open_point() -> None:
    """Without a date the control says so, and keeps no date of the template."""
    date = '<w:date w:fullDate="2006-09-19T00:00:00Z"/>'
    found = shown(control(date, "<w:r><w:t>9/19/2006</w:t></w:r>"), VALUES | {"datum": ""})
    assert lines(found) == ["[nog in te vullen]"]
    control_date = found.find(f".//{{{W}}}date")
    assert control_date is not None
    assert not control_date.attrib


@pytest.mark.parametrize("given", ["december 2025", "2e kwartaal 2026"])
def test_a_date_that_is_no_day_is_shown_as_it_was_given(given: str) -> None:
    """A calendar knows no months: its control becomes one for text, and no field or property makes a day of it."""
    date = '<w:date w:fullDate="2006-09-19T00:00:00Z"><w:dateFormat w:val="d-M-yyyy"/></w:date>'
    found = shown(control(date, "<w:r><w:t>9/19/2006</w:t></w:r>"), VALUES | {"datum": given})
    assert lines(found) == [given]
    assert found.find(f".//{{{W}}}date") is None
    text = found.find(f".//{{{W}}}text")
    assert text is not None
    assert (len(text), dict(text.attrib)) == (0, {})
    assert lines(shown(field(r"SAVEDATE \@ &quot;d-M-yyyy&quot;", "oud"), VALUES | {"datum": given})) == [given]
    assert b"2025-" not in core(
        vocabulary.parse(page("<p>x</p>").replace("</head>", f'<meta name="datum" content="{given}"></head>'))
    )


def test_a_picture_that_nobody_chose_is_taken_away() -> None:
    """A control that asks for a logo leaves its paragraph, and not its sample picture."""
    body = f"<w:sdt><w:sdtPr><w:showingPlcHdr/><w:picture/></w:sdtPr><w:sdtContent>{p('logo')}</w:sdtContent></w:sdt>"
    found = shown(body + p("x"))
    assert lines(found) == ["", "x"]
    assert found.find(f"{{{W}}}sdt") is None


def test_the_prefixes_of_a_part_stay_as_they_were() -> None:
    """Filling in adds no namespace to the elements of a part."""
    package, _ = filled(p("{{ wijk.naam }}"))
    assert NAMESPACES.split('"')[1] in etree.tostring(package.main_document_part.element, encoding="unicode")
    assert b"xmlns" not in etree.tostring(package.main_document_part.element.body).partition(b">")[2]


def test_a_control_with_a_placeholder_is_the_placeholders() -> None:
    """A placeholder in a control goes before the property that its name asks for, and is no prompt any more."""
    tied = f'<w:alias w:val="Gemeente"/><w:showingPlcHdr/>{binding("/a:Properties[1]/b:Company[1]")}'
    package, said = filled(control(tied, prompt("{{ gemeente.naam }}")) + control(tied, prompt()))
    show_properties(package, VALUES)
    found = package.main_document_part.element.body
    assert said.faults == []
    assert lines(found) == ["Elzenbeek", "gemeente Elzenbeek"]
    assert b"wijkplan" not in etree.tostring(found)


def test_braces_outside_the_text_are_no_tags() -> None:
    """An alternative text or instruction with braces stays as it is, beside a placeholder that is filled in."""
    body = text_box(p("{{ wijk.naam }} {{ 'a &amp; b' }}")).replace(
        'name="Vak"', 'name="Vak" descr="{{ weg }} {% if %} {#"'
    )
    package, said = filled(body)
    assert said.faults == []
    assert 'descr="{{ weg }} {% if %} {#"' in etree.tostring(package.main_document_part.element, encoding="unicode")
    assert lines(package.main_document_part.element.body)[-1] == "Molenkwartier a & b"


def test_a_sign_of_an_icon_font_stays_as_it_is() -> None:
    """A private sign beside a placeholder is none of ours, whatever the program puts in the place of braces."""
    icons = "\ue000 \ue001 \ue002 \ue003 \ue010titel\ue010"
    assert body_lines(p(f"{icons} {{{{ wijk.naam }}}}")) == [f"{icons} Molenkwartier"]
