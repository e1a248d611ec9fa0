"""Lists as tables to type in, with rows from a spreadsheet, and for money its sums and balance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.routing import Route

from generator.answers import Antwoorden
from generator.answers.keys import NoSuchQuestionError
from generator.answers.questions import questions
from generator.browser.answer_tables import balance_of, budget_of, certainty_of, columns_in, table_of
from generator.browser.desk import desk_of, form_of, plan_of
from generator.browser.field_look import title_of
from generator.browser.form_fields import group_at
from generator.browser.pasted import pasted
from generator.browser.screen_page import page
from generator.browser.screens.answering import answer_with
from generator.checks.subjects import subject
from generator.roundtrip.tree_edits import AddItem, SetAnswer
from generator.source import at, dotted, path_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.requests import Request
    from starlette.responses import Response

    from generator.browser.answer_book import Version
    from generator.browser.form_fields import Field, Group
    from generator.browser.pasted import Pasted
    from generator.roundtrip.tree_edits import Edit
    from generator.source import KeyPath, Tree

_LIST = "groepen"
"""What a field is called that is a list of groups."""


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
    begroting = budget_of(version) if path[:1] == ("financien",) else None
    tables = [table_of(version, field, begroting) for field in fields]
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
        balans=balance_of(begroting) if begroting else (),
        zekerheid=certainty_of(begroting) if begroting else (),
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
    columns = () if others else columns_in(version, field)
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


ROUTES = [
    Route("/plan/{plan}/tabel/", _list_of_tables),
    Route("/plan/{plan}/tabel/{key}", _shown),
    Route("/plan/{plan}/tabel/{key}/plakken", _pasted, methods=["POST"]),
]
