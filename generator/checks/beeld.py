"""The files with pictures that the answers name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.image_files import DOT, ImageFile, read_image
from generator.problems import ProblemsError
from generator.source import dotted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.answers import Antwoorden
    from generator.answers.beeld import Afbeelding
    from generator.checks.report import Report
    from generator.source import KeyPath


def read_pictures(antwoorden: Antwoorden, report: Report | None) -> dict[str, ImageFile]:
    """Return the pictures by the key of their group, and report every file that cannot be used.

    Args:
        antwoorden: The answers that name them.
        report: Where faults go; without it no file is looked at, and a dot stands in for each.
    """
    found = {}
    for path, afbeelding in _pictures(antwoorden):
        if afbeelding.bestand is None:
            continue
        if report is None:
            found[dotted(path)] = DOT
            continue
        folder = Path(report.source.file_of((*path, "bestand"))).parent
        try:
            found[dotted(path)] = replace(read_image(folder, afbeelding.bestand), alt=afbeelding.alt or "")
        except ProblemsError as error:
            for said in error.problems:
                report.fout((*path, "bestand"), said.melding, said.oplossing)
    return found


def _pictures(antwoorden: Antwoorden) -> Iterator[tuple[KeyPath, Afbeelding]]:
    beeld = antwoorden.beeld
    if beeld is None:
        return
    for name in ("logo", "voorblad", "kaart"):
        if (afbeelding := getattr(beeld, name)) is not None:
            yield ("beeld", name), afbeelding
    for index, foto in enumerate(beeld.fotos):
        yield ("beeld", "fotos", index), foto
