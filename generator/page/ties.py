"""What elements of a page are tied to: every `data-*` attribute that a page knows, its name and what it means.

A template or `generator.rendering` writes them, the vocabulary checks them, and both writers read them by these names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias
from urllib.parse import quote, unquote

from msgspec import Struct

from generator.suggestions import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.html import HtmlElement

ANSWER = "data-antwoord"
"""The key of the answer that the element shows or waits for; in Word it becomes a control."""
TITLE = "data-titel"
"""What that answer is called."""
INPUT = "data-invoer"
"""How the answer is filled in, as `Input` has it; as text where it is not said."""
CHOICES = "data-keuzes"
"""The fixed choices of that answer, as `written` has them."""

BLOCK = "data-blok"
"""The name of a part of the document: it has a bookmark that stays the same."""
GROUPS = "data-groep"
"""The keys of the answers that a part is about, or `*` for all that have no place elsewhere."""
ABOUT = "data-over"
"""The key that a remark is about."""
REST = "data-rest"
"""`weg` where remarks without a place of their own are left out."""
REMARKS = "data-opmerking"
"""The numbers of the remarks that have their place here; `generator.page.remarks` writes it, no template does."""
POINT = "data-punt"
"""The key of an open point, on what will be a link to its place."""

CHART = "data-soort"
"""The kind of chart that a figure is."""
TABLE = "data-tabel"
"""The id of the table that a chart shows, where that is not inside the figure."""
ROWS, COLUMNS = "data-rijen", "data-kolommen"
"""Which rows of the body and which columns a chart shows, from 1; else all rows, and every column of numbers."""
NAMES = "data-categorie"
"""The column that names the rows of a chart; else the first."""
SERIES = "data-reeksen"
"""`rijen` where each row is a colour of the chart; else each column is."""
ROLES = "data-rollen"
"""The status that each colour of a chart stands for."""
UNIT = "data-eenheid"
"""The unit of the numbers in a chart: `€`, `€ 1.000` to show them in thousands, or `%`."""

OF_CHARTS = frozenset({CHART, TABLE, ROWS, COLUMNS, NAMES, SERIES, ROLES, UNIT})
FOR_WORK = frozenset({TITLE, INPUT, CHOICES, GROUPS, REMARKS, POINT})
"""What only helps to work on a document, and says nothing to the reader of a web page."""

_ANSWERS = frozenset({"div", "li", "span", "time", "mark", "input"})
"""The elements that become a control."""
_PARTS = frozenset({"main", "section", "div"})
PLACES: dict[str, frozenset[str]] = {
    **dict.fromkeys((ANSWER, TITLE, INPUT, CHOICES), _ANSWERS),
    **dict.fromkeys((BLOCK, GROUPS), _PARTS),
    **dict.fromkeys(OF_CHARTS, frozenset({"figure"})),
    ABOUT: frozenset({"div"}),
    REST: frozenset({"aside"}),
    POINT: frozenset({"a", "span"}),
}
"""For each attribute that a template may write, the elements that may have it."""

_DAY = "datetime"
"""What HTML itself calls the day that an element shows."""

Input: TypeAlias = Literal["tekst", "datum", "keuze"]
_INPUTS: dict[str, Input] = {"tekst": "tekst", "datum": "datum", "keuze": "keuze"}


class Tie(Struct, frozen=True):
    """What an element says of the answer that it shows or waits for."""

    key: str
    title: str
    input: Input = "tekst"
    choices: tuple[tuple[str, str], ...] = ()
    """The fixed choices, as the answer file and as the document writes them."""
    day: str = ""
    """The day that the answer is: `2026-02-16`; empty where it is no day, or none was answered."""

    def attributes(self) -> dict[str, str]:
        """Return the attributes that say this."""
        found = {ANSWER: self.key, TITLE: self.title}
        if self.input != "tekst":
            found[INPUT] = self.input
        if self.choices:
            found[CHOICES] = written(self.choices)
        if self.day:
            found[_DAY] = self.day
        return found


def tie_of(element: HtmlElement) -> Tie | None:
    """Return what an element says of its answer; None when it shows no answer."""
    key = element.get(ANSWER)
    if not key:
        return None
    asked = _INPUTS.get(element.get(INPUT) or "", "tekst")
    choices = tuple(_read(element.get(CHOICES) or ""))
    return Tie(key, element.get(TITLE) or key, asked, choices, element.get(_DAY) or "")


def written(choices: Iterable[tuple[str, str]]) -> str:
    """Return choices as one text: `op_orde=op orde|deels=deels op orde`; other signs than letters may be escaped."""
    return "|".join(f"{_escaped(value)}={_escaped(words)}" for value, words in choices)


def _escaped(words: str) -> str:
    return "".join(quote(sign) if sign in "%=|" else sign for sign in words)


def _read(choices: str) -> Iterator[tuple[str, str]]:
    for choice in choices.split("|") if choices else ():
        value, _, words = choice.partition("=")
        yield unquote(value), unquote(words)


def faults(element: HtmlElement) -> Iterator[str]:
    """Yield what is wrong with the `data-*` attributes of an element, in Dutch."""
    names = [name for name in map(str, element.keys()) if name.startswith("data-")]
    for name in names:
        if name == REMARKS:
            continue
        if name not in PLACES:
            yield f"Het attribuut “{name}” bestaat niet in een plan. {did_you_mean(name, PLACES)}".strip()
        elif element.tag not in PLACES[name]:
            yield f"Het attribuut “{name}” heeft geen betekenis bij <{element.tag!s}>."
    if names and (tie := tie_of(element)) is not None:
        yield from _wrong_answer(element, tie)


def _wrong_answer(element: HtmlElement, tie: Tie) -> Iterator[str]:
    asked = element.get(INPUT)
    if asked is not None and asked not in _INPUTS:
        yield f"Bij “{INPUT}” past alleen {', '.join(_INPUTS)}, niet “{asked}”."
    if tie.input != "keuze" or element.tag in {"mark", "input"}:
        return
    words = " ".join(str(element.text_content()).split())
    if words not in (" ".join(word.split()) for _, word in tie.choices):
        yield f"“{words}” is geen van de keuzes van “{tie.key}”."
