"""Ids and numbers in the answers that must exist in the framework, or elsewhere among the answers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.answers.shape import field_at
from generator.suggestions import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.answers import Antwoorden
    from generator.answers.doelen import Doel
    from generator.answers.interventies import InterventieAntwoord
    from generator.answers.randvoorwaarden import RandvoorwaardeAntwoord
    from generator.answers.wijk import Cijfer, Probleem
    from generator.checks.report import Report
    from generator.framework import Framework, Randvoorwaarde
    from generator.source import KeyPath


def check(antwoorden: Antwoorden, kader: Framework, report: Report) -> None:
    """Report every reference that leads nowhere, and every id that stands twice."""
    _conditions(antwoorden, kader, report)
    _unique(antwoorden, report)
    _links(antwoorden, report)
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


def _unique(antwoorden: Antwoorden, report: Report) -> None:
    """Report every id that stands twice among things of one kind."""
    goals = antwoorden.doelen.lijst if antwoorden.doelen else ()
    lists: tuple[tuple[KeyPath, Sequence[Cijfer | Probleem | Doel | InterventieAntwoord], str], ...] = (
        (("wijk", "cijfers"), antwoorden.wijk.cijfers, "Het cijfer"),
        (("wijk", "problemen"), antwoorden.wijk.problemen, "Het probleem"),
        (("doelen", "lijst"), goals, "Het doel"),
        (("interventies",), antwoorden.interventies, "De interventie"),
    )
    for path, items, what in lists:
        _no_doubles((((*path, index, "id"), item.id) for index, item in enumerate(items)), what, report)


def _links(antwoorden: Antwoorden, report: Report) -> None:
    """Report every link between figures, problems, goals, tasks and interventions that leads nowhere."""
    wijk, doelen = antwoorden.wijk, antwoorden.doelen
    cijfers = [cijfer.id for cijfer in wijk.cijfers if cijfer.id]
    problemen = [probleem.id for probleem in wijk.problemen if probleem.id]
    goals = [goal.id for goal in doelen.lijst if goal.id] if doelen else []
    interventies = [item.id for item in antwoorden.interventies if item.id]
    to_figure = _Target(cijfers, "Het cijfer “{}” staat niet bij de cijfers.", "Geef het een id bij wijk.cijfers.")
    to_problem = _Target(problemen, "Het probleem “{}” staat niet bij de problemen.", "Vul eerst wijk.problemen in.")
    to_goal = _Target(goals, "Het doel “{}” staat niet bij de doelen.", "Vul eerst doelen in bij doelen.lijst.")
    to_intervention = _Target(interventies, "De interventie “{}” staat niet bij de interventies.", "Voeg haar toe.")
    gebieden = [gebied.naam for gebied in wijk.deelgebieden if gebied.naam]
    to_part = _Target(gebieden, "“{}” staat niet bij de deelgebieden.", "Vul eerst wijk.deelgebieden in.")
    for index, cijfer in enumerate(wijk.cijfers):
        to_part.hold(("wijk", "cijfers", index), "gebied", (cijfer.gebied,), report)
    for index, probleem in enumerate(wijk.problemen):
        to_figure.hold(("wijk", "problemen", index), "cijfers", probleem.cijfers, report)
        to_goal.hold(("wijk", "problemen", index), "doelen", probleem.doelen, report)
    for index, goal in enumerate(doelen.lijst if doelen else ()):
        to_figure.hold(("doelen", "lijst", index), "cijfer", (goal.cijfer,), report)
    for index, opgave in enumerate(doelen.opgaven if doelen else ()):
        to_goal.hold(("doelen", "opgaven", index), "doelen", opgave.doelen, report)
        to_intervention.hold(("doelen", "opgaven", index), "interventies", opgave.interventies, report)
    delen = antwoorden.informatiedeling
    for index, instrument in enumerate(delen.instrumenten if delen else ()):
        path = ("informatiedeling", "instrumenten", index)
        to_intervention.hold(path, "interventies", instrument.interventies, report)
    for index, item in enumerate(antwoorden.interventies):
        to_goal.hold(("interventies", index), "draagt_bij_aan", item.draagt_bij_aan, report)
        to_problem.hold(("interventies", index), "problemen", item.problemen, report)


@dataclass(frozen=True, slots=True)
class _Target:
    """What links of one kind may lead to."""

    known: list[str]
    melding: str
    """What is said of a link that leads nowhere."""
    first: str
    """What to do when there is nothing that it could lead to."""

    def hold(self, path: KeyPath, name: str, links: Iterable[str | None], report: Report) -> None:
        """Report the links in one answer that lead nowhere."""
        answer = field_at((*path, name))
        for index, link in enumerate(links):
            if link is not None and link not in self.known:
                here = (*path, name, index) if answer and answer.is_lijst else (*path, name)
                remedy = did_you_mean(link, self.known) or _possible(self.known, self.first)
                report.fout(here, self.melding.format(link), remedy)


def _interventions(antwoorden: Antwoorden, kader: Framework, report: Report) -> None:
    for index, item in enumerate(antwoorden.interventies):
        path = ("interventies", index)
        _intervention_id(item, kader, path, report)
        _principles(item, kader, path, report)


def _intervention_id(item: InterventieAntwoord, kader: Framework, path: KeyPath, report: Report) -> None:
    known = [intervention.id for intervention in kader.interventies]
    own = {"titel": item.titel, "categorie": item.categorie}
    given = [name for name, value in own.items() if value is not None]
    if item.id in known:
        for name in given:
            melding = f"De interventie “{item.id}” komt uit het kader. Die heeft al een {name}."
            remedy = "Gebruik lokale_naam, of kies een eigen naam bij id."
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
            melding = f"Deze eigen interventie heeft nog geen {name}."
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
