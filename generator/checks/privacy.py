"""Personal data in the text of a plan that everybody may read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.answers import Antwoorden
    from generator.checks.report import Report
    from generator.framework import Framework
    from generator.source import KeyPath, Tree

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w/.])(?:\+31|0031|0)[\s-]?(?:\(0\)[\s-]?)?[1-9](?:[\s-]?\d){8}(?!\d)")
_NINE_DIGITS = re.compile(r"(?<![\d.])\d{9}(?![\d.])")


def check(antwoorden: Antwoorden, kader: Framework, report: Report) -> None:
    """Report e-mail addresses, citizen service numbers and phone numbers, unless the plan is not public."""
    del kader
    if antwoorden.document.openbaarheid in {"intern", "vertrouwelijk"}:
        return
    for path, text in texts(report.source.tree, ()):
        for what in personal_data(text):
            melding = f"Hier staat {what}. Het plan is openbaar, of dat is nog niet gekozen."
            report.aandacht(path, melding, "Haal het weg, of zet openbaarheid op intern of vertrouwelijk.")


def texts(tree: Tree, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """Yield every text in a tree with its path."""
    if isinstance(tree, str):
        yield path, tree
    elif isinstance(tree, list):
        for index, item in enumerate(tree):
            yield from texts(item, (*path, index))
    elif isinstance(tree, dict):
        for key, item in tree.items():
            yield from texts(item, (*path, key))


def personal_data(text: str) -> list[str]:
    """Return which kinds of personal data a text seems to hold."""
    found = []
    if _EMAIL.search(text):
        found.append("een e-mailadres")
    if any(_is_citizen_service_number(match.group()) for match in _NINE_DIGITS.finditer(text)):
        found.append("een getal dat een burgerservicenummer (BSN) kan zijn")
    if _PHONE.search(text):
        found.append("een telefoonnummer")
    return found


def _is_citizen_service_number(digits: str) -> bool:
    """Apply the eleven-test: the last digit counts negative."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True))
    return total % 11 == 0 and int(digits) > 0
