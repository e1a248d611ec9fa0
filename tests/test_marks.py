"""The marks of tests that need a tool: skipped whole, never halfway, and no tool for a test that does not name it."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING

import pytest

from tests.support.documents import ROOT
from tests.support.tools import PROGRAMS, path_with

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TOOLS = "tests.support.tools"
MARKED = """
import pytest
from pathlib import Path

@pytest.fixture
def begun():
    Path("begun").touch()

@pytest.mark.office
def test_with_libreoffice(begun):
    pass

def test_without(): pass
"""


def outcome(folder: Path, required: str) -> str:
    """Return the last line of a run of two tests, one of which needs LibreOffice, where that is absent."""
    (folder / "test_marked.py").write_text(MARKED, encoding="utf-8")
    (folder / "pytest.ini").write_text("[pytest]\nmarkers = office\n", encoding="utf-8")
    there = {**os.environ, "PYTHONPATH": str(ROOT), "PATH": path_with(()), "PYTEST_ADDOPTS": ""}
    there["WIJKPLAN_TOOLS_REQUIRED"] = required
    words = ["-p", "tests.support.marks", "-p", "no:cacheprovider", "-q", str(folder)]
    said = subprocess.run(
        [sys.executable, "-m", "pytest", *words],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        env=there,
        check=False,
    ).stdout
    return said.splitlines()[-1]


@pytest.mark.slow
@pytest.mark.parametrize(("required", "said"), [("0", "1 passed, 1 skipped"), ("1", "1 passed, 1 error")])
def test_a_test_without_its_tool_does_not_begin(required: str, said: str, tmp_path: Path) -> None:
    """It is skipped before its fixtures run, or a failure in the full run; the tests beside it run on."""
    assert outcome(tmp_path, required).startswith(said)
    assert not (tmp_path / "begun").exists()


def test_no_tool_is_seen_by_a_test_that_does_not_name_it() -> None:
    """Such a test would be red on a machine without the tool, so it is red on every machine."""
    assert [name for names in PROGRAMS.values() for name in names if shutil.which(name)] == []


@pytest.mark.poppler
def test_a_test_sees_the_tool_that_it_names() -> None:
    """One tool comes without the others."""
    assert shutil.which("pdfinfo")
    assert shutil.which("soffice") is None


def test_every_tool_has_a_mark_that_says_what_it_needs() -> None:
    """The marks stand in `pyproject.toml`, so that a mistyped one is refused."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    marks = [line.partition(":")[0] for line in settings["tool"]["pytest"]["ini_options"]["markers"]]
    assert {*marks} == {*PROGRAMS, "slow"}


def _called(function: ast.FunctionDef) -> set[str]:
    return {ast.unparse(item.func) for item in ast.walk(function) if isinstance(item, ast.Call)}


def _functions() -> Iterator[tuple[str, ast.FunctionDef, set[str]]]:
    """Give each function in the tests, with its place and what its module takes from `tests.support.tools`."""
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        items = [*ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
        taken = [item.names for item in items if isinstance(item, ast.ImportFrom) and item.module == TOOLS]
        tools = {name.name for names in taken for name in names}
        for item in items:
            if isinstance(item, ast.FunctionDef):
                yield f"{path.relative_to(ROOT)}:{item.lineno}", item, tools


def test_a_test_that_runs_a_tool_names_it() -> None:
    """What the run itself shows where the tools are, the text of a test shows everywhere."""
    needs = {"validate": "sdk", "to_pdf": "office", "office": "office", "page_count": "poppler", "pdf_text": "poppler"}
    found = []
    for place, function, tools in _functions():
        marks = {ast.unparse(decorator).removeprefix("pytest.mark.") for decorator in function.decorator_list}
        missing = {needs[name] for name in _called(function) & tools & needs.keys()} - marks
        found += [f"{place}: {mark}" for mark in missing if function.name.startswith("test_")]
    assert found == []


def _skips_halfway(function: ast.FunctionDef) -> bool:
    if any("fixture" in ast.unparse(decorator) for decorator in function.decorator_list):
        return False
    return bool(_called(function) & {"pytest.skip", "pytest.importorskip", "pytest.xfail"})


def test_no_test_skips_halfway() -> None:
    """A reason to skip stands above a test or in a fixture, so that what a test asserts is asserted everywhere."""
    assert [place for place, function, _ in _functions() if _skips_halfway(function)] == []
