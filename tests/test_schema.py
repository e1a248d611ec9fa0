"""The schema takes what the program takes and refuses what it refuses, and lies beside the examples as it is now."""

from __future__ import annotations

import copy
import json
import re
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.answers import Antwoord, Antwoorden
from generator.answers.questions import questions
from generator.answers.schema import SCHEMA_FILE, SCHEMA_LINE, json_schema, schema_text
from generator.answers.shape import field_at
from generator.framework import load_framework
from generator.source.shared_answers import BASIS
from tests.conftest import EXAMPLES
from tests.support.answer_trees import as_yaml_types, refusals, sound_trees
from tests.support.documents import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.source import KeyPath, Tree

FRAMEWORK = load_framework()
SCHEMA = json_schema(FRAMEWORK)
VALIDATOR = jsonschema.Draft7Validator(SCHEMA)
NAMES: dict[str, Tree] = {"gemeente": {"naam": "Elzenbeek"}, "wijk": {"naam": "Molenkwartier"}}
YEARS: dict[str, Tree] = {"document": {"periode": "2026-2028"}}
"""What an amount for every year of the plan is for."""

ODD: tuple[Tree, ...] = (
    *("", "  ", "tekst", "Een hele zin.", "0", "1", "-5", "12,5", "1.234", "12.345,67", "2026", "206", "ja", "true"),
    *("2026-2028", "van 2026 tot en met 2029", "5000 per jaar", "PM", "veel", "ca. 10", "€ 5", "30%", "5 tot 10"),
    *("31-2-2026", "mei 2026", "Q2 2026", "3e helft 2026", "doorlopend", "ooit", "zondag 1 mei 2026", "nr. 2", "2."),
    *("burgemeester", "S. de Wit", "S. de Wit, wethouder", "Jan", "op orde", "NIET", "deels", "getekend", "publiek"),
    *(
        "stadsmarinier_boa",
        "stadsmarinier",
        "Buurttafel Zuid",
        "Eigen aanpak",
        "eigen_aanpak",
        "bekend_maakt_bemind",
        "jeugd",
    ),
    None,
    [],
    {},
    ["tekst"],
    [None],
    [["tekst"]],
    [{}],
    [{"naam": "tekst"}],
    {"naam": "tekst"},
    {"onbekend": "tekst"},
    {"status": "deels", "eisen": {"1": "niet", "99": "niet"}},
    {"2026": "5", "2 mln": None},
    {"2026-2028": "5000 per jaar"},
    {"id": "stadsmarinier_boa", "titel": "tekst"},
    {"id": "Stadsmarinier BOA", "titel": "tekst"},
    {"id": "Stadsmarinier BOA", "categorie": "Jeugd"},
    {"Urgentiebesef": "deels", "Lokale kracht": "niet", "JUISTE professional": {"eisen": {"9": "niet"}}},
    {"id": "eigen", "titel": "tekst", "categorie": "jeugd"},
)
"""What may stand in the place of an answer, right there or not."""

UNSAYABLE = (
    "staat hier dubbel",
    "staat er twee keer",
    "staat niet bij de (doelen|cijfers|problemen|interventies|deelgebieden)",
    "ligt niet in de map van de antwoorden",
    "De datum .* bestaat niet",
    "is een (maan|dins|woens|donder|vrij|zater|zon)dag",
    "Een jaar heeft twee helften",
    "is het eerste getal niet kleiner",
    "is niet later dan",
    "niet duidelijk wat de punt of komma betekent",
    r"“[\d.,-]+” is geen (bedrag in hele euro’s|heel getal|getal|nummer|jaartal)",
    "De interventie “[^”]*[A-Z ][^”]*” staat niet in het kader",
    "staat een komma in",
)
"""What no schema can say: of two answers together, of a calendar, of a number as it was typed, or of a near miss."""


def _places(tree: Tree, path: KeyPath = ()) -> Iterator[KeyPath]:
    """Yield the place of every answer, of every item in a list, and of the questions that were not answered."""
    if path:
        yield path
    for key, item in tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ():
        yield from _places(item, (*path, key))
    model: type[Antwoord] | None = Antwoorden
    if path:
        found = field_at(path)
        model = found.model if found else None
    if isinstance(tree, dict) and model:
        yield from ((*path, name) for name in questions(model) if name not in tree)


def _with(tree: dict[str, Tree], place: KeyPath, odd: Tree) -> dict[str, Tree]:
    changed: Any = copy.deepcopy(tree)
    inner = changed
    for part in place[:-1]:
        inner = inner[part]
    inner[place[-1]] = odd
    return changed


@st.composite
def _changed(draw: st.DrawFn) -> dict[str, Tree]:
    """Draw sound answers, of which one may be another one."""
    tree = draw(sound_trees(Antwoorden)) | YEARS
    place = draw(st.sampled_from(list(_places(tree))))
    return _with(tree, place, draw(st.sampled_from(ODD))) if draw(st.booleans()) else tree


def _agrees(tree: dict[str, Tree]) -> None:
    refused = refusals(tree)
    remarks = [f"{list(error.path)}: {error.message[:200]}" for error in VALIDATOR.iter_errors(as_yaml_types(tree))]
    if not refused:
        assert remarks == []
    elif not any(re.search(said, melding) for melding in refused for said in UNSAYABLE):
        assert remarks, refused


@given(_changed())
def test_the_schema_and_the_program_refuse_the_same(tree: dict[str, Tree]) -> None:
    """But for what no schema can say, an editor has remarks on what the program refuses, and on nothing else.

    Of a file with a basis no schema can say what is missing: the program reads both.
    """
    _agrees({name: answer for name, answer in tree.items() if name != BASIS})


@pytest.mark.parametrize("odd", ODD, ids=str)
def test_each_answer_is_refused_in_each_place_by_both_or_by_neither(odd: Tree) -> None:
    """The same holds for each of the odd answers in the place of each question of the first two levels."""
    for name, question in questions(Antwoorden).items():
        _agrees(NAMES | YEARS | {name: odd})
        if question.model is None or question.is_tabel:
            continue
        for inner in questions(question.model):
            answer: Tree = {**NAMES.get(name, {}), inner: odd}
            _agrees(NAMES | YEARS | {name: [answer] if question.is_lijst else answer})


@pytest.mark.parametrize("name", EXAMPLES)
def test_each_example_has_the_schema_beside_it_as_it_is_now(name: str) -> None:
    """Its first line leads editors there; `make examples` makes the file anew."""
    folder = ROOT / "examples" / name
    assert (folder / "antwoorden.yaml").read_text(encoding="utf-8").startswith(f"{SCHEMA_LINE}\n")
    assert (folder / SCHEMA_FILE).read_text(encoding="utf-8") == schema_text(FRAMEWORK)


def test_no_class_of_the_program_shows_in_the_schema() -> None:
    """Its groups are called as people know them: by their keys."""
    models, names = [Antwoorden], set()
    for model in models:
        models += [item.model for item in questions(model).values() if item.model and item.model not in models]
        names.add(model.__name__)
    inner = {name for name in names if re.search(r"[a-z][A-Z]", name)}
    assert len(inner) > 5
    assert [name for name in inner if name in json.dumps(SCHEMA)] == []
