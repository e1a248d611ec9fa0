"""The command as a user starts it: where it serves, how it ends, and what it says when it cannot."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from http.cookiejar import CookieJar
from typing import TYPE_CHECKING

import pytest

from generator.browser.opened_folder import OpenedFolder
from generator.browser.serving import FormServer
from tests.support.browser import serving
from tests.support.cli import run
from tests.support.documents import MINIMUM

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.browser import Serving


class Visit:
    """A browser without a screen."""

    def __init__(self, address: str) -> None:
        """Open the address with the token."""
        self.origin = "/".join(address.split("/")[:3])
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        self.first = self.page(address)

    def page(self, address: str, data: bytes | None = None) -> str:
        """Return a page of the form; with data a form is sent."""
        asked = urllib.request.Request(address, data, {"Origin": self.origin} if data is not None else {})  # noqa: S310
        with self._opener.open(asked, timeout=30) as answer:
            shown: str = answer.read().decode("utf-8")
        return shown


@pytest.fixture
def opened(tmp_path: Path) -> Path:
    """Return a folder with one plan."""
    folder = tmp_path / "map"
    folder.mkdir()
    (folder / "antwoorden.yaml").write_text(MINIMUM, encoding="utf-8")
    return folder


def ended(server: Serving) -> tuple[int, str]:
    """Wait for the end of the command, and return its exit code and all that it said."""
    code = server.process.wait(timeout=30)
    return code, server.said.read_text(encoding="utf-8")


def test_the_button_ends_it_and_nothing_of_what_was_asked_is_said(opened: Path, tmp_path: Path) -> None:
    """The goodbye arrives whole; a token that was used is of no use to who reads it later."""
    with serving(opened, tmp_path / "gezegd") as server:
        visit = Visit(server.address)
        assert "<h1>Je plannen</h1>" in visit.first
        with pytest.raises(urllib.error.HTTPError, match="403"):
            Visit(server.address)
        with pytest.raises(urllib.error.HTTPError, match="404"):
            visit.page(f"{server.origin}/geheim-woord")
        assert "wijkplan is gestopt" in visit.page(f"{server.origin}/stoppen", b"")
        code, said = ended(server)
    assert code == 0
    assert "Alles is opgeslagen" in said
    assert "geheim-woord" not in said


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no signals")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["ctrl-c", "term"])
def test_an_end_from_outside_is_that_of_every_command(opened: Path, tmp_path: Path, number: int, code: int) -> None:
    """With its exit code and its word, and no traceback."""
    with serving(opened, tmp_path / "gezegd") as server:
        Visit(server.address)
        server.process.send_signal(number)
        found, said = ended(server)
    assert found == code
    assert "Gestopt." in said
    assert "Traceback" not in said


def test_it_ends_when_no_page_was_open_for_a_while(opened: Path) -> None:
    """And not as long as a page says that it is open."""
    server = FormServer(OpenedFolder.of(opened), idle=0.6)
    thread = threading.Thread(target=server.run)
    thread.start()
    visit = Visit(server.address)
    for _ in range(6):
        visit.page(f"{visit.origin}/leeft")
        thread.join(0.2)
        assert thread.is_alive()
    thread.join(30)
    assert not thread.is_alive()
    assert server.was_idle


def test_a_port_that_is_taken_is_said(opened: Path) -> None:
    """With what to do; a number that is no port too."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        said = run("formulier", opened, "--poort", str(port), "--geen-browser", cwd=opened, code=1)
    assert f"Poort {port} is al in gebruik." in said
    assert "Kies met --poort een ander nummer" in said
    assert "65536" in run("formulier", opened, "--poort", "65536", cwd=opened, code=2)


def test_a_place_that_is_not_there_is_said(opened: Path) -> None:
    """As are a place beside --voorbeeld, and nothing at all."""
    assert "bestaat niet. " in run("formulier", opened / "weg", cwd=opened, code=1).replace("\n", " ")
    assert "Kies: een map, of --voorbeeld" in run("formulier", opened, "--voorbeeld", cwd=opened, code=2)


def test_it_is_reached_at_this_computer_alone(opened: Path) -> None:
    """On no other address of it."""
    server = FormServer(OpenedFolder.of(opened))
    with pytest.raises(OSError, match="refused"), socket.create_connection(("127.0.0.2", server.port), timeout=5):
        pass
    server.close()


def test_a_computer_without_a_browser_gets_the_address(opened: Path, tmp_path: Path) -> None:
    """The server goes on; what is said to open is the address."""
    command = [sys.executable, "-m", "generator", "formulier", "--voorbeeld"]
    with (tmp_path / "gezegd").open("wb") as out:
        process = subprocess.Popen(
            command,
            cwd=opened,
            env={"PYTHONUNBUFFERED": "1", "PATH": "", "PYTHONPATH": ":".join(sys.path), "BROWSER": "bestaat-niet"},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
        )
        try:
            said = ""
            while "Er opende geen browser" not in said and process.poll() is None:
                said = (tmp_path / "gezegd").read_text(encoding="utf-8")
            (address,) = re.findall(r"http://\S+", said)
            visit = Visit(address)
            assert "Molenkwartier" in visit.first
            visit.page(f"{visit.origin}/stoppen", b"")
            assert process.wait(timeout=30) == 0
        finally:
            process.kill()
            process.wait(timeout=30)
    assert "kopie van het voorbeeld" in said
    assert list(opened.iterdir()) == [opened / "antwoorden.yaml"]
