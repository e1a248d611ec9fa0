"""Small templates and pages for the tests of styles."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from generator.word.assembly import write
from generator.word.styles import Styles
from tests.support.templates import NAMESPACES, STYLES, W, build, root
from tests.word.helpers import page

if TYPE_CHECKING:
    from generator.word.options import Options

EVERYTHING = (
    '<header class="voorblad"><p class="titel">T</p><p class="ondertitel">O</p><p class="voorbladregel">V</p></header>'
    '<h1 class="ongenummerd">Vooraf</h1><h2 class="ongenummerd">V2</h2><h3 class="ongenummerd">V3</h3>'
    '<nav class="inhoud"><h1 class="ongenummerd inhoudskop">Inhoud</h1></nav>'
    "<h1>Een</h1><p class='intro'>I</p><h2>Twee</h2><h3>Drie</h3><h4>Vier</h4><h5>Vijf</h5><h6>Zes</h6>"
    "<p>a <strong>b</strong> <em>c</em> <code>d</code> <a href='https://x.nl'>e</a> <mark class='open'>f</mark></p>"
    "<ul><li>x<ul><li>y<ul><li>z</li></ul></li></ul></li></ul>"
    "<ol><li>x<ol><li>y<ol><li>z</li></ol></li></ol></li></ol><ol><li>w</li></ol>"
    "<blockquote>q</blockquote><aside class='kader'><p class='kadertitel'>k</p><p>l</p></aside>"
    "{tables}<p>na</p><p class='bron'>b</p>"
    '<h1 class="bijlage">Bij</h1>'
)
_CELL = "<tbody><tr><th scope='row'>r</th><td class='{own}'>c<ul><li>u</li></ul></td></tr></tbody>"
_STATUS = "".join(f"<span class='status {name}'>s</span> " for name in ("op_orde", "deels", "niet", "onbekend"))


def everything() -> str:
    """Return the content of a page that has every role."""
    tables = "".join(
        f"<table{kind}><caption>t</caption><thead><tr><th>h</th><th class='getal'>g</th></tr></thead>"
        f"{_CELL.format(own=own)}</table>"
        for kind, own in (
            ("", "getal"),
            (" class='gegevens'", "getal"),
            (" class='matrix'", "getal"),
            (" class='planning'", "balk"),
        )
    )
    return EVERYTHING.format(tables=tables) + f"<p>{_STATUS}</p>"


def made(template: bytes, content: str, options: Options | None = None) -> bytes:
    """Return the document for a page with this content in a template."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "huisstijl.docx"
        file.write_bytes(template)
        return write(page(content), file, options)


def template(styles: str = "", *, bare: bool = False, numbering: str = "", body: str = "<w:p/>") -> bytes:
    """Return a template with these styles beside the usual ones, or with these alone."""
    return build(styles="" if bare else STYLES, more_styles=styles, numbering=numbering, body=body)


def styles(
    more: str = "", *, bare: bool = False, numbering: str = "", body: str = "", options: Options | None = None
) -> Styles:
    """Return the styles of such a template."""
    document = etree.fromstring(f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>")
    return Styles(
        etree.fromstring(root("styles", ("" if bare else STYLES) + more)),
        numbering=etree.fromstring(root("numbering", numbering)),
        body=document[0],
        options=options,
    )


def style(name: str, key: str = "", kind: str = "paragraph", *, inside: str = "", custom: bool = False) -> str:
    """Return a style."""
    mark = ' w:customStyle="1"' if custom else ""
    return f'<w:style w:type="{kind}"{mark} w:styleId="{key or name}"><w:name w:val="{name}"/>{inside}</w:style>'


def numbers(*levels: str, key: int = 1) -> str:
    """Return a list with these levels, each `form text` with an optional linked style after a `|`."""
    content = ""
    for index, level in enumerate(levels):
        look, _, linked = level.partition("|")
        form, _, text = look.partition(" ")
        link = f'<w:pStyle w:val="{linked}"/>' if linked else ""
        content += (
            f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{link}<w:lvlText w:val="{text}"/>'
            f'<w:pPr><w:ind w:left="{(index + 1) * 400}" w:hanging="400"/></w:pPr></w:lvl>'
        )
    return f'<w:abstractNum w:abstractNumId="{key}">{content}</w:abstractNum>' + number(key, key)


def number(key: int, abstract: int, inside: str = "") -> str:
    """Return the list that stands for a `numId`."""
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{abstract}"/>{inside}</w:num>'


def in_list(key: int, level: int | None = 0) -> str:
    """Return the property that puts a style in a list."""
    depth = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    return f'<w:pPr><w:numPr>{depth}<w:numId w:val="{key}"/></w:numPr></w:pPr>'


def val(element: etree._Element | None) -> str | None:
    """Return the value of a property, or None when it is not there."""
    return None if element is None else element.get(f"{{{W}}}val")
