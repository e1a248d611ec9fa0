"""`wijkplan toon`: what a document says it was made from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.dutch_command import DutchCommand, help_option
from generator.cli.shared_options import target_option

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.word.provenance import Ancestor


@click.command(cls=DutchCommand)
@click.argument("document", metavar="PLAN.docx", type=click.Path(path_type=Path))
@click.option("--antwoorden", is_flag=True, help="Laat ook het bestand met antwoorden zien waaruit het is gemaakt.")
@target_option("Schrijf die antwoorden in een nieuw bestand.")
@help_option
def toon(document: Path, *, antwoorden: bool, uit: Path | None) -> int:
    r"""Laat zien waaruit een document is gemaakt.

    Een document dat met wijkplan is gemaakt, draagt zijn antwoorden bij zich, met de versies van het kader, de
    sjablonen en de huisstijl. Wie het document met --schoon maakte, liet dat weg.

    \b
    Voorbeeld:
      wijkplan toon mijn-wijk/plan.docx
    """
    from generator.problems import ProblemsError, in_file, located
    from generator.saving import write_new
    from generator.word.package.archive import read_file, unpack
    from generator.word.provenance import read_ancestor

    with located(in_file(document)):
        ancestor = read_ancestor(unpack(read_file(document), document.name))
    if ancestor is None:
        melding = "Dit document zegt niet waaruit het is gemaakt."
        remedy = "Het is met --schoon gemaakt, door een ander programma opgeschoond, of niet met wijkplan gemaakt."
        raise ProblemsError.about(document, melding, remedy)
    click.echo("\n".join(_shown(document, ancestor)))
    if antwoorden:
        for text in (ancestor.made_from.answers, *ancestor.made_from.bases):
            click.echo(f"\n{text}", nl=False)
    if uit is not None:
        write_new(ancestor.made_from.answers.encode(), uit)
        click.echo(f"De antwoorden staan in {uit}.")
        if ancestor.made_from.bases:
            click.echo("Wat uit de basis komt, staat daar niet in. Bekijk dat met --antwoorden.")
    return 0


def _shown(document: Path, ancestor: Ancestor) -> Iterator[str]:
    made = ancestor.made_from
    yield click.style(str(document), bold=True)
    yield f"  soort document:   {made.document}"
    yield f"  wijkplan:         {made.program}"
    yield f"  kader:            {made.framework} ({made.framework_digest[:12]})"
    yield f"  sjablonen:        {made.templates_digest[:12]}"
    yield f"  huisstijl:        {made.house_style or 'een eigen huisstijl'} ({made.house_style_digest[:12]})"
    kinds: dict[str, int] = {}
    for block in ancestor.blocks:
        kinds[block.named.kind] = kinds.get(block.named.kind, 0) + 1
    counts = ", ".join(f"{count} × {kind}" for kind, count in kinds.items())
    yield f"  blokken:          {len(ancestor.blocks)}: {counts}"
    keys = {key for block in ancestor.blocks for key in block.named.keys}
    yield f"  antwoorden erin:  {len(keys)}"
    if made.bases:
        yield f"  bestanden:        de antwoorden zelf, en {len(made.bases)} als basis"
