"""Writes a new answer file: every question with its explanation, ready to fill in."""

from __future__ import annotations

import json
from textwrap import wrap
from typing import TYPE_CHECKING

from generator.answers import Antwoorden
from generator.answers.interventies import InterventieAntwoord
from generator.answers.questions import Vraag, questions
from generator.answers.schema import SCHEMA_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.answers import Antwoord
    from generator.framework import Framework, Randvoorwaarde

WIDTH = 100
STARTERS = ("stadsmarinier_boa", "communicatiestrategie_gebied")
"""Interventions of the framework to start from: the first shows presence, the second results."""

_HEAD = f"""\
# yaml-language-server: $schema={SCHEMA_FILE}
#
# Antwoorden voor een plan van aanpak wijkaanpak ondermijning.
#
# Zo werkt het:
# - Een regel die met een hekje (#) begint, is uitleg. Die komt niet in het plan.
# - Zet je antwoord achter de dubbele punt, met een spatie ertussen.
# - Laat de spaties aan het begin van een regel staan. Gebruik geen tab.
# - Staat er een dubbele punt, komma of hekje in je tekst? Zet de tekst tussen "aanhalingstekens".
# - Lange tekst: zet >- achter de dubbele punt. Schrijf de tekst ingesprongen op de regels eronder.
# - Wat je leeg laat, komt als open punt in het plan.
# - Alleen de namen van gemeente en wijk zijn verplicht.
#
# Controleren:  wijkplan controleer antwoorden.yaml
# Plan maken:   wijkplan genereer antwoorden.yaml
"""


def answer_file(kader: Framework, gemeente: str | None, wijk: str | None) -> str:
    """Return the text of a new answer file, with the names of municipality and neighbourhood if known."""
    names: dict[tuple[str, ...], str | None] = {("gemeente", "naam"): gemeente, ("wijk", "naam"): wijk}
    parts = [_HEAD]
    for name, question in questions(Antwoorden).items():
        body = _special(name, kader) or list(_question(question, 0, (name,), names))
        parts.append("\n".join([*_comment(_explained(question, example=False), 0), *body]) + "\n")
    return "\n".join(parts)


def _special(name: str, kader: Framework) -> list[str] | None:
    """Return the parts that the framework fills in."""
    if name == "randvoorwaarden":
        conditions = [line for condition in kader.randvoorwaarden for line in _condition(condition)]
        return ["randvoorwaarden:", *conditions]
    if name == "interventies":
        starters = [line for key in STARTERS for line in _intervention(key, kader)]
        return ["interventies:", *starters]
    return None


def _condition(condition: Randvoorwaarde) -> Iterator[str]:
    yield ""
    yield from _comment(f"{condition.nr}. {condition.titel}. {condition.toelichting}", 2)
    yield f"  {condition.id}:"
    yield "    # op_orde, deels, niet of onbekend"
    yield "    status: onbekend"
    yield "    # Waarom staat deze randvoorwaarde er zo voor?"
    yield "    onderbouwing:"
    yield "    # Hoe staat elk onderdeel ervoor? Haal het hekje weg en kies op_orde, deels, niet of onbekend."
    yield "    eisen:"
    for eis in condition.eisen:
        yield from _comment(f"{eis.nr}. {eis.tekst}", 6)
        yield f"      # {eis.nr}: deels"
    yield "    # Waaruit blijkt dat? Noem stukken of afspraken, met een streepje ervoor."
    yield "    bewijs:"
    yield "    # Acties. Het kader stelt voor (geef het nummer bij uit_kader):"
    for action in condition.acties:
        yield from _comment(f"{action.nr}. {action.tekst}", 4)
    yield "    acties:"
    yield from ("    # - wat: …", "    #   wie: adviseur OOV", "    #   wanneer: 30-4-2026", "    #   uit_kader: 1")


def _intervention(key: str, kader: Framework) -> Iterator[str]:
    found = kader.interventie(key)
    yield ""
    yield from _comment(f"{found.titel}. {found.doel} Resultaat: {found.beoogd_resultaat}", 2)
    yield f"  - id: {key}"
    own_only = {"id", "titel", "categorie", "doel", "resultaat"}
    for name, question in questions(InterventieAntwoord).items():
        if name in own_only:
            continue
        yield from _comment(_explained(question), 4)
        yield from _question(question, 4, (name,), {})
        if name == "principes":
            titles = {principle.id: principle.titel for principle in kader.werkzame_principes}
            for proposal in found.voorgestelde_principes:
                yield f"    # Voorstel: {proposal.principe} ({titles[proposal.principe]})"


def _question(
    question: Vraag, indent: int, path: tuple[str, ...], names: dict[tuple[str, ...], str | None]
) -> Iterator[str]:
    """Yield the key of a question, with what stands below it."""
    space = " " * indent
    if question.is_lijst or question.is_tabel:
        yield f"{space}{question.naam}:"
        yield from _example_item(question, indent + 2 if indent == 0 else indent)
    elif question.model is not None:
        yield f"{space}{question.naam}:"
        yield from _group(question.model, indent + 2, path, names)
    else:
        value = names.get(path)
        start = question.voorbeeld if question.naam in {"status", "aanspreekvorm"} and question.voorbeeld else ""
        yield f"{space}{question.naam}:{f' {_quoted(value)}' if value else f' {start}' if start else ''}"


def _group(
    model: type[Antwoord], indent: int, path: tuple[str, ...], names: dict[tuple[str, ...], str | None]
) -> Iterator[str]:
    for name, question in questions(model).items():
        yield from _comment(_explained(question), indent)
        yield from _question(question, indent, (*path, name), names)


def _example_item(question: Vraag, indent: int) -> Iterator[str]:
    """Yield one item as a comment; without its hash it is ready to fill in."""
    space = " " * indent
    if question.model is None:
        example = "…" if question.is_lijst else (question.voorbeeld or "…")
        yield f"{space}# - {example}" if question.is_lijst else f"{space}#   {example}"
        return
    mark = "- "
    for name, inner in questions(question.model).items():
        if inner.model is not None and not inner.is_lijst:
            continue
        value = inner.voorbeeld or ("[…]" if inner.is_lijst else "…")
        yield f"{space}# {mark}{name}: {value}".ljust(indent + 40) + f"  # {inner.vraag}"
        mark = "  "


def _explained(question: Vraag, *, example: bool = True) -> str:
    shown = f"Bijvoorbeeld: {question.voorbeeld}" if example and question.voorbeeld else ""
    return " ".join(part for part in (question.vraag, question.waarom, shown) if part)


def _comment(text: str, indent: int) -> list[str]:
    return wrap(
        text,
        WIDTH,
        initial_indent=f"{' ' * indent}# ",
        subsequent_indent=f"{' ' * indent}# ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _quoted(value: str) -> str:
    """Return a text between quotes, so that no sign in it has a meaning; JSON strings are YAML too."""
    return json.dumps(value, ensure_ascii=False)
