"""Answers of every kind in their spellings, and whole trees of them, drawn at random."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

from hypothesis import assume
from hypothesis import strategies as st
from ruamel.yaml import YAML

from generator.answers import Antwoorden
from generator.answers.framework_ids import with_framework_ids
from generator.answers.kinds import (
    Aantal,
    Bedrag,
    Bestand,
    Datum,
    Getal,
    Jaar,
    JaNee,
    Keuze,
    Kind,
    Nummer,
    Tekst,
    Tijdvak,
)
from generator.answers.questions import questions
from generator.answers.tree_reading import read_answers
from generator.checks import check, ids
from generator.checks.report import Report
from generator.framework import load_framework
from generator.problems import ProblemsError, Soort
from generator.source import Source, parse
from tests.support.spellings import spelled_amounts, spelled_counts, spelled_moments

if TYPE_CHECKING:
    from generator.answers.questions import Antwoord, Vraag
    from generator.source import Tree

SPELLINGS: dict[type[Kind[Any]], st.SearchStrategy[str]] = {
    Tekst: st.sampled_from(["een tekst", "ja", "2026", "regel\n\nregel", "  ruim  "]),
    Bestand: st.sampled_from(["plein.jpg", "beeld/Plein.PNG"]),
    Datum: spelled_moments().map(lambda spelled: spelled[0]),
    Tijdvak: spelled_moments().map(lambda spelled: spelled[0]),
    Bedrag: spelled_amounts().map(lambda spelled: spelled[0]),
    Getal: st.sampled_from(["6,1", "-2.35", "12", "47,6 %", "nb", "ca. 14.000", "5 tot 10"]),
    Aantal: spelled_counts().map(lambda spelled: spelled[0]),
    Nummer: st.integers(0, 99).map(str),
    Jaar: st.integers(1900, 2199).map(str),
    JaNee: st.sampled_from(["ja", "nee"]),
}


def spelled(kind: Kind[Any], texts: st.SearchStrategy[str] = SPELLINGS[Tekst]) -> st.SearchStrategy[str]:
    """Return a strategy for answers of a kind, in its spellings, and where it is text these."""
    if not isinstance(kind, Keuze):
        return texts if type(kind) is Tekst else SPELLINGS[type(kind)]
    words = (*kind.words, *kind.words.values(), *kind.ook)
    return st.builds(lambda word, changed: changed(word), st.sampled_from(words), st.sampled_from((str, str.upper)))


@st.composite
def sound_trees(
    draw: st.DrawFn, model: type[Antwoord], most: int = 4, texts: st.SearchStrategy[str] = SPELLINGS[Tekst]
) -> dict[str, Tree]:
    """Draw a sound tree: a few questions of each group, and those that must be there."""
    asked = questions(model)
    chosen = draw(st.sets(st.sampled_from(list(asked)), max_size=most))
    wanted = {name: question for name, question in asked.items() if name in chosen or question.verplicht}
    return {name: draw(_answer(question, texts)) for name, question in wanted.items()}


def _answer(question: Vraag, texts: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    item = spelled(question.item, texts) if isinstance(question.item, Kind) else sound_trees(question.item, 3, texts)
    if question.is_lijst:
        return st.lists(item, max_size=2)
    if question.is_tabel:
        kind = question.key_kind
        if kind is None:
            return st.dictionaries(st.sampled_from(["1", "2", "3"]), item, max_size=2)
        pairs = st.tuples(spelled(kind), item)  # a key is there once, however it is spelled
        return st.lists(pairs, max_size=2, unique_by=lambda pair: kind.parse(pair[0])).map(dict)
    return item


_WORDS = (
    "huis", "de wijk", "**veilig**", "*samen*", "jeugd & gezin", "€ 5", "[de site](https://voorbeeld.nl/a)",
    "3% < 4%", "‘zo’", "“dan”", "2026", "1. een", "#", "- streep", "`x`", "_y_", "a*b", "https://voorbeeld.nl",
    "e.d.", "100.000", "16 februari 2026", "**vet *en* schuin**",
)  # fmt: skip


def prose() -> st.SearchStrategy[str]:
    """Return a strategy for texts as people type them: lines, paragraphs and lists in light Markdown."""
    line = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=5).map(" ".join)
    lines = st.lists(line, min_size=1, max_size=3)
    bullets = lines.map(lambda items: "\n".join(f"- {item}" for item in items))
    numbers = lines.map(lambda items: "\n".join(f"{number}. {item}" for number, item in enumerate(items, 1)))
    return line | st.lists(line | bullets | numbers | lines.map("\n".join), min_size=1, max_size=3).map("\n\n".join)


@st.composite
def answer_files(draw: st.DrawFn) -> str:
    """Draw the text of a file with answers of which a plan can be made."""
    target = io.StringIO()
    YAML().dump(draw(sound_trees(Antwoorden, texts=prose())), target)
    text = target.getvalue()
    try:
        stops = check(parse(text, "antwoorden.yaml"), load_framework()).stops
    except ProblemsError:
        stops = True
    assume(not stops)
    return text


def as_yaml_types(tree: Tree) -> Any:
    """Return a tree with the numbers and truths that YAML 1.2 makes of plain texts."""
    if isinstance(tree, dict):
        return {key: as_yaml_types(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [as_yaml_types(item) for item in tree]
    text = (tree or "").strip()
    if text in ("true", "false"):
        return text == "true"
    if re.fullmatch(r"[-+]?\d+", text):
        return int(text)
    return float(text) if re.fullmatch(r"[-+]?(\.\d+|\d+(\.\d*)?)(e[-+]?\d+)?", text, re.IGNORECASE) else tree


def _as_read(tree: Tree) -> Tree:
    """Return a tree as the program gets it: what is blank is not there."""
    if isinstance(tree, dict):
        return {key: _as_read(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [_as_read(item) for item in tree]
    return tree if tree and tree.strip() else None


def refusals(tree: dict[str, Tree]) -> list[str]:
    """Return the faults in the answers themselves, and in what they name of the framework."""
    source = Source("a.yaml", _as_read(tree), {}, {})
    reading, report = with_framework_ids(read_answers(source), load_framework(), source), Report(source)
    ids.check(reading.antwoorden, load_framework(), report)
    return [item.melding for item in (*reading.problems, *report.problems) if item.soort is Soort.FOUT]
