"""Tells what the folder of a house style asks beside its Word file: templates, words, order, colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.housestyle.overrides import extends, templates_in
from generator.inspection.regel import Regel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.housestyle import HouseStyleFiles

_KEYS = ("nummering", "inhoud", "kleuren", "hoofdstukken", "bijlagen")


def about_folder(files: HouseStyleFiles) -> Iterator[Regel]:
    """Yield what a folder asks beside its Word file."""
    for folder in files.sjablonen:
        for name in templates_in(folder):
            how = "vult aan" if extends(folder / name) else "vervangt"
            what = "verandert een deel van" if how == "vult aan" else "komt in plaats van"
            yield Regel("sjabloon", "uitleg", name, how, f"{name} {what} de gewone tekst.")
    if files.settings is not None and isinstance(files.settings.tree, dict):
        for key in _KEYS:
            if key in files.settings.tree:
                yield Regel("keuze", "uitleg", key, _as_words(files.settings.tree[key]), f"Eigen keuze voor {key}.")
    for key, words in files.layout.woorden.items():
        yield Regel("keuze", "uitleg", f"woorden.{key}", words, f"Eigen woorden voor {key}: {words}.")


def _as_words(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(map(str, value))
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
