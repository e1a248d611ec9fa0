"""Advice on answers that go against each other or leave something out: each where it fits, and nowhere else."""

from __future__ import annotations

from typing import get_args

import pytest
from lxml import html

from generator.answers.adviezen import ONDERWERPEN, AdviesId
from generator.checks import check
from generator.framework import load_framework
from generator.source import load
from tests.support.documents import MINIMUM, ROOT, checked, page

CASES = ROOT / "tests" / "cases"
EXAMPLE = (ROOT / "examples" / "molenkwartier" / "antwoorden.yaml").read_text(encoding="utf-8")

CONTRADICTIONS = {
    "plan-p_bedrag": {"besluit.beslispunten[2]": "€ 1.500.000. Dat bedrag staat niet bij “financien”"},
    "plan-p_budget": {"interventies[1].budget.structureel_per_jaar": "kost €\u00a0740.000 per jaar"},
    "plan-p_raad": {"besluit.raad": "er gaat geen voorstel naar de raad"},
    "plan-p_smart": {
        "doelen.lijst[1]": "geen getal en geen jaar",
        "doelen.lijst[4]": "geen getal. Dan",
    },
    "plan-p_looptijd": {
        "interventies[1].planning.start": "voor de looptijd",
        "interventies[1].planning.eind": "na de looptijd",
    },
    "plan-p_verleden": {
        "interventies[1].acties[1].wanneer": "voor de looptijd",
        "interventies[1].acties[2].wanneer": "eerder dan dit document",
    },
    "plan-p_college": {"besluit.datum_college": "eerder dan dit document (16\u00a0februari 2026)"},
    "plan-p_oporde": {
        "randvoorwaarden.cultuuromslag.status": "2 van de 2 onderdelen zijn niet beoordeeld en er staat geen bewijs",
        "randvoorwaarden.urgentiebesef.status": "onderdeel 2 is dat maar deels",
    },
    "plan-p_getekend": {"organisatie.overeenkomst.status": "bij alle partners staat dat zij hebben getekend"},
    "plan-p_streef": {
        "doelen.lijst[1].streefwaarde": "allebei 19",
        "interventies[1].indicatoren[1].streefwaarde": "gelijk aan de nulmeting",
    },
    "plan-p_partner": {"interventies[1].partners": "“Stichting Nergens” staat niet bij de partners"},
    "plan-p_naam": {"wijk.aanleiding": "de naam van iemand met een adres"},
    "plan-p_dpia": {"interventies[1]": "vraagt om een DPIA"},
}
"""Of each case the places that are told of, and words of the message."""
OWN = {
    *("beslispunt_bedrag", "datum_besluit", "doel_meetbaar", "handtekeningen", "interventie_kosten", "op_orde"),
    *("partner_onbekend", "streefwaarde", "termijn_voorbij"),
}
"""The advice that these cases are about; other messages in them are about what was left out."""


@pytest.mark.parametrize("name", CONTRADICTIONS)
def test_a_contradiction_is_told_at_its_place(name: str) -> None:
    """Each with what goes against what, and nothing of the sort elsewhere in the same file."""
    problems = check(load(CASES / f"{name}.yaml"), load_framework()).problems
    for key, words in CONTRADICTIONS[name].items():
        assert any(item.sleutel == key and words in item.melding for item in problems), (key, problems)
    assert {item.sleutel for item in problems if item.advies in OWN} <= set(CONTRADICTIONS[name])


GOAL = (
    "doelen: {lijst: [{id: D1, termijn: %s, tekst: 5 in 2026, %s}]}\n"
    "interventies: [{id: ila, draagt_bij_aan: [D1]%s}]\n"
)
MONEY = (
    "financien: {lasten: [{post: boa, bedragen: {2026: 9000}}], "
    "dekking: [{bron: %s, bedragen: {2026: %s}, status: %s}]}\n"
)
PAID = "interventies: [{id: ila, planning: {eind: %s}, budget: {structureel_per_jaar: 6000, financiers: [%s]}}]\n"
PERIOD = "document: {periode: {van: 2026, tot_en_met: %s}}\n"
MET = "organisatie: {rollen: [{rol: %s}], overleg: [{naam: kernteam, deelnemers: [%s]}]}\n"
PROBLEM = "wijk: {naam: Molenkwartier, cijfers: [{id: C1, indicator: a}], problemen: [{id: P1, wat: a%s}]}\n"
BARE = "gemeente: {naam: Elzenbeek}\n"
ADVICE = [
    ("doel_indicator", "doelen.lijst[1]", GOAL % ("lang", "eigenaar: a", ""), GOAL % ("lang", "indicator: a", "")),
    (
        "doel_indicator",
        "doelen.lijst[1]",
        GOAL % ("lang", "eigenaar: a", ""),
        GOAL % ("lang", "eigenaar: a", ", indicatoren: [a]"),
    ),
    (
        "snel_beginnen",
        "doelen.lijst[1]",
        PERIOD % 2029 + GOAL % ("kort", "indicator: a", ", planning: {start: 1-1-2027}"),
        PERIOD % 2029 + GOAL % ("kort", "indicator: a", ", planning: {start: 1-12-2026}"),
    ),
    (
        "nulmeting",
        "doelen.lijst[1].nulmeting",
        GOAL % ("kort", "nulmeting: onbekend", ""),
        GOAL % ("kort", "nulmeting: onbekend", "") + "planning: [{wat: Nulmeting klaar, wanneer: 1-6-2026}]\n",
    ),
    (
        "geld_onzeker",
        "financien.dekking[1]",
        MONEY % ("Rijk", 9000, "aangevraagd"),
        MONEY % ("Rijk", 9000, "toegezegd"),
    ),
    (
        "geld_onzeker",
        "financien.dekking[1]",
        MONEY % ("Rijk", 9000, "onzeker"),
        MONEY % ("Rijk", 9000, "onzeker") + "risicos: [{risico: Het geld van het Rijk komt niet}]\n",
    ),
    (
        "begrotingsmoment",
        "financien",
        MONEY % ("Rijk", 8000, "toegezegd"),
        MONEY % ("Rijk", 8000, "toegezegd") + "planning: [{wat: Kadernota 2027}]\n",
    ),
    (
        "interventie_kosten",
        "financien.lasten",
        MONEY
        % ("Rijk", 9000, "toegezegd")
        + "interventies: [{id: ila, budget: {structureel_per_jaar: 5000}}, {id: halt_lessen, "
        "budget: {structureel_per_jaar: 5000}}]\n",
        MONEY % ("Rijk", 9000, "toegezegd") + "interventies: [{id: ila, budget: {structureel_per_jaar: 5000}}]\n",
    ),
    (
        "tijdelijk_geld",
        "interventies[1].budget.financiers",
        PAID % ("31-12-2029", "{wie: Rijk, per_jaar: 6000, soort: tijdelijk, tot_en_met: 2028}"),
        PAID % ("31-12-2028", "{wie: Rijk, per_jaar: 6000, soort: tijdelijk, tot_en_met: 2028}"),
    ),
    (
        "tijdelijk_geld",
        "interventies[1].budget.financiers",
        PAID % ("doorlopend", "{wie: Rijk, per_jaar: 6000, soort: tijdelijk}"),
        PAID % ("doorlopend", "{wie: Rijk, per_jaar: 6000, soort: structureel}"),
    ),
    (
        "verkiezingen",
        "risicos",
        PERIOD % 2029 + "risicos: [{risico: Er wordt bezuinigd}]\n",
        PERIOD % 2029 + "risicos: [{risico: Na de verkiezingen stopt de aanpak}]\n",
    ),
    ("bewoners_in_overleg", "organisatie.overleg", MET % ("a", "politie"), MET % ("a", "politie, bewoners")),
    ("procesregisseur", "organisatie.rollen", MET % ("a", "politie"), MET % ("procesregisseur", "politie")),
    (
        "handtekeningen",
        "organisatie.overeenkomst.status",
        "organisatie: {partners: [{naam: a, getekend: nee}], overeenkomst: {status: getekend}}\n",
        "organisatie: {partners: [{naam: a, getekend: ja}], overeenkomst: {status: getekend}}\n",
    ),
    (
        "eenzijdig",
        "interventies",
        "interventies: [cameratoezicht, veiligheidsrisicogebied]\n",
        "interventies: [cameratoezicht, jongerenwerk]\n",
    ),
    ("eenzijdig", "interventies", "interventies: [jongerenwerk, halt_lessen]\n", "interventies: [jongerenwerk]\n"),
    (
        "klachten",
        "interventies[1]",
        "interventies: [{id: integrale_controles, juridisch: [Awbi]}]\n",
        "interventies: [{id: integrale_controles, juridisch: [Awbi, klachtenregeling]}]\n",
    ),
    (
        "som_der_delen",
        "interventies[1].principes[1]",
        "randvoorwaarden: {gezamenlijke_visie: deels}\ninterventies: [{id: ila, principes: [som_meer_dan_delen]}]\n",
        "randvoorwaarden: {gezamenlijke_visie: op_orde}\ninterventies: [{id: ila, principes: [som_meer_dan_delen]}]\n",
    ),
]
"""Each advice with the place that it is given at, answers that ask for it, and answers that do not."""


@pytest.mark.parametrize(("advies", "key", "asking", "at_rest"), ADVICE)
def test_advice_is_given_where_it_fits_and_only_there(advies: str, key: str, asking: str, at_rest: str) -> None:
    """One answer makes the difference."""
    given = {item.sleutel for item in checked(MINIMUM + asking).aandacht if item.advies == advies}
    assert given == {key}
    result = checked(MINIMUM + at_rest)
    assert result.fouten == ()
    assert advies not in {item.advies for item in result.aandacht}


@pytest.mark.parametrize(
    ("advies", "asking", "at_rest"),
    [
        ("probleem_cijfer", "", ", cijfers: [C1]"),
        ("probleem_interventie", ", cijfers: [C1]", ", cijfers: [C1], doelen: [D1]"),
    ],
)
def test_a_problem_leads_to_a_figure_and_an_intervention(advies: str, asking: str, at_rest: str) -> None:
    """By its own name, or by a goal that an intervention contributes to."""
    rest = GOAL % ("lang", "indicator: a", "")
    given = {item.sleutel for item in checked(BARE + PROBLEM % asking + rest).aandacht if item.advies == advies}
    assert given == {"wijk.problemen[1]"}
    assert advies not in {item.advies for item in checked(BARE + PROBLEM % at_rest + rest).aandacht}


@pytest.mark.parametrize(
    "said",
    [
        "€ 829.000",
        "€ 589.000",
        "€ 0,8 miljoen",
        "€ 74.000",
        "€ 60.000",
        "€ 145.000",
    ],
)
def test_an_amount_of_the_tables_is_no_contradiction(said: str) -> None:
    """The total, a sum of some sources, a rounded one, one of a year, what falls short, and a sum of two items."""
    text = EXAMPLE.replace(
        "- De burgemeester aan te wijzen", f"- Voor {said} een voorstel te doen.\n    - De burgemeester aan te wijzen"
    )
    assert text != EXAMPLE
    assert "beslispunt_bedrag" not in {item.advies for item in checked(text).aandacht}


def test_the_full_example_contradicts_itself_nowhere() -> None:
    """What is left of advice there is about what is still to be done, and each answered advice would be given."""
    assert {item.advies for item in checked(EXAMPLE).aandacht} == {
        *("dpia", "lasten_dekking", "principe_bevestigd", "startvragen"),
    }


def test_advice_that_was_answered_is_not_given_and_its_reason_prints() -> None:
    """The reason stands in the plan with what it is about, in a control with its key."""
    text = f"{MINIMUM}{MET % ('a', 'politie')}"
    assert {"bewoners_in_overleg", "procesregisseur"} <= {item.advies for item in checked(text).aandacht}
    answered = f"{text}bewust: {{procesregisseur: Die komt in 2027.}}\n"
    left = {item.advies for item in checked(answered).problems}
    assert "bewoners_in_overleg" in left
    assert "procesregisseur" not in left
    (shown,) = html.document_fromstring(page(answered)).iterfind(".//*[@data-antwoord='bewust.procesregisseur']")
    assert shown.text_content() == "Die komt in 2027."
    assert shown.getparent().text_content().strip() == "De procesregisseur. Die komt in 2027."


def test_each_advice_says_the_name_under_which_it_is_answered() -> None:
    """Wherever it is shown."""
    for item in checked(EXAMPLE.partition("\nbewust:")[0]).aandacht:
        assert f"“bewust.{item.advies}”" in item.oplossing or not item.advies


def test_an_unknown_name_of_advice_is_a_fault_with_the_name_that_was_meant() -> None:
    """At its place, and the advice stays."""
    result = checked(f"{MINIMUM}{MET % ('a', 'politie')}bewust: {{procesregiseur: Die komt in 2027.}}\n")
    (fault,) = result.fouten
    assert (fault.sleutel, fault.oplossing) == ("bewust.procesregiseur", "Bedoelde je “procesregisseur”?")
    assert "procesregisseur" in {item.advies for item in result.aandacht}


def test_a_reason_for_what_is_not_advised_is_told() -> None:
    """The plan prints it, so it should have an occasion."""
    (told,) = checked(f"{MINIMUM}bewust: {{eenzijdig: Handhaving komt later.}}\n").aandacht
    assert (told.sleutel, told.advies) == ("bewust.eenzijdig", "")


def test_every_advice_that_can_be_answered_has_a_subject() -> None:
    """And the other way round."""
    assert set(get_args(AdviesId)) == set(ONDERWERPEN)
