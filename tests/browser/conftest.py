"""What the tests of the form share: a browser and an open form for each module, and a page for each test."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.support.browser import Plan, Serving, Watch, browsing, serving
from tests.support.documents import MINIMUM, copy_example

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Page


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return Chromium."""
    with browsing() as started:
        yield started


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """Return a form that is open on a folder for plans."""
    folder = tmp_path_factory.mktemp("formulier")
    (folder / "plannen").mkdir()
    with serving(folder / "plannen", folder / "gezegd.txt") as opened:
        yield opened


@pytest.fixture
def molenkwartier(form: Serving) -> Iterator[Plan]:
    """Return a copy of the full example in the folder."""
    folder = form.folder / "molenkwartier"
    yield form.plan(copy_example("molenkwartier", folder))
    shutil.rmtree(folder)


@pytest.fixture
def plans(form: Serving, molenkwartier: Plan) -> Iterator[list[Plan]]:
    """Return the full example and a plan in which nothing was answered yet but its names."""
    folder = form.folder / "leeg"
    folder.mkdir()
    (folder / "antwoorden.yaml").write_text(MINIMUM, encoding="utf-8")
    yield [molenkwartier, form.plan(folder / "antwoorden.yaml")]
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def window(browser: Browser, form: Serving) -> Iterator[BrowserContext]:
    """Return the browser as its user has it: let in once, by the address that was opened."""
    context = browser.new_context(locale="nl-NL", viewport={"width": 1280, "height": 900})
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.goto(form.address)
    page.close()
    yield context
    context.close()


@pytest.fixture(scope="module")
def open_window(browser: Browser, window: BrowserContext) -> Iterator[BrowserContext]:
    """Return a browser of the same user that lets axe-core in, which the policy of the form would keep out."""
    context = browser.new_context(storage_state=window.storage_state(), bypass_csp=True, locale="nl-NL")
    yield context
    context.close()


@pytest.fixture
def screen(window: BrowserContext, form: Serving) -> Iterator[Page]:
    """Return a page of the form; in the end, nothing went wrong on it and it asked nothing of anybody else."""
    page = window.new_page()
    watch = Watch(form.origin)
    watch.over(page)
    page.goto(f"{form.origin}/")
    yield page
    page.close()
    assert watch.seen == []
