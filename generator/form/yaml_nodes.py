"""What the places in a YAML text are: its nodes with where they begin and end, and its lines."""

from __future__ import annotations

import re
from typing import Any, Protocol

from generator.source.characters import LINE_END, as_typed

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


def composed(text: str) -> Node:
    """Return the node of a whole text.

    Raises:
        ruamel.yaml.error.YAMLError: YAML cannot read it.
    """
    from ruamel.yaml import YAML

    node: Node = YAML(typ="safe").compose(as_typed(text))
    return node


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


def pair_of(group: Node, name: str) -> tuple[Node, Node] | None:
    """Return the key of a group with a name, and its value; None when there is none."""
    return next(((key, value) for key, value in group.value if key.value.strip() == name), None)


def last_sign(node: Node, text: str) -> int:
    """Return where what a node says ends in its text."""
    start, end = node.start_mark.index, node.end_mark.index
    if is_text(node):
        return start + len(text[start:end].rstrip()) if node.style in {"|", ">"} else end
    if is_flow(node):
        return end
    ends = [start]
    for item in node.value:
        key, value = item if isinstance(item, tuple) else (None, item)
        blank = is_text(value) and is_empty(value)
        ends += [key.end_mark.index] if key is not None else []
        ends += [] if blank and key is not None else [last_sign(value, text)]
    return max(ends)


class Lines:
    """A text as lines; numbers of lines are from 0."""

    def __init__(self, text: str) -> None:
        """Lay out a text."""
        self.texts = LINE_END.split(text)
        self._ends = [*LINE_END.findall(text), ""]
        self.end = self._ends[0] or "\n"
        """What ends a line here."""
        self._starts = [0, *(found.end() for found in LINE_END.finditer(text))]

    def at(self, index: int) -> int:
        """Return the line on which the sign before an index stands."""
        return sum(start < index for start in self._starts) - 1

    def with_comments(self, line: int, column: int, *, group: bool = True) -> int:
        """Return the last line of what belongs to a line: the comments below it that stand deeper than a column.

        Args:
            line: The line.
            column: Of the key that it belongs to.
            group: Whether blank lines may stand between.
        """
        last = line
        for below in range(line + 1, len(self.texts)):
            text = self.texts[below].lstrip(" ")
            at = len(self.texts[below]) - len(text)
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
        text = self.texts[line]
        if not re.fullmatch(rf"#\s*{re.escape(name)}:\s*(#.*)?", text[column:].rstrip()) or text[:column].strip():
            return False
        below = (other for other in self.texts[line + 1 :] if other.strip() and not other.lstrip(" ").startswith("#"))
        following = next(below, "")
        return len(following) - len(following.lstrip(" ")) <= column

    def with_new(self, after: int, new: list[str]) -> str:
        """Return the text with new lines below a line; -1 for above all."""
        lines = [f"{text}{end}" for text, end in zip(self.texts, self._ends, strict=True)]
        head = "".join(lines[: after + 1])
        if head and not LINE_END.search(head[-1:]):
            head += self.end
        return head + "".join(f"{line}{self.end}" for line in new) + "".join(lines[after + 1 :])
