"""A package while it is being put in order: its parts, what they are, how they relate, and what was done to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct, field

from generator import limits
from generator.problems import HERE, ProblemsError
from generator.word.package import file_types, part_names, part_xml, relationships, strict
from generator.word.package.part_names import ContentTypes
from generator.word.package.relationships import Relationship

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

_DOCUMENT_ROOT = re.compile(rb"<(?:\w+:)?document[\s>]")
_HEAD = 4096


class Draft(Struct):
    """A package in the making."""

    parts: dict[str, bytes]
    """The parts by name; those with relationships or content types are not among them."""
    types: ContentTypes
    rels: dict[str, list[Relationship]]
    """By source, "" for the package; targets inside the package are names of parts once selected."""
    main: str = ""
    strict: bool = False
    """Whether the file was Strict Open XML."""
    part_types: dict[str, str] = field(default_factory=dict)
    """The content type of each part that is used."""
    part_kinds: dict[str, str] = field(default_factory=dict)
    """The kind of relationship by which each part is used."""
    trees: dict[str, _Element] = field(default_factory=dict)
    """The roots of the parts of XML."""
    changed: set[str] = field(default_factory=set)
    """The parts whose tree no longer is what their bytes say."""
    notices: dict[str, None] = field(default_factory=dict)
    """What was done, each sentence once, in order."""

    def note(self, sentence: str) -> None:
        """Keep a sentence for the owner of the file."""
        self.notices[sentence] = None

    def known(self) -> dict[str, str]:
        """Return the names of the parts by key."""
        return {part_names.key(name): name for name in self.parts}

    def related(self, source: str, kind: str) -> list[Relationship]:
        """Return the relationships of one kind."""
        return [item for item in self.rels.get(source, ()) if item.kind == kind]

    def drop(self, name: str) -> None:
        """Take a part away, with the relationships to it."""
        self.parts.pop(name, None)
        for source, items in self.rels.items():
            self.rels[source] = [item for item in items if item.external or item.target != name]

    def relate(self, kind: str, target: str) -> None:
        """Give the main part a relationship to another part."""
        taken = {item.id for item in self.rels.get(self.main, ())}
        number = next(n for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
        made = Relationship(f"rId{number}", f"{relationships.OFFICE}/{kind}", target)
        self.rels.setdefault(self.main, []).append(made)
        self.part_kinds[target] = kind
        self.part_types[target] = self.types.type_of(target, kind)


def read_draft(entries: Mapping[str, bytes]) -> Draft:
    """Return the package in the entries of a zip, with its main part found.

    Raises:
        ProblemsError: It is no Word document, or holds a document type.
    """
    parts = {name: _readable(name, data) for name, data in entries.items()}
    was_strict = any(parts[name] != data and strict.is_strict(data) for name, data in entries.items())
    raw_types = parts.pop(part_names.CONTENT_TYPES, b"")
    try:
        types = ContentTypes(raw_types)
    except etree.XMLSyntaxError as error:
        raise unreadable(part_names.CONTENT_TYPES) from error
    draft = Draft(parts, types, {}, strict=was_strict)
    broken = _take_relationships(draft)
    found = _find_main(draft)
    if found is None:
        raise file_types.no_document(entries, raw_types)
    draft.main = found
    for source in broken:
        if source.lower() in {"", found.lower()}:
            raise unreadable(part_names.rels_name(source))
        draft.note(f"De verwijzingen van het onderdeel {source} zijn onleesbaar en komen niet mee.")
    return draft


def _readable(name: str, data: bytes) -> bytes:
    """Return an entry; XML as UTF-8 in the transitional namespaces, and without a document type."""
    if not part_xml.looks_like_xml(name):
        return data
    is_list = name == part_names.CONTENT_TYPES or name.lower().endswith(".rels")
    if len(data) > (limits.RELATIONS if is_list else limits.XML):
        raise ProblemsError.about(
            HERE,
            f"Het onderdeel {name} is te groot.",
            "Haal tekst die je niet nodig hebt uit het bestand en bewaar het opnieuw.",
        )
    text = part_xml.as_utf8(data)
    if part_xml.has_doctype(text):
        raise part_xml.with_doctype()
    return strict.transitional_names(text)


def _take_relationships(draft: Draft) -> list[str]:
    """Move the parts with relationships out of the parts; return the sources of those that are unreadable."""
    broken = []
    known = draft.known()
    for name in list(draft.parts):
        source = part_names.source_of(name)
        if source is None:
            continue
        data = draft.parts.pop(name)
        source = known.get(part_names.key(source), source)
        try:
            draft.rels[source] = relationships.read(data)
        except etree.XMLSyntaxError:
            broken.append(source)
    return broken


def _find_main(draft: Draft) -> str | None:
    """Return the name of the main part: as the package relates it, else by its content type or name."""
    known = draft.known()
    targets = [relationships.find_target("", item.target, known) for item in draft.related("", "officeDocument")]
    related = [name for name in targets if name]
    usual = [known[name] for name in ("word/document.xml",) if name in known]
    typed = [name for name in [*related, *usual, *sorted(draft.parts)] if _is_main_type(draft, name)]
    shaped = [name for name in [*related, *usual] if not typed and _is_shaped_like_document(draft, name)]
    found = next(iter([*typed, *shaped]), None)
    if found and found not in related:
        draft.note("De verwijzing naar het document in dit bestand was kapot en is hersteld.")
    return found


def _is_main_type(draft: Draft, name: str) -> bool:
    return draft.types.declared(name).lower() in {kind.lower() for kind in part_names.MAIN_TYPES}


def _is_shaped_like_document(draft: Draft, name: str) -> bool:
    return bool(_DOCUMENT_ROOT.search(draft.parts[name][:_HEAD]))


def unreadable(name: str) -> ProblemsError:
    """Return the refusal of a package in which a part that it cannot do without is unreadable."""
    return ProblemsError.about(
        HERE,
        f"Dit bestand is beschadigd: het onderdeel {name} is onleesbaar.",
        "Open het bestand in Word, laat Word het herstellen en bewaar het opnieuw als .docx.",
    )
