"""Tests that nothing that runs, is signed or comes from elsewhere travels along."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.templates import DOCM, PIXEL, STYLES, Rel, picture
from tests.word.package.helpers import MAIN, opened, tags, text, tree

if TYPE_CHECKING:
    from pathlib import Path

    from generator.word.package import WordPackage

MS = "http://schemas.microsoft.com/office/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
OUTSIDE = "Koppelingen met andere bestanden komen niet mee."
SHAPE = '<v:shape id="s1" style="width:10pt;height:10pt"><v:imagedata r:id="rLogo"/></v:shape>'
LOGO = Rel("image", "media/a.png", "rLogo")


def everything(package: WordPackage) -> bytes:
    """Return all names and parts as one text."""
    return b"\n".join(name.encode() + b"\n" + data for name, data in package.parts.items())


def test_macro_project(tmp_path: Path) -> None:
    """The macro project, its data and its signature do not come along, and this is said."""
    found = opened(
        tmp_path,
        main_type=DOCM,
        parts={"word/vbaProject.bin": b"x", "word/vbaData.xml": "<a/>", "word/vbaProjectSignature.bin": b"x"},
        rels={
            MAIN: [Rel(f"{MS}/vbaProject", "vbaProject.bin")],
            "word/vbaProject.bin": [
                Rel(f"{MS}/wordVbaData", "vbaData.xml"),
                Rel(f"{MS}/vbaProjectSignature", "vbaProjectSignature.bin", "rTwo"),
            ],
        },
        content_types={"bin": "application/vnd.ms-office.vbaProject"},
    )
    assert b"vba" not in everything(found)
    assert b"macro" not in everything(found)
    assert found.notices == ("De macro's en knoppen in dit bestand komen niet mee.",)


def test_macro_project_under_another_relationship(tmp_path: Path) -> None:
    """A macro project is known by its content type as well."""
    found = opened(
        tmp_path,
        parts={"word/a.bin": b"x"},
        rels={MAIN: [Rel("oleObject", "a.bin", "rA")]},
        content_types={"/word/a.bin": "application/vnd.ms-office.vbaProject"},
    )
    assert "word/a.bin" not in found.parts


@pytest.mark.parametrize("kind", ["keyMapCustomizations", "attachedToolbars"])
def test_customizations(tmp_path: Path, kind: str) -> None:
    """Keys and toolbars that start macros do not come along."""
    found = opened(tmp_path, parts={"word/custom.xml": "<a/>"}, rels={MAIN: [Rel(f"{MS}/{kind}", "custom.xml", "rA")]})
    assert "word/custom.xml" not in found.parts


@pytest.mark.parametrize(
    "kind", [f"{MS}/ui/extensibility", f"{PACKAGE}/digital-signature/origin", f"{PACKAGE}/x/thumbnail"]
)
def test_related_to_the_package(tmp_path: Path, kind: str) -> None:
    """Buttons in the ribbon, digital signatures and the picture of the first page do not come along."""
    found = opened(tmp_path, parts={"a/part.xml": "<a/>"}, rels={"": [Rel(kind, "a/part.xml", "rA")]})
    assert "a/part.xml" not in found.parts
    assert kind.encode() not in found.parts["_rels/.rels"]


def test_activex_control(tmp_path: Path) -> None:
    """A control with code does not come along; the picture of it stays."""
    found = opened(
        tmp_path,
        body=f'<w:p><w:r><w:object>{SHAPE}<w:control r:id="rX" w:name="Knop"/></w:object></w:r></w:p>',
        parts={"word/media/a.png": PIXEL, "word/activeX/activeX1.xml": "<a/>"},
        rels={MAIN: [LOGO, Rel("control", "activeX/activeX1.xml", "rX")]},
    )
    assert "word/activeX/activeX1.xml" not in found.parts
    assert "control" not in tags(tree(found))
    assert "imagedata" in tags(tree(found))


def test_macro_of_a_form_field(tmp_path: Path) -> None:
    """A form field keeps its name and loses the macros that it runs."""
    field = '<w:ffData><w:name w:val="f"/><w:enabled/><w:entryMacro w:val="A"/><w:exitMacro w:val="B"/></w:ffData>'
    body = f'<w:p><w:r><w:fldChar w:fldCharType="begin">{field}</w:fldChar></w:r></w:p>'
    found = tags(tree(opened(tmp_path, body=body)))
    assert "ffData" in found
    assert not {"entryMacro", "exitMacro"} & set(found)


def test_macro_name_as_attribute(tmp_path: Path) -> None:
    """An attribute that names a macro goes, the element stays."""
    found = opened(tmp_path, body='<w:p w:macroName="Project.A"/>')
    assert b"macroName" not in found.parts[MAIN]
    assert tags(tree(found)).count("p") == 1


def test_attached_template(tmp_path: Path) -> None:
    """The template on somebody's disk is not named in the settings any more, nor are styles taken from it."""
    found = opened(
        tmp_path,
        settings='<w:attachedTemplate r:id="rT"/><w:linkStyles/><w:defaultTabStop w:val="708"/>',
        rels={"word/settings.xml": [Rel("attachedTemplate", "file:///H:/Sjablonen/x.dotm", "rT", external=True)]},
    )
    assert tags(tree(found, "word/settings.xml")) == ["settings", "defaultTabStop"]
    assert "word/_rels/settings.xml.rels" not in found.parts
    assert found.notices == (OUTSIDE,)


def test_mail_merge(tmp_path: Path) -> None:
    """The source of a mailing goes with the settings about it."""
    found = opened(
        tmp_path,
        settings='<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:dataSource r:id="rD"/></w:mailMerge>',
        rels={"word/settings.xml": [Rel("mailMergeSource", "file:///H:/adressen.xlsx", "rD", external=True)]},
    )
    assert tags(tree(found, "word/settings.xml")) == ["settings"]
    assert b"adressen" not in everything(found)


def test_linked_picture(tmp_path: Path) -> None:
    """A picture that is on somebody's disk goes, with the drawing around it."""
    linked = picture("rP").replace("r:embed", "r:link")
    found = opened(
        tmp_path, body=f"<w:p>{linked}</w:p>", rels={MAIN: [Rel("image", "file:///H:/a.png", "rP", external=True)]}
    )
    assert "drawing" not in tags(tree(found))
    assert found.notices == (OUTSIDE,)


def test_picture_both_linked_and_embedded(tmp_path: Path) -> None:
    """A picture that is in the file as well stays, without its link."""
    both = picture("rLogo").replace("r:embed", 'r:link="rP" r:embed')
    found = opened(
        tmp_path,
        body=f"<w:p>{both}</w:p>",
        parts={"word/media/a.png": PIXEL},
        rels={MAIN: [LOGO, Rel("image", "file:///H:/a.png", "rP", external=True)]},
    )
    assert "blip" in tags(tree(found))
    assert b"r:link" not in found.parts[MAIN]


def test_ole_link(tmp_path: Path) -> None:
    """A link to a workbook goes; the picture of it stays."""
    link = '<o:OLEObject Type="Link" ProgID="Excel.Sheet.12" ShapeID="s1" DrawAspect="Content" r:id="rO"/>'
    found = opened(
        tmp_path,
        body=f"<w:p><w:r><w:object>{SHAPE}{link}</w:object></w:r></w:p>",
        parts={"word/media/a.png": PIXEL},
        rels={MAIN: [LOGO, Rel("oleObject", "file:///H:/a.xlsx", "rO", external=True)]},
    )
    assert "OLEObject" not in tags(tree(found))
    assert "imagedata" in tags(tree(found))


def test_subdocument(tmp_path: Path) -> None:
    """A document that the template takes in from elsewhere goes."""
    rels = {MAIN: [Rel("subDocument", "deel.docx", "rS", external=True)]}
    assert "subDoc" not in tags(tree(opened(tmp_path, body='<w:p/><w:p><w:subDoc r:id="rS"/></w:p>', rels=rels)))


@pytest.mark.parametrize("address", ["https://example.org/a b?c=é#d", "mailto:info@example.org", "tel:14070"])
def test_plain_hyperlink(tmp_path: Path, address: str) -> None:
    """A link to a page, a mailbox or a telephone stays."""
    body = '<w:p><w:hyperlink r:id="rH"><w:r><w:t>hier</w:t></w:r></w:hyperlink></w:p>'
    found = opened(tmp_path, body=body, rels={MAIN: [Rel("hyperlink", address, "rH", external=True)]})
    assert "hyperlink" in tags(tree(found))
    assert found.notices == ()


@pytest.mark.parametrize(
    "address", ["file:///H:/geheim.docx", "javascript:x()", "\\\\server\\map", "http://[x", "http://a/%zz"]
)
def test_hyperlink_that_is_not_plain(tmp_path: Path, address: str) -> None:
    """A link to a file, to code or to an address that makes no sense keeps its text only."""
    body = '<w:p><w:hyperlink r:id="rH"><w:r><w:t>hier</w:t></w:r></w:hyperlink></w:p>'
    found = opened(tmp_path, body=body, rels={MAIN: [Rel("hyperlink", address, "rH", external=True)]})
    assert "hyperlink" not in tags(tree(found))
    assert text(tree(found)) == "hier"
    assert found.notices == (OUTSIDE,)


def test_styles_stay_when_everything_else_goes(tmp_path: Path) -> None:
    """What a house style is about is not touched by leaving out the rest."""
    found = opened(tmp_path, styles=STYLES)
    assert b"Standaardalinea-lettertype" in found.parts["word/styles.xml"]


def complex_field(*instruction: str) -> str:
    """Return a paragraph with a field that shows a text."""
    words = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in instruction)
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f"<w:p>{marks[0]}{words}{marks[1]}<w:r><w:t>stand</w:t></w:r>{marks[2]}</w:p>"


@pytest.mark.parametrize(
    "body",
    [
        complex_field(' INCLUDETEXT "H:\\\\geheim.docx" '),
        complex_field(" DD", "EAUTO geheim "),
        '<w:p><w:fldSimple w:instr=" LINK Excel.Sheet geheim "><w:r><w:t>stand</w:t></w:r></w:fldSimple></w:p>',
    ],
)
def test_field_that_fetches(tmp_path: Path, body: str) -> None:
    """A field that fetches something from elsewhere keeps what it shows and is no field any more."""
    found = opened(tmp_path, body=body)
    assert text(tree(found)) == "stand"
    assert not {"fldChar", "instrText", "fldSimple"} & set(tags(tree(found)))
    assert found.notices == (OUTSIDE,)


def test_field_inside_a_field(tmp_path: Path) -> None:
    """Another field around one that fetches something stays."""
    inner = complex_field(" DDE x ").removeprefix("<w:p>").removesuffix("</w:p>")
    body = complex_field(" PAGE ").replace("<w:r><w:t>", inner + "<w:r><w:t>")
    found = tree(opened(tmp_path, body=body))
    assert tags(found).count("fldChar") == 3
    assert tags(found).count("instrText") == 1
    assert text(found) == "standstand"
