"""Answers sent by a form: saved and said, asked about where they clash, never lost; asked for without a browser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from lxml import html

from generator.browser.answer_book import AnswerBook
from generator.browser.application import application
from generator.browser.desk import Desk
from generator.browser.opened_folder import OpenedFolder
from generator.browser.posted import edits_of
from tests.browser.test_form_fields import form_of
from tests.support.asgi import Answer, ask
from tests.support.documents import MINIMUM, ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

HTMX = {"hx-request": "true", "wijkplan-venster": "een"}


class Form:
    """A form that is open on a folder with one plan."""

    def __init__(self, folder: Path) -> None:
        """Write the plan and open the form."""
        self.file = folder / "antwoorden.yaml"
        self.file.write_text(MINIMUM, encoding="utf-8")
        desk = Desk(OpenedFolder.of(folder))
        (plan,) = desk.folder.plans()
        self._app = application(desk)
        self.path = f"/plan/{plan.id}/"
        self.book = desk.book(plan.id)

    def sends(self, path: str, fields: Mapping[str, str], headers: Mapping[str, str] | None = None) -> Answer:
        """Send a form."""
        return ask(self._app, self.path + path, fields, headers=headers)

    def shows(self, path: str = "keuzes") -> str:
        """Return the text of a page."""
        answer = ask(self._app, self.path + path)
        assert answer.status == 200
        return " ".join(html.document_fromstring(answer.text).find(".//main").text_content().split())

    @property
    def version(self) -> str:
        """Return the version that a page would show now."""
        return self.book.current().id

    @property
    def text(self) -> str:
        """Return the file."""
        return self.file.read_text("utf-8")


@pytest.fixture
def form(tmp_path: Path) -> Form:
    """Return a form on the least answers."""
    return Form(tmp_path)


def test_an_answer_is_saved_and_the_browser_sent_back(form: Form) -> None:
    """Without JavaScript, to the page that it came from."""
    back = f"{form.path}vraag/wijk"
    answer = form.sends("antwoord", {"versie": form.version, "terug": back, "wijk.aanleiding": "Groot onderhoud"})
    assert (answer.status, answer.headers["location"]) == (303, back)
    assert "aanleiding: Groot onderhoud" in form.text
    assert re.fullmatch(r"Opgeslagen om \d\d:\d\d\.", form.book.said)


@pytest.mark.parametrize("back", ["https://boos.example/", "//boos.example", "/plan/../..", "/nieuw", "", "/plan/x/\n"])
def test_a_form_sends_nobody_elsewhere(form: Form, back: str) -> None:
    """Only to a page of the same plan."""
    answer = form.sends("antwoord", {"versie": form.version, "terug": back})
    assert (answer.status, answer.headers["location"]) == (303, form.path)


def test_a_page_that_saves_by_itself_hears_what_became_of_it(form: Form) -> None:
    """A sentence for the status line; and that somebody else changed the file."""
    seen = form.version
    form.file.write_text(MINIMUM.replace("Elzenbeek", "Iepenbeek"), encoding="utf-8")
    answer = form.sends("antwoord", {"versie": seen, "wijk.aanleiding": "Onderhoud"}, HTMX)
    assert answer.status == 200
    assert 'id="toestand"' in answer.text
    assert "Opgeslagen om" in answer.text
    assert "buiten dit venster veranderd: “Hoe heet de gemeente?”" in answer.text
    answer = form.sends("antwoord", {"versie": form.version, "wijk.aanleiding": "Groot onderhoud"}, HTMX)
    assert "buiten dit venster" not in answer.text


def test_two_answers_to_one_question_are_shown_beside_each_other(form: Form) -> None:
    """Nothing is overwritten; each choice is carried out."""
    seen = form.version
    form.sends("antwoord", {"versie": seen, "wijk.naam": "Hofwijk"})
    answer = form.sends("antwoord", {"versie": seen, "wijk.naam": "Tuinwijk"})
    assert answer.headers["location"] == f"{form.path}keuzes"
    shown = form.shows()
    assert "Hofwijk" in shown
    assert "Tuinwijk" in shown
    assert "Eén antwoord wacht op je keuze" in shown
    assert "naam: Hofwijk" in form.text
    (item,) = form.book.waiting()
    answer = form.sends("keuzes", {"versie": form.version, f"keus-{item.number}": "hier"})
    assert answer.headers["location"] == form.path
    assert "naam: Tuinwijk" in form.text
    assert "Er wacht niets op een keuze." in form.shows()


def test_undo_and_redo_go_back_and_forth_and_say_when_there_is_nothing(form: Form) -> None:
    """The bytes are those of before."""
    form.sends("antwoord", {"versie": form.version, "wijk.naam": "Hofwijk"})
    changed = form.text
    assert form.sends("ongedaan", {"terug": f"{form.path}keuzes"}).headers["location"] == f"{form.path}keuzes"
    assert form.text == MINIMUM
    form.sends("opnieuw", {})
    assert form.text == changed
    form.sends("opnieuw", {})
    assert form.book.said == "Er is niets om opnieuw te doen."


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "by itself"])
def test_what_cannot_be_saved_is_said_with_what_was_typed(form: Form, headers: Mapping[str, str]) -> None:
    """The file was mistyped in an editor meanwhile; what the page sent is not lost."""
    seen = form.version
    broken = f"{MINIMUM}besluit: [\n"
    form.file.write_text(broken, encoding="utf-8")
    answer = form.sends("antwoord", {"versie": seen, "wijk.aanleiding": "Groot <onderhoud>"}, headers)
    assert answer.status == 409
    assert form.text == broken
    assert "Niet opgeslagen" in answer.text
    assert headers or "Groot &lt;onderhoud&gt;" in answer.text


def test_a_file_that_disappeared_is_put_back_with_what_was_typed(form: Form) -> None:
    """After a click; not by itself, for somebody may have moved it."""
    seen = form.version
    form.file.unlink()
    answer = form.sends("antwoord", {"versie": seen, "wijk.naam": "Hofwijk"})
    assert answer.status == 409
    assert "Zet het bestand terug" in answer.text
    assert not form.file.exists()
    assert form.sends("terugzetten", {"versie": seen, "wijk.naam": "Hofwijk"}).status == 303
    assert form.text == MINIMUM.replace("Molenkwartier", "Hofwijk")


EVERY = [*sorted((ROOT / "examples").glob("*/antwoorden.yaml")), *sorted((ROOT / "tests" / "typed").glob("*.yaml"))]


@pytest.mark.parametrize(
    "original", EVERY, ids=lambda file: file.stem if file.parent.name == "typed" else file.parent.name
)
def test_what_a_form_shows_and_gets_back_unchanged_leaves_every_byte(original: Path, tmp_path: Path) -> None:
    """The examples, and files as people type them, with their faults."""
    file = tmp_path / "antwoorden.yaml"
    file.write_bytes(original.read_bytes())
    book = AnswerBook(file)
    version = book.current()
    edits = edits_of(version, form_of(version)) if version.source else []
    assert not book.change(edits, version.id).applied
    assert file.read_bytes() == original.read_bytes()
    assert [place.name for place in tmp_path.iterdir()] == [file.name]


def test_a_name_that_no_field_has_is_refused(form: Form) -> None:
    """A form of ours has none."""
    assert form.sends("antwoord", {"versie": form.version, "wijk.iets": "x"}).status == 400
    assert form.text == MINIMUM
