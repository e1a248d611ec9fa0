"""Says what is wrong with the shape of a file and what to do: an unknown key, a list for a text, a missing name.

Read by `tree_reading`, which finds these faults. `root` is the model of the whole file: that of the answers, or of a
house style.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.answers.questions import questions
from generator.problems import Soort
from generator.source import at
from generator.source.characters import LINE_END
from generator.suggestions import closest, did_you_mean

if TYPE_CHECKING:
    from generator.answers.questions import Antwoord, Vraag
    from generator.problems import Problem
    from generator.source import KeyPath, Source, Tree

LIST, GROUP, TEXT, CHOICE = "een lijst", "een groep met sleutels", "een tekst", "een keuze"
KINDS = {"list": LIST, "dict": GROUP, "str": TEXT, "NoneType": "niets"}
"""What a piece of a tree is called, by its type."""

_FIRST_SKETCH: dict[tuple[str, ...], str] = {
    ("schema",): "Haal deze regel weg. Hij is niet nodig.",
    ("periode", "tot"): "Bedoelde je “tot_en_met”?",
    ("principes", "bron"): "Bedoelde je “keuze”? Kies uit: voorgesteld, bevestigd, eigen.",
    ("interventies", "naam"): "Bedoelde je “titel” (eigen interventie) of “lokale_naam” (uit het kader)?",
    ("interventies", "risico_veiligheid_medewerkers"): "Bedoelde je “veiligheid_medewerkers”?",
    ("financien", "jaren"): "Haal deze regel weg. De jaren staan bij de bedragen: {2026: 58000, 2027: 74000}.",
    ("financien", "eenheid"): "Haal deze regel weg. Bedragen zijn altijd in hele euro’s.",
    ("lasten", "bedragen"): "Schrijf het jaar bij elk bedrag: {2026: 58000, 2027: 74000}.",
    ("dekking", "bedragen"): "Schrijf het jaar bij elk bedrag: {2026: 58000, 2027: 74000}.",
}
"""What to do about a key of the first sketch of the answer file, by the end of its path without numbers."""


def unknown_key(path: KeyPath, given: Tree, model: type[Antwoord], source: Source, root: type[Antwoord]) -> Problem:
    """Return the problem of a key that a group does not know, with what was probably meant or where it belongs."""
    key = str(path[-1])
    known = list(questions(model))
    if given is None and (whole := _cut_by_comma(path, source)):
        melding = f"Tussen accolades begint na een komma een nieuwe sleutel. Hier is dat “{key}”."
        remedy = f"Zet de hele waarde tussen aanhalingstekens. Schrijf: {whole}"
        return source.problem(path, Soort.FOUT, melding, remedy)
    remedy = _renamed(path) or did_you_mean(key, known) or _name_of_item(path, known) or _elsewhere(key, known, root)
    return source.problem(path, Soort.FOUT, f"De sleutel “{key}” ken ik hier niet.", remedy)


def _cut_by_comma(path: KeyPath, source: Source) -> str:
    """Return a key in braces with its whole value, of which a comma made the last part a key; empty where none did."""
    group = at(source.tree, path[:-1])
    if not isinstance(group, dict):
        return ""
    regel, kolom = source.position(path)
    lines = LINE_END.split(source.text)
    before = lines[regel - 1][: kolom - 1] if regel <= len(lines) else ""
    names = list(group)
    earlier = names[: names.index(str(path[-1]))]
    value = group[earlier[-1]] if earlier else None
    if not isinstance(value, str) or not before.rstrip().endswith(","):
        return ""
    return f'{earlier[-1]}: "{value},{before[len(before.rstrip()) :]}{path[-1]}"'


def _name_of_item(path: KeyPath, known: list[str]) -> str:
    """Say what is asked first where a key is the name of the item itself: `actie` in a list of `acties`."""
    holder = next((part for part in reversed(path[:-1]) if isinstance(part, str)), "")
    is_item = len(path) > 1 and isinstance(path[-2], int) and closest(str(path[-1]), [holder])
    return f"Bedoelde je “{next((name for name in known if name != 'id'), '')}”?" if is_item else ""


def _elsewhere(key: str, known: list[str], root: type[Antwoord]) -> str:
    """Say where a key belongs, or which keys are possible here."""
    for group in questions(root).values():
        if group.model and key in questions(group.model):
            return f"Deze sleutel hoort bij “{group.naam}”. Controleer de inspringing."
    if key in questions(root):
        return f"De sleutel “{key}” hoort helemaal links te staan. Controleer de inspringing."
    return f"Hier kun je kiezen uit: {', '.join(known)}."


def double_key(path: KeyPath, source: Source) -> Problem:
    """Return the problem of a key that says the same as one before it: `01` after `1`, `2027` beside `2026-2028`."""
    key = str(path[-1]).strip()
    melding = f"De sleutel “{key}” staat hier dubbel."
    return source.problem((*path[:-1], key), Soort.FOUT, melding, "Houd één van de twee over.")


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
    return source.problem(path, Soort.FOUT, melding, _renamed(path) or usual, value=given is not None)


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


def _renamed(path: KeyPath) -> str:
    """Return the remedy for a key that has another name or form now; empty when there is none."""
    names = tuple(part for part in path if isinstance(part, str))
    return _FIRST_SKETCH.get(names[-2:], "") or (_FIRST_SKETCH.get(names, "") if len(names) == 1 else "")
