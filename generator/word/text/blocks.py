"""Translates the blocks of a page, one function per kind of element."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.page import ties
from generator.page.vocabulary import INLINE, PageError, children, classes, line_of, tag_of
from generator.word.text.comments import numbers
from generator.word.text.inline import Piece, pieces_of, runs_of
from generator.word.text.lists import list_items
from generator.word.text.references import bookmark_name
from generator.word.text.sections import landscape
from generator.word.text.table_of_contents import CONTENTS_HERE
from generator.word.text.tables import needs_landscape, table
from generator.word.text.titles import heading
from generator.word.xml import paragraph

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.html import HtmlElement

    from generator.word.text.state import State


def blocks(element: HtmlElement, state: State, role: str = "p") -> list[str]:
    """Return the paragraphs and tables for everything inside an element.

    Args:
        element: Holds blocks, or text and inline elements that become one paragraph.
        state: The state of this translation.
        role: The role of paragraphs that have no class of their own.
    """
    result: list[str] = []
    loose: list[HtmlElement | str] = [element.text] if element.text else []
    for child in children(element):
        if child.tag in INLINE:
            loose.append(child)
        else:
            result += _loose_paragraph(loose, state, role)
            loose = []
            result += block(child, state, role)
        if child.tail:
            loose.append(child.tail)
    return result + _loose_paragraph(loose, state, role)


def block(element: HtmlElement, state: State, role: str = "p") -> list[str]:
    """Return the paragraphs and tables for one block element."""
    translate = _TRANSLATIONS.get(tag_of(element))
    if translate is None:
        raise PageError(line_of(element), f"Het element <{tag_of(element)}> kan hier niet staan.")
    return translate(element, state, role)


def text_paragraph(pieces: list[Piece], state: State, role: str, names: list[str] | None = None) -> list[str]:
    """Return one paragraph in a role, or nothing when there is nothing to show."""
    content = runs_of(pieces, state)
    if not content:
        return []
    after_table = state.after_table and role == "p"
    style = state.style("p.na-tabel" if after_table else role)
    state.after_table = False
    return [paragraph(style, state.bookmarks.around(content, names or []), state.kept() + _page_break(style, state))]


def _page_break(style: str, state: State) -> str:
    """Return the property that starts a new page or holds it back, where the style does not do so itself."""
    due, stays, state.new_page, state.same_page = state.new_page, state.same_page, False, False
    if stays:
        return '<w:pageBreakBefore w:val="0"/>' if state.styles.breaks_page(style) else ""
    return "<w:pageBreakBefore/>" if due and not state.styles.breaks_page(style) else ""


def _loose_paragraph(nodes: list[HtmlElement | str], state: State, role: str) -> list[str]:
    return text_paragraph(pieces_of(nodes, state), state, role) if nodes else []


def _paragraph(element: HtmlElement, state: State, role: str) -> list[str]:
    own = next(iter(classes(element)), None)
    roles = {"titel": "titel", "ondertitel": "ondertitel", "voorbladregel": "voorbladregel"}
    chosen = roles.get(own, f"p.{own}") if own else role
    nodes: list[HtmlElement | str] = [element.text] if element.text else []
    for child in children(element):
        nodes.append(child)
        if child.tail:
            nodes.append(child.tail)
    names = [bookmark_name(str(element.get("id")))] if element.get("id") else []
    kept, state.keep_next = state.keep_next, state.keep_next or _leads_on(element, state)
    result = text_paragraph(pieces_of(nodes, state), state, chosen, names)
    state.keep_next = kept
    return result


def _leads_on(element: HtmlElement, state: State) -> bool:
    """Tell whether a paragraph introduces the list or table right after it, and so belongs on its page."""
    following = element.getnext()
    return not state.in_table and following is not None and following.tag in {"ul", "ol", "table"}


def _heading(element: HtmlElement, state: State, role: str) -> list[str]:
    del role
    style, content = heading(element, state)
    state.after_table = False
    return [paragraph(style, content, _page_break(style, state))]


def _list(element: HtmlElement, state: State, role: str) -> list[str]:
    del role
    return list_items(element, state, in_table=state.in_table)


def _quote(element: HtmlElement, state: State, role: str) -> list[str]:
    del role
    return blocks(element, state, "blockquote")


def _box(element: HtmlElement, state: State, role: str) -> list[str]:
    del role
    return blocks(element, state, "kader")


def _group(element: HtmlElement, state: State, role: str) -> list[str]:
    if name := element.get(ties.BLOCK):
        state.blocks.append(bookmark_name(f"blok_{name}"))
    return _answer(element, state, role) if element.get(ties.ANSWER) else blocks(element, state, role)


def _answer(element: HtmlElement, state: State, role: str) -> list[str]:
    """Return an answer of several paragraphs in one control; in a cell each paragraph has its own."""
    if not state.in_table:
        state.remarks += numbers(element)
        content = "".join(blocks(element, state, role))
        return [state.controls.around(element, content)] if content else []
    state.answer = element
    result = blocks(element, state, role)
    state.answer = None
    return result


def _section(element: HtmlElement, state: State, role: str) -> list[str]:
    if "liggend" not in classes(element):
        return _group(element, state, role)
    return [landscape(lambda: _group(element, state, role), state)]


def _cover(element: HtmlElement, state: State, role: str) -> list[str]:
    result = blocks(element, state, role)
    state.new_page = True
    return result


def _contents(element: HtmlElement, state: State, role: str) -> list[str]:
    result = blocks(element, state, role)
    state.new_page = True
    return [*result, CONTENTS_HERE]


def _rule(element: HtmlElement, state: State, role: str) -> list[str]:
    del element, role
    state.new_page = True
    return []


def _figure(element: HtmlElement, state: State, role: str) -> list[str]:
    """Return a chart, and after it the table that it stands around."""
    from generator.word.charts import figure

    result = figure(element, state)
    for inner in element.iterchildren("table"):
        result += _table(inner, state, role)
    return result


def _table(element: HtmlElement, state: State, role: str) -> list[str]:
    del role
    if needs_landscape(element, state):
        return [landscape(lambda: table(element, state, blocks_of_cell=blocks), state)]
    result = table(element, state, blocks_of_cell=blocks)
    state.after_table = True
    return result


_TRANSLATIONS: dict[str, Callable[[HtmlElement, State, str], list[str]]] = {
    "p": _paragraph,
    "h1": _heading,
    "h2": _heading,
    "h3": _heading,
    "h4": _heading,
    "h5": _heading,
    "h6": _heading,
    "ul": _list,
    "ol": _list,
    "table": _table,
    "figure": _figure,
    "blockquote": _quote,
    "aside": _box,
    "div": _group,
    "main": _group,
    "section": _section,
    "header": _cover,
    "nav": _contents,
    "hr": _rule,
}
