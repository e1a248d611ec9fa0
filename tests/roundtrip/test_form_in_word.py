"""Word is a form: what is filled in there becomes the answers, without an editor."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from generator.pipeline import check_file
from tests.support.cli import run
from tests.support.word_edits import Edited

if TYPE_CHECKING:
    from pathlib import Path

FILLED = {
    "wijk.aanleiding": ("Bewoners voelen zich niet veilig.", "wijk.aanleiding", "Bewoners voelen zich niet veilig."),
    "randvoorwaarden.urgentiebesef.status": ("deels op orde", "randvoorwaarden.urgentiebesef.status", "deels"),
    "document.datum": ("3 maart 2026", "document.datum", "3-3-2026"),
    "document.auteurs": ("A. Bos, adviseur", "document.auteurs", {"naam": "A. Bos", "functie": "adviseur"}),
    "besluit.beslispunten": ("Het plan vast te stellen.", "besluit.beslispunten", "Het plan vast te stellen."),
}
"""For a place in the draft what is typed there, and the answer that it becomes."""


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """Return the folder of a new plan with its draft."""
    run("nieuw", "wijk", "--gemeente", "Elzenbeek", "--wijk", "Molenkwartier", "--word", cwd=tmp_path)
    return tmp_path / "wijk"


def test_what_is_filled_in_becomes_answers(draft: Path) -> None:
    """A text, a choice, a date and the first item of a list; each closes its open point."""
    document = Edited((draft / "plan.docx").read_bytes())
    for key, (typed, _, _) in FILLED.items():
        document.say(key, typed)
    document.say("document.periode", "2026 tot en met 2029")
    (draft / "plan.docx").write_bytes(document.data)
    before = {problem.sleutel for problem in check_file(draft / "antwoorden.yaml").open}
    said = json.loads(run("neem-over", "plan.docx", "antwoorden.yaml", "--schrijf", "--json", cwd=draft))
    assert said["niet_gelezen"] == []
    taken = {item["sleutel"]: item["wordt"] for item in said["wijzigingen"]}
    assert taken == {
        **{key: answer for _, key, answer in FILLED.values()},
        "document.periode.van": "2026",
        "document.periode.tot_en_met": "2029",
    }
    after = check_file(draft / "antwoorden.yaml")
    assert not after.fouten
    still_open = {problem.sleutel for problem in after.open}
    assert {"wijk.aanleiding", "document.datum"} <= before
    assert not set(taken) & still_open


def test_what_is_no_answer_in_the_place_of_a_list_is_said(draft: Path) -> None:
    """An intervention has an id of the framework: a word alone does not say which."""
    document = Edited((draft / "plan.docx").read_bytes())
    document.say("interventies", "Iets met jongeren")
    (draft / "plan.docx").write_bytes(document.data)
    assert "Iets met jongeren" in run("neem-over", "plan.docx", "antwoorden.yaml", cwd=draft, code=1)


def test_without_names_there_is_no_draft(tmp_path: Path) -> None:
    """The message says what to give, and nothing is made."""
    assert "--gemeente" in run("nieuw", "wijk", "--word", cwd=tmp_path, code=2)
    assert not (tmp_path / "wijk").exists()
