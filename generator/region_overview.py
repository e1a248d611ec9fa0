"""The state of a region in one document or sheet: read from answer files, one by one, and written."""

from __future__ import annotations

import csv
import io
from datetime import datetime
from typing import TYPE_CHECKING

from generator import ledger
from generator.documents import Draft, make_document
from generator.framework import load_framework
from generator.housestyle import find_house_style
from generator.pipeline import check_file, is_own_document
from generator.plan import build
from generator.plan.woorden import fixed_words
from generator.problems import Problem, ProblemsError
from generator.rendering import render_alone
from generator.saving import save
from generator.streek import by_municipality, neighbourhood

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from generator.saving import Saved
    from generator.streek import Streek, WijkInStreek

FORMATS = ("docx", "html", "csv", "xlsx")
NAME = "streekoverzicht"
_TEMPLATE = f"nota/{NAME}.html.j2"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a cell begins with that Excel takes for a formula."""
_COLOURS = {"op_orde": "#D5E8D4", "deels": "#FFF2CC", "niet": "#F8CECC", "onbekend": "#E7E6E6"}
_MOMENT = datetime(1980, 1, 1)  # noqa: DTZ001 - a workbook keeps no time zone; the same answers give the same bytes
_AMOUNTS = ("lasten", "toegezegd", "aangevraagd", "onzeker")
_MOST_IN_A_CELL = 32_767
"""Excel refuses a longer text."""


def read_region(files: Iterable[Path], root: Path) -> tuple[Streek, tuple[Problem, ...]]:
    """Return the region that answer files are about; of each file only what the overview shows is kept.

    Args:
        files: The answer files.
        root: The folder that they have in common.

    Returns:
        The region, and what is wrong with the files that are not in it.
    """
    kader = load_framework()
    wijken: list[WijkInStreek] = []
    problems: list[Problem] = []
    left: list[str] = []
    for file in files:
        name = _name(file, root)
        try:
            checked = check_file(file)
        except ProblemsError as error:
            faults = error.problems
        else:
            faults = checked.fouten
        if faults:
            problems += faults
            left.append(name)
        else:
            plan = build(checked.antwoorden, kader, checked.problems)
            wijken.append(neighbourhood(plan, name, len(checked.aandacht)))
    return by_municipality(wijken, kader.randvoorwaarden, left), tuple(problems)


def write_overview(
    streek: Streek, target: Path, formaat: str, huisstijl: Path | None = None, *, forceer: bool = False
) -> Saved:
    """Write the overview.

    Args:
        streek: The region.
        target: The file.
        formaat: One of `FORMATS`.
        huisstijl: The house style of a document or web page; the neutral one when None.
        forceer: Replace a file that somebody worked in; it is kept as `.bak`.

    Raises:
        ProblemsError: The house style cannot be used, or the file not be written.
    """
    if formaat in {"docx", "html"}:
        data = _document(streek, formaat, huisstijl)
        return save(data, target, forceer=forceer, is_own=is_own_document)
    data = sheet_csv(streek) if formaat == "csv" else sheet_xlsx(streek)
    known = ledger.recall([target])
    saved = save(data, target, forceer=forceer, is_own=lambda _existing: known == NAME)
    ledger.note({target: data}, NAME)
    return saved


def _document(streek: Streek, formaat: str, huisstijl: Path | None) -> bytes:
    style = find_house_style(huisstijl)
    page = render_alone(_TEMPLATE, fixed_words(None, style.layout.woorden), streek=streek)
    return make_document(Draft(page, style), formaat)


def sheet_csv(streek: Streek) -> bytes:
    """Return the neighbourhoods as lines of text that Excel in Dutch opens in columns, in UTF-8 with a mark."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";")
    for row in _rows(streek):
        writer.writerow([f"'{cell}" if str(cell).startswith(_FORMULA) else cell for cell in row])
    return stream.getvalue().encode("utf-8-sig")


def sheet_xlsx(streek: Streek) -> bytes:
    """Return the neighbourhoods as a workbook, with the conditions in colour; no cell is a formula."""
    from xlsxwriter import Workbook

    stream = io.BytesIO()
    book = Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": "Overzicht van de streek", "created": _MOMENT})
    sheet = book.add_worksheet("Wijken")
    head, plain = book.add_format({"bold": True, "text_wrap": True, "valign": "top"}), book.add_format()
    money = book.add_format({"num_format": "#,##0"})
    colours = {_word(stand): book.add_format({"bg_color": colour}) for stand, colour in _COLOURS.items()}
    rows = [*_rows(streek)]
    last = 3 + len(streek.randvoorwaarden)
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if isinstance(cell, int):
                sheet.write_number(number, column, cell, money)
            else:
                look = head if number == 0 else colours.get(cell, plain) if 3 <= column < last else plain
                sheet.write_string(number, column, cell[:_MOST_IN_A_CELL], look)
    sheet.set_column(0, 1, 24)
    sheet.set_column(2, last - 1, 14)
    sheet.set_column(last, last + 2, 40)
    sheet.set_column(last + 3, len(rows[0]) - 1, 14)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, len(rows) - 1, len(rows[0]) - 1)
    book.close()
    return stream.getvalue()


def _rows(streek: Streek) -> Iterator[list[str | int]]:
    """Yield a row with headings, one for each neighbourhood, and one for each file that is not in it."""
    conditions = [condition.titel for condition in streek.randvoorwaarden]
    texts = ["Interventies", "Werkzame principes", "Voorgestelde principes"]
    amounts = ["Lasten", "Toegezegd", "Aangevraagd", "Onzeker", "Bedragen precies"]
    yield ["Gemeente", "Wijk", "Status", *conditions, *texts, *amounts, "Open punten", "Aandachtspunten", "Bestand"]
    for wijk in streek.wijken:
        standen = [_word(wijk.standen[condition.id]) for condition in streek.randvoorwaarden]
        listed = [", ".join(items) for items in (wijk.interventies, wijk.principes, wijk.voorgesteld)]
        money = [getattr(wijk.geld, name) for name in _AMOUNTS] if wijk.geld else [""] * len(_AMOUNTS)
        exact = ("ja" if wijk.geld.exact else "nee") if wijk.geld else "geen bedragen"
        row = [wijk.gemeente, wijk.wijk, _word(wijk.status), *standen, *listed, *money, exact]
        yield [*row, wijk.open, wijk.aandacht, wijk.bestand]
    for name in streek.niet_gelezen:
        width = 3 + len(conditions) + len(texts) + len(amounts) + 2
        yield ["", "niet gelezen: er staat een fout in het bestand", *[""] * (width - 2), name]


def _word(value: str) -> str:
    return value.replace("_", " ")


def _name(file: Path, root: Path) -> str:
    """Return what a file is called in the overview: no folder of the user stands in it."""
    try:
        return file.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return file.name
