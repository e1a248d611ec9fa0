"""Templates of a house style: one block changed, a whole file replaced, and a file that would have no effect."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from lxml import html

from generator.housestyle import find_house_style
from generator.housestyle.files import originals
from generator.problems import ProblemsError
from tests.support.documents import MINIMUM, ROOT, checked, make_page

if TYPE_CHECKING:
    from pathlib import Path

    from generator.problems import Problem

CHAPTER = "hoofdstukken/inleiding.html.j2"


def _write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / "sjablonen" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _page(folder: Path, answers: str = MINIMUM) -> str:
    return make_page(checked(answers), find_house_style(folder))


def _problem(folder: Path) -> Problem:
    with pytest.raises(ProblemsError) as caught:
        find_house_style(folder)
    (problem,) = caught.value.problems
    return problem


def test_one_block_is_changed_and_the_rest_stays(tmp_path: Path) -> None:
    """A template that extends the original changes its own block; the other blocks and later changes stay."""
    text = (
        f'{{% extends "basis/{CHAPTER}" %}}\n'
        '{% block aanleiding %}\n<h2 id="aanleiding">Waarom hier?</h2>\n'
        '{{ a.alinea(wijk, "aanleiding") }}\n{% endblock %}\n'
    )
    _write(tmp_path, **{CHAPTER: text})
    before, after = make_page(checked(MINIMUM)), _page(tmp_path)
    assert (
        before.replace('<h2 id="aanleiding">Wat er aan de hand is</h2>', '<h2 id="aanleiding">Waarom hier?</h2>')
        == after
    )


def test_a_block_can_add_to_the_original(tmp_path: Path) -> None:
    """`super()` prints what the original has there."""
    text = (
        f'{{% extends "basis/{CHAPTER}" %}}\n{{% block leeswijzer %}}{{{{ super() }}}}<p>Meer.</p>\n{{% endblock %}}\n'
    )
    _write(tmp_path, **{CHAPTER: text})
    page = _page(tmp_path)
    assert "Dit plan volgt het magazine" in page
    assert "<p>Meer.</p>" in page


def test_a_whole_file_is_replaced(tmp_path: Path) -> None:
    """A template with the name of an original takes its place; the original is still there as `basis/…`."""
    text = '<p class="titel">{{ titel }}</p>\n{% include "onderdelen/wapen.html.j2" %}\n'
    _write(tmp_path, **{"voorwerk/voorblad.html.j2": text, "onderdelen/wapen.html.j2": "<p>Ons wapen</p>"})
    page = _page(tmp_path)
    assert "<p>Ons wapen</p>" in page
    assert "voorbladregel" not in page


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("hoofdstukken/inleidng.html.j2", CHAPTER),
        ("hoofdstukken/Inleiding.html.j2", CHAPTER),
        ("hoofdstukken/inleiding.html", CHAPTER),
        ("inleiding.html.j2", CHAPTER),
        ("basis/hoofdstukken/inleiding.html.j2", CHAPTER),
        ("zzz.html.j2", ""),
    ],
)
def test_a_file_without_effect_is_a_problem(name: str, meant: str, tmp_path: Path) -> None:
    """A template with a wrong name or in a wrong folder stops the plan, with the name that was probably meant."""
    _write(tmp_path, **{name: "<p>x</p>"})
    problem = _problem(tmp_path)
    assert problem.bestand.endswith(name)
    assert (f"Bedoelde je “{meant}”?" if meant else "haal het weg") in problem.oplossing


def test_a_template_that_asks_for_itself_is_a_problem(tmp_path: Path) -> None:
    """Without `basis/` a template would extend itself for ever."""
    _write(tmp_path, **{CHAPTER: f'{{# ons #}}\n{{% extends "{CHAPTER}" %}}\n'})
    problem = _problem(tmp_path)
    assert (problem.regel, problem.kolom) == (2, 1)
    assert f"basis/{CHAPTER}" in problem.oplossing


def test_notes_beside_templates_are_left_alone(tmp_path: Path) -> None:
    """A read-me, and what Windows and macOS leave behind, are no templates."""
    _write(tmp_path, **{"LEESMIJ.md": "x", "Thumbs.db": "x", ".DS_Store": "x"})
    assert _page(tmp_path) == make_page(checked(MINIMUM))


_WITHOUT_ANSWERS = (
    *("inleiding_begrippen", "inleiding_actielijst", "inleiding_risicos"),
    *("fotos", "voorbladlogo", "voorbladbeeld"),
)
"""What the full example says nothing in: an introduction that only a district has, and pictures that it has not."""


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", sorted(name for name in originals() if not name.startswith(("onderdelen/", "documenten/")))
)
def test_every_part_has_more_than_one_block(name: str, tmp_path: Path) -> None:
    """A district can change part of any chapter or annex: each of its blocks can be emptied by itself."""
    blocks = re.findall(r"{% block (\w+) %}", (ROOT / "templates" / "plan" / name).read_text(encoding="utf-8"))
    assert len(blocks) > 1 or name == "plan.html.j2"
    answers = (ROOT / "examples" / "molenkwartier" / "antwoorden.yaml").read_text(encoding="utf-8")
    whole = len(make_page(checked(answers)))
    for block in blocks:
        folder = tmp_path / block
        _write(folder, **{name: f'{{% extends "basis/{name}" %}}\n{{% block {block} %}}{{% endblock %}}\n'})
        page = _page(folder, answers)
        assert html.document_fromstring(page).find("body") is not None
        is_shown = not re.search("open_punten|kader_volledig|nog_te_schrijven", name)
        assert len(page) < whole or not is_shown or block in _WITHOUT_ANSWERS
