"""The defects of braces and commas, in the words of an adviser; see `causes`."""

from __future__ import annotations

from generator.source.sheet import Cause, Weight

UNCLOSED_BRACE = Cause(
    Weight.SYNTAX,
    "De haak die hier begint, wordt niet gesloten.",
    "Zet er een {teken} bij waar hij hoort. Aan het einde wordt dat: {regel}",
)
EXTRA_BRACE = Cause(
    Weight.SYNTAX,
    "Hier staat een haak te veel.",
    "Haal de haak weg. Schrijf: {regel}",
)
WRONG_BRACE = Cause(
    Weight.SYNTAX,
    "Deze haak past niet bij de haak waarmee het begint: dat is een {teken}.",
    "Schrijf: {regel}",
)
NO_COMMA = Cause(
    Weight.SYNTAX,
    "Voor de sleutel “{sleutel}” mist een komma.",
    "Zet er een komma voor. Schrijf: {regel}",
)
EXTRA_COMMA = Cause(
    Weight.SYNTAX,
    "Hier staat een komma te veel.",
    "Haal de komma weg. Schrijf: {regel}",
)
TIGHT = Cause(Weight.FINE, "", "")
"""A sign inside a text in braces that older YAML stops at: `Wat?` or `https://…`."""
