"""The kinds of document that answers can become; each is a template, so a house style can add one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problems import ProblemsError
from generator.resources import templates_dir
from generator.suggestions import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

PLAN = "plan"
FOLDER = "documenten"
"""The folder, among the templates, with one template for each kind beside the plan."""
ENDING = ".html.j2"


class UnknownKindError(ProblemsError):
    """Somebody asked for a kind of document that there is no template for: a fault in the command, not in a file."""


def kinds(sjablonen: Sequence[Path] = ()) -> tuple[str, ...]:
    """Return the names of the kinds: the plan first, then the others in the order of the alphabet.

    Args:
        sjablonen: The folders with templates of a house style; each may add kinds.
    """
    folders = [folder / FOLDER for folder in (*sjablonen, templates_dir() / PLAN)]
    found = {path.name.removesuffix(ENDING) for folder in folders for path in folder.glob(f"*{ENDING}")}
    return PLAN, *sorted(found)


def choose_kind(asked: str, sjablonen: Sequence[Path] = ()) -> str:
    """Return the kind that was asked for, in the case that it is written in.

    Raises:
        UnknownKindError: There is no template for it.
    """
    known = kinds(sjablonen)
    plain = asked.strip().casefold()
    found = next((name for name in known if name.casefold() == plain), None)
    if found is None:
        remedy = did_you_mean(asked, known) or f"Kies uit: {', '.join(known)}."
        raise UnknownKindError.about("--document", f"Het document “{asked}” bestaat niet.", remedy)
    return found


def template_of(kind: str) -> str:
    """Return the name of the template that makes a kind of document."""
    return f"{PLAN}{ENDING}" if kind == PLAN else f"{FOLDER}/{kind}{ENDING}"
