"""The identity of each block: a name that stays when text elsewhere comes or goes, and the id that Word keeps for it.

A block is named after the heading that it stands under and the answer that it shows, else after its opening words; a
row after its table and its opening words. No number counts from the start of the document, so that a paragraph more
or less leaves the names of all others as they are; only what has the same name in the same place is told apart by
`#2`. The `w14:paraId` is made of the name, so the same block has the same id in every document.
"""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING, Literal, TypeAlias

from msgspec import Struct

from generator.page import ties
from generator.page.remarks import PLACE_ID
from generator.page.vocabulary import tag_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.html import HtmlElement

    from generator.word.text.translation import Context

Kind: TypeAlias = Literal["kop", "alinea", "punt", "bijschrift", "grafiek", "rij", "sjabloon"]
"""What a block is: a heading, paragraph, item of a list, caption, chart or row, or a paragraph of the template."""
_LARGEST = 0x7FFFFFFF
"""Word takes no larger id."""
_INDEX = re.compile(r"\[\d+\]")
_MOST_WORDS = 4


class Identity(Struct, frozen=True):
    """The identity of a paragraph or row."""

    name: str
    para_id: str
    """Eight hexadecimal digits, unlike those of any other paragraph or row in the document."""


class Named(Struct, frozen=True):
    """A block of the document with what it is."""

    identity: Identity
    kind: Kind
    keys: tuple[str, ...]
    """The keys of the answers that it shows or waits for."""


class Identities:
    """Hands out identities, each once, and keeps which blocks have them."""

    def __init__(self) -> None:
        """Start without any."""
        self.blocks: list[Named] = []
        self._prints: dict[str, int] = {}
        self._taken: set[int] = set()

    def of(self, name: str) -> Identity:
        """Return the identity of this name, unlike every one before."""
        self._prints[name] = count = self._prints.get(name, 0) + 1
        whole = f"{name}#{count}" if count > 1 else name
        number = zlib.crc32(whole.encode()) & _LARGEST or 1
        while number in self._taken:
            number = number % _LARGEST + 1
        self._taken.add(number)
        return Identity(whole, f"{number:08X}")

    def note(self, name: str, kind: Kind, keys: Iterable[str] = ()) -> Identity:
        """Return the identity of a block, and keep what it is."""
        named = Named(self.of(name), kind, tuple(dict.fromkeys(keys)))
        self.blocks.append(named)
        return named.identity

    def paragraph(self, nodes: Sequence[HtmlElement | str], context: Context, kind: Kind = "alinea") -> Identity:
        """Return the identity of a paragraph of text and inline elements; in a cell it belongs to the row.

        An item of a list is named after its words even where it shows an answer: it moves when others are added.
        """
        if context.in_table:
            return self.of(f"{context.scope}/{opening_words(_text(nodes))}" if kind == "punt" else context.scope)
        keys = [*([context.key] if context.key else []), *_keys(nodes)]
        own = _INDEX.sub("[]", keys[0]) if keys and kind != "punt" else opening_words(_text(nodes))
        return self.note(f"{context.scope}/{own or kind}", kind, keys)

    def heading(self, element: HtmlElement, context: Context) -> Identity:
        """Return the identity of a heading: its own id, where the template gave it one."""
        if context.in_table:
            return self.of(context.scope)
        return self.note(_own_name([element], element, context), "kop", _keys([element]))

    def caption(self, words: HtmlElement, whole: HtmlElement, context: Context) -> Identity:
        """Return the identity of a table or figure, which is that of its caption."""
        if context.in_table:
            return self.of(context.scope)
        return self.note(_own_name([words], whole, context), "bijschrift", _keys([words]))

    def row(self, cells: Sequence[HtmlElement], context: Context, *, head: bool) -> Identity:
        """Return the identity of a row in the table that the context is in."""
        return self.note(f"{context.scope}/{'kop' if head else _row_words(cells) or 'rij'}", "rij", _keys(cells))


def opening_words(text: str) -> str:
    """Return the first words of a text as a name: `in-de-wijk-wonen`; words with digits in them may change, so without.

    They end with the first sentence, or where a colon says that the answer comes.
    """
    found: list[str] = []
    for word in text.split():
        plain = word.strip("“”‘’„\"'()[]{}.,:;?!…–-☐☑☒").casefold()
        if plain and not any(sign.isdigit() for sign in plain):
            found.append(plain)
        if len(found) == _MOST_WORDS or (found and word[-1] in ".:?!"):
            break
    return "-".join(found)


def _row_words(cells: Sequence[HtmlElement]) -> str:
    """Return the opening words of a row: those of its heading, else of all that is no date."""
    first = opening_words(_text(cells[:1])) if cells[0].tag == "th" else ""
    return first or opening_words(_text(cell for cell in cells if next(cell.iter("time"), None) is None))


def _own_name(nodes: Sequence[HtmlElement], element: HtmlElement, context: Context) -> str:
    return _given_id(element) or f"{context.scope}/{opening_words(_text(nodes)) or tag_of(element)}"


def _given_id(element: HtmlElement) -> str:
    """Return the id that a template gave an element; one that `remarks` gave comes and goes with an open point."""
    own = element.get("id") or ""
    return "" if own.startswith(PLACE_ID) else own


def _text(nodes: Iterable[HtmlElement | str]) -> str:
    return " ".join(node if isinstance(node, str) else " ".join(map(str, node.itertext())) for node in nodes)


def _keys(nodes: Iterable[HtmlElement | str]) -> list[str]:
    elements = (item for node in nodes if not isinstance(node, str) for item in node.iter())
    return [key for item in elements if (key := item.get(ties.ANSWER))]
