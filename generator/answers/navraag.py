"""Who could know an answer that is not there yet."""

from __future__ import annotations

from generator.answers.questions import Antwoord, Tekst, vraag


class Navraag(Antwoord):
    """An answer that nobody at the desk knows, and who could."""

    sleutel: Tekst = vraag(
        "Welk antwoord weet je nog niet? Geef de sleutel.", voorbeeld="wijk.aanleiding", standaard=""
    )
    wie: Tekst | None = vraag("Wie kan het weten: een rol of een naam?", voorbeeld="de wijkmanager")
