"""Laws of reading: what a YAML writer writes reads back whole, and one mistake in one line never reaches another."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from generator.answers.shape import known_keys
from generator.checks import check
from generator.framework import load_framework
from generator.problems import Problem, ProblemsError, Soort
from generator.source.characters import as_typed, trimmed
from generator.source.diagnosis import Diagnosis
from generator.source.diagnosis.mending import amend
from generator.source.yaml_file import interpret
from tests.support.documents import ROOT
from tests.support.typing_errors import WAYS

if TYPE_CHECKING:
    from generator.source import Source, Tree

FRAMEWORK = load_framework()
KNOWN = known_keys(ids=frozenset(item.id for item in FRAMEWORK.randvoorwaarden))
EXAMPLE = (ROOT / "examples" / "molenkwartier" / "antwoorden.yaml").read_text(encoding="utf-8")
LINES = EXAMPLE.split("\n")
PIECES = ["'s ", " #", " # ", ": ", "- ", "\n", "\n\n", " naam: ", "bron:x", "“", "”", "https://x.nl", "?", "\u00a0"]
TEXTS = st.lists(st.sampled_from([*"abc DE-:#'\"‘’*&?[]{}>|%@!`,.\\\t 019é🏘", *PIECES]), max_size=40).map("".join)


def _read(text: str) -> tuple[Source | None, tuple[Problem, ...]]:
    """Return what can be read, and the faults in how it is typed."""
    try:
        source = interpret(text, "a.yaml", KNOWN)
    except ProblemsError as error:
        return None, tuple(error.problems)
    return source, source.faults


def _takes_no_mistake_for_sound(text: str) -> None:
    """A text whose lines are not looked at has none on which there is something to tell."""
    source, _ = _read(text)
    if source is not None:
        looked_at = Diagnosis(text, "a.yaml", KNOWN).source()
        assert (source.faults, source.doubts, source.tree) == (looked_at.faults, looked_at.doubts, looked_at.tree), text


def _words(tree: Tree) -> set[str]:
    if isinstance(tree, dict):
        return {word for key, value in tree.items() for word in (*re.findall(r"\w+", key), *_words(value))}
    if isinstance(tree, list):
        return {word for item in tree for word in _words(item)}
    return set(re.findall(r"\w+", tree or ""))


def _mutated(way: str, most: int) -> list[tuple[int, str]]:
    """Return the example with one line typed wrong, for lines spread over the whole of it."""
    changed = [(number, WAYS[way](line)) for number, line in enumerate(LINES)]
    found = [(number, line) for number, line in changed if line is not None and line != LINES[number]]
    assert found, "no line can be mistyped this way"
    offset = sum(map(ord, way)) % max(1, len(found) // most)
    spread = found[offset :: max(1, len(found) // most)]
    return [(number + 1, "\n".join([*LINES[:number], line, *LINES[number + 1 :]])) for number, line in spread]


BEFORE = {
    (problem.regel, problem.melding) for problem in check(interpret(EXAMPLE, "a.yaml", KNOWN), FRAMEWORK).problems
}


@pytest.mark.parametrize("way", WAYS)
def test_a_line_typed_wrong_is_read_or_named_and_no_other_line_is(way: str) -> None:
    """Whatever is done to one line: its words are in the answers, or a message stands at that line.

    What is wrong with how the file is typed is never told of another line.
    """
    for regel, text in _mutated(way, 6):
        _takes_no_mistake_for_sound(text)
        source, faults = _read(text)
        assert all(fault.regel == regel for fault in faults), (regel, faults)
        if source is None:
            assert faults
            continue
        new = [item for item in check(source, FRAMEWORK).problems if (item.regel, item.melding) not in BEFORE]
        if not any(item.regel == regel for item in new):
            line = text.split("\n")[regel - 1]
            assert set(re.findall(r"\w+", line)) <= _words(source.tree), line
            assert not [item for item in new if item.soort is Soort.FOUT], (line, new)


@pytest.mark.parametrize("way", WAYS)
def test_mending_loses_no_word_and_touches_no_other_line(way: str) -> None:
    """`herstel` leaves a file with fewer faults and the same answers, and has nothing to do the second time."""
    for regel, text in _mutated(way, 4):
        source, faults = _read(text)
        amended = amend(text, "a.yaml", KNOWN)
        assert {line.regel for line in amended.lines} <= {regel}
        assert bool(amended.lines) <= bool(faults)
        assert len(amended.left) <= len(faults)
        assert amend(amended.text, "a.yaml", KNOWN).lines == ()
        if faults and not amended.left:
            mended = interpret(amended.text, "a.yaml", KNOWN).tree
            assert source is None or source.tree == mended
            assert set(re.findall(r"\w+", text.split("\n")[regel - 1])) <= _words(mended)


def _written(tree: object, *, flow: bool | None, width: int, indented: bool) -> str:
    """Return a tree as an ordinary YAML writer writes it."""
    yaml: Any = YAML() if indented else YAML(typ="safe", pure=True)
    yaml.default_flow_style, yaml.width, yaml.allow_unicode = flow, width, True
    if indented:
        yaml.indent(mapping=2, sequence=4, offset=2)
    stream = io.StringIO()
    yaml.dump(tree, stream)
    return stream.getvalue()


def _reads_its_own(text: str) -> object:
    """Return what the writer reads back: None where it cannot read what it wrote, which does happen."""
    try:
        return YAML(typ="safe", pure=True).load(text)
    except YAMLError:
        return None


def _same(given_: object, found: object) -> bool:
    """Tell whether what was read is what was written, but for blanks around it and line ends that no editor shows."""
    if isinstance(given_, dict):
        return isinstance(found, dict) and all(_same(value, found.get(key)) for key, value in given_.items())
    if isinstance(given_, list):
        return isinstance(found, list) and all(_same(*pair) for pair in zip(given_, found, strict=True))
    return trimmed(as_typed(str(given_)).strip()) == trimmed(str(found or "").strip())


@given(
    tree=st.fixed_dictionaries(
        {
            "wijk": st.fixed_dictionaries(
                {"naam": TEXTS, "aanleiding": TEXTS, "beleving": st.fixed_dictionaries({"tekst": TEXTS, "bron": TEXTS})}
            ),
            "besluit": st.fixed_dictionaries({"beslispunten": st.lists(TEXTS, min_size=1, max_size=4)}),
            "kader": st.lists(st.fixed_dictionaries({"naam": TEXTS, "relatie": TEXTS}), min_size=1, max_size=3),
        }
    ),
    flow=st.sampled_from([None, True, False]),
    width=st.sampled_from([20, 80, 1000]),
    indented=st.booleans(),
)
def test_any_text_that_a_yaml_writer_writes_reads_back_whole(
    tree: dict[str, object], flow: bool | None, width: int, indented: bool
) -> None:
    """Whatever an answer of free text is made of: no fault, and the same text."""
    text = _written(tree, flow=flow, width=width, indented=indented)
    assume(_reads_its_own(text) == tree)
    source, faults = _read(text)
    assert not faults, text
    assert source is not None
    assert _same(tree, source.tree), text
    assert amend(text, "a.yaml", KNOWN).lines == ()


@given(st.lists(st.one_of(st.sampled_from(LINES), TEXTS, st.just("a: x\u2028y")), max_size=12).map("\n".join))
def test_any_lines_give_answers_or_faults_and_mending_ends(text: str) -> None:
    """Lines in any order, of any make, are read or named; what is mended stays mended."""
    source, faults = _read(text)
    assert source is not None or faults
    assert all(1 <= fault.regel <= text.count("\n") + 1 for fault in faults)
    _takes_no_mistake_for_sound(text)
    amended = amend(text, "a.yaml", KNOWN)
    assert amend(amended.text, "a.yaml", KNOWN).lines == ()
    changed = {line.regel for line in amended.lines}
    pairs = zip(text.split("\n"), amended.text.split("\n"), strict=True)
    assert {number + 1 for number, (was, wordt) in enumerate(pairs) if was != wordt} == changed
