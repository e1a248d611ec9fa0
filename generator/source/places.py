"""The tree that a YAML file becomes, with the place of each key and value."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from generator.problems import Problem, Soort

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

    def position(self, path: KeyPath, *, value: bool = False) -> Position:
        """Return the place of the key at `path` (or of its value), else of the nearest key around it."""
        if value and path in self.values:
            return self.values[path]
        for length in range(len(path), 0, -1):
            if path[:length] in self.keys:
                return self.keys[path[:length]]
        return Position(1, 1)

    def problem(self, path: KeyPath, soort: Soort, melding: str, oplossing: str, *, value: bool = False) -> Problem:
        """Return a problem about the key at `path`, or about its value."""
        regel, kolom = self.position(path, value=value)
        return Problem(self.name, regel, kolom, dotted(path), soort, melding, oplossing)


def dotted(path: KeyPath) -> str:
    """Return a path as text: `("acties", 0, "wie")` is `acties[1].wie`; people count from 1."""
    parts = [f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path]
    return "".join(parts).removeprefix(".")


def path_of(key: str) -> KeyPath:
    """Return the path that a dotted key stands for: the reverse of `dotted`."""
    parts = re.findall(r"\[(\d+)\]|([^.\[\]]+)", key)
    return tuple(int(number) - 1 if number else name for number, name in parts)
