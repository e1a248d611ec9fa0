"""The numbers that Word shows before the items of lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree

from generator.problems import ProblemsError
from tests.support.documents import body, parts, text_of
from tests.support.tools import validate
from tests.support.words import W, list_number
from tests.word.helpers import document

if TYPE_CHECKING:
    from pathlib import Path


def shown(content: str) -> list[str]:
    """Return each numbered paragraph of a document with its number before it, counted as Word counts."""
    made = document(content)
    lists = etree.fromstring(parts(made)["word/numbering.xml"])
    counts: dict[tuple[str, str], int] = {}
    numbered = ((list_number(item, lists, counts), text_of(item)) for item in body(made).iter(f"{W}p"))
    return [f"{number} {words}" for number, words in numbered if number]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<ol><li>x</li><li>y</li></ol>", ["1. x", "2. y"]),
        ('<ol><li>x</li></ol><p>z</p><ol start="2"><li>y</li></ol>', ["1. x", "2. y"]),
        ('<ol start="0"><li>x</li></ol>', ["0. x"]),
        ('<ol type="a"><li>x</li><li>y</li></ol><ol type="A" start="3"><li>z</li></ol>', ["a. x", "b. y", "C. z"]),
        ('<ol type="i"><li>x</li><li>y</li></ol>', ["i. x", "ii. y"]),
        ('<ol><li value="1">x</li><li value="3">y</li><li>z</li></ol>', ["1. x", "3. y", "4. z"]),
        ('<ol><li>x<ol type="1"><li>y</li><li>z</li></ol></li><li>w</li></ol>', ["1. x", "1. y", "2. z", "2. w"]),
        ('<ul><li>x<ol type="a" start="2"><li>y</li></ol></li></ul>', ["b. y"]),
    ],
)
def test_a_list_shows_the_numbers_that_its_page_says(content: str, expected: list[str]) -> None:
    """A list starts where it says, in digits or letters, and an item that says a number has that number."""
    assert shown(content) == expected


@pytest.mark.parametrize("content", ['<ol type="x"><li>x</li></ol>', '<ol start="een"><li>x</li></ol>'])
def test_a_number_that_is_none_is_a_fault_of_the_page(content: str) -> None:
    """What a list cannot start with, or be numbered with, is refused."""
    with pytest.raises(ProblemsError, match=r"nummer|“start”"):
        document(content)


@pytest.mark.sdk
def test_lists_of_every_kind_are_valid(tmp_path: Path) -> None:
    """A list that starts elsewhere, or has letters where its style has digits, is what the schema allows."""
    file = tmp_path / "lijsten.docx"
    nested = '<ol type="a"><li>x<ol type="1" start="2"><li>y<ol type="i"><li>z</li></ol></li></ol></li></ol>'
    file.write_bytes(document(f'<ol start="3"><li>x</li><li value="7">y</li></ol>{nested}<ol type="A"><li>x</li></ol>'))
    assert validate([file]) == {file: []}
