"""What was found for a role, and what is wrong with a choice for one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.word.faults import HouseStyleError
from generator.word.roles import PUBLIC, Kind, dutch_name

How = Literal["gekozen", "naam", "id", "niveau", "gemaakt"]

_KINDS: dict[Kind, str] = {"paragraph": "alinea’s", "character": "tekens", "table": "tabellen"}
_HOW: dict[How, str] = {
    "gekozen": "gekozen in huisstijl.yaml",
    "naam": "gevonden op naam",
    "id": "gevonden op interne naam",
    "niveau": "gevonden op overzichtsniveau",
    "gemaakt": "gemaakt door wijkplan",
}


@dataclass(frozen=True, slots=True)
class Found:
    """The style that plays a role."""

    role: str
    style_id: str
    name: str
    how: How
    base: str | None = None
    """For a style that was made to mend one of the template: the name of that one."""

    @property
    def getoond(self) -> str:
        """The name of the style as a Dutch Word shows it."""
        return dutch_name(self.name)

    @property
    def uitleg(self) -> str:
        """How the style was found, in Dutch."""
        if self.base is not None:
            return f"gemaakt door wijkplan, als verbetering van “{dutch_name(self.base)}”"
        return _HOW[self.how]


@dataclass(frozen=True, slots=True)
class StyleFault:
    """A choice for a role that cannot be followed."""

    role: str
    name: str
    """The style that was chosen."""
    kind: Kind
    """The kind of style that the role needs."""
    elsewhere: bool
    """Whether there is a style of that name, of another kind."""
    near: str | None
    """The name that was probably meant."""

    @property
    def melding(self) -> str:
        """What is wrong, in Dutch."""
        if self.elsewhere:
            return f"De stijl “{self.name}” voor {public(self.role)} is geen stijl voor {_KINDS[self.kind]}."
        return f"De stijl “{self.name}” voor {public(self.role)} staat niet in het Word-bestand."

    @property
    def oplossing(self) -> str:
        """What to do about it, in Dutch."""
        if self.near:
            return f"Bedoelde je “{self.near}”?"
        return f"Kies de naam van een stijl voor {_KINDS[self.kind]} uit het Word-bestand."


class StyleChoiceError(HouseStyleError):
    """Choices for roles that cannot be followed."""

    def __init__(self, faults: tuple[StyleFault, ...]) -> None:
        """Keep every fault; the first gives the message."""
        super().__init__(faults[0].melding, faults[0].oplossing)
        self.faults = faults


def public(role: str) -> str:
    """Return the name of a role as a house style writes it."""
    return next((name for name, inner in PUBLIC.items() if inner == role), role)
