"""Whatever ends the program leaves nothing behind, tells what it wrote, and gives no answer away."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.cli.ending import failed, report_of
from tests.support.documents import MINIMUM
from tests.support.signals import heard

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither these signals nor these files")
_OFFICE = """#!/bin/sh
echo $$ > "{folder}/nummer"
sleep 60
"""


def _start(*words: str, cwd: Path) -> subprocess.Popen[bytes]:
    with heard():
        return subprocess.Popen(
            [sys.executable, "-m", "generator", *words],
            cwd=cwd,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONUTF8": "1", "TMPDIR": str(cwd / "tijdelijk")},
        )


def _wait_for(place: Path) -> None:
    for _ in range(600):
        if place.exists() and place.read_text(encoding="utf-8").strip():
            return
        time.sleep(0.05)
    raise AssertionError(place)


@POSIX
@pytest.mark.slow
@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_an_end_from_outside_ends_libreoffice_too(tmp_path: Path, number: signal.Signals, code: int) -> None:
    """The program that makes the pdf is gone, and so is the folder that it worked in, with the plan."""
    (tmp_path / "antwoorden.yaml").write_text(MINIMUM, encoding="utf-8")
    (tmp_path / "tijdelijk").mkdir()
    office = tmp_path / "soffice"
    office.write_text(_OFFICE.format(folder=tmp_path), encoding="utf-8")
    office.chmod(0o755)
    process = _start("genereer", "antwoorden.yaml", "--formaat", "pdf", "--soffice", str(office), cwd=tmp_path)
    _wait_for(tmp_path / "nummer")
    process.send_signal(number)
    _, said = process.communicate(timeout=60)
    assert process.returncode == code
    assert "Gestopt. Er is niets veranderd." in said.decode()
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "nummer").read_text(encoding="utf-8")), 0)
    assert list((tmp_path / "tijdelijk").iterdir()) == []
    assert sorted(place.name for place in tmp_path.iterdir()) == ["antwoorden.yaml", "nummer", "soffice", "tijdelijk"]


@POSIX
@pytest.mark.slow
def test_a_reader_that_has_gone_is_no_fault(tmp_path: Path) -> None:
    """`wijkplan … | true` ends well."""
    (tmp_path / "antwoorden.yaml").write_text(MINIMUM, encoding="utf-8")
    gone, ours = os.pipe()
    os.close(gone)
    found = subprocess.run(
        [sys.executable, "-m", "generator", "kader"], cwd=tmp_path, stdout=ours, stderr=subprocess.PIPE, check=False
    )
    os.close(ours)
    assert (found.returncode, found.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this computer has no device that is always full")
@pytest.mark.slow
def test_a_disk_without_room_for_messages_says_what_was_written(tmp_path: Path) -> None:
    """The plan is there, and the program does not say that nothing changed."""
    (tmp_path / "antwoorden.yaml").write_text(MINIMUM, encoding="utf-8")
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - a device
        found = subprocess.run(
            [sys.executable, "-m", "generator", "genereer", "antwoorden.yaml"],
            cwd=tmp_path,
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONUTF8": "1"},
            check=False,
        )
    assert found.returncode == 1
    said = found.stderr.decode()
    assert "schijf is vol" in said
    assert "plan.docx" in said
    assert "niets veranderd" not in said
    assert (tmp_path / "plan.docx").exists()


def _error() -> Exception:
    """Return an error of the program itself, with an answer in its words, as Python gives it."""
    secret = {"naam": "Elzenbeek"}
    try:
        try:
            int(secret["naam"])
        except ValueError as error:
            raise KeyError(secret["naam"]) from error
    except KeyError as error:
        return error
    raise AssertionError


def test_a_report_has_places_and_no_words_of_anybody() -> None:
    """Neither the answer that was at hand, nor the folders of this computer."""
    report = report_of(_error())
    assert "KeyError" in report
    assert "ValueError" in report
    assert "test_stopping.py" in report
    assert "_error" in report
    assert "Elzenbeek" not in report
    assert os.path.expanduser("~") not in report  # noqa: PTH111 - as it would stand there


def test_an_error_of_ours_names_the_file_and_its_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The user sees which files it was about, and has something to send; a second report has a name of its own."""
    (tmp_path / "antwoorden.yaml").write_text(MINIMUM, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["wijkplan", "genereer", "antwoorden.yaml", "--huisstijl=Elzenbeek", "x"])
    assert failed(_error(), {"genereer"}) == failed(_error(), {"genereer"}) == 1
    said = capsys.readouterr().err
    assert "Het ging om: antwoorden.yaml." in said
    assert "wijkplan-verslag-2.txt" in said
    report = (tmp_path / "wijkplan-verslag-1.txt").read_text(encoding="utf-8")
    assert "genereer --huisstijl\n" in report
    assert "Elzenbeek" not in report
