"""The document's properties: title, municipality, version and status, and the fields that show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.word.xml import DECLARATION, attribute, text, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from generator.word.parsing import Page

_CUSTOM = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_NO_DATE = "1980-01-01"
"""Stands for a date that nobody gave, so that the same answers give the same bytes."""


def core(page: Page) -> bytes:
    """Return `core.xml`."""
    meta = page.meta
    moment = f"{meta.get('datum') or _NO_DATE}T00:00:00Z"
    return (
        f"{DECLARATION}<cp:coreProperties"
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{text(page.title)}</dc:title><dc:subject>{text(meta.get('onderwerp', ''))}</dc:subject>"
        f"<dc:creator>{text(meta.get('auteur', ''))}</dc:creator><cp:lastModifiedBy></cp:lastModifiedBy>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
        f"<dc:language>nl-NL</dc:language><cp:version>{text(meta.get('versie', ''))}</cp:version>"
        f"<cp:contentStatus>{text(meta.get('status', ''))}</cp:contentStatus></cp:coreProperties>"
    ).encode()


def app(page: Page) -> bytes:
    """Return `app.xml`."""
    return (
        f"{DECLARATION}<Properties"
        ' xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Application>Microsoft Office Word</Application><Company>{text(page.meta.get('organisatie', ''))}"
        "</Company><AppVersion>16.0000</AppVersion></Properties>"
    ).encode()


def custom(page: Page, seal: str) -> bytes:
    """Return `custom.xml`: what headers and footers show, and the seal."""
    values = {**shown(page), "wijkplan": seal}
    values.pop("Title")
    rows = "".join(
        f'<property fmtid="{_CUSTOM}" pid="{number}" name="{attribute(name)}"><vt:lpwstr>{text(value)}'
        "</vt:lpwstr></property>"
        for number, (name, value) in enumerate(values.items(), 2)
    )
    return (
        f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
        f' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{rows}</Properties>'
    ).encode()


def shown(page: Page) -> dict[str, str]:
    """Return the properties that a field in the house style can show, by name."""
    meta = page.meta
    return {
        "Title": page.title,
        "Gemeente": meta.get("organisatie", ""),
        "Versie": meta.get("versie", ""),
        "Status": meta.get("status", ""),
    }


def refresh_fields(root: _Element, values: dict[str, str]) -> None:
    """Give the fields that show a property the text they would get when Word updates them."""
    known = {name.casefold(): value for name, value in values.items()}
    known["company"] = values.get("Gemeente", "")
    for instruction, results in _fields(root):
        words = instruction.replace('"', "").split()
        name = words[1] if len(words) > 1 and words[0].upper() == "DOCPROPERTY" else "".join(words[:1])
        if name.casefold() in known and results:
            results[0].text = known[name.casefold()]
            for extra in results[1:]:
                extra.text = ""


def _fields(root: _Element) -> Iterator[tuple[str, list[_Element]]]:
    """Yield the instruction and the result texts of each complex field."""
    instruction, stage = "", ""
    results: list[_Element] = []
    for item in root.iter(w("fldChar"), w("instrText"), w("t")):
        if item.tag == w("fldChar"):
            stage = item.get(w("fldCharType"), "")
            if stage == "begin":
                instruction, results = "", []
            elif stage == "end":
                yield instruction, results
        elif item.tag == w("instrText"):
            instruction += item.text or ""
        elif stage == "separate":
            results.append(item)
