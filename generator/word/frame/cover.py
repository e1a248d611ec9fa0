"""The cover page of a template: where it ends, and its sample title, which makes room for that of the plan.

That is made to fit in its cell: the cell was drawn for the sample title, which mostly is shorter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct

from generator.word.frame.landmarks import (
    breaks_page,
    field_depth,
    gallery,
    has_art,
    has_placeholder,
    heading_level,
    instructions,
    own_text,
    section_ends,
    starts_contents,
    style_of,
)
from generator.word.reading.content_controls import controls
from generator.word.schema_order import child_of, place
from generator.word.text.typefaces import Lettering
from generator.word.xml import remove, twips, w

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element

    from generator.word.styles import Styles


_MOST_BLOCKS = 80
_MOST_TEXT = 1500
"""Beyond this many blocks or characters it is no cover any more, but a text."""
_TITLES = frozenset(
    {"title", "titel", "titre", "ttulo", "titolo", "rubrik", "tittel", "documenttitel", "documenttitle"}
)
_SUBTITLES = frozenset({"subtitle", "ondertitel", "untertitel", "soustitre", "subttulo", "underrubrik", "undertittel"})
_TITLE_HERE, _SUBTITLE_HERE = "_wijkplan_titel", "_wijkplan_ondertitel"
"""Names of bookmarks, which survive any rewriting: they mark the paragraphs that show these words of the plan."""
_SHOWN_TITLE = ("title", "titel")
TITLE_SIZE = 18.0
"""A line of sample text on a cover that is at least this large, in points, and the largest, is its title."""
_MARGINS = 216
"""The empty space left and right in a cell of Word's own, in twentieths of a point."""
_MOST_HEIGHT = 2.75
"""In lines of the first size: a sample title takes two, and more pushes what stands below off the page."""
_BOLD = 1.15
"""How much wider the fonts of titles are than those of running text."""
_SMALLEST_SHARE = 0.5
"""No title becomes smaller than this share of its size."""


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


def opening(blocks: Sequence[_Element], styles: Styles) -> Opening:
    """Return how the blocks of a template open."""
    contents = _contents(blocks, styles)
    before = blocks[: contents[0] if contents else len(blocks)]
    cover = _cover(before, styles, whole=contents is not None)
    prepared = any(_is_prepared(block) for block in blocks[:cover])
    own_section = cover > 0 and bool(section_ends(blocks[cover - 1])) and cover < len(blocks)
    return Opening(_letterhead(blocks), cover, prepared, own_section, contents)


def _is_prepared(block: _Element) -> bool:
    return gallery(block) == "Cover Pages" or has_art(block) or has_placeholder(block)


def _letterhead(blocks: Sequence[_Element]) -> int:
    last = 0
    for index, block in enumerate(blocks, 1):
        if own_text(block).strip() or section_ends(block):
            break
        if has_art(block):
            last = index
    return last


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


def _cover(blocks: Sequence[_Element], styles: Styles, *, whole: bool) -> int:
    """Return how many blocks the cover takes; `whole` tells that a table of contents ends it at the latest."""
    for index, block in enumerate(blocks[:_MOST_BLOCKS], 1):
        if gallery(block) == "Cover Pages":
            return _with_break(blocks, index)
    text = 0
    for index, block in enumerate(blocks[:_MOST_BLOCKS], 1):
        text += len(own_text(block))
        if text > _MOST_TEXT or heading_level(block, styles) is not None:
            return 0
        starts_new = index < len(blocks) and _starts_page(blocks[index])
        if section_ends(block) or breaks_page(block) or starts_new:
            return index if text or any(has_art(item) for item in blocks[:index]) else 0
    return len(blocks) if whole and text else 0


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


def shows_title(blocks: Sequence[_Element], styles: Styles) -> bool:
    """Tell whether a cover has a place for the title: one to fill in, or a sample title."""
    return _has_place(blocks) or bool(_sample_titles(blocks, styles))


def promise_words(blocks: Sequence[_Element], styles: Styles) -> None:
    """Empty the paragraphs of the cover that hold a sample title or subtitle, and mark them for those of the plan.

    They stay empty until placeholders are filled in: nothing in a title may be taken for one.

    Args:
        blocks: The blocks of the cover; they are changed.
        styles: The styles of the template.
    """
    titles = [] if _has_place(blocks) else _sample_titles(blocks, styles)
    for paragraph in titles:
        _promise(paragraph, _TITLE_HERE)
    for paragraph in _typed(blocks):
        if _named(style_of(paragraph), styles, _SUBTITLES):
            _promise(paragraph, _SUBTITLE_HERE)


def put_words(body: _Element, title: str, subtitle: str) -> None:
    """Write the title and the subtitle of the plan where they were promised."""
    words = {_TITLE_HERE: title, _SUBTITLE_HERE: subtitle}
    for mark in [item for item in body.iter(w("bookmarkStart")) if item.get(w("name")) in words]:
        paragraph = mark.getparent()
        if paragraph is not None:
            _put(paragraph, words[mark.get(w("name"), "")])
            for item in (mark, *paragraph.findall(w("bookmarkEnd"))[:1]):
                paragraph.remove(item)


def _has_place(blocks: Iterable[_Element]) -> bool:
    """Tell whether a placeholder, field or bound control shows the title."""
    for block in blocks:
        if "titel" in "".join(item.text or "" for item in block.iter(w("t"))) and has_placeholder(block):
            return True
        if any(item.strip().upper().startswith("TITLE") for item in instructions(block)):
            return True
        for control in controls(block):
            if "title" in control.binding or any(name.casefold() in _SHOWN_TITLE for name in control.names):
                return True
    return False


def _sample_titles(blocks: Sequence[_Element], styles: Styles) -> list[_Element]:
    typed = list(_typed(blocks))
    named = [paragraph for paragraph in typed if _named(style_of(paragraph), styles, _TITLES)]
    if named:
        return named
    sizes = [size_of(paragraph, styles) for paragraph in typed]
    largest = max(sizes, default=0.0)
    return [typed[sizes.index(largest)]] if largest >= TITLE_SIZE else []


def _typed(blocks: Iterable[_Element]) -> Iterator[_Element]:
    """Yield the paragraphs on a cover, also in tables and text boxes, that hold nothing but typed words."""
    for block in blocks:
        for paragraph in block.iter(w("p")):
            prepared = next(paragraph.iterancestors(w("sdt")), None) is not None or has_placeholder(paragraph)
            if own_text(paragraph).strip() and not prepared and not instructions(paragraph):
                yield paragraph


def _named(style: str, styles: Styles, names: frozenset[str]) -> bool:
    return style.casefold() in names or styles.name_of(style).replace(" ", "").casefold() in names


def size_of(paragraph: _Element, styles: Styles) -> float:
    """Return the largest size of text in a paragraph, in points."""
    direct = [item.get(w("val"), "") for item in paragraph.iter(w("sz"))]
    own = [int(value) / 2 for value in direct if value.isdigit()]
    return max([styles.size(style_of(paragraph)), *own])


def _promise(paragraph: _Element, name: str) -> None:
    _put(paragraph, "")
    start = etree.Element(w("bookmarkStart"), {w("id"): "0", w("name"): name})
    position = place(paragraph, "pPr")
    paragraph.insert(position, start)
    paragraph.insert(position + 1, etree.Element(w("bookmarkEnd"), {w("id"): "0"}))


def _put(paragraph: _Element, words: str) -> None:
    """Replace the words of a paragraph, in the look of its first ones."""
    texts = [item for item in paragraph.iter(w("t")) if (run := item.getparent()) is not None and run.tag == w("r")]
    texts = [item for item in texts if next(item.iterancestors(w("p")), None) is paragraph]
    texts[0].text = words
    for item in texts[1:]:
        run = item.getparent()
        if run is not None:
            run.remove(item)


def fit_titles(blocks: Sequence[_Element], styles: Styles) -> None:
    """Make large text in the cells of a cover smaller where words would break, or the lines push art off the page.

    Args:
        blocks: The blocks of the cover, with the words of the plan in them; they are changed.
        styles: The styles of the template.
    """
    for paragraph in [item for block in blocks for item in block.iter(w("p"))]:
        room, size = _room(paragraph), size_of(paragraph, styles)
        if room > 0 and size >= TITLE_SIZE and (fitting := _fitting(own_text(paragraph), size, room)) < size:
            _resize(paragraph, fitting, styles)


def _room(paragraph: _Element) -> int:
    """Return the width of the text in the cell of a paragraph, in twentieths of a point; 0 when it is not known."""
    cell = next(paragraph.iterancestors(w("tc"), w("txbxContent")), None)
    width = None if cell is None else cell.find(f"{w('tcPr')}/{w('tcW')}")
    if width is None or width.get(w("type"), "dxa") != "dxa":
        return 0
    return (twips(width.get(w("w"))) or 0) - _MARGINS


def _fitting(text: str, size: float, room: int) -> int:
    """Return the largest size of text, in whole points, that fits; never less than half of what it was."""
    smallest = int(size * _SMALLEST_SHARE)
    fitting = (points for points in range(int(size), smallest, -1) if _fits(text.split(), points, size, room))
    return next(fitting, smallest)


def _fits(words: list[str], points: int, size: float, room: int) -> bool:
    lettering = Lettering("", points)
    lines, used = 1, 0.0
    for word in words:
        width = lettering.width(word) * _BOLD
        if width > room:
            return False
        used += width + (lettering.width(" ") if used else 0)
        if used > room:
            lines, used = lines + 1, width
    return lines * points <= _MOST_HEIGHT * size


def _resize(paragraph: _Element, points: int, styles: Styles) -> None:
    """Give a paragraph a style of this size: LibreOffice passes over the size of a run in a control for the title."""
    for size in [*paragraph.iter(w("sz"), w("szCs"))]:
        remove(size)
    named = child_of(child_of(paragraph, "pPr"), "pStyle")
    named.set(w("val"), styles.resized(style_of(paragraph), points))
