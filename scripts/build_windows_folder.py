"""Builds a folder with which `wijkplan` runs on Windows without Python, rights or internet, and a zip of it.

    python -m scripts.build_windows_folder python-3.12.10-embed-amd64.zip dist

The zip is the embeddable package for 64-bit Windows of python.org; the version of Python is read from what is in it.
The packages come as wheels for Windows, in the versions of the lock.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
NAME = "wijkplan-windows"
PLANS = "plannen"
"""The folder beside the program in which the form begins."""
_TRACES = ("direct_url.json", "uv_cache.json")
"""What an installer notes about the machine on which the folder was built."""
_START = rf"""@echo off
rem Dubbelklikken opent het formulier. Met een opdracht erachter doet het die opdracht.
if not "%~1"=="" goto opdracht
"%~dp0python\python.exe" -X utf8 -m generator formulier "%~dp0{PLANS}"
if errorlevel 1 pause
goto :eof
:opdracht
"%~dp0python\python.exe" -X utf8 -m generator %*
"""
_READ_ME = f"""Dubbelklik op wijkplan (of wijkplan.cmd). Je browser opent met het formulier.
Het zwarte venster hoort erbij: laat het open zolang je werkt.

Je plannen staan in de map {PLANS}. Krijg je een nieuwe versie van wijkplan?
Zet je map {PLANS} dan in de nieuwe map.

Er wordt niets op je computer ingesteld en er gaat niets naar internet.
"""


class EmbeddableError(Exception):
    """The zip is not an embeddable package of a Python that wijkplan runs on."""


def python_version(embeddable: zipfile.ZipFile) -> str:
    """Return the version of Python in an embeddable package, such as `3.12`."""
    found = [match for name in embeddable.namelist() if (match := re.fullmatch(r"python3(\d+)\._pth", name))]
    if not found:
        raise EmbeddableError("This is no embeddable package: python3xx._pth is not in it.")
    if int(found[0][1]) < 11:
        raise EmbeddableError(f"wijkplan needs Python 3.11 or newer; this is 3.{found[0][1]}.")
    return f"3.{found[0][1]}"


def build(embeddable: Path, target: Path) -> Path:
    """Build the folder and its zip in `target`, and return the folder, which must not be there yet."""
    folder = target / NAME
    python = folder / "python"
    with zipfile.ZipFile(embeddable) as package:
        version = python_version(package)
        python.mkdir(parents=True)
        package.extractall(python)
    (settings,) = python.glob("python3*._pth")
    settings.write_text(f"{settings.stem}.zip\n.\nLib\\site-packages\n", encoding="ascii", newline="\r\n")
    _install(version, python / "Lib" / "site-packages")
    (folder / PLANS).mkdir()
    (folder / "wijkplan.cmd").write_text(_START, encoding="ascii", newline="\r\n")
    (folder / "LEESMIJ.txt").write_text(_READ_ME, encoding="ascii", newline="\r\n")
    shutil.make_archive(str(folder), "zip", target, NAME)
    return folder


def _install(version: str, packages: Path) -> None:
    """Put `wijkplan` and all that it needs on a Windows with this Python in a folder of packages."""
    with tempfile.TemporaryDirectory() as built:
        making = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", built, str(ROOT)]
        subprocess.run(making, check=True, stdout=subprocess.DEVNULL)
        (wheel,) = Path(built).glob("*.whl")
        target = ["--target", str(packages), "--python-platform", "x86_64-pc-windows-msvc", "--python-version", version]
        pinned = ["--only-binary", ":all:", "--constraint", str(ROOT / "requirements" / "lock.txt")]
        installing = [sys.executable, "-m", "uv", "pip", "install", "--quiet", "--python", sys.executable]
        subprocess.run([*installing, *target, *pinned, str(wheel)], check=True)
    shutil.rmtree(packages / "bin", ignore_errors=True)  # programs that start a Python of another machine
    for trace in _TRACES:
        for file in packages.glob(f"*.dist-info/{trace}"):
            file.unlink()


if __name__ == "__main__":
    try:
        print(build(Path(sys.argv[1]), Path(sys.argv[2])))
    except EmbeddableError as refusal:
        sys.exit(str(refusal))
