"""Raises headings in the structure of a PDF that skip a level, as the web page does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pypdf.generic import ArrayObject, DictionaryObject, NameObject

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADING = re.compile(r"/H([1-6])")


def close_gaps(root: DictionaryObject) -> None:
    """Give a heading that stands too deep the level right below the one above it; its looks stay."""
    tree = root.get("/StructTreeRoot")
    if tree is None:
        return
    roles = tree.get("/RoleMap", DictionaryObject()).get_object()
    above: list[int] = []
    for element in elements(tree.get_object()):
        found = _HEADING.fullmatch(_role(str(element.get("/S", "")), roles))
        if found is None:
            continue
        level = int(found.group(1))
        above = [*(higher for higher in above if higher < level), level]
        if len(above) < level:
            element[NameObject("/S")] = NameObject(f"/H{len(above)}")


def _role(name: str, roles: DictionaryObject) -> str:
    """Return the standard type behind the name of a style."""
    seen: set[str] = set()
    while name in roles and name not in seen:
        seen.add(name)
        name = str(roles[name])
    return name


def elements(element: DictionaryObject) -> Iterator[DictionaryObject]:
    """Yield the structure elements below one, in reading order."""
    waiting = [element]
    while waiting:
        current = waiting.pop()
        yield current
        kids = current.get("/K", ArrayObject()).get_object()
        below = [kid.get_object() for kid in (kids if isinstance(kids, ArrayObject) else [kids])]
        waiting += [kid for kid in reversed(below) if isinstance(kid, DictionaryObject) and "/S" in kid]
