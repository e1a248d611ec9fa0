"""LibreOffice as another program: found, started, stopped, and not believed before there is a file."""

from __future__ import annotations

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from generator.office import convert, find_office
from generator.problems import ProblemsError
from tests.support.cli import run
from tests.support.documents import MINIMUM, paragraphs, word
from tests.support.tools import office

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins for LibreOffice are shell scripts")

TEXT = "txt:Text (encoded):UTF8"
TARGET = 'while [ "$1" != --outdir ]; do shift; done; mkdir -p "$2"; target="$2/plan.txt"\n'


def script(folder: Path, lines: str) -> Path:
    """Return a program that does this."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{lines}\n", encoding="utf-8")
    program.chmod(0o755)
    return program


def refused(document: bytes, program: Path, time_out: float = 30) -> str:
    """Return what is said when a program gives no file."""
    with pytest.raises(ProblemsError) as caught:
        convert(document, program, TEXT, time_out=time_out)
    return str(caught.value)


@pytest.mark.parametrize("name", ["soffice", "libreoffice"])
def test_the_program_on_the_path_is_found(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both names under which LibreOffice is installed are looked for on PATH."""
    script(tmp_path, "exit 0").rename(tmp_path / name)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_office() == tmp_path / name


def test_the_program_that_is_given_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--soffice` wins from PATH."""
    other = tmp_path / "ander"
    other.mkdir()
    monkeypatch.setenv("PATH", str(script(tmp_path, "exit 0").parent))
    assert find_office(script(other, "exit 0")) == other / "soffice"


@pytest.mark.parametrize("words", [["--formaat", "docx,pdf"], ["--paginanummers"]])
def test_without_libreoffice_it_says_what_that_is(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message names the program, where it comes from and the way through Word; no file is written."""
    (tmp_path / "antwoorden.yaml").write_text(MINIMUM, encoding="utf-8")
    monkeypatch.setenv("PATH", "")
    said = run("genereer", "antwoorden.yaml", *words, cwd=tmp_path, code=1)
    assert all(part in said for part in ("gratis programma", "libreoffice.org", "--soffice", "Opslaan als"))
    assert [path.name for path in tmp_path.iterdir()] == ["antwoorden.yaml"]


@pytest.mark.parametrize(
    ("name", "words"), [("map", "een map"), ("weg", "bestaat niet"), ("tekst.txt", "geen programma")]
)
def test_what_is_no_program_is_refused(name: str, words: str, tmp_path: Path) -> None:
    """A folder, a file that is not there and a file that may not run each get their own sentence."""
    (tmp_path / "antwoorden.yaml").write_text(MINIMUM, encoding="utf-8")
    (tmp_path / "map").mkdir()
    (tmp_path / "tekst.txt").write_text("tekst", encoding="utf-8")
    said = run("genereer", "antwoorden.yaml", "--formaat", "pdf", "--soffice", name, cwd=tmp_path, code=1)
    assert words in said
    assert "map program" in said
    assert not (tmp_path / "plan.pdf").exists()


@pytest.mark.parametrize(
    "lines",
    [
        "exit 0",
        "exit 3",
        "kill -9 $$",
        f"{TARGET}: > $target",
        f"{TARGET}mkdir $target",
    ],
    ids=["nothing", "error", "crash", "empty file", "folder"],
)
def test_no_file_is_a_failure_whatever_the_exit_code(lines: str, tmp_path: Path) -> None:
    """A program that ends, well or badly, without a file with something in it is reported."""
    assert "zonder een bestand te maken" in refused(b"x", script(tmp_path, lines))


def test_a_file_is_enough_whatever_the_exit_code(tmp_path: Path) -> None:
    """The exit code is not believed when it says that something went wrong, either."""
    assert convert(b"x", script(tmp_path, f"{TARGET}echo ja > $target; exit 81"), TEXT) == b"ja\n"


def test_a_program_that_does_not_start_is_explained(tmp_path: Path) -> None:
    """A file that may run but that the system cannot start gives a sentence, not a traceback."""
    program = script(tmp_path, "exit 0")
    program.write_bytes(b"\x7fELF\x00")
    assert "start niet" in refused(b"x", program)


def test_a_program_that_hangs_is_stopped_with_what_it_started(tmp_path: Path) -> None:
    """After the time-out neither the program nor the one it started runs on."""
    number = tmp_path / "nummer"
    program = script(tmp_path, f"sleep 600 &\necho $! > '{number}'\nwait")
    assert "na 2 seconden" in refused(b"x", program, time_out=2)
    assert _ended(int(number.read_text()))


def _ended(process: int) -> bool:
    """Wait until a process that was stopped is gone, as the system may take a moment for it."""
    for _ in range(100):
        state = subprocess.run(["ps", "-o", "stat=", "-p", str(process)], capture_output=True, check=False).stdout
        if not state.strip() or state.startswith(b"Z"):
            return True
        time.sleep(0.1)
    return False


def test_each_call_has_a_profile_and_a_folder_of_its_own(tmp_path: Path) -> None:
    """The profile is a correct file address that no other call has, and all is gone afterwards."""
    program = script(tmp_path, f'printf "%s\\n" "$@" > {tmp_path}/gezien; {TARGET}cat {tmp_path}/gezien > $target')
    seen = [convert(b"x", program, TEXT).decode().splitlines() for _ in range(2)]
    profiles = [next(word for word in words if word.startswith("-env:UserInstallation=")) for words in seen]
    assert all(profile.startswith("-env:UserInstallation=file:///") for profile in profiles)
    assert profiles[0] != profiles[1]
    assert not any(Path(words[-1]).parent.exists() for words in seen)


@pytest.mark.office
def test_calls_side_by_side_do_not_disturb_each_other() -> None:
    """Three documents at the same time each come out as themselves."""
    names = ("Aardbei", "Braam", "Citroen")
    documents = [word(MINIMUM.replace("Molenkwartier", name)) for name in names]
    with ThreadPoolExecutor(len(names)) as pool:
        texts = list(pool.map(lambda document: convert(document, office(), TEXT).decode(), documents))
    for name, text in zip(names, texts, strict=True):
        assert name in text
        assert not any(other in text for other in names if other != name)


@pytest.mark.office
def test_the_text_in_libreoffice_is_that_of_the_document() -> None:
    """Each paragraph of the plan is in what LibreOffice makes of it."""
    document = word(MINIMUM)
    text = convert(document, office(), TEXT).decode("utf-8-sig")
    missing = [shown for _, shown in paragraphs(document) if "\t" not in shown and shown not in text]
    assert missing == []
