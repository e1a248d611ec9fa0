"""The folder for Windows holds all that the program needs there; whether it starts is for Windows to tell."""

from __future__ import annotations

import re
import zipfile
from email import message_from_string
from importlib.metadata import distributions
from typing import TYPE_CHECKING

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from scripts.build_windows_folder import EmbeddableError, build
from tests.test_release import LOCK, PROJECT, pins

if TYPE_CHECKING:
    from pathlib import Path

WINDOWS = {
    "sys_platform": "win32",
    "os_name": "nt",
    "platform_system": "Windows",
    "platform_machine": "AMD64",
    "python_version": "3.12",
    "python_full_version": "3.12.10",
    "extra": "",
}
ROOM = 140
"""The signs of the longest path in the folder: Windows takes 260, and a OneDrive of a municipality has some 80."""


def embeddable(folder: Path, minor: int) -> Path:
    """Return a package with the files by which that of python.org is known."""
    file = folder / f"python-3.{minor}.0-embed-amd64.zip"
    with zipfile.ZipFile(file, "w") as package:
        for name in ("python.exe", f"python3{minor}.dll", f"python3{minor}.zip"):
            package.writestr(name, "MZ")
        package.writestr(f"python3{minor}._pth", f"python3{minor}.zip\n.\n\n#import site\n")
    return file


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder, built with real wheels around a made-up Python."""
    place = tmp_path_factory.mktemp("windows")
    return build(embeddable(place, 12), place / "dist")


@pytest.mark.slow
def test_all_that_is_needed_on_windows_is_there_in_the_versions_of_the_lock(folder: Path) -> None:
    """What a package asks for on Windows stands beside it; nothing is for another system or another Python."""
    packages = folder / "python" / "Lib" / "site-packages"
    there = {canonicalize_name(package.name): package for package in distributions(path=[str(packages)])}
    asked = {canonicalize_name(Requirement(line).name) for line in PROJECT["project"]["dependencies"]}
    assert asked | {"wijkplan"} <= {*there}
    for name, package in there.items():
        for line in package.requires or ():
            wish = Requirement(line)
            if wish.marker is None or wish.marker.evaluate(WINDOWS):
                assert wish.specifier.contains(there[canonicalize_name(wish.name)].version), line
        assert name == "wijkplan" or pins(LOCK)[name] == package.version
        tags = message_from_string(package.read_text("WHEEL") or "").get_all("Tag") or []
        assert all(re.search(r"^(cp312|cp3\d+-abi3|py3|py2)-?\S*(-win_amd64|-any)$", tag) for tag in tags), tags
    assert {file.suffix for file in packages.rglob("*etree*")} >= {".pyd"}
    assert not [file for file in packages.rglob("*") if file.suffix == ".so"]


@pytest.mark.slow
def test_a_double_click_opens_the_form_with_that_python(folder: Path) -> None:
    """Python finds the packages, and no other ones of the computer; the lines end as Windows wants."""
    settings = (folder / "python" / "python312._pth").read_bytes()
    assert settings.split(b"\r\n") == [b"python312.zip", b".", b"Lib\\site-packages", b""]
    start = (folder / "wijkplan.cmd").read_bytes()
    assert start.count(b"\n") == start.count(b"\r\n") > 5
    assert rb'"%~dp0python\python.exe" -X utf8 -m generator formulier "%~dp0plannen"' in start
    assert (folder / "python" / "python.exe").is_file()
    assert (folder / "plannen").is_dir()
    assert (folder / "python" / "Lib" / "site-packages" / "generator" / "_data" / "framework.yaml").is_file()


@pytest.mark.slow
def test_the_folder_can_be_handed_out(folder: Path) -> None:
    """Its zip has every file, its paths are short, and it does not tell where it was built."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    with zipfile.ZipFile(folder.with_suffix(".zip")) as package:
        names = package.namelist()
    assert {str(file.relative_to(folder.parent)) for file in files} <= {*names}
    assert "wijkplan-windows/plannen/" in names
    assert max(len(name) for name in names) <= ROOM
    assert not [file for file in files if str(folder.parent).encode() in file.read_bytes()]


@pytest.mark.parametrize(("minor", "words"), [(10, "needs Python 3.11"), (None, "no embeddable package")])
def test_another_zip_is_refused_before_anything_is_made(minor: int | None, words: str, tmp_path: Path) -> None:
    """One with an older Python, or with something else in it."""
    if minor:
        file = embeddable(tmp_path, minor)
    else:
        file = tmp_path / "foto.zip"
        with zipfile.ZipFile(file, "w") as package:
            package.writestr("foto.jpg", "")
    with pytest.raises(EmbeddableError, match=words):
        build(file, tmp_path / "dist")
    assert not (tmp_path / "dist").exists()
