"""The words of a plan: how it names the neighbourhood and itself, and the fixed texts of a house style."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from generator import dutch
from generator.answers.questions import STATUS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.answers.opdracht import Gemeente
    from generator.answers.wijk import Wijk


Woorden: TypeAlias = "Mapping[str, str]"
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


@dataclass(frozen=True, slots=True)
class Aanspreekvorm:
    """The words for the municipality; templates give both forms of a verb: `wij.zin("kiezen", "kiest")`."""

    meervoud: bool
    """True for `wij` and for several municipalities, which take the plural of the verb."""
    onderwerp: str
    """`wij`, `de gemeente` or `de gemeenten`."""
    bezit: str
    """`onze`, `haar` or `hun`."""
    lijdend: str
    """`ons`, `de gemeente` or `de gemeenten`."""

    def zin(self, meervoud: str, enkelvoud: str) -> str:
        """Return subject and verb: `wij kiezen`, `de gemeente kiest`."""
        return f"{self.onderwerp} {self._verb(meervoud, enkelvoud)}"

    def begin(self, meervoud: str, enkelvoud: str) -> str:
        """Return subject and verb to start a sentence with: `Wij kiezen`, `De gemeente kiest`."""
        return dutch.beginhoofdletter(self.zin(meervoud, enkelvoud))

    def om(self, meervoud: str, enkelvoud: str) -> str:
        """Return verb and subject: `kiezen wij`, `kiest de gemeente`."""
        return f"{self._verb(meervoud, enkelvoud)} {self.onderwerp}"

    def _verb(self, meervoud: str, enkelvoud: str) -> str:
        return meervoud if self.meervoud else enkelvoud


def form_of_address(choice: str, *, samen: bool = False) -> Aanspreekvorm:
    """Return the words for `wij` or `de gemeente`.

    Args:
        choice: Which of the two.
        samen: Whether several municipalities make the plan.
    """
    if choice == "wij":
        return Aanspreekvorm(meervoud=True, onderwerp="wij", bezit="onze", lijdend="ons")
    if samen:
        return Aanspreekvorm(meervoud=True, onderwerp="de gemeenten", bezit="hun", lijdend="de gemeenten")
    return Aanspreekvorm(meervoud=False, onderwerp="de gemeente", bezit="haar", lijdend="de gemeente")


def municipality(gemeente: Gemeente) -> str:
    """Return what the municipality calls itself: `gemeente Elzenbeek`, `gemeenten Elzenbeek en Dommeldal`."""
    if gemeente.aanduiding:
        return gemeente.aanduiding
    names = (gemeente.naam, *gemeente.samen_met)
    return f"gemeente{'n' if gemeente.samen_met else ''} {dutch.opsomming(names)}"


def without_article(wijk: Wijk) -> str:
    """Return the name of the neighbourhood as a title has it: `Hoge Vucht` for `de Hoge Vucht`."""
    article, _, name = wijk.naam.partition(" ")
    return name if article in {"de", "het"} and name else wijk.naam
