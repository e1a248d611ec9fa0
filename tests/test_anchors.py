"""Names of places that Word cannot tell apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.page.vocabulary import parse
from tests.support.documents import body, page, word
from tests.word.helpers import page as small_page

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ANSWERS = "gemeente: {naam: V}\nwijk: {naam: T}\ninterventies:\n" + "".join(
    f"  - {{id: {name}, titel: Huis {name}, doel: x, resultaat: y}}\n"
    for name in ("buurt-huis", "buurt_huis", "Buurt_Huis", '"buurt huis"', "بيت", "ev", "دار")
)


def test_interventions_whose_ids_look_alike_have_bookmarks_of_their_own() -> None:
    """No two bookmarks have one name, whatever the case, and every link has a target."""
    root = body(word(ANSWERS))
    names = [str(item.get(f"{W}name")).casefold() for item in root.iter(f"{W}bookmarkStart")]
    assert len(names) == len(set(names))
    assert len([name for name in names if name.startswith("interventie_")]) == 7
    assert {name.casefold() for name in _anchors(root.iter(f"{W}hyperlink"))} <= set(names)


def _anchors(links: Iterable[etree._Element]) -> list[str]:
    return [str(link.get(f"{W}anchor")) for link in links if link.get(f"{W}anchor")]


def test_the_first_of_two_names_stays_as_it_is() -> None:
    """Only a later one is renamed, with its links and the chart of its table; an id has no spaces."""
    content = '<h2 id="a-b">x</h2><h2 id="A_b">y</h2><p><a href="#a-b">x</a><a href="#A_b">y</a></p><p id="c d">z</p>'
    found = parse(small_page(content)).body
    first, second = (str(item.get("id")) for item in found.iter("h2"))
    assert first == "a-b"
    assert re.fullmatch(r"A_b-[0-9a-f]{8}", second)
    assert [link.get("href") for link in found.iter("a")] == ["#a-b", f"#{second}"]
    assert not any(" " in str(item.get("id") or "") for item in found.iter())


def test_the_web_page_has_the_same_names() -> None:
    """Links on the page of a plan with ids that look alike lead somewhere."""
    assert len(parse(page(ANSWERS)).ids) > 7
