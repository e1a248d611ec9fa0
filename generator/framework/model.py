"""The framework as a whole, with every reference in it checked."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Self, TypeVar

from pydantic import model_validator

from generator.framework.conditions import Bouwsteen, Onderdeel, Randvoorwaarde, Studie
from generator.framework.interventions import (
    Interventie,
    Interventiecategorie,
    Startvraag,
    WerkzaamPrincipe,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_Part = TypeVar("_Part", Randvoorwaarde, Interventie, WerkzaamPrincipe)


class Framework(Onderdeel):
    """Everything in `framework.yaml`."""

    titel: str
    versie: str
    bron: str
    bronnen: tuple[Studie, ...]
    bouwstenen: tuple[Bouwsteen, ...]
    randvoorwaarden: tuple[Randvoorwaarde, ...]
    interventiecategorieen: tuple[Interventiecategorie, ...]
    interventies: tuple[Interventie, ...]
    startvragen: tuple[Startvraag, ...]
    werkzame_principes: tuple[WerkzaamPrincipe, ...]

    def randvoorwaarde(self, key: str) -> Randvoorwaarde:
        """Return the condition with this id; raise KeyError when there is none."""
        return _by_id(self.randvoorwaarden, key)

    def interventie(self, key: str) -> Interventie:
        """Return the intervention with this id; raise KeyError when there is none."""
        return _by_id(self.interventies, key)

    def principe(self, key: str) -> WerkzaamPrincipe:
        """Return the working principle with this id; raise KeyError when there is none."""
        return _by_id(self.werkzame_principes, key)

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        """Refuse ids that occur twice and references that lead nowhere."""
        faults = [*_duplicates(self), *_dangling(self)]
        if faults:
            raise ValueError("; ".join(faults))
        return self


def _by_id(parts: Iterable[_Part], key: str) -> _Part:
    for part in parts:
        if part.id == key:
            return part
    raise KeyError(key)


def _duplicates(framework: Framework) -> Iterator[str]:
    groups = (
        framework.bronnen,
        framework.bouwstenen,
        framework.randvoorwaarden,
        tuple(eis for condition in framework.randvoorwaarden for eis in condition.eisen),
        tuple(action for condition in framework.randvoorwaarden for action in condition.acties),
        framework.interventiecategorieen,
        framework.interventies,
        framework.startvragen,
        framework.werkzame_principes,
    )
    for group in groups:
        counts = Counter(part.id for part in group)
        yield from (f"id {key} occurs {count} times" for key, count in counts.items() if count > 1)


def _dangling(framework: Framework) -> Iterator[str]:
    blocks = {block.id for block in framework.bouwstenen}
    studies = {study.nr for study in framework.bronnen}
    categories = {category.id for category in framework.interventiecategorieen}
    principles = {principle.id for principle in framework.werkzame_principes}
    for condition in framework.randvoorwaarden:
        if condition.bouwsteen not in blocks:
            yield f"{condition.id}: no building block {condition.bouwsteen}"
        for eis in condition.eisen:
            yield from (f"{eis.id}: no study {nr}" for nr in eis.bronnen if nr not in studies)
    for intervention in framework.interventies:
        if intervention.categorie not in categories:
            yield f"{intervention.id}: no category {intervention.categorie}"
        proposed = (item.principe for item in intervention.voorgestelde_principes)
        yield from (f"{intervention.id}: no principle {key}" for key in proposed if key not in principles)
