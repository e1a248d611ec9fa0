"""The page of the neutral house style: A4, margins, header, footer and document settings."""

from __future__ import annotations

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

TEXT_WIDTH = 9298
"""A4 minus margins of 2.3 cm, in twentieths of a point."""

_RIGHT = '<w:r><w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/></w:r>'
"""A tab to the right margin, whatever the width of the page: it holds on a landscape page too."""


def document() -> str:
    """Return `document.xml`: no text, only the page."""
    return (
        f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body><w:sectPr>'
        '<w:headerReference w:type="default" r:id="rId6"/><w:headerReference w:type="first" r:id="rId7"/>'
        '<w:footerReference w:type="default" r:id="rId8"/><w:footerReference w:type="first" r:id="rId9"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1474" w:right="1304" w:bottom="1247" w:left="1304" w:header="709" w:footer="624"'
        ' w:gutter="0"/><w:cols w:space="708"/><w:titlePg/></w:sectPr></w:body></w:document>'
    )


def header(*, empty: bool = False) -> str:
    """Return the header: title left, municipality right; the one on the cover is empty."""
    content = "" if empty else _field("TITLE") + _RIGHT + _field("DOCPROPERTY Gemeente")
    return _part("hdr", "Header", content)


def footer(*, empty: bool = False) -> str:
    """Return the footer: version and status left, page right; the one on the cover is empty."""
    if empty:
        return _part("ftr", "Footer", "")
    left = _text("Versie ") + _field("DOCPROPERTY Versie") + _text(", ") + _field("DOCPROPERTY Status")
    right = _text("Pagina ") + _field("PAGE", "1") + _text(" van ") + _field("NUMPAGES", "1")
    return _part("ftr", "Footer", left + _RIGHT + right)


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


def _part(tag: str, style: str, content: str) -> str:
    return f'<w:{tag} xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p></w:{tag}>'


def _text(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def _field(instruction: str, shown: str = "…") -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"{_text(shown)}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
