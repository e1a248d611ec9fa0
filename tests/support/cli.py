"""Runs the command line as a user does: another process, its exit code and what it says."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def run(*words: str | Path, cwd: Path, code: int = 0) -> str:
    """Run `wijkplan`, hold its exit code against `code`, and return everything that it said."""
    found = subprocess.run(
        [sys.executable, "-m", "generator", *map(str, words)],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        timeout=120,
        check=False,
    )
    said = found.stdout + found.stderr
    assert "Traceback" not in said
    assert "wijkplan zelf" not in said, said
    assert found.returncode == code, said
    return said
