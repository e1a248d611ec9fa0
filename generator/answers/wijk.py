"""Answers about the neighbourhood: its figures, its people and what the plan wants to reach there."""

from __future__ import annotations

from typing import Literal, TypeAlias

from generator.answers.questions import Aantal, Antwoord, Getal, Tekst, Tijdvak, vraag

SoortPartij: TypeAlias = Literal[
    "publiek", "privaat", "informeel", "corporatie", "zorg", "onderwijs", "bewoners", "anders"
]
"""What kind of organisation a party or partner is."""
SOORTEN = {
    **dict.fromkeys(("overheid", "gemeente"), "publiek"),
    **dict.fromkeys(("privé", "bedrijf", "commercieel", "ondernemer", "ondernemers"), "privaat"),
    **dict.fromkeys(("woningcorporatie", "woningbouwcorporatie"), "corporatie"),
    **dict.fromkeys(("school", "scholen"), "onderwijs"),
    **dict.fromkeys(("zorginstelling", "ggz", "ggd"), "zorg"),
    **dict.fromkeys(("bewoner", "inwoners", "bewonersgroep"), "bewoners"),
    **dict.fromkeys(("overig", "overige"), "anders"),
}
"""Other words for those."""


class Cijfer(Antwoord):
    """A figure of the neighbourhood beside that of the whole municipality."""

    _text_alone = "indicator"

    indicator: Tekst | None = vraag(
        "Wat is er gemeten, en in welke eenheid?",
        nodig="wat er gemeten is",
        voorbeeld="drugsdelicten per 1.000 inwoners",
    )
    wijk: Getal | None = vraag("Het getal voor de wijk.", nodig="het getal voor de wijk", voorbeeld="6,1")
    gemeente: Getal | None = vraag("Het getal voor de hele gemeente.", voorbeeld="2,3")
    jaar: Tijdvak | None = vraag("Uit welk jaar komt het cijfer?", nodig="het jaar", voorbeeld="2024")
    bron: Tekst | None = vraag("Waar komt het cijfer vandaan?", nodig="de bron", voorbeeld="politie")
    trend: Literal["stijgend", "gelijk", "dalend", "onbekend"] | None = vraag(
        "Hoe ontwikkelt het zich: stijgend, gelijk, dalend of onbekend?",
        voorbeeld="stijgend",
        ook={
            **dict.fromkeys(("licht stijgend", "sterk stijgend", "stijgt", "toenemend", "neemt toe"), "stijgend"),
            **dict.fromkeys(("gelijkblijvend", "stabiel", "blijft gelijk", "constant"), "gelijk"),
            **dict.fromkeys(("licht dalend", "sterk dalend", "daalt", "afnemend", "neemt af"), "dalend"),
            **dict.fromkeys(("nb", "n.b.", "niet bekend", "nog onbekend"), "onbekend"),
        },
    )


class Beleving(Antwoord):
    """How people in the neighbourhood experience it."""

    _text_alone = "tekst"

    tekst: Tekst | None = vraag("Hoe ervaren bewoners en ondernemers de wijk?", nodig="hoe bewoners de wijk ervaren")
    bron: Tekst | None = vraag(
        "Hoe weet je dat?", nodig="de bron van de beleving", voorbeeld="straatgesprekken, oktober 2025"
    )


class Partij(Antwoord):
    """A party in the local field of forces."""

    _text_alone = "partij"

    partij: Tekst | None = vraag("Welke groep of organisatie?", nodig="de naam van de partij")
    soort: SoortPartij | None = vraag(
        "Wat voor partij is het: publiek, privaat, informeel, corporatie, zorg, onderwijs, bewoners of anders?",
        voorbeeld="informeel",
        ook=SOORTEN,
    )
    belang: Tekst | None = vraag("Wat vindt deze partij belangrijk?", voorbeeld="rust op het plein")
    rol: Tekst | None = vraag("Welke rol heeft deze partij in de aanpak?", voorbeeld="meedenken en signaleren")


class Wijk(Antwoord):
    """The neighbourhood and what is the matter there."""

    _text_alone = "naam"

    naam: Tekst = vraag("Hoe heet de wijk?", voorbeeld="Molenkwartier", standaard=...)
    afbakening: Tekst | None = vraag(
        "Welk gebied is het precies?",
        nodig="de grenzen van de wijk",
        waarom="Zonder grenzen is niet duidelijk voor wie het plan geldt.",
    )
    inwoners: Aantal | None = vraag("Hoeveel mensen wonen er?", voorbeeld="5840")
    aanleiding: Tekst | None = vraag(
        "Waarom is dit plan nodig? Wat is er gebeurd en wat zie je in de wijk?",
        nodig="de aanleiding van het plan",
        waarom="Gedeelde urgentie is de eerste randvoorwaarde van het kader.",
    )
    cijfers: tuple[Cijfer, ...] = vraag(
        "Welke cijfers laten zien hoe de wijk ervoor staat?",
        nodig="cijfers over de wijk",
        waarom="Het kader vraagt om een gezamenlijk beeld van cijfers en feiten.",
        standaard=(),
    )
    beleving: Beleving | None = vraag(
        "Hoe ervaren mensen de wijk?",
        nodig="hoe mensen de wijk ervaren",
        waarom="Cijfers alleen vertellen niet hoe het in de wijk voelt.",
    )
    krachtenveld: tuple[Partij, ...] = vraag(
        "Welke groepen en organisaties zijn actief in de wijk?",
        nodig="de partijen in de wijk",
        waarom="Het kader vraagt om zicht op formele en informele netwerken.",
        standaard=(),
    )


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
            **dict.fromkeys(("korte termijn", "op korte termijn"), "kort"),
            **dict.fromkeys(("lange termijn", "op lange termijn"), "lang"),
        },
    )
    tekst: Tekst | None = vraag("Wat is er dan bereikt? Noem een getal en een jaar.", nodig="het doel")
    eigenaar: Tekst | None = vraag("Wie is verantwoordelijk voor dit doel?", nodig="de eigenaar van het doel")


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
