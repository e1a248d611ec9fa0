"""The sheet beside a question: the right chapter, as it is in the whole web page, whatever changes."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.browser.preview import Preview
from generator.housestyle import find_house_style
from generator.pipeline import make_page
from generator.web.excerpt import excerpt, parts
from generator.web.webpage import for_readers
from generator.workshop import Workshop
from tests.conftest import EXAMPLES
from tests.support.documents import MINIMUM, ROOT, WORKSHOP, checked

if TYPE_CHECKING:
    from pathlib import Path

    from generator.browser.preview import Sheet
    from generator.checks import Checked
    from generator.housestyle import HouseStyleFiles

NAMES = (*EXAMPLES, "kleinste")
PREVIEW = Preview(WORKSHOP)
STYLE = find_house_style(None)
CAUSE = "wijk.aanleiding"
GROUPS = ("document.titel", "wijk", "doelen", "randvoorwaarden", "interventies", "financien", "besluit")


@cache
def text_of(name: str) -> str:
    """Return the answers of an example, or the fewest that give a plan."""
    if name == "kleinste":
        return MINIMUM
    return (ROOT / "examples" / name / "antwoorden.yaml").read_text(encoding="utf-8")


@cache
def answers(name: str) -> Checked:
    """Return the checked answers of an example."""
    return checked(text_of(name))


def sheet(found: Checked, key: str, style: HouseStyleFiles = STYLE, preview: Preview = PREVIEW) -> Sheet:
    """Return the sheet of an answer."""
    made = preview.sheet(found, key, style)
    assert made is not None
    return made


def in_the_whole(found: Checked, part: str, style: HouseStyleFiles = STYLE) -> str:
    """Return a part as the whole web page has it."""
    page = make_page(found, style, workshop=WORKSHOP)
    return excerpt(parts(for_readers(page, found.afbeeldingen))[part]).html


@pytest.mark.parametrize("name", NAMES)
def test_each_sheet_is_its_part_of_the_whole_web_page(name: str) -> None:
    """Whatever is asked for, what shows beside it is what the web page shows there."""
    found = answers(name)
    whole = parts(for_readers(make_page(found, STYLE, workshop=WORKSHOP), found.afbeeldingen))
    wanted = {part: excerpt(element) for part, element in whole.items()}
    asked = {key for part in wanted.values() for key in part.marks}
    seen = {made.part: made for made in (sheet(found, key) for key in sorted(asked))}
    assert {part: made.html for part, made in seen.items()} == {part: wanted[part].html for part in seen}
    assert len(seen) > len(wanted) // 2


@settings(max_examples=8)
@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), min_size=1, max_size=60))
def test_after_a_change_the_sheet_is_that_of_the_new_plan(words: str) -> None:
    """Only one part is rendered again, from what was learnt of an earlier version; it is the same as in the whole."""
    tree_text = f"{MINIMUM[:-2]}, aanleiding: {_quoted(words)}}}\n"
    before, found = checked(MINIMUM), checked(tree_text)
    sheet(before, CAUSE)
    if not found.fouten:
        made = sheet(found, CAUSE)
        assert made.html == in_the_whole(found, made.part)


def _quoted(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"


@pytest.mark.parametrize(
    ("key", "part"),
    [
        ("document.titel", "voorblad"),
        (CAUSE, "inleiding"),
        ("wijk.cijfers[1].waarde", "wijk"),
        ("wijk", "wijk"),
        ("doelen", "doelen"),
        ("randvoorwaarden.urgentiebesef.status", "randvoorwaarden"),
        ("interventies[2]", "interventies"),
        ("organisatie.rollen[1].rol", "organisatie"),
        ("financien.dekking", "financien"),
        ("besluit", "besluit"),
        ("begrippen[1].term", "bijlage.begrippen"),
        ("huisstijl", "documentgegevens"),
    ],
)
def test_an_answer_shows_in_its_own_chapter(key: str, part: str) -> None:
    """An answer that prints at many places shows where the plan is about it; one that prints nowhere, at the end."""
    assert sheet(answers("molenkwartier"), key).part == part


def test_the_anchor_is_the_answer_else_the_first_of_its_group() -> None:
    """Without a script the sheet opens at the answer."""
    made = sheet(answers("molenkwartier"), "organisatie")
    assert made.anchor("organisatie.rollen[2].wie") == "antwoord-organisatie.rollen[2].wie"
    assert made.anchor("organisatie.rollen").startswith("antwoord-organisatie.rollen[1]")
    assert made.anchor("organisatie.niets") == made.anchor("organisatie")
    assert all(made.html.count(f'id="{mark}"') == 1 for mark in made.marks.values())


def test_what_is_missing_shows_with_its_key() -> None:
    """The placeholder of a concept is a place to go to as well."""
    made = sheet(checked(MINIMUM), CAUSE)
    assert re.search(rf'<mark[^>]*data-antwoord="{re.escape(CAUSE)}"', made.html)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_in_a_sheet_leads_out_of_it_or_has_a_style(name: str) -> None:
    """A strict policy for content shows it whole, and no link in it opens another page."""
    for made in (sheet(answers(name), key) for key in GROUPS):
        assert " style=" not in made.html
        targets = re.findall(r'href="([^"]*)"', made.html)
        assert all(target.startswith("#") and f'id="{target[1:]}"' in made.html for target in targets)


def test_the_numbers_go_on_where_those_of_the_part_before_end() -> None:
    """A chapter is called by the number that it has in the plan."""
    found = answers("molenkwartier")
    whole = parts(for_readers(make_page(found, STYLE, workshop=WORKSHOP), found.afbeeldingen))
    for key, title in (
        ("wijk", "wijk"),
        ("doelen", "doelen"),
        ("besluit", "besluit"),
        ("begrippen", "bijlage.begrippen"),
    ):
        before = list(whole)[: list(whole).index(title)]
        heads = [head.get("class") for name in before for head in whole[name].iter("h2")]
        made = sheet(found, key)
        assert (made.chapters_before, made.annexes_before) == (heads.count(None), heads.count("bijlage"))
    assert made.annexes_before


def test_with_a_fault_the_last_sound_sheet_shows_and_says_so() -> None:
    """Who types a wrong date sees the plan as it was; where it never was sound there is none."""
    preview = Preview(WORKSHOP)
    wrong = checked(f"{MINIMUM}document: {{datum: ooit}}\n")
    assert wrong.fouten
    assert preview.sheet(wrong, CAUSE, STYLE) is None
    assert not sheet(checked(MINIMUM), CAUSE, preview=preview).is_old
    assert sheet(wrong, CAUSE, preview=preview).is_old


def test_an_answer_that_begins_to_print_elsewhere_is_found_there() -> None:
    """What was learnt of an earlier version is learnt again where it does not do."""
    preview = Preview(WORKSHOP)
    sheet(checked(MINIMUM), "besluit.bevoegd_orgaan", preview=preview)
    found = checked(f"{MINIMUM}besluit: {{bevoegd_orgaan: het college}}\n")
    assert sheet(found, "besluit.bevoegd_orgaan", preview=preview).part == "besluit"


def test_own_templates_and_chapters_of_a_house_style_show(tmp_path: Path) -> None:
    """Which template writes which chapter is seen, not known: an own plan in an own order does as well."""
    templates = tmp_path / "sjablonen"
    (templates / "hoofdstukken").mkdir(parents=True)
    (templates / "plan.html.j2").write_text(
        '{% extends "basis/plan.html.j2" %}{% block hoofdstukken %}'
        '<section data-blok="eigen" data-groep="wijk"><h1 id="eigen">Eigen</h1>'
        '<p>Over <span {{ gekoppeld(wijk, "naam") }}>{{ wijk.naam }}</span>.</p></section>'
        '{% include "hoofdstukken/principes.html.j2" %}{% endblock %}',
        encoding="utf-8",
    )
    (templates / "hoofdstukken" / "principes.html.j2").write_text(
        '{% extends "basis/hoofdstukken/principes.html.j2" %}', encoding="utf-8"
    )
    style, preview, found = find_house_style(tmp_path), Preview(Workshop()), checked(MINIMUM)
    for key in ("wijk.naam", "wijk"):
        made = sheet(found, key, style, preview)
        assert made.part == "eigen"
        assert made.html == in_the_whole(found, "eigen", style)
    assert "principes" not in made.html
