"""The screen for the house style: a built-in one, or a Word file that is looked at and tried before it is kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from generator.browser.desk import desk_of, form_of, plan_of, version_of
from generator.browser.screen_page import page, word_file
from generator.browser.tried_style import tried_in
from generator.browser.uploads import sent_files
from generator.housestyle import built_in_styles
from generator.housestyle.files import WORD_SUFFIXES
from generator.inspection import can_make_plans
from generator.problems import Melding, ProblemsError
from generator.roundtrip.tree_edits import SetAnswer
from generator.saving import write_all_new

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.requests import Request

    from generator.browser.tried_style import Tried
    from generator.problems import Problem

_KEY = ("huisstijl",)
_TITLES = {
    "plaats": "Waar het plan komt",
    "blijft": "Wat van het sjabloon blijft",
    "vervalt": "Wat niet in het plan komt",
    "invulplek": "Invulplekken",
    "herstel": "Hersteld of weggelaten bij het openen",
}
_NO_FILE = Melding("Er is geen Word-sjabloon gekozen.", "Kies een bestand dat eindigt op .dotx of .docx.")


def _asked(request: Request, problems: Sequence[Problem] = ()) -> Response:
    checked = version_of(request).checked
    named = checked.antwoorden.huisstijl if checked else None
    return page(
        request,
        "huisstijl.html.j2",
        status_code=422 if problems else 200,
        problemen=problems,
        stijlen=list(built_in_styles()),
        nu=named or "neutraal",
    )


def _chosen(request: Request) -> Response:
    """Write a built-in house style in the answers."""
    plan, wanted = plan_of(request), str(form_of(request).get("huisstijl", ""))
    if wanted not in built_in_styles():
        raise HTTPException(400)
    _write(request, wanted)
    return RedirectResponse(f"/plan/{plan.id}/huisstijl", 303)


def _write(request: Request, name: str) -> None:
    book = desk_of(request).book(plan_of(request).id)
    outcome = book.change([SetAnswer(_KEY, name)], book.current().id)
    if outcome.problems:
        raise ProblemsError(outcome.problems)


def _received(request: Request) -> Response:
    """Look at a Word file, and try the plan in it; nothing is kept on the disk."""
    desk, plan = desk_of(request), plan_of(request)
    try:
        files = sent_files(form_of(request), "sjabloon")
    except ProblemsError as error:
        return _asked(request, error.problems)
    if not files or Path(files[0].name).suffix.lower() not in WORD_SUFFIXES:
        return _asked(request, (_NO_FILE.problem,))
    number = desk.tried.keep(tried_in(version_of(request).checked, plan.file, files[0], desk.workshop))
    return RedirectResponse(f"/plan/{plan.id}/huisstijl/{number}", 303)


def _tried_of(request: Request) -> Tried:
    """Return what an address names, of this plan.

    Raises:
        HTTPException: There is none (any more).
    """
    tried = desk_of(request).tried.find(request.path_params["proef"], plan_of(request).file)
    if tried is None:
        raise HTTPException(404)
    return tried


def _shown(request: Request) -> Response:
    tried = _tried_of(request)
    pictures = tried.pictures
    is_busy = pictures is not None and pictures.is_busy  # before anything else: what comes out is there by then
    if pictures is not None and pictures.failure is not None:
        raise pictures.failure
    plain = [item for item in tried.found if item.soort == "uitleg"]
    return page(
        request,
        "huisstijl_proef.html.j2",
        proef=tried,
        bezig=is_busy,
        beelden=pictures,
        kan=can_make_plans(tried.found),
        delen={title: [item.melding for item in plain if item.onderdeel == part] for part, title in _TITLES.items()},
        fouten=[item for item in tried.found if item.soort == "fout"],
        aandacht=[item for item in tried.found if item.soort == "aandacht"],
        doel=_target(tried).name,
    )


def _target(tried: Tried) -> Path:
    """Return where the file would be kept: beside the answers, under a name that nothing has yet."""
    ending = Path(tried.name).suffix.lower()
    names = ("huisstijl", *(f"huisstijl-{number}" for number in range(2, 10_000)))
    places = (tried.answers.with_name(f"{name}{ending}") for name in names)
    return next(place for place in places if not place.exists())


def _kept(request: Request) -> Response:
    """Keep the file in the folder of the plan, and write it in the answers."""
    tried, plan = _tried_of(request), plan_of(request)
    if not can_make_plans(tried.found):
        raise HTTPException(400)
    target = _target(tried)
    write_all_new({target: tried.data}, target.parent)
    _write(request, target.name)
    return RedirectResponse(f"/plan/{plan.id}/huisstijl", 303)


def _plan_in_it(request: Request) -> Response:
    tried = _tried_of(request)
    if tried.plan is None:
        raise HTTPException(404)
    return word_file(tried.plan, "plan-in-huisstijl.docx")


def _picture(request: Request) -> Response:
    pictures, number = _tried_of(request).pictures, request.path_params["nummer"]
    sides = {"sjabloon": pictures.template, "plan": pictures.plan} if pictures else {}
    drawn = sides.get(request.path_params["kant"], ())
    if not 1 <= number <= len(drawn):
        raise HTTPException(404)
    return Response(drawn[number - 1], media_type="image/png")


ROUTES = [
    Route("/plan/{plan}/huisstijl", _asked),
    Route("/plan/{plan}/huisstijl", _chosen, methods=["POST"]),
    Route("/plan/{plan}/huisstijl/proberen", _received, methods=["POST"]),
    Route("/plan/{plan}/huisstijl/{proef}", _shown),
    Route("/plan/{plan}/huisstijl/{proef}", _kept, methods=["POST"]),
    Route("/plan/{plan}/huisstijl/{proef}/plan.docx", _plan_in_it),
    Route("/plan/{plan}/huisstijl/{proef}/{kant}/{nummer:int}.png", _picture),
]
