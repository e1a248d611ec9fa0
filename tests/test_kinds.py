"""Other documents from the same answers: a proposal of two pages, a summary of one, and kinds of a house style."""

from __future__ import annotations

import re
import shutil
from functools import cache
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree, html

from generator.document_kinds import kinds
from generator.documents import Draft, make_document
from generator.pipeline import find_house_style, make_page
from tests.support.cli import run
from tests.support.documents import MINIMUM, ROOT, W, body, checked, paragraphs, parts, text_of, web
from tests.support.tools import page_count, to_pdf, validate

if TYPE_CHECKING:
    from generator.housestyle import HouseStyleFiles

EXAMPLES = ("molenkwartier", "stationsbuurt", "helmond")
SHORT = ("bewonersversie", "collegevoorstel", "raadsinformatiebrief", "raadsvoorstel", "samenvatting")
BOTH = [(kind, example) for kind in SHORT for example in EXAMPLES]


def answers(example: str) -> str:
    """Return the answers of an example."""
    return (ROOT / "examples" / example / "antwoorden.yaml").read_text(encoding="utf-8")


def page(kind: str, text: str, house_style: HouseStyleFiles | None = None) -> str:
    """Return the page of a document for answers with this text."""
    return make_page(checked(text), house_style, kind)


@cache
def made(kind: str, example: str, style: str = "neutraal") -> bytes:
    """Return the Word document of a kind for an example, in a house style."""
    text, house_style = answers(example), find_house_style(Path(style))
    return make_document(Draft(page(kind, text, house_style), house_style, checked(text)), "docx")


def comments(document: bytes) -> list[str]:
    """Return the text of each comment."""
    found = parts(document).get("word/comments.xml")
    return [] if found is None else [text_of(item) for item in etree.fromstring(found)]


def test_the_plan_comes_first_and_the_others_are_templates() -> None:
    """A kind is the name of a template, nothing more."""
    assert kinds() == ("plan", *SHORT)


@pytest.mark.sdk
def test_word_finds_no_fault_in_them(tmp_path: Path) -> None:
    """The validator of the Open XML SDK has nothing to say about any of them."""
    files = []
    for (kind, example), style in product(BOTH, ("neutraal", "warm", "fris")):
        files.append(tmp_path / f"{example}-{kind}-{style}.docx")
        files[-1].write_bytes(made(kind, example, style))
    assert validate(files) == {path: [] for path in files}


@pytest.mark.parametrize(("kind", "example"), BOTH)
def test_they_start_with_their_title_and_skip_no_heading(kind: str, example: str) -> None:
    """No cover and no contents: the one heading 1 comes first, and every other heading is a part of it."""
    root = html.document_fromstring(page(kind, answers(example)))
    found = [str(item.tag) for item in root.iter("h1", "h2", "h3", "h4")]
    assert found[0] == "h1"
    assert set(found[1:]) == {"h2"}
    assert not root.xpath("//header | //nav")
    assert paragraphs(made(kind, example))[0][1] == root.find(".//h1").text_content()


@pytest.mark.office
@pytest.mark.poppler
@pytest.mark.fonts
@pytest.mark.slow
@pytest.mark.parametrize("style", ["neutraal", "warm", "fris"])
@pytest.mark.parametrize(
    ("kind", "most"),
    [
        ("samenvatting", 1),
        ("bewonersversie", 2),
        ("raadsinformatiebrief", 2),
        ("raadsvoorstel", 5),
        ("collegevoorstel", 5),
    ],
)
def test_the_full_example_fits(kind: str, most: int, style: str, tmp_path: Path) -> None:
    """A document takes no more pages than it promises, in every house style."""
    path = tmp_path / f"{kind}.docx"
    path.write_bytes(made(kind, "molenkwartier", style))
    assert page_count(to_pdf(path, tmp_path)) <= most


def test_the_first_page_has_the_header_of_the_others() -> None:
    """Without a cover no first page looks different, and the title stays on the page of what stands above it."""
    document = body(made("collegevoorstel", "molenkwartier"))
    assert not list(document.iter(f"{{{W}}}titlePg"))
    [held] = document.iter(f"{{{W}}}pageBreakBefore")
    assert held.get(f"{{{W}}}val") == "0"


def test_the_proposal_has_what_a_proposal_needs() -> None:
    """Every part of a proposal to the college is there, with the points to decide word for word and in order."""
    root = html.document_fromstring(page("collegevoorstel", answers("molenkwartier")))
    shown = [item.text_content() for item in root.iter("h2")]
    assert shown == [
        *("Kernboodschap", "Beslispunten", "Aanleiding", "Beoogd effect", "Argumenten", "Kanttekeningen"),
        *("Wat er gaat gebeuren", "Juridisch en privacy", "Capaciteit", "Financiën", "Risico’s", "Alternatieven"),
        *("Eerdere besluiten", "Advies en akkoord", "Participatie", "Communicatie", "Uitvoering en planning"),
        *("Bijlagen", "Ontwerpbesluit"),
    ]
    decided = checked(answers("molenkwartier")).antwoorden.besluit
    assert decided is not None
    for block in ("besluit", "ontwerpbesluit"):
        items = root.xpath(f"//section[@data-blok='voorstel.{block}']//ol/li")
        assert tuple(item.text_content() for item in items) == decided.beslispunten
    rows = [
        [cell.text_content() for cell in row] for row in root.xpath("//table[caption='Lasten en dekking per jaar']//tr")
    ]
    assert [row[-1] for row in rows] == ["Totaal", "€\u00a0829.000", "€\u00a0769.000", "€\u00a0-60.000"]


def test_without_answers_a_proposal_shows_what_it_cannot_do_without() -> None:
    """A draft leaves out no part of the proposal without a word, also not what speaks against it."""
    root = html.document_fromstring(page("collegevoorstel", MINIMUM))
    assert "Kanttekeningen" in [item.text_content() for item in root.iter("h2")]
    for section in root.iter("section"):
        assert section.find(".//mark") is not None or section.get("data-blok") == "voorstel.bijlagen"


def test_arguments_with_a_number_stand_with_their_number_and_without_a_bullet() -> None:
    """Who writes 1.1 and 2.1 reads that back word for word; other arguments are a list."""
    text = answers("molenkwartier")
    numbered = html.document_fromstring(page("collegevoorstel", text))
    shown = numbered.xpath("//section[@data-blok='voorstel.argumenten']//*[@data-antwoord]")
    assert [" ".join(item.text_content().split())[:4] for item in shown] == [
        *("1.1 ", "1.2 ", "1.3 ", "2.1 ", "3.1 ", "4.1 ", "5.1 "),
    ]
    assert not numbered.xpath("//section[@data-blok='voorstel.argumenten']//li")
    bullets = html.document_fromstring(page("collegevoorstel", MINIMUM + "besluit: {argumenten: [Het helpt., Nu.]}\n"))
    assert len(bullets.xpath("//section[@data-blok='voorstel.argumenten']//ul/li")) == 2


@pytest.mark.parametrize(
    ("organ", "own", "shown"),
    [
        ("raad", "", ["Eerst.", "Dan."]),
        ("college", "", []),
        ("college", "beslispunten_raad: [Het geld te geven.], ", ["Het geld te geven."]),
    ],
)
def test_a_proposal_to_the_council_asks_what_the_council_decides(organ: str, own: str, shown: list[str]) -> None:
    """Those are the points of the plan where it decides itself, else only its own: never those of the college."""
    extra = f"besluit: {{bevoegd_orgaan: {organ}, {own}beslispunten: [Eerst., Dan.]}}\n"
    root = html.document_fromstring(page("raadsvoorstel", MINIMUM + extra))
    for block in ("besluit", "ontwerpbesluit"):
        items = root.xpath(f"//section[@data-blok='voorstel.{block}']//ol/li")
        assert [item.text_content() for item in items] == shown
    assert bool(root.xpath("//section[@data-blok='voorstel.besluit']//mark")) is not bool(shown)


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("concept", "Het college bespreekt het plan op 10 maart 2026. Over het plan is nog niet besloten."),
        ("vastgesteld", "Het college besprak het plan op 10 maart 2026. Het plan is vastgesteld."),
    ],
)
def test_a_letter_to_the_council_says_whether_was_decided(status: str, said: str) -> None:
    """It says no more than the status of the plan, and ends with who sends it."""
    text = answers("molenkwartier").replace("status: concept", f"status: {status}", 1)
    root = html.document_fromstring(page("raadsinformatiebrief", text))
    shown = [" ".join(item.text_content().split()) for item in root.xpath("//section//p")]
    assert any(line.endswith(said) for line in shown)
    assert shown[-1].endswith("het college van burgemeester en wethouders van de gemeente Elzenbeek")


def test_residents_read_what_is_done_in_words_for_them_and_where_to_go() -> None:
    """What was written for residents goes before the goal; the document says u, and whom to call."""
    root = html.document_fromstring(page("bewonersversie", answers("molenkwartier")))
    shown = " ".join(root.find("body").text_content().split())
    for words in ("U ziet elke werkdag dezelfde boa", "14 0499", "112", "0800 7000", "Binnen vijf werkdagen hoort u"):
        assert words in shown
    assert "Bewoners en winkeliers kennen de boa bij naam" not in shown
    assert not re.search(r"\b(je|jij|jouw|jullie)\b", re.sub("‘.*?’", "", shown), re.IGNORECASE)
    assert len(root.xpath("//blockquote")) == 1
    draft = html.document_fromstring(page("bewonersversie", answers("stationsbuurt")))
    assert "Winkeliers aan de Kadelaan durven weer" in draft.find("body").text_content()


def test_the_summary_shows_every_condition_and_intervention() -> None:
    """Twelve conditions, four building blocks and the chosen interventions stand on the page."""
    root = html.document_fromstring(page("samenvatting", answers("molenkwartier")))
    assert len(root.xpath("//figure[@class='huis']/table")) == 4
    assert len(root.xpath("//figure[@class='huis']//td")) == 12
    assert len(root.xpath("//section[@data-blok='kort.aanpak']//li")) == 5


@pytest.mark.parametrize("kind", SHORT)
def test_only_remarks_about_what_is_shown_are_there(kind: str) -> None:
    """A remark stands at its answer; one about something that the document does not show is left out."""
    document = made(kind, "stationsbuurt")
    said = comments(document)
    assert any("bij doelen" in text or "bij besluit" in text or "bij communicatie" in text for text in said)
    assert not any("document.versiebeheer" in text or "bij organisatie" in text for text in said)
    assert len(body(document).xpath("//w:commentReference", namespaces={"w": W})) == len(said)
    whole = make_document(Draft(make_page(checked(answers("stationsbuurt"))), find_house_style(None)), "docx")
    assert 0 < len(said) < len(comments(whole))


@pytest.mark.parametrize("kind", SHORT)
def test_the_web_page_keeps_its_one_first_heading(kind: str) -> None:
    """Without a cover the headings need no room for its title."""
    root = html.document_fromstring(web(answers("molenkwartier"), document=kind))
    assert len(list(root.iter("h1"))) == 1
    assert "tussenkop" not in {name for item in root.iter("h1", "h2") for name in (item.get("class") or "").split()}


@pytest.mark.slow
def test_a_document_lands_beside_the_answers_under_its_own_name(tmp_path: Path) -> None:
    """It is made in every format, in any case, and the plan stays as it was."""
    shutil.copy(ROOT / "examples" / "stationsbuurt" / "antwoorden.yaml", tmp_path)
    said = run("genereer", "antwoorden.yaml", "--document", "Collegevoorstel", "--formaat", "docx,html", cwd=tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {
        *("antwoorden.yaml", "collegevoorstel.docx", "collegevoorstel.html")
    }
    assert re.search(r"collegevoorstel\.html: je antwoorden hebben \d+ open punten", said)
    assert "Alle punten staan in het plan." in said


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("collegevorstel", "Bedoelde je “collegevoorstel”?"),
        ("samenvatten", "Bedoelde je “samenvatting”?"),
        ("zzz", f"Kies uit: plan, {', '.join(SHORT)}."),
        ("../plan", "Bedoelde je “plan”?"),
    ],
)
def test_a_wrong_kind_is_told_from_a_known_one(word: str, expected: str, tmp_path: Path) -> None:
    """The message names the kind that was probably meant, and nothing is written."""
    (tmp_path / "antwoorden.yaml").write_text(MINIMUM, encoding="utf-8")
    said = run("genereer", "antwoorden.yaml", "--document", word, cwd=tmp_path, code=2)
    assert f"Het document “{word}” bestaat niet. {expected}" in said
    assert [path.name for path in tmp_path.iterdir()] == ["antwoorden.yaml"]


def _own_kind(folder: Path) -> Path:
    """Make a house style with a kind of its own and a changed part of the proposal."""
    shutil.copytree(ROOT / "templates" / "huisstijl" / "neutraal", folder)
    kinds_folder = folder / "sjablonen" / "documenten"
    kinds_folder.mkdir(parents=True)
    (kinds_folder / "raadsbrief.html.j2").write_text(
        '{% extends "onderdelen/kort_document.html.j2" %}\n{% block inhoud %}\n'
        '<h1 class="ongenummerd">Brief aan de raad</h1>\n<p>Over {{ wijk.naam }}.</p>\n{% endblock %}\n',
        encoding="utf-8",
    )
    (kinds_folder / "collegevoorstel.html.j2").write_text(
        '{% extends "basis/documenten/collegevoorstel.html.j2" %}\n{% block participatie %}{% endblock %}\n',
        encoding="utf-8",
    )
    return folder


@pytest.mark.slow
def test_a_house_style_adds_a_kind_and_changes_one(tmp_path: Path) -> None:
    """A template in `sjablonen/documenten/` is a kind; one with a known name takes its place."""
    (tmp_path / "antwoorden.yaml").write_text(MINIMUM, encoding="utf-8")
    _own_kind(tmp_path / "stijl")
    run("genereer", "antwoorden.yaml", "--huisstijl", "stijl", "--document", "raadsbrief", cwd=tmp_path)
    shown = [text for _, text in paragraphs((tmp_path / "raadsbrief.docx").read_bytes())]
    assert shown == ["Brief aan de raad", "Over Molenkwartier."]
    style = find_house_style(tmp_path / "stijl")
    assert ">Participatie<" not in page("collegevoorstel", MINIMUM, style)
    assert ">Participatie<" in page("collegevoorstel", MINIMUM)
    said = run("genereer", "antwoorden.yaml", "--document", "raadsbrief", cwd=tmp_path, code=2)
    assert "Kies uit" in said or "Bedoelde je" in said


def test_a_fault_in_a_kind_names_its_template(tmp_path: Path) -> None:
    """The problem stands at the template and the line."""
    (tmp_path / "antwoorden.yaml").write_text(MINIMUM, encoding="utf-8")
    folder = _own_kind(tmp_path / "stijl")
    (folder / "sjablonen" / "documenten" / "raadsbrief.html.j2").write_text("<p>\n{{ wijk.nam }}</p>", encoding="utf-8")
    said = run("genereer", "antwoorden.yaml", "--huisstijl", "stijl", "--document", "raadsbrief", cwd=tmp_path, code=1)
    assert "raadsbrief.html.j2:2:1" in said
    assert "naam" in said
