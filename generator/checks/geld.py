"""Amounts that do not go together, and money that is not certain or does not last."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from generator.answers.kinds import Bedrag
from generator.answers.kinds.hoeveelheid import as_cost, as_cover
from generator.answers.years import budget_years
from generator.checks.privacy import says
from generator.dutch import euro, opsomming
from generator.problems import ProblemsError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.answers import Antwoorden
    from generator.answers.interventies import Budget
    from generator.answers.uitvoering import Dekking, Financien, Last
    from generator.checks.report import Report
    from generator.framework import Framework

_AMOUNT = re.compile(r"€\s?\d+(?:\.\d{3})*(?:,\d+)?(?:\s(?:miljoen|mln))?(?!\d)")
_BUDGET = re.compile(r"(?:kader|voorjaars|najaars|perspectief|zomer)nota|begroting\b(?! van)", re.IGNORECASE)
"""The moments at which a council decides about money."""
_ROUNDED = 50_000
"""How far an amount in millions with one decimal may be from the exact one."""
_MOST = 10
"""So many items at the most are added up in every way."""


def check(antwoorden: Antwoorden, _kader: Framework, report: Report) -> None:
    """Report decisions and interventions that do not go with the tables, and money that cannot be counted on."""
    for index, item in enumerate(antwoorden.interventies):
        if item.budget:
            end = item.planning.eind if item.planning else None
            last = end.eind.year if end and not end.onbekend and not end.doorlopend else None
            _temporary(item.budget, last, index, report)
    money = antwoorden.financien
    if money is not None and money.lasten:
        _decisions(antwoorden, money, report)
        _interventions(antwoorden, money, report)
        _applied_for(antwoorden, money, report)
        _budget_cycle(money, report)


def _decisions(antwoorden: Antwoorden, money: Financien, report: Report) -> None:
    given = [amount for item in money.lasten for amount in item.bedragen.values()]
    given += [amount for item in money.dekking for amount in item.bedragen.values()]
    if antwoorden.besluit is None or not given or not all(amount.exact for amount in given):
        return
    known = {*_sums(money), *_of_interventions(antwoorden)}
    total = sum(_total(item) for item in money.lasten)
    for index, point in enumerate(antwoorden.besluit.beslispunten):
        for said in _AMOUNT.findall(point):
            amount = _read(said)
            margin = _ROUNDED if "m" in said else 0
            if amount is not None and not any(abs(amount - other) <= margin for other in known):
                melding = (
                    f"Dit beslispunt noemt {said}. Dat bedrag staat niet bij “financien”, en is er ook geen optelling "
                    f"van. De lasten zijn daar samen {euro(total)}."
                )
                remedy = "Pas het beslispunt aan, of de bedragen bij “financien”."
                report.aandacht(("besluit", "beslispunten", index), melding, remedy, "beslispunt_bedrag")


def _read(text: str) -> int | None:
    try:
        return as_cost(Bedrag().parse(text))
    except ProblemsError:
        return None


def _total(item: Last | Dekking, years: Iterable[int] | None = None) -> int:
    """Return what an item comes to, in all years or in some."""
    counted = item.bedragen if years is None else years
    return sum(as_cost(item.bedragen.get(year)) or 0 for year in counted)


def _sums(money: Financien) -> Iterator[int]:
    """Yield every amount that the tables hold, and what can be added up of it."""
    years = budget_years(money)
    items: tuple[tuple[Last | Dekking, ...], ...] = (money.lasten, money.dekking)
    for of_one_kind in items:
        yield from (amount for item in of_one_kind for year in years if (amount := _total(item, [year])))
        yield from (sum(_total(item, [year]) for item in of_one_kind) for year in years)
        totals = [_total(item) for item in of_one_kind]
        yield sum(totals)
        for count in range(1, len(totals) if len(totals) <= _MOST else 2):
            yield from map(sum, combinations(totals, count))
    short = _shortage(money)
    yield from (*short, sum(amount for amount in short if amount > 0), sum(short))


def _shortage(money: Financien) -> list[int]:
    """Return by how much the cost of each year is more than its cover."""
    return [
        sum(_total(item, [year]) for item in money.lasten) - sum(_total(item, [year]) for item in money.dekking)
        for year in budget_years(money)
    ]


def _of_interventions(antwoorden: Antwoorden) -> Iterator[int]:
    for item in antwoorden.interventies:
        if item.budget:
            once, yearly = as_cost(item.budget.incidenteel) or 0, as_cost(item.budget.structureel_per_jaar) or 0
            yield from (once, yearly, once + yearly)
            for payer in item.budget.financiers:
                yield from (as_cost(payer.eenmalig) or 0, as_cost(payer.per_jaar) or 0)


def _interventions(antwoorden: Antwoorden, money: Financien, report: Report) -> None:
    """Report interventions that cost more in a year than the table has for everything."""
    most = max((sum(_total(item, [year]) for item in money.lasten) for year in budget_years(money)), default=0)
    costs = {
        index: as_cost(item.budget.structureel_per_jaar) or 0
        for index, item in enumerate(antwoorden.interventies)
        if item.budget
    }
    if not most or not all(amount.exact for item in money.lasten for amount in item.bedragen.values()):
        return
    remedy = "Pas het budget aan, of de lasten bij “financien.lasten”. Betaalt een ander mee? Zet dat in de tabel."
    rest = f"In de tabel met lasten staat voor alles samen in geen enkel jaar meer dan {euro(most)}."
    for index, cost in costs.items():
        if cost > most:
            path = ("interventies", index, "budget", "structureel_per_jaar")
            melding = f"Deze interventie kost {euro(cost)} per jaar. {rest}"
            report.aandacht(path, melding, remedy, "interventie_kosten")
    if sum(costs.values()) > most and all(cost <= most for cost in costs.values()):
        melding = f"De interventies kosten samen {euro(sum(costs.values()))} per jaar. {rest}"
        report.aandacht(("financien", "lasten"), melding, remedy, "interventie_kosten")


def _temporary(budget: Budget, last: int | None, index: int, report: Report) -> None:
    """Report cost of every year that is paid with money that stops earlier than the intervention."""
    if not as_cost(budget.structureel_per_jaar):
        return
    paying = [item for item in budget.financiers if item.soort == "tijdelijk" and as_cover(item.per_jaar)]
    stops = [item for item in paying if last is None or item.tot_en_met is None or item.tot_en_met < last]
    if stops:
        amount = sum(as_cover(item.per_jaar) or 0 for item in stops)
        years = sorted({item.tot_en_met for item in stops if item.tot_en_met})
        until = f", tot en met {opsomming(years)}" if years else ""
        melding = f"De kosten lopen elk jaar door, maar {euro(amount)} per jaar daarvan is tijdelijk geld{until}."
        remedy = "Zoek dekking voor daarna, of laat de interventie dan stoppen."
        report.aandacht(("interventies", index, "budget", "financiers"), melding, remedy, "tijdelijk_geld")


def _applied_for(antwoorden: Antwoorden, money: Financien, report: Report) -> None:
    """Report cover that is not certain and that no risk, objection or decision names."""
    decision = antwoorden.besluit
    said = [item.risico for item in antwoorden.risicos]
    said += [*decision.kanttekeningen, *decision.beslispunten] if decision else []
    warned = " ".join(filter(None, said)).casefold()
    for index, item in enumerate(money.dekking):
        amount = _total(item)
        if item.status in ("aangevraagd", "onzeker") and amount and item.bron and item.bron.casefold() not in warned:
            melding = f"Van de dekking is {euro(amount)} ({item.bron}) nog {item.status}. Het plan zegt niet wat er "
            melding += "gebeurt als dat geld niet komt."
            remedy = "Noem het bij “risicos”, of bij de kanttekeningen van het besluit."
            report.aandacht(("financien", "dekking", index), melding, remedy, "geld_onzeker")


def _budget_cycle(money: Financien, report: Report) -> None:
    """Report cost without cover in a plan that does not say when the council decides about money."""
    short = [year for year, amount in zip(budget_years(money), _shortage(money), strict=True) if amount > 0]
    if short and not says(report.source.tree, _BUDGET):
        melding = f"Voor {opsomming(short)} is nog geld nodig. Het plan zegt niet wanneer de raad daarover beslist."
        remedy = "Noem het moment, zoals de kadernota of de begroting, bij “planning” of in een beslispunt."
        report.aandacht(("financien",), melding, remedy, "begrotingsmoment")
