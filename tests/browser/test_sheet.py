"""The frame beside a question: what it may hold, where it opens, and the way back to the question."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from generator.browser.application import application
from generator.browser.desk import Desk
from generator.browser.guard import FRAMED_POLICY
from generator.browser.opened_folder import OpenedFolder
from tests.support.asgi import ask
from tests.support.documents import MINIMUM, copy_example

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.types import ASGIApp


@pytest.fixture
def form(tmp_path: Path) -> tuple[ASGIApp, str]:
    """Return the form on a copy of the full example, and the address of its plan."""
    copy_example("molenkwartier", tmp_path)
    return opened(tmp_path)


def opened(folder: Path) -> tuple[ASGIApp, str]:
    """Return the form on a folder with one plan, and the address of that."""
    found = OpenedFolder(folder)
    return application(Desk(found)), f"/plan/{found.plans()[0].id}"


def test_without_a_script_the_frame_opens_at_the_answer(form: tuple[ASGIApp, str]) -> None:
    """The address that is asked leads on to the place itself."""
    app, plan = form
    sent = ask(app, f"{plan}/blad?sleutel=organisatie.rollen[2].wie")
    assert sent.status == 303
    address, _, place = sent.headers["location"].partition("#")
    shown = ask(app, address)
    assert shown.status == 200
    assert f'id="{unquote(place)}"' in shown.text
    assert f'data-plek="{unquote(place)}"' in shown.text


def test_the_frame_holds_to_a_strict_policy(form: tuple[ASGIApp, str]) -> None:
    """No script, no style of its own; only a page of ours may show it."""
    app, plan = form
    shown = ask(app, f"{plan}/blad?sleutel=wijk&hier=1")
    assert shown.headers["content-security-policy"] == FRAMED_POLICY
    assert not re.search(r"<script|<style|\sstyle=|\son\w+=", shown.text)
    style = ask(app, f"{plan}/blad.css")
    assert style.headers["content-type"].startswith("text/css")
    assert ".hoofdstukken-voor-3 {" in style.text
    assert "--accent:" in style.text


def test_answers_that_cannot_be_read_are_told_in_the_frame(tmp_path: Path) -> None:
    """In the words of the check, and not as a fault of the program."""
    (tmp_path / "antwoorden.yaml").write_text(f"{MINIMUM}document: {{datum: ooit}}\n", encoding="utf-8")
    app, plan = opened(tmp_path)
    shown = ask(app, f"{plan}/blad?sleutel=wijk.aanleiding&hier=1").text
    assert "zodra dit is opgelost" in shown
    assert "ooit" in shown


def test_from_an_answer_one_comes_to_its_question(form: tuple[ASGIApp, str]) -> None:
    """The screen of the question, whatever that is."""
    app, plan = form
    sent = ask(app, f"{plan}/naar?sleutel=wijk.aanleiding")
    assert sent.status == 303
    assert sent.headers["location"].startswith(f"{plan}/vraag/wijk")
