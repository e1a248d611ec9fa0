"""The words on the cover of a template: its sample title makes room for that of the plan.

That is made to fit in its cell: the cell was drawn for the sample title, which mostly is shorter.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from generator.word.filling.bound_controls import holds_no_typing
from generator.word.frame.landmarks import has_placeholder, instructions, own_text, style_of
from generator.word.reading.content_controls import controls
from generator.word.schema_order import child_of, place
from generator.word.text.typefaces import Lettering
from generator.word.xml import child_at, mc, number, remove, twips, w

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element

    from generator.word.styles import Styles


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


def shows_title(blocks: Sequence[_Element], styles: Styles) -> bool:
    """Tell whether a cover has a place for the title: one to fill in, or a sample title."""
    return _has_place(blocks) or bool(sample_titles(blocks, styles))


def promise_words(blocks: Sequence[_Element], styles: Styles) -> None:
    """Empty the paragraphs of the cover that hold a sample title or subtitle, and mark them for those of the plan.

    They stay empty until placeholders are filled in: nothing in a title may be taken for one.

    Args:
        blocks: The blocks of the cover; they are changed.
        styles: The styles of the template.
    """
    titles = [] if _has_place(blocks) else sample_titles(blocks, styles)
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


def take_places(blocks: Sequence[_Element], styles: Styles, lines: Sequence[str]) -> None:
    """Write the lines of the plan's cover where somebody typed those of another, the title where that was largest.

    Args:
        blocks: The blocks of the cover; they are changed.
        styles: The styles of the template.
        lines: The lines, the title first; those for which there is no place come after the last.
    """
    typed = list(_typed(blocks))
    new = [item for item in typed if next(item.iterancestors(mc("Fallback")), None) is None]
    for places in (new, [item for item in typed if item not in new]):  # a text box stands there twice
        sizes = [size_of(item, styles) for item in places]
        first = sizes.index(max(sizes)) if sizes else 0
        for item in places:
            _put(item, "")
        used = places[first:]
        for _ in range(len(lines) - len(used) if used else 0):
            used.append(deepcopy(used[-1]))
            used[-2].addnext(used[-1])
        for item, line in zip(used, lines, strict=False):
            _put(item, line)


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


def sample_titles(blocks: Sequence[_Element], styles: Styles, *, floating: bool = False) -> list[_Element]:
    """Return the paragraphs that show the sample title; a text box stands there twice, for old and new programs."""
    typed = [item for item in _typed(blocks) if not floating or _floats(item)]
    named = [paragraph for paragraph in typed if is_title(paragraph, styles)]
    if named:
        return named
    sizes = [size_of(paragraph, styles) for paragraph in typed]
    largest = max(sizes, default=0.0)
    words = own_text(typed[sizes.index(largest)]) if largest >= TITLE_SIZE else ""
    return [item for item, size in zip(typed, sizes, strict=True) if size == largest and own_text(item) == words]


def is_title(paragraph: _Element, styles: Styles) -> bool:
    """Tell whether a paragraph has the style of a title."""
    return _named(style_of(paragraph), styles, _TITLES)


def _floats(paragraph: _Element) -> bool:
    return next(paragraph.iterancestors(w("txbxContent")), None) is not None


def _typed(blocks: Iterable[_Element]) -> Iterator[_Element]:
    """Yield the paragraphs on a cover, also in tables and text boxes, that hold nothing but typed words."""
    for block in blocks:
        for paragraph in block.iter(w("p")):
            prepared = holds_no_typing(paragraph) or has_placeholder(paragraph)
            if own_text(paragraph).strip() and not prepared and not instructions(paragraph):
                yield paragraph


def _named(style: str, styles: Styles, names: frozenset[str]) -> bool:
    return style.casefold() in names or styles.name_of(style).replace(" ", "").casefold() in names


def size_of(paragraph: _Element, styles: Styles) -> float:
    """Return the largest size of text in a paragraph, in points."""
    direct = [item.get(w("val"), "") for item in paragraph.iter(w("sz"))]
    own = [(number(value) or 0) / 2 for value in direct]
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
        if size >= TITLE_SIZE:
            fitting = _fitting(own_text(paragraph), size, room) if room > 0 else int(size)
            if fitting < size or (_is_bound(paragraph) and next(paragraph.iter(w("sz")), None) is not None):
                _resize(paragraph, fitting, styles)


def _is_bound(paragraph: _Element) -> bool:
    """Tell whether a paragraph stands in a control that shows a property: there LibreOffice knows no size of a run."""
    around = next(paragraph.iterancestors(w("sdt")), None)
    return around is not None and child_at(around, "sdtPr/dataBinding") is not None


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
