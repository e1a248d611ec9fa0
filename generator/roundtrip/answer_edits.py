"""Changes a text with answers at a few places, and leaves every other sign as it was typed: comments, order, quotes.

The places come from ruamel's own nodes. What comes out is read again and compared with what it should say; where that
differs nothing is changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from ruamel.yaml.error import YAMLError

from generator.form.yaml_nodes import FoundNode, Places, is_absent, is_flow, is_group, is_list, is_text
from generator.problems import ProblemsError
from generator.roundtrip import yaml_text
from generator.roundtrip.tree_edits import AddItem, DropItem, OrderItems, SetAnswer, changed_tree, put
from generator.source import at, dotted, parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.form.yaml_nodes import Node
    from generator.roundtrip.tree_edits import Edit
    from generator.source import KeyPath, Tree


class UnsafeEditError(LookupError):
    """The text cannot be changed at these places without a risk for the rest."""

    def __init__(self, path: KeyPath) -> None:
        """Keep the place."""
        super().__init__(dotted(path))
        self.path = path


class _Patch(Struct):
    start: int
    end: int
    text: str
    depth: int = 0
    """How deep what it adds to stands: of several that add at one place, the deepest comes first."""


def edited(text: str, edits: Sequence[Edit]) -> str:
    """Return a text with answers in which these are changed.

    Args:
        text: The text, which can be read.
        edits: What changes; numbers of items are those of the text as it is given, but for `OrderItems`.

    Raises:
        UnsafeEditError: The text is written in a way that cannot be changed safely.
    """
    wanted = changed_tree(parse(text, "").tree, edits)
    first = [edit for edit in edits if not isinstance(edit, OrderItems)]
    try:
        result = _patched(text, _Text(text).patches(first)) if first else text
        for edit in edits:
            if isinstance(edit, OrderItems):
                result = _patched(result, _Text(result).ordered(edit))
        tree = parse(result, "").tree
    except (ProblemsError, YAMLError) as error:  # what is understood may be no YAML to ruamel all the same
        raise UnsafeEditError(edits[0].path) from error
    if tree != wanted:
        raise UnsafeEditError(_difference(tree, wanted))
    return result


def _difference(one: Tree, other: Tree, path: KeyPath = ()) -> KeyPath:
    if isinstance(one, dict) and isinstance(other, dict):
        for key in (*one, *other):
            if one.get(key) != other.get(key):
                return _difference(one.get(key), other.get(key), (*path, key))
    if isinstance(one, list) and isinstance(other, list):
        for index, (first, second) in enumerate(zip(one, other, strict=False)):
            if first != second:
                return _difference(first, second, (*path, index))
    return path


def _patched(text: str, patches: Iterable[_Patch]) -> str:
    for patch in sorted(patches, key=lambda item: (item.start, item.end), reverse=True):
        text = text[: patch.start] + patch.text + text[patch.end :]
    return text


class _Text(Places):
    """A text with its nodes, and what edits change in it."""

    def patches(self, edits: Iterable[Edit]) -> list[_Patch]:
        """Return what changes in the text; several that add to one place keep their order."""
        found: list[_Patch | None] = []
        grown: dict[KeyPath, Tree] = {}
        drops: dict[KeyPath, list[int]] = {}
        for edit in edits:
            if isinstance(edit, DropItem):
                drops.setdefault(edit.path[:-1], []).append(int(edit.path[-1]))
            elif isinstance(edit, SetAnswer):
                found.append(_at_depth(self._set(edit.path, edit.tree), edit.path))
                if found[-1] is None:
                    self._grow(grown, edit.path, edit.tree)
            elif isinstance(edit, AddItem):
                found.append(_at_depth(self._add(edit), edit.path))
                if found[-1] is None:
                    inside = _at_grown(grown, edit.path)
                    self._grow(grown, edit.path, [*(inside if isinstance(inside, list) else []), edit.tree])
        found.extend(patch for path, numbers in drops.items() for patch in self._drop(path, numbers))
        found.extend(patch for path, tree in grown.items() for patch in self._grown(path, tree))
        return _merged([patch for patch in found if patch is not None])

    def _grow(self, grown: dict[KeyPath, Tree], path: KeyPath, tree: Tree) -> None:
        """Keep an answer for which there is no place yet, below the nearest group that is there."""
        length = len(path)
        while length and not self._can_grow(path[:length]):
            length -= 1
        if any(isinstance(part, int) for part in path[length:]):
            raise UnsafeEditError(path)
        if length == len(path):
            grown[path] = tree
        else:
            put(grown.setdefault(path[:length], {}), path[length:], tree)

    def _can_grow(self, path: KeyPath) -> bool:
        """Tell whether there is a group at a path, or a key with nothing behind it."""
        found = self.find(path)
        if found is None:
            return False
        return is_group(found.node) or (is_absent(found.node) and found.key is not None)

    def _set(self, path: KeyPath, tree: Tree) -> _Patch | None:
        """Return the change of an answer that is there, or whose key is; None where its key is not."""
        found = self.find(path)
        if found is None:
            return None
        node = found.node
        start, end = node.start_mark.index, self.end(found.node, found.key)
        if is_absent(node):
            start = end = self.after_key(found)
        if tree is None:
            if found.key is not None:
                return _Patch(self.after_key(found), max(end, self.after_key(found)), "")
            return _Patch(start, end, '""')
        written = self._written(tree, found)
        lead = " " if is_absent(node) and found.key is not None and not written.startswith(("\n", "\r")) else ""
        if written.startswith(("\n", "\r")) and found.key is not None:
            start = self.after_key(found)
        return _Patch(start, max(start, end), lead + written)

    def _written(self, tree: Tree, found: FoundNode) -> str:
        if not isinstance(tree, str):
            if found.in_flow:
                return yaml_text.flow(tree)
            lines = yaml_text.block(tree, found.indent + yaml_text.STEP, self.line_break)
            return self.line_break + self.line_break.join(lines)
        style = found.node.style if is_text(found.node) else None
        return yaml_text.scalar(
            tree, found.indent + yaml_text.STEP, self.line_break, in_flow=found.in_flow, style=style
        )

    def _add(self, edit: AddItem) -> _Patch | None:
        found = self.find(edit.path)
        if found is None or not is_list(found.node):
            return None
        node = found.node
        if is_flow(node):
            return self._add_in_flow(node, edit)
        column = node.start_mark.column
        lines = yaml_text.item(edit.tree, column, self.line_break, like=node.value[0] if node.value else None)
        if edit.before < len(node.value):
            place = self.item_start(node, edit.before)
            return _Patch(place, place, "".join(line + self.line_break for line in lines))
        place = self.line_end(self.end(node, found.key))
        return _Patch(place, place, "".join(self.line_break + line for line in lines))

    def _add_in_flow(self, node: Node, edit: AddItem) -> _Patch:
        written = yaml_text.flow(edit.tree)
        if not node.value:
            place = node.end_mark.index - 1
            return _Patch(place, place, written)
        if edit.before < len(node.value):
            place = node.value[edit.before].start_mark.index
            return _Patch(place, place, f"{written}, ")
        place = node.value[-1].end_mark.index
        return _Patch(place, place, f", {written}")

    def _drop(self, path: KeyPath, numbers: list[int]) -> Iterator[_Patch]:
        found = self.find(path)
        if found is None or not is_list(found.node):
            raise UnsafeEditError(path)
        node = found.node
        if len(numbers) == len(node.value) and not is_flow(node) and found.key is not None:
            yield _Patch(self.after_key(found), self.end(found.node, found.key), " []")
            return
        for number in numbers:
            item = node.value[number]
            if not is_flow(node):
                start = self.item_start(node, number)
                yield _Patch(start, self.below(max(self.end(item), start)), "")
            elif number + 1 < len(node.value) and number + 1 not in numbers:
                yield _Patch(item.start_mark.index, node.value[number + 1].start_mark.index, "")
            elif number:
                yield _Patch(node.value[number - 1].end_mark.index, item.end_mark.index, "")
            else:
                yield _Patch(item.start_mark.index, item.end_mark.index, "")

    def _grown(self, path: KeyPath, tree: Tree) -> Iterator[_Patch]:
        for patch in self._new_keys(path, tree):
            patch.depth = len(path)
            yield patch

    def _new_keys(self, path: KeyPath, tree: Tree) -> Iterator[_Patch]:
        found = self.find(path)
        if found is None:
            raise UnsafeEditError(path)
        node = found.node
        if is_absent(node) and found.key is not None:
            place = self.after_key(found)
            if found.in_flow:
                yield _Patch(place, place, f" {yaml_text.flow(tree)}")
                return
            lines = yaml_text.block(tree, found.indent + yaml_text.STEP, self.line_break)
            place = self.line_end(place)
            yield _Patch(place, place, "".join(self.line_break + line for line in lines))
            return
        if not is_group(node) or not isinstance(tree, dict):
            raise UnsafeEditError(path)
        if is_flow(node):
            place = node.value[-1][1].end_mark.index if node.value else node.end_mark.index - 1
            written = ", ".join(f"{key}: {yaml_text.flow(value)}" for key, value in tree.items())
            yield _Patch(place, place, f", {written}" if node.value else written)
            return
        lines = yaml_text.block(tree, node.start_mark.column, self.line_break)
        place = self.line_end(self.end(found.node, found.key))
        yield _Patch(place, place, "".join(self.line_break + line for line in lines))

    def ordered(self, edit: OrderItems) -> list[_Patch]:
        """Return the changes that put the items of a list in another order, each with the comments above it."""
        found = self.find(edit.path)
        if found is None or not is_list(found.node):
            raise UnsafeEditError(edit.path)
        node = found.node
        if is_flow(node):
            spans = [(item.start_mark.index, item.end_mark.index) for item in node.value]
        else:
            starts = [self.above_comments(self.item_start(node, number)) for number in range(len(node.value))]
            spans = list(zip(starts, [*starts[1:], self.below(self.end(node, found.key))], strict=True))
        pieces = [self.text[start:end] for start, end in spans]
        if not is_flow(node) and not pieces[-1].endswith(("\n", "\r")):
            pieces[-1] += self.line_break
        return [_Patch(start, end, pieces[number]) for (start, end), number in zip(spans, edit.order, strict=True)]


def _at_grown(grown: dict[KeyPath, Tree], path: KeyPath) -> Tree:
    return next((at(tree, path[len(start) :]) for start, tree in grown.items() if path[: len(start)] == start), None)


def _at_depth(patch: _Patch | None, path: KeyPath) -> _Patch | None:
    if patch is not None:
        patch.depth = len(path)
    return patch


def _merged(patches: list[_Patch]) -> list[_Patch]:
    """Return the patches, those that add at one place as one: what belongs to the last item before what follows it."""
    found: dict[tuple[int, int], _Patch] = {}
    for patch in sorted(patches, key=lambda patch: -patch.depth):
        same = found.get((patch.start, patch.end)) if patch.start == patch.end else None
        if same is None:
            found[patch.start, patch.end] = patch
        else:
            same.text += patch.text
    return list(found.values())
