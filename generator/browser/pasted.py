"""What was copied from a spreadsheet, as rows for a list of groups: cells between tabs, with their quotes and numbers.

Every cell that was pasted is in a row, or is told of: nothing of it disappears.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from generator.answers.kinds.teksten import cleaned
from generator.answers.offers import titled
from generator.answers.questions import Antwoord, questions
from generator.problems import ProblemsError
from generator.source.characters import CONTROL

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.answers.questions import Vraag
    from generator.source import Tree

_CELL = re.compile(r'"((?:[^"]|"")*)"(?=\t|\n|\Z)|([^\t\n]*)')
_PLAIN = re.compile(r"[^\w]+")


class Column(NamedTuple):
    """A column of a table to type in: a question, or one key of the mapping that its answer is."""

    vraag: Vraag
    key: str = ""
    """The key in a mapping, such as a year; empty for the answer itself."""

    @property
    def title(self) -> str:
        """What stands above it."""
        return self.key or titled(self.vraag)

    @property
    def known_as(self) -> frozenset[str]:
        """The words above a column of a spreadsheet that say that it is this one."""
        if self.key:
            return frozenset({_plain(self.key), _plain(f"{self.vraag.naam} {self.key}"), _plain(f"bedrag {self.key}")})
        return frozenset({_plain(self.vraag.naam), _plain(self.title), _plain(self.vraag.vraag)})


@dataclass(frozen=True, slots=True)
class PastedCell:
    """A cell with what is wrong with it."""

    text: str
    problems: tuple[str, ...] = ()
    column: Column | None = None
    """None where there is no column for it."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was pasted."""

    cells: tuple[tuple[PastedCell, ...], ...]
    """The rows, without the one that only says what the columns are."""
    has_header: bool

    @property
    def is_sound(self) -> bool:
        """Tell whether every cell has a column and can be read."""
        return all(cell.column and not cell.problems for row in self.cells for cell in row if cell.text)

    @property
    def rows(self) -> tuple[dict[str, Tree], ...]:
        """The rows as groups of answers; what has no column is in none."""
        return tuple(row for row in map(_row, self.cells) if row)


def columns_of(model: type[Antwoord], keys: Sequence[str] = ()) -> tuple[Column, ...]:
    """Return the columns that a list of groups has as a table: the questions that fit in a cell.

    Args:
        model: The group.
        keys: The keys of the mappings in it, such as the years of a plan.
    """
    found: list[Column] = []
    for question in questions(model).values():
        if question.is_tabel and question.item_kind is not None:
            found.extend(Column(question, key) for key in keys)
        elif question.item_kind is not None:
            found.append(Column(question))
    return tuple(found)


def pasted(text: str, columns: Sequence[Column]) -> Pasted:
    """Return what was pasted, cell by cell.

    Args:
        text: What was pasted: rows on lines, cells between tabs; a cell with a line end or quote in it in quotes.
        columns: The columns of the table, in order; a first row that names them puts them in the order of the text.
    """
    table = [row for row in cells_of(text) if any(row)]
    named = _header(table[0], columns) if table else None
    order: Sequence[Column | None] = columns if named is None else named
    rows = table if named is None else table[1:]
    return Pasted(tuple(tuple(_cells(row, order)) for row in rows), named is not None)


def cells_of(text: str) -> list[list[str]]:
    """Return the cells of a text between tabs, row by row, without signs that nobody sees."""
    plain = CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    rows: list[list[str]] = [[]]
    place = 0
    while True:
        found = _CELL.match(plain, place)
        if found is None:
            return rows
        quoted = found[1]
        is_quoted = quoted is not None and re.search(r'[\t\n]|""', quoted)
        cell = quoted.replace('""', '"') if is_quoted and quoted is not None else found[0]
        rows[-1].append("\n".join(line.strip() for line in cleaned(cell).split("\n")).strip())
        place = found.end()
        if place >= len(plain):
            return rows
        if plain[place] == "\n":
            rows.append([])
        place += 1


def _header(row: Sequence[str], columns: Sequence[Column]) -> list[Column | None] | None:
    """Return the column that each cell of a first row names; None where the row names none, and so is an answer."""
    free = list(columns)
    found: list[Column | None] = []
    for cell in row:
        column = next((column for column in free if _plain(cell) in column.known_as), None) if cell else None
        if column is not None:
            free.remove(column)
        found.append(column)
    named = sum(column is not None for column in found)
    filled = sum(bool(cell) for cell in row)
    return found if named and (named >= 2 or filled == 1) and 2 * named >= filled else None


def _cells(row: Sequence[str], order: Sequence[Column | None]) -> Iterable[PastedCell]:
    for number, text in enumerate(row):
        column = order[number] if number < len(order) else None
        if column is None and text:
            yield PastedCell(text, ("Voor deze kolom is hier geen plaats. Zet de tekst in een andere kolom.",))
        elif column is not None:
            yield PastedCell(text, tuple(_faults(column, text)), column)


def _faults(column: Column, text: str) -> Iterable[str]:
    """Yield what is wrong with an answer, in the words of `controleer`."""
    kind = column.vraag.item_kind
    if kind is None:
        return
    for item in _items(column, text):
        try:
            kind.parse(item)
        except ProblemsError as error:
            yield from (problem.sentences for problem in error.problems)


def _items(column: Column, text: str) -> list[str]:
    """Return the answers in a cell: of a list each on a line of its own, or between semicolons."""
    if column.vraag.is_lijst:
        return [item.strip() for item in re.split(r"[\n;]", text) if item.strip()]
    return [text] if text else []


def _row(cells: Sequence[PastedCell]) -> dict[str, Tree]:
    row: dict[str, Tree] = {}
    for cell in cells:
        if cell.column is None or not cell.text:
            continue
        name = cell.column.vraag.naam
        if cell.column.key:
            inside = row.setdefault(name, {})
            if isinstance(inside, dict):
                inside[cell.column.key] = cell.text
        elif cell.column.vraag.is_lijst:
            row[name] = [*_items(cell.column, cell.text)]
        else:
            row[name] = cell.text
    return row


def _plain(text: str) -> str:
    return _PLAIN.sub(" ", text.replace("_", " ")).strip().casefold()
