"""The words on a cover page that a template brings along: its sample title makes room for that of the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.word.frame.looking import has_placeholder, instructions, own_text, style_of
from generator.word.xml import w

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element

    from generator.word.styles import Styles

_TITLES = frozenset(
    {"title", "titel", "titre", "ttulo", "titolo", "rubrik", "tittel", "documenttitel", "documenttitle"}
)
_SUBTITLES = frozenset({"subtitle", "ondertitel", "untertitel", "soustitre", "subttulo", "underrubrik", "undertittel"})
_TITLE_HERE, _SUBTITLE_HERE = "\ue010titel\ue010", "\ue010ondertitel\ue010"
_SHOWN_TITLE = ("title", "titel")
TITLE_SIZE = 18.0
"""A line of sample text on a cover that is at least this large, in points, and the largest, is its title."""


def shows_title(blocks: Sequence[_Element], styles: Styles) -> bool:
    """Tell whether a cover has a place for the title: one to fill in, or a sample title."""
    return _has_place(blocks) or bool(_sample_titles(blocks, styles))


def promise_words(blocks: Sequence[_Element], styles: Styles) -> None:
    """Put signs for title and subtitle where the cover has sample ones.

    They stand for words of the plan until placeholders are filled in: nothing in a title may be taken for one.

    Args:
        blocks: The blocks of the cover; they are changed.
        styles: The styles of the template.
    """
    titles = [] if _has_place(blocks) else _sample_titles(blocks, styles)
    for paragraph in titles:
        _put(paragraph, _TITLE_HERE)
    for paragraph in _typed(blocks):
        if _named(style_of(paragraph), styles, _SUBTITLES):
            _put(paragraph, _SUBTITLE_HERE)


def put_words(body: _Element, title: str, subtitle: str) -> None:
    """Write the title and the subtitle of the plan where they were promised."""
    words = {_TITLE_HERE: title, _SUBTITLE_HERE: subtitle}
    for item in body.iter(w("t")):
        if item.text in words:
            item.text = words[item.text]


def _has_place(blocks: Iterable[_Element]) -> bool:
    """Tell whether a placeholder, field or bound control shows the title."""
    for block in blocks:
        if "titel" in "".join(item.text or "" for item in block.iter(w("t"))) and has_placeholder(block):
            return True
        if any(item.strip().upper().startswith("TITLE") for item in instructions(block)):
            return True
        for name in block.iter(w("alias"), w("tag")):
            if name.get(w("val"), "").casefold() in _SHOWN_TITLE:
                return True
        if any("title" in binding.get(w("xpath"), "") for binding in block.iter(w("dataBinding"))):
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


def _put(paragraph: _Element, words: str) -> None:
    """Replace the words of a paragraph, in the look of its first ones."""
    texts = [item for item in paragraph.iter(w("t")) if (run := item.getparent()) is not None and run.tag == w("r")]
    texts = [item for item in texts if next(item.iterancestors(w("p")), None) is paragraph]
    texts[0].text = words
    for item in texts[1:]:
        run = item.getparent()
        if run is not None:
            run.remove(item)
