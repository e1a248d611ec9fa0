"""What the fields of a form show, and what changes when a form is sent back: those fields, and nothing else."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from generator.answers import Antwoorden
from generator.answers.keys import NoSuchQuestionError
from generator.browser.form_fields import Field, group_at
from generator.browser.posted import edits_of
from generator.checks import Checked, check
from generator.framework import load_framework
from generator.pipeline import known_keys_of
from generator.roundtrip.answer_edits import edited
from generator.roundtrip.tree_edits import AddItem, DropItem, OrderItems, SetAnswer, changed_tree
from generator.source import Source, parse, path_of
from generator.source.shared_answers import parse_whole
from tests.support.answer_trees import prose, sound_trees

if TYPE_CHECKING:
    from generator.roundtrip.tree_edits import Edit

PERIODE = "document: {periode: {van: 2026, tot_en_met: 2029}}\n"
WIJK = "gemeente: {naam: Elzenbeek}\nwijk:\n  naam: Molenkwartier\n"


@dataclass(frozen=True)
class State:
    """What a page of the form is made from."""

    source: Source
    checked: Checked | None = None

    @classmethod
    def of(cls, text: str, *bases: str) -> State:
        """Return what a file with these bases says, checked."""
        source = parse_whole(
            text, bases, "antwoorden.yaml", known_keys_of(load_framework()), ["regio.yaml"] * len(bases)
        )
        return cls(source, check(source, load_framework(), with_pictures=False))


def field_of(state: State, key: str) -> Field:
    """Return the field with a key, wherever it stands."""
    return next(field for field in group_at(state, ()).all_fields() if field.name == key)


def sent(field: Field) -> list[str]:
    """Return what a browser sends of a field that nobody touches; line ends become those of the web."""
    if field.soort == "verwijzingen":
        return ["", *(choice.value for choice in field.choices if choice.is_chosen)]
    if field.choices:
        return ["", *(choice.value for choice in field.choices if choice.is_chosen)]
    return ["\r\n".join(field.value.splitlines())]


def form_of(state: State) -> dict[str, list[str]]:
    """Return what a browser sends of every field."""
    return {field.name: sent(field) for field in group_at(state, ()).all_fields() if field.soort != "vast"}


def changes(state: State, **form: str) -> list[Edit]:
    """Return what changes when these are sent, with two underscores for a point."""
    return edits_of(state, {name.replace("__", "."): [value] for name, value in form.items()})


@st.composite
def states(draw: st.DrawFn) -> State:
    """Draw a file with answers of every kind."""
    target = io.StringIO()
    YAML().dump(draw(sound_trees(Antwoorden, texts=prose())), target)
    return State(parse(target.getvalue(), "antwoorden.yaml"))


@settings(max_examples=25, deadline=None)
@given(states())
def test_a_form_that_is_sent_back_as_it_was_shown_changes_nothing(state: State) -> None:
    """Whatever a file says, and whatever a browser does to line ends: no edit."""
    who = {f"navraag:{field.name}": [field.who] for field in group_at(state, ()).all_fields()}
    assert edits_of(state, form_of(state) | who) == []


@settings(max_examples=25, deadline=None)
@given(states(), st.data())
def test_a_field_that_changes_is_the_only_one_that_does(state: State, data: st.DataObject) -> None:
    """What another field shows stays, in the tree and in the form that is made of it."""
    free = [field for field in group_at(state, ()).all_fields() if field.soort in {"regel", "tekst", "lijst"}]
    field = data.draw(st.sampled_from(free))
    said = data.draw(
        st.sampled_from(["Iets nieuws: “zo” & zo #1", "twee\n\nregels" if field.soort == "tekst" else "x", ""])
    )
    edits = edits_of(state, form_of(state) | {field.name: [said]})
    after = State(parse(edited(state.source.text, edits), "antwoorden.yaml"))
    assert after.source.tree == changed_tree(state.source.tree, edits)
    before, now = form_of(state), form_of(after)
    assert "".join(now.get(field.name, [""])).split() == said.split()
    same = before.keys() & now.keys() - {field.name}
    assert {name: now[name] for name in same} == {name: before[name] for name in same}
    assert all(not "".join(form[name]) for form in (before, now) for name in form.keys() - same - {field.name})


def test_a_group_has_a_field_for_each_question_with_what_stands_there() -> None:
    """A long text has many lines, a name one, a list of groups its items."""
    state = State.of(WIJK + "  periode: {van: 2026}\n  aanleiding: |-\n    Een.\n\n    Twee.\n  inwoners: ca. 5.000\n")
    fields = {field.name: field for field in group_at(state, ("wijk",)).fields}
    assert (fields["wijk.aanleiding"].soort, fields["wijk.aanleiding"].value) == ("tekst", "Een.\n\nTwee.")
    assert (fields["wijk.inwoners"].soort, fields["wijk.inwoners"].value) == ("getal", "ca. 5.000")
    assert (fields["wijk.naam"].soort, fields["wijk.cijfers"].soort) == ("regel", "groepen")
    assert fields["wijk.aanleiding"].vraag.waarom


def test_what_is_said_of_an_answer_stands_at_its_field() -> None:
    """A fault of `controleer` is at the field that it is about, and so is what is missed."""
    state = State.of(WIJK + "  inwoners: veel\nbesluit: {beslispunten: []}\n")
    field = field_of(state, "wijk.inwoners")
    assert [problem.sleutel for problem in field.problems] == ["wijk.inwoners"]
    assert field.value == "veel"
    assert field_of(state, "besluit.beslispunten").is_open
    assert field_of(state, "doelen.visie").is_open, "the group is not there yet"
    assert not field_of(state, "wijk.naam").is_open


def test_a_choice_is_shown_in_plain_words_whatever_its_spelling() -> None:
    """The file says `Op orde.`, the form “op orde”; choosing the same changes nothing."""
    state = State.of(WIJK + "randvoorwaarden:\n  urgentiebesef: {status: Op orde., eisen: {1: Deels}}\n")
    field = field_of(state, "randvoorwaarden.urgentiebesef.status")
    assert [(item.value, item.words, item.is_chosen) for item in field.choices][:2] == [
        ("op_orde", "op orde", True),
        ("deels", "deels op orde", False),
    ]
    assert field.label == "Hoe staat deze randvoorwaarde ervoor?"
    assert edits_of(state, {field.name: ["op_orde"]}) == []
    assert edits_of(state, {field.name: ["deels"]}) == [SetAnswer(field.path, "deels")]
    assert edits_of(state, {"randvoorwaarden.urgentiebesef.eisen.2": ["niet"]}) == [
        SetAnswer(("randvoorwaarden", "urgentiebesef", "eisen", "2"), "niet")
    ]


def test_a_choice_that_is_none_stays_to_be_seen_with_its_fault() -> None:
    """What stands there is not lost because it is no choice."""
    state = State.of(WIJK + "document: {status: soms}\n")
    field = field_of(state, "document.status")
    assert [item.words for item in field.choices if item.is_chosen] == ["soms"]
    assert field.problems
    assert edits_of(state, {field.name: ["soms"]}) == []


def test_goals_are_chosen_by_their_words() -> None:
    """Nobody types the id of a goal."""
    text = WIJK + "doelen: {lijst: [{id: D1, tekst: Rust}, {id: D2, tekst: Licht}]}\n"
    text += "interventies:\n- {id: jongerenwerk, draagt_bij_aan: [D2]}\n"
    state = State.of(text)
    field = field_of(state, "interventies[1].draagt_bij_aan")
    assert field.soort == "verwijzingen"
    assert [(item.words, item.is_chosen) for item in field.choices] == [("D1: Rust", False), ("D2: Licht", True)]
    assert edits_of(state, {field.name: ["", "D1", "D2"]}) == [AddItem(field.path, 0, "D1")]
    assert edits_of(state, {field.name: [""]}) == [SetAnswer(field.path, None)]


def test_what_the_form_cannot_show_stands_there_unchangeable() -> None:
    """Another shape than the question has is shown, and an answer in its place is refused."""
    state = State.of(WIJK + "  aanleiding: {een: twee}\n  problemen: {id: P1}\n")
    field = field_of(state, "wijk.aanleiding")
    assert (field.soort, field.value, bool(field.problems)) == ("vast", "een: twee", True)
    assert field_of(state, "wijk.problemen").soort == "vast"
    with pytest.raises(NoSuchQuestionError):
        changes(state, wijk__aanleiding="iets")
    with pytest.raises(NoSuchQuestionError):
        edits_of(state, {"wijk.problemen[1].wat": ["iets"]})


@pytest.mark.parametrize(
    "name",
    ["wijk", "wijk.bestaat_niet", "wijk.cijfers", "wijk.cijfers[0].bron", "randvoorwaarden.zomaar.status", "",
     "randvoorwaarden.urgentiebesef.eisen.een", "wijk.naam[1]", "__proto__", "wijk..naam",
     "wijk.cijfers[99999999].bron", "financien.lasten[1].bedragen.ooit", "bewust.zomaar"],
)  # fmt: skip
def test_a_name_that_no_field_has_is_refused(name: str) -> None:
    """A form says nothing of what cannot be asked."""
    with pytest.raises(NoSuchQuestionError):
        edits_of(State.of(WIJK), {name: ["x"]})


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("een\r\ntwee  \r\n", "een\ntwee"),
        ("cafe\u0301", "café"),
        (" een\x07twee\u00ad\u200b ", "eentwee"),
        ("een\x0btwee", "een\ntwee"),
        ("   ", None),
    ],
)
def test_what_a_browser_or_a_paste_adds_is_not_kept(typed: str, kept: str | None) -> None:
    """Line ends, spaces, signs that nobody sees and letters in two pieces."""
    state = State.of(WIJK + "  aanleiding: eerst\n")
    assert changes(state, wijk__aanleiding=typed) == [SetAnswer(("wijk", "aanleiding"), kept)]


def test_a_list_changes_at_the_lines_that_do() -> None:
    """A comment beside another item stays, for that item does."""
    state = State.of(WIJK + "besluit:\n  beslispunten:\n  - een # waarom\n  - twee\n  - drie\n")
    path = ("besluit", "beslispunten")
    assert changes(state, besluit__beslispunten="een\nnieuw\ntwee\ndrie anders") == [
        AddItem(path, 1, "nieuw"),
        SetAnswer((*path, 2), "drie anders"),
    ]
    assert changes(state, besluit__beslispunten="een\r\n\r\ndrie") == [DropItem((*path, 1))]
    assert edits_of(state, {"besluit.beslispunten[2]": [""]}) == [DropItem((*path, 1))]
    assert edits_of(state, {"besluit.beslispunten[4]": ["vier"]}) == [AddItem(path, 3, "vier")]
    assert changes(state, besluit__argumenten="eerste") == [SetAnswer(("besluit", "argumenten"), ["eerste"])]


def test_years_are_a_line_each() -> None:
    """A year that is added or another amount is one change; a year that goes is one of the whole."""
    state = State.of(WIJK + "financien:\n  lasten:\n  - post: boa\n    bedragen: {2026: 1000, 2027: 2000}\n")
    name, path = "financien.lasten[1].bedragen", ("financien", "lasten", 0, "bedragen")
    assert field_of(state, name).value == "2026: 1000\n2027: 2000"
    assert edits_of(state, {name: ["2026: 1000\r\n2027: PM\r\n2028: 3000"]}) == [
        SetAnswer((*path, "2027"), "PM"),
        SetAnswer((*path, "2028"), "3000"),
    ]
    assert edits_of(state, {name: ["2027: 2000"]}) == [SetAnswer(path, {"2027": "2000"})]
    assert edits_of(state, {f"{name}.2027": ["2500"]}) == [SetAnswer((*path, "2027"), "2500")]


def test_an_item_is_added_moved_and_taken_away() -> None:
    """Buttons are names in the form as well, so that all of it works without a script."""
    state = State.of(WIJK + "risicos:\n- {risico: een}\n- {risico: twee}\n- {risico: drie}\n")
    new = {"risicos[4].risico": ["vier"], "risicos[4].kans": ["klein"], "risicos[6].risico": ["zes"]}
    assert edits_of(state, new) == [
        AddItem(("risicos",), 3, {"risico": "vier", "kans": "klein"}),
        AddItem(("risicos",), 3, {"risico": "zes"}),
    ]
    assert edits_of(state, {"weg": ["risicos[2]"], "risicos[2].risico": ["anders"]}) == [DropItem(("risicos", 1))]
    assert edits_of(state, {"omhoog": ["risicos[3]"]}) == [OrderItems(("risicos",), (0, 2, 1))]
    assert edits_of(state, {"omlaag": ["risicos[3]"]}) == []
    assert edits_of(state, {"volgorde": ["risicos:3,1,2"]}) == [OrderItems(("risicos",), (2, 0, 1))]
    for wrong in (
        {"weg": ["risicos[4]"]},
        {"weg": ["wijk"]},
        {"volgorde": ["risicos:1,1,2"]},
        {"omhoog": ["wijk.naam"]},
    ):
        with pytest.raises(NoSuchQuestionError):
            edits_of(state, wrong)


def test_who_could_know_an_answer_stands_beside_its_question() -> None:
    """It is kept with the answers, and goes when nobody is named any more."""
    state = State.of(WIJK + "navraag:\n- {sleutel: wijk.aanleiding, wie: de wijkmanager}\n")
    assert field_of(state, "wijk.aanleiding").who == "de wijkmanager"
    assert edits_of(state, {"navraag:wijk.aanleiding": ["de politie "]}) == [
        SetAnswer(("navraag", 0, "wie"), "de politie")
    ]
    assert edits_of(state, {"navraag:wijk.aanleiding": [""]}) == [DropItem(("navraag", 0))]
    new = {"sleutel": "doelen.visie", "wie": "de stuurgroep"}
    assert edits_of(state, {"navraag:doelen.visie": ["de stuurgroep"]}) == [AddItem(("navraag",), 1, {**new})]
    with pytest.raises(NoSuchQuestionError):
        edits_of(state, {"navraag:wijk.zomaar": ["x"]})


def test_new_items_hold_new_items() -> None:
    """An intervention with its first actions, in one form."""
    form = {"interventies[1].id": ["jongerenwerk"], "interventies[1].acties[2].wat": ["tweede"],
            "interventies[1].acties[1].wat": ["eerste"], "interventies[1].partners": ["politie\nschool"]}  # fmt: skip
    wanted = {"id": "jongerenwerk", "acties": [{"wat": "eerste"}, {"wat": "tweede"}], "partners": ["politie", "school"]}
    state = State.of(WIJK)
    tree = parse(edited(state.source.text, edits_of(state, form)), "").tree
    assert isinstance(tree, dict)
    assert tree["interventies"] == [wanted]


def test_a_text_for_a_group_becomes_that_group_once_more_is_said() -> None:
    """`- jongerenwerk` is shown as the answer that it is, and grows when another is given."""
    text = (
        WIJK + "interventies:\n- jongerenwerk\n- buurthuiskamer # later\nmonitoring:\n  evaluatie: 1-6-2028\n" + PERIODE
    )
    state = State.of(text)
    assert field_of(state, "interventies[2].id").value == "buurthuiskamer"
    assert field_of(state, "monitoring.evaluatie.tussentijds").value == "1-6-2028"
    edits = edits_of(state, {"interventies[1].eigenaar": ["Jan"], "monitoring.evaluatie.door": ["een bureau"]})
    tree = parse(edited(text, edits), "").tree
    assert isinstance(tree, dict)
    assert tree["interventies"] == [{"id": "jongerenwerk", "eigenaar": "Jan"}, "buurthuiskamer"]
    assert tree["monitoring"] == {"evaluatie": {"tussentijds": "1-6-2028", "door": "een bureau"}}
    assert "# later" in edited(text, edits)


def test_an_answer_of_another_file_says_so() -> None:
    """The basis of a file is seen at each field that takes its answer from there."""
    state = State.of("basis: regio.yaml\n" + WIJK, "risicos: [{risico: een}]\norganisatie: {escalatie: bellen}\n")
    field = field_of(state, "risicos[1].risico")
    assert (field.value, field.herkomst) == ("een", "regio.yaml")
    assert field_of(state, "wijk.naam").herkomst == ""
    assert edits_of(state, {"organisatie.escalatie": ["bellen"]}) == []


def test_an_example_is_in_words_and_not_in_yaml() -> None:
    """An adviser reads no brackets."""
    state = State.of(WIJK)
    assert field_of(state, "financien.lasten[1].bedragen").example == "2026: 58000, 2027: 74000"
    assert field_of(state, "interventies[1].draagt_bij_aan").example == "D1, D3"
    assert field_of(state, "interventies[1].planning.eind").example.startswith("30-4-2026, april 2026")


def test_one_question_alone_is_a_group_of_one() -> None:
    """A list ends with an empty place for one more."""
    state = State.of(WIJK + "start_motivering: Daarom.\nrisicos: [{risico: een}]\n")
    assert [field.value for field in group_at(state, ("start_motivering",)).fields] == ["Daarom."]
    assert [group.is_new for group in group_at(state, ("risicos",)).fields[0].groups] == [False, True]
    assert group_at(state, path_of("risicos[1]")).title == "een"
    with pytest.raises(NoSuchQuestionError):
        group_at(state, ("zomaar",))
