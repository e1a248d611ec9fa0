"""Says what is wrong with the shape of a file and what to do: an unknown key, a list for a text, a missing name.

Read by `tree_reading`, which finds these faults. `root` is the model of the whole file: that of the answers, or of a
house style.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.answers.hints import remedy_for
from generator.answers.questions import questions
from generator.problems import Soort
from generator.suggestions import did_you_mean

if TYPE_CHECKING:
    from generator.answers.questions import Antwoord, Vraag
    from generator.problems import Problem
    from generator.source import KeyPath, Source, Tree

LIST, GROUP, TEXT, CHOICE = "een lijst", "een groep met sleutels", "een tekst", "een keuze"
KINDS = {"list": LIST, "dict": GROUP, "str": TEXT, "NoneType": "niets"}
"""What a piece of a tree is called, by its type."""


def unknown_key(path: KeyPath, given: Tree, model: type[Antwoord], source: Source, root: type[Antwoord]) -> Problem:
    """Return the problem of a key that a group does not know, with what was probably meant or where it belongs."""
    key = str(path[-1])
    known = list(questions(model))
    remedy = remedy_for(path) or did_you_mean(key, known) or _elsewhere(key, known, root)
    if " " in key and given is None:
        remedy = "Staat er een komma in je tekst? Zet de tekst dan tussen aanhalingstekens."
    return source.problem(path, Soort.FOUT, f"De sleutel “{key}” ken ik hier niet.", remedy)


def _elsewhere(key: str, known: list[str], root: type[Antwoord]) -> str:
    """Say where a key belongs, or which keys are possible here."""
    for group in questions(root).values():
        if group.model and key in questions(group.model):
            return f"Deze sleutel hoort bij “{group.naam}”. Controleer de inspringing."
    if key in questions(root):
        return f"De sleutel “{key}” hoort helemaal links te staan. Controleer de inspringing."
    return f"Hier kun je kiezen uit: {', '.join(known)}."


def double_key(path: KeyPath, source: Source) -> Problem:
    """Return the problem of a key that says the same as one before it: `" 2026"` after `2026`."""
    melding = f"De sleutel “{str(path[-1]).strip()}” staat hier dubbel."
    return source.problem(path, Soort.FOUT, melding, "Houd één van de twee over.")


def missing(path: KeyPath, question: Vraag, source: Source) -> Problem:
    """Return the problem of an answer without which there is not even a draft."""
    naam = question.naam
    melding = f"De sleutel “{naam}” ontbreekt. Zonder dit antwoord is er geen plan te maken."
    remedy = f"Vul in: {naam}: {question.voorbeeld or '…'}."
    if question.model is not None:
        inner = next((item for item in questions(question.model).values() if item.verplicht), None)
        remedy = f"Vul in: {naam}, met daaronder {inner.naam}: {inner.voorbeeld}." if inner else remedy
    return source.problem(path, Soort.FOUT, melding, remedy)


def wrong_kind(path: KeyPath, given: Tree, wanted: str, question: Vraag, source: Source) -> Problem:
    """Return the problem of a list where a text belongs, and the like.

    Args:
        path: The place.
        given: What stands there.
        wanted: What belongs there: `LIST`, `GROUP`, `TEXT` or `CHOICE`.
        question: The question that is answered there.
        source: The file.
    """
    if given is None and question.is_tabel:
        melding, usual = f"Achter “{path[-1]}” staat niets.", "Vul het in, of haal de regel weg."
    elif given is None:
        melding, usual = "Dit onderdeel van de lijst is leeg.", "Vul het in, of haal het streepje weg."
    else:
        melding = f"Hier hoort {wanted}, maar er staat {KINDS[type(given).__name__]}."
        usual = _as_wanted(given, wanted, question)
    return source.problem(path, Soort.FOUT, melding, remedy_for(path) or usual, value=given is not None)


def _as_wanted(given: Tree, wanted: str, question: Vraag) -> str:
    """Return how to write what belongs in a place."""
    if wanted == LIST:
        return "Zet er een streepje en een spatie voor, op een nieuwe regel."
    if wanted == GROUP:
        keys = ", ".join(list(questions(question.model))[:4]) if question.model else ""
        return f"Zet de antwoorden onder sleutels: {keys}." if keys else "Zet de antwoorden onder sleutels."
    if wanted == CHOICE:
        return f"Kies uit: {', '.join(question.keuzes)}."
    if isinstance(given, dict):
        return "Staat er een dubbele punt in je tekst? Zet de hele tekst tussen aanhalingstekens."
    return "Schrijf één tekst, zonder streepje ervoor."
