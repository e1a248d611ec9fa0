"""A release says one thing everywhere: its version, its date, and the packages that it was tested with."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from generator import __version__
from tests.support.documents import ROOT

if TYPE_CHECKING:
    from pathlib import Path

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CODE = (ROOT / "publiccode.yml").read_text(encoding="utf-8")
SECTIONS = re.findall(
    r"^## \[([^\]]+)\](?: - (\S+))?$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE
)
LOCK, LOWEST = ROOT / "requirements" / "lock.txt", ROOT / "requirements" / "lowest.txt"


def pins(file: Path) -> dict[str, str]:
    """Return the version of each package in a file of constraints; of several the one for the newest Python."""
    return dict(re.findall(r"^([\w.-]+)==(\S+)", file.read_text(encoding="utf-8"), re.MULTILINE))


def asked() -> list[Requirement]:
    """Return what the program and its tests ask for."""
    extras = PROJECT["project"]["optional-dependencies"].values()
    return [Requirement(line) for lines in (PROJECT["project"]["dependencies"], *extras) for line in lines]


def test_the_changelog_begins_with_what_is_not_released() -> None:
    """A change has a place to be written down, without a date, above the versions."""
    assert SECTIONS[0] == ("Unreleased", "")
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", date) for _, date in SECTIONS[1:])


def test_every_file_names_the_same_version_and_date() -> None:
    """The program, the newest section of the changelog and `publiccode.yml` are about one release."""
    version, date = SECTIONS[1]
    assert re.findall(r"^softwareVersion: (\S+)$", CODE, re.MULTILINE) == [version]
    assert re.findall(r'^releaseDate: "(\S+)"$', CODE, re.MULTILINE) == [date]
    assert __version__ == version


@pytest.mark.parametrize("requirement", asked(), ids=str)
def test_the_lock_gives_every_package_that_is_asked_for(requirement: Requirement) -> None:
    """Each has a version in the lock that will do; `make lock` renews it."""
    assert requirement.specifier.contains(pins(LOCK)[canonicalize_name(requirement.name)])


@pytest.mark.parametrize("requirement", asked(), ids=str)
def test_the_lowest_versions_are_those_of_the_project(requirement: Requirement) -> None:
    """What the tests run with once more is exactly what `pyproject.toml` allows; `make lock` renews it."""
    (bound,) = requirement.specifier
    assert bound.operator == ">="
    given = bound.version.split(".")
    assert pins(LOWEST)[canonicalize_name(requirement.name)].split(".")[: len(given)] == given


def test_what_builds_the_wheel_is_what_the_tests_build_it_with() -> None:
    """The lowest version of the build backend stands in two places."""
    assert {*PROJECT["build-system"]["requires"]} <= {str(requirement) for requirement in asked()}
