"""Tries a house style: makes a plan and a specimen in it, and looks at what comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.colours import shown
from generator.documents import Draft, make_document
from generator.inspection.regel import Regel
from generator.problems import Problem, ProblemsError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.accessibility.looks import TextLook
    from generator.housestyle import HouseStyleFiles
    from generator.word.reporting.report import WordReport
    from generator.word.styling.found import Found

_AREAS = {"koptekst": "koptekst", "voettekst": "voettekst"}


def problems(files: HouseStyleFiles) -> tuple[Problem, ...]:
    """Return what keeps a plan from being made, found by making one with invented answers."""
    from generator.pipeline import make_page
    from generator.specimen import sample_answers

    answers = sample_answers()
    try:
        make_document(Draft(make_page(answers, files), files, answers), "docx")
    except ProblemsError as error:
        return error.problems
    return ()


def contrasts(files: HouseStyleFiles, word: WordReport) -> Iterator[Regel]:
    """Yield the contrast of each text with its background in the specimen; what is too low deserves attention."""
    from generator.accessibility.looks import text_looks
    from generator.specimen import specimen_page

    try:
        specimen = make_document(Draft(specimen_page(files, word.styles), files), "docx")
    except ProblemsError:  # what is wrong is said already
        return
    looks = {(_role(look, word.roles), look.text, look.behind): look for look in reversed(text_looks(specimen))}
    for (role, _, _), look in sorted(looks.items(), key=lambda item: item[1].ratio):
        yield _contrast(role, word.styles[role], look)


def _role(look: TextLook, roles: Mapping[str, str]) -> str:
    return _AREAS.get(look.area) or roles.get(look.character) or roles.get(look.paragraph) or "tekst"


def _contrast(role: str, style: Found, look: TextLook) -> Regel:
    value = f"#{look.text} op #{look.behind}: {shown(look.ratio)} op 1"
    melding = (
        f"{role} (stijl “{style.getoond}”): kleur #{look.text} op #{look.behind}"
        f" heeft een contrast van {shown(look.ratio)} op 1. Nodig is {shown(look.needed)} op 1."
    )
    if look.ratio >= look.needed:
        return Regel("contrast", "uitleg", role, value, melding)
    return Regel("contrast", "aandacht", role, value, melding, _remedy(style))


def _remedy(style: Found) -> str:
    if style.how == "gemaakt" and style.base is None:
        return (
            "wijkplan maakt deze stijl met de kleuren van je Word-bestand."
            " Kies in Word bij de stijl Standaard en bij je tabelstijl een kleur die meer van de achtergrond verschilt."
        )
    return "Kies in Word bij deze stijl een kleur die meer van de achtergrond verschilt."
