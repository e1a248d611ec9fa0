"""Takes answers that were sent by any screen, undo and redo, and asks what wins where the file changed as well."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, RedirectResponse
from starlette.routing import Route

from generator.answers.keys import NoSuchQuestionError
from generator.answers.shape import field_at
from generator.browser.desk import desk_of, form_of, plan_of
from generator.browser.posted import YEAR, edits_of
from generator.browser.screen_page import fragment, page
from generator.checks.subjects import subject
from generator.roundtrip import yaml_text
from generator.roundtrip.tree_edits import AddItem, DropItem, OrderItems
from generator.source import dotted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from starlette.requests import Request
    from starlette.responses import Response

    from generator.browser.answer_book import AnswerBook, Outcome
    from generator.browser.meanwhile import Choice
    from generator.browser.waiting_edits import Waiting
    from generator.framework import Framework
    from generator.roundtrip.tree_edits import Edit
    from generator.source import KeyPath, Tree

WINDOW = "wijkplan-venster"
"""The header with which a page says which window it is in."""
_SENTENCE_END = re.compile(r"(?<=[.?!])\s")
_NAMED = 3
_CHOICE = re.compile(r"keus-([0-9]{1,9})")
_NOT_FIELDS = frozenset({"versie", "terug"})


class Shown(NamedTuple):
    """A choice between what was typed and what the file says."""

    number: int
    vraag: str
    waar: str
    """In which item of a list, if in any."""
    was: str
    bestand: str
    hier: str


def _answered(request: Request) -> Response:
    """Write the answers that were sent."""
    book = _book(request)
    form = _fields(request)
    seen = form.get("versie", [""])[-1]
    version = book.version(seen) or book.current()
    if version.source is None:
        edits: list[Edit] = []
    else:
        try:
            edits = edits_of(version, form)
        except NoSuchQuestionError as error:
            raise HTTPException(400) from error
    return answer_with(request, edits, seen, form)


def answer_with(
    request: Request, edits: Sequence[Edit], seen: str, form: Mapping[str, Sequence[str]], done: str = ""
) -> Response:
    """Change answers, and answer the browser that asked for it.

    Args:
        request: What was asked, of a plan.
        edits: What changes.
        seen: The version that they are of.
        form: What was sent, with the address to go to; shown again where nothing could be saved.
        done: A sentence that says what was done, where that was done.
    """
    book = _book(request)
    outcome = book.change(edits, seen, window=request.headers.get(WINDOW, ""))
    _say(book, outcome)
    if done and outcome.applied:
        book.said = f"{done} {book.said}"
    if "hx-request" in request.headers:
        return _partial(request, book, outcome)
    if outcome.problems:
        typed = [(name, text) for name, texts in form.items() if name not in _NOT_FIELDS for text in texts if text]
        return _not_saved(request, book, outcome, typed)
    return _back(request, form, f"/plan/{plan_of(request).id}/keuzes" if outcome.conflicts else "")


def _undone(request: Request) -> Response:
    return _gone_to(request, "Ongedaan gemaakt", "Er is niets om ongedaan te maken.")


def _redone(request: Request) -> Response:
    return _gone_to(request, "Opnieuw gedaan", "Er is niets om opnieuw te doen.")


def _gone_to(request: Request, done: str, nothing: str) -> Response:
    book = _book(request)
    version = book.redo() if done.startswith("Opnieuw") else book.undo()
    book.said = f"{done} om {_now()}." if version else nothing
    return _back(request, _fields(request))


def _put_back(request: Request) -> Response:
    """Write a file that disappeared once more, and then what was typed, if anything was."""
    _book(request).put_back()
    return _answered(request)


def _choices(request: Request) -> Response:
    """Show what waits for a choice."""
    book = _book(request)
    kader = desk_of(request).framework
    version = book.current()
    shown = [_shown(item, version.tree, kader) for item in book.waiting()]
    return page(request, "keuzes.html.j2", keuzes=shown, versie=version.id)


def _chosen(request: Request) -> Response:
    """Do what was chosen."""
    book = _book(request)
    form = _fields(request)
    chosen: dict[int, Choice] = {}
    for name, values in form.items():
        if found := _CHOICE.fullmatch(name):
            chosen[int(found[1])] = "hier" if values[-1] == "hier" else "bestand"
    outcome = book.settle(chosen, form.get("versie", [""])[-1])
    _say(book, outcome)
    if outcome.problems:
        return _not_saved(request, book, outcome, [])
    here = f"/plan/{plan_of(request).id}/"
    return RedirectResponse(f"{here}keuzes" if book.waiting() else here, 303)


def _partial(request: Request, book: AnswerBook, outcome: Outcome) -> Response:
    """Return what became of answers that a page sent by itself: 409 where they are not in the file, nor kept for it."""
    shown = fragment(
        request,
        "bewaard.html.j2",
        plan=plan_of(request),
        gezegd=book.said,
        veranderd=_changed(outcome.meanwhile),
        meegenomen=[_asked(path) for path in outcome.taken_along],
        problemen=outcome.problems,
        wachtend=len(book.waiting()),
        is_weg=not book.file.exists(),
        kan_terug=book.can_undo,
        kan_vooruit=book.can_redo,
    )
    return HTMLResponse(shown, 409 if outcome.problems else 200)


def _not_saved(request: Request, book: AnswerBook, outcome: Outcome, typed: Sequence[tuple[str, str]]) -> Response:
    """Say why something was not written, with what was typed, so that it is not lost."""
    return page(
        request,
        "niet_bewaard.html.j2",
        status_code=409,
        problemen=outcome.problems,
        getypt=typed,
        versie=outcome.version.id,
        is_weg=not book.file.exists(),
    )


def _say(book: AnswerBook, outcome: Outcome) -> None:
    """Keep one sentence for the status line: only what is so."""
    parts = []
    if outcome.applied:
        parts.append(f"Opgeslagen om {_now()}.")
    if outcome.problems:
        parts.append("Niet alles is opgeslagen." if outcome.applied else "Niet opgeslagen.")
    if outcome.conflicts:
        parts.append("Een antwoord wacht op je keuze.")
    if outcome.meanwhile:
        parts.append(_changed(outcome.meanwhile))
    if parts:
        book.said = " ".join(parts)


def _changed(places: Sequence[KeyPath]) -> str:
    """Return the sentence that says where a file was changed by others; empty where it was not."""
    if not places:
        return ""
    names = list(dict.fromkeys(f"“{_asked(path)}”" for path in places))
    rest = len(names) - _NAMED
    listed = names[:_NAMED] + ([f"nog {rest} {'antwoord' if rest == 1 else 'antwoorden'}"] if rest > 0 else [])
    told = " en ".join(filter(None, [", ".join(listed[:-1]), listed[-1]]))
    return f"Het bestand is intussen buiten dit venster veranderd: {told}."


def _asked(path: KeyPath) -> str:
    """Return what is asked at a place, in one sentence."""
    question = field_at(path)
    return _SENTENCE_END.split(question.vraag)[0].removesuffix(".") if question else dotted(path) or "het hele bestand"


def _shown(item: Waiting, tree: Tree, kader: Framework) -> Shown:
    conflict = item.conflict
    edit = conflict.edit
    here = _text(conflict.here)
    if isinstance(edit, DropItem):
        here = "Weghalen."
    elif isinstance(edit, OrderItems):
        here = f"Een andere volgorde:\n{here}"
    elif isinstance(edit, AddItem):
        here = f"Erbij:\n{here}"
    there = _text(conflict.there) if conflict.place is not None else "Dit onderdeel is weggehaald."
    place = conflict.place if conflict.place is not None else conflict.path
    return Shown(item.number, _asked(conflict.path), subject(place, tree, kader), _text(conflict.base), there, here)


def _text(tree: Tree) -> str:
    """Return an answer as people read it; what is not there is said in words."""
    if tree is None or tree in ("", [], {}):
        return "Geen antwoord."
    return tree if isinstance(tree, str) else "\n".join(yaml_text.block(tree, 0, "\n"))


def _book(request: Request) -> AnswerBook:
    return desk_of(request).book(plan_of(request).id)


def _fields(request: Request) -> dict[str, list[str]]:
    """Return the fields of a form that was sent, each with its values; files are none."""
    found: dict[str, list[str]] = {}
    for name, value in form_of(request).multi_items():
        whole, is_part, key = name.partition(YEAR)
        if isinstance(value, str) and is_part:
            found.setdefault(whole, [""])[0] += f"{key}: {value}\n" if value.strip() else ""
        elif isinstance(value, str):
            found.setdefault(name, []).append(value)
    return found


def _back(request: Request, form: Mapping[str, Sequence[str]], address: str = "") -> Response:
    """Send a browser on: to an address, else where the form says, which is a page of this plan and nowhere else."""
    own = f"/plan/{plan_of(request).id}/"
    asked = (form.get("terug") or [""])[-1]
    is_own = asked.startswith(own) and not re.search(r"[\x00-\x20\\]|//|\.\.", asked)
    return RedirectResponse(address or (asked if is_own else own), 303)


def _now() -> str:
    return f"{datetime.now().astimezone():%H:%M}"


ROUTES = [
    Route("/plan/{plan}/antwoord", _answered, methods=["POST"]),
    Route("/plan/{plan}/ongedaan", _undone, methods=["POST"]),
    Route("/plan/{plan}/opnieuw", _redone, methods=["POST"]),
    Route("/plan/{plan}/terugzetten", _put_back, methods=["POST"]),
    Route("/plan/{plan}/keuzes", _choices, methods=["GET"]),
    Route("/plan/{plan}/keuzes", _chosen, methods=["POST"]),
]
