"""The JSON Schema of the answer file: an editor offers, explains and checks what the program asks, without internet.

What an editor offers and explains stands in the open: a title, a description, a snippet, and under `anyOf` the words
to choose from. What it checks stands in `then` and `else`, where it looks for nothing to offer: it would offer `null`
and `true`. Each part that refuses something says so in Dutch in its `errorMessage`; and so no part has keywords for
which editors take no such message, or checks two things that deserve another one.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from generator.answers import Antwoorden
from generator.answers.adviezen import ONDERWERPEN
from generator.answers.framework_ids import by_name
from generator.answers.interventies import GekozenPrincipe, InterventieAntwoord
from generator.answers.kinds import Datum, Keuze, Kind, Tekst
from generator.answers.kinds.hoeveelheid import Quantity
from generator.answers.kinds.patterns import matching, named, of_type, one_of, only, spelled
from generator.answers.offers import choices, missing, of_condition, of_framework, offered, shown, snippet, titled
from generator.answers.questions import questions, text_alone
from generator.answers.randvoorwaarden import RandvoorwaardeAntwoord
from generator.answers.uitvoering import Evaluatie
from generator.answers.years import A_YEAR, CUT_OFF, ONE_YEAR, SEVERAL_YEARS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.answers.kinds import JsonSchema
    from generator.answers.questions import Antwoord, Vraag
    from generator.framework import Framework

SCHEMA_FILE = "antwoorden.schema.json"
"""The name under which an answer file expects it beside itself."""
SCHEMA_LINE = f"# yaml-language-server: $schema={SCHEMA_FILE}"
"""The first line of an answer file, by which an editor finds the schema."""

_OPEN: JsonSchema = {"type": ["null", "string"], "pattern": r"^\s*$"}
"""What counts as not answered yet."""
_WITH_BASIS: JsonSchema = {"required": ["basis"], "properties": {"basis": {"not": _OPEN}}}
"""A file that takes from another file what it does not answer itself."""
_INHERITED = (Antwoorden, *(asked.model for asked in questions(Antwoorden).values() if asked.verplicht))
"""The groups in which what must be there may come from a basis."""
_OWN = ("titel", "categorie")
"""What only an intervention of the municipality's own has."""


def schema_text(kader: Framework) -> str:
    """Return the schema as it lies beside an answer file; `SCHEMA_LINE` leads an editor to it."""
    return json.dumps(json_schema(kader), ensure_ascii=False, indent=1) + "\n"


def json_schema(kader: Framework) -> JsonSchema:
    """Return the JSON Schema (draft 7, which editors know) of the answer file, with the ids of the framework."""
    return _Writer(kader).whole()


class _Writer:
    """Writes the schema of each group once, among the definitions, under the first key that asks for it."""

    def __init__(self, kader: Framework) -> None:
        self._kader = kader
        self._definitions: dict[str, JsonSchema] = {}
        self._names: dict[type[Antwoord], str] = {}
        self._kinds: dict[Kind[Any], str] = {}
        self._offers = of_framework(kader)
        self._interventies = [item.id for item in kader.interventies]

    def whole(self) -> JsonSchema:
        """Return the schema of a file."""
        file = self._object(Antwoorden, "")
        file["allOf"].append({"if": _WITH_BASIS, "else": {"allOf": list(_needed())}})
        head = {"$schema": "http://json-schema.org/draft-07/schema#", "title": "Antwoorden voor wijkplan"}
        return head | file | {"definitions": self._definitions}

    def _object(self, model: type[Antwoord], key: str) -> JsonSchema:
        """Return the schema of the keys of a group, with the message of each one that must be there."""
        asked = questions(model)
        needed = [question for question in asked.values() if question.verplicht and model not in _INHERITED]
        rules = [{"required": [question.naam], "errorMessage": missing(question)} for question in needed]
        rules += self._of_intervention() if model is InterventieAntwoord else []
        unknown = f"Deze sleutel ken ik hier niet. Hier kun je kiezen uit: {', '.join(asked)}."
        return {
            "type": "object",
            "properties": {
                name: self._question(model, question, f"{key}.{name}".strip(".")) for name, question in asked.items()
            },
            "allOf": [only(asked, unknown), *rules],
        }

    def _question(self, model: type[Antwoord], question: Vraag, key: str) -> JsonSchema:
        """Return the schema of an answer, which may stay open unless there is no plan without it."""
        if key == "randvoorwaarden":
            return self._conditions(question)
        offers = self._offered(model, question)
        item = self._item(model, question, key)
        check, items = item, {}
        if question.is_lijst:
            empty = of_type("object", "Dit onderdeel van de lijst is leeg. Vul het in, of haal het streepje weg.")
            items["items"] = shown(question, offers) | {"if": _OPEN, "then": empty, "else": item} | snippet(question)
            check = {"if": {"type": "array"}, "else": item}
        elif question.is_tabel:
            kind = question.item_kind
            check = self._years(question, kind) if isinstance(kind, Quantity) else self._numbers(question, item)
        needed = question.verplicht and model not in _INHERITED
        without = {"then": of_type("object", missing(question))} if needed else {}
        whole = shown(question, [] if question.is_lijst else offers) | snippet(question)
        return whole | items | {"if": _OPEN, **without, "else": check}

    def _offered(self, model: type[Antwoord], question: Vraag) -> list[JsonSchema]:
        """Return the words to choose from; those of the framework are explained."""
        if offers := self._offers.get((model, question.naam)):
            return offers
        if question.model is not None:
            alone = text_alone(question.model)
            return self._offered(question.model, alone) if alone else []
        return choices(question, titled(question))

    def _item(self, model: type[Antwoord], question: Vraag, key: str) -> JsonSchema:
        """Return what is checked of one answer: the whole one, or an item of the list or mapping that it is."""
        if question.model is None:
            return self._text(model, question)
        group = self._group(question.model, key)
        return {"if": {"type": "object"}, "then": group, "else": self._in_place_of(question.model)}

    def _group(self, model: type[Antwoord], key: str) -> JsonSchema:
        """Return the reference to the schema of a group, which is written when it is first asked for."""
        if model not in self._names:
            self._names[model] = key
            self._definitions[key] = self._object(model, key)
        return {"$ref": f"#/definitions/{self._names[model]}"}

    def _text(self, model: type[Antwoord], question: Vraag) -> JsonSchema:
        """Return what is checked of a text; one that names something of the framework must be in it."""
        if (model, question.naam) == (GekozenPrincipe, "id"):
            known = [item.id for item in self._kader.werkzame_principes]
            return matching(
                named(by_name(self._kader.werkzame_principes)),
                f"Dit principe staat niet in het kader. Kies uit: {', '.join(known)}.",
            )
        return self._kind(question.item, question) if isinstance(question.item, Kind) else {}

    def _kind(self, kind: Kind[Any], question: Vraag) -> JsonSchema:
        """Return what is checked of an answer of some kind, which is written when it is first asked for."""
        if kind not in self._kinds:
            check = kind.schema()
            name = titled(question) if isinstance(kind, Keuze) else type(kind).__name__
            name = name if name not in self._definitions else f"{name} {len(self._kinds)}"
            self._kinds[kind] = next((key for key, known in self._definitions.items() if known == check), name)
            self._definitions[self._kinds[kind]] = check
        return {"$ref": f"#/definitions/{self._kinds[kind].replace(' ', '%20')}"}

    def _in_place_of(self, model: type[Antwoord]) -> JsonSchema:
        """Return what is checked of a text that stands in the place of a group."""
        keys = ", ".join(list(questions(model))[:4])
        wanted = f"Hier hoort een groep met sleutels. Zet de antwoorden onder sleutels: {keys}."
        if model is InterventieAntwoord:
            return self._name_of_intervention()
        if model is Evaluatie:
            without_year = {"type": "string", "pattern": r"^\D*$"}
            return Datum().schema() | {"not": without_year, "errorMessage": wanted}
        if model.text_pattern:
            return matching(model.text_pattern, wanted)
        alone = text_alone(model)
        if alone is None:
            return of_type("object", wanted)
        text = self._text(model, alone)
        return (
            text | {"errorMessage": wanted} if isinstance(alone.item, Tekst) and model is not GekozenPrincipe else text
        )

    def _name_of_intervention(self) -> JsonSchema:
        """Return what may stand as the only thing of an intervention: an id, or a title with a capital or a space."""
        remedy = "Kies een id uit de lijst, of vul ook titel, doel en resultaat in."
        pattern = rf"{named(by_name(self._kader.interventies))}|[A-Z]|\S \S"
        return matching(pattern, f"Deze interventie staat niet in het kader. {remedy}")

    def _of_intervention(self) -> list[JsonSchema]:
        """Return the rules for the id of an intervention: in the framework, or with a title of one's own."""
        given = {name: {"required": [name], "properties": {name: {"not": _OPEN}}} for name in ("id", "titel")}
        pattern = rf"^\s*{one_of(self._interventies)}\s*$"
        known = {
            "required": ["id"],
            "properties": {"id": {"type": "string"}},
            "anyOf": [
                {"properties": {"id": {"pattern": pattern}}},
                {"properties": {"id": {"pattern": named(by_name(self._kader.interventies))}, "titel": _OPEN}},
            ],
        }
        double = (
            "Deze interventie komt uit het kader. Gebruik lokale_naam of lokaal_doel, of kies een eigen naam bij id."
        )
        categories = [item.id for item in self._kader.interventiecategorieen]
        said = f"Deze categorie staat niet in het kader. Kies uit: {', '.join(categories)}."
        only_own = {name: {"if": _OPEN, "else": of_type("null", double)} for name in _OWN}
        category = {
            "properties": {
                "categorie": {"if": _OPEN, "else": matching(named(by_name(self._kader.interventiecategorieen)), said)}
            }
        }
        in_framework = {"if": given["titel"], "else": {"properties": {"id": self._name_of_intervention()}}}
        own = {"if": given["id"], "then": {"allOf": [category, in_framework]}}
        return [{"if": known, "then": {"properties": only_own}, "else": own}]

    def _years(self, question: Vraag, kind: Quantity) -> JsonSchema:
        """Return the schema of numbers by year; one may be for each of several years, or cut by a comma."""
        a_year, example = rf"(?:{kind.spellings}){A_YEAR}", question.voorbeeld or "{2026: 100}"
        each = f"Schrijf het jaar bij elk getal, bijvoorbeeld {example}."
        several = "Is dit per jaar, of voor alle jaren samen? Schrijf bijvoorbeeld 5000 per jaar."
        title = titled(question)
        cut = of_type("null", "Staat er een komma in het getal? Zet het tussen aanhalingstekens.")
        numbers = {
            "type": "object",
            "patternProperties": {
                ONE_YEAR: {"title": title, "if": {}, "then": self._kind(kind, question)},
                SEVERAL_YEARS: {"title": title, "if": {}, "then": spelled(a_year, several)},
                CUT_OFF: {"title": title, "if": {}, "then": cut},
            },
            "additionalProperties": False,
            "errorMessage": "Hier hoort een jaartal van vier cijfers, bijvoorbeeld 2026.",
        }
        return {"if": {"type": "object"}, "then": numbers, "else": spelled(a_year, each)}

    def _numbers(self, question: Vraag, item: JsonSchema) -> JsonSchema:
        """Return the schema of a mapping with keys of its own."""
        empty = of_type("object", "Hier staat niets. Vul het in, of haal de regel weg.")
        one = shown(question, self._offered(Antwoorden, question)) | {"if": _OPEN, "then": empty, "else": item}
        if isinstance(question.key_kind, Keuze):
            return _reasons(question.key_kind, one)
        return of_type("object", "Hier hoort een groep met nummers, bijvoorbeeld 1: deels.") | {
            "additionalProperties": one
        }

    def _conditions(self, question: Vraag) -> JsonSchema:
        """Return the schema of the conditions: the same group for each, with its own requirements and proposals."""
        known = {condition.id: condition for condition in self._kader.randvoorwaarden}
        status = questions(RandvoorwaardeAntwoord)["status"]
        group = self._group(RandvoorwaardeAntwoord, "randvoorwaarde")
        text = self._in_place_of(RandvoorwaardeAntwoord)
        conditions = {
            key: {
                "title": condition.titel,
                "description": condition.toelichting,
                "anyOf": offered(choices(status, condition.titel), condition.titel),
                "if": _OPEN,
                "else": {"if": {"type": "object"}, "then": {"allOf": [of_condition(condition), group]}, "else": text},
            }
            | snippet(question, condition.titel)
            for key, condition in known.items()
        }
        said = f"Deze randvoorwaarde staat niet in het kader. Kies uit: {', '.join(known)}."
        wanted = f"Hier hoort een groep met randvoorwaarden: {', '.join(known)}."
        spellings = {
            named(name for name, key in by_name(known.values()).items() if key == item): item for item in known
        }
        self._definitions |= conditions
        check = of_type("object", wanted) | {
            "properties": {item: {"$ref": f"#/definitions/{item}"} for item in known},
            "patternProperties": {pattern: {"$ref": f"#/definitions/{item}"} for pattern, item in spellings.items()},
            "allOf": [only(known, said) | {"patternProperties": dict.fromkeys(spellings, True)}],
        }
        return shown(question, []) | {"if": _OPEN, "else": check}


def _reasons(names: Keuze, one: JsonSchema) -> JsonSchema:
    """Return the schema of reasons by the name of an advice."""
    said = f"Dit advies ken ik niet. Kies uit: {', '.join(ONDERWERPEN)}."
    spellings = {names.schema()["pattern"]: one}
    rule = only(ONDERWERPEN, said) | {"patternProperties": dict.fromkeys(spellings, True)}
    return of_type("object", "Hier hoort een groep met namen van adviezen, elk met een reden erachter.") | {
        "properties": {name: one | {"title": about} for name, about in ONDERWERPEN.items()},
        "patternProperties": spellings,
        "allOf": [rule],
    }


def _needed() -> Iterator[JsonSchema]:
    """Yield the rules for what must be there in a file without a basis."""
    for group in questions(Antwoorden).values():
        if not group.verplicht or group.model is None:
            continue
        inner = [question for question in questions(group.model).values() if question.verplicht]
        yield _is_given(group)
        for rule in map(_is_given, inner):
            yield {"properties": {group.naam: {"doNotSuggest": True, "if": {"type": "object"}, "then": rule}}}


def _is_given(question: Vraag) -> JsonSchema:
    absent = of_type("object", missing(question))
    there = {"properties": {question.naam: {"doNotSuggest": True, "if": _OPEN, "then": absent}}}
    return {"allOf": [{"required": [question.naam], "errorMessage": missing(question)}, there]}
