"""`wijkplan werk-bij`: an edited document brought up to date with new answers, as tracked changes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.dutch_command import DutchCommand, help_option
from generator.cli.progress import working
from generator.cli.shared_options import house_style_option, target_option

if TYPE_CHECKING:
    from generator.roundtrip.updated import Updated
    from generator.saving import Saved


@click.command("werk-bij", cls=DutchCommand)
@click.argument("document", metavar="PLAN.docx", type=click.Path(path_type=Path))
@click.argument("antwoorden", metavar="ANTWOORDEN", type=click.Path(path_type=Path))
@target_option("Het nieuwe document. Anders wordt PLAN.docx zelf bijgewerkt.")
@click.option("--direct", is_flag=True, help="Pas aan wat niemand heeft aangeraakt, zonder bijgehouden wijzigingen.")
@house_style_option(
    "Zet het document over in deze huisstijl. Zegt het document niet waaruit het is gemaakt? Noem dan de huisstijl die"
    " het heeft."
)
@click.option("--json", "as_json", is_flag=True, help="Schrijf de aantallen als JSON, voor een ander programma.")
@help_option
def werk_bij(
    document: Path, antwoorden: Path, *, uit: Path | None, direct: bool, huisstijl: Path | None, as_json: bool
) -> int:
    r"""Werk een document dat in Word is bewerkt bij met nieuwe antwoorden.

    Wat niemand heeft aangeraakt, wordt nieuw. Wat mensen schreven, verplaatsten of weghaalden, blijft. Is iets aan
    beide kanten veranderd? Dan blijft de tekst van mensen staan, met de nieuwe tekst in een opmerking ernaast. Alles
    wat wijkplan verandert, is een bijgehouden wijziging: je accepteert of weigert die in Word.

    Met --huisstijl krijgt het document een andere huisstijl. Wat mensen schreven, gaat mee, met hun opmerkingen en
    afbeeldingen. Voor een andere opmaak maakt Word geen bijgehouden wijzigingen: bewaar dus het oude document.

    \b
    Voorbeeld:
      wijkplan werk-bij mijn-wijk/plan.docx mijn-wijk/antwoorden.yaml
    """
    from generator.roundtrip.updated import update_file

    with working("Het document wordt bijgewerkt"):
        updated, saved = update_file(document, antwoorden, uit, huisstijl, direct=direct)
    if as_json:
        click.echo(json.dumps(_data(updated), indent=1, ensure_ascii=False))
    else:
        click.echo(_said(updated, saved))
    return 0


def _data(updated: Updated) -> dict[str, int | list[str]]:
    merge = updated.merge
    names = ("bijgewerkt", "voorstellen", "gelaten", "nieuw", "vervallen")
    counts: dict[str, int | list[str]] = {name: getattr(merge, name) for name in names}
    if updated.move is not None:
        counts |= {"meegenomen": updated.move.meegenomen, "achtergebleven": updated.move.achtergebleven}
    return counts


def _said(updated: Updated, saved: Saved) -> str:
    merge = updated.merge
    counts = [
        f"{merge.bijgewerkt} bijgewerkt",
        f"{merge.voorstellen} {'voorstel' if merge.voorstellen == 1 else 'voorstellen'}",
        f"{merge.gelaten} zelf aangepast en gelaten",
        f"{merge.nieuw} nieuw",
        *([f"{merge.vervallen} vervallen"] if merge.vervallen else []),
    ]
    lines = [f"{saved.target}: {', '.join(counts)}."]
    if saved.backup is not None:
        lines.append(f"Het document zoals het was, is bewaard als {saved.backup}.")
    if updated.move is not None:
        lines.append(f"Het document heeft nu de nieuwe huisstijl. Eigen werk dat meeging: {updated.move.meegenomen}.")
        lines.extend(
            f"Niet meegegaan: {what}. Kopieer dit zelf uit het oude document." for what in updated.move.achtergebleven
        )
    if not updated.is_certain:
        lines.append(
            "Dit document zegt niet waaruit het is gemaakt. Wat afwijkt van een nieuw plan, staat er daarom als "
            "opmerking naast, en de tekst zelf is niet veranderd."
        )
    return "\n".join(lines)
