"""`wijkplan nieuw` and `wijkplan schema`: a new answer file, and what an editor needs to explain it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from generator.cli.dutch_command import DutchCommand, help_option
from generator.cli.output import shell_name


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


@click.command(cls=DutchCommand)
@click.argument("map_", metavar="MAP", type=click.Path(path_type=Path))
@click.option("--gemeente", metavar="NAAM", help="De naam van de gemeente.")
@click.option("--wijk", metavar="NAAM", help="De naam van de wijk.")
@help_option
def nieuw(map_: Path, gemeente: str | None, wijk: str | None) -> None:
    r"""Maak een nieuw bestand met vragen in een map.

    Elke vraag staat erin, met uitleg. Een bestand dat er al is, blijft zoals het is.

    \b
    Voorbeeld:
      wijkplan nieuw mijn-wijk --gemeente Elzenbeek --wijk Molenkwartier
    """
    from generator.answers.schema import SCHEMA_FILE, json_schema
    from generator.framework import load_framework
    from generator.saving import write_all_new
    from generator.starter import answer_file

    gemeente, wijk = _asked(gemeente, "Hoe heet de gemeente?"), _asked(wijk, "Hoe heet de wijk?")
    framework = load_framework()
    answers = map_ / "antwoorden.yaml"
    schema = json.dumps(json_schema(framework), ensure_ascii=False, indent=1) + "\n"
    files = {answers: answer_file(framework, gemeente, wijk), map_ / SCHEMA_FILE: schema}
    write_all_new({path: text.encode("utf-8") for path, text in files.items()}, map_)
    click.echo(f"Gemaakt: {answers}")
    if not gemeente or not wijk:
        click.echo("Vul eerst bij gemeente en bij wijk de naam in. Zonder namen is er geen plan te maken.")
    click.echo(f"Vul de vragen in. Controleer ze daarna met: wijkplan controleer {shell_name(answers)}")


def _asked(given: str | None, question: str) -> str | None:
    """Ask for a name that was not given, where there is somebody to answer."""
    if given is not None or not sys.stdin.isatty():
        return given
    answer: str = click.prompt(question, default="", show_default=False)
    return answer or None
