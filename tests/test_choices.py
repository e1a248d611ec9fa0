"""Choices and shapes as people type them: other words for a choice, a text for a group, one answer for a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.answers.kinds import JaNee, Keuze
from generator.answers.questions import STATUS
from generator.answers.schema import json_schema
from generator.answers.shape import field_at
from generator.answers.tree_reading import read_answers
from generator.framework import load_framework
from generator.problems import ProblemsError
from generator.source import Source, parse
from tests.support.cli import run
from tests.support.documents import MINIMUM, checked
from tests.test_answer_kinds import CHOICES

if TYPE_CHECKING:
    from pathlib import Path

    from generator.answers import Antwoorden
    from generator.source import Tree


def read(answers: str) -> Antwoorden:
    """Return the answers in a file that adds these to the smallest one; nothing in it may be a fault."""
    reading = read_answers(parse(MINIMUM + answers, "a.yaml"))
    assert reading.problems == ()
    return reading.antwoorden


@given(st.sampled_from(CHOICES), st.data())
def test_a_choice_is_read_whatever_its_spelling(kind: Keuze, data: st.DataObject) -> None:
    """In any case, with spaces, hyphens or underscores, and in the words that the plan prints."""
    value = data.draw(st.sampled_from(list(kind.words)))
    spelled = data.draw(
        st.sampled_from((value, kind.words[value], *(key for key, of in kind.ook.items() if of == value)))
    )
    changed = data.draw(st.sampled_from((str.upper, str.title, str.lower)))(spelled)
    for text in (changed, changed.replace("_", " "), changed.replace(" ", "_"), f" {changed}. "):
        assert kind.parse(text) == value
        jsonschema.validate(text, kind.schema())


@pytest.mark.parametrize("kind", CHOICES)
def test_no_other_word_says_another_choice(kind: Keuze) -> None:
    """Another word for a choice is one of the choices, and is not the name or the print of a different one."""
    for spelling, value in kind.ook.items():
        assert value in kind.words
        assert kind.parse(spelling) == value


@pytest.mark.parametrize("text", ["niet op orde", "Niet op orde", "niet_op_orde", "NIET", "nee", "nog niet op orde"])
def test_what_is_denied_is_never_read_without_the_denial(text: str) -> None:
    """`niet op orde` is that, and nothing close to it is proposed in its place."""
    assert STATUS.parse(text) == "niet"


def test_no_proposal_leaves_a_denial_out() -> None:
    """Where a denial is not known, the choices are named, and not the one that it denies."""
    question = field_at(("organisatie", "overeenkomst", "status"))
    agreement = question and question.item_kind
    assert agreement is not None
    for kind, text in ((agreement, "niet getekend"), (Keuze(("gedekt", "anders")), "niet gedekt")):
        with pytest.raises(ProblemsError) as caught:
            kind.parse(text)
        assert "Bedoelde je" not in caught.value.problems[0].oplossing


@pytest.mark.parametrize(("text", "value"), [("Ja", True), ("NEE", False), ("true", True), ("no", False), ("j", True)])
def test_yes_and_no_are_read_in_any_case(text: str, value: bool) -> None:
    """Other words for yes and no are certain too; the editor takes each of them."""
    assert JaNee().parse(text) is value
    jsonschema.validate(text, JaNee().schema())


@pytest.mark.parametrize(
    ("text", "naam", "functie"),
    [
        ("burgemeester", None, "burgemeester"),
        ("Beleidsadviseur OOV", None, "Beleidsadviseur OOV"),
        ("directeur Veiligheid", None, "directeur Veiligheid"),
        ("S. de Wit", "S. de Wit", None),
        ("S. de Wit, adviseur OOV", "S. de Wit", "adviseur OOV"),
    ],
)
def test_a_person_may_be_a_name_or_a_function(text: str, naam: str | None, functie: str | None) -> None:
    """Initials make a name, and a known word a function."""
    person = read(f"document: {{portefeuillehouder: '{text}'}}\n").document.portefeuillehouder
    assert person is not None
    assert (person.naam, person.functie) == (naam, functie)


@pytest.mark.parametrize("text", ["Jansen", "burgemeester S. de Wit"])
def test_a_person_that_may_be_either_is_asked(text: str) -> None:
    """A name without initials, or a function with a name, has to be told apart by keys."""
    [problem] = checked(MINIMUM + f"document: {{opdrachtgever: {text}}}\n").fouten
    assert "naam, functie" in problem.oplossing


def test_a_text_stands_for_a_group_and_one_answer_for_a_list() -> None:
    """The key that is meant is filled in; short words without a dash are several items, a sentence is one."""
    answers = read(
        "document: {periode: 2026 t/m 2029}\n"
        "interventies: [jongerenwerk, {id: ila, partners: 'politie, gemeente en RIEC', acties: Plan maken}]\n"
        "besluit: {beslispunten: 'Het plan vast te stellen, en te starten.'}\n"
        "wijk: {naam: Molenkwartier, cijfers: {indicator: a, wijk: 5}}\n".replace(
            "wijk: {naam: Molenkwartier, ", "risicos: {risico: b}\n# "
        )
    )
    assert answers.document.periode is not None
    assert (answers.document.periode.van, answers.document.periode.tot_en_met) == (2026, 2029)
    assert [item.id for item in answers.interventies] == ["jongerenwerk", "ila"]
    assert answers.interventies[1].partners == ("politie", "gemeente", "RIEC")
    assert [action.wat for action in answers.interventies[1].acties] == ["Plan maken"]
    assert answers.besluit is not None
    assert answers.besluit.beslispunten == ("Het plan vast te stellen, en te starten.",)
    assert [item.risico for item in answers.risicos] == ["b"]


@pytest.mark.parametrize(
    ("amounts", "expected"),
    [
        ({"2026-2028": "5000 per jaar"}, {2026: "5.000", 2027: "5.000", 2028: "5.000"}),
        ({"2026": "1", "2 mln": None, "2027": "3"}, {2026: "1.200.000", 2027: "3"}),
        ("5.000 per jaar", {2026: "5.000", 2027: "5.000"}),
    ],
)
def test_amounts_may_be_given_for_several_years(amounts: Tree, expected: dict[int, str]) -> None:
    """An amount for each of several years is one for each, and a comma between braces cuts no amount in two."""
    tree: Tree = {
        "gemeente": {"naam": "a"},
        "wijk": {"naam": "b"},
        "document": {"periode": "2026-2027"},
        "financien": {"lasten": [{"bedragen": amounts}]},
    }
    reading = read_answers(Source("a.yaml", tree, {}, {}))
    assert reading.problems == ()
    assert reading.antwoorden.financien is not None
    shown = {year: str(amount) for year, amount in reading.antwoorden.financien.lasten[0].bedragen.items()}
    assert shown == {year: f"€\u00a0{amount}" for year, amount in expected.items()}
    jsonschema.validate(tree, json_schema(load_framework()))


def test_an_amount_for_several_years_that_may_be_their_sum_is_asked() -> None:
    """The message says both ways to write it."""
    [problem] = checked(MINIMUM + "financien: {lasten: [{bedragen: {2026-2029: 150.000}}]}\n").fouten
    assert "per jaar" in problem.melding
    assert "2026-2029: 5000 per jaar" in problem.oplossing


def test_what_is_read_in_another_spelling_is_shown(tmp_path: Path) -> None:
    """`controleer --gelezen` gives the line, what was given and what is read; what is written as usual is left out."""
    file = tmp_path / "antwoorden.yaml"
    file.write_text(MINIMUM + "document: {status: Concept, datum: Q2 2026, openbaarheid: openbaar}\n", encoding="utf-8")
    assert "Concept →" not in run("controleer", file, cwd=tmp_path)
    shown = run("controleer", "--gelezen", file, cwd=tmp_path)
    assert "Gelezen: zo staat het in het plan (2)" in shown
    assert "regel 3 (document.status)\n    Concept → concept" in shown
    assert "regel 3 (document.datum)\n    Q2 2026 → 2e kwartaal 2026" in shown
    assert "openbaar →" not in shown


@pytest.mark.parametrize(
    "amounts", ["{2026-2028: 5000 per jaar, 2027: 8000}", "{2027: 8000, 2026-2028: 5000 per jaar}"]
)
def test_two_amounts_for_one_year_are_told(amounts: str) -> None:
    """An amount for several years and one for a year among them: neither is dropped without a word."""
    reading = read_answers(parse(f"{MINIMUM}financien: {{lasten: [{{post: a, bedragen: {amounts}}}]}}\n", "a.yaml"))
    (problem,) = reading.problems
    assert (problem.regel, problem.sleutel) == (3, "financien.lasten[1].bedragen.2027")
    assert "dubbel" in problem.melding
