"""Answers that a plan for the college needs and that are not there yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.answers.keys import unanswered

if TYPE_CHECKING:
    from generator.answers import Antwoorden
    from generator.answers.questions import Vraag
    from generator.checks.report import Report
    from generator.framework import Framework
    from generator.source import KeyPath


def check(antwoorden: Antwoorden, kader: Framework, report: Report) -> None:
    """Report every question that is needed and has no answer; an absent group counts once."""
    for path, question in unanswered(antwoorden):
        _report(question, path, report)
    for index, cijfer in enumerate(antwoorden.wijk.cijfers):
        if cijfer.indicator and cijfer.wijk is None and cijfer.gemeente is None:
            melding = "Nog in te vullen: het getal voor de wijk of voor de hele gemeente."
            report.open(("wijk", "cijfers", index, "wijk"), melding, "Vul wijk in, gemeente, of allebei.")
    for condition in kader.randvoorwaarden:
        if antwoorden.randvoorwaarden.get(condition.id) is None:
            melding = "Deze randvoorwaarde is nog niet beoordeeld."
            remedy = "Vul de status en de onderbouwing in."
            report.open(("randvoorwaarden", condition.id), melding, remedy)


def _report(question: Vraag, path: KeyPath, report: Report) -> None:
    why = f" {question.waarom}" if question.waarom else ""
    melding = f"Nog in te vullen: {question.nodig}.{why}"
    remedy = question.vraag
    if question.voorbeeld:
        remedy += f" Bijvoorbeeld: {question.voorbeeld}"
    report.open(path, melding, remedy)
