"""From problem to goal to intervention: whether each leads to the next, and whether a goal can be measured."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.answers.kinds.kind import folded

if TYPE_CHECKING:
    from generator.answers import Antwoorden
    from generator.answers.doelen import Doel
    from generator.answers.interventies import Indicator, InterventieAntwoord
    from generator.checks.report import Report
    from generator.framework import Framework
    from generator.source import KeyPath

_YEAR = re.compile(r"(?<!\d)(?:19|20|21)\d\d(?!\d)")
_NUMBER = re.compile(
    r"\d|(?<!\w)(?:één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|helft|kwart|derde|dubbel\w*|verdubbel\w*"
    r"|halve\w*|geen|alle|iedereen|niemand|elke?)(?!\w)",
    re.IGNORECASE,
)
"""A number in digits or in words, also one that is none or all."""


def check(antwoorden: Antwoorden, _kader: Framework, report: Report) -> None:
    """Report goals that nobody can measure or begin with, and problems that lead nowhere."""
    for index, goal in enumerate(antwoorden.doelen.lijst if antwoorden.doelen else ()):
        path = ("doelen", "lijst", index)
        _measurable(goal, path, report)
        _no_change(goal, path, report)
        served = [item for item in antwoorden.interventies if goal.id is not None and goal.id in item.draagt_bij_aan]
        _without_indicator(goal, served, path, report)
        _not_begun(goal, served, antwoorden, path, report)
    for index, item in enumerate(antwoorden.interventies):
        for number, indicator in enumerate(item.indicatoren):
            _no_change(indicator, ("interventies", index, "indicatoren", number), report)
    _problems(antwoorden, report)
    _baselines(antwoorden, report)


def _measurable(goal: Doel, path: KeyPath, report: Report) -> None:
    if goal.tekst is None:
        return
    missing = []
    if not _NUMBER.search(_YEAR.sub("", goal.tekst)) and goal.streefwaarde is None:
        missing.append("geen getal")
    if not _YEAR.search(goal.tekst) and goal.jaar is None:
        missing.append("geen jaar")
    if missing:
        melding = f"Dit doel noemt {' en '.join(missing)}. Dan is later niet te zeggen of het is gehaald."
        remedy = "Noem in “tekst” hoeveel en wanneer, of vul “streefwaarde” en “jaar” in."
        report.aandacht(path, melding, remedy, "doel_meetbaar")


def _no_change(measured: Doel | Indicator, path: KeyPath, report: Report) -> None:
    now, target = measured.nulmeting, measured.streefwaarde
    if now is not None and target is not None and folded(now).casefold() == folded(target).casefold():
        melding = f"De streefwaarde is gelijk aan de nulmeting: allebei {now}. Dan hoeft er niets te veranderen."
        remedy = "Controleer “nulmeting” en “streefwaarde”."
        report.aandacht((*path, "streefwaarde"), melding, remedy, "streefwaarde")


def _without_indicator(goal: Doel, served: list[InterventieAntwoord], path: KeyPath, report: Report) -> None:
    measured = goal.cijfer or goal.indicator or goal.streefwaarde
    if served and not measured and not any(item.indicatoren for item in served):
        melding = (
            "Voor dit doel is er geen indicator: niet bij het doel, en niet bij de interventies die eraan bijdragen."
        )
        remedy = "Vul bij het doel “cijfer” of “indicator” in, of “indicatoren” bij een van die interventies."
        report.aandacht(path, melding, remedy, "doel_indicator")


def _not_begun(
    goal: Doel, served: list[InterventieAntwoord], antwoorden: Antwoorden, path: KeyPath, report: Report
) -> None:
    """Report a goal for the short term for which nothing begins in the first year of the plan."""
    first = antwoorden.document.periode.van if antwoorden.document.periode else None
    if goal.termijn != "kort" or first is None or not served:
        return
    starts = [item.planning.start for item in served if item.fase != "lopend" and item.planning and item.planning.start]
    if len(starts) == len(served) and all(start.begin.year > first and not start.onbekend for start in starts):
        melding = f"Dit doel is voor de korte termijn, maar in {first} begint er nog geen interventie voor."
        remedy = "Laat er één eerder beginnen, of maak er een doel voor de lange termijn van."
        report.aandacht(path, melding, remedy, "snel_beginnen")


def _problems(antwoorden: Antwoorden, report: Report) -> None:
    """Report problems without a figure, and those that no intervention takes on."""
    taken_on = {key for item in antwoorden.interventies for key in item.problemen}
    goals = {key for item in antwoorden.interventies for key in item.draagt_bij_aan}
    for index, problem in enumerate(antwoorden.wijk.problemen):
        path = ("wijk", "problemen", index)
        if antwoorden.interventies and problem.id not in taken_on and not goals.intersection(problem.doelen):
            melding = "Geen enkele interventie pakt dit probleem aan."
            remedy = "Noem het kenmerk bij “problemen” van een interventie, of kies een interventie die erbij past."
            report.aandacht(path, melding, remedy, "probleem_interventie")
        if antwoorden.wijk.cijfers and not problem.cijfers:
            melding = "Bij dit probleem staat geen cijfer. De lezer kan niet zien hoe groot het is."
            remedy = "Noem bij “cijfers” het kenmerk van een cijfer dat het laat zien."
            report.aandacht(path, melding, remedy, "probleem_cijfer")


def _baselines(antwoorden: Antwoorden, report: Report) -> None:
    """Report a figure to begin with that nobody knows, in a plan that does not say when it is measured."""
    planned = [moment.wat for moment in antwoorden.planning]
    planned += [action.wat for item in antwoorden.interventies for action in item.acties]
    planned += [action.wat for item in antwoorden.randvoorwaarden.values() if item for action in item.acties]
    if any(wat and "nulmeting" in wat.casefold() for wat in planned):
        return
    goals = antwoorden.doelen.lijst if antwoorden.doelen else ()
    places: list[tuple[KeyPath, Doel | Indicator]] = [
        (("doelen", "lijst", index), goal) for index, goal in enumerate(goals)
    ]
    places += [
        (("interventies", index, "indicatoren", number), indicator)
        for index, item in enumerate(antwoorden.interventies)
        for number, indicator in enumerate(item.indicatoren)
    ]
    for path, measured in places:
        if measured.nulmeting is not None and measured.nulmeting.casefold().startswith("onbekend"):
            melding = "De nulmeting is onbekend, en het plan zegt niet wanneer die er is."
            remedy = "Zet de nulmeting bij “planning” of bij “acties”, met een datum."
            report.aandacht((*path, "nulmeting"), melding, remedy, "nulmeting")
