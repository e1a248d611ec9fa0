"""Tells the faults that a document has from its template from those that writing it made; after the check.

What stands in the styles, settings, headers, footers and notes comes from the template. What stands in the text does
too when the template has the very same fault, for then it is in a part of its own text that stayed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.word.reading.opening import CORE_PART, MAIN_PART

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable

    from generator.accessibility.findings import Finding

_OF_THE_WRITER = frozenset({"taal-niet-nederlands"})
"""The writer sets the language of the text, whatever the styles of the template say."""


class Origins(NamedTuple):
    """Findings by who can mend them."""

    template: tuple[Finding, ...]
    writer: tuple[Finding, ...]


def by_origin(findings: Iterable[Finding], of_template: Callable[[], Iterable[Finding]]) -> Origins:
    """Return findings by where they come from.

    Args:
        findings: What was found in the document.
        of_template: Finds the same in the template; called when something was found in the text.
    """
    found = list(findings)
    in_text = any(item.deel == MAIN_PART for item in found)
    stayed = {(item.controle, item.melding) for item in of_template() if item.deel == MAIN_PART} if in_text else set()
    own = [item for item in found if _is_of_writer(item, stayed)]
    return Origins(tuple(item for item in found if item not in own), tuple(own))


def _is_of_writer(finding: Finding, stayed: Container[tuple[str, str]]) -> bool:
    if finding.deel == MAIN_PART:
        return (finding.controle, finding.melding) not in stayed
    return finding.deel == CORE_PART or finding.controle in _OF_THE_WRITER
