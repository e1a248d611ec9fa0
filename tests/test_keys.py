"""What stands in a control is the answer with the key of that control: in every document, on the page and in Word.

A document is read back by these keys: a wrong one would put an answer under another question.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from lxml import etree, html

from generator.document_kinds import kinds
from generator.documents import Draft, make_document
from generator.framework import load_framework
from generator.page.ties import tie_of
from generator.pipeline import find_house_style, make_page
from tests.support.documents import ROOT, body, checked, text_of
from tests.support.every_answer import ROUNDS, EveryAnswer, generic

if TYPE_CHECKING:
    from pathlib import Path

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
WARM = ROOT / "templates" / "huisstijl" / "warm"
"""A house style with templates of its own."""

UNANSWERED = {
    "document.status": "concept",
    "randvoorwaarden.*.status": "onbekend",
    "interventies[].principes[].keuze": "voorgesteld",
}
"""What is chosen where nothing was answered and that is no gap."""
OTHER_WORDS = {
    *("besluit.bevoegd_orgaan", "besluit.raad", "interventies[].fase", "interventies[].principes[].keuze"),
    *("doelen.lijst[].termijn", "wijk.cijfers[].trend", "financien.begrotingswijziging_nodig"),
    *("informatiedeling.persoonsgegevens_in_dit_plan", "informatiedeling.dpia.status", "participatie.niveau"),
}
"""Choices that a sentence writes in words of its own: its control has the choice for each of those."""
NEEDED = {
    *("gemeente", "gemeente.naam", "wijk", "wijk.naam"),
    *("interventies[].titel", "navraag[].sleutel"),
}
"""Answers that no draft can do without, or that others name."""
NAMING = {
    *("interventies[].id", "interventies[].categorie", "interventies[].principes[].id"),
    *("interventies[].draagt_bij_aan[]", "interventies[].acties[].uit_kader", "randvoorwaarden.*.acties[].uit_kader"),
    *("interventies[].problemen[]", "wijk.problemen[].cijfers[]", "wijk.problemen[].doelen[]", "wijk.cijfers[].gebied"),
    *("doelen.lijst[].cijfer", "doelen.opgaven[].doelen[]", "doelen.opgaven[].interventies[]"),
    "informatiedeling.instrumenten[].interventies[]",
    *("beeld.logo.bestand", "beeld.voorblad.bestand", "beeld.kaart.bestand", "beeld.fotos[].bestand"),
}
"""Answers that name something else, and so may be alike."""

SETTINGS = {
    "basis",
    *("gemeente.aanspreekvorm", "bijlagen.actielijst", "bijlagen.startvragen", "bijlagen.open_punten"),
    *("bijlagen.bronnen", "bijlagen.kader_volledig", "navraag[].sleutel"),
    "navraag[].wie",  # where an answer is missing: `tests/test_navraag.py` holds it
}
"""Answers that decide what a document is like, and print nowhere."""
BESIDE_FILES = ("beeld.",)
"""Answers that print only beside a file that is there; `tests/test_beeld.py` holds them."""
LOOSE = (
    NAMING
    - {"interventies[].draagt_bij_aan[]", "interventies[].problemen[]", "wijk.problemen[].doelen[]"}
    - {"wijk.cijfers[].gebied", "doelen.opgaven[].doelen[]"}
) | {"wijk.cijfers[].id"}
"""Answers that choose what prints, of the framework or of other answers: none of them stands in a document itself."""
LOOSE_TEXTS: dict[str, set[str]] = {kind: set() for kind in kinds()} | {"samenvatting": {"gemeente.aanduiding"}}
"""By kind of document the texts that it prints and has no control of their own for.

The summary begins a sentence with the name of the municipality: its first letter is a capital that nobody answered.
"""


class Tie(NamedTuple):
    """A place in a document that is tied to an answer."""

    key: str
    text: str
    value: str | None
    """The day, or the choice, that it holds beside its text."""
    is_open: bool
    """Whether it is a placeholder."""
    ticked: bool | None
    """Whether the checkbox is ticked; None where it is none."""


def in_page(page: str, *, cover: bool = True) -> list[Tie]:
    """Return the ties on a page, in order; those of its cover are not in a document whose template has its own."""
    within = "body" if cover else "main"
    return [_of_element(item) for item in html.document_fromstring(page).iterfind(f".//{within}//*[@data-antwoord]")]


def _of_element(item: html.HtmlElement) -> Tie:
    text = " ".join(item.text_content().split())
    tie = tie_of(item)
    words = {" ".join(words.split()): value for value, words in tie.choices}
    ticked = "checked" in item.attrib if item.tag == "input" else None
    return Tie(tie.key, text, tie.day or words.get(text), item.tag == "mark", ticked)


def in_word(document: bytes) -> list[Tie]:
    """Return the ties in a Word document, in order: the content controls that have a tag."""
    return [_of_control(item) for item in body(document).iter(f"{W}sdt") if item.find(f"{W}sdtPr/{W}tag") is not None]


def _of_control(item: etree._Element) -> Tie:
    properties = item.find(f"{W}sdtPr")
    text = " ".join(text_of(item.find(f"{W}sdtContent")).split())
    box = properties.find(f"{W14}checkbox/{W14}checked")
    ticked = None if box is None else box.get(f"{W14}val") == "1"
    if ticked is not None:
        assert text == ("☑" if ticked else "☐")
        text = ""
    words = {choice.get(f"{W}displayText"): choice.get(f"{W}value") for choice in properties.iter(f"{W}listItem")}
    day = properties.find(f"{W}date")
    value = words.get(text) if day is None else (day.get(f"{W}fullDate") or "")[:10] or None
    key = _key_of(properties.find(f"{W}tag").get(f"{W}val", ""))
    return Tie(key, text, value, properties.find(f"{W}showingPlcHdr") is not None, ticked)


def _key_of(tag: str) -> str:
    """Return the key that a tag stands for: `#2` and `~2` follow a key, and one that is too long ends in a digest."""
    short = re.split("[#~]", tag)[0]
    whole = _digests().get(short[-8:], "")
    return whole if short[-9:-8] == "_" and whole.startswith(short[:-9]) else short


@cache
def _digests() -> dict[str, str]:
    return {hashlib.sha256(key.encode()).hexdigest()[:8]: key for key in rounds()[0].given}


def wrong(ties: list[Tie], answers: EveryAnswer) -> list[Tie]:
    """Return the ties that show something else than the answer with their key."""
    return [tie for tie in ties if not _is_right(tie, answers)]


def _is_right(tie: Tie, answers: EveryAnswer) -> bool:
    answer = answers.given.get(tie.key)
    if tie.ticked is not None:
        return tie.ticked == (answer is not None and answer.written == "op_orde")
    if answer is not None and generic(tie.key) in OTHER_WORDS:
        return (tie.value, tie.is_open) == (answer.value, False)
    if answer is not None:
        return (tie.text, tie.value, tie.is_open) == (answer.shown.replace("\u00a0", " "), answer.value, False)
    if generic(tie.key) in UNANSWERED:
        return (tie.value, tie.is_open) == (UNANSWERED[generic(tie.key)], False)
    asked = {key for key in rounds()[0].given if key == tie.key or key.startswith((f"{tie.key}.", f"{tie.key}["))}
    return tie.is_open and not asked <= answers.given.keys()


@cache
def rounds() -> tuple[EveryAnswer, ...]:
    """Return the answer files in which every question is answered."""
    return tuple(EveryAnswer(load_framework(), turn) for turn in range(ROUNDS))


@cache
def leavable() -> tuple[str, ...]:
    """Return the keys of the answers and groups that can be left out while the rest makes sense."""
    found = {}
    for key in rounds()[0].given:
        parts = re.findall(r"\[\d+\]|\.?[^.\[\]]+", key)
        found |= {"".join(parts[:count]): None for count in range(1, len(parts) + 1)}
    return tuple(key for key in found if not key.endswith("]") and generic(key) not in NEEDED)


def hold(answers: EveryAnswer, kind: str, style: Path | None = None, *, in_word_too: bool = True) -> None:
    """Hold every control of a document against the answers: on its page, and in Word."""
    answer_file, house_style = checked(answers.text), find_house_style(style)
    assert not answer_file.fouten
    page = make_page(answer_file, house_style, kind)
    found = in_page(page)
    assert found
    assert wrong(found, answers) == []
    if in_word_too:
        document = make_document(Draft(page, house_style, answer_file), "docx")
        assert in_word(document) == in_page(page, cover=style is None)


def test_no_two_answers_look_alike() -> None:
    """Over the rounds every answer differs from every other, so that one in the place of another is seen."""
    seen: dict[tuple[str, ...], str] = {}
    for key in rounds()[0].given:
        if generic(key) not in NAMING:
            assert seen.setdefault(tuple(answers.given[key].shown for answers in rounds()), key) == key


@pytest.mark.parametrize("kind", kinds())
def test_every_control_shows_the_answer_with_its_key(kind: str) -> None:
    """Texts, days, amounts, numbers, choices and ticks are those of the key, on the page and in Word."""
    for turn, answers in enumerate(rounds()):
        hold(answers, kind, in_word_too=turn < 2)


def test_a_house_style_with_templates_of_its_own_keeps_to_the_keys() -> None:
    """What replaces a part of the plan ties its answers as well."""
    hold(rounds()[1], "plan", WARM)


# A plan takes half a second: to make a failing example smaller would take minutes.
@settings(max_examples=10, phases=[Phase.reuse, Phase.generate])
@given(
    st.sets(st.sampled_from(leavable()), min_size=1) | st.sets(st.sampled_from(leavable()), min_size=80, max_size=400),
    st.integers(0, ROUNDS - 1),
    st.sampled_from(kinds()),
)
def test_whatever_is_left_out_the_rest_keeps_its_key(without: set[str], turn: int, kind: str) -> None:
    """A placeholder has the key of what is missing, and moves no other answer."""
    hold(EveryAnswer(load_framework(), turn, without), kind)


def test_only_these_answers_are_in_no_control() -> None:
    """They cannot be read back from any document: the list may become shorter, never longer."""
    without_name = EveryAnswer(load_framework(), without={"interventies[3].lokale_naam"})
    tied = {
        tie.key
        for answers in (*rounds(), without_name)
        for kind in kinds()
        for tie in in_page(make_page(checked(answers.text), find_house_style(None), kind))
    }
    loose = {generic(key) for key in rounds()[0].given.keys() - tied}
    assert {key for key in loose if not key.startswith(BESIDE_FILES)} == {
        key for key in SETTINGS | LOOSE if not key.startswith(BESIDE_FILES)
    }


@pytest.mark.parametrize("kind", kinds())
def test_only_these_texts_print_without_a_control_of_their_own(kind: str) -> None:
    """Who changes them in that document changes nothing that can be read back from it."""
    answers = rounds()[0]
    root = html.document_fromstring(make_page(checked(answers.text), find_house_style(None), kind))
    tied = {item.get("data-antwoord") for item in root.iterfind(".//*[@data-antwoord]")}
    for aside in root.find_class("opmerkingen"):
        aside.drop_tree()
    printed = set(re.findall("‹(.*?)›", root.find("body").text_content()))
    assert {generic(key) for key in printed - tied} == LOOSE_TEXTS[kind]
