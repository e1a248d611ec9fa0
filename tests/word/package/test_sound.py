"""Tests that what comes out of a defective template is sound for the Open XML SDK, which reads like Word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.templates import DOTM, PIXEL, Rel, build, picture, zipped
from tests.support.tools import validate
from tests.word.package.helpers import MAIN, opened
from tests.word.package.test_references import graphic
from tests.word.package.test_strict import strict_parts

if TYPE_CHECKING:
    from pathlib import Path

LINK = '<w:p><w:hyperlink r:id="rH"><w:r><w:t>hier</w:t></w:r></w:hyperlink></w:p>'
LINKED = picture("rP").replace("r:embed", "r:link")
CHART = graphic('<c:chart r:id="rC"/>', "http://schemas.openxmlformats.org/drawingml/2006/chart")
PICTURE = '<v:shape id="s" style="width:9pt;height:9pt"><v:imagedata r:id="rV"/></v:shape>'
SHAPE = f"<w:p><w:r><w:pict>{PICTURE}</w:pict></w:r></w:p>"
TEMPLATES = {
    "strict": zipped(strict_parts()),
    "nothing-but-a-document": build(styles=None, settings=None, section=None),
    "macros": build(
        main_type=DOTM,
        parts={"word/vbaProject.bin": b"x"},
        rels={MAIN: [Rel("http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin")]},
        content_types={"bin": "application/vnd.ms-office.vbaProject"},
    ),
    "absent": build(
        body=f"<w:p>{picture('rX')}</w:p>{LINK}{CHART}{SHAPE}",
        headers={"default": f"<w:p>{picture('rX')}</w:p>", "first": "<w:p/>"},
        parts={"word/header_first.xml": None},
        rels={MAIN: [Rel("image", "media/weg.png", "rX")]},
    ),
    "external": build(
        body=f"<w:p>{LINKED}</w:p>{LINK}",
        settings='<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:dataType w:val="native"/>'
        '<w:dataSource r:id="rD"/></w:mailMerge>',
        rels={
            MAIN: [
                Rel("image", "file:///H:/a.png", "rP", external=True),
                Rel("hyperlink", "http://[", "rH", external=True),
            ],
            "word/settings.xml": [Rel("mailMergeSource", "file:///H:/a.xlsx", "rD", external=True)],
        },
    ),
    "names": build(
        main="Inhoud/tekst.xml",
        body=f"<w:p>{picture('rLogo')}</w:p>",
        parts={"Media\\Logo Groot.PNG": PIXEL},
        rels={"Inhoud/tekst.xml": [Rel("image", "../media/logo%20groot.png", "rLogo")]},
        content_types={"png": None, "rels": None},
    ),
    "section-in-the-last-paragraph": build(
        body='<w:p><w:pPr><w:sectPr><w:type w:val="nextPage"/><w:cols w:space="708"/></w:sectPr></w:pPr></w:p>',
        section=None,
    ),
}


@pytest.mark.sdk
def test_every_opened_template_is_valid(tmp_path: Path) -> None:
    """The Open XML SDK finds no error in what any of the templates is opened as."""
    made = []
    for name, data in TEMPLATES.items():
        made.append(tmp_path / f"{name}.docx")
        made[-1].write_bytes(zipped(opened(tmp_path, data).parts))
    found = validate(made)
    assert {path.name: errors for path, errors in found.items() if errors} == {}
