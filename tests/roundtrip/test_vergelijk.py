"""Two plans are compared: answers or documents, as text, for another program, and as a report in Word."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.framework import load_framework
from generator.plan import build
from generator.roundtrip.comparison import compare
from tests.roundtrip.test_laws import answers, changed_answers, checked, made, texts
from tests.support.cli import run
from tests.support.documents import copy_example
from tests.support.tools import validate
from tests.support.word_edits import Edited

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def years(tmp_path: Path) -> Path:
    """Return a folder with the answers of two years and the plan of the first."""
    text = answers("molenkwartier")
    copy_example("molenkwartier", tmp_path)  # for its pictures
    (tmp_path / "toen.yaml").write_text(text, "utf-8")
    (tmp_path / "nu.yaml").write_text(changed_answers(), "utf-8")
    (tmp_path / "plan.docx").write_bytes(made(text))
    return tmp_path


def compared(folder: Path, then: str, now: str) -> dict[str, Any]:
    """Return what the command says for another program."""
    found: dict[str, Any] = json.loads(run("vergelijk", then, now, "--json", cwd=folder))
    return found


def lines(found: dict[str, Any], part: str) -> list[dict[str, str]]:
    """Return the lines of one part."""
    return next((item["regels"] for item in found["onderdelen"] if item["onderdeel"] == part), [])


@pytest.mark.parametrize(("then", "now"), [("toen.yaml", "toen.yaml"), ("toen.yaml", "elders/plan.docx")])
def test_the_same_answers_have_no_differences(years: Path, then: str, now: str) -> None:
    """Whether they come from a file or from a document, which need not have its pictures in files beside it."""
    (years / "elders").mkdir()
    (years / "elders" / "plan.docx").write_bytes((years / "plan.docx").read_bytes())
    assert compared(years, then, now)["onderdelen"] == []
    assert "Er is niets veranderd." in run("vergelijk", then, now, cwd=years)


def test_what_changed_is_told_by_part(years: Path) -> None:
    """A condition, an amount, an item of a list that is new and one that is gone, each once."""
    found = compared(years, "toen.yaml", "nu.yaml")
    assert lines(found, "randvoorwaarden") == [
        {"wat": "Urgentiebesef", "soort": "veranderd", "toen": "deels op orde", "nu": "niet op orde"}
    ]
    others = {(line["wat"], line["soort"]) for line in lines(found, "wijk")}
    assert ("krachtenveld: Huurdersraad", "nieuw") in others
    assert not any("Woonbeek" in what for what, _ in others)
    assert found["standen"]["niet"] == {"toen": 2, "nu": 3}


def test_what_people_changed_in_a_document_counts(years: Path) -> None:
    """The document of the first year in which somebody chose another status."""
    document = Edited(made(answers("molenkwartier")))
    document.say("randvoorwaarden.urgentiebesef.status", "op orde")
    (years / "bewerkt.docx").write_bytes(document.data)
    (line,) = lines(compared(years, "plan.docx", "bewerkt.docx"), "randvoorwaarden")
    assert (line["toen"], line["nu"]) == ("deels op orde", "op orde")


def test_a_document_that_does_not_say_its_answers_is_refused(years: Path) -> None:
    """The message asks for the file."""
    (years / "schoon.docx").write_bytes(Edited(made(answers("molenkwartier"))).without_ancestor().data)
    assert "Geef het bestand met antwoorden" in run("vergelijk", "schoon.docx", "nu.yaml", cwd=years, code=1)


LEAVES = re.compile(r"^ +(?:- )?(\w+): ([A-Z][^{\[#|>\"]{9,})$", re.MULTILINE)
"""Texts of one line in the file."""


@settings(max_examples=5)
@given(st.sampled_from([found.start(2) for found in LEAVES.finditer(answers("molenkwartier"))]))
def test_no_change_of_a_text_goes_unseen(place: int) -> None:
    """Whatever text changes, the comparison shows it as it is now."""
    text = answers("molenkwartier")
    new = f"{text[:place]}Zeldzaam {text[place:]}"
    plans = [build(checked(item).antwoorden, load_framework()) for item in (text, new)]
    found = compare(plans[0], plans[1], (checked(text).source.tree, checked(new).source.tree))
    assert any("Zeldzaam" in f"{regel.wat}{regel.nu}" for part in found.onderdelen for regel in part.regels)


@pytest.mark.sdk
def test_the_report_shows_then_and_now(years: Path) -> None:
    """The house twice, and everything that the command says; the validator finds nothing in it."""
    target = years / "voortgang.docx"
    run("vergelijk", "toen.yaml", "nu.yaml", "--document", "voortgangsrapportage", "-o", target, cwd=years)
    said = texts(target.read_bytes())
    assert sum("(fundament)" in line for line in said) == 2
    for part in compared(years, "toen.yaml", "nu.yaml")["onderdelen"]:
        for line in part["regels"]:
            assert line["wat"] in " ".join(said)
    assert validate([target]) == {target: []}
