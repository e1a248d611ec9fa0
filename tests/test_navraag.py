"""Who could know a missing answer: told with the open point in a draft, and checked."""

from __future__ import annotations

import pytest
from lxml import html

from generator.pipeline import make_page
from tests.support.documents import MINIMUM, checked

ASKED = """navraag:
  - sleutel: besluit.argumenten
    wie: de griffier
  - sleutel: financien
    wie: de controller
  - sleutel: wijk.citaten
    wie: Fatima
"""


def test_an_open_point_says_whom_to_ask() -> None:
    """About the point, about something in it, or about what it is in; and what a plan can do without is a point too."""
    text = f"{MINIMUM}financien: {{toelichting: x}}\n{ASKED}"
    told = {
        problem.sleutel: problem.oplossing.partition("Navragen bij: ")[2]
        for problem in checked(text).open
        if "Navragen bij" in problem.oplossing
    }
    assert told == {
        "besluit": "de griffier.",
        "financien.lasten": "de controller.",
        "financien.dekking": "de controller.",
        "financien.begrotingswijziging_nodig": "de controller.",
        "wijk.citaten": "Fatima.",
    }


def test_it_stands_with_the_open_points_of_a_draft_in_a_control_with_its_key() -> None:
    """So that who gives another name in Word changes the answer."""
    root = html.document_fromstring(make_page(checked(f"{MINIMUM}{ASKED}")))
    (annex,) = root.iterfind(".//section[@data-blok='bijlage.open_punten']")
    shown = {item.get("data-antwoord"): item.text_content() for item in annex.iterfind(".//*[@data-antwoord]")}
    assert shown == {"navraag[1].wie": "de griffier", "navraag[2].wie": "de controller", "navraag[3].wie": "Fatima"}
    assert "navragen bij: de griffier" in annex.text_content()


def test_it_keeps_no_plan_from_the_college() -> None:
    """What a plan can do without is an open point in a draft alone."""
    decided = f"{MINIMUM}document: {{status: vastgesteld}}\n{ASKED}"
    assert "wijk.citaten" not in {problem.sleutel for problem in checked(decided).open}
    assert "wijk.citaten" in {problem.sleutel for problem in checked(f"{MINIMUM}{ASKED}").open}


@pytest.mark.parametrize(
    ("sleutel", "word", "remedy"),
    [
        ("besluit.argumentn", "geen sleutel", "“besluit.argumenten”"),
        ("wijk aanleiding", "geen sleutel", "“wijk.aanleiding”"),
        ("iets heel anders", "geen sleutel", "wijkplan controleer"),
        ("wijk.naam", "is er al", "Haal deze regel weg"),
        ("begrippen[9].uitleg", "er niet (meer) is", "Verander de sleutel"),
    ],
)
def test_a_key_that_asks_for_nothing_is_told(sleutel: str, word: str, remedy: str) -> None:
    """At its place, with what to do."""
    found = checked(f"{MINIMUM}navraag: [{{sleutel: '{sleutel}'}}]\n").problems
    (told,) = (item for item in found if item.sleutel == "navraag[1].sleutel")
    assert word in told.melding
    assert remedy in told.oplossing
