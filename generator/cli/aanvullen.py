"""`wijkplan aanvullen`, and what each command offers when somebody presses Tab: names, ids, kinds and formats."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem, PowerShellComplete, add_completion_class, get_completion_class

from generator.cli.dutch_command import DutchCommand, help_option

if TYPE_CHECKING:
    from collections.abc import Iterable

_VARIABLE = "_WIJKPLAN_COMPLETE"
SHELLS = ("bash", "zsh", "powershell")


@add_completion_class
class PowerShell(PowerShellComplete):
    """Completion in PowerShell that asks the program that was typed, which need not be on the path of Windows."""

    source_template = PowerShellComplete.source_template.replace("& %(prog_name)s ", "& $commandAst.GetCommandName() ")


@click.command(cls=DutchCommand)
@click.argument("venster", metavar="bash|zsh|powershell", type=click.Choice(SHELLS))
@help_option
def aanvullen(venster: str) -> None:
    r"""Laat de Tab-toets opdrachten, opties en namen aanvullen.

    De opdracht schrijft een stukje tekst dat je venster moet lezen. Dat doe je zo, voor het venster dat open is:

    \b
    Voorbeeld:
      wijkplan aanvullen powershell | Out-String | Invoke-Expression
      eval "$(wijkplan aanvullen bash)"
      eval "$(wijkplan aanvullen zsh)"
    """
    group = click.get_current_context().find_root().command
    shell = get_completion_class(venster)
    if shell is not None:
        click.echo(shell(group, {}, "wijkplan", _VARIABLE).source())


def house_styles(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Offer the built-in house styles, and files."""
    from generator.housestyle.files import built_in_styles

    named = _starting(incomplete, ((name, "ingebouwde huisstijl") for name in built_in_styles()))
    return [*named, CompletionItem(incomplete, type="file")]


def kinds_of_document(
    _context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem[str]]:
    """Offer the kinds of document."""
    from generator.document_kinds import kinds

    return _starting(incomplete, ((name, "") for name in kinds()))


def formats(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Offer the formats that are not in the list with commas yet."""
    from generator.documents import FORMATS

    before, comma, _ = incomplete.rpartition(",")
    left = [name for name in FORMATS if name not in before.split(",")]
    return _starting(incomplete, ((f"{before}{comma}{name}", "") for name in left))


def overview_formats(
    _context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem[str]]:
    """Offer the formats of an overview."""
    return _starting(incomplete, ((name, "") for name in ("docx", "html", "csv", "xlsx")))


def parts(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Offer the parts of the framework."""
    from generator.framework.browsing import PARTS

    return _starting(incomplete, ((name, "") for name in PARTS))


def ids(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Offer the ids in the part of the framework that was typed."""
    from generator.framework import browsing, load_framework

    part = context.params.get("deel")
    if part not in browsing.PARTS:
        return []
    found = browsing.entries(load_framework(), part)
    return _starting(incomplete, ((entry.id, getattr(entry, "titel", "")) for entry in found))


def questions(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Offer the parts of an answer file."""
    from generator.form.catalogue import part_names

    return _starting(incomplete, ((name, "") for name in part_names()))


def additions(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Offer what can be added to an answer file."""
    from generator.form.soorten import SOORTEN

    return _starting(incomplete, ((name, "") for name in SOORTEN))


def added_names(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Offer the interventions of the framework where one is added or added to, and files."""
    from generator.framework import load_framework

    named = ((item.id, item.titel) for item in load_framework().interventies)
    first = not context.params.get("woorden")
    return [*(_starting(incomplete, named) if first else ()), CompletionItem(incomplete, type="file")]


def _starting(incomplete: str, offered: Iterable[tuple[str, str]]) -> list[CompletionItem[str]]:
    """Return what begins as it was typed, each with what it stands for."""
    return [CompletionItem(name, help=said or None) for name, said in offered if name.startswith(incomplete)]
