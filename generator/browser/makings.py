"""Documents that are being made while a page waits: each in a thread of its own, of each plan one at a time."""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
import sys
import threading
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, get_args

from generator.browser.background_work import BackgroundWork
from generator.pipeline import Stage, generate
from generator.saving import NotReplacedError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.documents import Output
    from generator.pipeline import Made
    from generator.workshop import Workshop

STAGES: tuple[Stage, ...] = get_args(Stage)
_MOST = 50
"""So many are remembered."""
_TOKEN = 8


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked."""

    answers: Path
    output: Output
    target: Path | None = None
    """Where it goes, without its ending; beside the answers under its usual name when None."""
    forceer: bool = False
    """Whether a document that somebody worked in gives way; it is kept as `.bak`."""
    opmerkingen: bool = True
    schoon: bool = False


@dataclass
class Making(BackgroundWork):
    """A document that is being made, or was."""

    id: str
    order: Order
    stage: Stage = STAGES[0]
    made: Made | None = None
    stands_in_way: bool = False
    """Whether it was not made because somebody's document stands at its place."""

    @property
    def step(self) -> int:
        """How many stages were done."""
        return STAGES.index(self.stage) if self.is_busy else len(STAGES)

    @property
    def files(self) -> tuple[Path, ...]:
        """What was written."""
        return tuple(saved.target for saved in self.made.saved) if self.made else ()


class Makings:
    """All documents that were asked of one form."""

    def __init__(self, workshop: Workshop) -> None:
        """Start with none."""
        self._workshop = workshop
        self._known: dict[str, Making] = {}
        self._lock = threading.Lock()

    def start(self, order: Order) -> Making:
        """Begin to make a document; where one of the same answers is being made, that one is returned."""
        with self._lock:
            for known in self._known.values():
                if known.is_busy and known.order.answers == order.answers:
                    return known
            making = Making(secrets.token_hex(_TOKEN), order)
            self._known[making.id] = making
            for old in [known for known in self._known.values() if not known.is_busy][:-_MOST]:
                del self._known[old.id]
        making.begin(partial(self._make, making), f"wijkplan-{making.id}")
        return making

    def find(self, number: str) -> Making | None:
        """Return what was asked earlier."""
        return self._known.get(number)

    def _make(self, making: Making) -> None:
        order = making.order

        def began(stage: Stage) -> None:
            making.stage = stage

        try:
            making.made = generate(
                order.answers,
                order.target,
                order.output,
                forceer=order.forceer,
                opmerkingen=order.opmerkingen,
                schoon=order.schoon,
                workshop=self._workshop,
                began=began,
            )
        except NotReplacedError:
            making.stands_in_way = True
            raise


def free_name(order: Order, kind: str) -> Path:
    """Return a name beside the answers that no document has yet, without an ending."""
    names = (order.answers.with_name(f"{kind}-{number}") for number in range(2, 10_000))
    return next(name for name in names if not any(_as(name, form).exists() for form in order.output.formaten))


def _as(name: Path, form: str) -> Path:
    return name.with_name(f"{name.name}.{form}")


def opener() -> Callable[[Path], None] | None:
    """Return what opens a file with the program of the user; None where there is nothing that does."""
    if sys.platform == "win32":
        return os.startfile  # type: ignore[no-any-return, unused-ignore]  # only on Windows is it known
    command = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    if command is None:
        return None

    def open_file(file: Path) -> None:
        threading.Thread(target=_run_quietly, args=(command, str(file)), daemon=True).start()

    return open_file


def _run_quietly(*command: str) -> None:
    """Run a program to its end, which may be that of the window that it opens."""
    quiet = subprocess.DEVNULL
    subprocess.run(command, stdin=quiet, stdout=quiet, stderr=quiet, check=False)  # noqa: S603 - on a file of ours
