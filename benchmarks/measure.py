"""Measures in turns: one of each, and again, so that a busy moment of the machine hits all alike.

What counts is processor time. A ratio is taken turn by turn, and its median kept.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

_MEGABYTE = 1024**2 if sys.platform == "darwin" else 1024
"""What the system counts the memory of a process in: bytes on a Mac, kilobytes elsewhere."""


@dataclass
class Row:
    """What one contestant took, turn by turn."""

    cpu: list[float] = field(default_factory=list)
    """In seconds of processor time."""
    wall: list[float] = field(default_factory=list)
    """In seconds on the clock."""
    memory: float = 0
    """The most that a process of it had in memory, in megabytes."""

    def ratio(self, other: Row) -> float:
        """Return how many times the processor time of another this one took: the median over the turns."""
        return statistics.median(mine / its for mine, its in zip(self.cpu, other.cpu, strict=True))

    def __str__(self) -> str:
        """Return the cells of a table: processor time and clock in milliseconds, memory in megabytes."""
        cpu, wall = (round(1000 * statistics.median(times)) for times in (self.cpu, self.wall))
        return f"{cpu} | {wall} | {round(self.memory)}"


def processes(
    commands: Mapping[str, list[str]], turns: int, before: Callable[[], None], environment: Mapping[str, str]
) -> dict[str, Row]:
    """Run each command in a process of its own, in turns; the first turn fills the caches and does not count.

    Args:
        commands: By name.
        turns: How often each is measured.
        before: Is done before each command, outside the time.
        environment: Their environment variables.
    """
    rows = {name: Row() for name in commands}
    for turn in range(turns + 1):
        for name, command in commands.items():
            before()
            cpu, wall, memory = _process(command, environment)
            if turn:
                rows[name].cpu.append(cpu)
                rows[name].wall.append(wall)
                rows[name].memory = max(rows[name].memory, memory)
    return rows


def _process(command: list[str], environment: Mapping[str, str]) -> tuple[float, float, float]:
    start = time.perf_counter()
    started = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    _, status, used = os.wait4(started.pid, 0)
    started.returncode = os.waitstatus_to_exitcode(status)
    if started.returncode:
        raise subprocess.CalledProcessError(started.returncode, command)
    return used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss / _MEGABYTE


def in_process(makers: Mapping[str, Callable[[Path], None]], folder: Path, turns: int) -> dict[str, Row]:
    """Make documents in processes that stay, one for each maker, in turns; two warm it up and do not count.

    Args:
        makers: By name; each makes one document in the folder.
        folder: Where what they need lies, and where they write.
        turns: How often each is measured.
    """
    rows = {name: Row() for name in makers}
    rooms = {name: ProcessPoolExecutor(max_workers=1) for name in makers}
    for turn in range(turns + 2):
        for name, maker in makers.items():
            cpu, wall, memory = rooms[name].submit(_call, maker, folder).result()
            if turn > 1:
                rows[name].cpu.append(cpu)
                rows[name].wall.append(wall)
                rows[name].memory = memory
    for room in rooms.values():
        room.shutdown()
    return rows


def _call(maker: Callable[[Path], None], folder: Path) -> tuple[float, float, float]:
    import resource

    cpu, wall = time.process_time(), time.perf_counter()
    maker(folder)
    taken = time.process_time() - cpu, time.perf_counter() - wall
    return *taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MEGABYTE
