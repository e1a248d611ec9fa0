"""Headings: their style, their bookmarks and the number that the contents show for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.word.text.bookmarks import bookmark_name
from generator.word.text.comments import numbers
from generator.word.text.inline import runs
from generator.word.text.parsing import classes, tag_of
from generator.word.text.references import Target
from generator.word.text.state import ContentsEntry

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from generator.word.text.state import State

DEEPEST_IN_CONTENTS = 3


def heading(element: HtmlElement, state: State) -> tuple[str, str]:
    """Return the style and the content of a heading, and note it for the contents."""
    level = int(tag_of(element)[1])
    style = state.style(_role(element))
    state.headings.add(style)
    number, tab = state.numbering.count(style)
    names = _names(element, state)
    text = " ".join(str(element.text_content()).split())
    for name in names:
        state.references.note(name, Target("hoofdstuk" if level == 1 else "paragraaf", number, text))
    if level <= DEEPEST_IN_CONTENTS and "inhoudskop" not in classes(element):
        names = names or [f"_Toc{len(state.contents) + 1:08d}"]
        state.contents.append(ContentsEntry(level, number, tab, text, names[0], state.page.index))
    state.remarks += numbers(element)
    return style, state.bookmarks.around(runs(element, state), names)


def _role(element: HtmlElement) -> str:
    own = classes(element)
    for name in ("inhoudskop", "bijlage", "ongenummerd"):
        if name in own:
            return f"{tag_of(element)}.{name}"
    return tag_of(element)


def _names(element: HtmlElement, state: State) -> list[str]:
    """Return the bookmarks of a heading: its own, and those of blocks that begin with it."""
    own = [bookmark_name(str(element.get("id")))] if element.get("id") else []
    waiting, state.blocks = state.blocks, []
    return own + waiting
