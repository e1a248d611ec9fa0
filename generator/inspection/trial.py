"""Tries a house style: makes a plan and a specimen in it, and looks at what comes out and at its files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.colours import shown
from generator.documents import Draft, write_word
from generator.housestyle.files import extends, originals, templates_in
from generator.inspection.explanation import Regel
from generator.problems import Problem, ProblemsError
from generator.word.xml import value, w

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from generator.housestyle import HouseStyleFiles
    from generator.word.reading.backgrounds import TextLook
    from generator.word.reading.inheritance import Sheet
    from generator.word.styling.style_search import Found
    from generator.word.word_report import WordReport
    from generator.workshop import Workshop

_KEYS = ("nummering", "inhoud", "kleuren", "hoofdstukken", "bijlagen")
_AREAS = {"koptekst": "koptekst", "voettekst": "voettekst"}


def about_folder(files: HouseStyleFiles) -> Iterator[Regel]:
    """Yield what a folder asks beside its Word file."""
    for folder in files.sjablonen:
        for name in templates_in(folder):
            how, melding = _effect(folder, name)
            yield Regel("sjabloon", "uitleg", name, how, melding)
    if files.settings is not None and isinstance(files.settings.tree, dict):
        for key in _KEYS:
            if files.settings.tree.get(key) is not None:
                value = _as_words(files.settings.tree[key])
                yield Regel("keuze", "uitleg", key, value, f"{key}: {value}")
    for key, words in files.layout.woorden.items():
        yield Regel("keuze", "uitleg", f"woorden.{key}", words, f"woorden, {key}: {words}")


def _effect(folder: Path, name: str) -> tuple[str, str]:
    """Return what a template does with the original of its name: in a word, and in a sentence."""
    if name not in originals():
        return "hulp", f"{name} wordt gebruikt door een ander eigen sjabloon."
    if extends(folder / name):
        return "vult aan", f"{name} verandert een deel van de gewone tekst."
    return "vervangt", f"{name} komt in plaats van de gewone tekst."


def _as_words(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(map(str, value))
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def problems(files: HouseStyleFiles, workshop: Workshop) -> tuple[Problem, ...]:
    """Return what keeps a plan from being made, found by making one with invented answers."""
    from generator.pipeline import make_page
    from generator.specimen import sample_answers

    answers = sample_answers()
    try:
        write_word(Draft(make_page(answers, files, workshop=workshop), files, answers, workshop))
    except ProblemsError as error:
        return error.problems
    return ()


def contrasts(files: HouseStyleFiles, word: WordReport, workshop: Workshop) -> Iterator[Regel]:
    """Yield the contrast of each text with its background in the specimen; what is too low deserves attention."""
    from generator.specimen import specimen_page
    from generator.word.reading.document import read

    try:
        specimen = write_word(Draft(specimen_page(files, word.styles), files, workshop=workshop))
    except ProblemsError:  # what is wrong is said already
        return
    document = read(specimen.opened())
    found = reversed(document.looks)
    looks = {(_role(look, word.roles, document.styles), look.text.hex, look.behind.hex): look for look in found}
    for (role, _, _), look in sorted(looks.items(), key=lambda item: item[1].ratio):
        yield _contrast(role, word.styles[role], look)


def _role(look: TextLook, roles: Mapping[str, str], styles: Sheet) -> str:
    """Return the role of a text; a style that only mends another for its place counts as that one."""
    area = _AREAS.get(look.paragraph.area)
    chain = (
        value(style, w("styleId")) for key in (look.run.style, look.paragraph.style) for style in styles.chain(key)
    )
    return area or next((roles[key] for key in chain if key in roles), "tekst")


def _contrast(role: str, style: Found, look: TextLook) -> Regel:
    value = f"#{look.text.hex} op #{look.behind.hex}: {shown(look.ratio)} op 1"
    melding = (
        f"{role} (stijl “{style.getoond}”): kleur #{look.text.hex} op #{look.behind.hex}"
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
