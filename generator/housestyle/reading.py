"""Reads `huisstijl.yaml` into what the plan and the Word writer are asked to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.answers.parsing import read_model
from generator.housestyle.checking import further_problems
from generator.housestyle.model import Huisstijl
from generator.plan import Layout
from generator.plan.chapters import APPENDICES, CHAPTERS
from generator.problems import ProblemsError, Soort
from generator.source import load
from generator.word.options import Options
from generator.word.roles import PUBLIC

if TYPE_CHECKING:
    from pathlib import Path

    from generator.source import Source


@dataclass(frozen=True, slots=True)
class Settings:
    """What a settings file asks."""

    word: str | None
    """The name of the Word file, where the file gives it."""
    layout: Layout
    options: Options
    source: Source
    """The file, which knows the line of each key."""


def read_settings(path: Path) -> Settings:
    """Return what a settings file asks.

    Raises:
        ProblemsError: The file is no YAML, or something in it is wrong; with all that is wrong.
    """
    source = load(path)
    tree = {} if source.tree is None else source.tree
    if not isinstance(tree, dict):
        melding = "Een huisstijlbestand bestaat uit sleutels, zoals nummering: ja."
        raise ProblemsError(
            [source.problem((), Soort.FOUT, melding, "Begin opnieuw met: wijkplan huisstijl nieuw MAP.")]
        )
    model, problems = read_model(source, tree, Huisstijl)
    further = [] if model is None else further_problems(model, source, path.parent, problems)
    if problems or further or model is None:
        raise ProblemsError([*problems, *further])
    return Settings(model.word, _layout(model), _options(model), source)


def _layout(model: Huisstijl) -> Layout:
    return Layout(
        hoofdstukken=CHAPTERS if model.hoofdstukken is None else model.hoofdstukken,
        bijlagen=APPENDICES if model.bijlagen is None else model.bijlagen,
        woorden=model.woorden,
    )


def _options(model: Huisstijl) -> Options:
    colours = {name: getattr(model.kleuren, name) for name in type(model.kleuren).model_fields}
    pairs = {PUBLIC[name]: colour.pair for name, colour in colours.items() if colour is not None and colour.pair}
    return Options(
        styles={PUBLIC[role]: style for role, style in model.stijlen.items()},
        colours={role: (background.digits, ink.digits) for role, (background, ink) in pairs.items()},
        numbered=model.nummering,
        place=model.inhoud,
        labels={key.capitalize(): model.woorden[key] for key in ("tabel", "figuur") if key in model.woorden},
    )
