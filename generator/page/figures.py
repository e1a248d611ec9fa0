"""Reads a `figure.grafiek` of the page: the numbers of a table that a chart shows, for Word and for the web page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from generator.page import ties
from generator.page.vocabulary import page_fault

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml.html import HtmlElement

    from generator.image_files import ImageFile

Kind = Literal["gestapelde-balk", "balk", "gestapelde-kolom", "kolom", "lijn"]

_KINDS: dict[str, Kind] = {
    "gestapelde-balk": "gestapelde-balk",
    "balk": "balk",
    "gestapelde-kolom": "gestapelde-kolom",
    "kolom": "kolom",
    "lijn": "lijn",
}
_NUMBER = re.compile(r"-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?")
THOUSANDS = "€ 1.000"
"""The unit of amounts that are shown in thousands."""
_NOTHING = frozenset({"", "–", "-"})


class Series(Struct, frozen=True):
    """The numbers of one colour."""

    name: str
    values: tuple[int | float | None, ...]
    """One for each category; None where the table has none."""
    role: str = ""
    """The status that it stands for, such as `op_orde`; empty for any other."""


class ChartData(Struct, frozen=True):
    """What a chart shows."""

    kind: Kind
    unit: str
    """`€`, `€ 1.000` for amounts that are shown in thousands, `%`, or empty."""
    description: str
    """What there is to see, for who cannot see it."""
    categories: tuple[str, ...]
    series: tuple[Series, ...]

    @property
    def stacked(self) -> bool:
        """Tell whether the series stand on each other."""
        return self.kind.startswith("gestapelde")

    @property
    def lying(self) -> bool:
        """Tell whether the bars lie."""
        return self.kind.endswith("balk")

    @property
    def decimals(self) -> int:
        """The most decimals that a number has."""
        numbers = (str(value) for series in self.series for value in series.values if isinstance(value, float))
        return max((len(number.partition(".")[2]) for number in numbers), default=0)

    @property
    def totals(self) -> tuple[int | float, ...]:
        """The sum of each standing stack; empty where there is nothing to add up."""
        if self.kind != "gestapelde-kolom" or len(self.series) < 2:
            return ()
        return tuple(sum(value or 0 for value in row) for row in zip(*(one.values for one in self.series), strict=True))

    @property
    def largest(self) -> float:
        """The length of the longest bar, or the highest point."""
        rows = zip(*(series.values for series in self.series), strict=True)
        gather = sum if self.stacked else max
        return max((float(gather([max(value or 0, 0) for value in row])) for row in rows), default=0.0)

    @property
    def lowest(self) -> float:
        """How far the bars go below nothing; 0 where no number is negative."""
        rows = zip(*(series.values for series in self.series), strict=True)
        gather = sum if self.stacked else min
        return min((float(gather([min(value or 0, 0) for value in row])) for row in rows), default=0.0)


def read_chart(figure: HtmlElement) -> ChartData:
    """Return what the chart of a figure shows.

    The attributes of the figure that `generator.page.ties` has, and `aria-description`, say how.

    Raises:
        ProblemsError: The figure has no table, no description, or something in the table is no number.
    """
    kind = _KINDS.get(figure.get(ties.CHART) or "")
    description = " ".join((figure.get("aria-description") or "").split())
    if kind is None:
        raise page_fault(figure, f"Een grafiek heeft een soort ({ties.CHART}): {', '.join(_KINDS)}.")
    if not description:
        raise page_fault(figure, "Een grafiek heeft een beschrijving (aria-description) voor wie hem niet ziet.")
    names, categories, values = _numbers(figure, _table_of(figure))
    if figure.get(ties.SERIES) == "rijen":
        names, categories, values = categories, names, [list(row) for row in zip(*values, strict=True)]
    roles = (figure.get(ties.ROLES) or "").split() or [""] * len(names)
    if len(roles) != len(names) or not categories:
        raise page_fault(figure, "Deze grafiek heeft geen getallen, of niet bij elke reeks een rol.")
    columns = zip(*values, strict=True)
    series = (Series(name, tuple(column), role) for name, column, role in zip(names, columns, roles, strict=True))
    return ChartData(kind, figure.get(ties.UNIT) or "", description, tuple(categories), tuple(series))


def named_image(picture: HtmlElement, images: Mapping[str, ImageFile]) -> ImageFile:
    """Return the picture that an `img` names by the key of its answer.

    Raises:
        ProblemsError: There is no such picture, or it says nothing to who cannot see it.
    """
    name = picture.get("src") or ""
    if name not in images:
        raise page_fault(picture, f"De afbeelding “{name}” is er niet. Noem de sleutel van een afbeelding in beeld.")
    if not (picture.get("alt") or "").strip():
        raise page_fault(picture, "Een afbeelding heeft een beschrijving (alt) voor wie haar niet ziet.")
    return images[name]


def _table_of(figure: HtmlElement) -> HtmlElement:
    """Return the table inside the figure, or the one that it names."""
    found = figure.find(".//table")
    if found is None:
        name = figure.get(ties.TABLE) or ""
        root = figure.getroottree().getroot()
        found = next((table for table in root.iter("table") if name and table.get("id") == name), None)
    if found is None:
        raise page_fault(figure, f"Een grafiek staat om een tabel heen of noemt er een ({ties.TABLE}).")
    return found


def _numbers(figure: HtmlElement, table: HtmlElement) -> tuple[list[str], list[str], list[list[int | float | None]]]:
    """Return the names of the columns, the names of the rows, and the numbers of each row."""
    head = next(iter(table.iterfind("thead/tr")), None)
    if head is None:
        raise page_fault(table, "Een tabel heeft een kopregel (thead).")
    heads, rows = list(head), list(table.iterfind("tbody/tr"))
    numeric = [place for place, cell in enumerate(heads, 1) if "getal" in (cell.get("class") or "").split()]
    columns = _places(figure, ties.COLUMNS, len(heads)) or numeric
    chosen = _places(figure, ties.ROWS, len(rows)) or range(1, len(rows) + 1)
    naming = (_places(figure, ties.NAMES, len(heads)) or [1])[0]
    cells = [list(rows[place - 1]) for place in chosen]
    if any(len(row) != len(heads) for row in cells):
        raise page_fault(table, "De rijen van deze tabel hebben niet evenveel cellen.")
    names = [_words(heads[place - 1]) for place in columns]
    return (
        names,
        [_words(row[naming - 1]) for row in cells],
        [[_number(row[at - 1]) for at in columns] for row in cells],
    )


def _places(figure: HtmlElement, name: str, most: int) -> Sequence[int]:
    words = (figure.get(name) or "").split()
    places = [int(word) for word in words if word.isdecimal() and 1 <= int(word) <= most]
    if len(places) != len(words):
        raise page_fault(figure, f"{name} noemt een rij of kolom die er niet is.")
    return places


def _words(cell: HtmlElement) -> str:
    return " ".join(str(cell.text_content()).split())


def _number(cell: HtmlElement) -> int | float | None:
    """Return the number in a cell; None where it has none, or still waits for its answer."""
    words = _words(cell).removeprefix("€").removesuffix("%").strip()
    if words in _NOTHING or next(cell.iter("mark"), None) is not None:
        return None
    if not _NUMBER.fullmatch(words):
        raise page_fault(cell, f"“{words}” is geen getal, maar staat wel in een grafiek.")
    plain = words.replace(".", "").replace(",", ".")
    return float(plain) if "." in plain else int(plain)
