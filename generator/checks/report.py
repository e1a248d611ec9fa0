"""Collects what the rules find, with the place in the answer file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.problems import Problem, Soort

if TYPE_CHECKING:
    from generator.answers.adviezen import AdviesId
    from generator.source import KeyPath, Source


def _invitation(advies: str) -> str:
    return f" Bewust zo? Leg dat uit bij “bewust.{advies}”."


def without_invitation(problem: Problem) -> str:
    """Return what to do about a problem, for who is asked beside it whether it is so on purpose."""
    return problem.oplossing.removesuffix(_invitation(problem.advies))


class Report:
    """The problems that were found so far."""

    def __init__(self, source: Source) -> None:
        """Start for one answer file."""
        self.source = source
        self.problems: list[Problem] = []

    def fout(self, path: KeyPath, melding: str, oplossing: str) -> None:
        """Report a value that makes no sense."""
        self._add(path, Soort.FOUT, melding, oplossing, value=True)

    def wrong_key(self, path: KeyPath, melding: str, oplossing: str) -> None:
        """Report a key that makes no sense."""
        self._add(path, Soort.FOUT, melding, oplossing, value=False)

    def open(self, path: KeyPath, melding: str, oplossing: str) -> None:
        """Report an answer that is not there."""
        self._add(path, Soort.OPEN, melding, oplossing, value=False)

    def aandacht(self, path: KeyPath, melding: str, oplossing: str, advies: AdviesId | None = None) -> None:
        """Report advice.

        Args:
            path: The place that it is about.
            melding: What is the matter.
            oplossing: What to do about it.
            advies: The name under which it can be answered, where it can be.
        """
        if advies:
            oplossing += _invitation(advies)
        problem = self.source.problem(path, Soort.AANDACHT, melding, oplossing, value=False)
        self.problems.append(replace(problem, advies=advies or ""))

    def _add(self, path: KeyPath, soort: Soort, melding: str, oplossing: str, *, value: bool) -> None:
        self.problems.append(self.source.problem(path, soort, melding, oplossing, value=value))
