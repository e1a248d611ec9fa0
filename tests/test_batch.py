"""A district at once: one bad file stops only itself, nothing is lost or half, and what is up to date is skipped."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import re
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import BrokenExecutor
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest

from generator import batch, crew
from generator.accessibility import check_package
from generator.batch import Order, Row, make_many, make_one
from generator.cli import wijkplan
from generator.cli.region import region_of
from generator.crew import processes
from generator.documents import Output
from generator.pipeline import Wish, generate, is_own_document
from generator.targets import name_many
from generator.word.reading.opening import open_document
from tests.support.cli import run, run_in_window
from tests.support.documents import MINIMUM, ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

DOCX = Output(("docx",))
BROKEN = "gemeente: {naam: Elzenbeek}\nwijk: {naam: Molenkwartier, inwoners: veel}\n"


def region(folder: Path, texts: Sequence[str]) -> list[Path]:
    """Make a folder for each text, with an answer file in it."""
    files = [folder / f"wijk-{number:02}" / "antwoorden.yaml" for number in range(len(texts))]
    for file, text in zip(files, texts, strict=True):
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
    return files


def orders(files: Sequence[Path], folder: Path) -> list[Order]:
    """Return the orders for a plan in Word of each file."""
    places = name_many(files, folder, None, "plan")
    return [Order(Wish(file, DOCX), {"docx": place.with_name("plan.docx")}) for file, place in places.items()]


def left(folder: Path) -> list[str]:
    """Return the names of all files in a folder, and below it, that are neither answers nor a plan."""
    return [
        path.name for path in folder.rglob("*") if path.is_file() and path.name not in ("antwoorden.yaml", "plan.docx")
    ]


@pytest.mark.slow
def test_of_twenty_files_the_broken_ones_fail_and_a_killed_worker_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each sound file becomes the plan that it becomes alone; each broken one says its line; workers take turns."""
    monkeypatch.setattr(batch, "SHIFT", 8)
    names = [f"gemeente: {{naam: Elzenbeek}}\nwijk: {{naam: Wijk {number}}}\n" for number in range(20)]
    names[3] = names[17] = BROKEN
    files = region(tmp_path, names)
    rows: list[Row] = []
    workers: set[int | None] = set()
    for row in make_many(orders(files, tmp_path), processes(2)):
        if not rows:
            multiprocessing.active_children()[0].kill()
        rows.append(row)
        workers |= {process.pid for process in multiprocessing.active_children()}
    assert len(workers) > 4
    stands = {row.order.wish.answers: row.stand for row in rows}
    assert len(rows) == len(stands) == 20
    assert {file for file, stand in stands.items() if stand != "gemaakt"} == {files[3], files[17]}
    (problem,) = next(row.problems for row in rows if row.order.wish.answers == files[17])
    assert (problem.bestand, problem.regel, problem.kolom) == (str(files[17]), 2, 39)
    for file in files:
        if stands[file] == "gemaakt":
            plan = file.with_name("plan.docx").read_bytes()
            assert check_package(open_document(plan), serious=True) == []
    generate(files[0], tmp_path / "alleen.docx", DOCX)
    assert (tmp_path / "alleen.docx").read_bytes() == files[0].with_name("plan.docx").read_bytes()
    assert left(tmp_path) == ["alleen.docx"]
    assert multiprocessing.active_children() == []


def hear_nothing(begun: Path) -> None:
    """Go on whatever who started this says, as a process does that waits for what another one took along."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    begun.write_text("begonnen", encoding="utf-8")
    time.sleep(600)


@pytest.mark.slow
def test_a_process_that_does_not_end_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After one of two processes was killed the other one, which hears nothing, is no reason to wait for ever."""
    monkeypatch.setattr(crew, "_GRACE", 0.5)
    workers = processes(2)
    begun = [tmp_path / "een", tmp_path / "twee"]
    lost = [workers.submit(hear_nothing, place) for place in begun]
    while not all(place.exists() for place in begun):
        time.sleep(0.05)
    min(multiprocessing.active_children(), key=lambda process: process.pid or 0).kill()
    assert all(isinstance(item.exception(), BrokenExecutor) for item in lost)
    workers.replace_broken()
    assert multiprocessing.active_children() == []
    assert workers.submit(abs, -1).result() == 1
    workers.stop(now=False)


@pytest.mark.slow
def test_a_district_is_made_once_and_only_what_changed_again(tmp_path: Path) -> None:
    """The table tells what came of each file; a plan that people edited stays, and the broken file fails each time."""
    region(tmp_path / "regio", [MINIMUM, MINIMUM.replace("Molenkwartier", "Noord"), BROKEN])
    said = run("genereer", "regio", "-o", "uit", cwd=tmp_path, code=1)
    assert "regio/wijk-02/antwoorden.yaml:2:39  wijk.inwoners" in said
    assert "3 bestanden met antwoorden: 2 gemaakt, 1 niet gemaakt." in said
    plans = [tmp_path / "uit" / f"wijk-0{number}" / "plan.docx" for number in (0, 1)]
    assert sorted((tmp_path / "uit").rglob("*.*")) == plans
    assert plans[0].read_bytes() != plans[1].read_bytes()
    before = [plan.stat().st_mtime_ns for plan in plans]
    assert "2 al bij, 1 niet gemaakt" in run("genereer", "regio/*", "-o", "uit", cwd=tmp_path, code=1)
    assert [plan.stat().st_mtime_ns for plan in plans] == before

    edited = plans[0].read_bytes() + b"x"
    plans[0].write_bytes(edited)
    (tmp_path / "regio" / "wijk-02" / "antwoorden.yaml").write_text(MINIMUM, encoding="utf-8")
    said = run("genereer", "regio", "-o", "uit", "--taken", "1", cwd=tmp_path)
    assert "1 gemaakt, 1 al bij, 1 in Word bewerkt" in said
    assert plans[0].read_bytes() == edited
    said = run("genereer", "regio", "-o", "uit", "--forceer", cwd=tmp_path)
    assert "3 gemaakt" in said
    assert "1 oud document is bewaard" in said
    assert (plans[0].parent / "plan.docx.bak").read_bytes() == edited


def _rewritten(text: str) -> Callable[[Wish], Wish]:
    def change(wish: Wish) -> Wish:
        wish.answers.write_text(text, encoding="utf-8")
        return wish

    return change


def _other_picture(wish: Wish) -> Wish:
    shutil.copy(ROOT / "tests" / "pictures" / "plein.jpg", wish.answers.with_name("kaart.png"))
    return wish


def _other_house_style(wish: Wish) -> Wish:
    folder = wish.answers.parent / "sjablonen"
    folder.mkdir()
    (folder / "plan.html.j2").write_text('{% extends "basis/plan.html.j2" %}', encoding="utf-8")
    return replace(wish, huisstijl=folder.parent)


@pytest.mark.parametrize(
    "change",
    [
        _rewritten(f"{MINIMUM}# een opmerking\n"),
        _other_picture,
        _other_house_style,
        lambda wish: replace(wish, opmerkingen=False),
        lambda wish: replace(wish, schoon=True),
        lambda wish: replace(wish, output=Output(("html",))),
        lambda wish: replace(wish, output=Output(("docx",), document="samenvatting")),
    ],
    ids=["answers", "picture", "house style", "remarks", "clean", "format", "kind"],
)
def test_what_is_up_to_date_is_not_made_and_anything_else_is(change: Callable[[Wish], Wish], tmp_path: Path) -> None:
    """Work that can be sent elsewhere gives the same each time, writes nothing, and sees each thing that changed."""
    file = tmp_path / "antwoorden.yaml"
    file.write_text(f"{MINIMUM}beeld: {{kaart: {{bestand: kaart.png, alt: Een kaart.}}}}\n", encoding="utf-8")
    shutil.copy(ROOT / "tests" / "pictures" / "plein.png", tmp_path / "kaart.png")
    wish = Wish(file, DOCX)
    first = make_one(pickle.loads(pickle.dumps(wish)))  # noqa: S301 - what this test wrote itself
    assert pickle.loads(pickle.dumps(first)) == make_one(wish) == first  # noqa: S301 - as above
    assert make_one(wish, first.fingerprint).stand == "actueel"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["antwoorden.yaml", "kaart.png"]
    assert make_one(change(wish), first.fingerprint).stand == "gemaakt"


def test_no_two_files_get_one_name(tmp_path: Path) -> None:
    """Not two of one folder, nor two folders that Windows takes for one; the folders of the answers come back."""
    names = ("a/x.yaml", "a/y.yaml", "a/y.yml", "b/x.yaml", "B/x.yaml")
    files = [tmp_path / name for name in names]
    places = [
        place.relative_to(tmp_path / "uit") for place in name_many(files, tmp_path, tmp_path / "uit", "plan").values()
    ]
    assert [place.as_posix() for place in places] == ["a/plan-x", "a/plan-y", "a/plan-y-2", "b/plan", "B/plan-2"]
    assert [*name_many(files[3:4], tmp_path, None, "brief").values()] == [tmp_path / "b" / "brief"]


def _regions(folder: Path) -> None:
    for name in ("noord/antwoorden.yaml", "noord/oud/antwoorden.yaml", "zuid/a.yaml", "zuid/b.yaml", ".weg/a.yaml"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(MINIMUM, encoding="utf-8")


@pytest.mark.parametrize(
    ("named", "expected", "root", "many"),
    [
        (["."], "noord/antwoorden.yaml noord/oud/antwoorden.yaml zuid/a.yaml zuid/b.yaml", ".", True),
        (["noord"], "noord/antwoorden.yaml", "noord", False),
        (["zuid"], "zuid/a.yaml zuid/b.yaml", "zuid", True),
        (["*/a*.yaml"], "noord/antwoorden.yaml zuid/a.yaml", ".", True),
        (["**/b.yaml"], "zuid/b.yaml", ".", True),
        (["no*"], "noord/antwoorden.yaml", ".", True),
        (["zuid/b.yaml", "zuid", "noord/../zuid/b.yaml"], "zuid/b.yaml zuid/a.yaml", "zuid", True),
        (["zuid/b.yaml"], "zuid/b.yaml", "zuid", False),
    ],
)
def test_files_folders_and_patterns_say_which_answers_are_meant(
    named: list[str], expected: str, root: str, many: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each file counts once; a folder without answers of its own stands for those below it."""
    _regions(tmp_path)
    monkeypatch.chdir(tmp_path)
    found = region_of([Path(name) for name in named], click.Context(wijkplan))
    assert [file.as_posix() for file in found.files] == expected.split()
    assert (found.root.resolve(), found.is_many) == ((tmp_path / root).resolve(), many)


def test_a_pattern_or_folder_without_answers_is_told(tmp_path: Path) -> None:
    """All of them at once; and many plans never go into one file."""
    (tmp_path / "leeg").mkdir()
    said = run("genereer", "leeg", "niets/*.yaml", cwd=tmp_path, code=1)
    assert "niets/*.yaml" in said.replace("\\", "/")
    assert "ook niet in de mappen eronder" in said
    _regions(tmp_path)
    assert "Geef met -o een map" in run("genereer", "zuid", "-o", "alles.docx", cwd=tmp_path, code=2)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for another process")
def test_ctrl_c_in_a_batch_stops_all_and_leaves_nothing_half(tmp_path: Path) -> None:
    """The terminal tells everybody in the group, as it does when somebody presses the keys."""
    files = region(tmp_path, [MINIMUM] * 60)
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", "genereer", "wijk-*", "--taken", "2"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUTF8": "1"},
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    while not files[0].with_name("plan.docx").exists():
        assert process.poll() is None
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    said = b"".join(process.communicate(timeout=60)).decode()  # comes to an end when every process of it has
    assert process.returncode == 130
    assert "Typ dezelfde opdracht om verder te gaan" in said
    assert "Traceback" not in said
    made = [file.with_name("plan.docx") for file in files if file.with_name("plan.docx").exists()]
    assert 0 < len(made) < len(files)
    assert all(is_own_document(plan.read_bytes()) for plan in made)
    assert left(tmp_path) == []


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no window to test in")
def test_a_window_shows_how_far_it_is(tmp_path: Path) -> None:
    """The bar has the number of files and the name of the last one; a pipe gets nothing of it."""
    region(tmp_path, [MINIMUM] * 3)
    said = run_in_window("genereer", ".", cwd=tmp_path, columns=120)
    assert "3/3" in said
    assert re.search(r"wijk-0[0-2]/antwoorden.yaml", said)
    assert "3/3" not in run("genereer", ".", cwd=tmp_path)
