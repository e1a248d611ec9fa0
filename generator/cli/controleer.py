"""`wijkplan controleer`: every problem in one or more answer files."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.answer_file import the_answers
from generator.cli.dutch_command import DutchCommand, help_option
from generator.cli.messages import fitted, message
from generator.cli.output import counted, shell_name
from generator.cli.shared_options import give, printed_option
from generator.problems import Problem, ProblemsError, Soort

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.checks import Checked

_COUNTED = {
    Soort.FOUT: ("fout", "fouten"),
    Soort.OPEN: ("open punt", "open punten"),
    Soort.AANDACHT: ("aandachtspunt", "aandachtspunten"),
}


@click.command(cls=DutchCommand)
@click.argument("antwoorden", metavar="[ANTWOORDEN]…", type=click.Path(path_type=Path), nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Schrijf de meldingen als JSON, voor een ander programma.")
@click.option("--gelezen", is_flag=True, help="Laat ook zien hoe wijkplan antwoorden leest die anders gespeld zijn.")
@click.option("--alles", is_flag=True, help="Laat alle meldingen zien, per hoofdstuk.")
@printed_option()
@help_option
def controleer(antwoorden: tuple[Path, ...], *, as_json: bool, gelezen: bool, alles: bool, uit: Path | None) -> int:
    r"""Controleer één of meer bestanden met antwoorden.

    Je ziet wat er mis is of nog mist, waar het staat en wat je kunt doen: eerst de vijf meldingen om mee te
    beginnen. Is de status van het plan ter_besluitvorming of vastgesteld? Dan telt een open punt als fout.

    \b
    Voorbeeld:
      wijkplan controleer mijn-wijk/antwoorden.yaml
    """
    context = click.get_current_context()
    results = [_checked(path, context) for path in antwoorden or (the_answers(context, None),)]
    if as_json:
        rows = [asdict(problem) for _, _, problems in results for problem in problems]
        give(json.dumps(rows, ensure_ascii=False, indent=1), uit)
    else:
        give("\n\n".join("\n".join(_shown(*result, gelezen=gelezen, alles=alles)) for result in results), uit)
    return int(any(checked is None or checked.stops for _, checked, _ in results))


def _checked(path: Path, context: click.Context) -> tuple[Path, Checked | None, tuple[Problem, ...]]:
    from generator.pipeline import check_file

    try:
        path = the_answers(context, path)
        checked = check_file(path)
    except ProblemsError as error:
        return path, None, error.problems
    return path, checked, checked.problems


def _shown(
    path: Path, checked: Checked | None, problems: tuple[Problem, ...], *, gelezen: bool, alles: bool
) -> Iterator[str]:
    from generator.checks.urgency import BEGIN, most_urgent_first

    yield click.style(str(path), bold=True)
    yield click.style(fitted(_verdict(checked, problems)), bold=True)
    if checked is not None and gelezen:
        yield from _readings(checked)
    found = most_urgent_first(problems)
    if found:
        yield ""
        yield click.style("Begin hiermee" if len(found) > BEGIN else "Dit kun je doen", bold=True)
    for same in found[:BEGIN]:
        yield from message(same, everywhere=alles)
    yield from _by_chapter(found[BEGIN:], alles=alles)
    if checked is not None and not checked.fouten:
        yield ""
        yield from _readiness(checked)
    yield ""
    if len(found) > BEGIN and not alles:
        yield f"Alle meldingen zien: wijkplan controleer {shell_name(path)} --alles"
    yield from _next_step(path, checked)


def _verdict(checked: Checked | None, problems: Iterable[Problem]) -> str:
    """Return in one sentence how many points there are, and whether a plan can be made."""
    counts = _counts(problems, all_kinds=True)
    if checked is None or checked.fouten:
        return f"{counts}: herstel eerst wat fout is."
    if checked.stops:
        status = checked.antwoorden.document.status.replace("_", " ")
        return f"{counts}: het plan is {status}, dus eerst moeten de open punten weg."
    return f"{counts}: je kunt een plan maken."


def _counts(problems: Iterable[Problem], *, all_kinds: bool = False) -> str:
    kinds = [problem.soort for problem in problems]
    return ", ".join(
        counted(kinds.count(soort), *words) for soort, words in _COUNTED.items() if all_kinds or soort in kinds
    )


def _by_chapter(found: list[tuple[Problem, ...]], *, alles: bool) -> Iterator[str]:
    """Yield what is left by chapter: every message, or only how many."""
    from generator.plan.punten import by_chapter

    chapters = by_chapter(found)
    if chapters and not alles:
        yield ""
        yield click.style("Daarna, per hoofdstuk", bold=True)
    width = max(map(len, chapters), default=0)
    for title, messages in chapters.items():
        counts = _counts(problem for same in messages for problem in same)
        if not alles:
            yield f"  {title:<{width}}  {counts}"
            continue
        yield ""
        yield click.style(fitted(f"{title}: {counts}"), bold=True)
        for same in messages:
            yield from message(same)


def _readings(checked: Checked) -> Iterator[str]:
    """Yield what was read in another spelling, by line."""
    own = checked.source.name
    found = sorted(checked.gelezen, key=lambda item: (item.bestand != own, item.bestand, item.regel))
    yield ""
    yield click.style(f"Gelezen: zo staat het in het plan ({len(found)})", bold=True)
    if not found:
        yield "  Elk antwoord is gelezen zoals het er staat."
    for item in found:
        file = "" if item.bestand == own else f"{item.bestand}, "
        yield f"  {file}regel {item.regel} ({item.sleutel})"
        yield f"    {item.gegeven} → {item.gelezen}"


def _readiness(checked: Checked) -> Iterator[str]:
    from generator.answers.keys import Keys
    from generator.framework import load_framework
    from generator.plan.randvoorwaarden import building_blocks

    blocks = building_blocks(checked.antwoorden, load_framework(), Keys(checked.antwoorden))
    names = {"op_orde": "op orde", "deels": "deels", "niet": "niet", "onbekend": "onbekend"}
    width = max(len(block.kader.titel) for block in blocks)
    totals = dict.fromkeys(names, 0)
    yield click.style("Stand van de randvoorwaarden", bold=True)
    for block in blocks:
        counts = {status: sum(item.status == status for item in block.randvoorwaarden) for status in names}
        totals = {status: totals[status] + counts[status] for status in names}
        yield f"  {block.kader.titel:<{width}}  {_stands(counts, names)}"
    yield f"  {'Totaal':<{width}}  {_stands(totals, names)}"


def _stands(counts: dict[str, int], names: dict[str, str]) -> str:
    total = sum(counts.values())
    rest = [f"{counts[status]} {names[status]}" for status in names if status != "op_orde" and counts[status]]
    return ", ".join([f"{counts['op_orde']} van {total} op orde", *rest])


def _next_step(path: Path, checked: Checked | None) -> Iterator[str]:
    if checked is not None and not checked.stops:
        yield f"Het plan maken: wijkplan genereer {shell_name(path)}"
    elif checked is None or checked.fouten:
        yield from filter(None, map(_help_offered, dict.fromkeys([path, *_bases(checked)])))


def _bases(checked: Checked | None) -> list[Path]:
    return [Path(basis.name) for basis in checked.source.bases] if checked else []


def _help_offered(path: Path) -> str:
    """Return what `herstel` can do about the faults; nothing where that is nothing."""
    from generator.answers_on_disk import amend_file

    try:
        amended, _ = amend_file(path)
    except ProblemsError:
        return ""
    lines = counted(len(amended.lines), "regel", "regels")
    return f"{lines} kan wijkplan voor je herstellen: wijkplan herstel {shell_name(path)}" if amended.lines else ""
