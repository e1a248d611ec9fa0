"""Opens a Word file for reading: the first step of the accessibility check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct

from generator.problems import HERE, ProblemsError
from generator.word.package import part_xml
from generator.word.package.archive import unpack
from generator.word.package.draft import read_draft, unreadable
from generator.word.package.relationships import find_target
from generator.word.reading.shown_text import accept
from generator.word.xml import elements, mc, w

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

    from generator.word.package.draft import Draft

MAIN_PART, STYLES_PART, CORE_PART = "word/document.xml", "word/styles.xml", "docProps/core.xml"
"""What the parts are called in a finding, whatever the file calls them."""
_TEXT_PARTS = {
    "header": "koptekst",
    "footer": "voettekst",
    "footnotes": "voetnoot",
    "endnotes": "eindnoot",
}


class TextPart(Struct, frozen=True):
    """A part of the document with text in it."""

    name: str
    """Of the main text always `MAIN_PART`."""
    area: str
    """What a reader calls it: `tekst`, `koptekst`, `voettekst`, `voetnoot` or `eindnoot`."""
    root: _Element


class Package(Struct, frozen=True):
    """The parts of a Word document that the rules look at."""

    texts: tuple[TextPart, ...]
    """The main text first."""
    styles: _Element | None
    settings: _Element | None
    theme: _Element | None
    core: _Element | None


def open_document(document: bytes, name: str = "") -> Package:
    """Return the parts of a Word document that somebody has, opened within the limits that hold for a house style too.

    Args:
        document: The bytes of the file.
        name: How the file is called, which tells what it is when it is no document.

    Raises:
        ProblemsError: It is no Word document, or no safe one.
    """
    return open_parts(unpack(document, name))


def open_parts(parts: Mapping[str, bytes], main: _Element | None = None) -> Package:
    """Return the parts of a Word document that are in memory already.

    Args:
        parts: Every part by name, as in the file.
        main: The root of the main part where it was parsed already; reading it changes it.

    Raises:
        ProblemsError: It is no Word document, or no safe one.
    """
    draft = read_draft(parts)
    texts = [TextPart(MAIN_PART, "tekst", _main(draft, main))]
    related = list(_related(draft, draft.main))
    for kind, name in sorted(related, key=lambda item: item[1]):
        if kind in _TEXT_PARTS:
            texts.append(TextPart(name, _TEXT_PARTS[kind], _parsed(draft, name)))
    single = dict(related)
    core = dict(_related(draft, "")).get("core-properties")
    styles, settings, theme = (
        _parsed(draft, single[kind]) if kind in single else None for kind in ("styles", "settings", "theme")
    )
    return Package(tuple(texts), styles, settings, theme, _parsed(draft, core) if core else None)


def _main(draft: Draft, known: _Element | None) -> _Element:
    root = _parsed(draft, draft.main, known)
    if root.tag != w("document"):
        raise unreadable(draft.main)
    return root


def _related(draft: Draft, source: str) -> Iterator[tuple[str, str]]:
    """Yield the kind and the name of each part that a part uses; the package when the source is empty."""
    known = draft.known()
    for item in draft.rels.get(source, ()):
        name = None if item.external else find_target(source, item.target, known)
        if name is not None:
            yield item.kind, name


def _parsed(draft: Draft, name: str, known: _Element | None = None) -> _Element:
    data = draft.parts[name]
    if part_xml.has_too_many_nodes(data):
        raise ProblemsError.about(
            HERE, "Dit bestand heeft te veel tekst en opmaak.", "Splits het in kleinere documenten."
        )
    try:
        root = part_xml.parse(data) if known is None else known
    except etree.XMLSyntaxError as error:
        raise unreadable(name) from error
    etree.strip_tags(root, etree.Comment)
    _keep_lone_fallbacks(root)
    etree.strip_elements(root, mc("Fallback"), with_tail=False)
    accept(root)
    return root


def _keep_lone_fallbacks(root: _Element) -> None:
    """Keep the fallback where there is no choice beside it: then it is what a reader sees."""
    for fallback in list(root.iter(mc("Fallback"))):
        parent = fallback.getparent()
        if parent is not None and not any(child.tag == mc("Choice") for child in elements(parent)):
            fallback.tag = mc("Choice")
