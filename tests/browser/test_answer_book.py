"""An answer file in the hands of windows of a browser and of other programs: nothing that was typed is ever lost."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.browser.answer_book import AnswerBook
from generator.browser.item_places import counterparts, leaves
from generator.problems import ProblemsError
from generator.roundtrip.tree_edits import AddItem, DropItem, Edit, OrderItems, SetAnswer, changed_tree
from generator.source import Tree, at, parse
from tests.support.documents import ROOT

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLE = (ROOT / "examples" / "molenkwartier" / "antwoorden.yaml").read_bytes()
SMALL = """# wat vooraf gaat
gemeente:
  naam: Elzenbeek   # de naam
wijk:
  naam: Molenkwartier
  aanleiding: De wijk is toe aan groot onderhoud.
risicos:
  # het eerste risico
  - risico: Te weinig geld
    kans: groot
  - risico: Te weinig mensen
  - risico: Te weinig tijd
    kans: klein
begrippen:
  - term: wijk
    uitleg: een deel van een stad
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a small answer file."""
    place = tmp_path / "antwoorden.yaml"
    place.write_text(SMALL, encoding="utf-8")
    return place


def said(book: AnswerBook, *path: str | int) -> Tree:
    """Return an answer."""
    return at(book.current().tree, path)


def test_an_edit_changes_its_own_place_and_keeps_one_copy_of_how_the_file_was(file: Path) -> None:
    """A form saves at every answer; the folder must not fill."""
    book = AnswerBook(file)
    for name in ("Esdoornbeek", "Iepenbeek", "Lindebeek"):
        outcome = book.change([SetAnswer(("gemeente", "naam"), name)], book.current().id)
        assert (outcome.applied, outcome.conflicts, outcome.problems) == ((("gemeente", "naam"),), (), ())
    assert file.read_text("utf-8") == SMALL.replace("Elzenbeek", "Lindebeek")
    assert [(place.name, place.read_text("utf-8")) for place in file.parent.glob("*.bak")] == [
        ("antwoorden.yaml.bak", SMALL)
    ]


def test_what_another_program_wrote_is_kept_as_a_copy_before_the_form_writes_over_it(file: Path) -> None:
    """An editor saved in between: the form goes on from there, and that file is kept too."""
    book = AnswerBook(file)
    first = book.current()
    book.change([SetAnswer(("gemeente", "naam"), "Iepenbeek")], first.id)
    theirs = file.read_text("utf-8").replace("Molenkwartier", "Hofwijk")
    file.write_text(theirs, encoding="utf-8")
    outcome = book.change([SetAnswer(("wijk", "aanleiding"), "Nieuw")], first.id)
    assert set(outcome.meanwhile) == {("gemeente", "naam"), ("wijk", "naam")}
    outcome = book.change([SetAnswer(("gemeente", "naam"), "Iepenbeek")], first.id)
    assert ("gemeente", "naam") not in outcome.meanwhile
    assert (said(book, "gemeente", "naam"), said(book, "wijk", "naam")) == ("Iepenbeek", "Hofwijk")
    assert said(book, "wijk", "aanleiding") == "Nieuw"
    assert sorted(place.read_text("utf-8") for place in file.parent.glob("*.bak")) == sorted([SMALL, theirs])


def test_two_answers_to_one_question_wait_for_a_choice(file: Path) -> None:
    """The one that came second is not written, and is not lost: what wins is asked."""
    book = AnswerBook(file)
    first = book.current().id
    book.change([SetAnswer(("wijk", "naam"), "Hofwijk")], first)
    edits = [SetAnswer(("wijk", "naam"), "Tuinwijk"), SetAnswer(("gemeente", "naam"), "Iepenbeek")]
    outcome = book.change(edits, first)
    (conflict,) = outcome.conflicts
    assert (conflict.path, conflict.base, conflict.here, conflict.there) == (
        ("wijk", "naam"), "Molenkwartier", "Tuinwijk", "Hofwijk",
    )  # fmt: skip
    assert outcome.applied == (("gemeente", "naam"),)
    assert not book.change(edits, first, {"wijk.naam": "bestand"}).conflicts
    assert said(book, "wijk", "naam") == "Hofwijk"
    assert not book.change(edits, first, {"wijk.naam": "hier"}).conflicts
    assert said(book, "wijk", "naam") == "Tuinwijk"


def test_an_edit_follows_its_item_where_the_list_has_shifted(file: Path) -> None:
    """Another window took the first item away and put one in front: what is typed goes to the item that was meant."""
    book = AnswerBook(file)
    first = book.current().id
    book.change([DropItem(("risicos", 0)), AddItem(("risicos",), 0, {"risico": "Te veel regen"})], first)
    outcome = book.change([SetAnswer(("risicos", 2, "kans"), "middel")], first)
    assert outcome.applied == (("risicos", 2, "kans"),)
    assert at(outcome.version.tree, ("risicos",)) == [
        {"risico": "Te veel regen"},
        {"risico": "Te weinig mensen"},
        {"risico": "Te weinig tijd", "kans": "middel"},
    ]


def test_what_was_typed_in_an_item_that_is_gone_is_asked_about_and_can_come_back_whole(file: Path) -> None:
    """Nothing of it goes to the item that took its number."""
    book = AnswerBook(file)
    first = book.current().id
    book.change([DropItem(("risicos", 1)), AddItem(("risicos",), 3, {"risico": "Te veel regen"})], first)
    edits = [SetAnswer(("risicos", 1, "kans"), "groot"), SetAnswer(("risicos", 1, "gevolg"), "uitstel")]
    outcome = book.change(edits, first)
    assert [(conflict.here, conflict.place) for conflict in outcome.conflicts] == [("groot", None), ("uitstel", None)]
    assert not outcome.applied
    outcome = book.change(edits, first, {"risicos[2].kans": "hier", "risicos[2].gevolg": "hier"})
    assert at(outcome.version.tree, ("risicos",)) == [
        {"risico": "Te weinig geld", "kans": "groot"},
        {"risico": "Te weinig tijd", "kans": "klein"},
        {"risico": "Te veel regen"},
        {"risico": "Te weinig mensen", "kans": "groot", "gevolg": "uitstel"},
    ]


def test_a_new_order_holds_beside_what_another_window_added(file: Path) -> None:
    """The added item stays behind the one that it follows."""
    book = AnswerBook(file)
    first = book.current().id
    book.change([AddItem(("risicos",), 1, {"risico": "Te veel regen"})], first)
    outcome = book.change([OrderItems(("risicos",), (2, 1, 0))], first)
    risicos = at(outcome.version.tree, ("risicos",))
    assert isinstance(risicos, list)
    assert [at(item, ("risico",)) for item in risicos] == [
        "Te weinig tijd", "Te weinig mensen", "Te weinig geld", "Te veel regen",
    ]  # fmt: skip


def test_two_new_orders_of_one_list_wait_for_a_choice(file: Path) -> None:
    """Neither order can be made of the other."""
    book = AnswerBook(file)
    first = book.current().id
    book.change([OrderItems(("risicos",), (2, 1, 0))], first)
    outcome = book.change([OrderItems(("risicos",), (1, 0, 2))], first)
    assert [conflict.path for conflict in outcome.conflicts] == [("risicos",)]
    assert not book.change([OrderItems(("risicos",), (2, 1, 0))], first).conflicts


def test_a_version_that_is_not_known_writes_over_nothing(file: Path) -> None:
    """A window may be older than the program that it talks to."""
    book = AnswerBook(file)
    outcome = book.change(
        [SetAnswer(("wijk", "naam"), "Tuinwijk"), SetAnswer(("risicos", 1, "kans"), "groot")], "0" * 16
    )
    assert [conflict.path for conflict in outcome.conflicts] == [("wijk", "naam"), ("risicos", 1, "kans")]
    assert file.read_text("utf-8") == SMALL


def test_who_types_on_before_the_page_knows_what_was_saved_clashes_with_nobody(file: Path) -> None:
    """One window may send a second answer from the page as it was; another window may not."""
    book = AnswerBook(file)
    first = book.current().id
    place = ("wijk", "naam")
    book.change([SetAnswer(place, "Hof")], first, window="a")
    assert not book.change([SetAnswer(place, "Hofwijk")], first, window="a").conflicts
    assert said(book, *place) == "Hofwijk"
    assert book.change([SetAnswer(place, "Tuinwijk")], first, window="b").conflicts
    assert book.change([SetAnswer(place, "Tuinwijk")], first).conflicts


def test_who_types_on_in_a_new_item_adds_no_second_one(file: Path) -> None:
    """Nor does it matter that another window added one as well."""
    book = AnswerBook(file)
    first = book.current().id
    book.change([AddItem(("begrippen",), 1, {"term": "h"})], first, window="a")
    book.change([AddItem(("begrippen",), 1, {"term": "straat"})], first, window="b")
    book.change([AddItem(("begrippen",), 1, {"term": "hof", "uitleg": "een plein"})], first, window="a")
    begrippen = at(book.current().tree, ("begrippen",))
    assert isinstance(begrippen, list)
    assert sorted(str(at(item, ("term",))) for item in begrippen) == ["hof", "straat", "wijk"]


def test_what_waits_for_a_choice_is_kept_until_it_is_made(file: Path) -> None:
    """Also where the file says something else again by then: then the choice is asked anew."""
    book = AnswerBook(file)
    first = book.current().id
    place = ("wijk", "naam")
    book.change([SetAnswer(place, "Hofwijk")], first)
    book.change([SetAnswer(place, "Tuinwijk"), SetAnswer(("gemeente", "naam"), "Iepenbeek")], first)
    (waiting,) = book.waiting()
    seen = book.current().id
    assert (waiting.conflict.here, waiting.conflict.there) == ("Tuinwijk", "Hofwijk")
    book.change([SetAnswer(("wijk", "aanleiding"), "Nieuw")], seen)
    file.write_text(file.read_text("utf-8").replace("Hofwijk", "Bosrijk"), encoding="utf-8")
    assert book.settle({waiting.number: "hier"}, seen).conflicts
    (waiting,) = book.waiting()
    assert (waiting.conflict.here, waiting.conflict.there) == ("Tuinwijk", "Bosrijk")
    assert book.settle({waiting.number: "hier"}, book.current().id).applied == (place,)
    assert (said(book, *place), book.waiting()) == ("Tuinwijk", ())


def test_a_choice_for_the_file_lets_go_of_what_was_typed(file: Path) -> None:
    """And so does another answer, once that was given knowingly."""
    book = AnswerBook(file)
    first = book.current().id
    place = ("wijk", "naam")
    for word in ("Hofwijk", "Tuinwijk"):
        book.change([SetAnswer(place, word)], first)
    (waiting,) = book.waiting()
    book.settle({waiting.number: "bestand"}, book.current().id)
    assert (said(book, *place), book.waiting()) == ("Hofwijk", ())
    book.change([SetAnswer(place, "Tuinwijk")], first)
    book.change([SetAnswer(place, "Bosrijk")], book.current().id)
    assert (said(book, *place), book.waiting()) == ("Bosrijk", ())


@pytest.mark.parametrize(
    ("mark", "encoding"), [(b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le")], ids=["mark", "utf-16"]
)
def test_bytes_are_written_as_they_were(file: Path, mark: bytes, encoding: str) -> None:
    """Kladblok's mark, UTF-16 and the line ends of Windows stay."""
    text = SMALL.replace("\n", "\r\n")
    file.write_bytes(mark + text.encode(encoding))
    book = AnswerBook(file)
    book.change([SetAnswer(("wijk", "aanleiding"), "Eerste alinea.\n\nTweede.")], book.current().id)
    data = file.read_bytes()
    assert data.startswith(mark)
    written = data[len(mark) :].decode(encoding)
    assert "\n" not in written.replace("\r\n", "")
    assert said(book, "wijk", "aanleiding") == "Eerste alinea.\n\nTweede."
    book.undo()
    assert file.read_bytes() == mark + text.encode(encoding)


FAULTY = {
    "no yaml": ("wijk: {naam: [", "antwoorden.yaml"),
    "empty": ("  \n", "leeg"),
    "mistyped": (SMALL.replace("  naam: Molenkwartier", "  naam Molenkwartier"), "naam"),
}


@pytest.mark.parametrize("text", [text for text, _ in FAULTY.values()], ids=list(FAULTY))
def test_a_file_with_faults_is_shown_with_them_and_never_written(file: Path, text: str) -> None:
    """What is typed waits until the file was mended."""
    book = AnswerBook(file)
    first = book.current().id
    file.write_text(text, encoding="utf-8")
    outcome = book.change([SetAnswer(("gemeente", "naam"), "Iepenbeek")], first)
    assert outcome.problems == outcome.version.faults
    assert outcome.problems
    assert not outcome.applied
    assert file.read_text("utf-8") == text
    file.write_text(SMALL, encoding="utf-8")
    assert book.change([SetAnswer(("gemeente", "naam"), "Iepenbeek")], first).applied


def test_a_file_that_disappeared_is_said_and_can_be_put_back(file: Path) -> None:
    """The book still knows what it said."""
    book = AnswerBook(file)
    first = book.current().id
    file.unlink()
    outcome = book.change([SetAnswer(("gemeente", "naam"), "Iepenbeek")], first)
    assert [problem.melding for problem in outcome.problems] == ["Dit bestand bestaat niet."]
    assert not file.exists()
    assert book.put_back().id == first
    assert file.read_text("utf-8") == SMALL
    assert book.change([SetAnswer(("gemeente", "naam"), "Iepenbeek")], first).applied


def test_going_back_in_a_file_that_disappeared_says_that_and_not_that_there_is_nothing(file: Path) -> None:
    """Nor is what can be undone forgotten."""
    book = AnswerBook(file)
    book.change([SetAnswer(("gemeente", "naam"), "Iepenbeek")], book.current().id)
    file.unlink()
    with pytest.raises(ProblemsError, match="bestaat niet"):
        book.undo()
    book.put_back()
    assert getattr(book.undo(), "text", "") == SMALL


def test_a_file_that_is_read_only_is_left_as_it_is(file: Path) -> None:
    """Who closed a file for writing meant that."""
    file.chmod(0o444)
    book = AnswerBook(file)
    outcome = book.change([SetAnswer(("gemeente", "naam"), "Iepenbeek")], book.current().id)
    assert [problem.melding for problem in outcome.problems] == ["Dit bestand is beveiligd tegen veranderen."]
    assert file.read_text("utf-8") == SMALL


def test_a_part_that_cannot_be_changed_safely_keeps_no_other_answer_from_being_written(file: Path) -> None:
    """It is said at its place; the rest is saved."""
    file.write_text(SMALL + "doelen:\n  visie: Een wijk.\n", encoding="utf-8")
    book = AnswerBook(file)
    edits = [SetAnswer(("wijk", "naam", "kort"), "x"), SetAnswer(("doelen", "visie"), "Een hof.")]
    outcome = book.change(edits, book.current().id)
    assert outcome.applied == (("doelen", "visie"),)
    assert [problem.sleutel for problem in outcome.problems] == ["wijk.naam.kort"]


class TestBasis:
    """Answers that come from another file."""

    @pytest.fixture
    def book(self, file: Path) -> AnswerBook:
        """Return the book of a file with a basis."""
        (file.parent / "regio.yaml").write_text(
            "gemeente:\n  provincie: Brabant\nkader:\n  - naam: Visie\n  - naam: Nota\n", encoding="utf-8"
        )
        file.write_text(f"basis: regio.yaml\n{SMALL}", encoding="utf-8")
        return AnswerBook(file)

    def test_it_is_shown_as_such_and_not_written(self, book: AnswerBook) -> None:
        """Another answer in the same group writes that answer alone."""
        version = book.current()
        assert version.basis_of(("gemeente", "provincie")) == str(book.file.parent / "regio.yaml")
        assert version.basis_of(("gemeente", "naam")) is None
        after = book.change([SetAnswer(("gemeente", "naam"), "Iepenbeek")], version.id).version
        assert after.text == version.text.replace("Elzenbeek", "Iepenbeek")

    def test_an_own_answer_stands_over_it_until_it_is_taken_away(self, book: AnswerBook) -> None:
        """And it cannot be emptied from here."""
        place = ("gemeente", "provincie")
        after = book.change([SetAnswer(place, "Limburg")], book.current().id).version
        assert (at(after.tree, place), after.basis_of(place)) == ("Limburg", None)
        after = book.change([SetAnswer(place, None)], after.id).version
        assert at(after.tree, place) == "Brabant"
        outcome = book.change([SetAnswer(place, None)], after.id)
        assert [problem.sleutel for problem in outcome.problems] == ["gemeente.provincie"]

    def test_a_list_comes_along_whole_when_something_in_it_changes(self, book: AnswerBook) -> None:
        """One row alone would take the place of all of it."""
        outcome = book.change([SetAnswer(("kader", 1, "naam"), "Agenda")], book.current().id)
        assert outcome.taken_along == (("kader",),)
        assert at(outcome.version.own, ("kader",)) == [{"naam": "Visie"}, {"naam": "Agenda"}]

    def test_it_is_another_version_once_the_basis_changed(self, book: AnswerBook) -> None:
        """A window that shows the old answer of the basis writes over nothing."""
        first = book.current()
        basis = book.file.parent / "regio.yaml"
        basis.write_text(basis.read_text("utf-8").replace("Brabant", "Zeeland"), encoding="utf-8")
        assert book.current().id != first.id
        assert said(book, "gemeente", "provincie") == "Zeeland"


def test_undo_and_redo_go_through_every_version_also_those_of_other_programs(file: Path) -> None:
    """Another program's version is one as well."""
    book = AnswerBook(file)
    book.change([SetAnswer(("gemeente", "naam"), "Iepenbeek")], book.current().id)
    file.write_text(file.read_text("utf-8") + "# van elders\n", encoding="utf-8")
    texts = [SMALL, SMALL.replace("Elzenbeek", "Iepenbeek"), file.read_text("utf-8")]
    assert book.current().text == texts[2]
    assert [getattr(book.undo(), "text", None) for _ in range(3)] == [texts[1], texts[0], None]
    assert [getattr(book.redo(), "text", None) for _ in range(3)] == [texts[1], texts[2], None]
    book.undo()
    book.change([SetAnswer(("wijk", "naam"), "Hofwijk")], book.current().id)
    assert not book.can_redo


def test_versions_are_bounded_and_what_is_forgotten_cannot_be_undone(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A form that is open for weeks takes no more memory than this."""
    monkeypatch.setattr("generator.limits.FORM_VERSIONS", 3)
    book = AnswerBook(file)
    first = book.current().id
    for number in range(6):
        book.change([SetAnswer(("wijk", "naam"), f"Wijk {number}")], book.current().id)
    assert book.version(first) is None
    assert [getattr(book.undo(), "text", "").count("Wijk 4") for _ in range(2)] == [1, 0]
    assert book.undo() is None


WORDS = st.integers(0, 10**6).map(lambda number: f"woord{number}")
SETS = st.tuples(
    st.sampled_from([("wijk", "naam"), ("wijk", "aanleiding"), ("gemeente", "naam"), ("doelen", "visie")])
    | st.tuples(st.just("risicos"), st.integers(0, 2), st.sampled_from(["risico", "kans", "gevolg"])),
    WORDS | st.none(),
).map(lambda parts: SetAnswer(*parts))
ADDS = st.tuples(st.integers(0, 3), st.fixed_dictionaries({"risico": WORDS})).map(
    lambda parts: AddItem(("risicos",), *parts)
)
DROPS = st.integers(0, 2).map(lambda number: DropItem(("risicos", number)))
ORDERS = st.permutations(range(3)).map(lambda order: OrderItems(("risicos",), tuple(order)))
EDITS: st.SearchStrategy[Edit] = st.one_of(SETS, ADDS, DROPS, ORDERS)
TURNS = st.lists(st.tuples(st.integers(0, 1), st.booleans(), EDITS), min_size=1, max_size=8)


def _fits(edit: Edit, tree: Tree) -> bool:
    """Tell whether a version has what an edit is of."""
    items = at(tree, ("risicos",))
    size = len(items) if isinstance(items, list) else 0
    if isinstance(edit, OrderItems):
        return len(edit.order) == size
    if isinstance(edit, AddItem):
        return edit.before <= size
    return len(edit.path) < 2 or not isinstance(edit.path[1], int) or edit.path[1] < size


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))


@settings(max_examples=60)
@given(turns=TURNS)
def test_two_windows_lose_nothing(
    tmp_path_factory: pytest.TempPathFactory, turns: list[tuple[int, bool, Edit]]
) -> None:
    """Each word typed is in the file or in a conflict that was shown; who takes a word away had seen it."""
    file = tmp_path_factory.mktemp("boek") / "antwoorden.yaml"
    file.write_text(SMALL, encoding="utf-8")
    book = AnswerBook(file)
    seen = [book.current().id] * 2
    for window, looks_first, edit in turns:
        if looks_first:
            seen[window] = book.current().id
        base = book.version(seen[window])
        assert base is not None
        if not _fits(edit, base.tree):
            continue
        before = book.current().text
        outcome = book.change([edit], seen[window])
        typed = _words(str(edit.tree)) if isinstance(edit, SetAnswer | AddItem) and edit.tree else set()
        asked = _words(" ".join(str(conflict.here) for conflict in outcome.conflicts))
        assert not outcome.problems
        assert typed <= _words(outcome.version.text) | asked
        assert _words(before) - _words(outcome.version.text) <= _words(base.text)
        assert file.read_text("utf-8") == outcome.version.text
    while book.undo():
        pass
    assert file.read_bytes() == SMALL.encode()


@settings(max_examples=40)
@given(edits=st.lists(st.one_of(SETS, ADDS), max_size=4, unique_by=lambda edit: edit.path))
def test_edits_of_the_version_at_hand_give_the_edited_tree(
    tmp_path_factory: pytest.TempPathFactory, edits: list[Edit]
) -> None:
    """What is written is what was asked, no more and no less."""
    file = tmp_path_factory.mktemp("boek") / "antwoorden.yaml"
    file.write_text(SMALL, encoding="utf-8")
    book = AnswerBook(file)
    outcome = book.change(edits, book.current().id)
    assert (outcome.conflicts, outcome.problems) == ((), ())
    wanted = changed_tree(parse(SMALL, "").tree, edits)
    assert set(leaves(parse(file.read_text("utf-8"), "").tree)) == set(leaves(wanted))


ITEMS = st.lists(st.sampled_from("abcde").map(lambda name: {"naam": name}), max_size=6)


@given(ITEMS, ITEMS)
def test_no_two_items_become_one(one: list[Tree], other: list[Tree]) -> None:
    """Each item has one counterpart at the most, and what says the same is found as often as it is there."""
    found = [place for place in counterparts(one, other) if place >= 0]
    assert len(set(found)) == len(found)
    shared = sum(min(one.count(item), other.count(item)) for item in ({"naam": name} for name in "abcde"))
    assert len(found) >= shared


KEEPS_SAVING = """
import sys
from pathlib import Path
from generator.browser.answer_book import AnswerBook
from generator.roundtrip.tree_edits import SetAnswer

book = AnswerBook(Path(sys.argv[1]))
for number in range(10**6):
    book.change([SetAnswer(("wijk", "naam"), f"Wijk {number} " + "x" * 15000)], book.current().id)
    print(number, flush=True)
"""


def test_a_form_that_is_killed_while_it_saves_leaves_a_whole_file(file: Path) -> None:
    """Whatever moment it is: the old answers or the new ones, never half of them."""
    for wait in (0.0, 0.011, 0.037):
        file.write_text(SMALL, encoding="utf-8")
        command = [sys.executable, "-c", KEEPS_SAVING, str(file)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, env=os.environ) as form:
            assert form.stdout is not None
            assert form.stdout.readline() == b"0\n"
            time.sleep(wait)
            form.send_signal(signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
        said_now = at(parse(file.read_text("utf-8"), "").tree, ("wijk", "naam"))
        assert re.fullmatch("Wijk [0-9]+ x{15000}", str(said_now))
    assert SMALL in [place.read_text("utf-8") for place in file.parent.glob("*.bak")]
