"""Rules for the language and the title: they decide which voice reads, and what it says first."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from generator.accessibility.findings import WHOLE_DOCUMENT, Hit, Rule, quoted
from generator.problems import Soort
from generator.word.reading.opening import CORE_PART, STYLES_PART
from generator.word.xml import value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.word.reading.document import Document

_DUTCH = frozenset(
    {
        "het", "een", "van", "dat", "voor", "met", "zijn", "niet", "bij", "wij", "aan", "ook", "wordt", "naar", "deze",
        "worden", "onze",
    }
)  # fmt: skip
_OTHER = frozenset(
    {
        "the", "of", "and", "to", "for", "with", "are", "this", "that", "und", "der", "das", "ist", "für", "nicht",
        "le", "la", "les", "des", "est", "pour", "el", "los", "las", "que", "una", "por",
    }
)  # fmt: skip
_ENOUGH = 5
"""So many words of a language are a sign that the text is in it."""
_SHARE = 0.2
"""Above this share of the text in a wrong language, that is no quotation."""
_NO_TITLE = re.compile(
    r"(document|doc|template|sjabloon|naamloos|untitled|titel|title|concept|nieuw document|word-document)[ _-]*\d*"
    r"|microsoft word.*|\S+\.(docx?|dotx?|docm|dotm|pdf)",
    re.IGNORECASE,
)


def _language(document: Document) -> Iterator[Hit]:
    if not _is_dutch(document):
        return
    default = document.styles.language
    used = _used_languages(document)
    wrong = {name: share for name, share in used.items() if not name.lower().startswith("nl")}
    if sum(wrong.values()) > _SHARE:
        name = max(wrong, key=lambda item: wrong[item])
        melding = f"staat op {name}" if name else "is niet ingesteld"
        yield Hit(WHOLE_DOCUMENT, f"De tekst is Nederlands, maar de taal {melding}.", STYLES_PART)
    elif not default.lower().startswith("nl"):
        melding = f"De standaardtaal van het document is {default or 'niet ingesteld'}, niet Nederlands."
        yield Hit(WHOLE_DOCUMENT, melding, STYLES_PART, Soort.AANDACHT)


def _title(document: Document) -> Iterator[Hit]:
    title = document.title
    if not title:
        yield Hit(WHOLE_DOCUMENT, "Het document heeft geen titel in de eigenschappen.", CORE_PART)
    elif _NO_TITLE.fullmatch(title) or ("_" in title and " " not in title):
        melding = f"De titel in de eigenschappen zegt niet waar het document over gaat: {quoted(title)}."
        yield Hit(WHOLE_DOCUMENT, melding, CORE_PART)


def _is_dutch(document: Document) -> bool:
    dutch, other = (sum(map(document.words.__getitem__, words)) for words in (_DUTCH, _OTHER))
    return dutch >= _ENOUGH and dutch > other


def _used_languages(document: Document) -> dict[str, float]:
    """Return per language its share of the text."""
    lengths: Counter[str] = Counter()
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            lengths[value(document.styles.of_run(run, paragraph, "lang"))] += len(run.text)
    total = sum(lengths.values()) or 1
    return {name: length / total for name, length in lengths.items()}


RULES = (
    Rule(
        "taal-niet-nederlands",
        Soort.FOUT,
        "Selecteer alles met Ctrl+A, kies Controleren > Taal > Controletaal instellen > Nederlands (Nederland) "
        "en daarna Als standaard instellen.",
        _language,
    ),
    Rule(
        "titel-ontbreekt",
        Soort.FOUT,
        "Kies Bestand > Info en typ rechts bij Eigenschappen achter Titel waar het document over gaat.",
        _title,
    ),
)
