"""A table in a real browser: it saves by itself, its keys go through it, and cells can be pasted into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.source import Tree, at, parse
from tests.support.browser import axe_violations

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.support.browser import Plan

pytestmark = [pytest.mark.chromium, pytest.mark.slow]
PASTE = """(text) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  const event = new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true});
  document.activeElement.dispatchEvent(event);
}"""


def says(plan: Plan, *path: str | int) -> Tree:
    """Return what the file says."""
    return at(parse(plan.text(), "").tree, path)


def test_what_is_typed_is_saved_by_itself_and_the_sums_follow(screen: Page, molenkwartier: Plan) -> None:
    """Without a button; who types on keeps the cursor, and a new row becomes an item once."""
    screen.goto(f"{molenkwartier.address}tabel/financien")
    screen.locator("[name='financien.lasten[1].bedragen|2026']").fill("60000")
    screen.get_by_text("€ 204.000").first.wait_for()
    assert says(molenkwartier, "financien", "lasten", 0, "bedragen", "2026") == "60000"
    before = says(molenkwartier, "financien", "lasten")
    assert isinstance(before, list)
    new = screen.locator(f"[name='financien.lasten[{len(before) + 1}].post']")
    new.press_sequentially("verlichting in de hele Beekstraat", delay=60)
    screen.locator(f"[name='financien.lasten[{len(before) + 2}].post']").wait_for()
    screen.wait_for_timeout(1500)
    after = says(molenkwartier, "financien", "lasten")
    assert isinstance(after, list)
    assert after[len(before) :] == [{"post": "verlichting in de hele Beekstraat"}]
    assert new.evaluate("field => field === document.activeElement")
    assert screen.locator("#wachtend").inner_text() == ""
    assert axe_violations(screen) == []


def test_keys_go_through_a_table_and_move_a_row(screen: Page, molenkwartier: Plan) -> None:
    """Arrows and Enter go up and down a column; with Alt they take the row along."""
    screen.goto(f"{molenkwartier.address}tabel/wijk.cijfers")
    first = screen.locator("[name='wijk.cijfers[1].wijk']")
    first.focus()
    screen.keyboard.press("ArrowDown")
    screen.keyboard.press("Enter")
    assert screen.evaluate("document.activeElement.name") == "wijk.cijfers[3].wijk"
    before = says(molenkwartier, "wijk", "cijfers", 2)
    with screen.expect_navigation():
        screen.keyboard.press("Alt+ArrowUp")
    assert says(molenkwartier, "wijk", "cijfers", 1) == before


def test_cells_that_are_pasted_into_the_table_can_be_added_at_once(screen: Page, molenkwartier: Plan) -> None:
    """They go to their box, with the button at hand."""
    screen.goto(f"{molenkwartier.address}tabel/begrippen")
    before = says(molenkwartier, "begrippen")
    assert isinstance(before, list)
    screen.locator("[name='begrippen[1].term']").focus()
    screen.evaluate(PASTE, "hof\tplein met huizen\r\nsteeg\tsmalle straat\r\n")
    with screen.expect_navigation():
        screen.keyboard.press("Enter")
    assert says(molenkwartier, "begrippen") == [
        *before,
        {"term": "hof", "uitleg": "plein met huizen"},
        {"term": "steeg", "uitleg": "smalle straat"},
    ]
    assert "2 regels toegevoegd." in screen.locator("#toestand").inner_text()
