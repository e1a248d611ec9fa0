"""The law over all text: each word of an answer stands in the document, once for each place and in order."""

from __future__ import annotations

import json
import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from generator.answers.kinds.teksten import cleaned
from generator.page import markdown
from generator.web import webpage
from tests.support.documents import page, word
from tests.support.words import words, words_of_page, words_of_word
from tests.test_markdown import BLOCKS, LISTS

_MARKS = st.sampled_from(
    (
        *("\n", "\n\n", "\n  ", "\n\t", " ", "  ", "\t", "\u00a0", "- ", "* ", "– ", "•\t", "\uf0b7\t", "▪ ", "+ "),
        *(
            "1. ",
            "2. ",
            "3) ",
            "1) ",
            "(1) ",
            "(2) ",
            "2026. ",
            "a) ",
            "b) ",
            "A. ",
            "B. ",
            "i. ",
            "ii. ",
            "1.1 ",
            "1.2 ",
        ),
        *(
            "*",
            "**",
            "***",
            "_",
            "__",
            "`",
            "#",
            "# ",
            "## ",
            ">",
            "> ",
            "| ",
            "|",
            "~",
            "\\",
            "\\*",
            "\\_",
            "\\- ",
            "1\\. ",
        ),
        *(
            "[",
            "]",
            "(",
            ")",
            "](",
            "![",
            "<",
            ">",
            "[a](x.nl)",
            "[b](<\\\\s\\m x>)",
            "[c](www.y.nl/a b)",
            "C:\\m\\",
            "\\\\s\\",
        ),
        *(
            ":",
            ": - ",
            " - ",
            ": 1. ",
            " 2. ",
            ", ",
            ". ",
            "&amp;",
            "\u00ad",
            "\u200b",
            "\u2028",
            "\u2029",
            "\u200f",
            "\r\n",
        ),
    )
)
_WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1, max_size=8)
PASTED = st.lists(_MARKS | _WORDS | st.sampled_from(("een", "Twee", "3", "vier")), max_size=30).map("".join)
# A bullet of Word that is a letter in the text, and none in the document.
_CIRCLE = re.compile(r"(?m)^[ \t\u00a0]*o(?=\t| {2})")
TEXTS = PASTED.filter(lambda text: not _CIRCLE.search(text))


@settings(max_examples=1000)
@given(TEXTS)
def test_a_text_keeps_its_words_on_the_page(text: str) -> None:
    """As paragraphs, in a line or in a list, no word of a text is lost, doubled or moved, and lists count as typed."""
    read = cleaned(text)  # as every answer is read
    for shown in (markdown.to_html(read), markdown.to_line(read), markdown.to_name(read)):
        assert words_of_page(html.fromstring(f"<div>{shown}</div>")) == words("\n".join(read.splitlines())), shown


@settings(max_examples=500)
@given(st.lists(TEXTS, min_size=1, max_size=4), st.booleans())
def test_the_points_of_a_list_keep_their_words(texts: list[str], numbered: bool) -> None:
    """A point loses no more than the mark that its list shows for it."""
    items = markdown.to_items(texts, numbered=numbered)
    for text, item in zip(texts, items, strict=True):
        found = words_of_page(html.fromstring(f"<div>{item.html}</div>"))
        number = [] if item.number is None else [str(item.number)]
        assert number + found == words("\n".join(text.splitlines())), item.html


_ANSWERS = """
gemeente: {naam: E}
wijk:
  naam: M
  aanleiding: %s
  krachtenveld: [{partij: %s, belang: %s}]
  beleving: {tekst: b, bron: %s}
doelen: {visie: %s, lijst: [{id: D1, tekst: %s, termijn: kort}]}
besluit: {beslispunten: [eerst, %s], argumenten: [%s]}
randvoorwaarden: {urgentiebesef: {onderbouwing: %s, bewijs: %s, acties: [{wat: %s}]}}
interventies: [{id: ila, lokaal_doel: %s, juridisch: [%s], startvragen: {waarom_passend: %s}}]
communicatie: {kernboodschap: %s}
participatie: {gedaan: [%s], terugkoppeling: %s}
begrippen: [{term: %s, uitleg: %s}]
bijlagen: {open_punten: nee}
"""
"""Without the list of open points, which knows an answer by the first words of it."""
_MARKER = "Qmerkq"
_WHOLE = st.sampled_from(sorted(text for text, _ in (*LISTS.values(), *BLOCKS.values()) if not _CIRCLE.search(text)))
"""Lists and other blocks as people mean them; signs by chance seldom make one."""
_LINK = re.compile(r"\]\(")


def _with(text: str) -> str:
    return _ANSWERS.replace("%s", json.dumps(text, ensure_ascii=False))


@cache
def _around() -> tuple[list[str], list[str]]:
    """Return the words of the Word document and of the web page in which each of these answers is a marker."""
    return words_of_word(word(_with(_MARKER))), _on_the_web(_MARKER)


def _on_the_web(text: str) -> list[str]:
    body = html.document_fromstring(webpage.write(page(_with(text))).decode()).find("body")
    assert body is not None
    return words_of_page(body)


def _apart(found: list[str], expected: list[str]) -> str:
    """Return where two lists of words begin to differ; empty where they hold the same letters."""
    one, other = "".join(found), "".join(expected)
    same = next((index for index, signs in enumerate(zip(one, other, strict=False)) if len(set(signs)) > 1), 0)
    return "" if one == other else f"…{one[max(same - 60, 0) : same + 60]}… is not …{other[same : same + 60]}…"


@pytest.mark.slow
@settings(max_examples=25)
@given(st.lists(_WHOLE | TEXTS, min_size=1, max_size=4).map("\n\n".join).filter(lambda text: not _LINK.search(text)))
def test_every_document_keeps_the_words_of_its_answers(text: str) -> None:
    """Whatever a text is made of, Word and the web page print it whole wherever they print it."""
    whole = f"Begin\n{text}\nEinde"
    typed = words("\n".join(whole.splitlines()))
    for before, after in zip(_around(), (words_of_word(word(_with(whole))), _on_the_web(whole)), strict=True):
        assert not _apart(after, [word for item in before for word in (typed if item == _MARKER else [item])])
