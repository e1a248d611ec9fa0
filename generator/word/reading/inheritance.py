"""The styles of a Word file and what they inherit: the formatting of a style, and of a paragraph or run in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import limits
from generator.word.xml import child_at, is_on, number, twips, value, value_at, w

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml.etree import _Element

    from generator.word.reading.content import Paragraph, Run

_USUAL_POINTS = 10.0
"""The size of text where nothing gives one (ECMA-376 part 1, 17.3.2.38)."""
WHOLE_TABLE = ("wholeTable", "")
"""The parts of a table style that hold everywhere."""
LOOK = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}
"""What a table says of the parts of its style that it shows: the name in `w:tblLook`, and the bit in its number."""
_TRUE = frozenset({"1", "true", "on"})
_ID, _TYPE, _DEFAULT, _CUSTOM = map(w, ("styleId", "type", "default", "customStyle"))
_TABLE_PART = w("tblStylePr")


class Sheet:
    """The styles in `styles.xml`, by id; a file can have none.

    A property is named by its path in a style, such as `rPr/color`. What was found is remembered, for a document has
    few styles and much text.
    """

    def __init__(self, root: _Element | None) -> None:
        """Index the styles; of two with one id the first counts (ECMA-376 part 1, 17.7.4.17)."""
        self._root = root
        self._by_id: dict[str, _Element] = {}
        self._names: dict[str, str] = {}
        self.forget()
        for style in () if root is None else root.iterchildren(w("style")):
            self.index(style)

    def index(self, style: _Element) -> bool:
        """Take a style into account; tell whether its id was free."""
        key = value(style, _ID)
        if not key or key in self._by_id:
            return False
        self._by_id[key] = style
        self._names[key] = (value_at(style, "name") or key).split(",")[0].strip()
        return True

    def forget(self) -> None:
        """Look anew at everything, for a style was added or changed."""
        self._defaults: dict[str, str] = {}
        self._levels: dict[str, int] = {}
        self._chains: dict[str, tuple[_Element, ...]] = {}
        self._own: dict[tuple[str, str], _Element | None] = {}
        self._effective: dict[tuple[str, str], _Element | None] = {}
        self._of_runs: dict[tuple[str, str, str], _Element | None] = {}

    def __contains__(self, key: str) -> bool:
        """Tell whether there is a style with this id."""
        return key in self._by_id

    def element(self, key: str) -> _Element:
        """Return a style."""
        return self._by_id[key]

    def ids(self, kind: str) -> Iterator[str]:
        """Yield the ids of the styles of one kind, in their order."""
        return (key for key, style in self._by_id.items() if kind_of(style) == kind)

    def default(self, kind: str) -> str:
        """Return the id of the style that things of a kind have when they name none: the last so marked, or empty."""
        if kind not in self._defaults:
            marked = [key for key in self.ids(kind) if value(self._by_id[key], _DEFAULT) in _TRUE]
            self._defaults[kind] = marked[-1] if marked else ""
        return self._defaults[kind]

    def is_custom(self, key: str) -> bool:
        """Tell whether a style was made by the maker of the file."""
        return value(self._by_id[key], _CUSTOM) in _TRUE

    def name(self, key: str) -> str:
        """Return the name of a style, empty when there is none with this id."""
        return self._names.get(key, "")

    @property
    def language(self) -> str:
        """The language that text has by itself; empty when the file does not say."""
        usual = self.own(self.default("paragraph"), "rPr/lang")
        return value(usual) or value(self.of_document("rPr/lang"))

    def chain(self, key: str | None) -> tuple[_Element, ...]:
        """Return a style and those that it is based on, nearest first."""
        style = key or ""
        if style not in self._chains:
            found: dict[str, _Element] = {}
            base = style
            while base in self._by_id and base not in found and len(found) < limits.BASES:
                found[base] = self._by_id[base]
                base = value_at(found[base], "basedOn")
            self._chains[style] = tuple(found.values())
        return self._chains[style]

    def is_circular(self, key: str) -> bool:
        """Tell whether a style is in the end based on itself."""
        chain = self.chain(key)
        last = value_at(chain[-1], "basedOn") if chain else ""
        return any(value(style, _ID) == last for style in chain)

    def own(self, key: str | None, path: str) -> _Element | None:
        """Return a property of a style or of the nearest that it is based on."""
        asked = key or "", path
        if asked not in self._own:
            found = (child_at(style, path) for style in self.chain(key))
            self._own[asked] = next((item for item in found if item is not None), None)
        return self._own[asked]

    def of_document(self, path: str) -> _Element | None:
        """Return a property that text has where no style gives it."""
        return child_at(self._root, f"docDefaults/{path.partition('/')[0]}Default/{path}")

    def effective(self, key: str | None, path: str) -> _Element | None:
        """Return a property of a style, in the end that of the document."""
        asked = key or "", path
        if asked not in self._effective:
            found = self.own(key, path)
            self._effective[asked] = self.of_document(path) if found is None else found
        return self._effective[asked]

    def is_on(self, key: str | None, path: str) -> bool:
        """Tell whether a property of a style that is on or off is on."""
        return is_on(self.effective(key, path))

    def measure(self, key: str | None, path: str, *attributes: str) -> int | None:
        """Return a measure; each attribute is inherited by itself, and the first that is there counts."""
        every = (twips(item.get(w(name))) for item in self._each(key, path) for name in attributes)
        return next((found for found in every if found is not None), None)

    def attribute(self, key: str | None, path: str, name: str) -> str:
        """Return an attribute of a property, which each style inherits by itself; empty when nothing gives it."""
        return next(filter(None, (value(item, w(name)) for item in self._each(key, path))), "")

    def _each(self, key: str | None, path: str) -> Iterator[_Element]:
        every = (*(child_at(style, path) for style in self.chain(key)), self.of_document(path))
        return (item for item in every if item is not None)

    def of_cells(self, key: str | None, parts: Iterable[str], path: str) -> Iterator[_Element]:
        """Yield a property that a table style gives the cells in some parts of a table.

        Args:
            key: The id of the style.
            parts: The parts, such as `firstRow`, the strongest first; an empty one stands for the style itself.
            path: The property, such as `tcPr/shd`.
        """
        for part in parts:
            for style in self.chain(key):
                for holder in style.iterchildren(_TABLE_PART) if part else (style,):
                    found = child_at(holder, path) if not part or value(holder, _TYPE) == part else None
                    if found is not None:
                        yield found

    def band_size(self, key: str | None) -> int:
        """Return how many rows a band has in a table style."""
        sizes = (number(value_at(style, "tblPr/tblStyleRowBandSize")) for style in self.chain(key))
        return max(next(filter(None, sizes), 1), 1)

    def points(self, key: str | None) -> float:
        """Return the size of text that a style gives."""
        return _points(self.effective(key, "rPr/sz"))

    def level(self, key: str) -> int:
        """Return the level of a heading in a style, from 1; 0 for other text."""
        if key not in self._levels:
            outline, name = self.own(key, "pPr/outlineLvl"), self.name(key).lower()
            by_name = number(name.removeprefix("heading ")) if name.startswith("heading ") else 0
            self._levels[key] = (by_name or 0) if outline is None else level_of(outline)
        return self._levels[key]

    def run_property(self, run: Run, paragraph: Paragraph, name: str) -> tuple[_Element | None, bool]:
        """Return a property such as `sz` of a run without what its table adds, and whether it stands on the run."""
        own = child_at(run.properties, name)
        if own is not None:
            return own, True
        found = self.own(run.style, f"rPr/{name}") if run.style else None
        return (self.own(paragraph.style, f"rPr/{name}") if found is None else found), False

    def of_run(self, run: Run, paragraph: Paragraph, name: str) -> _Element | None:
        """Return a property of a run, in the end that of the document."""
        if run.properties is not None:
            return self._of_run(run, paragraph, name)
        asked = run.style, paragraph.style, name
        if asked not in self._of_runs:
            self._of_runs[asked] = self._of_run(run, paragraph, name)
        return self._of_runs[asked]

    def _of_run(self, run: Run, paragraph: Paragraph, name: str) -> _Element | None:
        found = child_at(run.properties, name)
        if found is None and run.style:
            found = self.own(run.style, f"rPr/{name}")
        return self.effective(paragraph.style, f"rPr/{name}") if found is None else found

    def paragraph_property(self, paragraph: Paragraph, name: str) -> tuple[_Element | None, bool]:
        """Return a property such as `jc` of a paragraph, and whether it stands on the paragraph."""
        own = child_at(paragraph.properties, name)
        return (self.effective(paragraph.style, f"pPr/{name}"), False) if own is None else (own, True)

    def is_bold(self, run: Run, paragraph: Paragraph) -> bool:
        """Tell whether a run is bold."""
        return is_on(self.of_run(run, paragraph, "b"))

    def is_hidden(self, run: Run, paragraph: Paragraph) -> bool:
        """Tell whether Word does not show a run at all."""
        return is_on(self.of_run(run, paragraph, "vanish"))

    def points_of_run(self, run: Run, paragraph: Paragraph) -> float:
        """Return the size of a run."""
        return _points(self.of_run(run, paragraph, "sz"))


def parts_of_cell(
    on: Mapping[str, bool],
    first_row: bool,
    last_row: bool,
    first_column: bool,
    last_column: bool,
    row_band: int,
    column_band: int,
) -> Iterator[str]:
    """Yield the parts of a table that a cell stands in, the strongest first, but for those that hold everywhere.

    Args:
        on: Which parts the table shows, by the names of `w:tblLook`.
        first_row: Whether the cell stands there; so for the other sides.
        last_row: See above.
        first_column: See above.
        last_column: See above.
        row_band: 0 or 1, as its row is in the first or the second band.
        column_band: The same for its column.
    """
    top, bottom = on["firstRow"] and first_row, on["lastRow"] and last_row
    left, right = on["firstColumn"] and first_column, on["lastColumn"] and last_column
    upper = ((top and left, "nwCell"), (top and right, "neCell"))
    lower = ((bottom and left, "swCell"), (bottom and right, "seCell"))
    sides = ((left, "firstCol"), (right, "lastCol"), (top, "firstRow"), (bottom, "lastRow"))
    yield from (name for holds, name in (*upper, *lower, *sides) if holds)
    if not on["noHBand"] and not top and not bottom:
        yield f"band{row_band + 1}Horz"
    if not on["noVBand"] and not left and not right:
        yield f"band{column_band + 1}Vert"


def kind_of(style: _Element) -> str:
    """Return the kind of a style: `paragraph` where it does not say."""
    return value(style, _TYPE) or "paragraph"


def level_of(outline: _Element | None) -> int:
    """Return the level that `w:outlineLvl` gives, from 1; 0 for body text, and where it is not there."""
    found = number(value(outline))
    return found + 1 if found is not None and 0 <= found < 9 else 0


def _points(size: _Element | None) -> float:
    """Return a size in points; it is written in half points, or with its unit."""
    written = value(size)
    if written[-1:].isalpha():
        return (twips(written) or 0) / 20 or _USUAL_POINTS
    return (number(written) or 0) / 2 or _USUAL_POINTS
