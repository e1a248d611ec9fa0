"""Reads `huisstijl.yaml` into what the plan and the Word writer are asked to do, and checks it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.answers.questions import questions
from generator.answers.shape import known_keys
from generator.answers.tree_reading import read_model
from generator.colours import ENOUGH, contrast, darkened, readable, shown
from generator.housestyle.settings import EXAMPLE, Huisstijl, Kleuren, Kleurpaar
from generator.plan import Layout
from generator.plan.hoofdstukken import APPENDICES, CHAPTERS, INDISPENSABLE
from generator.problems import Problem, ProblemsError, Soort
from generator.resources import is_there
from generator.source import read
from generator.suggestions import did_you_mean
from generator.word.options import Options
from generator.word.roles import PUBLIC

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.source import Source


def _further_problems(
    model: Huisstijl, source: Source, word_files: Iterable[Path], known: Iterable[Problem]
) -> list[Problem]:
    """Return what is wrong beyond the shape of the file.

    Args:
        model: The sound part of the file.
        source: The file.
        word_files: The Word files beside it.
        known: The faults in its shape; what they are about is not looked at again.
    """
    faulty = {problem.sleutel for problem in known}
    found = [*_in_lists(model, source), *_in_colours(model, source), *_word_file(model, source, word_files)]
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
    tree = source.tree.get("kleuren") if isinstance(source.tree, dict) else None
    given = tree if isinstance(tree, dict) else {}
    for name in given:
        colour: Kleurpaar | None = getattr(model.kleuren, name, None)
        pair = colour.pair if colour else None
        if given[name] is None:
            melding = "Hier staat geen kleur. Een # zonder aanhalingstekens is in YAML een opmerking."
            remedy = f"Zet de kleur tussen aanhalingstekens: {EXAMPLE}."
        elif pair is None:
            melding, remedy = "De kleur van de achtergrond ontbreekt.", f"Vul in: achtergrond: {EXAMPLE}."
        elif contrast(*pair) < ENOUGH:
            melding, remedy = _hard_to_read(*pair)
        else:
            continue
        yield source.problem(("kleuren", name), Soort.FOUT, melding, remedy, value=True)


def _hard_to_read(background: str, ink: str) -> tuple[str, str]:
    """Return what is wrong and what to do: the same colour but darker where that reads, else black or white."""
    measured = shown(contrast(background, ink))
    melding = (
        f"De tekst #{ink} is op #{background} slecht te lezen: het contrast is {measured} op 1."
        f" Nodig is ten minste {shown(ENOUGH)} op 1."
    )
    better = readable(background, darkened(ink, background))
    return melding, f'Kies een andere kleur voor de tekst, bijvoorbeeld "#{better}".'


def _word_file(model: Huisstijl, source: Source, word_files: Iterable[Path]) -> Iterator[Problem]:
    if model.word and not (Path(model.word).name == model.word and is_there(Path(source.name).parent / model.word)):
        names = [item.name for item in word_files]
        remedy = did_you_mean(model.word, names) or "Zet het Word-bestand in dezelfde map, of haal deze regel weg."
        melding = f"Het bestand “{model.word}” staat niet in deze map."
        yield source.problem(("word",), Soort.FOUT, melding, remedy, value=True)


class Settings(Struct, frozen=True):
    """What a settings file asks."""

    word: str | None
    """The name of the Word file, where the file gives it."""
    layout: Layout
    options: Options
    source: Source
    """The file, which knows the line of each key."""


def read_settings(path: Path, word_files: Iterable[Path]) -> Settings:
    """Return what a settings file asks.

    Args:
        path: The settings file.
        word_files: The Word files beside it, of which it may name one.

    Raises:
        ProblemsError: The file is no YAML, or something in it is wrong; with all that is wrong.
    """
    source = read(path, known_keys(Huisstijl))
    tree = {} if source.tree is None else source.tree
    if not isinstance(tree, dict):
        melding = "Een huisstijlbestand bestaat uit sleutels, zoals nummering: ja."
        problem = source.problem((), Soort.FOUT, melding, "Begin opnieuw met: wijkplan huisstijl nieuw MAP.")
        raise ProblemsError([*source.faults, problem])
    model, problems = read_model(source, tree, Huisstijl)
    further = _further_problems(model, source, word_files, problems)
    if source.faults or problems or further:
        raise ProblemsError([*source.faults, *problems, *further])
    return Settings(model.word, _layout(model), _options(model), source)


def _layout(model: Huisstijl) -> Layout:
    return Layout(
        hoofdstukken=CHAPTERS if model.hoofdstukken is None else model.hoofdstukken,
        bijlagen=APPENDICES if model.bijlagen is None else model.bijlagen,
        woorden=_filled_in(model.woorden),
    )


def _options(model: Huisstijl) -> Options:
    colours: dict[str, Kleurpaar | None] = {name: getattr(model.kleuren, name) for name in questions(Kleuren)}
    words = _filled_in(model.woorden)
    pairs = {PUBLIC[name]: colour.pair for name, colour in colours.items() if colour is not None and colour.pair}
    return Options(
        styles={PUBLIC[role]: style for role, style in _filled_in(model.stijlen).items()},
        colours=pairs,
        numbered=model.nummering,
        place=model.inhoud,
        labels={key.capitalize(): words[key] for key in ("tabel", "figuur") if key in words},
    )


def _filled_in(texts: Mapping[str, str | None]) -> dict[str, str]:
    """Return a mapping without the keys that wait for a text."""
    return {key: text for key, text in texts.items() if text is not None}
