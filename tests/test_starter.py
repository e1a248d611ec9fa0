"""A new answer file: every question is in it with its explanation, and it can be used as it is."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from generator.answers import Antwoord, Antwoorden
from generator.answers.interventies import InterventieAntwoord
from generator.answers.questions import questions
from generator.answers.schema import SCHEMA_FILE, json_schema
from generator.framework import load_framework
from generator.starter import STARTERS, answer_file
from tests.support.cli import run
from tests.support.documents import checked, paragraphs, word

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.answers.questions import Vraag
    from generator.framework import Framework

ODD = (
    'Het "Hoekje"',
    "'t Veld",
    "De Hoek: 1",
    "Wijk #3",
    "nee",
    "1234",
    "null",
    "~",
    "2026-01-01",
    "- streepje",
    "{a: b}",
    "[lijst]",
    "*ster",
    "&anker",
    "!teken",
    "Súdwest-Fryslân",
    "Wijk 🏘️",
    "חדש",
    "C:\\map\\nieuw",
    "{{ wijk }}",
    "<b>wijk</b>",
    "]]>",
)


@pytest.fixture(scope="module")
def text() -> str:
    """Return a new answer file."""
    return answer_file(load_framework(), "Elzenbeek", "Molenkwartier")


def comments(text: str) -> str:
    """Return the words of all comments, as one text: comments are wrapped, and some stand behind an example."""
    return " ".join(" ".join(re.findall(r"(?:^|\s)#\s?(.*)", text, flags=re.MULTILINE)).replace("#", " ").split())


def all_questions(model: type[Antwoord], path: str = "") -> Iterator[tuple[str, Vraag]]:
    """Yield every question with its key; those of conditions are asked once for each condition, in other words."""
    for name, question in questions(model).items():
        yield f"{path}{name}", question
        if question.model is not None and name != "randvoorwaarden":
            yield from all_questions(question.model, f"{path}{name}.")


def test_every_question_is_there_and_explained(text: str) -> None:
    """Each question of the answer file has its text in a comment, and why it is asked."""
    shown = comments(text)
    of_own_interventions = {"interventies.id", "interventies.titel", "interventies.categorie"}
    of_own_interventions |= {"interventies.doel", "interventies.resultaat"}
    missing = [
        key
        for key, question in all_questions(Antwoorden)
        if key not in of_own_interventions and (question.vraag not in shown or not _key_is_there(question.naam, text))
    ]
    assert missing == []


def _key_is_there(name: str, text: str) -> bool:
    return re.search(rf"^[ #-]*{name}:", text, flags=re.MULTILINE) is not None


def test_every_reason_for_a_question_is_given(text: str) -> None:
    """Where the framework gives a reason, it stands with the question."""
    reasons = [question.waarom for key, question in all_questions(Antwoorden) if "." not in key and question.waarom]
    assert reasons
    assert [reason for reason in reasons if reason not in comments(text)] == []


def test_all_conditions_are_there_unknown_with_their_requirements(text: str, kader: Framework) -> None:
    """Twelve conditions in the framework's order, each `onbekend`, with requirements and suggestions in comments."""
    answered = YAML(typ="safe").load(text)["randvoorwaarden"]
    assert list(answered) == [condition.id for condition in kader.randvoorwaarden]
    assert {answer["status"] for answer in answered.values()} == {"onbekend"}
    shown = comments(text)
    for condition in kader.randvoorwaarden:
        for line in (*condition.eisen, *condition.acties):
            assert f"{line.nr}. {line.tekst}" in shown


def test_two_interventions_are_there_to_start_from(text: str) -> None:
    """Both are in the framework; every question about them is there, without an answer."""
    answered = YAML(typ="safe").load(text)["interventies"]
    assert [item["id"] for item in answered] == list(STARTERS)
    own = {"titel", "categorie", "doel", "resultaat"}
    for item in answered:
        assert list(item) == [name for name in questions(InterventieAntwoord) if name not in own]


def test_the_first_line_gives_editors_the_schema_that_lies_beside_it(tmp_path: Path) -> None:
    """The schema is there, is the one of this version, and has nothing to say about the new file."""
    run("nieuw", "x", "--gemeente", "Elzenbeek", "--wijk", "Molenkwartier", cwd=tmp_path)
    content = (tmp_path / "x" / "antwoorden.yaml").read_text(encoding="utf-8")
    assert content.splitlines()[0] == f"# yaml-language-server: $schema={SCHEMA_FILE}"
    schema = json.loads((tmp_path / "x" / SCHEMA_FILE).read_text(encoding="utf-8"))
    assert schema == json.loads(json.dumps(json_schema(load_framework())))
    found = jsonschema.Draft7Validator(schema).iter_errors(YAML(typ="safe").load(content))
    assert [f"{list(error.path)}: {error.message}" for error in found] == []


def test_only_the_two_names_are_needed(text: str) -> None:
    """With the names there is no fault; without them two."""
    assert checked(text).fouten == ()
    without = checked(answer_file(load_framework(), None, None))
    assert [problem.sleutel for problem in without.fouten] == ["gemeente.naam", "wijk.naam"]


def test_lines_are_short_enough_to_read(text: str) -> None:
    """Only a line with an example and its explanation is longer than a window is wide, and none has a tab."""
    assert "\t" not in text
    assert text.endswith("\n")
    assert [line for line in text.splitlines() if line.startswith("#") and len(line) > 100] == []
    assert [line for line in text.splitlines() if line != line.rstrip()] == []


def _uncommented(text: str) -> str:
    """Return the file as it is when somebody takes the hash from every example, and leaves the explanations."""
    example = re.compile(r"^( *)# ((?:- |  )?(?:[a-z_]+|\d+): .*|- ….*)$")
    return "\n".join(example.sub(r"\1\2", line) for line in text.splitlines()) + "\n"


def test_examples_work_without_their_hash(text: str) -> None:
    """Who takes away the hash of an example gets no fault in the YAML."""
    tree: Any = YAML(typ="safe").load(_uncommented(text))
    assert tree["document"]["auteurs"][0]["naam"] == "S. de Wit"


@pytest.mark.parametrize("name", ODD)
def test_an_odd_name_is_kept_and_printed(name: str) -> None:
    """Whatever a place is called, the name in the file and in the plan is that name."""
    content = answer_file(load_framework(), name, name)
    answers = checked(content).antwoorden
    assert (answers.gemeente.naam, answers.wijk.naam) == (name, name)
    assert any(name in shown for _, shown in paragraphs(word(content)))


@pytest.mark.slow
@given(
    st.text(
        st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co", "Cf"), exclude_characters="\u2028\u2029\ufeff"),
        min_size=1,
    )
)
def test_any_name_is_kept(name: str) -> None:
    """A name is kept sign by sign, spaces around it aside."""
    answers = checked(answer_file(load_framework(), "Elzenbeek", f"M{name}M")).antwoorden
    assert answers.wijk.naam == f"M{name}M"


@pytest.mark.slow
def test_spaces_around_a_name_are_no_part_of_it(tmp_path: Path) -> None:
    """A name of spaces alone is no name."""
    run("nieuw", "x", "--gemeente", "  Elzenbeek ", "--wijk", " ", cwd=tmp_path)
    said = run("controleer", "x/antwoorden.yaml", cwd=tmp_path, code=1)
    assert "wijk.naam" in said
    assert "gemeente.naam" not in said
