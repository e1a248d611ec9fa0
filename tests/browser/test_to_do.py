"""The screen with all that is open: each point is there once, leads to its question, and advice can be answered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator.browser.application import application
from generator.browser.desk import Desk
from generator.browser.opened_folder import OpenedFolder
from generator.browser.parts import address_of
from generator.browser.screens.to_do import points_of
from generator.problems import Soort
from generator.source import path_of
from tests.support.asgi import ask
from tests.support.documents import MINIMUM, checked, copy_example

if TYPE_CHECKING:
    from pathlib import Path


def shown(folder: Path) -> str:
    """Return the screen for the only plan in a folder."""
    opened = OpenedFolder(folder)
    [plan] = opened.plans()
    answer = ask(application(Desk(opened)), f"/plan/{plan.id}/open")
    assert answer.status == 200
    return answer.text


@pytest.mark.parametrize("text", [MINIMUM, f"{MINIMUM}doelen: {{lijst: [{{id: D1}}, {{id: D2}}]}}\nplanning: 3\n"])
def test_every_problem_is_counted_and_told_by_chapter(text: str) -> None:
    """What says the same of several things is one point with several places; the first ones are among all."""
    found = checked(text).problems
    points = points_of("p", found)
    assert points.total == len(found)
    listed = [point for chapter in points.chapters.values() for point in chapter]
    assert sum(max(len(point.places), 1) for point in listed) == len(found)
    assert {point.melding for point in listed} == {problem.melding for problem in found}
    assert len(points.first) == 5
    assert {point.melding for point in points.first} <= {point.melding for point in listed}
    assert all(place.address.startswith("/plan/p/") and place.name for point in listed for place in point.places)


@pytest.mark.parametrize(
    ("key", "address"),
    [
        ("", "/plan/p/"),
        ("wijk.aanleiding", "/plan/p/vraag/wijk#wijk.aanleiding"),
        ("randvoorwaarden.privacy.status", "/plan/p/randvoorwaarde/privacy#randvoorwaarden.privacy.status"),
        ("randvoorwaarden", "/plan/p/#huis"),
        ("wijk.cijfers[3].bron", "/plan/p/vraag/wijk.cijfers#wijk.cijfers[3].bron"),
        ("interventies[2].planning", "/plan/p/interventies/2#interventies[2].planning"),
    ],
)
def test_a_point_leads_to_the_screen_of_its_question(key: str, address: str) -> None:
    """At the question itself, where the screen has more of them."""
    assert address_of("p", path_of(key)) == address


def test_advice_can_be_answered_once_and_says_no_key(tmp_path: Path) -> None:
    """Each has one place for a reason, also when several messages give it; reasons that were given can be changed."""
    copy_example("molenkwartier", tmp_path)
    page = shown(tmp_path)
    rooms = re.findall(r'<textarea[^>]* name="bewust\.(\w+)"', page)
    assert len(rooms) == len({*rooms})
    problems = checked((tmp_path / "antwoorden.yaml").read_text(encoding="utf-8")).problems
    advised = {problem.advies for problem in problems if problem.soort is Soort.AANDACHT and problem.advies}
    assert {*rooms} == advised | {"looptijd", "op_orde", "tijdelijk_geld"}
    assert "Bewust zo? Leg dat uit" not in page
    assert "De partners binden zich nu voor vier jaar." in page


def test_a_file_that_cannot_be_read_shows_why(tmp_path: Path) -> None:
    """In the words of the check; there is nothing else to do then."""
    (tmp_path / "antwoorden.yaml").write_text("wijk:\n\tnaam: Molenkwartier\n", encoding="utf-8")
    page = shown(tmp_path)
    assert "springt in met een tab" in page
    assert "Regel 2" in page
    assert "<textarea" not in page
