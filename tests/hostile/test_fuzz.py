"""Whatever comes from a stranger gives a document, or a sentence that says why not: laws over random input.

`make fuzz` tries them for ten minutes; among the tests each has a few examples. What once failed is a named case, here
or in the folder `word`.
"""

from __future__ import annotations

import os
import re
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml import etree
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from generator.framework import Framework
from generator.housestyle import find_house_style
from generator.problems import ProblemsError
from generator.resources import framework_file, templates_dir
from generator.roundtrip.updated import update_file
from generator.roundtrip.word_to_answers import Wanted, word_to_answers
from generator.web import webpage
from generator.word.package.archive import package
from tests.support.documents import MINIMUM, ROOT, checked, page, parts, word

if TYPE_CHECKING:
    from collections.abc import Callable

TRIES = int(os.environ.get("WIJKPLAN_FUZZ", "0"))
"""So many examples of each law; a few where it is not said."""
ANSWERS = (ROOT / "examples" / "stationsbuurt" / "antwoorden.yaml").read_text(encoding="utf-8")
STYLE = templates_dir() / "huisstijl" / "warm"
CASES = sorted((Path(__file__).parent / "word").iterdir())
_PIECES = (
    *("'", '"', "“", "’", ":", ": ", "#", " #", "- ", "|", ">", "{", "}", "[", "]", "&a ", "*a", "!!x ", "? ", "\t"),
    *("\n", "\n\n", "\r", "\u2028", "\xa0", "\x00", "\x1b", "\ufeff", "€ ", "1e9", "９", "2026-13-45", "99999999999"),
    *("https://", "@", "*", "**", "1. ", "~", "null", "\\", "<b>", "{{ x }}", "\U0001f600", "ja", "x" * 3000),
)
_VALUES = (
    *("", "x", "-1", "0", "99", "9999999999", "9" * 5000, "1.5", "²", "nan", "1e400", "true", "50%", "2.5cm", "auto"),
    *("../..", "&#10;", "Normal", "Kop1", "rId1", "#FFFFFF", "FFFFFF", "A" * 300),
)
_TEMPLATE = (
    *("{{ ", " }}", "{% for a in ", " %}", "{% endfor %}", "{% if ", "{% endif %}", "{% else %}", "{% set n = "),
    *("wijk", "interventies", ".naam", "[0]", "[1:]", "|tekst", "|join(', ')", "|length", "|sort", "|max"),
    *("|round(", ")", "(", "range(9)", "1", "'a'", "1.5", " == ", " in ", " ~ ", " * ", "none", "plek(", "vraag("),
    *("loop.index", "namespace(", "<p>", "</p>", "<table>", "<tr><td>", "</td></tr>", "</table>", "<ul><li>"),
    *("</li></ul>", "<h2>", "</h2>", "<div>", "<mark>", "<span class='status niet'>", "</span>", "<a href='"),
    *("javascript:x", "'>", "<ol start='", "<td colspan='", "<script>", "<img src='x'>"),
    *("<figure data-soort='lijn'>", "é", "\x00", "{#", "#}", "<!--", "-->", "&amp;", "]]>"),
)
_TABLE = "<table><caption>c</caption><thead><tr><th>a</th></tr></thead><tbody>"


def law(function: Callable[..., None]) -> Callable[..., None]:
    """Let a law be tried on a few examples, always the same, or on as many new ones as are asked."""
    return settings(
        max_examples=TRIES or 4,
        derandomize=not TRIES,
        database=None,
        suppress_health_check=list(HealthCheck),
    )(function)


def edited(text: str, pieces: tuple[str, ...] = _PIECES) -> st.SearchStrategy[str]:
    """Return a strategy for a text in which pieces were put, and others taken out."""
    change = st.tuples(st.integers(0, len(text)), st.integers(0, 12), st.sampled_from(pieces))
    return st.lists(change, min_size=1, max_size=6).map(lambda changes: _changed(text, changes))


def _changed(text: str, changes: list[tuple[int, int, str]]) -> str:
    for place, length, piece in sorted(changes, reverse=True):
        text = text[:place] + piece + text[place + length :]
    return text


def damaged(found: dict[str, bytes], names: tuple[str, ...]) -> st.SearchStrategy[bytes]:
    """Return a strategy for a Word file with other values, and elements that are gone, twice or elsewhere."""
    change = st.tuples(
        st.sampled_from(names),
        st.sampled_from(["value", "value", "gone", "twice", "elsewhere", "text"]),
        st.integers(0, 9999),
        st.integers(0, 9999),
        st.sampled_from(_VALUES),
    )
    return st.lists(change, min_size=1, max_size=5).map(lambda changes: _damaged(found, changes))


def _damaged(found: dict[str, bytes], changes: list[tuple[str, str, int, int, str]]) -> bytes:
    found = dict(found)
    for name, what, one, other, value in changes:
        root = etree.fromstring(found[name])
        items = list(root.iter("*"))
        item, place = items[one % len(items)], items[other % len(items)]
        if what == "value" and item.attrib:
            item.set(list(item.attrib)[other % len(item.attrib)], value.replace("&#10;", "\n"))
        elif what == "text":
            item.text = value
        elif what == "gone" and item.getparent() is not None:
            item.getparent().remove(item)
        elif what == "twice" and item.getparent() is not None:
            item.addnext(etree.fromstring(etree.tostring(item, with_tail=False)))
        elif what == "elsewhere" and place not in item.iter():
            place.append(item)
        found[name] = etree.tostring(root)
    return package(found)


@cache
def _style_parts() -> dict[str, bytes]:
    return parts((STYLE / "huisstijl.docx").read_bytes())


@cache
def _plan_parts() -> dict[str, bytes]:
    return parts(word(ANSWERS))


def _xml(found: dict[str, bytes]) -> tuple[str, ...]:
    return tuple(name for name in sorted(found) if name.endswith(".xml") and name != "[Content_Types].xml")


@pytest.mark.slow
@law
@given(edited(ANSWERS))
@example("    \t: onbekend\n  gezamenlijke_visie:\n    status: niet")  # a line was moved to and fro for ever
def test_any_answers(text: str) -> None:
    """A plan and a web page come of an answer file, or a sentence."""
    with suppress(ProblemsError):
        found = checked(text)
        if not found.stops:
            webpage.write(page(text), found.afbeeldingen)
            word(text)


@pytest.mark.slow
@law
@given(edited(framework_file().read_text(encoding="utf-8")[:40_000]))
def test_any_framework(text: str) -> None:
    """A framework that is not sound is told to who changes it, and is never used."""
    try:
        msgspec.convert(YAML(typ="safe").load(text), Framework)
    except (YAMLError, msgspec.ValidationError, ValueError):
        return


@pytest.mark.slow
@law
@given(edited((STYLE / "huisstijl.yaml").read_text(encoding="utf-8")))
@example("word: " + "x" * 300)
@example("word: 'a\x00b'")
@example("word: ../../../../etc/passwd")
def test_any_settings_of_a_house_style(text: str) -> None:
    """Whatever stands in `huisstijl.yaml`."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "huisstijl.docx").write_bytes((STYLE / "huisstijl.docx").read_bytes())
        (place / "huisstijl.yaml").write_text(text, encoding="utf-8", newline="")
        with suppress(ProblemsError):
            word(MINIMUM, find_house_style(place).word)


@pytest.mark.slow
@law
@given(st.lists(st.sampled_from(_TEMPLATE), max_size=14).map("".join))
@example("<p>tekst")
@example("<mark>a")
@example("<p onclick='x()'>y</p>")
@example(f"{_TABLE}<tr><td colspan='9'>b</td></tr></tbody></table>")
@example(f"{_TABLE}</tbody></table>")
def test_any_template(text: str) -> None:
    """A template of a house style; the web page and the document for Word refuse the same elements."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        chapters = place / "sjablonen" / "hoofdstukken"
        chapters.mkdir(parents=True)
        (chapters / "inleiding.html.j2").write_text(text, encoding="utf-8")
        (place / "huisstijl.docx").write_bytes((STYLE / "huisstijl.docx").read_bytes())
        for write in (word, lambda *given: webpage.write(page(*given))):
            with suppress(ProblemsError):
                made = write(MINIMUM, place)
                assert not re.search(rb"<script|<[^>]* (?:onclick=|href=.javascript:)", made)


@pytest.mark.slow
@law
@given(damaged(_style_parts(), _xml(_style_parts())))
def test_any_word_file(data: bytes) -> None:
    """A damaged template gives a sound plan or a refusal."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "huisstijl.docx"
        place.write_bytes(data)
        with suppress(ProblemsError):
            assert "word/document.xml" in parts(word(ANSWERS, place))


@pytest.mark.slow
@law
@given(damaged(_plan_parts(), _xml(_plan_parts())))
def test_any_edited_plan(data: bytes) -> None:
    """A plan that came back gives changes or a refusal, and the answers are only written where that was asked."""
    with tempfile.TemporaryDirectory() as folder:
        plan, answers = Path(folder) / "plan.docx", Path(folder) / "antwoorden.yaml"
        plan.write_bytes(data)
        answers.write_text(ANSWERS, encoding="utf-8")
        for read in (
            lambda: word_to_answers(
                (plan,), answers, lambda _key: None, Wanted(reject=False, huisstijl=None), write=False
            ),
            lambda: update_file(plan, answers, Path(folder) / "nieuw.docx"),
        ):
            with suppress(ProblemsError):
                read()
        assert answers.read_text(encoding="utf-8") == ANSWERS
        assert plan.read_bytes() == data
