"""Laws of reading answers: what is sound is kept, what is wrong is one problem at its place, all in one walk."""

from __future__ import annotations

import copy
import pickle
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.answers import Antwoorden
from generator.answers.questions import STATUS, Antwoord, questions
from generator.answers.tree_reading import STAND_IN, read_answers
from generator.source import Source, dotted, load
from tests.support.answer_trees import SPELLINGS, sound_trees, spelled
from tests.support.documents import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.answers.kinds import Kind
    from generator.source import KeyPath, Tree


def _source(tree: Tree) -> Source:
    return Source("a.yaml", tree, {}, {})


def _leaves(tree: Tree, path: KeyPath = ()) -> Iterator[KeyPath]:
    """Yield the place of every answer in a tree that may be left out."""
    if isinstance(tree, str) and path[-1] != "naam":
        yield path
    for key, item in tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ():
        yield from _leaves(item, (*path, key))


def _parent(tree: Any, path: KeyPath) -> Any:
    for part in path[:-1]:
        tree = tree[part]
    return tree


def _texts(value: object, model: type[Antwoord]) -> Iterator[tuple[Kind[Any], object]]:
    """Yield every answer in a group, with its kind."""
    for name, question in questions(model).items():
        found = getattr(value, name)
        for item in found.values() if question.is_tabel else found if question.is_lijst else (found,):
            if isinstance(item, Antwoord):
                yield from _texts(item, type(item))
            elif item is not None and question.item_kind is not None:
                yield question.item_kind, item


@given(sound_trees(Antwoorden))
def test_a_sound_file_is_read_without_a_problem(tree: dict[str, Tree]) -> None:
    """Whatever is answered in the right shape is there, each answer of its own kind."""
    reading = read_answers(_source(tree))
    assert reading.problems == ()
    for kind, value in _texts(reading.antwoorden, Antwoorden):
        assert kind.read_back(kind.show(value), value) == value


@pytest.mark.parametrize("kind", [item() for item in SPELLINGS] + [STATUS], ids=lambda kind: type(kind).__name__)
@given(data=st.data())
def test_the_schema_of_a_kind_takes_what_is_read(kind: Kind[Any], data: st.DataObject) -> None:
    """An editor has nothing to say about a spelling that the program understands, as YAML types it."""
    text = data.draw(spelled(kind))
    kind.parse(text)
    typed = int(text) if text.isdigit() else text
    jsonschema.validate(typed, kind.schema())


@given(sound_trees(Antwoorden, most=8), st.data())
def test_one_wrong_answer_is_one_problem_and_the_rest_is_kept(tree: dict[str, Tree], data: st.DataObject) -> None:
    """A group in place of an answer is one problem at its place; all else reads as if the answer were not there."""
    places = list(_leaves(tree))
    if not places:
        return
    place = data.draw(st.sampled_from(places))
    wrong, without = copy.deepcopy(tree), copy.deepcopy(tree)
    _parent(wrong, place)[place[-1]] = {"iets": "anders"}
    del _parent(without, place)[place[-1]]
    reading = read_answers(_source(wrong))
    assert [problem.sleutel for problem in reading.problems] == [dotted(place)]
    assert reading.antwoorden == read_answers(_source(without)).antwoorden


@given(sound_trees(Antwoorden, most=8), st.data())
def test_an_unknown_key_is_one_problem_and_the_rest_is_kept(tree: dict[str, Tree], data: st.DataObject) -> None:
    """A key that no group knows is one problem at its place, and changes no answer."""
    groups: list[KeyPath] = [(), ("gemeente",), ("wijk",)]
    place = (*data.draw(st.sampled_from(groups)), "qqq")
    wrong = copy.deepcopy(tree)
    _parent(wrong, place)[place[-1]] = "x"
    reading = read_answers(_source(wrong))
    assert [problem.sleutel for problem in reading.problems] == [dotted(place)]
    assert reading.antwoorden == read_answers(_source(tree)).antwoorden


def test_faults_come_in_the_order_of_the_questions() -> None:
    """Faults inside a fault-free group and beside it, deep and shallow, all come from one reading."""
    tree: dict[str, Tree] = {
        "qqq": "x",
        "wijk": {"naam": ["x"], "cijfers": [{"wijk": "zes", "jaar": "26"}, ["x"]]},
        "gemeente": {"aanspreekvorm": "jij"},
        "financien": {"lasten": [{"bedragen": {"eens": "x", "2026": None}}]},
    }
    reading = read_answers(_source(tree))
    assert [problem.sleutel for problem in reading.problems] == [
        "gemeente.naam",
        "gemeente.aanspreekvorm",
        "wijk.naam",
        "wijk.cijfers[1].wijk",
        "wijk.cijfers[1].jaar",
        "wijk.cijfers[2]",
        "financien.lasten[1].bedragen.eens",
        "financien.lasten[1].bedragen.eens",
        "financien.lasten[1].bedragen.2026",
        "qqq",
    ]
    assert reading.antwoorden.gemeente.naam == reading.antwoorden.wijk.naam == STAND_IN
    assert len(reading.antwoorden.wijk.cijfers) == 1


@pytest.fixture
def answers() -> Antwoorden:
    """Return the answers of the full example."""
    return read_answers(load(ROOT / "examples" / "molenkwartier" / "antwoorden.yaml")).antwoorden


def test_answers_cannot_be_changed(answers: Antwoorden) -> None:
    """No answer can be set, and no name that the group does not declare can be asked or set."""
    for name in ("naam", "nieuw"):
        with pytest.raises(AttributeError):
            setattr(answers.gemeente, name, "x")
    with pytest.raises(AttributeError):
        _ = answers.gemeente.nam  # type: ignore[attr-defined]
    with pytest.raises(TypeError):
        type(answers.gemeente)(naam="x", nieuw="y")  # type: ignore[call-arg]


def test_answers_survive_a_process(answers: Antwoorden) -> None:
    """Answers that go to another process and come back are the same."""
    assert pickle.loads(pickle.dumps(answers)) == answers  # noqa: S301 - our own bytes
