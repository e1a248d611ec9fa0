"""Where the nodes of a YAML text stand in it, by the path of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.form.yaml_nodes import composed, is_flow, is_group, is_list, is_text

if TYPE_CHECKING:
    from generator.form.yaml_nodes import Node
    from generator.source import KeyPath


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
    """A text with its nodes."""

    def __init__(self, text: str) -> None:
        """Parse the text.

        Raises:
            ruamel.yaml.error.YAMLError: YAML cannot read it.
        """
        self.text = text
        self.line = "\r\n" if "\r\n" in text else "\n"
        self._root = composed(text)

    def find(self, path: KeyPath) -> FoundNode | None:
        """Return the node at a path with how it stands there; None where there is none."""
        here = FoundNode(self._root, False, -1, None)
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
        if found.key is None:
            return found.node.start_mark.index
        return self.text.index(":", found.key.end_mark.index) + 1

    def end(self, found: FoundNode) -> int:
        """Return where a node ends, without the blank lines and comments behind it."""
        node = found.node
        if is_text(node) and node.style in ("|", ">"):
            return self._block_end(node.start_mark.index, found.indent)
        if not is_text(node) and not is_flow(node):
            if not node.value:
                return node.start_mark.index
            last = node.value[-1]
            column = last[0].start_mark.column if isinstance(last, tuple) else node.start_mark.column
            key = last[0] if isinstance(last, tuple) else None
            inner = FoundNode(last[1] if isinstance(last, tuple) else last, False, column, key)
            return self.after_key(inner) if is_absent(inner.node) else self.end(inner)
        return node.end_mark.index

    def _block_end(self, start: int, indent: int) -> int:
        """Return the end of the last line with text of a block of text."""
        place = self.line_end(start)
        end = place
        while place < len(self.text):
            following = place + len(self.line)
            line = self.text[following : self.line_end(following)]
            if line.strip() and len(line) - len(line.lstrip(" ")) <= indent:
                break
            place = self.line_end(following)
            if line.strip():
                end = place
            if following >= len(self.text):
                break
        return end

    def line_end(self, place: int) -> int:
        """Return the end of the line that a place is in."""
        found = self.text.find(self.line, place)
        return len(self.text) if found < 0 else found

    def line_start(self, place: int) -> int:
        """Return the start of the line that a place is in."""
        return self.text.rfind("\n", 0, place) + 1

    def item_start(self, node: Node, number: int) -> int:
        """Return the start of the line with the dash of an item."""
        start = node.value[number].start_mark.index
        dash = self.text.rfind("-", 0, start + 1)
        while dash > 0 and self.text[self.line_start(dash) : dash].strip(" "):
            dash = self.text.rfind("-", 0, dash)
        return self.line_start(dash)

    def with_comments(self, start: int) -> int:
        """Return the start of the comments right above a line."""
        while start:
            before = self.line_start(start - 1)
            if not self.text[before:start].lstrip().startswith("#"):
                break
            start = before
        return start


def is_absent(node: Node) -> bool:
    """Tell whether a node is an answer that is not there."""
    return is_text(node) and node.start_mark.index == node.end_mark.index
