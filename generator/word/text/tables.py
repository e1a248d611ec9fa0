"""Tables: caption, header row, column widths and cells."""

from __future__ import annotations

from copy import deepcopy
from functools import partial
from typing import TYPE_CHECKING, Protocol

from lxml import html
from msgspec.structs import replace

from generator.page.vocabulary import PICTURES, children, classes, page_fault
from generator.word.reading.inheritance import LOOK
from generator.word.schema_order import group
from generator.word.text.body import Markup, Paragraph, in_cell
from generator.word.text.cells import Place, Shading, cell_properties, places_of
from generator.word.text.titles import TABLE, caption, uncounted
from generator.word.text.widths import (
    MOST_COLUMNS,
    blocks_of_columns,
    breaks_numbers,
    column_widths,
    fitting,
    fitting_page,
    height,
    is_too_wide,
)
from generator.word.xml import attribute, twips, w
from generator.word.xml import value as value_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.html import HtmlElement

    from generator.word.text.body import Block, Content
    from generator.word.text.marks import Reference
    from generator.word.text.translation import Context, Record
    from generator.word.text.typefaces import Lettering

_NO_MARGINS = 40
"""The bars of a planning fill their cells."""
_TIGHT = 10
"""The room above and below the text in a cell of a picture, in twentieths of a point."""
_WITHOUT_BANDS = PICTURES | {"planning", "matrix"}
"""Tables in which the cells themselves have a colour or a sign to follow."""
KEPT_TOGETHER = 12
"""A table of at most this many rows stays on one page, where it is not higher than a part of a page."""
SMALL_PRINT = 8.0
"""What is looked up rather than read is a point smaller than other tables, but no smaller than this, in points."""
_HIGHEST = 0.2
"""No table that takes more than this share of a page is kept whole: it would leave too much empty."""
_SINGLE = 240
"""The distance between lines that Word calls single."""
_HIGHEST_PLANNING = 0.35
"""The same for a bar of time, which is looked at as a whole."""
_FIRST, _LAST = 2, 3
"""So many rows after the head, and at the end, stay together in a table that breaks."""


class BlocksOf(Protocol):
    """Translates everything inside an element; `generator.word.text.blocks` has it."""

    def __call__(self, element: HtmlElement, context: Context, record: Record) -> list[Block]:
        """Return paragraphs in the role of the context."""
        ...


def table(element: HtmlElement, context: Context, record: Record, *, blocks_of_cell: BlocksOf) -> list[Block]:
    """Return the caption and the table; one that is part of a picture is not counted among the tables.

    Raises:
        ProblemsError: The table has no caption or no header row, or its rows differ in length.
    """
    rows = list(element.iter("tr"))
    words = element.find("caption")
    if words is None or element.find("thead") is None:
        raise page_fault(element, "Een tabel heeft een bijschrift (caption) en een kopregel (thead).")
    places = places_of(rows)
    _check_columns(places, element)
    context, lettering = _lettered(element, _whole(rows), context, in_annex=record.has_annex)
    widths = column_widths(element, _whole(rows), context.width, lettering)
    is_part = bool(classes(element) & PICTURES)
    head = (uncounted if is_part else partial(caption, counted=TABLE))(words, element, context, record)
    shading = _shading(element, context, places)
    properties = _properties(element, words, shading, sum(widths))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    inside = replace(context, scope=head.name, in_table=True)
    body: list[str | Reference] = []
    highest = _HIGHEST_PLANNING if "planning" in classes(element) else _HIGHEST
    whole = len(rows) <= KEPT_TOGETHER and height(rows, widths, lettering) <= _room(context) * highest
    heads = len(element.findall("thead/tr"))
    for index, (row, cells_of_row) in enumerate(zip(rows, places, strict=True), 1):
        kept = whole or index < heads + _FIRST or index > len(rows) - _LAST
        cells = replace(inside, after_table=False, keep_next=(kept and index < len(rows)) or context.keep_next)
        body += _row(row, cells_of_row, widths, cells, record, blocks_of_cell, shading=(shading, index - 1))
    return [head, Markup((f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>", *body, "</w:tbl>"), is_table=True)]


def needs_landscape(element: HtmlElement, context: Context) -> bool:
    """Tell whether a table is too wide for the upright page that it stands on, and a lying one has more room."""
    rows = list(element.iter("tr"))
    if context.in_table or not rows or context.width >= context.page.height:
        return False
    if "planning" in classes(element):
        return is_too_wide(_whole(rows), context.width, replace(context.lettering("planningcel"), padding=_NO_MARGINS))
    return is_too_wide(rows, context.width, context.lettering("tabeltekst"))


def in_parts(element: HtmlElement, context: Context) -> list[HtmlElement]:
    """Return a table as it is, or as blocks of columns where there are more than fit on a lying page, or than Word has.

    Each block has the first column; the caption says that it goes on.
    """
    rows = list(element.iter("tr"))
    if classes(element) & _WITHOUT_BANDS or any(cell.get("colspan") or cell.get("rowspan") for cell in element.iter()):
        return [element]
    lettering = context.lettering("tabeltekst")
    many = max((len(list(children(row))) for row in rows), default=0) > MOST_COLUMNS
    widest = max(context.width, context.page.height)
    smallest = replace(lettering, size=fitting(rows, widest, lettering)) if rows else lettering
    if not many and not (rows and breaks_numbers(rows, widest, smallest)):
        return [element]
    blocks = blocks_of_columns(rows, widest, lettering)
    return [_with_columns(element, set(columns), goes_on=index > 0) for index, columns in enumerate(blocks)]


def _with_columns(element: HtmlElement, columns: set[int], *, goes_on: bool) -> HtmlElement:
    part = deepcopy(element)
    for row in part.iter("tr", "colgroup"):
        for index, cell in enumerate(list(children(row))):
            if index not in columns:
                cell.drop_tree()
    words = part.find("caption")
    if goes_on and words is not None:
        part.attrib.pop("id", None)
        more = html.Element("span")
        more.text = " (vervolg)"
        words.append(more)
    return part


def _lettered(
    element: HtmlElement, rows: list[HtmlElement], context: Context, *, in_annex: bool
) -> tuple[Context, Lettering]:
    """Return how the text of a table looks: smaller in an annex, and where its numbers or words would break."""
    lettering = usual = context.lettering("tabeltekst")
    if classes(element) & _WITHOUT_BANDS:
        return context, lettering
    if in_annex:
        lettering = replace(lettering, size=max(min(lettering.size, SMALL_PRINT), lettering.size - 1))
    size = fitting(rows, context.width, lettering)
    if alone := _alone_on_its_page(element):
        size = _fitting_page(element, rows, context, replace(lettering, size=size), alone)
    return replace(context, points=size if size < usual.size else 0.0), replace(lettering, size=size)


def _alone_on_its_page(element: HtmlElement) -> list[HtmlElement]:
    """Return the headings above a table that a lying page was made for; none where more stands there."""
    section = element.getparent()
    if section is None or "liggend" not in classes(section):
        return []
    others = [item for item in children(section) if item is not element]
    return others if all(item.tag in {"h1", "h2", "h3"} for item in others) else []


def _fitting_page(
    element: HtmlElement, rows: list[HtmlElement], context: Context, lettering: Lettering, headings: list[HtmlElement]
) -> float:
    """Return the size in which a table fits on its page, below its headings and its caption."""
    style, measure = context.style("tabeltekst"), context.styles.measure
    lines = (measure(style, "spacing", "line") or _SINGLE) / _SINGLE
    apart = measure(style, "spacing", "before") + measure(style, "spacing", "after")
    above = sum(context.height(str(item.tag), str(item.text_content())) for item in headings)
    words = " ".join(str(text) for caption_of in element.iter("caption") for text in caption_of.itertext())

    def asked(smaller: Lettering) -> float:
        widths = column_widths(element, rows, context.width, smaller)
        return height(rows, widths, smaller, lines=lines, apart=apart)

    return fitting_page(asked, _room(context) - above - context.height("bijschrift", words), lettering)


def _room(context: Context) -> int:
    """Return how high the text of the page is that a table stands on."""
    return context.page.width if context.width == context.page.height else context.page.height


def _whole(rows: list[HtmlElement]) -> list[HtmlElement]:
    """Return the rows with a cell for each column."""
    most = max(len(list(children(row))) for row in rows)
    return [row for row in rows if len(list(children(row))) == most]


def _check_columns(places: list[list[Place]], element: HtmlElement) -> None:
    counts = {sum(place.span for place in row) for row in places}
    if len(counts) != 1 or 0 in counts:
        raise page_fault(element, "De rijen van deze tabel hebben niet evenveel cellen.")


def _shading(element: HtmlElement, context: Context, places: list[list[Place]]) -> Shading:
    """Return how the cells of a table are coloured."""
    own = element.get("class")
    on = {
        "firstRow": True,
        "lastRow": element.find("tfoot") is not None,
        "firstColumn": element.find("tbody/tr/th") is not None,
        "lastColumn": False,
        "noHBand": bool(classes(element) & _WITHOUT_BANDS),
        "noVBand": True,
    }
    heads = len(element.findall("thead/tr"))
    columns = sum(place.span for place in places[0])
    return Shading(context.styles, f"table.{own}" if own else "table", on, heads, len(places), columns)


def _properties(element: HtmlElement, words: HtmlElement, shading: Shading, width: int) -> str:
    style = shading.styles.of(shading.role)
    flags = " ".join(f'w:{name}="{int(is_on)}"' for name, is_on in shading.on.items())
    value = sum(bit for name, bit in LOOK.items() if shading.on[name])
    title = " ".join(str(words.text_content()).split())
    indent = shading.styles.property(style, "tblInd", "tblPr")
    found = {
        "tblW": f'w:w="{width}" w:type="dxa"',
        "tblLayout": 'w:type="fixed"',
        "tblLook": f'w:val="{value:04X}" {flags}',
        "tblCaption": f'w:val="{attribute(title)}"',
        "tblDescription": f'w:val="{attribute(element.get("aria-description") or title)}"',
    }
    if classes(element) & PICTURES:
        found["tblCellMar"] = "".join(f'<w:{side} w:w="{_TIGHT}" w:type="dxa"/>' for side in ("top", "bottom"))
    if twips(value_of(indent, w("w"))):  # the table is as wide as the text, and would stand in the margin
        found["tblInd"] = 'w:w="0" w:type="dxa"'
    return group("tblPr", found | ({"tblStyle": f'w:val="{attribute(style)}"'} if style else {}))


def _row(
    row: HtmlElement,
    places: list[Place],
    widths: list[int],
    context: Context,
    record: Record,
    blocks_of_cell: BlocksOf,
    shading: tuple[Shading, int],
) -> Content:
    head = next(row.iterancestors("thead"), None) is not None
    role_of = _roles(next(row.iterancestors("table")), head=head)
    identity = record.identities.row(list(children(row)), context, head=head)
    pieces: list[str | Reference] = []
    look, index = shading
    for column, place in enumerate(places, 1):
        ground = look.behind(place, index)
        inside = replace(context, role=role_of(place.cell), scope=f"{identity.name}/{column}", ground=ground)
        blocks = [] if place.continues else blocks_of_cell(place.cell, inside, record)
        properties = cell_properties(place, widths, context.styles, look.own_fill(place, index))
        pieces += (f"<w:tc>{properties}", *in_cell(blocks or [_empty(inside, record)]), "</w:tc>")
    properties = f"<w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>"
    return f'<w:tr w14:paraId="{identity.para_id}">{properties}', *pieces, "</w:tr>"


def _empty(context: Context, record: Record) -> Paragraph:
    """Return the paragraph of a cell with nothing in it."""
    return Paragraph(context.style(context.role), (), context.kept(), record.identities.paragraph([], context))


def _roles(element: HtmlElement, *, head: bool) -> Callable[[HtmlElement], str]:
    """Return the function that gives the role of the text in a cell."""
    if classes(element) & {"planning", "matrix"}:
        body = _planning_role if "planning" in classes(element) else _matrix_role
        return (lambda _: "planningkop") if head else body
    return _head_role if head else _body_role


def _planning_role(cell: HtmlElement) -> str:
    own = classes(cell)
    return "balk" if "balk" in own and "mijlpaal" not in own else "planningrij" if cell.tag == "th" else "planningcel"


def _matrix_role(cell: HtmlElement) -> str:
    return "tabeltekst" if cell.tag == "th" else "planningcel"


def _head_role(cell: HtmlElement) -> str:
    return "tabelkopgetal" if "getal" in classes(cell) else "tabelkop"


def _body_role(cell: HtmlElement) -> str:
    return "tabelgetal" if "getal" in classes(cell) else "tabeltekst"
