"""Finds the files of a house style: a folder, a bare Word file, a settings file or a name.

Each of its templates must take the place of an original one, or be used by one that does: a file that does neither
would change nothing without a word, so it stops the plan.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from generator.document_kinds import ENDING, FOLDER
from generator.plan import Layout
from generator.problems import Location, Melding, ProblemsError
from generator.resources import is_there, neutral_house_style, templates_dir
from generator.source import path_of
from generator.suggestions import closest, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.source import Source
    from generator.word.options import Options

_USED = re.compile(r"""\{%-?\+?\s*(?:extends|include|import|from)\s+["']([^"']+)["']""")
_ORIGINAL = "basis/"
_NO_TEMPLATES = frozenset({".md", ".txt", ".ini", ".db", ".docx", ".pdf"})
"""Endings of notes, and of files that Windows leaves behind."""
SETTINGS_FILE = "huisstijl.yaml"
WORD_FILE = "huisstijl.docx"
TEMPLATES = "sjablonen"
WORD_SUFFIXES = (".docx", ".dotx", ".docm", ".dotm")
"""What a Word file can end in."""
_SETTINGS_SUFFIXES = (".yaml", ".yml")
_LOCK = "~$"


def check_overrides(folder: Path) -> Iterator[Melding]:
    """Yield what is wrong with every file in `sjablonen/` that has no effect, or that asks for itself."""
    texts = {name: _text(folder / name) for name in templates_in(folder)}
    for name, text in texts.items():
        elsewhere = {used for other, body in texts.items() if other != name for used in _USED.findall(body)}
        if name not in originals() and not _adds_a_kind(name) and (name not in elsewhere or name.startswith(_ORIGINAL)):
            melding = "Dit sjabloon verandert niets: er is geen sjabloon met deze naam."
            yield Melding(melding, _remedy(name), Location(str(folder / name)))
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


def _asks_for_itself(path: Path, name: str, text: str) -> Iterator[Melding]:
    for match in _USED.finditer(text):
        if match.group(1) == name:
            line = text.count("\n", 0, match.start()) + 1
            remedy = f"Schrijf basis/ voor de naam: “{_ORIGINAL}{name}”."
            yield Melding("Dit sjabloon vraagt om zichzelf.", remedy, Location(str(path), line, 1))


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


class NoSuchHouseStyleError(ProblemsError):
    """No house style has this name or stands in this place."""


class HouseStyleFiles(Struct, frozen=True):
    """Where a house style is, and what it asks beside its Word file."""

    word: Path
    """The Word file."""
    sjablonen: tuple[Path, ...] = ()
    """Folders with templates that go before the original ones."""
    layout: Layout = field(default_factory=Layout)
    """Which chapters and annexes, in which order, and its own words."""
    options: Options | None = None
    """What the Word writer must know; None when there are no settings."""
    settings: Source | None = None
    """The settings as they were read, for problems that only show later: they know the line of each key."""

    def locate(self, sleutel: str) -> Location:
        """Return where a problem that only shows later is: at its key in the settings, else in the Word file."""
        if self.settings is None or not sleutel:
            return Location(str(self.word))
        return Location(self.settings.name, *self.settings.position(path_of(sleutel), value=True), sleutel)


def find_house_style(place: Path | None, beside: Path = Path()) -> HouseStyleFiles:
    """Return the files of a house style and what it asks; the neutral one when none is named.

    Args:
        place: A folder, a Word file, a settings file, or the name of a built-in house style.
        beside: The folder that a relative place starts from.

    Raises:
        NoSuchHouseStyleError: There is no such house style.
        ProblemsError: Something in it is wrong; with all that is wrong.
    """
    chosen = neutral_house_style() if place is None else _existing(place, beside)
    if chosen.suffix.lower() in _SETTINGS_SUFFIXES and chosen.is_file():
        return _in_folder(chosen.parent, chosen)
    if chosen.is_dir():
        return _in_folder(chosen, _settings_file(chosen))
    return HouseStyleFiles(chosen)


def built_in_styles() -> dict[str, Path]:
    """Return the house styles that come with the program, by name."""
    return {folder.name: folder for folder in sorted(neutral_house_style().parent.iterdir()) if folder.is_dir()}


def word_files(folder: Path) -> list[Path]:
    """Return the Word files in a folder, without those that Word keeps beside an opened document."""
    found = (item for item in folder.iterdir() if item.suffix.lower() in WORD_SUFFIXES)
    return sorted(item for item in found if not item.name.startswith(_LOCK))


def _existing(place: Path, beside: Path) -> Path:
    chosen = beside / place
    if is_there(chosen):
        return chosen
    built_in = built_in_styles()
    if str(place) in built_in:
        return built_in[str(place)]
    names = ", ".join(built_in)
    meant = did_you_mean(place.name, built_in) if len(place.parts) == 1 else ""
    remedy = f"{meant} Kies een map, een Word-bestand of een van deze namen: {names}.".strip()
    raise NoSuchHouseStyleError.about(chosen, f"De huisstijl “{place}” bestaat niet.", remedy)


def _settings_file(folder: Path) -> Path | None:
    for suffix in _SETTINGS_SUFFIXES:
        if (settings := (folder / SETTINGS_FILE).with_suffix(suffix)).is_file() and settings.stat().st_size:
            return settings
    hidden = folder / f"{SETTINGS_FILE}.txt"
    if hidden.is_file():
        remedy = f"Noem het {SETTINGS_FILE}, zonder .txt erachter."
        raise ProblemsError.about(hidden, "Dit bestand heeft de verkeerde naam.", remedy)
    return None


def _in_folder(folder: Path, settings: Path | None) -> HouseStyleFiles:
    """Return what a folder holds; faults in the settings and in the templates come together."""
    templates = folder / TEMPLATES
    sjablonen = (templates,) if templates.is_dir() else ()
    wrong = [melding.problem for place in sjablonen for melding in check_overrides(place)]
    try:
        found = _with_settings(folder, settings, sjablonen)
    except ProblemsError as error:
        raise ProblemsError([*error.problems, *wrong]) from error
    if wrong:
        raise ProblemsError(wrong)
    return found


def _with_settings(folder: Path, settings: Path | None, sjablonen: tuple[Path, ...]) -> HouseStyleFiles:
    if settings is None:
        return HouseStyleFiles(_word_file(folder, has_other_files=bool(sjablonen)), sjablonen)
    from generator.housestyle.settings_file import read_settings

    read = read_settings(settings, word_files(settings.parent))
    word = folder / read.word if read.word else _word_file(folder, has_other_files=True)
    return HouseStyleFiles(word, sjablonen, read.layout, read.options, read.source)


def _word_file(folder: Path, *, has_other_files: bool) -> Path:
    """Return the Word file in a folder: `huisstijl.docx` (or another ending), else the only one.

    Without a Word file, a folder that has settings or templates changes the neutral house style.
    """
    found = word_files(folder)
    named = [item for item in found if item.stem.casefold() == Path(WORD_FILE).stem]
    if len(named or found) == 1:
        return (named or found)[0]
    if not found and has_other_files:
        return neutral_house_style() / WORD_FILE
    count = "meer dan één" if found else "geen"
    remedy = f"Noem het bestand {WORD_FILE}, of kies het Word-bestand zelf."
    raise ProblemsError.about(folder, f"In deze map staat {count} Word-bestand.", remedy)
