"""Looks at the modules of the program as text: where they are and what they import."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from tests.support.documents import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def modules() -> dict[str, Path]:
    """Return the file of each module by its dotted name; a package is named as itself."""
    found = {}
    for path in sorted((ROOT / "generator").rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        found[name.removesuffix(".__init__")] = path
    return found


def imports(path: Path, known: dict[str, Path], *, types: bool = False) -> set[str]:
    """Return which modules of the program a file imports, at its head or inside a function.

    Args:
        path: The file.
        known: The modules of the program.
        types: Whether imports for type hints alone count too.
    """
    tree = ast.parse(path.read_text(encoding="utf-8"))
    passed_over = set() if types else {id(node) for block in _for_types(tree) for node in ast.walk(block)}
    return {
        module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and id(node) not in passed_over
        for module in _targets(node, known)
    }


def _for_types(tree: ast.Module) -> Iterator[ast.If]:
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            yield node


def _targets(node: ast.ImportFrom, known: dict[str, Path]) -> Iterator[str]:
    for item in node.names:
        whole = f"{node.module}.{item.name}"
        if whole in known:
            yield whole
        elif node.module in known:
            yield str(node.module)
