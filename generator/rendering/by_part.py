"""Renders a plan again for the sake of one part of it: the templates of the other parts are left out.

Which template writes which part is heard while the whole is rendered once, so that it holds for the templates of any
house style.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, cast

from msgspec import Struct, field

from generator.page import ties
from generator.rendering import Templates
from generator.rendering.environment import Sandbox

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, MutableMapping, Sequence
    from pathlib import Path
    from typing import Any

    from jinja2 import Template
    from jinja2.runtime import Context

    from generator.plan import Plan

_BLOCK = re.compile(rf'{ties.BLOCK}="([^"]+)"')


class Writers(Struct):
    """Which template wrote which parts of a page."""

    blocks: dict[str, set[str]] = field(default_factory=dict)
    """The names of the parts in what each template wrote."""
    lending: set[str] = field(default_factory=set)
    """The templates of which others use the macros: those are never left out."""

    def idle(self, part: str, parts: Collection[str]) -> frozenset[str]:
        """Return the templates that write other parts and nothing of this one.

        Args:
            part: The part that is wanted.
            parts: All parts that do not stand in another.
        """
        others = {name for name, blocks in self.blocks.items() if part not in blocks and not blocks.isdisjoint(parts)}
        return frozenset(others - self.lending)


class PartTemplates(Templates):
    """The templates of plans, which can be rendered without some of them."""

    def __init__(self) -> None:
        """Start with none."""
        super().__init__(_Watched)

    def whole(self, plan: Plan, sjablonen: Sequence[Path] = ()) -> tuple[str, Writers]:
        """Return the whole page, and which template wrote what.

        Raises:
            ProblemsError: As for `render`.
        """
        heard = Writers()
        with _watching(heard):
            return self.render(plan, sjablonen), heard

    def without(self, plan: Plan, sjablonen: Sequence[Path], idle: frozenset[str]) -> str:
        """Return the page without what some of its templates write.

        Raises:
            ProblemsError: As for `render`.
        """
        with _watching(idle):
            return self.render(plan, sjablonen)


_watch: ContextVar[Writers | frozenset[str] | None] = ContextVar("watch", default=None)


@contextmanager
def _watching(watch: Writers | frozenset[str]) -> Iterator[None]:
    token = _watch.set(watch)
    try:
        yield
    finally:
        _watch.reset(token)


class _Watched(Sandbox):
    """The sandbox, in which what each template writes is heard, or some templates write nothing."""

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - the signature is Jinja's
    ) -> Template:
        """Return a template, one that is listened to, or an empty one."""
        template = super().get_template(name, parent, globals)
        watch = _watch.get()
        if isinstance(watch, Writers) and parent is not None:
            return cast("Template", _Heard(template, watch))
        return self.from_string("") if isinstance(watch, frozenset) and template.name in watch else template


class _Heard:
    """A template that is listened to while it writes."""

    def __init__(self, template: Template, heard: Writers) -> None:
        self._template = template
        self._heard = heard

    def __getattr__(self, name: str) -> object:
        if name in {"_get_default_module", "make_module"}:
            self._heard.lending.add(str(self._template.name))
        return getattr(self._template, name)

    def root_render_func(self, context: Context) -> Iterator[str]:
        """Yield what the template writes."""
        written = "".join(self._template.root_render_func(context))
        self._heard.blocks.setdefault(str(self._template.name), set()).update(_BLOCK.findall(written))
        yield written
