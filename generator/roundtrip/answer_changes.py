"""What people changed in one answer of a document: the answer that it was, and the one that it becomes.

What cannot be read is said at its place in the document, and never guessed.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from lxml import html
from msgspec import Struct, field

from generator.answers.keys import answer_at_path, question_at_path
from generator.answers.kinds import Kind, Tekst
from generator.page.markdown import to_html
from generator.problems import Location, Melding, ProblemsError
from generator.roundtrip.prints import base_of
from generator.roundtrip.word_markdown import as_item, joined, same_looks
from generator.source import at, dotted
from generator.word.reading.shown_text import plain
from generator.word.xml import value, w

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.answers.questions import Vraag
    from generator.roundtrip.prints import Print
    from generator.roundtrip.remade import Base
    from generator.roundtrip.text_blocks import DocumentText
    from generator.source import KeyPath, Tree

What: TypeAlias = Literal["antwoord", "nieuw", "weg", "volgorde"]
"""What happened: an answer changed, an item of a list is new or gone, or a list stands in another order."""
_BLOCK = re.compile(r"</?(?:p|ul|ol|li|blockquote|br)\b")
_SURELY_MOVED = 4
"""So many words that stand elsewhere are no accident."""
DECIDES = "Zet de tekst in het antwoordenbestand zelf goed, of verander het document en probeer het opnieuw."


class Change(Struct, frozen=True):
    """Something that people changed."""

    what: What
    path: KeyPath
    """Of the answer in the file that the document was made from; of a new item that of its list."""
    old: Tree
    """The answer as it was in that file; None where there was none."""
    new: Tree
    """The answer as it becomes; None where it goes. Of a list in another order, the numbers of its items from 1."""
    who: str
    """Who made the tracked change; empty where it was not tracked."""
    heading: str
    """The heading in the document under which it stands."""
    before: int = 0
    """Of a new item, the number of the item of the list that it comes before."""
    order: tuple[int, ...] = ()
    """Of a list in another order, for each place the number that its item has before."""

    @property
    def key(self) -> str:
        """The key of the answer, as people write it."""
        return dotted(self.path)


class Found(Struct):
    """What was found in a document."""

    changes: list[Change] = field(default_factory=list)
    unread: list[Melding] = field(default_factory=list)
    """What people changed and cannot be read as an answer."""
    notes: list[Melding] = field(default_factory=list)
    """What is good to know, and changes no answer."""


class AnswerPrints:
    """One answer with the places of a document that show it."""

    def __init__(self, base: Base, document: DocumentText, name: str, path: KeyPath, found: Found) -> None:
        """Take the answer as it was given.

        Args:
            base: The document as it was made.
            document: As it is now.
            name: What problems call it.
            path: Of the answer.
            found: Gets what changed.
        """
        self._base = base
        self._document = document
        self._name = name
        self._path = path
        self._found = found

    @cached_property
    def _given(self) -> object:
        return answer_at_path(self._base.antwoorden, self._path)

    @cached_property
    def _raw(self) -> Tree:
        return at(self._base.tree, self._path)

    def compare(self, pairs: Sequence[tuple[Print, list[Print]]]) -> None:
        """Keep what changed, what cannot be read, and what is a conflict between two prints."""
        read: dict[str, tuple[Any, Print]] = {}
        for before, candidates in pairs:
            for now in candidates:
                if _says_same(before, now) or _is_of_another_time(before, now):
                    continue
                value = self._read(before, now)
                if value is not _UNREAD:
                    read.setdefault(repr(value), (value, now))
        values = list(read.values())
        if len(values) > 1:
            shown = " en ".join(f"“{now.text}”" for _, now in values)
            self._say(
                values[0][1], f"Dit antwoord staat op meer plaatsen, en daar staan nu verschillende dingen: {shown}."
            )
        elif values and values[0][0] != self._raw:
            value, now = values[0]
            who = self._document.authors.get(now.control.tag) or self._document.authors.get(now.around, "")
            self._found.changes.append(Change("antwoord", self._path, self._raw, value, who, now.heading))

    def _read(self, before: Print, now: Print) -> Tree | object:
        question = question_at_path(self._path)
        kind = question[0].item_kind if question and not question[1] else None
        if before.control.checked is not None:
            return self._ticked(now)
        if not now.text or (now.is_open and not before.is_open):
            return self._emptied(before, now)
        if _keys_inside(now) - _keys_inside(before):
            self._say(now, "In de tekst van dit antwoord staat nu ook een ander antwoord.")
            return _UNREAD
        if kind is None:
            empty = self._raw is None or (isinstance(self._raw, dict) and not any(self._raw.values()))
            if before.is_open and empty and self._begun(now):
                return _UNREAD
            self._say(now, f"Wat hier nu staat, is niet als antwoord te lezen: “{now.text}”.")
            return _UNREAD
        try:
            if isinstance(kind, Tekst):
                return self._text(before, now)
            return self._value(kind, before, now)
        except ProblemsError as error:
            (problem, *_) = error.problems
            self._say(now, problem.melding, problem.oplossing)
            return _UNREAD

    def _emptied(self, before: Print, now: Print) -> Tree | object:
        """Return that there is no answer any more, unless its words stand elsewhere now: then people moved them."""
        if not before.text or before.is_open:
            return _UNREAD
        free = (plain("".join(p.text for p in block.pieces if not p.control)) for block in self._document.paragraphs)
        if len(before.text.split()) >= _SURELY_MOVED and any(before.text in text for text in free):
            self._say(now, f"Dit antwoord is leeg, maar zijn tekst staat nu ergens anders: “{_short(before.text)}”.")
            return _UNREAD
        return None

    def _begun(self, now: Print) -> bool:
        """Keep what was typed in the place of a whole list or group that had no answer; False where it is not sure."""
        question = question_at_path(self._path)
        if question is None:
            return False
        texts = now.paragraphs if question[0].is_lijst else [joined(now.paragraphs)]
        found = [_item_of(question[0], text, self._base.tree) for text in texts if text]
        if not all(found):
            return False
        who = self._document.authors.get(now.control.tag, "")
        for tree in found:
            if question[0].is_lijst:
                change = Change("nieuw", self._path, None, tree, who, now.heading)
                self._found.changes.extend([change] if change not in self._found.changes else [])
            elif isinstance(tree, dict):
                changes = (Change("antwoord", (*self._path, k), None, v, who, now.heading) for k, v in tree.items())
                self._found.changes.extend(change for change in changes if change not in self._found.changes)
        return True

    def _ticked(self, now: Print) -> Tree | object:
        """Return what ticking a box says; what taking a tick away says is for people to tell."""
        if now.control.checked:
            return "op_orde" if self._given != "op_orde" else self._raw
        if self._given != "op_orde":
            return self._raw
        self._say(
            now,
            "Dit vakje is niet meer aangekruist, maar dat zegt niet hoe het ervoor staat.",
            "Kies ernaast deels op orde, niet op orde of nog onbekend.",
        )
        return _UNREAD

    def _value(self, kind: Kind[Any], before: Print, now: Print) -> Tree:
        choices = {
            words.casefold(): value for words, value in {**before.control.choices, **now.control.choices}.items()
        }
        chosen = choices.get(plain(now.text).casefold())
        if chosen is not None:
            value = kind.parse(chosen)
        else:
            value = kind.read_back(now.text, self._given if _print_of(kind, self._given) == before.text else None)
        if value == self._given:
            return self._raw
        return str(kind.write(value))

    def _text(self, before: Print, now: Print) -> Tree | object:
        raw = self._raw if isinstance(self._raw, str) else ""
        old, new = list(before.paragraphs), list(now.paragraphs)
        if isinstance(self._path[-1], int):
            old, new = as_item(old), as_item(new)
        if before.is_open or not raw:
            return joined(new)
        if _words(raw) == before.text:
            return _merged(raw, old, new)
        return self._part(raw, before, now)

    def _part(self, raw: str, before: Print, now: Print) -> Tree | object:
        """Return the whole answer, of which the document prints only a part, or with another capital."""
        if raw.casefold() == before.text.casefold() and now.text:
            first = now.text[0]
            return (first.lower() if raw[0].islower() and first.isupper() else first) + joined(now.paragraphs)[1:]
        pieces = re.split(r"(\n\s*\n)", raw)
        places = [place for place, piece in enumerate(pieces) if piece.strip() and _words(piece) == before.text]
        if len(places) == 1:
            pieces[places[0]] = joined(now.paragraphs)
            return "".join(pieces)
        self._say(now, f"Hier staat maar een deel van het antwoord, en dat deel is veranderd: “{now.text}”.")
        return _UNREAD

    def _say(self, now: Print, melding: str, oplossing: str = DECIDES) -> None:
        place = f"Onder “{now.heading}”, bij “{_short(now.around or now.text)}”: " if now.heading else ""
        self._found.unread.append(Melding(place + melding, oplossing, Location(self._name, 0, 0, dotted(self._path))))


def _item_of(question: Vraag, text: str, whole: Tree) -> Tree:
    """Return the answers that a text gives which stands alone in the place of an item or group; None if not sure."""
    if question.item_kind is not None:
        return str(question.item_kind.write(question.item_kind.read_back(text)))
    found = question.model.from_text(text, whole) if question.model else None
    return {**found} if found and "id" not in found else None


_UNREAD = object()
"""Stands for what cannot be read, which was said."""


def _keys_inside(shown: Print) -> set[str]:
    """Return the tags of the controls inside that of a print."""
    tags = shown.control.element.iterfind(f"{w('sdtContent')}//{w('sdt')}/{w('sdtPr')}/{w('tag')}")
    return {base_of(value(tag)) for tag in tags}


def _says_same(before: Print, now: Print) -> bool:
    """Tell whether a print says what it said, in the same looks."""
    if before.control.checked is not None:
        return before.control.checked == now.control.checked
    if before.paragraphs == now.paragraphs and before.texts == now.texts:
        return True
    return now.text == before.text and same_looks(before.paragraphs, now.paragraphs)


def _is_of_another_time(before: Print, now: Print) -> bool:
    """Tell whether a print is as it was made, by templates that said it otherwise; a paragraph taken out shows."""
    return before.text != now.text and len(before.paragraphs) <= len(now.paragraphs) and now.as_made


def _print_of(kind: Kind[Any], given: object) -> str:
    return "" if given is None else plain(kind.show(given))


def _words(text: str) -> str:
    """Return the words of an answer as the document prints them."""
    spaced = _BLOCK.sub(r" \g<0>", to_html(text))
    return plain(str(html.fragment_fromstring(spaced, create_parent="div").text_content()))


def _merged(raw: str, before: Sequence[str], now: Sequence[str]) -> str:
    """Return an answer in which the paragraphs that changed are new, and the others stay as they were typed."""
    units = [unit for unit in re.split(r"\n[ \t]*\n|\n(?=[ \t]*(?:[-*•]|\d+[.)])[ \t])", raw) if unit.strip()]
    kept = units if len(units) == len(before) else list(before)
    found: list[str] = []
    for tag, first, last, start, end in SequenceMatcher(None, list(before), list(now), autojunk=False).get_opcodes():
        found.extend(kept[first:last] if tag == "equal" else now[start:end])
    return joined(found)


def _short(text: str) -> str:
    words = plain(text)
    return words if len(words) <= 70 else f"{words[:67]}…"
