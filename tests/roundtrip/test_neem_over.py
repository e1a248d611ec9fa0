"""What people change in a document for Word comes back in the file with answers, and nothing else changes there."""

from __future__ import annotations

import difflib
import tempfile
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from generator.document_kinds import kinds
from generator.documents import Output
from generator.pipeline import generate
from generator.roundtrip.word_to_answers import Wanted, word_to_answers
from tests.support.cli import run
from tests.support.documents import copy_example
from tests.support.word_edits import Edited, copied, set_cells, set_text, track_insertion, unwrap, w

EXAMPLE = Path(__file__).parents[2] / "examples" / "molenkwartier" / "antwoorden.yaml"
"""Every question of it has an answer."""


@cache
def made(kind: str = "plan", huisstijl: str = "neutraal") -> bytes:
    """Return a document of the full example, as it is made."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "plan.docx")
        generate(EXAMPLE, target, Output(("docx",), document=kind), huisstijl=Path(huisstijl))
        return target.read_bytes()


class Desk:
    """A folder with the answers and the documents that people edited."""

    def __init__(self, folder: Path) -> None:
        """Put the full example in a folder."""
        self.answers = copy_example("molenkwartier", folder)
        self._folder = folder

    def put(self, document: Edited, name: str = "plan.docx") -> Path:
        """Save a document in the folder."""
        path = self._folder / name
        path.write_bytes(document.data)
        return path

    def taken(self, *documents: Path, reject: bool = False) -> list[str]:
        """Take everything over, and return the lines of the file that changed: those that went and those that came."""
        before = self.answers.read_text("utf-8")
        word_to_answers(documents, self.answers, lambda _key: None, Wanted(reject=reject), write=True)
        after = self.answers.read_text("utf-8")
        lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
        return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Return a desk with the full example on it."""
    return Desk(tmp_path)


@pytest.mark.parametrize("kind", kinds())
@pytest.mark.parametrize("huisstijl", ["neutraal", "warm", "fris"])
def test_an_unedited_document_changes_nothing(desk: Desk, kind: str, huisstijl: str) -> None:
    """An unedited document changes nothing."""
    assert desk.taken(desk.put(Edited(made(kind, huisstijl)))) == []


def test_a_document_without_controls_or_ancestor_changes_nothing(desk: Desk) -> None:
    """A document without controls or ancestor changes nothing."""
    document = Edited(made()).without_ancestor()
    document.unwrap_controls()
    assert desk.taken(desk.put(document)) == []


TYPED = {
    "date": ("document.datum", "3 maart 2026", ["-  datum: 16-2-2026", "+  datum: 3-3-2026"]),
    "month": ("document.datum", "maart 2026", ["-  datum: 16-2-2026", "+  datum: maart 2026"]),
    "word in quotes": ("document.versie", "0.5", ['-  versie: "0.4"', '+  versie: "0.5"']),
    "name": ("gemeente.naam", "Elzenbeek aan Zee", ["-  naam: Elzenbeek", "+  naam: Elzenbeek aan Zee"]),
    "the same once more": (
        "gemeente.basisteam",
        "De BekenDe Beken",
        ["-  basisteam: De Beken", "+  basisteam: De BekenDe Beken"],
    ),
    "number": ("wijk.inwoners", "5.912", ["-  inwoners: 5840", "+  inwoners: 5912"]),
}


@pytest.mark.parametrize(("tag", "typed", "lines"), TYPED.values(), ids=TYPED)
@pytest.mark.parametrize("with_controls", [True, False], ids=["controls", "no controls"])
def test_a_line_that_was_typed_over(desk: Desk, tag: str, typed: str, lines: list[str], with_controls: bool) -> None:
    """A line that was typed over."""
    document = Edited(made())
    document.say(tag, typed)
    if not with_controls:
        document.unwrap_controls()
    assert desk.taken(desk.put(document)) == lines


def test_an_amount_in_a_table(desk: Desk) -> None:
    """An amount in a table."""
    document = Edited(made())
    document.say("financien.lasten[1].bedragen.2027", "€ 99.500")
    removed, added = desk.taken(desk.put(document))
    assert removed.replace("2027: 58000", "2027: 99500").lstrip("-") == added.lstrip("+") or "99500" in added


def test_a_choice_in_the_words_of_the_plan(desk: Desk) -> None:
    """A choice in the words of the plan."""
    document = Edited(made())
    document.say("randvoorwaarden.urgentiebesef.status", "op orde")
    assert desk.taken(desk.put(document)) == ["-    status: deels", "+    status: op_orde"]


def test_only_the_paragraph_that_changed_is_written_anew(desk: Desk) -> None:
    """Only the paragraph that changed is written anew."""
    document = Edited(made())
    document.say("wijk.aanleiding", "Dit is nieuw.", paragraph=2)
    removed, added = desk.taken(desk.put(document))
    assert removed.startswith("-    Dit is een voorbeeld.")
    assert added == "+    Dit is nieuw."


def test_the_file_as_it_was_is_kept(desk: Desk) -> None:
    """The file as it was is kept."""
    document = Edited(made())
    document.say("gemeente.naam", "Elders")
    desk.taken(desk.put(document))
    assert desk.answers.with_name("antwoorden.yaml.bak").read_bytes() == EXAMPLE.read_bytes()


@pytest.mark.parametrize("with_tags", [True, False], ids=["copied with its controls", "pasted without"])
def test_a_row_that_was_copied_is_a_new_item(desk: Desk, with_tags: bool) -> None:
    """A row that was copied is a new item."""
    document = Edited(made())
    row = document.row("risicos[2].risico")
    twin = copied(row, with_tags=with_tags)
    row.addnext(twin)
    cells = twin.findall(w("tc"))
    *_, risk = cells[0].iter(w("t"))  # after the number of the row
    risk.text = "Partners haken af"
    added = desk.taken(desk.put(document))
    assert all(line.startswith("+") for line in added)
    assert "Partners haken af" in " ".join(added)
    assert "risico: Partners haken af" in " ".join(added)


def test_a_row_that_was_pasted_stands_where_it_was_pasted(desk: Desk) -> None:
    """A row that was pasted stands where it was pasted."""
    document = Edited(made())
    row = document.row("wijk.krachtenveld[1].partij")
    twin = copied(row, with_tags=False)
    row.addprevious(twin)
    set_cells(twin, ["Huurdersraad", "informeel", "goede woningen", "meedenken"])
    (added,) = desk.taken(desk.put(document))
    text = desk.answers.read_text("utf-8")
    assert added.strip("+ ").startswith("- {partij: Huurdersraad, soort: informeel")
    assert text.index("Huurdersraad") < text.index("Bewonersgroep Molenpark")


def test_a_row_that_was_taken_away_is_gone(desk: Desk) -> None:
    """A row that was taken away is gone."""
    document = Edited(made())
    row = document.row("wijk.krachtenveld[2].partij")
    row.getparent().remove(row)
    (removed,) = desk.taken(desk.put(document))
    assert removed.startswith("-    - {partij: Ondernemersvereniging Beeklaan")


def test_rows_that_were_moved_stand_in_the_new_order(desk: Desk) -> None:
    """Rows that were moved stand in the new order."""
    document = Edited(made())
    document.row("wijk.krachtenveld[2].partij").addnext(document.row("wijk.krachtenveld[1].partij"))
    desk.taken(desk.put(document))
    text = desk.answers.read_text("utf-8")
    assert text.index("Ondernemersvereniging Beeklaan") < text.index("Bewonersgroep Molenpark")
    assert sorted(text.splitlines()) == sorted(EXAMPLE.read_text("utf-8").splitlines())


@pytest.mark.parametrize("with_tags", [True, False], ids=["copied", "typed"])
def test_an_item_that_was_added_to_a_list(desk: Desk, with_tags: bool) -> None:
    """An item that was added to a list."""
    document = Edited(made("collegevoorstel"))
    item = document.paragraph("besluit.kanttekeningen[1]")
    owner = item.getparent().getparent() if item.getparent().tag == w("sdtContent") else item
    twin = copied(owner)
    owner.addnext(twin)
    set_text(twin, "Bewoners vragen er zelf om.")
    if not with_tags:
        for control in [twin, *twin.iter(w("sdt"))]:
            if control.tag == w("sdt") and control.getparent() is not None:
                unwrap(control)
    assert desk.taken(desk.put(document)) == ["+    - Bewoners vragen er zelf om."]


def test_an_amount_that_may_not_break_in_print_comes_back_with_a_plain_space(desk: Desk) -> None:
    """Between a sign and its number, and a day and its month, the document has a space that the file never gets."""
    document = Edited(made())
    point = document.paragraph("besluit.beslispunten[3]")
    shown = "".join(point.itertext())
    assert "€\u00a060.000" in shown
    set_text(point, shown.replace("een voorstel", "op 3\u00a0mei 2027 een voorstel"))
    gone, come = desk.taken(desk.put(document))
    assert come == gone.replace("-", "+", 1).replace("een voorstel", "op 3 mei 2027 een voorstel")


def test_tracked_changes_count_unless_they_are_refused(desk: Desk) -> None:
    """Tracked changes count unless they are refused."""
    document = Edited(made())
    track_insertion(document.paragraph("wijk.afbakening"), " Ook de haven hoort erbij.", "Anna Bos")
    path = desk.put(document)
    assert desk.taken(path, reject=True) == []
    assert "door Anna Bos" in run("neem-over", path, desk.answers, cwd=path.parent)
    assert "Ook de haven hoort erbij." in " ".join(desk.taken(path))


def test_what_the_file_says_since_is_a_conflict(desk: Desk) -> None:
    """What the file says since is a conflict."""
    document = Edited(made())
    document.say("gemeente.basisteam", "De Kreken")
    path = desk.put(document)
    desk.answers.write_text(desk.answers.read_text("utf-8").replace("basisteam: De Beken", "basisteam: De Beemden"))
    said = run("neem-over", path, desk.answers, "--schrijf", cwd=path.parent, code=1)
    assert all(words in said for words in ("De Kreken", "De Beemden", "--kies"))
    assert "De Beemden" in desk.answers.read_text("utf-8")
    run("neem-over", path, desk.answers, "--schrijf", "--kies", "gemeente.basisteam=word", cwd=path.parent)
    assert "De Kreken" in desk.answers.read_text("utf-8")


def test_two_readers_are_brought_together(desk: Desk) -> None:
    """Two readers are brought together."""
    one, other = Edited(made()), Edited(made())
    one.say("gemeente.basisteam", "De Kreken")
    other.say("document.zaaknummer", "Z2026-1")
    lines = desk.taken(desk.put(one, "anna.docx"), desk.put(other, "bram.docx"))
    assert lines == [
        "-  zaaknummer: Z2026-00417",
        "+  zaaknummer: Z2026-1",
        "-  basisteam: De Beken",
        "+  basisteam: De Kreken",
    ]


def test_what_two_readers_change_differently_is_left(desk: Desk) -> None:
    """What two readers change differently is left."""
    one, other = Edited(made()), Edited(made())
    one.say("gemeente.basisteam", "De Kreken")
    other.say("gemeente.basisteam", "De Beemden")
    paths = [desk.put(one, "anna.docx"), desk.put(other, "bram.docx")]
    said = run("neem-over", *paths, desk.answers, "--schrijf", cwd=desk.answers.parent, code=1)
    assert "De Kreken" in said
    assert "De Beemden" in said
    assert desk.answers.read_bytes() == EXAMPLE.read_bytes()


UNREADABLE = {
    "date": ("document.datum", "ergens in het voorjaar"),
    "choice": ("randvoorwaarden.urgentiebesef.status", "bijna goed"),
    "amount": ("financien.lasten[1].bedragen.2027", "veel geld"),
}


@pytest.mark.parametrize(("tag", "typed"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_read_is_said_and_not_guessed(desk: Desk, tag: str, typed: str) -> None:
    """What cannot be read is said and not guessed."""
    document = Edited(made())
    document.say(tag, typed)
    said = run("neem-over", desk.put(document), desk.answers, "--schrijf", cwd=desk.answers.parent, code=1)
    assert typed in said
    assert desk.answers.read_bytes() == EXAMPLE.read_bytes()


def test_an_answer_that_prints_twice_takes_the_print_that_changed(desk: Desk) -> None:
    """An answer that prints twice takes the print that changed."""
    document = Edited(made())
    document.say("document.status#2", "ter besluitvorming")
    assert desk.taken(desk.put(document)) == ["-  status: concept", "+  status: ter_besluitvorming"]


def test_two_prints_that_differ_are_a_conflict(desk: Desk) -> None:
    """Two prints that differ are a conflict."""
    document = Edited(made())
    document.say("document.versie", "0.5")
    document.say("document.versie#2", "0.6")
    said = run("neem-over", desk.put(document), desk.answers, "--schrijf", cwd=desk.answers.parent, code=1)
    assert "0.5" in said
    assert "0.6" in said
    assert desk.answers.read_bytes() == EXAMPLE.read_bytes()


def test_an_answer_that_was_emptied_goes(desk: Desk) -> None:
    """An answer that was emptied goes."""
    document = Edited(made())
    document.say("gemeente.riec", "")
    assert desk.taken(desk.put(document)) == ["-  riec: RIEC Oost-Brabant", "+  riec:"]


def test_a_look_that_an_answer_cannot_hold_is_named_with_its_place(desk: Desk) -> None:
    """Words in another typeface, size or colour, underlined or marked, are named; the answer stays as it is."""
    document = Edited(made())
    words = next(document.paragraph("wijk.afbakening").iter(w("r")))
    looks = etree.Element(w("rPr"))
    etree.SubElement(looks, w("rFonts")).set(w("ascii"), "Comic Sans MS")
    for name, value in {"color": "C00000", "sz": "40", "highlight": "yellow", "u": "single"}.items():
        etree.SubElement(looks, w(name)).set(w("val"), value)
    words.insert(0, looks)
    said = run("neem-over", desk.put(document), desk.answers, cwd=desk.answers.parent)
    assert "Het gebied tussen het kanaal" in said
    assert "gekleurd, gemarkeerd, groter of kleiner gezet, in een ander lettertype gezet en onderstreept" in said
    assert "Er is niets veranderd in de antwoorden" in said
