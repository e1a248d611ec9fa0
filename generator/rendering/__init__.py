"""Puts a plan into words: Jinja templates turn it into one page of semantic HTML.

Templates run in a sandbox (`environment`, `bounds`), an undefined name is an error, and every answer is escaped: no
answer can become structure. A house style's own templates are looked up first; `basis/…` always means the original.
What the Word file of a house style asks for itself is filled in by `filler`.
"""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from jinja2 import ChoiceLoader, FileSystemLoader, PrefixLoader
from jinja2 import TemplateError as JinjaError

from generator.answers.questions import questions
from generator.document_kinds import PLAN, template_of
from generator.kept import Kept, folder_stamp
from generator.problems import ProblemsError
from generator.rendering import bounds
from generator.rendering.compiled import compiled
from generator.rendering.environment import Sandbox
from generator.rendering.plan_at_hand import plan_at_hand, words_at_hand
from generator.rendering.template_faults import RUNTIME_ERRORS, fault, not_utf8
from generator.resources import templates_dir

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from jinja2 import Environment

    from generator.plan import Plan

__all__ = ["Templates", "names", "render_alone", "render_specimen"]

START = template_of(PLAN)
SPECIMEN = "proef/proef.html.j2"
_MOST = 8
"""So many sets of templates are kept; a set in memory is some 2 MB."""


class Templates:
    """The templates of plans: compiled once, and those with a house style's own again after one of those changed."""

    def __init__(self, kind: type[Sandbox] = Sandbox) -> None:
        """Start with none.

        Args:
            kind: What they run in.
        """
        self._sandboxes: Kept[tuple[Path, ...], Sandbox] = Kept(
            lambda folders: _sandbox(folders, kind), lambda folders: tuple(map(folder_stamp, folders)), _MOST
        )

    def render(self, plan: Plan, sjablonen: Sequence[Path] = (), start: str = START) -> str:
        """Return the plan as one HTML page in the vocabulary of the Word writer.

        Args:
            plan: The plan.
            sjablonen: Folders whose templates go before the original ones, most important first.
            start: The template of the whole document.

        Raises:
            ProblemsError: A template has a fault, asks for something that a plan does not have, or runs away.
        """
        sandbox = self._sandboxes.get(tuple(sjablonen))
        known = names(plan)
        offered = (*known, *sandbox.globals)
        try:
            with bounds.budget(), plan_at_hand(plan, offered):
                return bounds.page(sandbox.get_template(start).generate(known))
        except (ProblemsError, JinjaError, *RUNTIME_ERRORS) as error:
            raise fault(error, start, sandbox.list_templates, sandbox.filters) from error


def render_alone(template: str, woorden: Mapping[str, str], **names: object) -> str:
    """Return the page of a template that is about no plan, in the vocabulary of the Word writer.

    Args:
        template: Its name in the folder of templates.
        woorden: The fixed words of the house style.
        names: What it may use.
    """
    sandbox = Sandbox(FileSystemLoader(templates_dir()), compiled(), trim=True)
    with bounds.budget(), words_at_hand(woorden):
        return sandbox.get_template(template).render(names)


def render_specimen(naam: str, stijlen: Mapping[str, str], woorden: Mapping[str, str]) -> str:
    """Return a page that shows every role of text, in the vocabulary of the Word writer.

    Args:
        naam: The name of the house style.
        stijlen: Role → a sentence about its style.
        woorden: The fixed words of the house style.
    """
    sandbox = Sandbox(FileSystemLoader(templates_dir()), compiled(), trim=True)
    sandbox.globals |= {"stijlen": dict(stijlen)}
    with bounds.budget(), words_at_hand(woorden):
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


def _sandbox(sjablonen: tuple[Path, ...], kind: type[Sandbox]) -> Sandbox:
    basis = FileSystemLoader(templates_dir() / PLAN)
    overrides = [_OwnTemplates(folder) for folder in sjablonen]
    loader = ChoiceLoader([*overrides, PrefixLoader({"basis": basis}), basis])
    return kind(loader, compiled(), trim=True)


class _OwnTemplates(FileSystemLoader):
    """The templates of a house style, which a stranger wrote."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._folder = folder

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return a template and where it is; one that is no UTF-8 or lies outside the folder is refused by its name."""
        place = self._folder / template
        if place.is_symlink() and not place.resolve().is_relative_to(self._folder.resolve()):
            melding = "Dit sjabloon verwijst naar een bestand buiten de huisstijl. Dat komt niet in een plan."
            raise ProblemsError.about(place, melding, "Zet het bestand zelf in de map.")
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError as error:
            raise not_utf8(place, place.read_bytes()) from error
