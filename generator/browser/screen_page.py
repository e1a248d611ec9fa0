"""Makes what the screens answer: pages, with what each shows around its own part, and documents for Word."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse, Response

from generator import __version__
from generator.browser.desk import desk_of, plan_of, version_of
from generator.browser.plan_progress import chapters_of

if TYPE_CHECKING:
    from starlette.requests import Request

ENVIRONMENT = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "pages"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def page(request: Request, template: str, *, status_code: int = 200, **context: object) -> HTMLResponse:
    """Return a page.

    Args:
        request: What was asked; where its address names a plan, the page is one of that plan.
        template: The name of the template.
        status_code: The status of the answer.
        context: What the template shows, beside what `layout.html.j2` shows on each page.
    """
    around = _of_plan(request) if "plan" in request.path_params and "plan" not in context else {"plan": None}
    return HTMLResponse(fragment(request, template, **(around | context)), status_code)


def _of_plan(request: Request) -> dict[str, object]:
    """Return what each page of a plan shows: its name, and how far it is."""
    plan, checked = plan_of(request), version_of(request).checked
    book = desk_of(request).book(plan.id)
    return {
        "plan": plan,
        "plannaam": (checked and checked.antwoorden.wijk.naam) or plan.name,
        "hoofdstukken": chapters_of(checked) if checked else (),
        "aantal_punten": len(checked.problems) if checked else 0,
        "kan_terug": book.can_undo,
        "kan_vooruit": book.can_redo,
        "gezegd": book.said,
        "wachtend": len(book.waiting()),
    }


def fragment(request: Request, template: str, **context: object) -> str:
    """Return a part of a page as HTML, of a template that does not extend the layout.

    Args:
        request: What was asked.
        template: The name of the template.
        context: What the template shows.
    """
    around = {
        "map": desk_of(request).folder.folder,
        "pad": request.url.path,
        "wijkplan_versie": __version__,
        "gestopt": False,
        "problemen": (),
        "uitleg": "",
        "gezegd": "",
        "wachtend": 0,
    }
    return ENVIRONMENT.get_template(template).render(around | context)


def word_file(document: bytes, name: str) -> Response:
    """Return a document for Word that the browser saves under a name."""
    return Response(document, media_type=_WORD, headers={"Content-Disposition": f'attachment; filename="{name}"'})
