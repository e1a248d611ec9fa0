"""Checks any Word document for what keeps people from reading it; knows nothing of plans.

The steps: open the file (`package`), walk through it once (`walking`, into `model`), and hold every rule against
it (`rules`). It reads the parts of the file itself, so that it starts fast.
"""

from __future__ import annotations

from generator.accessibility.findings import Finding
from generator.accessibility.package import NotWordError, open_document
from generator.accessibility.rules import RULES
from generator.accessibility.walking import read
from generator.problems import Soort

__all__ = ["RULES", "Finding", "NotWordError", "check_accessibility"]


def check_accessibility(document: bytes) -> list[Finding]:
    """Return what is wrong with the accessibility of a Word document, the serious first.

    Raises:
        NotWordError: It is no Word document.
    """
    model = read(open_document(document))
    order = list(Soort)
    found = [finding for rule in RULES for finding in rule.findings(model)]
    return sorted(found, key=lambda finding: order.index(finding.soort))
