"""Answers know their own key: a group and the name of a question in it give key, value, kind and what is missing."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import pytest

from generator.answers import Antwoorden
from generator.answers.keys import Keys, NoSuchQuestionError, NotAnAnswerError
from generator.answers.questions import Antwoord, questions
from generator.answers.randvoorwaarden import RandvoorwaardeAntwoord
from generator.framework import load_framework
from generator.plan.vragen import question_at
from generator.source import dotted
from tests.support.documents import MINIMUM, ROOT, checked
from tests.support.every_answer import EveryAnswer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.source import KeyPath


@cache
def full() -> Antwoorden:
    """Return answers to every question."""
    return checked(EveryAnswer(load_framework()).text).antwoorden


def leading_to(path: KeyPath) -> tuple[str | int, ...]:
    """Return a path as templates name it: items of a list are counted from 1."""
    return tuple(part + 1 if isinstance(part, int) else part for part in path)


def groups(value: object) -> Iterator[Antwoord]:
    """Yield every group of answers in a value."""
    if isinstance(value, Antwoord):
        yield value
        for name in questions(type(value)):
            yield from groups(getattr(value, name))
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else ():
        yield from groups(item)


def test_the_path_of_a_group_leads_to_that_group() -> None:
    """Every group has a path of its own, also where others say the very same."""
    keys, found = Keys(full()), list(groups(full()))
    assert len(found) > 100
    paths = [keys.path(group) for group in found]
    assert len({*paths}) == len(found)
    for group, path in zip(found[1:], paths[1:], strict=True):
        assert keys.at(full(), *leading_to(path)).value is group


def test_the_place_of_an_answer_is_that_of_its_group_and_its_name() -> None:
    """For every question of every group: the same key and value, from the group and from the top of the file."""
    keys = Keys(full())
    for group in groups(full()):
        for name, question in questions(type(group)).items():
            place = keys.at(group, name)
            assert place == keys.at(full(), *leading_to(place.path))
            assert place.path == (*keys.path(group), name)
            assert (place.question, place.value) == (question, getattr(group, name))


def test_a_question_of_a_group_that_is_not_there_has_its_key() -> None:
    """What was not answered is named from the nearest group that is there."""
    answers = checked(MINIMUM).antwoorden
    place = Keys(answers).at(answers, "organisatie", "overeenkomst", "datum")
    assert (place.key, place.value) == ("organisatie.overeenkomst.datum", None)
    item = Keys(answers).at(answers, "risicos", 3, "kans")
    assert (item.key, item.value, item.question.nodig) == ("risicos[3].kans", None, "de kans")


def test_a_condition_without_an_answer_is_a_group_with_its_key() -> None:
    """It is empty, it is the same one each time, and nothing is added to the answers."""
    answers = checked(MINIMUM).antwoorden
    keys = Keys(answers)
    group = keys.group(RandvoorwaardeAntwoord, answers, "randvoorwaarden", "urgentiebesef")
    assert dotted(keys.path(group)) == "randvoorwaarden.urgentiebesef"
    assert keys.at(group, "status").key == "randvoorwaarden.urgentiebesef.status"
    assert answers.randvoorwaarden == {}
    given = checked(f"{MINIMUM}randvoorwaarden: {{urgentiebesef: {{status: deels}}}}\n").antwoorden
    found = Keys(given).group(RandvoorwaardeAntwoord, given, "randvoorwaarden", "urgentiebesef")
    assert found is given.randvoorwaarden["urgentiebesef"]


@pytest.mark.parametrize(
    ("names", "key", "known"),
    [
        (("wijk", "aanleidng"), "wijk.aanleidng", "aanleiding"),
        (("wijk", "naam", "voor"), "wijk.naam.voor", None),
        (("risicos", "kans"), "risicos.kans", None),
        (("risicos", 0), "risicos.0", None),
        (("kaders",), "kaders", "kader"),
    ],
)
def test_a_question_that_does_not_exist_is_refused(names: tuple[str | int, ...], key: str, known: str | None) -> None:
    """With its key, and with the names that were possible there."""
    with pytest.raises(NoSuchQuestionError) as caught:
        Keys(full()).at(full(), *names)
    assert caught.value.key == key
    assert known is None or known in caught.value.known


def test_only_groups_of_these_answers_have_a_key() -> None:
    """A group of other answers has none, even if it says the same."""
    other = checked(EveryAnswer(load_framework()).text).antwoorden
    assert other.wijk == full().wijk
    for given in (other.wijk, None, "wijk", full().wijk.naam):
        with pytest.raises(NotAnAnswerError):
            Keys(full()).at(given, "naam")


def test_no_template_spells_a_key() -> None:
    """Where a template or the plan would write a key by hand, another answer could get it unseen."""
    files = [*(ROOT / "templates").rglob("*.j2"), *(ROOT / "generator" / "plan").glob("*.py")]
    assert len(files) > 50
    spelled = [
        (file.name, text)
        for file in files
        for text in re.findall(r"""["']([a-z_]+[.\[][\w.\[\]{}]*)["']""", file.read_text(encoding="utf-8"))
        if text.split(".")[0].split("[")[0] in questions(Antwoorden)
    ]
    assert spelled == []


ANSWERS = f"""{MINIMUM}
document: {{datum: 16-2-2026, status: ter_besluitvorming}}
organisatie: {{partners: [{{naam: politie, getekend: nee}}]}}
financien: {{lasten: [{{post: boa, bedragen: {{2026: 58000}}}}]}}
monitoring: {{aan: [college, "raad, en wijk"]}}
"""


@pytest.mark.parametrize(
    ("names", "kind", "text", "title"),
    [
        (("document", "datum"), "datum", "16\u00a0februari 2026", "Datum van deze versie"),
        (("document", "status"), "keuze", "ter besluitvorming", "Status"),
        (("document", "openbaarheid"), "keuze", "", "Openbaarheid"),
        (("organisatie", "partners", 1, "getekend"), "keuze", "nee", "Getekend"),
        (("financien", "lasten", 1, "bedragen", 2026), "tekst", "€\u00a058.000", "Bedragen"),
        (("financien", "lasten", 1, "bedragen"), "groep", "", "Bedragen"),
        (("wijk",), "groep", "", "Wijk"),
        (("wijk", "naam"), "tekst", "Molenkwartier", "Naam"),
        (("wijk", "aanleiding"), "tekst", "", "Aanleiding van het plan"),
        (("monitoring", "aan"), "lijst", "", "Aan"),
        (("monitoring", "aan", 2), "tekst", "raad, en wijk", "Aan"),
    ],
)
def test_a_question_says_how_its_answer_prints(names: tuple[str | int, ...], kind: str, text: str, title: str) -> None:
    """Its kind, its text in the plan and what it is called follow from the question alone."""
    answers = checked(ANSWERS).antwoorden
    found = question_at(Keys(answers).at(answers, *names), {})
    assert (found.soort, found.tekst, found.titel) == (kind, text, title)


def test_the_items_of_a_list_each_have_a_key() -> None:
    """An item that holds a comma stays one item."""
    answers = checked(ANSWERS).antwoorden
    found = question_at(Keys(answers).at(answers, "monitoring", "aan"), {})
    expected = [("monitoring.aan[1]", "college"), ("monitoring.aan[2]", "raad, en wijk")]
    assert [(item.sleutel, item.tekst) for item in found.delen] == expected


def test_choices_can_be_written_in_other_words() -> None:
    """The plan writes them so, and offers the others in the same words; the answer stays what it is."""
    answers = checked(ANSWERS).antwoorden
    words = {"ter_besluitvorming": "bijna klaar"}
    found = question_at(Keys(answers).at(answers, "document", "status"), {}, woorden=words)
    assert (found.tekst, found.waarde) == ("bijna klaar", "ter_besluitvorming")
    assert found.keuzes == (
        ("concept", "concept"),
        ("ter_besluitvorming", "bijna klaar"),
        ("vastgesteld", "vastgesteld"),
    )
