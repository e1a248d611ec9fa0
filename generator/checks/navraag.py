"""Answers that somebody else is to be asked for: whether they are questions, and which open points they are about."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.answers import Antwoorden
from generator.answers.keys import answer_at_path, places
from generator.answers.questions import questions
from generator.answers.shape import field_at
from generator.problems import Soort
from generator.source import dotted, path_of
from generator.suggestions import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.answers.navraag import Navraag
    from generator.answers.questions import Antwoord
    from generator.checks.report import Report
    from generator.framework import Framework

_SENTENCE_END = re.compile(r"(?<=[.?!])\s")


def check(antwoorden: Antwoorden, _kader: Framework, report: Report) -> None:
    """Report a key that is no question, and let each open point say who could know; run it after `open_points`."""
    seen: set[str] = set()
    for index, navraag in enumerate(antwoorden.navraag):
        place = ("navraag", index, "sleutel")
        if not navraag.sleutel.strip():
            remedy = "Zet achter “sleutel” welk antwoord het is, of haal deze regel weg."
            report.aandacht(place, "Hier staat niet over welk antwoord het gaat.", remedy)
            continue
        path = path_of(navraag.sleutel.strip())
        key = dotted(path)
        if field_at(path) is None or key != navraag.sleutel.strip():
            remedy = (
                did_you_mean(navraag.sleutel, _known(antwoorden)) or "Neem de sleutel over uit: wijkplan controleer."
            )
            report.fout(place, f"“{navraag.sleutel}” is geen sleutel van een antwoord.", remedy)
        elif key in seen:
            report.aandacht(place, f"Bij “{key}” staat al wie het kan weten.", "Zet alle namen bij één regel.")
        elif not _is_open(key, report):
            _not_open(key, index, antwoorden, report)
        seen.add(key)
    report.problems = [
        replace(problem, oplossing=f"{problem.oplossing} {said}")
        if problem.soort is Soort.OPEN and (said := _said(asked_about(antwoorden.navraag, problem.sleutel)))
        else problem
        for problem in report.problems
    ]


def asked_about(navragen: Iterable[Navraag], sleutel: str) -> tuple[Navraag, ...]:
    """Return what is asked of others about an open point: about it, about something in it, or about what it is in."""
    path = path_of(sleutel)
    found = ((navraag, path_of(navraag.sleutel.strip())) for navraag in navragen if navraag.sleutel.strip())
    return tuple(navraag for navraag, other in found if other[: len(path)] == path[: len(other)])


def _said(navragen: Iterable[Navraag]) -> str:
    names = ", ".join(dict.fromkeys(navraag.wie for navraag in navragen if navraag.wie))
    return f"Navragen bij: {names}." if names else ""


def _is_open(key: str, report: Report) -> bool:
    path = path_of(key)
    others = (path_of(problem.sleutel) for problem in report.problems if problem.soort is Soort.OPEN)
    return any(other[: len(path)] == path[: len(other)] for other in others)


def _not_open(key: str, index: int, antwoorden: Antwoorden, report: Report) -> None:
    """Report an answer that is there by now; or that a plan can do without, which is an open point of a draft then."""
    path = path_of(key)
    question = field_at(path)
    if answer_at_path(antwoorden, path) not in (None, (), {}):
        report.aandacht(("navraag", index, "sleutel"), f"Het antwoord bij “{key}” is er al.", "Haal deze regel weg.")
    elif any(isinstance(part, int) for part in path) and answer_at_path(antwoorden, path[:-1]) is None:
        melding = f"“{key}” hoort bij iets wat er niet (meer) is."
        report.aandacht(("navraag", index, "sleutel"), melding, "Verander de sleutel, of haal deze regel weg.")
    elif question is not None and antwoorden.document.status == "concept":
        asked = _SENTENCE_END.split(question.vraag)[0]
        report.open(
            path,
            f"Nog in te vullen: het antwoord op de vraag “{asked}”",
            "Vul het in, of haal de regel bij navraag weg.",
        )


def _known(antwoorden: Antwoorden) -> Iterator[str]:
    yield from (place.key for place in places(antwoorden))
    yield from _keys(Antwoorden, "")


def _keys(model: type[Antwoord], above: str) -> Iterator[str]:
    """Yield the keys of the questions that are asked once, also those of groups that are not there."""
    for name, question in questions(model).items():
        yield f"{above}{name}"
        if question.model is not None and not (question.is_lijst or question.is_tabel):
            yield from _keys(question.model, f"{above}{name}.")
