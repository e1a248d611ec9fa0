"""What elements of a page are tied to: the attributes say it one way, and what has no meaning is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from generator.page import ties
from generator.page.vocabulary import parse
from generator.problems import ProblemsError
from generator.web import webpage
from tests.word.helpers import document, page

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")))


@given(
    st.builds(
        ties.Tie,
        WORDS.filter(bool),
        WORDS.filter(bool),
        st.sampled_from(["tekst", "datum", "keuze"]),
        st.lists(st.tuples(WORDS, WORDS)).map(tuple),
        st.dates().map(str),
    )
)
def test_an_element_says_what_it_is_tied_to(tie: ties.Tie) -> None:
    """Whatever signs the words of a choice have, what was written on an element is read from it again."""
    assert ties.tie_of(html.Element("span", tie.attributes())) == tie


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('<p><span data-antwoort="x">a</span></p>', "Bedoelde je “data-antwoord”?"),
        ("<p data-vreemd>a</p>", "“data-vreemd” bestaat niet"),
        ('<p data-antwoord="x">a</p>', "“data-antwoord” heeft geen betekenis bij <p>"),
        ('<h2 data-blok="x">a</h2>', "“data-blok” heeft geen betekenis bij <h2>"),
        ('<p><span data-antwoord="x" data-invoer="lijst">a</span></p>', "niet “lijst”"),
        ('<p><span data-antwoord="x" data-invoer="keuze" data-keuzes="a=A|b=B">C</span></p>', "“C” is geen"),
    ],
)
def test_an_attribute_without_meaning_is_refused_with_its_line(content: str, words: str) -> None:
    """The Word writer and the web page both refuse it: a tie that nothing reads would lose an answer."""
    for write in (document, lambda content: webpage.write(page(content))):
        with pytest.raises(ProblemsError) as caught:
            write(f"<p>een</p>\n\n{content}")
        (problem,) = caught.value.problems
        assert words in problem.melding
        assert problem.regel == parse(page("\n\n<h1>Kop</h1>")).body.find(".//h1").sourceline


def test_a_choice_may_be_written_over_two_lines() -> None:
    """White space is folded, as HTML does; a placeholder shows none of its choices."""
    tied = 'data-antwoord="x" data-invoer="keuze" data-keuzes="a=op orde"'
    parse(page(f'<p><span {tied}>op\n orde</span> <mark class="open" {tied}>[nog in te vullen]</mark></p>'))
