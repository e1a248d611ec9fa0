"""A hostile page gets nothing of the form, in the very browser that the form is open in."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import BrowserContext

    from tests.support.browser import Plan, Serving

pytestmark = [pytest.mark.chromium, pytest.mark.slow]

TRIES = """async ([form, place]) => {
  const got = {}
  const seen = element => new Promise(done => {
    element.onload = () => done('loaded'); element.onerror = () => done('nothing')
    document.body.append(element)
  })
  const asked = (how, options) => fetch(place, options)
    .then(answer => answer.text().then(text => { got[how] = text ? 'read' : answer.type }))
    .catch(() => { got[how] = 'nothing' })
  await asked('fetch', {credentials: 'include'})
  await asked('opaque', {credentials: 'include', mode: 'no-cors'})
  await asked('post', {credentials: 'include', mode: 'no-cors', method: 'POST', body: new URLSearchParams({x: 'y'})})
  await asked('put', {credentials: 'include', method: 'PUT', body: 'x'})
  got.img = await seen(Object.assign(new Image(), {src: form + '/static/icoon.svg'}))
  got.script = await seen(Object.assign(document.createElement('script'), {src: form + '/static/form.js'}))
  got.style = await seen(Object.assign(document.createElement('link'),
    {rel: 'stylesheet', href: form + '/static/form.css'}))
  const frame = Object.assign(document.createElement('iframe'), {src: place, name: 'binnen'})
  await seen(frame)
  try { got.frame = frame.contentWindow.document.title || 'empty' } catch { got.frame = 'nothing' }
  got.socket = await new Promise(done => {
    const socket = new WebSocket(place.replace('http', 'ws'))
    socket.onopen = () => done('open'); socket.onerror = () => done('nothing')
  })
  return got
}"""


class _Quiet(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>Gratis taart</title><body></body>")

    def log_message(self, *_words: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """Return the port of another server on this computer."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Quiet)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "taart.localhost"])
def test_a_page_of_another_server_reads_and_changes_nothing(
    host: str, window: BrowserContext, form: Serving, molenkwartier: Plan, port: int
) -> None:
    """Not even one on the same computer, with which a browser sends the cookie along: each try meets a refusal."""
    before = molenkwartier.text()
    page = window.new_page()
    page.goto(f"http://{host}:{port}/")
    statuses: list[int] = []
    page.on("response", lambda answer: statuses.append(answer.status) if answer.url.startswith(form.origin) else None)
    for place in (f"{form.origin}/", molenkwartier.address, f"{molenkwartier.address}antwoord"):
        got = page.evaluate(TRIES, [form.origin, place])
        assert got.pop("opaque") in {"opaque", "nothing"}
        assert got.pop("post") in {"opaque", "nothing"}
        assert {*got.values()} == {"nothing"}, got
    assert statuses
    assert {*statuses} == {403}
    assert molenkwartier.text() == before
    page.close()


def test_a_form_that_another_page_sends_changes_nothing(
    window: BrowserContext, form: Serving, molenkwartier: Plan, port: int
) -> None:
    """A form needs no script, and a browser goes where it leads: to a refusal, in words."""
    before = molenkwartier.text()
    page = window.new_page()
    for host in ("127.0.0.1", "localhost"):
        page.goto(f"http://{host}:{port}/")
        page.set_content(
            f'<form method="post" action="{molenkwartier.address}antwoord">'
            '<input name="wijk.naam" value="Overal"><button>Taart</button></form>'
        )
        with page.expect_response(f"{form.origin}/**") as answer:
            page.get_by_role("button").click()
        assert answer.value.status == 403
        assert "wijkplan" in page.title()
        assert molenkwartier.text() == before
    page.close()


def test_a_name_that_leads_to_this_computer_is_not_served(window: BrowserContext, form: Serving) -> None:
    """A page that had its own name lead to 127.0.0.1, to be of one origin with the form, is refused by that name."""
    page = window.new_page()
    for host in ("taart.localhost", "localhost"):
        answer = page.goto(f"{form.origin.replace('127.0.0.1', host)}/")
        assert answer
        assert answer.status == 403
        assert page.get_by_role("heading").inner_text() == "Dit adres hoort niet bij wijkplan."
    page.close()


def test_who_knows_the_address_but_was_not_let_in_sees_nothing(
    form: Serving, window: BrowserContext, molenkwartier: Plan
) -> None:
    """Another user of the computer, also with the address that was opened: its token has worked once."""
    assert window.browser
    stranger = window.browser.new_context()
    page = stranger.new_page()
    for address in (f"{form.origin}/", form.address, molenkwartier.address, f"{form.origin}/static/form.js"):
        answer = page.goto(address)
        assert answer
        assert answer.status == 403
        assert "Molenkwartier" not in page.content()
    stranger.close()
