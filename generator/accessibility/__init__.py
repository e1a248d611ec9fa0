"""Checks any Word document for what keeps people from reading it; knows nothing of plans.

The steps: `generator.word.reading` opens the file and walks through it once, and every rule is held against what it
read (`rules`). A document that was just written is looked at as it is in memory; only a file that somebody has is
opened, as a house style is. It starts fast: it does not wait for the writer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.accessibility.findings import Finding, Origins, by_origin
from generator.accessibility.rules import RULES
from generator.problems import Soort, in_file, located
from generator.word.package.archive import read_file
from generator.word.reading.document import read
from generator.word.reading.opening import open_document

if TYPE_CHECKING:
    from pathlib import Path

    from generator.word.reading.opening import Package

__all__ = ["RULES", "Finding", "Origins", "by_origin", "check_accessibility", "check_document", "check_package"]


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
    return check_package(open_document(document, name), serious=serious)


def check_package(package: Package, *, serious: bool = False) -> list[Finding]:
    """Return what is wrong with the accessibility of a Word document of which the parts were read.

    Args:
        package: Its parts.
        serious: Look for faults alone.
    """
    model = read(package)
    rules = [rule for rule in RULES if rule.soort is Soort.FOUT or not serious]
    found = [finding for rule in rules for finding in rule.findings(model)]
    model.release()
    order = list(Soort)
    return sorted(
        (item for item in found if item.soort is Soort.FOUT or not serious), key=lambda item: order.index(item.soort)
    )
