"""`make bench`: how fast the program is beside other ways to the same document, in one run.

Prints the tables and keeps them in `benchmarks/RESULTS.md`; what stands there below them is written by hand.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
import tempfile
import textwrap
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import version
from operator import ge, le
from pathlib import Path
from statistics import median

from benchmarks import makers
from benchmarks.measure import Row, in_process, processes

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "molenkwartier" / "antwoorden.yaml"
HOUSE_STYLE = ROOT / "templates" / "huisstijl" / "neutraal" / "huisstijl.docx"
RESULTS = Path(__file__).parent / "RESULTS.md"
END = "<!-- Everything above is written by make bench. -->\n"
TURNS = 9
LIBRARIES = ("python-docx", "docxtpl", "jinja2", "lxml", "ruamel.yaml", "msgspec", "click")
WIJKPLAN = (sys.executable, "-m", "generator")
GENEREER, PANDOC = "`genereer`", "pandoc, our web page to Word"
READING_BACK, UPDATING = "`neem-over`", "`werk-bij`"
WHOLE, BARE, LARGER = "wijkplan, whole", "wijkplan, the document only", "wijkplan, ten times as much"
PREVIEW = "preview of the form: read, check and show after a change"
DOCXTPL, LOOP = "docxtpl, text in the template", "docxtpl, one loop over ready text"
CAREFUL, NAIVE = "python-docx, careful", "python-docx, naive"
SMALL = ("`--help`", "`controleer`", "`nieuw`", "`kader`", "`schema`")
MAKERS = {
    WHOLE: makers.whole,
    BARE: makers.document_only,
    PREVIEW: makers.preview,
    DOCXTPL: makers.docxtpl,
    LOOP: makers.docxtpl_loop,
    CAREFUL: makers.careful,
    NAIVE: makers.naive,
    LARGER: makers.ten_times,
}


def commands(folder: Path) -> dict[str, list[str]]:
    """Return what is run in a process of its own, by name; pandoc only where it is installed."""
    answers, plan, page = (str(folder / name) for name in (makers.ANSWERS, "plan.docx", "plan.html"))
    for target in (plan, page):
        subprocess.run([*WIJKPLAN, "genereer", answers, "-o", target], check=True, capture_output=True)
    ours = {
        GENEREER: ["genereer", answers, "-o", str(folder / "nieuw.docx")],
        f"{GENEREER}, ten times as much": ["genereer", str(folder / makers.LARGER), "-o", str(folder / "groot.docx")],
        SMALL[0]: ["--help"],
        SMALL[1]: ["controleer", answers],
        SMALL[2]: ["nieuw", str(folder / "wijk")],
        SMALL[3]: ["kader", "interventies"],
        SMALL[4]: ["schema"],
        READING_BACK: ["neem-over", plan, answers],
        UPDATING: ["werk-bij", plan, answers, "-o", str(folder / "bij.docx")],
    }
    found = {name: [*WIJKPLAN, *words] for name, words in ours.items()}
    if shutil.which("pandoc"):
        target = str(folder / "pandoc.docx")
        found[PANDOC] = ["pandoc", page, "-o", target, f"--reference-doc={HOUSE_STYLE}"]
    for name, maker in ((DOCXTPL, "docxtpl"), (CAREFUL, "careful"), (NAIVE, "naive")):
        found[name] = [sys.executable, "-m", "benchmarks.makers", maker, str(folder)]
    return found


def environment(folder: Path) -> dict[str, str]:
    """Return an environment in which Python keeps its bytecode, as it does for what is installed."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}


def clear(folder: Path) -> None:
    """Take away what the commands wrote, so that each writes it as if for the first time."""
    for name in ("nieuw.docx", "groot.docx", "bij.docx"):
        (folder / name).unlink(missing_ok=True)
    shutil.rmtree(folder / "wijk", ignore_errors=True)


def table(rows: dict[str, Row], first: str) -> list[str]:
    """Return a table with each row beside the first, in times its processor time."""
    head = f"| | processor ms | clock ms | memory MB | × {first} |"
    lines = [f"| {name} | {row} | {row.ratio(rows[first]):.2f} |" for name, row in rows.items()]
    return [head, "| --- | ---: | ---: | ---: | ---: |", *lines, ""]


def targets(cold: dict[str, Row], warm: dict[str, Row]) -> list[str]:
    """Return what was aimed at, with what was measured and whether that is enough."""
    growth, larger = warm[LARGER].ratio(warm[WHOLE]), cold[f"{GENEREER}, ten times as much"]
    memory = larger.memory / cold[GENEREER].memory
    small = max(cold[name].ratio(cold[GENEREER]) for name in SMALL)
    lines = [
        ("in process: time of docxtpl ÷ ours", warm[DOCXTPL].ratio(warm[WHOLE]), "≥", 3),
        ("in process: time of careful python-docx ÷ ours", warm[CAREFUL].ratio(warm[WHOLE]), "≥", 4),
        ("in process: time of naive python-docx ÷ ours", warm[NAIVE].ratio(warm[WHOLE]), "≥", 15),
        ("in process: processor ms of the preview", 1000 * median(warm[PREVIEW].cpu), "≤", 60),
        ("ten times the interventions and actions: time", growth, "≤", 11),
        ("ten times the interventions and actions: growth of memory ÷ that of time", memory / growth, "≤", 1),
        (f"the slowest of {', '.join(SMALL)} ÷ {GENEREER}", small, "≤", 0.5),
        (f"reading back: {READING_BACK} ÷ {GENEREER}", cold[READING_BACK].ratio(cold[GENEREER]), "≤", 1),
        (f"bringing up to date: {UPDATING} ÷ {GENEREER}", cold[UPDATING].ratio(cold[GENEREER]), "≤", 2),
    ]
    if PANDOC in cold:
        lines.insert(0, ("cold: `genereer` ÷ pandoc", cold[GENEREER].ratio(cold[PANDOC]), "≤", 0.5))
    met = {"≤": le, "≥": ge}
    told = [
        f"| {name} | {found:.2f} | {sign} {aim} | {'yes' if met[sign](found, aim) else 'no'} |"
        for name, found, sign, aim in lines
    ]
    return ["| target | measured | aim | met |", "| --- | ---: | ---: | --- |", *told, ""]


def machine() -> list[str]:
    """Return what it was measured on, without the name of the machine."""
    told = [
        f"{datetime.now(UTC):%Y-%m-%d}, {platform.system()} {platform.machine()}, {os.cpu_count()} processors",
        f"Python {platform.python_version()}, {_pandoc()}",
        *(f"{name} {version(name)}" for name in LIBRARIES),
    ]
    return [*textwrap.wrap(f"{', '.join(told)}. Load at the end: {os.getloadavg()[0]:.1f}.", 120), ""]


def _pandoc() -> str:
    if not shutil.which("pandoc"):
        return "no pandoc (its row is left out; `apt-get install pandoc` brings it)"
    said = subprocess.run(["pandoc", "--version"], check=True, capture_output=True, text=True).stdout
    return said.splitlines()[0]


def main() -> None:
    """Measure, print the tables and keep them."""
    turns = max(TURNS, int(sys.argv[1])) if len(sys.argv) > 1 else TURNS
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare = [sys.executable, "-m", "benchmarks.makers", "prepare", str(folder), str(EXAMPLE)]
        subprocess.run(prepare, check=True)  # not here: what is started from here counts the memory of here as its own
        cold = processes(commands(folder), turns, partial(clear, folder), environment(folder))
        warm = in_process(MAKERS, folder, turns)
    lines = [
        "# How fast it is",
        "",
        f"`make bench`, on the full example: medians of {turns} turns, one of each at a time. Ratios are taken turn by",
        "turn, in processor time: the clock of a busy machine tells little.",
        "",
        *machine(),
        *targets(cold, warm),
        "## Whole processes",
        "",
        *table(cold, GENEREER),
        "## Documents in a process that stays",
        "",
        *table(warm, WHOLE),
    ]
    made = "\n".join(lines) + "\n"
    kept = RESULTS.read_text(encoding="utf-8").partition(END)[2] if RESULTS.exists() else ""
    RESULTS.write_text(made + END + kept, encoding="utf-8")
    print(made)


if __name__ == "__main__":
    main()
