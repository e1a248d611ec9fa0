"""A title fits in its cell on a cover."""

from __future__ import annotations

import pytest
from lxml import etree

from generator.word.frame.cover_words import fit_titles
from tests.support.templates import W, root
from tests.word.frame.helpers import p
from tests.word.styling import styles, val


@pytest.mark.parametrize(
    ("words", "width", "run", "size"),
    [
        ("Jaarplan", 6199, '<w:sz w:val="72"/>', None),
        ("Plan van aanpak wijkaanpak ondermijning Molenkwartier", 6199, '<w:b/><w:sz w:val="72"/>', "48"),
        ("Molenkwartier", 2500, '<w:sz w:val="72"/><w:szCs w:val="72"/><w:lang w:val="nl-NL"/>', "36"),
        ("Kleine letters die over veel meer dan drie regels lopen in deze cel", 1200, '<w:sz w:val="20"/>', None),
    ],
)
def test_a_title_that_is_longer_than_the_sample_becomes_smaller(
    words: str, width: int, run: str, size: str | None
) -> None:
    """Words of a title do not break, and take little more room than those of the sample: art stays in its place."""
    cell = f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{p(words, run=run)}</w:tc>'
    body = etree.fromstring(root("body", f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>"))
    found = styles()
    fit_titles(list(body), found)
    keys = [val(item) or "" for item in body.iter(f"{{{W}}}pStyle")]
    assert [val(found.property(key, "sz", "rPr")) for key in keys] == ([size] if size else [])
    assert (next(body.iter(f"{{{W}}}sz"), None) is None) is (size is not None)


def test_the_size_of_a_bound_title_is_that_of_a_style() -> None:
    """LibreOffice passes over the size of a run in a control that shows a property: the title would be small."""
    bound = '<w:sdt><w:sdtPr><w:dataBinding w:xpath="x" w:storeItemID="y"/></w:sdtPr><w:sdtContent>'
    big = p("Jaarplan", run='<w:sz w:val="48"/>')
    body = etree.fromstring(root("body", f"{bound}{big}</w:sdtContent></w:sdt>{big}"))
    found = styles()
    fit_titles(list(body), found)
    keys = [val(item) or "" for item in body.iter(f"{{{W}}}pStyle")]
    assert [val(found.property(key, "sz", "rPr")) for key in keys] == ["48"]
