"""A plan that goes to the college, or was adopted there, has no gap and nothing that nobody confirmed."""

from __future__ import annotations

import json
from functools import cache

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from lxml import html

from generator.answers.keys import question_at_path
from generator.document_kinds import kinds
from generator.framework import load_framework
from generator.pipeline import find_house_style, make_page
from generator.source import path_of
from tests.support.documents import ROOT, WORKSHOP, checked
from tests.support.every_answer import ROUNDS, EveryAnswer, generic
from tests.test_keys import leavable

EXAMPLE = (ROOT / "examples" / "molenkwartier" / "antwoorden.yaml").read_text(encoding="utf-8")
CASES = ROOT / "tests" / "cases"
FINAL = ("ter_besluitvorming", "vastgesteld")
UNFINISHED = ("nog in te vullen", "nog niet bevestigd", "◌")
"""What a reader of such a plan never sees."""
NEEDED_ALL_THE_SAME = {
    *("document", "document.status", "randvoorwaarden", "randvoorwaarden.*", "wijk.cijfers[].wijk"),
    *("interventies[].doel", "interventies[].resultaat"),
}
"""What a rule asks for that is no question of its own that a plan needs."""


def gaps(text: str, kind: str) -> list[str]:
    """Return the placeholders in a document of some kind, and the words for what is not finished."""
    answers = checked(text)
    assert not answers.stops, answers.problems
    root = html.document_fromstring(make_page(answers, find_house_style(None), kind, workshop=WORKSHOP))
    body = root.find("body")
    for aside in body.find_class("opmerkingen"):
        aside.drop_tree()
    words = " ".join(body.text_content().split())
    return [item.text_content() for item in body.iter("mark")] + [word for word in UNFINISHED if word in words]


@cache
def optional() -> tuple[str, ...]:
    """Return the keys of what can be left out of a plan that goes to the college."""
    found = []
    for key in leavable():
        asked = question_at_path(path_of(key))
        if asked and asked[0].nodig is None and not asked[0].verplicht and generic(key) not in NEEDED_ALL_THE_SAME:
            found.append(key)
    return tuple(found)


def final(turn: int, without: set[str], status: str) -> str:
    """Return an answer file of such a plan, without some answers that it can do without."""
    tree = json.loads(EveryAnswer(load_framework(), turn, without).text)
    tree["document"]["status"] = status
    return json.dumps(tree, ensure_ascii=False)


# A plan takes half a second: to make a failing example smaller would take minutes.
@settings(max_examples=25, phases=[Phase.reuse, Phase.generate])
@given(
    st.sets(st.sampled_from(optional()), max_size=120),
    st.integers(0, ROUNDS - 1),
    st.sampled_from(FINAL),
    st.sampled_from(kinds()),
)
def test_no_final_plan_has_a_gap(without: set[str], turn: int, status: str, kind: str) -> None:
    """Whatever is left out: either no document is made, or it has no placeholder and nothing unconfirmed."""
    text = final(turn, without, status)
    if not checked(text).stops:
        assert gaps(text, kind) == []


@pytest.mark.parametrize("kind", kinds())
@pytest.mark.parametrize("status", FINAL)
def test_a_final_plan_with_the_needed_answers_alone_has_no_gap(status: str, kind: str) -> None:
    """Everything is left out that the program does not ask for by itself."""
    text = final(0, set(optional()), status)
    assert not checked(text).stops
    assert gaps(text, kind) == []


@pytest.mark.parametrize("kind", kinds())
def test_the_example_can_be_adopted_without_a_gap(kind: str) -> None:
    """Start questions without an answer, a principle that is only proposed and a missing warning show no gap."""
    text = EXAMPLE.replace("status: concept", "status: vastgesteld", 1)
    line = "        let_op: Wij leggen vooraf uit waarom wij controleren, om onrust te voorkomen.\n"
    assert line in text
    assert gaps(text.replace(line, ""), kind) == []


@pytest.mark.parametrize("kind", kinds())
def test_money_that_is_not_certain_is_not_called_cover(kind: str) -> None:
    """The national contribution is uncertain and comes in the last year: three years fall short."""
    line = "    - {bron: rijksbijdrage, bedragen: {2026: 60000, 2027: 60000, 2028: 60000}, status: aangevraagd}\n"
    assert line in EXAMPLE
    unsure = "    - {bron: rijksbijdrage, bedragen: {2029: 240000}, status: onzeker}\n"
    answers = checked(EXAMPLE.replace(line, unsure))
    made = make_page(answers, find_house_style(None), kind, workshop=WORKSHOP)
    words = html.document_fromstring(made).text_content()
    assert "aarvoor is dekking" not in words
    assert "is gedekt" not in words
    assert "onzeker" in words or "geen dekking" in words or "240.000" not in words
