"""Lists as tables to type in, with rows from a spreadsheet, and for money its sums and balance."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from starlette.exceptions import HTTPException
from starlette.routing import Route

from generator import dutch
from generator.answers import Antwoorden
from generator.answers.keys import NoSuchQuestionError
from generator.answers.questions import questions
from generator.answers.years import planned_years
from generator.browser.desk import desk_of, form_of, plan_of
from generator.browser.form_fields import group_at, title_of
from generator.browser.pasted import Column, Pasted, columns_of, pasted
from generator.browser.screen_page import page
from generator.browser.screens.answering import YEAR, answer_with
from generator.checks.subjects import subject
from generator.plan.geld import budget
from generator.roundtrip.tree_edits import AddItem, SetAnswer
from generator.source import at, dotted, path_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from starlette.requests import Request
    from starlette.responses import Response

    from generator.answers.questions import Antwoord
    from generator.browser.answer_book import Version
    from generator.browser.form_fields import Choice, Field, Group
    from generator.plan.geld import Begroting
    from generator.problems import Problem
    from generator.roundtrip.tree_edits import Edit
    from generator.source import KeyPath, Tree

_LIST = "groepen"
"""What a field is called that is a list of groups."""
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


def _list_of_tables(request: Request) -> Response:
    """Show which lists there are, each a link to its table."""
    version = _version(request)
    kader = desk_of(request).framework
    found: dict[str, list[tuple[str, str, str, int]]] = {}
    for field in _lists(group_at(version, ())):
        part = questions(Antwoorden)[str(field.path[0])]
        where = subject(field.path, version.tree, kader)
        line = (dotted(field.path), title_of(field.vraag), where, len(field.groups) - 1)
        found.setdefault(title_of(part), []).append(line)
    return page(request, "tabellen.html.j2", delen=found)


def _shown(request: Request) -> Response:
    """Show one table, or those of a group beside each other."""
    return _page(request)


def _page(request: Request, status_code: int = 200, **context: object) -> Response:
    version = _version(request)
    path = _path(request)
    fields = _fields(version, path)
    begroting = _begroting(version) if path[:1] == ("financien",) else None
    tables = [_table(version, field, begroting) for field in fields]
    group = group_at(version, path)
    shown = {"geplakt": None, "tekst": "", "plakken_in": "", "vervang": False} | context
    return page(
        request,
        "tabel.html.j2",
        status_code=status_code,
        versie=version,
        sleutel=dotted(path),
        kop=group.title,
        waar=subject(path, version.tree, desk_of(request).framework),
        tabellen=tables,
        balans=_balance(begroting) if begroting else (),
        zekerheid=_certainty(begroting) if begroting else (),
        telling=begroting.telling if begroting else "",
        jaren=begroting.jaren if begroting else (),
        **shown,
    )


def _pasted(request: Request) -> Response:
    """Add the rows that were pasted; where something in them cannot be read, show that first."""
    version = _version(request)
    (field, *others) = _fields(version, _path(request))
    form = form_of(request)
    text, seen = str(form.get("tekst", "")), str(form.get("versie", ""))
    is_anyway, replaces = "toch" in form, "vervang" in form
    columns = () if others else _columns(version, field)
    found = pasted(text, [column for column in columns if column.key or not column.vraag.is_tabel])
    if not found.rows or (not found.is_sound and not is_anyway):
        return _page(request, 409, geplakt=found, tekst=text, plakken_in=dotted(field.path), vervang=replaces)
    base = desk_of(request).book(plan_of(request).id).version(seen) or version
    edits = _edits_of(found, field.path, base.tree, replaces=replaces)
    count = len(found.rows)
    said = "1 regel toegevoegd." if count == 1 else f"{count} regels toegevoegd."
    return answer_with(request, edits, seen, {"terug": [str(form.get("terug", ""))]}, said)


def _edits_of(found: Pasted, path: KeyPath, tree: Tree, *, replaces: bool) -> list[Edit]:
    if replaces:
        return [SetAnswer(path, [*found.rows])]
    items = at(tree, path)
    return [AddItem(path, len(items) if isinstance(items, list) else 0, row) for row in found.rows]


def _version(request: Request) -> Version:
    version = desk_of(request).book(plan_of(request).id).current()
    if version.source is None:
        raise HTTPException(409)
    return version


def _path(request: Request) -> KeyPath:
    return path_of(str(request.path_params["key"]))


def _fields(version: Version, path: KeyPath) -> list[Field]:
    """Return the lists that an address names: one, or those of a group.

    Raises:
        HTTPException: There is none.
    """
    try:
        group = group_at(version, path)
    except NoSuchQuestionError as error:
        raise HTTPException(404) from error
    found = [field for field in group.fields if field.soort == _LIST and field.vraag.is_lijst]
    if not found or not path:
        raise HTTPException(404)
    return found


def _lists(group: Group) -> Iterator[Field]:
    """Yield every list of groups that is there, also those in the items of others."""
    for field in group.fields:
        if field.soort == _LIST and field.vraag.is_lijst:
            yield field
        for inner in (field.group,) if field.group else field.groups:
            if not inner.is_new:
                yield from _lists(inner)


def _model(field: Field) -> type[Antwoord]:
    model = field.vraag.model
    if model is None:
        raise HTTPException(404)
    return model


def _columns(version: Version, field: Field) -> tuple[Column, ...]:
    """Return the columns of a table: a year each where amounts are given by year, else the amounts in one cell."""
    years = _years(version, field)
    found = columns_of(_model(field), years)
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


def _table(version: Version, field: Field, begroting: Begroting | None) -> Table:
    columns = _columns(version, field)
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


def _begroting(version: Version) -> Begroting | None:
    return budget(version.checked.antwoorden.financien) if version.checked else None


def _balance(begroting: Begroting) -> tuple[tuple[str, tuple[str, ...], str], ...]:
    """Return the lines of the balance: what it is, the amount of each year, and the sum."""
    lines = (
        ("Lasten", begroting.lasten_per_jaar),
        ("Dekking", begroting.dekking_per_jaar),
        ("Dekking min lasten", begroting.saldo_per_jaar),
    )
    return tuple((name, tuple(map(dutch.euro, amounts)), dutch.euro(sum(amounts))) for name, amounts in lines)


def _certainty(begroting: Begroting) -> tuple[tuple[str, str], ...]:
    """Return how certain the cover is, and what has none."""
    found = (
        ("Toegezegd", begroting.toegezegd),
        ("Aangevraagd", begroting.aangevraagd),
        ("Onzeker, of niet bekend", begroting.onzeker),
        ("Zonder dekking", begroting.ongedekt),
    )
    return tuple((name, dutch.euro(amount)) for name, amount in found)


ROUTES = [
    Route("/plan/{plan}/tabel/", _list_of_tables),
    Route("/plan/{plan}/tabel/{key}", _shown),
    Route("/plan/{plan}/tabel/{key}/plakken", _pasted, methods=["POST"]),
]
