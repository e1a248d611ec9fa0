"""One condition of the framework: how it stands, what it asks, why it stands so, and what will be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from starlette.exceptions import HTTPException
from starlette.routing import Route

from generator.browser.desk import desk_of
from generator.browser.form_fields import Field, group_at
from generator.browser.parts import CONDITIONS
from generator.browser.screens.question import question_page
from generator.source import at

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from generator.framework.model import Actie, Eis
    from generator.source import Tree

SIGNS = {"op_orde": "vink", "deels": "half", "niet": "kruis", "onbekend": "vraag"}
"""The sign of each way in which a condition can stand: it does not lean on colour."""


class Requirement(NamedTuple):
    """A requirement of the framework, with how it stands here."""

    eis: Eis
    field: Field
    sources: tuple[str, ...]


class Proposal(NamedTuple):
    """An action that the framework proposes."""

    actie: Actie
    is_taken: bool
    """Whether an action here says that it comes from this proposal."""
    place: str
    """The key at which it would be added."""


def _condition(request: Request) -> Response:
    desk, plan, name = desk_of(request), str(request.path_params["plan"]), str(request.path_params["id"])
    known = {item.id: item for item in desk.framework.randvoorwaarden}
    if name not in known:
        raise HTTPException(404)
    condition, version, path = known[name], desk.book(plan).current(), (CONDITIONS, name)
    group = group_at(version, path)
    studies = {study.nr: study.verwijzing for study in desk.framework.bronnen}
    requirements = [
        Requirement(
            eis,
            group_at(version, (*path, "eisen", str(eis.nr))).fields[0],
            tuple(studies[number] for number in eis.bronnen if number in studies),
        )
        for eis in condition.eisen
    ]
    actions = at(version.tree, (*path, "acties"))
    return question_page(
        request,
        "randvoorwaarde.html.j2",
        version,
        group,
        vragen={field.path[-1]: field for field in group.fields},
        randvoorwaarde=condition,
        bouwsteen=next(block for block in desk.framework.bouwstenen if block.id == condition.bouwsteen),
        eisen=requirements,
        voorstellen=_proposals(condition.acties, group.name, actions),
        tekens=SIGNS,
    )


def _proposals(actions: tuple[Actie, ...], key: str, given: Tree) -> list[Proposal]:
    """Return what the framework proposes to do, each with the place where it would be added."""
    items = given if isinstance(given, list) else []
    taken = {item.get("uit_kader") for item in items if isinstance(item, dict)}
    return [Proposal(action, str(action.nr) in taken, f"{key}.acties[{len(items) + 1}]") for action in actions]


ROUTES = [Route("/plan/{plan}/randvoorwaarde/{id}", _condition)]
