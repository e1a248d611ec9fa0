"""Writes the fresh house style, `templates/huisstijl/fris/huisstijl.dotx`; run it as a script.

It is a template as a communications officer has one: made for Word in Dutch, with sample text, and without bullets.
"""

from __future__ import annotations

from pathlib import Path

import style_package as package
from fris_page import ACCENT, AUTHOR, comments, document, first_header, footer, header, logo
from fris_styles import HEADING_FONT, TEXT_FONT, styles, theme
from style_page import settings

TARGET = Path(__file__).parent.parent / "templates" / "huisstijl" / "fris" / "huisstijl.dotx"

_OVERRIDES = {
    "/word/document.xml": "template.main",
    "/word/styles.xml": "styles",
    "/word/settings.xml": "settings",
    "/word/fontTable.xml": "fontTable",
    "/word/header1.xml": "header",
    "/word/header2.xml": "header",
    "/word/footer1.xml": "footer",
    "/word/footer2.xml": "footer",
    "/word/comments.xml": "comments",
    **package.PROPERTIES,
}
_DOCUMENT_RELATIONSHIPS = (
    ("rId1", "styles", "styles.xml"),
    ("rId3", "settings", "settings.xml"),
    ("rId4", "fontTable", "fontTable.xml"),
    ("rId5", "theme", "theme/theme1.xml"),
    ("rId6", "header", "header1.xml"),
    ("rId7", "header", "header2.xml"),
    ("rId8", "footer", "footer1.xml"),
    ("rId9", "footer", "footer2.xml"),
    ("rId10", "comments", "comments.xml"),
)


def parts() -> dict[str, str | bytes]:
    """Return the content of every part, by name, in the order of the package."""
    return {
        "[Content_Types].xml": package.content_types(_OVERRIDES, "png"),
        "_rels/.rels": package.package_relationships(),
        "docProps/app.xml": package.app(),
        "docProps/core.xml": package.core("Rapport", AUTHOR),
        "word/_rels/document.xml.rels": package.relationships(_DOCUMENT_RELATIONSHIPS),
        "word/_rels/header1.xml.rels": package.relationships((("rIdLogo", "image", "media/logo.png"),)),
        "word/_rels/header2.xml.rels": package.relationships((("rIdMark", "image", "media/beeldmerk.png"),)),
        "word/comments.xml": comments(),
        "word/document.xml": document(),
        "word/fontTable.xml": package.fonts(
            (HEADING_FONT, "swiss", "020B0603020202020204"), (TEXT_FONT, "swiss", "020B0604020202020204")
        ),
        "word/footer1.xml": footer(),
        "word/footer2.xml": footer(empty=True),
        "word/header1.xml": header(),
        "word/header2.xml": first_header(),
        "word/media/beeldmerk.png": logo(ACCENT, "FFFFFF"),
        "word/media/logo.png": logo("FFFFFF", ACCENT),
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
