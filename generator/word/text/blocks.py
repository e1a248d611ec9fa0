"""Translates the blocks of a page, one function per kind of element."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator.page import ties
from generator.page.grammar import INLINE
from generator.page.remarks import HEADINGS
from generator.page.vocabulary import PICTURES, children, classes, page_fault, tag_of
from generator.word.text.body import ContentsHere, Markup, PageBreak, Paragraph
from generator.word.text.images import image, row, size
from generator.word.text.inline import paragraph
from generator.word.text.lists import list_items
from generator.word.text.marks import bookmark_name, numbers
from generator.word.text.sections import landscape
from generator.word.text.tables import SMALL_PRINT, in_parts, needs_landscape, table
from generator.word.text.titles import FIGURE, caption, heading

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lxml.html import HtmlElement

    from generator.word.schema_order import Props
    from generator.word.text.body import Block
    from generator.word.text.translation import Context, Record

_ROOM_AFTER_BOX = {"spacing": 'w:after="240"'}
"""The text after a box keeps its distance: only its last paragraph can say so."""
_ROOM_AFTER_TABLE = 8
"""In twentieths of a point, for each half point of the size of running text."""
_ROLES = {"titel": "titel", "ondertitel": "ondertitel", "voorbladregel": "voorbladregel"}
"""Class of a paragraph → its role, where that is another than `p.` and the class."""
_SPARE = 0.12
"""So much of the height of a cover stays empty: fonts differ, and a tall header or footer takes its own room."""
_LOWEST = 0.08
"""So much of the height of a page the largest picture on the cover may always take."""
_SMALL = 0.5
"""How wide a small picture is, of the width of the text."""


def blocks(element: HtmlElement, context: Context, record: Record) -> list[Block]:
    """Return the blocks for everything inside an element.

    Args:
        element: Holds blocks, or text and inline elements that become one paragraph.
        context: Where that stands.
        record: What this translation collects.
    """
    result: list[Block] = []
    under = context
    loose: list[HtmlElement | str] = [element.text] if element.text else []
    for child in children(element):
        if child.tag in INLINE:
            loose.append(child)
        else:
            result += _text_paragraph(loose, _after(result, under), record)
            loose = []
            here = _after(result, under)
            made = _apart(block(child, here, record), here)
            under = _under(made, under) if child.tag in HEADINGS else under
            result += made
        if child.tail:
            loose.append(child.tail)
    return result + _text_paragraph(loose, _after(result, under), record)


def block(element: HtmlElement, context: Context, record: Record) -> list[Block]:
    """Return the blocks for one block element."""
    if element.tag == "hr":
        return [PageBreak()]
    translate = _TRANSLATIONS.get(tag_of(element))
    if translate is None:
        raise page_fault(element, f"Het element <{tag_of(element)}> kan hier niet staan.")
    return translate(element, context, record)


def _under(heading: list[Block], context: Context) -> Context:
    """Return where blocks stand under a heading; one in a cell changes nothing."""
    made = heading[-1]
    return replace(context, scope=made.name) if isinstance(made, Paragraph) and not context.in_table else context


def _apart(made: list[Block], context: Context) -> list[Block]:
    """Give what comes after a table the room that its style lacks: a caption or heading would seem to belong to it."""
    first = made[0] if made else None
    if not context.after_table or context.in_table or not isinstance(first, Paragraph):
        return made
    room = round(context.styles.look.size * _ROOM_AFTER_TABLE)
    own = context.styles.measure(first.style, "spacing", "before")
    if own >= room or first.style in {*map(context.style, ("p.na-tabel", "p.bron", "verdieping"))}:
        return made
    spacing: Props = {"spacing": f'w:before="{room}" w:beforeAutospacing="0"'}
    return [replace(first, properties=spacing | first.properties), *made[1:]]


def _after(blocks: list[Block], context: Context) -> Context:
    """Return where a block stands that comes after these."""
    last = next((item for item in reversed(blocks) if not isinstance(item, PageBreak)), None)
    after_table = context.after_table if last is None else isinstance(last, Markup) and last.is_table
    return context if after_table == context.after_table else replace(context, after_table=after_table)


def _text_paragraph(
    inside: HtmlElement | list[HtmlElement | str], context: Context, record: Record, names: Sequence[str] = ()
) -> list[Block]:
    """Return one paragraph in the role of the context, or nothing when there is nothing to show."""
    here = replace(context, role="p.na-tabel") if context.after_table and context.role == "p" else context
    made = paragraph(inside, here, record, names=names)
    return [] if made is None else [made]


def _paragraph(element: HtmlElement, context: Context, record: Record) -> list[Block]:
    own = next(iter(classes(element)), None)
    role = _ROLES.get(own, f"p.{own}") if own else context.role
    names = [bookmark_name(str(element.get("id")))] if element.get("id") else []
    inside = replace(context, role=role, keep_next=context.keep_next or _leads_on(element, context))
    return _text_paragraph(element, inside, record, names)


def _leads_on(element: HtmlElement, context: Context) -> bool:
    """Tell whether a paragraph introduces what comes right after it, and so belongs on its page."""
    following = element.getnext()
    if context.in_table or following is None:
        return False
    return following.tag in {"ul", "ol", "table"} or str(element.text_content()).rstrip().endswith(":")


def _heading(element: HtmlElement, context: Context, record: Record) -> list[Block]:
    made = heading(element, context, record)
    if "bijlage" not in classes(element) or record.has_annex:
        return [made]
    record.has_annex = True
    return [PageBreak(), made]


def _quote(element: HtmlElement, context: Context, record: Record) -> list[Block]:
    return blocks(element, replace(context, role="blockquote"), record)


def _box(element: HtmlElement, context: Context, record: Record) -> list[Block]:
    """Return a box, which stays on one page; the text after it keeps its distance."""
    made = blocks(element, replace(context, role="kader"), record)
    for index, item in enumerate(made):
        if not isinstance(item, Paragraph):
            continue
        if index < len(made) - 1:
            made[index] = replace(item, properties=item.properties | {"keepNext": ""})
        elif item.style == context.style("kader"):
            made[index] = replace(item, properties=item.properties | _ROOM_AFTER_BOX)
    return made


def _list(element: HtmlElement, context: Context, record: Record) -> list[Block]:
    """Return a list; after its last item comes the room of a paragraph, or the text after it seems one item more."""
    made = list_items(element, context, record)
    place, last = next(
        ((i, item) for i, item in reversed([*enumerate(made)]) if isinstance(item, Paragraph)), (0, None)
    )
    room = context.styles.measure(context.style("p"), "spacing", "after")
    if last is None or context.in_table or context.styles.measure(last.style, "spacing", "after") >= room:
        return made
    made[place] = replace(last, properties=last.properties | {"spacing": f'w:after="{room}" w:afterAutospacing="0"'})
    return made


def _group(element: HtmlElement, context: Context, record: Record) -> list[Block]:
    name = element.get(ties.BLOCK)
    inside = replace(context, scope=name) if name and not context.in_table else context
    return (_answer if element.get(ties.ANSWER) else blocks)(element, inside, record)


def _answer(element: HtmlElement, context: Context, record: Record) -> list[Block]:
    """Return an answer of several paragraphs in one control; in a cell each paragraph has its own."""
    if context.in_table:
        return blocks(element, replace(context, answer=element), record)
    record.comments.announce(numbers(element))
    content = blocks(element, replace(context, key=element.get(ties.ANSWER) or ""), record)
    if not content:
        return []
    start, end = record.controls.ends(element)
    return [Markup((start,)), *content, Markup((end,))]


def _section(element: HtmlElement, context: Context, record: Record) -> list[Block]:
    if "liggend" not in classes(element):
        return _group(element, context, record)
    return landscape(lambda lying: _group(element, lying, record), context, record)


def cover(element: HtmlElement, context: Context, record: Record) -> list[Block]:
    """Return the blocks of the plan's own cover; its largest picture leaves room for all else that stands on it."""
    there = replace(context, scope="voorblad")
    pictures = sorted(size(picture, there)[1] for picture in element.iter("img"))
    texts = [("grafiek", "") for _ in pictures]
    texts += [(_ROLES.get(next(iter(classes(line)), ""), "p"), str(line.text_content())) for line in element.iter("p")]
    taken = sum(pictures[:-1]) + sum(there.height(role, " ".join(text.split())) for role, text in texts)
    left = 1 - _SPARE - taken / there.page.height
    return blocks(element, replace(there, highest=min(there.highest, max(left, _LOWEST))), record)


def _cover(element: HtmlElement, context: Context, record: Record) -> list[Block]:
    return [*cover(element, context, record), PageBreak()]


def _contents(element: HtmlElement, context: Context, record: Record) -> list[Block]:
    """Return the contents on a page of their own: their heading would else be left behind at the foot of another."""
    return [PageBreak(), *blocks(element, context, record), ContentsHere(), PageBreak()]


def _figure(element: HtmlElement, context: Context, record: Record) -> list[Block]:
    """Return a chart, and after it the table that it stands around."""
    if classes(element) & PICTURES:
        return _cells(element, context, record)
    if element.find("img") is not None:
        return _photo(element, context, record)
    from generator.word.charts.chart import figure

    result = figure(element, context, record)
    for inner in element.iterchildren("table"):
        result += _table(inner, context, record)
    return result


def _photo(element: HtmlElement, context: Context, record: Record) -> list[Block]:
    """Return the caption of pictures, and the pictures beside each other."""
    words = element.find("figcaption")
    head: list[Block] = [] if words is None else [caption(words, element, context, record, FIGURE)]
    return [*head, *row(element.findall("img"), context, record)]


def _cells(element: HtmlElement, context: Context, record: Record) -> list[Block]:
    """Return a picture of cells, such as a house whose storeys are tables; its parts stay on one page."""
    is_small = "klein" in classes(element)
    width = round(context.width * _SMALL) if is_small else context.width
    points = SMALL_PRINT if is_small else context.points
    words, tables = element.find("figcaption"), element.findall("table")
    result: list[Block] = [] if words is None else [caption(words, element, context, record, FIGURE)]
    for part in tables:
        inside = replace(context, width=width, points=points, keep_next=part is not tables[-1])
        result += table(part, inside, record, blocks_of_cell=blocks)
    return result


def _table(element: HtmlElement, context: Context, record: Record) -> list[Block]:
    return [item for part in in_parts(element, context) for item in _part(part, context, record)]


def _part(element: HtmlElement, context: Context, record: Record) -> list[Block]:
    if needs_landscape(element, context):
        return landscape(lambda lying: table(element, lying, record, blocks_of_cell=blocks), context, record)
    return table(element, context, record, blocks_of_cell=blocks)


_TRANSLATIONS: dict[str, Callable[[HtmlElement, Context, Record], list[Block]]] = {
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
    "img": image,
    "blockquote": _quote,
    "aside": _box,
    "div": _group,
    "main": _group,
    "section": _section,
    "header": _cover,
    "nav": _contents,
}
