"""Tells what the folder of a house style asks beside its Word file: templates, words, order, colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.housestyle.overrides import extends, originals, templates_in
from generator.inspection.regel import Regel

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.housestyle import HouseStyleFiles

_KEYS = ("nummering", "inhoud", "kleuren", "hoofdstukken", "bijlagen")


def about_folder(files: HouseStyleFiles) -> Iterator[Regel]:
    """Yield what a folder asks beside its Word file."""
    for folder in files.sjablonen:
        for name in templates_in(folder):
            how, melding = _effect(folder, name)
            yield Regel("sjabloon", "uitleg", name, how, melding)
    if files.settings is not None and isinstance(files.settings.tree, dict):
        for key in _KEYS:
            if files.settings.tree.get(key) is not None:
                value = _as_words(files.settings.tree[key])
                yield Regel("keuze", "uitleg", key, value, f"{key}: {value}")
    for key, words in files.layout.woorden.items():
        yield Regel("keuze", "uitleg", f"woorden.{key}", words, f"woorden, {key}: {words}")


def _effect(folder: Path, name: str) -> tuple[str, str]:
    """Return what a template does with the original of its name: in a word, and in a sentence."""
    if name not in originals():
        return "hulp", f"{name} wordt gebruikt door een ander eigen sjabloon."
    if extends(folder / name):
        return "vult aan", f"{name} verandert een deel van de gewone tekst."
    return "vervangt", f"{name} komt in plaats van de gewone tekst."


def _as_words(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(map(str, value))
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
