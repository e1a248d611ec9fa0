"""Puts the token sets of Tokens Studio on top of each other as one tree, and leaves dark schemes out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.housestyle.tokens.loading import Json

_DARK = frozenset({"dark", "darkmode", "donker", "donkere", "nacht", "night"})
_WORD = re.compile(r"[a-z]+")
_OFF = "disabled"


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
