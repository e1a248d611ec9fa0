"""Makes plans for tests and looks inside Word documents."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from generator.checks import check
from generator.documents import Draft, make_document
from generator.framework import load_framework
from generator.lineage import made_from
from generator.pipeline import find_house_style, make_page
from generator.resources import with_pictures
from generator.source import parse
from generator.workshop import Workshop

if TYPE_CHECKING:
    from generator.checks import Checked

ROOT = Path(__file__).parent.parent.parent
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORKSHOP = Workshop()
"""What the plans of all tests share."""
MINIMUM = "gemeente: {naam: Elzenbeek}\nwijk: {naam: Molenkwartier}\n"


def checked(text: str) -> Checked:
    """Return a checked answer file with this text, as if it stood beside the pictures of the full example."""
    return check(parse(text, str(ROOT / "examples" / "molenkwartier" / "antwoorden.yaml")), load_framework())


def copy_example(name: str, folder: Path) -> Path:
    """Copy the answer file of an example to a folder, with its pictures, and return where it is."""
    for place, file in with_pictures(ROOT / "examples" / name / "antwoorden.yaml").items():
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / place).write_bytes(file.read_bytes())
    return folder / "antwoorden.yaml"


def page(text: str, style: Path | None = None) -> str:
    """Return the page of the plan for an answer file with this text, in the neutral house style or another."""
    return make_page(checked(text), find_house_style(style), workshop=WORKSHOP)


def word(text: str, style: Path | None = None) -> bytes:
    """Return the Word document for an answer file with this text, in the neutral house style or another."""
    answers, house_style = checked(text), find_house_style(style)
    page = make_page(answers, house_style, workshop=WORKSHOP)
    making = made_from(answers, house_style, "plan")
    return make_document(Draft(page, house_style, answers, WORKSHOP, making), "docx")


def web(text: str, style: Path | None = None, document: str = "plan") -> bytes:
    """Return the web page of a document for an answer file with this text."""
    answers, house_style = checked(text), find_house_style(style)
    page = make_page(answers, house_style, document, workshop=WORKSHOP)
    return make_document(Draft(page, house_style, answers, WORKSHOP), "html")


@cache
def example(name: str, style: Path | None = None) -> bytes:
    """Return the Word document for an example, in the neutral house style or another."""
    return word((ROOT / "examples" / name / "antwoorden.yaml").read_text(encoding="utf-8"), style)


def parts(document: bytes) -> dict[str, bytes]:
    """Return the parts of a document by name."""
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        assert len(package.namelist()) == len(set(package.namelist())), "a part is there twice"
        return {name: package.read(name) for name in package.namelist()}


def parts_but_versions(document: bytes) -> dict[str, bytes]:
    """Return the parts of a document, without which versions of templates and of the framework it was made with.

    A template that says the same in other words of Jinja leaves a plan as it is; only its digest is another one.
    """
    return {name: re.sub(rb"<gemaakt-met [^>]*/>", b"", data) for name, data in parts(document).items()}


def body(document: bytes) -> etree._Element:
    """Return the body of a document."""
    return etree.fromstring(parts(document)["word/document.xml"])[0]


def text_of(element: etree._Element) -> str:
    """Return the text in an element, as a reader sees it."""
    shown = {f"{{{W}}}t": lambda item: item.text or "", f"{{{W}}}br": lambda _: "\n", f"{{{W}}}tab": lambda _: "\t"}
    return "".join(shown[str(item.tag)](item) for item in element.iter(*shown))


def paragraphs(document: bytes) -> list[tuple[str, str]]:
    """Return the style id and text of every paragraph in the body."""
    found = []
    for item in body(document).iter(f"{{{W}}}p"):
        style = item.find(f"{{{W}}}pPr/{{{W}}}pStyle")
        found.append(("" if style is None else style.get(f"{{{W}}}val", ""), text_of(item)))
    return found


def ends_section_after_table(paragraph: etree._Element | None) -> bool:
    """Tell whether a paragraph is the line that Word needs where a section ends in a table."""
    if paragraph is None or text_of(paragraph) or paragraph.find(f"{{{W}}}pPr/{{{W}}}sectPr") is None:
        return False
    before = paragraph.getprevious()
    return before is not None and before.tag == f"{{{W}}}tbl"
