"""What every answer is made of: the base model, a question with its reason, and the kinds of value.

The tree that comes in holds text only (see `generator.source`); each kind of answer (`generator.answers.kinds`) makes
of it what it is.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from generator.answers import kinds
from generator.answers.kinds import NotUnderstoodError

if TYPE_CHECKING:
    from pydantic.config import JsonDict

    from generator.answers.kinds import Kind


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


def _of(kind: Kind[Any]) -> BeforeValidator:
    """Return a validator that reads a text as a kind of answer."""

    def read(value: object) -> object:
        try:
            return kind.parse(value) if isinstance(value, str) else value
        except NotUnderstoodError as error:
            said = {"melding": error.melding, "oplossing": error.oplossing}
            raise PydanticCustomError("antwoord", "{melding}", said) from error

    return BeforeValidator(read)


TEKST, DATUM, BEDRAG, GETAL, AANTAL, JAAR, JA_NEE = (
    kinds.Tekst(),
    kinds.Datum(),
    kinds.Bedrag(),
    kinds.Getal(),
    kinds.Aantal(),
    kinds.Jaar(),
    kinds.JaNee(),
)
STATUS = kinds.Keuze(
    ("op_orde", "deels", "niet", "onbekend"),
    {"deels": "deels op orde", "niet": "niet op orde", "onbekend": "nog onbekend"},
)

Tekst: TypeAlias = Annotated[str, TEKST, StringConstraints(min_length=1), _of(TEKST), WithJsonSchema(TEKST.schema())]
"""Free text; may hold light Markdown where it prints as a paragraph."""
Datum: TypeAlias = Annotated[date, DATUM, _of(DATUM), WithJsonSchema(DATUM.schema())]
Bedrag: TypeAlias = Annotated[int, BEDRAG, _of(BEDRAG), WithJsonSchema(BEDRAG.schema())]
"""Whole euros."""
Getal: TypeAlias = Annotated[Decimal, GETAL, _of(GETAL), WithJsonSchema(GETAL.schema())]
Aantal: TypeAlias = Annotated[int, AANTAL, _of(AANTAL), WithJsonSchema(AANTAL.schema())]
Jaar: TypeAlias = Annotated[int, JAAR, _of(JAAR), WithJsonSchema(JAAR.schema())]
JaNee: TypeAlias = Annotated[bool, JA_NEE, _of(JA_NEE), WithJsonSchema(JA_NEE.schema())]
Status: TypeAlias = Annotated[Literal["op_orde", "deels", "niet", "onbekend"], STATUS]
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
