"""How a plan names the neighbourhood, and speaks of the municipality: as `wij`, or as `de gemeente`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import dutch

if TYPE_CHECKING:
    from generator.answers.opdracht import Gemeente
    from generator.answers.wijk import Wijk


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
