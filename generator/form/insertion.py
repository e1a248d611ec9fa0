"""Puts a block in its place in the text of an answer file, and leaves every other sign as it was typed.

A list or group in braces, and an answer that stands in the place of a group, are opened first: each part of them comes
on a line of its own, as it was typed.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from generator.form.yaml_nodes import Places, is_empty, is_flow, is_list, is_text, pair_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.form.yaml_nodes import Node
    from generator.source import KeyPath

_MOST_OPENINGS = 12
_LONG = 12
"""A block with more lines than this gets a blank line above it."""
_SAID_IN_BRACES = re.compile(r"[\s,{}\[\]:?]*")


class Block(NamedTuple):
    """What is to be put somewhere."""

    path: KeyPath
    """The list that it becomes an item of, or the group that it becomes."""
    lines: Callable[[int], list[str]]
    """Its lines, given how far a group goes in."""
    is_item: bool
    lead: Callable[[KeyPath], str | None]
    """What comes before a text that stands in the place of the list or group at a path: a dash, or a key."""
    order: Callable[[KeyPath], Sequence[str]]
    """The keys that the group at a path may hold, in their order."""


class Inserted(NamedTuple):
    """A text with a block in it."""

    text: str
    first: int
    """The number of the first new line, from 1."""
    lines: tuple[str, ...]
    """The new lines."""


class CannotInsertError(LookupError):
    """The block has no place that is certain; the line, from 1, says where that shows."""

    def __init__(self, line: int) -> None:
        """Remember the line."""
        super().__init__(line)
        self.line = line


class _Spot(NamedTuple):
    """Where a block comes: below a line, with the keys that are not there yet around it."""

    after: int
    """The line that it comes below, from 0; -1 for above all."""
    column: int
    """Of its first key, or of its dash or first key where no key is missing."""
    missing: tuple[str, ...]
    is_top: bool


class _Entered(NamedTuple):
    """A step on the way."""

    owner: Node | None
    """The key; None for an item of a list."""
    node: Node


def insert(text: str, block: Block) -> Inserted:
    """Return a text with a block in its place.

    Args:
        text: A text that YAML can read.
        block: What to put where.

    Raises:
        CannotInsertError: What stands in its place is not to be opened without losing something.
    """
    from ruamel.yaml.error import YAMLError

    current = text
    for _ in range(_MOST_OPENINGS):
        try:
            place = _Place(current, block)
        except YAMLError as error:  # a text that is understood all the same, such as one with an address in braces
            raise CannotInsertError(1) from error
        opened = place.walk()
        if isinstance(opened, _Spot):
            return place.put(opened)
        current = opened
    raise CannotInsertError(1)


class _Place:
    """A text, and the way in it to where a block belongs."""

    def __init__(self, text: str, block: Block) -> None:
        self._text = text
        self._block = block
        self._places = places = Places(text)
        self._root = places.root
        self._step, self._dash = _habits(self._root)

    def walk(self) -> _Spot | str:
        """Return where the block comes, or the text with the next thing on the way opened."""
        node: Node = self._root
        owner: Node | None = None
        for depth in range(len(self._block.path)):
            entered = self._entered(node, owner, depth)
            if not isinstance(entered, _Entered):
                return entered
            owner, node = entered
        if is_flow(node):
            return self._opened(node, owner)
        if is_list(node) != self._block.is_item or owner is None:
            raise CannotInsertError(node.start_mark.line + 1)
        last = self._places.with_comments(self._places.line_of(self._places.end(node)), owner.start_mark.column)
        return _Spot(last, node.start_mark.column, (), is_top=False)

    def _entered(self, node: Node, owner: Node | None, depth: int) -> _Entered | _Spot | str:
        """Return what stands one step further on the way; else where the block comes, or the text with it opened."""
        path, part = self._block.path, self._block.path[depth]
        if is_flow(node):
            return self._opened(node, owner)
        if isinstance(part, int):
            if not is_list(node):
                raise CannotInsertError(node.start_mark.line + 1)
            entered = _Entered(None, node.value[part])
        elif (pair := pair_of(node, part)) is None:
            return self._beside(node, path[:depth], path[depth:])
        elif is_empty(pair[1]):
            return self._below(*pair, path[depth + 1 :])
        else:
            entered = _Entered(*pair)
        return self._text_opened(*entered, path[: depth + 1]) if is_text(entered.node) else entered

    def put(self, spot: _Spot) -> Inserted:
        """Return the text with the block, and the keys that miss around it, at its spot."""
        column, new = spot.column, []
        for depth, name in enumerate(spot.missing):
            new.append(f"{' ' * column}{name}:")
            is_last = depth == len(spot.missing) - 1
            column += self._dash if is_last and self._block.is_item else self._step
        body = self._block.lines(self._step)
        new += [f"{' ' * column}{line}" if line else "" for line in body]
        before = self._places.lines[spot.after].strip() if spot.after >= 0 else ""
        if before and (spot.is_top or len(body) > _LONG):
            new.insert(0, "")
        if spot.after < 0:
            new.append("")
        lead = 1 if new[0] == "" else 0
        text = self._places.with_new(spot.after, new)
        return Inserted(text, spot.after + 2 + lead, tuple(new[lead:]))

    def _beside(self, group: Node, path: KeyPath, missing: KeyPath) -> _Spot:
        """Return where a key comes that is not there: below its commented key, else below the key before it."""
        name, column = str(missing[0]), group.start_mark.column
        names = tuple(str(part) for part in missing)
        last = self._places.with_comments(self._places.line_of(self._places.end(group)), column - 1)
        for line in range(group.start_mark.line if path else 0, last + 1):
            if self._places.is_commented_key(line, column, name):
                return _Spot(self._places.with_comments(line, column, group=False), column, names, is_top=not path)
        order = list(self._block.order(path))
        earlier = order[: order.index(name)] if name in order else order
        found = [(key, value) for key, value in group.value if key.value in earlier]
        if not found:
            return _Spot(group.start_mark.line - 1, column, names, is_top=not path)
        end = max(self._places.end(value, key) for key, value in found)
        return _Spot(self._places.with_comments(self._places.line_of(end), column), column, names, is_top=not path)

    def _below(self, key: Node, value: Node, missing: KeyPath) -> _Spot | str:
        """Return where a block comes below a key without an answer; a sign for nothing behind it goes first."""
        if value.start_mark.index != value.end_mark.index:
            gap = self._text[key.end_mark.index : value.start_mark.index]
            start = key.end_mark.index + len(gap.rstrip())
            return self._text[:start] + self._text[value.end_mark.index :]
        column = key.start_mark.column
        is_list = self._block.is_item and not missing
        line = self._places.with_comments(key.end_mark.line, column)
        inside = column + (self._dash if is_list else self._step)
        return _Spot(line, inside, tuple(str(part) for part in missing), is_top=False)

    def _opened(self, node: Node, key: Node | None) -> str:
        """Return the text with each part of a list or group in braces on a line of its own, as it was typed."""
        parts, rest, last = [], "", node.start_mark.index
        for item in node.value:
            pieces = item if isinstance(item, tuple) else (item,)
            for piece in pieces:
                rest += self._text[last : piece.start_mark.index]
                last = piece.end_mark.index
            raw = [self._text[piece.start_mark.index : piece.end_mark.index] for piece in pieces]
            parts.append(": ".join(raw).rstrip(" ") if isinstance(item, tuple) else f"- {raw[0]}")
        rest += self._text[last : node.end_mark.index]
        if not _SAID_IN_BRACES.fullmatch(rest) or any("\n" in part or "\r" in part for part in parts):
            raise CannotInsertError(node.start_mark.line + 1)
        return self._replaced(node, key, parts)

    def _text_opened(self, key: Node | None, node: Node, path: KeyPath) -> str:
        """Return the text in which an answer in the place of a list or group is one in it."""
        raw = self._text[node.start_mark.index : node.end_mark.index]
        lead = self._block.lead(path)
        if lead is None or node.style in {"|", ">"} or "\n" in raw or "\r" in raw or (lead == "- " and "," in raw):
            raise CannotInsertError(node.start_mark.line + 1)
        return self._replaced(node, key, [f"{lead}{raw}"])

    def _replaced(self, node: Node, key: Node | None, parts: list[str]) -> str:
        """Return the text with lines in the place of a node: below its key, or behind its dash."""
        end = self._places.line_break
        if key is None:
            joint = f"{end}{' ' * node.start_mark.column}"
            return self._text[: node.start_mark.index] + joint.join(parts) + self._text[node.end_mark.index :]
        inside = self._dash if parts[0].startswith("- ") else self._step
        joint = f"{end}{' ' * (key.start_mark.column + inside)}"
        gap = self._text[key.end_mark.index : node.start_mark.index]
        colon = key.end_mark.index + gap.index(":") + 1
        if gap[gap.index(":") + 1 :].strip():
            raise CannotInsertError(node.start_mark.line + 1)
        return self._text[:colon] + "".join(joint + part for part in parts) + self._text[node.end_mark.index :]


def _habits(root: Node) -> tuple[int, int]:
    """Return how far groups go in in a text, and how far the dashes of lists; as most of them do."""
    steps: Counter[int] = Counter()
    dashes: Counter[int] = Counter()
    waiting = [root]
    while waiting:
        node = waiting.pop()
        for item in node.value if not is_text(node) else ():
            if not isinstance(item, tuple):
                waiting.append(item)
                continue
            key, value = item
            if is_text(value) or is_flow(value) or is_flow(node):
                continue
            (dashes if is_list(value) else steps)[value.start_mark.column - key.start_mark.column] += 1
            waiting.append(value)
    step = steps.most_common(1)[0][0] if steps else 2
    return step, dashes.most_common(1)[0][0] if dashes else step
