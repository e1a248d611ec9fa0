"""The first screen: the plans in the folder, and a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import Route

from generator.browser.desk import desk_of
from generator.browser.screen_page import page

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response


def _start(request: Request) -> Response:
    return page(request, "start.html.j2", plannen=desk_of(request).folder.plans())


ROUTES = [Route("/", _start)]
