"""Advice on conditions, goals, interventions and money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.answers.kinds.hoeveelheid import as_cost, as_cover
from generator.dutch import euro, jaren, opsomming

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.answers import Antwoorden
    from generator.answers.interventies import GekozenPrincipe, InterventieAntwoord
    from generator.answers.kinds import Hoeveelheid
    from generator.answers.uitvoering import Dekking, Last
    from generator.checks.report import Report
    from generator.framework import Framework
    from generator.source import KeyPath

SHORTEST = 10
"""Years: the framework counts on 10 to 20."""


def _on_conditions(antwoorden: Antwoorden, kader: Framework, report: Report) -> None:
    """Report conditions that need an action, and interventions that come before the conditions."""
    for condition in kader.randvoorwaarden:
        answer = antwoorden.randvoorwaarden.get(condition.id)
        if answer is not None and answer.status not in (None, "op_orde") and not answer.acties:
            status = {"deels": "deels op orde", "niet": "niet op orde"}.get(str(answer.status), "nog onbekend")
            melding = f"Deze randvoorwaarde is {status}, maar er is nog geen actie."
            remedy = f"Voeg een actie toe. Het kader stelt voor: {condition.acties[0].tekst}."
            report.aandacht(("randvoorwaarden", condition.id), melding, remedy, "acties")
    _too_early(antwoorden, kader, report)


def _too_early(antwoorden: Antwoorden, kader: Framework, report: Report) -> None:
    if not antwoorden.interventies or antwoorden.start_motivering:
        return
    in_order = {key for key, answer in antwoorden.randvoorwaarden.items() if answer and answer.status == "op_orde"}
    weak = [f"“{item.titel}”" for item in kader.randvoorwaarden if item.id not in in_order]
    if weak:
        names = opsomming(weak)
        melding = (
            f"Er zijn interventies gekozen, maar niet alle randvoorwaarden zijn op orde. Nog niet op orde: {names}."
        )
        remedy = (
            "Volgens het kader komen interventies aan bod als de randvoorwaarden op orde zijn. Leg in "
            "“start_motivering” uit waarom jullie toch beginnen, en welke interventies wachten."
        )
        report.aandacht(("interventies",), melding, remedy)


def _on_goals(antwoorden: Antwoorden, report: Report) -> None:
    """Report goals that are missing or unused, and a short duration."""
    _terms(antwoorden, report)
    _unused_goals(antwoorden, report)
    _duration(antwoorden, report)


def _terms(antwoorden: Antwoorden, report: Report) -> None:
    if antwoorden.doelen is None or not antwoorden.doelen.lijst:
        return
    present = {goal.termijn for goal in antwoorden.doelen.lijst}
    if None in present:
        return  # the term of a goal is an open point already
    for term in ("kort", "lang"):
        if term not in present:
            melding = (
                f"Er is geen doel voor de {term}e termijn."
                if term == "kort"
                else "Er is geen doel voor de lange termijn."
            )
            remedy = "Het kader vraagt om doelen voor de korte én de lange termijn. Voeg er één toe."
            report.aandacht(("doelen", "lijst"), melding, remedy, "doel_termijnen")


def _unused_goals(antwoorden: Antwoorden, report: Report) -> None:
    if antwoorden.doelen is None or not antwoorden.interventies:
        return
    if not all(item.draagt_bij_aan for item in antwoorden.interventies):
        return  # which goals an intervention is for is an open point already
    used = {goal for item in antwoorden.interventies for goal in item.draagt_bij_aan}
    for index, goal in enumerate(antwoorden.doelen.lijst):
        if goal.id is not None and goal.id not in used:
            melding = "Geen enkele interventie draagt bij aan dit doel."
            remedy = "Kies een interventie bij dit doel, of haal het doel weg."
            report.aandacht(("doelen", "lijst", index), melding, remedy, "doel_interventie")


def _duration(antwoorden: Antwoorden, report: Report) -> None:
    period, pact = antwoorden.document.periode, antwoorden.document.pactperiode
    if period is None or period.van is None or period.tot_en_met is None:
        return
    if pact and pact.van and pact.tot_en_met and pact.tot_en_met - pact.van + 1 >= SHORTEST:
        return
    years = period.tot_en_met - period.van + 1
    if 0 < years < SHORTEST:
        melding = f"De looptijd is {years} jaar. Het kader gaat uit van een aanpak van 10 tot 20 jaar."
        remedy = "Hoort het plan bij een pact dat langer duurt? Vul dan “pactperiode” in."
        report.aandacht(("document", "periode"), melding, remedy, "looptijd")


def _on_interventions(antwoorden: Antwoorden, kader: Framework, report: Report) -> None:
    """Report what an intervention still lacks to have a chance."""
    for index, item in enumerate(antwoorden.interventies):
        path = ("interventies", index)
        _start_questions(item, kader, path, report)
        _principles(item, kader, path, report)
        _indicators(item, path, report)


def _start_questions(item: InterventieAntwoord, kader: Framework, path: KeyPath, report: Report) -> None:
    if any(getattr(item.startvragen, question.id) is None for question in kader.startvragen):
        melding = "Bij deze interventie zijn nog niet alle startvragen van het kader beantwoord."
        remedy = "Beantwoord ze samen met de eigenaar. Dat vergroot de kans dat de interventie werkt."
        report.aandacht((*path, "startvragen"), melding, remedy, "startvragen")


def _principles(item: InterventieAntwoord, kader: Framework, path: KeyPath, report: Report) -> None:
    if not item.principes:
        proposed = any(found.id == item.id for found in kader.interventies)
        melding = "Voor deze interventie is nog geen werkzaam principe gekozen."
        remedy = "Het plan laat de voorstellen van wijkplan zien. Bevestig ze bij “principes”, of kies zelf."
        remedy = remedy if proposed else "Kies bij “principes” wat er werkt."
        report.aandacht((*path, "principes"), melding, remedy, "principe_keuze")
    for index, choice in enumerate(item.principes):
        here = (*path, "principes", index)
        if choice.keuze == "voorgesteld":
            melding = "Dit werkzame principe is nog niet bevestigd."
            remedy = "Bespreek het met de eigenaar en kies “bevestigd” of “eigen”."
            report.aandacht(here, melding, remedy, "principe_bevestigd")
        if choice.let_op is None:
            melding = "Bij dit principe staat nog niet hoe jullie omgaan met de waarschuwing van het kader."
            remedy = f"Vul “let_op” in. {_warning(choice, kader)}".strip()
            report.aandacht((*here, "let_op"), melding, remedy, "principe_waarschuwing")


def _warning(choice: GekozenPrincipe, kader: Framework) -> str:
    warnings = {principle.id: principle.let_op[0] for principle in kader.werkzame_principes}
    warning = warnings.get(choice.id or "")
    return f"Het kader zegt: {warning}" if warning else ""


def _indicators(item: InterventieAntwoord, path: KeyPath, report: Report) -> None:
    for index, indicator in enumerate(item.indicatoren):
        missing = [name for name in ("bron", "jaar") if getattr(indicator, name) is None]
        if missing:
            melding = f"Deze indicator heeft geen {' en geen '.join(missing)}."
            remedy = "Vul ze in. Zonder bron en jaar is niet na te gaan of het doel is gehaald."
            report.aandacht((*path, "indicatoren", index), melding, remedy, "indicator_bron")


def _on_money(antwoorden: Antwoorden, report: Report) -> None:
    """Report years in which cost and cover differ."""
    money = antwoorden.financien
    if money is None or not money.lasten or not money.dekking:
        return
    cost, cover = _per_year(money.lasten, as_cost), _per_year(money.dekking, as_cover)
    differences = {year: cover.get(year, 0) - cost.get(year, 0) for year in sorted({*cost, *cover})}
    wrong = {year: difference for year, difference in differences.items() if difference}
    if len(wrong) == 1:
        ((year, difference),) = wrong.items()
        amounts = f"de lasten zijn {euro(cost.get(year, 0))} en de dekking is {euro(cover.get(year, 0))}"
        melding = f"In {year} zijn lasten en dekking niet gelijk: {amounts}."
        remedy = f"Er is {_too_much_or_little(difference)}. Pas de bedragen aan, of leg het verschil uit."
        report.aandacht(("financien", "dekking"), melding, remedy, "lasten_dekking")
    elif wrong:
        melding = f"In {len(wrong)} jaren zijn lasten en dekking niet gelijk."
        years = {difference: [year for year in wrong if wrong[year] == difference] for difference in wrong.values()}
        said = [f"{_too_much_or_little(difference)} in {jaren(found)}" for difference, found in years.items()]
        remedy = f"Er is {'; '.join(said)}. Pas de bedragen aan, of leg de verschillen uit."
        report.aandacht(("financien", "dekking"), melding, remedy, "lasten_dekking")


def _too_much_or_little(difference: int) -> str:
    return f"{euro(abs(difference))} te {'weinig' if difference < 0 else 'veel'}"


def _per_year(items: Iterable[Last | Dekking], counted: Callable[[Hoeveelheid], int | None]) -> dict[int, int]:
    totals: dict[int, int] = {}
    for item in items:
        for year, amount in item.bedragen.items():
            totals[year] = totals.get(year, 0) + (counted(amount) or 0)
    return totals


def check(antwoorden: Antwoorden, kader: Framework, report: Report) -> None:
    """Report what there is to say of conditions, goals, interventions and money, in that order."""
    _on_conditions(antwoorden, kader, report)
    _on_goals(antwoorden, report)
    _on_interventions(antwoorden, kader, report)
    _on_money(antwoorden, report)
