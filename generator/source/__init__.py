"""Reads a YAML file into a tree in which every key and value knows its line and column: the first stage.

Every value stays the text that was typed: `0.10` is no number and `nee` no boolean until a model asks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problems import ProblemsError
from generator.source.decoding import read_text
from generator.source.places import KeyPath, Position, Source, Tree, dotted, path_of

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["KeyPath", "Position", "Source", "Tree", "dotted", "load", "parse", "path_of"]


def load(path: Path) -> Source:
    """Read the YAML file at `path`.

    Raises:
        ProblemsError: The file is not there, cannot be read, is no text in UTF-8 (or UTF-16 with a
            byte order mark), is too large, or is no YAML; with the place where that shows.
    """
    return parse(read_text(path), str(path))


def parse(text: str, name: str) -> Source:
    """Return the tree of a YAML text; `name` is what problems call the file.

    Raises:
        ProblemsError: The text is no YAML, or uses YAML that an answer file has no need of.
    """
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    from generator.source.syntax import explain
    from generator.source.tree import TreeBuilder

    builder = TreeBuilder(name)
    try:
        tree = builder.document(YAML(typ="safe").parse(text))
    except YAMLError as error:
        raise ProblemsError(explain(error, text, name)) from error
    if builder.problems:
        raise ProblemsError(builder.problems)
    return Source(name, tree, builder.keys, builder.values)
