"""`wijkplan toegankelijk`: what keeps people from reading a Word document, and how to mend it in Word."""

from __future__ import annotations

import json
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from generator.cli.dutch_command import DutchCommand, help_option
from generator.cli.output import counted
from generator.cli.shared_options import give, printed_option
from generator.problems import ProblemsError, Soort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.accessibility import Finding
    from generator.problems import Problem

_TITLES = {
    Soort.FOUT: "Fout: zo kan niet iedereen dit lezen",
    Soort.AANDACHT: "Aandacht: kijk of dit beter kan",
}
_MOST = 5
"""So many places of one kind are shown; more of them help nobody."""


class _Result(NamedTuple):
    """What was found in one file."""

    path: Path
    findings: list[Finding]
    refusal: Problem | None = None
    """Why the file cannot be checked; None when it can."""


@click.command(cls=DutchCommand)
@click.argument("documenten", metavar="PLAN.docx…", type=click.Path(path_type=Path), nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Schrijf de meldingen als JSON, voor een ander programma.")
@printed_option()
@help_option
def toegankelijk(documenten: tuple[Path, ...], *, as_json: bool, uit: Path | None) -> int:
    r"""Controleer of iedereen een Word-document kan lezen.

    Het mag elk Word-document zijn. Je ziet per melding waar het is, wat er is en hoe je het in Word herstelt.
    Een computer ziet niet alles. Lees het document daarom ook zelf na.

    \b
    Voorbeeld:
      wijkplan toegankelijk mijn-wijk/plan.docx
    """
    results = [_checked(path) for path in documenten]
    if as_json:
        give(json.dumps([row for result in results for row in _rows(result)], ensure_ascii=False, indent=1), uit)
    else:
        give("\n\n".join("\n".join(_shown(result)) for result in results), uit)
    wrong = [item for result in results for item in result.findings if item.soort is Soort.FOUT]
    return int(bool(wrong) or any(result.refusal for result in results))


def _checked(path: Path) -> _Result:
    from generator.accessibility import check_document

    try:
        return _Result(path, check_document(path))
    except ProblemsError as error:
        return _Result(path, [], error.problems[0])


def _rows(result: _Result) -> Iterator[dict[str, str]]:
    if refusal := result.refusal:
        yield _row(result.path, Soort.FOUT, "geen-word-document", "Hele document", refusal.melding, refusal.oplossing)
    for item in result.findings:
        yield _row(result.path, item.soort, item.controle, item.plaats, item.melding, item.oplossing)


def _row(path: Path, soort: Soort, *rest: str) -> dict[str, str]:
    return dict(
        zip(
            ("bestand", "soort", "controle", "plaats", "melding", "oplossing"),
            (str(path), str(soort), *rest),
            strict=True,
        )
    )


def _shown(result: _Result) -> Iterator[str]:
    if result.refusal:
        yield f"{result.path}: {result.refusal.sentences}"
        return
    yield click.style(str(result.path), bold=True)
    for soort, title in _TITLES.items():
        found = [item for item in result.findings if item.soort is soort]
        if found:
            yield ""
            yield click.style(f"{title} ({len(found)})", bold=True)
            for _, group in groupby(found, lambda item: item.controle):
                yield from _kind(list(group))
    yield ""
    yield _conclusion(result)


def _kind(found: list[Finding]) -> Iterator[str]:
    """Yield what was found, with the places of each, and once how to mend it."""
    for melding in dict.fromkeys(item.melding for item in found):
        places = [item.plaats for item in found if item.melding == melding]
        yield f"  {melding}"
        yield from (f"    {place}" for place in places[:_MOST])
        if len(places) > _MOST:
            yield f"    En nog {len(places) - _MOST} keer. Met --json zie je ze allemaal."
    yield f"    → {found[0].oplossing}"


def _conclusion(result: _Result) -> str:
    counts = {soort: sum(item.soort is soort for item in result.findings) for soort in _TITLES}
    parts = (
        counted(counts[Soort.FOUT], "fout", "fouten"),
        counted(counts[Soort.AANDACHT], "aandachtspunt", "aandachtspunten"),
    )
    return f"{result.path}: {', '.join(parts)}."
