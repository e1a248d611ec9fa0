"""A page that starts at once: the cover and the contents of a template are dropped, its letterhead stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from generator.word.assembly import write
from tests.support.templates import PIXEL, SECTION, Rel, build, picture
from tests.support.tools import validate
from tests.word.frame.helpers import BREAK, CONTENTS, HEADING, TITLE, W, lines, p, section, sections
from tests.word.helpers import page

if TYPE_CHECKING:
    from pathlib import Path

PROPOSAL = '<h1 class="ongenummerd">Voorstel</h1><p>Tekst.</p>'
COVER = p("Titel van het document", "Titel") + p("{{ gemeente.naam }}") + BREAK
OWN_COVER = p("Omslag", properties=section("<w:titlePg/>"))
OPENINGS = {
    "cover": COVER,
    "contents": CONTENTS,
    "both": COVER + CONTENTS + BREAK,
    "section": OWN_COVER,
    "section and contents": OWN_COVER + CONTENTS,
    "typed": p("Een eigen omslag") + BREAK,
}
RESTS = {"sample": p("Voorbeeldtekst."), "marked": p("{{ inhoud }}")}
LETTERHEAD = f"<w:p>{picture('rId_logo')}</w:p>"
LOGO = {
    "parts": {"word/media/image1.png": PIXEL},
    "rels": {"word/document.xml": [Rel("image", "media/image1.png", "rId_logo")]},
}
COUNTING = f'{SECTION}<w:pgNumType w:start="0"/><w:titlePg/>'
FIRST_HEADERS = {
    "words": (p("Gemeente Elzenbeek"), True),
    "empty": ("<w:p/>", False),
    "logo": (LETTERHEAD, True),
    "art of a cover": (LETTERHEAD.replace("360000", "9000000"), False),
    "old art of a cover": (
        '<w:p><w:r><w:pict><v:rect style="width:500pt;height:700.5pt"/></w:pict></w:r></w:p>',
        False,
    ),
}


def proposal(folder: Path, **features: Any) -> bytes:
    """Return the document that a page without a cover gives in a template with these features."""
    template = folder / "sjabloon.docx"
    features.setdefault("more_styles", HEADING + TITLE)
    template.write_bytes(build(**features))
    html = page(PROPOSAL).replace("<title>", '<meta name="voorblad" content="geen"><title>')
    return write(html, template)


def first_header(inside: str) -> dict[str, Any]:
    """Return the features of a template whose first page has this header."""
    rels = {"word/header_first.xml": LOGO["rels"]["word/document.xml"]}
    return {
        "section": f"{SECTION}<w:titlePg/>",
        "headers": {"first": inside},
        "parts": LOGO["parts"],
        "rels": rels,
    }


@pytest.mark.parametrize("opening", OPENINGS.values(), ids=OPENINGS)
@pytest.mark.parametrize("rest", RESTS.values(), ids=RESTS)
def test_the_opening_of_a_template_is_dropped(opening: str, rest: str, tmp_path: Path) -> None:
    """Whatever a template opens with, the proposal is the first thing, on the first page and in one section."""
    document = proposal(tmp_path, body=opening + rest)
    assert lines(document) == ["Voorstel", "Tekst."]
    assert len(sections(document)) == 1


def test_what_stands_around_a_marked_place_stays(tmp_path: Path) -> None:
    """Text without a page of its own is no cover: it stays, before and after."""
    found = lines(proposal(tmp_path, body=p("Vooraf.") + p("{{ inhoud }}") + p("Colofon.")))
    assert found == ["Vooraf.", "Voorstel", "Tekst.", "Colofon."]


def test_a_letterhead_stays_above_the_first_heading(tmp_path: Path) -> None:
    """Art that a template opens with stays, and the heading comes after it."""
    document = proposal(tmp_path, body=LETTERHEAD + p("Voorbeeld."), **LOGO)
    assert lines(document) == ["", "Voorstel", "Tekst."]


def test_pages_count_from_one(tmp_path: Path) -> None:
    """A template that counts from 0 does so for its cover."""
    document = proposal(tmp_path, body=COVER + p("Tekst"), section=COUNTING)
    [properties] = sections(document)
    assert properties.find(f"{W}titlePg") is None
    numbering = properties.find(f"{W}pgNumType")
    assert numbering is not None
    assert numbering.attrib == {}


@pytest.mark.parametrize(("inside", "stays"), FIRST_HEADERS.values(), ids=FIRST_HEADERS)
def test_a_first_header_stays_when_it_is_a_letterhead(inside: str, stays: bool, tmp_path: Path) -> None:
    """Words or a logo above the first page stay; what only a cover has, or an empty header, gives way to the usual."""
    document = proposal(tmp_path, **first_header(inside))
    [properties] = sections(document)
    assert (properties.find(f"{W}titlePg") is not None) == stays


@pytest.mark.sdk
def test_documents_without_a_cover_are_valid(tmp_path: Path) -> None:
    """The Open XML SDK finds no fault in a proposal, whatever its template opened with."""
    templates: list[dict[str, Any]] = [
        {"body": opening + rest} for opening in OPENINGS.values() for rest in RESTS.values()
    ]
    templates += [first_header(inside) for inside, _ in FIRST_HEADERS.values()]
    templates += [{"body": COVER + p("Tekst"), "section": COUNTING}, {"body": LETTERHEAD + p("Voorbeeld."), **LOGO}]
    files = []
    for number, features in enumerate(templates):
        files.append(tmp_path / f"uit-{number}.docx")
        files[-1].write_bytes(proposal(tmp_path, **features))
    assert validate(files) == {file: [] for file in files}
