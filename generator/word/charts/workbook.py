"""The workbook inside a chart: the numbers that Word shows when somebody chooses to edit the data."""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING

from generator.dutch import NBSP
from generator.page.figures import THOUSANDS

if TYPE_CHECKING:
    from generator.page.figures import ChartData

SHEET = "Blad1"
TOTAL = "Totaal"
_THOUSAND = 1000
_MOMENT = datetime(1980, 1, 1)  # noqa: DTZ001 - a workbook keeps no time zone
"""The same for each workbook, so that the same numbers give the same bytes."""


def workbook(data: ChartData) -> bytes:
    """Return a workbook: categories in the first column, names of series in the first row."""
    from xlsxwriter import Workbook

    stream = io.BytesIO()
    book = Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": _MOMENT})
    sheet = book.add_worksheet(SHEET)
    sheet.set_column(0, 0, max(len(name) for name in data.categories) + 2)
    sheet.set_column(1, len(data.series), max(len(series.name) for series in data.series) + 2)
    sheet.write_column(1, 0, data.categories)
    look = book.add_format({"num_format": number_format(data)})
    for column, series in enumerate(data.series, 1):
        sheet.write_string(0, column, series.name)
        for row, value in enumerate(series.values, 1):
            if value is not None:
                sheet.write_number(row, column, value, look)
    for row, total in enumerate(data.totals, 1):
        added = f"=SUM({_range(row, 1, row, len(data.series))})"
        sheet.write_formula(row, len(data.series) + 1, added, look, total)
    if data.totals:
        sheet.write_string(0, len(data.series) + 1, TOTAL)
    book.close()
    return stream.getvalue()


def categories_at(data: ChartData) -> str:
    """Return where the categories stand."""
    return f"{SHEET}!{_range(1, 0, len(data.categories), 0)}"


def name_at(index: int) -> str:
    """Return where the name of a series stands."""
    return f"{SHEET}!{_range(0, index + 1, 0, index + 1)}"


def values_at(data: ChartData, index: int) -> str:
    """Return where the numbers of a series stand."""
    return f"{SHEET}!{_range(1, index + 1, len(data.categories), index + 1)}"


def _range(first_row: int, first_column: int, last_row: int, last_column: int) -> str:
    """Return cells as a formula names them; the library is imported for a chart that is made, and only then."""
    from xlsxwriter.utility import xl_range_abs

    return str(xl_range_abs(first_row, first_column, last_row, last_column))


def number_format(data: ChartData) -> str:
    """Return how Word and Excel write the numbers; 413 stands for Dutch."""
    plain = "#,##0" + ("." + "0" * data.decimals if data.decimals else "")
    amount = f'[$-413]"€{NBSP}"{plain}'
    return {"€": amount, THOUSANDS: amount, "%": f'[$-413]{plain}"%"'}.get(data.unit, f"[$-413]{plain}")


def label_format(data: ChartData) -> str:
    """Return how the numbers in the chart itself are written: a comma at the end divides by a thousand."""
    if data.unit != THOUSANDS:
        return number_format(data)
    is_round = all((value or 0) % _THOUSAND == 0 for series in data.series for value in series.values)
    return f"[$-413]#,##0{'' if is_round else '.0'},"
