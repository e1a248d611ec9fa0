"""What changed between two sets of answers, then and now, by the parts of a plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from generator import dutch
from generator.source import dotted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.answers import Antwoorden
    from generator.answers.doelen import Doel
    from generator.plan import Plan
    from generator.plan.acties import ActieInPlan
    from generator.source import KeyPath, Tree

Soort: TypeAlias = Literal["veranderd", "nieuw", "weg"]
_NOTHING = "–"
_STANDEN = ("op_orde", "deels", "niet", "onbekend")
_SHOWN_APART = ("randvoorwaarden", "interventies", "doelen", "financien")
"""The groups of answers of which the plan itself is compared, so that their keys need not be counted."""


@dataclass(frozen=True, slots=True)
class Regel:
    """Something that is other than it was."""

    wat: str
    soort: Soort
    toen: str
    nu: str


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """A part of the plan with what changed in it."""

    naam: str
    """For other programs, such as `acties`."""
    kop: str
    regels: tuple[Regel, ...]


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """Two plans side by side."""

    toen: Plan
    nu: Plan
    onderdelen: tuple[Onderdeel, ...]
    """Those in which something changed."""

    @property
    def standen(self) -> tuple[tuple[str, int, int], ...]:
        """For each status how many conditions had it then, and have it now."""
        counts = (tuple(sum(b.aantal(s) for b in plan.bouwstenen) for s in _STANDEN) for plan in (self.toen, self.nu))
        return tuple(zip(_STANDEN, *counts, strict=True))


def compare(toen: Plan, nu: Plan, trees: tuple[Tree, Tree]) -> Vergelijking:
    """Return what changed from one plan to another.

    Args:
        toen: The plan as it was.
        nu: The plan as it is.
        trees: Their answers as they were given.
    """
    woorden = nu.woorden
    parts = (
        ("randvoorwaarden", woorden["randvoorwaarden"], _conditions(toen, nu)),
        ("acties", woorden["actielijst"], _actions(toen.acties, nu.acties)),
        ("doelen", woorden["doelen"], _goals(toen.antwoorden, nu.antwoorden)),
        ("interventies", woorden["interventies"], _interventions(toen, nu)),
        ("financien", woorden["financien"], _money(toen, nu)),
        ("overig", "Andere antwoorden", _others(*trees)),
    )
    found = (Onderdeel(naam, kop, tuple(regels)) for naam, kop, regels in parts)
    return Vergelijking(toen, nu, tuple(part for part in found if part.regels))


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
        yield from _line(name, before and _stands(before, toen), after and _stands(after, nu))
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
                    *([f"vanaf {item.antwoord.planning.start}"] if _start(item.antwoord.planning) else []),
                ]
            )
            for item in plan.interventies
        }
        for plan in (toen, nu)
    )
    return _both(then, now)


def _start(planning: object) -> bool:
    return getattr(planning, "start", None) is not None


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


def _others(toen: Tree, nu: Tree) -> Iterator[Regel]:
    then, now = (
        {dotted(path): value for path, value in _leaves(tree) if path and path[0] not in _SHOWN_APART}
        for tree in (toen, nu)
    )
    return _both(then, now)


def _leaves(tree: Tree, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Yield every text of a tree with its place."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from _leaves(value, (*path, key))
    elif isinstance(tree, list):
        for number, value in enumerate(tree):
            yield from _leaves(value, (*path, number))
    elif tree is not None:
        yield path, " ".join(tree.split())
