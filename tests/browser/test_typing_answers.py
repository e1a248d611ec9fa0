"""Answers typed, chosen, moved and taken away in a real browser, and the file that they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.browser.meanwhile import changed_places
from generator.source import at, dotted, parse

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page

    from generator.source import Tree
    from tests.support.browser import Plan

pytestmark = [pytest.mark.chromium, pytest.mark.slow]
_TRIES = 400


def tree(file: Path) -> Tree:
    """Return what a file says."""
    return parse(file.read_text(encoding="utf-8"), file.name).tree


def until(page: Page, holds: Callable[[], bool]) -> None:
    """Wait until the form has done its work by itself."""
    for _ in range(_TRIES):
        if holds():
            return
        page.wait_for_timeout(25)
    raise AssertionError(page.locator("#toestand").inner_text())


def names(before: Tree, after: Tree) -> set[str]:
    """Return the keys at which two files differ."""
    return {dotted(path) for path in changed_places(before, after)}


def test_each_kind_of_field_changes_just_its_own_place(screen: Page, molenkwartier: Plan) -> None:
    """A line, a text, a number, a date, a choice, yes or no, a list, boxes to tick and amounts by year."""
    before = tree(molenkwartier.file)
    wanted: set[str] = set()

    def changed(key: str) -> None:
        wanted.add(key)
        until(screen, lambda: names(before, tree(molenkwartier.file)) == wanted)

    def typed(key: str, text: str) -> None:
        screen.locator(f"[name='{key}']").fill(text)
        changed(key)

    screen.goto(f"{molenkwartier.address}vraag/wijk")
    typed("wijk.aanduiding", "het mooie Molenkwartier")
    typed("wijk.aanleiding", "Eén.\n\nTwee: “aanhaling” & 'teken' # hekje")
    typed("wijk.inwoners", "ca. 6.000")
    screen.goto(f"{molenkwartier.address}vraag/document")
    typed("document.datum", "17-2-2026")
    screen.get_by_text("vertrouwelijk", exact=True).click()
    changed("document.openbaarheid")
    screen.goto(f"{molenkwartier.address}vraag/financien")
    screen.locator("[name='financien.begrotingswijziging_nodig']:not(:checked):not([value=''])").check()
    changed("financien.begrotingswijziging_nodig")
    screen.goto(f"{molenkwartier.address}vraag/financien.lasten#financien.lasten[1].bedragen")
    amounts = screen.locator("[name='financien.lasten[1].bedragen']")
    first, *rest = amounts.input_value().split("\n")
    amounts.fill("\n".join([f"{first.partition(':')[0]}: PM", *rest]))
    changed(f"financien.lasten[1].bedragen.{first.partition(':')[0]}")
    screen.goto(f"{molenkwartier.address}interventies/1")
    partners = screen.locator("[name='interventies[1].partners']")
    partners.fill(partners.input_value().replace("Woonbeek", "Woonbeek en huurders"))
    changed("interventies[1].partners[2]")
    screen.get_by_label("D2:").first.check()
    until(screen, lambda: at(tree(molenkwartier.file), ("interventies", 0, "draagt_bij_aan")) == ["D1", "D2", "D3"])


def test_a_fault_is_told_while_one_types_on(screen: Page, molenkwartier: Plan) -> None:
    """It stands at its field, goes when it is mended, and the field keeps the focus and every sign."""
    screen.goto(f"{molenkwartier.address}vraag/wijk")
    field = screen.locator("[name='wijk.inwoners']")
    field.fill("60xx")
    screen.get_by_text("“60xx” is geen heel getal.").wait_for()
    assert field.get_attribute("aria-invalid") == "true"
    assert screen.evaluate("document.activeElement.name") == "wijk.inwoners"
    screen.keyboard.press("Backspace")
    screen.keyboard.press("Backspace")
    screen.keyboard.type("21", delay=40)
    screen.get_by_text("is geen heel getal.").wait_for(state="detached")
    assert field.input_value() == "6021"
    assert screen.evaluate("document.activeElement.name") == "wijk.inwoners"


def test_plain_answering_works_without_javascript(
    browser: Browser, window: BrowserContext, molenkwartier: Plan
) -> None:
    """With the button, as any form."""
    context = browser.new_context(storage_state=window.storage_state(), java_script_enabled=False, locale="nl-NL")
    page = context.new_page()
    page.goto(f"{molenkwartier.address}randvoorwaarde/juiste_professional")
    page.get_by_role("radio", name="niet op orde").first.check()
    page.get_by_role("button", name="Opslaan").click()
    assert at(tree(molenkwartier.file), ("randvoorwaarden", "juiste_professional", "status")) == "niet"
    assert page.url.endswith("randvoorwaarde/juiste_professional")
    assert page.locator("#toestand").inner_text().startswith("Opgeslagen")
    context.close()


def test_an_action_of_the_framework_opens_to_be_made_ones_own(screen: Page, molenkwartier: Plan) -> None:
    """It is added with its number, and unfolded at the place where who and when are asked."""
    screen.goto(f"{molenkwartier.address}randvoorwaarde/gezamenlijke_visie")
    screen.get_by_role("button", name="Neem over").first.click()
    who = screen.locator("[name='randvoorwaarden.gezamenlijke_visie.acties[2].wie']")
    who.fill("teammanager HRM")
    actions = ("randvoorwaarden", "gezamenlijke_visie", "acties", 1)
    until(screen, lambda: at(tree(molenkwartier.file), (*actions, "wie")) == "teammanager HRM")
    assert at(tree(molenkwartier.file), (*actions, "uit_kader"))


def test_interventions_are_chosen_moved_and_taken_away_and_all_of_it_undone(screen: Page, molenkwartier: Plan) -> None:
    """By a card, by dragging, by a button that asks first; “Ongedaan maken” gives each state back, sign for sign."""

    def ids() -> list[str]:
        items = at(tree(molenkwartier.file), ("interventies",))
        return [str(at(item, ("id",))) for item in items] if isinstance(items, list) else []

    texts, chosen = [molenkwartier.file.read_bytes()], ids()
    screen.goto(f"{molenkwartier.address}interventies?zoek=camera")
    screen.locator("li.kaart", has_text="Cameratoezicht").get_by_role("button").click()
    screen.wait_for_url("**/interventies/cameratoezicht")
    assert ids() == [*chosen, "cameratoezicht"]
    texts.append(molenkwartier.file.read_bytes())
    screen.goto(f"{molenkwartier.address}interventies")
    screen.locator("#gekozen-1").drag_to(screen.locator("#gekozen-2"), target_position={"x": 20, "y": 60})
    until(screen, lambda: ids()[:2] == [chosen[1], chosen[0]])
    texts.append(molenkwartier.file.read_bytes())
    screen.goto(f"{molenkwartier.address}interventies")
    last = screen.locator(".gekozen ol > li").last
    last.get_by_text("Weghalen").click()
    last.get_by_role("button", name="Ja, haal weg").click()
    until(screen, lambda: "cameratoezicht" not in ids())
    for text in reversed(texts):
        screen.get_by_role("button", name="Ongedaan maken").click()
        until(screen, lambda text=text: molenkwartier.file.read_bytes() == text)
