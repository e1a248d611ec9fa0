"""The document's properties: title, municipality, version and status, and the fields that show them."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from lxml import etree

from generator.word.filling import bound_controls, field_values
from generator.word.xml import DECLARATION, attribute, text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docx.package import Package

    from generator.page.vocabulary import Page

_NAMES = {
    "title": "Title",
    "subject": "Subject",
    "creator": "Author",
    "keywords": "Keywords",
    "description": "Comments",
    "category": "Category",
    "contentStatus": "Status",
    "Company": "Company",
    "Manager": "Manager",
}
_KINDS = frozenset((RT.CORE_PROPERTIES, RT.EXTENDED_PROPERTIES, RT.CUSTOM_PROPERTIES))
_CUSTOM = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_BUILT_IN = frozenset(("Title", "Subject", "Author", "Keywords", "Comments", "Category", "Company", "Manager"))
_NOTHING: Mapping[str, str] = MappingProxyType({})
_NO_DATE = "1980-01-01"
"""Stands for a date that nobody gave, so that the same answers give the same bytes."""


def named_properties(package: Package) -> dict[str, str]:
    """Return the text of each property of a Word file, those that somebody added included."""
    found = {}
    for item in package.rels.values():
        if item.is_external or item.reltype not in _KINDS or not item.target_part.blob.strip():
            continue
        for element in etree.fromstring(item.target_part.blob):
            name = element.get("name") or _NAMES.get(etree.QName(element).localname)
            if name:
                found[name] = "".join(str(text) for text in element.itertext())
    return found


def core(page: Page, own: Mapping[str, str] = _NOTHING) -> bytes:
    """Return `core.xml`; `own` are the properties that the house style writes itself."""
    meta = page.meta
    values = values_of(page, own)
    more = "".join(
        f"<{tag}>{text(values[name])}</{tag}>"
        for name, tag in (("comments", "dc:description"), ("keywords", "cp:keywords"), ("category", "cp:category"))
        if values[name]
    )
    given = meta.get("datum", "")
    moment = f"{given if field_values.is_day(given) else _NO_DATE}T00:00:00Z"
    return (
        f"{DECLARATION}<cp:coreProperties"
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{text(values['title'])}</dc:title><dc:subject>{text(values['subject'])}</dc:subject>"
        f"<dc:creator>{text(values['author'])}</dc:creator><cp:lastModifiedBy></cp:lastModifiedBy>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
        f"<dc:language>nl-NL</dc:language><cp:version>{text(meta.get('versie', ''))}</cp:version>"
        f"<cp:contentStatus>{text(values['status'])}</cp:contentStatus>{more}</cp:coreProperties>"
    ).encode()


def app(page: Page, own: Mapping[str, str] = _NOTHING) -> bytes:
    """Return `app.xml`; `own` are the properties that the house style writes itself."""
    values = values_of(page, own)
    manager = f"<Manager>{text(values['manager'])}</Manager>" if values["manager"] else ""
    return (
        f"{DECLARATION}<Properties"
        ' xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"{manager}<Application>Microsoft Office Word</Application><Company>{text(values['company'])}"
        "</Company><AppVersion>16.0000</AppVersion></Properties>"
    ).encode()


def custom(page: Page, seal: str, own: Mapping[str, str] = _NOTHING) -> bytes:
    """Return `custom.xml`: what headers and footers show, what the house style writes itself, and the seal."""
    added = {name: value for name, value in own.items() if name not in _BUILT_IN}
    values = {**shown(page), **added, "wijkplan": seal}
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


def show_properties(package: Package, values: Mapping[str, str]) -> None:
    """Show the properties of the plan in the fields and content controls of a house style.

    Args:
        package: The house style, without the text of the plan.
        values: The properties, from `values_of`.
    """
    document = package.main_document_part
    margins = [item.target_part for item in document.rels.values() if item.reltype in {RT.HEADER, RT.FOOTER}]
    for part in [document, *margins]:
        field_values.refresh_fields(part.element, values)
        bound_controls.fill_controls(part.element, values)
    bound_controls.fill_cover_properties(package, values)


def values_of(page: Page, own: Mapping[str, str]) -> dict[str, str]:
    """Return every property by its name in small letters, as fields and controls ask for it.

    Args:
        page: The page of the plan.
        own: The properties that the house style writes itself.
    """
    meta = page.meta
    found = {
        **dict.fromkeys(("comments", "keywords", "category", "manager"), ""),
        "title": page.title,
        "subject": meta.get("onderwerp", ""),
        "author": meta.get("auteur", ""),
        "company": meta.get("organisatie", ""),
        "datum": meta.get("datum", ""),
    }
    found |= {name.casefold(): value for name, value in shown(page).items()}
    return found | {name.casefold(): value for name, value in own.items()}
