"""Tells after `genereer` what keeps people from reading the plan: in a few lines, for who can mend it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from generator.cli.output import counted, shell_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.accessibility import Finding, Origins

_FROM_HOUSE_STYLE = "Niet iedereen kan dit plan lezen. Dat komt door de huisstijl:"
_FROM_US = "Niet iedereen kan dit plan lezen. Dit is een fout in wijkplan: meld het."
_MOST = 3
"""So many kinds of faults are told, and so many faults of a kind."""


def told(faults: Origins | None, document: Path | None) -> Iterator[str]:
    """Yield the lines about the faults in a document: what they are and how to mend them, not at which places."""
    if faults is None or document is None or not any(faults):
        return
    for title, findings in ((_FROM_HOUSE_STYLE, faults.template), (_FROM_US, faults.writer)):
        if findings:
            yield title
            yield from _kinds(findings)
    yield f"Alle meldingen, met de plek erbij: wijkplan toegankelijk {shell_name(document)}"


def _kinds(findings: tuple[Finding, ...]) -> Iterator[str]:
    kinds = [list(group) for _, group in groupby(findings, lambda item: item.controle)]
    for found in kinds[:_MOST]:
        said = list(dict.fromkeys(item.melding for item in found))
        yield from (f"  {melding}" for melding in said[:_MOST])
        if len(said) > _MOST:
            yield f"  En nog {len(said) - _MOST} keer."
        yield f"  → {found[0].oplossing}"
    if len(kinds) > _MOST:
        yield f"  En nog {counted(len(kinds) - _MOST, 'andere soort fout', 'andere soorten fouten')}."
