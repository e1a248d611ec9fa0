"""What no public plan may carry of a template: hidden text, paths, names of users, entries that print nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.documents import body, parts, text_of
from tests.support.templates import PIXEL, Rel, picture
from tests.word.frame.helpers import W, made, p

if TYPE_CHECKING:
    from pathlib import Path

PLACE = p("{{ inhoud }}")
HIDDEN_STYLES = (
    '<w:style w:type="character" w:styleId="Weg"><w:name w:val="Weg"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Notitie"><w:name w:val="Notitie"/><w:rPr><w:vanish/></w:rPr></w:style>'
)


def _field(instruction: str, shown: str) -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {instruction} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{shown}</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


@pytest.mark.parametrize(
    "hidden",
    [
        p("geheim", run="<w:vanish/>"),
        p("geheim", run='<w:rStyle w:val="Weg"/>'),
        p("geheim", "Notitie"),
        '<w:p><w:hyperlink w:anchor="x"><w:r><w:rPr><w:vanish/></w:rPr><w:t>geheim</w:t></w:r></w:hyperlink></w:p>',
    ],
    ids=["run", "style of a run", "style of a paragraph", "in a link"],
)
def test_hidden_text_goes(hidden: str, tmp_path: Path) -> None:
    """Word does not show it, and everybody can read it."""
    document = made(tmp_path, body=p("Zichtbaar.") + hidden + PLACE, more_styles=HIDDEN_STYLES)
    assert not any(b"geheim" in data for data in parts(document).values())
    assert "Zichtbaar." in text_of(body(document))


def test_text_that_is_not_hidden_stays(tmp_path: Path) -> None:
    """A run may say that it is shown, whatever its style says."""
    shown = p("Zichtbaar.", "Notitie", run='<w:vanish w:val="0"/>')
    assert "Zichtbaar." in text_of(body(made(tmp_path, body=shown + PLACE, more_styles=HIDDEN_STYLES)))


@pytest.mark.parametrize(
    "instruction",
    [
        *("TEMPLATE \\p", "USERNAME", "USERINITIALS", "USERADDRESS", "LASTSAVEDBY", "INFO LastSavedBy"),
        *('DOCVARIABLE "naam"', 'DOCPROPERTY "Template"', "DOCPROPERTY LastSavedBy \\* MERGEFORMAT"),
        *('XE "Jan de Vries"', "TC jandevries"),
    ],
)
def test_fields_that_tell_of_a_computer_or_its_user_go(instruction: str, tmp_path: Path) -> None:
    """Their stored result, and what they ask, are not in a plan."""
    shown = "C:\\Users\\jandevries"
    document = made(tmp_path, body=PLACE, footers={"default": f"<w:p>{_field(instruction, shown)}</w:p>"})
    found = b"".join(parts(document).values())
    assert b"jandevries" not in found.lower().replace(b" ", b"")
    assert b"instrText" not in parts(document)["word/footer_default.xml"]


@pytest.mark.parametrize(
    "text", ["C:\\Users\\jan\\logo.png", "\\\\server\\beeld\\jan.png", "file:///home/jan/logo.png"]
)
def test_a_description_with_a_path_goes(text: str, tmp_path: Path) -> None:
    """Word puts where a picture came from in its name and description; a description in words stays."""
    named = picture("rId_logo").replace('name="Logo"', f'name="{text}" descr="{text}"', 1)
    named = named.replace('<pic:cNvPr id="1" name="Logo"/>', f'<pic:cNvPr id="1" name="{text}"/>')
    other = picture("rId_logo").replace('name="Logo"', 'name="Logo" descr="Het wapen van de gemeente"', 1)
    document = made(
        tmp_path,
        body=f"<w:p>{named}{other}</w:p>" + PLACE,
        parts={"word/media/image1.png": PIXEL},
        rels={"word/document.xml": [Rel("image", "media/image1.png", "rId_logo")]},
    )
    found = parts(document)["word/document.xml"]
    assert b"jan" not in found
    assert b"Het wapen van de gemeente" in found


@pytest.mark.parametrize("kind", ["HYPERLINK", "INCLUDEPICTURE"])
def test_a_field_with_a_path_goes_and_its_words_stay(kind: str, tmp_path: Path) -> None:
    """A link to a file on the computer of somebody leads nowhere, and tells where that was."""
    asked = f'{kind} "C:\\\\Users\\\\jan\\\\beleid.docx"'
    linked = f"<w:p>{_field(asked, 'Ons beleid')}</w:p>"
    document = made(tmp_path, body=linked + PLACE, headers={"default": linked})
    for name in ("word/document.xml", "word/header_default.xml"):
        assert b"jan" not in parts(document)[name]
        assert b"Ons beleid" in parts(document)[name]


def test_a_link_to_a_page_stays(tmp_path: Path) -> None:
    """An address on the web is no path, however it is written."""
    linked = f"<w:p>{_field('HYPERLINK &quot;https://voorbeeld.nl/home/beleid&quot;', 'Ons beleid')}</w:p>"
    assert b"https://voorbeeld.nl/home/beleid" in parts(made(tmp_path, body=linked + PLACE))["word/document.xml"]


def test_the_number_of_the_page_in_a_frame_stays(tmp_path: Path) -> None:
    """Word puts it in a frame or in a control of its own gallery; neither is of another document."""
    frame = f'<w:p><w:pPr><w:framePr w:wrap="around"/></w:pPr>{_field("PAGE", "1")}</w:p>'
    gallery = '<w:docPartObj><w:docPartGallery w:val="Page Numbers (Bottom of Page)"/><w:docPartUnique/></w:docPartObj>'
    control = (
        f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent><w:p>{_field('NUMPAGES', '9')}</w:p></w:sdtContent></w:sdt>"
    )
    found = parts(made(tmp_path, body=PLACE, footers={"default": frame + control}))["word/footer_default.xml"]
    assert found.count(b"<w:instrText") == 2
    assert b"framePr" in found


def test_names_of_controls_go(tmp_path: Path) -> None:
    """Only a name by which the plan fills a control stays."""
    names = '<w:alias w:val="Behandelaar Jan"/><w:tag w:val="jan"/>'
    content = "<w:sdtContent><w:r><w:t>Postbus 1</w:t></w:r></w:sdtContent>"
    other = f"<w:sdt><w:sdtPr>{names}<w:text/></w:sdtPr>{content}</w:sdt>"
    known = f'<w:sdt><w:sdtPr><w:alias w:val="Titel"/><w:text/></w:sdtPr>{content}</w:sdt>'
    root = body(made(tmp_path, body=f"<w:p>{other}{known}</w:p>" + PLACE))
    assert [item.get(f"{W}val") for item in root.iter(f"{W}alias", f"{W}tag")] == ["Titel"]
    assert "Postbus 1" in text_of(root)
