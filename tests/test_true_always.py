"""What a plan says is no more than what was answered: money, what is in order, and what nobody confirmed."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from generator.framework import load_framework
from tests.support.documents import MINIMUM, ROOT, checked, page
from tests.support.every_answer import ROUNDS, EveryAnswer

FULL = (ROOT / "examples" / "molenkwartier" / "antwoorden.yaml").read_text(encoding="utf-8")


def shown(text: str) -> str:
    """Return the words of the plan for these answers, without what is said beside the text."""
    root = html.document_fromstring(page(text))
    for aside in root.find_class("opmerkingen"):
        aside.drop_tree()
    return " ".join("".join(part.text_content() for part in root.iter("body")).replace("\u00a0", " ").split())


def money(cost: dict[int, int], *cover: tuple[str | None, dict[int, int]]) -> str:
    """Return answers about money with this cost and this cover."""
    lines = [{"bron": "b", "bedragen": amounts, **({"status": status} if status else {})} for status, amounts in cover]
    return MINIMUM + f"financien: {json.dumps({'lasten': [{'post': 'p', 'bedragen': cost}], 'dekking': lines})}\n"


@pytest.mark.parametrize(
    ("cover", "said"),
    [
        ([("toegezegd", {2026: 100, 2027: 100})], "Dat bedrag is voor elk jaar toegezegd."),
        (
            [("toegezegd", {2026: 100}), ("aangevraagd", {2027: 100})],
            "Van de dekking is € 100 toegezegd en € 100 aangevraagd. Komt het geld dat nog niet is toegezegd er niet, "
            "dan is 2027 het eerste jaar met een tekort.",
        ),
        (
            [("toegezegd", {2026: 100}), ("onzeker", {2027: 40})],
            "Van de dekking is € 100 toegezegd en € 40 nog niet zeker. Voor € 60 is er geen dekking, voor het eerst in "
            "2027.",
        ),
        ([(None, {2026: 100, 2027: 100})], "Van de dekking is € 200 nog niet zeker."),
        (
            [("toegezegd", {2026: 200})],
            "Van de dekking is € 200 toegezegd. Voor € 100 is er geen dekking, voor het eerst in 2027.",
        ),
        ([], "Daarvoor is nog geen dekking."),
    ],
)
def test_money_is_told_as_certain_as_it_is(cover: list[tuple[str | None, dict[int, int]]], said: str) -> None:
    """Promised, applied for and uncertain are told apart, and so is the first year that falls short."""
    text = shown(money({2026: 100, 2027: 100}, *cover))
    assert f"De aanpak kost € 200 in twee jaar. {said}" in text
    assert "Daarvoor is dekking" not in text


def test_a_goal_is_never_to_reach_its_baseline() -> None:
    """Without a target, the year is that of the goal and not of the figure before it, which may be long ago."""
    goal = "{id: D1, termijn: kort, tekst: Minder overlast., indicator: meldingen, nulmeting: '143', jaar: 2026}"
    text = shown(MINIMUM + f"doelen: {{lijst: [{goal}]}}\n")
    assert "De nulmeting is 143. Het doel moet bereikt zijn in 2026." in text


@pytest.mark.parametrize(
    ("answers", "stands"),
    [
        ("status: op_orde", False),
        ("status: op_orde, onderbouwing: Omdat.", False),
        ("status: op_orde, onderbouwing: Omdat., eisen: {1: op_orde, 2: op_orde, 3: op_orde}", False),
        ("status: op_orde, eisen: {1: op_orde, 2: op_orde, 3: op_orde, 4: op_orde}", False),
        ("status: op_orde, onderbouwing: Omdat., eisen: {1: op_orde, 2: op_orde, 3: op_orde, 4: op_orde}", True),
    ],
)
def test_nothing_is_in_order_without_a_reason_and_a_look_at_each_part(answers: str, stands: bool) -> None:
    """A condition counts as in order when somebody said why, and looked at everything that the framework asks."""
    text = shown(MINIMUM + f"randvoorwaarden: {{bestuurskracht: {{{answers}}}}}\n")
    assert ("Geen is al op orde." in text) == (not stands)
    assert ("is er één op orde" in text) == stands
    assert ("Er zijn nu geen acties nodig." in text) == stands
    assert ("telt deze randvoorwaarde in dit plan nog niet als op orde" in text) == (not stands)


@pytest.mark.parametrize("status", ["ter_besluitvorming", "vastgesteld"])
def test_a_plan_that_is_no_draft_holds_nothing_that_nobody_confirmed(status: str) -> None:
    """No gap, no principle that is a proposal and no question without an answer stand in it."""
    text = FULL.replace("status: concept", f"status: {status}", 1)
    assert 'class="open"' not in page(text)
    whole = shown(text)
    assert "nog niet bevestigd" not in whole
    assert "◌" not in whole
    assert "nog niet bevestigd" in shown(FULL)


@pytest.mark.slow
@settings(max_examples=8)
@given(
    st.sampled_from(["ter_besluitvorming", "vastgesteld"]),
    st.integers(0, ROUNDS - 1),
    st.sets(st.integers(0, 6), max_size=7),
    st.sampled_from(["principes", "acties", ""]),
)
def test_no_plan_that_is_no_draft_has_a_gap(status: str, turn: int, left_out: set[int], part: str) -> None:
    """Whatever answers that a plan can do without are left out, one that is ready and has no open point has no gap."""
    kader = load_framework()
    names = [item.id for item in kader.startvragen]
    without = {f"interventies[{number}].startvragen.{names[index]}" for number in (1, 2, 3) for index in left_out}
    without |= {f"interventies[{number}].{part}" for number in (1, 2) if part}
    answers = json.loads(EveryAnswer(kader, turn, without).text)
    answers["document"]["status"] = status
    text = json.dumps(answers, ensure_ascii=False)
    assert not checked(text).open
    assert 'class="open"' not in page(text)


def test_the_order_of_the_blocks_is_no_reason_to_begin() -> None:
    """A plan says how many blocks are in order, and never that it begins at the lowest."""
    assert "beginnen wij bij de onderste" not in shown(FULL)
    assert "rusten op elkaar" not in shown(FULL)
    assert "startvragen beantwoord" not in shown(MINIMUM + "interventies: [{id: ila}]\n")
