"""What a text holds that no text of a plan can show."""

from __future__ import annotations

import json

import pytest

from tests.support.documents import checked


def told(text: str) -> list[str]:
    """Return what is said about a text, by what it holds."""
    answers = f"gemeente: {{naam: E}}\nwijk:\n  naam: M\n  aanleiding: {json.dumps(text)}\n"
    found = [item for item in checked(answers).problems if item.sleutel == "wijk.aanleiding"]
    assert all(item.regel == 4 for item in found)
    return [what for item in found for what in ("tabel", "afbeelding", "verloren") if what in item.melding]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cijfers:\n\n| jaar | aantal |\n|---|---|\n| 2025 | 12 |", ["tabel"]),
        ("jaar\taantal\tbron\n2025\t12\tpolitie", ["tabel"]),
        ("Zie ![de foto](foto.png).", ["afbeelding"]),
        ("Het caf\ufffd is dicht.", ["verloren"]),
        ("•\teen\n•\ttwee", []),
        ("Dit | dat en [een link](www.x.nl)! (zie a|b)", []),
    ],
)
def test_what_no_text_can_show_is_told_at_its_place(text: str, expected: list[str]) -> None:
    """A table, a picture and a sign that was lost give an aandacht with a remedy; what only looks like one does not."""
    assert told(text) == expected
