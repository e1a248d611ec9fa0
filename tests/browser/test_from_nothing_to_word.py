"""Two whole days of work: a new plan from nothing to Word, and what colleagues changed in Word back in the answers."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from docx import Document
from playwright.sync_api import expect

from generator.source import at, parse
from tests.support.browser import axe_violations, serving, until
from tests.support.documents import paragraphs

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Page

    from tests.support.browser import Plan, Serving

pytestmark = [pytest.mark.chromium, pytest.mark.slow]


def test_a_new_plan_from_nothing_to_word_by_clicking_and_typing_alone(screen: Page, form: Serving) -> None:
    """Every screen leads to the next; what was typed stands in the document, and nothing else was asked of the user."""
    screen.get_by_role("link", name="Nieuw plan").click()
    screen.get_by_label("Welke gemeente maakt het plan?").fill("Elzenbeek")
    screen.get_by_label("Welke wijk?").fill("Vogelbuurt")
    screen.get_by_label("Warm").check()
    screen.get_by_role("button", name="Maak het plan").click()
    expect(screen.get_by_role("heading", name="Vogelbuurt")).to_be_visible()
    file = form.folder / "vogelbuurt" / "antwoorden.yaml"
    assert file.is_file()

    screen.get_by_role("main").get_by_role("link", name="De wijk nu").click()
    screen.get_by_label("Waarom is dit plan nodig?").fill("Er waren drie explosies.\n\nBewoners zijn bang.")
    until(screen, lambda: "drie explosies" in file.read_text(encoding="utf-8"))
    screen.get_by_role("link", name="Vogelbuurt").first.click()

    screen.get_by_role("link", name="Urgentiebesef").first.click()
    screen.locator('[name="randvoorwaarden.urgentiebesef.status"][value="deels"]').check()
    screen.locator('[name="randvoorwaarden.urgentiebesef.onderbouwing"]').fill(
        "Het college ziet het, de raad nog niet."
    )
    until(screen, lambda: "de raad nog niet" in file.read_text(encoding="utf-8"))
    screen.get_by_role("button", name="Neem over").first.click()
    expect(screen.get_by_text("overgenomen").first).to_be_visible()
    answers = parse(file.read_text(encoding="utf-8"), "").tree
    assert at(answers, ("randvoorwaarden", "urgentiebesef", "status")) == "deels"
    action = at(answers, ("randvoorwaarden", "urgentiebesef", "acties", 0, "wat"))
    assert isinstance(action, str)

    screen.get_by_role("link", name="Het plan maken").click()
    screen.get_by_role("button", name="Maak het document").click()
    expect(screen.get_by_role("heading", name="Het document is klaar")).to_be_visible(timeout=60_000)
    with screen.expect_download() as download:
        screen.get_by_role("link", name="Download").click()
    shown = [text for _, text in paragraphs((form.folder / "vogelbuurt" / "plan.docx").read_bytes())]
    assert download.value.path().read_bytes() == (form.folder / "vogelbuurt" / "plan.docx").read_bytes()
    for words in ("Er waren drie explosies.", "Bewoners zijn bang.", "Het college ziet het, de raad nog niet."):
        assert any(words in text for text in shown), words


def test_what_a_colleague_changed_in_word_comes_back(
    open_window: BrowserContext, molenkwartier: Plan, tmp_path: Path
) -> None:
    """Made here, edited elsewhere, dropped here: the change is shown, and only that is taken over."""
    screen = open_window.new_page()
    screen.goto(f"{molenkwartier.address}maken")
    screen.get_by_role("button", name="Maak het document").click()
    expect(screen.get_by_role("heading", name="Het document is klaar")).to_be_visible(timeout=60_000)
    assert axe_violations(screen) == []
    before = molenkwartier.text()
    document = Document(io.BytesIO((molenkwartier.file.parent / "plan.docx").read_bytes()))
    risk = at(parse(before, "").tree, ("risicos", 0, "risico"))
    assert isinstance(risk, str)
    texts = [node for node in document.element.body.iter("{*}t") if node.text == risk]
    assert texts
    for node in texts:
        node.text = f"{risk} en wel in 2027"
    edited = tmp_path / "van-een-collega.docx"
    document.save(str(edited))

    screen.goto(f"{molenkwartier.address}terug")
    screen.get_by_label("Word-documenten").set_input_files(edited)
    screen.get_by_role("button", name="Bekijk wat er veranderde").click()
    expect(screen.get_by_text(f"{risk} en wel in 2027").first).to_be_visible(timeout=60_000)
    assert axe_violations(screen) == []
    assert molenkwartier.text() == before
    screen.get_by_role("button", name="Neem over wat ik koos").click()
    until(screen, lambda: molenkwartier.text() != before)
    assert molenkwartier.text() == before.replace(risk, f"{risk} en wel in 2027", 1)
    screen.close()


def test_a_server_that_is_killed_while_it_saves_leaves_a_whole_file(
    window: BrowserContext, molenkwartier: Plan, tmp_path: Path
) -> None:
    """At whatever moment: the file says what it said, or what was typed, and never a part of that."""
    assert window.browser
    folder = tmp_path / "plan"
    folder.mkdir()
    file = folder / "antwoorden.yaml"
    file.write_text(molenkwartier.text(), encoding="utf-8")
    whole = {0: file.read_text(encoding="utf-8")}
    for number, wait in enumerate((0, 20, 60), 1):
        with serving(folder, tmp_path / "gezegd.txt") as served:
            context = window.browser.new_context()
            page = context.new_page()
            page.goto(served.address)
            page.goto(f"{served.plan(file).address}vraag/wijk")
            page.locator('[name="wijk.naam"]').fill(f"Wijk {number}")
            with page.expect_request("**/antwoord"):
                pass
            page.wait_for_timeout(wait)
            served.process.kill()
            served.process.wait(timeout=30)
            context.close()
        now = file.read_text(encoding="utf-8")
        assert now in {
            whole[number - 1],
            whole[number - 1].replace(_named(whole[number - 1]), f"naam: Wijk {number}", 1),
        }
        whole[number] = now
    assert [place.name for place in folder.iterdir() if place.suffix not in {".yaml", ".bak"}] == []


def _named(text: str) -> str:
    """Return the line with the name of the neighbourhood."""
    return next(line.strip() for line in text.split("\nwijk:\n")[1].splitlines() if line.strip().startswith("naam:"))
