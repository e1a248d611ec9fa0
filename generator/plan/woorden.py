"""The fixed texts of a plan that a house style may replace: the titles of its parts and the words it repeats."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from generator.answers.questions import STATUS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.plan.aanspreekvorm import Aanspreekvorm

    Woorden: TypeAlias = Mapping[str, str]
    """Key → text; every key of `KEYS` is there."""

_FIXED = {
    "samenvatting": "Samenvatting",
    "plan_op_een_a4": "Het plan op één A4",
    "inhoud": "Inhoud",
    "inleiding": "Waarom deze aanpak past bij {wijk}",
    "wijk": "De wijk nu",
    "doelen": "Wat willen wij bereiken?",
    "randvoorwaarden": "Zijn de randvoorwaarden op orde?",
    "interventies": "Interventies",
    "principes": "Werkzame principes",
    "organisatie": "Organisatie en samenwerking",
    "informatiedeling": "Informatiedeling, privacy en bevoegdheden",
    "communicatie": "Communicatie en participatie",
    "planning": "Planning",
    "financien": "Financiën",
    "monitoring": "Monitoring en evaluatie",
    "risicos": "Risico’s",
    "besluit": "Besluit en vervolg",
    "eisen": "De randvoorwaarden onderdeel voor onderdeel",
    "actielijst": "Alle acties",
    "startvragen": "Startvragen per interventie",
    "open_punten": "Open punten",
    "begrippen": "Begrippen en afkortingen",
    "bronnen": "Bronnen en leestips",
    "kader_volledig": "Alle interventies in het kader",
    "nog_te_schrijven": "Wat nog in dit plan komt",
    "documentgegevens": "Documentgegevens",
    **STATUS.words,
    "nog_in_te_vullen": "nog in te vullen",
    "tabel": "Tabel",
    "figuur": "Figuur",
    "versie": "Versie",
    "status": "Status",
    "datum": "Datum",
}

KEYS = tuple(_FIXED)
"""The keys under `woorden` in a house style, in the order of the document."""


def fixed_words(aanspreekvorm: Aanspreekvorm | None = None, own: Mapping[str, str] | None = None) -> Woorden:
    """Return the fixed texts.

    Args:
        aanspreekvorm: How the municipality calls itself; `wij` when None.
        own: The texts of the house style, by key; they go before the usual ones.
    """
    spoken = {} if aanspreekvorm is None else {"doelen": f"Wat {aanspreekvorm.om('willen', 'wil')} bereiken?"}
    return MappingProxyType({**_FIXED, **spoken, **(own or {})})
