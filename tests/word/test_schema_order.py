"""The order of children in an element, against the Open XML SDK and against any order that they are added in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.resources import neutral_house_style
from generator.word.package.archive import package, read_archive
from generator.word.schema_order import CHILDREN, child_of, group, insert, set_properties
from generator.word.xml import W, w
from tests.support.tools import validate

if TYPE_CHECKING:
    from pathlib import Path

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
OUT_OF_PLACE = {"Sch_UnexpectedElementContentExpectingComplex", "Sch_InvalidElementContentExpectingComplex"}


def _every_child(name: str) -> str:
    return f"<w:{name}>{''.join(f'<w:{child}/>' for child in CHILDREN[name])}</w:{name}>"


def _document() -> dict[str, str]:
    """Return parts in which each element has each of its children once, without what they need besides."""
    cell = f"<w:tc>{_every_child('tcPr')}<w:p/></w:tc>"
    table = f"<w:tbl>{_every_child('tblPr')}<w:tblGrid/><w:tr>{cell}</w:tr></w:tbl>"
    body = f"<w:p>{_every_child('pPr')}<w:r>{_every_child('rPr')}</w:r></w:p>{table}{_every_child('sectPr')}"
    levels = f"<w:abstractNum w:abstractNumId='1'>{_every_child('lvl')}</w:abstractNum>"
    return {
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
        "word/styles.xml": f'<w:styles xmlns:w="{W}">{_every_child("style")}</w:styles>',
        "word/numbering.xml": f'<w:numbering xmlns:w="{W}">{levels}</w:numbering>',
        "word/settings.xml": _every_child("settings").replace("<w:settings>", f'<w:settings xmlns:w="{W}">'),
    }


@pytest.mark.sdk
def test_the_open_xml_sdk_knows_the_same_order(tmp_path: Path) -> None:
    """With all children of an element in it, the SDK misses attributes but finds no child out of its place."""
    parts = read_archive(neutral_house_style() / "huisstijl.docx")
    document = tmp_path / "alles.docx"
    document.write_bytes(package(parts | {name: text.encode() for name, text in _document().items()}))
    found = validate([document])[document]
    assert {error["path"]["partUri"].lstrip("/") for error in found} == set(_document())
    assert [error for error in found if error["id"] in OUT_OF_PLACE] == []


@given(st.data())
def test_children_stand_in_order_however_they_came(data: st.DataObject) -> None:
    """Whatever is added first, each child ends in its place, and what is not of WordprocessingML itself comes last."""
    name = data.draw(st.sampled_from(sorted(CHILDREN)))
    wanted = data.draw(st.lists(st.sampled_from(CHILDREN[name]), min_size=1))
    parent = etree.Element(w(name))
    parent.append(etree.Element(f"{{{W14}}}glow"))
    for child in wanted:
        insert(parent, etree.Element(w(child)))
    assert [str(item.tag) for item in parent] == [
        *(w(child) for child in sorted(wanted, key=CHILDREN[name].index)),
        f"{{{W14}}}glow",
    ]


@given(st.data())
def test_properties_are_written_in_order_and_replace_what_was_there(data: st.DataObject) -> None:
    """`group` writes what `set_properties` makes of an empty element, and setting anew leaves none of the old ones."""
    name = data.draw(st.sampled_from(["pPr", "rPr", "tblPr"]))
    props = data.draw(st.dictionaries(st.sampled_from(CHILDREN[name]), st.just('w:val="1"'), min_size=1))
    parent = etree.Element(w(name))
    for child in props:
        child_of(parent, child).set(w("val"), "0")
    set_properties(parent, props)
    written = etree.fromstring(group(name, props).replace(f"<w:{name}>", f'<w:{name} xmlns:w="{W}">'))
    assert [(item.tag, dict(item.attrib)) for item in parent] == [(item.tag, dict(item.attrib)) for item in written]
