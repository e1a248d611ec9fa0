"""Builds small Word documents that are accessible, and that a test then breaks in one place."""

from __future__ import annotations

from html import escape
from typing import Any

from generator.accessibility import check_accessibility
from tests.support.templates import Rel, build

STYLE_LIST = (
    '<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/><w:basedOn w:val="Standaard"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="heading 2"/><w:basedOn w:val="Kop1"/>'
    '<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Kop3"><w:name w:val="heading 3"/><w:basedOn w:val="Standaard"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Bijschrift"><w:name w:val="caption"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Inhopg1"><w:name w:val="toc 1"/></w:style>'
)
THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="t"><a:themeElements>'
    '<a:clrScheme name="t"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
    '<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="1F497D"/></a:dk2>'
    '<a:lt2><a:srgbClr val="EEECE1"/></a:lt2><a:accent1><a:srgbClr val="4F81BD"/></a:accent1></a:clrScheme>'
    "</a:themeElements></a:theme>"
)
DUTCH = "Wij zijn met onze partners bij het plan van deze wijk en dat wordt niet duur voor de bewoners."


def p(text: str = "", style: str = "", *, run: str = "", paragraph: str = "") -> str:
    """Return a paragraph; `run` and `paragraph` go into its properties."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    content = r(text, run) if text else ""
    return f"<w:p><w:pPr>{named}{paragraph}</w:pPr>{content}</w:p>"


def r(text: str, properties: str = "") -> str:
    """Return a run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def shading(fill: str) -> str:
    """Return a plain background."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


def cell(text: str = "", properties: str = "", *, inside: str = "") -> str:
    """Return a cell of a table."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}{p(text)}</w:tc>"


def row(*cells: str, header: bool = False, split: bool = False) -> str:
    """Return a row of a table."""
    switches = ("" if split else "<w:cantSplit/>") + ("<w:tblHeader/>" if header else "")
    return f"<w:tr><w:trPr>{switches}</w:trPr>{''.join(cells)}</w:tr>"


HEAD = row(cell("Wie"), cell("Wat"), header=True)
LINE = row(cell("Jan"), cell("Melden"))


def table(*rows: str, properties: str = "", description: str = "Wie wat doet.", caption: str = "Tabel 1. Taken") -> str:
    """Return a table with its caption and description."""
    told = f'<w:tblDescription w:val="{description}"/>' if description else ""
    above = p(caption, "Bijschrift") if caption else ""
    return f"{above}<w:tbl><w:tblPr>{properties}{told}</w:tblPr><w:tblGrid/>{''.join(rows or (HEAD, LINE))}</w:tbl>"


def drawing(properties: str, *, kind: str = "inline", inside: str = "") -> str:
    """Return a paragraph with a picture; `properties` stand on its `docPr`."""
    uri = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    return (
        f'<w:p><w:r><w:drawing><wp:{kind}><wp:docPr id="1" name="Afbeelding 1" {properties}>{inside}</wp:docPr>'
        f'<a:graphic><a:graphicData uri="{uri}"/></a:graphic></wp:{kind}></w:drawing></w:r></w:p>'
    )


def make(body: str, *, title: str = "Plan voor de wijk", heading: str = p("Inleiding", "Kop1"), **more: Any) -> bytes:
    """Return an accessible document around a body."""
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></cp:coreProperties>'
    )
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    return build(
        body=heading + body,
        more_styles=STYLE_LIST + more.pop("more_styles", ""),
        parts={"docProps/core.xml": core, "word/theme/theme1.xml": THEME},
        rels={
            "": [Rel(kind, "docProps/core.xml", "rId_core")],
            "word/document.xml": [Rel("theme", "theme/theme1.xml")],
        },
        **more,
    )


def found(body: str, **more: Any) -> list[str]:
    """Return the ids of the rules that find something."""
    return [finding.controle for finding in check_accessibility(make(body, **more))]
