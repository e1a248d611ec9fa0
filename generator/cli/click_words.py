"""Makes click speak Dutch: headings of the help, and what it says about a mistyped command."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeVar

import click

from generator.suggestions import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable

_F = TypeVar("_F", bound="Callable[..., Any]")

_METAVARS = {"TEXT": "TEKST", "PATH": "BESTAND", "FILE": "BESTAND"}


def help_option(function: _F) -> _F:
    """Add `--help`, explained in Dutch."""
    decorated: _F = click.help_option("--help", "-h", help="Laat deze uitleg zien.")(function)
    return decorated


class DutchCommand(click.Command):
    """A command whose help is in Dutch."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how the command is used."""
        pieces = [piece.replace("[OPTIONS]", "[OPTIES]") for piece in self.collect_usage_pieces(ctx)]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="Gebruik: ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        r"""Write the explanation; a typed out `\b` in it keeps the lines of an example."""
        self.help = (self.help or "").replace("\\b", "\b")
        super().format_help_text(ctx, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        records = [record for option in options if (record := option.get_help_record(ctx)) is not None]
        if records:
            with formatter.section("Opties"):
                formatter.write_dl([(_dutch_metavar(name), text) for name, text in records])


class DutchGroup(DutchCommand, click.Group):
    """A group of commands whose help is in Dutch."""

    command_class = DutchCommand

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options and the commands."""
        DutchCommand.format_options(self, ctx, formatter)
        rows = [(name, self.commands[name].get_short_help_str(90)) for name in self.list_commands(ctx)]
        with formatter.section("Opdrachten"):
            formatter.write_dl(rows)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order in which an adviser meets them."""
        del ctx
        return list(self.commands)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return the parts of the usage line."""
        del ctx
        return ["[OPTIES]", "OPDRACHT"]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say what was probably meant."""
        name = args[0]
        if not name.startswith("-") and name not in self.commands:
            remedy = did_you_mean(name, self.commands) or f"Kies uit: {', '.join(self.commands)}."
            raise click.UsageError(f"De opdracht “{name}” bestaat niet. {remedy}", ctx)
        return super().resolve_command(ctx, args)


def explain(error: click.ClickException) -> str:
    """Return what is wrong with a command, in Dutch, with the way to its help."""
    path = "wijkplan"
    if isinstance(error, click.UsageError) and error.ctx is not None:
        path = error.ctx.command_path
    return f"{_sentence(error)}\nUitleg: {path} --help"


def _sentence(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        return f"De optie “{error.option_name}” bestaat niet. {_near_option(error)}".strip()
    if isinstance(error, click.MissingParameter):
        name = error.param.human_readable_name if error.param is not None else ""
        return f"Er mist iets: {name}."
    if isinstance(error, click.BadOptionUsage):
        return f"Bij de optie “{error.option_name}” hoort een waarde."
    if isinstance(error, click.BadParameter):
        name = error.param.human_readable_name if error.param is not None else "deze waarde"
        return f"{name}: {_translated(error.message)}"
    return _translated(error.message)


def _near_option(error: click.NoSuchOption) -> str:
    if error.ctx is None:
        return ""
    known = [name for param in error.ctx.command.params for name in param.opts]
    return did_you_mean(error.option_name, known)


def _translated(message: str) -> str:
    """Translate the messages of click itself that a user can cause here."""
    if match := re.match(r"Got unexpected extra arguments? \((.*)\)", message):
        return f"Dit staat er te veel: {match.group(1)}. Bevat een naam een spatie? Zet hem tussen aanhalingstekens."
    if match := re.match(r"'(.*)' is not one of (.*)\.", message):
        choices = [choice.strip(" '") for choice in match.group(2).split(",")]
        remedy = did_you_mean(match.group(1), choices) or f"Kies uit: {', '.join(choices)}."
        return f"“{match.group(1)}” is geen keuze. {remedy}"
    return message


def _dutch_metavar(record: str) -> str:
    for english, dutch in _METAVARS.items():
        record = re.sub(rf"\b{english}\b", dutch, record)
    return record
