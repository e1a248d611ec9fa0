"""Amounts and figures as people give them: any spelling is the same amount, and totals say what they leave out."""

from __future__ import annotations

from decimal import Decimal

import jsonschema
import pytest
from hypothesis import given

from generator.answers.kinds import Aantal, Bedrag, Getal, Hoeveelheid
from generator.answers.kinds.hoeveelheid import zoveel
from generator.problems import ProblemsError, Soort
from tests.support.documents import MINIMUM, checked, page
from tests.support.spellings import spelled_amounts, spelled_counts
from tests.test_plan_counts import plan, root, rows, text


@given(spelled_amounts())
def test_any_spelling_of_an_amount_is_the_same_amount(spelled: tuple[str, Hoeveelheid]) -> None:
    """With or without the sign of the euro, points, spaces and a multiplier; the editor takes each of them too."""
    written, amount = spelled
    assert Bedrag().parse(written) == Bedrag().read_back(written) == amount
    assert Bedrag().remark(written) is None
    jsonschema.validate(written, Bedrag().schema())


@given(spelled_counts())
def test_any_spelling_of_a_count_is_the_same_count(spelled: tuple[str, Hoeveelheid]) -> None:
    """What is said of the number stays with it."""
    written, count = spelled
    assert Aantal().parse(written) == count
    jsonschema.validate(written, Aantal().schema())


@pytest.mark.parametrize(
    ("kind", "written", "shown"),
    [
        (Bedrag(), "1,2 mln", "€ 1.200.000"),
        (Bedrag(), "€ 1,25 miljoen", "€ 1.250.000"),
        (Bedrag(), "2 ton", "€ 200.000"),
        (Bedrag(), "PM", "PM"),
        (Bedrag(), "p.m.", "PM"),
        (Bedrag(), "nihil", "€ 0"),
        (Bedrag(), "10.000 - 15.000", "€ 10.000 tot € 15.000"),
        (Bedrag(), "tussen de € 10.000 en € 15.000", "€ 10.000 tot € 15.000"),
        (Bedrag(), "10-15k", "€ 10.000 tot € 15.000"),
        (Bedrag(), "max. € 10.000", "maximaal € 10.000"),
        (Getal(), "47,6%", "47,6%"),
        (Getal(), "46,7 procent", "46,7%"),
        (Getal(), "5 tot 10%", "5% tot 10%"),
        (Getal(), "n.b.", "onbekend"),
        (Getal(), "nvt", "n.v.t."),
        (Getal(), "Een derde", "een derde"),
        (Getal(), ">5", "meer dan 5"),
        (Getal(), "5.840.000", "5.840.000"),
        (Getal(), "−3", "-3"),
        (Aantal(), "14 duizend", "14.000"),
        (Aantal(), "300-400", "300 tot 400"),
    ],
)
def test_an_amount_prints_as_it_was_meant(kind: Bedrag | Getal | Aantal, written: str, shown: str) -> None:
    """Words stay words, bounds stay bounds, and the print reads back as the same."""
    value = kind.parse(written)
    assert value.tekst.replace("\u00a0", " ") == shown
    assert kind.read_back(value.tekst) == value
    assert kind.parse(kind.write(value)) == value
    jsonschema.validate(written, kind.schema())


@pytest.mark.parametrize(
    ("kind", "written", "words"),
    [
        (Getal(), "1.234", "1234 (zonder punt) of 1,234"),
        (Bedrag(), "1.250 mln", "niet duidelijk"),
        (Bedrag(), "100,000", "niet duidelijk"),
        (Bedrag(), "6,1", "hele euro’s"),
        (Bedrag(), "$ 100", "hele euro’s"),
        (Bedrag(), "-5", "hele euro’s"),
        (Bedrag(), "15.000 - 10.000", "niet kleiner"),
        (Aantal(), "6,5", "geen heel getal"),
    ],
)
def test_an_amount_that_can_be_two_things_is_asked(kind: Bedrag | Getal | Aantal, written: str, words: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(ProblemsError) as caught:
        kind.parse(written)
    assert words in caught.value.problems[0].sentences


def test_cents_are_rounded_and_that_is_told() -> None:
    """Half a euro goes up; the advice says what became of the amount, at its place."""
    assert Bedrag().parse("€ 1.234,56") == zoveel(1235, "€")
    assert Bedrag().parse("1234,50") == zoveel(1235, "€")
    assert Bedrag().parse("€ 1.234,49").getal == Decimal(1234)
    answers = "financien: {lasten: [{bedragen: {2026: '€ 1.234,56'}}]}\n"
    [told] = [problem for problem in checked(MINIMUM + answers).aandacht if "afgerond" in problem.melding]
    assert (told.sleutel, told.soort) == ("financien.lasten[1].bedragen.2026", Soort.AANDACHT)
    assert told.melding == "“€ 1.234,56” is afgerond op €\u00a01.235."


MONEY = (
    "financien:\n"
    "  lasten: [{post: a, bedragen: {2026: 10.000 - 15.000, 2027: PM}}, {post: b, bedragen: {2026: ca. 5.000}}]\n"
    "  dekking: [{bron: c, bedragen: {2026: tussen 12.000 en 20.000, 2027: onbekend}}]\n"
)


def test_totals_say_what_they_leave_out_and_how_bounds_count() -> None:
    """The highest bound counts as cost, the lowest as cover, and a word is no number."""
    begroting = plan(MONEY).begroting
    assert begroting is not None
    assert begroting.lasten_per_jaar == (20000, 0)
    assert begroting.dekking_per_jaar == (12000, 0)
    assert not begroting.exact
    assert not begroting.dekking_in_beeld
    assert begroting.telling == (
        "Een bedrag dat PM of onbekend is, telt niet mee in de totalen."
        " Van twee grenzen telt bij de lasten de hoogste mee, en bij de dekking de laagste."
        " Een bedrag dat niet precies vaststaat, telt mee zoals het er staat."
    )
    for document in (root(MONEY).get_element_by_id("financien").getparent(),):
        assert begroting.telling in text(document)
    assert [row[2:4] for row in rows(root(MONEY), "Lasten per jaar")] == [
        ["€ 10.000 tot € 15.000", "PM"],
        ["ca. € 5.000", "–"],
    ]


@pytest.mark.parametrize("amount", ["PM", "ca. 1000"])
def test_a_plan_with_unknown_amounts_does_not_say_that_they_are_covered(amount: str) -> None:
    """Cost and cover that are even in numbers are not even where a cost has none."""
    money = (
        "financien:\n"
        f"  lasten: [{{post: a, bedragen: {{2026: 1000}}}}, {{post: b, bedragen: {{2026: {amount}}}}}]\n"
        f"  dekking: [{{bron: c, bedragen: {{2026: {1000 if amount == 'PM' else 2000}}}}}]\n"
    )
    assert "Daarvoor is dekking" not in page(MINIMUM + money)
    assert "Dekking en lasten zijn in elk jaar gelijk, voor zover ze nu bekend zijn." in page(MINIMUM + money)


def test_what_is_known_to_be_unknown_is_an_answer() -> None:
    """`onbekend` prints as such, and is no open point; a chart is made of exact figures alone."""
    figures = ", ".join(
        f"{{indicator: '{name}', wijk: '{wijk}', gemeente: '47,6%', jaar: 2024}}"
        for name, wijk in (("a", "nb"), ("b", "50%"), ("c", "ca. 30%"), ("d", "40%"))
    )
    answers = MINIMUM.replace("wijk: {naam", f"wijk: {{inwoners: onbekend, cijfers: [{figures}], naam")
    keys = {problem.sleutel for problem in checked(answers).open}
    assert not keys & {"wijk.cijfers[1].wijk", "wijk.inwoners"}
    shown = page(answers)
    assert "Het aantal inwoners is: " in shown
    assert "onbekend</span>" in shown
    assert 'data-rijen="2 4"' in shown
