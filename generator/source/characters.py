"""The signs that typing goes wrong on: spaces nobody sees, quotes that curl, and signs that YAML has a use for."""

from __future__ import annotations

import re

SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
"""Spaces that YAML does not take for a space: what a web page and Word put in text."""
NOTHINGS = "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
"""Signs without any width."""
STRANGE_BLANK = re.compile(f"[\t{SPACES}{NOTHINGS}]")
"""A sign that looks like a space, or like nothing, and is no space."""
BLANK = re.compile(f"[ \t{SPACES}{NOTHINGS}]*")
"""What looks like nothing at all."""
BLANKS = f" \t{SPACES}{NOTHINGS}"

CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
CONTROL_MELDING = "Hier staat een onzichtbaar stuurteken. Dat kan niet in een Word-document."
LINE_END = re.compile("\r\n|\r|\n")
"""What ends a line for an editor; YAML and Word know more, which stand inside a line that was pasted."""
_PASTED_LINE_ENDS = str.maketrans("\x0b\x0c\x85\u2028\u2029", "     ")

OPENING, CLOSING = "“„‟‘‚‛«", "”“‟’‘‛»"
"""Quotes that curl, as Word makes them of straight ones."""
ELISION = re.compile(r"'(?:[stnkmrdTSNKMRD](?=[ \t-])|(?:ns|ie|er|em|tis|twas)\b|\d\d\b)")
"""An apostrophe that starts a word: 's-Hertogenbosch, 't Zand, '70."""
LOST_ELISION = re.compile(r"[stnkm][ -](?=\S)")
"""How a text begins of which the apostrophe was taken for a quote."""

_NAMES = {"\t": "een tab", "\u00a0": "een vaste spatie", "\u202f": "een smalle vaste spatie"}


def as_typed(text: str) -> str:
    """Return a text in which each line is a line of the editor too, and every sign keeps its place.

    A control character is a fault; it counts as a space for what stands around it.
    """
    return CONTROL.sub(" ", text).translate(_PASTED_LINE_ENDS)


def name_of(blank: str) -> str:
    """Return what an invisible sign is called: that of the first in `blank` that is no plain space."""
    sign = next(sign for sign in blank if sign != " ")
    fallback = "een bijzondere spatie" if re.match(f"[{SPACES}]", sign) else "een onzichtbaar teken"
    return _NAMES.get(sign, fallback)


def trimmed(text: str) -> str:
    """Return a text without the blanks around it, whatever they are made of."""
    return text.strip(BLANKS)


def escaped(text: str) -> str:
    """Return a text as it is written between double quotes."""
    return text.replace("\\", "\\\\").replace('"', '\\"')


def double_quoted(text: str) -> str:
    """Return a text in double quotes: every sign in it stays."""
    return f'"{escaped(text)}"'


def made_visible(text: str) -> str:
    """Return a text in which every tab and strange space has a name, and spaces at its end are gone."""
    return STRANGE_BLANK.sub(lambda found: f"‹{name_of(found[0]).removeprefix('een ')}›", text.rstrip(" "))
