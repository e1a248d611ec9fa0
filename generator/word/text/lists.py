"""Bulleted and numbered lists, with Word's own numbering; each numbered list starts at 1."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.page import ties
from generator.page.vocabulary import INLINE, PageError, children, line_of, tag_of
from generator.word.text.inline import pieces_of, runs_of
from generator.word.xml import paragraph

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from generator.word.text.state import State

DEEPEST = 3


@dataclass(frozen=True, slots=True)
class _List:
    """A list that is being translated."""

    style: str
    number: tuple[str, int] | None
    """The list and level of each item; None where the style has them."""
    level: int
    in_table: bool


def list_items(
    element: HtmlElement,
    state: State,
    *,
    level: int = 1,
    in_table: bool = False,
    outer: tuple[str, int] | None = None,
) -> list[str]:
    """Return the paragraphs of a list.

    Args:
        element: The `ul` or `ol`.
        state: The state of this translation.
        level: The depth, from 1.
        in_table: Whether the list stands in a cell.
        outer: The list and level of the items that this list stands under.
    """
    style = _style(element, state, level, in_table=in_table)
    number = state.numbering.restarted(style, outer) if element.tag == "ol" else None
    current = _List(style, number, level, in_table)
    return [part for item in children(element) for part in _item(item, current, state)]


def _style(element: HtmlElement, state: State, level: int, *, in_table: bool) -> str:
    if in_table and element.tag == "ul":
        return state.style("tabelopsomming")
    return state.style(f"{tag_of(element)}{min(level, DEEPEST)}")


def _marker(number: tuple[str, int] | None) -> str:
    if number is None:
        return ""
    return f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>'


def _continued(style: str, state: State) -> str:
    """Return the properties of a later paragraph of an item: no number, but as far from the margin."""
    left = state.numbering.left(style)
    side = "" if left is None else f'<w:ind w:left="{left}" w:firstLine="0"/>'
    return f'<w:numPr><w:numId w:val="0"/></w:numPr>{side}'


def _item(item: HtmlElement, current: _List, state: State) -> list[str]:
    """Return the paragraphs of an item: the first carries the bullet or number, later ones none."""
    result: list[str] = []
    around, state.answer = state.answer, item if item.get(ties.ANSWER) else state.answer
    for part in _parts(item):
        if isinstance(part, list):
            content = runs_of(pieces_of(part, state), state)
            if content:
                marker = _continued(current.style, state) if result else _marker(current.number)
                result.append(paragraph(current.style, content, state.kept() + marker))
                state.after_table = False
        else:
            deeper = current.level + 1
            result += list_items(part, state, level=deeper, in_table=current.in_table, outer=current.number)
    state.answer = around
    return result


def _parts(item: HtmlElement) -> list[list[HtmlElement | str] | HtmlElement]:
    """Split an item into stretches of text and the lists between them."""
    parts: list[list[HtmlElement | str] | HtmlElement] = []
    text: list[HtmlElement | str] = [item.text] if item.text else []
    for child in children(item):
        if child.tag in INLINE:
            text.append(child)
        elif child.tag in {"ul", "ol"}:
            parts += [text, child]
            text = []
        elif child.tag in {"p", "div"}:
            parts += [text, *_parts(child)]
            text = []
        else:
            raise PageError(line_of(child), f"Het element <{tag_of(child)}> kan niet in een lijst staan.")
        if child.tail:
            text.append(child.tail)
    return [*parts, text]
