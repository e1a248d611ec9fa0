"""The journeys in `docs/structure.md` are those that a value really makes."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.support.documents import ROOT, copy_example
from tests.support.journeys import rooms

_MARK = "Zeldzaamheid"
_LONGEST = 2_000
"""A text that is longer is a whole file, or a whole page, that holds the answer somewhere."""


def documented(journey: str) -> set[str]:
    """Return the modules that the page on the structure names in a journey."""
    text = (ROOT / "docs" / "structure.md").read_text(encoding="utf-8")
    section = re.search(rf"^### {journey}$(.*?)(?=^##|\Z)", text, re.MULTILINE | re.DOTALL)
    assert section, journey
    return set(re.findall(r"`(generator/[\w/]+\.py)`", section[1]))


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """Return a copy of the full example."""
    return copy_example("molenkwartier", tmp_path)


@pytest.mark.slow
def test_the_journey_of_an_answer(answers: Path) -> None:
    """The text of `wijk.aanleiding` is in these modules, from the file to the paragraph, and in no others."""
    text, count = re.subn(
        r"(?m)^  aanleiding: [|>]-\n(?:    .*\n|\n)+", f"  aanleiding: {_MARK}\n", answers.read_text(encoding="utf-8")
    )
    assert count == 1
    answers.write_text(text, encoding="utf-8")
    seen, entered = rooms(lambda value: isinstance(value, str) and _MARK in value and len(value) < _LONGEST, answers)
    assert seen <= documented("An answer") <= entered


@pytest.mark.slow
def test_the_journey_of_a_house_style(answers: Path) -> None:
    """The place that `--huisstijl` names is in these modules, from the command to the opened Word file."""
    house_style = answers.parent / "stijl"
    shutil.copytree(ROOT / "templates" / "huisstijl" / "warm", house_style)
    seen, entered = rooms(
        lambda value: isinstance(value, str | Path) and str(value).startswith(str(house_style)), answers, house_style
    )
    assert seen <= documented("A house style") <= entered


@pytest.mark.slow
def test_the_journey_of_a_status(answers: Path) -> None:
    """How a condition stands is in these modules, as the choice that was read or as the words for it."""
    seen, entered = rooms(lambda value: isinstance(value, str) and value in {"niet", "niet op orde"}, answers)
    assert seen <= documented("A status") <= entered
