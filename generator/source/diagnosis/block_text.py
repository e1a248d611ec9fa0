"""Reads the text below a `>` or `|`, and tells which of its lines fall out of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.source.characters import BLANK
from generator.source.diagnosis import mistakes
from generator.source.diagnosis.lines import Indent, entry_at, nearly_entry
from generator.source.diagnosis.nesting import spaces

if TYPE_CHECKING:
    from generator.source.diagnosis.nesting import Scan


HEADER = re.compile(r"[|>](?:[-+]?[1-9]?|[1-9][-+])(?:[ \t]+(?:#(?:[ \t].*)?)?)?")
"""What may stand behind a key for the text to stand below it; a remark may follow."""
_NUMBER = re.compile(r"[|>][-+]?([1-9])")


def read_block(scan: Scan, line: int, at: int, column: int) -> int:
    """Read the text below the sign at a place, and return its last line.

    Args:
        scan: The sheet.
        line: Where the sign is.
        at: Where in that line.
        column: That of the entry that the text belongs to.
    """
    number = _NUMBER.match(scan.sheet.texts[line], at)
    block = _Block(scan, line, at, column, max(column, 0) + int(number[1]) if number else None)
    last = block.read()
    if last == line and number is not None:
        whole = scan.whole(line, at)
        teken = f"het teken {scan.text(whole)[0]}"
        scan.sheet.report(mistakes.FOLD_SIGN, line, at, *scan.quoted([whole]), value=whole, words={"teken": teken})
    return last


class _Block:
    """The lines of one text: they begin in one column, or further to the right."""

    def __init__(self, scan: Scan, line: int, at: int, column: int, margin: int | None) -> None:
        self.scan = scan
        self.line, self.at = line, at
        self.column = column
        self.margin = margin
        """The column where the text begins, once that is known."""
        self.lines: list[int] = []
        self.fallen: list[int] = []
        """The lines that belong to the text and do not reach the margin."""

    def read(self) -> int:
        sheet = self.scan.sheet
        for line in range(self.line + 1, len(sheet)):
            if sheet.is_blank(line):
                if sheet.columns[line] < (self.margin or 0):
                    self.scan.tidy(line)
                continue
            if not self._takes(line):
                break
            self.lines.append(line)
        self._report()
        self._doubt()
        return self.lines[-1] if self.lines else self.line

    def _takes(self, line: int) -> bool:
        """Tell whether a line belongs to the text."""
        sheet = self.scan.sheet
        if self.margin is None and sheet.columns[line] > self.column:
            self.margin = sheet.columns[line]
        if self.margin is not None and sheet.columns[line] >= self.margin:
            return True
        self._tidy(line)
        if self.margin is not None and sheet.columns[line] >= self.margin:
            return True
        if self._is_next_entry(line):
            return False
        if self.margin is None:
            self.margin = max(self.column, 0) + 2
        if sheet.columns[line] > self.column and self._first_is_wrong(line):
            self.fallen.append(self.lines[0])
            self.margin = sheet.columns[line]
        elif sheet.columns[line] < self.margin:
            self.fallen.append(line)
        return True

    def _tidy(self, line: int) -> None:
        """Take a strange start of a line for as much indentation as the text has."""
        sheet = self.scan.sheet
        gap = BLANK.match(sheet.texts[line])
        before = len(sheet.defects)
        self.scan.tidy(line)
        if self._is_next_entry(line):
            return
        if gap and "\t" in gap[0] and self.margin is not None and len(sheet.defects) > before:
            defect = sheet.defects.pop()
            sheet.shift(line, 0, self.margin)
            words = {**defect.words, "aantal": spaces(self.margin)}
            sheet.report(mistakes.TAB_INDENT, line, -len(gap[0]), Indent(line, self.margin), words=words)
        if self.margin is None and sheet.columns[line] > self.column:
            self.margin = sheet.columns[line]

    def _is_next_entry(self, line: int) -> bool:
        """Tell whether a line that does not reach the margin starts something else."""
        scan, sheet = self.scan, self.scan.sheet
        text = sheet.texts[line]
        if sheet.is_comment(line) and sheet.columns[line] <= self.column:
            return not self._goes_on_after(line)
        entry = entry_at(line, sheet.columns[line], text)
        if entry is None:
            near = nearly_entry(line, sheet.columns[line], text, scan.known, loose=sheet.columns[line] <= self.column)
            return near is not None and (near.slips[0].cause is not mistakes.NO_COLON or near.at >= len(text))
        if entry.key and scan.known.knows(entry.key):
            return True
        if entry.dashes and sheet.columns[line] > self.column:
            return bool(entry.key)
        if entry.dashes:
            return scan.may_hold_item(sheet.columns[line])
        if " " in entry.key:  # a sentence with a colon, where lines of text follow
            below = scan.next_line(line)
            return below is None or sheet.columns[below] <= self.column
        return not self._goes_on_after(line)

    def _goes_on_after(self, line: int) -> bool:
        """Tell whether the next line reaches the margin, as text does."""
        below = self.scan.next_line(line)
        if below is None or self.margin is None or self.scan.sheet.columns[below] < self.margin:
            return False
        entry = self.scan.entry(below)
        return entry is None or not (entry.dashes or self.scan.known.knows(entry.key))

    def _first_is_wrong(self, line: int) -> bool:
        """Tell whether the first line of the text is too far to the right, rather than this one too far to the left."""
        if len(self.lines) != 1 or self.fallen:
            return False
        column = self.scan.sheet.columns[line]
        below = self.scan.next_line(line)
        return column == self.column + 2 or (below is not None and self.scan.sheet.columns[below] == column)

    def _report(self) -> None:
        """Report the lines that fell out, those below one another in one go."""
        sheet = self.scan.sheet
        margin = self.margin or 0
        rest = [line for line in self.fallen if sheet.columns[line] != margin]
        while rest:
            run = [rest.pop(0)]
            while rest and rest[0] == run[-1] + 1:
                run.append(rest.pop(0))
            cause = mistakes.TOO_DEEP if sheet.columns[run[0]] > margin else mistakes.UNINDENTED_TEXT
            nr = self.line if cause is mistakes.UNINDENTED_TEXT else run[0] + 1
            words = {"nr": str(nr + 1), "aantal": spaces(margin)}
            sheet.report(cause, run[0], 0, *(Indent(line, margin) for line in run), words=words)

    def _doubt(self) -> None:
        """Report the first line in the text that looks like a key with an answer."""
        for line in self.lines:
            entry = entry_at(line, self.scan.sheet.columns[line], self.scan.sheet.texts[line])
            if entry is not None and entry.key and not entry.dashes and self.scan.known.is_listed(entry.key):
                words = {"nr": str(self.line + 1)}
                value = self.scan.whole(self.line, self.at)
                self.scan.sheet.report(mistakes.KEY_IN_TEXT, line, 0, certain=False, value=value, words=words)
                return
