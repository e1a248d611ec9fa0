"""Fields are found whole, however they stand in each other and wherever Word split them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.word.fields import fields
from tests.support.templates import NAMESPACES, W

if TYPE_CHECKING:
    from collections.abc import Iterator

T = f"{{{W}}}t"


@dataclass(frozen=True)
class Made:
    """A field that a test puts in a document: its instruction in pieces, and what it shows."""

    pieces: tuple[str, ...]
    shown: tuple[str | Made, ...]
    simple: bool

    def xml(self) -> str:
        """Return the field as Word writes it."""
        content = "".join(item.xml() if isinstance(item, Made) else run(f"<w:t>{item}</w:t>") for item in self.shown)
        if self.simple:
            return f'<w:fldSimple w:instr="{"".join(self.pieces)}">{content}</w:fldSimple>'
        asked = "".join(run(f"<w:instrText>{piece}</w:instrText>") for piece in self.pieces)
        return f"{mark('begin')}{asked}{mark('separate')}{content}{mark('end')}"

    def result(self) -> str:
        """Return what it shows, but for what a field between marks inside it does."""
        simple = (item if isinstance(item, str) else item.result() if item.simple else "" for item in self.shown)
        return "".join(simple)

    def all(self) -> Iterator[Made]:
        """Yield the fields in it and itself, in the order in which they are found."""
        inner = [found for item in self.shown if isinstance(item, Made) for found in item.all()]
        yield from [self, *inner] if self.simple else [*inner, self]


def run(content: str) -> str:
    """Return a run."""
    return f"<w:r>{content}</w:r>"


def mark(kind: str) -> str:
    """Return a mark of a field."""
    return run(f'<w:fldChar w:fldCharType="{kind}"/>')


WORDS = st.text("abc ", min_size=1, max_size=4)
SIMPLE = st.builds(Made, st.tuples(WORDS), st.lists(WORDS, max_size=2).map(tuple), st.just(True))
FIELDS = st.recursive(
    st.builds(Made, st.lists(WORDS, min_size=1, max_size=3).map(tuple), st.just(()), st.just(False)) | SIMPLE,
    lambda inner: st.builds(
        Made,
        st.lists(WORDS, min_size=1, max_size=3).map(tuple),
        st.lists(WORDS | inner, max_size=3).map(tuple),
        st.just(False),
    ),
    max_leaves=6,
)


def paragraph(content: str) -> etree._Element:
    """Return a paragraph."""
    return etree.fromstring(f"<w:p {NAMESPACES}>{content}</w:p>")


@given(st.lists(FIELDS, max_size=3))
def test_every_field_is_found_with_its_instruction_and_result(made: list[Made]) -> None:
    """An inner field comes before the one around it, and each has its own words and no others."""
    root = paragraph("".join(item.xml() for item in made))
    expected = [found for item in made for found in item.all()]
    found = list(fields(root, results=True))
    assert [item.instruction for item in found] == ["".join(item.pieces) for item in expected]
    shown = ["".join(text.text or "" for text in item.results) for item in found]
    assert shown == [item.result() for item in expected]


@given(st.lists(FIELDS, max_size=3))
def test_without_its_fields_a_text_shows_the_same(made: list[Made]) -> None:
    """What fields show stays where it is, and nothing is left of the fields."""
    root = paragraph("".join(item.xml() for item in made))
    before = [item.text for item in root.iter(T)]
    for item in list(fields(root)):
        item.unlink()
    assert [item.text for item in root.iter(T)] == before
    assert not list(fields(root, unclosed=True))


def test_a_field_that_goes_on_is_found_when_asked() -> None:
    """A piece of a document can hold the beginning of a field, or its end alone."""
    begun = paragraph(mark("begin") + run("<w:instrText> TOC \\o </w:instrText>") + mark("separate"))
    assert not list(fields(begun))
    assert [item.instruction for item in fields(begun, unclosed=True)] == [" TOC \\o "]
    assert not list(fields(paragraph(mark("end")), unclosed=True))
