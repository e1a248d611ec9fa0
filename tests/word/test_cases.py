"""Input and expected output of the translator, as text files with titles."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from tests.word.helpers import body, document

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))


def _cases() -> list[tuple[str, str, str]]:
    found = []
    for file in CASES:
        for case in re.split(r"^=== ", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            title, _, rest = case.partition("\n")
            given, _, expected = rest.partition("\n---\n")
            found.append((f"{file.stem}: {title}", given, expected.strip()))
    return found


def shown(content: str) -> str:
    """Return the body for a content, one line per element, without namespaces, ids and the final section."""
    root = body(document(content))
    root.remove(root[-1])
    text = "".join(etree.tostring(item, encoding="unicode") for item in root)
    text = re.sub(r' (?:xmlns:\w+|w14:paraId)="[^"]*"', "", text)
    return re.sub(r"(?<=>)(?=<(?!/?w:t[ >]))", "\n", text).replace("\n</w:t>", "</w:t>")


@pytest.mark.parametrize(("title", "given", "expected"), _cases(), ids=lambda value: value[:40])
def test_case(title: str, given: str, expected: str) -> None:
    """The HTML of each case becomes exactly the WordprocessingML below it."""
    assert shown(given) == expected, title
