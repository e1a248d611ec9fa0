"""What takes long says so on a terminal, and leaves nothing behind."""

from __future__ import annotations

import io
import time

import pytest

from generator.cli.progress import working


class Terminal(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        """Tell that it is one."""
        return True


def test_what_takes_long_says_so_and_wipes_it_out() -> None:
    """The line tells what is done, and ends with blanks over it."""
    terminal = Terminal()
    with working("Het plan wordt gemaakt", terminal, 0.02):
        while "plan" not in terminal.getvalue():
            time.sleep(0.01)
    said = terminal.getvalue()
    assert said.startswith("\rHet plan wordt gemaakt (1 s)…")
    assert said.endswith(" \r")
    assert said.rsplit("…", 1)[1].strip(" \r") == ""


def test_what_is_done_at_once_says_nothing() -> None:
    """Nothing is written before the patience is over."""
    terminal = Terminal()
    with working("Het plan wordt gemaakt", terminal, 60):
        pass
    assert terminal.getvalue() == ""


def test_no_terminal_is_told_nothing() -> None:
    """A file or a pipe gets no progress."""
    stream = io.StringIO()
    with working("Het plan wordt gemaakt", stream, 0.001):
        time.sleep(0.02)
    assert stream.getvalue() == ""


def test_a_fault_ends_it_too() -> None:
    """The line goes before the fault is told."""
    terminal = Terminal()

    def fail() -> None:
        with working("Het plan wordt gemaakt", terminal, 0.01):
            time.sleep(0.03)
            raise ValueError("stuk")

    with pytest.raises(ValueError, match="stuk"):
        fail()
    assert terminal.getvalue().endswith("\r")
