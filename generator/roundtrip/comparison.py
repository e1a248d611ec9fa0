"""What changed between two sets of answers, then and now, by the parts of a plan."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING, Literal, TypeAlias

from msgspec import Struct

from generator import dutch
from generator.answers.keys import question_at_path
from generator.answers.kinds import Tekst
from generator.problems import ProblemsError
from generator.roundtrip.taking_over import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.answers import Antwoorden
    from generator.answers.doelen import Doel
    from generator.answers.questions import Status
    from generator.plan import Plan
    from generator.plan.acties import ActieInPlan
    from generator.source import KeyPath, Tree

Soort: TypeAlias = Literal["veranderd", "nieuw", "weg"]
_NOTHING = "–"
_LONGEST = 60
"""So much of an item without a name says which it is."""
_STANDEN: tuple[Status, ...] = ("op_orde", "deels", "niet", "onbekend")


class Regel(Struct, frozen=True):
    """Something that is other than it was."""

    wat: str
    soort: Soort
    toen: str
    nu: str


class Onderdeel(Struct, frozen=True):
    """A part of the plan with what changed in it."""

    naam: str
    """For other programs, such as `acties`."""
    kop: str
    regels: tuple[Regel, ...]


class Vergelijking(Struct, frozen=True):
    """Two plans side by side."""

    toen: Plan
    nu: Plan
    onderdelen: tuple[Onderdeel, ...]
    """Those in which something changed."""

    @property
    def standen(self) -> tuple[tuple[str, int, int], ...]:
        """For each status how many conditions had it then, and have it now."""
        return tuple((status, _standing(self.toen, status), _standing(self.nu, status)) for status in _STANDEN)


def _standing(plan: Plan, status: Status) -> int:
    """Return how many conditions of a plan stand like this."""
    return sum(bouwsteen.aantal(status) for bouwsteen in plan.bouwstenen)


def compare(toen: Plan, nu: Plan, trees: tuple[Tree, Tree]) -> Vergelijking:
    """Return what changed from one plan to another.

    Args:
        toen: The plan as it was.
        nu: The plan as it is.
        trees: Their answers as they were given.
    """
    found = {
        "randvoorwaarden": [*_conditions(toen, nu)],
        "actielijst": [*_actions(toen.acties, nu.acties)],
        "doelen": [*_goals(toen.antwoorden, nu.antwoorden)],
        "interventies": [*_interventions(toen, nu)],
        "financien": [*_money(toen, nu)],
    }
    there = frozenset(str(item.id) for item in toen.interventies) & frozenset(str(item.id) for item in nu.interventies)
    then, now = ({path: said for path, said in _leaves(tree) if not _is_told(path, there)} for tree in trees)
    for path in dict.fromkeys((*then, *now)):
        part = path[0] if path[0] in nu.woorden else "overig"
        wat = ": ".join(path if part == "overig" else path[1:] or path)
        found.setdefault(part, []).extend(_line(wat, then.get(path), now.get(path)))
    headings = {**nu.woorden, "overig": "Andere antwoorden"}
    parts = (Onderdeel(naam, headings[naam], tuple(regels)) for naam, regels in found.items() if regels)
    return Vergelijking(toen, nu, tuple(parts))


def _is_told(path: tuple[str, ...], there: frozenset[str]) -> bool:
    """Tell whether an answer is compared as a part of the plan, or belongs to an intervention of one plan alone."""
    if path[0] == "interventies":
        return path[1] not in there or path[2:3] in ((), ("acties",), ("fase",)) or path[2:4] == ("planning", "start")
    return path[:2] == ("doelen", "lijst") or (path[0] == "randvoorwaarden" and path[2:3] in (("status",), ("acties",)))


def _line(wat: str, toen: str | None, nu: str | None) -> Iterator[Regel]:
    """Yield the line of something, where then and now differ; None is for what is not there."""
    if toen != nu:
        soort: Soort = "nieuw" if toen is None else "weg" if nu is None else "veranderd"
        yield Regel(wat, soort, toen or _NOTHING, nu or _NOTHING)


def _both(toen: Mapping[str, str], nu: Mapping[str, str]) -> Iterator[Regel]:
    for wat in dict.fromkeys((*toen, *nu)):
        yield from _line(wat, toen.get(wat), nu.get(wat))


def _conditions(toen: Plan, nu: Plan) -> Iterator[Regel]:
    then, now = (
        {rv.kader.titel: plan.woorden[rv.stand] for bouwsteen in plan.bouwstenen for rv in bouwsteen.randvoorwaarden}
        for plan in (toen, nu)
    )
    return _both(then, now)


def _actions(toen: Sequence[ActieInPlan], nu: Sequence[ActieInPlan]) -> Iterator[Regel]:
    then, now = (
        {
            f"{actie.antwoord.wat} ({actie.hoort_bij})": ", ".join(
                str(word) for word in (actie.antwoord.wie, actie.antwoord.wanneer) if word
            )
            for actie in acties
            if actie.antwoord.wat
        }
        for acties in (toen, nu)
    )
    return _both(then, now)


def _goals(toen: Antwoorden, nu: Antwoorden) -> Iterator[Regel]:
    then, now = (
        {doel.id or doel.tekst or "": doel for doel in (antwoorden.doelen.lijst if antwoorden.doelen else ())}
        for antwoorden in (toen, nu)
    )
    for key in dict.fromkeys((*then, *now)):
        before, after = then.get(key), now.get(key)
        name = next((doel.tekst for doel in (after, before) if doel and doel.tekst), key)
        yield from _line(name, _stands(before, toen) if before else None, _stands(after, nu) if after else None)
        if before and after:
            yield from _line(f"{name} Tekst van het doel", before.tekst, after.tekst)


def _stands(doel: Doel, antwoorden: Antwoorden) -> str:
    """Return what was measured last of a goal, and what it is to become."""
    cijfer = next((item for item in antwoorden.wijk.cijfers if doel.cijfer and item.id == doel.cijfer), None)
    said = [f"begin {doel.nulmeting}"] if doel.nulmeting else []
    if doel.reeks:
        year = max(doel.reeks)
        said.append(f"gemeten {doel.reeks[year]} in {year}")
    elif cijfer is not None and cijfer.wijk is not None:
        said.append(f"gemeten {cijfer.wijk}" + (f" in {cijfer.jaar}" if cijfer.jaar else ""))
    if doel.streefwaarde:
        said.append(f"streven {doel.streefwaarde}" + (f" in {doel.jaar}" if doel.jaar else ""))
    return ", ".join(said)


def _interventions(toen: Plan, nu: Plan) -> Iterator[Regel]:
    then, now = (
        {
            item.titel: ", ".join(
                [
                    *([item.antwoord.fase.replace("_", " ")] if item.antwoord.fase else []),
                    *(
                        [f"vanaf {item.antwoord.planning.start}"]
                        if item.antwoord.planning and item.antwoord.planning.start
                        else []
                    ),
                ]
            )
            for item in plan.interventies
        }
        for plan in (toen, nu)
    )
    return _both(then, now)


def _money(toen: Plan, nu: Plan) -> Iterator[Regel]:
    then, now = (
        {
            f"{wat} in {jaar}": dutch.euro(bedrag)
            for wat, bedragen in (
                ("Lasten", plan.begroting.lasten_per_jaar if plan.begroting else ()),
                ("Dekking", plan.begroting.dekking_per_jaar if plan.begroting else ()),
            )
            for jaar, bedrag in zip(plan.begroting.jaren if plan.begroting else (), bedragen, strict=True)
        }
        for plan in (toen, nu)
    )
    return _both(then, now)


def _leaves(tree: Tree, path: KeyPath = (), place: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield every answer of a tree with its place, as the plan shows it; an item of a list as one text, by its name."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from _leaves(value, (*path, key), (*place, key))
    elif isinstance(tree, list):
        for index, item in enumerate(tree):
            said = "; ".join(text for _, text in _leaves(item, (*path, index)))
            name = name_of(item) or shorten(said, _LONGEST, placeholder=" …") or str(index + 1)
            if isinstance(item, dict) and place == ("interventies",):
                yield from _leaves(item, (*path, index), (*place, name))
            else:
                yield (*place, name), said
    elif tree is not None:
        yield place, _shown(path, tree)


def _shown(path: KeyPath, answer: str) -> str:
    question = question_at_path(path)
    kind = question[0].item_kind if question and not question[1] else None
    if kind is None or isinstance(kind, Tekst):
        return " ".join(answer.split())
    try:
        return str(kind.show(kind.parse(answer)))
    except ProblemsError:
        return " ".join(answer.split())
