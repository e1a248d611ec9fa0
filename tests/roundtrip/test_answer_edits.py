"""Edits of a text with answers give the tree that they say, and leave every other line as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.roundtrip.answer_edits import edited
from generator.roundtrip.tree_edits import AddItem, DropItem, Edit, OrderItems, SetAnswer, changed_tree
from generator.source import KeyPath, Tree, parse

EXAMPLE = (Path(__file__).parents[2] / "examples" / "molenkwartier" / "antwoorden.yaml").read_text("utf-8")


def _leaves(tree: Tree, path: KeyPath = ()) -> list[KeyPath]:
    if isinstance(tree, dict):
        return [leaf for key, value in tree.items() for leaf in _leaves(value, (*path, key))]
    if isinstance(tree, list):
        return [leaf for number, value in enumerate(tree) for leaf in _leaves(value, (*path, number))]
    return [path]


def _lists(tree: Tree, path: KeyPath = ()) -> list[tuple[KeyPath, int]]:
    if isinstance(tree, dict):
        return [found for key, value in tree.items() for found in _lists(value, (*path, key))]
    if isinstance(tree, list):
        inner = [found for number, value in enumerate(tree) for found in _lists(value, (*path, number))]
        return [(path, len(tree)), *inner]
    return []


TREE = parse(EXAMPLE, "").tree
TEXTS = (
    st.text(
        st.characters(blacklist_categories=("Cs", "Cc", "Cf", "Zs", "Zl", "Zp"), max_codepoint=0x2FFF) | st.just(" "),
        min_size=1,
        max_size=200,
    )
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
ANSWERS = TEXTS | st.lists(TEXTS, min_size=2, max_size=3).map("\n\n".join)
EDITS: st.SearchStrategy[Edit] = st.one_of(
    st.tuples(st.sampled_from(_leaves(TREE)), ANSWERS).map(lambda found: SetAnswer(*found)),
    st.sampled_from(_lists(TREE)).flatmap(
        lambda item: st.tuples(
            st.just(item[0]),
            st.integers(0, item[1]),
            TEXTS | st.dictionaries(st.sampled_from(["naam", "wat", "wie"]), TEXTS, min_size=1),
        ).map(lambda found: AddItem(*found))
    ),
    st.sampled_from([item for item in _lists(TREE) if item[1]]).flatmap(
        lambda item: st.integers(0, item[1] - 1).map(lambda number: DropItem((*item[0], number)))
    ),
    st.sampled_from([item for item in _lists(TREE) if item[1] > 1]).flatmap(
        lambda item: st.permutations(range(item[1])).map(lambda order: OrderItems(item[0], tuple(order)))
    ),
)


@given(EDITS)
def test_any_edit_gives_what_it_says_and_nothing_else(edit: Edit) -> None:
    """The tree is the one asked for, and the lines around the place are the same."""
    text = edited(EXAMPLE, [edit])
    assert parse(text, "").tree == changed_tree(TREE, [edit])
    if isinstance(edit, OrderItems):
        assert sorted("".join(text.split())) == sorted("".join(EXAMPLE.split()))
        return
    old, new = EXAMPLE.splitlines(), text.splitlines()
    place = next((number for number, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), 0)
    end = next((n for n, (one, other) in enumerate(zip(reversed(old), reversed(new), strict=False)) if one != other), 0)
    assert old[:place] == new[:place]
    assert len(old) - end - place <= 60


@pytest.mark.parametrize("line", ["\n", "\r\n"], ids=["unix", "windows"])
def test_line_ends_stay(line: str) -> None:
    """A file of Windows keeps its line ends."""
    text = edited(EXAMPLE.replace("\n", line), [SetAnswer(("wijk", "aanleiding"), "Een.\n\nTwee.")])
    assert text.replace(line, "").count("\n") == 0
    assert text.replace("\r\n", "\n").count("\r") == 0


def test_an_answer_that_was_not_there_gets_a_place() -> None:
    """A key without an answer, a group that is not there, and a first item of a list."""
    text = "gemeente: {naam: A}\nwijk:\n  naam: B # zo\n  aanleiding:\n"
    edits = [
        SetAnswer(("wijk", "aanleiding"), "Kort."),
        SetAnswer(("gemeente", "riec"), "RIEC"),
        AddItem(("besluit", "beslispunten"), 0, "Eén."),
        AddItem(("besluit", "beslispunten"), 0, "Twee."),
    ]
    assert edited(text, edits) == (
        "gemeente: {naam: A, riec: RIEC}\nwijk:\n  naam: B # zo\n  aanleiding: Kort.\n"
        "besluit:\n  beslispunten:\n    - Eén.\n    - Twee.\n"
    )


def test_a_text_with_a_sign_that_yaml_refuses_can_be_changed() -> None:
    """What was pasted from Word reads as a space, and stays as it was typed."""
    text = 'gemeente: {naam: A}\nwijk:\n  naam: "B\u000bC"\n'
    assert edited(text, [SetAnswer(("gemeente", "naam"), "Z")]) == text.replace("A", "Z")


def test_an_answer_of_the_last_item_stays_with_it_when_an_item_is_added_behind_it() -> None:
    """Both come at the end of the list."""
    text = "risicos:\n  - risico: tijd\n  - risico: geld\n"
    edits = [AddItem(("risicos",), 2, {"risico": "regen"}), SetAnswer(("risicos", 1, "kans"), "groot")]
    assert edited(text, edits) == text + "    kans: groot\n  - risico: regen\n"
