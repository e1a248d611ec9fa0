"""`wijkplan vraag`: every question can be found, by its key, its name or a word for the thing, also with a slip."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from ruamel.yaml import YAML

from generator.answers import Antwoord, Antwoorden
from generator.answers.questions import questions
from generator.form.catalogue import UnknownPartError, overview, questions_of
from generator.form.soorten import SOORTEN
from generator.form.wording import asked_at, form_of, shape, spellings
from generator.framework import load_framework
from tests.support.cli import run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KADER = load_framework()


def keys(model: type[Antwoord], above: str = "") -> Iterator[str]:
    """Yield the dotted key of every question."""
    for name, question in questions(model).items():
        yield f"{above}{name}"
        if question.model is not None:
            yield from keys(question.model, f"{above}{name}.")


KEYS = list(keys(Antwoorden))


def test_the_overview_has_every_part_and_every_thing_to_add() -> None:
    """One line a part, with its question."""
    said = overview()
    for name, question in questions(Antwoorden).items():
        assert re.search(rf"^  {name} +{re.escape(question.vraag)}$", said, re.MULTILINE)
    assert set(SOORTEN) <= set(re.findall(r"\w+", said))


def test_every_question_is_shown_in_its_part() -> None:
    """With its text, its reason, its form, its choices and the line to type."""
    for key in KEYS:
        question = asked_at(key)
        above = key.rpartition(".")[0]
        said = " ".join(questions_of(above or key, KADER).split())
        assert question.vraag in said, key
        assert question.waarom is None or question.waarom in said, key
        assert all(word in said for word in question.keuzes), key
        if question.item_kind is not None:
            assert " ".join(shape(question)[0].split()) in said, key
            assert form_of(question.item_kind) in said, key
        else:
            assert not above or f"wijkplan vraag {key}" in said, key


def test_every_spelling_that_is_shown_is_understood() -> None:
    """What a form says an answer may look like is an answer of that kind."""
    kinds = [question.item_kind for question in map(asked_at, KEYS) if question.item_kind is not None]
    assert {type(kind).__name__ for kind in kinds} >= {"Datum", "Bedrag", "Keuze", "JaNee", "Jaar", "Tekst"}
    for kind in kinds:
        for way in spellings(kind):
            kind.parse(way)


def test_the_shape_of_an_answer_is_no_answer() -> None:
    """The line is YAML below its key, and says of itself that something is to be put in its place."""
    for key in KEYS:
        lines = shape(asked_at(key))
        assert asked_at(key).naam in YAML(typ="safe").load("\n".join(lines)), key
        assert asked_at(key).item_kind is None or "<" in "".join(lines), key


@pytest.mark.parametrize(
    ("part", "shown"),
    [
        ("wijk.cijfers", "wijk.cijfers:"),
        ("cijfer", "wijk.cijfers:"),
        ("Cijfers", "wijk.cijfers:"),
        ("risico", "risicos:"),
        ("interventie", "interventies:"),
        ("interventies.startvragen", "interventies.startvragen:"),
        ("urgentiebesef", "urgentiebesef: Urgentiebesef."),
        ("randvoorwaarden.urgentiebesef", "urgentiebesef: Urgentiebesef."),
        ("korte termijn successen", "korte_termijn_successen:"),
        ("wijk.aanleiding", "wijk.aanleiding: Waarom"),
        ("dpia", "informatiedeling.dpia:"),
    ],
)
def test_a_part_is_found_by_several_names(part: str, shown: str) -> None:
    """Its key, the last word of that, one of the things in it, or the id of a condition."""
    assert questions_of(part, KADER).startswith(shown)


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("interventi", "Bedoelde je “interventie”?"),
        ("wijk.cijfer", "Bedoelde je “wijk.cijfers”?"),
        ("urgentibesef", "Bedoelde je “urgentiebesef”?"),
        ("financieen", "Bedoelde je “financien”?"),
        ("acties", "Kies uit: randvoorwaarden.acties, interventies.acties."),
        ("jongerenwerk", "wijkplan kader interventies jongerenwerk"),
        ("qqqq", "Kijk wat er is met: wijkplan vraag"),
    ],
)
def test_what_is_no_part_is_explained(part: str, said: str, tmp_path: Path) -> None:
    """With what was probably meant, on the command line a mistake in its use."""
    with pytest.raises(UnknownPartError, match=re.escape(said)):
        questions_of(part, KADER)
    if part == "interventi":
        assert said in run("vraag", part, cwd=tmp_path, code=2)


def test_a_condition_shows_what_the_framework_asks_of_it() -> None:
    """Its requirements by number, and the way to add it."""
    said = " ".join(questions_of("urgentiebesef", KADER).split())
    assert all(f"{eis.nr}. {eis.tekst}" in said for eis in KADER.randvoorwaarde("urgentiebesef").eisen)
    assert "wijkplan voeg-toe randvoorwaarde urgentiebesef" in said
