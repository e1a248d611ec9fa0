"""Where things stand in a YAML text: its nodes by their path, with where they begin and end, and its lines."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from generator.source.characters import LINE_END, as_typed

if TYPE_CHECKING:
    from generator.source import KeyPath

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_FORM = re.compile(r"#\s{2,}\S")
"""A comment that shows what may stand below a key, rather than one about the next key."""


class _Mark(Protocol):
    index: int
    line: int
    column: int


class Node(Protocol):
    """What ruamel tells of a piece of YAML."""

    start_mark: _Mark
    end_mark: _Mark
    style: str | None
    """How a single answer is written."""
    flow_style: bool | None
    """Whether a list or group stands in braces."""
    value: Any
    """A text; the nodes in a list; or the pairs of nodes in a group."""


def is_list(node: Node) -> bool:
    """Tell whether a node is a list."""
    return type(node).__name__ == "SequenceNode"


def is_group(node: Node) -> bool:
    """Tell whether a node is a group of keys with their answers."""
    return type(node).__name__ == "MappingNode"


def is_text(node: Node) -> bool:
    """Tell whether a node is a single answer."""
    return type(node).__name__ == "ScalarNode"


def is_flow(node: Node) -> bool:
    """Tell whether a node stands in braces."""
    return not is_text(node) and bool(node.flow_style)


def is_empty(node: Node) -> bool:
    """Tell whether a node stands for nothing."""
    if is_text(node):
        return not node.style and node.value.strip() in _NULLS
    return not node.value


def is_absent(node: Node) -> bool:
    """Tell whether a node is an answer that is not there."""
    return is_text(node) and node.start_mark.index == node.end_mark.index


def pair_of(group: Node, name: str) -> tuple[Node, Node] | None:
    """Return the key of a group with a name, and its value; None when there is none."""
    return next(((key, value) for key, value in group.value if key.value.strip() == name), None)


@dataclass(slots=True)
class FoundNode:
    """A node with how it stands in the text."""

    node: Node
    in_flow: bool
    """Whether it stands between braces."""
    indent: int
    """The column of the key or dash that it belongs to; -1 for the whole text."""
    key: Node | None


class Places:
    """A text with its nodes and its lines; numbers of lines are from 0."""

    def __init__(self, text: str) -> None:
        """Parse the text.

        Raises:
            ruamel.yaml.error.YAMLError: YAML cannot read it.
        """
        from ruamel.yaml import YAML

        self.text = text
        self.root: Node = YAML(typ="safe").compose(as_typed(text))
        self.lines = LINE_END.split(text)
        self._ends = [*LINE_END.findall(text), ""]
        self.line_break = self._ends[0] or "\n"
        """What ends a line here."""
        self._starts = [0, *(found.end() for found in LINE_END.finditer(text))]

    def find(self, path: KeyPath) -> FoundNode | None:
        """Return the node at a path with how it stands there; None where there is none."""
        here = FoundNode(self.root, False, -1, None)
        for part in path:
            node = here.node
            flow = here.in_flow or is_flow(node)
            if is_group(node):
                pair = next(((k, v) for k, v in node.value if k.value == str(part)), None)
                if pair is None:
                    return None
                here = FoundNode(pair[1], flow, pair[0].start_mark.column, pair[0])
            elif is_list(node) and isinstance(part, int) and part < len(node.value):
                here = FoundNode(node.value[part], flow, node.start_mark.column, None)
            else:
                return None
        return here

    def after_key(self, found: FoundNode) -> int:
        """Return the place behind the colon of a key."""
        return found.node.start_mark.index if found.key is None else self._after_colon(found.key)

    def _after_colon(self, key: Node) -> int:
        return self.text.index(":", key.end_mark.index) + 1

    def end(self, node: Node, key: Node | None = None) -> int:
        """Return where what a node says ends, without the blank lines and comments behind it.

        Args:
            node: The node.
            key: The key that it belongs to, which is where an answer ends that is not there.
        """
        start, end = node.start_mark.index, node.end_mark.index
        if is_absent(node) and key is not None:
            return self._after_colon(key)
        if is_text(node) and node.style in {"|", ">"}:
            return start + len(self.text[start:end].rstrip())
        if is_text(node) or is_flow(node):
            return end
        pairs = (item if isinstance(item, tuple) else (None, item) for item in node.value)
        return max((self.end(value, key) for key, value in pairs), default=start)

    def line_of(self, index: int) -> int:
        """Return the line on which the sign before an index stands."""
        return bisect_left(self._starts, index) - 1

    def line_end(self, place: int) -> int:
        """Return the end of the line that a place is in."""
        line = bisect_right(self._starts, place) - 1
        return self._starts[line] + len(self.lines[line])

    def below(self, place: int) -> int:
        """Return the start of the line below the one that a place is in; the end of the text below the last."""
        line = bisect_right(self._starts, place)
        return self._starts[line] if line < len(self._starts) else len(self.text)

    def line_start(self, place: int) -> int:
        """Return the start of the line that a place is in."""
        return self._starts[bisect_right(self._starts, place) - 1]

    def item_start(self, node: Node, number: int) -> int:
        """Return the start of the line with the dash of an item."""
        start = node.value[number].start_mark.index
        dash = self.text.rfind("-", 0, start + 1)
        while dash > 0 and self.text[self.line_start(dash) : dash].strip(" "):
            dash = self.text.rfind("-", 0, dash)
        return self.line_start(dash)

    def above_comments(self, start: int) -> int:
        """Return the start of the comments right above a line."""
        while start:
            before = self.line_start(start - 1)
            if not self.text[before:start].lstrip().startswith("#"):
                break
            start = before
        return start

    def with_comments(self, line: int, column: int, *, group: bool = True) -> int:
        """Return the last line of what belongs to a line: the comments below it that stand deeper than a column.

        Args:
            line: The line.
            column: Of the key that it belongs to.
            group: Whether blank lines may stand between.
        """
        last = line
        for below in range(line + 1, len(self.lines)):
            text = self.lines[below].lstrip(" ")
            at = len(self.lines[below]) - len(text)
            if not text.strip():
                if not group:
                    break
                continue
            is_form = below == last + 1 and at == column and _FORM.match(text) is not None
            if not text.startswith("#") or not (at > column or is_form):
                break
            last = below
        return last

    def is_commented_key(self, line: int, column: int, name: str) -> bool:
        """Tell whether a key stands on a line behind a hash, at a column where it can come below."""
        text = self.lines[line]
        if not re.fullmatch(rf"#\s*{re.escape(name)}:\s*(#.*)?", text[column:].rstrip()) or text[:column].strip():
            return False
        below = (other for other in self.lines[line + 1 :] if other.strip() and not other.lstrip(" ").startswith("#"))
        following = next(below, "")
        return len(following) - len(following.lstrip(" ")) <= column

    def with_new(self, after: int, new: list[str]) -> str:
        """Return the text with new lines below a line; -1 for above all."""
        lines = [f"{text}{end}" for text, end in zip(self.lines, self._ends, strict=True)]
        head = "".join(lines[: after + 1])
        if head and not LINE_END.search(head[-1:]):
            head += self.line_break
        return head + "".join(f"{line}{self.line_break}" for line in new) + "".join(lines[after + 1 :])
