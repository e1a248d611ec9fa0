"""A text as lines to look at and to mend: what is wrong on it, and how each line reads once that is mended."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from generator.source.signs import BLANK, LINE_END

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


NO_WORDS: Mapping[str, str] = MappingProxyType({})


class Weight(Enum):
    """What a defect means."""

    SYNTAX = "syntax"
    """YAML cannot read it; where YAML can read the file after all, we saw it wrong."""
    LOSS = "loss"
    """YAML reads it, as something that nobody meant."""
    DOUBT = "doubt"
    """May be meant; to be told where the answer is free text."""
    FINE = "fine"
    """As clear as it can be, though YAML refuses it: read as it was meant, without a word."""


class Cause(NamedTuple):
    """A kind of defect, in the words of an adviser; both texts may hold names in braces."""

    weight: Weight
    melding: str
    oplossing: str


class Edit(NamedTuple):
    """A piece of a line to replace; places count from where the text of the line begins."""

    line: int
    start: int
    end: int
    new: str


class Indent(NamedTuple):
    """A line to move to another column."""

    line: int
    column: int


class Span(NamedTuple):
    """A piece of a line."""

    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Defect:
    """Something wrong on the sheet."""

    cause: Cause
    line: int
    column: int
    """Both from 0, as they stand in the file."""
    edits: tuple[Edit | Indent, ...] = ()
    """What mends it, or at least lets the rest be read."""
    certain: bool = True
    """Whether nothing else can be meant than what the edits make of it."""
    words: Mapping[str, str] = field(default_factory=dict)
    """What fills the names in the texts of the cause."""
    value: tuple[int, int] | None = None
    """Where the value starts that it is about, for who looks for its key."""


class Sheet:
    """The lines of a file: of each the column where its text begins, and that text."""

    def __init__(self, text: str) -> None:
        """Lay out a text."""
        self.raw = LINE_END.split(text)
        self._ends = [*LINE_END.findall(text), ""]
        self.texts = [line.lstrip(" ") for line in self.raw]
        self.columns = [len(line) - len(rest) for line, rest in zip(self.raw, self.texts, strict=True)]
        self.defects: list[Defect] = []
        self._bases = list(self.columns)

    def __len__(self) -> int:
        """Return the number of lines."""
        return len(self.raw)

    def is_blank(self, line: int) -> bool:
        """Tell whether nothing shows on a line."""
        return not self.texts[line] or BLANK.fullmatch(self.texts[line]) is not None

    def is_comment(self, line: int) -> bool:
        """Tell whether a line is a remark."""
        return self.texts[line].startswith("#")

    def shift(self, line: int, width: int, column: int) -> None:
        """Take `width` signs off the start of a text: they turn out to be indentation, to `column`."""
        self._bases[line] += width
        self.texts[line] = self.texts[line][width:]
        self.columns[line] = column

    def report(
        self,
        cause: Cause,
        line: int,
        at: int,
        *edits: Edit | Indent,
        certain: bool = True,
        value: Span | None = None,
        words: Mapping[str, str] = NO_WORDS,
    ) -> None:
        """Note a defect at a place in the text of a line; `value` is the value that it is about."""
        place = None if value is None else (value.line, self._bases[value.line] + value.start)
        self.defects.append(Defect(cause, line, self._bases[line] + at, edits, certain, words, place))

    def mended(self, defects: Iterable[Defect]) -> dict[int, str]:
        """Return the lines that change when defects are mended; of edits that meet, the first in a line counts."""
        pieces: dict[int, set[Edit]] = defaultdict(set)
        columns: dict[int, int] = {}
        for defect in defects:
            for edit in defect.edits:
                if isinstance(edit, Indent):
                    columns[edit.line] = edit.column
                else:
                    pieces[edit.line].add(edit)
        lines = {line: self._mended(line, pieces.get(line, set()), columns.get(line)) for line in {*pieces, *columns}}
        return {line: new for line, new in sorted(lines.items()) if new != self.raw[line]}

    def text(self, changes: Mapping[int, str]) -> str:
        """Return the whole text with some of its lines changed; every other sign is as it was."""
        lines = (
            (changes.get(line, raw), end) for line, (raw, end) in enumerate(zip(self.raw, self._ends, strict=True))
        )
        return "".join(f"{line}{end}" for line, end in lines)

    def _mended(self, line: int, edits: set[Edit], column: int | None) -> str:
        base = self._bases[line]
        text = self.raw[line][base:]
        parts = [self.raw[line][:base] if column is None else " " * column]
        done = 0
        for edit in sorted(edits, key=lambda edit: (edit.start, -edit.end)):
            if edit.start >= done:
                parts += [text[done : edit.start], edit.new]
                done = edit.end
        return "".join([*parts, text[done:]])
