"""Fills in the content controls of a house style that show a document property, such as those of Word's cover pages.

A control is known by what it is bound to, else by its name or tag, else by the label before its prompt; a date control
without a name shows the date of the plan. What is filled in stays filled in: what a control is bound to is kept in
step, or it is bound no longer. A control that shows a prompt, such as “[Typ de naam van het bedrijf]”, and gets no
value is emptied and loses its prompt: a prompt is printed like any text. Check boxes and lists keep theirs: that is a
choice to make in Word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from lxml import etree

from generator.page.vocabulary import NOT_IN_XML
from generator.word.filling.field_values import dutch_format, is_day, shown_date
from generator.word.filling.tags import has_tags
from generator.word.reading.content_controls import Control, control_of, controls
from generator.word.xml import SPACE, child_at, local_name, remove, value, value_at, w

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
    "author": ("creator", "auteur", "auteurs", "schrijver", "opsteller", "opgestelddoor", "preparedby", "authoredby"),
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
    around = control_of(next(paragraph.iterancestors(w("sdt")), None))
    inside = [item for item in controls(paragraph) if has_tags("".join(text.text or "" for text in _texts(item)))]
    for control in filter(None, [around, *inside]):
        if not control.has(*_NOT_TEXT):
            control.properties.set(_CLAIMED, "1")
            for name in ("showingPlcHdr", "dataBinding", "placeholder"):
                _drop(control, name)


def fill_controls(root: _Element, values: Mapping[str, str]) -> None:
    """Fill in the content controls of a part.

    Args:
        root: A part, or a piece of one.
        values: The properties by their name in small letters; `datum` as year, month and day, or in words.
    """
    for control in list(controls(root)):
        if control.has(*_NOT_TEXT):
            continue
        if control.properties.attrib.pop(_CLAIMED, None):
            continue
        role = _role(control)
        if control.has("picture"):
            if control.shows_prompt:
                _take_away(control)
        elif role is not None and not _holds_more(control):
            _fill(control, role, values)
        elif control.shows_prompt and not _is_choice(control):
            _empty(control)


def holds_no_typing(element: _Element) -> bool:
    """Tell whether text stands in a control with a value, a prompt or a choice of its own."""
    around = filter(None, map(control_of, element.iterancestors(w("sdt"))))
    texts = (control for control in around if not control.has(*_NOT_TEXT))
    return any(_role(control) or control.shows_prompt or _is_choice(control) for control in texts)


def unknown_prompts(root: _Element) -> Iterator[str]:
    """Yield each label in a part whose prompt will be emptied, since nothing tells what of the plan comes there."""
    for control in controls(root):
        is_open = control.shows_prompt and not control.has(*_NOT_TEXT, "picture") and not _is_choice(control)
        if is_open and _role(control) is None and (label := _label(control)):
            yield label


def nameless(root: _Element) -> Iterator[str]:
    """Take the names of controls away that no one but the maker of the template knows, and yield them."""
    for control in controls(root):
        if _role(control) is None or control.has(*_NOT_TEXT):
            for name in ("alias", "tag"):
                if shown := value_at(control.properties, name):
                    _drop(control, name)
                    yield shown


def shown_properties(root: _Element) -> Iterator[str]:
    """Yield the property that each content control of a part shows, by its name in small letters."""
    return filter(None, (_role(control) for control in controls(root) if not control.has(*_NOT_TEXT)))


def fill_cover_properties(package: Package, values: Mapping[str, str]) -> None:
    """Give the stored cover page properties the values that controls show, so that Word does not put old ones back."""
    for item in package.main_document_part.rels.values():
        if item.is_external or item.reltype != _CUSTOM_XML or _COVER.encode() not in item.target_part.blob:
            continue
        root = etree.fromstring(item.target_part.blob)
        for element in root.iter(f"{{{_COVER}}}*"):
            if element is not root:
                name = local_name(element)
                shown = values.get(_ROLES.get(name.casefold(), ""), "")
                element.text = _published(shown) if name == "PublishDate" else shown
        item.target_part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _role(control: Control) -> str | None:
    """Return the property that a control shows, or None."""
    bound = _BOUND.search(control.binding)
    if bound and (role := _ROLES.get(bound[1].casefold())):
        return role
    names = (re.sub(r"[\W_]", "", name).casefold() for name in control.names)
    named = next((_ROLES[name] for name in names if name in _ROLES), "datum" if control.has("date") else None)
    return named or (_ROLES.get(re.sub(r"[\W_]", "", _label(control)).casefold()) if control.shows_prompt else None)


def _label(control: Control) -> str:
    """Return what is typed right before a control: in its line, else in the cell before its own."""
    paragraph = next(control.element.iterancestors(w("p")), None)
    before = "" if paragraph is None else _text_before(paragraph, control.element)
    if before.strip():
        return re.split(r"[|;,\t]", before.strip())[-1].strip()
    around = (control.element, *control.element.iterancestors())
    cell = next((item for item in around if (row := item.getparent()) is not None and row.tag == w("tr")), None)
    previous = None if cell is None else cell.getprevious()
    return "" if previous is None else "".join(item.text or "" for item in previous.iter(w("t"))).strip()


def _text_before(paragraph: _Element, element: _Element) -> str:
    found = ""
    for item in paragraph.iter(w("t"), w("tab"), w("sdt")):
        if item is element:
            break
        found += (item.text or "") if item.tag == w("t") else "\t" if item.tag == w("tab") else ""
    return found


def _fill(control: Control, role: str, values: Mapping[str, str]) -> None:
    shown = values.get(role, "")
    if not shown and role != "datum":
        _empty(control)
        return
    is_stored = role != "datum" or is_day(shown)
    if role == "datum":
        shown = _dated(control, shown)
    store = value(child_at(control.properties, "dataBinding"), w("storeItemID"))
    if not is_stored or store.upper() not in _STORES or shown == OPEN:
        _drop(control, "dataBinding")
    _write(control, NOT_IN_XML.sub("", shown))


def _dated(control: Control, day: str) -> str:
    """Return the date as the control shows it, and keep it in the control as well.

    A calendar knows no months or quarters: a control for one of those becomes one for text.
    """
    calendar = child_at(control.properties, "date")
    if calendar is not None and not is_day(day):
        calendar.attrib.pop(w("fullDate"), None)
        if day:
            calendar.clear()
            calendar.tag = w("text")
    if calendar is None or not is_day(day):
        return shown_date(day, "") or OPEN
    shape, language = child_at(calendar, "dateFormat"), child_at(calendar, "lid")
    given = dutch_format(value(shape))
    calendar.set(w("fullDate"), f"{day}T00:00:00Z")
    if shape is not None:
        shape.set(w("val"), given)
    if language is not None:
        language.set(w("val"), "nl-NL")
    return shown_date(day, given)


def _published(day: str) -> str:
    return f"{day}T00:00:00" if is_day(day) else ""


def _write(control: Control, shown: str) -> None:
    """Show a value in the look of the control, and no longer as a prompt."""
    asked = control.shows_prompt
    _drop(control, "showingPlcHdr")
    first, *others = _texts(control) or [_new_text(control.content)]
    run = first.getparent()
    if run is not None:
        _drop_prompt_look(run, child_at(control.properties, "rPr") if asked else None)
    first.text = shown
    first.set(SPACE, "preserve")
    for other in others:
        other.text = ""
    for extra in [*control.content.iter(w("br")), *control.content.iter(w("tab"))]:
        if (parent := extra.getparent()) is not None and parent.tag == w("r"):
            parent.remove(extra)


def _drop_prompt_look(run: _Element, own: _Element | None) -> None:
    look = child_at(run, "rPr")
    style = child_at(look, "rStyle")
    if look is not None and style is not None and _is_prompt_style(style):
        look.remove(style)
    if own is not None and len(own):
        if look is not None:
            run.remove(look)
        run.insert(0, etree.fromstring(etree.tostring(own)))


def _is_prompt_style(style: _Element) -> bool:
    return re.sub(r"[\W_\d]", "", value(style)).casefold() in _PROMPT_STYLES


def _empty(control: Control) -> None:
    """Leave a control without text, and without the prompt that Word would put back."""
    for name in ("dataBinding", "placeholder"):
        _drop(control, name)
    _write(control, "")


def _drop(control: Control, name: str) -> None:
    if (element := child_at(control.properties, name)) is not None:
        control.properties.remove(element)


def _take_away(control: Control) -> None:
    """Take away a control for a picture that nobody chose."""
    for run in list(control.content.iter(w("r"))):
        remove(run)
    for child in list(control.content):
        control.element.addprevious(child)
    remove(control.element)


def _texts(control: Control) -> list[_Element]:
    return list(control.content.iter(w("t")))


def _new_text(content: _Element) -> _Element:
    """Return a text element in a control that has none."""
    paragraph = next(content.iter(w("p")), content)
    run = paragraph.find(w("r"))
    return etree.SubElement(etree.SubElement(paragraph, w("r")) if run is None else run, w("t"))


def _holds_more(control: Control) -> bool:
    """Tell whether a control holds more than the one line that a property is."""
    inner = next(control.content.iter(w("sdt"), w("tbl"), w("drawing")), None)
    return inner is not None or len(list(control.content.iter(w("p")))) > 1


def _is_choice(control: Control) -> bool:
    return control.has(*_CHOICES) or any(local_name(item) == "checkbox" for item in control.properties)
