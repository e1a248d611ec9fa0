"""Who does much work side by side, through the standard interface of `concurrent.futures`.

These are processes on this computer, or those of a Dask cluster that is there already.

A process of ours leaves Ctrl-C to the process that started it, ends with it, and takes along what it started itself.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import signal
import sys
import time
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from multiprocessing.connection import wait
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread, Timer
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from generator.problems import ProblemsError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.process import BaseProcess
    from types import FrameType

_P = ParamSpec("_P")
_T = TypeVar("_T")

_MOST_ON_WINDOWS = 61
"""Windows cannot wait for more processes than this."""
_NEW_OBJECTS = 100_000
"""As on the command line: plans make many objects and drop few."""
_GRACE = 5
"""Seconds in which a process ends in order."""
_TERMINATED = 143
_ANSWER = 10
"""Seconds in which a cluster answers."""


def _end_processes(executor: Executor, now: bool) -> None:
    if now:
        for process in multiprocessing.active_children():
            process.terminate()
    with _ended_for_certain():
        executor.shutdown(wait=True, cancel_futures=now)


@contextmanager
def _ended_for_certain() -> Iterator[None]:
    """Kill processes that do not end: one that was killed may have taken along the key to what another waits for."""
    timer = Timer(_GRACE, _kill, [multiprocessing.active_children()])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _kill(processes: list[BaseProcess]) -> None:
    for process in processes:
        process.kill()


@dataclass(slots=True)
class Crew:
    """Who does the work: an executor, and a new one after a process of it was killed."""

    start: Callable[[], Executor]
    tasks: int
    """So many can be at work at once."""
    end: Callable[[Executor, bool], None] = _end_processes
    """Ends an executor: when all work is done, or, if that is asked, at once."""
    by_file: bool = False
    """Whether results come in a file: half of one may stay in a pipe when a process is killed, and be waited for."""
    _executor: Executor | None = field(default=None, init=False)
    _scratch: TemporaryDirectory[str] | None = field(default=None, init=False)
    _numbers: Iterator[int] = field(default_factory=count, init=False)

    def submit(self, function: Callable[_P, _T], /, *args: _P.args, **kwargs: _P.kwargs) -> Future[_T]:
        """Let somebody call a function.

        Raises:
            BrokenExecutor: Nobody is left; after `replace_broken` there is.
        """
        if self._executor is None:
            self._executor = self.start()
        if not self.by_file:
            return self._executor.submit(function, *args, **kwargs)
        if self._scratch is None:
            self._scratch = TemporaryDirectory(prefix="wijkplan-", ignore_cleanup_errors=True)
        place = Path(self._scratch.name) / str(next(self._numbers))
        found: Future[_T] = Future()
        with _interrupts_held():
            written = self._executor.submit(_write_result, place, partial(function, *args, **kwargs))
        written.add_done_callback(partial(_read_result, place, found))
        return found

    def replace_broken(self) -> None:
        """Leave those at work after one of them was killed; others begin at the next order."""
        self._let_go()

    def change_shift(self) -> None:
        """Let others go on with the next order; those at work have nothing left to do."""
        self._let_go()

    def _let_go(self) -> None:
        if self._executor is not None:
            with _ended_for_certain() if self.by_file else nullcontext():
                self._executor.shutdown(wait=True)
        self._executor = None

    def stop(self, *, now: bool) -> None:
        """End: when all work is done, or at once."""
        if self._executor is not None:
            self.end(self._executor, now)
            self._executor = None
        if self._scratch is not None:
            self._scratch.cleanup()
            self._scratch = None


def processes(tasks: int | None = None) -> Crew:
    """Return a crew of processes on this computer.

    Args:
        tasks: How many; one for each core when None.
    """
    number = tasks or cores()
    if sys.platform == "win32":
        number = min(number, _MOST_ON_WINDOWS)
    context = multiprocessing.get_context("spawn")  # the same on every system, and safe beside threads
    return Crew(lambda: ProcessPoolExecutor(number, mp_context=context, initializer=_begin), number, by_file=True)


def on_dask(address: str) -> Crew:
    """Return a crew of the workers of a Dask cluster; these reach the same files under the same names.

    Args:
        address: Where its scheduler listens, such as `tcp://10.0.0.5:8786`.

    Raises:
        ProblemsError: Dask is not installed, or no cluster answers.
    """
    try:
        from distributed import Client
    except ImportError as error:
        remedy = "Installeer het met: pip install wijkplan[dask]."
        raise ProblemsError.about(address, "Dask staat niet op deze computer.", remedy) from error
    try:
        client = Client(address, timeout=_ANSWER, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        melding = "Op dit adres antwoordt geen Dask-cluster."
        raise ProblemsError.about(address, melding, "Controleer het adres, en of het cluster aanstaat.") from error

    def end(executor: Executor, now: bool) -> None:
        executor.shutdown(wait=not now)
        client.close()

    return Crew(lambda: client.get_executor(pure=False), max(1, sum(client.nthreads().values())), end)


def cores() -> int:
    """Return how many cores this process may use."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def _write_result(place: Path, work: Callable[[], object]) -> None:
    place.write_bytes(pickle.dumps(work()))


def _read_result(place: Path, found: Future[_T], written: Future[None]) -> None:
    """Give what a process left in a file to who waits for it."""
    if written.cancelled():
        found.set_exception(BrokenExecutor())
    elif error := written.exception():
        found.set_exception(error)
    else:
        try:
            found.set_result(pickle.loads(place.read_bytes()))  # noqa: S301 - our own process wrote it a moment ago
            place.unlink()
        except OSError as absent:
            found.set_exception(absent)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Let processes that start here not hear Ctrl-C, also not before `_begin`; Windows has no such thing."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    """Make a process ready for its work."""
    gc.set_threshold(_NEW_OBJECTS)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _end)
    Thread(target=_end_with_parent, daemon=True).start()


def _end(_number: int, _frame: FrameType | None) -> None:
    """End in order, so that LibreOffice ends too."""
    sys.exit(_TERMINATED)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(_GRACE)
        os._exit(_TERMINATED)
