"""Answers about the twelve conditions of the framework."""

from __future__ import annotations

from generator.answers.acties import Actie
from generator.answers.questions import Antwoord, Status, Tekst, vraag


class RandvoorwaardeAntwoord(Antwoord):
    """How one condition stands in this neighbourhood, and what will be done about it."""

    _text_alone = "status"

    status: Status | None = vraag(
        "Hoe staat deze randvoorwaarde ervoor: op_orde, deels, niet of onbekend?",
        nodig="de stand van deze randvoorwaarde",
        waarom="Zijn de randvoorwaarden op orde? Dan kun je volgens het kader nadenken over interventies.",
        voorbeeld="deels",
    )
    onderbouwing: Tekst | None = vraag(
        "Waarom staat deze randvoorwaarde er zo voor?",
        nodig="waarom deze randvoorwaarde er zo voor staat",
        waarom="Zonder onderbouwing is de stand een mening.",
    )
    eisen: dict[str, Status] = vraag(
        "Hoe staat elk onderdeel ervoor? Het nummer is het nummer uit het kader.", standaard={}
    )
    bewijs: tuple[Tekst, ...] = vraag("Waaruit blijkt dat? Noem stukken of afspraken.", standaard=())
    acties: tuple[Actie, ...] = vraag(
        "Wat ga je doen, wie doet dat en wanneer is het klaar?",
        waarom="Zonder actie verandert er niets aan een randvoorwaarde die nog niet op orde is.",
        standaard=(),
    )
