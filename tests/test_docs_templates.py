"""The page on templates has words for everything in the model, and each of its examples does what it says."""

from __future__ import annotations

import pkgutil
import re
import shutil
from dataclasses import is_dataclass
from importlib import import_module
from typing import TYPE_CHECKING

import pytest

import generator.framework
import generator.plan
from generator.framework.model import Onderdeel
from generator.housestyle import find_house_style
from generator.page.ties import PLACES
from generator.page.vocabulary import VOCABULARY, parse
from generator.pipeline import make_page
from generator.plan import Layout, build
from generator.rendering.filler import Filler
from generator.rendering.filters import FILTERS
from scripts import build_docs, docs_examples, docs_words
from tests.support.documents import ROOT, checked

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

TEXT = build_docs.PAGE.read_text(encoding="utf-8")
FILES = re.findall(r"^Bestand `sjablonen/([^`]+)`:\n\n```jinja\n(.*?)^```", TEXT, re.DOTALL | re.MULTILINE)
ANSWERS = (ROOT / "examples" / "molenkwartier" / "antwoorden.yaml").read_text(encoding="utf-8")


def classes(package: ModuleType) -> set[type]:
    """Return the public classes that the modules of a package define."""
    modules = [import_module(f"{package.__name__}.{item.name}") for item in pkgutil.iter_modules(package.__path__)]
    found = [item for module in (package, *modules) for item in vars(module).values() if isinstance(item, type)]
    return {item for item in found if item.__module__.startswith(package.__name__) and item.__name__[0] != "_"}


def test_every_class_of_the_plan_has_dutch_words() -> None:
    """Nothing that a template can reach is left out, and nothing is described that is not there."""
    assert {item for item in classes(generator.plan) if is_dataclass(item)} - {Layout} == {*docs_words.PLAN}
    parts = {item for item in classes(generator.framework) if issubclass(item, Onderdeel)} - {Onderdeel}
    assert parts == {*docs_words.FRAMEWORK}


@pytest.mark.parametrize("kind", [*docs_words.PLAN, *docs_words.FRAMEWORK], ids=lambda kind: kind.__name__)
def test_every_field_has_dutch_words(kind: type) -> None:
    """Each field, property and method of a class is in its table, and no other."""
    _, words = {**docs_words.PLAN, **docs_words.FRAMEWORK}[kind]
    assert {*words} == {*build_docs.parts_of(kind)}


def test_every_filter_function_and_element_has_an_example() -> None:
    """What templates may use is described, and what is described may be used."""
    assert {*docs_examples.FILTERS} == {*FILTERS}
    assert {*docs_examples.FUNCTIONS} == {*build_docs.globals_of()}
    assert {*docs_examples.MACROS} == build_docs.macros()
    assert {*docs_examples.ELEMENTS} >= {*VOCABULARY}
    assert {*docs_examples.ATTRIBUTES} == {*PLACES}
    assert {*docs_examples.CLASSES} >= {name for known in VOCABULARY.values() for name in known}


def test_the_placeholders_for_word_are_all_known() -> None:
    """Each of them can stand in the Word file of a house style."""
    answers = checked(ANSWERS)
    filler = Filler(build(answers.antwoorden, generator.framework.load_framework(), answers.problems))
    found = build_docs.placeholders()
    assert len(found) > 40
    assert filler.faults([(f"{{{{ {name} }}}}", "p") for name in found]) == []
    assert not any(name.startswith("bijlagen.") for name in found)


def test_every_example_of_an_answer_ties_it_to_its_key() -> None:
    """What the page says of showing an answer works as it stands there, for the complete example."""
    part = TEXT[TEXT.index("## Een antwoord laten zien") : TEXT.index("## Wat kan een sjabloon laten zien?")]
    whole = re.findall(r"^```jinja\n(.*?)^```", part, re.DOTALL | re.MULTILINE)
    short = re.findall(r"^  .*", part, re.MULTILINE)
    found = [*whole, *(item for line in short for item in re.findall(r"`({{ .*? }})`", line))]
    assert len(found) >= 7
    given = "{% set begrip = begrippen[0] %}{% set regel = begroting.lasten[0] %}"
    for example in found:
        assert "data-antwoord=" in build_docs.shown(f"{given}{example}"), example


def test_the_three_kinds_of_override_and_a_new_kind_are_there() -> None:
    """The page has an example of each, with the name of its file."""
    assert [name for name, _ in FILES] == [
        "hoofdstukken/inleiding.html.j2",
        "hoofdstukken/besluit.html.j2",
        "voorwerk/voorblad.html.j2",
        "onderdelen/onze_regels.html.j2",
        "documenten/raadsbrief.html.j2",
    ]


@pytest.mark.parametrize(
    ("names", "document", "expected"),
    [
        (["hoofdstukken/inleiding.html.j2"], "plan", ["Waarom in Molenkwartier?", "ontploften er drie keer"]),
        (
            ["hoofdstukken/besluit.html.j2"],
            "plan",
            ["Vragen? Bel de projectleider, S. de Wit.", "raadsinformatiebrief"],
        ),
        (
            ["voorwerk/voorblad.html.j2", "onderdelen/onze_regels.html.j2"],
            "plan",
            ["Aanpak in Molenkwartier", "Datum: 16\u00a0februari 2026"],
        ),
        (["documenten/raadsbrief.html.j2"], "raadsbrief", ["Raadsinformatiebrief Molenkwartier", "ontploften"]),
    ],
    ids=["block", "addition", "file", "kind"],
)
def test_the_examples_work(names: list[str], document: str, expected: list[str], tmp_path: Path) -> None:
    """Copied as it stands, an example gives a page that the Word writer understands, with its words in it."""
    shutil.copy(ROOT / "templates" / "huisstijl" / "neutraal" / "huisstijl.docx", tmp_path)
    for name in names:
        path = tmp_path / "sjablonen" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dict(FILES)[name], encoding="utf-8")
    page = make_page(checked(ANSWERS), find_house_style(tmp_path), document)
    assert page != make_page(checked(ANSWERS))
    shown = parse(page).body.text_content()
    assert [words for words in expected if words not in shown] == []
