"""Says in plain Dutch what a YAML parser found wrong, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problems import Problem, Soort

if TYPE_CHECKING:
    from ruamel.yaml.error import YAMLError


EXPLANATIONS: tuple[tuple[str, str, str], ...] = (
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
        "Een haak die hier begint, wordt niet goed gesloten, of er ontbreekt een komma.",
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
        "Achter deze dubbele punt ontbreekt een spatie.",
        "Zet er een spatie achter, of zet de hele tekst tussen aanhalingstekens.",
    ),
    (
        "expected ':'",
        "Na deze sleutel ontbreekt een dubbele punt.",
        "Zet een dubbele punt en een spatie achter de sleutel.",
    ),
    (
        "comment or ",
        "Na > of | mag op dezelfde regel geen tekst staan.",
        "Begin de tekst op de volgende regel, met inspringing.",
    ),
)
"""Pieces of what the parser says, in its C or its Python form, what is wrong then and what to do; the first counts."""
_UNEXPLAINED = (
    "Hier klopt de opbouw van het bestand niet.",
    "Vergelijk deze regel met het voorbeeld dat wijkplan nieuw maakt.",
)


def explain(error: YAMLError, text: str, name: str) -> Problem:
    """Return the problem for what the parser stumbled over, where our own look saw nothing."""
    message = str(getattr(error, "problem", None) or error)
    found = ((melding, remedy) for part, melding, remedy in EXPLANATIONS if part in message)
    melding, remedy = next(found, _UNEXPLAINED)
    line, column = _mark(error, message)
    last = text.count("\n") + 1
    return Problem(name, min(line + 1, last), column + 1, "", Soort.FOUT, melding, remedy)


def _mark(error: YAMLError, message: str) -> tuple[int, int]:
    """Return line and column from 0: an unclosed quote or bracket is shown where it opens."""
    opened = "end of stream" in message or "',' or " in message
    names = ("context_mark", "problem_mark") if opened else ("problem_mark", "context_mark")
    for name in names:
        if (mark := getattr(error, name, None)) is not None:
            return mark.line, mark.column
    return 0, 0
