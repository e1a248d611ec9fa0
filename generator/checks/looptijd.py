"""Dates and years that lie outside the years of the plan, or that no table can show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.answers.keys import moments
from generator.answers.years import MOST_YEARS, budget_years, planned_years
from generator.checks.privacy import says
from generator.dutch import opsomming

if TYPE_CHECKING:
    from generator.answers import Antwoorden
    from generator.answers.opdracht import Periode
    from generator.checks.report import Report
    from generator.framework import Framework

_PLANNED = frozenset({"wanneer", "start", "eind", "tussentijds"})
"""The questions about what is still to happen."""
_AFTERWARDS = ("monitoring", "evaluatie", "eind")
"""The final evaluation is often in the year after the plan."""
_ELECTION = re.compile("verkiezing|raadsperiode", re.IGNORECASE)
_REMEDY = "Controleer het jaartal. Klopt het? Pas dan de looptijd aan bij document.periode."


def check(antwoorden: Antwoorden, _kader: Framework, report: Report) -> None:
    """Report what lies outside the plan or in the wrong order of days, and elections that nobody thought of."""
    _too_many(antwoorden, report)
    periode = antwoorden.document.periode
    if periode:
        _planning(antwoorden, periode, report)
        _money(antwoorden, periode, report)
        if antwoorden.risicos:
            _elections(periode, report)
    _figures(antwoorden, report)
    _past(antwoorden, report)


def _elections(periode: Periode, report: Report) -> None:
    """Report an election of the council during the plan, in a plan that does not name it."""
    if periode.van is None or periode.tot_en_met is None:
        return
    jaren = [jaar for jaar in range(periode.van, periode.tot_en_met + 1) if jaar % 4 == 2]
    if jaren and not says(report.source.tree, _ELECTION):
        melding = (
            f"In {opsomming(jaren)} zijn er gemeenteraadsverkiezingen. Het plan zegt niet hoe de aanpak dan doorgaat."
        )
        remedy = "Noem de verkiezingen bij “risicos” of bij “planning”, met wat jullie eraan doen."
        report.aandacht(("risicos",), melding, remedy, "verkiezingen")


def _past(antwoorden: Antwoorden, report: Report) -> None:
    """Report what should still happen, on a day before that of the document."""
    document, decision = antwoorden.document, antwoorden.besluit
    if document.datum is None or document.datum.doorlopend:
        return
    first = document.periode.van if document.periode else None
    for path, moment in moments(antwoorden):
        told = first is not None and moment.eind.year < first
        if path[-3:-2] == ("acties",) and path[-1] == "wanneer" and moment.voor(document.datum) and not told:
            melding = f"Deze actie moest klaar zijn op “{moment}”. Dat is eerder dan dit document ({document.datum})."
            report.aandacht(
                path, melding, "Pas de datum aan, of haal de actie weg als die klaar is.", "termijn_voorbij"
            )
    day = decision.datum_college if decision else None
    if day and document.status != "vastgesteld" and day.voor(document.datum):
        melding = f"Het college bespreekt het plan op {day}. Dat is eerder dan dit document ({document.datum})."
        remedy = "Controleer “datum_college” en de datum van het document."
        report.aandacht(("besluit", "datum_college"), melding, remedy, "datum_besluit")


def _too_many(antwoorden: Antwoorden, report: Report) -> None:
    jaren, geldjaren = planned_years(antwoorden), budget_years(antwoorden.financien)
    remedy = f"Controleer de jaartallen. Meer dan {MOST_YEARS} jaar past niet in een tabel."
    if len(jaren) > MOST_YEARS:
        path = ("document", "periode", "tot_en_met") if antwoorden.document.periode else ("interventies",)
        melding = f"De planning loopt van {jaren[0]} tot en met {jaren[-1]}: dat is {len(jaren)} jaar."
        report.fout(path, melding, remedy)
    if len(geldjaren) > MOST_YEARS:
        melding = f"De bedragen gaan over {len(geldjaren)} jaren, van {geldjaren[0]} tot en met {geldjaren[-1]}."
        report.fout(("financien",), melding, remedy)


def _planning(antwoorden: Antwoorden, periode: Periode, report: Report) -> None:
    running = {index for index, item in enumerate(antwoorden.interventies) if item.fase == "lopend"}
    for path, moment in moments(antwoorden):
        is_begun = path[-1] == "start" and path[1] in running
        if path[-1] in _PLANNED or path[-3:-2] in {("indicatoren",), ("lijst",)}:
            extra = 1 if path == _AFTERWARDS else 0
            jaren = moment.jaren()
            if jaren and (said := _outside(jaren[0], jaren[-1] if not is_begun else None, periode, extra)):
                report.aandacht(path, f"“{moment}” valt {said}", _REMEDY, "buiten_looptijd")


def _money(antwoorden: Antwoorden, periode: Periode, report: Report) -> None:
    money = antwoorden.financien
    for name in ("lasten", "dekking") if money else ():
        for index, item in enumerate(getattr(money, name)):
            for jaar in item.bedragen:
                if said := _outside(jaar, jaar, periode):
                    path = ("financien", name, index, "bedragen", str(jaar))
                    report.aandacht(path, f"Het bedrag in {jaar} valt {said}", _REMEDY, "buiten_looptijd")


def _outside(first: int, last: int | None, periode: Periode, extra: int = 0) -> str:
    """Return how something from one year to another lies outside the plan, or an empty text.

    Args:
        first: The year that it begins in.
        last: The year that it ends in; None where it may end before the plan begins.
        periode: The years of the plan.
        extra: How many years it may come after the plan.
    """
    if periode.van and last is not None and last < periode.van:
        return f"voor de looptijd van het plan: die begint in {periode.van}."
    if periode.tot_en_met and first > periode.tot_en_met + extra:
        return f"na de looptijd van het plan: die loopt tot en met {periode.tot_en_met}."
    return ""


def _figures(antwoorden: Antwoorden, report: Report) -> None:
    """Report figures that were measured after the day of the document."""
    document = antwoorden.document
    for index, cijfer in enumerate(antwoorden.wijk.cijfers):
        if cijfer.jaar and document.datum and not document.datum.doorlopend and document.datum.voor(cijfer.jaar):
            path = ("wijk", "cijfers", index, "jaar")
            melding = f"Dit cijfer is van {cijfer.jaar}. Dat is later dan dit document ({document.datum})."
            report.aandacht(path, melding, "Controleer het jaar van het cijfer.")
