"""What `genereer` says about faults in what it wrote: few, and for who can mend them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from generator.accessibility import Origins, by_origin, check_accessibility, check_package
from generator.accessibility.findings import Finding
from generator.cli.document_remarks import told
from generator.documents import Draft, write_word
from generator.housestyle import HouseStyleFiles
from generator.lineage import made_from
from generator.pipeline import generate, make_page
from generator.problems import Soort
from tests.accessibility.building import DUTCH, drawing, p
from tests.support.cli import run
from tests.support.documents import MINIMUM, checked
from tests.support.templates import STYLES, build
from tests.word.frame.helpers import HEADING, TITLE

if TYPE_CHECKING:
    from pathlib import Path

PALE = '<w:rPr><w:color w:val="{}"/></w:rPr>'


def made(folder: Path, **features: Any) -> Path:
    """Return an answer file beside a house style with these features."""
    features["more_styles"] = features.get("more_styles", "") + HEADING + TITLE
    (folder / "huis.docx").write_bytes(build(**features))
    (folder / "antwoorden.yaml").write_text(MINIMUM, encoding="utf-8")
    return folder / "antwoorden.yaml"


def origins(folder: Path, **features: Any) -> Origins:
    """Return the faults in the plan that such a house style gives, by who can mend them."""
    answers = made(folder, **features)
    found = generate(answers, folder / "plan.docx", huisstijl=folder / "huis.docx").faults
    assert found is not None
    return found


def fault(part: str, rule: str = "contrast-te-laag", melding: str = "Te licht.") -> Finding:
    """Return a fault in a part."""
    return Finding(Soort.FOUT, rule, "Ergens", melding, f"Herstel {rule}.", part)


@pytest.mark.slow
def test_colours_of_the_house_style_are_told_as_such_and_the_plan_is_written(tmp_path: Path) -> None:
    """A heading that is too pale is one line with its remedy, and the plan is there with exit code 0."""
    pale = HEADING.replace("</w:style>", f"{PALE.format('BBBBBB')}</w:style>")
    (tmp_path / "huis.docx").write_bytes(build(more_styles=pale + TITLE))
    (tmp_path / "antwoorden.yaml").write_text(MINIMUM, encoding="utf-8")
    said = run("genereer", "antwoorden.yaml", "--huisstijl", "huis.docx", cwd=tmp_path).splitlines()
    assert said[0] == "Niet iedereen kan dit plan lezen. Dat komt door de huisstijl:"
    assert said[1].startswith("  Tekstkleur #BBBBBB op achtergrond #FFFFFF heeft een contrast van 1,9 : 1.")
    assert said[2].startswith("  → ")
    assert said[3:-1] == ["Alle meldingen, met de plek erbij: wijkplan toegankelijk plan.docx"]
    assert said[-1].startswith("plan.docx: ")
    assert (tmp_path / "plan.docx").exists()


def test_a_house_style_without_faults_gives_no_lines(tmp_path: Path) -> None:
    """Where everybody can read the plan, nothing is said."""
    assert origins(tmp_path) == ((), ())


def test_what_stands_in_the_kept_text_of_a_template_is_of_the_house_style(tmp_path: Path) -> None:
    """A logo without words on the cover of the template is not ours, whatever the main part is called."""
    cover = drawing("") + p("{{ inhoud }}")
    for number, main in enumerate(("word/document.xml", "word/hoofdstuk.xml")):
        folder = tmp_path / str(number)
        folder.mkdir()
        found = origins(folder, body=cover, main=main)
        assert [item.controle for item in found.template] == ["afbeelding-zonder-tekst"]
        assert found.writer == ()


def test_a_plan_is_checked_as_it_is_in_memory(tmp_path: Path) -> None:
    """The plan that was just written has, without being opened, the findings that its file has."""
    pale = HEADING.replace("</w:style>", f"{PALE.format('BBBBBB')}</w:style>")
    (tmp_path / "huis.docx").write_bytes(build(more_styles=pale + TITLE, body=drawing("") + p("{{ inhoud }}")))
    answers, style = checked(MINIMUM), HouseStyleFiles(tmp_path / "huis.docx")
    for making in (made_from(answers, style, "plan"), None):
        written = write_word(Draft(make_page(answers, style), style, answers, made_from=making))
        found = check_package(written.opened())
        assert {"contrast-te-laag", "afbeelding-zonder-tekst"} <= {item.controle for item in found}
        assert found == check_accessibility(written.document)


def test_the_language_is_set_by_the_writer(tmp_path: Path) -> None:
    """A template in English gives a plan in Dutch, without a fault."""
    assert origins(tmp_path, styles=STYLES.replace("nl-NL", "en-US"), body=p(DUTCH)) == ((), ())


def test_each_part_has_who_can_mend_it() -> None:
    """Styles, settings, headers and notes are the template's; the text, the title and the language the writer's."""
    template = ["word/styles.xml", "word/settings.xml", "word/header1.xml", "word/footnotes.xml"]
    found = [
        *map(fault, [*template, "word/document.xml", "docProps/core.xml"]),
        fault("word/styles.xml", "taal-niet-nederlands"),
    ]
    split = by_origin(found, list)
    assert [item.deel for item in split.template] == template
    assert [item.deel for item in split.writer] == ["word/document.xml", "docProps/core.xml", "word/styles.xml"]
    assert by_origin(found, lambda: [fault("word/document.xml")]).template == (*found[:5],)


def test_an_adviser_is_not_flooded(tmp_path: Path) -> None:
    """Of many kinds and many faults of a kind only some are told, and the command that tells all of them."""
    many = tuple(fault("word/document.xml", f"regel-{n // 6}", f"Fout {n // 2}.") for n in range(30))
    lines = list(told(Origins((), many), tmp_path / "mijn plan.docx"))
    assert lines[0].endswith("Dit is een fout in wijkplan: meld het.")
    assert lines[1:5] == ["  Fout 0.", "  Fout 1.", "  Fout 2.", "  → Herstel regel-0."]
    assert lines[-2] == "  En nog 2 andere soorten fouten."
    assert lines[-1].endswith('mijn plan.docx"')
    colours = tuple(fault("word/styles.xml", melding=f"Kleur {n}.") for n in range(5))
    assert list(told(Origins(colours, ()), tmp_path / "plan.docx"))[1:5] == [
        "  Kleur 0.",
        "  Kleur 1.",
        "  Kleur 2.",
        "  En nog 2 keer.",
    ]
