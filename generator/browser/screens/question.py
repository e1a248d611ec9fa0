"""The questions of one part, with the page of the plan beside them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse
from starlette.routing import Route

from generator.answers.keys import NoSuchQuestionError
from generator.browser.desk import desk_of
from generator.browser.form_fields import group_at
from generator.browser.parts import CONDITIONS, INTERVENTIONS, address_of, in_order, parts_of
from generator.browser.screen_page import page
from generator.source import path_of

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from generator.browser.answer_book import Version
    from generator.browser.form_fields import Group


def _question(request: Request) -> Response:
    plan, path = str(request.path_params["plan"]), path_of(str(request.path_params["key"]))
    version = desk_of(request).book(plan).current()
    if path[:1] in ((CONDITIONS,), (INTERVENTIONS,)):
        return RedirectResponse(address_of(plan, path), 303)
    try:
        group = group_at(version, path)
    except NoSuchQuestionError as error:
        raise HTTPException(404) from error
    return question_page(request, "vragen.html.j2", version, _on_this_page(group))


def question_page(
    request: Request, template: str, version: Version, group: Group, *, back: str = "", **context: object
) -> Response:
    """Return a page with questions, the parts of the plan beside it, and where one goes on from there.

    Args:
        request: What was asked.
        template: The name of the template, which extends `vragen.html.j2`.
        version: The answers that it shows.
        group: The questions.
        back: The address to return to after saving; that of the page itself when empty.
        context: What the template shows beside that.
    """
    plan = str(request.path_params["plan"])
    parts = parts_of(plan, version)
    pages = list(in_order(parts))
    title = next((part.title for part in pages if part.path == group.path), group.title)
    here = next((number for number, part in enumerate(pages) if part.path == group.path), None)
    return page(
        request,
        template,
        status_code=200,
        versie=version,
        groep=replace(group, title=title) if len(group.path) == 1 else group,
        bladen=next((part.onder for part in parts if part.path == group.path[:1]), ()),
        hier=group.name,
        terug=back or request.url.path,
        vorige=pages[here - 1] if here else None,
        volgende=pages[here + 1] if here is not None and here + 1 < len(pages) else None,
        **context,
    )


def _on_this_page(group: Group) -> Group:
    """Return the questions without the lists that have a page of their own; those are links."""
    if len(group.fields) == 1 and group.fields[0].path == group.path:
        return group
    return replace(group, fields=tuple(
        replace(field, group=_on_this_page(field.group)) if field.group
        else replace(field, groups=()) if field.soort == "groepen"
        else field
        for field in group.fields
    ))  # fmt: skip


ROUTES = [Route("/plan/{plan}/vraag/{key}", _question)]
