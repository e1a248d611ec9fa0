"""Word files that are damaged or made to hurt: a plan comes out, or a sentence that says why not."""

from __future__ import annotations

import ast
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree

import generator
from generator import limits
from generator.word.frame import place
from generator.word.reading.inheritance import Sheet
from generator.word.xml import number, twips
from tests.support.documents import ROOT, parts, word
from tests.support.templates import root
from tests.word.frame.helpers import p
from tests.word.styling import styles

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

CASES = sorted((Path(__file__).parent / "word").iterdir())
EXAMPLE = (ROOT / "examples" / "stationsbuurt" / "antwoorden.yaml").read_text(encoding="utf-8")
READERS = ("word", "roundtrip", "accessibility", "inspection")
"""The rooms that read Word files of somebody else."""
_OWN = frozenset(
    {
        *("role[1]", "role[-1]", "levels['deepest']", "found[3]", "found[2]", "shade", "tint", "path[-1]"),
        *("edit.path[-1]", "tag_of(element)[1]", "given", "cell.get('colspan') or 1", "share[1]", "previous[-1]"),
        *("e.path[-1]", "match.group(1)", "found.group(1)", "found[1]", "value(look) or '0'"),
        *("bool(data.totals)", "found['number']"),
    }
)
"""What is a number by its pattern or by our own grammar, as it stands in the code."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_each_word_file_that_once_stopped_the_program_gives_a_plan(case: Path) -> None:
    """With lying pages and lists, so that every part of it is used."""
    assert "word/document.xml" in parts(word(EXAMPLE, case))


def _calls(act: Callable[[], object]) -> int:
    """Return how many functions of Python are called while something is done."""
    count = 0

    def note(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(note)
    try:
        act()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("after", ["", p("{{ gemeente }}")])
def test_paragraphs_with_nothing_in_them_take_no_step(after: str) -> None:
    """A file of some kilobytes may hold a million of them."""

    def steps(number: int) -> int:
        content = f"{p('Jaarverslag')}{'<w:p/>' * number}{after}{'<w:p/>' * number}<w:sectPr/>"
        body = etree.fromstring(root("body", content))
        return _calls(lambda: place(body, styles()))

    steps(1)  # what is made once
    assert steps(2000) <= steps(1000) + 10  # what Python itself does now and then


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "²",
        "٣",
        "1_000",
        "1e3",
        "nan",
        "inf",
        "9" * 5000,
        "--5",
        "1.2.3",
        "0x10",
        "1" * 11,
        "-",
        "+",
        ".5",
        None,
    ],
)
def test_what_is_no_number_is_none(text: str | None) -> None:
    """Whatever stands where a number belongs, reading it does not fail."""
    assert number(text) is None
    assert twips(text) is None


@pytest.mark.parametrize(
    ("text", "found"), [("12", 12), (" -7 ", -7), ("+3", 3), ("1440.0000000000002", 1440), ("2.", 2)]
)
def test_what_is_a_number_is_read(text: str, found: int) -> None:
    """Other programs write decimals and spaces."""
    assert number(text) == found


def test_numbers_of_word_files_are_read_in_one_place() -> None:
    """`int` and `float` fail on what a stranger can write; only what our own pattern found may go through them."""
    found: list[str] = []
    for room in READERS:
        for file in sorted((Path(generator.__file__).parent / room).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"int", "float"}:
                    asked = ast.unparse(node.args[0])
                    is_text = isinstance(node.args[0], ast.Subscript | ast.Call | ast.BoolOp) or asked in {
                        "text",
                        "given",
                    }
                    if is_text and asked not in _OWN and file.name != "xml.py":
                        found.append(f"{file.name}:{node.lineno} {asked}")
    assert found == []


def test_a_style_has_so_many_ancestors_and_no_more() -> None:
    """A chain of thousands of styles is walked for each of them."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="S{number}"><w:name w:val="S{number}"/>'
        f'<w:basedOn w:val="S{number + 1}"/></w:style>'
        for number in range(3 * limits.BASES)
    )
    assert len(Sheet(etree.fromstring(root("styles", styles))).chain("S0")) == limits.BASES
