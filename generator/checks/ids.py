"""Ids and numbers in the answers that must exist in the framework, or among the goals."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.suggestions import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.answers import Antwoorden
    from generator.answers.interventies import InterventieAntwoord
    from generator.answers.randvoorwaarden import RandvoorwaardeAntwoord
    from generator.checks.report import Report
    from generator.framework import Framework, Randvoorwaarde
    from generator.source import KeyPath


def check(antwoorden: Antwoorden, kader: Framework, report: Report) -> None:
    """Report every reference that leads nowhere, and every id that stands twice."""
    _conditions(antwoorden, kader, report)
    _goals(antwoorden, report)
    _interventions(antwoorden, kader, report)


def _conditions(antwoorden: Antwoorden, kader: Framework, report: Report) -> None:
    known = {condition.id: condition for condition in kader.randvoorwaarden}
    for key, answer in antwoorden.randvoorwaarden.items():
        path: KeyPath = ("randvoorwaarden", key)
        if key not in known:
            remedy = did_you_mean(key, known) or f"Kies uit: {', '.join(known)}."
            report.wrong_key(path, f"De randvoorwaarde “{key}” staat niet in het kader.", remedy)
        elif answer is not None:
            _requirements(answer, known[key], path, report)


def _requirements(answer: RandvoorwaardeAntwoord, condition: Randvoorwaarde, path: KeyPath, report: Report) -> None:
    numbers = [str(eis.nr) for eis in condition.eisen]
    for number in answer.eisen:
        if number not in numbers:
            melding = f"De randvoorwaarde “{condition.titel}” heeft geen onderdeel {number}."
            remedy = f"Kies een nummer van 1 tot en met {numbers[-1]}."
            report.wrong_key((*path, "eisen", number), melding, remedy)
    for index, action in enumerate(answer.acties):
        if action.uit_kader is not None and action.uit_kader not in {item.nr for item in condition.acties}:
            melding = f"Het kader heeft bij “{condition.titel}” geen voorstel {action.uit_kader}."
            remedy = f"Kies een nummer van 1 tot en met {len(condition.acties)}, of haal de regel weg."
            report.fout((*path, "acties", index, "uit_kader"), melding, remedy)


def _goals(antwoorden: Antwoorden, report: Report) -> None:
    goals = antwoorden.doelen.lijst if antwoorden.doelen else ()
    _no_doubles(((("doelen", "lijst", index, "id"), goal.id) for index, goal in enumerate(goals)), "Het doel", report)


def _interventions(antwoorden: Antwoorden, kader: Framework, report: Report) -> None:
    chosen = antwoorden.interventies
    _no_doubles(
        ((("interventies", index, "id"), item.id) for index, item in enumerate(chosen)), "De interventie", report
    )
    goals = [goal.id for goal in antwoorden.doelen.lijst if goal.id] if antwoorden.doelen else []
    for index, item in enumerate(chosen):
        path = ("interventies", index)
        _intervention_id(item, kader, path, report)
        _principles(item, kader, path, report)
        for place, goal in enumerate(item.draagt_bij_aan):
            if goal not in goals:
                remedy = did_you_mean(goal, goals) or _possible(goals, "Vul eerst doelen in bij doelen.lijst.")
                report.fout((*path, "draagt_bij_aan", place), f"Het doel “{goal}” staat niet bij de doelen.", remedy)


def _intervention_id(item: InterventieAntwoord, kader: Framework, path: KeyPath, report: Report) -> None:
    known = [intervention.id for intervention in kader.interventies]
    own = {"titel": item.titel, "doel": item.doel, "resultaat": item.resultaat, "categorie": item.categorie}
    given = [name for name, value in own.items() if value is not None]
    if item.id in known:
        for name in given:
            melding = f"De interventie “{item.id}” komt uit het kader. Die heeft al een {name}."
            remedy = "Gebruik lokale_naam of lokaal_doel, of kies een eigen naam bij id."
            report.fout((*path, name), melding, remedy)
    elif item.id is not None and item.titel is None and not _is_title(item.id, known):
        remedy = did_you_mean(item.id, known)
        remedy = (
            remedy or "Kijk met: wijkplan kader interventies. Een eigen interventie heeft ook titel, doel en resultaat."
        )
        report.fout((*path, "id"), f"De interventie “{item.id}” staat niet in het kader.", remedy)
    elif item.id is not None:
        _own_intervention(item, kader, path, report)


def _is_title(name: str, known: list[str]) -> bool:
    """Tell whether a name is that of an intervention of one's own, rather than one of the framework with a slip."""
    return bool(re.search(r"[A-Z ]", name)) and not did_you_mean(name, known)


def _own_intervention(item: InterventieAntwoord, kader: Framework, path: KeyPath, report: Report) -> None:
    for name in ("doel", "resultaat"):
        if getattr(item, name) is None:
            melding = f"De eigen interventie “{item.titel or item.id}” heeft nog geen {name}."
            report.open((*path, name), melding, f"Vul {name} in.")
    categories = [category.id for category in kader.interventiecategorieen]
    if item.categorie is not None and item.categorie not in categories:
        remedy = did_you_mean(item.categorie, categories) or f"Kies uit: {', '.join(categories)}."
        report.fout((*path, "categorie"), f"De categorie “{item.categorie}” staat niet in het kader.", remedy)


def _principles(item: InterventieAntwoord, kader: Framework, path: KeyPath, report: Report) -> None:
    known = [principle.id for principle in kader.werkzame_principes]
    places = [((*path, "principes", index, "id"), choice.id) for index, choice in enumerate(item.principes)]
    _no_doubles(iter(places), "Het principe", report)
    for place, key in places:
        if key is not None and key not in known:
            remedy = did_you_mean(key, known) or f"Kies uit: {', '.join(known)}."
            report.fout(place, f"Het principe “{key}” staat niet in het kader.", remedy)


def _no_doubles(places: Iterator[tuple[KeyPath, str | None]], what: str, report: Report) -> None:
    seen: set[str] = set()
    for path, key in places:
        if key in seen:
            report.fout(
                path, f"{what} “{key}” staat er twee keer.", "Houd er één over, of geef er één een andere naam."
            )
        if key is not None:
            seen.add(key)


def _possible(names: Iterable[str], otherwise: str) -> str:
    found = ", ".join(names)
    return f"Kies uit: {found}." if found else otherwise
