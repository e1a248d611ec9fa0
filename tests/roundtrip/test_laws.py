"""The laws of the way back, over random work on a document."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.documents import Draft, make_document
from generator.housestyle import find_house_style
from generator.lineage import made_from
from generator.pipeline import make_page
from generator.roundtrip.changes import find_changes
from generator.roundtrip.document_text import read_document
from generator.roundtrip.remade import Remade, remake
from generator.roundtrip.taking_over import take_over
from generator.roundtrip.updated import brought_up_to_date
from generator.roundtrip.word_markdown import markdown
from generator.workshop import Workshop
from tests.conftest import EXAMPLES, ROOT
from tests.roundtrip.test_werk_bij import CHANGES
from tests.support import documents
from tests.support.word_edits import Edited
from tests.support.word_hands import HANDS, Hand, worked_on

if TYPE_CHECKING:
    from generator.checks import Checked
    from generator.source import Source

SHOP = Workshop()
DEEDS = st.lists(st.tuples(st.sampled_from(HANDS), st.integers(0, 2_000)), min_size=1, max_size=5)
FEW = settings(max_examples=6, suppress_health_check=list(HealthCheck))


def answers(example: str) -> str:
    """Return the text of the answers of an example."""
    return (ROOT / "examples" / example / "antwoorden.yaml").read_text("utf-8")


def changed_answers() -> str:
    """Return those of the full example with something else in every kind of place."""
    text = answers("molenkwartier")
    for old, new in CHANGES.values():
        text = text.replace(old, new, 1)
    return text


@cache
def checked(text: str) -> Checked:
    """Return answers that were checked."""
    return documents.checked(text)


@cache
def made(text: str, kind: str = "plan") -> bytes:
    """Return a document of these answers."""
    style = find_house_style(None)
    page = make_page(checked(text), style, kind, workshop=SHOP)
    return make_document(Draft(page, style, checked(text), SHOP, made_from(checked(text), style, kind)), "docx")


@cache
def remade(text: str, kind: str = "plan") -> Remade:
    """Return such a document as it is made again to compare with."""
    return remake(read_document(made(text, kind)).ancestor, checked(text), kind, None, SHOP)


def texts(data: bytes, *, reject: bool = False) -> list[str]:
    """Return the text of every paragraph with any."""
    return [paragraph.text for paragraph in read_document(data, reject=reject).paragraphs if paragraph.text]


def looks(data: bytes, *, reject: bool = False) -> list[str]:
    """Return the text of every paragraph with any in light Markdown, with its mark where it is an item of a list."""
    found = (item.mark + markdown(item.pieces) for item in read_document(data, reject=reject).paragraphs)
    return [text for text in found if text]


def pictures(data: bytes) -> str:
    """Return the main part, in which the descriptions of pictures stand."""
    return Edited(data).parts["word/document.xml"].decode()


@pytest.mark.slow
@FEW
@given(st.sampled_from(EXAMPLES), DEEDS)
def test_no_word_that_was_typed_in_the_place_of_an_answer_is_lost(example: str, deeds: list[tuple[Hand, int]]) -> None:
    """It stands in the file with answers, or is named with its place."""
    text = answers(example)
    document, typed = worked_on(made(text), deeds)
    found = find_changes(remade(text).base, read_document(document.data), "plan.docx")
    source: Source = checked(text).source
    taken = take_over(source, source.tree, [("plan.docx", found.changes)], lambda _key: None)
    told = " ".join(
        [*(item.melding for item in [*found.unread, *found.notes]), *(str(c.change.new) for c in taken.conflicts)]
    )
    assert [word for word in typed.answer if word not in taken.text and word not in told] == []


@pytest.mark.slow
@FEW
@given(DEEDS, st.booleans())
def test_an_update_keeps_all_that_people_did(deeds: list[tuple[Hand, int]], direct: bool) -> None:
    """Every word and picture is still there; rejected, it is the document of the people."""
    text, new = answers("molenkwartier"), changed_answers()
    document, typed = worked_on(made(text), deeds)
    updated = brought_up_to_date(document.data, remade(text), made(new), direct=direct)
    said = " ".join(texts(updated.data))
    assert [word for word in (*typed.answer, *typed.own) if word not in said] == []
    assert [word for word in typed.pictures if word not in pictures(updated.data)] == []
    if not direct:
        assert texts(updated.data, reject=True) == texts(document.data, reject=True)


@pytest.mark.parametrize("example", EXAMPLES)
@pytest.mark.parametrize("kind", ["plan", "collegevoorstel", "samenvatting"])
def test_an_update_with_the_same_answers_changes_no_byte(example: str, kind: str) -> None:
    """The file is the same."""
    data = made(answers(example), kind)
    assert brought_up_to_date(data, remade(answers(example), kind), data).data == data
