"""Finds framework, templates and examples on the disk: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_IN_WHEEL = _PACKAGE / "_data"


def _root() -> Path:
    return _IN_WHEEL if _IN_WHEEL.is_dir() else _PACKAGE.parent


def framework_file() -> Path:
    """Return the path of `framework.yaml`."""
    return _root() / "framework.yaml"


def templates_dir() -> Path:
    """Return the folder with the plan templates and the house styles."""
    return _root() / "templates"


def neutral_house_style() -> Path:
    """Return the folder of the house style that is used when none is named."""
    return templates_dir() / "huisstijl" / "neutraal"


def examples() -> dict[str, Path]:
    """Return the answer file of each example by its name, the complete one first."""
    return {
        name: _root() / "examples" / name / "antwoorden.yaml" for name in ("molenkwartier", "stationsbuurt", "helmond")
    }


def with_pictures(answers: Path) -> dict[Path, Path]:
    """Return the answer file of an example and its pictures, each by its place from the folder of that file on."""
    pictures = sorted((answers.parent / "beeld").glob("*.*"))
    return {file.relative_to(answers.parent): file for file in (answers, *pictures)}


def is_there(place: Path) -> bool:
    """Tell whether a file or folder is there; not under a name that no file can have."""
    try:
        return place.exists()
    except (OSError, ValueError):
        return False
