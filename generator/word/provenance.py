"""What a document carries of its making: its ancestor, so that it can be brought up to date, and its seal.

The ancestor is a part with custom XML, tied to nothing, that Word and LibreOffice leave alone. This module alone writes
and reads it. Format 1, and 2 where the answers take answers from other files, in the namespace `urn:wijkplan:herkomst`:

- `herkomst`: the whole; `versie` is the number of this format, `soort` the kind of document.
- `gemaakt-met`: versions and digests (sha256) of the program, the form of the answers, the framework, the templates and
  the house style; the last has a name where it comes with the program.
- `antwoorden`: the text of the answer file, exactly as it was read.
- `basis`, in format 2: the text of each file that it takes answers from, the nearest first.
- `beeld`, for each picture: the `id` of the paragraph that it stands in, empty where that has none, and the digest of
  its file, to tell it from one that somebody put in its place.
- `blok`, for each heading, paragraph, item of a list, caption, chart and row, in the order of the writing: `naam` is
  its identity and `id` the `w14:paraId` made of it (`generator.word.text.identity`), `soort` what it is, `sleutels`
  the answers that it shows, `tekst` the digest of its text as a reader sees it.

No path, no name of a file, a computer or a user stands in it. A document of another format has no ancestor for us.

The seal tells a document that this program wrote from one that somebody worked on since. It is a digest over every
part, in a custom property of the document that counts as empty; `2:` stands before it, for the seals of version 0.1
passed over the part with custom properties, where a document system may write the number of a case. Word writes all
parts anew when it saves, so a saved document no longer matches its seal. The ancestor is no work of anybody, so it does
not count.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, cast, get_args

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import Part
from lxml import etree
from msgspec import Struct

from generator.problems import ProblemsError
from generator.word.package.archive import unpack
from generator.word.package.part_xml import parse
from generator.word.reading.shown_text import shown_text
from generator.word.text.identity import Identity, Kind, Named
from generator.word.xml import DECLARATION, W14, A, R, attribute, text, w

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from docx.parts.document import DocumentPart
    from lxml.etree import _Element


FORMAT = "1"
FORMAT_WITH_BASES = "2"
_SPACE = "urn:wijkplan:herkomst"
_DECLARED = re.compile(rb"""xmlns(?::\w+)?=["']urn:wijkplan:herkomst["']""")
_FOLDER = "customXml/"
_STORE = "{5B1C7D0E-8A44-4F0B-9C56-2E9D1A7F3B60}"
"""The id by which Word tells stores of custom XML apart; a document has one ancestor."""
_DIGITS = 16
"""Of the digest of a text: enough to see that it changed, and nobody gains by forging it."""
PARA_ID = f"{{{W14}}}paraId"
_ATTRIBUTES = {
    "program": "programma",
    "answer_form": "antwoordvorm",
    "framework": "kader",
    "framework_digest": "kader-sha256",
    "templates_digest": "sjablonen-sha256",
    "house_style": "huisstijl",
    "house_style_digest": "huisstijl-sha256",
}
"""Field of `MadeFrom` → the attribute of `gemaakt-met` that holds it."""
SEALED_PART = "docProps/custom.xml"
_END = b"PK\x05\x06"
_END_LENGTH = 22
"""The end of a package without a comment, as this program writes it."""
NO_SEAL = "2:" + 64 * "0"
_STORED = re.compile(rb'(name="wijkplan"><vt:lpwstr>)((?:2:)?)([0-9a-f]{64})(</vt:lpwstr>)')


class MadeFrom(Struct, frozen=True):
    """What a document was made from; each digest is a sha256."""

    answers: str
    """The text of the answer file, as it was read."""
    document: str
    """The kind of document, such as `plan`."""
    program: str
    """The version of this program."""
    answer_form: str
    """The digest of the keys that the answers could have."""
    framework: str
    """The version that the framework says it is."""
    framework_digest: str
    templates_digest: str
    house_style: str
    """Its name, where it comes with the program; else empty."""
    house_style_digest: str
    bases: tuple[str, ...] = ()
    """The texts of the files that the answers take answers from, the nearest first."""


class AncestorBlock(Struct, frozen=True):
    """A block of the document as it was written."""

    named: Named
    text_digest: str


class Ancestor(Struct, frozen=True):
    """What a document carries of its making."""

    made_from: MadeFrom
    blocks: tuple[AncestorBlock, ...]
    pictures: tuple[tuple[str, str], ...] = ()
    """For each picture in it the id of the paragraph that it stands in, and its digest."""


def digest_of(block: _Element) -> str:
    """Return the digest of the text of a paragraph or row, as a reader sees it."""
    return hashlib.sha256(shown_text(block).encode()).hexdigest()[:_DIGITS]


def digest_of_picture(data: bytes) -> str:
    """Return the digest of a picture."""
    return hashlib.sha256(data).hexdigest()[:_DIGITS]


def ancestor_of(
    made_from: MadeFrom, document: _Element, blocks: Sequence[Named], pictures: Mapping[str, bytes]
) -> Ancestor:
    """Return the ancestor of a document.

    Args:
        made_from: What it is made from.
        document: The root of its main part.
        blocks: The blocks in it.
        pictures: The pictures in it, by the id of their relationship.
    """
    found = {str(item.get(PARA_ID)): item for item in document.iter(w("p"), w("tr"))}
    there = ((named, found.get(named.identity.para_id)) for named in blocks)
    made = (AncestorBlock(named, digest_of(block)) for named, block in there if block is not None)
    shown = (
        (str(paragraph.get(PARA_ID) or ""), digest_of_picture(pictures[identity]))
        for paragraph in document.iter(w("p"))
        for picture in paragraph.iter(f"{{{A}}}blip")
        if (identity := str(picture.get(f"{{{R}}}embed"))) in pictures
    )
    return Ancestor(made_from, tuple(made), tuple(dict.fromkeys(shown)))


def attach(document: DocumentPart, ancestor: Ancestor) -> None:
    """Give a document its ancestor.

    Args:
        document: The main part.
        ancestor: What it carries.
    """
    package = document.package
    item = Part(package.next_partname("/customXml/item%d.xml"), CT.XML, _written(ancestor), package)
    name = package.next_partname("/customXml/itemProps%d.xml")
    item.relate_to(Part(name, CT.OFC_CUSTOM_XML_PROPERTIES, _properties(), package), RT.CUSTOM_XML_PROPS)
    document.relate_to(item, RT.CUSTOM_XML)


def is_ancestor(name: str, data: bytes) -> bool:
    """Tell whether a part holds an ancestor, of any format."""
    return name.lstrip("/").startswith(_FOLDER) and _DECLARED.search(data, 0, 1000) is not None


def read_ancestor(parts: Mapping[str, bytes]) -> Ancestor | None:
    """Return the ancestor that a document carries; None where there is none that this program understands.

    Args:
        parts: The parts of the document, by name.
    """
    for name in sorted(parts):
        if is_ancestor(name, parts[name]):
            try:
                return _read(parse(parts[name]))
            except (etree.XMLSyntaxError, ProblemsError, LookupError, ValueError):
                return None
    return None


def _written(ancestor: Ancestor) -> bytes:
    made_from = ancestor.made_from
    versions = " ".join(f'{name}="{attribute(getattr(made_from, field))}"' for field, name in _ATTRIBUTES.items())
    answers = _answers("antwoorden", made_from.answers)
    bases = "".join(_answers("basis", basis) for basis in made_from.bases)
    form = FORMAT_WITH_BASES if bases else FORMAT
    pictures = "".join(f'<beeld id="{block}" sha256="{digest}"/>' for block, digest in ancestor.pictures)
    blocks = "".join(map(_block, ancestor.blocks))
    return (
        f'{DECLARATION}<herkomst xmlns="{_SPACE}" versie="{form}" soort="{attribute(made_from.document)}">'
        f"<gemaakt-met {versions}/>{answers}{bases}{pictures}"
        f"<blokken>{blocks}</blokken></herkomst>"
    ).encode()


def _answers(name: str, said: str) -> str:
    written = text(said).replace("\r", "&#13;")
    return f'<{name} xml:space="preserve">{written}</{name}>'


def _block(block: AncestorBlock) -> str:
    named = block.named
    keys = f' sleutels="{attribute(" ".join(named.keys))}"' if named.keys else ""
    return (
        f'<blok id="{named.identity.para_id}" soort="{named.kind}" naam="{attribute(named.identity.name)}"{keys}'
        f' tekst="{block.text_digest}"/>'
    )


def _properties() -> bytes:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
    return (
        f'{DECLARATION}<ds:datastoreItem ds:itemID="{_STORE}" xmlns:ds="{space}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{_SPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    ).encode()


def _read(root: _Element) -> Ancestor:
    if root.tag != _full("herkomst") or root.attrib["versie"] not in (FORMAT, FORMAT_WITH_BASES):
        raise ValueError(root.tag)
    (versions,), (answers,), (blocks,) = (
        root.findall(_full(name)) for name in ("gemaakt-met", "antwoorden", "blokken")
    )
    found = {field: str(versions.attrib[name]) for field, name in _ATTRIBUTES.items()}
    bases = tuple(basis.text or "" for basis in root.findall(_full("basis")))
    made_from = MadeFrom(answers=answers.text or "", bases=bases, document=str(root.attrib["soort"]), **found)
    shown = root.findall(_full("beeld"))
    pictures = tuple((str(picture.attrib["id"]), str(picture.attrib["sha256"])) for picture in shown)
    return Ancestor(made_from, tuple(map(_read_block, blocks)), pictures)


def _read_block(element: _Element) -> AncestorBlock:
    values = {name: str(element.attrib[name]) for name in ("id", "soort", "naam", "tekst")}
    if values["soort"] not in get_args(Kind):
        raise ValueError(values["soort"])
    keys = tuple((element.get("sleutels") or "").split())
    named = Named(Identity(values["naam"], values["id"]), cast("Kind", values["soort"]), keys)
    return AncestorBlock(named, values["tekst"])


def _full(name: str) -> str:
    return f"{{{_SPACE}}}{name}"


def seal(parts: Mapping[str, bytes]) -> str:
    """Return the seal of the parts of a package, by name; the one that is to hold it holds `NO_SEAL`."""
    return f"2:{_digest(parts)}"


def _digest(parts: Mapping[str, bytes]) -> str:
    total = hashlib.sha256()
    for name in sorted(parts):
        if not is_ancestor(name, parts[name]):
            total.update(f"{name}\x00{len(parts[name])}\x00".encode())
            total.update(parts[name])
    return total.hexdigest()


def is_untouched(document: bytes) -> bool:
    """Tell whether this program wrote the document and nobody changed it since; False for anything else."""
    if document[-_END_LENGTH:][:4] != _END:
        return False
    try:
        parts = unpack(document)
    except ProblemsError:
        return False
    holding = parts.pop(SEALED_PART, b"")
    stored = _STORED.search(holding)
    if stored is None:
        return False
    if stored[2]:
        parts[SEALED_PART] = _STORED.sub(rb"\g<1>" + NO_SEAL.encode() + rb"\g<4>", holding, count=1)
    return stored[3].decode() == _digest(parts)
