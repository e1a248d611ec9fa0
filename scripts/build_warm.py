"""Writes the Word file of the warm house style, `templates/huisstijl/warm/huisstijl.docx`; run it as a script.

The fonts are Georgia for headings and Verdana for text: Windows and macOS both have them.
"""

from __future__ import annotations

from pathlib import Path

import style_package as package
from style_page import settings
from warm_numbering import numbering
from warm_page import document, footer, header, logo
from warm_styles import HEADING_FONT, TEXT_FONT, styles, theme

TARGET = Path(__file__).parent.parent / "templates" / "huisstijl" / "warm" / "huisstijl.docx"

_OVERRIDES = {
    "/word/document.xml": "document.main",
    "/word/styles.xml": "styles",
    "/word/numbering.xml": "numbering",
    "/word/settings.xml": "settings",
    "/word/fontTable.xml": "fontTable",
    "/word/header1.xml": "header",
    "/word/header2.xml": "header",
    "/word/footer1.xml": "footer",
    "/word/footer2.xml": "footer",
    **package.PROPERTIES,
}
_LOGO = ("rIdLogo", "image", "media/logo.png")
_DOCUMENT_RELATIONSHIPS = (
    ("rId1", "styles", "styles.xml"),
    ("rId2", "numbering", "numbering.xml"),
    ("rId3", "settings", "settings.xml"),
    ("rId4", "fontTable", "fontTable.xml"),
    ("rId5", "theme", "theme/theme1.xml"),
    ("rId6", "header", "header1.xml"),
    ("rId7", "header", "header2.xml"),
    ("rId8", "footer", "footer1.xml"),
    ("rId9", "footer", "footer2.xml"),
    _LOGO,
)


def parts() -> dict[str, str | bytes]:
    """Return the content of every part, by name, in the order of the package."""
    return {
        "[Content_Types].xml": package.content_types(_OVERRIDES, "png"),
        "_rels/.rels": package.package_relationships(),
        "docProps/app.xml": package.app(),
        "docProps/core.xml": package.core(),
        "word/_rels/document.xml.rels": package.relationships(_DOCUMENT_RELATIONSHIPS),
        "word/_rels/header2.xml.rels": package.relationships((_LOGO,)),
        "word/document.xml": document(),
        "word/fontTable.xml": package.fonts(
            (HEADING_FONT, "roman", "02040502050405020303"), (TEXT_FONT, "swiss", "020B0604030504040204")
        ),
        "word/footer1.xml": footer(empty=True),
        "word/footer2.xml": footer(),
        "word/header1.xml": header(empty=True),
        "word/header2.xml": header(),
        "word/media/logo.png": logo(),
        "word/numbering.xml": numbering(),
        "word/settings.xml": settings(),
        "word/styles.xml": styles(),
        "word/theme/theme1.xml": theme(),
    }


def build(target: Path) -> None:
    """Write the house style to `target`."""
    package.write(target, parts())


if __name__ == "__main__":
    build(TARGET)
    print(TARGET)
