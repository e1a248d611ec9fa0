"""Which files in a folder are answer files, for a command that was given a folder and for the form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.problems import ProblemsError

if TYPE_CHECKING:
    from pathlib import Path

ENDINGS = (".yaml", ".yml")
"""What an answer file ends in."""
USUAL = "antwoorden.yaml"
"""What it is mostly called."""
_OTHER_NAMES = ("huisstijl.yaml",)
"""What ends like an answer file and never is one."""
_ANSWERS = re.compile(r"^(gemeente|wijk)[ \t]*:", re.MULTILINE)
"""What every answer file has, and hardly any other file."""
_LOOKED_AT = 200_000
_SUBFOLDERS = 200
"""A folder with more folders than this is no place of work."""


def answer_files(folder: Path) -> list[Path]:
    """Return the answer files in a folder, by name; one that is called as they mostly are counts as it is.

    Raises:
        ProblemsError: The folder cannot be read.
    """
    try:
        files = sorted(place for place in folder.iterdir() if place.suffix.lower() in ENDINGS and place.is_file())
    except OSError as error:
        remedy = "Controleer of je de map mag openen en of de schijf bereikbaar is."
        raise ProblemsError.about(folder, "Deze map is niet te lezen.", remedy) from error
    files = [file for file in files if file.name not in _OTHER_NAMES]
    return [file for file in files if _holds_answers(file)] or [file for file in files if file.name == USUAL]


def _holds_answers(file: Path) -> bool:
    """Tell whether a file has the questions of an answer file; how its text is written makes no difference."""
    try:
        with file.open("rb") as stream:
            start = stream.read(_LOOKED_AT)
    except OSError:
        return False
    encoding = "utf-16" if start.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    text = start.decode(encoding, errors="replace")
    return _ANSWERS.search(text.replace("\r", "\n")) is not None


def folders_in(folder: Path) -> list[Path]:
    """Return the folders in a folder, without hidden ones; none where there are too many for a place of work."""
    try:
        places = [place for place in folder.iterdir() if place.is_dir() and not place.name.startswith(".")]
    except OSError:
        return []
    return sorted(places) if len(places) <= _SUBFOLDERS else []
