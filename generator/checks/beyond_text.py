"""What stands in a text that no text of a plan can show: a table, a picture, a sign that went missing earlier."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.checks.privacy import texts

if TYPE_CHECKING:
    from generator.answers import Antwoorden
    from generator.checks.report import Report
    from generator.framework import Framework

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


def check(antwoorden: Antwoorden, kader: Framework, report: Report) -> None:
    """Report each text that holds what will not look as it was meant."""
    del antwoorden, kader
    for path, text in texts(report.source.tree, ()):
        for sign, melding, remedy in _FOUND:
            if sign.search(text):
                report.aandacht(path, melding, remedy)
