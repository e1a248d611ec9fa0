"""Reads a YAML file into a tree in which every key and value knows its line and column: the first stage.

Every value stays the text that was typed: `0.10` is no number and `nee` no boolean until a model asks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problems import ProblemsError
from generator.source.known_keys import KnownKeys
from generator.source.tree import Doubt, KeyPath, Position, Source, Tree, dotted, path_of
from generator.source.yaml_file import interpret, read_file

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Doubt", "KeyPath", "KnownKeys", "Position", "Source", "Tree", "dotted", "load", "parse", "path_of", "read"]

_NONE_KNOWN = KnownKeys()


def load(path: Path, known: KnownKeys = _NONE_KNOWN) -> Source:
    """Read the YAML file at `path`, in which nothing may be wrong.

    Args:
        path: The file.
        known: The keys that may stand in it: they tell a key from text.

    Raises:
        ProblemsError: The file is not there, cannot be read, is no text in UTF-8 (or UTF-16 with a
            byte order mark), is too large, or is no YAML; with the place where that shows.
    """
    return parse(read_file(path).text, str(path), known)


def parse(text: str, name: str, known: KnownKeys = _NONE_KNOWN) -> Source:
    """Return the tree of a YAML text; `name` is what problems call the file.

    Raises:
        ProblemsError: The text is no YAML, uses YAML that an answer file has no need of, or loses words.
    """
    source = interpret(text, name, known)
    if source.faults:
        raise ProblemsError(source.faults)
    return source


def read(path: Path, known: KnownKeys = _NONE_KNOWN) -> Source:
    """Read the YAML file at `path` as far as it can be understood; `Source.faults` says what is wrong with it.

    Raises:
        ProblemsError: As for `load`, where it cannot be told what the text should be.
    """
    return interpret(read_file(path).text, str(path), known)
