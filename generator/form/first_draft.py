"""Writes a new answer file: the few questions of a first draft, with the way to all others."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from generator.answers.questions import questions
from generator.answers.schema import SCHEMA_FILE, SCHEMA_LINE, schema_text
from generator.form.wording import asked_at, comment, explained

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.framework import Framework

ANSWERS = Path("antwoorden.yaml")
"""The name of an answer file."""
FIRST = (
    *("gemeente.naam", "wijk.naam", "wijk.afbakening", "wijk.inwoners", "wijk.aanleiding", "wijk.cijfers"),
    *("wijk.beleving.tekst", "doelen.visie", "doelen.lijst", "randvoorwaarden", "interventies"),
    *("organisatie.partners", "document.periode.van", "document.periode.tot_en_met", "document.auteurs"),
    *("document.opdrachtgever", "document.portefeuillehouder", "besluit.bevoegd_orgaan", "besluit.beslispunten"),
)
"""The questions of a first draft, in the order in which one thinks of them."""
_ITEMS = {
    "wijk.cijfers": ("indicator", "wijk", "jaar", "bron"),
    "doelen.lijst": ("id", "termijn", "tekst"),
    "organisatie.partners": ("naam",),
    "besluit.beslispunten": (),
}
"""What to begin with in each item of a list; where there is nothing, an item is a text."""
_BESIDE = {
    "wijk.cijfers": "Begin met drie.\nEén erbij: wijkplan voeg-toe cijfer",
    "doelen.lijst": "\nEén erbij: wijkplan voeg-toe doel",
    "organisatie.partners": "Eén erbij: wijkplan voeg-toe partner",
    "document.auteurs": "Bijvoorbeeld: S. de Wit, adviseur veiligheid",
    "document.opdrachtgever": "Bijvoorbeeld: directeur Veiligheid",
    "document.portefeuillehouder": "Bijvoorbeeld: burgemeester",
    "randvoorwaarden": "Kies: op_orde, deels, niet of onbekend.\nMeer over één ervan: wijkplan vraag urgentiebesef",
    "interventies": "\nZoek ze bij je probleem, zoals: wijkplan kader --zoek woonfraude"
    "\nEén erbij: wijkplan voeg-toe interventie jongerenwerk",
}
"""What to say beside some of the questions."""

_HEAD = f"""\
{SCHEMA_LINE}
#
# Het begin van een plan van aanpak. Vul in wat je weet. Wat leeg blijft, wordt een open punt in het plan.
# - Zet je antwoord achter de dubbele punt. Een lange tekst: >- erachter, en de tekst ingesprongen eronder.
# - Staat er een hekje of dubbele punt in je tekst? Zet de tekst tussen "aanhalingstekens".
# - Regels met een hekje ervoor zijn uitleg. Wil je een voorbeeld invullen? Haal eerst het hekje weg.
#
# Zien wat ontbreekt:   wijkplan controleer        Zien wat je nog meer kunt invullen:  wijkplan vraag
# Het plan maken:       wijkplan genereer          Er iets bij zetten, met uitleg:      wijkplan voeg-toe
"""
_REST = (
    "Later kun je meer vragen beantwoorden: over geld, planning, risico’s, privacy, communicatie en monitoring. "
    "Zie: wijkplan vraag"
)


def with_schema(answers: str | bytes, kader: Framework) -> dict[Path, bytes]:
    """Return the files of a new plan by their place in its folder: the answers, and what explains them in an editor."""
    data = answers.encode("utf-8") if isinstance(answers, str) else answers
    return {ANSWERS: data, Path(SCHEMA_FILE): schema_text(kader).encode("utf-8")}


def first_draft(kader: Framework, gemeente: str | None, wijk: str | None) -> str:
    """Return the text of a new answer file, with the names of municipality and neighbourhood if known."""
    names = {"gemeente.naam": gemeente, "wijk.naam": wijk}
    parts = [_HEAD]
    for part in dict.fromkeys(key.partition(".")[0] for key in FIRST):
        keys = [key for key in FIRST if key.partition(".")[0] == part]
        parts.append("\n".join(_part(part, keys, kader, names)) + "\n")
    return "\n".join([*parts, "\n".join(comment(_REST)) + "\n"])


def _part(part: str, keys: list[str], kader: Framework, names: dict[str, str | None]) -> Iterator[str]:
    """Yield a part of the file: its questions, each below the keys of the groups that it is in."""
    there: set[str] = set()
    for key in keys:
        groups = key.split(".")[:-1]
        for depth, group in enumerate(groups):
            if (place := ".".join(groups[: depth + 1])) not in there:
                there.add(place)
                yield f"{'  ' * depth}{group}:"
        yield from _question(key, len(groups) * 2, names.get(key))
    if part == "randvoorwaarden":
        yield from _conditions(kader)


def _question(key: str, indent: int, answer: str | None) -> Iterator[str]:
    """Yield a question with its key; what may stand in an item of a list is ready behind a hash."""
    question = asked_at(key)
    space = " " * indent
    if answer is None:
        told = f"{explained(question, reason=False)} {_BESIDE.get(key, '')}"
        yield from (line for text in told.splitlines() for line in comment(text, indent))
    yield f"{space}{question.naam}:{f' {_quoted(answer)}' if answer else ''}"
    if key not in _ITEMS:
        return
    asked = questions(question.model) if question.model else {}
    rows = [(f"{name}:", asked[name].vraag) for name in _ITEMS[key]] or [("…", "Eén punt per streepje.")]
    for number, (name, text) in enumerate(rows):
        yield f"{space}#   {' ' if number else '-'} {name}".ljust(indent + 20) + f"# {text}"


def _conditions(kader: Framework) -> Iterator[str]:
    """Yield the key of each condition, below the title of its building block."""
    blocks = {block.id: block.titel for block in kader.bouwstenen}
    last = None
    for condition in kader.randvoorwaarden:
        if condition.bouwsteen != last:
            yield f"  # {blocks[condition.bouwsteen]}"
            last = condition.bouwsteen
        yield f"  {condition.id}:"


def _quoted(value: str) -> str:
    """Return a text between quotes, so that no sign in it has a meaning; JSON strings are YAML too."""
    return json.dumps(value, ensure_ascii=False)
