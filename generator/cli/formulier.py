"""`wijkplan formulier`: the answers in the browser, question by question, with the plan beside them."""

from __future__ import annotations

import shutil
import tempfile
import threading
import webbrowser
from pathlib import Path

import click

from generator.cli.dutch_command import DutchCommand, help_option
from generator.resources import examples, with_pictures


@click.command(cls=DutchCommand)
@click.argument("plaats", metavar="[MAP|ANTWOORDEN]", type=click.Path(path_type=Path), required=False)
@click.option("--voorbeeld", is_flag=True, help="Open een kopie van het volledige voorbeeld, om te proberen.")
@click.option(
    "--poort",
    metavar="NUMMER",
    type=click.IntRange(0, 65535),
    default=0,
    help="Gebruik deze poort. Zonder deze optie kiest wijkplan er een die vrij is.",
)
@click.option("--geen-browser", is_flag=True, help="Open geen browser, maar laat alleen het adres zien.")
@help_option
def formulier(plaats: Path | None, *, voorbeeld: bool, poort: int, geen_browser: bool) -> None:
    r"""Beantwoord de vragen in de browser, met het plan ernaast.

    Zonder MAP opent het formulier de map waarin je staat. Alles blijft op deze computer, in dezelfde bestanden
    met antwoorden. Stoppen kan met de knop Stoppen, of hier met Ctrl-C. Staat er een kwartier geen pagina meer
    open? Dan stopt wijkplan vanzelf.

    \b
    Voorbeeld:
      wijkplan formulier
      wijkplan formulier mijn-wijk
      wijkplan formulier --voorbeeld
    """
    if voorbeeld and plaats is not None:
        melding = "Kies: een map, of --voorbeeld. Het voorbeeld opent in een eigen tijdelijke map."
        raise click.UsageError(melding, click.get_current_context())
    if not voorbeeld:
        _open(plaats or Path(), poort, geen_browser=geen_browser)
        return
    with tempfile.TemporaryDirectory(prefix="wijkplan-voorbeeld-") as folder:
        name, answers = next(iter(examples().items()))
        for place, file in with_pictures(answers).items():
            target = Path(folder) / name / place
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
        click.echo("Dit is een kopie van het voorbeeld. Wat je erin verandert, is na het stoppen weg.")
        _open(Path(folder), poort, geen_browser=geen_browser)


def _open(place: Path, port: int, *, geen_browser: bool) -> None:
    """Serve the form on a folder, and say how it ended."""
    from generator.browser.opened_folder import OpenedFolder
    from generator.browser.serving import FormServer
    from generator.cli.ending import reported

    server = FormServer(OpenedFolder.of(place), port=port, report=lambda error: reported(error, {"formulier"}))
    click.echo(f"Het formulier staat op: {server.address}")
    click.echo("Stoppen: de knop Stoppen op de pagina, of hier Ctrl-C.")
    if not geen_browser:
        threading.Thread(target=_show, args=[server.address], daemon=True).start()
    server.run()
    idle = "Er stond een tijd geen pagina van het formulier meer open. "
    click.echo(f"{idle if server.was_idle else ''}wijkplan is gestopt. Alles is opgeslagen.")


def _show(address: str) -> None:
    """Open the browser of the user; a thread of its own, for some browsers only return when they are closed."""
    try:
        is_open = webbrowser.open(address)
    except (webbrowser.Error, OSError):
        is_open = False
    if not is_open:
        click.echo("Er opende geen browser. Open het adres hierboven zelf in een browser.", err=True)
