"""Reads a JSON file with design tokens (Style Dictionary, DTCG or Tokens Studio) into plain tokens."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct, field

from generator import limits
from generator.problems import Location, ProblemsError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_DARK = frozenset({"dark", "darkmode", "donker", "donkere", "nacht", "night"})
_WORD = re.compile(r"[a-z]+")
_OFF = "disabled"
Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
_ALIAS = re.compile(r"\{([^{}]+)\}")
_VALUES = ("$value", "value")
_LONGEST_TRAIL, _LONGEST_VALUE = 40, 2_000
"""A chain of aliases has three or four links, and the value of a font or colour some fifty characters."""
_REPAIR = "Geef een van deze tokens een eigen waarde."
_EXPORT = "Exporteer de tokens als JSON, uit Style Dictionary of Tokens Studio."


def is_dark(name: str) -> bool:
    """Tell whether a name is that of a dark or high-contrast scheme."""
    words = _WORD.findall(name.lower())
    joined = "".join(words)
    return bool(_DARK & set(words)) or "highcontrast" in joined or "hoogcontrast" in joined


def without_sets(tree: dict[str, Json]) -> dict[str, Json]:
    """Return one tree of tokens; a file of Tokens Studio is put together from its sets, without the dark ones."""
    if "$themes" not in tree and "$metadata" not in tree:
        return tree
    merged: dict[str, Json] = {}
    for name in _order(tree):
        inner = tree[name]
        if isinstance(inner, dict):
            _put_over(merged, inner)
    return merged


def _order(tree: dict[str, Json]) -> list[str]:
    """Return the names of the sets, the last one winning: those of the first light theme, where there are themes."""
    known = [name for name in tree if not name.startswith("$") and not is_dark(name)]
    metadata = tree.get("$metadata")
    listed = metadata.get("tokenSetOrder") if isinstance(metadata, dict) else None
    if isinstance(listed, list):
        known = [*(str(name) for name in listed if name in known), *(name for name in known if name not in listed)]
    used = _used_by_themes(tree.get("$themes"))
    return [name for name in known if name in used] if used & set(known) else known


def _used_by_themes(themes: Json) -> set[str]:
    """Return the sets that are on in the first light theme of each group of themes."""
    used: set[str] = set()
    groups: set[str] = set()
    for theme in themes if isinstance(themes, list) else []:
        if not isinstance(theme, dict) or is_dark(str(theme.get("name", ""))):
            continue
        group, chosen = str(theme.get("group", "")), theme.get("selectedTokenSets")
        if group not in groups and isinstance(chosen, dict):
            groups.add(group)
            used |= {name for name, state in chosen.items() if state != _OFF}
    return used


def _put_over(under: dict[str, Json], over: dict[str, Json]) -> None:
    """Put one tree over another; a token of the one replaces that of the other whole."""
    for name, inner in over.items():
        below = under.get(name)
        if isinstance(below, dict) and isinstance(inner, dict) and not {"value", "$value"} & set(inner):
            _put_over(below, inner)
        else:
            under[name] = inner


class Tokens(Struct, frozen=True):
    """The tokens of one file."""

    file: str
    """The file as the user named it."""
    raw: dict[str, str]
    """Dotted name → value as it stands in the file, which may name other tokens; in the order of the file."""
    _known: dict[str, str | None] = field(default_factory=dict)

    def value(self, name: str) -> str | None:
        """Return the value of a token with every alias in it filled in; None when one of those is not there.

        Raises:
            ProblemsError: Tokens refer to each other in a circle.
        """
        return self._resolved(name, ())

    def _resolved(self, name: str, trail: tuple[str, ...]) -> str | None:
        if name in trail:
            circle = " → ".join((*trail[trail.index(name) :], name))
            melding = f"Deze tokens verwijzen in een kring naar elkaar: {circle}."
            raise ProblemsError.about(Location(self.file, sleutel=name), melding, _REPAIR)
        if len(trail) > _LONGEST_TRAIL:
            melding = "Dit token verwijst via te veel andere tokens naar een waarde."
            raise ProblemsError.about(Location(self.file, sleutel=trail[0]), melding, _REPAIR)
        if name not in self._known:
            self._known[name] = self._filled_in(name, (*trail, name))
        return self._known[name]

    def _filled_in(self, name: str, trail: tuple[str, ...]) -> str | None:
        value = self.raw.get(name, "")
        for alias in _ALIAS.findall(value):
            meant = self._resolved(_plain(alias), trail)
            if meant is None:
                return None
            value = value.replace(f"{{{alias}}}", meant)
        return value if 0 < len(value) <= _LONGEST_VALUE else None


def load_tokens(path: Path) -> Tokens:
    """Return the tokens in a JSON file; sets of dark and high-contrast schemes are left out.

    Raises:
        ProblemsError: The file cannot be read, is no JSON (with the place where that shows), or holds no tokens.
    """
    text = _read(path)
    try:
        tree = _parse(text, str(path))
        raw = dict(_flat(without_sets(tree), ()) if isinstance(tree, dict) else _listed(tree))
        raw = raw or dict(_without_values(tree, ()))
    except RecursionError as error:
        raise ProblemsError.about(path, "In dit bestand staan te veel haken in elkaar.", _EXPORT) from error
    if not raw:
        raise ProblemsError.about(path, "In dit bestand staan geen design tokens.", _EXPORT)
    tokens = Tokens(str(path), raw)
    for name in raw:
        tokens.value(name)
    return tokens


def _read(path: Path) -> str:
    name = str(path)
    try:
        with path.open("rb") as stream:
            data = stream.read(limits.TOKEN_BYTES + 1)
    except OSError as error:
        raise ProblemsError.about(
            name, "Dit bestand met tokens is niet te lezen.", "Controleer de naam en de map."
        ) from error
    if len(data) > limits.TOKEN_BYTES:
        raise ProblemsError.about(
            name, "Dit bestand is groter dan 20 MB.", "Controleer of je het goede bestand noemde."
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ProblemsError.about(name, "Dit bestand is geen tekst in UTF-8, dus geen JSON.", _EXPORT) from error


def _parse(text: str, name: str) -> Json:
    try:
        tree: Json = json.loads(text)
    except json.JSONDecodeError as error:
        melding = "Dit bestand is geen geldige JSON. Hier loopt het vast."
        remedy = "Exporteer het bestand opnieuw, of herstel deze plaats."
        raise ProblemsError.about(Location(name, error.lineno, error.colno), melding, remedy) from error
    return tree


def _flat(tree: Json, path: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield each token as its dotted name and its value as text."""
    if not isinstance(tree, dict):
        return
    key = next((name for name in _VALUES if name in tree and _is_value(tree, name)), None)
    if key is not None:
        yield from _values(tree[key], path)
        return
    for name, inner in tree.items():
        if not name.startswith("$"):
            yield from _flat(inner, (*path, *name.split(".")))


def _listed(tree: Json) -> Iterator[tuple[str, str]]:
    """Yield the tokens of a list, in which each says its own path."""
    for item in tree if isinstance(tree, list) else ():
        path = item.get("path") if isinstance(item, dict) else None
        if isinstance(item, dict) and isinstance(path, list):
            yield from _values(item.get("$value", item.get("value")), tuple(str(part) for part in path))


def _without_values(tree: Json, path: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield the texts in a tree: some exports keep only names and values, nested or not."""
    if isinstance(tree, dict):
        for name, inner in tree.items():
            yield from _without_values(inner, (*path, name))
    elif isinstance(tree, str) and path:
        yield _name(path), tree


def _is_value(tree: dict[str, Json], name: str) -> bool:
    """Tell whether `value` is the value of a token, and not a group of tokens that is called so."""
    return name.startswith("$") or not isinstance(tree[name], dict) or "type" in tree or "$type" in tree


def _values(value: Json, path: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield a value under its own name; the parts of a composed one, such as typography, each under theirs."""
    if isinstance(value, dict):
        if (colour := _colour_of_parts(value)) is not None:
            yield _name(path), colour
        for name, inner in value.items():
            yield from _values(inner, (*path, name))
    elif isinstance(value, list):
        yield _name(path), ", ".join(str(item) for item in value)
    elif value is not None:
        yield _name(path), str(value)


def _colour_of_parts(value: dict[str, Json]) -> str | None:
    """Return a colour that DTCG writes as an object, in the way of CSS."""
    parts = value.get("components")
    if isinstance(value.get("hex"), str):
        return str(value["hex"])
    if value.get("colorSpace") != "srgb" or not isinstance(parts, list):
        return None
    return f"color(srgb {' '.join(str(part) for part in parts)})"


def _name(path: tuple[str, ...]) -> str:
    return _plain(".".join(path))


def _plain(name: str) -> str:
    """Return a name as aliases are compared: without spaces, and without the `.value` that some put after it."""
    return name.strip().removesuffix(".$value").removesuffix(".value")
