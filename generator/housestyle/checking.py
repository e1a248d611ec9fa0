"""Checks what the keys of `huisstijl.yaml` mean together: whole lists, readable colours, a Word file that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.colours import ENOUGH, Colour, contrast, darkened, readable_on, shown
from generator.housestyle.model import EXAMPLE, Huisstijl, Kleuren
from generator.plan.chapters import INDISPENSABLE
from generator.problems import Problem, Soort
from generator.suggestions import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from generator.source import Source


def further_problems(model: Huisstijl, source: Source, folder: Path, known: Iterable[Problem]) -> list[Problem]:
    """Return what is wrong beyond the shape of the file.

    Args:
        model: The sound part of the file.
        source: The file.
        folder: Where it is.
        known: The faults in its shape; what they are about is not looked at again.
    """
    faulty = {problem.sleutel for problem in known}
    found = [*_in_lists(model, source), *_in_colours(model, source), *_word_file(model, source, folder)]
    return [problem for problem in found if not _is_known(problem.sleutel, faulty)]


def _is_known(key: str, faulty: set[str]) -> bool:
    group = key.partition("[")[0]
    return any(fault == group or fault.startswith((f"{group}.", f"{group}[")) for fault in faulty)


def _in_lists(model: Huisstijl, source: Source) -> Iterator[Problem]:
    for key, names in (("hoofdstukken", model.hoofdstukken), ("bijlagen", model.bijlagen)):
        for index, name in enumerate(names or ()):
            if name in (names or ())[:index]:
                melding = f"“{name}” staat hier dubbel."
                yield source.problem((key, index), Soort.FOUT, melding, "Houd één van de twee over.")
    for name in INDISPENSABLE if model.hoofdstukken is not None else ():
        if name not in (model.hoofdstukken or ()):
            melding = f"Het hoofdstuk “{name}” ontbreekt. Een plan behandelt altijd het hele kader."
            remedy = f"Zet “{name}” in de lijst, op de plaats die je wilt."
            yield source.problem(("hoofdstukken",), Soort.FOUT, melding, remedy)


def _in_colours(model: Huisstijl, source: Source) -> Iterator[Problem]:
    for name in Kleuren.model_fields:
        colour = getattr(model.kleuren, name)
        if colour is None:
            continue
        if colour.pair is None:
            melding, remedy = "De kleur van de achtergrond ontbreekt.", f"Vul in: achtergrond: {EXAMPLE}."
            yield source.problem(("kleuren", name), Soort.FOUT, melding, remedy, value=True)
        elif contrast(*colour.pair) < ENOUGH:
            yield source.problem(("kleuren", name), Soort.FOUT, *_hard_to_read(*colour.pair), value=True)


def _hard_to_read(background: Colour, ink: Colour) -> tuple[str, str]:
    """Return what is wrong and what to do: the same colour but darker where that reads, else black or white."""
    measured = shown(contrast(background, ink))
    melding = (
        f"De tekst #{ink.digits} is op #{background.digits} slecht te lezen: het contrast is {measured} op 1."
        f" Nodig is ten minste {shown(ENOUGH)} op 1."
    )
    darker = darkened(ink, background)
    better = darker if contrast(darker, background) >= ENOUGH else readable_on(background)
    return melding, f'Kies een andere kleur voor de tekst, bijvoorbeeld "#{better.digits}".'


def _word_file(model: Huisstijl, source: Source, folder: Path) -> Iterator[Problem]:
    from generator.housestyle.finding import word_files

    if model.word and not (folder / model.word).is_file():
        names = [item.name for item in word_files(folder)]
        remedy = did_you_mean(model.word, names) or "Zet het Word-bestand in dezelfde map, of haal deze regel weg."
        melding = f"Het bestand “{model.word}” staat niet in deze map."
        yield source.problem(("word",), Soort.FOUT, melding, remedy, value=True)
