"""Headings and captions: what Word counts, and what references and the table of contents lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from generator.page.vocabulary import classes, tag_of
from generator.word.text.comments import numbers
from generator.word.text.inline import runs
from generator.word.text.references import Target, bookmark_name
from generator.word.text.state import ContentsEntry
from generator.word.xml import field, paragraph, text_run

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from generator.word.text.state import State

DEEPEST_IN_CONTENTS = 3
Counted = Literal["Tabel", "Figuur"]
"""The name of the sequence that Word counts."""
TABLE: Counted = "Tabel"
FIGURE: Counted = "Figuur"


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


def caption(element: HtmlElement, state: State, counted: Counted, identity: str | None) -> str:
    """Return a caption, which stays on the page of what follows.

    Args:
        element: Holds the text.
        state: The state of this translation.
        counted: What it is a caption of.
        identity: The id that references to it use.
    """
    state.new_page, new_page = False, state.new_page
    state.after_table = False
    state.captions[counted] = count = state.captions.get(counted, 0) + 1
    label = state.labels.get(counted, counted)
    number = field(f"SEQ {counted} \\* ARABIC", text_run(str(count)))
    if identity:
        name = bookmark_name(identity)
        state.references.note(name, Target(label.lower(), str(count), str(element.text_content())))
        number = state.bookmarks.around(number, [name])
    content = f"{text_run(f'{label} ')}{number}{text_run('. ')}{runs(element, state)}"
    kept = "<w:keepNext/>" if counted == FIGURE else ""
    return paragraph(state.style("bijschrift"), content, kept + ("<w:pageBreakBefore/>" if new_page else ""))
