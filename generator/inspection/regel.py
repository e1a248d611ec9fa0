"""What is said of a house style, as data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Regel:
    """One thing that is said of a house style; the field names are also the keys of `--json`."""

    onderdeel: str
    """What it is about: `fout`, `herstel`, `plaats`, `blijft`, `vervalt`, `stijl`, `invulplek`, `veld`, `contrast`,
    `taal`, `lettertype`, `sjabloon` or `keuze`."""
    soort: str
    """`fout`, `aandacht`, or `uitleg` when there is nothing to do."""
    naam: str
    """What of it: a role, a part of the document, a font."""
    waarde: str
    """What was found there."""
    melding: str
    oplossing: str = ""
    bestand: str = ""
    regel: int = 0
    kolom: int = 0
