"""Tests that no bytes whatever give anything but a package or a refusal."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.problems import ProblemsError
from tests.support.templates import DOTM, PIXEL, Rel, build, build_parts, picture, zipped
from tests.word.package.helpers import MAIN, opened

FEATURES = {
    "body": f"<w:p>{picture('rLogo')}<w:hyperlink r:id='rLink'><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>",
    "headers": {"default": f"<w:p>{picture('rLogo')}</w:p>"},
    "numbering": "",
    "parts": {"word/media/a.png": PIXEL, "word/vbaProject.bin": b"x"},
    "rels": {
        MAIN: [
            Rel("image", "media/a.png", "rLogo"),
            Rel("hyperlink", "https://example.org/", "rLink", external=True),
            Rel("http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin", "rVba"),
        ],
        "word/header_default.xml": [Rel("image", "media/a.png", "rLogo")],
    },
    "main_type": DOTM,
}
WHOLE = build(**FEATURES)
PARTS = build_parts(**FEATURES)
VALUES = [b"", b"x", b"rLogo", b"9999999999", b"../..", b"/word/document.xml", b"50%", b"2.5cm", b"\xff", b"<", b"&a;"]


def check(data: bytes) -> bool:
    """Open a file with these bytes; anything but a package or a refusal fails, and True is a package."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            opened(Path(folder), data)
        except ProblemsError:
            return False
        return True


def test_the_template_itself_opens(tmp_path: Path) -> None:
    """What is broken below is a template that opens when it is whole."""
    assert opened(tmp_path, WHOLE).main == MAIN


@pytest.mark.slow
@given(st.binary(max_size=500))
def test_random_bytes(data: bytes) -> None:
    """Random bytes, with and without the start of a zip, give a refusal."""
    check(data)
    check(b"PK\x03\x04" + data)


@pytest.mark.slow
@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_changed_bytes(changes: list[tuple[int, int]]) -> None:
    """Changed bytes in the file give a package or a refusal."""
    data = bytearray(WHOLE)
    for place, value in changes:
        data[place] = value
    check(bytes(data))


@given(st.integers(0, len(WHOLE)))
def test_cut_off(length: int) -> None:
    """A file that stops anywhere gives a refusal, or is whole."""
    check(WHOLE[:length])


@pytest.mark.parametrize("name", sorted(PARTS))
def test_without_a_part(name: str) -> None:
    """A package without any one of its parts opens, except without its document."""
    assert check(zipped({other: data for other, data in PARTS.items() if other != name})) == (name != MAIN)


@pytest.mark.slow
@settings(max_examples=200)
@given(st.sampled_from(sorted(PARTS)), st.integers(0, 200), st.sampled_from(VALUES))
def test_changed_values(name: str, number: int, value: bytes) -> None:
    """Another value for any attribute of any part gives a package or a refusal."""
    pieces = PARTS[name].split(b'"')
    if len(pieces) > 1:
        pieces[(2 * number + 1) % (len(pieces) - len(pieces) % 2)] = value
    check(zipped(PARTS | {name: b'"'.join(pieces)}))


@pytest.mark.slow
@given(st.sampled_from(sorted(PARTS)), st.sampled_from(sorted(PARTS)))
def test_exchanged_parts(one: str, other: str) -> None:
    """Parts under each other's names give a package or a refusal."""
    check(zipped(PARTS | {one: PARTS[other], other: PARTS[one]}))
