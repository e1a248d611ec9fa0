"""A list of answers as a table to type in, with the sums of its amounts, and the balance of the budget."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator import dutch
from generator.answers.years import planned_years
from generator.browser.field_look import title_of
from generator.browser.pasted import Column, columns_of
from generator.browser.posted import YEAR
from generator.plan.geld import budget
from generator.source import at, dotted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.browser.answer_book import Version
    from generator.browser.form_fields import Choice, Field, Group
    from generator.plan.geld import Begroting
    from generator.problems import Problem

_MOST_YEARS = 20


class Cell(NamedTuple):
    """A place to type in."""

    name: str
    label: str
    """What it asks, for who does not see the column and row."""
    look: str
    """A line, a number (`getal`), lines, a choice, boxes to tick, or what cannot be changed here (`vast`)."""
    value: str
    choices: tuple[Choice, ...]
    problems: tuple[Problem, ...]


class Row(NamedTuple):
    """An item of the list."""

    name: str
    title: str
    cells: tuple[Cell, ...]
    is_new: bool
    more: str
    """The key of the page with its other questions; empty where the table has them all."""
    total: str
    """The sum of its amounts; empty where it has none."""


class Table(NamedTuple):
    """A list of groups as a table."""

    key: str
    title: str
    vraag: str
    waarom: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    foot: tuple[str, ...]
    """The sum of each column; empty where that is no amount."""


def columns_in(version: Version, field: Field) -> tuple[Column, ...]:
    """Return the columns of a table: a year each where amounts are given by year, else the amounts in one cell."""
    years = _years(version, field)
    found = columns_of(field.vraag.model, years) if field.vraag.model else ()
    if years:
        return found
    asked = (inner.vraag for inner in field.groups[0].fields)
    return (*found, *(Column(vraag) for vraag in asked if vraag.is_tabel and vraag.item_kind is not None))


def _years(version: Version, field: Field) -> tuple[str, ...]:
    """Return the years of the plan and of the amounts in a list; none where amounts are written in another way."""
    given: set[str] = set()
    for group in field.groups:
        for inner in (inner for inner in group.fields if inner.vraag.is_tabel):
            tree = at(version.tree, inner.path)
            keys = list(tree) if isinstance(tree, dict) else []
            if (tree is not None and not isinstance(tree, dict)) or not all(_is_year(key) for key in keys):
                return ()
            given.update(keys)
    planned = planned_years(version.checked.antwoorden) if version.checked else range(0)
    return tuple(sorted({*given, *map(str, planned[:_MOST_YEARS])}))


def _is_year(key: str) -> bool:
    return len(key) == len("2026") and key.isdecimal() and key.isascii()


def table_of(version: Version, field: Field, begroting: Begroting | None) -> Table:
    """Return a list as a table, with its sums where it is one of the budget."""
    columns = columns_in(version, field)
    lines = _lines_of(field, begroting)
    per_year = dict(zip(begroting.jaren, _per_year(field, begroting), strict=True)) if begroting and lines else {}
    totals = [dutch.euro(total) for total in lines]
    rows = tuple(
        _row(version, group, columns, totals[number] if number < len(totals) else "")
        for number, group in enumerate(field.groups)
    )
    foot = tuple(
        dutch.euro(per_year[int(column.key)]) if column.key and int(column.key) in per_year else ""
        for column in columns
    )
    vraag = field.vraag
    return Table(dotted(field.path), title_of(vraag), vraag.vraag, vraag.waarom or "", columns, rows, foot)


def _lines_of(field: Field, begroting: Begroting | None) -> tuple[int, ...]:
    if begroting is None:
        return ()
    lines = begroting.lasten if field.vraag.naam == "lasten" else begroting.dekking
    return tuple(line.totaal for line in lines) if len(lines) == len(field.groups) - 1 else ()


def _per_year(field: Field, begroting: Begroting) -> tuple[int, ...]:
    return begroting.lasten_per_jaar if field.vraag.naam == "lasten" else begroting.dekking_per_jaar


def _row(version: Version, group: Group, columns: Sequence[Column], total: str) -> Row:
    by_name = {field.vraag.naam: field for field in group.fields}
    name = dotted(group.path)
    title = "nieuwe regel" if group.is_new else group.title
    cells = tuple(_cell(version, by_name.get(column.vraag.naam), column, name, title) for column in columns)
    shown = {column.vraag.naam for column in columns}
    more = name if not group.is_new and by_name.keys() - shown else ""
    return Row(name, group.title, cells, group.is_new, more, total)


def _cell(version: Version, field: Field | None, column: Column, name: str, title: str) -> Cell:
    label = f"{column.title}, {title}"
    if field is None:
        return Cell(name, label, "vast", "", (), ())
    if column.key:
        tree = at(version.tree, (*field.path, column.key))
        key = f"{field.name}.{column.key}"
        told = tuple(problem for problem in field.problems if problem.sleutel == key)
        return Cell(f"{field.name}{YEAR}{column.key}", label, "getal", tree if isinstance(tree, str) else "", (), told)
    return Cell(field.name, label, _LOOKS.get(field.soort, "regel"), field.value, field.choices, field.problems)


_LOOKS = {
    **dict.fromkeys(("tekst", "lijst", "tabel"), "tekst"),
    **dict.fromkeys(("keuze", "keuzelijst", "ja_nee"), "keuze"),
    **dict.fromkeys(("vast", "groep", "groepen"), "vast"),
    **dict.fromkeys(("getal", "bedrag", "datum"), "getal"),
    "verwijzingen": "verwijzingen",
}


def budget_of(version: Version) -> Begroting | None:
    """Return what is spent and covered; None where the answers cannot be read."""
    return budget(version.checked.antwoorden.financien) if version.checked else None


def balance_of(begroting: Begroting) -> tuple[tuple[str, tuple[str, ...], str], ...]:
    """Return the lines of the balance: what it is, the amount of each year, and the sum."""
    lines = (
        ("Lasten", begroting.lasten_per_jaar),
        ("Dekking", begroting.dekking_per_jaar),
        ("Dekking min lasten", begroting.saldo_per_jaar),
    )
    return tuple((name, tuple(map(dutch.euro, amounts)), dutch.euro(sum(amounts))) for name, amounts in lines)


def certainty_of(begroting: Begroting) -> tuple[tuple[str, str], ...]:
    """Return how certain the cover is, and what has none."""
    found = (
        ("Toegezegd", begroting.toegezegd),
        ("Aangevraagd", begroting.aangevraagd),
        ("Onzeker, of niet bekend", begroting.onzeker),
        ("Zonder dekking", begroting.ongedekt),
    )
    return tuple((name, dutch.euro(amount)) for name, amount in found)
