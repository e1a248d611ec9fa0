"""What holds in the Word documents of both examples: their structure, controls, comments and fields."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from generator.word.bookmarks import bookmark_name
from tests.support.documents import ROOT, body, checked, example, page, parts, text_of, word

if TYPE_CHECKING:
    from collections.abc import Iterator

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
EXAMPLES = pytest.mark.parametrize("name", ["molenkwartier", "stationsbuurt"])

# What the body may say about looks itself; all else comes from styles.
ALLOWED = {
    "pPr": {"pStyle", "keepNext", "pageBreakBefore", "numPr", "sectPr"},
    "rPr": {"rStyle", "b", "bCs", "i", "iCs", "vertAlign", "rtl", "lang"},
    "tblPr": {"tblStyle", "tblW", "tblLayout", "tblLook", "tblCaption", "tblDescription"},
    "trPr": {"cantSplit", "tblHeader"},
    "tcPr": {"tcW"},
}


def answers(name: str) -> str:
    """Return the answer file of an example."""
    return (ROOT / "examples" / name / "antwoorden.yaml").read_text(encoding="utf-8")


def local(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return etree.QName(element).localname


def values(root: etree._Element, path: str, attribute: str = "val") -> list[str]:
    """Return an attribute of every element at a path."""
    return [str(item.get(f"{W}{attribute}")) for item in root.iterfind(re.sub(r"(\w+)", rf"{W}\1", path))]


def is_checkbox(run: etree._Element) -> bool:
    """Tell whether a run is the sign of a checkbox."""
    return any(item.find(f"{W}sdtPr/{W14}checkbox") is not None for item in run.iterancestors(f"{W}sdt"))


@EXAMPLES
def test_every_style_that_is_named_exists(name: str) -> None:
    """Body, comments, headers, footers and the styles themselves name only styles that are there."""
    found = parts(example(name))
    known = set(re.findall(rb'w:styleId="([^"]+)"', found["word/styles.xml"]))
    naming = rb'<w:(?:pStyle|rStyle|tblStyle|basedOn|next|link) w:val="([^"]+)"'
    for part, data in found.items():
        if part.startswith("word/") and part.endswith(".xml"):
            assert set(re.findall(naming, data)) <= known, part


@EXAMPLES
def test_looks_come_from_styles(name: str) -> None:
    """The body itself says no more about looks than a short list allows."""
    root = body(example(name))
    for kind, allowed in ALLOWED.items():
        for properties in root.iter(f"{W}{kind}"):
            if kind != "rPr" or not is_checkbox(properties):
                assert {local(item) for item in properties} <= allowed
    sections = list(root.iter(f"{W}sectPr"))
    assert len(sections) == len(root.findall(f"{W}p/{W}pPr/{W}sectPr")) + 1


@EXAMPLES
def test_each_numbered_list_starts_anew(name: str) -> None:
    """Every number of a list exists, and the lists that the body starts begin at 1."""
    numbering = etree.fromstring(parts(example(name))["word/numbering.xml"])
    lists = {item.get(f"{W}numId"): item for item in numbering.findall(f"{W}num")}
    used = set(values(body(example(name)), ".//numPr/numId")) - {"0"}
    assert used <= set(lists)
    for number in used:
        assert values(lists[number], "lvlOverride/startOverride") == ["1"]


@EXAMPLES
def test_tables_are_sound(name: str) -> None:
    """Caption, description, one header row, whole rows, widths that add up, and a paragraph at the end of a cell."""
    for table in body(example(name)).iter(f"{W}tbl"):
        before = table.getprevious()
        assert before is not None
        assert values(before, "pPr/pStyle") == ["Caption"]
        assert all(values(table, f"tblPr/{kind}")[0] for kind in ("tblCaption", "tblDescription"))
        rows = table.findall(f"{W}tr")
        heads = [row.find(f"{W}trPr/{W}tblHeader") for row in rows]
        assert heads[0] is not None
        assert not heads[0].attrib
        assert heads[1:] == [None] * (len(rows) - 1)
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        columns = values(table, "tblGrid/gridCol", "w")
        assert sum(map(int, columns)) == int(values(table, "tblPr/tblW", "w")[0])
        assert all(values(row, "tc/tcPr/tcW", "w") == columns for row in rows)
        assert all(cell[-1].tag == f"{W}p" for cell in table.iter(f"{W}tc"))


@EXAMPLES
def test_fields_are_whole_and_lead_somewhere(name: str) -> None:
    """Each field has a beginning, a middle and an end, and every reference and link a bookmark."""
    root = body(example(name))
    marks = {"begin": 1, "separate": 2, "end": 3}
    for paragraph in root.iter(f"{W}p"):
        if not values(paragraph, "pPr/pStyle")[0].startswith("TOC"):
            stages = [marks[item.get(f"{W}fldCharType", "")] for item in paragraph.iter(f"{W}fldChar")]
            assert stages == [1, 2, 3] * (len(stages) // 3)
    names = bookmarks(root)
    asked = re.findall(r" (?:PAGE)?REF (\w+) ", " ".join(item.text or "" for item in root.iter(f"{W}instrText")))
    anchors = [str(item.get(f"{W}anchor")) for item in root.iter(f"{W}hyperlink") if item.get(f"{W}anchor")]
    assert asked
    assert set(asked) | set(anchors) <= set(names)


@EXAMPLES
def test_the_contents_are_the_headings(name: str) -> None:
    """The table of contents lists the headings 1 to 3 that are there, in order, and nothing else."""
    root = body(example(name))
    listed, there = [], []
    styles = {"Heading1", "Heading2", "Heading3", "Kopzondernummer", "Kop2zondernummer", "Bijlage"}
    for paragraph in root.iter(f"{W}p"):
        style = values(paragraph, "pPr/pStyle")[0]
        if re.fullmatch(r"TOC\d", style):
            listed.append(re.sub(r"^(?:[\d.]+\t|Bijlage \w+: )", "", text_of(paragraph)))
        elif style in styles:
            there.append(text_of(paragraph))
    assert listed == there


@EXAMPLES
def test_controls_are_titled_tagged_and_filled(name: str) -> None:
    """Each control has a title, a tag and an id that no other has, and text in it."""
    controls = list(_controls(example(name)))
    assert len(controls) > 100
    for field in ("tag", "id"):
        found = [values(control, f"sdtPr/{field}") for control in controls]
        assert all(len(value) == 1 for value in found)
        assert max(Counter(value[0] for value in found).values()) == 1
    for control in controls:
        assert 0 < len(values(control, "sdtPr/tag")[0]) <= 64
        assert 0 < len(values(control, "sdtPr/alias")[0]) <= 64
        assert text_of(control).strip()


@EXAMPLES
def test_controls_stand_where_word_allows_them(name: str) -> None:
    """A control among runs holds no paragraph, one around paragraphs stands beside blocks, and none is in another."""
    for control in _controls(example(name)):
        parent, content = control.getparent(), control.find(f"{W}sdtContent")
        assert parent is not None
        assert content is not None
        inside = {local(item) for item in content}
        if local(parent) in {"p", "hyperlink"}:
            assert not inside & {"p", "tbl"}
        else:
            assert local(parent) == "body"
            assert inside <= {"p", "tbl"}
        assert content.find(f".//{W}sdt") is None


@EXAMPLES
def test_what_a_control_shows_is_what_it_says(name: str) -> None:
    """Sign and state of a checkbox agree, the value of a drop-down is among its items, a date is its own."""
    kinds: Counter[str] = Counter()
    for control in _controls(example(name)):
        properties = control.find(f"{W}sdtPr")
        assert properties is not None
        shown = text_of(control).replace("\u00a0", " ")
        kinds.update(local(item) for item in properties)
        if (box := properties.find(f"{W14}checkbox/{W14}checked")) is not None:
            assert shown == {"1": "☒", "0": "☐"}[str(box.get(f"{W14}val"))]
        if properties.find(f"{W}showingPlcHdr") is not None:
            assert shown.startswith("[nog in te vullen: ")
        elif items := values(properties, "dropDownList/listItem", "displayText"):
            assert shown in items
        elif days := values(properties, "date", "fullDate"):
            assert str(int(days[0][8:10])) == shown.split()[0]
            assert days[0][:4] == shown[-4:]
    assert all(kinds[kind] for kind in ("checkbox", "dropDownList", "date", "text", "showingPlcHdr"))


@EXAMPLES
def test_bookmarks_are_whole_and_every_block_has_one(name: str) -> None:
    """Bookmarks come in pairs, have short names of their own, and each block of the plan has one in its heading."""
    root = body(example(name))
    starts = values(root, ".//bookmarkStart", "id")
    assert sorted(starts) == sorted(values(root, ".//bookmarkEnd", "id"))
    assert len(set(starts)) == len(starts)
    names = bookmarks(root)
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[A-Za-z_]\w{0,39}", item) for item in names)
    blocks = re.findall(r'data-blok="([^"]+)"', page(answers(name)))
    assert len(blocks) > 20
    for block in blocks:
        start = root.find(f".//{W}bookmarkStart[@{W}name='{bookmark_name(f'blok_{block}')}']")
        assert start is not None, block
        paragraph = start.getparent()
        assert paragraph is not None
        assert re.match(r"Heading|Kop|Bijlage", values(paragraph, "pPr/pStyle")[0])


@EXAMPLES
def test_each_open_point_and_each_advice_is_one_comment(name: str) -> None:
    """There are as many comments as open and attention points, by wijkplan, each anchored once around text."""
    found = checked(answers(name))
    comments = etree.fromstring(parts(example(name))["word/comments.xml"])
    ids = values(comments, "comment", "id")
    assert len(ids) == len(found.open) + len(found.aandacht)
    assert set(values(comments, "comment", "author")) == {"wijkplan"}
    root = body(example(name))
    for kind in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert sorted(values(root, f".//{kind}", "id"), key=int) == ids
    for start in root.iter(f"{W}commentRangeStart"):
        paragraph = next(start.iterancestors(f"{W}p"))
        assert text_of(paragraph)
        ends = [item for item in paragraph.iter(f"{W}commentRangeEnd") if item.get(f"{W}id") == start.get(f"{W}id")]
        assert len(ends) == 1
    keys = {problem.sleutel for problem in (*found.open, *found.aandacht)}
    assert {line.rpartition("bij de sleutel ")[2].rstrip(".") for line in _last_lines(comments)} == keys


@EXAMPLES
def test_nothing_in_text_or_comments_betrays_a_program(name: str) -> None:
    """No code, no None, no error of Word, no double space and no empty paragraph."""
    root = body(example(name))
    comments = etree.fromstring(parts(example(name))["word/comments.xml"])
    for paragraph in (*root.iter(f"{W}p"), *comments.iter(f"{W}p")):
        text = text_of(paragraph)
        assert not re.search(r"\{\{|\{%|\bNone\b|TODO|Fout!|\x00|  ", text), text
        assert text or next(paragraph.iterancestors(f"{W}tc"), None) is not None


@EXAMPLES
def test_the_same_answers_give_the_same_bytes(name: str) -> None:
    """A second document of the same answers does not differ in one byte."""
    assert word(answers(name)) == example(name)


def bookmarks(root: etree._Element) -> list[str]:
    """Return the names of the bookmarks."""
    return values(root, ".//bookmarkStart", "name")


def _controls(document: bytes) -> Iterator[etree._Element]:
    """Yield every content control, but not the one around the contents."""
    for control in body(document).iter(f"{W}sdt"):
        if control.find(f"{W}sdtPr/{W}docPartObj") is None:
            yield control


def _last_lines(comments: etree._Element) -> list[str]:
    return [text_of(comment[-1]) for comment in comments]
