"""Which answer file a command is about: the one that is named, the one in a folder, or the only one that is here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.answer_files import ENDINGS, answer_files, folders_in
from generator.cli.output import shell_name
from generator.problems import ProblemsError
from generator.resources import is_there

if TYPE_CHECKING:
    from collections.abc import Callable


def answers_argument(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the answer file of a command; a folder stands for the one in it, and nothing for the one that is here."""
    kind = click.Path(path_type=Path)
    return click.argument("antwoorden", metavar="[ANTWOORDEN]", type=kind, required=False, callback=_chosen)(function)


def _chosen(context: click.Context, parameter: click.Parameter, value: Path | None) -> Path | None:
    del parameter
    return None if context.resilient_parsing else the_answers(context, value)


def the_answers(context: click.Context, named: Path | None) -> Path:
    """Return the answer file that is meant.

    Args:
        context: The command, for what to type instead.
        named: What the user named, if anything.

    Raises:
        ProblemsError: A folder is named that does not hold exactly one.
        click.UsageError: Nothing is named, and this folder does not hold exactly one.
    """
    if named is not None and not (is_there(named) and named.is_dir()):
        return named
    folder = named or Path()
    found = answer_files(folder)
    if len(found) == 1:
        return found[0]
    melding, remedy = _said(context.command_path, folder, found)
    if named is None:
        raise click.UsageError(f"Noem het bestand met antwoorden (ANTWOORDEN). {melding} {remedy}", context)
    raise ProblemsError.about(folder, melding, remedy)


def is_answer_file(word: str) -> bool:
    """Tell whether a word names a file or folder, rather than something in the answers."""
    place = Path(word)
    return place.suffix.lower() in ENDINGS or (is_there(place) and word != "")


def _said(command: str, folder: Path, found: list[Path]) -> tuple[str, str]:
    """Return what is the matter in a folder, and what to type."""
    here = "deze map" if folder == Path() else f"de map {folder}"
    if found:
        names = ", ".join(file.name for file in found)
        return f"In {here} staan {len(found)} bestanden met antwoorden: {names}.", _typed(command, found)
    below = [file for place in folders_in(folder) for file in answer_files(place)]
    nothing = f"In {here} staat geen bestand met antwoorden."
    if below:
        return nothing, _typed(command, below)
    return nothing, "Maak er een met: wijkplan nieuw mijn-wijk."


def _typed(command: str, files: list[Path]) -> str:
    commands = [f"{command} {shell_name(file)}" for file in files[:5]]
    return f"Typ: {commands[0]}" if len(commands) == 1 else f"Typ bijvoorbeeld: {' of: '.join(commands)}"
