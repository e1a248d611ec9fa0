"""Who is let in by the guard before the form, and what leaves with each answer."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from starlette.responses import PlainTextResponse

from generator.browser.guard import FRAMED_POLICY, PAGE_POLICY, Guard
from generator.browser.peer_user import is_stranger, owner_of
from generator.limits import SENT_BYTES, UPLOAD_BYTES
from tests.support.asgi import Answer, ask

if TYPE_CHECKING:
    from collections.abc import Mapping

PORT, TOKEN = 4321, "dit-klopt"
HOST = f"127.0.0.1:{PORT}"
FORM = {"content-type": "application/x-www-form-urlencoded"}


class Visitor:
    """Somebody at a guarded application that says hello."""

    def __init__(self) -> None:
        """Put a guard before the application; nobody has come in."""
        self.app = Guard(PlainTextResponse("binnen"), PORT, TOKEN)
        self.cookie = ""

    def comes_in(self) -> Visitor:
        """Open the address with the token, and keep the cookie."""
        answer = self.asks(f"/?toegang={TOKEN}")
        assert answer.status == 303
        self.cookie = answer.headers["set-cookie"].partition(";")[0]
        return self

    def asks(
        self, path: str = "/", form: Mapping[str, str] | None = None, *, method: str = "", **headers: str
    ) -> Answer:
        """Ask for something; headers are named with `_` for `-`."""
        given = {"host": HOST, "cookie": self.cookie} | {name.replace("_", "-"): text for name, text in headers.items()}
        return ask(self.app, path, form, method=method, headers=given)


def test_the_token_works_once_and_becomes_a_cookie_that_no_script_or_other_site_sees() -> None:
    """Who has the cookie is let in; who comes later with the same address is not."""
    visitor = Visitor()
    answer = visitor.asks(f"/plan/x/?toegang={TOKEN}")
    assert (answer.status, answer.headers["location"]) == (303, "/plan/x/")
    name, *rest = answer.headers["set-cookie"].split("; ")
    assert {"HttpOnly", "SameSite=strict", "Path=/"} <= set(rest)
    assert Visitor().comes_in().asks().text == "binnen"
    assert visitor.asks(f"/?toegang={TOKEN}").status == 403
    assert visitor.asks(cookie=name).text == "binnen"
    assert visitor.asks(f"/?toegang={TOKEN}", cookie=name).status == 303


@pytest.mark.parametrize("cookie", ["", "wijkplan-4321=", "wijkplan-4321=é", "wijkplan-4321=raden", "anders=raden"])
def test_who_has_no_cookie_gets_nothing(cookie: str) -> None:
    """Another user of the computer, who can reach the port but has not the cookie; also with a token that is wrong."""
    visitor = Visitor().comes_in()
    for path in ("/", "/static/form.js", "/?toegang=", "/?toegang=raden", "/?toegang=%C3%A9"):
        answer = visitor.asks(path, cookie=cookie)
        assert answer.status == 403
        assert "binnen" not in answer.text
        assert 'lang="nl"' in answer.text


@pytest.mark.parametrize(
    "host", ["", "localhost:4321", "127.0.0.1", "127.0.0.1:4322", "boos.example:4321", "[::1]:4321"]
)
def test_a_name_that_leads_here_from_elsewhere_is_refused(host: str) -> None:
    """A site whose name was made to mean this computer still says its own name."""
    visitor = Visitor().comes_in()
    assert visitor.asks(host=host).status == 403
    assert visitor.asks("/", {}, host=host, origin=f"http://{host}", sec_fetch_site="same-origin").status == 403
    assert Visitor().asks(f"/?toegang={TOKEN}", host=host).status == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://boos.example", "sec_fetch_site": "cross-site"},
        {"origin": "https://boos.example"},
        {"origin": "null"},
        {"origin": f"https://{HOST}"},
        {"origin": "http://127.0.0.1:9999", "sec_fetch_site": "same-site"},
        {"origin": f"http://{HOST}", "sec_fetch_site": "cross-site"},
        {},
    ],
    ids=str,
)
def test_a_form_on_another_page_changes_nothing(headers: dict[str, str]) -> None:
    """Even with the cookie, which a page on another port of this computer would send along."""
    visitor = Visitor().comes_in()
    assert visitor.asks("/", {"a": "b"}, **headers).status == 403
    assert visitor.asks("/", {"a": "b"}, origin=f"http://{HOST}").text == "binnen"
    assert visitor.asks("/", {"a": "b"}, origin=f"http://{HOST}", sec_fetch_site="same-origin").text == "binnen"


@pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="this system does not tell whose a connection is")
def test_a_connection_of_another_user_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even with the cookie, or with the token that was seen in the list of processes."""
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        ports = client.getsockname()[1], server.getsockname()[1]
        assert owner_of(*ports) == os.getuid()
        assert owner_of(ports[1], 1) is None
        assert not is_stranger(*ports)
        visitor = Visitor()
        visitor.app = Guard(PlainTextResponse("binnen"), ports[1], TOKEN)
        given = {"host": f"127.0.0.1:{ports[1]}"}
        with monkeypatch.context() as other:
            other.setattr(os, "getuid", lambda: 4242)
            other.setattr("generator.browser.peer_user._ROOT", -1)  # these tests may be run by root
            assert ask(visitor.app, f"/?toegang={TOKEN}", headers=given, client=ports[0]).status == 403
        assert ask(visitor.app, f"/?toegang={TOKEN}", headers=given, client=ports[0]).status == 303


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_page_reads_nothing(site: str) -> None:
    """Not as a picture, script or frame either; and its link with the token does not use that up."""
    visitor = Visitor()
    assert visitor.asks(f"/?toegang={TOKEN}", sec_fetch_site=site).status == 403
    visitor.comes_in()
    assert visitor.asks("/", sec_fetch_site=site).status == 403
    assert visitor.asks("/", sec_fetch_site="none").text == "binnen"


@pytest.mark.parametrize(
    ("kind", "most"), [(FORM, SENT_BYTES), ({"content-type": "multipart/form-data; boundary=x"}, UPLOAD_BYTES)]
)
def test_what_is_too_large_is_refused_before_it_is_read(kind: dict[str, str], most: int) -> None:
    """By the length that the browser gives, without which nothing is read."""
    visitor = Visitor().comes_in()
    own = {"origin": f"http://{HOST}", "content_type": kind["content-type"]}
    assert visitor.asks(method="POST", content_length=str(most), **own).text == "binnen"
    assert visitor.asks(method="POST", content_length=str(most + 1), **own).status == 413
    assert visitor.asks(method="POST", **own).status == 411
    assert visitor.asks(method="POST", content_length="²", **own).status == 411
    assert visitor.asks(method="POST", content_length="1", transfer_encoding="chunked", **own).status == 411


def test_each_answer_has_the_headers_that_keep_a_browser_strict() -> None:
    """Refusals too; no answer lets another site read along."""
    visitor = Visitor().comes_in()
    for answer in (visitor.asks(), visitor.asks(cookie=""), visitor.asks(host="boos.example"), Visitor().asks()):
        assert answer.headers["content-security-policy"] == PAGE_POLICY
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cross-origin-resource-policy"] == "same-origin"
        assert answer.headers["cache-control"] == "no-store"
        assert not [name for name in answer.headers if name.startswith("access-control")]
    assert "'unsafe" not in PAGE_POLICY


def test_only_what_asks_for_it_may_stand_in_a_frame_of_ours() -> None:
    """The preview; any other policy of an application is put aside."""
    for given, sent in ((FRAMED_POLICY, FRAMED_POLICY), ("script-src *", PAGE_POLICY)):
        visitor = Visitor()
        visitor.app = Guard(PlainTextResponse("x", headers={"Content-Security-Policy": given}), PORT, TOKEN)
        assert visitor.comes_in().asks().headers["content-security-policy"] == sent


@pytest.mark.parametrize("path", ["//boos.example", "/\\boos.example", "///boos.example/x"])
def test_the_token_never_leads_to_another_site(path: str) -> None:
    """The address after it is one of ours, whatever was asked."""
    answer = Visitor().asks(f"{path}?toegang={TOKEN}")
    assert answer.headers["location"].startswith("/")
    assert not answer.headers["location"].startswith(("//", "/\\"))
