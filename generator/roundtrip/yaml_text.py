"""Writes answers as a file with answers has them: as plain text, in quotes, as a block of lines or between braces."""

from __future__ import annotations

import json
import textwrap
from typing import TYPE_CHECKING

from generator.form.yaml_nodes import is_flow, is_group
from generator.problems import ProblemsError
from generator.source import parse

if TYPE_CHECKING:
    from generator.form.yaml_nodes import Node
    from generator.source import Tree

STEP = 2
"""So many spaces what belongs to a key steps in."""
_WIDTH = 116
"""A longer line of text is folded."""


def scalar(value: str, indent: int, line: str, *, in_flow: bool, style: str | None = None) -> str:
    """Return an answer as a file has it, written as it was before where that is possible."""
    margin = " " * max(indent, 0)
    if in_flow:
        return value if _is_plain(value, in_flow=True) and style not in ("'", '"') else _quoted(value, style)
    if "\n" in value:
        lines = [f"{margin}{part}".rstrip() if part else "" for part in value.split("\n")]
        return f"|-{line}{line.join(lines)}" if value == value.strip() else _quoted(value, '"')
    if style == "|":
        return f"|-{line}{margin}{value}"
    if style == ">" or (len(margin) + len(value) > _WIDTH and style is None):
        folded = textwrap.wrap(value, _WIDTH - len(margin), break_long_words=False, break_on_hyphens=False)
        if " ".join(folded) == value:
            return f">-{line}{line.join(margin + part for part in folded)}"
    if style in ("'", '"'):
        return _quoted(value, style)
    return value if _is_plain(value, in_flow=False) else _quoted(value, None)


def _is_plain(value: str, *, in_flow: bool) -> bool:
    """Tell whether a value can stand without quotes."""
    text = f"a: {{b: {value}, c: d}}" if in_flow else f"a: {value}"
    try:
        source = parse(text, "")
    except ProblemsError:
        return False
    wanted: Tree = {"a": {"b": value, "c": "d"}} if in_flow else {"a": value}
    return source.tree == wanted and not source.doubts and " #" not in value


def _quoted(value: str, style: str | None) -> str:
    if style == "'" and "\n" not in value:
        return "'" + value.replace("'", "''") + "'"
    return json.dumps(value, ensure_ascii=False)


def flow(tree: Tree) -> str:
    """Return an answer, a group or a list between braces."""
    if isinstance(tree, dict):
        return "{" + ", ".join(f"{key}: {flow(value)}" for key, value in tree.items()) + "}"
    if isinstance(tree, list):
        return "[" + ", ".join(map(flow, tree)) + "]"
    return '""' if tree is None else scalar(tree, 0, "\n", in_flow=True)


def block(tree: Tree, indent: int, line: str) -> list[str]:
    """Return the lines of a group or list."""
    margin = " " * indent
    found: list[str] = []
    if isinstance(tree, dict):
        for key, value in tree.items():
            if isinstance(value, str):
                found.extend(f"{margin}{key}: {scalar(value, indent + STEP, line, in_flow=False)}".split(line))
            elif value:
                found.append(f"{margin}{key}:")
                found.extend(block(value, indent + STEP, line))
            else:
                found.append(f"{margin}{key}:")
    elif isinstance(tree, list):
        for entry in tree:
            found.extend(item(entry, indent, line))
    return found


def item(tree: Tree, column: int, line: str, like: Node | None = None) -> list[str]:
    """Return the lines of an item of a list, between braces where its neighbours are."""
    margin = " " * column
    if isinstance(tree, str):
        return f"{margin}- {scalar(tree, column + STEP, line, in_flow=False)}".split(line)
    if like is not None and is_group(like) and is_flow(like):
        return [f"{margin}- {flow(tree)}"]
    lines = block(tree, column + STEP, line)
    return [f"{margin}- {lines[0].lstrip()}", *lines[1:]] if lines else [f"{margin}-"]
