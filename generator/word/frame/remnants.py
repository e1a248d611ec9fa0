"""What a template still says of the document or the person it came from, and what no public plan may carry of it.

Hidden text, fields that show a path or the name of a user, and descriptions with a path in them go. What was taken out,
filled in or left is told as a `Remnant`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, TypeAlias

from lxml import etree
from msgspec import Struct

from generator.word.fields import fields
from generator.word.xml import child_at, is_on, value_at, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from generator.word.reading.inheritance import Sheet

Fate: TypeAlias = Literal["gevuld", "blijft", "weg"]
PATH = re.compile(r"\b[A-Za-z]:[\\/]|\\\\[\w.-]+\\|\bfile:/|(?<!\w)/(?:Users|home)/")
"""The beginning of a place on the computer of somebody."""
_SECRET = frozenset(("template", "username", "userinitials", "useraddress", "lastsavedby", "docvariable"))
_SECRET_PROPERTIES = frozenset(("template", "lastsavedby", "hyperlinkbase", "nameofapplication"))
_UNSEEN = frozenset(("xe", "tc", "ta", "rd"))
"""Fields that print nothing: entries of an index or a table."""
_NEEDED = frozenset(("name", w("val"), w("name")))
"""Attributes without which an element is not sound."""
_KEEPS_FIELD = (w("rPr"), w("fldChar"), w("instrText"))
_NAMELESS = "Beeld"


class Remnant(Struct, frozen=True):
    """Something that a template says of another document."""

    part: str
    """The part that it stands in, in Dutch."""
    words: str
    fate: Fate
    """Whether the plan has its own words there, has these words still, or has nothing there."""

    @property
    def shown(self) -> str:
        """It in a sentence: what somebody typed is quoted."""
        return f"In {self.part}: {self.words}." if self.fate == "weg" else f"In {self.part}: “{self.words}”."


def take_out(root: _Element, part: str, sheet: Sheet) -> Iterator[Remnant]:
    """Take out what no public document may carry, and tell what that was.

    Args:
        root: A part, or a piece of one; it is changed.
        part: What it is called, in Dutch.
        sheet: The styles, which may hide text.
    """
    for words in (*_fields(root), *_hidden(root, sheet), *_descriptions(root)):
        yield Remnant(part, words, "weg")


def _fields(root: _Element) -> Iterator[str]:
    for item in list(fields(root, results=True)):
        kind, asked = ([*item.instruction.casefold().split(), "", ""])[:2]
        name = asked.strip('"“”') if kind in {"info", "docproperty"} else kind
        if name in _SECRET or kind in _UNSEEN or (kind == "docproperty" and name in _SECRET_PROPERTIES):
            for shown in item.results:
                shown.text = ""
            item.unlink()
            yield f"het veld {name.upper()}"
        elif kind != "filename" and PATH.search(item.instruction.replace("\\\\", "\\")):
            item.unlink()  # such as a link to a file; the words that it shows are for everybody
            yield f"de plaats van een bestand, in het veld {kind.upper()}"


def _hidden(root: _Element, sheet: Sheet) -> Iterator[str]:
    for paragraph in list(root.iter(w("p"))):
        style = value_at(paragraph, "pPr/pStyle")
        runs = [run for run in paragraph.iter(w("r")) if next(run.iterancestors(w("p"))) is paragraph]
        hidden = [run for run in runs if _is_hidden(run, style, sheet)]
        words = "".join(item.text or "" for run in hidden for item in run.iter(w("t")))
        for run in hidden:
            for item in [item for item in run if item.tag not in _KEEPS_FIELD]:
                run.remove(item)
        if words.strip():
            yield f"verborgen tekst: “{' '.join(words.split())[:60]}”"


def _is_hidden(run: _Element, style: str, sheet: Sheet) -> bool:
    own = child_at(run, "rPr/vanish")
    if own is None:
        named = value_at(run, "rPr/rStyle")
        own = sheet.own(named, "rPr/vanish") if named else None
    return is_on(sheet.effective(style, "rPr/vanish") if own is None else own)


def _descriptions(root: _Element) -> Iterator[str]:
    for item in root.iter(etree.Element):
        for name, text in list(item.attrib.items()):
            if PATH.search(str(text)):
                if name in _NEEDED:
                    item.set(name, _NAMELESS)
                else:
                    del item.attrib[name]
                yield "de plaats van een bestand, in een beschrijving"
