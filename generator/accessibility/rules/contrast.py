"""Rules for colour: text must stand out against what is behind it, and colour alone says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.accessibility.findings import Hit, Rule, at, at_table
from generator.colours import WHITE, channels, shown
from generator.problems import Soort
from generator.word.reading.opening import STYLES_PART
from generator.word.reading.theme import highlight
from generator.word.xml import child_at, value, value_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.word.reading.backgrounds import Backgrounds, TextLook
    from generator.word.reading.content import Cell, Row, Run, Table
    from generator.word.reading.document import Document

_NEAR = 0.08
_BAR = 3
"""So many coloured spaces are a bar, fewer belong to the words around them."""


def _low(document: Document) -> Iterator[Hit]:
    for look in _weak(document):
        if not _is_same_to_the_eye(look):
            melding = (
                f"Tekstkleur #{look.text.hex} op achtergrond #{look.behind.hex} heeft een contrast van"
                f" {shown(look.ratio)} : 1. Nodig is {shown(look.needed)} : 1."
            )
            yield _hit(look, melding)


def _invisible(document: Document) -> Iterator[Hit]:
    for look in _weak(document):
        if _is_same_to_the_eye(look):
            melding = f"Deze tekst is niet te zien: de kleur #{look.text.hex} staat op #{look.behind.hex}."
            yield _hit(look, melding)


def _hit(look: TextLook, melding: str) -> Hit:
    part = look.paragraph.part if look.text.direct or look.behind.direct else STYLES_PART
    return Hit(at(look.paragraph, look.run.text), melding, part)


def _weak(document: Document) -> Iterable[TextLook]:
    """Return the first text of each colour and background that differ too little."""
    found: dict[tuple[str, str, float], TextLook] = {}
    for look in document.looks:
        if look.ratio < look.needed:
            found.setdefault((look.text.hex, look.behind.hex, look.needed), look)
    return found.values()


def _is_same_to_the_eye(look: TextLook) -> bool:
    """Tell whether the colours are so near each other that the text cannot be seen."""
    near = zip(channels(look.text.hex), channels(look.behind.hex), strict=True)
    return all(abs(left - right) <= _NEAR for left, right in near)


def _colour_alone(document: Document) -> Iterator[Hit]:
    backgrounds = document.backgrounds
    for table in document.tables:
        if value_at(table.element, "tblPr/tblDescription").strip():
            continue  # what the colours say is there in words
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
    return bool(pen or document.theme.shading(child_at(run.element, "rPr/shd")))


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
        "Typ in elke gekleurde cel wat zij betekent, of beschrijf dat bij Tabeleigenschappen > Alternatieve tekst.",
        _colour_alone,
    ),
    Rule(
        "gekleurd-vlak",
        Soort.AANDACHT,
        "Typ in het gekleurde vlak wat het betekent, of haal het weg.",
        _coloured_space,
    ),
)
