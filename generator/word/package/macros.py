"""Takes what starts code, or ties the document to another file, out of the XML of its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.word.package.references import remove
from generator.word.xml import w

if TYPE_CHECKING:
    from lxml.etree import _Element

_STARTERS = frozenset({"entryMacro", "exitMacro", "macroName", "macro"})
_TIES = ("attachedTemplate", "linkStyles", "mailMerge", "saveThroughXslt")
"""Settings; `linkStyles` would give the plan the styles of whoever opens it."""


def drop_starters(root: _Element) -> bool:
    """Take away the names of macros that a form field or a shape runs; tell whether there were any."""
    found = list(root.iter("{*}entryMacro", "{*}exitMacro", "{*}macroName"))
    for item in found:
        remove(item)
    named = [(item, name) for item in root.iter("*") for name in item.attrib if _is_starter(str(name))]
    for item, name in named:
        del item.attrib[name]
    return bool(found or named)


def drop_ties(settings: _Element) -> bool:
    """Take away the settings that name another file; tell whether there were any."""
    found = list(settings.iter(*map(w, _TIES)))
    for item in found:
        remove(item)
    return bool(found)


def _is_starter(name: str) -> bool:
    return name.rpartition("}")[2] in _STARTERS
