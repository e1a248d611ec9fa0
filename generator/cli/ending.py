"""How a run ends before its end: stopped from outside, with an error of the program itself, or with nobody reading.

What it says then is true: what was written by that time is named. Of an error of the program itself a report is made
that one may send: it says where in the program it was, and nothing of what is in a file.
"""

from __future__ import annotations

import os
import platform
import signal
import sys
import tempfile
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import __version__
from generator.resources import is_there
from generator.saving import written

if TYPE_CHECKING:
    from collections.abc import Container
    from types import FrameType

_INPUT = 1
_SIGNALS = ("SIGTERM", "SIGHUP")
"""What ends a program when a computer shuts down, or the window in which it runs is closed."""
_PROGRAM = Path(__file__).resolve().parent.parent
_REPORT = "wijkplan-verslag"
_MOST_REPORTS = 100
_told = [int(signal.SIGINT)]
"""The last signal that stopped the program."""


def listen() -> None:
    """Let the program clean up when it is ended from outside, as at Ctrl-C; who asked to ignore that goes on."""
    for name in _SIGNALS:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, _stop)


def _stop(number: int, _frame: FrameType | None) -> None:
    _told.append(number)
    raise KeyboardInterrupt


def stopped() -> int:
    """Say that the program was stopped, and what it had written; return the exit code."""
    _say(f"Gestopt. {_what_was_done()}")
    return 128 + _told[-1]


def failed(error: Exception, commands: Container[str]) -> int:
    """Say that something is wrong in the program itself, about which files it was, and where the report is.

    Args:
        error: The error.
        commands: The names of the commands: nothing else that was typed stands in the report but names of options.
    """
    _say(f"Er ging iets mis in wijkplan zelf: {type(error).__name__}: {error}")
    if files := [word for word in sys.argv[2:] if not word.startswith("-") and is_there(Path(word))]:
        _say(f"Het ging om: {', '.join(files)}.")
    _say(_what_was_done())
    _say(reported(error, commands))
    return _INPUT


def reported(error: Exception, commands: Container[str]) -> str:
    """Write a report of an error of the program itself, and return what to do with it."""
    report = _write(report_of(error, commands))
    if report is None:
        return "Meld dit bij je beheerder, met de opdracht die je gaf."
    return f"Stuur het verslag aan je beheerder: {report}. Je antwoorden staan er niet in."


def full_disk() -> int:
    """Say that there was no room for what the program had to say."""
    _say(f"De schijf is vol: wijkplan kon niet alles melden. {_what_was_done()}")
    return _INPUT


def closed_early() -> int:
    """End quietly when the reader of our output, such as `head`, has seen enough."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, sys.stdout.fileno())
    return 0


def report_of(error: Exception, commands: Container[str] = ()) -> str:
    """Return what may be sent of an error: kinds of errors, places in the program, versions; no words of any file."""
    command = [word for word in sys.argv[1:2] if word in commands]
    options = [word.partition("=")[0] for word in sys.argv[2:] if word.startswith("-")]
    lines = [
        f"wijkplan {__version__}, Python {platform.python_version()}, {platform.system()} {platform.machine()}",
        f"opdracht: {' '.join([*command, *options])}",
    ]
    chain: BaseException | None = error
    while chain is not None:
        lines.append(type(chain).__name__)
        lines += [f"  {_place(frame)}" for frame in traceback.extract_tb(chain.__traceback__)]
        chain = chain.__cause__ or chain.__context__
    return "\n".join(lines) + "\n"


def _place(frame: traceback.FrameSummary) -> str:
    """Return where a step was, without the folders of this computer."""
    path = Path(frame.filename)
    inside = path.relative_to(_PROGRAM.parent) if path.is_relative_to(_PROGRAM.parent) else Path(*path.parts[-2:])
    return f"{path.name if path.suffix == '.j2' else inside.as_posix()}:{frame.lineno} {frame.name}"


def _write(report: str) -> Path | None:
    """Write a report where the user stands, else among the temporary files; None where neither is possible."""
    for folder in (Path(), Path(tempfile.gettempdir())):
        for number in range(1, _MOST_REPORTS):
            place = folder / f"{_REPORT}-{number}.txt"
            try:
                with place.open("x", encoding="utf-8") as stream:
                    stream.write(report)
            except FileExistsError:
                continue
            except OSError:
                break
            return place
    return None


def _what_was_done() -> str:
    done = written()
    return f"Dit was al geschreven: {', '.join(map(str, done))}." if done else "Er is niets veranderd."


def _say(sentence: str) -> None:
    """Write to the error stream; where even that is gone there is nobody to tell."""
    try:
        click.echo(sentence, err=True)
    except OSError:
        return
