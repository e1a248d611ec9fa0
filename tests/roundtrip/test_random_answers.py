"""The laws of the way back hold for any answers, not only for those of the examples."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.document_kinds import kinds
from generator.roundtrip.changes import find_changes
from generator.roundtrip.document_text import read_document
from generator.roundtrip.taking_over import take_over
from generator.roundtrip.updated import brought_up_to_date
from tests.roundtrip.test_laws import DEEDS, checked, looks, made, remade, texts
from tests.roundtrip.test_werk_bij import charts
from tests.support.answer_trees import answer_files
from tests.support.word_edits import Edited, w
from tests.support.word_hands import Hand, worked_on

FEW = settings(max_examples=5, suppress_health_check=list(HealthCheck))
KINDS = st.sampled_from(list(kinds()))


@pytest.mark.slow
@FEW
@given(answer_files(), KINDS)
def test_a_document_that_nobody_edited_gives_its_answers_back(text: str, kind: str) -> None:
    """No answer is another one, nothing is unread or named, and the file keeps its bytes; neither does an update."""
    data = made(text, kind)
    found = find_changes(remade(text, kind).base, read_document(data), "plan.docx")
    assert (found.changes, found.unread, found.notes) == ([], [], [])
    source = checked(text).source
    assert take_over(source, source.tree, [("plan.docx", found.changes)], lambda _key: None).text == text
    assert brought_up_to_date(data, remade(text, kind), data).data == data


@pytest.mark.slow
@FEW
@given(answer_files(), answer_files(), KINDS, st.booleans())
def test_a_document_that_nobody_edited_becomes_a_new_one(text: str, new: str, kind: str, direct: bool) -> None:
    """Accepted it says what a new document says, in the same looks; rejected it says what it said."""
    data, fresh = made(text, kind), made(new, kind)
    updated = brought_up_to_date(data, remade(text, kind), fresh, direct=direct).data
    assert looks(updated) == looks(fresh)
    assert charts(updated) == charts(fresh)
    if direct:
        assert [*Edited(updated).root.iter(w("ins"), w("del"))] == []
    else:
        assert looks(updated, reject=True) == looks(data)


@pytest.mark.slow
@FEW
@given(answer_files(), answer_files(), DEEDS)
def test_no_word_that_was_typed_is_lost(text: str, new: str, deeds: list[tuple[Hand, int]]) -> None:
    """Read back it is in the file or named with its place; brought up to date it is in the document."""
    document, typed = worked_on(made(text), deeds)
    source = checked(text).source
    found = find_changes(remade(text).base, read_document(document.data), "plan.docx")
    taken = take_over(source, source.tree, [("plan.docx", found.changes)], lambda _key: None)
    told = " ".join([taken.text, *(item.melding for item in (*found.unread, *found.notes))])
    assert [word for word in (*typed.answer, *typed.own) if word not in told] == []
    updated = brought_up_to_date(document.data, remade(text), made(new)).data
    said = " ".join(texts(updated))
    assert [word for word in (*typed.answer, *typed.own) if word not in said] == []
    assert texts(updated, reject=True) == texts(document.data, reject=True)
