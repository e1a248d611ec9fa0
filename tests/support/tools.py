"""The programs that only some tests need: what each is called, whether it is there, and how a test runs it.

A test names what it needs with a mark of the same name, and sees nothing else: see `tests/support/marks.py`.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).parent.parent.parent
VALIDATOR = Path(__file__).with_name("validator.mjs")
FONT = "Liberation Sans"
"""The font that stands in for Arial where the pages of a plan are counted."""

PROGRAMS = {
    "office": ("soffice", "libreoffice"),
    "chromium": ("chromium",),
    "sdk": ("node",),
    "editor": ("node",),
    "poppler": ("pdfinfo", "pdftotext", "pdftoppm"),
    "fonts": ("fc-list",),
}
"""The programs of each tool, by the mark that a test needs to see them."""
PACKAGES = {"chromium": "axe-core", "sdk": "@ooxml-tools/validate", "editor": "yaml-language-server"}
"""The npm package of a tool that has one."""
_WHOLE_PATH = os.environ.get("PATH", "")
_FOLDERS = tempfile.TemporaryDirectory(prefix="wijkplan-tests-")


def lacking(tool: str) -> str:
    """Return what is not installed of a tool, or nothing; as PATH stood before any test."""
    absent = [program for program in PROGRAMS[tool][:1] if shutil.which(program, path=_WHOLE_PATH) is None]
    if absent:
        return absent[0]
    if tool in PACKAGES and not (_packages() / "node_modules" / PACKAGES[tool]).is_dir():
        return f"the npm package {PACKAGES[tool]}"
    return f"the font {FONT}" if tool == "fonts" and FONT not in _fonts() else ""


def path_with(tools: Iterable[str]) -> str:
    """Return a PATH on which no tool can be found but these."""
    seen = {program for tool in tools for program in PROGRAMS[tool]}
    return _path_without(frozenset(program for programs in PROGRAMS.values() for program in programs) - seen)


@cache
def _path_without(hidden: frozenset[str]) -> str:
    """Return PATH, with a folder of links in place of each folder that holds one of these programs."""
    found = []
    for place in map(Path, _WHOLE_PATH.split(os.pathsep)):
        if any(shutil.which(program, path=str(place)) for program in hidden):
            if sys.platform == "win32":  # there a program has a folder of its own
                continue
            found.append(Path(tempfile.mkdtemp(dir=_FOLDERS.name)))
            for program in place.iterdir():
                if program.stem not in hidden:
                    (found[-1] / program.name).symlink_to(program)
        else:
            found.append(place)
    return os.pathsep.join(map(str, found))


@cache
def _fonts() -> str:
    program = shutil.which("fc-list", path=_WHOLE_PATH)
    assert program
    return subprocess.run([program], capture_output=True, check=True, encoding="utf-8").stdout


def _packages() -> Path:
    """Return the folder in which the npm packages are."""
    return Path(os.environ.get("WIJKPLAN_VALIDATOR", ROOT / ".ci"))


def _program(name: str) -> str:
    found = shutil.which(name)
    marks = " or ".join(f"@pytest.mark.{tool}" for tool, names in PROGRAMS.items() if name in names)
    assert found, f"a test that needs {name} says so: {marks}"
    return found


def office() -> Path:
    """Return the program LibreOffice."""
    return Path(_program("soffice"))


def chromium() -> Path:
    """Return the browser."""
    return Path(_program("chromium"))


def axe() -> str:
    """Return the script with which a page looks at its own accessibility."""
    return (_packages() / "node_modules" / PACKAGES["chromium"] / "axe.min.js").read_text(encoding="utf-8")


def validate(paths: list[Path]) -> dict[Path, list[dict[str, Any]]]:
    """Return the errors that the Open XML SDK finds in each document."""
    names = [str(path) for path in paths]
    command = [_program("node"), str(VALIDATOR), str(_packages()), *names]
    run = subprocess.run(command, capture_output=True, check=True, timeout=300, encoding="utf-8")
    found = json.loads(run.stdout)
    return {path: found[str(path)] for path in paths}


def language_server() -> list[str]:
    """Return the command that starts the language server that editors use for YAML."""
    server = _packages() / "node_modules" / PACKAGES["editor"] / "bin" / "yaml-language-server"
    return [_program("node"), str(server), "--stdio"]


def to_pdf(document: Path, folder: Path) -> Path:
    """Return the PDF that LibreOffice makes of a document."""
    return _converted(document, folder, "pdf")


def saved_by_office(document: Path, folder: Path) -> bytes:
    """Return a Word document as LibreOffice saves it; `folder` is another one than that of the document."""
    return _converted(document, folder, "docx").read_bytes()


def _converted(document: Path, folder: Path, form: str) -> Path:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(office()), profile, "--headless", "--convert-to", form, "--outdir", str(folder), str(document)]
    subprocess.run(command, capture_output=True, check=True, timeout=180)
    target = folder / f"{document.stem}.{form}"
    assert target.exists(), f"LibreOffice made no {form}"
    return target


def page_count(pdf: Path) -> int:
    """Return the number of pages of a PDF."""
    shown = subprocess.run([_program("pdfinfo"), str(pdf)], capture_output=True, check=True, encoding="utf-8").stdout
    return next(int(line.split()[1]) for line in shown.splitlines() if line.startswith("Pages:"))


def pdf_text(pdf: Path) -> str:
    """Return the text of a PDF."""
    command = [_program("pdftotext"), "-layout", str(pdf), "-"]
    return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
