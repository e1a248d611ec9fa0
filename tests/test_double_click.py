"""When `wijkplan` alone opens the form: after a double click in Windows, and never for who types or for a task."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from generator.cli import double_click
from tests.support.cli import run

if TYPE_CHECKING:
    from pathlib import Path

PYTHON, STARTER = r"C:\Users\Jo\AppData\Roaming\uv\python.exe", r"C:\Users\Jo\.local\bin\wijkplan.exe"


@pytest.mark.parametrize(
    ("programs", "is_ours"),
    [
        ([STARTER, PYTHON, PYTHON], True),
        ([PYTHON], True),
        ([r"C:\Python312\python3.12.exe", STARTER.upper()], True),
        ([PYTHON, STARTER, r"C:\Windows\System32\cmd.exe"], False),
        ([PYTHON, STARTER, r"C:\Program Files\PowerShell\7\pwsh.exe"], False),
        ([PYTHON, STARTER, "4711"], False),
        ([], False),
    ],
)
def test_a_window_is_our_own_when_nothing_else_is_at_it(programs: list[str], is_ours: bool) -> None:
    """A shell at the window belongs to somebody who types; a task has no window."""
    assert double_click.are_all_ours(programs) is is_ours


@pytest.mark.skipif(sys.platform == "win32", reason="on Windows it depends on the window that the tests have")
def test_without_a_window_wijkplan_alone_prints_the_help(tmp_path: Path) -> None:
    """As it does in a script: no browser opens, and the exit code says that a command is missing."""
    assert not double_click.was_double_clicked()
    assert "wijkplan formulier" not in run(cwd=tmp_path, code=2).partition("Opdrachten")[0]


def test_plans_of_who_names_no_folder_are_among_the_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a folder of their own, that is made."""
    for name in ("XDG_DOCUMENTS_DIR", "HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    folder = double_click.usual_folder()
    assert folder.is_dir()
    assert folder.name == "wijkplan"
