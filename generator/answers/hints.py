"""Remedies for keys of the first sketch of the answer file, which some people still have."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.source import KeyPath

# The end of a path, without numbers of items, and what to do about it.
_HINTS: dict[tuple[str, ...], str] = {
    ("schema",): "Haal deze regel weg. Hij is niet nodig.",
    ("periode", "tot"): "Bedoelde je “tot_en_met”?",
    ("principes", "bron"): "Bedoelde je “keuze”? Kies uit: voorgesteld, bevestigd, eigen.",
    ("interventies", "naam"): "Bedoelde je “titel” (eigen interventie) of “lokale_naam” (uit het kader)?",
    ("interventies", "risico_veiligheid_medewerkers"): "Bedoelde je “veiligheid_medewerkers”?",
    ("financien", "jaren"): "Haal deze regel weg. De jaren staan bij de bedragen: {2026: 58000, 2027: 74000}.",
    ("financien", "eenheid"): "Haal deze regel weg. Bedragen zijn altijd in hele euro’s.",
    ("lasten", "bedragen"): "Schrijf het jaar bij elk bedrag: {2026: 58000, 2027: 74000}.",
    ("dekking", "bedragen"): "Schrijf het jaar bij elk bedrag: {2026: 58000, 2027: 74000}.",
}


def remedy_for(path: KeyPath) -> str:
    """Return the remedy for a key that has another name or form now; empty when there is none."""
    names = tuple(part for part in path if isinstance(part, str))
    return _HINTS.get(names[-2:], "") or (_HINTS.get(names, "") if len(names) == 1 else "")
