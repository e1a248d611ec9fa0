"""The ids of paragraphs and rows: each its own in the whole document, the same when text elsewhere comes or goes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from generator.housestyle import built_in_styles
from generator.word.text.identity import Identities, opening_words
from generator.word.xml import W14, w
from tests.support.documents import MINIMUM, body, example, parts, text_of, word
from tests.word.helpers import document

if TYPE_CHECKING:
    from pathlib import Path

Block: TypeAlias = "tuple[str, int]"
"""`alinea`, `antwoord`, `lijst` or `tabel`, and the number of its words."""
PARA_ID = f"{{{W14}}}paraId"
STYLES = built_in_styles()
KINDS = st.sampled_from(["alinea", "antwoord", "lijst", "tabel", "kop"])


@pytest.mark.parametrize("style", [pytest.param(path, id=name) for name, path in STYLES.items()])
@pytest.mark.parametrize("name", ["molenkwartier", "stationsbuurt", "helmond"])
def test_each_paragraph_and_row_has_an_id_of_its_own(name: str, style: Path) -> None:
    """All of the body and of the comments have one that Word takes; none is there twice in any part."""
    found = parts(example(name, style))
    roots = {part: etree.fromstring(data) for part, data in found.items() if part.endswith(".xml")}
    for part in ("word/document.xml", "word/comments.xml"):
        for item in roots[part].iter(w("p"), w("tr")):
            in_box = next(item.iterancestors(w("txbxContent")), None) is not None
            assert bool(item.get(PARA_ID)) is not in_box, text_of(item)
        declared = roots[part].get("{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable")
        assert "w14" in (declared or "").split()
    ids = [str(key) for root in roots.values() for key in root.xpath("//@w14:paraId", namespaces={"w14": W14})]
    assert len(ids) == len(set(ids)) > 300
    assert all(re.fullmatch(r"[0-9A-F]{8}", key) and 0 < int(key, 16) < 0x80000000 for key in ids)


def words(number: int) -> str:
    """Return words that no other number has."""
    return f"Woord {chr(ord('a') + number % 26)}{chr(ord('a') + number // 26)} staat hier"


def html(block: Block) -> str:
    """Return a block of the page."""
    kind, number = block
    text = words(number)
    match kind:
        case "antwoord":
            return (
                f"<div data-antwoord='sleutel.{'x' * (number + 1)}' data-titel='T'><p>{text}</p><p>En {text}</p></div>"
            )
        case "lijst":
            return f"<ul><li>{text}</li><li>Punt {text}</li></ul>"
        case "tabel":
            row = f"<tr><td>Rij {text}</td><td><p>{text}</p><p>En {text}</p></td></tr>"
            head = "<thead><tr><th>a</th><th>b</th></tr></thead>"
            return (
                f"<table><caption>{text}</caption>{head}<tbody>{row}<tr><td></td><td>{text}</td></tr></tbody></table>"
            )
        case "kop":
            return f"<h2>{text}</h2>"
    return f"<p>{text}</p>"


def ids(chapters: list[list[Block]]) -> dict[str, list[str]]:
    """Return the ids under the words of each block, from a document with these chapters."""
    content = "".join(
        f"<section data-blok='deel-{index}'><h1 id='deel-{index}'>Deel</h1>{''.join(map(html, blocks))}</section>"
        for index, blocks in enumerate(chapters)
    )
    found: dict[str, list[str]] = {}
    for item in body(document(content)).iter(w("p"), w("tr")):
        for shown in re.findall(r"Woord \w\w ", text_of(item)):
            found.setdefault(shown, []).append(str(item.get(PARA_ID)))
    return found


@given(st.lists(st.lists(KINDS, max_size=5), min_size=1, max_size=3), st.data())
@settings(max_examples=60)
def test_what_comes_or_goes_changes_no_other_id(kinds: list[list[str]], data: st.DataObject) -> None:
    """One block more, of any kind but a heading, anywhere: all other paragraphs and rows keep their ids."""
    number = iter(range(500))
    chapters = [[(kind, next(number)) for kind in chapter] for chapter in kinds]
    changed = [list(chapter) for chapter in chapters]
    where = data.draw(st.integers(0, len(chapters) - 1))
    added = (data.draw(KINDS.filter(lambda kind: kind != "kop")), 600)
    changed[where].insert(data.draw(st.integers(0, len(chapters[where]))), added)
    before, after = ids(chapters), ids(changed)
    assert {name: after[name] for name in before} == before


def test_the_same_words_in_one_place_are_told_apart() -> None:
    """The first keeps the name as it is; under another heading the same words are another block."""
    made = Identities()
    names = [made.of("deel/tekst").name for _ in range(3)]
    assert names == ["deel/tekst", "deel/tekst#2", "deel/tekst#3"]
    once, twice = (ids([[("alinea", 1)] * count, [("alinea", 1)]])["Woord ba "] for count in (1, 2))
    assert [once[0], once[1]] == [twice[0], twice[2]]
    assert len(set(twice)) == 3


@pytest.mark.parametrize(
    "content",
    [
        "<h2>Een</h2><p>Tekst</p>{}<h2>Twee</h2><p>Tekst</p>",
        "<section data-blok='een'><p>Tekst</p>{}</section><section data-blok='twee'><p>Tekst</p></section>",
        "<section><h2>Een</h2><section><h3>Onder</h3></section><p>Tekst</p>{}</section><h2>Twee</h2><p>Tekst</p>",
    ],
)
def test_a_block_belongs_to_the_heading_or_part_that_it_stands_in(content: str) -> None:
    """The same words once more under one heading leave those under the next as they are."""
    once, twice = (list(body(document(content.format(more))).iter(w("p"))) for more in ("", "<p>Tekst</p>"))
    assert once[-1].get(PARA_ID) == twice[-1].get(PARA_ID)


def test_items_of_a_list_in_a_cell_have_ids_of_their_own() -> None:
    """An item more at the start leaves the others as they are."""
    head = "<table><caption>T</caption><thead><tr><th>a</th></tr></thead>"
    table = f"{head}<tbody><tr><td>Een rij met woorden<ul>{{}}<li>Later</li></ul></td></tr></tbody></table>"
    last = [list(body(document(table.format(more))).iter(w("p")))[-1] for more in ("", "<li>Eerder</li>")]
    assert last[0].get(PARA_ID) == last[1].get(PARA_ID)


def test_names_that_give_one_number_have_two_ids() -> None:
    """Two names can have the same checksum; the second then takes the next number that is free."""
    made = Identities()
    first, second = made.of("plumless").para_id, made.of("buckeroo").para_id
    assert Identities().of("buckeroo").para_id == first
    assert int(second, 16) == int(first, 16) + 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In de wijk wonen 5.840 mensen.", "in-de-wijk-wonen"),
        ("Bron: gesprekken", "bron"),
        ("Geld. De aanpak kost € 829.000", "geld"),
        ("4. Projecten waar bewoners aan meedoen", "projecten-waar-bewoners-aan"),
        ("“Eerst zien”, dan geloven?", "eerst-zien-dan-geloven"),
        ("☑ 2026 – 2029", ""),
    ],
)
def test_a_block_is_named_after_its_opening_words(text: str, name: str) -> None:
    """The first sentence or what a colon leads to, four words at most, without numbers and signs."""
    assert opening_words(text) == name


def test_an_answer_keeps_its_id_when_it_is_given() -> None:
    """The place of an answer is the same one before and after: only its words differ."""
    given = MINIMUM.replace("naam: Molenkwartier", "naam: Molenkwartier, aanleiding: Bewoners melden meer")

    def at(text: str) -> str:
        control = body(word(text)).find(f".//{w('sdt')}/{w('sdtPr')}/{w('tag')}[@{w('val')}='wijk.aanleiding']/../..")
        assert control is not None
        return next(item.get(PARA_ID) for item in (*control.iter(w("p")), *control.iterancestors(w("p"))))

    assert at(MINIMUM) == at(given)
