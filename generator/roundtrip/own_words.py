"""What people wrote in a document that is no answer: it stays where it is, and is named, so that nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problems import Location, Melding
from generator.roundtrip.prints import key_of
from generator.roundtrip.shown import plain

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from generator.roundtrip.document_text import Control
    from generator.roundtrip.pairing import Pairing
    from generator.roundtrip.row_changes import RowChanges


def own_words(
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
        if paragraph.as_made or id(paragraph) in rows.copied or (before and before.text == paragraph.text):
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
        "Deze tekst blijft in het document, ook als je het bijwerkt met wijkplan werk-bij.",
        Location(name),
    )
