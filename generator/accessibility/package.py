"""Opens a Word file for reading: the first step of the accessibility check."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from generator.accessibility.names import MC, OFFICE_RELATIONSHIP, RELS_NS, W_NS, elements, w

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

_LARGEST = 200 * 1024 * 1024
"""More text than this in one file is no document but an attack on our memory."""
_MOST_PARTS = 20_000
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
"""How a file of Word 97 starts, and also a document with a password."""
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W_NS.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", OFFICE_RELATIONSHIP.encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (
        b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
        b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    ),
)
_NOT_SHOWN = [
    *map(w, ("del", "moveFrom", "rPrChange", "pPrChange", "tblPrChange", "tcPrChange", "trPrChange", "sectPrChange")),
    *map(w, ("tblGridChange", "numberingChange")),
    f"{MC}Fallback",
]
"""What is in the file but not in the document as it reads now: what was deleted, and older copies."""
_TEXT_PARTS = {
    "header": "koptekst",
    "footer": "voettekst",
    "footnotes": "voetnoot",
    "endnotes": "eindnoot",
}


class NotWordError(Exception):
    """The file cannot be read as a Word document; the message says in Dutch why and what to do."""


@dataclass(frozen=True, slots=True)
class TextPart:
    """A part of the document with text in it."""

    name: str
    area: str
    """What a reader calls it: `tekst`, `koptekst`, `voettekst`, `voetnoot` or `eindnoot`."""
    root: _Element


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a Word document that the rules look at."""

    texts: tuple[TextPart, ...]
    """The main text first."""
    styles: _Element | None
    settings: _Element | None
    theme: _Element | None
    core: _Element | None


def open_document(document: bytes) -> Package:
    """Return the parts of a Word document.

    Raises:
        NotWordError: It is no Word document, or no safe one.
    """
    parts = _read(document)
    main = _main_name(parts)
    related = list(_relations(parts, main))
    texts = [TextPart(main, "tekst", _parsed(parts, main))]
    for kind, name in sorted(related, key=lambda item: item[1]):
        if kind in _TEXT_PARTS and name in parts:
            texts.append(TextPart(name, _TEXT_PARTS[kind], _parsed(parts, name)))
    single = {kind: name for kind, name in related if name in parts}
    core = next((name for kind, name in _relations(parts, "") if kind == "core-properties"), "")
    styles, settings, theme = (
        _parsed(parts, single[kind]) if kind in single else None for kind in ("styles", "settings", "theme")
    )
    return Package(tuple(texts), styles, settings, theme, _parsed(parts, core) if core in parts else None)


def _read(document: bytes) -> dict[str, bytes]:
    if document.startswith(_OLD_OR_LOCKED):
        raise NotWordError(
            "Dit is een oud Word-bestand (.doc), of er zit een wachtwoord op. "
            "Open het in Word en sla het op als Word-document (.docx), zonder wachtwoord."
        )
    try:
        with zipfile.ZipFile(io.BytesIO(document)) as package:
            return _xml_parts(package)
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, RuntimeError, zlib.error) as error:
        raise NotWordError("Dit is geen Word-document, of het is beschadigd. Kies een bestand .docx.") from error


def _xml_parts(package: zipfile.ZipFile) -> dict[str, bytes]:
    infos = [info for info in package.infolist() if info.filename.lower().endswith((".xml", ".rels"))]
    if len(infos) > _MOST_PARTS or sum(info.file_size for info in infos) > _LARGEST:
        raise NotWordError("Dit bestand is uitgepakt te groot om te controleren. Splits het in kleinere documenten.")
    return {info.filename: package.read(info) for info in infos}


def _main_name(parts: Mapping[str, bytes]) -> str:
    main = next((name for kind, name in _relations(parts, "") if kind == "officeDocument"), "")
    if main not in parts or _parsed(parts, main).tag != w("document"):
        raise NotWordError("Dit is geen Word-document. Kies een bestand .docx.")
    return main


def _relations(parts: Mapping[str, bytes], name: str) -> Iterator[tuple[str, str]]:
    """Yield the kind and the target of each relation of a part; of the package when the name is empty."""
    folder, _, own = name.rpartition("/")
    rels = posixpath.join(folder, "_rels", f"{own}.rels")
    if rels not in parts:
        return
    for relation in _parsed(parts, rels).iter(f"{{{RELS_NS}}}Relationship"):
        if relation.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
            yield relation.get("Type", "").rpartition("/")[2], target.lstrip("/")


def _parsed(parts: Mapping[str, bytes], name: str) -> _Element:
    source = parts[name]
    for strict, usual in _STRICT:
        source = source.replace(strict, usual)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(source, parser)
    except etree.XMLSyntaxError as error:
        raise NotWordError(f"Het Word-document is beschadigd (in {name}). Open het in Word en sla het op.") from error
    _keep_lone_fallbacks(root)
    etree.strip_elements(root, *_NOT_SHOWN, with_tail=False)
    return root


def _keep_lone_fallbacks(root: _Element) -> None:
    """Keep the fallback where there is no choice beside it: then it is what a reader sees."""
    for fallback in list(root.iter(f"{MC}Fallback")):
        parent = fallback.getparent()
        if parent is not None and not any(child.tag == f"{MC}Choice" for child in elements(parent)):
            fallback.tag = f"{MC}Choice"
