"""How a plan speaks of the municipality: as `wij`, or as `de gemeente`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Aanspreekvorm:
    """The words for the municipality; templates give both forms of a verb: `wij.zin("kiezen", "kiest")`."""

    meervoud: bool
    """True for `wij`, which takes the plural of the verb."""
    onderwerp: str
    """`wij` or `de gemeente`."""
    bezit: str
    """`onze` or `haar`."""
    lijdend: str
    """`ons` or `de gemeente`."""

    def zin(self, meervoud: str, enkelvoud: str) -> str:
        """Return subject and verb: `wij kiezen`, `de gemeente kiest`."""
        return f"{self.onderwerp} {self._verb(meervoud, enkelvoud)}"

    def begin(self, meervoud: str, enkelvoud: str) -> str:
        """Return subject and verb to start a sentence with: `Wij kiezen`, `De gemeente kiest`."""
        sentence = self.zin(meervoud, enkelvoud)
        return sentence[0].upper() + sentence[1:]

    def om(self, meervoud: str, enkelvoud: str) -> str:
        """Return verb and subject: `kiezen wij`, `kiest de gemeente`."""
        return f"{self._verb(meervoud, enkelvoud)} {self.onderwerp}"

    def _verb(self, meervoud: str, enkelvoud: str) -> str:
        return meervoud if self.meervoud else enkelvoud


def form_of_address(choice: str) -> Aanspreekvorm:
    """Return the words for `wij` or `de gemeente`."""
    if choice == "wij":
        return Aanspreekvorm(meervoud=True, onderwerp="wij", bezit="onze", lijdend="ons")
    return Aanspreekvorm(meervoud=False, onderwerp="de gemeente", bezit="haar", lijdend="de gemeente")
