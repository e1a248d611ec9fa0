"""Captions: the word, the number that Word counts, and the text, with the bookmark that references lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from generator.word.text.bookmarks import bookmark_name
from generator.word.text.inline import runs
from generator.word.text.references import Target
from generator.word.xml import field, paragraph, text_run

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from generator.word.text.state import State

Counted = Literal["Tabel", "Figuur"]
"""The name of the sequence that Word counts."""
TABLE: Counted = "Tabel"
FIGURE: Counted = "Figuur"


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
