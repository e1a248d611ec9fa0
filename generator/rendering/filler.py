"""Fills in what a house style's own Word file asks for: the same sandbox, in Dutch form.

The Word side finds the tags (`{{ … }}` and `{% … %}`) and calls `Filler`; imported only when there are any.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from jinja2 import TemplateError as JinjaError
from jinja2 import nodes
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from generator import dutch
from generator.answers.kinds import Hoeveelheid, Moment
from generator.answers.shape import field_at
from generator.problems import ProblemsError
from generator.rendering import bounds, names
from generator.rendering.counting import TURNS
from generator.rendering.environment import Sandbox
from generator.rendering.filters import NO_ANSWER, missing, question
from generator.rendering.plan_at_hand import plan_at_hand, shows_gaps
from generator.rendering.tagcheck import Check, Wrong, key_of
from generator.rendering.template_faults import RUNTIME_ERRORS, explain
from generator.source import path_of

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager

    from jinja2.runtime import Context

    from generator.plan import Plan
    from generator.problems import Melding

_NOT_TEXT = re.compile("[\x00-\x08\x0b-\x1f]")
_SHOWN = "_getoond"
_PRINTED: dict[type, Callable[[Any], str]] = {
    bool: dutch.woord,
    date: dutch.datum,
    Decimal: dutch.getal,
    Moment: str,
    Hoeveelheid: str,
}


class Filler:
    """Fills in the tags of a Word file for one plan."""

    def __init__(self, plan: Plan) -> None:
        """Make what is needed for this plan."""
        self._names = names(plan)
        self._plan = plan
        self._environment = _Environment()
        self._budget = bounds.Budget()  # for all tags together: one file may have thousands

    def faults(self, tags: Sequence[tuple[str, Hashable]]) -> list[Wrong]:
        """Return everything that is wrong with the tags of one part.

        Args:
            tags: The tags in order, each with the place that its `{% end… %}` has to share.
        """
        with self._at_hand():
            return Check(self._environment, self._names).run(tags)

    def fill(self, source: str) -> tuple[str, Melding | None]:
        """Return text in XML with its tags filled in, or what is wrong."""
        try:
            with bounds.budget(self._budget), self._at_hand():
                return self._environment.from_string(source).render(self._names), None
        except (ProblemsError, JinjaError, *RUNTIME_ERRORS) as error:
            return "", explain(error, list, self._environment.filters)

    def _at_hand(self) -> AbstractContextManager[None]:
        return plan_at_hand(self._plan, (*self._names, *self._environment.globals))


class _Environment(Sandbox):
    """The sandbox, in which an answer that is not there shows what is missing."""

    def __init__(self) -> None:
        super().__init__()
        self.filters |= {_SHOWN: _shown, TURNS: _turns}
        del self.filters["tekst"]
        self.globals["plek"] = _open_place

    def getattr(self, obj: object, attribute: str) -> object:
        """Return a part of an answer; what is not there has parts that are not there either."""
        return None if obj is None else super().getattr(obj, attribute)

    def call(__self, __context: Context, __obj: object, *args: object, **kwargs: object) -> object:  # noqa: N805 - as Jinja has it
        """Call something; a method of an answer that is not there gives nothing."""
        return None if __obj is None else super().call(__context, __obj, *args, **kwargs)

    def guarded(self, name: str, function: Callable[..., object]) -> Callable[..., object]:
        """Return a filter that leaves an answer that is not there as it is."""
        guard = super().guarded(name, function)

        def passing(context: object, value: object, *args: object, **kwargs: object) -> object:
            if value is None and name not in {"d", "default"}:
                return {"length": 0, "count": 0, "sum": 0, "list": []}.get(name)
            return guard(context, value, *args, **kwargs)

        passing.__dict__.update(guard.__dict__)
        return passing

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        _Showing().visit(tree)
        return tree


def _turns(items: Iterable[object] | None, text: int) -> Iterator[object]:
    """Yield the items of a loop; none when the answer is not there."""
    return bounds.turns(items or (), text)


class _Showing(NodeTransformer):
    """Lets every printed value pass `_shown`, with the key of the answer where that can be seen."""

    def visit_Output(self, node: nodes.Output) -> nodes.Output:  # noqa: N802 - Jinja calls it by this name
        """Wrap each value."""
        node.nodes = [
            item
            if isinstance(item, nodes.TemplateData)
            else nodes.Filter(item, _SHOWN, [nodes.Const(key_of(item))], [], None, None, lineno=item.lineno)
            for item in node.nodes
        ]
        return node


def _open_place(groep: object, *delen: str | int, wat: str | None = None) -> str:
    """Return what shows that an answer is not there; the function `plek` of a Word file."""
    return _gap(missing(question(groep, *delen), wat))


def _gap(what: str) -> str:
    said = f"[nog in te vullen: {what}]" if what else "[nog in te vullen]"
    return said if shows_gaps() else NO_ANSWER


def _shown(value: object, key: str) -> object:
    """Return a value as a reader of the document sees it."""
    if isinstance(value, Markup):
        return _shown(value.unescape(), key)
    asked = field_at(path_of(key))
    if value is None or value == () or value == "":
        return _gap(asked.nodig or key if asked else "")
    if type(value) in _PRINTED:
        return _PRINTED[type(value)](value)
    if isinstance(value, str):
        plain = value.replace("_", " ") if asked and asked.keuzes else value
        return _NOT_TEXT.sub("", plain.replace("\t", " "))
    if isinstance(value, tuple | list) and all(isinstance(item, str) for item in value):
        return dutch.opsomming(value)
    return value
