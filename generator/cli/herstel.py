"""`wijkplan herstel`: mistakes in typing that are certain to be ones, each line as it was and as it becomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator.cli.answer_file import answers_argument
from generator.cli.dutch_command import DutchCommand, help_option
from generator.cli.output import counted, shell_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.problems import Problem
    from generator.saving import Saved
    from generator.source.diagnosis.mending import Amended, ChangedLine


@click.command(cls=DutchCommand)
@answers_argument
@click.option("--schrijf", is_flag=True, help="Neem de regels over in het bestand. Het oude blijft bewaard als .bak.")
@help_option
def herstel(antwoorden: Path, *, schrijf: bool) -> int:
    r"""Herstel typfouten in een bestand met antwoorden.

    Je ziet elke regel zoals hij was en zoals hij wordt. Alleen wat zeker is, wordt hersteld, zoals een
    apostrof aan het begin van een tekst of een spatie die ontbreekt. Zonder --schrijf verandert er niets.

    \b
    Voorbeeld:
      wijkplan herstel mijn-wijk/antwoorden.yaml
      wijkplan herstel mijn-wijk/antwoorden.yaml --schrijf
    """
    from generator.answers_on_disk import amend_file

    amended, saved = amend_file(antwoorden, write=schrijf)
    click.echo("\n".join(_shown(antwoorden, amended, saved)))
    return int(bool(amended.left) or (bool(amended.lines) and saved is None))


def _shown(path: Path, amended: Amended, saved: Saved | None) -> Iterator[str]:
    yield click.style(str(path), bold=True)
    if amended.lines:
        yield ""
        title = "Te herstellen" if saved is None else "Hersteld"
        yield click.style(f"{title} ({len(amended.lines)})", bold=True)
        for line in amended.lines:
            yield from _changed(line)
    if amended.left:
        yield ""
        yield click.style(f"Dit kun je alleen zelf herstellen ({len(amended.left)})", bold=True)
        for problem in amended.left:
            yield from _left(problem)
    yield ""
    yield _conclusion(path, amended, saved)


def _changed(line: ChangedLine) -> Iterator[str]:
    from generator.source.characters import made_visible

    yield f"  regel {line.regel}: {line.waarom}"
    yield f"    was:   {made_visible(line.was)}"
    yield f"    wordt: {made_visible(line.wordt)}"


def _left(problem: Problem) -> Iterator[str]:
    yield f"  regel {problem.regel}, kolom {problem.kolom}"
    yield f"    {problem.melding}"
    yield f"    → {problem.oplossing}"


def _conclusion(path: Path, amended: Amended, saved: Saved | None) -> str:
    lines = counted(len(amended.lines), "regel", "regels")
    if saved is not None:
        kept = f" Het oude bestand is bewaard als {saved.backup}." if saved.backup else ""
        return f"{lines} hersteld.{kept} Kijk wat er nog is met: wijkplan controleer {shell_name(path)}"
    if amended.lines:
        command = f"wijkplan herstel {shell_name(path)} --schrijf"
        return f"{lines} te herstellen. Er is nog niets veranderd. Neem de regels over met: {command}"
    return f"Er is niets wat wijkplan kan herstellen. Kijk verder met: wijkplan controleer {shell_name(path)}"
