"""Gives places of a page names that stay apart wherever they are written: Word tells no case and few signs apart."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from generator.page import ties

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def keep_apart(body: HtmlElement) -> None:
    """Rename each id and block whose name differs from an earlier one only in case or signs, and what leads to it.

    Args:
        body: The body of a page; it is changed.
    """
    for attribute in ("id", ties.BLOCK):
        renamed = _renamed(list(dict.fromkeys(item.get(attribute, "") for item in body.iter() if item.get(attribute))))
        if renamed:
            _rename(body, attribute, renamed)


def _renamed(names: list[str]) -> dict[str, str]:
    """Return the new name of each name that is too much like an earlier one."""
    taken: dict[str, str] = {}
    found: dict[str, str] = {}
    for name in names:
        plain = re.sub(r"\W", "_", name, flags=re.ASCII).casefold()
        if taken.setdefault(plain, name) != name or re.search(r"\s", name):
            digest = hashlib.sha256(name.encode()).hexdigest()[:8]
            found[name] = re.sub(r"\s", "-", name) + f"-{digest}"
    return found


def _rename(body: HtmlElement, attribute: str, renamed: dict[str, str]) -> None:
    for element in body.iter():
        name = element.get(attribute)
        if name in renamed:
            element.set(attribute, renamed[name])
        if attribute == "id":
            target, table = (element.get("href") or "").removeprefix("#"), element.get(ties.TABLE)
            if (element.get("href") or "").startswith("#") and target in renamed:
                element.set("href", f"#{renamed[target]}")
            if table in renamed:
                element.set(ties.TABLE, renamed[table])
