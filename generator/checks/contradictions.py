"""Answers that cannot both be true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.answers.opdracht import argumentnummer

if TYPE_CHECKING:
    from generator.answers import Antwoorden
    from generator.answers.interventies import InterventieAntwoord
    from generator.answers.kinds import Moment
    from generator.checks.report import Report
    from generator.framework import Framework
    from generator.source import KeyPath


def check(antwoorden: Antwoorden, kader: Framework, report: Report) -> None:
    """Report every pair of answers that contradict each other."""
    _period(antwoorden, report)
    _history(antwoorden, report)
    _conditions(antwoorden, kader, report)
    for index, item in enumerate(antwoorden.interventies):
        _planning(item, ("interventies", index, "planning"), report)
    _personal_data(antwoorden, report)
    _evaluation(antwoorden, report)
    _arguments(antwoorden, report)


def _period(antwoorden: Antwoorden, report: Report) -> None:
    period = antwoorden.document.periode
    if period and period.van and period.tot_en_met and period.van > period.tot_en_met:
        melding = f"De looptijd eindigt ({period.tot_en_met}) voordat ze begint ({period.van})."
        report.fout(("document", "periode", "tot_en_met"), melding, "Controleer de jaren bij van en tot_en_met.")


def _history(antwoorden: Antwoorden, report: Report) -> None:
    document = antwoorden.document
    for index, version in enumerate(document.versiebeheer):
        if version.datum and document.datum and document.datum.voor(version.datum):
            melding = f"Deze versie is van {version.datum}. Dat is later dan dit document ({document.datum})."
            path = ("document", "versiebeheer", index, "datum")
            report.fout(path, melding, "Controleer deze datum en die van het document.")


def _conditions(antwoorden: Antwoorden, kader: Framework, report: Report) -> None:
    for condition in kader.randvoorwaarden:
        answer = antwoorden.randvoorwaarden.get(condition.id)
        if answer is None or not answer.eisen:
            continue
        wrong = [eis.nr for eis in condition.eisen if answer.eisen.get(str(eis.nr)) == "niet"]
        path = ("randvoorwaarden", condition.id, "status")
        if answer.status == "op_orde" and wrong:
            melding = (
                f"De stand van “{condition.titel}” is ‘op orde’, maar die van onderdeel {wrong[0]} is ‘niet op orde’."
            )
            report.fout(path, melding, "Kies “deels”, of verander de stand van het onderdeel.")
        statuses = set(answer.eisen.values())
        complete = len(answer.eisen) == len(condition.eisen)
        if answer.status == "niet" and complete and statuses == {"op_orde"}:
            melding = f"De stand van “{condition.titel}” is ‘niet op orde’, maar alle onderdelen zijn op orde."
            report.fout(path, melding, "Kies “op_orde”, of verander de stand van de onderdelen.")


def _planning(item: InterventieAntwoord, path: KeyPath, report: Report) -> None:
    planning = item.planning
    if planning is None:
        return
    if planning.start and planning.eind and planning.eind.voor(planning.start):
        melding = f"De interventie eindigt ({planning.eind}) voor de start ({planning.start})."
        report.fout((*path, "eind"), melding, "Controleer de datums bij start en eind.")
    for index, milestone in enumerate(planning.mijlpalen):
        if _outside(milestone.wanneer, planning.start, planning.eind):
            melding = "Deze mijlpaal valt buiten de looptijd van de interventie."
            here = (*path, "mijlpalen", index, "wanneer")
            report.fout(here, melding, "Controleer de datum, of verander start of eind.")


def _outside(moment: Moment | None, start: Moment | None, end: Moment | None) -> bool:
    if moment is None:
        return False
    return (start is not None and moment.voor(start)) or (end is not None and end.voor(moment))


def _personal_data(antwoorden: Antwoorden, report: Report) -> None:
    sharing = antwoorden.informatiedeling
    if sharing and sharing.persoonsgegevens_in_dit_plan and antwoorden.document.openbaarheid == "openbaar":
        path = ("informatiedeling", "persoonsgegevens_in_dit_plan")
        melding = "Het plan is openbaar, maar er staan persoonsgegevens in."
        report.fout(path, melding, "Haal de persoonsgegevens weg, of maak het plan vertrouwelijk.")


def _evaluation(antwoorden: Antwoorden, report: Report) -> None:
    evaluation = antwoorden.monitoring.evaluatie if antwoorden.monitoring else None
    if evaluation and evaluation.tussentijds and evaluation.eind and evaluation.eind.voor(evaluation.tussentijds):
        path = ("monitoring", "evaluatie", "eind")
        report.fout(path, "De eindevaluatie is eerder dan de tussenevaluatie.", "Controleer beide datums.")


def _arguments(antwoorden: Antwoorden, report: Report) -> None:
    besluit = antwoorden.besluit
    for index, argument in enumerate(besluit.argumenten if besluit and besluit.beslispunten else ()):
        number = argumentnummer(argument)[:1]
        if besluit and number and not 1 <= number[0] <= len(besluit.beslispunten):
            melding = f"Dit argument hoort bij beslispunt {number[0]}, maar dat beslispunt is er niet."
            remedy = "Begin met het nummer van een beslispunt en dat van het argument, zoals 1.2."
            report.aandacht(("besluit", "argumenten", index), melding, remedy)
