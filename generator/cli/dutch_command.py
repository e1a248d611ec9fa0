"""Commands that explain themselves in Dutch, and say what was probably meant; `click_words` has the words of click."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

from generator.cli.ending import closed_early
from generator.suggestions import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable

_F = TypeVar("_F", bound="Callable[..., Any]")
_OPTIONS, _COMMAND = "[OPTIES]", "OPDRACHT"


def help_option(function: _F) -> _F:
    """Add `--help`, explained in Dutch."""
    decorated: _F = click.help_option("--help", "-h", help="Laat deze uitleg zien.")(function)
    return decorated


class DutchCommand(click.Command):
    """A command whose help is in Dutch."""

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return the parts of the usage line."""
        return [_OPTIONS, *super().collect_usage_pieces(ctx)[1:]]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        r"""Write the explanation; a typed out `\b` in it keeps the lines of an example."""
        self.help = (self.help or "").replace("\\b", "\b")
        super().format_help_text(ctx, formatter)


class DutchGroup(DutchCommand, click.Group):
    """A group of commands whose help is in Dutch."""

    command_class = DutchCommand

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return the parts of the usage line."""
        del ctx
        return [_OPTIONS, _COMMAND]

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; where the reader of what it says has gone, that is its end, and no fault."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            return closed_early()

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Explain the group to who names no command; which version of click there is makes no difference."""
        if not args and not ctx.resilient_parsing:
            click.echo(ctx.get_help(), err=True)
            ctx.exit(2)
        return super().parse_args(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands, each with its whole first sentence."""
        rows = [(name, self.commands[name].get_short_help_str(90)) for name in self.list_commands(ctx)]
        with formatter.section("Opdrachten"):
            formatter.write_dl(rows)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order in which an adviser meets them."""
        del ctx
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say what was probably meant."""
        name = args[0]
        if not name.startswith("-") and name not in self.commands and not ctx.resilient_parsing:
            remedy = did_you_mean(name, self.commands) or f"Kies uit: {', '.join(self.commands)}."
            raise click.UsageError(f"De opdracht “{name}” bestaat niet. {remedy}", ctx)
        return super().resolve_command(ctx, args)


def explain(error: click.ClickException) -> str:
    """Return what is wrong with a command, with the way to its help."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    path = context.command_path if context else "wijkplan"
    return f"{_sentence(error, context)}\nUitleg: {path} --help"


def _sentence(error: click.ClickException, context: click.Context | None) -> str:
    """Return what is wrong; of several options that look alike, the nearest."""
    if not isinstance(error, click.NoSuchOption) or context is None:
        return error.format_message()
    known = [name for param in context.command.params for name in param.opts]
    return f"{error.message} {did_you_mean(error.option_name, known)}".strip()
