"""Tables: caption, header row, column widths and cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from generator.page.vocabulary import PageError, children, classes, line_of
from generator.word.text.titles import TABLE, caption
from generator.word.text.widths import column_widths, is_too_wide
from generator.word.xml import attribute, paragraph

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.html import HtmlElement

    from generator.word.text.state import State

_NO_MARGINS = 40
"""The bars of a planning fill their cells."""
_WITHOUT_BANDS = frozenset({"planning", "matrix"})
"""Tables in which the cells themselves have a colour or a sign to follow."""
KEPT_TOGETHER = 6
"""A table of at most this many rows stays on one page."""


class BlocksOf(Protocol):
    """Translates everything inside an element; `generator.word.text.blocks` has it."""

    def __call__(self, element: HtmlElement, state: State, role: str = "p") -> list[str]:
        """Return paragraphs in the given role."""
        ...


def table(element: HtmlElement, state: State, *, blocks_of_cell: BlocksOf) -> list[str]:
    """Return the caption and the table.

    Raises:
        PageError: The table has no caption or no header row, or its rows differ in length.
    """
    rows = list(element.iter("tr"))
    words = element.find("caption")
    if words is None or element.find("thead") is None:
        raise PageError(line_of(element), "Een tabel heeft een bijschrift (caption) en een kopregel (thead).")
    _check_columns(rows, element)
    widths = column_widths(element, rows, state.width, state.styles.size(state.style("tabeltekst")))
    head = caption(words, state, TABLE, element.get("id"))
    properties = _properties(element, words, state, sum(widths))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = ""
    for index, row in enumerate(rows, 1):
        state.keep_next = len(rows) <= KEPT_TOGETHER and index < len(rows)
        body += _row(row, element, widths, state, blocks_of_cell)
    state.keep_next = False
    return [head, f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"]


def needs_landscape(element: HtmlElement, state: State) -> bool:
    """Tell whether a table is too wide for the upright page that it stands on, and a lying one has more room."""
    rows = list(element.iter("tr"))
    if state.in_table or not rows or state.width >= state.page.height:
        return False
    if "planning" in classes(element):
        return is_too_wide(rows, state.width, state.styles.size(state.style("planningcel")), _NO_MARGINS)
    return is_too_wide(rows, state.width, state.styles.size(state.style("tabeltekst")))


def _check_columns(rows: list[HtmlElement], element: HtmlElement) -> None:
    counts = {len(list(children(row))) for row in rows}
    if len(counts) != 1 or 0 in counts:
        raise PageError(line_of(element), "De rijen van deze tabel hebben niet evenveel cellen.")


def _properties(element: HtmlElement, words: HtmlElement, state: State, width: int) -> str:
    own = next(iter(classes(element)), None)
    style = state.styles.of(f"table.{own}" if own else "table")
    look = {
        "firstRow": 1,
        "lastRow": int(element.find("tfoot") is not None),
        "firstColumn": int(element.find("tbody/tr/th") is not None),
    }
    flags = " ".join(f'w:{name}="{value}"' for name, value in look.items())
    even = int(bool(classes(element) & _WITHOUT_BANDS))
    value = 0x0020 * look["firstRow"] + 0x0040 * look["lastRow"] + 0x0080 * look["firstColumn"] + 0x0200 * even + 0x0400
    title = " ".join(str(words.text_content()).split())
    return (
        "<w:tblPr>"
        + (f'<w:tblStyle w:val="{attribute(style)}"/>' if style else "")
        + f'<w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{value:04X}" {flags} w:lastColumn="0" w:noHBand="{even}" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{attribute(title)}"/>'
        f'<w:tblDescription w:val="{attribute(element.get("aria-description") or title)}"/></w:tblPr>'
    )


def _row(row: HtmlElement, element: HtmlElement, widths: list[int], state: State, blocks_of_cell: BlocksOf) -> str:
    parent = row.getparent()
    head = parent is not None and parent.tag == "thead"
    roles = _roles(element, head=head)
    content = "".join(
        _cell(cell, width, roles(cell), state, blocks_of_cell)
        for cell, width in zip(children(row), widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>{content}</w:tr>"


def _cell(cell: HtmlElement, width: int, role: str, state: State, blocks_of_cell: BlocksOf) -> str:
    state.after_table, state.in_table = False, True
    content = "".join(blocks_of_cell(cell, state, role)) or paragraph(state.style(role), "", state.kept())
    state.in_table = False
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def _roles(element: HtmlElement, *, head: bool) -> Callable[[HtmlElement], str]:
    """Return the function that gives the role of the text in a cell."""
    if classes(element) & {"planning", "matrix"}:
        body = _planning_role if "planning" in classes(element) else _matrix_role
        return (lambda _: "planningkop") if head else body
    return _head_role if head else _body_role


def _planning_role(cell: HtmlElement) -> str:
    return "balk" if "balk" in classes(cell) else "planningrij" if cell.tag == "th" else "planningcel"


def _matrix_role(cell: HtmlElement) -> str:
    return "tabeltekst" if cell.tag == "th" else "planningcel"


def _head_role(cell: HtmlElement) -> str:
    return "tabelkopgetal" if "getal" in classes(cell) else "tabelkop"


def _body_role(cell: HtmlElement) -> str:
    return "tabelgetal" if "getal" in classes(cell) else "tabeltekst"
