"""Builds the tree from the events of a YAML parser, and notes every place and problem on the way.

Events instead of ruamel's own constructor: they carry the places, keep values as they were typed, and let a
limit on depth hold before anything recurses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from generator.problems import Problem, ProblemsError, Soort
from generator.source.places import KeyPath, Position, Tree, dotted
from generator.source.signs import CONTROL, CONTROL_MELDING, trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH = 40
"""The answer file itself is nested eight deep at the most."""

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_SKIPPED = "?"


class _Mark(Protocol):
    line: int
    column: int


class Event(Protocol):
    """What ruamel tells of a piece of YAML; attributes after `start_mark` are there for some kinds only."""

    start_mark: _Mark
    value: str
    anchor: str | None
    tag: str | None
    style: str | None
    implicit: tuple[bool, bool] | bool | None


class TreeBuilder:
    """Turns events into a tree, the places of its keys and values, and problems."""

    def __init__(self, name: str) -> None:
        """Start for the file that problems call `name`."""
        self.name = name
        self.keys: dict[KeyPath, Position] = {}
        self.values: dict[KeyPath, Position] = {}
        self.problems: list[Problem] = []

    def document(self, events: Iterator[Event]) -> Tree:
        """Return the tree of the only document; a second document is a problem."""
        tree: Tree = None
        documents = 0
        for event in events:
            if _kind(event) == "DocumentStart":
                documents += 1
                if documents > 1:
                    melding = "Hier begint een tweede document (---). Een antwoordenbestand is er één."
                    self._report((), event, melding, "Haal de regel met --- weg.")
                    break
            elif _kind(event) not in {"StreamStart", "StreamEnd", "DocumentEnd"}:
                tree = self._node(event, events, ())
        return tree

    def _node(self, event: Event, events: Iterator[Event], path: KeyPath) -> Tree:
        self.values[path] = _start(event)
        self._refuse_references(event, path)
        if len(path) > MAX_DEPTH:
            melding = "Hier staan te veel lijsten of haken in elkaar."
            problem = self._problem(path, event, melding, "Controleer de inspringing en de haken.")
            raise ProblemsError([*self.problems, problem])
        match _kind(event):
            case "SequenceStart":
                return self._sequence(events, path)
            case "MappingStart":
                return self._mapping(events, path)
            case "Scalar":
                return self._scalar(event, path)
        return None

    def _refuse_references(self, event: Event, path: KeyPath) -> None:
        if getattr(event, "anchor", None) is not None:
            melding = "Een & of * aan het begin van een waarde is in YAML een verwijzing."
            self._report(path, event, melding, "Zet de tekst tussen aanhalingstekens, of schrijf hem voluit.")
        if _has_tag(event):
            melding = "Een uitroepteken aan het begin van een waarde heeft in YAML een eigen betekenis."
            self._report(path, event, melding, "Zet de tekst tussen aanhalingstekens.")

    def _scalar(self, event: Event, path: KeyPath) -> Tree:
        if CONTROL.search(event.value):
            self._report(path, event, CONTROL_MELDING, "Haal de schuine streep met het getal erachter weg.")
        plain = not event.style
        value = trimmed(event.value) if plain else event.value
        if not value.strip() or (plain and value in _NULLS):
            return None
        return value

    def _sequence(self, events: Iterator[Event], path: KeyPath) -> list[Tree]:
        items: list[Tree] = []
        for event in events:
            if _kind(event) == "SequenceEnd":
                break
            here = (*path, len(items))
            self.keys[here] = _start(event)
            items.append(self._node(event, events, here))
        return items

    def _mapping(self, events: Iterator[Event], path: KeyPath) -> dict[str, Tree]:
        mapping: dict[str, Tree] = {}
        for event in events:
            if _kind(event) == "MappingEnd":
                break
            key = self._key(event, events, path, mapping)
            here = (*path, key)
            if key != _SKIPPED:
                self.keys[here] = _start(event)
            value = self._node(next(events), events, here)
            if key != _SKIPPED:
                mapping[key] = value
        return mapping

    def _key(self, event: Event, events: Iterator[Event], path: KeyPath, mapping: dict[str, Tree]) -> str:
        if _kind(event) != "Scalar":
            melding = "Een accolade of haak aan het begin van een waarde heeft in YAML een eigen betekenis."
            self._report(path, event, melding, "Zet de hele tekst tussen aanhalingstekens.")
            self._node(event, events, (*path, _SKIPPED))
            return _SKIPPED
        key = trimmed(event.value)
        here = (*path, key)
        if key in mapping:
            melding = f"De sleutel “{key}” staat hier dubbel: ook op regel {self.keys[here].regel}."
            self._report(here, event, melding, "Houd één van de twee over.")
            return _SKIPPED
        return key

    def _report(self, path: KeyPath, event: Event, melding: str, oplossing: str) -> None:
        self.problems.append(self._problem(path, event, melding, oplossing))

    def _problem(self, path: KeyPath, event: Event, melding: str, oplossing: str) -> Problem:
        regel, kolom = _start(event)
        return Problem(self.name, regel, kolom, dotted(path), Soort.FOUT, melding, oplossing)


def _kind(event: Event) -> str:
    return type(event).__name__.removesuffix("Event")


def _start(event: Event) -> Position:
    return Position(event.start_mark.line + 1, event.start_mark.column + 1)


def _has_tag(event: Event) -> bool:
    """Tell whether a value carries a tag of its own, such as `!!python/object`."""
    return _kind(event) != "Alias" and str(getattr(event, "tag", None) or "None") not in {"None", "!"}
