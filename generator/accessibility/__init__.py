"""Checks any Word document for what keeps people from reading it; knows nothing of plans.

The steps: `generator.word.reading` opens the file and walks through it once, and every rule is held against what it
read (`rules`). It starts fast: it opens the file as a house style is opened, and does not wait for the writer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.accessibility.findings import Finding
from generator.accessibility.origin import Origins, by_origin
from generator.accessibility.rules import RULES
from generator.problems import Soort, in_file, located
from generator.word.package.archive import read_file
from generator.word.reading.opening import open_document
from generator.word.reading.walking import read

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["RULES", "Finding", "Origins", "by_origin", "check_accessibility", "check_document"]


def check_document(path: Path) -> list[Finding]:
    """Return what is wrong with the accessibility of the Word document in a file, the serious first.

    Raises:
        ProblemsError: It is no Word document, or cannot be read.
    """
    with located(in_file(path)):
        return check_accessibility(read_file(path), path.name)


def check_accessibility(document: bytes, name: str = "", *, serious: bool = False) -> list[Finding]:
    """Return what is wrong with the accessibility of a Word document, the serious first.

    Args:
        document: The bytes of the file.
        name: How the file is called, which tells what it is when it is no document.
        serious: Look for faults alone.

    Raises:
        ProblemsError: It is no Word document; with no file named.
    """
    model = read(open_document(document, name))
    rules = [rule for rule in RULES if rule.soort is Soort.FOUT or not serious]
    found = [finding for rule in rules for finding in rule.findings(model)]
    model.release()
    order = list(Soort)
    return sorted(
        (item for item in found if item.soort is Soort.FOUT or not serious), key=lambda item: order.index(item.soort)
    )
