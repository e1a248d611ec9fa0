"""Every screen can be used by everybody: read aloud, by keyboard alone, on a phone and at 200 percent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from starlette.routing import Route

from generator.browser.screens import ROUTES
from tests.support.browser import axe_violations

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

    from tests.support.browser import Plan, Serving

pytestmark = [pytest.mark.chromium, pytest.mark.slow]

SCREENS = {
    "/": ["/"],
    "/nieuw": ["/nieuw"],
    "/plan/{plan}/": [""],
    "/plan/{plan}/open": ["open"],
    "/plan/{plan}/maken": ["maken"],
    "/plan/{plan}/terug": ["terug"],
    "/plan/{plan}/huisstijl": ["huisstijl"],
    "/plan/{plan}/keuzes": ["keuzes"],
    "/plan/{plan}/vraag/{key}": ["vraag/wijk", "vraag/risicos"],
    "/plan/{plan}/randvoorwaarde/{id}": ["randvoorwaarde/cultuuromslag"],
    "/plan/{plan}/interventies": ["interventies?zoek=jongeren"],
    "/plan/{plan}/interventies/{id}": ["interventies/1"],
    "/plan/{plan}/interventies/{id}/startvragen/{nr:int}": ["interventies/1/startvragen/1"],
    "/plan/{plan}/tabel/": ["tabel/"],
    "/plan/{plan}/tabel/{key}": ["tabel/financien", "tabel/risicos"],
}
"""Every address that shows a screen, with what is looked at there: in a plan when it does not begin with a slash."""
NO_SCREENS = {
    "/plan/{plan}/blad",
    "/plan/{plan}/blad.css",
    "/plan/{plan}/naar",
    "/plan/{plan}/maken/{maak}/{nummer:int}",
    "/plan/{plan}/huisstijl/{proef}/plan.docx",
    "/plan/{plan}/huisstijl/{proef}/{kant}/{nummer:int}.png",
}
"""What is asked for by a screen, and is none."""
LATER = {"/plan/{plan}/maken/{maak}", "/plan/{plan}/terug/{zending}", "/plan/{plan}/huisstijl/{proef}"}
"""What is there once something was sent: `test_from_nothing_to_word` and `test_documents_on_screen` look at it."""
PLACES = [place for places in SCREENS.values() for place in places]
NARROW = {"360 px": (360, 740), "200 %": (640, 450)}
"""A phone, and a window of 1280 by 900 in which everything is twice as large."""

FOCUSABLE = """() => [...document.querySelectorAll(
    'a[href], button, input, select, textarea, summary, iframe, [tabindex="0"], [contenteditable=""]')]
  .filter(one => one.checkVisibility({visibilityProperty: true}) && !one.disabled && one.type !== 'hidden'
    && one.tabIndex >= 0 && one.tagName !== 'IFRAME')
  .filter((one, place, all) => one.type !== 'radio' || one.checked
    || !all.some(other => other.type === 'radio' && other.name === one.name && other.form === one.form
      && (other.checked || all.indexOf(other) < place)))
  .map((one, place) => { one.dataset.order = place; return one.outerHTML.slice(0, 120) })"""
FOCUSED = """() => {
  const one = document.activeElement
  if (!one || one === document.body) return null
  const box = one.getBoundingClientRect(), look = getComputedStyle(one)
  const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1)
  const y = Math.min(Math.max(box.top + Math.min(box.height / 2, 10), 0), innerHeight - 1)
  const top = document.elementFromPoint(x, y)
  return {
    order: one.dataset.order ?? null, what: one.outerHTML.slice(0, 120), frame: one.tagName === 'IFRAME',
    inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    onTop: !!top && (one.contains(top) || top.contains(one) || [...(one.labels ?? [])].some(l => l.contains(top))),
    marked: look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2,
  }
}"""
SMALL_TARGETS = """() => [...document.querySelectorAll('button, select, summary, input:not([type=hidden]), textarea')]
  .filter(one => one.checkVisibility() && !['checkbox', 'radio', 'file'].includes(one.type))
  .filter(one => one.getBoundingClientRect().height < 43.5 && !one.closest('td, [aria-hidden]'))
  .map(one => one.outerHTML.slice(0, 120))"""


def _at(page: Page, form: Serving, plan: Plan, place: str) -> None:
    page.goto(f"{form.origin}{place}" if place.startswith("/") else f"{plan.address}{place}")


def test_every_screen_is_looked_at() -> None:
    """A screen that is added gets a place in the table above."""
    shown = {route.path for route in ROUTES if isinstance(route, Route) and "GET" in (route.methods or ())}
    assert shown - NO_SCREENS - LATER == {*SCREENS}


@pytest.mark.parametrize("place", PLACES)
def test_axe_finds_nothing(place: str, open_window: BrowserContext, form: Serving, plans: list[Plan]) -> None:
    """In the full example and in a new plan, in the light and in the dark, with all that unfolds unfolded."""
    page = open_window.new_page()
    found = []
    for plan in plans:
        _at(page, form, plan, place)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found += axe_violations(page)
    page.close()
    assert found == []


@pytest.mark.parametrize("place", PLACES)
def test_a_screen_fits_a_phone_and_twice_the_size(
    place: str, window: BrowserContext, form: Serving, plans: list[Plan]
) -> None:
    """Nothing sticks out to the side, and what is to be pressed is as large as a finger."""
    page = window.new_page()
    for plan in plans:
        _at(page, form, plan, place)
        for name, (width, height) in NARROW.items():
            page.set_viewport_size({"width": width, "height": height})
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, name
        assert page.evaluate(SMALL_TARGETS) == []
    page.close()


@pytest.mark.parametrize("place", PLACES)
def test_the_tab_key_walks_through_a_screen(
    place: str, window: BrowserContext, form: Serving, molenkwartier: Plan
) -> None:
    """To each thing that can be used, in the order in which it stands, each in sight and marked; and out at the end."""
    page = window.new_page()
    _at(page, form, molenkwartier, place)
    expected = page.evaluate(FOCUSABLE)
    reached = []
    for _ in range(len(expected) + 500):  # the links of the sheet in the frame are among them
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUSED)
        if at is None:
            break
        assert at["frame"] or (at["inside"] and at["onTop"] and at["marked"]), at
        reached += [] if at["order"] is None else [int(at["order"])]
    assert [expected[number] for number in sorted({*range(len(expected))} - {*reached})] == []
    assert reached[: len(expected)] == [*range(len(expected))]
    page.close()


def test_a_page_begins_at_its_top_on_a_phone(window: BrowserContext, form: Serving, molenkwartier: Plan) -> None:
    """The sheet of the plan shows where an answer stands, and lets the page with the questions be."""
    page = window.new_page()
    page.set_viewport_size({"width": 360, "height": 740})
    _at(page, form, molenkwartier, "vraag/wijk")
    page.wait_for_function("document.getElementById('blad-venster').contentDocument?.body?.dataset.plek")
    page.wait_for_timeout(200)
    assert page.evaluate("scrollY") == 0
    page.close()
