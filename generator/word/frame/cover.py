"""How a template opens: with a letterhead, a cover page, a table of contents, or none of these."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from generator.word.frame.cover_words import is_title, sample_titles
from generator.word.frame.landmarks import (
    breaks_page,
    field_depth,
    gallery,
    has_art,
    has_placeholder,
    heading_level,
    own_text,
    section_ends,
    starts_contents,
)
from generator.word.reading.content_controls import controls
from generator.word.xml import w

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from lxml.etree import _Element

    from generator.word.styles import Styles


_MOST_BLOCKS = 80
_MOST_TEXT = 1500
"""Beyond this many blocks or characters it is no cover any more, but a text."""
_MOST_BESIDE_ART = {True: 200, False: 60}
"""Beyond this many characters the words beside a logo are no letterhead: in a table, and in a paragraph."""


class Opening(Struct, frozen=True):
    """How a template opens; the numbers are indexes of blocks, the second one past the last."""

    letterhead: int
    """How many blocks at the start hold nothing but art."""
    cover: int
    """How many blocks the cover page takes, the letterhead included; 0 when there is none."""
    prepared: bool
    """Whether the cover was made to be kept: by Word, with art, or with places to fill in."""
    own_section: bool
    """Whether the cover is a section of its own."""
    contents: tuple[int, int] | None
    """The blocks of the table of contents."""


def opening(blocks: Sequence[_Element], styles: Styles, page_ends: Container[int]) -> Opening:
    """Return how the blocks of a template open.

    Args:
        blocks: The blocks.
        styles: The styles of the template.
        page_ends: The indexes of the blocks where a section ends together with its page.
    """
    contents = _contents(blocks, styles)
    before = blocks[: contents[0] if contents else len(blocks)]
    letterhead = _letterhead(blocks, styles)
    cover = _cover(before, styles, page_ends, whole=contents is not None)
    if not cover and sample_titles(blocks[:letterhead], styles, floating=True):
        cover = letterhead
    prepared = any(_is_prepared(block) for block in blocks[:cover])
    own_section = cover > 0 and bool(section_ends(blocks[cover - 1])) and cover < len(blocks)
    return Opening(letterhead, cover, prepared, own_section, contents)


def _is_prepared(block: _Element) -> bool:
    asks = any(control.shows_prompt for control in controls(block))
    return gallery(block) == "Cover Pages" or has_art(block) or has_placeholder(block) or asks


def _letterhead(blocks: Sequence[_Element], styles: Styles) -> int:
    last = 0
    for index, block in enumerate(blocks, 1):
        if section_ends(block) or (own_text(block).strip() and not _stands_beside_art(block, styles)):
            break
        if has_art(block):
            last = index
    return last


def _stands_beside_art(block: _Element, styles: Styles) -> bool:
    """Tell whether the words of a block are those of a letterhead: few, beside a logo, and no title."""
    return (
        has_art(block)
        and not has_placeholder(block)
        and len(own_text(block)) <= _MOST_BESIDE_ART[block.tag == w("tbl")]
        and heading_level(block, styles) is None
        and not any(is_title(paragraph, styles) for paragraph in block.iter(w("p")))
    )


def _contents(blocks: Sequence[_Element], styles: Styles) -> tuple[int, int] | None:
    """Return the first table of contents, if only a cover stands before it."""
    for index, block in enumerate(blocks):
        if starts_contents(block):
            end, depth = index + 1, field_depth(block)
            while depth > 0 and end < len(blocks):
                depth += field_depth(blocks[end])
                end += 1
            return index, end
        if index > _MOST_BLOCKS or (heading_level(block, styles) is not None and not _before_contents(blocks, index)):
            return None
    return None


def _before_contents(blocks: Sequence[_Element], index: int) -> bool:
    """Tell whether a heading is that of the table of contents right after it."""
    return index + 1 < len(blocks) and starts_contents(blocks[index + 1])


def _cover(blocks: Sequence[_Element], styles: Styles, page_ends: Container[int], *, whole: bool) -> int:
    """Return how many blocks the cover takes; `whole` tells that a table of contents ends it at the latest."""
    text = found = 0
    for index, block in enumerate(blocks[:_MOST_BLOCKS], 1):
        if gallery(block) == "Cover Pages" and (found or not text):
            return _with_break(blocks, index)
        if gallery(block) == "Cover Pages" and own_text(block).strip():
            return 0  # it stands halfway a text; with a break alone it ends a cover that was typed before it
        text += len(own_text(block))
        if text > _MOST_TEXT or heading_level(block, styles) is not None:
            return found
        starts_new = index < len(blocks) and _starts_page(blocks[index])
        if not found and (index - 1 in page_ends or breaks_page(block) or starts_new):
            found = index if text or any(has_art(item) for item in blocks[:index]) else 0
            if not found:
                return 0
    return found or (len(blocks) if whole and text else 0)


def _with_break(blocks: Sequence[_Element], index: int) -> int:
    """Take the break along that follows a cover directly."""
    if index < len(blocks) and not own_text(blocks[index]).strip():
        following = blocks[index]
        if breaks_page(following) or section_ends(following):
            return index + 1
    return index


def _starts_page(block: _Element) -> bool:
    found = block.find(f"{w('pPr')}/{w('pageBreakBefore')}")
    return found is not None and found.get(w("val"), "1") not in {"0", "false", "off"}
