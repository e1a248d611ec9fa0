"""Reads a YAML file into a tree in which every key and value knows its line and column: the first stage.

Every value stays the text that was typed: `0.10` is no number and `nee` no boolean until a model asks.
"""

from __future__ import annotations

from generator.source.known_keys import KnownKeys
from generator.source.tree import Doubt, KeyPath, Position, Source, Tree, at, dotted, path_of
from generator.source.yaml_file import load, parse, read

__all__ = [
    "Doubt",
    "KeyPath",
    "KnownKeys",
    "Position",
    "Source",
    "Tree",
    "at",
    "dotted",
    "load",
    "parse",
    "path_of",
    "read",
]
