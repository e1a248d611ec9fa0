"""Writes the neutral house style, `templates/huisstijl/neutraal/huisstijl.docx`; run it as a script.

The font is Arial: Windows and macOS both have it, it has every Dutch character, and a metric twin of it is on
every Linux machine.
"""

from __future__ import annotations

from pathlib import Path

import style_package as package
from neutraal_numbering import numbering
from neutraal_page import document, footer, header
from neutraal_styles import FONT, styles, theme
from style_page import settings

TARGET = Path(__file__).parent.parent / "templates" / "huisstijl" / "neutraal" / "huisstijl.docx"

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
)


def parts() -> dict[str, str]:
    """Return the text of every part, by name, in the order of the package."""
    return {
        "[Content_Types].xml": package.content_types(_OVERRIDES),
        "_rels/.rels": package.package_relationships(),
        "docProps/app.xml": package.app(),
        "docProps/core.xml": package.core(),
        "word/_rels/document.xml.rels": package.relationships(_DOCUMENT_RELATIONSHIPS),
        "word/document.xml": document(),
        "word/fontTable.xml": package.fonts((FONT, "swiss", "020B0604020202020204")),
        "word/footer1.xml": footer(),
        "word/footer2.xml": footer(empty=True),
        "word/header1.xml": header(),
        "word/header2.xml": header(empty=True),
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
