"""The sandbox that templates run in: only what is offered, every answer escaped, nothing without bounds."""

from __future__ import annotations

from datetime import date
from functools import wraps
from typing import TYPE_CHECKING, cast

from jinja2 import StrictUndefined, pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import BlockReference, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace, missing

from generator.answers import Antwoord
from generator.answers.questions import questions
from generator.problems import Melding, ProblemsError
from generator.rendering import bounds
from generator.rendering.counting import COUNTING, counted, looked_at
from generator.rendering.filters import FILTERS, key, placeholder, question, tied
from generator.rendering.plan_at_hand import FixedWords, known_names
from generator.rendering.template_faults import about_running, too_deep, unknown_attribute, unknown_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import CodeType

    from jinja2 import BaseLoader, BytecodeCache, nodes
    from jinja2.runtime import Context

OFFERED = frozenset(
    (
        *("abs", "capitalize", "count", "d", "default", "dictsort", "e", "escape", "first", "float", "groupby", "int"),
        *("items", "join", "last", "length", "list", "lower", "map", "max", "min", "reject", "rejectattr", "replace"),
        *("reverse", "round", "select", "selectattr", "sort", "string", "striptags", "sum", "title", "trim"),
        *("truncate", "unique", "upper", "urlencode", "wordcount"),
    )
)
METHODS: dict[type, frozenset[str]] = {
    str: frozenset(
        (
            "startswith",
            "endswith",
            "lower",
            "upper",
            "capitalize",
            "title",
            "strip",
            "split",
            "partition",
            "removeprefix",
        )
    ),
    dict: frozenset(("get", "items", "keys", "values")),
    list: frozenset(("index", "count")),
    tuple: frozenset(("index", "count")),
    date: frozenset(("isoformat", "day", "month", "year")),
}
_OWN = (LoopContext, Macro, BlockReference, Namespace)


class Unknown(StrictUndefined):
    """Something that a plan does not have; using it is an error that says so in Dutch."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        """Raise what is wrong: Jinja asks for words only to raise them, and these come with a remedy."""
        raise ProblemsError.of([about_unknown(self)])


def about_unknown(unknown: Unknown) -> Melding:
    """Return what is wrong with asking for this."""
    name = str(unknown._undefined_name)
    if unknown._undefined_exception is SecurityError:
        return Melding(f"“{name}” mag een sjabloon niet gebruiken.", "Gebruik alleen wat in een plan staat.")
    if unknown._undefined_hint:
        return about_running(unknown._undefined_hint)
    if unknown._undefined_obj is missing:
        return unknown_name(name, known_names())
    return unknown_attribute(unknown._undefined_obj, name)


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment that offers a template what it needs and no more.

    No attribute leads to the inside of Python, no method is there but those in `METHODS` and those of the plan
    itself; loops, calls, calculations, filters and output count against the bounds in `bounds`.
    """

    intercepted_binops = frozenset(("+", "*", "**", "%"))

    def __init__(
        self, loader: BaseLoader | None = None, bytecode_cache: BytecodeCache | None = None, *, trim: bool = False
    ) -> None:
        """Make the environment.

        Args:
            loader: Where templates come from.
            bytecode_cache: Where compiled templates are kept.
            trim: Whether the line of a statement leaves no empty line.
        """
        super().__init__(
            autoescape=True,
            undefined=Unknown,
            finalize=bounds.as_text,
            loader=loader,
            bytecode_cache=bytecode_cache,
            trim_blocks=trim,
            lstrip_blocks=trim,
            auto_reload=False,
        )
        self._offered: dict[tuple[type, str], bool] = {}
        self.filters = {name: item for name, item in self.filters.items() if name in OFFERED} | FILTERS
        self.filters = {name: self.guarded(name, item) for name, item in self.filters.items()}
        self.filters |= COUNTING
        self.tests = {name: _weighing(cast("Callable[..., object]", item)) for name, item in self.tests.items()}
        self.globals = {
            "range": bounds.bounded_range,
            "namespace": Namespace,
            "dict": dict,
            "vraag": question,
            "gekoppeld": tied,
            "sleutel": key,
            "woorden": FixedWords(),
            "plek": placeholder,
        }

    def guarded(self, name: str, function: Callable[..., object]) -> Callable[..., object]:
        """Return a filter that counts, and that no compiler works out beforehand."""
        taken = getattr(function, "jinja_pass_arg", None)

        @pass_context
        @wraps(function)
        def guard(context: Context, value: object, *args: object, **kwargs: object) -> object:
            value = looked_at(name, value, [*args, *kwargs.values()])
            first = {"context": context, "eval_context": context.eval_ctx, "environment": self}
            before = [] if taken is None else [first[taken.name]]
            return bounds.taken(function(*before, value, *args, **kwargs))

        return guard

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Tell whether a template may have this attribute; objects of one kind all have the same answer."""
        key = (type(obj), attr)
        if key not in self._offered:
            self._offered[key] = self._offers(obj, attr, value)
        return self._offered[key]

    def _offers(self, obj: object, attr: str, value: object) -> bool:
        if not super().is_safe_attribute(obj, attr, value):
            return False
        for kind, offered in METHODS.items():
            if isinstance(obj, kind):
                return attr in offered
        if isinstance(obj, _OWN) or type(obj).__name__ in {"TemplateModule", "TemplateReference", "_GroupTuple"}:
            return True
        return _is_of_the_plan(obj, attr)

    def is_safe_callable(self, obj: object) -> bool:
        """Tell whether a template may call this."""
        return super().is_safe_callable(obj) and (not isinstance(obj, type) or obj in {dict, Namespace})

    def wrap_str_format(self, value: object) -> None:  # noqa: ARG002 - the signature is Jinja's
        """Offer no `format` of texts at all."""
        return

    def unsafe_undefined(self, obj: object, attribute: str) -> StrictUndefined:  # noqa: ARG002 - as above
        """Return what stands for an attribute that is not offered."""
        return self.undefined(name=attribute, exc=SecurityError)  # type: ignore[return-value]  # always Unknown

    def call(__self, __context: Context, __obj: object, *args: object, **kwargs: object) -> object:  # noqa: N805 - as Jinja has it
        """Call something that is offered, and count what it gives."""
        bounds.step(1 + sum(map(bounds.cost, (getattr(__obj, "__self__", None), *args, *kwargs.values()))))
        return bounds.taken(super().call(__context, __obj, *args, **kwargs))

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        """Calculate, within bounds."""
        bounds.calculate(operator, left, right)
        return super().call_binop(context, operator, left, right)

    def getitem(self, obj: object, argument: object) -> object:
        """Return an item, within bounds: a key that holds much takes long to find."""
        bounds.step(bounds.cost(argument))
        return super().getitem(obj, argument)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        try:
            tree = super()._parse(source, name, filename)
        except RecursionError as error:
            raise too_deep(filename, 1) from error
        counted(tree, filename)
        return tree

    def _compile(self, source: str, filename: str) -> CodeType:
        try:
            return super()._compile(source, filename)
        except (SyntaxError, RecursionError, MemoryError) as error:  # Python's own bounds on what stands in each other
            raise too_deep(filename, 1) from error


def _weighing(test: Callable[..., object]) -> Callable[..., object]:
    """Return a test, such as that of `is in`, that weighs what it compares."""

    @wraps(test)
    def weighing(*values: object) -> object:
        for value in values:
            bounds.weighed(value)
        return test(*values)

    return weighing


def _is_of_the_plan(obj: object, attr: str) -> bool:
    """Tell whether an attribute is a field, property or method that the plan, an answer or the framework defines."""
    if isinstance(obj, Antwoord):
        return attr in questions(type(obj))
    owner = next((kind for kind in type(obj).__mro__ if attr in vars(kind)), None)
    return owner is not None and owner.__module__.startswith("generator.")
