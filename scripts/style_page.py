"""Writes what the pages of house styles have in common: headers, fields and document settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def settings() -> str:
    """Return `settings.xml`."""
    return (
        f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/>'
        '<w:autoHyphenation/><w:hyphenationZone w:val="284"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="nl-NL"/>'
        '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1"'
        ' w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6"'
        ' w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def document(content: str, spaces: str) -> str:
    """Return `document.xml`; `spaces` are the names that its content uses."""
    return f"<w:document {spaces}><w:body>{content}</w:body></w:document>"


def section(margins: tuple[int, int, int, int, int, int], edges: Mapping[str, tuple[int, int]]) -> str:
    """Return the page of a section, an A4.

    Args:
        margins: Those at the top, right, bottom and left, and those of header and footer, in twentieths of a point.
        edges: The numbers of the header and the footer by the pages that they are for: `default`, or the `first`.
    """
    references = "".join(
        f'<w:{kind}Reference w:type="{pages}" r:id="rId{numbers[place]}"/>'
        for place, kind in enumerate(("header", "footer"))
        for pages, numbers in edges.items()
    )
    sides = zip(("top", "right", "bottom", "left", "header", "footer"), margins, strict=True)
    room = "".join(f' w:{side}="{width}"' for side, width in sides)
    first = "<w:titlePg/>" if "first" in edges else ""
    return (
        f'<w:sectPr>{references}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar{room} w:gutter="0"/>'
        f'<w:cols w:space="708"/>{first}</w:sectPr>'
    )


def part(tag: str, style: str, content: str, spaces: str = f'xmlns:w="{W}"') -> str:
    """Return a header (`hdr`) or footer (`ftr`) of one paragraph; `spaces` are the names that its content uses."""
    return f"<w:{tag} {spaces}>{paragraph(style, content)}</w:{tag}>"


def paragraph(style: str, content: str) -> str:
    """Return a paragraph."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'


def text(words: str, look: str = "") -> str:
    """Return a run of text; `look` is the content of its `rPr`."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{words}</w:t></w:r>'


def field(instruction: str, shown: str = "…", look: str = "") -> str:
    """Return a field with the text that it shows until Word knows better."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return (
        f'<w:r>{properties}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{properties}<w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r>{properties}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"{text(shown, look)}"
        f'<w:r>{properties}<w:fldChar w:fldCharType="end"/></w:r>'
    )
