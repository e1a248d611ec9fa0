"""The command line: one module a command, Dutch words, and an exit code for every ending.

0: done. 1: something in the user's input is wrong. 2: the command itself was not understood. 130: stopped by Ctrl-C;
143 or 129: ended from outside.
"""

from __future__ import annotations

import _thread
import errno
import gc
import os
import sys
import threading

import click

from generator import __version__
from generator.cli import ending
from generator.cli.aanvullen import aanvullen
from generator.cli.click_words import dutch_click
from generator.cli.controleer import controleer
from generator.cli.double_click import usual_folder, was_double_clicked
from generator.cli.dutch_command import DutchGroup, explain, help_option
from generator.cli.formulier import formulier
from generator.cli.genereer import genereer
from generator.cli.herstel import herstel
from generator.cli.huisstijl import huisstijl
from generator.cli.kader import kader
from generator.cli.messages import say_problems, wants_colour
from generator.cli.neem_over import neem_over
from generator.cli.nieuw import nieuw, schema
from generator.cli.overzicht import overzicht
from generator.cli.reacties import reacties
from generator.cli.toegankelijk import toegankelijk
from generator.cli.toon import toon
from generator.cli.vergelijk import vergelijk
from generator.cli.voeg_toe import voeg_toe
from generator.cli.vraag import vraag
from generator.cli.werk_bij import werk_bij
from generator.problems import ProblemsError

_INPUT, _USAGE = 1, 2
_MOMENT = 0.01
"""Seconds after which Ctrl-C is raised again: raised here at once it would be ignored once more."""
_NEW_OBJECTS = 100_000
"""A plan makes many objects and drops few: with Python's own 700 a tenth of a run goes to looking for dropped ones."""


@click.group(cls=DutchGroup)
@click.version_option(
    __version__,
    "--versie",
    "--version",
    prog_name="wijkplan",
    message="%(prog)s %(version)s",
    help="Laat het versienummer zien.",
)
@help_option
def wijkplan() -> None:
    r"""Maak een plan van aanpak tegen ondermijning in een wijk, in Word.

    Je vult een bestand met antwoorden in. wijkplan legt ze naast het kader en schrijft het plan.

    \b
    Zo begin je:
      wijkplan nieuw mijn-wijk --gemeente Elzenbeek --wijk Molenkwartier
      wijkplan controleer mijn-wijk
      wijkplan genereer mijn-wijk
    """


for command in (
    nieuw,
    formulier,
    vraag,
    voeg_toe,
    kader,
    schema,
    controleer,
    herstel,
    genereer,
    overzicht,
    neem_over,
    werk_bij,
    reacties,
    vergelijk,
    toon,
    huisstijl,
    toegankelijk,
    aanvullen,
):
    wijkplan.add_command(command)


def main() -> None:
    """Run the command line and end the process with the right exit code."""
    gc.set_threshold(_NEW_OBJECTS)
    sys.unraisablehook = keep_interrupt
    ending.listen()
    _use_utf8()
    in_own_window = not sys.argv[1:] and was_double_clicked()
    with dutch_click():
        code = _run(in_own_window=in_own_window)
    if in_own_window and code:
        input("Druk op Enter om dit venster te sluiten. ")  # else nobody could read what is wrong
    gc.freeze()  # the process ends: looking through all that it made, for what it dropped, is a tenth of a run
    sys.exit(code)


def keep_interrupt(told: sys.UnraisableHookArgs) -> None:
    """Let Ctrl-C stop the program also where Python itself was at work, such as at an import, and would ignore it."""
    if told.exc_type is KeyboardInterrupt:
        threading.Timer(_MOMENT, _thread.interrupt_main).start()
    else:
        sys.__unraisablehook__(told)


def _run(*, in_own_window: bool) -> int:
    """Run a command and return its exit code; who has a window but types nothing gets the form."""
    try:
        words = ["formulier", str(usual_folder())] if in_own_window else None
        result = wijkplan.main(words, prog_name="wijkplan", standalone_mode=False, color=wants_colour())
    except ProblemsError as error:
        say_problems(error.problems)
        return _INPUT
    except click.exceptions.Exit as asked:
        return asked.exit_code
    except (KeyboardInterrupt, click.Abort):
        return ending.stopped()
    except click.ClickException as error:
        click.echo(explain(error), err=True)
        return _USAGE
    except BrokenPipeError:
        return ending.closed_early()
    except Exception as error:  # a traceback helps no adviser; the engineer asks for it
        if os.environ.get("WIJKPLAN_DEBUG"):
            raise
        is_full = isinstance(error, OSError) and error.errno == errno.ENOSPC
        return ending.full_disk() if is_full else ending.failed(error, wijkplan.commands)
    return result if isinstance(result, int) else 0


def _use_utf8() -> None:
    """Write UTF-8, also to a Windows console or pipe with another code page."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
