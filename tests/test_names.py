"""The names of neighbourhood and municipalities in a sentence, at its start and in a title."""

from __future__ import annotations

import pytest

from generator import dutch
from generator.framework import load_framework
from generator.plan import Plan, build
from tests.support.documents import checked


def plan(wijk: str, gemeente: str = "{naam: Elzenbeek}") -> Plan:
    """Return the plan for a neighbourhood."""
    found = checked(f"gemeente: {gemeente}\nwijk: {wijk}\n")
    assert not found.fouten
    return build(found.antwoorden, load_framework())


@pytest.mark.parametrize(
    ("wijk", "in_sentence", "in_title"),
    [
        ("{naam: Molenkwartier, aanduiding: het Molenkwartier}", "het Molenkwartier", "ondermijning Molenkwartier"),
        ("{naam: Molenkwartier}", "Molenkwartier", "ondermijning Molenkwartier"),
        ("{naam: de Hoge Vucht}", "de Hoge Vucht", "ondermijning Hoge Vucht"),
        ("{naam: De Kamers}", "De Kamers", "ondermijning De Kamers"),
    ],
)
def test_a_name_has_its_article_in_a_sentence_and_none_in_the_title(wijk: str, in_sentence: str, in_title: str) -> None:
    """The municipality says which article goes with it."""
    made = plan(wijk)
    assert made.wijknaam == in_sentence
    assert made.titel == f"Plan van aanpak {in_title}"


@pytest.mark.parametrize(
    ("name", "at_the_start"),
    [
        ("het Molenkwartier", "Het Molenkwartier"),
        ("IJburg", "IJburg"),
        ("ijsbaan", "IJsbaan"),
        ("'s-Gravenland", "'s-Gravenland"),
        ("’t Zand", "’t Zand"),
        ("élan", "Élan"),
        ("", ""),
    ],
)
def test_a_name_begins_a_sentence_with_a_capital(name: str, at_the_start: str) -> None:
    """As Dutch has it."""
    assert dutch.beginhoofdletter(name) == at_the_start


def test_several_municipalities_are_named_in_the_plural() -> None:
    """They take the plural of the verb, also in the title of a chapter."""
    made = plan("{naam: Buitengebied}", "{naam: Leudal, samen_met: [Nederweert], aanspreekvorm: de gemeente}")
    assert made.gemeentenaam == "gemeenten Leudal en Nederweert"
    assert made.aanspreekvorm.begin("kiezen", "kiest") == "De gemeenten kiezen"
    assert made.woorden["doelen"] == "Wat willen de gemeenten bereiken?"
