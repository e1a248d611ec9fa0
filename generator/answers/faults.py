"""Turns each fault that pydantic finds in the shape of a YAML file into a problem with a remedy.

`root` is the model of the whole file: that of the answers, or of a house style.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.answers.hints import remedy_for
from generator.answers.shape import field_at, model_at, questions
from generator.problems import Problem, Soort
from generator.suggestions import did_you_mean

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from generator.answers.base import Antwoord
    from generator.source import KeyPath, Source

KINDS = {"list": "een lijst", "dict": "een groep met sleutels", "str": "een tekst", "NoneType": "niets"}
_TEXT = "tekst"


def place_of(detail: ErrorDetails) -> KeyPath:
    """Return the place of a fault in the file."""
    return tuple(part for part in detail["loc"] if part != "[key]")


def problem_of(detail: ErrorDetails, source: Source, root: type[Antwoord]) -> Problem:
    """Return the problem for a fault that pydantic found."""
    path = place_of(detail)
    match detail["type"]:
        case "extra_forbidden":
            return _unknown_key(path, detail["input"], source, root)
        case "missing":
            return _missing(path, source, root)
        case "literal_error":
            return _wrong_choice(path, str(detail["input"]), source, root)
        case "string_type" | "string_too_short":
            return _wrong_kind(path, detail["input"], _TEXT, source, root)
        case "tuple_type":
            return _wrong_kind(path, detail["input"], "lijst", source, root)
        case "model_type" | "dict_type" | "model_attributes_type":
            return _wrong_kind(path, detail["input"], "groep", source, root)
    context = detail.get("ctx", {})
    if "oplossing" in context:
        is_key = detail["loc"][-1] == "[key]"
        return source.problem(path, Soort.FOUT, context["melding"], context["oplossing"], value=not is_key)
    return _wrong_kind(path, detail["input"], _TEXT, source, root)


def _unknown_key(path: KeyPath, given: object, source: Source, root: type[Antwoord]) -> Problem:
    key = str(path[-1])
    model = model_at(path[:-1], root)
    known = list(questions(model)) if model else []
    melding = f"De sleutel “{key}” ken ik hier niet."
    remedy = remedy_for(path) or did_you_mean(key, known) or _elsewhere(key, known, root)
    if " " in key and given is None:
        remedy = "Staat er een komma in je tekst? Zet de tekst dan tussen aanhalingstekens."
    return source.problem(path, Soort.FOUT, melding, remedy)


def _elsewhere(key: str, known: list[str], root: type[Antwoord]) -> str:
    """Say where a key belongs, or which keys are possible here."""
    for group in questions(root).values():
        if group.model and key in questions(group.model):
            return f"Deze sleutel hoort bij “{group.naam}”. Controleer de inspringing."
    if key in questions(root):
        return f"De sleutel “{key}” hoort helemaal links te staan. Controleer de inspringing."
    return f"Hier kun je kiezen uit: {', '.join(known)}."


def _missing(path: KeyPath, source: Source, root: type[Antwoord]) -> Problem:
    question = field_at(path, root)
    melding = f"De sleutel “{path[-1]}” ontbreekt. Zonder dit antwoord is er geen plan te maken."
    example = question.voorbeeld if question and question.voorbeeld else "…"
    remedy = f"Vul in: {path[-1]}: {example}."
    if question is not None and question.model:
        inner = next((item for item in questions(question.model).values() if item.verplicht), None)
        remedy = f"Vul in: {path[-1]}, met daaronder {inner.naam}: {inner.voorbeeld}." if inner else remedy
    return source.problem(path, Soort.FOUT, melding, remedy)


def _wrong_choice(path: KeyPath, given: str, source: Source, root: type[Antwoord]) -> Problem:
    question = field_at(path, root)
    choices = list(question.keuzes) if question else []
    melding = f"“{given}” is hier geen keuze."
    remedy = did_you_mean(given, choices) or f"Kies uit: {', '.join(choices)}."
    return source.problem(path, Soort.FOUT, melding, remedy, value=True)


def _wrong_kind(path: KeyPath, given: object, wanted: str, source: Source, root: type[Antwoord]) -> Problem:
    """Report a list where a text belongs, and the like."""
    question = field_at(path, root)
    if question and question.keuzes and wanted == _TEXT:
        wanted = "keuze"
    found = KINDS.get(type(given).__name__, "iets anders")
    names = {_TEXT: "een tekst", "lijst": "een lijst", "groep": "een groep met sleutels", "keuze": "een keuze"}
    melding = f"Hier hoort {names[wanted]}, maar er staat {found}."
    if given is None:
        melding = "Dit onderdeel van de lijst is leeg."
    remedy = remedy_for(path) or _remedy_for_kind(path, given, wanted, root)
    return source.problem(path, Soort.FOUT, melding, remedy, value=given is not None)


def _remedy_for_kind(path: KeyPath, given: object, wanted: str, root: type[Antwoord]) -> str:
    if given is None:
        return "Vul het in, of haal het streepje weg."
    if wanted == "lijst":
        return "Zet er een streepje en een spatie voor, op een nieuwe regel."
    if wanted == "groep":
        model = model_at(path, root)
        keys = ", ".join(list(questions(model))[:4]) if model else ""
        return f"Zet de antwoorden onder sleutels: {keys}." if keys else "Zet de antwoorden onder sleutels."
    if isinstance(given, dict):
        return "Staat er een dubbele punt in je tekst? Zet de hele tekst tussen aanhalingstekens."
    return "Schrijf één tekst, zonder streepje ervoor."
