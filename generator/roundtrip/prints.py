"""Where a document prints an answer, and what it says there; also where the controls were taken away.

A tag names the key of an answer; `#2` after it is its second print, `~2` the second part of one print.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from generator.roundtrip.text_blocks import Control, Piece
from generator.roundtrip.word_markdown import markdown
from generator.word.reading.shown_text import plain

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from generator.roundtrip.pairing import Pairing
    from generator.roundtrip.text_blocks import DocumentText, TextParagraph

_TAG = re.compile(r"(?P<key>.+?)(?P<again>#\d+)?(?:~\d+)?")


class Print(Struct, eq=False):
    """One place where an answer prints."""

    tag: str
    """Of its control, without the number of the part."""
    control: Control
    heading: str
    """The heading that it stands under."""
    around: str
    """The text of the paragraph that it starts in."""
    paragraphs: list[str] = field(default_factory=list)
    """What it says: each paragraph, or item of a list, in light Markdown."""
    texts: list[str] = field(default_factory=list)
    """The same without any look."""
    is_whole: bool = True
    """Whether each of its paragraphs holds nothing else."""
    blocks: list[TextParagraph] = field(default_factory=list)
    """The paragraphs of the document that it stands in."""

    @property
    def as_made(self) -> bool:
        """Whether the document itself says of each of its paragraphs that it is as it was made."""
        return bool(self.blocks) and all(block.as_made for block in self.blocks)

    @property
    def text(self) -> str:
        """What it says, as one line."""
        return plain(" ".join(self.texts))

    @property
    def is_open(self) -> bool:
        """Whether it still asks for an answer."""
        return self.control.is_prompt


def base_of(tag: str) -> str:
    """Return the tag of a whole print: without the number of its part."""
    found = _TAG.fullmatch(tag) if "~" in tag else None
    return tag if found is None else found["key"] + (found["again"] or "")


def key_of(tag: str, keys: Mapping[str, str]) -> str:
    """Return the key that a tag names.

    Args:
        tag: The tag of a control.
        keys: The key for each one that was too long for Word, and that the tag cuts short.
    """
    found = _TAG.fullmatch(tag)
    short = tag if found is None else found["key"]
    return keys.get(short, short)


def prints_of(document: DocumentText, without: Collection[int] = ()) -> dict[str, list[Print]]:
    """Return the prints in a document by tag: more than one where a person copied it.

    Args:
        document: The document.
        without: The `id` of each paragraph that is left out, because it belongs to a row that is new.
    """
    found: dict[str, list[Print]] = {}
    owner: dict[int, Print] = {}
    left_out: set[int] = set()
    for paragraph in document.paragraphs:
        if id(paragraph) in without:
            left_out.update(id(piece.control) for piece in paragraph.pieces)
            continue
        for control, pieces in _stretches(paragraph.pieces):
            tag = base_of(control.tag)
            here = owner.get(id(control))
            if here is None and control.tag != tag and found.get(tag):
                here = found[tag][-1]
            if here is None:
                here = Print(tag, control, paragraph.heading, paragraph.text)
                found.setdefault(tag, []).append(here)
            owner[id(control)] = here
            whole = len(pieces) == len(paragraph.pieces)
            here.is_whole = here.is_whole and whole
            here.blocks.append(paragraph)
            here.paragraphs.append((paragraph.mark if whole else "") + markdown(pieces))
            here.texts.append(plain("".join(piece.text for piece in pieces)))
    for control in document.controls:
        tag = base_of(control.tag)
        if tag not in found and id(control) not in left_out:
            found[tag] = [Print(tag, control, "", "")]
    return found


def _stretches(pieces: Sequence[Piece]) -> list[tuple[Control, list[Piece]]]:
    found: list[tuple[Control, list[Piece]]] = []
    for piece in pieces:
        if piece.control is None:
            continue
        if found and found[-1][0] is piece.control:
            found[-1][1].append(piece)
        else:
            found.append((piece.control, [piece]))
    return found


def restore_controls(pairing: Pairing, after: DocumentText) -> None:
    """Give the text of a document the controls back that somebody, or another program, took away.

    Args:
        pairing: The paragraphs of the document as it was made, and of this one.
        after: This one, which is changed.
    """
    there = {control.tag for control in after.controls}
    made: dict[str, Control] = {}
    for before, now in pairing.paragraphs:
        missing = {
            piece.control.tag: piece.control
            for piece in before.pieces
            if piece.control is not None and piece.control.tag not in there
        }
        for tag, control in missing.items():
            stretch = _stretch(before, now, tag)
            if stretch is not None:
                copy = made.setdefault(tag, _without_prompt(control, before, now))
                now.pieces = list(_with_control(now.pieces, stretch, copy))
    _fill_gaps(after, made)
    after.controls.extend(made.values())


def _without_prompt(control: Control, before: TextParagraph, now: TextParagraph) -> Control:
    return Control(
        control.tag,
        control.element,
        control.is_prompt and before.text == now.text,
        control.checked if control.checked is None else _is_ticked(now),
    )


def _is_ticked(paragraph: TextParagraph) -> bool:
    return any(sign in paragraph.text for sign in "☒☑✓✔")


def _fill_gaps(after: DocumentText, made: dict[str, Control]) -> None:
    """Give a paragraph that was typed between two paragraphs of one answer to that answer."""
    known = set(map(id, made.values()))
    paragraphs = [block for block in after.blocks if not hasattr(block, "rows")]
    for before, here, behind in zip(paragraphs, paragraphs[1:], paragraphs[2:], strict=False):
        first, last = _only_control(before), _only_control(behind)
        if first is not None and first is last and id(first) in known and here.text and not here.level:
            for piece in here.pieces:
                piece.control = piece.control or first


def _only_control(paragraph: TextParagraph) -> Control | None:
    controls = {id(piece.control): piece.control for piece in paragraph.pieces}
    return next(iter(controls.values())) if len(controls) == 1 else None


def _stretch(before: TextParagraph, now: TextParagraph, tag: str) -> tuple[int, int] | None:
    """Return where in a paragraph an answer stands now; None where the text around it is not there any more."""
    old = "".join(piece.text for piece in before.pieces)
    new = "".join(piece.text for piece in now.pieces)
    start = end = place = 0
    for piece in before.pieces:
        if piece.control is not None and piece.control.tag == tag:
            start = place if end == 0 else start
            end = place + len(piece.text)
        place += len(piece.text)
    if old == new:
        return start, end
    matched: dict[int, int] = {}
    for first, second, size in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        matched.update((first + step, second + step) for step in range(size))
    left = 0 if start == 0 else matched.get(start - 1, -2) + 1
    right = len(new) if end == len(old) else matched.get(end, -1)
    return (left, right) if 0 <= left < right else None


def _with_control(pieces: Sequence[Piece], stretch: tuple[int, int], control: Control) -> list[Piece]:
    """Return pieces of which those in a stretch stand in a control, cut where it begins and ends."""
    found: list[Piece] = []
    place = 0
    for piece in pieces:
        cuts = sorted({0, len(piece.text), *(min(max(cut - place, 0), len(piece.text)) for cut in stretch)})
        for first, last in pairwise(cuts):
            inside = stretch[0] <= place + first and place + last <= stretch[1]
            owner = piece.control or (control if inside else None)
            found.append(replace(piece, text=piece.text[first:last], control=owner))
        place += len(piece.text)
    return found
