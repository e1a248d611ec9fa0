"""Puts a plan into words: Jinja templates turn it into one page of semantic HTML.

Templates run in a sandbox (`environment`, `bounds`), an undefined name is an error, and every answer is escaped: no
answer can become structure. A house style's own templates are looked up first; `basis/…` always means the original.
What the Word file of a house style asks for itself is filled in by `filler`.
"""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING

from jinja2 import ChoiceLoader, FileSystemBytecodeCache, FileSystemLoader, PrefixLoader
from jinja2 import TemplateError as JinjaError

from generator.answers.questions import questions
from generator.document_kinds import PLAN, template_of
from generator.problems import ProblemsError
from generator.rendering import bounds
from generator.rendering.answer_html import answers_of
from generator.rendering.environment import Sandbox
from generator.rendering.template_faults import RUNTIME_ERRORS, fault
from generator.resources import templates_dir

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from generator.plan import Plan

__all__ = ["names", "render", "render_specimen"]

START = template_of(PLAN)
SPECIMEN = "proef/proef.html.j2"


def render(plan: Plan, sjablonen: Sequence[Path] = (), start: str = START) -> str:
    """Return the plan as one HTML page in the vocabulary of the Word writer.

    Args:
        plan: The plan.
        sjablonen: Folders whose templates go before the original ones, most important first.
        start: The template of the whole document.

    Raises:
        ProblemsError: A template has a fault, asks for something that a plan does not have, or runs away.
    """
    environment = _environment(tuple(sjablonen), tuple(plan.woorden.items()))
    environment.offer(known := names(plan))
    try:
        with bounds.budget(), answers_of(plan):
            return "".join(_measured(environment.get_template(start).generate(known)))
    except (ProblemsError, JinjaError, *RUNTIME_ERRORS) as error:
        raise fault(error, start, environment.list_templates, environment.filters) from error


def render_specimen(naam: str, stijlen: Mapping[str, str], woorden: Mapping[str, str]) -> str:
    """Return a page that shows every role of text, in the vocabulary of the Word writer.

    Args:
        naam: The name of the house style.
        stijlen: Role → a sentence about its style.
        woorden: The fixed words of the house style.
    """
    sandbox = Sandbox(FileSystemLoader(templates_dir()), _bytecode_cache(), trim=True)
    sandbox.speak(dict(woorden))
    sandbox.globals |= {"stijlen": dict(stijlen)}
    with bounds.budget():
        return sandbox.get_template(SPECIMEN).render(naam=naam)


def names(plan: Plan) -> dict[str, object]:
    """Return what templates may use: the plan's fields and the answers, each under its own name."""
    found = {field.name: getattr(plan, field.name) for field in fields(plan)}
    answers = plan.antwoorden
    found |= {name: getattr(answers, name) for name in questions(type(answers)) if name not in found}
    return found | {
        "wij": plan.aanspreekvorm,
        "randvoorwaarden": plan.randvoorwaarden,
        "kaderstukken": answers.kader,
    }


def _measured(pieces: Iterator[str]) -> Iterator[str]:
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > bounds.OUTPUT:
            raise bounds.too_large()
        yield piece


@cache
def _environment(sjablonen: tuple[Path, ...], woorden: tuple[tuple[str, str], ...]) -> Sandbox:
    basis = FileSystemLoader(templates_dir() / PLAN)
    overrides = [FileSystemLoader(folder) for folder in sjablonen]
    loader = ChoiceLoader([*overrides, PrefixLoader({"basis": basis}), basis])
    sandbox = Sandbox(loader, _bytecode_cache(), trim=True)
    sandbox.speak(dict(woorden))
    return sandbox


def _bytecode_cache() -> FileSystemBytecodeCache | None:
    """Return a cache of compiled templates for this user, or None where the disk allows none."""
    from platformdirs import user_cache_path

    folder = user_cache_path("wijkplan", ensure_exists=False) / "sjablonen-met-grenzen"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder))
