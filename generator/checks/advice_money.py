"""Advice on money and on working within the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.dutch import euro

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.answers import Antwoorden
    from generator.answers.uitvoering import Dekking, Last
    from generator.checks.report import Report
    from generator.framework import Framework

SENSITIVE = frozenset({"intel_cel", "cameratoezicht", "persoonsgerichte_aanpak"})
"""Interventions that cannot do without an assessment of the risks for privacy."""


def check(antwoorden: Antwoorden, kader: Framework, report: Report) -> None:
    """Report years in which cost and cover differ, and a missing assessment of privacy."""
    del kader
    _balance(antwoorden, report)
    _privacy_assessment(antwoorden, report)


def _balance(antwoorden: Antwoorden, report: Report) -> None:
    money = antwoorden.financien
    if money is None or not money.lasten or not money.dekking:
        return
    cost, cover = _per_year(money.lasten), _per_year(money.dekking)
    for year in sorted({*cost, *cover}):
        difference = cover.get(year, 0) - cost.get(year, 0)
        if difference:
            amounts = f"de lasten zijn {euro(cost.get(year, 0))} en de dekking is {euro(cover.get(year, 0))}"
            melding = f"In {year} zijn lasten en dekking niet gelijk: {amounts}."
            words = "te weinig" if difference < 0 else "te veel"
            remedy = f"Er is {euro(abs(difference))} {words}. Pas de bedragen aan, of leg het verschil uit."
            report.aandacht(("financien", "dekking"), melding, remedy)


def _per_year(items: Iterable[Last | Dekking]) -> dict[int, int]:
    totals: dict[int, int] = {}
    for item in items:
        for year, amount in item.bedragen.items():
            totals[year] = totals.get(year, 0) + amount
    return totals


def _privacy_assessment(antwoorden: Antwoorden, report: Report) -> None:
    sharing = antwoorden.informatiedeling
    status = sharing.dpia.status if sharing and sharing.dpia else None
    for index, item in enumerate(antwoorden.interventies):
        if item.id in SENSITIVE and status not in {"uitgevoerd", "in_uitvoering"}:
            melding = f"De interventie “{item.id}” vraagt een DPIA, en die is nog niet gedaan."
            remedy = "Vraag de privacyadviseur om een DPIA en vul informatiedeling.dpia in."
            report.aandacht(("interventies", index), melding, remedy)
