"""The form as a person sees it: a server of its own on a folder, and pages in a real browser."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

from generator.browser.opened_folder import OpenedFolder
from tests.support.signals import heard
from tests.support.tools import axe, chromium

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Request


@dataclass(frozen=True)
class Serving:
    """A form that is open on a folder."""

    folder: Path
    process: subprocess.Popen[bytes]
    said: Path
    """The file with all that the command said."""
    address: str
    """What the browser of the user is opened with."""

    @property
    def origin(self) -> str:
        """Return where all pages of the form are."""
        return "/".join(self.address.split("/")[:3])

    def plan(self, file: Path) -> Plan:
        """Return a plan in the folder by its answer file."""
        found = next(plan for plan in OpenedFolder(self.folder).plans() if plan.file == file.resolve())
        return Plan(file, f"{self.origin}/plan/{found.id}/")


@dataclass(frozen=True)
class Plan:
    """A plan in an opened folder."""

    file: Path
    address: str
    """The address of its overview, which those of its other screens begin with."""

    def text(self) -> str:
        """Return the answer file as it is now."""
        return self.file.read_text(encoding="utf-8")


@contextmanager
def serving(folder: Path, said: Path) -> Iterator[Serving]:
    """Open the form on a folder in a process of its own, as a user does, and end that in the end.

    Args:
        folder: The folder with plans.
        said: A file for what the command says.
    """
    command = [sys.executable, "-m", "generator", "formulier", str(folder), "--geen-browser"]
    environment = {**os.environ, "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"}
    with said.open("wb") as out, heard():
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT, env=environment, cwd=folder
        )
    try:
        yield Serving(folder, process, said, _address(process, said))
    finally:
        process.kill()
        process.wait(timeout=30)


def _address(process: subprocess.Popen[bytes], said: Path) -> str:
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None:
        if found := re.search(r"http://127\.0\.0\.1:\d+/\S*(?=\s)", said.read_text(encoding="utf-8")):
            return found.group(0)
        time.sleep(0.02)
    raise AssertionError(said.read_text(encoding="utf-8"))


@contextmanager
def browsing() -> Iterator[Browser]:
    """Start Chromium, and close it in the end.

    Playwright keeps a loop running for as long: nothing else in the process can use asyncio until then.
    """
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield browser
        browser.close()


def until(page: Page, holds: Callable[[], bool]) -> None:
    """Wait until something holds outside of a page, such as in a file that it saves to."""
    end = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < end, page.locator("main").inner_text()
        page.wait_for_timeout(25)


@dataclass
class Watch:
    """What must never happen on a page of the form, whatever a test does there."""

    origin: str
    seen: list[str] = field(default_factory=list)

    def over(self, page: Page) -> None:
        """Keep watch over a page: its errors, what its policy refused, and whom it asks for something."""
        page.on("console", lambda line: self.seen.append(line.text) if line.type == "error" else None)
        page.on("pageerror", lambda fault: self.seen.append(str(fault)))
        page.on("request", self._asked)

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((f"{self.origin}/", "data:", "about:", "blob:")):
            self.seen.append(f"asks {request.url}")


def axe_violations(page: Page) -> list[str]:
    """Return what axe-core finds on a page, frames included; its context bypasses the policy for scripts."""
    for frame in page.frames:
        frame.evaluate(axe())
    found: dict[str, Any] = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{page.url}: {fault['id']}: {fault['help']}: {', '.join(str(node['target']) for node in fault['nodes'])}"
        for fault in found["violations"]
    ]
