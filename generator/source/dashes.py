"""Tells where a list lacks a dash, or a key has one too many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.source import causes
from generator.source.nesting import Level, run_below
from generator.source.scan import spaces
from generator.source.sheet import Edit, Indent

if TYPE_CHECKING:
    from generator.source.entries import Entry
    from generator.source.nesting import Nesting
    from generator.source.scan import Scan


def begins_item(entry: Entry, nesting: Nesting, scan: Scan) -> bool:
    """Report a key that an item of the list has already: a new item begins there, without its dash; tell whether."""
    if entry.dashes:
        return False
    for items, inner in zip(nesting.levels, nesting.levels[1:], strict=False):
        starts = items.is_list and not inner.is_list and inner.first.key == entry.key and bool(inner.first.dashes)
        if starts and items.column <= entry.column <= inner.column and inner.entries > 1:
            words = {"sleutel": entry.key, "aantal": spaces(items.column)}
            edits = (Indent(entry.line, items.column), Edit(entry.line, 0, 0, "- "))
            scan.sheet.report(causes.NO_DASH, entry.line, 0, *edits, words=words)
            entry.move(items.column - entry.column)
            entry.with_dash()
            nesting.put(entry, items)
            return True
    return False


def first_without_dash(entry: Entry, level: Level, nesting: Nesting, scan: Scan) -> None:
    """Report the first key below the key of a list: the item that it starts has no dash."""
    below = scan.next_line(entry.line)
    beside = below is not None and scan.sheet.columns[below] == entry.column
    column = entry.column - 2 if beside and entry.column > 1 else entry.column
    words = {"sleutel": level.parent.key if level.parent else "", "aantal": spaces(column)}
    edits = (Indent(entry.line, column), Edit(entry.line, 0, 0, "- "))
    scan.sheet.report(causes.NO_FIRST_DASH, entry.line, 0, *edits, words=words)
    entry.move(column - entry.column)
    entry.with_dash()
    nesting.put(entry, Level(column, is_list=True, parent=level.parent, first=entry))


def mend_dash(entry: Entry, here: Level, known: list[Level], nesting: Nesting, scan: Scan) -> bool:
    """Take a dash away, or put one, where an entry stands in the column of the other kind; tell whether that is it."""
    first = here.first
    if entry.dashes and entry.key:
        parent = "" if here.parent is None else here.parent.key
        starts_item = any(level.first.key == entry.key for level in known)
        if known and (starts_item or not scan.known.may_hold(parent, entry.key, in_list=bool(first.dashes))):
            return False
        drop_dash(entry, scan)
    elif entry.dashes:
        if known:
            return False
        scan.sheet.report(causes.ITEM_BESIDE_KEYS, entry.line, 0, Edit(entry.line, 0, 0, "# "), certain=False)
        return True
    elif here.entries == 1 and first.key and first.column == here.column and run_below(entry, scan.sheet)[1] > 1:
        drop_dash(first, scan)
        here.is_list = False
    elif known:
        return False
    else:
        edit = Edit(entry.line, 0, 0, "- ")
        scan.sheet.report(causes.KEY_BESIDE_DASHES, entry.line, 0, edit, certain=False)
        entry.with_dash()
    nesting.put(entry, here)
    return True


def drop_dash(entry: Entry, scan: Scan) -> None:
    """Report the dash before a key, and take it away."""
    edit = Edit(entry.line, 0, entry.after_dashes, "")
    scan.sheet.report(causes.DASH_BESIDE_KEYS, entry.line, 0, edit)
    entry.without_dashes(entry.column)
