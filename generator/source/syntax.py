"""Says in plain Dutch what a YAML parser found wrong, and where."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.problems import Problem, Soort

if TYPE_CHECKING:
    from ruamel.yaml.error import YAMLError

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
CONTROL_MELDING = "Hier staat een onzichtbaar stuurteken. Dat kan niet in een Word-document."
_TAB_INDENT = re.compile(r"^ *\t", re.MULTILINE)

# Fragments of the parser's message, both of its C and of its Python form, first match wins.
_EXPLANATIONS: tuple[tuple[str, str, str], ...] = (
    (
        "mapping values are not allowed",
        "Hier staat een dubbele punt die niet bij een sleutel hoort, of de regel erboven is niet af.",
        "Staat de dubbele punt in je tekst? Zet de hele tekst tussen aanhalingstekens.",
    ),
    (
        "sequence entries are not allowed",
        "Een streepje kan hier niet staan.",
        "Zet het streepje op een nieuwe regel, of zet de tekst tussen aanhalingstekens.",
    ),
    (
        "cannot start any token",
        "Met dit teken kan een waarde niet beginnen.",
        "Zet de hele tekst tussen aanhalingstekens.",
    ),
    (
        "unexpected end of stream",
        "Een aanhalingsteken dat hier begint, wordt nergens gesloten.",
        "Zet aan het einde van de tekst hetzelfde aanhalingsteken.",
    ),
    (
        "unknown escape character",
        "Tussen dubbele aanhalingstekens heeft een schuine streep (\\) een eigen betekenis.",
        "Gebruik enkele aanhalingstekens om de tekst.",
    ),
    (
        "'-' indicator",
        "Deze regel hoort bij een lijst, maar begint niet met een streepje.",
        "Zet er een streepje voor, of maak de inspringing gelijk aan die van de regel erboven.",
    ),
    (
        "',' or ",
        "Een haak die hier begint, wordt niet goed gesloten, of er mist een komma.",
        "Controleer de haken en de komma’s.",
    ),
    (
        "expected key",
        "De inspringing of de aanhalingstekens kloppen hier niet.",
        "Maak de inspringing gelijk aan die van de andere sleutels en zet tekst met bijzondere tekens "
        "tussen aanhalingstekens.",
    ),
    (
        "<block end>",
        "De inspringing of de aanhalingstekens kloppen hier niet.",
        "Maak de inspringing gelijk aan die van de andere sleutels en zet tekst met bijzondere tekens "
        "tussen aanhalingstekens.",
    ),
    (
        "unexpected ':'",
        "Achter deze dubbele punt mist een spatie.",
        "Zet er een spatie achter, of zet de hele tekst tussen aanhalingstekens.",
    ),
    (
        "expected ':'",
        "Na deze sleutel mist een dubbele punt.",
        "Zet een dubbele punt en een spatie achter de sleutel.",
    ),
    (
        "comment or ",
        "Na > of | mag op dezelfde regel geen tekst staan.",
        "Begin de tekst op de volgende regel, met inspringing.",
    ),
)
_UNEXPLAINED = (
    "Hier klopt de opbouw van het bestand niet.",
    "Vergelijk deze regel met het voorbeeld dat wijkplan nieuw maakt.",
)


def explain(error: YAMLError, text: str, name: str) -> list[Problem]:
    """Return what is wrong: every control character and tab, else what the parser stumbled over."""
    problems = [*_control_characters(text, name), *_tabs(text, name)]
    return problems or [_translated(error, text, name)]


def _control_characters(text: str, name: str) -> list[Problem]:
    remedy = "Haal het teken weg: wis de letters eromheen en typ ze opnieuw."
    return [_problem(name, text, match.start(), CONTROL_MELDING, remedy) for match in CONTROL.finditer(text)]


def _tabs(text: str, name: str) -> list[Problem]:
    melding = "Deze regel springt in met een tab. YAML kent alleen spaties."
    remedy = "Vervang de tab door twee spaties per niveau."
    return [_problem(name, text, match.end() - 1, melding, remedy) for match in _TAB_INDENT.finditer(text)]


def _translated(error: YAMLError, text: str, name: str) -> Problem:
    message = str(getattr(error, "problem", None) or error)
    found = ((melding, remedy) for part, melding, remedy in _EXPLANATIONS if part in message)
    melding, remedy = next(found, _UNEXPLAINED)
    mark = _mark(error, message)
    if mark is None:
        return Problem(name, 1, 1, "", Soort.FOUT, melding, remedy)
    line, column = mark
    last = text.count("\n") + 1
    return Problem(name, min(line + 1, last), column + 1, "", Soort.FOUT, melding, remedy)


def _mark(error: YAMLError, message: str) -> tuple[int, int] | None:
    """Return line and column from 0: an unclosed quote or bracket is shown where it opens."""
    opened = "end of stream" in message or "',' or " in message
    names = ("context_mark", "problem_mark") if opened else ("problem_mark", "context_mark")
    for name in names:
        if (mark := getattr(error, name, None)) is not None:
            return mark.line, mark.column
    return None


def _problem(name: str, text: str, index: int, melding: str, remedy: str) -> Problem:
    line = text.count("\n", 0, index) + 1
    return Problem(name, line, index - text.rfind("\n", 0, index), "", Soort.FOUT, melding, remedy)
