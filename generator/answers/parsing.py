"""Turns the tree of an answer file into answers, and every fault in its shape into a problem.

What is wrong is left out and the rest is read again, so that later stages can report on the sound part:
the adviser sees all problems at once.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import ValidationError

from generator.answers import Antwoorden
from generator.answers.emptiness import without_empty_groups
from generator.answers.hints import remedy_for
from generator.answers.shape import Vraag, field_at, model_at, questions
from generator.problems import Problem, Soort
from generator.suggestions import did_you_mean

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from generator.source import KeyPath, Source, Tree

STAND_IN = "?"
"""Stands for a name that is missing, while the rest of the file is checked."""

_TEXT = "tekst"
_ROUNDS = 9
"""A fault can hide one below it; the answer file is eight levels deep."""
_KINDS = {"list": "een lijst", "dict": "een groep met sleutels", "str": "een tekst", "NoneType": "niets"}


@dataclass(frozen=True, slots=True)
class Reading:
    """What an answer file says."""

    antwoorden: Antwoorden
    """The sound answers; all of them when there are no problems."""
    problems: tuple[Problem, ...]


def read_answers(source: Source) -> Reading:
    """Return the answers in a file, with every fault in their shape."""
    tree = copy.deepcopy(source.tree)
    if not isinstance(tree, dict):
        found = _KINDS[type(tree).__name__]
        melding = f"Een antwoordenbestand bestaat uit sleutels met antwoorden. Hier staat {found}."
        problem = source.problem((), Soort.FOUT, melding, "Begin met een nieuw bestand: wijkplan nieuw MAP.")
        return Reading(_smallest(), (problem,))
    problems: list[Problem] = []
    for _ in range(_ROUNDS):
        try:
            return Reading(without_empty_groups(Antwoorden.model_validate(tree)), tuple(problems))
        except ValidationError as error:
            details = error.errors(include_url=False)
            problems += [_problem(detail, source) for detail in details]
            for path in sorted((_place(detail) for detail in details), key=_deepest_last_first):
                _leave_out(tree, path)
    return Reading(_smallest(), tuple(problems))


def _smallest() -> Antwoorden:
    return Antwoorden.model_validate({"gemeente": {"naam": STAND_IN}, "wijk": {"naam": STAND_IN}})


def _deepest_last_first(path: KeyPath) -> tuple[int, ...]:
    """Sort so that leaving out one item of a list does not move the next one."""
    return tuple(-part if isinstance(part, int) else 0 for part in path)


def _place(detail: ErrorDetails) -> KeyPath:
    return tuple(part for part in detail["loc"] if part != "[key]")


def _leave_out(tree: Tree, path: KeyPath) -> None:
    """Take a faulty value out of the tree; put a stand-in where a name is missing."""
    parent: Tree = tree
    for part in path[:-1]:
        if isinstance(parent, dict) and isinstance(part, str) and part not in parent:
            parent[part] = {}
        parent = _child(parent, part)
    last = path[-1]
    if isinstance(parent, list) and isinstance(last, int) and last < len(parent):
        del parent[last]
    elif isinstance(parent, dict) and isinstance(last, str):
        question = field_at(path)
        if question is not None and question.verplicht:
            parent[last] = _stand_in(question)
        else:
            parent.pop(last, None)


def _stand_in(question: Vraag) -> Tree:
    """Return the least that answers a question that must have an answer."""
    if question.model is None:
        return STAND_IN
    return {inner.naam: STAND_IN for inner in questions(question.model).values() if inner.verplicht}


def _child(tree: Tree, part: str | int) -> Tree:
    if isinstance(tree, dict):
        return tree.get(str(part))
    return tree[part] if isinstance(tree, list) and isinstance(part, int) else None


def _problem(detail: ErrorDetails, source: Source) -> Problem:
    path = _place(detail)
    match detail["type"]:
        case "extra_forbidden":
            return _unknown_key(path, detail["input"], source)
        case "missing":
            return _missing(path, source)
        case "literal_error":
            return _wrong_choice(path, str(detail["input"]), source)
        case "string_type" | "string_too_short":
            return _wrong_kind(path, detail["input"], _TEXT, source)
        case "tuple_type":
            return _wrong_kind(path, detail["input"], "lijst", source)
        case "model_type" | "dict_type" | "model_attributes_type":
            return _wrong_kind(path, detail["input"], "groep", source)
    context = detail.get("ctx", {})
    if "oplossing" in context:
        is_key = detail["loc"][-1] == "[key]"
        return source.problem(path, Soort.FOUT, context["melding"], context["oplossing"], value=not is_key)
    return _wrong_kind(path, detail["input"], _TEXT, source)


def _unknown_key(path: KeyPath, given: object, source: Source) -> Problem:
    key = str(path[-1])
    model = model_at(path[:-1])
    known = list(questions(model)) if model else []
    melding = f"De sleutel “{key}” ken ik hier niet."
    remedy = remedy_for(path) or did_you_mean(key, known) or _elsewhere(key, known)
    if " " in key and given is None:
        remedy = "Staat er een komma in je tekst? Zet de tekst dan tussen aanhalingstekens."
    return source.problem(path, Soort.FOUT, melding, remedy)


def _elsewhere(key: str, known: list[str]) -> str:
    """Say where a key belongs, or which keys are possible here."""
    for group in questions(Antwoorden).values():
        if group.model and key in questions(group.model):
            return f"Deze sleutel hoort bij “{group.naam}”. Controleer de inspringing."
    if key in questions(Antwoorden):
        return f"De sleutel “{key}” hoort helemaal links te staan. Controleer de inspringing."
    return f"Hier kun je kiezen uit: {', '.join(known)}."


def _missing(path: KeyPath, source: Source) -> Problem:
    question = field_at(path)
    melding = f"De sleutel “{path[-1]}” ontbreekt. Zonder dit antwoord is er geen plan te maken."
    example = question.voorbeeld if question and question.voorbeeld else "…"
    remedy = f"Vul in: {path[-1]}: {example}."
    if question is not None and question.model:
        inner = next((item for item in questions(question.model).values() if item.verplicht), None)
        remedy = f"Vul in: {path[-1]}, met daaronder {inner.naam}: {inner.voorbeeld}." if inner else remedy
    return source.problem(path, Soort.FOUT, melding, remedy)


def _wrong_choice(path: KeyPath, given: str, source: Source) -> Problem:
    question = field_at(path)
    choices = list(question.keuzes) if question else []
    melding = f"“{given}” is hier geen keuze."
    remedy = did_you_mean(given, choices) or f"Kies uit: {', '.join(choices)}."
    return source.problem(path, Soort.FOUT, melding, remedy, value=True)


def _wrong_kind(path: KeyPath, given: object, wanted: str, source: Source) -> Problem:
    """Report a list where a text belongs, and the like."""
    question = field_at(path)
    if question and question.keuzes and wanted == _TEXT:
        wanted = "keuze"
    found = _KINDS.get(type(given).__name__, "iets anders")
    names = {_TEXT: "een tekst", "lijst": "een lijst", "groep": "een groep met sleutels", "keuze": "een keuze"}
    melding = f"Hier hoort {names[wanted]}, maar er staat {found}."
    if given is None:
        melding = "Dit onderdeel van de lijst is leeg."
    remedy = remedy_for(path) or _remedy_for_kind(path, given, wanted)
    return source.problem(path, Soort.FOUT, melding, remedy, value=given is not None)


def _remedy_for_kind(path: KeyPath, given: object, wanted: str) -> str:
    if given is None:
        return "Vul het in, of haal het streepje weg."
    if wanted == "lijst":
        return "Zet er een streepje en een spatie voor, op een nieuwe regel."
    if wanted == "groep":
        model = model_at(path)
        keys = ", ".join(list(questions(model))[:4]) if model else ""
        return f"Zet de antwoorden onder sleutels: {keys}." if keys else "Zet de antwoorden onder sleutels."
    if isinstance(given, dict):
        return "Staat er een dubbele punt in je tekst? Zet de hele tekst tussen aanhalingstekens."
    return "Schrijf één tekst, zonder streepje ervoor."
