"""What is told of a document that was made: what its house style brought along, and what readers would stumble over."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from generator.cli.output import counted, shell_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from generator.accessibility import Finding, Origins
    from generator.word.frame.remnants import Remnant

_FROM_HOUSE_STYLE = "Niet iedereen kan dit plan lezen. Dat komt door de huisstijl:"
_FROM_US = "Niet iedereen kan dit plan lezen. Dit is een fout in wijkplan: meld het."
_REMNANTS = (
    (
        "In de huisstijl{} staat tekst die bij een ander document lijkt te horen. Die staat nu ook in het plan:",
        "blijft",
        "Kijk of dat klopt. Zo niet, haal de tekst uit het Word-bestand van de huisstijl of zet er een invulplek neer.",
    ),
    (
        "Dit stond in de huisstijl{} en hoort niet in een openbaar plan. Het is weggelaten:",
        "weg",
        "Haal het ook uit het Word-bestand van de huisstijl als je dat met anderen deelt.",
    ),
)
_MOST_REMNANTS = 8
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


def told_remnants(remnants: Sequence[Remnant], house_style: str = "") -> Iterator[str]:
    """Yield the lines about what a house style says, or said, of another document.

    Args:
        remnants: What was found.
        house_style: Its name, for who uses several at once.
    """
    for title, fate, remedy in _REMNANTS:
        found = [item for item in remnants if item.fate == fate]
        if found:
            yield title.format(house_style and f" {house_style}")
            yield from (f"  {item.shown}" for item in found[:_MOST_REMNANTS])
            if len(found) > _MOST_REMNANTS:
                yield f"  En nog {len(found) - _MOST_REMNANTS} keer."
            yield f"  → {remedy}"


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
