"""A document with tracked changes is read, by whoever reads it, as if they were accepted."""

from __future__ import annotations

import pytest
from lxml import etree

from generator.word.frame.leftovers import clean_text
from generator.word.reading.document import read
from generator.word.reading.opening import open_document
from generator.word.reading.shown_text import accept, count_changes
from tests.support.templates import NAMESPACES, W, build

WHO = 'w:id="1" w:author="An"'


def run(text: str) -> str:
    """Return a run."""
    return f"<w:r><w:t>{text}</w:t></w:r>"


def row(text: str, change: str = "") -> str:
    """Return a row of a table, which can be inserted or deleted."""
    return f"<w:tr><w:trPr>{change}</w:trPr><w:tc><w:p>{run(text)}</w:p></w:tc></w:tr>"


CHANGES = [
    (f"<w:p>{run('a')}<w:ins {WHO}>{run('b')}</w:ins></w:p>", "ab", 1),
    (f"<w:p>{run('a')}<w:del {WHO}><w:r><w:delText>b</w:delText></w:r></w:del></w:p>", "a", 1),
    (
        f"<w:p>{run('a')}<w:moveFromRangeStart {WHO}/><w:moveFrom {WHO}>{run('b')}</w:moveFrom>"
        f"<w:moveFromRangeEnd w:id='1'/></w:p><w:p><w:moveTo {WHO}>{run('b')}</w:moveTo></w:p>",
        "ab",
        2,
    ),
    (f"<w:p><w:pPr><w:pPrChange {WHO}><w:pPr/></w:pPrChange></w:pPr>{run('a')}</w:p>", "a", 1),
    (f"<w:tbl>{row('a')}{row('b', f'<w:del {WHO}/>')}{row('c', f'<w:ins {WHO}/>')}</w:tbl>", "ac", 2),
    (f"<w:tbl><w:tblPr><w:tblPrChange {WHO}><w:tblPr/></w:tblPrChange></w:tblPr>{row('a')}</w:tbl>", "a", 1),
]
"""What is in a body, what it says once accepted, and how many changes that are."""


@pytest.mark.parametrize(("body", "text", "count"), CHANGES)
def test_changes_are_accepted(body: str, text: str, count: int) -> None:
    """The rules and what stays of a template say the same, and no change is left."""
    root = etree.fromstring(f"<w:body {NAMESPACES}>{body}</w:body>")
    assert count_changes(root) == count
    accept(root)
    assert not count_changes(root)
    clean_text(root)
    assert "".join(item.text or "" for item in root.iter(f"{{{W}}}t")) == text
    model = read(open_document(build(body=f"{body}<w:p/>")))
    assert "".join(paragraph.text for paragraph in model.paragraphs) == text


def test_a_deleted_row_is_no_row() -> None:
    """A row that somebody deleted has no place in the table that is read."""
    body = f"<w:tbl>{row('a')}{row('b', f'<w:del {WHO}/>')}</w:tbl><w:p/>"
    (table,) = read(open_document(build(body=body))).tables
    assert len(table.rows) == 1
