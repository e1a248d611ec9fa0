"""The tree that a YAML file becomes, with the place of each key and value, and what a parser tells to make it of.

Events instead of ruamel's own constructor: they carry the places, keep values as they were typed, and let a
limit on depth hold before anything recurses.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeAlias

from generator import limits
from generator.problems import Problem, ProblemsError, Soort
from generator.source.characters import BLANKS, CONTROL, CONTROL_MELDING
from generator.source.soundness import Scalar, may_be_mistyped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ruamel.yaml.error import YAMLError

    from generator.source.known_keys import KnownKeys


Tree: TypeAlias = "str | list[Tree] | dict[str, Tree] | None"
KeyPath: TypeAlias = tuple[str | int, ...]


class Position(NamedTuple):
    """A place in a file: line and column in characters, both from 1."""

    regel: int
    kolom: int


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that may be meant as it stands; whether to tell of it depends on the question."""

    path: KeyPath
    """The value that it is about."""
    problem: Problem
    """What to tell."""
    remark: str = ""
    """The words that are not read, where there are such."""
    bare: str | None = None
    """The value without the quotes that curl around it, where there are such."""


@dataclass(frozen=True, slots=True)
class Source:
    """What a YAML file holds, and where."""

    name: str
    """The file as the user named it."""
    tree: Tree
    keys: dict[KeyPath, Position] = field(repr=False)
    """Where each key stands; for an item of a list, where the item starts."""
    values: dict[KeyPath, Position] = field(repr=False)
    """Where each value starts."""
    faults: tuple[Problem, ...] = ()
    """What is wrong with the text, though it was clear what it should be: `tree` is of the text as it should be."""
    doubts: tuple[Doubt, ...] = ()
    text: str = field(default="", repr=False)
    """The text, exactly as it was read."""
    bases: tuple[Source, ...] = field(default=(), repr=False)
    """The files that it takes answers from, the nearest first."""
    inherited: dict[KeyPath, str] = field(default_factory=dict, repr=False)
    """What it takes from them, each whole: the path of it, and the name of that file."""

    def position(self, path: KeyPath, *, value: bool = False) -> Position:
        """Return the place of the key at `path` (or of its value), else of the nearest key around it."""
        if value and path in self.values:
            return self.values[path]
        name = self.file_of(path)
        for length in range(len(path), 0, -1):
            around = path[:length]
            if around in self.keys and self.file_of(around) == name:
                return self.keys[around]
        return Position(1, 1)

    def file_of(self, path: KeyPath) -> str:
        """Return the name of the file that holds what stands at a path; what stands nowhere belongs in this file."""
        if not self.inherited:
            return self.name
        whole = next((path[:length] for length, part in enumerate(path) if isinstance(part, int)), path)
        if whole not in self.keys:
            return self.name
        around = (whole[:length] for length in range(len(whole), 0, -1))
        return next((self.inherited[place] for place in around if place in self.inherited), self.name)

    def take(self, path: KeyPath, basis: Source) -> None:
        """Let what stands at a path, and below it, be that of a basis, with its places and files."""
        self.inherited[path] = basis.file_of(path)
        for mine, theirs in ((self.keys, basis.keys), (self.values, basis.values)):
            mine.update({place: at for place, at in theirs.items() if place[: len(path)] == path})
        self.inherited.update({place: name for place, name in basis.inherited.items() if place[: len(path)] == path})

    def place_too(self, path: KeyPath, given: KeyPath) -> None:
        """Let what is asked of a path be that of the path where it was given."""
        for places in (self.keys, self.values):
            below = {place[len(given) :]: at for place, at in places.items() if place[: len(given)] == given}
            places.update({(*path, *rest): at for rest, at in below.items()})
        if (name := self.file_of(given)) != self.name:
            self.inherited[path] = name

    def problem(self, path: KeyPath, soort: Soort, melding: str, oplossing: str, *, value: bool = False) -> Problem:
        """Return a problem about the key at `path`, or about its value."""
        regel, kolom = self.position(path, value=value)
        return Problem(self.file_of(path), regel, kolom, dotted(path), soort, melding, oplossing)


def at(tree: Tree, path: KeyPath) -> Tree:
    """Return what a tree holds at a path; None where it holds nothing there."""
    for part in path:
        if isinstance(tree, dict):
            tree = tree.get(str(part))
        elif isinstance(tree, list) and isinstance(part, int) and part < len(tree):
            tree = tree[part]
        else:
            return None
    return tree


def dotted(path: KeyPath) -> str:
    """Return a path as text: `("acties", 0, "wie")` is `acties[1].wie`; people count from 1."""
    parts = [f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path]
    return "".join(parts).removeprefix(".")


def path_of(key: str) -> KeyPath:
    """Return the path that a dotted key stands for: the reverse of `dotted`."""
    parts = re.findall(r"\[([0-9]{1,9})\]|([^.\[\]]+)", key)
    return tuple(int(number) - 1 if number else name for number, name in parts)


_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_SKIPPED = "?"


class Event(Scalar, Protocol):
    """What ruamel tells of a piece of YAML; only a key or a text has all of this."""

    anchor: str | None
    tag: str | None


class _TreeBuilder:
    """Turns events into a tree, the places of its keys and values, and problems."""

    def __init__(self, name: str, known: KnownKeys) -> None:
        self.name = name
        self._known = known
        self.keys: dict[KeyPath, Position] = {}
        self.values: dict[KeyPath, Position] = {}
        self.problems: list[Problem] = []
        self.is_doubtful = False
        """Whether a key stands where it cannot, or may be another than was meant, as a text may."""

    def document(self, events: Iterator[Event]) -> Tree:
        """Return the tree of the only document; a second document is a problem."""
        tree: Tree = None
        documents = 0
        for event in events:
            if _kind(event) == "DocumentStartEvent":
                documents += 1
                if documents > 1:
                    melding = "Hier begint een tweede document (---). Een antwoordenbestand is er één."
                    self._report((), event, melding, "Haal de regel met --- weg.")
                    break
            elif _kind(event) not in {"StreamStartEvent", "StreamEndEvent", "DocumentEndEvent"}:
                tree = self._node(event, events, ())
        return tree

    def _node(self, event: Event, events: Iterator[Event], path: KeyPath) -> Tree:
        self.values[path] = _start(event)
        self._refuse_references(event, path)
        if len(path) > limits.YAML_DEPTH:
            melding = "Hier staan te veel lijsten of haken in elkaar."
            problem = self._problem(path, event, melding, "Controleer de inspringing en de haken.")
            raise ProblemsError([*self.problems, problem])
        match _kind(event):
            case "SequenceStartEvent":
                return self._sequence(events, path)
            case "MappingStartEvent":
                return self._mapping(events, path)
            case "ScalarEvent":
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
        self.is_doubtful = self.is_doubtful or may_be_mistyped(event, self._known)
        plain = not event.style
        value = event.value.strip(BLANKS) if plain else event.value
        if not value.strip() or (plain and value in _NULLS):
            return None
        return value

    def _sequence(self, events: Iterator[Event], path: KeyPath) -> list[Tree]:
        items: list[Tree] = []
        for event in events:
            if _kind(event) == "SequenceEndEvent":
                break
            here = (*path, len(items))
            self._refuse_many(len(items), event, path)
            self.keys[here] = _start(event)
            self.is_doubtful = self.is_doubtful or not self._known.may_stand(here)
            items.append(self._node(event, events, here))
        return items

    def _mapping(self, events: Iterator[Event], path: KeyPath) -> dict[str, Tree]:
        mapping: dict[str, Tree] = {}
        for event in events:
            if _kind(event) == "MappingEndEvent":
                break
            self._refuse_many(len(mapping), event, path)
            key = self._key(event, events, path, mapping)
            here = (*path, key)
            if key != _SKIPPED:
                self.keys[here] = _start(event)
            value = self._node(next(events), events, here)
            if key != _SKIPPED:
                mapping[key] = value
        return mapping

    def _refuse_many(self, number: int, event: Event, path: KeyPath) -> None:
        """Refuse what no answer has: checks look at each item beside all others."""
        if number >= limits.YAML_ITEMS:
            melding = f"Hier staan meer dan {limits.YAML_ITEMS} onderdelen onder elkaar. Zo lang is geen antwoord."
            problem = self._problem(path, event, melding, "Haal weg wat niet in het plan hoort.")
            raise ProblemsError([*self.problems, problem])

    def _key(self, event: Event, events: Iterator[Event], path: KeyPath, mapping: dict[str, Tree]) -> str:
        if _kind(event) != "ScalarEvent":
            melding = "Een accolade of haak aan het begin van een waarde heeft in YAML een eigen betekenis."
            self._report(path, event, melding, "Zet de hele tekst tussen aanhalingstekens.")
            self._node(event, events, (*path, _SKIPPED))
            return _SKIPPED
        key = event.value.strip(BLANKS)
        here = (*path, key)
        self.is_doubtful = self.is_doubtful or may_be_mistyped(event, self._known) or not self._known.may_stand(here)
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
    return type(event).__name__


def _start(event: Event) -> Position:
    return Position(event.start_mark.line + 1, event.start_mark.column + 1)


def _has_tag(event: Event) -> bool:
    """Tell whether a value carries a tag of its own, such as `!!python/object`."""
    return _kind(event) != "AliasEvent" and str(getattr(event, "tag", None) or "None") not in {"None", "!"}


class Parsed:
    """What a parser makes of a text."""

    def __init__(self, text: str, name: str, known: KnownKeys) -> None:
        """Let the parser read a text.

        Args:
            text: The text.
            name: What problems call the file.
            known: The keys that may stand in it.
        """
        from ruamel.yaml import YAML
        from ruamel.yaml.error import YAMLError

        builder = _TreeBuilder(name, known)
        self.text = text
        self.tree: Tree = None
        self.error: YAMLError | None = None
        """What the parser could not get past."""
        try:
            self.tree = builder.document(YAML(typ="safe").parse(text))
        except YAMLError as error:
            self.error = error
        self.keys, self.values, self.problems = builder.keys, builder.values, builder.problems
        self.is_clear = not (self.error or builder.problems or builder.is_doubtful)
        """Whether every key stands where it can, and no text may be another than was meant."""
