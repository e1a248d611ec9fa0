"""Goes through a value in braces sign by sign: what is open, which key or item it is at, and what closes it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.source.diagnosis.lines import NO_WORDS, Edit, Span
from generator.source.diagnosis.mistakes import Cause, Weight

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.source.diagnosis.nesting import Scan


UNCLOSED_BRACE = Cause(
    Weight.SYNTAX,
    "De haak die hier begint, wordt niet gesloten.",
    "Zet er een {teken} bij waar hij hoort. Aan het einde wordt dat: {regel}",
)
EXTRA_BRACE = Cause(Weight.SYNTAX, "Hier staat een haak te veel.", "Haal de haak weg. Schrijf: {regel}")
WRONG_BRACE = Cause(
    Weight.SYNTAX, "Deze haak past niet bij de haak waarmee het begint: dat is een {teken}.", "Schrijf: {regel}"
)
NO_OPENING = Cause(
    Weight.SYNTAX,
    "Hier staan meer sleutels op een regel, maar er ontbreekt een accolade aan het begin.",
    "Zet een { voor de eerste sleutel. Schrijf: {regel}",
)
NO_COMMA = Cause(
    Weight.SYNTAX, "Voor de sleutel “{sleutel}” ontbreekt een komma.", "Zet er een komma voor. Schrijf: {regel}"
)
EXTRA_COMMA = Cause(Weight.SYNTAX, "Hier staat een komma te veel.", "Haal de komma weg. Schrijf: {regel}")
TIGHT = Cause(Weight.FINE, "", "")
"""A sign inside a text in braces that older YAML stops at: `Wat?` or `https://…`."""


CLOSES = {"{": "}", "[": "]"}


@dataclass(slots=True)
class Level:
    """Braces that are open, and what there is of the item in them that is being read."""

    opening: Span
    sign: str
    in_value: bool = False
    """Whether the colon of a key has passed."""
    filled: bool = False
    item: Span | None = None
    """Where the item, or the value in it, begins."""
    lines: list[Span] = field(default_factory=list)
    """The lines so far of a text that goes on below."""

    def start_item(self, *, in_value: bool = False) -> None:
        """Begin the next item, or the value of its key."""
        self.in_value, self.filled, self.item = in_value, False, None
        self.lines.clear()


class BraceWalk:
    """Where one is in a value in braces, and what is open around that."""

    def __init__(self, scan: Scan, line: int, at: int, column: int) -> None:
        """Start at the brace at a place; `column` is that of the entry that it belongs to."""
        self.scan = scan
        self.line, self.at = line, at
        self.first_line = line
        self.last_line = line
        self.column = column
        self.levels: list[Level] = []

    @property
    def _text(self) -> str:
        return self.scan.sheet.texts[self.line]

    def _next_sign(self) -> bool:
        """Go to the next sign that counts; tell whether there is one before something else starts."""
        while True:
            text = self._text
            while self.at < len(text) and text[self.at] in " \t":
                self.at += 1
            if self.at < len(text) and not self._at_remark(text):
                self.last_line = self.line
                return True
            self.line, self.at = self.line + 1, 0
            if self.line >= len(self.scan.sheet) or self.scan.ends_text(self.line, self.column):
                return False

    def _at_remark(self, text: str) -> bool:
        """Tell whether a `#` starts a remark: not as a value, nor when it takes the end of what is in braces along."""
        if text[self.at] != "#":
            return False
        level = self.levels[-1]
        is_value = level.in_value and not level.filled
        sticks = text[self.at + 1 : self.at + 2] not in {"", " ", "\t"}
        return not (sticks and self.at and (is_value or text.find(CLOSES[level.sign], self.at) >= 0))

    def _open(self, sign: str) -> None:
        if self.levels:
            self._start(self.at)
        self.levels.append(Level(Span(self.line, self.at, self.at + 1), sign))
        self.at += 1

    def _start(self, at: int) -> None:
        level = self.levels[-1]
        level.item = level.item or Span(self.line, at, at)

    def _fill(self, end: int) -> None:
        self.levels[-1].lines.clear()
        self._start(self.at)
        self.at = max(end, self.at + 1)
        self.levels[-1].filled = True

    def _report(
        self,
        cause: Cause,
        at: int,
        *edits: Edit,
        line: int | None = None,
        certain: bool = False,
        value: Span | None = None,
        words: Mapping[str, str] = NO_WORDS,
    ) -> None:
        line = self.line if line is None else line
        self.scan.sheet.report(cause, line, at, *edits, certain=certain, value=value, words=words)

    def report_unclosed(self) -> int:
        """Report the braces that nothing closes, and return the last line in them."""
        opening = self.levels[-1].opening
        closing = "".join(CLOSES[level.sign] for level in reversed(self.levels))
        end = self.scan.whole(self.last_line).end
        certain = len(self.levels) == 1 and self.last_line == self.first_line
        edit = Edit(self.last_line, end, end, closing)
        self._report(
            UNCLOSED_BRACE,
            opening.start,
            edit,
            line=opening.line,
            certain=certain,
            words={"teken": closing[0]},
        )
        return self.last_line
