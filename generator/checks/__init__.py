"""Checks answers against the framework and against each other, and collects every problem."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.answers.framework_ids import with_framework_ids
from generator.answers.tree_reading import read_answers
from generator.checks import (
    advice,
    beeld,
    contradictions,
    doelen,
    free_text,
    geld,
    ids,
    juridisch,
    looptijd,
    navraag,
    open_points,
    privacy,
    randvoorwaarden,
    samenwerking,
)
from generator.checks.report import Report
from generator.checks.subjects import subject
from generator.limits import PROBLEMS, YAML_DEPTH
from generator.problems import Problem, Soort, sort_problems
from generator.source import path_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.answers import Antwoorden
    from generator.answers.adviezen import AdviesId
    from generator.answers.tree_reading import Gelezen
    from generator.framework import Framework
    from generator.image_files import ImageFile
    from generator.source import Source

_PARTS = re.compile(r"[.\[]")
_RULES = (
    ids.check,
    contradictions.check,
    looptijd.check,
    open_points.check,
    navraag.check,
    advice.check,
    juridisch.check,
    randvoorwaarden.check,
    doelen.check,
    samenwerking.check,
    geld.check,
    privacy.check,
    free_text.check,
)


@dataclass(frozen=True, slots=True)
class Checked:
    """An answer file that was checked."""

    antwoorden: Antwoorden
    """The answers; only when nothing is wrong (`fouten` is empty) are they all there."""
    problems: tuple[Problem, ...]
    """By place in the file."""
    source: Source = field(repr=False)
    """The file as it was read."""
    gelezen: tuple[Gelezen, ...] = ()
    """What was read in another spelling than it was given in."""
    afbeeldingen: Mapping[str, ImageFile] = field(default_factory=dict, repr=False)
    """The pictures beside the answer file, by the key of the group that names them."""

    @property
    def fouten(self) -> tuple[Problem, ...]:
        """What makes no sense."""
        return self._of(Soort.FOUT)

    @property
    def open(self) -> tuple[Problem, ...]:
        """What a plan needs and is not there."""
        return self._of(Soort.OPEN)

    @property
    def aandacht(self) -> tuple[Problem, ...]:
        """The advice of the framework."""
        return self._of(Soort.AANDACHT)

    @property
    def is_draft(self) -> bool:
        """Tell whether the plan is still a draft, in which open points are allowed."""
        return self.antwoorden.document.status == "concept"

    @property
    def stops(self) -> bool:
        """Tell whether no plan can be made."""
        return bool(self.fouten) or (bool(self.open) and not self.is_draft)

    def _of(self, soort: Soort) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.soort is soort)


def check(source: Source, kader: Framework, *, with_pictures: bool = True) -> Checked:
    """Return the answers in a file and every problem with them.

    Args:
        source: The file.
        kader: The framework.
        with_pictures: Whether the files with pictures lie beside it; where they need not, others stand in for them.
    """
    reading = with_framework_ids(read_answers(source), kader, source)
    report = Report(source)
    for rule in _RULES:
        rule(reading.antwoorden, kader, report)
    afbeeldingen = beeld.read_pictures(reading.antwoorden, report if with_pictures else None)
    wrong = (*source.faults, *reading.problems)
    faulty = {key for problem in wrong if problem.soort is Soort.FOUT for key in _around(problem.sleutel)}
    _answered(reading.antwoorden.bewust, report)
    found = [problem for problem in report.problems if problem.sleutel not in faulty]
    named = (
        replace(problem, onderwerp=subject(path_of(problem.sleutel), source.tree, kader))
        for problem in _bounded((*wrong, *found), source)
    )
    return Checked(reading.antwoorden, sort_problems(named), source, reading.gelezen, afbeeldingen)


def _answered(reasons: Mapping[AdviesId, str], report: Report) -> None:
    """Take out the advice that was answered, and tell of an answer to what is not advised."""
    given = {problem.advies for problem in report.problems}
    report.problems = [problem for problem in report.problems if problem.advies not in reasons]
    for name in reasons:
        if name not in given:
            melding = f"Hier staat een reden bij “{name}”, maar dat advies geeft wijkplan bij deze antwoorden niet."
            report.aandacht(
                ("bewust", name), melding, "Haal de regel weg. Anders staat die zonder aanleiding in het plan."
            )


def _around(key: str) -> Iterator[str]:
    """Yield a key and those of what it is in: what is asked of a group with a fault in it was reported already."""
    if key:
        yield key
    for found in list(_PARTS.finditer(key))[:YAML_DEPTH]:
        yield key[: found.start()]


def _bounded(problems: Sequence[Problem], source: Source) -> Sequence[Problem]:
    """Return as many faults as anybody can read, one that tells how many there are more, and all that stops no plan."""
    faults = [problem for problem in problems if problem.soort is Soort.FOUT]
    if len(faults) <= PROBLEMS:
        return problems
    melding = f"Er zijn nog {len(faults) - PROBLEMS} fouten, die hier niet bij staan."
    rest = source.problem((), Soort.FOUT, melding, "Los eerst de andere op, en controleer het bestand dan opnieuw.")
    return (*faults[:PROBLEMS], rest, *(problem for problem in problems if problem.soort is not Soort.FOUT))
