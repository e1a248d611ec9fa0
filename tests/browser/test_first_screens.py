"""The first screen, a new plan and the overview, asked for without a browser."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from generator.browser.application import application
from generator.browser.desk import Desk
from generator.browser.opened_folder import OpenedFolder
from generator.browser.plan_progress import chapters_of
from generator.browser.screens.start import new_folder
from generator.checks.urgency import BEGIN, asked_at
from generator.pipeline import check_file
from tests.support.asgi import Answer, ask
from tests.support.documents import MINIMUM, ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NEW = {"gemeente": "’s-Gravenzande & Co", "wijk": "Het: <Oude> Dorp", "huisstijl": "warm"}


def at(folder: Path, path: str = "/", form: Mapping[str, str] | None = None) -> Answer:
    """Ask the form on a folder for a page."""
    return ask(application(Desk(OpenedFolder.of(folder))), path, form)


def only_plan(folder: Path) -> str:
    """Return the address of the one plan in a folder."""
    (plan,) = OpenedFolder.of(folder).plans()
    return f"/plan/{plan.id}/"


def test_the_first_screen_shows_each_plan_with_its_house_and_what_is_open(tmp_path: Path) -> None:
    """Also a plan that cannot be read is there; an empty folder says so."""
    assert "staat nog geen plan" in at(tmp_path).text
    shutil.copytree(ROOT / "examples" / "stationsbuurt", tmp_path / "stationsbuurt")
    (tmp_path / "kapot.yaml").write_text("wijk: {naam: [}\n", encoding="utf-8")
    shown = at(tmp_path).text
    assert "0 van de 12 randvoorwaarden op orde" in shown
    checked = check_file(tmp_path / "stationsbuurt" / "antwoorden.yaml")
    assert f"{len(checked.open)} open punten, {len(checked.aandacht)} adviezen" in shown
    assert shown.count("<rect") == 12
    assert "is niet te lezen" in shown


def test_a_new_plan_is_that_of_nieuw_with_its_house_style(tmp_path: Path) -> None:
    """In a folder of its own, where the browser is sent next; a second one of that name gets another folder."""
    for name in ("het-oude-dorp", "het-oude-dorp-2"):
        answer = at(tmp_path, "/nieuw", NEW)
        assert answer.status == 303
        checked = check_file(tmp_path / name / "antwoorden.yaml")
        assert not checked.fouten
        assert (checked.antwoorden.gemeente.naam, checked.antwoorden.wijk.naam) == (NEW["gemeente"], NEW["wijk"])
        assert checked.antwoorden.huisstijl == "warm"
        assert (tmp_path / name / "antwoorden.schema.json").is_file()
        page = at(tmp_path, answer.headers["location"])
        assert page.status == 200
        assert "Het: &lt;Oude&gt; Dorp" in page.text
        assert "<Oude>" not in page.text


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("wijk", " ", "Vul de naam van de wijk in."),
        ("gemeente", "x" * 101, "Deze naam is te lang"),
        ("wijk", "a\x1bb", "een teken dat niet te lezen is"),
        ("huisstijl", "../../elders", "Kies een van deze huisstijlen."),
    ],
)
def test_a_new_plan_that_cannot_be_is_asked_again(tmp_path: Path, name: str, text: str, said: str) -> None:
    """With what is wrong tied to its field, and what was typed still there; nothing is made."""
    answer = at(tmp_path, "/nieuw", NEW | {name: text})
    assert answer.status == 422
    assert said in answer.text
    assert f'id="{name}-fout"' in answer.text
    assert re.search(rf'aria-describedby="{name}-fout', answer.text)
    assert 'value="warm" checked' in answer.text or name == "huisstijl"
    assert "Dorp" in answer.text or name == "wijk"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("wijk", "folder"),
    [("Élan ’s-Hof", "elan-s-hof"), ("../../x", "x"), ("نهر", "plan"), ("CON", "plan"), ("a" * 99, "a" * 40)],
)
def test_a_folder_of_a_new_plan_has_a_name_that_every_computer_takes(tmp_path: Path, wijk: str, folder: str) -> None:
    """Of letters, digits and dashes; it is never outside the folder that is open."""
    assert new_folder(tmp_path, wijk) == tmp_path / folder


def test_the_overview_has_a_door_to_each_condition(tmp_path: Path) -> None:
    """With how it stands in words, not in colour alone."""
    shutil.copytree(ROOT / "examples" / "molenkwartier", tmp_path / "plan")
    shown = at(tmp_path, only_plan(tmp_path)).text
    rooms = re.findall(r'<a class="kamer (\w+)" href="[^"]+/randvoorwaarde/(\w+)">', shown)
    checked = check_file(tmp_path / "plan" / "antwoorden.yaml")
    assert {name for _, name in rooms} == set(checked.antwoorden.randvoorwaarden)
    assert len(rooms) == 12
    assert shown.count("deels op orde") == [status for status, _ in rooms].count("deels")


def test_a_chapter_asks_what_was_answered_and_what_is_missed() -> None:
    """All chapters together miss as much as the open points of the plan ask for."""
    for name in ("molenkwartier", "helmond", "stationsbuurt"):
        checked = check_file(ROOT / "examples" / name / "antwoorden.yaml")
        chapters = chapters_of(checked)
        missed = sum(chapter.gevraagd - chapter.beantwoord for chapter in chapters)
        assert missed == sum(asked_at(problem) for problem in checked.open)
        assert sum(chapter.beantwoord for chapter in chapters) > 20
    assert [chapter.titel for chapter in chapters][:2] == ["Documentgegevens", "De wijk nu"]


def test_a_plan_that_cannot_be_read_says_where(tmp_path: Path) -> None:
    """In the words of `controleer`."""
    (tmp_path / "antwoorden.yaml").write_text("wijk: {naam: [}\n", encoding="utf-8")
    answer = at(tmp_path, only_plan(tmp_path))
    assert "Dit plan is niet te lezen" in answer.text
    assert "Regel 1" in answer.text


@pytest.mark.parametrize("path", ["/niets", "/plan/0000000000/", "/plan/../../etc/passwd", "/static/../application.py"])
def test_what_is_not_there_is_said_in_dutch(tmp_path: Path, path: str) -> None:
    """With the way back to the start, and without anything of the disk."""
    (tmp_path / "antwoorden.yaml").write_text(MINIMUM, encoding="utf-8")
    answer = at(tmp_path, path)
    assert answer.status == 404
    assert "Naar het begin" in answer.text
    assert 'lang="nl"' in answer.text


def test_no_page_has_a_style_script_or_address_that_its_policy_refuses(tmp_path: Path) -> None:
    """Nothing in the page itself runs or looks, and nothing comes from elsewhere."""
    shutil.copytree(ROOT / "examples" / "stationsbuurt", tmp_path / "plan")
    for path in ("/", "/nieuw", only_plan(tmp_path)):
        shown = at(tmp_path, path).text
        assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:|<script(?! src=\"/static/)", shown)
        assert not re.findall(r'(?:href|src|action)="(?!/|#)', shown)


def test_the_overview_says_with_what_to_begin(tmp_path: Path) -> None:
    """As many as `controleer` names, each a link to where it is answered, and the way to all others."""
    shutil.copytree(ROOT / "examples" / "stationsbuurt", tmp_path / "plan")
    address = only_plan(tmp_path)
    shown = at(tmp_path, address).text
    begin = shown.partition('<ol class="punten">')[2].partition("</ol>")[0]
    assert begin.count("<li>") == BEGIN
    assert all(f'<a href="{address}' in point for point in begin.split("<li>")[1:])
    checked = check_file(tmp_path / "plan" / "antwoorden.yaml")
    assert f"Nog {len(checked.open)} open punten, {len(checked.aandacht)} adviezen: begin hiermee" in shown
    assert f'href="{address}open"' in shown


def test_every_link_of_the_overview_leads_somewhere(tmp_path: Path) -> None:
    """Those of the left column too, in a full plan and in an empty one."""
    shutil.copytree(ROOT / "examples" / "molenkwartier", tmp_path / "vol")
    (tmp_path / "leeg").mkdir()
    (tmp_path / "leeg" / "antwoorden.yaml").write_text(MINIMUM, encoding="utf-8")
    app = application(Desk(OpenedFolder.of(tmp_path)))
    for plan in OpenedFolder.of(tmp_path).plans():
        shown = ask(app, f"/plan/{plan.id}/").text
        links = {link.partition("#")[0] for link in re.findall(r'href="(/[^"]*)"', shown)}
        assert len(links) > 30
        assert [link for link in sorted(links) if ask(app, link).status != 200] == []


def test_the_left_column_unfolds_the_chapter_at_hand(tmp_path: Path) -> None:
    """Of the others only their name, so that the list fits beside a question."""
    (tmp_path / "antwoorden.yaml").write_text(MINIMUM, encoding="utf-8")
    address = only_plan(tmp_path)
    for page, here in (("", []), ("vraag/beeld", ["De wijk nu"]), ("randvoorwaarde/reflectie_evaluatie", ["Zijn de"])):
        column = at(tmp_path, f"{address}{page}").text.partition('<nav class="zij"')[2].partition("</nav>")[0]
        titles = re.findall(r'<span class="titel">.*?</span>\s*</span>([^<]+)</span>', column, re.DOTALL)
        assert [title[: len(start)] for title, start in zip(titles, here, strict=True)] == here
        assert ("Afbeeldingen" in column) is (page == "vraag/beeld")
