"""How long a whole country takes, and how much memory: `python -m benchmarks.district 3420`.

Writes a region of that many neighbourhoods, made of the examples, in which one in fifty is broken; makes all plans, two
at a time; and looks whether each is there, sound for who cannot see it, and, for a sample, right for the validator.
"""

from __future__ import annotations

import os
import platform
import shutil
import sys
import tempfile
import time
from datetime import UTC, datetime
from multiprocessing import active_children
from pathlib import Path

from generator.accessibility import check_package
from generator.batch import Order, make_many
from generator.cli.region import Region
from generator.crew import processes
from generator.documents import Output
from generator.pipeline import Wish
from generator.targets import name_many
from generator.word.reading.opening import open_document
from tests.support.tools import validate

ROOT = Path(__file__).parent.parent
TASKS = 2
ONE_IN = 50
"""One in so many files is broken."""
SAMPLE = 20
PARTS = 10
"""The memory is looked at after each tenth."""
PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


def write_region(folder: Path, number: int) -> Region:
    """Write a municipality for each ten neighbourhoods, each a copy of an example with a name of its own."""
    examples = sorted(ROOT.glob("examples/*/antwoorden.yaml"))
    files = []
    for index in range(number):
        file = folder / f"gemeente-{index // 10:03}" / f"wijk-{index % 10}" / "antwoorden.yaml"
        file.parent.mkdir(parents=True)
        example = examples[index % len(examples)]
        if (example.parent / "beeld").is_dir():
            shutil.copytree(example.parent / "beeld", file.parent / "beeld", copy_function=os.link)
        text = example.read_text(encoding="utf-8") + f"\n# {index}\n"
        broken = index % ONE_IN == ONE_IN - 1
        file.write_text(f"{text}onbekende_vraag: ja\n" if broken else text, encoding="utf-8")
        files.append(file)
    return Region(tuple(files), folder, True)


def memory() -> int:
    """Return the memory in use by this process and its workers, in MB."""
    found = [os.getpid(), *(process.pid for process in active_children() if process.pid)]
    pages = [int(Path(f"/proc/{pid}/statm").read_text(encoding="utf-8").split()[1]) for pid in found]
    return sum(pages) * PAGE // 1_000_000


def main() -> None:
    """Make the region and print what was measured."""
    number = int(sys.argv[1])
    with tempfile.TemporaryDirectory(prefix="wijkplan-bench-") as name:
        os.environ["XDG_CACHE_HOME"] = str(Path(name) / "cache")
        region = write_region(Path(name) / "regio", number)
        places = name_many(region.files, region.root, Path(name) / "uit", "plan")
        orders = [
            Order(Wish(file, Output(("docx",))), {"docx": place.with_suffix(".docx")}) for file, place in places.items()
        ]
        seconds, used, stands = make_all(orders)
        again, _, second = make_all(orders)
        broken = number // ONE_IN
        plans = [place.with_suffix(".docx") for place in places.values() if place.with_suffix(".docx").exists()]
        faulty = [plan for plan in plans if check_package(open_document(plan.read_bytes()), serious=True)]
        sample = plans[:: max(1, len(plans) // SAMPLE)][:SAMPLE]
        found = validate(sample)
        day, load = f"{datetime.now(UTC):%Y-%m-%d}", os.getloadavg()[0]
        machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors"
        errors = sum(bool(errors) for errors in found.values())
        lines = (
            f"{day}, {machine}, load at the end {load:.1f}",
            f"files {number}, broken {broken}, made {stands.count('gemaakt')}, not made {stands.count('mislukt')}",
            f"seconds {seconds:.0f}, for each file {seconds / number * 1000:.0f} ms",
            f"once more: {again:.0f} seconds, {second.count('actueel')} up to date",
            f"memory in MB after each tenth: {' '.join(map(str, used))}",
            f"plans {len(plans)}, with faults for readers {len(faulty)}",
            f"sample {len(sample)}, with errors of the validator {errors}",
        )
        print("\n".join(lines))


def make_all(orders: list[Order]) -> tuple[float, list[int], list[str]]:
    """Make what is ordered; return the seconds, the memory after each tenth, and what came of each."""
    start = time.perf_counter()
    used, stands = [], []
    for row in make_many(orders, processes(TASKS)):
        stands.append(row.stand)
        if len(stands) % max(1, len(orders) // PARTS) == 0:
            used.append(memory())
    return time.perf_counter() - start, used, [*stands]


if __name__ == "__main__":
    main()
