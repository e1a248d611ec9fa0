"""Answering in a real browser: what is typed is in the file, there and nowhere else, whoever else works in it."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from generator.browser.answer_book import AnswerBook
from generator.browser.form_fields import group_at
from generator.browser.meanwhile import changed_places
from generator.browser.parts import address_of
from generator.source import at, parse
from tests.support.browser import until

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

    from generator.browser.form_fields import Field
    from generator.source import Tree
    from tests.support.browser import Plan

pytestmark = [pytest.mark.chromium, pytest.mark.slow]

TYPED = {
    "regel": "Anders, en met een # erin",
    "tekst": "Eerst dit: één.\n\n- daarna dat\n- en ‘zus’",
    "datum": "3 mei 2027",
    "bedrag": "€ 12.345",
    "getal": "77",
    "bestand": "beeld/anders.png",
    "lijst": "eerste\ntweede: met dubbele punt",
    "tabel": "2027: 1000\n2028: 2000",
}
"""What is typed in a field, by how it looks; the others are chosen."""


def _fields_of_each_kind(plan: Plan) -> dict[str, Field]:
    """Return one answered field of each kind in a plan."""
    found: dict[str, Field] = {}
    for field in group_at(AnswerBook(plan.file).current(), ()).all_fields():
        if field.value and field.soort != "vast":
            found.setdefault(field.soort, field)
    return found


def _open(screen: Page, plan: Plan, field: Field) -> None:
    number = plan.address.split("/")[-2]
    screen.goto("/".join(plan.address.split("/")[:3]) + address_of(number, field.path))
    expect(screen.locator("form.vanzelf")).to_be_attached()


def _changed(screen: Page, field: Field) -> Tree:
    """Change a field as a person does, and return what the file is to say."""
    name = screen.locator(f'[name="{field.name}"]')
    other = next((choice.value for choice in field.choices if not choice.is_chosen), "")
    if field.soort in TYPED:
        name.fill(TYPED[field.soort])
        if field.soort == "lijst":
            return TYPED["lijst"].split("\n")
        return {"2027": "1000", "2028": "2000"} if field.soort == "tabel" else TYPED[field.soort]
    if field.soort == "keuzelijst":
        name.select_option(other)
        return other
    screen.locator(f'[name="{field.name}"][value="{other}"]').check()
    return other if field.soort != "verwijzingen" else [*field.value.splitlines(), other]


def test_each_kind_of_field_changes_its_own_place_in_the_file(screen: Page, molenkwartier: Plan) -> None:
    """In the full example: the answers elsewhere stay, and so does each line that is not of this one; undo restores."""
    fields = _fields_of_each_kind(molenkwartier)
    assert {*TYPED, "keuze", "keuzelijst", "ja_nee", "verwijzingen"} - {*fields} == set()
    for field in fields.values():
        before = molenkwartier.text()
        _open(screen, molenkwartier, field)
        wanted = _changed(screen, field)
        until(screen, lambda before=before: molenkwartier.text() != before)
        after = molenkwartier.text()
        was, now = parse(before, "").tree, parse(after, "").tree
        said = at(now, field.path)
        order = sorted if field.soort == "verwijzingen" else lambda texts: texts
        assert order(said) == order(wanted) if isinstance(wanted, list) else said == wanted, field.name
        assert all(place[: len(field.path)] == field.path for place in changed_places(was, now)), field.name
        lines = [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"]
        assert 1 < len(lines) < 30, (field.name, lines)
        expect(screen.locator("#toestand").filter(has_text="Opgeslagen om")).to_be_visible()
        screen.get_by_role("button", name="Ongedaan maken").click()
        until(screen, lambda before=before: molenkwartier.text() == before)


def test_advice_is_answered_with_a_reason(screen: Page, molenkwartier: Plan) -> None:
    """The reason stands in the answers, the advice is gone, and what there is to do became one less."""
    screen.goto(f"{molenkwartier.address}open")
    point = screen.get_by_role("listitem").filter(has_text="lasten en dekking niet gelijk")
    point.get_by_text("Bewust anders?").click()
    point.get_by_label("Bewust zo, omdat").fill("De raad beslist in 2028 over het laatste jaar.")
    point.get_by_role("button", name="Zo laten").click()
    expect(point).to_have_count(0)
    expect(screen.get_by_role("heading", name="Verschil tussen lasten en dekking")).to_be_visible()
    assert "lasten_dekking: De raad beslist in 2028 over het laatste jaar." in molenkwartier.text()


def test_two_windows_lose_nothing(window: BrowserContext, screen: Page, molenkwartier: Plan) -> None:
    """What each typed is in the file, also when they take turns in one part of the plan."""
    other = window.new_page()
    for page in (screen, other):
        page.goto(f"{molenkwartier.address}vraag/wijk")
    screen.locator('[name="wijk.naam"]').fill("Het Molenkwartier")
    until(screen, lambda: "naam: Het Molenkwartier" in molenkwartier.text())
    other.locator('[name="wijk.inwoners"]').fill("6000")
    until(other, lambda: "inwoners: 6000" in molenkwartier.text())
    assert "naam: Het Molenkwartier" in molenkwartier.text()
    screen.locator('[name="wijk.aanduiding"]').fill("de Molen")
    until(screen, lambda: "de Molen" in molenkwartier.text())
    other.locator('[name="wijk.inwoners"]').fill("7000")
    until(other, lambda: "inwoners: 7000" in molenkwartier.text())
    other.close()


def test_an_answer_that_changed_on_the_disk_is_asked_about(screen: Page, molenkwartier: Plan) -> None:
    """Another program wrote something else where somebody types: both are shown, and the user chooses."""
    screen.goto(f"{molenkwartier.address}vraag/wijk")
    shown = screen.locator('[name="wijk.aanduiding"]').input_value()
    text = molenkwartier.text()
    assert f"aanduiding: {shown}" in text
    molenkwartier.file.write_text(text.replace(f"aanduiding: {shown}", "aanduiding: de Oude Molen"), encoding="utf-8")
    screen.locator('[name="wijk.aanduiding"]').fill("de Nieuwe Molen")
    screen.get_by_role("link", name="Eén antwoord wacht op je keuze").click()
    assert "de Oude Molen" in molenkwartier.text()
    assert "de Nieuwe Molen" not in molenkwartier.text()
    screen.get_by_label("Neem wat hier is ingevuld").check()
    screen.get_by_role("button", name="Bewaar deze keuzes").click()
    until(screen, lambda: "aanduiding: de Nieuwe Molen" in molenkwartier.text())
    assert molenkwartier.text() == text.replace(f"aanduiding: {shown}", "aanduiding: de Nieuwe Molen")


def test_without_javascript_a_form_is_sent_by_its_button(window: BrowserContext, molenkwartier: Plan) -> None:
    """Plain answering needs no script."""
    assert window.browser
    plain = window.browser.new_context(java_script_enabled=False, storage_state=window.storage_state())
    page = plain.new_page()
    page.goto(f"{molenkwartier.address}vraag/wijk")
    page.locator('[name="wijk.naam"]').fill("De Hoek")
    page.get_by_role("button", name="Opslaan", exact=True).click()
    assert "naam: De Hoek" in molenkwartier.text()
    assert page.locator('[name="wijk.naam"]').input_value() == "De Hoek"
    plain.close()
