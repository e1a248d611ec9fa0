"""The options that several commands have: where a file goes, and in which house style a document is made."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from generator.cli.aanvullen import house_styles
from generator.saving import refuse_present, write_new
from generator.targets import refuse_for_text

if TYPE_CHECKING:
    from collections.abc import Callable

_F = TypeVar("_F", bound="Callable[..., Any]")
HOUSE_STYLE_VARIABLE = "WIJKPLAN_HUISSTIJL"
"""The environment variable that names a house style for every plan."""


def target_option(
    help_: str, metavar: str = "BESTAND", kind: type[Path] | type[str] = Path, default: Path | None = None
) -> Callable[[_F], _F]:
    """Add `-o`, the place of what a command makes, which is called `uit`.

    Args:
        help_: What goes there, in a sentence.
        metavar: What may be named.
        kind: `str` for who needs to know how a name was typed, with a slash at its end.
        default: What it is when nothing is named.
    """
    return click.option("-o", "--uit", type=click.Path(path_type=kind), metavar=metavar, default=default, help=help_)


def printed_option(more: str = "") -> Callable[[_F], _F]:
    """Add `-o` to a command that prints, for `give`; the name is looked at before the command does anything.

    Args:
        more: What else is to be known of it, in a sentence.
    """
    help_ = f"Schrijf dit in een nieuw bestand, in plaats van op het scherm.{more and f' {more}'}"
    kind = click.Path(path_type=Path)
    return click.option("-o", "--uit", type=kind, metavar="BESTAND", callback=_fit_for_text, help=help_)


def _fit_for_text(context: click.Context, parameter: click.Parameter, uit: Path | None) -> Path | None:
    del parameter
    if uit is not None and not context.resilient_parsing:
        refuse_for_text(uit)
        refuse_present(uit)
    return uit


def house_style_option(help_: str, *, by_variable: bool = False) -> Callable[[_F], _F]:
    """Add `--huisstijl`.

    Args:
        help_: Of what the house style is.
        by_variable: Whether `WIJKPLAN_HUISSTIJL` counts too: where a new document is made, and never where one that
            has a house style would silently get another.
    """
    return click.option(
        "--huisstijl",
        type=click.Path(path_type=Path),
        envvar=HOUSE_STYLE_VARIABLE if by_variable else None,
        metavar="MAP|BESTAND|NAAM",
        shell_complete=house_styles,
        help=help_,
    )


def give(text: str, uit: Path | None) -> None:
    """Print a text, or write it to the file that `-o` names.

    A window may write in another encoding what a program prints; a file that somebody asked for is UTF-8 everywhere.

    Raises:
        ProblemsError: The file is there already, promises something else than text, or cannot be written.
    """
    if uit is None:
        click.echo(text)
        return
    refuse_for_text(uit)
    write_new(f"{click.unstyle(text)}\n".encode(), uit)
    click.echo(f"Gemaakt: {uit}")
