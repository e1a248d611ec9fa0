"""The screen on which a plan becomes a document: what is missing, what is made of it, how far that is, and the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import Route

from generator.browser.desk import desk_of, form_of, plan_of, version_of
from generator.browser.makings import STAGES, Order, free_name, opener
from generator.browser.parts import address_of
from generator.browser.screen_page import page
from generator.document_kinds import PLAN, kinds
from generator.documents import FORMATS, Output
from generator.office import present_office
from generator.source import path_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from starlette.requests import Request

    from generator.accessibility import Finding
    from generator.browser.makings import Making
    from generator.problems import Problem

_FORMATS = {"docx": "Word", "html": "Webpagina", "pdf": "Pdf"}
_STAGES = {
    "lezen": "De antwoorden worden gelezen.",
    "maken": "Het document wordt gemaakt. Een pdf duurt het langst.",
    "bewaren": "Het document wordt opgeslagen.",
}
_MOST_POINTS = 5
_MOST_FAULTS = 3


def _asked(request: Request, problems: Sequence[Problem] = ()) -> Response:
    """Return the questions: what kind of document, in which formats."""
    desk, plan, version = desk_of(request), plan_of(request), version_of(request)
    checked = version.checked
    wrong = version.faults or (checked.fouten if checked else ())
    points = checked.open if checked else ()
    if checked is not None and checked.stops:
        wrong = wrong or points
    return page(
        request,
        "maken.html.j2",
        status_code=422 if problems else 200,
        fouten=wrong,
        problemen=problems,
        punten=[(point, address_of(plan.id, path_of(point.sleutel))) for point in points[:_MOST_POINTS]],
        aantal_open=len(points),
        aantal_advies=len(checked.aandacht) if checked else 0,
        soorten=kinds(desk.house_style(version).sjablonen),
        formaten=_FORMATS,
        kan_pdf=present_office() is not None,
        doel=plan.file.parent,
    )


def _started(request: Request) -> Response:
    """Begin to make what was asked, and go to where one sees how far it is."""
    desk, plan, form = desk_of(request), plan_of(request), form_of(request)
    formats = tuple(name for name in FORMATS if name in form.getlist("formaat")) or FORMATS[:1]
    kind = str(form.get("soort", PLAN))
    if kind not in kinds(desk.house_style(version_of(request)).sjablonen):
        raise HTTPException(400)
    output = Output(formats, paginanummers="paginanummers" in form, document=kind)
    order = Order(
        plan.file,
        output,
        forceer=form.get("bestaat") == "vervang",
        opmerkingen="zonder_opmerkingen" not in form,
        schoon="schoon" in form,
    )
    if form.get("bestaat") == "ernaast":
        order = Order(plan.file, output, free_name(order, kind), opmerkingen=order.opmerkingen, schoon=order.schoon)
    making = desk.makings.start(order)
    return RedirectResponse(f"/plan/{plan.id}/maken/{making.id}", 303)


def _making_of(request: Request) -> Making:
    """Return what an address names, of this plan.

    Raises:
        HTTPException: There is none.
    """
    making = desk_of(request).makings.find(request.path_params["maak"])
    if making is None or making.order.answers != plan_of(request).file:
        raise HTTPException(404)
    if making.failure is not None:
        raise making.failure
    return making


def _how_far(request: Request) -> Response:
    making = _making_of(request)
    is_busy = making.is_busy  # before anything else: what comes out of it is there by then
    made = making.made
    return page(
        request,
        "gemaakt.html.j2",
        maak=making,
        bezig=is_busy,
        stap=_STAGES[making.stage],
        stappen=len(STAGES),
        problemen=making.problems,
        bestanden=[(number, file, _FORMATS[file.suffix[1:]]) for number, file in enumerate(making.files)],
        kopieen=[saved.backup for saved in made.saved if saved.backup] if made else [],
        van_huisstijl=_told(made.faults.template) if made and made.faults else [],
        van_wijkplan=_told(made.faults.writer) if made and made.faults else [],
        resten=made.remnants if made else (),
        kan_openen=opener() is not None,
        in_de_weg=making.problems[0].bestand.rpartition("/")[2] if making.stands_in_way else "",
    )


def _told(findings: Sequence[Finding]) -> list[tuple[str, str]]:
    """Return what is wrong for readers and what to do, each kind once."""
    said = {finding.controle: (finding.melding, finding.oplossing) for finding in reversed(findings)}
    return list(said.values())[:_MOST_FAULTS]


def _file_of(request: Request) -> Path:
    """Return a file that was made, which is in the folder that was opened.

    Raises:
        HTTPException: It is not there (any more).
    """
    files, number = _making_of(request).files, int(request.path_params["nummer"])
    if number >= len(files) or not files[number].resolve().is_relative_to(desk_of(request).folder.folder):
        raise HTTPException(404)
    if not files[number].is_file():
        raise HTTPException(404)
    return files[number]


def _download(request: Request) -> Response:
    file = _file_of(request)
    return FileResponse(file, filename=file.name)


def _opened(request: Request) -> Response:
    """Open a file with the program of the user, on the computer where this runs: that of the user."""
    file, opens = _file_of(request), opener()
    if opens is not None:
        opens(file)
    return RedirectResponse(f"/plan/{plan_of(request).id}/maken/{request.path_params['maak']}", 303)


ROUTES = [
    Route("/plan/{plan}/maken", _asked),
    Route("/plan/{plan}/maken", _started, methods=["POST"]),
    Route("/plan/{plan}/maken/{maak}", _how_far),
    Route("/plan/{plan}/maken/{maak}/{nummer:int}", _download),
    Route("/plan/{plan}/maken/{maak}/{nummer:int}/open", _opened, methods=["POST"]),
]
