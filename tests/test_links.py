"""Answers that lead to other answers: figures, problems, goals, tasks and interventions."""

from __future__ import annotations

import pytest

from generator.framework import load_framework
from generator.plan import build
from tests.support.documents import checked, page

LINKED = """
gemeente: {naam: Elzenbeek}
wijk:
  naam: Molenkwartier
  deelgebieden: [{naam: Havenbuurt}]
  cijfers:
    - {id: C1, indicator: onveilig, gemeente: 31%, jaar: 2024, bron: monitor}
    - {id: C2, indicator: meldingen, wijk: 8, jaar: 2024, bron: politie, gebied: Havenbuurt}
  problemen: [{id: P1, wat: Bewoners voelen zich onveilig., cijfers: [C1], doelen: [D1]}]
doelen:
  lijst: [{id: D1, termijn: kort, tekst: Minder onveilig., cijfer: C1, reeks: {2023: 33, 2024: 31}}]
  opgaven: [{naam: Veilig, doelen: [D1], interventies: [ila]}]
interventies: [{id: ila, draagt_bij_aan: [D1], problemen: [P1]}]
"""


def test_links_that_lead_somewhere_are_no_fault() -> None:
    """A figure of the municipality alone needs no number for the neighbourhood."""
    found = checked(LINKED)
    assert not found.fouten
    assert not [problem for problem in found.open if problem.sleutel.startswith("wijk.cijfers")]


@pytest.mark.parametrize(
    ("link", "key"),
    [
        ("gebied: Havenbuurt", "wijk.cijfers[2].gebied"),
        ("cijfers: [C1]", "wijk.problemen[1].cijfers[1]"),
        ("doelen: [D1]}]\ndoelen", "wijk.problemen[1].doelen[1]"),
        ("cijfer: C1", "doelen.lijst[1].cijfer"),
        ("doelen: [D1], interventies", "doelen.opgaven[1].doelen[1]"),
        ("interventies: [ila]", "doelen.opgaven[1].interventies[1]"),
        ("draagt_bij_aan: [D1]", "interventies[1].draagt_bij_aan[1]"),
        ("problemen: [P1]", "interventies[1].problemen[1]"),
    ],
)
def test_a_link_that_leads_nowhere_is_a_fault_at_its_place(link: str, key: str) -> None:
    """The remedy names what there is."""
    wrong = link
    for name in ("Havenbuurt", "C1", "D1", "P1", "ila"):
        wrong = wrong.replace(name, "Zoek")
    assert LINKED.count(link) == 1
    (problem,) = checked(LINKED.replace(link, wrong)).fouten
    assert problem.sleutel == key
    assert "“Zoek” staat niet bij de" in problem.melding


def test_an_id_that_stands_twice_is_a_fault() -> None:
    """A link to it could mean either."""
    keys = [problem.sleutel for problem in checked(LINKED.replace("id: C2", "id: C1")).fouten]
    assert keys == ["wijk.cijfers[2].id"]


def test_a_figure_without_any_number_is_an_open_point() -> None:
    """That of the neighbourhood or that of the municipality is enough, but one must be there."""
    keys = {problem.sleutel for problem in checked(LINKED.replace("gemeente: 31%, ", "")).open}
    assert "wijk.cijfers[1].wijk" in keys


def test_what_the_framework_says_of_an_intervention_may_be_said_otherwise() -> None:
    """Where it is not true here the municipality's own words stand in its place, and nothing of the framework's."""
    own = "interventies: [{id: ila, doel: Wij leggen plannen naast elkaar., resultaat: Eén lijst met zaken.}]\n"
    text = LINKED.replace("interventies: [{id: ila, draagt_bij_aan: [D1], problemen: [P1]}]\n", own)
    found = checked(text)
    assert not found.fouten
    (item,) = build(found.antwoorden, load_framework()).interventies
    assert (item.doel, item.resultaat) == ("Wij leggen plannen naast elkaar.", "Eén lijst met zaken.")
    of_framework = load_framework().interventie("ila")
    shown = page(text)
    assert "Wij leggen plannen naast elkaar." in shown
    assert "Eén lijst met zaken." in shown
    assert of_framework.doel not in shown
    assert of_framework.beoogd_resultaat not in shown


def test_who_says_why_the_start_is_made_now_is_not_asked_again() -> None:
    """The advice to put the basis in order first is answered by the reason for beginning anyway."""
    asked = [problem.oplossing for problem in checked(LINKED).aandacht if problem.sleutel == "interventies"]
    assert len(asked) == 1
    assert "start_motivering" in asked[0]
    answered = checked(f"start_motivering: Wachten maakt het erger.\n{LINKED}")
    assert not [problem for problem in answered.aandacht if problem.sleutel == "interventies"]


@pytest.mark.parametrize(("until", "advised"), [(2034, 1), (2035, 0)])
def test_a_pact_of_ten_years_is_long_enough(until: int, advised: int) -> None:
    """A plan of four years that carries out a part of it is no short approach."""
    years = f"document: {{periode: 2026 - 2029, pactperiode: 2026 - {until}}}\n"
    found = [problem for problem in checked(years + LINKED).aandacht if problem.sleutel == "document.periode"]
    assert len(found) == advised
