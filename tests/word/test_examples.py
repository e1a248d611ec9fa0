"""What holds in the Word documents of both examples: their structure, controls, comments and fields."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from generator.accessibility import check_accessibility
from generator.housestyle import built_in_styles
from generator.word.text.marks import bookmark_name
from tests.support.documents import (
    ROOT,
    body,
    checked,
    ends_section_after_table,
    example,
    page,
    parts,
    text_of,
    word,
)
from tests.support.tools import validate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DC = "{http://purl.org/dc/elements/1.1/}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
PLACES = ("molenkwartier", "stationsbuurt", "helmond")
STYLES = built_in_styles()
NEUTRAL = STYLES["neutraal"]
SIGNS = re.compile(r"\{\{|\{%|\bNone\b|TODO|Fout!|\x00|  ")
"""What no reader may ever see."""

# Every house style that comes with the program, so that a new one is held to the same.
EXAMPLES = pytest.mark.parametrize(
    ("name", "style"),
    [pytest.param(name, path, id=f"{name}-{style}") for name in PLACES for style, path in STYLES.items()],
)


# What the body may say about looks itself; all else comes from styles.
ALLOWED = {
    "pPr": {"pStyle", "keepNext", "pageBreakBefore", "numPr", "sectPr"},
    "rPr": {"rStyle", "b", "bCs", "i", "iCs", "vertAlign", "rtl", "lang"},
    "tblPr": {
        *("tblStyle", "tblW", "tblLayout", "tblLook", "tblCaption", "tblDescription"),
        "tblCellMar",  # of a picture drawn in cells
    },
    "trPr": {"cantSplit", "tblHeader"},
    "tcPr": {
        "tcW",
        "gridSpan",
        "vMerge",
        "tcBorders",
        "shd",
    },  # of a cell that is part of a picture: a style of a table cannot say it
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


def styles_of(document: bytes) -> dict[str, etree._Element]:
    """Return the styles of a document by id."""
    root = etree.fromstring(parts(document)["word/styles.xml"])
    return {str(style.get(f"{W}styleId")): style for style in root.iter(f"{W}style")}


def style_of(paragraph: etree._Element, styles: dict[str, etree._Element]) -> etree._Element:
    """Return the style of a paragraph, which is the default one where it names none."""
    named = values(paragraph, "pPr/pStyle")
    usual = (style for style in styles.values() if style.get(f"{W}default") and style.get(f"{W}type") == "paragraph")
    return styles[named[0]] if named else next(usual)


def is_contents(style: etree._Element) -> bool:
    """Tell whether a style is for the lines of a table of contents."""
    return bool(re.fullmatch(r"toc \d", values(style, "name")[0].lower()))


def level(style: etree._Element, styles: dict[str, etree._Element]) -> int:
    """Return the level of the headings in a style, its own or that of the style it is based on; 0 for none."""
    outline = values(style, "pPr/outlineLvl")
    if outline:
        return (int(outline[0]) + 1) % 10
    base = values(style, "basedOn")
    return level(styles[base[0]], styles) if base else 0


def is_contents_title(paragraph: etree._Element, styles: dict[str, etree._Element]) -> bool:
    """Tell whether a heading is the one above the table of contents."""
    following = paragraph.getnext()
    lines = [] if following is None else list(following.iter(f"{W}p"))
    return bool(lines) and is_contents(style_of(lines[0], styles))


def of_the_plan(root: etree._Element, style: Path) -> list[etree._Element]:
    """Return the blocks of the plan; a template may open with a cover of its own, up to the first heading."""
    blocks = list(root)
    starts = (index for index, block in enumerate(blocks) if block.find(f".//{W}bookmarkStart") is not None)
    return blocks if style == NEUTRAL else blocks[next(starts) :]


def is_checkbox(run: etree._Element) -> bool:
    """Tell whether a run is the sign of a checkbox."""
    return any(item.find(f"{W}sdtPr/{W14}checkbox") is not None for item in run.iterancestors(f"{W}sdt"))


@pytest.mark.sdk
def test_the_open_xml_sdk_finds_no_fault(tmp_path: Path) -> None:
    """Both examples are valid in every house style that comes with the program."""
    files = []
    for name in PLACES:
        for style, path in STYLES.items():
            files.append(tmp_path / f"{name}-{style}.docx")
            files[-1].write_bytes(example(name, path))
    assert {file.name: found for file, found in validate(files).items() if found} == {}


@EXAMPLES
def test_the_package_is_sound(name: str, style: Path) -> None:
    """No macro, no link to another file, and every relationship leads to a part."""
    found = parts(example(name, style))
    types = found["[Content_Types].xml"].decode()
    assert re.search(r'PartName="/word/[^"]+"[^>]*wordprocessingml\.document\.main\+xml"', types)
    assert not re.search("macro|vba|activeX|template", types, re.IGNORECASE)
    for part in [part for part in found if part.endswith(".rels")]:
        folder = part.rpartition("_rels/")[0]
        for link in etree.fromstring(found[part]):
            target = str(link.get("Target"))
            if link.get("TargetMode") == "External":
                assert str(link.get("Type")).endswith("/hyperlink"), target
            else:
                inside = target[1:] if target.startswith("/") else posixpath.normpath(folder + target)
                assert inside in found, (part, target)


@EXAMPLES
def test_the_properties_are_those_of_the_plan(name: str, style: Path) -> None:
    """Title and language are set, Word opens it without compatibility mode, and no library left its own author."""
    found = parts(example(name, style))
    core = etree.fromstring(found["docProps/core.xml"])
    assert (core.findtext(f"{DC}title") or "").startswith("Plan van aanpak")
    assert core.findtext(f"{DC}language") == "nl-NL"
    assert not re.search("python|docx|lxml|libreoffice|microsoft", " ".join(core.itertext()), re.IGNORECASE)
    styles = etree.fromstring(found["word/styles.xml"])
    assert values(styles, "docDefaults/rPrDefault/rPr/lang") == ["nl-NL"]
    settings = etree.fromstring(found["word/settings.xml"])
    modes = [item for item in settings.iter(f"{W}compatSetting") if item.get(f"{W}name") == "compatibilityMode"]
    assert [mode.get(f"{W}val") for mode in modes] == ["15"]
    assert next(settings.iter(f"{W}updateFields"), None) is None


@EXAMPLES
def test_everybody_can_read_it(name: str, style: Path) -> None:
    """The program's own check finds no fault: not in the plan, and not in the house style that comes with it."""
    assert check_accessibility(example(name, style), serious=True) == []


@EXAMPLES
def test_every_style_that_is_named_exists(name: str, style: Path) -> None:
    """Body, comments, headers, footers and the styles themselves name only styles that are there."""
    found = parts(example(name, style))
    known = set(re.findall(rb'w:styleId="([^"]+)"', found["word/styles.xml"]))
    naming = rb'<w:(?:pStyle|rStyle|tblStyle|basedOn|next|link) w:val="([^"]+)"'
    for part, data in found.items():
        if part.startswith("word/") and part.endswith(".xml"):
            assert set(re.findall(naming, data)) <= known, part


@EXAMPLES
def test_looks_come_from_styles(name: str, style: Path) -> None:
    """The body itself says no more about looks than a short list allows."""
    root = body(example(name, style))
    for kind, allowed in ALLOWED.items():
        for properties in (item for block in of_the_plan(root, style) for item in block.iter(f"{W}{kind}")):
            line = kind == "pPr" and ends_section_after_table(properties.getparent())
            if not line and (kind != "rPr" or not is_checkbox(properties)):
                told = [item for item in properties if not _is_of_its_place(item)]
                assert {local(item) for item in told} <= allowed
    assert all(len(properties.findall(f"{W}sectPr")) <= 1 for properties in root.iter(f"{W}pPr"))


def _is_of_its_place(item: etree._Element) -> bool:
    """Tell whether this is what no style can say.

    That is no room above the first line of a page, room below a box or a list, and no line in a room of that colour.
    """
    below_list = {f"{W}after": "90", f"{W}afterAutospacing": "0"}
    return dict(item.attrib) in ({f"{W}before": "0"}, {f"{W}after": "240"}, below_list) or (
        local(item) == "bdr" and item.get(f"{W}val") == "nil"
    )


@EXAMPLES
def test_each_numbered_list_starts_anew(name: str, style: Path) -> None:
    """Every number of a list exists, and the lists that the body starts begin at 1."""
    numbering = etree.fromstring(parts(example(name, style))["word/numbering.xml"])
    lists = {item.get(f"{W}numId"): item for item in numbering.findall(f"{W}num")}
    used = set(values(body(example(name, style)), ".//numPr/numId")) - {"0"}
    assert used <= set(lists)
    for number in used:
        assert values(lists[number], "lvlOverride/startOverride") == ["1"]


@EXAMPLES
def test_tables_are_sound(name: str, style: Path) -> None:
    """Caption, description, one header row, whole rows, widths that add up, and a paragraph at the end of a cell."""
    for table in body(example(name, style)).iter(f"{W}tbl"):
        before = table.getprevious()
        assert before is not None
        is_counted = any(" SEQ Tabel " in (code.text or "") for code in before.iter(f"{W}instrText"))
        assert is_counted != ("Verdieping" in values(before, "pPr/pStyle"))
        assert all(values(table, f"tblPr/{kind}")[0] for kind in ("tblCaption", "tblDescription"))
        rows = table.findall(f"{W}tr")
        heads = [row.find(f"{W}trPr/{W}tblHeader") for row in rows]
        assert heads[0] is not None
        assert not heads[0].attrib
        grouped = rows[0].find(f"{W}tc/{W}tcPr/{W}gridSpan") is not None
        assert sum(head is not None for head in heads) == 1 + grouped
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        columns = values(table, "tblGrid/gridCol", "w")
        assert sum(map(int, columns)) == int(values(table, "tblPr/tblW", "w")[0])
        assert all(values(row, "tc/tcPr/tcW", "w") == columns for row in rows[grouped:])
        assert all(cell[-1].tag == f"{W}p" for cell in table.iter(f"{W}tc"))


@EXAMPLES
def test_fields_are_whole_and_lead_somewhere(name: str, style: Path) -> None:
    """Each field has a beginning, a middle and an end, and every reference and link a bookmark."""
    root = body(example(name, style))
    marks = {"begin": 1, "separate": 2, "end": 3}
    styles = styles_of(example(name, style))
    kinds = Counter(item.get(f"{W}fldCharType") for item in root.iter(f"{W}fldChar"))
    assert kinds["begin"] == kinds["separate"] == kinds["end"]
    for paragraph in root.iter(f"{W}p"):
        if not is_contents(style_of(paragraph, styles)):
            stages = [marks[item.get(f"{W}fldCharType", "")] for item in paragraph.iter(f"{W}fldChar")]
            assert stages == [1, 2, 3] * (len(stages) // 3)
    names = bookmarks(root)
    asked = re.findall(r" (?:PAGE)?REF (\w+) ", " ".join(item.text or "" for item in root.iter(f"{W}instrText")))
    anchors = [str(item.get(f"{W}anchor")) for item in root.iter(f"{W}hyperlink") if item.get(f"{W}anchor")]
    assert asked
    assert set(asked) | set(anchors) <= set(names)


@EXAMPLES
def test_the_contents_are_the_headings(name: str, style: Path) -> None:
    """The table of contents lists the headings that are there, in order, of two levels."""
    document = example(name, style)
    styles = styles_of(document)
    listed, there = [], []
    for paragraph in body(document).iter(f"{W}p"):
        own = style_of(paragraph, styles)
        if is_contents(own):
            listed.append((int(values(own, "name")[0][-1]), text_of(paragraph)))
        elif 0 < level(own, styles) <= 2 and not is_contents_title(paragraph, styles):
            there.append((level(own, styles), text_of(paragraph)))
    assert [depth for depth, _ in listed] == [depth for depth, _ in there]
    assert all(shown.endswith(text) for (_, shown), (_, text) in zip(listed, there, strict=True))


@EXAMPLES
def test_controls_are_titled_tagged_and_filled(name: str, style: Path) -> None:
    """Each control has a title, a tag and an id that no other has, and text in it."""
    controls = list(_controls(example(name, style)))
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
def test_controls_stand_where_word_allows_them(name: str, style: Path) -> None:
    """A control among runs holds no paragraph, one around paragraphs stands beside blocks, and none is in another."""
    for control in _controls(example(name, style)):
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
def test_what_a_control_shows_is_what_it_says(name: str, style: Path) -> None:
    """Sign and state of a checkbox agree, the value of a drop-down is among its items, a date is its own."""
    kinds: Counter[str] = Counter()
    for control in _controls(example(name, style)):
        properties = control.find(f"{W}sdtPr")
        assert properties is not None
        shown = text_of(control).replace("\u00a0", " ")
        kinds.update(local(item) for item in properties)
        if (box := properties.find(f"{W14}checkbox/{W14}checked")) is not None:
            assert shown == {"1": "☑", "0": "☐"}[str(box.get(f"{W14}val"))]
        if properties.find(f"{W}showingPlcHdr") is not None:
            assert shown.startswith("[nog in te vullen: ")
        elif items := values(properties, "dropDownList/listItem", "displayText"):
            assert shown in items
        elif days := values(properties, "date", "fullDate"):
            assert str(int(days[0][8:10])) == shown.split()[0]
            assert days[0][:4] == shown[-4:]
    assert all(kinds[kind] for kind in ("checkbox", "dropDownList", "date", "text"))
    assert bool(kinds["showingPlcHdr"]) == (name != "molenkwartier"), "only a draft has gaps"


@EXAMPLES
def test_bookmarks_are_whole_and_every_block_has_one(name: str, style: Path) -> None:
    """Bookmarks come in pairs, have short names of their own, and each block of the plan has one in its heading."""
    root = body(example(name, style))
    starts = values(root, ".//bookmarkStart", "id")
    assert sorted(starts) == sorted(values(root, ".//bookmarkEnd", "id"))
    assert len(set(starts)) == len(starts)
    names = bookmarks(root)
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[A-Za-z_]\w{0,39}", item) for item in names)
    blocks = re.findall(r'data-blok="([^"]+)"', page(answers(name), style))
    assert len(blocks) > 20
    styles = styles_of(example(name, style))
    for block in blocks:
        start = root.find(f".//{W}bookmarkStart[@{W}name='{bookmark_name(f'blok_{block}')}']")
        assert start is not None, block
        paragraph = start.getparent()
        assert paragraph is not None
        assert level(style_of(paragraph, styles), styles)


@EXAMPLES
def test_each_open_point_and_each_advice_is_one_comment(name: str, style: Path) -> None:
    """There are as many comments as open and attention points, by wijkplan, each anchored once around text."""
    found = checked(answers(name))
    comments = etree.fromstring(parts(example(name, style))["word/comments.xml"])
    ids = values(comments, "comment", "id")
    assert len(ids) == len(found.open) + len(found.aandacht)
    assert set(values(comments, "comment", "author")) == {"wijkplan"}
    root = body(example(name, style))
    for kind in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert sorted(values(root, f".//{kind}", "id"), key=int) == ids
    for start in root.iter(f"{W}commentRangeStart"):
        paragraph = next(start.iterancestors(f"{W}p"))
        assert text_of(paragraph)
        ends = [item for item in paragraph.iter(f"{W}commentRangeEnd") if item.get(f"{W}id") == start.get(f"{W}id")]
        assert len(ends) == 1
    keys = {problem.sleutel for problem in (*found.open, *found.aandacht)}
    assert {
        re.split(r", bij (?=[\w.\[\]]+)", line)[-1].split(" ")[0].rstrip(".") for line in _last_lines(comments)
    } == keys


@EXAMPLES
def test_nothing_in_text_or_comments_betrays_a_program(name: str, style: Path) -> None:
    """No code, no None, no error of Word, no double space and no empty paragraph."""
    root = body(example(name, style))
    found = parts(example(name, style))
    comments = etree.fromstring(found["word/comments.xml"])
    frames = [
        etree.fromstring(data) for part, data in found.items() if re.match(r"word/(?:header|footer)\w*\.xml", part)
    ]
    for paragraph in (item for frame in frames for item in frame.iter(f"{W}p")):
        assert not SIGNS.search(text_of(paragraph)), text_of(paragraph)
    for paragraph in (*root.iter(f"{W}p"), *comments.iter(f"{W}p")):
        assert not SIGNS.search(text_of(paragraph)), text_of(paragraph)
    for paragraph in (item for block in of_the_plan(root, style) for item in block.iter(f"{W}p")):
        in_cell = next(paragraph.iterancestors(f"{W}tc"), None) is not None
        drawn = next(paragraph.iter(f"{W}drawing"), None) is not None
        assert text_of(paragraph) or drawn or in_cell or ends_section_after_table(paragraph)


@EXAMPLES
def test_the_same_answers_give_the_same_bytes(name: str, style: Path) -> None:
    """A second document of the same answers does not differ in one byte."""
    assert word(answers(name), style) == example(name, style)


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
