"""Answers that a plan for the college needs and that are not there yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.answers import Antwoord
from generator.answers.questions import Vraag, questions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.answers import Antwoorden
    from generator.checks.report import Report
    from generator.framework import Framework
    from generator.source import KeyPath


def check(antwoorden: Antwoorden, kader: Framework, report: Report) -> None:
    """Report every question that is needed and has no answer; an absent group counts once."""
    _walk(antwoorden, (), report)
    for index, cijfer in enumerate(antwoorden.wijk.cijfers):
        if cijfer.indicator and cijfer.wijk is None and cijfer.gemeente is None:
            melding = "Nog in te vullen: het getal voor de wijk of voor de hele gemeente."
            report.open(("wijk", "cijfers", index, "wijk"), melding, "Vul wijk in, gemeente, of allebei.")
    for condition in kader.randvoorwaarden:
        if antwoorden.randvoorwaarden.get(condition.id) is None:
            melding = f"De randvoorwaarde “{condition.titel}” is nog niet beoordeeld."
            remedy = f"Vul bij randvoorwaarden {condition.id} in, met status en onderbouwing."
            report.open(("randvoorwaarden", condition.id), melding, remedy)


def _walk(group: Antwoord, path: KeyPath, report: Report) -> None:
    for name, question in questions(type(group)).items():
        value = getattr(group, name)
        here = (*path, name)
        if value is None or value in ((), {}):
            if question.nodig is not None:
                _report(question, here, report)
        else:
            for part, inner in _groups_in(value):
                _walk(inner, (*here, *part), report)


def _groups_in(value: object) -> Iterator[tuple[KeyPath, Antwoord]]:
    """Yield the groups of questions that an answer is, or holds, with their place in it."""
    if isinstance(value, Antwoord):
        yield (), value
    items = enumerate(value) if isinstance(value, tuple) else value.items() if isinstance(value, dict) else ()
    yield from (((key,), item) for key, item in items if isinstance(item, Antwoord))


def _report(question: Vraag, path: KeyPath, report: Report) -> None:
    why = f" {question.waarom}" if question.waarom else ""
    melding = f"Nog in te vullen: {question.nodig}.{why}"
    remedy = question.vraag
    if question.voorbeeld:
        remedy += f" Bijvoorbeeld: {question.voorbeeld}"
    report.open(path, melding, remedy)
