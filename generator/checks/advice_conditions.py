"""The framework's advice on conditions: act on what is not in order, and build on a sound basis."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.answers import Antwoorden
    from generator.answers.randvoorwaarden import RandvoorwaardeAntwoord
    from generator.checks.report import Report
    from generator.framework import Framework

BASIS = ("urgentiebesef", "lokale_kracht")
"""The conditions of the lowest building block, which the others rest on."""


def check(antwoorden: Antwoorden, kader: Framework, report: Report) -> None:
    """Report conditions that need an action, and interventions that come before their basis."""
    for condition in kader.randvoorwaarden:
        answer = antwoorden.randvoorwaarden.get(condition.id)
        if answer is not None and answer.status not in (None, "op_orde") and not _has_action(answer):
            status = {"deels": "deels op orde", "niet": "niet op orde"}.get(str(answer.status), "nog onbekend")
            melding = f"“{condition.titel}” is {status}, maar er is geen actie met wie en wanneer."
            remedy = f"Voeg een actie toe. Het kader stelt voor: {condition.acties[0].tekst}"
            report.aandacht(("randvoorwaarden", condition.id), melding, remedy)
    _basis(antwoorden, kader, report)


def _has_action(answer: RandvoorwaardeAntwoord) -> bool:
    return any(action.wat and action.wie and action.wanneer for action in answer.acties)


def _basis(antwoorden: Antwoorden, kader: Framework, report: Report) -> None:
    if not antwoorden.interventies:
        return
    answers = {key: antwoorden.randvoorwaarden.get(key) for key in BASIS}
    weak = [kader.randvoorwaarde(key).titel for key, answer in answers.items() if _is_weak(answer)]
    if weak:
        names = " en ".join(f"“{name}”" for name in weak)
        melding = f"Er zijn interventies gekozen, maar de basis is nog niet op orde: {names}."
        remedy = "Volgens het kader breng je eerst de basis op orde. Leg anders uit waarom jullie nu al beginnen."
        report.aandacht(("interventies",), melding, remedy)


def _is_weak(answer: RandvoorwaardeAntwoord | None) -> bool:
    return answer is None or answer.status != "op_orde"
