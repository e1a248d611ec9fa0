"""How a question reads in a form: its explanation as a comment, and YAML that shows the shape of an answer."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Any

from generator.answers import Antwoorden
from generator.answers.kinds import Aantal, Bedrag, Bestand, Datum, Getal, Jaar, JaNee, Keuze, Nummer, Tekst, Tijdvak
from generator.answers.questions import questions

if TYPE_CHECKING:
    from generator.answers import Antwoord
    from generator.answers.kinds import Kind
    from generator.answers.questions import Vraag

WIDTH = 100

_FORMS: dict[type[Kind[Any]], tuple[str, tuple[str, ...]]] = {
    Tekst: ("tekst", ()),
    Bestand: ("naam van een afbeelding", ("plein.jpg", "beeld/plein.png")),
    Datum: ("datum", ("30-4-2026", "april 2026", "Q2 2026", "doorlopend")),
    Tijdvak: ("jaar of tijdvak", ("2025", "2021/2022", "Q2 2026")),
    Bedrag: ("bedrag in hele euro’s", ("412000", "€ 412.000", "1,2 mln", "PM")),
    Getal: ("getal", ("6,1", "47,6%", "onbekend")),
    Aantal: ("aantal", ("5840", "ca. 14.000", "onbekend")),
    Nummer: ("nummer", ("1",)),
    Jaar: ("jaar", ("2026",)),
    JaNee: ("ja of nee", ("ja", "nee")),
}
"""Each kind of answer in a word or two, and spellings of it."""


def asked_at(key: str) -> Vraag:
    """Return the question with a dotted key, without numbers of items.

    Raises:
        KeyError: There is no such question.
    """
    *groups, last = key.split(".")
    model: type[Antwoord] | None = Antwoorden
    for group in groups:
        model = questions(model)[group].model if model else None
    if model is None:
        raise KeyError(key)
    return questions(model)[last]


def spellings(kind: Kind[Any]) -> tuple[str, ...]:
    """Return some ways to write an answer of a kind; the choices where it has those."""
    return tuple(kind.words) if isinstance(kind, Keuze) else _FORMS[type(kind)][1]


def form_of(kind: Kind[Any]) -> str:
    """Return what kind of answer a question takes, in Dutch."""
    ways = either(spellings(kind))
    if isinstance(kind, Keuze):
        return f"kies uit: {ways}"
    name = _FORMS[type(kind)][0]
    return f"{name}, zoals {ways}" if ways and name != ways else name


def either(words: tuple[str, ...]) -> str:
    """Return words as a choice: `a, b of c`."""
    return " of ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def shape(question: Vraag) -> list[str]:
    """Return the lines of YAML that show where an answer goes; what stands between < and > is to be replaced."""
    name, kind = question.naam, question.item_kind
    if question.is_tabel and kind is not None:
        key = "nummer" if question.key_kind is None else "jaar" if isinstance(question.key_kind, Jaar) else "naam"
        return [f"{name}: {{<{key}>: <{_blank(kind)}>}}"]
    if kind is None:
        return [f"{name}:", "  - <onderdeel>"] if question.is_lijst else [f"{name}:"]
    if question.is_lijst:
        return [f"{name}:", f"  - <{_blank(kind)}>"]
    return [f"{name}: <{_blank(kind)}>"]


def _blank(kind: Kind[Any]) -> str:
    return either(tuple(kind.words)) if isinstance(kind, Keuze) else _FORMS[type(kind)][0]


def explained(question: Vraag, *, reason: bool = True) -> str:
    """Return a question with why it is asked and an example, as one text."""
    shown = f"Bijvoorbeeld: {question.voorbeeld}" if question.voorbeeld and not question.keuzes else ""
    return " ".join(part for part in (question.vraag, question.waarom if reason else None, shown) if part)


def comment(text: str, indent: int = 0) -> list[str]:
    """Return a text as lines of comment."""
    space = " " * indent
    return wrap(
        text,
        WIDTH,
        initial_indent=f"{space}# ",
        subsequent_indent=f"{space}# ",
        break_long_words=False,
        break_on_hyphens=False,
    )
