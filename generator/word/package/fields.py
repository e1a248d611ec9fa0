"""Takes away fields that fetch something from another file or program; what they show stays as it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.word.package.relationships import remove, unwrap
from generator.word.xml import w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_FETCHES = re.compile(r"\s*(?:DDE|DDEAUTO|LINK|INCLUDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT|DATABASE|RD)\b", re.IGNORECASE)


@dataclass(slots=True)
class _Field:
    marks: list[_Element] = field(default_factory=list)
    """The elements that make it a field."""
    instruction: str = ""


def settle_fields(root: _Element) -> bool:
    """Take away the fields that fetch something; tell whether there were any."""
    marks = [item for found in _fetching(root) for item in found.marks]
    for item in marks:
        remove(item)
    simple = [item for item in root.iter(w("fldSimple")) if _FETCHES.match(item.get(w("instr"), ""))]
    for item in simple:
        unwrap(item)
    return bool(marks or simple)


def _fetching(root: _Element) -> Iterator[_Field]:
    """Yield each field that fetches something; its instruction can be spread over many runs."""
    opened: list[_Field] = []
    for item in root.iter(w("fldChar"), w("instrText")):
        kind = item.get(w("fldCharType"))
        if kind == "begin":
            opened.append(_Field())
        if not opened:
            continue
        opened[-1].marks.append(item)
        if item.tag == w("instrText"):
            opened[-1].instruction += item.text or ""
        elif kind == "end" and _FETCHES.match((found := opened.pop()).instruction):
            yield found
