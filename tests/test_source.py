"""Reading YAML: every value as typed, every key and fault with its place."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from generator.problems import Problem, ProblemsError
from generator.source import dotted, load, parse, path_of
from generator.source.diagnosis.parser_messages import EXPLANATIONS
from tests.support.documents import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def _faults(text: str) -> list[tuple[int, int, str]]:
    with pytest.raises(ProblemsError) as caught:
        parse(text, "a.yaml")
    return [(problem.regel, problem.kolom, problem.melding) for problem in caught.value.problems]


def test_values_stay_as_they_were_typed() -> None:
    """A version, a yes and an amount stay text; only an empty value is nothing."""
    text = "versie: 0.10\njn: nee\nbedrag: 412.000\nleeg:\nwit: '  '\ntilde: ~\nvouw: >-\n  a\n  b\n"
    assert parse(text, "a.yaml").tree == {
        "versie": "0.10",
        "jn": "nee",
        "bedrag": "412.000",
        "leeg": None,
        "wit": None,
        "tilde": None,
        "vouw": "a b",
    }


def test_every_key_and_value_has_its_place() -> None:
    """Lines and columns count from 1, in characters."""
    source = parse("ëë: 1\nlijst:\n  - naam: é x\n    bron: y\n", "a.yaml")
    assert source.position(("ëë",), value=True) == (1, 5)
    assert source.position(("lijst", 0)) == (3, 5)
    assert source.position(("lijst", 0, "bron")) == (4, 5)
    assert source.position(("lijst", 0, "bron"), value=True) == (4, 11)
    assert source.position(("lijst", 0, "weg")) == (3, 5)


def test_the_c_and_the_python_parser_agree(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the fast parser is absent, the examples give the same tree and places."""
    import ruamel.yaml

    file = root / "examples" / "molenkwartier" / "antwoorden.yaml"
    fast = load(file)
    real = ruamel.yaml.YAML
    monkeypatch.setattr(ruamel.yaml, "YAML", lambda typ: real(typ=typ, pure=True))
    slow = load(file)
    assert slow.tree == fast.tree
    assert slow.keys == fast.keys


@pytest.mark.parametrize(
    ("text", "place", "word"),
    [
        ("a: b: c\n", (1, 5), "dubbele punt"),
        ("a:\n\tb: 1\n", (2, 1), "tab"),
        ("a: 'x\nb: 1\n", (1, 4), "aanhalingsteken"),
        ("a:\n  b: 1\n c: 2\n", (3, 2), "springt niet ver genoeg in"),
        ('a: "\\q"\n', (1, 5), "schuine streep"),
        ("a: @x\n", (1, 4), "teken"),
        ("a: {{ x }}\n", (1, 5), "accolade"),
        ("a: [1, 2\n", (1, 4), "haak"),
        ("a: 1\n---\nb: 2\n", (2, 1), "tweede document"),
        ("a: *x\n", (1, 4), "verwijzing"),
        ("a: &x y\n", (1, 4), "verwijzing"),
        ("a: !!python/object:os.system x\n", (1, 4), "uitroepteken"),
        ("a: - b\n", (1, 4), "streepje"),
        ("a: {b:c, c: d}\n", (1, 6), "spatie"),
        ("a: > x\n", (1, 4), "zelfde regel"),
        ("a:\n  - b\n  c: d\n", (3, 3), "lijst"),
        ('a: "\\x01"\n', (1, 4), "stuurteken"),
        ("a: {b: 1, ' b': 2}\n", (1, 11), "staat hier dubbel"),
        ("a: " + "[" * 5000, (1, 44), "lijsten of haken"),
    ],
)
def test_each_fault_is_explained_where_it_is(text: str, place: tuple[int, int], word: str) -> None:
    """A fault in the YAML has its line, its column and a plain Dutch explanation."""
    (line, column, message), *_ = _faults(text)
    assert (line, column) == place
    assert word in message


def test_all_control_characters_and_tabs_are_reported_at_once() -> None:
    """Two control characters and a tab are three problems, not one."""
    found = _faults("a: \x01\nb: \x02\nc:\n\td: 1\n")
    assert [line for line, _, _ in found] == [1, 2, 4]


def test_a_line_end_that_word_leaves_in_pasted_text_is_a_space_or_a_line_end() -> None:
    """Word writes the end of a line in a paragraph as a vertical tab; in a text in quotes it can be typed."""
    assert parse('a: een\x0btwee\nb: |\n  drie\x0bvier\nc: "vijf\\vzes"\n', "a.yaml").tree == {
        "a": "een twee",
        "b": "drie vier\n",
        "c": "vijf\x0bzes",
    }


@pytest.mark.parametrize("example", ["molenkwartier", "stationsbuurt", "helmond"])
def test_the_lines_of_a_sound_file_are_not_looked_at(example: str) -> None:
    """What a parser reads, and nothing in which is odd, costs no second look."""
    code = f"""
import sys
from pathlib import Path
from generator.pipeline import check_file
check_file(Path("examples") / "{example}" / "antwoorden.yaml")
sys.exit(any(name.startswith("generator.source.diagnosis") for name in sys.modules))
"""
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_a_double_key_names_the_first_line() -> None:
    """A key that stands twice is reported at the second, with the line of the first."""
    ((line, column, message),) = _faults("wijk: 1\nb: 2\nwijk: 3\n")
    assert (line, column) == (3, 1)
    assert "regel 1" in message


# A text for each piece of English that we look for in what ruamel says, for its fast parser and for the other.
STUMBLES = {
    "mapping values are not allowed": "a: b: c\n",
    "sequence entries are not allowed": "a: - b\n",
    "cannot start any token": "a: @x\n",
    "unexpected end of stream": "a: 'x\n",
    "unknown escape character": 'a: "\\q"\n',
    "'-' indicator": "a:\n  - b\n  c: d\n",
    "',' or ": "a: [1, 2\n",
    "expected key": "a: 1\n  - b\nb: 'x' y\n",
    "<block end>": "a: 'x' y\n",
    "unexpected ':'": "a: {b:c}\n",
    "expected ':'": "a: 1\nb\nc: 3\n",
    "comment or ": "a: > x\n",
}
ONLY_FAST, ONLY_SLOW = {"'-' indicator", "expected key", "unexpected ':'"}, {"<block end>"}


def test_the_words_of_the_parser_are_those_that_are_looked_for() -> None:
    """What is said of a fault that we do not see ourselves depends on ruamel's English: each piece of it is there."""
    assert [part for part, _, _ in EXPLANATIONS] == list(STUMBLES)
    for part, text in STUMBLES.items():
        for pure in (False, True):
            if part in (ONLY_FAST if pure else ONLY_SLOW):
                continue
            with pytest.raises(YAMLError) as caught:
                list(YAML(typ="safe", pure=pure).parse(text))
            assert part in str(caught.value), (part, pure, str(caught.value))


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "leeg"),
        (b"  \n\n", "leeg"),
        ("gemeente: Súdwest\n".encode("latin-1"), "UTF-8"),
        ("gemeente: x\n".encode("utf-16-le"), "UTF-16"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "UTF-8"),
        (b"a: " + b"x" * 20_000_000, "2 MB"),
    ],
)
def test_a_file_that_is_no_answer_file_is_refused(tmp_path: Path, content: bytes, word: str) -> None:
    """Empty, wrongly encoded and huge files get one clear problem."""
    file = tmp_path / "antwoorden.yaml"
    file.write_bytes(content)
    with pytest.raises(ProblemsError, match=word):
        load(file)


def test_a_wrong_encoding_has_a_place(tmp_path: Path) -> None:
    """The first byte that is no UTF-8 is pointed at."""
    file = tmp_path / "antwoorden.yaml"
    file.write_bytes(b"a: 1\nnaam: S\xfadwest\n")
    with pytest.raises(ProblemsError) as caught:
        load(file)
    assert (caught.value.problems[0].regel, caught.value.problems[0].kolom) == (2, 8)


def test_unicode_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    """What Notepad saves as Unicode or as UTF-8 with a mark is read as it is."""
    for encoding in ("utf-16", "utf-8-sig"):
        file = tmp_path / f"{encoding}.yaml"
        file.write_bytes("naam: Súdwest 🏘\n".encode(encoding))
        assert load(file).tree == {"naam": "Súdwest 🏘"}


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    """A path that is not there and one that is a folder each get their own remedy."""
    with pytest.raises(ProblemsError, match="bestaat niet"):
        load(tmp_path / "weg.yaml")
    with pytest.raises(ProblemsError, match=r"map, geen bestand.*\n.*antwoorden\.yaml"):
        load(tmp_path)


@given(st.lists(st.one_of(st.integers(0, 99), st.from_regex(r"[a-z_]{1,8}", fullmatch=True)), min_size=1))
def test_dotted_keys_can_be_read_back(path: list[str | int]) -> None:
    """A path as text leads back to the same path."""
    if isinstance(path[0], int):
        path = ["a", *path]
    assert path_of(dotted(tuple(path))) == tuple(path)


@given(st.text(max_size=60))
def test_any_text_gives_a_tree_or_problems(text: str) -> None:
    """Whatever stands in a file, the outcome is a tree or problems with a place."""
    problems: tuple[Problem, ...] = ()
    try:
        parse(text, "a.yaml")
    except ProblemsError as error:
        problems = tuple(error.problems)
    assert all(problem.regel >= 1 and problem.melding for problem in problems)
