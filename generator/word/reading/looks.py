"""Tells how each kind of text in a document looks: its styles and the contrast with what is behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.colours import contrast, needed
from generator.word.reading.backgrounds import Backgrounds
from generator.word.reading.opening import open_document
from generator.word.reading.walking import read
from generator.word.xml import value_at

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class TextLook:
    """A text colour on a background, in one style."""

    paragraph: str
    """The id of the paragraph style."""
    character: str
    """The id of the character style; empty when there is none."""
    area: str
    """`tekst`, `koptekst` and so on."""
    text: str
    """Six digits."""
    behind: str
    needed: float
    """The least contrast for text of this size."""

    @property
    def ratio(self) -> float:
        """The contrast of the two, from 1 to 21."""
        return contrast(self.text, self.behind)


def text_looks(document: bytes) -> list[TextLook]:
    """Return every look that text in a document has, each once; where Word chooses the colour itself there is none.

    Raises:
        ProblemsError: It is no Word document.
    """
    return list(dict.fromkeys(_looks(document)))


def _looks(document: bytes) -> Iterator[TextLook]:
    model = read(open_document(document))
    backgrounds = Backgrounds(model)
    for paragraph in model.paragraphs:
        for run in paragraph.runs:
            text, behind = backgrounds.text_colour(run, paragraph), backgrounds.behind(run, paragraph)
            if run.text.strip() and text.hex and behind.hex:
                least = needed(model.styles.points(run, paragraph), bold=model.styles.is_bold(run, paragraph))
                style = value_at(run.properties, "rStyle")
                yield TextLook(paragraph.style, style, paragraph.area, text.hex, behind.hex, least)
