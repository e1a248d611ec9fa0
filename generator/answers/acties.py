"""Answers about who does what by when: actions and milestones."""

from __future__ import annotations

from generator.answers.questions import Antwoord, Datum, Nummer, Tekst, vraag


class Actie(Antwoord):
    """Something that will be done: what, who and when."""

    _text_alone = "wat"

    wat: Tekst | None = vraag("Wat gaat er gebeuren?", nodig="wat er gebeurt")
    wie: Tekst | None = vraag(
        "Wie doet het? Noem een functie of een organisatie.",
        nodig="wie dit doet",
        waarom="Zonder aangewezen functie of organisatie blijft een actie liggen.",
        voorbeeld="adviseur OOV",
    )
    wanneer: Datum | None = vraag(
        "Wanneer is het klaar?",
        nodig="wanneer dit klaar is",
        waarom="Zonder datum kun je niet volgen of het gebeurt.",
        voorbeeld="30-4-2026",
    )
    uit_kader: Nummer | None = vraag(
        "Komt de actie uit het kader? Geef dan het nummer van het voorstel bij deze randvoorwaarde."
    )


class Mijlpaal(Antwoord):
    """A moment in the planning."""

    _text_alone = "wat"

    wat: Tekst | None = vraag("Wat is er dan klaar?", nodig="wat er klaar is")
    wanneer: Datum | None = vraag("Op welke datum?", nodig="de datum", voorbeeld="15-4-2026")
    wie: Tekst | None = vraag("Wie zorgt hiervoor?", voorbeeld="burgemeester en partners")
