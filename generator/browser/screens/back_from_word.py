"""The screen for what comes back from Word: what changed by answer, what is taken over, and the note of reactions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse
from starlette.routing import Route

from generator.answers.offers import titled
from generator.answers.shape import field_at
from generator.browser.desk import desk_of, form_of, plan_of, version_of
from generator.browser.returned import Returned
from generator.browser.screen_page import page, word_file
from generator.browser.uploads import sent_files
from generator.checks.subjects import subject
from generator.problems import Melding, ProblemsError
from generator.roundtrip.reaction_note import make_note
from generator.roundtrip.tree_edits import in_words
from generator.roundtrip.word_to_answers import Edited, Wanted, found_in
from generator.source import path_of
from generator.word.package.archive import read_file

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from starlette.datastructures import FormData
    from starlette.requests import Request
    from starlette.responses import Response

    from generator.browser.returned import Pick
    from generator.problems import Problem
    from generator.roundtrip.taking_over import Taken, TakenChange

_PICKS: dict[str, Pick] = {"over": "over", "ander": "ander", "niet": "niet"}
_NONE = Melding("Er is geen document gekozen.", "Kies een of meer Word-documenten.")
_FAULTS_FIRST = Melding(
    "In de antwoorden zit nog een fout. Daarom kan wijkplan nu niets overnemen.",
    "Los de fout eerst op. Die staat bij de open punten.",
)


def _asked(request: Request, problems: Sequence[Problem] = ()) -> Response:
    return page(
        request,
        "terug.html.j2",
        status_code=422 if problems else 200,
        problemen=problems,
        plan_is_er=_sent_plan(request).is_file(),
    )


def _sent_plan(request: Request) -> Path:
    return plan_of(request).file.with_name("plan.docx")


def _documents(form: FormData, name: str) -> list[Edited]:
    """Return the files in a field of a form.

    Raises:
        ProblemsError: One of them is too large.
    """
    return [Edited(file.name, file.name, partial(bytes, file.data)) for file in sent_files(form, name)]


def _received(request: Request) -> Response:
    """Read what was sent, and go to what changed in it."""
    desk, plan, form = desk_of(request), plan_of(request), form_of(request)
    checked = version_of(request).checked
    try:
        documents = _documents(form, "documenten")
        if checked is None or checked.fouten:
            return _asked(request, (_FAULTS_FIRST.problem,))
        if not documents:
            return _asked(request, (_NONE.problem,))
        wanted = Wanted(reject=form.get("wijzigingen") == "weigeren")
        found = found_in(documents, checked, wanted, desk.workshop)
    except ProblemsError as error:
        return _asked(request, error.problems)
    number = desk.returned.keep(Returned(plan.file, tuple(item.title for item in documents), found))
    return RedirectResponse(f"/plan/{plan.id}/terug/{number}", 303)


def _returned_of(request: Request) -> Returned:
    """Return what an address names, of this plan.

    Raises:
        HTTPException: There is none (any more).
    """
    returned = desk_of(request).returned.find(request.path_params["zending"], plan_of(request).file)
    if returned is None:
        raise HTTPException(404)
    return returned


def _shown(request: Request) -> Response:
    """Show what changed, beside what the answers say now."""
    returned, version = _returned_of(request), version_of(request)
    if version.source is None:
        raise ProblemsError(version.faults)
    taken = returned.beside(version.source)
    return page(
        request,
        "verschillen.html.j2",
        zending=returned,
        regels=[_row(request, number, item) for number, item in enumerate(taken.changes)],
        ongelezen=[_about(request, melding) for melding in (*taken.unread, *returned.found.unread)],
        opmerkingen=returned.found.notes,
    )


def _row(request: Request, number: int, item: TakenChange) -> dict[str, object]:
    change = item.change
    return {
        "nummer": number,
        "over": _name(request, change.key),
        "stand": item.state,
        "wat": change.what,
        "was": in_words(change.old),
        "wordt": in_words(change.new),
        "nu": in_words(item.now),
        "ander": in_words(item.rival),
        "documenten": ", ".join(item.documents),
        "andere_documenten": ", ".join(item.rival_documents),
        "wie": change.who,
        "kop": change.heading,
        "sleutel": change.key,
        "kiezen": bool(item.rival_documents) or item.state == "conflict",
    }


def _name(request: Request, key: str) -> str:
    """Return what an answer is called."""
    path = path_of(key)
    around, question = field_at(path[:1]), field_at(path)
    item = subject(path, version_of(request).tree, desk_of(request).framework)
    names = (item or (titled(around) if around and len(path) > 1 else ""), titled(question) if question else "")
    return ": ".join(filter(None, names)) or key


def _about(request: Request, melding: Melding) -> dict[str, str]:
    key = melding.place.sleutel
    return {
        "document": melding.place.bestand,
        "over": _name(request, key) if key else "",
        "melding": melding.melding,
        "oplossing": melding.oplossing,
    }


def _chosen(request: Request) -> Response:
    """Take over what was picked, and show what is left."""
    returned, form, book = _returned_of(request), form_of(request), desk_of(request).book(plan_of(request).id)
    version = book.current()
    if version.source is None:
        raise ProblemsError(version.faults)
    picks = {
        int(name.removeprefix("keuze-")): _PICKS[str(value)]
        for name, value in form.multi_items()
        if name.removeprefix("keuze-").isdecimal() and str(value) in _PICKS
    }
    taken = returned.taken(version.source, picks)
    if not taken.edits:
        returned.said = "Er is niets overgenomen."
    else:
        outcome = book.change(taken.edits, version.id)
        if outcome.problems:
            raise ProblemsError(outcome.problems)
        returned.said = _said(taken, len(outcome.conflicts))
    return RedirectResponse(request.url.path, 303)


def _said(taken: Taken, conflicts: int) -> str:
    number = len(taken.over)
    said = "1 wijziging is overgenomen." if number == 1 else f"{number} wijzigingen zijn overgenomen."
    return f"{said} Kijk de andere nog eens na: de antwoorden veranderden net." if conflicts else said


def _note(request: Request) -> Response:
    """Return the note of reactions on a plan that was sent around."""
    form = form_of(request)
    try:
        sent, copies = _documents(form, "plan"), _documents(form, "reacties")
        readers = [Edited(item.title.rpartition(".")[0] or item.title, item.place, item.read) for item in copies]
        if not readers:
            return _asked(request, (_NONE.problem,))
        if not sent:
            place = _sent_plan(request)
            sent = [Edited(place.stem, str(place), lambda: read_file(place))]
        _, note = make_note(sent[0], readers)
    except ProblemsError as error:
        return _asked(request, error.problems)
    return word_file(note, "reactienota.docx")


ROUTES = [
    Route("/plan/{plan}/terug", _asked),
    Route("/plan/{plan}/terug", _received, methods=["POST"]),
    Route("/plan/{plan}/terug/reactienota", _note, methods=["POST"]),
    Route("/plan/{plan}/terug/{zending}", _shown),
    Route("/plan/{plan}/terug/{zending}", _chosen, methods=["POST"]),
]
