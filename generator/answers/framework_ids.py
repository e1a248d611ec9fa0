"""Ids of the framework as people write them: in capitals, with a space or a hyphen, or by the title."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from msgspec import structs

from generator.answers.tree_reading import Gelezen
from generator.source import dotted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.answers.doelen import Doelen
    from generator.answers.interventies import GekozenPrincipe, InterventieAntwoord
    from generator.answers.randvoorwaarden import RandvoorwaardeAntwoord
    from generator.answers.tree_reading import Reading
    from generator.framework import Framework
    from generator.source import KeyPath, Source


class _Named(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def titel(self) -> str: ...


def with_framework_ids(reading: Reading, kader: Framework, source: Source) -> Reading:
    """Return what an answer file says with each name of something in the framework as its id.

    A name that could be that of two things stays as it was given, and so does that of an intervention of one's own.
    Where a key was another, the places below it in the file are those of the key that it was read as too.
    """
    ids = _Ids(kader, source)
    given = reading.antwoorden
    antwoorden = structs.replace(
        given,
        randvoorwaarden=ids.conditions(given.randvoorwaarden),
        interventies=tuple(ids.intervention(item, index) for index, item in enumerate(given.interventies)),
        doelen=given.doelen and ids.goals(given.doelen),
    )
    told = {(item.regel, f"id: {item.gegeven}") for item in ids.gelezen}
    gelezen = [item for item in reading.gelezen if (item.regel, item.gelezen) not in told]
    return replace(reading, antwoorden=antwoorden, gelezen=(*gelezen, *ids.gelezen))


class _Ids:
    """Finds the id that a name stands for, and remembers where it was given otherwise."""

    def __init__(self, kader: Framework, source: Source) -> None:
        self._source = source
        self._randvoorwaarden = by_name(kader.randvoorwaarden)
        self._interventies = by_name(kader.interventies)
        self._categorieen = by_name(kader.interventiecategorieen)
        self._principes = by_name(kader.werkzame_principes)
        self.gelezen: list[Gelezen] = []

    def conditions(self, given: dict[str, RandvoorwaardeAntwoord | None]) -> dict[str, RandvoorwaardeAntwoord | None]:
        """Return the conditions by id; of two keys for one condition the second stays, for that is a fault."""
        found: dict[str, RandvoorwaardeAntwoord | None] = {}
        for name, answer in given.items():
            path = ("randvoorwaarden", name)
            key = self._randvoorwaarden.get(_plain(name), name)
            if key == name or key in given or key in found:
                found[name] = answer
                continue
            self._source.place_too(("randvoorwaarden", key), path)
            found[key] = answer
            self._note(path, name, key)
        return found

    def intervention(self, item: InterventieAntwoord, index: int) -> InterventieAntwoord:
        """Return an intervention with its own id, those of its principles and that of its category."""
        path: KeyPath = ("interventies", index)
        own = item.titel is not None
        return structs.replace(
            item,
            id=item.id if own else self._id(self._interventies, item.id, (*path, "id")),
            categorie=self._id(self._categorieen, item.categorie, (*path, "categorie")),
            principes=tuple(
                self._principle(choice, (*path, "principes", number)) for number, choice in enumerate(item.principes)
            ),
        )

    def goals(self, doelen: Doelen) -> Doelen:
        """Return the goals, whose tasks name interventions."""
        opgaven = tuple(
            structs.replace(
                opgave,
                interventies=tuple(
                    self._id(self._interventies, name, ("doelen", "opgaven", index, "interventies", number)) or name
                    for number, name in enumerate(opgave.interventies)
                ),
            )
            for index, opgave in enumerate(doelen.opgaven)
        )
        return structs.replace(doelen, opgaven=opgaven)

    def _principle(self, choice: GekozenPrincipe, path: KeyPath) -> GekozenPrincipe:
        return structs.replace(choice, id=self._id(self._principes, choice.id, (*path, "id")))

    def _id(self, ids: Mapping[str, str], name: str | None, path: KeyPath) -> str | None:
        if name is None or (key := ids.get(_plain(name), name)) == name:
            return name
        self._note(path, name, key)
        return key

    def _note(self, path: KeyPath, given: str, read: str) -> None:
        regel, file = self._source.position(path, value=True).regel, self._source.file_of(path)
        self.gelezen.append(Gelezen(regel, dotted(path), given, read, file))


def by_name(things: Iterable[_Named]) -> dict[str, str]:
    """Return the id for each name that only one thing has, its title or its id."""
    found: dict[str, set[str]] = {}
    for thing in things:
        for name in (thing.id, thing.titel):
            found.setdefault(_plain(name), set()).add(thing.id)
    return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}


def _plain(name: str) -> str:
    """Return a name in small letters, with one space for whatever stands between its words."""
    return re.sub(r"[\W_]+", " ", name).strip().casefold()
