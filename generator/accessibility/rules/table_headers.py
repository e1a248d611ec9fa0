"""Rules for tables: a reader hears for each cell the head of its column, so the head must be marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.accessibility.findings import Hit, Rule, at_table
from generator.problems import Soort
from generator.word.xml import child_at, is_on, value, value_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.word.reading.content import Cell, Row, Table
    from generator.word.reading.document import Document


_WITH_GROUPS = 2
"""A row of heads may have a row above it that takes columns together, such as the years above quarters."""


def _no_header(document: Document) -> Iterator[Hit]:
    for table in document.data_tables:
        if not table.rows[0].header:
            yield _hit(table, "Deze tabel heeft geen koprij. Een schermlezer weet dan niet wat er in een kolom staat.")


def _more_headers(document: Document) -> Iterator[Hit]:
    for table in document.data_tables:
        count = sum(row.header for row in table.rows)
        groups = any(cell.span > 1 for cell in table.rows[0].cells)
        if count > (_WITH_GROUPS if groups else 1):
            yield _hit(table, f"Deze tabel heeft {count} koprijen. Eén koprij leest makkelijker.")


def _empty_header(document: Document) -> Iterator[Hit]:
    for table in document.data_tables:
        for cell in _header_cells(table):
            if not cell.text and not cell.pictures and not _continues(cell):
                soort = Soort.AANDACHT if cell.column == 0 else Soort.FOUT
                yield _hit(table, f"Kolom {cell.column + 1} heeft geen naam: de cel in de koprij is leeg.", soort)


def _merged(document: Document) -> Iterator[Hit]:
    for table in document.data_tables:
        count = sum(cell.span > 1 or _starts_merge(cell) for row in _body(table) for cell in row.cells)
        if count:
            cells = "is een samengevoegde cel" if count == 1 else f"zijn {count} samengevoegde cellen"
            yield _hit(table, f"In deze tabel {cells}. Een schermlezer raakt daar de weg kwijt.")


def _no_caption(document: Document) -> Iterator[Hit]:
    for table in document.data_tables:
        if not table.caption and table.area == "tekst" and table.outer is None:
            yield _hit(table, "Bij deze tabel staat geen bijschrift.")


def _no_description(document: Document) -> Iterator[Hit]:
    for table in document.data_tables:
        properties = child_at(table.element, "tblPr")
        if not value_at(properties, "tblCaption").strip() and not value_at(properties, "tblDescription").strip():
            yield _hit(table, "Deze tabel heeft geen alternatieve tekst, die kort zegt wat erin staat.")


def _nested(document: Document) -> Iterator[Hit]:
    for table in document.tables:
        if table.outer is not None:
            yield _hit(table, "Deze tabel staat in een cel van een andere tabel.")


def _layout(document: Document) -> Iterator[Hit]:
    for table in document.tables:
        if table.rows and not table.is_data and table.outer is None:
            yield _hit(table, "Deze tabel lijkt alleen voor de opmaak te zijn.")


def _splitting(document: Document) -> Iterator[Hit]:
    for table in document.data_tables:
        if table.area == "tekst" and not all(is_on(child_at(row.element, "trPr/cantSplit")) for row in table.rows):
            yield _hit(table, "Een rij van deze tabel mag halverwege naar de volgende pagina lopen.")


def _body(table: Table) -> list[Row]:
    """Return the rows under the header; without one the first row is taken for it."""
    marked = [row for row in table.rows if not row.header]
    return marked if len(marked) < len(table.rows) else table.rows[1:]


def _header_cells(table: Table) -> list[Cell]:
    return table.rows[0].cells if table.rows[0].header else []


def _continues(cell: Cell) -> bool:
    merge = child_at(cell.properties, "vMerge")
    return merge is not None and value(merge) != "restart"


def _starts_merge(cell: Cell) -> bool:
    return value_at(cell.properties, "vMerge") == "restart"


def _hit(table: Table, melding: str, soort: Soort | None = None) -> Hit:
    return Hit(at_table(table), melding, table.part, soort)


_PROPERTIES = "Klik met rechts op de tabel en kies Tabeleigenschappen"
RULES = (
    Rule(
        "tabel-zonder-koprij",
        Soort.FOUT,
        "Klik in de bovenste rij en kies op het tabblad Indeling van de tabel: Veldnamenrijen herhalen.",
        _no_header,
    ),
    Rule(
        "tabel-meer-koprijen",
        Soort.AANDACHT,
        "Maak er één rij met kolomnamen van, of splits de tabel.",
        _more_headers,
    ),
    Rule("tabel-lege-kopcel", Soort.FOUT, "Typ in de lege cel wat er in de kolom staat.", _empty_header),
    Rule(
        "tabel-samengevoegde-cellen",
        Soort.FOUT,
        "Selecteer de cel en kies op het tabblad Indeling van de tabel: Cellen splitsen. "
        "Herhaal de tekst in elke cel, of maak er twee tabellen van.",
        _merged,
    ),
    Rule(
        "tabel-in-tabel",
        Soort.FOUT,
        "Zet de binnenste tabel onder de andere, of schrijf de inhoud als tekst of lijst in de cel.",
        _nested,
    ),
    Rule(
        "tabel-zonder-bijschrift",
        Soort.AANDACHT,
        "Klik in de tabel, kies Verwijzingen > Bijschrift invoegen en schrijf wat de tabel laat zien.",
        _no_caption,
    ),
    Rule(
        "tabel-zonder-beschrijving",
        Soort.AANDACHT,
        f"{_PROPERTIES} > Alternatieve tekst. Schrijf bij Titel of Beschrijving waar de tabel over gaat.",
        _no_description,
    ),
    Rule(
        "tabel-voor-opmaak",
        Soort.AANDACHT,
        "Schrijf de inhoud als gewone tekst. Wil je een kader? Kies Start > Randen en gebruik een rand om de alinea.",
        _layout,
    ),
    Rule(
        "tabel-rij-splitst",
        Soort.AANDACHT,
        f"Selecteer alle rijen. {_PROPERTIES}, tabblad Rij, en haal daar het vinkje weg waarmee rijen "
        "over pagina’s mogen lopen.",
        _splitting,
    ),
)
