"""Runs the command line as a user does: another process, its exit code and what it says."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def run(*words: str | Path, cwd: Path, code: int = 0, **variables: str) -> str:
    """Run `wijkplan`, hold its exit code against `code`, and return everything that it said.

    Args:
        words: What is typed after the name of the program.
        cwd: The folder to stand in.
        code: The exit code.
        variables: Variables of the environment.
    """
    found = subprocess.run(
        [sys.executable, "-m", "generator", *map(str, words)],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        env={**_outside_a_window(), "PYTHONUTF8": "1", **variables},
        stdin=subprocess.DEVNULL,
        timeout=120,
        check=False,
    )
    said = found.stdout + found.stderr
    assert "Traceback" not in said
    assert "wijkplan zelf" not in said, said
    assert found.returncode == code, said
    return said


def _outside_a_window() -> dict[str, str]:
    """Return the environment without what the window of the tests says: a worker of pytest has a width of its own."""
    return {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "NO_COLOR"}}


def run_in_window(*words: str | Path, cwd: Path, columns: int, **variables: str) -> str:
    """Run `wijkplan` in a window of so many columns, and return what shows there, colours included.

    Args:
        words: What is typed after the name of the program.
        cwd: The folder to stand in.
        columns: The width of the window.
        variables: Variables of the environment.
    """
    import fcntl
    import pty
    import struct
    import termios

    ours, window = pty.openpty()
    fcntl.ioctl(window, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", *map(str, words)],
        cwd=cwd,
        stdin=window,
        stdout=window,
        stderr=window,
        env={**_outside_a_window(), "TERM": "xterm", **variables},
    )
    os.close(window)
    said = b""
    try:
        while piece := os.read(ours, 65536):
            said += piece
    except OSError:  # the other side of a window that was closed
        pass
    finally:
        os.close(ours)
        process.wait(timeout=120)
    return said.decode("utf-8").replace("\r\n", "\n")


def what_stays(shown: str) -> str:
    """Return what a window still shows at the end, without what was written over, such as how far the program was."""
    return re.sub(r"[^\r\n]*\r", "", shown)
