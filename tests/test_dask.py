"""A district on a Dask cluster that is there already: real processes, of which one is killed halfway."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from generator.accessibility import check_package
from generator.word.reading.opening import open_document
from tests.support.cli import run
from tests.support.documents import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_WAIT = 60
"""Seconds for a process to begin; a busy machine takes some."""


@contextmanager
def cluster(folder: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """Run a scheduler and two workers, and give its address and the workers."""
    place = folder / "scheduler.json"
    told = ("--scheduler-file", str(place))
    alone = ("--no-dashboard", "--host", "127.0.0.1")
    started = [_started(folder, "scheduler", *told, *alone, "--port", "0")]
    try:
        address = _address(place)
        worker = ("worker", address, *alone, "--nthreads", "1", "--no-nanny", "--local-directory", str(folder))
        started += [_started(folder, *worker) for _ in range(2)]
        yield address, started[1:]
    finally:
        for process in started:
            process.kill()
            process.wait()


def _started(folder: Path, *words: str) -> subprocess.Popen[bytes]:
    with (folder / "cluster.log").open("ab") as log:
        command = [sys.executable, "-W", "ignore", "-m", "dask", *words]
        return subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log, stdin=subprocess.DEVNULL)


def _address(place: Path) -> str:
    for _ in range(_WAIT * 20):
        if place.is_file():
            try:
                return str(json.loads(place.read_text(encoding="utf-8"))["address"])
            except ValueError:  # half written
                pass
        time.sleep(0.05)
    raise TimeoutError(place)


@pytest.mark.slow
def test_a_worker_that_is_killed_halfway_loses_nothing(tmp_path: Path) -> None:
    """The other one does its work; a broken file stops only itself, and what was made elsewhere is written here."""
    region, beside = tmp_path / "regio", tmp_path / "cluster"
    for number in range(12):
        file = region / f"wijk-{number:02}" / "antwoorden.yaml"
        file.parent.mkdir(parents=True)
        odd = ", inwoners: veel" if number == 7 else ""
        file.write_text(f"gemeente: {{naam: A}}\nwijk: {{naam: Wijk {number}{odd}}}\n", encoding="utf-8")
    beside.mkdir()
    with cluster(beside) as (address, workers):
        command = [
            sys.executable,
            "-W",
            "ignore",
            "-m",
            "generator",
            "genereer",
            "regio",
            "-o",
            "uit",
            "--dask",
            address,
        ]
        with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            while not [*tmp_path.glob("uit/*/plan.docx")]:
                assert process.poll() is None, process.communicate()
                time.sleep(0.01)
            workers[0].kill()
            said = b"".join(process.communicate(timeout=200)).decode()
    assert process.returncode == 1, said
    assert "12 bestanden met antwoorden: 11 gemaakt, 1 niet gemaakt." in said
    assert "wijk-07" in said.partition("wijk.inwoners")[0]
    plans = sorted(tmp_path.glob("uit/*/plan.docx"))
    assert [plan.parent.name for plan in plans] == [f"wijk-{number:02}" for number in range(12) if number != 7]
    assert [check_package(open_document(plan.read_bytes()), serious=True) for plan in plans] == [[]] * 11


def test_an_address_where_no_cluster_answers_is_told(tmp_path: Path) -> None:
    """It stops before anything is made."""
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "antwoorden.yaml").write_text("gemeente: {naam: A}\nwijk: {naam: B}\n", encoding="utf-8")
    said = run("genereer", "a", "b", "--dask", "tcp://127.0.0.1:1", cwd=tmp_path, code=1)
    assert "antwoordt geen Dask-cluster" in said
    assert not [*tmp_path.rglob("*.docx")]
