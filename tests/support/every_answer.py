"""Answers every question of the answer file, so that what a document shows can be traced to its answer.

A text is its own key. Dates, amounts and numbers are all different. Choices cannot be: they change from one round to
the next, and no two go through all `ROUNDS` alike.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from generator import dutch
from generator.answers import Antwoorden
from generator.answers.kinds import Aantal, Bedrag, Datum, Getal, Jaar, JaNee, Keuze, Tekst, Tijdvak
from generator.answers.questions import STATUS, Vraag, questions
from generator.source import dotted

if TYPE_CHECKING:
    from collections.abc import Collection

    from generator.answers.kinds import Kind
    from generator.answers.questions import Antwoord
    from generator.framework import Framework
    from generator.source import KeyPath, Tree

ROUNDS = 6
STANDS = {"op_orde": "op orde", "deels": "deels op orde", "niet": "niet op orde", "onbekend": "nog onbekend"}

_OWN = ("titel", "categorie")
"""What only an intervention of the municipality's own has."""
_LATE = {"document.datum", "interventies[].planning.eind", "monitoring.evaluatie.eind"}
"""Dates that come after others."""
_CONTRADICTING = {"document.openbaarheid": "openbaar"}
"""Choices that do not go with some choice elsewhere."""
_FIRST_DAY = date(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class Given:
    """An answer."""

    written: str
    """As it stands in the answer file."""
    shown: str
    """As every document shows it."""
    value: str | None = None
    """What Word keeps beside what it shows: a day, or one of the choices."""
    text: bool = False
    """Whether it is a text, which then is its own key."""


def generic(key: str) -> str:
    """Return a key without numbers and names of its own: `interventies[].doelgroep`, `randvoorwaarden.*.status`."""
    plain = re.sub(r"\[\d+\]", "[]", key)
    return re.sub(r"^(randvoorwaarden|bewust)\.\w+|\.(eisen|bedragen|reeks)\.\d+", lambda found: _starred(found), plain)


def _starred(found: re.Match[str]) -> str:
    return f"{found[1]}.*" if found[1] else f".{found[2]}.*"


def _target(path: KeyPath) -> str | None:
    """Return the key of the answer that another one names, such as the id of a goal; None where it names none."""
    match path:
        case ("interventies", _, "draagt_bij_aan", int(index)):
            return f"doelen.lijst[{index + 1}].id"
        case ("wijk", "problemen", _, "doelen", int(index)) | ("doelen", "opgaven", _, "doelen", int(index)):
            return f"doelen.lijst[{index + 1}].id"
        case ("wijk", "problemen", _, "cijfers", int(index)):
            return f"wijk.cijfers[{index + 1}].id"
        case ("interventies", _, "problemen", int(index)):
            return f"wijk.problemen[{index + 1}].id"
        case ("doelen" | "informatiedeling", _, _, "interventies", int(index)):
            return f"interventies[{index + 1}].id"
        case ("doelen", "lijst", int(index), "cijfer"):
            return f"wijk.cijfers[{index + 1}].id"
        case ("wijk", "cijfers", int(index), "gebied"):
            return f"wijk.deelgebieden[{index + 1}].naam"
    return None


class EveryAnswer:
    """An answer file that answers every question, but for those that are left out."""

    def __init__(self, kader: Framework, turn: int = 0, without: Collection[str] = ()) -> None:
        """Answer the questions.

        Args:
            kader: The framework.
            turn: Which of the `ROUNDS`, from 0.
            without: The keys of answers and groups that are left out; the plan is then a draft.
        """
        self.given: dict[str, Given] = {}
        """The answers by key, in the order of the file."""
        self._kader = kader
        self._turn = turn
        self._without = without
        self._numbers: Counter[object] = Counter()
        self._tree = self._group(Antwoorden, ())

    @property
    def text(self) -> str:
        """The answer file."""
        return json.dumps(self._tree, ensure_ascii=False)

    def _group(self, model: type[Antwoord], path: KeyPath) -> dict[str, Tree]:
        found = {name: self._answer(question, (*path, name)) for name, question in questions(model).items()}
        return {name: value for name, value in found.items() if value is not None}

    def _answer(self, question: Vraag, path: KeyPath) -> Tree:
        """Return the answer to a question; None where it has none."""
        own = path[0] == "interventies" and len(path) == 3 and path[2] in _OWN
        if path == ("huisstijl",) or (own and path[1] != 2) or self._leads_nowhere(question, path):
            return None
        before = dict(self.given)
        if question.is_tabel:
            answer = self._table(question, path)
        elif question.is_lijst:
            count = 3 if path == ("interventies",) else 2
            answer = [self._one(question, (*path, index)) for index in range(count)]
        else:
            answer = self._one(question, path)
        return self._kept(answer, path, before)

    def _kept(self, answer: Tree, path: KeyPath, before: dict[str, Given]) -> Tree:
        """Return an answer, or None where it is left out; what is left out still counts, so that no other changes."""
        if dotted(path) not in self._without:
            return answer
        self.given = before
        return None

    def _table(self, question: Vraag, path: KeyPath) -> Tree:
        """Return answers with keys of their own: years, conditions of the framework or numbers of requirements."""
        conditions = {item.id: item for item in self._kader.randvoorwaarden}
        keys = ["2026", "2027"] if path[-1] in {"bedragen", "reeks"} else list(conditions)
        if path == ("bewust",):
            keys = ["eenzijdig", "verkiezingen"]
        if path[-1] == "eisen":
            keys = [str(eis.nr) for eis in conditions[str(path[1])].eisen]
        found = {}
        for key in keys:
            before = dict(self.given)
            found[key] = self._kept(self._one(question, (*path, key)), (*path, key), before)
        return {key: answer for key, answer in found.items() if answer is not None}

    def _one(self, question: Vraag, path: KeyPath) -> Tree:
        if question.item_kind is None:
            assert question.model is not None
            return self._group(question.model, path)
        key = dotted(path)
        self.given[key] = self._reference(path) or self._value(question.item_kind, key)
        return self.given[key].written

    def _reference(self, path: KeyPath) -> Given | None:
        """Return an answer that names something of the framework or a goal; the order there is another one."""
        match path:
            case ("interventies", int(index), "id") if index < 2:
                found = self._kader.interventies[1 - index].id
            case ("interventies", _, "categorie"):
                found = self._kader.interventiecategorieen[0].id
            case ("interventies", _, "principes", int(index), "id"):
                found = self._kader.werkzame_principes[1 - index].id
            case (*_, "uit_kader"):
                found = "1"
            case ("navraag", int(index), "sleutel"):
                found = ("wijk.beleving", "wijk.aanleiding")[index]
            case (*_, "bestand"):
                found = "beeld/kaart.png"
            case ("doelen" | "informatiedeling", _, _, "interventies", int(index)):
                found = self._kader.interventies[1 - index].id
            case _:
                target = _target(path)
                found = f"‹{target}›" if target else ""
        return Given(found, found) if found else None

    def _leads_nowhere(self, question: Vraag, path: KeyPath) -> bool:
        """Tell whether an answer names something that is left out."""
        targets = [_target((*path, index)) for index in range(2)] if question.is_lijst else [_target(path)]
        return any(f"{target}.".startswith((f"{key}.", f"{key}[")) for target in targets for key in self._without)

    def _value(self, kind: Kind[Any], key: str) -> Given:
        """Return an answer of some kind, unlike any other of that kind."""
        if isinstance(kind, Keuze | JaNee):
            return self._choice(kind, key)
        number = self._next(Jaar if isinstance(kind, Tijdvak) else type(kind))
        if isinstance(kind, Jaar | Tijdvak):
            return Given(str(2000 + number), str(2000 + number))
        if isinstance(kind, Datum):
            day = _FIRST_DAY + timedelta(days=number + (1000 if generic(key) in _LATE else 0))
            return Given(f"{day.day}-{day.month}-{day.year}", dutch.datum(day), day.isoformat())
        if isinstance(kind, Bedrag):
            return Given(str(1001 * number), dutch.euro(1001 * number))
        if isinstance(kind, Getal):
            return Given(f"{number},5", dutch.getal(Decimal(f"{number}.5")))
        if isinstance(kind, Aantal):
            return Given(str(1000 + number), dutch.getal(1000 + number))
        assert isinstance(kind, Tekst), kind
        return Given(f"‹{key}›", f"‹{key}›", text=True)

    def _choice(self, kind: Keuze | JaNee, key: str) -> Given:
        """Return one of the choices: that of the digit, for this turn, of the number of this answer."""
        choices = self._offered(kind, key)
        number, digit = (
            (self._next(kind), self._turn // 2) if kind is STATUS else (self._next(len(choices)), self._turn)
        )
        value = choices[number // len(choices) ** digit % len(choices)]
        shown = STANDS[value] if kind is STATUS else value.replace("_", " ")
        return Given(value, shown, value)

    def _offered(self, kind: Keuze | JaNee, key: str) -> list[str]:
        """Return the choices that contradict no other answer."""
        match generic(key), self._turn % 2:
            case "document.status", _ if self._without:
                return ["concept"]
            case "randvoorwaarden.*.status", 0:
                return ["deels", "onbekend"]
            case "randvoorwaarden.*.eisen.*", 1:
                return ["op_orde", "deels", "onbekend"]
            case "besluit.raad", odd:
                return ["raadsinformatiebrief" if odd else "raadsvoorstel"]
            case "besluit.bevoegd_orgaan", 1:
                return ["college", "burgemeester"]
            case "financien.begrotingswijziging_nodig", 1:
                return ["nee"]
        return [name for name, _ in kind.choices if name != _CONTRADICTING.get(generic(key))]

    def _next(self, counted: object) -> int:
        self._numbers[counted] += 1
        return self._numbers[counted]
