"""Answers that are pictures: files beside the answer file, each with words for who cannot see it."""

from __future__ import annotations

from generator.answers.questions import Antwoord, Bestand, Tekst, vraag


class Afbeelding(Antwoord):
    """A picture in a file beside the answer file."""

    _text_alone = "bestand"

    bestand: Bestand | None = vraag(
        "Het bestand (PNG of JPEG), in de map van de antwoorden of in een map daarin.",
        nodig="het bestand met de afbeelding",
        voorbeeld="beeld/plein.jpg",
    )
    alt: Tekst | None = vraag(
        "Wat is er te zien? Beschrijf het voor wie de afbeelding niet kan zien.",
        nodig="de beschrijving van de afbeelding",
        waarom="Zonder beschrijving is het plan niet toegankelijk.",
        voorbeeld="Het plein met de nieuwe speeltuin, gezien vanaf de flat.",
    )
    bijschrift: Tekst | None = vraag("Wat staat er onder de afbeelding?")
    bron: Tekst | None = vraag("Wie maakte de afbeelding?", voorbeeld="gemeente Elzenbeek")


class Beeld(Antwoord):
    """The pictures of the plan."""

    logo: Afbeelding | None = vraag("Het logo, als dat niet al in de huisstijl staat.")
    voorblad: Afbeelding | None = vraag("De foto of tekening op het voorblad.")
    kaart: Afbeelding | None = vraag("Een kaart van de wijk.")
    fotos: tuple[Afbeelding, ...] = vraag(
        "Foto’s van de wijk. Let op: zijn er mensen herkenbaar, dan is hun toestemming nodig.", standaard=()
    )
