"""Ids of the framework as people write them: each is read as the id, and is told as such."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.answers.framework_ids import with_framework_ids
from generator.answers.tree_reading import read_answers
from generator.framework import load_framework
from generator.problems import Soort
from generator.source import parse
from tests.support.documents import MINIMUM, checked

if TYPE_CHECKING:
    from collections.abc import Callable

KADER = load_framework()
WAYS: dict[str, Callable[[str, str], str]] = {
    "title": lambda _, titel: titel,
    "title in small letters": lambda _, titel: titel.lower(),
    "capitals": lambda key, _: key.upper(),
    "spaces": lambda key, _: key.replace("_", " ").capitalize(),
    "hyphens": lambda key, _: key.replace("_", "-"),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_name_in_the_framework_reads_as_its_id(way: str) -> None:
    """Interventions as item and as id, the tasks that name them, categories, principles and conditions."""
    write = WAYS[way]
    for item, category, principle in zip(
        KADER.interventies,
        KADER.interventiecategorieen * len(KADER.interventies),
        KADER.werkzame_principes * len(KADER.interventies),
        strict=False,
    ):
        name, kind, worth = (f'"{write(thing.id, thing.titel)}"' for thing in (item, category, principle))
        found = checked(
            f"{MINIMUM}interventies:\n  - {name}\n"
            f"  - {{id: eigen, titel: Eigen, categorie: {kind}, principes: [{worth}]}}\n"
            f"doelen: {{opgaven: [{{naam: Opgave, interventies: [{name}]}}]}}\n"
        )
        assert not [
            problem for problem in found.fouten if "kader" in problem.melding or "staat niet" in problem.melding
        ]
        first, own = found.antwoorden.interventies
        assert (first.id, own.categorie, own.principes[0].id) == (item.id, category.id, principle.id)
        assert found.antwoorden.doelen
        assert found.antwoorden.doelen.opgaven[0].interventies == (item.id,)
    for condition in KADER.randvoorwaarden:
        name = f'"{write(condition.id, condition.titel)}"'
        found = checked(f"{MINIMUM}randvoorwaarden:\n  {name}:\n    status: op_orde\n    eisen: {{1: niet}}\n")
        (fault,) = found.fouten
        assert (fault.regel, fault.sleutel) == (5, f"randvoorwaarden.{condition.id}.status")


def test_what_was_read_is_told_at_its_line() -> None:
    """`controleer --gelezen` shows each name that was read as an id, once."""
    text = f"{MINIMUM}interventies:\n  - Integrale controles\n  - id: Integrale_Controles\n"
    told = {(item.regel, item.gegeven, item.gelezen) for item in checked(text).gelezen}
    assert told == {
        (4, "Integrale controles", "integrale_controles"),
        (5, "Integrale_Controles", "integrale_controles"),
    }


def test_a_name_of_ones_own_or_of_two_things_stays() -> None:
    """An intervention with a title is one's own; and of two keys for one condition neither is dropped."""
    text = f"{MINIMUM}interventies: [{{id: Integrale controles, titel: Zo heet het hier}}]\n"
    assert checked(text).antwoorden.interventies[0].id == "Integrale controles"
    first = KADER.randvoorwaarden[0].id
    doubled = checked(f"{MINIMUM}randvoorwaarden:\n  {first}: {{status: niet}}\n  {first.upper()}: {{status: deels}}\n")
    assert [fault.regel for fault in doubled.fouten if fault.soort is Soort.FOUT] == [5]


def test_titles_that_two_things_share_are_not_guessed() -> None:
    """Where a title is that of two interventions, the name stays as it was given."""
    from msgspec import structs

    one, two, *rest = KADER.interventies
    kader = structs.replace(KADER, interventies=(one, structs.replace(two, titel=one.titel), *rest))
    source = parse(f"{MINIMUM}interventies: [{{id: {one.titel}}}]\n", "a.yaml")
    assert with_framework_ids(read_answers(source), kader, source).antwoorden.interventies[0].id == one.titel
