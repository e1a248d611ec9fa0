"""Rules for pictures, drawings and charts: who cannot see them reads their alternative text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.accessibility.findings import Hit, Rule, at, quoted
from generator.problems import Soort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.word.reading.content import Picture
    from generator.word.reading.document import Document

_FILE = re.compile(r"\S+\.(png|jpe?g|gif|bmp|tiff?|svg|emf|wmf|webp|heic|pdf|vsdx?)", re.IGNORECASE)
_LABEL = re.compile(
    r"(afbeelding|picture|image|img|foto|photo|figuur|grafiek|chart|diagram|logo|vorm|shape|graphic|object|tekening)"
    r"[ _-]*\d+|(afbeelding|picture|image|foto|photo|plaatje|grafiek|chart|diagram|vorm|shape|graphic|object)",
    re.IGNORECASE,
)
_MACHINE = re.compile(
    r"automatisch gegenereerd|automatically generated|door AI gegenereerd|AI-generated", re.IGNORECASE
)


def _no_alt(document: Document) -> Iterator[Hit]:
    for picture in _meaningful(document):
        if not picture.alt:
            yield _hit(picture, f"Hier staat een {picture.kind} zonder alternatieve tekst.", _weight(picture))


def _useless_alt(document: Document) -> Iterator[Hit]:
    for picture in _meaningful(document):
        if _FILE.fullmatch(picture.alt) or _LABEL.fullmatch(picture.alt):
            yield _hit(
                picture, f"De alternatieve tekst {quoted(picture.alt)} zegt niet wat er te zien is.", _weight(picture)
            )


def _machine_alt(document: Document) -> Iterator[Hit]:
    for picture in _meaningful(document):
        if _MACHINE.search(picture.alt):
            yield _hit(picture, f"De alternatieve tekst {quoted(picture.alt)} is door Word bedacht.")


def _floating(document: Document) -> Iterator[Hit]:
    for picture in document.pictures:
        if picture.floating and not picture.decorative and picture.paragraph.area == "tekst":
            yield _hit(picture, f"Deze {picture.kind} zweeft naast de tekst. Een schermlezer leest die misschien niet.")


def _meaningful(document: Document) -> Iterator[Picture]:
    return (picture for picture in document.pictures if not picture.decorative)


def _weight(picture: Picture) -> Soort | None:
    """Return how serious a missing text is: most screen readers pass over what repeats on each page."""
    return None if picture.paragraph.area == "tekst" else Soort.AANDACHT


def _hit(picture: Picture, melding: str, soort: Soort | None = None) -> Hit:
    return Hit(at(picture.paragraph), melding, picture.paragraph.part, soort)


_DESCRIBE = "Klik met rechts op de afbeelding, kies Alternatieve tekst weergeven en beschrijf wat je ziet."
RULES = (
    Rule(
        "afbeelding-zonder-tekst",
        Soort.FOUT,
        f"{_DESCRIBE} Is het alleen versiering? Kies daar Als decoratief markeren.",
        _no_alt,
    ),
    Rule("afbeelding-tekst-zegt-niets", Soort.FOUT, _DESCRIBE, _useless_alt),
    Rule(
        "afbeelding-tekst-van-word",
        Soort.AANDACHT,
        "Klik met rechts op de afbeelding, kies Alternatieve tekst weergeven en controleer of het klopt.",
        _machine_alt,
    ),
    Rule(
        "afbeelding-zweeft",
        Soort.AANDACHT,
        "Klik op de afbeelding, kies Tekstterugloop en daarna In tekstregel. Is het alleen versiering? "
        "Klik dan met rechts, kies Alternatieve tekst weergeven en Als decoratief markeren.",
        _floating,
    ),
)
