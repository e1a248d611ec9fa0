"""The kinds of things that can be added to an answer file, by the word for one of them, and where each belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.answers import Antwoorden
from generator.answers.questions import questions
from generator.form.wording import asked_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.answers import Antwoord

_WORDS: dict[str, tuple[str, ...]] = {
    "interventie": (
        *("interventies", "doelen.opgaven.interventies"),
        "informatiedeling.instrumenten.interventies",
    ),
    "instrument": ("informatiedeling.instrumenten",),
    "doel": ("doelen.lijst", "wijk.problemen.doelen", "doelen.opgaven.doelen"),
    "cijfer": ("wijk.cijfers", "wijk.problemen.cijfers"),
    "probleem": ("wijk.problemen", "interventies.problemen"),
    "opgave": ("doelen.opgaven",),
    "deelgebied": ("wijk.deelgebieden",),
    "citaat": ("wijk.citaten",),
    "foto": ("beeld.fotos",),
    "partij": ("wijk.krachtenveld", "informatiedeling.grondslagen.partijen"),
    "randvoorwaarde": ("randvoorwaarden",),
    "actie": ("randvoorwaarden.acties", "interventies.acties"),
    "bewijs": ("randvoorwaarden.bewijs",),
    "indicator": ("interventies.indicatoren",),
    "mijlpaal": ("planning", "interventies.planning.mijlpalen"),
    "principe": ("interventies.principes",),
    "bijdrage": ("interventies.draagt_bij_aan",),
    "regel": ("interventies.juridisch",),
    "partner": ("organisatie.partners", "interventies.partners"),
    "rol": ("organisatie.rollen",),
    "overleg": ("organisatie.overleg",),
    "deelnemer": ("organisatie.overleg.deelnemers",),
    "grondslag": ("informatiedeling.grondslagen",),
    "convenant": ("informatiedeling.convenanten",),
    "bevoegdheid": ("informatiedeling.besluiten_nodig",),
    "bibob": ("informatiedeling.bibob.toepassen_op",),
    "gedaan": ("participatie.gedaan",),
    "gepland": ("participatie.gepland",),
    "boodschap": ("communicatie.extern",),
    "intern": ("communicatie.intern",),
    "last": ("financien.lasten",),
    "dekking": ("financien.dekking",),
    "rapportage": ("monitoring.aan",),
    "risico": ("risicos",),
    "begrip": ("begrippen",),
    "beleidsstuk": ("kader",),
    "beslispunt": ("besluit.beslispunten", "besluit.beslispunten_raad"),
    "argument": ("besluit.argumenten",),
    "kanttekening": ("besluit.kanttekeningen",),
    "gemeente": ("gemeente.samen_met",),
    "auteur": ("document.auteurs",),
    "versie": ("document.versiebeheer",),
    "akkoord": ("document.akkoord",),
    "bijlage": ("document.vertrouwelijke_bijlagen",),
}
"""The dotted keys of the lists that one of a kind can stand in, without ids and numbers of items."""

REFERENCES = {
    "interventies.draagt_bij_aan": "doelen.lijst",
    "interventies.problemen": "wijk.problemen",
    "wijk.problemen.doelen": "doelen.lijst",
    "wijk.problemen.cijfers": "wijk.cijfers",
    "doelen.opgaven.doelen": "doelen.lijst",
    "doelen.opgaven.interventies": "interventies",
    "informatiedeling.instrumenten.interventies": "interventies",
}
"""The lists of ids, each with the list that those must stand in."""


def _all_lists(model: type[Antwoord], above: str = "") -> Iterator[str]:
    for name, question in questions(model).items():
        if question.is_lijst or (question.is_tabel and question.model):
            yield f"{above}{name}"
        if question.model is not None:
            yield from _all_lists(question.model, f"{above}{name}.")


def _all_words() -> dict[str, tuple[str, ...]]:
    """Return the words, with the key of a list itself where nobody gave it one."""
    named = {key for keys in _WORDS.values() for key in keys}
    return _WORDS | {key.replace(".", "_"): (key,) for key in _all_lists(Antwoorden) if key not in named}


SOORTEN = _all_words()
"""Each word with the dotted keys of the lists that one such thing can stand in."""


def soort_of(key: str) -> str | None:
    """Return the word for one thing in the list with a dotted key."""
    return next((soort for soort, keys in SOORTEN.items() if key in keys), None)


def many_above(key: str) -> str | None:
    """Return the key of the list or table that holds the groups in which a list stands; None where there is one."""
    return next((above for above in _keys_above(key) if asked_at(above).is_lijst or asked_at(above).is_tabel), None)


def _keys_above(key: str) -> Iterator[str]:
    names = key.split(".")
    yield from (".".join(names[:length]) for length in range(1, len(names)))
