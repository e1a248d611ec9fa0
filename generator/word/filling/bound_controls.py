"""Fills in the content controls of a house style that show a document property, such as those of Word's cover pages.

A control is known by what it is bound to, else by its name or tag; a date control without a name shows the date of the
plan. What is filled in stays filled in: what a control is bound to is kept in step, or it is bound no longer. A control
that shows a prompt, such as “[Typ de naam van het bedrijf]”, and gets no value is emptied and loses its prompt: a
prompt is printed like any text. Check boxes and lists keep theirs: that is a choice to make in Word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from lxml import etree

from generator.page.vocabulary import NOT_IN_XML
from generator.word.filling.field_values import dutch_format, is_day, shown_date
from generator.word.filling.tags import has_tags
from generator.word.xml import w

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from docx.package import Package
    from lxml.etree import _Element

OPEN = "[nog in te vullen]"
_NAMES: dict[str, tuple[str, ...]] = {
    "title": ("titel", "documenttitel", "documenttitle"),
    "subject": ("onderwerp", "subtitle", "ondertitel"),
    "company": ("bedrijf", "bedrijfsnaam", "gemeente", "gemeentenaam", "naamgemeente", "organisatie", "organization"),
    "status": ("contentstatus", "documentstatus"),
    "category": ("categorie",),
    "datum": ("publishdate", "publicatiedatum", "date", "documentdatum", "publicationdate"),
    "author": ("creator", "auteur", "auteurs", "schrijver"),
    "comments": ("abstract", "samenvatting", "description", "opmerkingen", "uittreksel"),
    "keywords": ("trefwoorden",),
    "manager": (),
    "versie": ("version", "versienummer"),
    "companyaddress": ("bedrijfsadres",),
    "companyphone": ("telefoonbedrijf",),
    "companyfax": ("faxbedrijf",),
    "companyemail": ("emailbedrijf",),
}
_ROLES = {name: role for role, names in _NAMES.items() for name in (role, *names)}
_STORES = frozenset(
    (
        "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}",
        "{6668398D-A668-4E3E-A5EB-62B293D839F1}",
        "{55AF091B-3C7A-41E3-B477-F2FDAA23CFDA}",
    )
)
"""The core, extended and cover page properties."""
_BOUND = re.compile(
    r"/(?:\w+:)?(?:coreProperties|CoreProperties|Properties|CoverPageProperties)\b.*[/:](\w+)(?:\[1\])?$"
)
_COVER = "http://schemas.microsoft.com/office/2006/coverPageProps"
_CUSTOM_XML = f"{RT.STYLES.rsplit('/', 1)[0]}/customXml"
_NOT_TEXT = ("docPartObj", "docPartList", "group", "citation", "bibliography", "equation")
_CHOICES = ("dropDownList", "comboBox")
_CLAIMED = "wijkplan"
"""Marks a control that has a placeholder, while a house style is filled in."""
_PROMPT_STYLES = frozenset(("placeholdertext", "tekstvantijdelijkeaanduiding"))


def claim(paragraph: _Element) -> None:
    """Leave the control in or around a paragraph to the placeholders that are in it."""
    around = next(paragraph.iterancestors(w("sdt")), None)
    inside = [
        item for item in paragraph.iter(w("sdt")) if has_tags("".join(text.text or "" for text in item.iter(w("t"))))
    ]
    for control in [around, *inside]:
        properties = control.find(w("sdtPr")) if control is not None else None
        if properties is not None and not _has(properties, _NOT_TEXT):
            properties.set(_CLAIMED, "1")
            for name in ("showingPlcHdr", "dataBinding", "placeholder"):
                _drop(properties, name)


def fill_controls(root: _Element, values: Mapping[str, str]) -> None:
    """Fill in the content controls of a part.

    Args:
        root: A part, or a piece of one.
        values: The properties by their name in small letters; `datum` as year, month and day, or in words.
    """
    for control in list(root.iter(w("sdt"))):
        properties, content = control.find(w("sdtPr")), control.find(w("sdtContent"))
        if properties is None or content is None or _has(properties, _NOT_TEXT):
            continue
        if properties.attrib.pop(_CLAIMED, None):
            continue
        role = _role(properties)
        shows_prompt = properties.find(w("showingPlcHdr")) is not None
        if properties.find(w("picture")) is not None:
            if shows_prompt:
                _take_away(control, content)
        elif role is not None and not _holds_more(content):
            _fill(properties, content, role, values)
        elif shows_prompt and not _is_choice(properties):
            _empty(properties, content)


def shown_properties(root: _Element) -> Iterator[str]:
    """Yield the property that each content control of a part shows, by its name in small letters."""
    for control in root.iter(w("sdt")):
        properties = control.find(w("sdtPr"))
        role = None if properties is None or _has(properties, _NOT_TEXT) else _role(properties)
        if role is not None:
            yield role


def fill_cover_properties(package: Package, values: Mapping[str, str]) -> None:
    """Give the stored cover page properties the values that controls show, so that Word does not put old ones back."""
    for item in package.main_document_part.rels.values():
        if item.is_external or item.reltype != _CUSTOM_XML or _COVER.encode() not in item.target_part.blob:
            continue
        root = etree.fromstring(item.target_part.blob)
        for element in root.iter(f"{{{_COVER}}}*"):
            if element is not root:
                value = values.get(_ROLES.get(etree.QName(element).localname.casefold(), ""), "")
                element.text = _published(value) if etree.QName(element).localname == "PublishDate" else value
        item.target_part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _role(properties: _Element) -> str | None:
    """Return the property that a control shows, or None."""
    binding = properties.find(w("dataBinding"))
    bound = _BOUND.search(binding.get(w("xpath"), "")) if binding is not None else None
    if bound and (role := _ROLES.get(bound[1].casefold())):
        return role
    for name in ("alias", "tag"):
        element = properties.find(w(name))
        given = re.sub(r"[\W_]", "", element.get(w("val"), "")).casefold() if element is not None else ""
        if given in _ROLES:
            return _ROLES[given]
    return "datum" if properties.find(w("date")) is not None else None


def _fill(properties: _Element, content: _Element, role: str, values: Mapping[str, str]) -> None:
    value = values.get(role, "")
    if not value and role != "datum":
        _empty(properties, content)
        return
    is_stored = role != "datum" or is_day(value)
    if role == "datum":
        value = _dated(properties, value)
    binding = properties.find(w("dataBinding"))
    if not is_stored:
        _drop(properties, "dataBinding")
    elif binding is not None and (binding.get(w("storeItemID"), "").upper() not in _STORES or value == OPEN):
        properties.remove(binding)
    _write(properties, content, NOT_IN_XML.sub("", value))


def _dated(properties: _Element, day: str) -> str:
    """Return the date as the control shows it, and keep it in the control as well.

    A calendar knows no months or quarters: a control for one of those becomes one for text.
    """
    control = properties.find(w("date"))
    if control is not None and not is_day(day):
        control.attrib.pop(w("fullDate"), None)
        if day:
            control.clear()
            control.tag = w("text")
    if control is None or not is_day(day):
        return shown_date(day, "") or OPEN
    shape, language = control.find(w("dateFormat")), control.find(w("lid"))
    given = dutch_format("" if shape is None else shape.get(w("val"), ""))
    control.set(w("fullDate"), f"{day}T00:00:00Z")
    if shape is not None:
        shape.set(w("val"), given)
    if language is not None:
        language.set(w("val"), "nl-NL")
    return shown_date(day, given)


def _published(value: str) -> str:
    return f"{value}T00:00:00" if is_day(value) else ""


def _write(properties: _Element, content: _Element, value: str) -> None:
    """Show a value in the look of the control, and no longer as a prompt."""
    prompt = properties.find(w("showingPlcHdr"))
    if prompt is not None:
        properties.remove(prompt)
    first, *others = list(content.iter(w("t"))) or [_new_text(content)]
    run = first.getparent()
    if run is not None:
        _drop_prompt_look(run, properties if prompt is not None else None)
    first.text = value
    first.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    for other in others:
        other.text = ""
    for extra in [*content.iter(w("br")), *content.iter(w("tab"))]:
        if (parent := extra.getparent()) is not None and parent.tag == w("r"):
            parent.remove(extra)


def _drop_prompt_look(run: _Element, properties: _Element | None) -> None:
    look = run.find(w("rPr"))
    style = look.find(w("rStyle")) if look is not None else None
    if look is not None and style is not None and _is_prompt_style(style):
        look.remove(style)
    own = properties.find(w("rPr")) if properties is not None else None
    if own is not None and len(own):
        if look is not None:
            run.remove(look)
        run.insert(0, etree.fromstring(etree.tostring(own)))


def _is_prompt_style(style: _Element) -> bool:
    return re.sub(r"[\W_\d]", "", style.get(w("val"), "")).casefold() in _PROMPT_STYLES


def _empty(properties: _Element, content: _Element) -> None:
    """Leave a control without text, and without the prompt that Word would put back."""
    for name in ("dataBinding", "placeholder"):
        _drop(properties, name)
    _write(properties, content, "")


def _drop(properties: _Element, name: str) -> None:
    if (element := properties.find(w(name))) is not None:
        properties.remove(element)


def _take_away(control: _Element, content: _Element) -> None:
    """Take away a control for a picture that nobody chose."""
    parent = control.getparent()
    if parent is None:
        return
    for run in list(content.iter(w("r"))):
        if (holder := run.getparent()) is not None:
            holder.remove(run)
    for child in list(content):
        control.addprevious(child)
    parent.remove(control)


def _new_text(content: _Element) -> _Element:
    """Return a text element in a control that has none."""
    paragraph = next(content.iter(w("p")), content)
    run = paragraph.find(w("r"))
    return etree.SubElement(etree.SubElement(paragraph, w("r")) if run is None else run, w("t"))


def _holds_more(content: _Element) -> bool:
    """Tell whether a control holds more than the one line that a property is."""
    return len(list(content.iter(w("p")))) > 1 or any(True for _ in content.iter(w("sdt"), w("tbl"), w("drawing")))


def _is_choice(properties: _Element) -> bool:
    is_box = any(etree.QName(item).localname == "checkbox" for item in properties if isinstance(item.tag, str))
    return is_box or _has(properties, _CHOICES)


def _has(properties: _Element, names: tuple[str, ...]) -> bool:
    return any(properties.find(w(name)) is not None for name in names)
