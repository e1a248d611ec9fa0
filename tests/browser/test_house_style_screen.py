"""The screen for the house style: a choice is one answer, and a Word file is tried before anything is kept."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.browser.application import application
from generator.browser.desk import Desk
from generator.browser.opened_folder import OpenedFolder
from generator.housestyle import find_house_style
from generator.limits import SHOWN_PAGES
from tests.support.asgi import ask
from tests.support.documents import MINIMUM, body, text_of

if TYPE_CHECKING:
    from starlette.types import ASGIApp

TEMPLATE = find_house_style(Path("fris")).word


@pytest.fixture
def form(tmp_path: Path) -> tuple[ASGIApp, str, Path]:
    """Return the form on the smallest plan, the address of the screen, and the answers."""
    answers = tmp_path / "antwoorden.yaml"
    answers.write_text(MINIMUM, encoding="utf-8")
    opened = OpenedFolder(tmp_path)
    return application(Desk(opened)), f"/plan/{opened.plans()[0].id}/huisstijl", answers


def test_a_built_in_house_style_is_one_answer(form: tuple[ASGIApp, str, Path]) -> None:
    """Nothing else in the file changes; what is none of them is refused."""
    app, place, answers = form
    assert ask(app, place, {"huisstijl": "warm"}).status == 303
    assert answers.read_text(encoding="utf-8") == f"{MINIMUM}huisstijl: warm\n"
    assert "<strong>warm</strong>" in ask(app, place).text
    assert ask(app, place, {"huisstijl": "../elders"}).status == 400


def test_the_left_column_leads_to_the_screen(form: tuple[ASGIApp, str, Path]) -> None:
    """Not to the question, which only asks for a name; who has a folder gets there from the screen."""
    app, place, _ = form
    elsewhere = ask(app, place.replace("huisstijl", "vraag/document")).text
    assert re.findall(r'<a href="([^"]+)"[^>]*>Huisstijl<', elsewhere) == [place]
    shown = ask(app, place).text
    assert f'<a href="{place}" aria-current="page">Huisstijl</a>' in shown
    question = place.replace("huisstijl", "vraag/huisstijl")
    assert f'href="{question}"' in shown
    assert 'name="huisstijl"' in ask(app, question).text


def test_a_template_is_tried_and_kept_only_when_asked(form: tuple[ASGIApp, str, Path]) -> None:
    """The plan in it can be had first; then it lies beside the answers, which name it."""
    app, place, answers = form
    template = TEMPLATE.read_bytes()
    sent = ask(app, f"{place}/proberen", {}, files=[("sjabloon", f"Onze stijl{TEMPLATE.suffix}", template)])
    assert sent.status == 303
    tried = sent.headers["location"]
    shown = ask(app, tried).text
    assert "Wat van het sjabloon blijft" in shown
    assert "Molenkwartier" in text_of(body(ask(app, f"{tried}/plan.docx").body))
    assert [file.name for file in answers.parent.iterdir()] == ["antwoorden.yaml"]
    assert ask(app, tried, {}).status == 303
    assert (answers.parent / TEMPLATE.name).read_bytes() == template
    assert answers.read_text(encoding="utf-8") == f"{MINIMUM}huisstijl: {TEMPLATE.name}\n"


@pytest.mark.office
def test_pages_of_the_template_and_of_the_plan_in_it_stand_side_by_side(form: tuple[ASGIApp, str, Path]) -> None:
    """The page waits for them, also without JavaScript; each picture has words; nothing lies beside the answers."""
    app, place, answers = form
    files = [("sjabloon", TEMPLATE.name, TEMPLATE.read_bytes())]
    tried = ask(app, f"{place}/proberen", {}, files=files).headers["location"]
    until = time.monotonic() + 120
    while "worden getekend" in (shown := ask(app, tried).text):
        assert 'hx-trigger="every' in shown
        assert 'http-equiv="refresh"' in shown
        assert time.monotonic() < until
        time.sleep(0.05)
    assert 'http-equiv="refresh"' not in shown
    pictures = re.findall(r'<img src="([^"]+)" alt="([^"]+)"', shown)
    assert len(dict(pictures)) == len(pictures)
    assert [words for _, words in pictures if "sjabloon" in words][:1] == ["Bladzijde 1 van het sjabloon"]
    of_plan = [words for _, words in pictures if "plan" in words]
    assert of_plan == [f"Bladzijde {number} van het plan in deze huisstijl" for number in range(1, SHOWN_PAGES + 1)]
    drawn = [ask(app, address) for address, _ in pictures]
    assert {picture.headers["content-type"] for picture in drawn} == {"image/png"}
    assert len({picture.body for picture in drawn}) == len(drawn)
    for nowhere in ("plan/0", f"plan/{SHOWN_PAGES + 1}", "elders/1"):
        assert ask(app, f"{tried}/{nowhere}.png").status == 404
    assert [file.name for file in answers.parent.iterdir()] == ["antwoorden.yaml"]


def test_without_libreoffice_the_plan_in_a_template_is_downloaded(form: tuple[ASGIApp, str, Path]) -> None:
    """No page waits for pictures that never come."""
    app, place, _ = form
    files = [("sjabloon", TEMPLATE.name, TEMPLATE.read_bytes())]
    tried = ask(app, f"{place}/proberen", {}, files=files).headers["location"]
    shown = ask(app, tried).text
    assert "Download het plan erin" in shown
    assert "Staat LibreOffice op deze computer" in shown
    assert "refresh" not in shown
    assert 'id="beelden"' not in shown
    assert ask(app, f"{tried}/plan/1.png").status == 404


@pytest.mark.parametrize(("name", "data"), [("", b""), ("stijl.pdf", b"%PDF-"), ("stijl.exe", b"MZ")])
def test_what_is_no_word_file_by_its_name_is_told(form: tuple[ASGIApp, str, Path], name: str, data: bytes) -> None:
    """On the same screen, with what to do."""
    app, place, _ = form
    sent = ask(app, f"{place}/proberen", {}, files=[("sjabloon", name, data)])
    assert sent.status == 422
    assert "Kies een bestand dat eindigt op" in sent.text


def test_a_broken_template_is_told_and_never_kept(form: tuple[ASGIApp, str, Path]) -> None:
    """The faults of the house style, in the words of the check."""
    app, place, answers = form
    sent = ask(app, f"{place}/proberen", {}, files=[("sjabloon", "../../stijl.dotx", b"PK\x03\x04 stuk")])
    shown = ask(app, sent.headers["location"])
    assert "nog geen plan te maken" in shown.text
    assert "wijkplan-" not in shown.text
    assert ask(app, sent.headers["location"], {}).status == 400
    assert [file.name for file in answers.parent.iterdir()] == ["antwoorden.yaml"]
