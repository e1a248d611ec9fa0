"""Lists as tables: what is typed or pasted there is in the file, at its place, and the sums are those of the plan."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from lxml import html

from generator.browser.application import application
from generator.browser.desk import Desk
from generator.browser.opened_folder import OpenedFolder
from generator.source import Tree
from generator.source import at as found_at
from tests.support.asgi import Answer, ask
from tests.support.documents import MINIMUM, ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from lxml.html import HtmlElement

MONEY = f"""{MINIMUM}document: {{periode: {{van: 2026, tot_en_met: 2027}}}}
financien:
  lasten:
    - post: wijkboa
      bedragen: {{2026: 58000, 2027: 74000}}  # bruto
      soort: structureel
  dekking:
    - bron: programma Veiligheid
      bedragen: {{2026: 60000}}
      status: toegezegd
"""


class Tables:
    """A form on a folder with one plan."""

    def __init__(self, folder: Path) -> None:
        """Open the form."""
        desk = Desk(OpenedFolder.of(folder))
        (plan,) = desk.folder.plans()
        self._app = application(desk)
        self.path = f"/plan/{plan.id}/"
        self.book = desk.book(plan.id)

    def asks(self, path: str, form: Mapping[str, str | list[str]] | None = None) -> Answer:
        """Ask for a page, or send a form with the version of now."""
        sent = None if form is None else {"versie": self.book.current().id, **form}
        return ask(self._app, f"{self.path}tabel/{path}" if form is None or "/plak" in path else self.path + path, sent)

    def page(self, path: str) -> HtmlElement:
        """Return a page."""
        answer = self.asks(path)
        assert answer.status == 200, answer.text
        return html.document_fromstring(answer.text)

    def says(self, *path: str | int) -> Tree:
        """Return an answer."""
        return found_at(self.book.current().tree, path)


@pytest.fixture
def money(tmp_path: Path) -> Tables:
    """Return a form on a plan with money."""
    (tmp_path / "antwoorden.yaml").write_text(MONEY, encoding="utf-8")
    return Tables(tmp_path)


def sent(root: HtmlElement) -> dict[str, str | list[str]]:
    """Return what a browser sends of the form with the table when nobody touches it."""
    (form,) = (form for form in root.forms if form.get("id") == "vragen")
    found: dict[str, list[str]] = {}
    for name, value in form.form_values():
        found.setdefault(name, []).append(value)
    return {name: values for name, values in found.items() if name != "versie"}


@pytest.mark.parametrize("example", ["molenkwartier", "stationsbuurt", "helmond"])
def test_every_list_of_an_example_is_a_table_that_changes_nothing_by_itself(example: str, tmp_path: Path) -> None:
    """Each is linked to, shown, and sent back as it was."""
    file = tmp_path / "antwoorden.yaml"
    shutil.copy(ROOT / "examples" / example / file.name, file)
    tables = Tables(tmp_path)
    before = file.read_bytes()
    links = [link.get("href") for link in tables.page("").iterfind(".//ul[@class='tabellen']//a")]
    assert len(links) == len(set(links)) >= 20
    for link in links if example == "molenkwartier" else links[:3]:
        root = tables.page(unquote(str(link)).rpartition("/")[2])
        assert tables.asks("antwoord", sent(root)).status == 303
        assert file.read_bytes() == before


def test_a_cell_of_a_year_changes_that_amount_alone(money: Tables) -> None:
    """Added, changed and taken away; the comment beside it stays."""
    form = sent(money.page("financien"))
    assert form["financien.lasten[1].bedragen|2026"] == ["58000"]
    money.asks("antwoord", form | {"financien.lasten[1].bedragen|2027": "€ 75.000"})
    assert money.book.current().text == MONEY.replace("2027: 74000", "2027: € 75.000")
    money.asks("antwoord", form | {"financien.dekking[1].bedragen|2027": "70000"})
    assert money.says("financien", "dekking", 0, "bedragen") == {"2026": "60000", "2027": "70000"}
    form = sent(money.page("financien"))
    money.asks("antwoord", form | {"financien.dekking[1].bedragen|2026": ""})
    assert money.says("financien", "dekking", 0, "bedragen") == {"2027": "70000"}
    checked = money.book.current().checked
    assert checked is not None
    assert not checked.fouten


def test_the_empty_row_becomes_an_item_and_rows_move_and_leave(money: Tables) -> None:
    """As they do on the page of questions."""
    form = sent(money.page("financien"))
    money.asks("antwoord", form | {"financien.lasten[2].post": "loting", "financien.lasten[2].bedragen|2026": "500"})
    assert money.says("financien", "lasten", 1) == {"post": "loting", "bedragen": {"2026": "500"}}
    money.asks("antwoord", sent(money.page("financien")) | {"omhoog": "financien.lasten[2]"})
    assert money.says("financien", "lasten", 0, "post") == "loting"
    money.asks("antwoord", sent(money.page("financien")) | {"weg": "financien.lasten[1]"})
    assert money.says("financien", "lasten", 0, "post") == "wijkboa"


def test_the_sums_and_the_balance_are_those_of_the_plan(money: Tables) -> None:
    """By year, in all, and how certain the cover is."""
    root = money.page("financien")
    text = " ".join(root.find(".//div[@class='balans']").itertext()).replace("\u00a0", " ")
    text = " ".join(text.split())
    assert "Lasten € 58.000 € 74.000 € 132.000" in text
    assert "Dekking min lasten € 2.000 € -74.000 € -72.000" in text
    assert "Toegezegd € 60.000" in text
    assert "Zonder dekking € 74.000" in text
    (total,) = root.iterfind(".//tr[@id='rij-financien.lasten[1]']/td[@class='getal']")
    assert total.text_content() == "€\u00a0132.000"


def test_cells_of_a_spreadsheet_become_rows(money: Tables) -> None:
    """Under what is there, or instead of it."""
    text = "soort\tpost\t2027\r\nincidenteel\tloting\t€ 1.250\r\nstructureel\tstraatcoach\t30.000\r\n"
    answer = money.asks("financien.lasten/plakken", {"tekst": text})
    assert answer.status == 303
    assert money.book.said.startswith("2 regels toegevoegd. Opgeslagen om ")
    assert money.says("financien", "lasten", 2) == {
        "soort": "structureel",
        "post": "straatcoach",
        "bedragen": {"2027": "30.000"},
    }
    money.asks("financien.lasten/plakken", {"tekst": "huur\t\t12000", "vervang": "ja"})
    assert money.says("financien", "lasten") == [{"post": "huur", "bedragen": {"2027": "12000"}}]


def test_a_cell_that_cannot_be_read_is_shown_first(money: Tables) -> None:
    """With what is wrong; the text is kept, and goes in after all when that is asked."""
    text = "loting\tveel & <meer>"
    answer = money.asks("financien.lasten/plakken", {"tekst": text})
    assert answer.status == 409
    assert "veel &amp; &lt;meer&gt;" in answer.text
    assert money.book.current().text == MONEY
    assert money.asks("financien.lasten/plakken", {"tekst": text, "toch": "ja"}).status == 303
    assert money.says("financien", "lasten", 1) == {"post": "loting", "bedragen": {"2026": "veel & <meer>"}}


@pytest.mark.parametrize("key", ["wijk.naam", "wijk.iets", "randvoorwaarden", "risicos[1]", ""])
def test_what_is_no_list_of_groups_has_no_table(money: Tables, key: str) -> None:
    """It is another page."""
    assert money.asks(key).status == (404 if key else 200)
