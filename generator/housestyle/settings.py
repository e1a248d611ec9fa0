"""What can stand in `huisstijl.yaml`: the frozen model, with the description of each key."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, TypeAlias

from pydantic import AfterValidator, BeforeValidator, model_validator
from pydantic_core import PydanticCustomError

from generator.answers.base import Antwoord, JaNee, Tekst, vraag
from generator.colours import Colour, from_hex, readable_on
from generator.plan.hoofdstukken import APPENDICES, CHAPTERS
from generator.plan.woorden import KEYS
from generator.suggestions import closest, did_you_mean
from generator.word.roles import PUBLIC

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

PLACES = ("vervang", "na_voorblad", "na_inhoud")
_BOOKMARK = re.compile(r"[^\W\d]\w{0,39}")
_IN_PATHS = re.compile(r"[\\/:]")
EXAMPLE = '"#D3EEDB"'
"""A colour as one types it in the file."""


def _fault(melding: str, oplossing: str) -> PydanticCustomError:
    return PydanticCustomError("huisstijl", "{melding}", {"melding": melding, "oplossing": oplossing})


def _one_of(known: Iterable[str], what: str) -> Callable[[str], str]:
    """Return a validator that refuses a name outside `known`, and says which one was probably meant."""
    names = tuple(known)

    def checked(value: str) -> str:
        if value not in names:
            remedy = did_you_mean(value, names) or f"Kies uit: {', '.join(names)}."
            raise _fault(f"“{value}” is geen {what}.", remedy)
        return value

    return checked


def _without_empty(value: object) -> object:
    """Take a key without a value as one that is not filled in yet."""
    return {key: item for key, item in value.items() if item is not None} if isinstance(value, dict) else value


def _place(value: str) -> str:
    if _BOOKMARK.fullmatch(value):
        return value
    near = closest(value, PLACES)
    remedy = f"Bedoelde je “{near}”?" if near else f"Kies uit: {', '.join(PLACES)}, of de naam van een bladwijzer."
    raise _fault(f"“{value}” is geen plaats en geen naam van een bladwijzer.", remedy)


def _file_name(value: str) -> str:
    if _IN_PATHS.search(value):
        raise _fault(
            "Hier hoort alleen de naam van een bestand, zonder map.", "Zet het Word-bestand naast dit bestand."
        )
    return value


def _colour(text: str) -> Colour:
    found = from_hex(text)
    if found is not None:
        return found
    if not text:
        melding = "Hier staat geen kleur. Een # zonder aanhalingstekens is in YAML een opmerking."
        raise _fault(melding, f"Zet de kleur tussen aanhalingstekens: {EXAMPLE}.")
    raise _fault(
        f"“{text}” is geen kleur.", f"Schrijf een # en zes tekens van 0 tot en met 9 en A tot en met F: {EXAMPLE}."
    )


def _digits(value: str) -> str:
    return _colour(value).digits


Rol: TypeAlias = Annotated[str, AfterValidator(_one_of(PUBLIC, "rol"))]
Hoofdstuk: TypeAlias = Annotated[Tekst, AfterValidator(_one_of(CHAPTERS, "hoofdstuk"))]
Bijlage: TypeAlias = Annotated[Tekst, AfterValidator(_one_of(APPENDICES, "bijlage"))]
Woordsleutel: TypeAlias = Annotated[str, AfterValidator(_one_of(KEYS, "vaste tekst"))]
Plaats: TypeAlias = Annotated[Tekst, AfterValidator(_place)]
Bestandsnaam: TypeAlias = Annotated[Tekst, AfterValidator(_file_name)]
Kleur: TypeAlias = Annotated[Tekst, AfterValidator(_digits)]
"""Six hexadecimal digits."""


class Kleurpaar(Antwoord):
    """A background and the text on it; one colour alone is the background."""

    achtergrond: Kleur | None = vraag("De kleur van de achtergrond.", voorbeeld=EXAMPLE)
    tekst: Kleur | None = vraag("De kleur van de tekst. Laat leeg voor zwart of wit, wat het beste leest.")

    @model_validator(mode="before")
    @classmethod
    def _from_one_colour(cls, data: object) -> object:
        return {"achtergrond": _digits(data)} if isinstance(data, str) else data

    @property
    def pair(self) -> tuple[Colour, Colour] | None:
        """The background and the text; None without a background."""
        if self.achtergrond is None:
            return None
        background = _colour(self.achtergrond)
        return background, _colour(self.tekst) if self.tekst else readable_on(background)


class Kleuren(Antwoord):
    """The colours of the words that say how something stands."""

    op_orde: Kleurpaar | None = vraag("De kleur van “op orde”.", voorbeeld=EXAMPLE)
    deels: Kleurpaar | None = vraag("De kleur van “deels op orde”.", voorbeeld='"#FFE8B3"')
    niet: Kleurpaar | None = vraag("De kleur van “niet op orde”.", voorbeeld='"#F8D4D2"')
    onbekend: Kleurpaar | None = vraag("De kleur van “nog onbekend”.", voorbeeld='"#E3E5E8"')

    @model_validator(mode="before")
    @classmethod
    def _keep_empty_colours(cls, data: object) -> object:
        """Keep a key without a value: it is most likely a colour that YAML took for a comment."""
        if not isinstance(data, dict):
            return data
        return {key: "" if value is None and key in cls.model_fields else value for key, value in data.items()}


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
    stijlen: Annotated[dict[Rol, Tekst], BeforeValidator(_without_empty)] = vraag(
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
    woorden: Annotated[dict[Woordsleutel, Tekst], BeforeValidator(_without_empty)] = vraag(
        "Eigen woorden voor vaste teksten, zoals de titel van een hoofdstuk.", standaard=dict
    )
