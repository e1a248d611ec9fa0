"""The pages with questions, as they leave the server: what they show, and that what they send back is true."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from lxml import html

from generator.browser.application import application
from generator.browser.desk import Desk
from generator.browser.opened_folder import OpenedFolder
from generator.browser.parts import address_of, in_order, parts_of
from generator.browser.posted import edits_of
from generator.roundtrip.tree_edits import AddItem, DropItem, OrderItems
from generator.source import at, path_of
from tests.support.asgi import Answer, ask
from tests.support.documents import copy_example

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from generator.browser.answer_book import AnswerBook

EMPTY = "gemeente: {naam: Elzenbeek}\nwijk: {naam: Leegland}\n"


@dataclass(frozen=True)
class Opened:
    """A form that is open on one plan."""

    desk: Desk

    @property
    def plan(self) -> str:
        """What the plan is called in addresses."""
        return self.desk.folder.plans()[0].id

    @property
    def book(self) -> AnswerBook:
        """The answers."""
        return self.desk.book(self.plan)

    def asks(self, path: str, form: Mapping[str, str] | None = None) -> Answer:
        """Ask for a page of the plan."""
        start = f"/plan/{self.plan}"
        return ask(application(self.desk), path if path.startswith(start) else f"{start}/{path}", form)

    def page(self, path: str) -> html.HtmlElement:
        """Return a page of the plan, which is there."""
        answer = self.asks(path)
        assert answer.status == 200, path
        return html.document_fromstring(answer.text)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Opened:
    """Return a form on a copy of the full example."""
    folder = tmp_path_factory.mktemp("formulier") / "molenkwartier"
    copy_example("molenkwartier", folder)
    return Opened(Desk(OpenedFolder(folder)))


@pytest.fixture
def empty(tmp_path: Path) -> Opened:
    """Return a form on a plan with hardly an answer."""
    (tmp_path / "antwoorden.yaml").write_text(EMPTY, "utf-8")
    return Opened(Desk(OpenedFolder(tmp_path)))


def addresses(opened: Opened) -> Iterator[str]:
    """Yield the address of every page with questions."""
    for part in in_order(parts_of(opened.plan, opened.book.current())):
        yield part.address
        if part.path[0] == "interventies" and len(part.path) > 1:
            yield from (f"{part.address}/startvragen/{number}" for number in range(1, 9))


def sent(form: html.HtmlElement) -> dict[str, list[str]]:
    """Return what a browser sends of a form that nobody touched."""
    found: dict[str, list[str]] = {}
    for control in form.xpath(".//*[@name][self::input or self::textarea or self::select]"):
        value = control.text or "" if control.tag == "textarea" else control.get("value", "")
        if control.tag == "select":
            value = next(iter(control.xpath("option[@selected]/@value")), "")
        if control.get("type") not in ("radio", "checkbox") or control.get("checked") is not None:
            found.setdefault(control.get("name"), []).append("\r\n".join(value.splitlines()))
    return found


@pytest.mark.parametrize("name", ["full", "empty"])
def test_every_page_sent_back_untouched_changes_nothing(name: str, request: pytest.FixtureRequest) -> None:
    """Of each control of each page of the full example, and of a plan without answers."""
    opened: Opened = request.getfixturevalue(name)
    seen = 0
    for address in addresses(opened):
        for form in opened.page(address).xpath("//form[@id='vragen']"):
            fields = sent(form)
            assert edits_of(opened.book.current(), fields) == [], address
            assert fields["versie"] == [opened.book.current().id]
            seen += len(fields)
    assert seen > (1000 if name == "full" else 200)


def test_every_control_has_a_name_for_who_cannot_see_it(full: Opened) -> None:
    """A label for each, one title a page, and no two places of one name."""
    for address in addresses(full):
        page = full.page(address)
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids)), address
        assert len(page.xpath("//h1")) == 1
        for control in page.xpath("//main//*[self::input[not(@type='hidden')] or self::textarea or self::select]"):
            assert control.xpath("ancestor::label") or page.xpath("//label[@for=$id]", id=control.get("id")), address
            assert set((control.get("aria-describedby") or "").split()) <= set(ids)
        for group in page.xpath("//main//fieldset[@aria-describedby]"):
            assert set(group.get("aria-describedby").split()) <= set(ids)


def test_the_pages_follow_each_other_without_a_gap(full: Opened) -> None:
    """From the first part to the last by “Volgende” alone."""
    address, seen = f"/plan/{full.plan}/vraag/document", list[str]()
    while address and address not in seen:
        seen.append(address)
        links = full.page(address).xpath("//nav[@class='verder']/a[starts-with(., 'Volgende')]/@href")
        if address.endswith("/interventies"):
            links = full.page(address).xpath("//section[@class='gekozen']//ol/li[1]//a/@href")
        address = links[0] if links else ""
    assert seen == [part.address for part in in_order(parts_of(full.plan, full.book.current()))]


def test_a_fault_stands_at_its_field_in_the_words_of_the_check(empty: Opened) -> None:
    """And the field says to a screen reader that it is wrong, and where it is told."""
    (empty.book.file).write_text(
        EMPTY.replace("}\n", "}\n", 1) + "document: {status: concept, datum: 31-2-2026}\n", "utf-8"
    )
    page = empty.page("vraag/document")
    (field,) = page.xpath("//input[@name='document.datum']")
    said = " ".join(page.get_element_by_id(name).text_content() for name in field.get("aria-describedby").split())
    assert "De datum 31-2-2026 bestaat niet." in said
    assert (field.get("aria-invalid"), field.get("value")) == ("true", "31-2-2026")


def test_any_answer_has_an_address_with_its_place_on_the_page(full: Opened) -> None:
    """Of an open point one comes to the field itself."""
    for key in ("wijk.aanleiding", "wijk.cijfers[3].bron", "wijk.beleving.tekst", "start_motivering", "risicos[1].kans",
                "randvoorwaarden.cultuuromslag.status", "interventies[2].planning.start",
                "besluit.beslispunten"):  # fmt: skip
        address, _, place = address_of(full.plan, path_of(key)).partition("#")
        assert place == key
        assert full.page(address).xpath("//*[@id=$id]", id=place), key
    for key in ("randvoorwaarden", "interventies[1]", "randvoorwaarden.cultuuromslag.status"):
        assert full.asks(f"vraag/{key}").status == 303
    for wrong in ("vraag/zomaar", "randvoorwaarde/zomaar", "interventies/zomaar", "interventies/99",
                  "interventies/jongerenwerk/startvragen/9", "vraag/wijk.cijfers[0]"):  # fmt: skip
        assert full.asks(wrong).status == 404, wrong


def test_a_condition_shows_what_is_asked_and_how_each_stands(full: Opened) -> None:
    """Four choices by sign and word, the requirements with their sources, and no number to look up."""
    page = full.page("randvoorwaarde/urgentiebesef")
    chosen = page.xpath("//input[@name='randvoorwaarden.urgentiebesef.status'][@checked]/@value")
    assert chosen == ["deels"]
    stands = page.xpath("//section[@class='eisen']//input[@checked]/@value")
    assert stands == ["deels", "op_orde", "op_orde", "deels"]
    assert page.xpath("//section[@class='eisen']//details//p")


def test_an_action_of_the_framework_is_taken_over_by_one_button(empty: Opened) -> None:
    """It comes with its number, so that the plan knows where it is from; who and when are then still open."""
    (first, *_) = empty.page("randvoorwaarde/urgentiebesef").xpath("//section[@class='voorstellen']//form")
    (edit,) = edits_of(empty.book.current(), sent(first))
    assert isinstance(edit, AddItem)
    assert (edit.path, at(edit.tree, ("uit_kader",))) == (("randvoorwaarden", "urgentiebesef", "acties"), "1")
    empty.book.change([edit], empty.book.current().id)
    after = empty.page("randvoorwaarde/urgentiebesef")
    assert (
        len(after.xpath("//section[@class='voorstellen']//form"))
        == len(after.xpath("//section[@class='voorstellen']//li")) - 1
    )
    assert after.xpath("//*[@id='randvoorwaarden.urgentiebesef.acties[1].wie']//*[@class='merkje']")


def test_interventions_are_found_by_words_by_category_and_by_problem(full: Opened) -> None:
    """Thirty cards; those for a problem of the neighbourhood; and what a word leads to."""
    titles = "//li[contains(@class, 'kaart')]/h4/text()"
    assert len(full.page("interventies").xpath(titles)) == 30
    found = full.page("interventies?zoek=ronselen+jongeren").xpath(titles)
    assert 0 < len(found) < 30
    assert full.page("interventies?zoek=xyzzy").xpath("//p[contains(., 'Hier is niets bij gevonden')]")
    shelves = full.page("interventies?per=probleem").xpath("//section[@id='kader']/h3/text()")
    assert shelves[0].startswith("Op het Molenplein")


def test_choosing_moving_and_removing_are_plain_forms(full: Opened) -> None:
    """Each button of the list and of a card sends just its own wish."""
    page, version = full.page("interventies"), full.book.current()
    (order,) = page.xpath("//form[@id='volgorde']")
    wishes = {(button.get("name"), button.get("value")) for button in order.xpath(".//button")}
    assert ("omhoog", "interventies[1]") not in wishes
    for name, kind in (("omlaag", OrderItems), ("weg", DropItem)):
        assert (name, "interventies[1]") in wishes
        (edit,) = edits_of(version, sent(order) | {name: ["interventies[1]"]})
        assert isinstance(edit, kind)
    card = page.xpath("//li[contains(@class, 'kaart')]//form")[0]
    (edit,) = edits_of(version, sent(card))
    assert isinstance(edit, AddItem)
    assert edit.path == ("interventies",)


def test_an_own_intervention_gets_a_name_of_its_own(empty: Opened) -> None:
    """Nobody needs to think of an id, and a second of the same title is another one."""
    for wanted in ("koffie_op_straat", "koffie_op_straat_2"):
        answer = empty.asks("interventies", {"titel": "Koffie op straat!"})
        assert answer.headers["location"] == f"/plan/{empty.plan}/interventies/{wanted}"
    page = empty.page("interventies/koffie_op_straat")
    assert page.xpath("//input[@name='interventies[1].titel']/@value") == ["Koffie op straat!"]
    assert page.xpath("//*[@name='interventies[1].doel']")
    assert empty.asks("interventies", {"titel": " "}).headers["location"].endswith("/interventies")


def test_a_file_that_cannot_be_read_shows_why(empty: Opened) -> None:
    """And offers no field in which something would be lost."""
    empty.book.file.write_text("wijk: [\n", "utf-8")
    page = empty.page("vraag/wijk")
    assert page.xpath("//div[contains(@class, 'melding fout')]")
    assert not page.xpath("//form[@id='vragen']")
