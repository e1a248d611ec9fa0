"""Builds Word templates part by part, for tests that need one with a certain feature or defect."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)

_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DOCX = f"{_WML}.document.main+xml"
DOTX = f"{_WML}.template.main+xml"
DOCM = "application/vnd.ms-word.document.macroEnabled.main+xml"
DOTM = "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"

SECTION = (
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/>'
)
"""The page of the final section: A4, portrait."""
STYLES = (
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="20"/><w:lang w:val="nl-NL"/>'
    "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="Standaardalinea-lettertype">'
    '<w:name w:val="Default Paragraph Font"/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="Standaardtabel"><w:name w:val="Normal Table"/></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="Geenlijst"><w:name w:val="No List"/></w:style>'
)
"""The styles that every template has, with the ids that a Dutch Word gives them."""
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415478da63f8cfc0"
    "000003010100f70341430000000049454e44ae426082"
)
"""A PNG of one red pixel."""


class Rel(NamedTuple):
    """A relationship: its kind as a URI or as the last word of an officeDocument URI, its target and its id."""

    kind: str
    target: str
    id: str = ""
    external: bool = False


def build(**features: Any) -> bytes:
    """Return a Word file with these features; see `build_parts` for their names."""
    return zipped(build_parts(**features))


def build_parts(
    *,
    body: str = "<w:p/>",
    section: str | None = SECTION,
    styles: str | None = STYLES,
    more_styles: str = "",
    numbering: str | None = None,
    settings: str | None = "",
    headers: Mapping[str, str] | None = None,
    footers: Mapping[str, str] | None = None,
    parts: Mapping[str, str | bytes | None] | None = None,
    rels: Mapping[str, Sequence[Rel]] | None = None,
    content_types: Mapping[str, str | None] | None = None,
    main: str = "word/document.xml",
    main_type: str = DOCX,
) -> dict[str, bytes]:
    """Return the parts of a Word file by name.

    Args:
        body: What is inside `w:body`, before the final section.
        section: What is inside the final `w:sectPr` besides header references; None leaves the section out.
        styles: What is inside `w:styles`; None leaves the part out.
        more_styles: Styles beside those of `styles`.
        numbering: What is inside `w:numbering`; None leaves the part out.
        settings: What is inside `w:settings`; None leaves the part out.
        headers: Per type (default, first, even) what is inside a `w:hdr` of the final section.
        footers: The same for footers.
        parts: Further parts by name, or others in place of those made here; None takes one away. A text is XML
            without its declaration, in which the prefixes of `NAMESPACES` can be declared by `root`.
        rels: Relationships by the name of their source part, "" for the package: they come after those made here.
        content_types: Types by extension (`png`) or by part name (`/word/x.xml`), over those made here; None takes
            one away.
        main: The name of the main part; the other parts stand in its folder.
        main_type: The content type of the main part.
    """
    folder = main.rpartition("/")[0] + "/" if "/" in main else ""
    types: dict[str, str | None] = {"rels": "application/vnd.openxmlformats-package.relationships+xml"}
    types |= {"xml": "application/xml", "png": "image/png", f"/{main}": main_type}
    own: list[Rel] = []
    found: dict[str, str | bytes | None] = {}
    references = ""
    for kind, content in (("styles", styles), ("numbering", numbering), ("settings", settings)):
        if content is not None:
            more = more_styles if kind == "styles" else ""
            found[f"{folder}{kind}.xml"] = root(kind, content + more)
            types[f"/{folder}{kind}.xml"] = f"{_WML}.{kind}+xml"
            own.append(Rel(kind, f"{kind}.xml", f"rId_{kind}"))
    for kind, tag, given in (("header", "hdr", headers), ("footer", "ftr", footers)):
        for place, content in (given or {}).items():
            name = f"{kind}_{place}.xml"
            found[f"{folder}{name}"] = root(tag, content)
            types[f"/{folder}{name}"] = f"{_WML}.{kind}+xml"
            own.append(Rel(kind, name, f"rId_{kind}_{place}"))
            references += f'<w:{kind}Reference w:type="{place}" r:id="rId_{kind}_{place}"/>'
    final = "" if section is None else f"<w:sectPr>{references}{section}</w:sectPr>"
    found[main] = root("document", f"<w:body>{body}{final}</w:body>")
    links: dict[str, list[Rel]] = {"": [Rel("officeDocument", main, "rId_main")], main: own}
    for source, more_links in (rels or {}).items():
        links.setdefault(source, []).extend(more_links)
    found |= {rels_name(source): relationships(items) for source, items in links.items() if items}
    found["[Content_Types].xml"] = type_list(types | dict(content_types or {}))
    found |= parts or {}
    return {name: _encoded(content) for name, content in found.items() if content is not None}


def root(tag: str, content: str) -> str:
    """Return an element of WordprocessingML with the usual prefixes declared."""
    return f"<w:{tag} {NAMESPACES}>{content}</w:{tag}>"


def rels_name(source: str) -> str:
    """Return the name of the part with the relationships of a part, "" for the package."""
    folder, _, name = source.rpartition("/")
    return f"{folder}/_rels/{name}.rels".lstrip("/")


def relationships(items: Sequence[Rel]) -> str:
    """Return the content of a relationships part."""
    lines = []
    for number, item in enumerate(items, start=1):
        kind = item.kind if ":" in item.kind else f"{R}/{item.kind}"
        mode = ' TargetMode="External"' if item.external else ""
        lines.append(f'<Relationship Id="{item.id or f"rId{number}"}" Type="{kind}" Target="{item.target}"{mode}/>')
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{"".join(lines)}</Relationships>'


def type_list(types: Mapping[str, str | None]) -> str:
    """Return the content of `[Content_Types].xml`."""
    lines = []
    for name, kind in types.items():
        if kind is not None:
            what = f'Override PartName="{name}"' if name.startswith("/") else f'Default Extension="{name}"'
            lines.append(f'<{what} ContentType="{kind}"/>')
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    return f'<Types xmlns="{space}">{"".join(lines)}</Types>'


def picture(relationship: str) -> str:
    """Return a run with an inline picture of a relationship."""
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="360000" cy="360000"/><wp:docPr id="1" name="Logo"/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        '<pic:cNvPr id="1" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="{relationship}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
        '<a:off x="0" y="0"/><a:ext cx="360000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def zipped(parts: Mapping[str, bytes] | Iterable[tuple[str, bytes]]) -> bytes:
    """Return a zip of parts; pairs may hold a name twice."""
    pairs = parts.items() if hasattr(parts, "items") else parts
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in pairs:
            package.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _encoded(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else (DECLARATION + content).encode()
