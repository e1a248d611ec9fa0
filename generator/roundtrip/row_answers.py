"""What a new row or item of a list says, read by the columns of one that was there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.answers.keys import question_at_path
from generator.answers.kinds import Tekst
from generator.problems import ProblemsError
from generator.roundtrip.prints import key_of
from generator.roundtrip.tree_edits import put
from generator.roundtrip.word_markdown import as_item, joined, markdown
from generator.source import dotted, path_of
from generator.word.reading.shown_text import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.roundtrip.remade import Base
    from generator.roundtrip.text_blocks import TextParagraph
    from generator.source import KeyPath, Tree

_EMPTY = frozenset({"", "-", "–", "—"})
_NUMBER = re.compile(r"\d+")
"""A number around answers counts the rows: that of a new row is another one."""


class UnreadableRowError(LookupError):
    """A new row cannot be read; the text says why."""


def path_of_tag(tag: str, base: Base) -> KeyPath:
    """Return the path of the answer that a tag names; empty without a tag."""
    return path_of(key_of(tag, base.keys)) if tag else ()


def row_answers(
    given: Sequence[Sequence[TextParagraph]], example: Sequence[Sequence[TextParagraph]], path: KeyPath, base: Base
) -> tuple[Tree, str]:
    """Return the answers that a new row or item gives, read by the columns of one that was there, and what is left.

    Args:
        given: The cells of the new one.
        example: The cells of the one that was there.
        path: The item whose answers that one shows.
        base: The document as it was made.

    Raises:
        UnreadableRowError: What stands in it is no answer to the question of its column.
    """
    tree: dict[str, Tree] = {}
    single: Tree = None
    left = [paragraph.text for cell in given[len(example) :] for paragraph in cell]
    for number, cell in enumerate(example):
        keys = _keys_in(cell, path, base)
        now = given[number] if number < len(given) else []
        if not keys and [item.text for item in now] != [item.text for item in cell]:
            left.extend(item.text for item in now)
        for key, text in zip(keys, _cell_texts(cell, now, keys), strict=True):
            value = _parsed((*path, *key), text)
            if value is None:
                continue
            if not key:
                single = value
            else:
                put(tree, key, value)
    return (single if single is not None else tree or None), plain(" ".join(left))


def _keys_in(cell: Iterable[TextParagraph], path: KeyPath, base: Base) -> list[KeyPath]:
    """Return the answers that a cell shows of an item, in order, as the rest of their path."""
    found: dict[KeyPath, None] = {}
    for paragraph in cell:
        for piece in paragraph.pieces:
            key = path_of_tag(piece.control.tag, base) if piece.control else ()
            if key[: len(path)] == path:
                found[key[len(path) :]] = None
    return list(found)


def _cell_texts(example: Sequence[TextParagraph], given: Sequence[TextParagraph], keys: Sequence[KeyPath]) -> list[str]:
    """Return the text for each answer of a cell.

    Raises:
        UnreadableRowError: The text around the answers is not there, so that it is not clear where each begins.
    """
    marked = [paragraph.mark + markdown(paragraph.pieces) for paragraph in given if paragraph.text]
    whole = joined(as_item(marked) if keys == [()] else marked)
    if not keys or plain(whole) in _EMPTY:
        return [""] * len(keys)
    if len(keys) == 1 and all(piece.control for paragraph in example for piece in paragraph.pieces):
        return [whole]
    pattern, known = "", []
    for paragraph in example:
        for piece in paragraph.pieces:
            tag = piece.control.tag if piece.control else ""
            if not tag:
                marks = r"\**" if markdown([piece]).startswith("*") else ""
                words = _NUMBER.sub(lambda _: r"\d+", re.escape(plain(piece.text))).join((marks, marks))
                pattern += words.join((r"\s*", r"\s*"))
            elif tag not in known:
                pattern += "(.+?)"
                known.append(tag)
    match = re.fullmatch(pattern, plain(whole), re.DOTALL)
    if match is None or len(known) != len(keys):
        raise UnreadableRowError(f"In de nieuwe rij is “{plain(whole)[:60]}” niet als antwoord te lezen.")
    return [group.strip() for group in match.groups()]


def _parsed(path: KeyPath, text: str) -> str | None:
    """Return an answer as the file has it; None where there is none.

    Raises:
        UnreadableRowError: The text is no answer to the question.
    """
    if plain(text) in _EMPTY or plain(text).startswith("[nog in te vullen"):
        return None
    question = question_at_path(path)
    kind = question[0].item_kind if question and not question[1] else None
    if kind is None:
        raise UnreadableRowError(f"Bij “{dotted(path)}” hoort geen tekst, maar er staat “{plain(text)[:60]}”.")
    try:
        value = kind.read_back(text if isinstance(kind, Tekst) else plain(text))
    except ProblemsError as error:
        raise UnreadableRowError(f"In de nieuwe rij: {error.problems[0].sentences}") from error
    return str(kind.write(value))
