"""Puts the counting against the bounds into a template before it is compiled, and into the filters that it calls."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from jinja2 import nodes, pass_context
from jinja2.runtime import markup_join
from jinja2.visitor import NodeTransformer

from generator import limits
from generator.problems import Location, ProblemsError
from generator.rendering import bounds
from generator.rendering.template_faults import REPAIR, too_deep

if TYPE_CHECKING:
    from jinja2.runtime import Context

TURNS, _JOIN, _WEIGHED, _TAKEN = "_beurten", "_aaneen", "_gewogen", "_genomen"
_WIDTHS = frozenset(("round", "truncate", "int"))
_COPIED_IN_A_STEP = 10_000
_READ_IN_A_STEP = 4
"""Characters of an answer that are read for their marks in the time of one step; the time grows with their number."""


def counted(tree: nodes.Template, filename: str | None) -> None:
    """Put the counting into a template.

    Raises:
        ProblemsError: So much stands in each other that Python cannot compile it, or it asks what no template may.
    """
    _refuse_deep(tree, filename)
    _Counting(filename).visit(tree)


def _refuse_deep(tree: nodes.Template, filename: str | None) -> None:
    """Refuse a template in which so much stands in each other that Python cannot compile it."""
    waiting: list[tuple[nodes.Node, int, int]] = [(tree, 0, 0)]
    while waiting:
        node, depth, blocks = waiting.pop()
        blocks += isinstance(node, nodes.For | nodes.If)
        if depth > limits.TEMPLATE_DEPTH or blocks > limits.TEMPLATE_BLOCKS:
            raise too_deep(filename, node.lineno)
        waiting += [(child, depth + 1, blocks) for child in node.iter_child_nodes()]


class _Counting(NodeTransformer):
    """Puts the counting of turns, of joined text and of what is compared into a template."""

    def __init__(self, filename: str | None) -> None:
        self._filename = filename or ""

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802 - Jinja calls it by this name
        """Count each turn, with the text inside the loop."""
        self.generic_visit(node)
        data = sum(len(item.data) for part in node.body for item in _text_in(part))
        node.iter = nodes.Filter(node.iter, TURNS, [nodes.Const(data)], [], None, None, lineno=node.lineno)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Filter:  # noqa: N802 - as above
        """Look at the parts before `~` joins them."""
        self.generic_visit(node)
        return nodes.Filter(nodes.List(node.nodes), _JOIN, [], [], None, None, lineno=node.lineno)

    def visit_Compare(self, node: nodes.Compare) -> nodes.Compare:  # noqa: N802 - as above
        """Weigh what is compared: Python compares all that lists hold, and no Ctrl-C stops it."""
        self.generic_visit(node)
        node.expr = _through(_WEIGHED, node.expr)
        for operand in node.ops:
            operand.expr = _through(_WEIGHED, operand.expr)
        return node

    def visit_Pair(self, node: nodes.Pair) -> nodes.Pair:  # noqa: N802 - as above
        """Weigh a key of a group: Python goes through all that it holds."""
        self.generic_visit(node)
        node.key = _through(_WEIGHED, node.key)
        return node

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Expr:  # noqa: N802 - as above
        """Count what a slice takes."""
        self.generic_visit(node)
        return _through(_TAKEN, node) if isinstance(node.arg, nodes.Slice) else node

    def visit_Const(self, node: nodes.Const) -> nodes.Const:  # noqa: N802 - as above
        """Refuse a number that is larger than a computer can have."""
        if isinstance(node.value, float) and math.isinf(node.value):
            raise ProblemsError.about(Location(self._filename, node.lineno, 1), "Dit getal is te groot.", REPAIR)
        return node

    def visit_ScopedEvalContextModifier(self, node: nodes.Node) -> nodes.Node:  # noqa: N802 - as above
        """Refuse `{% autoescape false %}`, with which an answer could become structure."""
        place = Location(self._filename, node.lineno, 1)
        raise ProblemsError.about(place, "“autoescape” kan hier niet.", "Haal de opdracht weg.")


def _through(name: str, node: nodes.Expr) -> nodes.Expr:
    """Return an expression whose value passes one of our own filters; a fixed value need not."""
    return node if isinstance(node, nodes.Const) else nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)


def _text_in(part: nodes.Node) -> Iterable[nodes.TemplateData]:
    yield from part.find_all(nodes.TemplateData)


@pass_context
def _join(context: Context, items: list[object]) -> str:
    del context
    bounds.joined(items)
    return markup_join(items)


def looked_at(name: str, value: object, arguments: list[object]) -> object:
    """Return what a filter gets, after a look at what it would cost."""
    bounds.step(1 + sum(map(bounds.cost, (value, *arguments))))
    if name in _WIDTHS:
        for item in arguments:
            bounds.argument(item)
    if name in _OF_LISTS:
        value = list(value) if isinstance(value, Iterable) else [value]
    if name in _OF_TEXTS:
        bounds.as_text(value)
    if name in _COSTS:
        _COSTS[name](value, arguments)
    return value


def _joining(value: object, arguments: list[object]) -> None:
    by_attribute = len(arguments) > 1
    bounds.joined([] if by_attribute else _as_list(value), _first_text(arguments))


def _replacing(value: object, arguments: list[object]) -> None:
    if len(arguments) > 1:
        bounds.written(str(value).count(str(arguments[0])) * len(str(arguments[1])))


def _stripping(value: object, arguments: list[object]) -> None:
    del arguments
    bounds.step(str(value).count("<") * len(str(value)) // _COPIED_IN_A_STEP)


def _adding(value: object, arguments: list[object]) -> None:
    """Refuse to add lists: each is copied as often as others follow it."""
    del value
    if any(isinstance(item, list | tuple) for item in arguments):
        raise bounds.too_large()


def _reading(value: object, arguments: list[object]) -> None:
    """Count the signs that are read for their marks."""
    del arguments
    if isinstance(value, list):
        bounds.joined(value)
    bounds.step(sum(len(str(item)) for item in _as_list(value)) // _READ_IN_A_STEP)


def _as_list(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


_OF_LISTS = frozenset({"join", "opsomming", "punten"})
_OF_TEXTS = frozenset(
    {"string", "replace", "escape", "e", "trim", "title", "upper", "lower", "capitalize", "truncate", "striptags"}
)
_COSTS: dict[str, Callable[[object, list[object]], None]] = {
    "join": _joining,
    "opsomming": lambda value, arguments: bounds.joined(_as_list(value), _first_text(arguments)),
    "replace": _replacing,
    "striptags": _stripping,
    "sum": _adding,
    **dict.fromkeys(("tekst", "regel", "naam", "past_in_regel", "punten"), _reading),
}
"""What some filters cost beyond looking at what they get."""


def _first_text(arguments: list[object]) -> str:
    return next((item for item in arguments if isinstance(item, str)), "")


COUNTING: dict[str, Callable[..., object]] = {
    TURNS: bounds.turns,
    _JOIN: _join,
    _WEIGHED: bounds.weighed,
    _TAKEN: bounds.taken,
}
"""The filters that the counting calls."""
