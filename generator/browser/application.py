"""The form as an application: its screens by address, and what it says where something goes wrong."""

from __future__ import annotations

import mimetypes
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from generator.browser.desk import desk_of, version_of
from generator.browser.guard import FRAMED_POLICY
from generator.browser.opened_folder import NoSuchPlanError
from generator.browser.screen_page import page
from generator.browser.screens import ROUTES
from generator.problems import ProblemsError
from generator.web.appearance import Appearance, style_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request
    from starlette.types import Scope

    from generator.browser.desk import Desk

_STATIC = Path(__file__).parent / "static"
_BEAT = "60"
"""Every so many seconds a page without JavaScript says that it is still open; `form.js` does as often."""
_KINDS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
_WRONG = {
    404: ("Deze pagina bestaat niet.", "Ga naar het begin en kies je plan."),
    405: ("Deze pagina kan dit niet.", "Ga naar het begin en kies je plan."),
}


def application(desk: Desk, report: Callable[[Exception], str] = lambda _: "") -> Starlette:
    """Return the form, without its guard.

    Args:
        desk: What its screens work with.
        report: Keeps what went wrong in the program itself, and returns a sentence that says where.
    """
    for ending, kind in _KINDS.items():
        mimetypes.add_type(kind, ending)  # a computer may say something else of these, and browsers then refuse them
    routes = [
        *ROUTES,
        Route("/stoppen", _stopped, methods=["POST"]),
        Route("/leeft", _alive),
        Route("/kleuren.css", _colours),
        Route("/plan/{plan}/kleuren.css", _colours),
        Mount("/static", _Static(directory=_STATIC)),
    ]

    def failed(request: Request, error: Exception) -> Response:
        melding = "Er ging iets mis in wijkplan zelf. Wat al was opgeslagen, staat in je antwoorden."
        return page(request, "melding.html.j2", status_code=500, plan=None, kop=melding, uitleg=report(error))

    made = Starlette(
        routes=routes,
        exception_handlers={
            HTTPException: _refused,
            NoSuchPlanError: _no_such_plan,
            ProblemsError: _impossible,
            Exception: failed,
        },
    )
    made.state.desk = desk
    return made


class _Static(StaticFiles):
    """Files that a browser may keep, and asks about each time."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = "no-cache"
        return response


def _colours(request: Request) -> Response:
    """Return the colours of pages: those of the house style of a plan, elsewhere those of the neutral one."""
    look = desk_of(request).look(version_of(request)) if "plan" in request.path_params else Appearance()
    return Response(style_of(look), media_type="text/css")


def _stopped(request: Request) -> Response:
    """Say goodbye, and end the server once that was sent."""
    response = page(
        request,
        "melding.html.j2",
        plan=None,
        kop="wijkplan is gestopt",
        uitleg="Alles is opgeslagen. Je kunt deze pagina sluiten.",
        gestopt=True,
    )
    response.background = BackgroundTask(desk_of(request).stop)
    return response


def _alive(_request: Request) -> Response:
    """Let a page say that it is open: the guard hears it. Shown in a hidden frame it says so again by itself."""
    words = (
        '<!doctype html>\n<html lang="nl"><head><meta charset="utf-8"><title>wijkplan is open</title></head></html>\n'
    )
    return HTMLResponse(words, headers={"Refresh": _BEAT, "Content-Security-Policy": FRAMED_POLICY})


def _refused(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 404
    melding, remedy = _WRONG.get(status, ("Dit kan wijkplan niet lezen.", "Ga terug en probeer het opnieuw."))
    return page(request, "melding.html.j2", status_code=status, plan=None, kop=melding, uitleg=remedy)


def _no_such_plan(request: Request, _error: Exception) -> Response:
    melding, remedy = "Dit plan staat niet meer in de map.", "Ga naar het begin en kies een ander plan."
    return page(request, "melding.html.j2", status_code=404, plan=None, kop=melding, uitleg=remedy)


def _impossible(request: Request, error: Exception) -> Response:
    """Show problems with which a screen cannot go on."""
    problems = error.problems if isinstance(error, ProblemsError) else ()
    kop = "Dit kan nu niet"
    return page(request, "melding.html.j2", status_code=409, plan=None, kop=kop, uitleg="", problemen=problems)
