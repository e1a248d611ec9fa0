"""What can stand in `huisstijl.yaml`: the frozen model, with the description of each key."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, TypeAlias

from generator.answers import kinds
from generator.answers.questions import Antwoord, JaNee, Tekst, vraag
from generator.colours import from_hex, readable
from generator.plan.hoofdstukken import APPENDICES, CHAPTERS
from generator.plan.woorden import KEYS
from generator.problems import HERE, ProblemsError
from generator.suggestions import closest, did_you_mean
from generator.word.roles import PUBLIC

if TYPE_CHECKING:
    from collections.abc import Iterable

PLACES = ("vervang", "na_voorblad", "na_inhoud")
_BOOKMARK = re.compile(r"[^\W\d]\w{0,39}")
_IN_PATHS = re.compile(r"[\\/:]")
EXAMPLE = '"#D3EEDB"'
"""A colour as one types it in the file."""


class OneOf(kinds.Tekst):
    """A name out of a list."""

    def __init__(self, known: Iterable[str], what: str) -> None:
        """Make the kind for the names in `known`, which are each called `what`."""
        self._names = tuple(known)
        self._what = what

    def parse(self, text: str) -> str:
        """Return the name; refuse any other one, and say which one was probably meant."""
        name = super().parse(text)
        if name in self._names:
            return name
        remedy = did_you_mean(name, self._names) or f"Kies uit: {', '.join(self._names)}."
        raise ProblemsError.about(HERE, f"“{name}” is geen {self._what}.", remedy)


class PlanPlace(kinds.Tekst):
    """Where the plan goes in the Word file: one of `PLACES`, or the name of a bookmark."""

    def parse(self, text: str) -> str:
        """Return the place."""
        place = super().parse(text)
        if _BOOKMARK.fullmatch(place):
            return place
        near = closest(place, PLACES)
        usual = f"Kies uit: {', '.join(PLACES)}, of de naam van een bladwijzer."
        remedy = f"Bedoelde je “{near}”?" if near else usual
        raise ProblemsError.about(HERE, f"“{place}” is geen plaats en geen naam van een bladwijzer.", remedy)


class FileName(kinds.Tekst):
    """The name of a file in the same folder."""

    def parse(self, text: str) -> str:
        """Return the name."""
        name = super().parse(text)
        if _IN_PATHS.search(name):
            melding = "Hier hoort alleen de naam van een bestand, zonder map."
            raise ProblemsError.about(HERE, melding, "Zet het Word-bestand naast dit bestand.")
        return name


class ColourDigits(kinds.Tekst):
    """A colour, as six hexadecimal digits."""

    def parse(self, text: str) -> str:
        """Return the digits."""
        given = super().parse(text)
        found = from_hex(given)
        if found is None:
            remedy = f"Schrijf een # en zes tekens van 0 tot en met 9 en A tot en met F: {EXAMPLE}."
            raise ProblemsError.about(HERE, f"“{given}” is geen kleur.", remedy)
        return found


Rol: TypeAlias = Annotated[str, OneOf(PUBLIC, "rol")]
Hoofdstuk: TypeAlias = Annotated[str, OneOf(CHAPTERS, "hoofdstuk")]
Bijlage: TypeAlias = Annotated[str, OneOf(APPENDICES, "bijlage")]
Woordsleutel: TypeAlias = Annotated[str, OneOf(KEYS, "vaste tekst")]
Plaats: TypeAlias = Annotated[str, PlanPlace()]
Bestandsnaam: TypeAlias = Annotated[str, FileName()]
Kleur: TypeAlias = Annotated[str, ColourDigits()]


class Kleurpaar(Antwoord):
    """A background and the text on it; one colour alone is the background."""

    achtergrond: Kleur | None = vraag("De kleur van de achtergrond.", voorbeeld=EXAMPLE)
    tekst: Kleur | None = vraag("De kleur van de tekst. Laat leeg voor zwart of wit, wat het beste leest.")

    _text_alone = "achtergrond"

    @property
    def pair(self) -> tuple[str, str] | None:
        """The background and the text; None without a background."""
        if self.achtergrond is None:
            return None
        return self.achtergrond, self.tekst or readable(self.achtergrond)


class Kleuren(Antwoord):
    """The colours of the words that say how something stands."""

    op_orde: Kleurpaar | None = vraag("De kleur van “op orde”.", voorbeeld=EXAMPLE)
    deels: Kleurpaar | None = vraag("De kleur van “deels op orde”.", voorbeeld='"#FFE8B3"')
    niet: Kleurpaar | None = vraag("De kleur van “niet op orde”.", voorbeeld='"#F8D4D2"')
    onbekend: Kleurpaar | None = vraag("De kleur van “nog onbekend”.", voorbeeld='"#E3E5E8"')


class Huisstijl(Antwoord):
    """Everything that a house style can ask beside its Word file; the order is that of a new file."""

    word: Bestandsnaam | None = vraag(
        "De naam van het Word-bestand. Alleen nodig als het niet huisstijl.docx heet.", voorbeeld="rapport.dotx"
    )
    nummering: JaNee | None = vraag(
        "Krijgen koppen een nummer? Zonder antwoord beslist het Word-bestand.", voorbeeld="ja"
    )
    inhoud: Plaats | None = vraag(
        "Waar komt het plan in het Word-bestand? Kies vervang (in plaats van de tekst die er staat), na_voorblad,"
        " na_inhoud (na de inhoudsopgave) of de naam van een bladwijzer."
        " Zonder antwoord zoekt wijkplan zelf de plaats.",
        voorbeeld="na_voorblad",
    )
    stijlen: dict[Rol, Tekst | None] = vraag(
        "Welke stijl uit het Word-bestand hoort bij welke soort tekst? Schrijf de naam van de stijl."
        " Een regel is alleen nodig als wijkplan een andere stijl kiest dan je wilt.",
        standaard=dict,
    )
    kleuren: Kleuren = vraag(
        "De kleuren bij de stand van een randvoorwaarde. Schrijf één kleur voor de achtergrond, of allebei:"
        ' {achtergrond: "#D3EEDB", tekst: "#12472A"}. De aanhalingstekens zijn nodig.',
        standaard=Kleuren,
    )
    hoofdstukken: tuple[Hoofdstuk, ...] | None = vraag(
        "Welke hoofdstukken, en in welke volgorde? De hoofdstukken randvoorwaarden, interventies en principes zijn"
        " altijd nodig."
    )
    bijlagen: tuple[Bijlage, ...] | None = vraag(
        "Welke bijlagen, en in welke volgorde? Een bijlage komt er alleen als de antwoorden er ook om vragen."
    )
    woorden: dict[Woordsleutel, Tekst | None] = vraag(
        "Eigen woorden voor vaste teksten, zoals de titel van een hoofdstuk.", standaard=dict
    )
