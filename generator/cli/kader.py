"""`wijkplan kader`: browse the framework."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator.cli.aanvullen import ids, parts
from generator.cli.dutch_command import DutchCommand, help_option
from generator.cli.shared_options import give, printed_option

if TYPE_CHECKING:
    from pathlib import Path


@click.command(cls=DutchCommand)
@click.argument(
    "deel", metavar="[randvoorwaarden|interventies|principes|startvragen]", required=False, shell_complete=parts
)
@click.argument("naam", metavar="[ID]", required=False, shell_complete=ids)
@click.option(
    "--zoek",
    metavar="WOORDEN",
    help="Zoek interventies bij een probleem, zoals woonfraude, en woorden in het hele kader of in één deel.",
)
@printed_option()
@help_option
def kader(deel: str | None, naam: str | None, zoek: str | None, uit: Path | None) -> None:
    r"""Blader door het kader: randvoorwaarden, interventies, principes en startvragen.

    \b
    Voorbeeld:
      wijkplan kader
      wijkplan kader interventies
      wijkplan kader randvoorwaarden urgentiebesef
      wijkplan kader --zoek woonfraude
      wijkplan kader --zoek "jonge aanwas"
    """
    from generator.framework import browsing, load_framework
    from generator.framework.browsing import search
    from generator.suggestions import did_you_mean

    framework = load_framework()
    if zoek is not None and deel is not None and not did_you_mean(deel, browsing.PARTS):
        zoek, deel, naam = " ".join(filter(None, (zoek, deel, naam))), None, None
    if deel is not None and deel not in browsing.PARTS:
        known = did_you_mean(deel, browsing.PARTS) or f"Kies uit: {', '.join(browsing.PARTS)}."
        place = browsing.part_with(framework, deel)
        remedy = f"Bedoelde je: wijkplan kader {place} {deel}?" if place else known
        raise click.UsageError(f"Het deel “{deel}” staat niet in het kader. {remedy}", click.get_current_context())
    if zoek is not None:
        give(search(framework, zoek, deel), uit)
    elif deel is None:
        give(browsing.overview(framework), uit)
    elif naam is None:
        give(browsing.listing(framework, deel), uit)
    else:
        give(browsing.detail(framework, deel, naam), uit)
