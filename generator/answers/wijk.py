"""Answers about the neighbourhood: its parts, figures and people, and what is the matter there."""

from __future__ import annotations

from typing import Literal, TypeAlias

from generator.answers.questions import Aantal, Antwoord, Getal, Tekst, Tijdvak, vraag

SoortPartij: TypeAlias = Literal[
    "publiek", "privaat", "informeel", "corporatie", "zorg", "onderwijs", "bewoners", "anders"
]
"""What kind of organisation a party or partner is."""
SOORTEN = {
    **dict.fromkeys(("overheid", "gemeente", "politie", "om", "openbaar ministerie", "belastingdienst"), "publiek"),
    **dict.fromkeys(("privé", "bedrijf", "bedrijven", "commercieel", "ondernemer", "ondernemers"), "privaat"),
    **dict.fromkeys(("winkeliers", "ondernemersvereniging", "winkeliersvereniging"), "privaat"),
    **dict.fromkeys(("woningcorporatie", "woningbouwcorporatie"), "corporatie"),
    **dict.fromkeys(("school", "scholen", "mbo", "basisschool", "basisscholen"), "onderwijs"),
    **dict.fromkeys(("zorginstelling", "ggz", "ggd"), "zorg"),
    **dict.fromkeys(("bewoner", "inwoners", "bewonersgroep", "bewonersvereniging", "bewonerscommissie"), "bewoners"),
    **dict.fromkeys(("overig", "overige"), "anders"),
}
"""Other words for those."""


class Cijfer(Antwoord):
    """A figure of the neighbourhood, of the whole municipality, or of both."""

    _text_alone = "indicator"

    id: Tekst | None = vraag("Een kort kenmerk. Problemen en doelen verwijzen ernaar.", voorbeeld="C1")
    indicator: Tekst | None = vraag(
        "Wat is er gemeten, en in welke eenheid?",
        nodig="wat er gemeten is",
        voorbeeld="drugsdelicten per 1.000 inwoners",
    )
    gebied: Tekst | None = vraag(
        "Gaat het getal over één deelgebied? Noem de naam. Laat leeg voor de hele wijk.", voorbeeld="Havenbuurt"
    )
    wijk: Getal | None = vraag(
        "Het getal voor de wijk. Laat leeg als er alleen een getal is voor de hele gemeente.", voorbeeld="6,1"
    )
    gemeente: Getal | None = vraag("Het getal voor de hele gemeente.", voorbeeld="2,3")
    jaar: Tijdvak | None = vraag("Uit welk jaar komt het cijfer?", nodig="het jaar", voorbeeld="2024")
    bron: Tekst | None = vraag("Waar komt het cijfer vandaan?", nodig="de bron", voorbeeld="politie")
    trend: Literal["stijgend", "gelijk", "dalend", "onbekend"] | None = vraag(
        "Hoe ontwikkelt het zich: stijgend, gelijk, dalend of onbekend?",
        voorbeeld="stijgend",
        ook={
            **dict.fromkeys(("licht stijgend", "sterk stijgend", "stijgt", "toenemend", "neemt toe"), "stijgend"),
            **dict.fromkeys(("stijging", "toename", "omhoog", "↑", "stijgende lijn"), "stijgend"),
            **dict.fromkeys(
                ("gelijkblijvend", "stabiel", "blijft gelijk", "constant", "gelijk gebleven", "="), "gelijk"
            ),
            **dict.fromkeys(("licht dalend", "sterk dalend", "daalt", "afnemend", "neemt af"), "dalend"),
            **dict.fromkeys(("daling", "afname", "omlaag", "↓", "dalende lijn"), "dalend"),
            **dict.fromkeys(("nb", "n.b.", "niet bekend", "nog onbekend", "nog niet bekend"), "onbekend"),
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


class Deelgebied(Antwoord):
    """A part of the area that the plan is about: one of several neighbourhoods, or a smaller part of one."""

    _text_alone = "naam"

    naam: Tekst | None = vraag("Hoe heet het deelgebied?", nodig="de naam van het deelgebied", voorbeeld="Havenbuurt")
    soort: Literal["wijk", "buurt", "gebied"] | None = vraag(
        "Is het een wijk, een buurt of een ander gebied?", voorbeeld="buurt", ook={"anders": "gebied"}
    )
    inwoners: Aantal | None = vraag("Hoeveel mensen wonen er?", voorbeeld="1450")
    tekst: Tekst | None = vraag("Wat is er anders dan in de rest van het gebied?")


class Probleem(Antwoord):
    """Something that is the matter, with the figures that show it and the goals that answer it."""

    _text_alone = "wat"

    id: Tekst | None = vraag("Een kort kenmerk. Interventies verwijzen ernaar.", voorbeeld="P1")
    wat: Tekst | None = vraag(
        "Wat is het probleem, in één zin?",
        nodig="het probleem",
        voorbeeld="Drugshandel op het plein jaagt bewoners weg.",
    )
    cijfers: tuple[Tekst, ...] = vraag(
        "Welke cijfers laten dat zien? Noem de kenmerken.", voorbeeld="[C1]", standaard=()
    )
    doelen: tuple[Tekst, ...] = vraag(
        "Welke doelen geven er antwoord op? Noem de kenmerken.", voorbeeld="[D1]", standaard=()
    )


class Citaat(Antwoord):
    """What somebody in the neighbourhood said."""

    _text_alone = "wat"

    wat: Tekst | None = vraag("Wat is er gezegd? Zonder aanhalingstekens.", nodig="het citaat")
    wie: Tekst | None = vraag(
        "Wie zei het? In algemene woorden: geen naam en geen adres.",
        nodig="wie dat zei",
        voorbeeld="een bewoner van de Havenbuurt",
    )


class Wijk(Antwoord):
    """The neighbourhood and what is the matter there."""

    _text_alone = "naam"

    naam: Tekst = vraag("Hoe heet de wijk?", voorbeeld="Molenkwartier", standaard=...)
    aanduiding: Tekst | None = vraag(
        "Hoe heet de wijk in een zin, met het lidwoord dat erbij hoort? Laat leeg als er geen lidwoord bij hoort.",
        voorbeeld="het Molenkwartier",
    )
    afbakening: Tekst | None = vraag(
        "Welk gebied is het precies?",
        nodig="de grenzen van de wijk",
        waarom="Zonder grenzen is niet duidelijk voor wie het plan geldt.",
    )
    deelgebieden: tuple[Deelgebied, ...] = vraag(
        "Gaat het plan over meer wijken, of over buurten die van elkaar verschillen? Noem ze.", standaard=()
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
    problemen: tuple[Probleem, ...] = vraag(
        "Welke problemen pak je aan? Koppel ze aan cijfers en doelen.",
        waarom="Dan ziet de lezer waarom je deze doelen en interventies kiest.",
        standaard=(),
    )
    beleving: Beleving | None = vraag(
        "Hoe ervaren mensen de wijk?",
        nodig="hoe mensen de wijk ervaren",
        waarom="Cijfers alleen laten niet zien hoe mensen de wijk ervaren.",
    )
    citaten: tuple[Citaat, ...] = vraag("Wat zeggen mensen uit de wijk zelf?", standaard=())
    krachtenveld: tuple[Partij, ...] = vraag(
        "Welke groepen en organisaties zijn actief in de wijk?",
        nodig="de partijen in de wijk",
        waarom="Het kader vraagt om zicht op formele en informele netwerken.",
        standaard=(),
    )
