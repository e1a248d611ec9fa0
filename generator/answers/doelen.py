"""Answers about what the plan wants to reach: the vision, the goals and the tasks between goals and interventions."""

from __future__ import annotations

from typing import Literal

from generator.answers.questions import Antwoord, Getal, Jaar, Tekst, Tijdvak, vraag


class Doel(Antwoord):
    """A goal, near or far."""

    _text_alone = "tekst"

    id: Tekst | None = vraag(
        "Een kort kenmerk. Interventies verwijzen ernaar.", nodig="het kenmerk van het doel", voorbeeld="D1"
    )
    termijn: Literal["kort", "lang"] | None = vraag(
        "Is het een doel voor de korte of de lange termijn?",
        nodig="de termijn",
        voorbeeld="kort",
        ook={
            **dict.fromkeys(("korte termijn", "op korte termijn", "korte", "op de korte termijn"), "kort"),
            **dict.fromkeys(("lange termijn", "op lange termijn", "lange", "op de lange termijn"), "lang"),
        },
    )
    tekst: Tekst | None = vraag("Wat is er dan bereikt? Noem een getal en een jaar.", nodig="het doel")
    cijfer: Tekst | None = vraag("Met welk cijfer uit wijk.cijfers meet je dit doel? Noem het kenmerk.", voorbeeld="C1")
    indicator: Tekst | None = vraag(
        "Staat het niet bij die cijfers: wat meet je, en in welke eenheid?",
        voorbeeld="bewoners die zich weleens onveilig voelen, in procenten",
    )
    nulmeting: Tekst | None = vraag("Het cijfer nu, of: onbekend.", voorbeeld="47%")
    streefwaarde: Tekst | None = vraag("Het cijfer dat je wilt halen.", voorbeeld="40%")
    jaar: Tijdvak | None = vraag("In welk jaar wil je dat halen?", voorbeeld="2029")
    reeks: dict[Jaar, Getal] = vraag(
        "Is er eerder gemeten? Zet het getal bij elk jaar.", voorbeeld="{2023: 44, 2024: 46, 2025: 47}", standaard={}
    )
    eigenaar: Tekst | None = vraag("Wie is verantwoordelijk voor dit doel?", nodig="de eigenaar van het doel")


class Opgave(Antwoord):
    """A task that holds several goals and interventions together: a pillar of the plan."""

    _text_alone = "naam"

    naam: Tekst | None = vraag("Hoe heet de opgave of pijler?", nodig="de naam van de opgave", voorbeeld="Jeugd")
    tekst: Tekst | None = vraag("Waar gaat de opgave over?")
    trekker: Tekst | None = vraag("Wie trekt de opgave?", voorbeeld="teamleider Jeugd")
    doelen: tuple[Tekst, ...] = vraag(
        "Welke doelen horen erbij? Noem de kenmerken.", voorbeeld="[D1, D3]", standaard=()
    )
    interventies: tuple[Tekst, ...] = vraag(
        "Welke interventies horen erbij? Noem hun id.", voorbeeld="[stadsmarinier_boa]", standaard=()
    )


class Doelen(Antwoord):
    """The vision and the goals."""

    visie: Tekst | None = vraag(
        "Hoe ziet de wijk eruit als de aanpak slaagt?",
        nodig="de visie op de wijk",
        waarom="Een gezamenlijke visie is een van de randvoorwaarden van het kader.",
    )
    lijst: tuple[Doel, ...] = vraag(
        "Welke doelen heeft het plan? Noem minstens één doel voor de korte en één voor de lange termijn.",
        nodig="de doelen",
        waarom="Het kader vraagt om doelen voor de korte én de lange termijn.",
        standaard=(),
    )
    opgaven: tuple[Opgave, ...] = vraag(
        "Werk je met opgaven of pijlers, tussen de doelen en de interventies? Noem ze.", standaard=()
    )
