"""The screen for what comes back from Word: what was picked is taken over, and nothing else; readers get their note."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

import pytest

from generator.browser.application import application
from generator.browser.desk import Desk
from generator.browser.opened_folder import OpenedFolder
from generator.pipeline import generate
from tests.support.asgi import Answer, ask
from tests.support.documents import MINIMUM, body, text_of
from tests.support.word_edits import Edited, comment_on

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.types import ASGIApp

ANSWERS = """gemeente: {naam: Elzenbeek}
wijk:
  naam: Molenkwartier # zo heet de wijk
  aanleiding: De Beeklaan loopt leeg.
document: {versie: "0.4"}
"""


class Form:
    """The form on a folder with one plan and the document that was made of it."""

    def __init__(self, folder: Path, text: str = ANSWERS) -> None:
        """Write the answers, make the plan and open the folder."""
        self.answers = folder / "antwoorden.yaml"
        self.answers.write_text(text, encoding="utf-8")
        generate(self.answers, None)
        self.made = (folder / "plan.docx").read_bytes()
        opened = OpenedFolder(folder)
        self.app: ASGIApp = application(Desk(opened))
        self.place = f"/plan/{opened.plans()[0].id}/terug"

    def edited(self, **said: str) -> bytes:
        """Return the document after somebody typed over answers in Word."""
        document = Edited(self.made)
        for key, words in said.items():
            document.say(key.replace("__", "."), words)
        return document.data

    def send(self, *documents: bytes) -> tuple[str, str]:
        """Send documents, and return where the differences are and what the page says."""
        files = [("documenten", f"plan-{number}.docx", data) for number, data in enumerate(documents, 1)]
        sent = ask(self.app, self.place, {"wijzigingen": "accepteren"}, files=files)
        assert sent.status == 303, sent.text
        where = sent.headers["location"]
        return where, ask(self.app, where).text

    def pick(self, where: str, **picks: str) -> tuple[list[str], str]:
        """Pick what is taken over; return the lines of the file that changed, and the page after it."""
        before = self.answers.read_text(encoding="utf-8")
        form = {name.replace("_", "-"): value for name, value in picks.items()}
        assert ask(self.app, where, form).status == 303
        lines = difflib.unified_diff(
            before.splitlines(), self.answers.read_text(encoding="utf-8").splitlines(), n=0, lineterm=""
        )
        return [line for line in lines if not line.startswith(("---", "+++", "@@"))], ask(self.app, where).text


@pytest.fixture
def form(tmp_path: Path) -> Form:
    """Return the form on a small plan."""
    return Form(tmp_path)


def number_of(page: str, words: str) -> str:
    """Return the number of the change that says these words."""
    part = next(part for part in page.split("<fieldset")[1:] if words in part)
    found = re.search(r'name="(keuze-\d+)"', part)
    assert found is not None
    return found.group(1).replace("-", "_")


def test_only_what_was_picked_is_taken_over(form: Form) -> None:
    """Comments and all else in the file stay as they are; what is left can still be picked."""
    where, shown = form.send(form.edited(document__versie="0.5", wijk__aanleiding="De Beeklaan bloeit op."))
    assert "Over te nemen (2)" in shown
    assert "De Beeklaan loopt leeg." in shown
    versie, aanleiding = number_of(shown, "0.5"), number_of(shown, "bloeit op")
    lines, shown = form.pick(where, **{versie: "niet", aanleiding: "over"})
    assert lines == ["-  aanleiding: De Beeklaan loopt leeg.", "+  aanleiding: De Beeklaan bloeit op."]
    assert "1 wijziging is overgenomen." in shown
    assert "Over te nemen (1)" in shown
    assert "Staat al zo in de antwoorden (1)" in shown
    lines, shown = form.pick(where, **{number_of(shown, "0.5"): "over"})
    assert lines == ['-document: {versie: "0.4"}', '+document: {versie: "0.5"}']
    assert "niets (meer) over te nemen" in shown


def test_nothing_changes_before_somebody_picked(form: Form) -> None:
    """Sending a document is looking; who picks nothing changes nothing."""
    before = form.answers.read_bytes()
    where, _ = form.send(form.edited(document__versie="0.5"))
    lines, shown = form.pick(where)
    assert lines == []
    assert form.answers.read_bytes() == before
    assert "Er is niets overgenomen." in shown


def test_what_changed_in_the_file_as_well_is_asked_side_by_side(form: Form) -> None:
    """Both texts stand there, and the one in the file stays unless somebody picks the other."""
    data = form.edited(wijk__aanleiding="De Beeklaan bloeit op.")
    text = form.answers.read_text(encoding="utf-8")
    form.answers.write_text(text.replace("loopt leeg", "is leeg"), encoding="utf-8")
    where, shown = form.send(data)
    assert "Wat botst (1)" in shown
    assert "De Beeklaan is leeg." in shown
    assert "De Beeklaan bloeit op." in shown
    number = number_of(shown, "bloeit op")
    assert form.pick(where, **{number: "niet"})[0] == []
    lines, _ = form.pick(where, **{number: "over"})
    assert lines == ["-  aanleiding: De Beeklaan is leeg.", "+  aanleiding: De Beeklaan bloeit op."]


@pytest.mark.parametrize(("pick", "words"), [("over", "bloeit op"), ("ander", "wordt mooi"), ("niet", "")])
def test_two_documents_that_differ_are_asked_side_by_side(form: Form, pick: str, words: str) -> None:
    """Whichever is picked is what the answer becomes, or it stays."""
    one = form.edited(wijk__aanleiding="De Beeklaan bloeit op.")
    where, shown = form.send(one, form.edited(wijk__aanleiding="De Beeklaan wordt mooi."))
    assert "plan-1.docx" in shown
    assert "plan-2.docx" in shown
    lines, _ = form.pick(where, **{number_of(shown, "bloeit op"): pick})
    assert [line for line in lines if line.startswith("+")] == (
        [f"+  aanleiding: De Beeklaan {words}."] if words else []
    )


@pytest.mark.parametrize("data", [b"", b"geen Word", b"PK\x03\x04 stuk"])
def test_what_is_no_word_document_is_told_by_its_name(form: Form, data: bytes) -> None:
    """In words that say what to do, on the same screen; a browser sends a file of nothing as well."""
    sent = ask(form.app, form.place, {}, files=[("documenten", "../../plan.docx", data)])
    assert sent.status == 422
    assert "Overnemen wat in Word veranderde" in sent.text
    assert 'class="melding fout"' in sent.text
    assert ask(form.app, form.place, {}, files=[("documenten", "", b"")]).status == 422


def test_with_a_fault_in_the_answers_nothing_is_taken_over(tmp_path: Path) -> None:
    """The fault comes first."""
    form = Form(tmp_path)
    data = form.edited(document__versie="0.5")
    form.answers.write_text(f"{MINIMUM}document: {{datum: ooit}}\n", encoding="utf-8")
    sent = ask(form.app, form.place, {}, files=[("documenten", "plan.docx", data)])
    assert sent.status == 422
    assert "fout" in sent.text


def test_readers_get_a_note_of_their_reactions(form: Form) -> None:
    """The plan that was sent is the one in the folder, or another one that is sent along."""
    document = Edited(form.made)
    comment_on(document, "wijk.aanleiding", "Noem ook het plein.", "Anna")
    files = [("reacties", "plan-anna.docx", document.data)]
    for more in ([], [("plan", "verstuurd.docx", form.made)]):
        got = ask(form.app, f"{form.place}/reactienota", {}, files=[*files, *more])
        assert got.status == 200
        assert got.headers["content-disposition"] == 'attachment; filename="reactienota.docx"'
        assert "Noem ook het plein." in text_of(body(got.body))
    assert ask(form.app, f"{form.place}/reactienota", {}, files=[("reacties", "", b"")]).status == 422


def test_what_was_never_sent_is_not_there(form: Form) -> None:
    """The page is gone once the form was closed."""
    answer: Answer = ask(form.app, f"{form.place}/onbekend")
    assert answer.status == 404
