"""The template's own table of contents: its title stays, its lines make room for those of the plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.word.frame.looking import breaks_page, instructions, section_ends, starts_contents
from generator.word.xml import w

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element


@dataclass(frozen=True, slots=True)
class OwnContents:
    """A table of contents that a template brings along."""

    title: list[_Element]
    """The paragraphs above its lines."""
    rest: list[_Element]
    """A paragraph that ends the section right after its lines, emptied."""
    instruction: str
    """The instruction of its field."""
    ends_page: bool
    """Whether a page break stood after its lines."""


def own_contents(blocks: Sequence[_Element]) -> OwnContents:
    """Take a table of contents apart.

    Args:
        blocks: The blocks that hold it.
    """
    lines = [line for block in blocks for line in _lines(block)]
    start = next((index for index, line in enumerate(lines) if _holds_field(line)), 0)
    instruction = next((item for line in lines for item in instructions(line) if item.strip().startswith("TOC")), "")
    rest = [_emptied(line) for line in lines[start:] if section_ends(line)]
    return OwnContents(lines[:start], rest[-1:], " ".join(instruction.split()), any(map(breaks_page, lines[start:])))


def _lines(block: _Element) -> list[_Element]:
    if block.tag != w("sdt"):
        return [block]
    content = block.find(w("sdtContent"))
    return [] if content is None else [line for child in content for line in _lines(child)]


def _holds_field(line: _Element) -> bool:
    return starts_contents(line) or next(line.iter(w("fldChar")), None) is not None


def _emptied(line: _Element) -> _Element:
    """Keep of a paragraph only its properties, with the end of a section in them."""
    for child in list(line):
        if child.tag != w("pPr"):
            line.remove(child)
    return line
