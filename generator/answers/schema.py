"""The JSON Schema of the answer file: completion and explanation in an editor, without internet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.answers import Antwoorden

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.framework import Framework

SCHEMA_FILE = "antwoorden.schema.json"
"""The name under which a new answer file expects it beside itself."""

JsonSchema = dict[str, Any]


def json_schema(kader: Framework) -> JsonSchema:
    """Return the JSON Schema (draft 7, which editors know) of the answer file, with the ids of the framework."""
    schema = Antwoorden.model_json_schema()
    definitions = schema["$defs"]
    for definition in [schema, *definitions.values()]:
        _describe(definition)
    _conditions(schema, kader)
    _interventions(definitions, kader)
    return {"$schema": "http://json-schema.org/draft-07/schema#", "title": "Antwoorden voor wijkplan", **schema}


def _describe(definition: JsonSchema) -> None:
    """Put the reason and the example in the description, and let every question stay open."""
    required = definition.get("required", [])
    definition.pop("description", None)
    for name, question in definition.get("properties", {}).items():
        question.pop("title", None)
        question.pop("default", None)
        question.pop("x-nodig", None)
        why, example = question.pop("x-waarom", None), question.pop("x-voorbeeld", None)
        parts = [question.get("description"), why, f"Bijvoorbeeld: {example}" if example else None]
        question["description"] = " ".join(part for part in parts if part)
        if name not in required:
            _allow_null(question)


def _allow_null(question: JsonSchema) -> None:
    if "anyOf" in question:
        if {"type": "null"} not in question["anyOf"]:
            question["anyOf"].append({"type": "null"})
        return
    kept = {key: question.pop(key) for key in list(question) if key != "description"}
    question["anyOf"] = [kept, {"type": "null"}]


def _conditions(schema: JsonSchema, kader: Framework) -> None:
    schema["properties"]["randvoorwaarden"] = {
        "description": schema["properties"]["randvoorwaarden"]["description"],
        "type": ["object", "null"],
        "additionalProperties": False,
        "properties": {
            condition.id: {
                "description": f"{condition.titel}. {condition.toelichting}",
                "anyOf": [{"$ref": "#/$defs/RandvoorwaardeAntwoord"}, {"type": "null"}],
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
