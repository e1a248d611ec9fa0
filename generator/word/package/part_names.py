"""Names and types of parts: one spelling for each name, and what each part is.

That is what the package says, and where the package is wrong what the relationship to the part says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from lxml import etree

from generator.word.package import part_xml

if TYPE_CHECKING:
    from collections.abc import Mapping


CONTENT_TYPES = "[Content_Types].xml"
_ALLOWED = "/!$&'()*+,;=:@-._~"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "application/vnd.openxmlformats-officedocument"
DOCUMENT = f"{_WML}.document.main+xml"
MAIN_TYPES = frozenset(
    {
        DOCUMENT,
        f"{_WML}.template.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    }
)
RELATIONSHIPS = "application/vnd.openxmlformats-package.relationships+xml"
_SPACE = "http://schemas.openxmlformats.org/package/2006/content-types"
_GENERIC = frozenset({"application/xml", "text/xml", "application/octet-stream"})
_BY_KIND = {
    kind: f"{_WML}.{kind}+xml"
    for kind in (
        "styles", "numbering", "settings", "webSettings", "fontTable", "footnotes", "endnotes", "comments", "header",
        "footer",
    )
} | {
    "glossaryDocument": f"{_WML}.document.glossary+xml",
    "theme": f"{_OFFICE}.theme+xml",
    "chart": f"{_OFFICE}.drawingml.chart+xml",
    "customXmlProps": f"{_OFFICE}.customXmlProperties+xml",
    "extended-properties": f"{_OFFICE}.extended-properties+xml",
    "custom-properties": f"{_OFFICE}.custom-properties+xml",
    "core-properties": "application/vnd.openxmlformats-package.core-properties+xml",
}  # fmt: skip
"""The only type that a part with this kind of relationship can have."""
KINDS_OF_PARTS = frozenset({*_BY_KIND, "officeDocument"})
"""The kinds of relationship that say what a part is."""
_BY_EXTENSION = {
    "rels": RELATIONSHIPS,
    "xml": "application/xml",
    "vml": f"{_OFFICE}.vmlDrawing",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
    "svg": "image/svg+xml",
    "odttf": f"{_OFFICE}.obfuscatedFont",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "bin": f"{_OFFICE}.oleObject",
}


def clean(name: str) -> str:
    """Return a name as a part is called: forward slashes, no leading slash, other signs percent-encoded."""
    plain = unquote(name.replace("\\", "/"))
    if plain.lower() == CONTENT_TYPES.lower():
        return CONTENT_TYPES
    return quote("/".join(piece for piece in plain.split("/") if piece not in {"", "."}), safe=_ALLOWED)


def key(name: str) -> str:
    """Return what two spellings of the same name have in common."""
    return clean(name).lower()


def is_unsafe(name: str) -> bool:
    """Tell whether a name in a zip points outside the zip."""
    plain = unquote(name.replace("\\", "/"))
    return plain.startswith("/") or plain[1:2] == ":" or ".." in plain.split("/")


def rels_name(source: str) -> str:
    """Return the name of the part with the relationships of `source`, which is "" for the package."""
    folder, slash, name = source.rpartition("/")
    return f"{folder}{slash}_rels/{name}.rels"


def source_of(name: str) -> str | None:
    """Return the part whose relationships are in `name`, "" for the package; None when it holds none."""
    folder, _, file = name.rpartition("/")
    parent, slash, last = folder.rpartition("/")
    if last.lower() != "_rels" or not file.lower().endswith(".rels"):
        return None
    return f"{parent}{slash}{file[: -len('.rels')]}"


def candidates(source: str, target: str) -> tuple[str, str]:
    """Return the keys that a target can stand for: relative to its source, and to the package as some write it."""
    plain = unquote(target.partition("#")[0].partition("?")[0].replace("\\", "/"))
    folder = "" if plain.startswith("/") else source.rpartition("/")[0]
    return _joined(folder, plain), _joined("", plain)


def _joined(folder: str, target: str) -> str:
    pieces: list[str] = []
    for piece in f"{unquote(folder)}/{target}".split("/"):
        if piece == "..":
            del pieces[-1:]
        elif piece not in {"", "."}:
            pieces.append(piece)
    return key("/".join(pieces))


class ContentTypes:
    """The types that a package gives its parts."""

    def __init__(self, data: bytes) -> None:
        """Read `[Content_Types].xml`; without one there are no types.

        Raises:
            etree.XMLSyntaxError: It is not well-formed.
        """
        self._overrides: dict[str, str] = {}
        self._defaults: dict[str, str] = {}
        for item in part_xml.parse(data).iter("{*}Override", "{*}Default") if data else ():
            kind = item.get("ContentType", "").partition(";")[0].strip()
            if name := item.get("PartName"):
                self._overrides[key(name)] = kind
            elif extension := item.get("Extension"):
                self._defaults[extension.lower().lstrip(".")] = kind

    def declared(self, name: str) -> str:
        """Return the type that the package gives a part, empty when it gives none."""
        return self._overrides.get(key(name)) or self._defaults.get(_extension(name), "")

    def type_of(self, name: str, kind: str) -> str:
        """Return the type of a part to which there is a relationship of a kind."""
        if kind in _BY_KIND:
            return _BY_KIND[kind]
        declared = self.declared(name)
        known = _BY_EXTENSION.get(_extension(name), "application/octet-stream")
        if not declared or declared.count("/") != 1 or (kind == "image" and not declared.startswith("image/")):
            return known
        return known if declared in _GENERIC else declared


def is_xml(content_type: str) -> bool:
    """Tell whether a part of this type is XML that belongs to the document; a picture is not."""
    return content_type.endswith(("+xml", "/xml", "vmlDrawing")) and not content_type.startswith("image/")


def write_types(types: Mapping[str, str]) -> bytes:
    """Return `[Content_Types].xml` for parts and their types."""
    root = etree.Element(f"{{{_SPACE}}}Types", nsmap={None: _SPACE})
    for extension in ("rels", "xml"):
        etree.SubElement(root, f"{{{_SPACE}}}Default", Extension=extension, ContentType=_BY_EXTENSION[extension])
    for name, kind in sorted(types.items()):
        etree.SubElement(root, f"{{{_SPACE}}}Override", PartName=f"/{name}", ContentType=kind)
    return part_xml.serialise(root)


def _extension(name: str) -> str:
    file = name.rpartition("/")[2]
    return file.rpartition(".")[2].lower() if "." in file else ""
