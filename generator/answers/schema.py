"""The JSON Schema of the answer file: completion and explanation in an editor, without internet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.answers import Antwoorden
from generator.answers.kinds import Jaar, Kind
from generator.answers.questions import questions
from generator.answers.randvoorwaarden import RandvoorwaardeAntwoord

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.answers.kinds import JsonSchema
    from generator.answers.questions import Antwoord, Vraag
    from generator.framework import Framework

SCHEMA_FILE = "antwoorden.schema.json"
"""The name under which a new answer file expects it beside itself."""


def json_schema(kader: Framework) -> JsonSchema:
    """Return the JSON Schema (draft 7, which editors know) of the answer file, with the ids of the framework."""
    definitions: dict[str, JsonSchema] = {}
    schema = _definition(Antwoorden, definitions)
    _conditions(schema, kader)
    _interventions(definitions, kader)
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "title": "Antwoorden voor wijkplan"}
    return schema | head | {"$defs": definitions}


def _definition(model: type[Antwoord], definitions: dict[str, JsonSchema]) -> JsonSchema:
    """Return the schema of a group, and put those of the groups in it among the definitions."""
    asked = questions(model)
    for inner in [question.model for question in asked.values() if question.model]:
        if inner.__name__ not in definitions:
            definitions[inner.__name__] = _definition(inner, definitions)
    schema: JsonSchema = {
        "title": model.__name__,
        "type": "object",
        "additionalProperties": False,
        "properties": {naam: _property(question) for naam, question in asked.items()},
    }
    required = [naam for naam, question in asked.items() if question.verplicht]
    return schema | {"required": required} if required else schema


def _property(question: Vraag) -> JsonSchema:
    """Return the schema of an answer, which may stay open, with the reason and the example in its description."""
    example = f"Bijvoorbeeld: {question.voorbeeld}" if question.voorbeeld else None
    described = " ".join(part for part in (question.vraag, question.waarom, example) if part)
    item = question.item.schema() if isinstance(question.item, Kind) else _group(question.item)
    if question.is_lijst:
        item = {"anyOf": [{"items": item, "type": "array"}, item]}
    elif question.is_tabel:
        item = _table(item, question)
    return {"description": described} | (item if question.verplicht else {"anyOf": [item, {"type": "null"}]})


def _group(model: type[Antwoord]) -> JsonSchema:
    """Return the schema of a group, for which a text may stand."""
    group = {"$ref": f"#/$defs/{model.__name__}"}
    return {"anyOf": [group, {"type": ["string", "number"]}]} if model.takes_text() else group


def _table(item: JsonSchema, question: Vraag) -> JsonSchema:
    """Return the schema of a mapping; amounts may be given for each of several years, or cut by a comma."""
    if not isinstance(question.key_kind, Jaar):
        return {"additionalProperties": item, "type": "object"}
    each_year: JsonSchema = {"type": "string", "pattern": r"\d.*([Pp]er|[Ee]lk) jaar\s*$"}
    inner = {"anyOf": [item, each_year, {"type": "null"}]}
    return {"anyOf": [{"additionalProperties": inner, "type": "object"}, each_year]}


def _conditions(schema: JsonSchema, kader: Framework) -> None:
    schema["properties"]["randvoorwaarden"] = {
        "description": schema["properties"]["randvoorwaarden"]["description"],
        "type": ["object", "null"],
        "additionalProperties": False,
        "properties": {
            condition.id: {
                "description": f"{condition.titel}. {condition.toelichting}",
                "anyOf": [_group(RandvoorwaardeAntwoord), {"type": "null"}],
            }
            for condition in kader.randvoorwaarden
        },
    }


def _interventions(definitions: JsonSchema, kader: Framework) -> None:
    """Offer the ids of the framework; a name of one's own stays possible."""
    intervention = definitions["InterventieAntwoord"]["properties"]
    offered = _offer((item.id, f"{item.titel}: {item.doel}") for item in kader.interventies)
    intervention["id"]["anyOf"] = [*offered, {"type": "string"}]
    intervention["categorie"]["anyOf"] = [
        *_offer((item.id, item.titel) for item in kader.interventiecategorieen),
        {"type": "null"},
    ]
    principle = definitions["GekozenPrincipe"]["properties"]
    principle["id"]["anyOf"] = [*_offer((item.id, item.titel) for item in kader.werkzame_principes), {"type": "null"}]


def _offer(items: Iterable[tuple[str, str]]) -> list[JsonSchema]:
    return [{"const": key, "description": text} for key, text in items]
