"""Puts a plan into words: Jinja templates turn it into one page of semantic HTML.

Templates run in a sandbox, an undefined name is an error, and every answer is escaped: no answer can become
structure. A house style's own templates are looked up first; `basis/…` always means the original.
"""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from functools import cache, partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from jinja2 import ChoiceLoader, FileSystemBytecodeCache, FileSystemLoader, PrefixLoader, StrictUndefined
from jinja2 import TemplateError as JinjaError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from generator import dutch, markdown
from generator.answers.shape import field_at
from generator.resources import templates_dir
from generator.source import path_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from generator.plan import Plan

TEMPLATES = "plan"
START = "plan.html.j2"


class TemplateError(Exception):
    """A template that cannot be turned into a page; says which one, where and why, in Dutch."""

    def __init__(self, template: str, line: int, melding: str) -> None:
        """Keep the place of the fault."""
        super().__init__(f"{template}, regel {line}: {melding}")
        self.template = template
        self.line = line
        self.melding = melding


def render(plan: Plan, sjablonen: Sequence[Path] = ()) -> str:
    """Return the plan as one HTML page in the vocabulary of the Word writer.

    Args:
        plan: The plan.
        sjablonen: Folders whose templates go before the original ones, most important first.

    Raises:
        TemplateError: A template has a fault, or asks for something that a plan does not have.
    """
    environment = _environment(tuple(sjablonen), tuple(plan.woorden.items()))
    try:
        return environment.get_template(START).render(_names(plan))
    except JinjaError as error:
        raise _fault(error) from error


def _names(plan: Plan) -> dict[str, object]:
    """Return what templates may use: the plan's fields and the answers, each under its own name."""
    names = {field.name: getattr(plan, field.name) for field in fields(plan)}
    answers = plan.antwoorden
    names |= {name: getattr(answers, name) for name in type(answers).model_fields if name not in names}
    return names | {
        "wij": plan.aanspreekvorm,
        "randvoorwaarden": plan.randvoorwaarden,
        "kaderstukken": answers.kader,
    }


@cache
def _environment(sjablonen: tuple[Path, ...], woorden: tuple[tuple[str, str], ...]) -> ImmutableSandboxedEnvironment:
    """Return what templates run in; the fixed words are global in it, because macros see no plan."""
    words = MappingProxyType(dict(woorden))
    basis = FileSystemLoader(templates_dir() / TEMPLATES)
    overrides = [FileSystemLoader(folder) for folder in sjablonen]
    environment = ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([*overrides, PrefixLoader({"basis": basis}), basis]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_bytecode_cache(),
    )
    environment.filters.update(
        tekst=_text,
        euro=dutch.euro,
        datum=dutch.datum,
        getal=dutch.getal,
        opsomming=dutch.opsomming,
        woord=_word,
        telwoord=dutch.telwoord,
        lower_first=_lower_first,
    )
    environment.globals.update(
        plek=partial(placeholder, words["nog_in_te_vullen"]),
        nodig=is_needed,
        gekoppeld=answered,
        keuzes=choices,
        woorden=words,
    )
    return environment


def _bytecode_cache() -> FileSystemBytecodeCache | None:
    """Return a cache of compiled templates for this user, or None where the disk allows none."""
    from platformdirs import user_cache_path

    folder = user_cache_path("wijkplan", ensure_exists=False) / "sjablonen"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder))


def _text(value: str) -> Markup:
    """Filter `tekst`: an answer with light Markdown as paragraphs and lists."""
    return Markup(markdown.to_html(str(value)))  # noqa: S704 - to_html escapes everything that was typed


def _word(value: object) -> str:
    """Filter `woord`: a choice as people write it: `ter_besluitvorming` is “ter besluitvorming”."""
    return {"True": "ja", "False": "nee"}.get(str(value), str(value).replace("_", " "))


def _lower_first(value: str) -> str:
    """Filter `lower_first`: a title inside a sentence."""
    return value[:1].lower() + value[1:]


def is_needed(key: str) -> bool:
    """Tell whether a plan for the college needs the answer with this key."""
    question = field_at(path_of(key))
    return question is not None and question.nodig is not None


def answered(key: str, titel: str | None = None) -> Markup:
    """Return the attributes that tie an element to an answer.

    Args:
        key: The key of the answer, such as `wijk.aanleiding`.
        titel: What the answer is called, where the question does not say that well.
    """
    return Markup('data-antwoord="{}" data-titel="{}"').format(key, titel or _title(key))


def choices(key: str) -> Markup:
    """Return the attribute with the fixed choices of a question, as value and word; empty when it has none."""
    question = field_at(path_of(key))
    values = question.keuzes if question else ()
    words = (
        ("ja=ja", "nee=nee") if question and question.soort is bool else [f"{name}={_word(name)}" for name in values]
    )
    return Markup(' data-keuzes="{}"').format("|".join(words)) if words else Markup("")


@cache
def _title(key: str) -> str:
    """Return what an answer is called: the noun that says what is missing without it, else the key's own name."""
    question = field_at(path_of(key))
    if question is None:
        return key
    article, _, noun = (question.nodig or "").partition(" ")
    title = noun if article in {"de", "het"} else question.naam.replace("_", " ")
    return title[:1].upper() + title[1:]


def placeholder(label: str, key: str, what: str | None = None) -> Markup:
    """Return the visible placeholder for an answer that is not there.

    Args:
        label: The words that say that something is missing.
        key: The key of the answer, such as `wijk.aanleiding`.
        what: What is missing, for keys that have no words of their own.
    """
    question = field_at(path_of(key))
    missing = what or (question.nodig if question and question.nodig else key)
    date_wanted = Markup(' data-datum=""') if question and question.soort is date else ""
    return Markup('<mark class="open" {}{}{}>[{}: {}]</mark>').format(
        answered(key), choices(key), date_wanted, label, missing
    )


def _fault(error: JinjaError) -> TemplateError:
    """Find the template and line that an error of Jinja comes from."""
    name, line = getattr(error, "name", None), getattr(error, "lineno", None)
    traceback = error.__traceback__
    while traceback is not None:
        filename = traceback.tb_frame.f_code.co_filename
        if filename.endswith(".j2"):
            name, line = filename, traceback.tb_lineno
        traceback = traceback.tb_next
    return TemplateError(str(name or START), line or 1, str(error.message or error))
