"""Counts whose words a plan is made of: own sentences of the answers, the framework, and what the templates add.

What counts is found literally: an answer of four words or more, or a sentence of the framework. Prints a table for the
whole document and for its body: from the summary to the last chapter, without cover, contents, annexes and the data of
the document.

    .venv/bin/python -m scripts.count_words examples/molenkwartier/antwoorden.yaml
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lxml import html
from msgspec import Struct

from generator.answers.questions import Antwoord, questions
from generator.framework import load_framework
from generator.page import markdown
from generator.pipeline import check_file, find_house_style, make_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

SENTENCE = 4
"""An answer of this many words or more is a sentence of its own."""


class Counted(NamedTuple):
    """The words of a document or of its body."""

    words: int
    own: int
    """In answers of a few words or more."""
    short: int
    """In shorter answers."""
    framework: int
    tables: int
    """Without those that draw a picture, such as the house."""

    @property
    def rest(self) -> int:
        """What the templates add."""
        return self.words - self.own - self.short - self.framework


def own_texts(value: object) -> Iterator[str]:
    """Yield every text that was answered."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Antwoord):
        for name in questions(type(value)):
            yield from own_texts(getattr(value, name))
    elif isinstance(value, dict):
        for item in value.values():
            yield from own_texts(item)
    elif isinstance(value, tuple):
        for item in value:
            yield from own_texts(item)


def framework_texts(value: object) -> Iterator[str]:
    """Yield every sentence of the framework."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from framework_texts(getattr(value, name))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from framework_texts(item)


def count(page: str, answers: Antwoord, *, body: bool) -> Counted:
    """Count the words of a page that are found literally in the answers and in the framework."""
    root = html.document_fromstring(page)
    for part in list(_left_out(root, body=body)):
        part.drop_tree()
    text = " ".join(" ".join(part.text_content() for part in root.iter("body")).split())
    words = len(text.split())
    own, text = _taken(text, own_texts(answers))
    framework, text = _taken(text, framework_texts(load_framework()))
    short = sum(len(item.text_content().split()) for item in root.iterfind(".//*[@data-antwoord]")) - own
    return Counted(words, own, max(short, 0), framework, len(root.xpath("//table[not(parent::figure)]")))


def _left_out(root: HtmlElement, *, body: bool) -> Iterator[HtmlElement]:
    yield from root.find_class("opmerkingen")
    if not body:
        return
    yield from root.iter("header", "nav")
    for section in root.iter("section"):
        name = section.get("data-blok") or ""
        if name.startswith("bijlage.") or name in {"documentgegevens", "nog_te_schrijven"}:
            yield section


def _taken(text: str, texts: Iterator[str]) -> tuple[int, str]:
    """Count the words of texts found in a text, the longest first, and return what is left of it."""
    found = 0
    plain = {" ".join(html.fromstring(f"<div>{markdown.to_line(item)}</div>").text_content().split()) for item in texts}
    for item in sorted(plain, key=len, reverse=True):
        size = len(item.split())
        if size >= SENTENCE and item in text:
            found += size * text.count(item)
            text = text.replace(item, " | ")
    return found, text


def main(file: Path, style: Path | None = None) -> None:
    """Print the table for the plan of an answer file."""
    checked = check_file(file)
    page = make_page(checked, find_house_style(style))
    print(f"{'':22}{'woorden':>9}{'eigen zinnen':>14}{'korte antw.':>13}{'kader':>8}{'sjabloon':>10}{'tabellen':>10}")
    for name, body in (("hele document", False), ("hoofdtekst", True)):
        found = count(page, checked.antwoorden, body=body)
        shares = (found.own, found.short, found.framework, found.rest)
        own, short, framework, rest = (f"{100 * part / found.words:.0f}%" for part in shares)
        print(f"{name:22}{found.words:>9}{own:>14}{short:>13}{framework:>8}{rest:>10}{found.tables:>10}")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
