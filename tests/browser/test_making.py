"""The screen that makes documents: what was asked is there, nothing of somebody else gives way, and it can be had."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest

from generator.browser.application import application
from generator.browser.desk import Desk
from generator.browser.makings import Makings, Order
from generator.browser.opened_folder import OpenedFolder
from generator.documents import Output
from generator.pipeline import is_own_document
from generator.workshop import Workshop
from tests.support.asgi import Answer, ask
from tests.support.documents import MINIMUM
from tests.support.word_edits import Edited

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.types import ASGIApp


class Form:
    """The form on a folder with one plan."""

    def __init__(self, folder: Path, text: str = MINIMUM) -> None:
        """Write the answers, and open the folder."""
        (folder / "antwoorden.yaml").write_text(text, encoding="utf-8")
        self.folder = folder
        opened = OpenedFolder(folder)
        self.app: ASGIApp = application(Desk(opened))
        self.plan = f"/plan/{opened.plans()[0].id}"

    def make(self, **asked: str) -> Answer:
        """Make a document, and return the page that is there in the end."""
        sent = ask(self.app, f"{self.plan}/maken", asked)
        assert sent.status == 303
        self.place = sent.headers["location"]
        until = time.monotonic() + 120
        while time.monotonic() < until:
            shown = ask(self.app, self.place)
            if "<progress" not in shown.text:
                return shown
            assert 'hx-trigger="every' in shown.text
            assert 'http-equiv="refresh"' in shown.text
            time.sleep(0.05)
        raise AssertionError(shown.text)


@pytest.fixture
def form(tmp_path: Path) -> Form:
    """Return the form on the smallest plan."""
    return Form(tmp_path)


def test_what_is_missing_stands_first(form: Form) -> None:
    """A draft can be made; who makes one knows what is missing in it."""
    shown = ask(form.app, f"{form.plan}/maken").text
    assert "Er ontbreken nog" in shown
    assert shown.index("Wat er nog ontbreekt") < shown.index("Welk document?")
    assert f'href="{form.plan}/vraag/' in shown or f'href="{form.plan}/randvoorwaarde/' in shown


def test_a_document_lies_beside_the_answers_and_can_be_downloaded(form: Form) -> None:
    """In every format that was asked; what the browser gets is what was written."""
    shown = form.make(soort="plan", formaat="docx")
    assert "Het document is klaar" in shown.text
    written = (form.folder / "plan.docx").read_bytes()
    got = ask(form.app, f"{form.place}/0")
    assert got.body == written
    assert is_own_document(written)
    assert got.headers["content-disposition"].startswith("attachment")
    assert ask(form.app, f"{form.place}/1").status == 404


def test_a_document_that_was_edited_never_gives_way_unasked(form: Form) -> None:
    """It can be made beside it, or in its place with the old one kept; until then nothing changes."""
    form.make(soort="plan", formaat="docx")
    document = Edited((form.folder / "plan.docx").read_bytes())
    document.say("wijk.naam", "Molenbuurt")
    edited = document.data
    (form.folder / "plan.docx").write_bytes(edited)
    shown = form.make(soort="plan", formaat="docx", schoon="ja")
    assert "Er staat al een document" in shown.text, shown.text.partition("<main")[2]
    assert "--forceer" not in shown.text
    assert 'name="schoon" value="ja"' in shown.text
    assert [file.name for file in form.folder.glob("*.docx*")] == ["plan.docx"]
    form.make(soort="plan", formaat="docx", bestaat="ernaast")
    assert (form.folder / "plan.docx").read_bytes() == edited
    assert (form.folder / "plan-2.docx").is_file()
    shown = form.make(soort="plan", formaat="docx", bestaat="vervang")
    assert "bewaard als" in shown.text
    assert (form.folder / "plan.docx.bak").read_bytes() == edited
    assert is_own_document((form.folder / "plan.docx").read_bytes())


def test_with_a_fault_nothing_is_made_and_it_is_told(tmp_path: Path) -> None:
    """The screen says what to mend; who asks all the same gets the same words."""
    form = Form(tmp_path, f"{MINIMUM}document: {{datum: ooit}}\n")
    shown = ask(form.app, f"{form.plan}/maken").text
    assert "nog niet worden gemaakt" in shown
    assert "<form method" not in shown.partition('id="inhoud"')[2].partition("</main>")[0]
    assert "niet gemaakt" in form.make(soort="plan", formaat="docx").text
    assert not list(tmp_path.glob("*.docx"))


@pytest.mark.parametrize("path", ["/maken/onbekend", "/maken/onbekend/0", "/maken/onbekend/0/open"])
def test_what_was_never_asked_is_not_there(form: Form, path: str) -> None:
    """No path in an address is ever opened."""
    sent = None if not path.endswith("open") else dict[str, str]()
    assert ask(form.app, form.plan + path, sent).status == 404


def test_a_kind_that_does_not_exist_is_refused(form: Form) -> None:
    """The name of a kind is the name of a template, and never a path."""
    assert ask(form.app, f"{form.plan}/maken", {"soort": "../plan", "formaat": "docx"}).status == 400


def test_of_one_plan_one_document_is_made_at_a_time(form: Form) -> None:
    """Who clicks twice waits for the first."""
    makings = Makings(Workshop())
    order = Order(form.folder / "antwoorden.yaml", Output(("docx",)))
    first = makings.start(order)
    assert makings.start(order) is first or not first.is_busy
    assert first.finished.wait(120)
    assert makings.start(order) is not first


@pytest.mark.skipif(os.name != "posix", reason="the program that opens files is a script here")
def test_a_document_opens_in_the_program_of_the_user(form: Form, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only where there is a program for it; else it can be downloaded."""
    form.make(soort="plan", formaat="docx")
    monkeypatch.setenv("PATH", "")
    assert "Open in Word" not in ask(form.app, form.place).text
    folder = form.folder / "bin"
    folder.mkdir()
    for name in ("xdg-open", "open"):
        program = folder / name
        program.write_text(f'#!/bin/sh\nprintf %s "$1" >"{form.folder}/geopend"\n', encoding="utf-8")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    assert "Open in Word" in ask(form.app, form.place).text
    assert ask(form.app, f"{form.place}/0/open", {}).status == 303
    until = time.monotonic() + 30
    while not (form.folder / "geopend").exists() or not (form.folder / "geopend").read_text(encoding="utf-8"):
        assert time.monotonic() < until
        time.sleep(0.02)
    assert (form.folder / "geopend").read_text(encoding="utf-8") == str(form.folder / "plan.docx")
