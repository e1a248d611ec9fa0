"""`wijkplan huisstijl controleer`: what it says of a house style, and when that stops a plan."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING, Any

import pytest

from generator.framework import load_framework
from generator.inspection import GROUPS, Regel, can_make_plans, inspect
from generator.plan import build as build_plan
from generator.plan.hoofdstukken import APPENDICES, CHAPTERS
from generator.specimen import sample_answers
from generator.word.opened_house_style import open_word_file
from generator.word.options import Options
from generator.word.roles import PUBLIC
from generator.word.word_report import report
from tests.support.cli import run
from tests.support.documents import example
from tests.support.templates import PIXEL, SECTION, STYLES, Rel, build, picture, root

if TYPE_CHECKING:
    from pathlib import Path

BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
HEADING = (
    '<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/><w:basedOn w:val="Standaard"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr>{look}</w:rPr></w:style>'
)


def p(text: str, style: str = "") -> str:
    """Return a paragraph of a template."""
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{named}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def _found(folder: Path, asked: str = "", **features: Any) -> list[Regel]:
    (folder / "huisstijl.docx").write_bytes(build(**features))
    if asked:
        (folder / "huisstijl.yaml").write_text(asked, encoding="utf-8")
    return inspect(folder)


def _about(found: list[Regel], onderdeel: str) -> list[Regel]:
    return [item for item in found if item.onderdeel == onderdeel]


def _said(found: list[Regel], onderdeel: str) -> list[str]:
    return [item.melding for item in _about(found, onderdeel)]


def test_every_role_has_its_place_in_the_list() -> None:
    """The groups of the report hold each public role once."""
    shown = [role for roles in GROUPS.values() for role in roles]
    assert sorted(shown) == sorted(PUBLIC)


def test_it_tells_the_style_of_each_role_and_how_it_was_found(tmp_path: Path) -> None:
    """Chosen, by name, by id, by level, made and mended each have words of their own."""
    extra = (
        HEADING.format(look="")
        + '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Sectie"><w:name w:val="Sectie"/>'
        '<w:basedOn w:val="Standaard"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Ondertitel"><w:name w:val="Regel twee"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Lead"><w:name w:val="Mijn lead"/></w:style>'
    )
    found = _found(tmp_path, "stijlen: {intro: Mijn lead}\n", more_styles=extra)
    said = {item.naam: (item.waarde, item.melding) for item in _about(found, "stijl")}
    assert set(said) == set(PUBLIC)
    assert said["intro"] == ("Mijn lead", "gekozen in huisstijl.yaml")
    assert said["kop_1"] == ("Kop 1", "gevonden op naam")
    assert said["ondertitel"] == ("Regel twee", "gevonden op interne naam")
    assert said["kop_2"] == ("Sectie", "gevonden op overzichtsniveau")
    assert said["titel"] == ("Wijkplan titel", "gemaakt door wijkplan, als verbetering van “Titel”")
    assert said["opsomming_1"] == ("Lijst opsom.teken", "gemaakt door wijkplan")


def test_a_style_can_be_chosen_by_the_name_that_word_shows(tmp_path: Path) -> None:
    """Word in Dutch shows `heading 1` as Kop 1, and so does the report; both names choose it."""
    for name in ("Kop 1", "heading 1", "kop1"):
        found = _found(tmp_path, f"stijlen: {{intro: {name}}}\n", more_styles=HEADING.format(look=""))
        (intro,) = [item for item in _about(found, "stijl") if item.naam == "intro"]
        assert (intro.waarde, intro.melding) in {
            ("Kop 1", "gekozen in huisstijl.yaml"),
            ("Wijkplan intro", "gemaakt door wijkplan, als verbetering van “Kop 1”"),
        }
        assert can_make_plans(found)


def test_a_style_with_that_very_name_goes_first(tmp_path: Path) -> None:
    """A style that somebody named Citaat is not taken for the one that Word calls Quote."""
    own = '<w:style w:type="paragraph" w:customStyle="1" w:styleId="X"><w:name w:val="Citaat"/></w:style>'
    quote = '<w:style w:type="paragraph" w:styleId="Y"><w:name w:val="Quote"/></w:style>'
    (tmp_path / "huisstijl.docx").write_bytes(build(more_styles=own + quote))
    word = report(open_word_file(tmp_path / "huisstijl.docx"), Options(styles={"p.intro": "Citaat", "p.bron": "quote"}))
    assert (word.styles["intro"].style_id, word.styles["bron"].style_id) == ("X", "Y")


def test_it_tells_where_the_plan_goes_and_what_stays(tmp_path: Path) -> None:
    """The place of the plan, the cover and the headers and footers that pages really show."""
    settings = '<w:evenAndOddHeaders/><w:documentProtection w:edit="forms" w:enforcement="1"/>'
    margins = {kind: p(f"Gemeente {kind}") for kind in ("default", "first", "even")}
    cover = p("{{ document.titel }}") + BREAK
    found = _found(
        tmp_path, body=cover + p("Voorbeeld") * 3, headers=margins, settings=settings, section=f"{SECTION}<w:titlePg/>"
    )
    assert _said(found, "plaats") == ["Het plan komt na het voorblad van het sjabloon."]
    assert _said(found, "blijft") == [
        "Het voorblad van het sjabloon. Het plan zet er geen eigen voorblad voor.",
        "De koptekst op de eerste pagina: “Gemeente first”.",
        "De koptekst op gewone pagina’s: “Gemeente default”.",
        "De koptekst op de linkerpagina’s: “Gemeente even”.",
    ]
    assert [(item.naam, item.waarde) for item in _about(found, "vervalt")] == [
        ("voorbeeldtekst", "3"),
        ("beveiliging", ""),
    ]


def test_a_header_that_no_page_shows_is_not_named(tmp_path: Path) -> None:
    """Without a first page or left pages of their own, only the usual header stays."""
    margins = {kind: p(f"Gemeente {kind}") for kind in ("default", "first", "even")}
    assert [item.waarde for item in _about(_found(tmp_path, headers=margins), "blijft")] == [
        "koptekst op gewone pagina’s"
    ]


def test_it_counts_what_does_not_travel(tmp_path: Path) -> None:
    """Comments, tracked changes and sample pictures are counted."""
    sample = (
        f"{p('Voorbeeld')}<w:p>{picture('rId_beeld')}</w:p>"
        "<w:p><w:ins w:id='1' w:author='A'><w:r><w:t>Nieuw</w:t></w:r></w:ins></w:p>"
    )
    comments = root("comments", "<w:comment w:id='0' w:author='A'><w:p/></w:comment>")
    found = _found(
        tmp_path,
        body=sample,
        parts={"word/media/beeld.png": PIXEL, "word/comments.xml": comments},
        rels={"word/document.xml": [Rel("image", "media/beeld.png", "rId_beeld"), Rel("comments", "comments.xml")]},
        content_types={
            "/word/comments.xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
        },
    )
    assert _said(found, "vervalt") == [
        "De voorbeeldtekst van het sjabloon: 3 alinea’s en tabellen.",
        "1 opmerking.",
        "1 bijgehouden wijziging. Het plan heeft de nieuwe tekst.",
        "1 afbeelding uit de voorbeeldtekst.",
    ]


def test_it_tells_what_was_repaired(tmp_path: Path) -> None:
    """What opening the file mended is the first thing that is said."""
    found = _found(tmp_path, rels={"word/document.xml": [Rel("image", "media/weg.png", "rId99")]})
    assert _said(found, "herstel") == ["Het onderdeel word/media/weg.png ontbreekt in dit bestand en is overgeslagen."]
    assert found[0].onderdeel == "herstel"


def test_it_lists_placeholders_and_fields_by_part(tmp_path: Path) -> None:
    """Each placeholder has its part and the words around it; a property field says what it shows."""
    field = '<w:p><w:fldSimple w:instr=" TITLE "><w:r><w:t>Oud</w:t></w:r></w:fldSimple></w:p>'
    control = (
        '<w:sdt><w:sdtPr><w:alias w:val="Bedrijf"/><w:id w:val="5"/></w:sdtPr>'
        f"<w:sdtContent>{p('Naam')}</w:sdtContent></w:sdt>"
    )
    found = _found(
        tmp_path,
        body=control + p("{{ inhoud }}"),
        headers={"default": p("Wijk {{ wijk.naam }}")},
        footers={"default": field},
    )
    assert [(item.naam, item.waarde) for item in _about(found, "invulplek")] == [
        ("de koptekst", "Wijk {{ wijk.naam }}")
    ]
    assert _said(found, "veld") == ["In de tekst: de gemeente.", "In de voettekst: de titel."]
    assert can_make_plans(found)


def test_a_wrong_placeholder_is_a_fault_with_a_suggestion(tmp_path: Path) -> None:
    """No plan can be made, and the report says where it is and what was meant."""
    found = _found(tmp_path, headers={"default": p("{{ gemeente.nam }}")})
    (fault,) = _about(found, "fout")
    assert "In de koptekst staat “{{ gemeente.nam }}”" in fault.melding
    assert "naam" in fault.oplossing
    assert not can_make_plans(found)
    assert _about(found, "stijl")
    assert _about(found, "contrast")


def test_placeholders_in_sample_text_deserve_attention(tmp_path: Path) -> None:
    """Who prepared a text that is left out hears how to keep it."""
    (item,) = [
        item
        for item in _about(_found(tmp_path, body=p("Kop") + p("{{ wijk.naam }}")), "vervalt")
        if item.soort == "aandacht"
    ]
    assert item.melding == "In de voorbeeldtekst die vervalt, staat 1 invulplek."
    assert "{{ inhoud }}" in item.oplossing


@pytest.mark.parametrize(
    ("look", "soort", "needed"),
    [
        ('<w:color w:val="767676"/>', "uitleg", "4,5"),
        ('<w:color w:val="7A7A7A"/>', "aandacht", "4,5"),
        ('<w:color w:val="7A7A7A"/><w:sz w:val="36"/>', "uitleg", "3,0"),
        ('<w:color w:val="A0A0A0"/><w:sz w:val="36"/>', "aandacht", "3,0"),
        ('<w:b/><w:color w:val="7A7A7A"/><w:sz w:val="28"/>', "uitleg", "3,0"),
    ],
)
def test_contrast_is_held_against_what_the_size_needs(tmp_path: Path, look: str, soort: str, needed: str) -> None:
    """Small text needs 4.5 to 1, large text 3 to 1; less is attention, with the ratio."""
    found = _found(tmp_path, more_styles=HEADING.format(look=look))
    (item,) = [item for item in _about(found, "contrast") if item.naam == "kop_1"]
    assert item.soort == soort
    assert f"Nodig is {needed} op 1." in item.melding


def test_contrast_counts_the_background_of_the_page_and_of_a_style(tmp_path: Path) -> None:
    """Text in a box of its own colour is held against that colour."""
    kader = (
        '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Kader"><w:name w:val="Kader"/>'
        '<w:pPr><w:shd w:val="clear" w:color="auto" w:fill="1F4E79"/></w:pPr>'
        '<w:rPr><w:color w:val="5B9BD5"/></w:rPr></w:style>'
    )
    found = _found(tmp_path, more_styles=kader)
    values = [item.waarde for item in _about(found, "contrast") if item.naam == "kader"]
    assert any("op #1F4E79" in value for value in values)


def test_a_language_and_a_font_that_readers_miss_deserve_attention(tmp_path: Path) -> None:
    """No language, and a font that is neither common nor embedded, are named with what to do in Word."""
    styles = STYLES.replace('<w:lang w:val="nl-NL"/>', "").replace("Arial", "Gemeente Sans")
    found = _found(tmp_path, styles=styles)
    assert [item.soort for item in _about(found, "taal")] == ["aandacht"]
    (font,) = _about(found, "lettertype")
    assert font.naam == "Gemeente Sans"
    assert "De lezer ziet dan een ander lettertype." in font.melding


def test_an_embedded_font_is_fine(tmp_path: Path) -> None:
    """A font that travels in the file needs no attention; Dutch neither."""
    fonts = root("fonts", '<w:font w:name="Gemeente Sans"><w:embedRegular r:id="rId1"/></w:font>')
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"
    found = _found(
        tmp_path,
        styles=STYLES.replace("Arial", "Gemeente Sans"),
        parts={"word/fontTable.xml": fonts, "word/fonts/font1.odttf": b"\0" * 64},
        rels={
            "word/document.xml": [Rel("fontTable", "fontTable.xml", "rId_fonts")],
            "word/fontTable.xml": [Rel("font", "fonts/font1.odttf", "rId1")],
        },
        content_types={
            "/word/fontTable.xml": kind,
            "odttf": "application/vnd.openxmlformats-officedocument.obfuscatedFont",
        },
    )
    assert _about(found, "lettertype") == []
    assert _about(found, "taal") == []


def test_it_tells_what_the_folder_asks(tmp_path: Path) -> None:
    """Own templates say whether they add or replace; own words and choices are listed."""
    texts = {
        "eigen": "<p>Dit staat in twee hoofdstukken.</p>",
        "inleiding": '{% extends "basis/hoofdstukken/inleiding.html.j2" %}',
        "wijk": "<h1 id='wijk'>De wijk</h1>{% include 'hoofdstukken/eigen.html.j2' %}",
    }
    folder = tmp_path / "sjablonen" / "hoofdstukken"
    folder.mkdir(parents=True)
    for name, text in texts.items():
        (folder / f"{name}.html.j2").write_text(text, encoding="utf-8")
    found = _found(tmp_path, "nummering: nee\nwoorden: {planning: Wanneer en wie}\n")
    assert [(item.naam, item.waarde) for item in _about(found, "sjabloon")] == [
        ("hoofdstukken/eigen.html.j2", "hulp"),
        ("hoofdstukken/inleiding.html.j2", "vult aan"),
        ("hoofdstukken/wijk.html.j2", "vervangt"),
    ]
    assert [(item.naam, item.waarde) for item in _about(found, "keuze")] == [
        ("nummering", "nee"),
        ("woorden.planning", "Wanneer en wie"),
    ]


def test_a_template_that_fails_is_a_fault(tmp_path: Path) -> None:
    """What would only show when somebody makes a plan, shows here."""
    folder = tmp_path / "sjablonen" / "hoofdstukken"
    folder.mkdir(parents=True)
    (folder / "wijk.html.j2").write_text("<p>{{ wijk.nam }}</p>", encoding="utf-8")
    (fault,) = _about(_found(tmp_path), "fout")
    assert fault.bestand.endswith("wijk.html.j2")
    assert fault.regel == 1


def test_a_style_that_is_not_there_is_a_fault_at_its_line(tmp_path: Path) -> None:
    """A choice that cannot be followed stops a plan; the rest is still told."""
    found = _found(tmp_path, "stijlen:\n  kop_1: Kop rood\n")
    (fault,) = _about(found, "fout")
    assert (fault.regel, fault.naam) == (2, "stijlen.kop_1")
    assert _about(found, "plaats")


@pytest.mark.slow
def test_the_command_ends_in_a_conclusion_and_the_right_code(tmp_path: Path) -> None:
    """Exit code 0 with a plan that can be made, whatever deserves attention; 1 with one that cannot."""
    light = HEADING.format(look='<w:color w:val="CCCCCC"/>')
    (tmp_path / "licht.docx").write_bytes(build(more_styles=light))
    (tmp_path / "fout.docx").write_bytes(build(headers={"default": p("{{ wijk.nam }}")}))
    (tmp_path / "leeg.docx").write_bytes(b"")
    said = run("huisstijl", "controleer", "licht.docx", cwd=tmp_path).splitlines()
    assert said[-1].startswith("licht.docx: met deze huisstijl is een plan te maken. Er ")
    said = run("huisstijl", "controleer", "fout.docx", cwd=tmp_path, code=1).splitlines()
    assert said[-1] == "fout.docx: met deze huisstijl is nog geen plan te maken. Herstel eerst de fout."
    assert "nog geen plan" in run("huisstijl", "controleer", "leeg.docx", cwd=tmp_path, code=1)
    assert "nog geen plan" in run("huisstijl", "controleer", "bestaat-niet", cwd=tmp_path, code=1)
    assert "is een plan te maken." in run("huisstijl", "controleer", "neutraal", cwd=tmp_path)


@pytest.mark.slow
def test_json_has_the_same_keys_in_every_object(tmp_path: Path) -> None:
    """Another program can read everything that the report says."""
    rows = json.loads(run("huisstijl", "controleer", "neutraal", "--json", cwd=tmp_path))
    keys = ["onderdeel", "soort", "naam", "waarde", "melding", "oplossing", "bestand", "regel", "kolom"]
    assert [field.name for field in fields(Regel)] == keys
    assert all(list(row) == keys for row in rows)
    assert {row["soort"] for row in rows} <= {"uitleg", "aandacht", "fout"}
    assert {row["naam"] for row in rows if row["onderdeel"] == "stijl"} == set(PUBLIC)


def test_the_plan_that_tries_a_house_style_has_every_chapter() -> None:
    """The invented answers give each chapter and annex something to say, so that no template goes untried."""
    answers = sample_answers()
    plan = build_plan(answers.antwoorden, load_framework(), answers.problems)
    assert answers.fouten == ()
    assert plan.hoofdstukken == CHAPTERS
    assert {annex.naam for annex in plan.bijlagen} >= set(APPENDICES) - {"kader_volledig"}


def test_an_earlier_plan_can_be_a_house_style(tmp_path: Path) -> None:
    """Of a plan that is taken for a template the text is left out, contents and all; nothing in it marks a place."""
    (tmp_path / "plan.docx").write_bytes(example("molenkwartier"))
    found = inspect(tmp_path / "plan.docx")
    assert _said(found, "plaats")[0] == "Het plan komt in plaats van de tekst van het sjabloon."
    assert can_make_plans(found)
