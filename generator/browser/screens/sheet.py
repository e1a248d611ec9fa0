"""The sheet beside a question: what the frame shows, its style sheet, and the way from an answer to its question."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from generator.browser.desk import desk_of, plan_of, version_of
from generator.browser.guard import FRAMED_POLICY
from generator.browser.parts import address_of
from generator.browser.preview import sheet_style
from generator.browser.screen_page import fragment
from generator.problems import ProblemsError
from generator.source import path_of

if TYPE_CHECKING:
    from starlette.requests import Request

    from generator.browser.preview import Sheet
    from generator.problems import Problem

_THERE = "hier"
"""What stands in the address once it leads to the place of the answer."""


def _sheet(request: Request) -> Response:
    """Return the sheet of an answer, opened at its place: also without a script."""
    key = request.query_params.get("sleutel", "")
    sheet, problems = _made(request, key)
    anchor = sheet.anchor(key) if sheet else ""
    if anchor and _THERE not in request.query_params:
        asked = urlencode({"sleutel": key, _THERE: "1"})
        return RedirectResponse(f"{request.url.path}?{asked}#{quote(anchor)}", 303)
    html = fragment(request, "blad.html.j2", plan=plan_of(request), blad=sheet, plek=anchor, problemen=problems)
    return HTMLResponse(html, headers={"Content-Security-Policy": FRAMED_POLICY})


def _made(request: Request, key: str) -> tuple[Sheet | None, tuple[Problem, ...]]:
    """Return the sheet of an answer, or why there is none."""
    desk, version = desk_of(request), version_of(request)
    if version.checked is None:
        return None, version.faults
    try:
        found = desk.preview.sheet(version.checked, key, desk.house_style(version))
    except ProblemsError as error:
        return None, error.problems
    return found, () if found else version.checked.fouten


def _stylesheet(request: Request) -> Response:
    desk = desk_of(request)
    return Response(sheet_style(desk.look(version_of(request))), media_type="text/css")


def _to_question(request: Request) -> Response:
    """Go from an answer on the sheet to its question."""
    return RedirectResponse(address_of(plan_of(request).id, path_of(request.query_params.get("sleutel", ""))), 303)


ROUTES = [
    Route("/plan/{plan}/blad", _sheet),
    Route("/plan/{plan}/blad.css", _stylesheet),
    Route("/plan/{plan}/naar", _to_question),
]
