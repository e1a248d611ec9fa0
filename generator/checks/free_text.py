"""Tells of free text that may not be read as it was meant, or in which something stands that no plan can show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.answers.kinds import Tekst
from generator.answers.shape import field_at
from generator.checks.privacy import texts

if TYPE_CHECKING:
    from generator.answers import Antwoorden
    from generator.checks.report import Report
    from generator.framework import Framework
    from generator.source import Doubt

_FOUND = (
    (
        re.compile(r"(?m)^[ \t]*\|[^\n|]*\||^[^\t\n]*\S\t[^\t\n]*\S\t+\S"),
        "In deze tekst staat een tabel. Het plan laat de rijen als gewone regels zien.",
        "Maak er een lijst van, of maak de tabel in Word als het plan klaar is.",
    ),
    (
        re.compile(r"!\[[^\]\n]{0,500}\]\("),
        "In deze tekst staat een afbeelding. Het plan laat alleen de naam van het bestand zien.",
        "Haal hem hier weg, en voeg hem toe in Word als het plan klaar is.",
    ),
    (
        re.compile("\ufffd"),
        "In deze tekst staat “\ufffd”: hier ging een teken verloren toen de tekst werd gekopieerd.",
        "Typ het teken dat hier hoort.",
    ),
)
"""A table, a picture, and a sign that went missing earlier."""
_WE = re.compile(r"\b(?:wij|we|ons|onze)\b", re.IGNORECASE)


def check(antwoorden: Antwoorden, kader: Framework, report: Report) -> None:
    """Report each doubt about an answer of free text, and each text that holds what will not look as it was meant."""
    del kader
    _address(antwoorden, report)
    report.problems += [doubt.problem for doubt in report.source.doubts if _is_told(doubt)]
    for path, text in texts(report.source.tree, ()):
        for sign, melding, remedy in _FOUND:
            if sign.search(text):
                report.aandacht(path, melding, remedy)


def _address(antwoorden: Antwoorden, report: Report) -> None:
    """Report answers that say `wij` where the plan says `de gemeente`, once for all of them."""
    if antwoorden.gemeente.aanspreekvorm == "wij":
        return
    said = ((path, text) for path, text in texts(report.source.tree, ()) if not {"gemeente", "citaten"} & {*path})
    found = [path for path, text in said if _WE.search(text)]
    if found:
        many = "één antwoord staat" if len(found) == 1 else f"{len(found)} antwoorden staan"
        melding = f"Het plan spreekt van “de gemeente”, maar in {many} “wij”, “ons” of “onze”."
        report.aandacht(found[0], melding, "Schrijf daar “de gemeente”, of kies “wij” bij gemeente.aanspreekvorm.")


def _is_told(doubt: Doubt) -> bool:
    """Tell whether a doubt is about free text; what a new answer file says about a question itself is no answer."""
    question = field_at(doubt.path)
    if question is None or not isinstance(question.item_kind, Tekst):
        return False
    return not doubt.remark or doubt.remark != question.vraag
