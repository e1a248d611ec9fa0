"""The interventions: those of the framework to choose from, the chosen ones in their order, and the sheet of each."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse
from starlette.routing import Route

from generator.answers.interventies import Startvragen
from generator.answers.questions import questions
from generator.browser.desk import desk_of, form_of
from generator.browser.form_fields import Group, group_at
from generator.browser.parts import INTERVENTIONS, chosen_ids, number_in_address, parts_of
from generator.browser.screen_page import page
from generator.browser.screens.question import question_page
from generator.browser.shown_answers import opened
from generator.framework.browsing import by_problem, plain
from generator.roundtrip.tree_edits import AddItem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.requests import Request
    from starlette.responses import Response

    from generator.framework import Framework, Interventie
    from generator.source import KeyPath, Tree

_OF_OWN = ("titel", "categorie", "doel", "resultaat")
"""What is asked only of an intervention of the municipality's own, unless it was answered."""


@dataclass(frozen=True, slots=True)
class Card:
    """An intervention of the framework, as it is offered."""

    interventie: Interventie
    principes: tuple[str, ...]
    """What is proposed to be at work in it."""
    is_chosen: bool
    trefwoorden: tuple[str, ...] = ()
    """The words of ours by which it was found."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Interventions that belong together: of a category, for a problem, or found by words."""

    title: str
    cards: tuple[Card, ...]


def _overview(request: Request) -> Response:
    desk, plan = desk_of(request), str(request.path_params["plan"])
    version = desk.book(plan).current()
    words = request.query_params.get("zoek", "").strip()[:200]
    per = "probleem" if request.query_params.get("per") == "probleem" else "categorie"
    chosen = chosen_ids(version.tree)
    cards = _Cards(desk.framework, frozenset(chosen))
    if words:
        shelves = [cards.found(words)]
    elif per == "probleem":
        shelves = list(cards.by_problem(opened(version.tree, ("wijk", "problemen"))))
    else:
        shelves = list(cards.by_category())
    parts = parts_of(plan, version)
    (mine,) = (part for part in parts if part.key == INTERVENTIONS)
    return page(
        request,
        "interventies.html.j2",
        versie=version,
        groep=Group((INTERVENTIONS,), "Interventies"),
        bladen=mine.onder,
        hier=INTERVENTIONS,
        gekozen=mine.onder,
        planken=shelves,
        zoek=words,
        per=per,
        volgnummer=len(chosen) + 1,
        inleiding=desk.framework.inleiding.interventies,
    )


class _Cards:
    """Puts the interventions of the framework on shelves."""

    def __init__(self, kader: Framework, chosen: frozenset[str]) -> None:
        self._kader = kader
        self._chosen = chosen

    def card(self, item: Interventie, words: tuple[str, ...] = ()) -> Card:
        titles = tuple(self._kader.principe(proposal.principe).titel for proposal in item.voorgestelde_principes)
        return Card(item, titles, item.id in self._chosen, words)

    def by_category(self) -> Iterator[Shelf]:
        for category in self._kader.interventiecategorieen:
            items = (item for item in self._kader.interventies if item.categorie == category.id)
            yield Shelf(category.titel, tuple(self.card(item) for item in items))

    def by_problem(self, problems: Tree) -> Iterator[Shelf]:
        for problem in problems if isinstance(problems, list) else ():
            said = problem.get("wat") if isinstance(problem, dict) else problem
            if isinstance(said, str):
                hits = by_problem(self._kader, said)
                yield Shelf(said, tuple(self.card(hit.interventie, hit.trefwoorden) for hit in hits))

    def found(self, words: str) -> Shelf:
        """Return what words lead to: by terms of ours, and then by what the framework says."""
        cards = {
            hit.interventie.id: self.card(hit.interventie, hit.trefwoorden) for hit in by_problem(self._kader, words)
        }
        for item in self._kader.interventies:
            if all(word in plain(f"{item.titel} {item.doel} {item.beoogd_resultaat}") for word in plain(words).split()):
                cards.setdefault(item.id, self.card(item))
        return Shelf(f"Gevonden bij “{words}”", tuple(cards.values()))


def _own(request: Request) -> Response:
    """Add an intervention of the municipality's own, under a name that is made of its title."""
    desk, plan = desk_of(request), str(request.path_params["plan"])
    book = desk.book(plan)
    version = book.current()
    title = " ".join(str(form_of(request).get("titel", "")).split())[:200]
    if not title:
        return RedirectResponse(f"/plan/{plan}/interventies", 303)
    taken = {*chosen_ids(version.tree), *(item.id for item in desk.framework.interventies)}
    stem = "_".join(re.findall(r"[a-z0-9]+", plain(title)))[:40] or "eigen"
    name = next(name for name in (stem, *(f"{stem}_{number}" for number in range(2, 10_000))) if name not in taken)
    place = len(chosen_ids(version.tree))
    book.change([AddItem((INTERVENTIONS,), place, {"id": name, "titel": title})], version.id)
    return RedirectResponse(f"/plan/{plan}/interventies/{name}", 303)


def _place(request: Request, tree: Tree) -> KeyPath:
    """Return where the intervention of an address stands.

    Raises:
        HTTPException: It was not chosen.
    """
    number = number_in_address(tree, str(request.path_params["id"]))
    if number is None:
        raise HTTPException(404)
    return (INTERVENTIONS, number)


def _sheet(request: Request) -> Response:
    desk, plan = desk_of(request), str(request.path_params["plan"])
    version = desk.book(plan).current()
    path = _place(request, version.tree)
    name = opened(version.tree, (*path, "id"))
    known = next((item for item in desk.framework.interventies if item.id == name), None)
    hidden = {"id", "startvragen", *(_OF_OWN if known else ())}
    group = group_at(version, path)
    fields = tuple(
        field
        for field in group.fields
        if field.path[-1] not in hidden or field.problems or (field.value and known and field.path[-1] in _OF_OWN)
    )
    card = _Cards(desk.framework, frozenset()).card(known) if known else None
    return question_page(
        request,
        "interventie.html.j2",
        version,
        replace(group, title=_title(known, version.tree, path), vraag="", waarom="", fields=fields),
        uit_kader=card,
        voorstellen=_proposed(known, desk.framework, version.tree, path),
        gesprek=f"/plan/{plan}/interventies/{int(path[-1]) + 1}/startvragen/1",
        beantwoord=sum(1 for field in questions(Startvragen) if opened(version.tree, (*path, "startvragen", field))),
    )


def _title(known: Interventie | None, tree: Tree, path: KeyPath) -> str:
    own = (opened(tree, (*path, name)) for name in ("lokale_naam", "titel", "id"))
    said = next((text for text in own if isinstance(text, str)), "Interventie")
    return known.titel if known and said == known.id else said


def _proposed(known: Interventie | None, kader: Framework, tree: Tree, path: KeyPath) -> list[dict[str, str]]:
    """Return the principles that are proposed and not chosen yet, each with the key at which it would be added."""
    given = opened(tree, (*path, "principes"))
    items = given if isinstance(given, list) else []
    taken = {item.get("id") if isinstance(item, dict) else item for item in items}
    number = int(path[-1]) + 1
    return [
        {
            "id": proposal.principe,
            "titel": kader.principe(proposal.principe).titel,
            "argument": proposal.argument,
            "plek": f"{INTERVENTIONS}[{number}].principes[{len(items) + 1}]",
        }
        for proposal in (known.voorgestelde_principes if known else ())
        if proposal.principe not in taken
    ]


def _conversation(request: Request) -> Response:
    """Show one of the questions to begin with, as in a conversation: one after the other."""
    desk, plan = desk_of(request), str(request.path_params["plan"])
    version = desk.book(plan).current()
    path = _place(request, version.tree)
    names, number = list(questions(Startvragen)), int(request.path_params["nr"])
    if not 1 <= number <= len(names):
        raise HTTPException(404)
    group = group_at(version, (*path, "startvragen", names[number - 1]))
    sheet = f"/plan/{plan}/interventies/{int(path[-1]) + 1}"
    known = next((item for item in desk.framework.interventies if item.id == opened(version.tree, (*path, "id"))), None)
    return question_page(
        request,
        "startvraag.html.j2",
        version,
        replace(group, title="Startvragen"),
        interventie=_title(known, version.tree, path),
        blad=sheet,
        nummer=number,
        aantal=len(names),
        uitleg_kader=desk.framework.inleiding.startvragen,
    )


ROUTES = [
    Route("/plan/{plan}/interventies", _overview),
    Route("/plan/{plan}/interventies", _own, methods=["POST"]),
    Route("/plan/{plan}/interventies/{id}", _sheet),
    Route("/plan/{plan}/interventies/{id}/startvragen/{nr:int}", _conversation),
]
