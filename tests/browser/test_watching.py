"""What looks at the pages of the form sees what is wrong with a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.browser import Watch, axe_violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.chromium, pytest.mark.slow]
HERE = "http://127.0.0.1:9"
PAGE = """<!doctype html><html><title>x</title><h1>x</h1>
<script src="/kapot.js"></script><img src="/plein.png"><img src="http://127.0.0.1:8/baken.png"></html>"""


def test_a_page_with_faults_is_seen_as_one(browser: Browser) -> None:
    """An error of a script, what is asked of another server, and what nobody can read who cannot see it."""
    page = browser.new_page()
    watch = Watch(HERE)
    watch.over(page)
    page.route("**", lambda route: route.fulfill(body="kapot()" if route.request.url.endswith("js") else PAGE))
    page.goto(f"{HERE}/")
    assert "asks http://127.0.0.1:8/baken.png" in watch.seen
    assert "kapot is not defined" in watch.seen
    assert len(watch.seen) == 2
    found = axe_violations(page)
    assert [line.split(": ")[1] for line in found] == ["html-has-lang", "image-alt", "landmark-one-main", "region"]
    page.close()
