"""Makes a folder to start a house style from: the neutral one, a Word file that is there, or design tokens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.housestyle.finding import SETTINGS_FILE, TEMPLATES, WORD_FILE
from generator.housestyle.starter import README, settings_file
from generator.problems import Problem, ProblemsError, Soort
from generator.resources import neutral_house_style
from generator.saving import write_all_new

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Started:
    """A folder that was made."""

    files: tuple[Path, ...]
    said: tuple[str, ...] = ()
    """What was chosen and changed on the way, in sentences."""


def start(folder: Path, van: Path | None = None, tokens: Path | None = None) -> Started:
    """Make a folder to start a house style from.

    Args:
        folder: Where it goes; made when needed.
        van: The Word file to start from, which is copied byte for byte.
        tokens: The file with design tokens to start from.

    Raises:
        ProblemsError: The file to start from cannot be used, or one of the new files is there already.
    """
    if van is not None:
        return _from_word(folder, van)
    if tokens is not None:
        return _from_tokens(folder, tokens)
    return _written(folder, WORD_FILE, (neutral_house_style() / WORD_FILE).read_bytes(), settings_file())


def _from_word(folder: Path, van: Path) -> Started:
    from generator.word import HouseStyleError
    from generator.word.reporting.found import styles_found

    try:
        found = styles_found(van)
    except HouseStyleError as error:
        problem = Problem(str(van), 0, 0, "", Soort.FOUT, error.melding, error.oplossing)
        raise ProblemsError([problem]) from error
    name = f"{WORD_FILE.partition('.')[0]}{van.suffix.lower()}"
    own = sum(style is not None for style in found.values())
    said = f"In je Word-bestand zijn voor {own} van de {len(found)} soorten tekst stijlen gevonden."
    return _written(folder, name, van.read_bytes(), settings_file(found), said)


def _from_tokens(folder: Path, tokens: Path) -> Started:
    from generator.housestyle.tokens import choose, load_tokens
    from generator.word.recolour import recolour

    chosen = choose(load_tokens(tokens))
    document = recolour(neutral_house_style() / WORD_FILE, chosen.look)
    intro = "Lettertypen en kleuren komen uit design tokens. Ze zitten in het Word-bestand."
    return _written(folder, WORD_FILE, document, settings_file(said=(intro, *chosen.said)), *chosen.said)


def _written(folder: Path, name: str, word: bytes, settings: str, *said: str) -> Started:
    files = {
        folder / name: word,
        folder / SETTINGS_FILE: settings.encode(),
        folder / TEMPLATES / "LEESMIJ.md": README.encode(),
    }
    write_all_new(files, folder)
    return Started(tuple(files), said)
