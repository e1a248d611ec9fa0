"""Checks the templates of a house style: each must take the place of an original one, or be used by one that does.

A file that does neither would change nothing without a word, so it stops the plan.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from generator.kinds import ENDING, FOLDER
from generator.problems import Problem, Soort
from generator.resources import templates_dir
from generator.suggestions import closest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_USED = re.compile(r"""\{%-?\+?\s*(?:extends|include|import|from)\s+["']([^"']+)["']""")
_ORIGINAL = "basis/"
_NO_TEMPLATES = frozenset({".md", ".txt", ".ini", ".db", ".docx", ".pdf"})
"""Endings of notes, and of files that Windows leaves behind."""


def check_overrides(folder: Path) -> Iterator[Problem]:
    """Yield a problem for every file in `sjablonen/` that has no effect, or that asks for itself."""
    texts = {name: _text(folder / name) for name in templates_in(folder)}
    for name, text in texts.items():
        elsewhere = {used for other, body in texts.items() if other != name for used in _USED.findall(body)}
        if name not in originals() and not _adds_a_kind(name) and (name not in elsewhere or name.startswith(_ORIGINAL)):
            melding = "Dit sjabloon verandert niets: er is geen sjabloon met deze naam."
            yield _problem(folder / name, 0, melding, _remedy(name))
        yield from _asks_for_itself(folder / name, name, text)


@cache
def originals() -> frozenset[str]:
    """Return the names of the templates that a house style can take the place of."""
    root = templates_dir() / "plan"
    return frozenset(path.relative_to(root).as_posix() for path in root.rglob("*.j2"))


def extends(path: Path) -> bool:
    """Tell whether a template changes a part of another one; else it takes the place of the original."""
    return re.search(r"\{%-?\+?\s*extends\s", _text(path)) is not None


def templates_in(folder: Path) -> list[str]:
    """Return the names of the templates in a folder, as the original ones are named."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return [
        path.relative_to(folder).as_posix()
        for path in files
        if path.suffix.lower() not in _NO_TEMPLATES and not path.name.startswith((".", "~"))
    ]


def _adds_a_kind(name: str) -> bool:
    """Tell whether a template makes a kind of document of its own, which `--document` can name."""
    folder, _, file = name.rpartition("/")
    return folder == FOLDER and file.endswith(ENDING) and file != ENDING


def _text(path: Path) -> str:
    """Return the text; what is no UTF-8 is a fault that rendering reports."""
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _asks_for_itself(path: Path, name: str, text: str) -> Iterator[Problem]:
    for match in _USED.finditer(text):
        if match.group(1) == name:
            line = text.count("\n", 0, match.start()) + 1
            melding = "Dit sjabloon vraagt om zichzelf."
            yield _problem(path, line, melding, f"Schrijf basis/ voor de naam: “{_ORIGINAL}{name}”.")


def _remedy(name: str) -> str:
    """Say which template was probably meant; every name ends alike, so the ends do not count."""
    by_path = {original.removesuffix(ENDING): original for original in originals()}
    by_file = {path.rpartition("/")[2]: original for path, original in by_path.items()}
    path = name.removesuffix(".j2").removesuffix(".html")
    file = path.rpartition("/")[2]
    near = by_file.get(file) or by_path.get(closest(path, by_path) or "") or by_file.get(closest(file, by_file) or "")
    if near:
        return f"Bedoelde je “{near}”?"
    return "Geef het de naam van een sjabloon van wijkplan, zoals hoofdstukken/inleiding.html.j2, of haal het weg."


def _problem(path: Path, line: int, melding: str, oplossing: str) -> Problem:
    return Problem(str(path), line, int(line > 0), "", Soort.FOUT, melding, oplossing)
