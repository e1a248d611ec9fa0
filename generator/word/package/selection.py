"""Decides which relationships and parts of a package stay: no macros, no signatures, nothing outside the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from msgspec.structs import replace

from generator.problems import HERE, ProblemsError
from generator.word.fields import fields
from generator.word.package import part_names, part_xml, relationships
from generator.word.package.relationships import OFFICE, Relationship
from generator.word.xml import remove, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from generator.word.package.draft import Draft

_STARTERS = frozenset({"entryMacro", "exitMacro", "macroName", "macro"})
_TIES = ("attachedTemplate", "linkStyles", "mailMerge", "saveThroughXslt")
"""Settings; `linkStyles` would give the plan the styles of whoever opens it."""
_FETCHES = re.compile(r"\s*(?:DDE|DDEAUTO|LINK|INCLUDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT|DATABASE|RD)\b", re.IGNORECASE)
_CODE = frozenset(
    {
        "vbaProject", "wordVbaData", "vbaProjectSignature", "vbaProjectSignatureAgile", "vbaProjectSignatureV3",
        "keyMapCustomizations", "attachedToolbars", "extensibility", "userCustomization", "control",
        "activeXControlBinary", "webextensiontaskpanes", "taskpanes", "webextension",
    }
)  # fmt: skip
"""Kinds of relationship to macros and to what starts them."""
_CODE_TYPE = re.compile(
    r"vba(?:Project|Data)|activeX|macroEnabled|keyMapCustomizations|attachedToolbars", re.IGNORECASE
)
CODE = "De macro's en knoppen in dit bestand komen niet mee."
OUTSIDE = "Koppelingen met andere bestanden komen niet mee."
"""Said once, however many there are."""
_SIGNATURES = frozenset({"origin", "signature", "certificate"})
_OUTSIDE = frozenset(
    {
        "attachedTemplate", "mailMergeSource", "mailMergeHeaderSource", "mailMergeRecipientData", "recipientData",
        "subDocument", "transform", "frame", "oleObjectLink",
    }
)  # fmt: skip
"""Kinds that tie the file to others, also where they are not marked as external."""
_OF_THE_OWNER = frozenset({"printerSettings", "thumbnail"})
"""Kinds that say something about the computer or the text of who made the template."""
_ONCE = frozenset(
    {
        "officeDocument", "styles", "numbering", "settings", "webSettings", "fontTable", "theme", "footnotes",
        "endnotes", "comments", "glossaryDocument", "core-properties", "extended-properties", "custom-properties",
        "stylesWithEffects",
    }
)  # fmt: skip
"""Kinds of which a part has one at most."""
_SCHEMES = frozenset({"http", "https", "mailto", "tel", "ftp"})
_MAX_DEPTH = 100
"""Of parts that use parts; real ones stay below 6, and readers follow them by recursion."""


def drop_starters(root: _Element) -> bool:
    """Take away the names of macros that a form field or a shape runs; tell whether there were any."""
    found = list(root.iter("{*}entryMacro", "{*}exitMacro", "{*}macroName"))
    for item in found:
        remove(item)
    named = [(item, name) for item in root.iter("*") for name in item.attrib if _is_starter(str(name))]
    for item, name in named:
        del item.attrib[name]
    return bool(found or named)


def drop_ties(settings: _Element) -> bool:
    """Take away the settings that name another file; tell whether there were any."""
    found = list(settings.iter(*map(w, _TIES)))
    for item in found:
        remove(item)
    return bool(found)


def settle_fields(root: _Element) -> bool:
    """Take away the fields that fetch something from another file or program; tell whether there were any.

    What they show stays as it is.
    """
    found = [item for item in fields(root) if _FETCHES.match(item.instruction)]
    for item in found:
        item.unlink()
    return bool(found)


def _is_starter(name: str) -> bool:
    return name.rpartition("}")[2] in _STARTERS


def select(draft: Draft) -> None:
    """Keep the relationships and parts that the document needs and that are there."""
    draft.rels[""] = [_to_main(draft), *[item for item in draft.rels.get("", ()) if item.kind != "officeDocument"]]
    known = draft.known()
    rels: dict[str, list[Relationship]] = {}
    draft.part_kinds = {}
    queue = [""]
    for source in queue:
        found = list(_kept(draft, source, known))
        for item in sorted(found, key=lambda item: item.kind not in part_names.KINDS_OF_PARTS):
            if not item.external and item.target not in draft.part_kinds:
                draft.part_kinds[item.target] = item.kind
                queue.append(item.target)
        rels[source] = [item for item in found if item.external or _is_its_role(draft, item)]
    draft.rels = rels
    draft.parts = {name: draft.parts[name] for name in draft.part_kinds}
    draft.part_types = {name: draft.types.type_of(name, kind) for name, kind in draft.part_kinds.items()}
    draft.part_types[draft.main] = part_names.DOCUMENT
    _refuse_depth(rels)


def _is_its_role(draft: Draft, item: Relationship) -> bool:
    """Tell whether a part is used as what it is: the styles are no picture too."""
    kind = draft.part_kinds[item.target]
    return item.kind == kind or not {item.kind, kind} & {*part_names.KINDS_OF_PARTS, "image"}


def _to_main(draft: Draft) -> Relationship:
    found = draft.related("", "officeDocument")
    taken = {item.id for item in draft.rels.get("", ())}
    name = found[0].id if found else next(f"rId{n}" for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
    return Relationship(name, f"{OFFICE}/officeDocument", f"/{draft.main}")


def _kept(draft: Draft, source: str, known: dict[str, str]) -> Iterator[Relationship]:
    once: set[str] = set()
    for item in draft.rels.get(source, ()):
        if _is_unwanted(draft, item) or item.kind in once:
            continue
        kept = _address(draft, item) if item.external else _inside(draft, source, item, known)
        if kept is not None:
            once |= {item.kind} & _ONCE
            yield kept


def _is_unwanted(draft: Draft, item: Relationship) -> bool:
    if item.kind in _CODE:
        draft.note(CODE)
    elif item.kind in _SIGNATURES:
        draft.note("De digitale handtekening van dit bestand komt niet mee.")
    elif item.kind in _OUTSIDE:
        draft.note(OUTSIDE)
    else:
        return item.kind in _OF_THE_OWNER
    return True


def _address(draft: Draft, item: Relationship) -> Relationship | None:
    """Return an external relationship when it is a plain link, with an address that every reader takes."""
    address = quote(item.target.strip(), safe="%/:?#[]@!$&'()*+,;=~")
    try:
        parts = urlsplit(address)
        plain = parts.scheme.lower() in _SCHEMES and (parts.port or 0) >= 0
    except ValueError:
        plain = False
    if item.kind == "hyperlink" and plain and not re.search(r"%(?![0-9A-Fa-f]{2})", address):
        return replace(item, target=address)
    draft.note(OUTSIDE)
    return None


def _inside(draft: Draft, source: str, item: Relationship, known: dict[str, str]) -> Relationship | None:
    name = relationships.find_target(source, item.target, known)
    if name is None:
        if item.kind != "hyperlink":
            where = part_names.candidates(source, item.target)[0] or "zonder naam"
            draft.note(f"Het onderdeel {where} ontbreekt in dit bestand en is overgeslagen.")
        return None
    if name != draft.main and _CODE_TYPE.search(draft.types.declared(name)):
        draft.note(CODE)
        return None
    if name.lower().endswith(".svg") and part_xml.has_doctype(part_xml.as_utf8(draft.parts[name])):
        draft.note(f"De tekening {name} is niet veilig te gebruiken en komt niet mee.")
        return None
    return None if name == draft.main and item.kind != "officeDocument" else replace(item, target=name)


def _refuse_depth(rels: dict[str, list[Relationship]]) -> None:
    """Refuse parts that use parts that use parts, too far for a reader that goes into each at once."""
    seen: set[str] = set()
    path = [iter(rels[""])]
    while path:
        item = next(path[-1], None)
        if item is None:
            path.pop()
        elif not item.external and item.target not in seen:
            seen.add(item.target)
            path.append(iter(rels.get(item.target, ())))
        if len(path) > _MAX_DEPTH:
            raise ProblemsError.about(
                HERE,
                "De onderdelen van dit bestand verwijzen te diep naar elkaar.",
                "Open het bestand in Word en bewaar het opnieuw als .docx.",
            )
