"""What a rule finds: data with a place, what is wrong, how to mend it in Word, and who can.

What stands in the styles, settings, headers, footers and notes comes from the template. What stands in the text does
too when the template has the very same fault, for then it is in a part of its own text that stayed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from generator.word.reading.opening import CORE_PART, MAIN_PART

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator

    from generator.problems import Soort
    from generator.word.reading.content import Paragraph, Table
    from generator.word.reading.document import Document


WHOLE_DOCUMENT = "Hele document"
_WORDS, _LENGTH = 8, 60
_AREAS = {"koptekst": "Koptekst", "voettekst": "Voettekst", "voetnoot": "Voetnoot", "eindnoot": "Eindnoot"}
_OF_THE_WRITER = frozenset({"taal-niet-nederlands"})
"""The writer sets the language of the text, whatever the styles of the template say."""


class Finding(Struct, frozen=True):
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


class Hit(Struct, frozen=True):
    """What a rule returns: the place and what is wrong there."""

    plaats: str
    melding: str
    deel: str = MAIN_PART
    soort: Soort | None = None
    """Only where it weighs otherwise than the rule says."""


class Rule(Struct, frozen=True):
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


class Origins(NamedTuple):
    """Findings by who can mend them."""

    template: tuple[Finding, ...]
    writer: tuple[Finding, ...]


def by_origin(findings: Iterable[Finding], of_template: Callable[[], Iterable[Finding]]) -> Origins:
    """Return findings by where they come from.

    Args:
        findings: What was found in the document.
        of_template: Finds the same in the template; called when something was found in the text.
    """
    found = list(findings)
    in_text = any(item.deel == MAIN_PART for item in found)
    stayed = {(item.controle, item.melding) for item in of_template() if item.deel == MAIN_PART} if in_text else set()
    own = [item for item in found if _is_of_writer(item, stayed)]
    return Origins(tuple(item for item in found if item not in own), tuple(own))


def _is_of_writer(finding: Finding, stayed: Container[tuple[str, str]]) -> bool:
    if finding.deel == MAIN_PART:
        return (finding.controle, finding.melding) not in stayed
    return finding.deel == CORE_PART or finding.controle in _OF_THE_WRITER
