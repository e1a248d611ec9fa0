"""The look of cells that are a picture together, such as the rooms of a house or the bars of a planning.

All other looks come from styles; but no style of a table can say that one cell in the middle is green.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from generator.colours import ENOUGH, contrast, mixed
from generator.page.vocabulary import PICTURES, children, classes, status_role
from generator.word.reading.inheritance import parts_of_cell
from generator.word.schema_order import group
from generator.word.styling.grounds import HEAD, Ground
from generator.word.styling.look import STATUS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml.html import HtmlElement

    from generator.word.schema_order import Props
    from generator.word.styles import Styles

_STEPS = 20
_NO_LINE = 'w:val="nil"'
_STOREY = 2
"""A storey has a row with the names of its rooms and one with how they stand."""
_THICK = 24
"""The width of a line that is to be seen, in eighths of a point."""
_SIDES = ("top", "left", "bottom", "right")


class Place(Struct, frozen=True):
    """Where a cell stands in the grid of its table."""

    cell: HtmlElement
    column: int
    """The first of its columns, from 0."""
    span: int = 1
    """How many columns it takes."""
    opens: bool = False
    """Whether it goes on in the row below."""
    continues: bool = False
    """Whether it began in the row above."""


def places_of(rows: Sequence[HtmlElement]) -> list[list[Place]]:
    """Return the places in each row: those of its own cells, and of cells that go on from the row above."""
    result: list[list[Place]] = []
    above: dict[int, Place] = {}
    for row in rows:
        places: list[Place] = []
        column = 0
        for cell in children(row):
            while column in above:
                places.append(replace(above.pop(column), opens=False, continues=True))
                column += places[-1].span
            places.append(Place(cell, column, int(cell.get("colspan") or 1), opens=cell.get("rowspan") is not None))
            column += places[-1].span
        above = {place.column: place for place in places if place.opens}
        result.append(places)
    return result


class Shading(Struct, frozen=True):
    """How the style of a table colours the cells of one table."""

    styles: Styles
    role: str
    """That of the table."""
    on: Mapping[str, bool]
    """Which parts of its style the table shows, by their names in `w:tblLook`."""
    heads: int
    """How many rows its head has: only the first has the colours of a header row by itself."""
    rows: int
    columns: int

    def behind(self, place: Place, row: int) -> Ground:
        """Return what stands behind the text of a cell in a row, from 0."""
        if fill := self.own_fill(place, row):
            return Ground(fill)
        parts = parts_of_cell(
            self.on,
            first_row=row == 0,
            last_row=row == self.rows - 1,
            first_column=place.column == 0,
            last_column=place.column + place.span == self.columns,
            row_band=(row - self.on["firstRow"]) // self.styles.band_size(self.role) % 2,
            column_band=(place.column - self.on["firstColumn"]) % 2,
        )
        return self.styles.behind(self.role, tuple(parts))

    def own_fill(self, place: Place, row: int) -> str:
        """Return the background that a cell has of its own; empty for that of its table."""
        if fill := _ground(place.cell, self.styles):
            return fill
        head = self.styles.behind(self.role, HEAD).fill if 0 < row < self.heads else ""
        return head if head != self.styles.look.paper else ""


def cell_properties(place: Place, widths: Sequence[int], styles: Styles, fill: str) -> str:
    """Return the properties of a cell: its width and place, its own background, and the lines that its class asks.

    Args:
        place: The cell, and where it stands.
        widths: The width of each column, in twentieths of a point.
        styles: The styles of the house style, which has the colours.
        fill: The background; empty for that of its table.
    """
    width = sum(widths[place.column : place.column + place.span])
    props: Props = {"tcW": f'w:w="{width}" w:type="dxa"'}
    if place.span > 1:
        props["gridSpan"] = f'w:val="{place.span}"'
    if place.opens or place.continues:
        props["vMerge"] = 'w:val="restart"' if place.opens else ""
    if fill:
        props["shd"] = f'w:val="clear" w:color="auto" w:fill="{fill}"'
    if borders := _borders(place.cell, styles):
        props["tcBorders"] = "".join(f"<w:{side} {borders[side]}/>" for side in _SIDES if side in borders)
    return group("tcPr", props)


def _ground(cell: HtmlElement, styles: Styles) -> str:
    """Return the background of a cell; empty for that of its table."""
    if role := status_role(cell):
        return styles.ground(role) or STATUS[role][0]
    own = classes(cell)
    if "mijlpaal" in own:
        return _signal(styles)
    if "balk" in own:
        return styles.ground("balk") or styles.look.accent
    return styles.look.head if "hier" in own else ""


def _signal(styles: Styles) -> str:
    """Return the colour of a milestone: that of what is half done, but never so dark that its sign cannot be read."""
    ground, text = styles.ground("status.deels") or STATUS["status.deels"][0], styles.ink("planningcel")
    paler = (mixed(ground, styles.look.paper, share / _STEPS) for share in range(_STEPS, 0, -1))
    return next((found for found in paler if contrast(text, found) >= ENOUGH), styles.look.paper)


def _borders(cell: HtmlElement, styles: Styles) -> Props:
    """Return the lines of a cell: in a house rooms stand apart, a bar is whole, and a line marks the decision."""
    table = next(cell.iterancestors("table"))
    found: Props = {}
    if "balk" in classes(cell):
        beside = {"left": cell.getprevious(), "right": cell.getnext()}
        found = {side: _NO_LINE for side, other in beside.items() if other is not None and "balk" in classes(other)}
    if "besluit" in classes(cell):
        found["right"] = f'w:val="single" w:sz="{_THICK}" w:space="0" w:color="{_signal(styles)}"'
    if not classes(table) & PICTURES:
        return found
    found = dict.fromkeys(_SIDES, f'w:val="single" w:sz="{_THICK}" w:space="0" w:color="{styles.look.paper}"')
    if len(list(table.iter("tr"))) == _STOREY:
        found["bottom" if next(cell.iterancestors("thead"), None) is not None else "top"] = _NO_LINE
    return found
