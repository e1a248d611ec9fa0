"""The law of every kind of answer: what the plan prints reads back as the answer that was printed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import limits
from generator.answers import Antwoorden
from generator.answers.kinds import (
    Aantal,
    Bedrag,
    Datum,
    Getal,
    Jaar,
    JaNee,
    Keuze,
    Kind,
    Nummer,
    Tekst,
    Tijdvak,
)
from generator.answers.kinds.hoeveelheid import zoveel
from generator.answers.kinds.moment import op_dag
from generator.answers.kinds.teksten import cleaned
from generator.answers.questions import STATUS, questions
from generator.answers.shape import field_at
from generator.problems import ProblemsError
from tests.support.spellings import amounts, counts, figures, moments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.answers import Antwoord
    from generator.answers.questions import Vraag
    from generator.source import KeyPath


def _kind_at(path: KeyPath) -> Kind[Any] | None:
    question = field_at(path)
    return None if question is None or (question.is_tabel and path[-1] == question.naam) else question.item_kind


def _questions(model: type[Antwoord]) -> Iterator[Vraag]:
    for question in questions(model).values():
        yield question
        if question.model is not None:
            yield from _questions(question.model)


CHOICES = [question.item_kind for question in _questions(Antwoorden) if isinstance(question.item_kind, Keuze)]

_texts = st.text(max_size=40).filter(lambda text: bool(cleaned(text).strip())).map(Tekst().parse)
VALUES: list[tuple[Kind[Any], st.SearchStrategy[Any]]] = [
    (Tekst(), _texts),
    (Datum(), moments()),
    (Tijdvak(), moments()),
    (Bedrag(), amounts()),
    (Getal(), figures()),
    (Aantal(), counts()),
    (Nummer(), st.integers(0, 9999)),
    (Jaar(), st.integers(1900, 2199)),
    (JaNee(), st.booleans()),
    *((kind, st.sampled_from(list(kind.words))) for kind in CHOICES),
]
SPACES = str.maketrans({" ": "\u00a0", "\u00a0": " "})


@pytest.mark.parametrize(("kind", "values"), VALUES, ids=lambda item: type(item).__name__)
@given(data=st.data())
def test_what_is_printed_reads_back(kind: Kind[Any], values: st.SearchStrategy[Any], data: st.DataObject) -> None:
    """Any value of any kind comes back from its print, also between spaces and next to an earlier value."""
    value = data.draw(values)
    shown = kind.show(value)
    assert kind.read_back(shown) == value
    assert kind.read_back(f"{shown} \n") == value
    assert kind.read_back(shown, data.draw(values)) == value
    assert kind.parse(kind.write(value)) == value
    if not isinstance(kind, Tekst):  # the first line of a text says from where the others step in
        assert kind.read_back(f" {shown}") == value
        assert kind.read_back(shown.translate(SPACES)) == value


def test_what_only_looks_different_is_no_change() -> None:
    """Another kind of space in the print of an answer leaves the answer as it was given."""
    assert Tekst().read_back("twee  regels", "twee\nregels") == "twee\nregels"
    assert Tekst().read_back("drie regels", "twee\nregels") == "drie regels"


@pytest.mark.parametrize(
    ("kind", "value", "shown"),
    [
        (Tekst(), "Twee *woorden*", "Twee *woorden*"),
        (Datum(), op_dag(date(2026, 2, 16)), "16\u00a0februari 2026"),
        (Bedrag(), zoveel(412000, "€"), "€\u00a0412.000"),
        (Getal(), zoveel(Decimal("6.10")), "6,10"),
        (Getal(), zoveel(Decimal("-5840.5")), "-5.840,5"),
        (Getal(), zoveel(Decimal("0.0000001")), "0,0000001"),
        (Aantal(), zoveel(5840), "5.840"),
        (Jaar(), 2026, "2026"),
        (JaNee(), False, "nee"),
        (Keuze(("ter_besluitvorming",)), "ter_besluitvorming", "ter besluitvorming"),
        (STATUS, "niet", "niet op orde"),
    ],
)
def test_a_value_prints_the_dutch_way(kind: Kind[Any], value: object, shown: str) -> None:
    """Each kind prints as a reader of the plan expects."""
    assert kind.show(value) == shown


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (Tekst(), "  een \n\n twee  \n", "een\n\ntwee"),
        (Datum(), "30-4-2026", op_dag(date(2026, 4, 30))),
        (Datum(), " 2026-04-30 ", op_dag(date(2026, 4, 30))),
        (Bedrag(), "412000", zoveel(412000, "€")),
        (Getal(), "6,1", zoveel(Decimal("6.1"))),
        (Getal(), "2.35", zoveel(Decimal("2.35"))),
        (Aantal(), "5840", zoveel(5840)),
        (Jaar(), "2026", 2026),
        (JaNee(), "ja", True),
        (Keuze(("concept",)), "concept", "concept"),
    ],
)
def test_a_text_of_the_answer_file_is_read(kind: Kind[Any], text: str, value: object) -> None:
    """Each kind understands its spelling in the answer file; what it reads there, it reads back as well."""
    assert kind.parse(text) == value
    assert kind.read_back(text) == value


@pytest.mark.parametrize(
    ("kind", "text", "words"),
    [
        (Tekst(), " \n ", "geen tekst"),
        (Tekst(), "x" * (limits.TEXT + 1), "20.001 tekens"),
        (Datum(), "31-2-2026", "Controleer de dag"),
        (Datum(), "31 februari 2026", "Controleer de dag"),
        (Datum(), "voorjaar", "bijvoorbeeld 30-4-2026"),
        (Bedrag(), "-5", "412000"),
        (Getal(), "5.840", "5840 (zonder punt) of 5,840"),
        (Getal(), "zes", "6,1"),
        (Aantal(), "5,840", "5840 (zonder punt) of 5,840"),
        (Aantal(), "veel", "ca. 14.000"),
        (Nummer(), "twee", "alleen cijfers"),
        (Jaar(), "26", "vier cijfers"),
        (Tijdvak(), "26", "vier cijfers"),
        (JaNee(), "misschien", "ja of nee"),
        (Keuze(("concept", "vastgesteld")), "concpt", "“concept”"),
        (Keuze(("concept", "vastgesteld")), "q", "concept, vastgesteld"),
    ],
)
def test_what_is_not_understood_is_explained(kind: Kind[Any], text: str, words: str) -> None:
    """A text that is no answer of its kind is refused with what was probably meant, or with an example."""
    with pytest.raises(ProblemsError) as caught:
        kind.parse(text)
    assert words in str(caught.value)


def test_a_day_that_does_not_exist_is_refused_in_words_too() -> None:
    """A day in words that was changed into one that no month has, is no day."""
    with pytest.raises(ProblemsError, match="bestaat niet"):
        Datum().read_back("31 februari 2026")


def test_a_house_style_gives_a_choice_other_words() -> None:
    """What a house style calls a choice is printed and read back; the answer stays the same."""
    kind = _kind_at(("randvoorwaarden", "urgentiebesef", "eisen", "1"))
    assert isinstance(kind, Keuze)
    own = kind.in_words({"niet": "rood", "titel": "Plan"})
    assert own.show("niet") == "rood"
    assert own.read_back("Rood") == "niet"
    assert own.read_back("niet") == "niet"
    other = _kind_at(("wijk", "cijfers", 0, "trend"))
    assert isinstance(other, Keuze)
    assert other.in_words({"onbekend": "geen idee"}).show("onbekend") == "onbekend"
    assert own.choices == (
        ("op_orde", "op orde"),
        ("deels", "deels op orde"),
        ("niet", "rood"),
        ("onbekend", "nog onbekend"),
    )


@pytest.mark.parametrize("kind", CHOICES)
def test_no_two_choices_print_the_same(kind: Keuze) -> None:
    """Every choice has words of its own, so that its print says which one it is."""
    words = [word.casefold() for _, word in kind.choices]
    assert len(set(words)) == len(words)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("wijk", "aanleiding"), Tekst),
        (("gemeente", "naam"), Tekst),
        (("document", "datum"), Datum),
        (("document", "status"), Keuze),
        (("financien", "lasten", 0, "bedragen", "2026"), Bedrag),
        (("financien", "lasten", 0, "bedragen"), type(None)),
        (("wijk", "cijfers", 2, "wijk"), Getal),
        (("wijk", "inwoners"), Aantal),
        (("document", "periode", "van"), Jaar),
        (("bijlagen", "bronnen"), JaNee),
        (("besluit", "beslispunten", 0), Tekst),
        (("randvoorwaarden", "urgentiebesef", "eisen", "1"), Keuze),
        (("wijk",), type(None)),
        (("weg",), type(None)),
    ],
)
def test_every_place_knows_its_kind(path: tuple[str | int, ...], expected: type) -> None:
    """A place in the answer file says what kind of answer belongs there; groups and mappings have none."""
    assert type(_kind_at(path)) is expected


def test_every_question_knows_its_kind() -> None:
    """A question has a kind, and a list or mapping the kind of its answers, unless those are groups."""
    for question in _questions(Antwoorden):
        assert (question.item_kind is None) == (question.model is not None), question.naam
    question = field_at(("interventies", 0, "partners"))
    assert question is not None
    assert question.is_lijst


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("af\u00adbreek\u200bstreep\ufeffje", "afbreekstreepje"),
        ("links\u200enaar\u200frechts \u202eom", "linksnaarrechts om"),
        ("een\u2028twee\u2029drie\x0bvier\x85vijf", "een\ntwee\ndrie\nvier\nvijf"),
        ("Dit:\n\uf0b7\teen\n\ue123\ttwee", "Dit:\n•\teen\n•\ttwee"),
        ("goed \uf0fc en \ue000weg \U000f0000ook", "goed ✓ en weg ook"),
        ("שלום\u200f!", "שלום\u200f!"),
        ("👩\u200d👧 en 1\u00a0mei", "👩\u200d👧 en 1\u00a0mei"),
        ("  - een\n  - twee", "- een\n- twee"),
    ],
)
def test_a_text_holds_no_sign_that_nobody_sees_or_that_shows_as_a_box(text: str, expected: str) -> None:
    """Signs without width go, separators end a line, and what only a symbol font knows becomes what it shows there."""
    assert Tekst().parse(text) == expected
