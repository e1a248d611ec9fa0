"""The framework's advice on goals, duration and figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.answers import Antwoorden
    from generator.checks.report import Report
    from generator.framework import Framework

SHORTEST = 10
"""Years: the framework counts on 10 to 20."""


def check(antwoorden: Antwoorden, kader: Framework, report: Report) -> None:
    """Report goals that are missing or unused, a short duration, and figures without a source."""
    del kader
    _terms(antwoorden, report)
    _unused_goals(antwoorden, report)
    _duration(antwoorden, report)
    _figures(antwoorden, report)


def _terms(antwoorden: Antwoorden, report: Report) -> None:
    if antwoorden.doelen is None or not antwoorden.doelen.lijst:
        return
    present = {goal.termijn for goal in antwoorden.doelen.lijst}
    for term in ("kort", "lang"):
        if term not in present:
            melding = (
                f"Er is geen doel voor de {term}e termijn."
                if term == "kort"
                else "Er is geen doel voor de lange termijn."
            )
            remedy = "Het kader vraagt om doelen voor de korte én de lange termijn. Voeg er één toe."
            report.aandacht(("doelen", "lijst"), melding, remedy)


def _unused_goals(antwoorden: Antwoorden, report: Report) -> None:
    if antwoorden.doelen is None or not antwoorden.interventies:
        return
    used = {goal for item in antwoorden.interventies for goal in item.draagt_bij_aan}
    for index, goal in enumerate(antwoorden.doelen.lijst):
        if goal.id is not None and goal.id not in used:
            melding = f"Geen enkele interventie draagt bij aan doel {goal.id}."
            remedy = "Kies een interventie bij dit doel, of haal het doel weg."
            report.aandacht(("doelen", "lijst", index), melding, remedy)


def _duration(antwoorden: Antwoorden, report: Report) -> None:
    period = antwoorden.document.periode
    if period is None or period.van is None or period.tot_en_met is None:
        return
    years = period.tot_en_met - period.van + 1
    if 0 < years < SHORTEST:
        melding = f"Het plan duurt {years} jaar. Het kader gaat uit van 10 tot 20 jaar."
        remedy = "Leg uit hoe de aanpak daarna doorgaat, bijvoorbeeld bij de randvoorwaarde langdurige_aanpak."
        report.aandacht(("document", "periode"), melding, remedy)


def _figures(antwoorden: Antwoorden, report: Report) -> None:
    for index, figure in enumerate(antwoorden.wijk.cijfers):
        missing = [name for name in ("bron", "jaar") if getattr(figure, name) is None]
        if missing:
            melding = f"Het cijfer “{figure.indicator or 'zonder naam'}” heeft geen {' en geen '.join(missing)}."
            remedy = "Zet erbij waar het cijfer vandaan komt en uit welk jaar het is."
            report.aandacht(("wijk", "cijfers", index), melding, remedy)
