"""The plan beside the questions, and documents that are made and come back, as a person sees them in Chromium."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from generator.housestyle import find_house_style
from tests.support.browser import axe_violations
from tests.support.word_edits import Edited

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

    from tests.support.browser import Plan

pytestmark = [pytest.mark.chromium, pytest.mark.slow]


def test_the_sheet_follows_what_is_typed(screen: Page, molenkwartier: Plan) -> None:
    """It shows the answer that changed, marks it and goes to it; a click on an answer leads to its question."""
    screen.goto(f"{molenkwartier.address}vraag/wijk")
    sheet = screen.frame_locator("#blad-venster")
    field = screen.locator('[name="wijk.aanleiding"]')
    field.fill("In de Beeklaan ging het mis.")
    field.blur()
    shown = sheet.locator('[data-antwoord="wijk.aanleiding"]').first
    expect(shown).to_contain_text("In de Beeklaan ging het mis.")
    expect(shown).to_have_class("net-veranderd")
    expect(shown).to_be_in_viewport()
    expect(shown).not_to_have_class("net-veranderd")
    shown.click()
    expect(field).to_be_focused()
    sheet.locator('[data-antwoord]:not([data-antwoord^="wijk"])').first.click()
    screen.wait_for_url(lambda address: "/vraag/wijk" not in address)


def test_without_javascript_the_sheet_opens_at_the_answer(
    browser: Browser, window: BrowserContext, molenkwartier: Plan
) -> None:
    """The frame itself goes to the place."""
    context = browser.new_context(storage_state=window.storage_state(), java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{molenkwartier.address}blad?sleutel=organisatie.veiligheid_medewerkers")
    expect(page.locator('[data-antwoord="organisatie.veiligheid_medewerkers"]')).to_be_in_viewport()
    context.close()


def test_from_the_form_to_word_and_back(
    browser: Browser, window: BrowserContext, screen: Page, molenkwartier: Plan, tmp_path: Path
) -> None:
    """A document is made and downloaded; what somebody typed in it is taken over; each screen is for everybody."""
    screen.goto(f"{molenkwartier.address}maken")
    screen.get_by_role("button", name="Maak het document").click()
    expect(screen.get_by_role("heading", name="Het document is klaar")).to_be_visible(timeout=120_000)
    made = screen.url
    with screen.expect_download() as waiting:
        screen.get_by_role("link", name="Download").click()
    document = Edited(waiting.value.path().read_bytes())
    document.say("document.versie", "0.9")
    edited = tmp_path / "plan-anna.docx"
    edited.write_bytes(document.data)
    screen.goto(f"{molenkwartier.address}terug")
    screen.get_by_label("Word-documenten").set_input_files(edited)
    screen.get_by_role("button", name="Bekijk wat er veranderde").click()
    expect(screen.get_by_text("Over te nemen (1)")).to_be_visible(timeout=120_000)
    differences = screen.url
    screen.goto(f"{molenkwartier.address}huisstijl")
    screen.get_by_label("Word-sjabloon (.dotx of .docx)").set_input_files(find_house_style(Path("fris")).word)
    screen.get_by_role("button", name="Probeer dit sjabloon").click()
    expect(screen.get_by_role("button", name="Gebruik dit sjabloon")).to_be_visible(timeout=120_000)
    tried = screen.url
    looking = browser.new_context(storage_state=window.storage_state(), bypass_csp=True, locale="nl-NL")
    page = looking.new_page()
    for address in (made, tried, differences):
        page.goto(address)
        assert axe_violations(page) == []
        page.set_viewport_size({"width": 360, "height": 740})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    looking.close()
    screen.goto(differences)
    screen.get_by_role("button", name="Neem over wat ik koos").click()
    expect(screen.get_by_text("1 wijziging is overgenomen.")).to_be_visible()
    assert 'versie: "0.9"' in molenkwartier.file.read_text(encoding="utf-8")
