"""The overview of a plan: what to begin with, the house with its twelve rooms, and how far each chapter is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import Route

from generator.browser.desk import desk_of, plan_of, version_of
from generator.browser.plan_progress import house_of
from generator.browser.screen_page import page
from generator.browser.screens.to_do import points_of

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response


def _shown(request: Request) -> Response:
    version = version_of(request)
    checked = version.checked
    if checked is None:
        return page(request, "onleesbaar.html.j2", problemen=version.faults)
    house = house_of(checked, desk_of(request).framework)
    return page(
        request,
        "overzicht.html.j2",
        antwoorden=checked.antwoorden,
        punten=points_of(plan_of(request).id, checked.problems),
        stopt=checked.stops,
        huis=house,
        op_orde=sum(block.aantal("op_orde") for block in house),
        voorwaarden=sum(len(block.randvoorwaarden) for block in house),
    )


ROUTES = [Route("/plan/{plan}/", _shown)]
