"""What people changed in a document: its answers, the rows and items of its lists, and words that are no answer."""

from __future__ import annotations

import re
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from generator import dutch
from generator.problems import Location, Melding
from generator.roundtrip.answer_changes import DECIDES, AnswerPrints, Change, Found
from generator.roundtrip.pairing import pair
from generator.roundtrip.prints import key_of, prints_of, restore_controls
from generator.roundtrip.row_changes import row_changes
from generator.source import dotted, path_of
from generator.word.reading.shown_text import plain

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from generator.roundtrip.pairing import Pairing
    from generator.roundtrip.remade import Base
    from generator.roundtrip.row_changes import RowChange, RowChanges
    from generator.roundtrip.text_blocks import Control, DocumentText

_STAYS = "Deze tekst blijft in het document, ook als je het bijwerkt met wijkplan werk-bij."
_REPEATING = ("koptekst", "voettekst")
_WORD = re.compile(r"[^\W\d_]{2,}")


def find_changes(base: Base, document: DocumentText, name: str) -> Found:
    """Return what people changed in a document.

    Args:
        base: The document as it was made.
        document: As it is now; it is changed, where controls were taken away.
        name: What problems call it.
    """
    found = Found()
    pairing = pair(base.document, document)
    restore_controls(pairing, document)
    rows = row_changes(base, document, pairing)
    for row in rows.changes:
        if row.melding or not row.left or row.new is not None:
            _take_row(row, name, found)
    before = prints_of(base.document)
    now = prints_of(document, rows.copied)
    gone = {change.path for change in found.changes if change.what == "weg"}
    for key, tags in _by_key(before, base.keys).items():
        path = path_of(key)
        if not any(path[: len(dropped)] == dropped for dropped in gone):
            AnswerPrints(base, document, name, path, found).compare(
                [(before[tag][0], now[tag]) for tag in tags if tag in now]
            )
    read_keys = {change.key for change in found.changes} | {melding.place.sleutel for melding in found.unread}
    found.notes.extend(_own_words(pairing, rows, name, read_keys, base.keys))
    found.notes.extend(_words_elsewhere(base.document, document, name))
    found.notes.extend(_other_looks(pairing, name))
    return found


def _by_key(prints: Iterable[str], keys: Mapping[str, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for tag in prints:
        found.setdefault(key_of(tag, keys), []).append(tag)
    return found


def _take_row(row: RowChange, name: str, found: Found) -> None:
    place = Location(name, 0, 0, dotted(row.path))
    if row.melding:
        found.unread.append(Melding(f"Onder “{row.heading}”: {row.melding}", DECIDES, place))
        return
    found.changes.append(Change(row.what, row.path, row.old, row.new, row.who, row.heading, row.before, row.order))


def _own_words(
    pairing: Pairing, rows: RowChanges, name: str, read: Collection[str], keys: Mapping[str, str]
) -> Iterator[Melding]:
    """Yield what people wrote that is no answer.

    Args:
        pairing: What of the document as it was made and as it is belongs together.
        rows: What happened to rows and items.
        name: What problems call the document.
        read: The keys of which something was taken over or said already.
        keys: The key for each tag that was cut short.
    """
    pairs = {id(after): before for before, after in pairing.paragraphs}
    for paragraph in [*pairing.new_paragraphs, *(after for _, after in pairing.paragraphs)]:
        before = pairs.get(id(paragraph))
        if id(paragraph) in rows.copied or (before and before.text == paragraph.text) or paragraph.as_made:
            continue
        shown = ("\n" if _is_read(piece.control, read, keys) else piece.text for piece in paragraph.pieces)
        words = plain("".join(shown))
        there = set(before.text.split()) if before else set()
        if not set(words.split()) <= there:
            yield _named(name, paragraph.heading, words)
    for row in rows.changes:
        if row.left:
            yield _named(name, row.heading, row.left)


def _is_read(control: Control | None, read: Collection[str], keys: Mapping[str, str]) -> bool:
    """Tell whether a control shows an answer of which something was said, or the place of a whole group of them."""
    if control is None:
        return False
    key = key_of(control.tag, keys)
    return key in read or any(other.startswith(f"{key}.") for other in read)


def _named(name: str, heading: str, words: str) -> Melding:
    place = f"Onder “{heading}” staat" if heading else "Er staat"
    return Melding(
        f"{place} nieuwe tekst die geen antwoord is: “{words}”.",
        _STAYS,
        Location(name),
    )


def _words_elsewhere(before: DocumentText, after: DocumentText, name: str) -> Iterator[Melding]:
    """Yield what people wrote outside the lines of the text: a header repeats words of these, and that is not new."""
    there = {text for _, text in before.elsewhere}
    known = {word for text in there for word in _WORD.findall(text)}
    lines = {word for paragraph in after.paragraphs for word in _WORD.findall(paragraph.text)}
    for place, text in dict.fromkeys(after.elsewhere):
        words = set(_WORD.findall(text)) - known - (lines if place in _REPEATING else set())
        if words and text not in there:
            where = f"In {place}" if place == "verborgen tekst" else f"In een {place}"
            yield Melding(f"{where} staat nieuwe tekst die geen antwoord is: “{text}”.", _STAYS, Location(name))


def _other_looks(pairing: Pairing, name: str) -> Iterator[Melding]:
    """Yield where people gave words of an answer a look that an answer cannot hold."""
    for before, after in pairing.paragraphs:
        found = [(looks, piece.text) for looks, piece in after.other_looks(before) if piece.control]
        for looks, pieces in groupby(found, key=itemgetter(0)):
            words = plain("".join(text for _, text in pieces))
            place = f"Onder “{after.heading}” is" if after.heading else "In het document is"
            yield Melding(
                f"{place} “{words}” {dutch.opsomming(sorted(looks))}. Die opmaak past niet in een antwoord.",
                "In dit document blijft zij staan. Een document dat je opnieuw maakt, heeft haar niet.",
                Location(name),
            )
