"""Measures the cold time of the full example beside pandoc's, which turns our own web page of it into Word.

Run it with `.venv/bin/python benchmarks/cold.py [RUNS]`. The two take turns, so that a busy moment hits both.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
ANSWERS = ROOT / "examples" / "molenkwartier" / "antwoorden.yaml"
RUNS = 20


def seconds(command: list[str]) -> float:
    """Return how long a new process takes."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def row(name: str, times: list[float]) -> str:
    """Return a line of the table, in milliseconds."""
    middle, least, most = (round(1000 * value) for value in (statistics.median(times), min(times), max(times)))
    return f"{name:<32}{middle:>8}{least:>8}{most:>8}"


def commands(folder: Path) -> dict[str, list[str]]:
    """Return what is measured, by name; pandoc only where it is installed."""
    wijkplan = [sys.executable, "-m", "generator", "genereer", str(ANSWERS)]
    page = folder / "plan.html"
    subprocess.run([*wijkplan, "--formaat", "html", "-o", str(page)], check=True, stdout=subprocess.DEVNULL)
    found = {"wijkplan: answers to Word": [*wijkplan, "-o", str(folder / "plan.docx")]}
    if shutil.which("pandoc"):
        found["pandoc: our web page to Word"] = ["pandoc", str(page), "-o", str(folder / "pandoc.docx")]
    else:
        print("pandoc is not installed; with it the table has a second line: apt-get install pandoc")
    return found


def main() -> None:
    """Measure in turns and print the table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    with tempfile.TemporaryDirectory() as folder:
        measured = commands(Path(folder))
        times: dict[str, list[float]] = {name: [] for name in measured}
        for turn in range(runs + 1):
            for name, command in measured.items():
                taken = seconds(command)
                if turn:  # the first turn fills the caches of the disk
                    times[name].append(taken)
    print(f"{f'{runs} runs each, in turns, ms':<32}{'median':>8}{'min':>8}{'max':>8}")
    print("\n".join(row(name, taken) for name, taken in times.items()))


if __name__ == "__main__":
    main()
