"""`wijkplan schema`: the JSON Schema of the answer file."""

from __future__ import annotations

import json

import click

from generator.cli.dutch import DutchCommand, help_option


@click.command(cls=DutchCommand)
@help_option
def schema() -> None:
    r"""Laat het JSON-schema van het antwoordenbestand zien.

    Een editor als VS Code vult daarmee sleutels aan en laat uitleg zien. wijkplan nieuw zet het al klaar.

    \b
    Voorbeeld:
      wijkplan schema > antwoorden.schema.json
    """
    from generator.answers.schema import json_schema
    from generator.framework import load_framework

    click.echo(json.dumps(json_schema(load_framework()), ensure_ascii=False, indent=1))
