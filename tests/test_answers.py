"""The shape of the answer file: each slip is found where it is, with what was probably meant."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.answers import Antwoorden
from generator.answers.kinds.hoeveelheid import zoveel
from generator.answers.questions import questions
from generator.answers.schema import json_schema
from generator.answers.shape import field_at
from generator.answers.tree_reading import read_answers
from generator.problems import ProblemsError
from generator.source import load, parse
from tests.support.documents import MINIMUM

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.answers import Antwoord
    from generator.framework import Framework
    from generator.problems import Problem


def _problems(extra: str, base: str = MINIMUM) -> tuple[Problem, ...]:
    return read_answers(parse(base + extra, "a.yaml")).problems


def _only(extra: str, base: str = MINIMUM) -> Problem:
    (problem,) = _problems(extra, base)
    return problem


def _groups(model: type[Antwoord], path: str) -> Iterator[tuple[str, type[Antwoord]]]:
    yield path, model
    for name, question in questions(model).items():
        if question.model is not None:
            yield from _groups(question.model, f"{path}.{name}".lstrip("."))


ALL_GROUPS = list(_groups(Antwoorden, ""))


def _nested(path: str, key: str) -> str:
    """Return YAML that has `key` at a place, with one item in every list and mapping on the way."""
    lines, indent, model = [], 0, Antwoorden
    for part in [part for part in path.split(".") if part]:
        question = questions(model)[part]
        assert question.model is not None
        lines.append(f"{' ' * indent}{part}:")
        if question.is_lijst:
            indent += 2
            lines.append(f"{' ' * indent}-")
        elif question.is_tabel:
            indent += 2
            lines.append(f"{' ' * indent}urgentiebesef:")
        indent += 2
        model = question.model
    lines.append(f"{' ' * indent}{key}: ")
    return "\n".join(lines) + "\n"


def _mutations() -> list[tuple[str, str, str]]:
    found = []
    for path, model in ALL_GROUPS:
        for key in questions(model):
            if len(key) < 4:
                continue
            half = len(key) // 2
            dropped = key[:half] + key[half + 1 :]
            swapped = key[: half - 1] + key[half] + key[half - 1] + key[half + 1 :]
            doubled = key[:half] + key[half] + key[half:]
            found += [(path, key, wrong) for wrong in {dropped, swapped, doubled} if wrong not in questions(model)]
    return found


@pytest.mark.parametrize("path", sorted({path for path, _, _ in _mutations()}))
def test_a_typo_in_any_key_is_answered_with_the_key(path: str) -> None:
    """A letter dropped, swapped or doubled, in any key of any group: right line, column and suggestion."""
    for where, key, wrong in _mutations():
        if where != path:
            continue
        text = _nested(path, wrong)
        found = [problem for problem in read_answers(parse(text, "a.yaml")).problems if wrong in problem.melding]
        assert len(found) == 1, (path, wrong)
        lines = text.splitlines()
        assert found[0].regel == len(lines)
        assert found[0].kolom == len(lines[-1]) - len(lines[-1].lstrip()) + 1
        assert f"“{key}”" in found[0].oplossing, (path, key, wrong, found[0].oplossing)


@pytest.mark.parametrize(
    ("extra", "place", "words"),
    [
        ("wijkk: {}\n", (3, 1), "“wijk”"),
        ("document: {status: concpt}\n", (3, 20), "“concept”"),
        ("document: {status: [concept]}\n", (3, 20), "Kies uit: concept"),
        ("document: {datum: 31-2-2026}\n", (3, 19), "bestaat niet"),
        ("document: {datum: voorjaar}\n", (3, 19), "30-4-2026"),
        ("document: {periode: {van: 26}}\n", (3, 27), "vier cijfers"),
        ("document: {periode: {tot: 2029}}\n", (3, 22), "“tot_en_met”"),
        ("document: {titel: [a, b]}\n", (3, 19), "één tekst"),
        ("kader:\n  -\n", (4, 4), "leeg"),
        ("doelen: veel\n", (3, 9), "visie"),
        ("financien: {lasten: [{bedragen: {2026: veel}}]}\n", (3, 40), "1,2 mln"),
        ("financien: {lasten: [{bedragen: {2026: -5}}]}\n", (3, 40), "412000"),
        ("financien: {lasten: [{bedragen: {eens: 5}}]}\n", (3, 34), "vier cijfers"),
        ("financien: {lasten: [{bedragen: {2026: }}]}\n", (3, 34), "Achter “2026” staat niets."),
        ("financien: {lasten: [{bedragen: [1, 2]}]}\n", (3, 33), "{2026: 58000"),
        ("financien: {begrotingswijziging_nodig: misschien}\n", (3, 40), "ja of nee"),
        ("kader: [{naam: a, en b}]\n", (3, 19), "komma"),
        ("begrippen: [{term: {a: b}}]\n", (3, 20), "dubbele punt"),
        ("randvoorwaarden: {urgentiebesef: {eisen: {1: klaar}}}\n", (3, 46), "op_orde"),
        ("afbakening: x\n", (3, 1), "“wijk”"),
    ],
)
def test_each_slip_is_found_where_it_is(extra: str, place: tuple[int, int], words: str) -> None:
    """A wrong key, kind or value has its place, and a remedy or message that helps."""
    problem = _only(extra)
    assert (problem.regel, problem.kolom) == place
    assert words in problem.melding + problem.oplossing


def test_all_problems_come_at_once() -> None:
    """Faults of every kind, deep and shallow, are reported in one go."""
    text = (
        "gemeente: {naam: [x], q: 1}\ndocument: []\nwijk: {inwoners: veel}\n"
        "kader: [{naam: a}, null, {nam: b}]\nbesluit: {beslispunten: [null]}\n"
    )
    assert {problem.sleutel for problem in _problems("", text)} == {
        "gemeente.naam",
        "gemeente.q",
        "document",
        "wijk.naam",
        "wijk.inwoners",
        "kader[2]",
        "kader[3].nam",
        "besluit.beslispunten[1]",
    }


@pytest.mark.parametrize("text", ["- a\n- b\n", "alleen tekst\n"])
def test_a_file_without_keys_is_one_problem(text: str) -> None:
    """A list or a bare text as a whole file is one problem at its start."""
    assert "sleutels" in _only("", text).melding


def test_the_two_names_are_needed() -> None:
    """Without the names of municipality and neighbourhood there is no draft."""
    assert {problem.sleutel for problem in _problems("", "document: {}\n")} == {"gemeente", "wijk"}
    assert {problem.sleutel for problem in _problems("", "gemeente:\nwijk: {naam: }\n")} == {"gemeente", "wijk.naam"}


def test_amounts_dates_and_yes_mean_what_they_say() -> None:
    """Whole euros, both ways to write a date, a decimal comma and ja/nee are understood."""
    text = MINIMUM + (
        "document: {versie: 0.10, datum: 30-4-2026}\n"
        "besluit: {datum_college: 2026-04-30}\n"
        "financien: {lasten: [{bedragen: {2026: 412000}}], begrotingswijziging_nodig: nee}\n"
    )
    text = text.replace("wijk: {naam", "wijk: {cijfers: [{wijk: '6,1', gemeente: 2.3}], naam")
    answers = read_answers(parse(text, "a.yaml")).antwoorden
    assert answers.document.versie == "0.10"
    assert answers.besluit is not None
    assert answers.document.datum == answers.besluit.datum_college
    assert str(answers.wijk.cijfers[0].wijk) == "6,1"
    assert answers.financien is not None
    assert answers.financien.lasten[0].bedragen == {2026: zoveel(412000, "€")}
    assert answers.financien.begrotingswijziging_nodig is False


def test_a_group_without_answers_is_no_group() -> None:
    """Keys without a value leave a group out; one answer keeps it."""
    answers = read_answers(parse(MINIMUM + "besluit: {raad: , argumenten: }\nmonitoring: {raad: x}\n", "a")).antwoorden
    assert answers.besluit is None
    assert answers.monitoring is not None


def test_every_needed_question_says_what_is_missing() -> None:
    """Each question has a text, and what is missing without it reads as part of a sentence."""
    for path, model in ALL_GROUPS:
        for question in questions(model).values():
            assert question.vraag.endswith((".", "?")), (path, question.naam)
            if question.nodig is not None:
                assert question.nodig[0].islower(), (path, question.naam)
                assert not question.nodig.endswith("."), (path, question.naam)


def test_places_lead_to_questions() -> None:
    """A path with numbers and ids leads to the question there, a wrong one to none."""
    found = field_at(("randvoorwaarden", "urgentiebesef", "acties", 0, "wie"))
    assert found is not None
    assert found.nodig == "wie dit doet"
    assert field_at(("wijk", "weg")) is None


def test_the_schema_holds_for_the_examples(kader: Framework, root: Path) -> None:
    """An editor with the schema has nothing to say about the examples, and does about a typo."""
    import jsonschema

    schema = json_schema(kader)
    json.dumps(schema)
    validator = jsonschema.Draft7Validator(schema)
    for name in ("molenkwartier", "stationsbuurt", "helmond"):
        tree = _typed(load(root / "examples" / name / "antwoorden.yaml").tree)
        assert [error.message for error in validator.iter_errors(tree)] == []
    wrong = {"gemeente": {"naam": "a"}, "wijk": {"naam": "b"}, "randvoorwaarden": {"urgentie": None}}
    assert any("urgentie" in error.message for error in validator.iter_errors(wrong))


def _typed(tree: Any) -> Any:
    """Return a tree with the numbers that an editor would see."""
    if isinstance(tree, dict):
        return {key: _typed(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [_typed(item) for item in tree]
    return int(tree) if isinstance(tree, str) and tree.isdigit() else tree


_trees = st.recursive(
    st.none() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["gemeente", "naam", "wijk", "x", "kader", "doelen", "lijst", "1"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@given(_trees)
def test_any_tree_gives_answers_or_problems(tree: Any) -> None:
    """Whatever a file holds, reading it ends with problems, never with a crash."""
    try:
        source = parse(json.dumps(tree), "a.yaml")
    except ProblemsError:
        return  # a sign that no file may hold is a problem too
    reading = read_answers(source)
    assert reading.problems or reading.antwoorden.gemeente.naam
