"""The numbers that Word shows before the items of lists."""

from __future__ import annotations

import pytest
from lxml import etree

from generator.problems import ProblemsError
from tests.support.documents import body, parts
from tests.word.helpers import document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"


def shown(content: str) -> list[str]:
    """Return each numbered paragraph of a document with its number before it, counted as Word counts."""
    made = document(content)
    lists = etree.fromstring(parts(made)["word/numbering.xml"])
    counts: dict[tuple[str, str], int] = {}
    result = []
    for paragraph in body(made).iter(f"{W}p"):
        number = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
        level = paragraph.find(f"{W}pPr/{W}numPr/{W}ilvl")
        if number is None or level is None:
            continue
        key = (str(number.get(VAL)), str(level.get(VAL)))
        start, form, text = _level(lists, *key)
        counts[key] = counts.get(key, start - 1) + 1
        sign = {"decimal": str(counts[key]), "lowerRoman": "i" * counts[key]}.get(form, chr(96 + counts[key]))
        sign = sign.upper() if form.startswith("upper") else sign
        words = "".join(item.text or "" for item in paragraph.iter(f"{W}t"))
        result.append(f"{text.replace(f'%{int(key[1]) + 1}', sign)} {words}")
    return result


def _level(lists: etree._Element, number: str, level: str) -> tuple[int, str, str]:
    """Return the first number of a level of a list, its form, and the text around it."""
    own = lists.find(f"{W}num[@{W}numId='{number}']")
    assert own is not None
    abstract = own.find(f"{W}abstractNumId")
    override = own.find(f"{W}lvlOverride[@{W}ilvl='{level}']")
    assert abstract is not None
    made = None if override is None else override.find(f"{W}lvl")
    if made is None:
        made = lists.find(f"{W}abstractNum[@{W}abstractNumId='{abstract.get(VAL)}']/{W}lvl[@{W}ilvl='{level}']")
    assert made is not None
    start = None if override is None else override.find(f"{W}startOverride")
    first = made.find(f"{W}start") if start is None else start
    form, text = made.find(f"{W}numFmt"), made.find(f"{W}lvlText")
    assert first is not None
    assert form is not None
    assert text is not None
    return int(str(first.get(VAL))), str(form.get(VAL)), str(text.get(VAL))


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
    with pytest.raises(ProblemsError, match="nummer"):
        document(content)
