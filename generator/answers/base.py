"""What every answer is made of: the base model, a question with its reason, and the kinds of value.

The tree that comes in holds text only (see `generator.source`); the kinds here turn it into dates, amounts
and numbers, and say in Dutch what is wrong when that fails.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

if TYPE_CHECKING:
    from pydantic.config import JsonDict


class Antwoord(BaseModel):
    """A group of answers: immutable, and refusing keys that no plan knows."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _without_empty_answers(cls, data: object) -> object:
        """Take a key without a value as a question that is not answered yet."""
        if not isinstance(data, dict):
            return data
        return {key: value for key, value in data.items() if value is not None or key not in cls.model_fields}


def vraag(
    tekst: str,
    *,
    nodig: str | None = None,
    waarom: str | None = None,
    voorbeeld: str | None = None,
    standaard: object = None,
) -> Any:  # noqa: ANN401 - a field's default may be of any type, as in pydantic's own Field
    """Declare an answer that may be left out.

    Args:
        tekst: The question, as the adviser reads it in a new answer file and in the editor.
        nodig: What is missing when there is no answer, as a noun phrase; only for answers that a plan for
            the college needs. It fills the placeholder `[nog in te vullen: …]`.
        waarom: Why a plan needs it, in one sentence.
        voorbeeld: An example answer as YAML, for a new answer file.
        standaard: The value when there is no answer, or the model that makes it; `...` where one is required.
    """
    extra = {"x-nodig": nodig, "x-waarom": waarom, "x-voorbeeld": voorbeeld}
    known: JsonDict = {key: value for key, value in extra.items() if value is not None}
    if callable(standaard):
        return Field(default_factory=standaard, description=tekst, json_schema_extra=known)
    return Field(default=standaard, description=tekst, json_schema_extra=known)


def _fault(kind: str, melding: str, oplossing: str) -> PydanticCustomError:
    return PydanticCustomError(kind, "{melding}", {"melding": melding, "oplossing": oplossing})


MOST_TEXT = 20_000
"""An answer of more characters than this, some seven pages, is something that was pasted by mistake."""

_ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DUTCH_DATE = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})")


def _date(value: object) -> object:
    if not isinstance(value, str):
        return value
    text = value.strip()
    if match := _ISO_DATE.fullmatch(text):
        year, month, day = (int(part) for part in match.groups())
    elif match := _DUTCH_DATE.fullmatch(text):
        day, month, year = (int(part) for part in match.groups())
    else:
        melding = f"“{text}” is geen datum die dit programma kent."
        raise _fault("datum", melding, "Schrijf dag, maand en jaar met cijfers, bijvoorbeeld 30-4-2026.")
    try:
        return date(year, month, day)
    except ValueError as error:
        raise _fault("datum", f"De datum {text} bestaat niet.", "Controleer de dag en de maand.") from error


_THOUSANDS = re.compile(r"(?:€\s*)?\d{1,3}(?:[.\s]\d{3})+(?:,-+)?|€\s*\d+(?:,-+)?")


def _amount(value: object) -> object:
    if not isinstance(value, str) or re.fullmatch(r"\d{1,12}", value.strip()):
        return value
    text = value.strip()
    if _THOUSANDS.fullmatch(text):
        digits = re.sub(r"\D", "", text)
        raise _fault("bedrag", f"“{text}” is hier geen bedrag.", f"Bedoelde je {digits}? Schrijf alleen cijfers.")
    melding = f"“{text}” is geen bedrag in hele euro’s."
    raise _fault("bedrag", melding, "Schrijf alleen cijfers, zonder punt, komma of euroteken: 412000.")


def _number(value: object) -> object:
    if not isinstance(value, str):
        return value
    text = value.strip()
    if re.fullmatch(r"\d{1,3}\.\d{3}", text):
        digits, decimal = text.replace(".", ""), text.replace(".", ",")
        remedy = f"Bedoelde je {digits} (zonder punt) of {decimal} (met een komma)?"
        raise _fault("getal", f"Bij “{text}” is niet duidelijk wat de punt betekent.", remedy)
    if not re.fullmatch(r"-?\d+(?:[.,]\d+)?", text):
        raise _fault("getal", f"“{text}” is geen getal.", "Schrijf alleen het getal, bijvoorbeeld 6,1.")
    return Decimal(text.replace(",", "."))


def _whole(value: object) -> object:
    if not isinstance(value, str) or re.fullmatch(r"\d{1,9}", value.strip()):
        return value
    digits = value.replace(".", "").strip()
    remedy = f"Bedoelde je {digits}?" if digits.isdigit() else "Schrijf alleen cijfers, bijvoorbeeld 5840."
    raise _fault("aantal", f"“{value.strip()}” is geen heel getal.", remedy)


def _year(value: object) -> object:
    if not isinstance(value, str) or re.fullmatch(r"(19|20|21)\d\d", value.strip()):
        return value
    raise _fault("jaar", f"“{value.strip()}” is geen jaartal.", "Schrijf vier cijfers, bijvoorbeeld 2026.")


_YES_NO = {"ja": True, "nee": False}


def _yes_no(value: object) -> object:
    if isinstance(value, str):
        if value.strip() in _YES_NO:
            return _YES_NO[value.strip()]
        meant = {"j": "ja", "n": "nee", "t": "ja", "f": "nee", "y": "ja", "o": "ja"}.get(value.strip()[:1].lower())
        remedy = f"Bedoelde je {meant}?" if meant else "Schrijf ja of nee."
        raise _fault("janee", f"Hier past alleen ja of nee, niet “{value.strip()}”.", remedy)
    return value


def _squeeze(value: str) -> str:
    """Drop spaces at line ends and blank lines around a text; paragraphs stay apart."""
    return "\n".join(line.rstrip() for line in value.strip().splitlines())


def _of_readable_length(value: str) -> str:
    if len(value) > MOST_TEXT:
        melding = f"Dit antwoord telt {len(value):,} tekens.".replace(",", ".")
        raise _fault("lengte", melding, "Maak er minder dan 20.000 tekens van, of zet de tekst in een bijlage.")
    return value


Tekst: TypeAlias = Annotated[
    str,
    StringConstraints(min_length=1),
    AfterValidator(_squeeze),
    AfterValidator(_of_readable_length),
    WithJsonSchema({"type": ["string", "number"]}),
]
"""Free text; may hold light Markdown where it prints as a paragraph."""

Datum: TypeAlias = Annotated[
    date,
    BeforeValidator(_date),
    WithJsonSchema({"type": "string", "pattern": r"^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}-\d{1,2}-\d{4})$"}),
]
Bedrag: TypeAlias = Annotated[int, BeforeValidator(_amount), WithJsonSchema({"type": "integer", "minimum": 0})]
"""Whole euros."""
Getal: TypeAlias = Annotated[Decimal, BeforeValidator(_number), WithJsonSchema({"type": ["number", "string"]})]
Aantal: TypeAlias = Annotated[int, BeforeValidator(_whole), WithJsonSchema({"type": "integer", "minimum": 0})]
Jaar: TypeAlias = Annotated[
    int, BeforeValidator(_year), WithJsonSchema({"type": "integer", "minimum": 1900, "maximum": 2199})
]
JaNee: TypeAlias = Annotated[bool, BeforeValidator(_yes_no), WithJsonSchema({"enum": ["ja", "nee"]})]
Status: TypeAlias = Literal["op_orde", "deels", "niet", "onbekend"]
"""How a condition, or a requirement of it, stands."""


class Actie(Antwoord):
    """Something that will be done: what, who and when."""

    wat: Tekst | None = vraag("Wat gaat er gebeuren?", nodig="wat er gebeurt")
    wie: Tekst | None = vraag(
        "Wie doet het? Noem een functie of een organisatie.",
        nodig="wie dit doet",
        waarom="Zonder naam voelt niemand zich verantwoordelijk.",
        voorbeeld="adviseur OOV",
    )
    wanneer: Datum | None = vraag(
        "Wanneer is het klaar?",
        nodig="wanneer dit klaar is",
        waarom="Zonder datum kun je niet volgen of het gebeurt.",
        voorbeeld="30-4-2026",
    )
    uit_kader: Aantal | None = vraag(
        "Komt de actie uit het kader? Geef dan het nummer van het voorstel bij deze randvoorwaarde."
    )


class Mijlpaal(Antwoord):
    """A moment in the planning."""

    wat: Tekst | None = vraag("Wat is er dan klaar?", nodig="wat er klaar is")
    wanneer: Datum | None = vraag("Op welke datum?", nodig="de datum", voorbeeld="15-4-2026")
    wie: Tekst | None = vraag("Wie zorgt hiervoor?", voorbeeld="burgemeester en partners")
