"""Rules for colour: text must stand out against what is behind it, and colour alone says nothing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from generator.accessibility.findings import Hit, Rule, at, at_table
from generator.colours import WHITE, channels, contrast, needed, shown
from generator.problems import Soort
from generator.word.reading.backgrounds import Backgrounds
from generator.word.reading.opening import STYLES_PART
from generator.word.reading.theme import highlight
from generator.word.xml import child_at, value

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from generator.word.reading.document_model import Cell, Document, Paragraph, Row, Run, Table

_NEAR = 0.08
_BAR = 3
"""So many coloured spaces are a bar, fewer belong to the words around them."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """A text colour on a background that differ too little."""

    text: str
    behind: str
    needed: float
    ratio: float


class _Weak(NamedTuple):
    """The first example of a pair."""

    pair: _Pair
    paragraph: Paragraph
    run: Run
    direct: bool
    """Whether a colour of it stands in the text, and not in a style."""


def _low(document: Document) -> Iterator[Hit]:
    for pair, paragraph, run, direct in _weak_pairs(document):
        if not _is_same_to_the_eye(pair):
            melding = (
                f"Tekstkleur #{pair.text} op achtergrond #{pair.behind} heeft een contrast van"
                f" {shown(pair.ratio)} : 1. Nodig is {shown(pair.needed)} : 1."
            )
            yield Hit(at(paragraph, run.text), melding, paragraph.part if direct else STYLES_PART)


def _invisible(document: Document) -> Iterator[Hit]:
    for pair, paragraph, run, direct in _weak_pairs(document):
        if _is_same_to_the_eye(pair):
            melding = f"Deze tekst is niet te zien: de kleur #{pair.text} staat op #{pair.behind}."
            yield Hit(at(paragraph, run.text), melding, paragraph.part if direct else STYLES_PART)


@lru_cache(maxsize=1)
def _weak_pairs(document: Document) -> tuple[_Weak, ...]:
    """Return each pair once; kept for the second of the two rules, for this is most of the work of the check."""
    return tuple(_find_weak_pairs(document))


def _find_weak_pairs(document: Document) -> Iterator[_Weak]:
    backgrounds = Backgrounds(document)
    seen: set[_Pair] = set()
    known: set[Hashable] = set()
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            reason = backgrounds.reason(run, paragraph)
            if not run.text.strip() or reason in known:
                continue
            if reason is not None:
                known.add(reason)
            text, behind = backgrounds.text_colour(run, paragraph), backgrounds.behind(run, paragraph)
            if not text.hex or not behind.hex:
                continue
            pair = _pair(document, run, paragraph, text.hex, behind.hex)
            if pair.ratio < pair.needed and pair not in seen:
                seen.add(pair)
                yield _Weak(pair, paragraph, run, text.direct or behind.direct)


def _pair(document: Document, run: Run, paragraph: Paragraph, text: str, behind: str) -> _Pair:
    least = needed(document.styles.points(run, paragraph), bold=document.styles.is_bold(run, paragraph))
    return _Pair(text, behind, least, contrast(text, behind))


def _is_same_to_the_eye(pair: _Pair) -> bool:
    """Tell whether the colours are so near each other that the text cannot be seen."""
    near = zip(channels(pair.text), channels(pair.behind), strict=True)
    return all(abs(left - right) <= _NEAR for left, right in near)


def _colour_alone(document: Document) -> Iterator[Hit]:
    backgrounds = Backgrounds(document)
    for table in document.tables:
        count = sum(_is_bar(backgrounds, cell, row) for row in _with_text(table) for cell in row.cells)
        if count:
            cells = "is een gekleurde cel" if count == 1 else f"zijn {count} gekleurde cellen"
            yield Hit(at_table(table), f"In deze tabel {cells} zonder tekst: alleen de kleur zegt iets.", table.part)


def _coloured_space(document: Document) -> Iterator[Hit]:
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            if "\t" not in run.text and not run.text.strip() and len(run.text) >= _BAR and _is_coloured(document, run):
                yield Hit(at(paragraph), "Hier staat een gekleurd vlak zonder tekst.", paragraph.part)
                break


def _with_text(table: Table) -> Iterator[Row]:
    """Yield the rows that tell something; a row without any text is a line between others."""
    return (row for row in table.rows if not row.header and any(cell.text for cell in row.cells))


def _is_bar(backgrounds: Backgrounds, cell: Cell, row: Row) -> bool:
    """Tell whether a cell has a colour of its own, that not its whole row has, and nothing in it."""
    if cell.text or cell.pictures or row.index == 0 or cell.column == 0:
        return False
    own = backgrounds.own_shading(cell).hex
    return bool(own) and own != WHITE and any(backgrounds.own_shading(other).hex != own for other in row.cells)


def _is_coloured(document: Document, run: Run) -> bool:
    pen = highlight(value(child_at(run.element, "rPr/highlight")))
    return bool(pen or document.styles.theme.shading(child_at(run.element, "rPr/shd")))


_OTHER_COLOUR = (
    "Selecteer de tekst en kies Start > Tekstkleur, of kies een lichtere arcering. "
    "Komt de kleur uit een stijl? Klik bij Start > Stijlen met rechts op de stijl en kies Wijzigen."
)
RULES = (
    Rule("contrast-te-laag", Soort.FOUT, _OTHER_COLOUR, _low),
    Rule(
        "tekst-onzichtbaar",
        Soort.FOUT,
        "Haal de tekst weg als die niet nodig is. Is die wel nodig? Kies Start > Tekstkleur > Automatisch.",
        _invisible,
    ),
    Rule(
        "kleur-zonder-tekst",
        Soort.AANDACHT,
        "Typ in elke gekleurde cel wat de kleur betekent, bijvoorbeeld “ja” of “2026”.",
        _colour_alone,
    ),
    Rule(
        "gekleurd-vlak",
        Soort.AANDACHT,
        "Typ in het gekleurde vlak wat het betekent, of haal het weg.",
        _coloured_space,
    ),
)
