"""Bulleted and numbered lists, with Word's own numbering; each numbered list starts at 1, or where the page says."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from generator.page import ties
from generator.page.grammar import INLINE
from generator.page.vocabulary import children, page_fault, tag_of
from generator.word.styling.style_sheet import numbered
from generator.word.text.inline import paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from generator.word.schema_order import Props
    from generator.word.text.body import Block
    from generator.word.text.translation import Context, Record

DEEPEST = 3
_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
"""What HTML calls the form of the numbers of a list, and what Word calls it."""


class _List(Struct, frozen=True):
    """A list that is being translated."""

    style: str
    number: tuple[str, int] | None
    """The list and level of each item; None where the style has them."""
    level: int


def list_items(
    element: HtmlElement, context: Context, record: Record, *, level: int = 1, outer: tuple[str, int] | None = None
) -> list[Block]:
    """Return the paragraphs of a list.

    Args:
        element: The `ul` or `ol`.
        context: Where it stands.
        record: What this translation collects.
        level: The depth, from 1.
        outer: The list and level of the items that this list stands under.
    """
    style = _style(element, context, level)
    current = _List(style, None, level)
    result: list[Block] = []
    for start, items in _stretches(element):
        if element.tag == "ol":
            number = record.numbering.restarted(style, outer, start=start, form=_form(element))
            current = replace(current, number=number)
        result += [part for item in items for part in _item(item, current, context, record)]
    return result


def _stretches(element: HtmlElement) -> Iterator[tuple[int, list[HtmlElement]]]:
    """Yield the items of a list in groups that count on, each with its first number."""
    first = 1 if (start := _number(element, "start")) is None else start
    items: list[HtmlElement] = []
    for item in children(element):
        number = _number(item, "value")
        if number is not None and number != first + len(items):
            if items:
                yield first, items
            first, items = number, []
        items.append(item)
    if items:
        yield first, items


def _number(element: HtmlElement, name: str) -> int | None:
    given = element.get(name)
    return None if given is None else int(given)


def _form(element: HtmlElement) -> str | None:
    """Return Word's name for how a list says that it is numbered; None where it does not say."""
    given = element.get("type")
    if given is not None and given not in _FORMS:
        raise page_fault(element, f"Een lijst kan niet genummerd zijn met “{given}”, alleen met 1, a, A, i of I.")
    return _FORMS[given] if given else None


def _style(element: HtmlElement, context: Context, level: int) -> str:
    if context.in_table and element.tag == "ul":
        return context.style("tabelopsomming")
    return context.style(f"{tag_of(element)}{min(level, DEEPEST)}")


def _continued(style: str, record: Record) -> Props:
    """Return the properties of a later paragraph of an item: no number, but as far from the margin."""
    left = record.numbering.left(style)
    side = {} if left is None else {"ind": f'w:left="{left}" w:firstLine="0"'}
    return numbered("0") | side


def _item(item: HtmlElement, current: _List, context: Context, record: Record) -> list[Block]:
    """Return the paragraphs of an item: the first carries the bullet or number, later ones none."""
    result: list[Block] = []
    marker = numbered(*current.number) if current.number else {}
    for owner, part in _parts(item, item):
        key = owner.get(ties.ANSWER)
        inside = replace(context, answer=owner, key=key) if key else context
        if isinstance(part, list):
            own = _continued(current.style, record) if result else marker
            made = paragraph(part, inside, record, "punt", style=current.style, properties=own)
            result += [] if made is None else [made]
        else:
            result += list_items(part, inside, record, level=current.level + 1, outer=current.number)
    return result


_Part: TypeAlias = "tuple[HtmlElement, list[HtmlElement | str] | HtmlElement]"
"""Text and inline elements that fill a paragraph, or a list; and the element whose answer that is, if it has one."""


def _parts(item: HtmlElement, owner: HtmlElement) -> list[_Part]:
    """Split an item into stretches of text and the lists between them."""
    parts: list[_Part] = []
    text: list[HtmlElement | str] = [item.text] if item.text else []
    for child in children(item):
        if child.tag in INLINE:
            text.append(child)
        elif child.tag in {"ul", "ol"}:
            parts += [(owner, text), (owner, child)]
            text = []
        elif child.tag in {"p", "div", "blockquote"}:
            parts += [(owner, text), *_parts(child, child if child.get(ties.ANSWER) else owner)]
            text = []
        else:
            raise page_fault(child, f"Het element <{tag_of(child)}> kan niet in een lijst staan.")
        if child.tail:
            text.append(child.tail)
    return [*parts, (owner, text)]
