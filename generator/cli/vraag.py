"""`wijkplan vraag`: what can be asked in an answer file, part by part."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator.cli.aanvullen import questions
from generator.cli.dutch_command import DutchCommand, help_option
from generator.cli.shared_options import give, printed_option

if TYPE_CHECKING:
    from pathlib import Path


@click.command(cls=DutchCommand)
@click.argument("onderdeel", metavar="[ONDERDEEL]", required=False, shell_complete=questions)
@printed_option()
@help_option
def vraag(onderdeel: str | None, uit: Path | None) -> None:
    r"""Laat zien wat je allemaal kunt invullen.

    Zonder ONDERDEEL zie je de onderdelen van het bestand. Met een onderdeel zie je de vragen daarin: de sleutel,
    de uitleg, de vorm van het antwoord en hoe de regel eruitziet. Wat tussen < en > staat, vervang je zelf.

    \b
    Voorbeeld:
      wijkplan vraag
      wijkplan vraag wijk
      wijkplan vraag wijk.cijfers
      wijkplan vraag interventie
      wijkplan vraag urgentiebesef
    """
    from generator.form.catalogue import UnknownPartError, overview, questions_of
    from generator.framework import load_framework

    kader = load_framework()
    if onderdeel is None:
        give(overview(), uit)
        return
    try:
        give(questions_of(onderdeel, kader), uit)
    except UnknownPartError as error:
        raise click.UsageError(str(error), click.get_current_context()) from error
