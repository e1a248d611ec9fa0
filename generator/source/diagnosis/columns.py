"""Tells which line stands in a column, or in a list, where it cannot, and where it belongs: this line or one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.source.diagnosis import mistakes
from generator.source.diagnosis.lines import Edit, Indent
from generator.source.diagnosis.nesting import FURTHEST, Level, column_after, fits, run_below, spaces

if TYPE_CHECKING:
    from generator.source.diagnosis.lines import Entry
    from generator.source.diagnosis.mistakes import Cause
    from generator.source.diagnosis.nesting import Nesting, Scan


def place(entry: Entry, nesting: Nesting, scan: Scan) -> None:
    """Give an entry its place; report the line that is wrong where it has none, or has one where it cannot belong."""
    previous = nesting.previous
    if previous is None:
        _place_first(entry, nesting, scan)
        return
    if _begins_item(entry, nesting, scan):
        return
    _move_previous_back(entry, nesting, scan)
    level = nesting.holder_of(entry)
    if level is not None and level.first is entry:
        _move_first(entry, level, scan)
    if level is not None and fits(level, entry, scan) is not False:
        nesting.put(entry, level)
        return
    if level is not None:
        _elsewhere(entry, level, nesting, scan)
        return
    if entry.column > previous.inner:
        _deeper(entry, previous, nesting, scan)
    elif not _first_is_wrong(entry, nesting, scan) and not _first_is_too_shallow(entry, nesting, scan):
        _misfit(entry, nesting, scan)


def _move_previous_back(entry: Entry, nesting: Nesting, scan: Scan) -> None:
    """Move the previous line back to the group that it left, when what stands below it shows that it never did."""
    previous = nesting.previous
    if previous is None or not previous.empty or entry.column <= previous.inner + 2:
        return
    after = column_after(entry, scan.sheet)
    for level in nesting.closed:
        if level.column == after == entry.column - 2 and fits(level, previous, scan) is not False:
            nesting.take_back(previous)
            _move(previous, level.column, level.first.line, mistakes.TOO_SHALLOW, scan)
            nesting.put(previous, level)
            return


def _move_first(entry: Entry, level: Level, scan: Scan) -> None:
    """Move the first entry of a list or group that stands too deep to where the next one stands."""
    edge = -1 if level.parent is None else level.parent.inner
    for line in range(entry.line + 1, min(entry.line + FURTHEST, len(scan.sheet))):
        column = scan.sheet.columns[line]
        if scan.sheet.is_blank(line) or scan.sheet.is_comment(line) or column >= entry.column:
            continue
        if column <= edge or entry.column <= edge + 2:
            return
        found = scan.entry(line)
        if found is not None and fits(level, found, scan) is not False:
            _move(entry, column, line, mistakes.TOO_DEEP, scan)
            level.column = column
            return


def _place_first(entry: Entry, nesting: Nesting, scan: Scan) -> None:
    """Place the first entry of a file: all others decide in which column a file begins."""
    sheet = scan.sheet
    rest = [
        line for line in range(entry.line + 1, len(sheet)) if not sheet.is_blank(line) and not sheet.is_comment(line)
    ]
    column = min((sheet.columns[line] for line in rest), default=entry.column)
    if column < entry.column and scan.entry(next(line for line in rest if sheet.columns[line] == column)) is not None:
        _move(entry, column, entry.line, mistakes.TOO_DEEP_FIRST, scan)
    nesting.put(entry, Level(entry.column, bool(entry.dashes), None, entry))


def _elsewhere(entry: Entry, level: Level, nesting: Nesting, scan: Scan) -> None:
    """Place an entry that YAML takes in a group where its key cannot stand: in the one where it can, if any."""
    previous = nesting.previous
    if previous is not None and _previous_is_too_deep(entry, previous, level, scan):
        nesting.take_back(previous)
        parent = level.parent
        column = 0 if parent is None else parent.inner + 2
        _move(previous, column, entry.line, mistakes.NOT_HERE_DEEP, scan)
        nesting.put(previous, Level(column, level.is_list, parent, previous))
        place(entry, nesting, scan)
        return
    holder = "" if level.parent is None else level.parent.key
    if entry.dashes and entry.key and scan.known.may_hold(holder, entry.key, in_list=False):
        _drop_dash(entry, scan)
        level.is_list = False
        nesting.put(entry, level)
        return
    if not entry.dashes and level.first is entry and scan.known.may_hold(holder, entry.key, in_list=True):
        _first_without_dash(entry, level, nesting, scan)
        return
    better = [item for item in nesting.candidates(entry, scan) if fits(item, entry, scan) is True]
    if better and better[0].column != entry.column and not _leaves_block(entry, better[0], scan):
        cause = mistakes.NOT_HERE_DEEP if better[0].column < entry.column else mistakes.NOT_HERE_SHALLOW
        _move_into(entry, better[0], cause, nesting, scan, certain=len(better) == 1)
    else:
        nesting.put(entry, level)


def _leaves_block(entry: Entry, level: Level, scan: Scan) -> bool:
    """Tell whether what stands below an entry would no longer be below it in a level."""
    below = scan.next_line(entry.line)
    return below is not None and entry.empty and entry.column < scan.sheet.columns[below] < level.column


def _previous_is_too_deep(entry: Entry, previous: Entry, level: Level, scan: Scan) -> bool:
    """Tell whether an entry belongs below the previous one, the first of its group, that stands too deep itself."""
    if not previous.empty or level.first is not previous or level.entries != 1 or previous.column != entry.column:
        return False
    expected = 0 if level.parent is None else level.parent.inner + 2
    below = Level(entry.column, bool(entry.dashes), previous, entry)
    return previous.column > expected and fits(below, entry, scan) is True


def _deeper(entry: Entry, previous: Entry, nesting: Nesting, scan: Scan) -> None:
    """Place an entry that stands deeper than the one before it, which has a value."""
    below = Level(entry.column, bool(entry.dashes), previous, entry)
    lines, _ = run_below(entry, scan.sheet)
    holds = fits(below, entry, scan) if previous.key else False
    target = None if holds else _too_shallow(entry, previous, nesting, scan, lines)
    if target is not None and target.column > previous.column:  # else it would be moved to and fro for ever
        nesting.take_back(previous)
        _move(previous, target.column, entry.line, mistakes.TOO_SHALLOW, scan)
        nesting.put(previous, target)
        place(entry, nesting, scan)
        return
    if holds is None:
        here = next(level for level in reversed(nesting.levels) if level.column == previous.column)
        holds = fits(here, entry, scan) is not True and (previous.column == 0 or lines > 1)
    if holds:
        _report_value(entry, previous, scan)
        previous.empty = True
        nesting.put(entry, below)
        return
    _misfit(entry, nesting, scan)


def _too_shallow(entry: Entry, previous: Entry, nesting: Nesting, scan: Scan, lines: int) -> Level | None:
    """Return the level where the previous line belongs, when that line is the one that is wrong."""
    here = next(level for level in reversed(nesting.levels) if level.column == previous.column)
    same_kind = bool(previous.dashes) == bool(entry.dashes)
    if previous.dashes and previous.key and not entry.dashes and here.entries == 1:
        column = previous.column + entry.column - previous.inner
        parent = -2 if here.parent is None else here.parent.inner
        expected = column == parent + 2 and fits(Level(column, False, here.parent, previous), entry, scan) is not False
        return Level(column, is_list=True, parent=here.parent, first=previous) if expected else None
    for level in nesting.closed:
        fitting = fits(level, previous, scan) is not False and fits(level, entry, scan) is not False
        if level.column == entry.column and fitting and (lines > 1 or fits(here, entry, scan) is not True):
            return level
    if not same_kind or not (here.first is previous and here.entries == 1):
        before = nesting.before
        if before is None or not before.empty or before.inner != previous.column or not same_kind or lines == 1:
            return None
        level = Level(entry.column, bool(entry.dashes), before, previous)
        return None if False in (fits(level, previous, scan), fits(level, entry, scan)) else level
    parent = -2 if here.parent is None else here.parent.inner
    expected = entry.column == parent + 2 or (lines > 1 and previous.column != parent + 2)
    return Level(entry.column, here.is_list, here.parent, previous) if expected else None


def _first_is_wrong(entry: Entry, nesting: Nesting, scan: Scan) -> bool:
    """Report the first line of a list or group that is too deep, rather than this one; tell whether it is."""
    child = next((level for level in nesting.levels if level.column > entry.column), None)
    if child is None or any(level.column == entry.column for level in nesting.levels):
        return False
    level = Level(entry.column, child.is_list, child.parent, child.first, entries=1)
    if fits(level, entry, scan) is False or fits(level, child.first, scan) is False:
        return False
    parent = -2 if child.parent is None else child.parent.inner
    _, same = run_below(entry, scan.sheet)
    is_expected = same > 1 or entry.column == parent + 2
    if not (is_expected if child.entries == 1 else child.first.empty and child.column != parent + 2):
        return False
    _move(child.first, entry.column, entry.line, mistakes.TOO_DEEP, scan)
    nesting.put(entry, level)
    return True


def _first_is_too_shallow(entry: Entry, nesting: Nesting, scan: Scan) -> bool:
    """Report the only line of a group that is not deep enough, rather than this one; tell whether it is."""
    outer = next((level for level in reversed(nesting.levels) if level.column < entry.column), None)
    if outer is None or outer.entries != 1 or outer.parent is None or outer.is_list != bool(entry.dashes):
        return False
    expected = outer.parent.inner + 2
    if outer.column == expected or entry.column != expected or fits(outer, entry, scan) is False:
        return False
    _move(outer.first, entry.column, entry.line, mistakes.TOO_SHALLOW, scan)
    outer.column = entry.column
    nesting.put(entry, outer)
    return True


def _misfit(entry: Entry, nesting: Nesting, scan: Scan) -> None:
    """Place an entry in the nearest list or group where it may belong, or make it fit where it stands."""
    candidates = [level for level in nesting.candidates(entry, scan) if fits(level, entry, scan) is not False]
    known = [level for level in candidates if fits(level, entry, scan)]
    here = next((level for level in reversed(nesting.levels) if level.column == entry.column), None)
    if here is not None and here.is_list != bool(entry.dashes) and _mend_dash(entry, here, known, nesting, scan):
        return
    chosen = (known or candidates or list(nesting.candidates(entry, scan)))[:1]
    if not chosen:
        nesting.put(entry, Level(entry.column, bool(entry.dashes), nesting.previous, entry))
        return
    cause = mistakes.TOO_DEEP if chosen[0].column < entry.column else mistakes.TOO_SHALLOW
    near = abs(chosen[0].column - entry.column) <= 1
    _move_into(entry, chosen[0], cause, nesting, scan, certain=near or len(known or candidates) == 1)


def _move_into(entry: Entry, level: Level, cause: Cause, nesting: Nesting, scan: Scan, *, certain: bool) -> None:
    like = level.first if level.first is not entry else (level.parent or entry)
    _move(entry, level.column, like.line, cause, scan, certain=certain)
    nesting.put(entry, level)


def _move(entry: Entry, column: int, like: int, cause: Cause, scan: Scan, *, certain: bool = True) -> None:
    words = {"nr": str(like + 1), "aantal": spaces(column)}
    scan.sheet.report(cause, entry.line, 0, Indent(entry.line, column), certain=certain, words=words)
    entry.move(column - entry.column)


def _report_value(entry: Entry, previous: Entry, scan: Scan) -> None:
    span = scan.whole(previous.line, previous.at)
    words = {"sleutel": previous.key, "nr": str(entry.line + 1)}
    edits = tuple(
        Edit(*scan.whole(line, previous.at if line == previous.line else 0), "")
        for line in range(previous.line, entry.line)
        if not scan.sheet.is_comment(line)
    )
    cause = mistakes.VALUE_BEFORE_BLOCK
    scan.sheet.report(cause, span.line, span.start, *edits, certain=False, value=span, words=words)


def _begins_item(entry: Entry, nesting: Nesting, scan: Scan) -> bool:
    """Report a key that an item of the list has already: a new item begins there, without its dash; tell whether."""
    if entry.dashes:
        return False
    for items, inner in zip(nesting.levels, nesting.levels[1:], strict=False):
        starts = items.is_list and not inner.is_list and inner.first.key == entry.key and bool(inner.first.dashes)
        if starts and items.column <= entry.column <= inner.column and inner.entries > 1:
            words = {"sleutel": entry.key, "aantal": spaces(items.column)}
            edits = (Indent(entry.line, items.column), Edit(entry.line, 0, 0, "- "))
            scan.sheet.report(mistakes.NO_DASH, entry.line, 0, *edits, words=words)
            entry.move(items.column - entry.column)
            entry.with_dash()
            nesting.put(entry, items)
            return True
    return False


def _first_without_dash(entry: Entry, level: Level, nesting: Nesting, scan: Scan) -> None:
    """Report the first key below the key of a list: the item that it starts has no dash."""
    below = scan.next_line(entry.line)
    beside = below is not None and scan.sheet.columns[below] == entry.column
    column = entry.column - 2 if beside and entry.column > 1 else entry.column
    words = {"sleutel": level.parent.key if level.parent else "", "aantal": spaces(column)}
    edits = (Indent(entry.line, column), Edit(entry.line, 0, 0, "- "))
    scan.sheet.report(mistakes.NO_FIRST_DASH, entry.line, 0, *edits, words=words)
    entry.move(column - entry.column)
    entry.with_dash()
    nesting.put(entry, Level(column, is_list=True, parent=level.parent, first=entry))


def _mend_dash(entry: Entry, here: Level, known: list[Level], nesting: Nesting, scan: Scan) -> bool:
    """Take a dash away, or put one, where an entry stands in the column of the other kind; tell whether that is it."""
    first = here.first
    if entry.dashes and entry.key:
        parent = "" if here.parent is None else here.parent.key
        starts_item = any(level.first.key == entry.key for level in known)
        if known and (starts_item or not scan.known.may_hold(parent, entry.key, in_list=bool(first.dashes))):
            return False
        _drop_dash(entry, scan)
    elif entry.dashes:
        if known:
            return False
        scan.sheet.report(mistakes.ITEM_BESIDE_KEYS, entry.line, 0, Edit(entry.line, 0, 0, "# "), certain=False)
        return True
    elif here.entries == 1 and first.key and first.column == here.column and run_below(entry, scan.sheet)[1] > 1:
        _drop_dash(first, scan)
        here.is_list = False
    elif known:
        return False
    else:
        edit = Edit(entry.line, 0, 0, "- ")
        scan.sheet.report(mistakes.KEY_BESIDE_DASHES, entry.line, 0, edit, certain=False)
        entry.with_dash()
    nesting.put(entry, here)
    return True


def _drop_dash(entry: Entry, scan: Scan) -> None:
    """Report the dash before a key, and take it away."""
    edit = Edit(entry.line, 0, entry.after_dashes, "")
    scan.sheet.report(mistakes.DASH_BESIDE_KEYS, entry.line, 0, edit)
    entry.dashes, entry.key_column = (), entry.column
