"""What a rule finds: data with a place, what is wrong and how to mend it in Word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.word.reading.opening import MAIN_PART

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.problems import Soort
    from generator.word.reading.content import Paragraph, Table
    from generator.word.reading.document import Document

WHOLE_DOCUMENT = "Hele document"
_WORDS, _LENGTH = 8, 60
_AREAS = {"koptekst": "Koptekst", "voettekst": "Voettekst", "voetnoot": "Voetnoot", "eindnoot": "Eindnoot"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that keeps somebody from reading the document."""

    soort: Soort
    """`fout` or `aandacht`."""
    controle: str
    """The id of the rule, such as `tabel-zonder-koprij`."""
    plaats: str
    """Where it is, as one finds it in Word: the heading, and the words."""
    melding: str
    """What is wrong: one or two plain Dutch sentences."""
    oplossing: str
    """How to mend it in Word."""
    deel: str
    """The part of the file that it stands in; `word/styles.xml` when a style is the cause."""


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule returns: the place and what is wrong there."""

    plaats: str
    melding: str
    deel: str = MAIN_PART
    soort: Soort | None = None
    """Only where it weighs otherwise than the rule says."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the check."""

    controle: str
    soort: Soort
    oplossing: str
    find: Callable[[Document], Iterator[Hit]]

    def findings(self, document: Document) -> Iterator[Finding]:
        """Yield what the rule finds in a document."""
        for hit in self.find(document):
            yield Finding(hit.soort or self.soort, self.controle, hit.plaats, hit.melding, self.oplossing, hit.deel)


def at(paragraph: Paragraph, words: str = "") -> str:
    """Return the place of a paragraph: the heading it stands under and its words, or the given ones."""
    shown = quoted(words or paragraph.text)
    if paragraph.area in _AREAS:
        return ", bij ".join(filter(None, [_AREAS[paragraph.area], shown]))
    if paragraph.level and shown:
        return f"Kop {shown}" + (f", na {quoted(paragraph.heading)}" if paragraph.heading else "")
    under = f"Onder {quoted(paragraph.heading)}" if paragraph.heading else "Voor de eerste kop"
    if paragraph.cell is not None:
        under = f"{under}, tabel {paragraph.cell.row.table.number}"
    return ", bij ".join(filter(None, [under, shown]))


def at_table(table: Table) -> str:
    """Return the place of a table: its heading, number and caption or first words."""
    if table.area in _AREAS:
        return f"{_AREAS[table.area]}, tabel"
    under = f"Onder {quoted(table.heading)}" if table.heading else "Voor de eerste kop"
    first = (cell.text for row in table.rows for cell in row.cells)
    shown = quoted(table.caption or next(filter(None, first), ""))
    return f"{under}, tabel {table.number}{f' ({shown})' if shown else ''}"


def quoted(text: str) -> str:
    """Return the first words of a text between quotes, empty when there are none."""
    words = re.sub(r"\s+", " ", text.replace("\ufffc", "")).strip()
    short = " ".join(words.split(" ")[:_WORDS])[:_LENGTH].rstrip(" ,.;:")
    return f"“{short}{'…' if len(short) < len(words.rstrip(' ,.;:')) else ''}”" if words else ""
