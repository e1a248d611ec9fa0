"""The first screen: the plans in the folder, and a new one."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse
from starlette.routing import Route

from generator.browser.desk import desk_of, form_of
from generator.browser.plan_progress import house_of, open_count, rooms
from generator.browser.screen_page import page
from generator.form.first_draft import ANSWERS, first_draft, with_schema
from generator.housestyle import built_in_styles
from generator.roundtrip.answer_edits import edited
from generator.roundtrip.tree_edits import SetAnswer
from generator.saving import write_all_new

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from starlette.requests import Request
    from starlette.responses import Response

    from generator.browser.desk import Desk
    from generator.browser.opened_folder import PlanInFolder
    from generator.browser.plan_progress import Room
    from generator.problems import Soort

_NAMES = {"gemeente": "gemeente", "wijk": "wijk"}
_LONGEST = 100
"""So many letters has the name of a neighbourhood or municipality at the most."""
_FOLDER = 40
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)")
"""What no folder can be called on Windows."""


@dataclass(frozen=True, slots=True)
class Card:
    """A plan as the first screen shows it."""

    plan: PlanInFolder
    wijk: str = ""
    gemeente: str = ""
    op_orde: int = 0
    voorwaarden: int = 0
    kamers: tuple[Room, ...] = ()
    aantallen: Mapping[Soort, int] | None = None
    """None where the file cannot be read."""


def _start(request: Request) -> Response:
    desk = desk_of(request)
    return page(request, "start.html.j2", kaarten=[_card(desk, plan) for plan in desk.folder.plans()])


def _card(desk: Desk, plan: PlanInFolder) -> Card:
    checked = desk.book(plan.id).current().checked
    if checked is None:
        return Card(plan)
    house = house_of(checked, desk.framework)
    answers = checked.antwoorden
    return Card(
        plan,
        answers.wijk.naam or "",
        answers.gemeente.naam or "",
        sum(block.aantal("op_orde") for block in house),
        sum(len(block.randvoorwaarden) for block in house),
        rooms(house),
        open_count(checked),
    )


def _asked(request: Request) -> Response:
    return _form(request, {"gemeente": "", "wijk": "", "huisstijl": "neutraal"}, {})


def _form(request: Request, given: Mapping[str, str], wrong: Mapping[str, str]) -> Response:
    """Return the questions of a new plan, with what was typed and what is wrong with it."""
    status = 422 if wrong else 200
    styles = list(built_in_styles())
    return page(request, "nieuw.html.j2", status_code=status, gegeven=given, fout=wrong, huisstijlen=styles)


def _made(request: Request) -> Response:
    """Make a new plan in a folder of its own, and go there."""
    form = form_of(request)
    given = {name: " ".join(str(form.get(name, "")).split()) for name in ("gemeente", "wijk", "huisstijl")}
    wrong = {name: _wrong(name, given[name]) for name in _NAMES if _wrong(name, given[name])}
    if given["huisstijl"] not in built_in_styles():
        wrong["huisstijl"] = "Kies een van deze huisstijlen."
    if wrong:
        return _form(request, given, wrong)
    desk = desk_of(request)
    text = first_draft(desk.framework, given["gemeente"], given["wijk"])
    if given["huisstijl"] != "neutraal":
        text = edited(text, [SetAnswer(("huisstijl",), given["huisstijl"])])
    folder = new_folder(desk.folder.folder, given["wijk"])
    write_all_new({folder / place: data for place, data in with_schema(text, desk.framework).items()}, folder)
    return RedirectResponse(f"/plan/{desk.folder.added(folder / ANSWERS).id}/", 303)


def _wrong(name: str, text: str) -> str:
    """Return what is wrong with a name that was typed; nothing when it will do."""
    if not text:
        return f"Vul de naam van de {name} in."
    if len(text) > _LONGEST:
        return f"Deze naam is te lang: meer dan {_LONGEST} tekens."
    return "" if text.isprintable() else "In deze naam staat een teken dat niet te lezen is. Typ de naam opnieuw."


def new_folder(parent: Path, name: str) -> Path:
    """Return a folder that is not there yet, called after a neighbourhood in letters that every computer takes."""
    letters = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    word = re.sub(r"[^a-z0-9]+", "-", letters)[:_FOLDER].strip("-")
    word = "plan" if not word or _RESERVED.fullmatch(word) else word
    names = (word, *(f"{word}-{number}" for number in range(2, 1000)))
    return next(parent / found for found in names if not (parent / found).exists())


ROUTES = [
    Route("/", _start),
    Route("/nieuw", _asked),
    Route("/nieuw", _made, methods=["POST"]),
]
