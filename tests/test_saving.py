"""Saving: whole or not at all, never over somebody's work, and nothing left behind when it fails."""

from __future__ import annotations

import os
import shutil
import signal
import stat
import subprocess
import sys
from functools import partial
from typing import TYPE_CHECKING

import pytest

from generator import limits
from generator.problems import ProblemsError
from generator.saving import save, save_all, write_all_new, written
from tests.support.cli import run
from tests.support.documents import MINIMUM, ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

if sys.platform != "win32":
    import resource

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights, links and full disks otherwise")
OWN, CHANGED, NEW = b"own plan", b"changed plan", b"new plan"
TOO_MUCH = b"x" * 200_000


def is_own(data: bytes) -> bool:
    """Tell whether a file is ours."""
    return data == OWN


def files(folder: Path) -> dict[str, bytes]:
    """Return what is in a folder, hidden files too."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def refusal(action: Callable[[], object]) -> str:
    """Return what a refused action says."""
    with pytest.raises(ProblemsError) as refused:
        action()
    return str(refused.value)


@pytest.fixture
def little_room() -> Iterator[None]:
    """Let no file of this process grow beyond 64 kB, which fails halfway a write as a full disk does."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (65_536, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)
    signal.signal(signal.SIGXFSZ, handler)


@pytest.fixture
def locked(tmp_path: Path) -> Iterator[Path]:
    """Return a folder in which nothing can be written, by rights or, for root, by an attribute."""
    folder = tmp_path / "dicht"
    folder.mkdir()
    (folder / "plan.docx").write_bytes(OWN)
    if os.geteuid() == 0:
        lock = ["chattr", "+i", str(folder)]
        if shutil.which("chattr") is None or subprocess.run(lock, capture_output=True, check=False).returncode:
            pytest.skip("root can write everywhere on this disk")
        yield folder
        subprocess.run(["chattr", "-i", str(folder)], check=True)
    else:
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o755)


def test_a_new_file_is_written_with_the_rights_of_any_new_file(tmp_path: Path) -> None:
    """The file holds the data, and may be read by whom the machine says."""
    saved = save(NEW, tmp_path / "plan.docx", forceer=False, is_own=is_own)
    assert (saved.target, saved.backup) == (tmp_path / "plan.docx", None)
    assert files(tmp_path) == {"plan.docx": NEW}
    (tmp_path / "anders").write_bytes(b"")
    assert saved.target.stat().st_mode == (tmp_path / "anders").stat().st_mode


@pytest.mark.parametrize("forceer", [False, True])
def test_our_own_file_is_replaced_without_a_copy(tmp_path: Path, forceer: bool) -> None:
    """Nothing of anybody is lost, so nothing is kept."""
    target = tmp_path / "plan.docx"
    target.write_bytes(OWN)
    assert save(NEW, target, forceer=forceer, is_own=is_own).backup is None
    assert files(tmp_path) == {"plan.docx": NEW}


@POSIX
def test_a_file_that_is_replaced_keeps_its_rights(tmp_path: Path) -> None:
    """Who might read the old plan may read the new one, and nobody else."""
    target = tmp_path / "plan.docx"
    target.write_bytes(OWN)
    target.chmod(0o640)
    save(NEW, target, forceer=False, is_own=is_own)
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_changed_file_is_refused(tmp_path: Path) -> None:
    """The message says how to go on, and the file is as it was."""
    (tmp_path / "plan.docx").write_bytes(CHANGED)
    said = refusal(lambda: save(NEW, tmp_path / "plan.docx", forceer=False, is_own=is_own))
    assert "-o" in said
    assert "--forceer" in said
    assert files(tmp_path) == {"plan.docx": CHANGED}


def test_every_copy_gets_a_name_of_its_own(tmp_path: Path) -> None:
    """With `forceer` a changed file is kept, and no earlier copy is lost."""
    target = tmp_path / "plan.docx"
    kept = []
    for number in (1, 2, 3):
        target.write_bytes(CHANGED + str(number).encode())
        backup = save(NEW, target, forceer=True, is_own=is_own).backup
        assert backup is not None
        kept.append(backup.name)
    assert kept == ["plan.docx.bak", "plan.docx.2.bak", "plan.docx.3.bak"]
    copies = {name: CHANGED + str(number).encode() for number, name in enumerate(kept, start=1)}
    assert files(tmp_path) == {"plan.docx": NEW, **copies}


@pytest.mark.parametrize("lock", ["~$plan.docx", "~$an.docx", ".~lock.plan.docx#"])
def test_a_file_that_is_open_elsewhere_is_left_alone(tmp_path: Path, lock: str) -> None:
    """The lock file of Word or LibreOffice stops even our own plan; `forceer` goes past one that was left behind."""
    (tmp_path / "plan.docx").write_bytes(OWN)
    (tmp_path / lock).write_bytes(b"")
    assert "open" in refusal(lambda: save(NEW, tmp_path / "plan.docx", forceer=False, is_own=is_own))
    assert files(tmp_path) == {"plan.docx": OWN, lock: b""}
    save(NEW, tmp_path / "plan.docx", forceer=True, is_own=is_own)
    assert files(tmp_path) == {"plan.docx": NEW, lock: b""}


def test_a_lock_of_another_file_stops_nothing(tmp_path: Path) -> None:
    """Only the lock of this file counts, and only when this file is there."""
    (tmp_path / "~$brief.docx").write_bytes(b"")
    (tmp_path / "~$plan.docx").write_bytes(b"")
    save(NEW, tmp_path / "plan.docx", forceer=False, is_own=is_own)
    (tmp_path / "~$plan.docx").unlink()
    (tmp_path / "plan.docx").write_bytes(OWN)
    save(NEW, tmp_path / "plan.docx", forceer=False, is_own=is_own)


@pytest.mark.parametrize("forceer", [False, True])
def test_a_place_that_cannot_be_is_explained(tmp_path: Path, forceer: bool) -> None:
    """A folder, a folder that is not there, and a path through a file each say what to do; nothing is made."""
    (tmp_path / "map").mkdir()
    (tmp_path / "bestand").write_bytes(OWN)
    for place, words in (("map", "map, geen bestand"), ("weg/plan.docx", "bestaat niet"), ("bestand/plan.docx", "map")):
        found = refusal(partial(save, NEW, tmp_path / place, forceer=forceer, is_own=is_own))
        assert words in found
    assert files(tmp_path) == {"bestand": OWN}
    assert not (tmp_path / "weg").exists()


def test_a_name_that_is_too_long_is_explained(tmp_path: Path) -> None:
    """What the computer refuses is said, with what it reports."""
    target = tmp_path / f"{'plan' * 100}.docx"
    assert "→" in refusal(lambda: save(NEW, target, forceer=False, is_own=is_own))
    assert files(tmp_path) == {}


@POSIX
def test_a_folder_without_rights_is_explained(locked: Path) -> None:
    """A read-only folder gives a remedy, for a new file and for one that is there; the old one is whole."""
    for name in ("plan.docx", "nieuw.docx"):
        said = refusal(partial(save, NEW, locked / name, forceer=True, is_own=is_own))
        assert "mag niet worden geschreven" in said
        assert "-o" in said
    assert files(locked) == {"plan.docx": OWN}


@POSIX
def test_no_copy_no_new_file(locked: Path) -> None:
    """Where the changed file cannot be kept it is not replaced either."""
    said = refusal(lambda: save(NEW, locked / "plan.docx", forceer=True, is_own=lambda _: False))
    assert "mag niet worden geschreven" in said
    assert files(locked) == {"plan.docx": OWN}


@POSIX
@pytest.mark.usefixtures("little_room")
def test_a_disk_that_fills_up_leaves_the_old_file_whole(tmp_path: Path) -> None:
    """A write that stops halfway leaves no half file: not the plan, not a copy, not a temporary file."""
    (tmp_path / "plan.docx").write_bytes(OWN)
    assert "schijf is vol" in refusal(lambda: save(TOO_MUCH, tmp_path / "plan.docx", forceer=False, is_own=is_own))
    assert "schijf is vol" in refusal(lambda: save(TOO_MUCH, tmp_path / "nieuw.docx", forceer=False, is_own=is_own))
    assert files(tmp_path) == {"plan.docx": OWN}


@POSIX
def test_a_copy_that_does_not_fit_stops_the_rest(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """When the disk fills up while the copy is made, the changed file stays where it is."""
    (tmp_path / "plan.docx").write_bytes(TOO_MUCH)
    request.getfixturevalue("little_room")
    assert "schijf is vol" in refusal(lambda: save(NEW, tmp_path / "plan.docx", forceer=True, is_own=is_own))
    assert files(tmp_path) == {"plan.docx": TOO_MUCH}


@pytest.mark.parametrize("earlier", [OWN, CHANGED, None], ids=["ours", "changed", "new"])
def test_files_that_belong_together_are_all_written_or_none(tmp_path: Path, earlier: bytes | None) -> None:
    """When the last one has no place, each before it is as it was, without a copy beside it."""
    if earlier is not None:
        (tmp_path / "plan.docx").write_bytes(earlier)
    before = files(tmp_path)
    together = {tmp_path / "plan.docx": NEW, tmp_path / "weg" / "plan.html": NEW}
    assert "bestaat niet" in refusal(lambda: save_all(together, forceer=True, is_own=is_own))
    assert files(tmp_path) == before
    (tmp_path / "weg").mkdir()
    save_all(together, forceer=True, is_own=is_own)
    assert (tmp_path / "plan.docx").read_bytes() == (tmp_path / "weg" / "plan.html").read_bytes() == NEW


@POSIX
@pytest.mark.usefixtures("little_room")
def test_new_files_are_all_there_or_none(tmp_path: Path) -> None:
    """When the second of two files does not fit, the first is taken away again, with the folders made for it."""
    folder = tmp_path / "a" / "b"
    assert "schijf is vol" in refusal(
        lambda: write_all_new({folder / "een.yaml": NEW, folder / "twee.json": TOO_MUCH}, folder)
    )
    assert list(tmp_path.iterdir()) == []
    write_all_new({folder / "een.yaml": NEW, folder / "twee.json": OWN}, folder)
    assert files(folder) == {"een.yaml": NEW, "twee.json": OWN}


@POSIX
def test_new_files_never_replace_one(tmp_path: Path) -> None:
    """One that is there, or a link that leads nowhere, stops them all, and each is named."""
    (tmp_path / "twee.json").write_bytes(OWN)
    (tmp_path / "drie.json").symlink_to(tmp_path / "nergens")
    new = {tmp_path / name: NEW for name in ("een.yaml", "twee.json", "drie.json")}
    said = refusal(lambda: write_all_new(new, tmp_path))
    assert "een.yaml" not in said
    assert all(name in said for name in ("twee.json", "drie.json"))
    assert files(tmp_path) == {"twee.json": OWN}


def test_a_folder_that_cannot_be_made_is_explained(tmp_path: Path) -> None:
    """A file in the way of a new folder is named, and stays."""
    (tmp_path / "bestand").write_bytes(OWN)
    for folder in (tmp_path / "bestand", tmp_path / "bestand" / "map"):
        said = refusal(partial(write_all_new, {folder / "een.yaml": NEW}, folder))
        assert "niet te maken" in said
    assert files(tmp_path) == {"bestand": OWN}


@POSIX
def test_the_command_line_says_so_when_the_disk_is_full(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """From answers to a full disk: one sentence, exit 1, and nothing beside the answers."""
    answers = (ROOT / "examples" / "stationsbuurt" / "antwoorden.yaml").read_bytes()
    (tmp_path / "antwoorden.yaml").write_bytes(answers)
    request.getfixturevalue("little_room")
    said = run("genereer", "antwoorden.yaml", "--formaat", "html", cwd=tmp_path, code=1)
    assert "schijf is vol" in said
    assert files(tmp_path) == {"antwoorden.yaml": answers}


@pytest.mark.slow
def test_the_command_line_explains_a_name_that_is_too_long(tmp_path: Path) -> None:
    """Nowhere between the answers and the disk does such a name give a traceback."""
    (tmp_path / "antwoorden.yaml").write_text(MINIMUM, encoding="utf-8")
    for words in (["antwoorden.yaml", "-o", "p" * 300], ["a" * 300], ["antwoorden.yaml", "--huisstijl", "h" * 300]):
        assert "→" in run("genereer", *words, cwd=tmp_path, code=1)
    assert "→" in run("nieuw", "m" * 300, cwd=tmp_path, code=1)
    assert list(files(tmp_path)) == ["antwoorden.yaml"]


@POSIX
def test_of_a_link_the_file_itself_is_written(tmp_path: Path) -> None:
    """A link stays a link, also one that leads nowhere yet."""
    (tmp_path / "echt.docx").write_bytes(OWN)
    for link, real in (("link.docx", "echt.docx"), ("nieuw.docx", "nog-niet.docx")):
        (tmp_path / link).symlink_to(real)
        save(NEW, tmp_path / link, forceer=False, is_own=is_own)
        assert (tmp_path / link).is_symlink()
        assert (tmp_path / real).read_bytes() == NEW


@POSIX
@pytest.mark.parametrize("forceer", [False, True])
def test_what_is_no_file_is_refused(tmp_path: Path, forceer: bool) -> None:
    """A pipe would never answer, and a device is no place for a plan; neither is opened."""
    os.mkfifo(tmp_path / "pijp.docx")
    (tmp_path / "link.docx").symlink_to("/dev/zero")
    for name in ("pijp.docx", "link.docx"):
        said = refusal(partial(save, NEW, tmp_path / name, forceer=forceer, is_own=is_own))
        assert "geen gewoon bestand" in said
    assert stat.S_ISFIFO((tmp_path / "pijp.docx").stat().st_mode)


@POSIX
def test_a_copy_is_as_private_as_the_plan(tmp_path: Path) -> None:
    """Who might not read the plan may not read the copy either."""
    plan = tmp_path / "plan.docx"
    plan.write_bytes(CHANGED)
    plan.chmod(0o600)
    save(NEW, plan, forceer=True, is_own=is_own)
    assert {place.stat().st_mode & 0o777 for place in tmp_path.iterdir()} == {0o600}


def test_a_plan_that_somebody_locked_is_left_alone(tmp_path: Path) -> None:
    """Read-only says that it is to stay as it is; with `forceer` it is kept as a copy where it is not ours alone."""
    plan = tmp_path / "plan.docx"
    plan.write_bytes(OWN)
    plan.chmod(0o444)
    assert "beveiligd" in refusal(lambda: save(NEW, plan, forceer=False, is_own=is_own))
    save(NEW, plan, forceer=True, is_own=is_own)
    assert plan.read_bytes() == NEW


def test_every_place_is_looked_at_before_one_is_written(tmp_path: Path) -> None:
    """A place that is refused leaves the files before it as they were, their moment too."""
    first, second = tmp_path / "plan.docx", tmp_path / "plan.html"
    first.write_bytes(OWN)
    second.write_bytes(CHANGED)
    before = first.stat()
    assert "veranderd" in refusal(lambda: save_all({first: NEW, second: NEW}, forceer=False, is_own=is_own))
    assert first.stat() == before
    save_all({first: NEW}, forceer=False, is_own=is_own)
    assert written()[-1] == first


def test_what_is_undone_is_the_same_file_as_before(tmp_path: Path) -> None:
    """When the second cannot be put in its place, the first is the file that it was; one of somebody else stays."""
    first, second = tmp_path / "plan.docx", tmp_path / "plan.html"
    first.write_bytes(OWN)
    before = first.stat()

    def in_the_way(_data: bytes) -> bool:
        second.unlink()
        second.mkdir()  # comes in the way after it was looked at
        (second / "iets").touch()
        return True

    second.write_bytes(OWN)
    looks = iter([is_own, in_the_way])
    with pytest.raises(ProblemsError):
        save_all({first: NEW, second: NEW}, forceer=False, is_own=lambda data: next(looks)(data))
    assert first.read_bytes() == OWN
    assert (first.stat().st_ino, first.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert sorted(place.name for place in tmp_path.iterdir()) == ["plan.docx", "plan.html"]


def test_a_very_large_file_is_not_read_to_see_whether_it_is_ours(tmp_path: Path) -> None:
    """It is not: no plan is that large."""
    plan = tmp_path / "plan.docx"
    with plan.open("wb") as stream:
        stream.truncate(limits.DOCUMENT + 1)
    assert "niet door wijkplan gemaakt" in refusal(lambda: save(NEW, plan, forceer=False, is_own=lambda _data: True))
