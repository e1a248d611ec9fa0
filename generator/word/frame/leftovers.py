"""Takes out what an author or an editing session left in the parts of a template that stay."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from generator.problems import HERE, Location, ProblemsError
from generator.suggestions import did_you_mean
from generator.word.frame.landmarks import own_text
from generator.word.options import PLACE_KEY
from generator.word.reading.content_controls import controls
from generator.word.reading.shown_text import accept
from generator.word.schema_order import child_of, insert
from generator.word.styling.style_repairs import UNREADABLE
from generator.word.xml import local_name, remove, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

NAME = "inhoud"
OTHER_PLACES = ("vervang", "na_voorblad", "na_inhoud")
"""What a house style can ask for instead of a bookmark."""
_ALONE = re.compile(r"\s*\{\{-?\s*inhoud\s*-?\}\}\s*")
_ANYWHERE = re.compile(r"\{\{-?\s*inhoud\s*-?\}\}")
_NOT_INSIDE = {w("tbl"): "een tabel", w("txbxContent"): "een tekstvak"}
_GONE = tuple(
    map(
        w,
        (
            *("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef", "proofErr", "permStart"),
            *("permEnd", "lastRenderedPageBreak", "lang", "smartTagPr", "customXmlPr"),
        ),
    )
)
_UNWRAPPED = (w("smartTag"), w("customXml"))
_SESSION = frozenset({"rsidR", "rsidRPr", "rsidRDefault", "rsidP", "rsidDel", "rsidTr", "rsidSect", "paraId", "textId"})
_SETTINGS_GONE = frozenset(
    {
        *("documentProtection", "writeProtection", "rsids", "trackRevisions", "revisionView"),
        *("docVars", "updateFields", "attachedSchema", "schemaLibrary"),
        *("removePersonalInformation", "removeDateAndTime", "doNotTrackMoves", "doNotTrackFormatting", "formsDesign"),
        *("documentType", "readModeInkLockDown", "smartTagType", "docId", "proofState", "stylePaneFormatFilter"),
        *("captions", "view", "showEnvelope", "alwaysMergeEmptyNamespace", "chartTrackingRefBased"),
    }
)
_WORD_2013 = "15"
_COMPATIBILITY = "http://schemas.microsoft.com/office/word"


def find_named(body: _Element, wish: str | None) -> tuple[int, int] | None:
    """Return the blocks that the plan replaces: the index of the first, and the index past the last.

    Args:
        body: The body; a content control around the place is taken away, its content stays.
        wish: The name of a bookmark that must be there; None looks for the usual marks.

    Raises:
        ProblemsError: The place is not there, is there twice, or stands where no plan fits.
    """
    if wish is not None:
        found = list(_bookmarks(body, wish))
        if not found:
            remedy = did_you_mean(wish, [*OTHER_PLACES, *_names(body)]) or "Maak de bladwijzer in Word."
            melding = f"De bladwijzer “{wish}” staat niet in dit Word-bestand."
            raise ProblemsError.about(Location(sleutel=PLACE_KEY), melding, remedy)
        return _range(body, found)
    for places in (_placeholders(body), _controls(body), _bookmarks(body, NAME)):
        found = list(places)
        if found:
            return _range(body, found)
    return None


def _names(body: _Element) -> list[str]:
    """Return the names of the bookmarks that somebody made; Word's own start with an underscore."""
    names = (mark.get(w("name"), "") for mark in body.iter(w("bookmarkStart")))
    return [name for name in names if name and not name.startswith("_")]


def _range(body: _Element, found: list[tuple[_Element, _Element]]) -> tuple[int, int]:
    if len(found) > 1:
        raise ProblemsError.about(HERE, "De plaats voor het plan staat er meer dan één keer in.", "Laat er één staan.")
    first, last = (_block_of(body, item) for item in found[0])
    return body.index(first), body.index(last) + 1


def _placeholders(body: _Element) -> Iterator[tuple[_Element, _Element]]:
    begun = (item for item in body.iter(w("t")) if "{" in (item.text or ""))
    for paragraph in dict.fromkeys(holder for item in begun for holder in item.iterancestors(w("p"))):
        text = own_text(paragraph)
        if _ALONE.fullmatch(text):
            yield paragraph, paragraph
        elif _ANYWHERE.search(text):
            melding = f"{{{{ inhoud }}}} staat tussen andere tekst: “{text.strip()[:60]}”."
            raise ProblemsError.about(HERE, melding, "Zet {{ inhoud }} in een eigen alinea, zonder andere tekst.")


def _controls(body: _Element) -> Iterator[tuple[_Element, _Element]]:
    for control in controls(body):
        if any(name.strip().casefold() == NAME for name in control.names):
            yield control.element, control.element


def _bookmarks(body: _Element, name: str) -> Iterator[tuple[_Element, _Element]]:
    ends = {item.get(w("id")): item for item in body.iter(w("bookmarkEnd"))}
    for start in body.iter(w("bookmarkStart")):
        if start.get(w("name"), "").casefold() == name.casefold():
            yield start, ends.get(start.get(w("id")), start)


def _block_of(body: _Element, item: _Element) -> _Element:
    """Return the block of the body that holds an item, and take away content controls around that block."""
    current = item
    while (parent := current.getparent()) is not None and parent is not body:
        if parent.tag in _NOT_INSIDE:
            melding = f"De plaats voor het plan staat in {_NOT_INSIDE[parent.tag]}. Daar past geen plan in."
            raise ProblemsError.about(
                HERE, melding, "Zet {{ inhoud }} in een eigen alinea, buiten tabellen en tekstvakken."
            )
        if parent.tag == w("sdtContent") and current.tag in {w("p"), w("tbl"), w("sdt")}:
            control = parent.getparent()
            if control is not None:
                for child in list(parent):
                    control.addprevious(child)
                remove(control)
                continue
        current = parent
    return current


def clean_text(root: _Element) -> None:
    """Accept tracked changes, and take out comments, editing sessions and marks of the spelling checker.

    Args:
        root: The root of the main part, a header, a footer or notes; it is changed.
    """
    accept(root)
    etree.strip_elements(root, *_GONE, with_tail=False)
    etree.strip_tags(root, *_UNWRAPPED)
    for item in root.iter(etree.Element):
        for attribute in [key for key in item.attrib if str(key).rpartition("}")[2] in _SESSION]:
            del item.attrib[attribute]
    for run in [item for item in root.iter(w("r")) if all(part.tag == w("rPr") for part in item)]:
        remove(run)


def clean_settings(root: _Element) -> None:
    """Take protection, sessions and links out of the settings, and let them be Dutch and of today's Word."""
    for item in list(root):
        if local_name(item) in _SETTINGS_GONE:
            root.remove(item)
    _set_mode(child_of(root, "compat"))
    language = root.find(w("themeFontLang"))
    if language is not None:
        language.set(w("val"), "nl-NL")


def make_dutch(styles: _Element) -> None:
    """Let the text in every style be Dutch.

    Args:
        styles: The root of `styles.xml`; it is changed.
    """
    for language in styles.iter(w("lang")):
        language.set(w("val"), "nl-NL")
    properties = child_of(child_of(child_of(styles, "docDefaults"), "rPrDefault"), "rPr")
    if properties.find(w("lang")) is None:
        insert(properties, etree.Element(w("lang"), {w("val"): "nl-NL", w("eastAsia"): "nl-NL", w("bidi"): "ar-SA"}))


def make_readable(styles: _Element) -> None:
    """Let the document as a whole, and every kind of table, neither hide text nor draw a line through it.

    A style of a paragraph cannot undo there what goes with it: such a property counts together with its own.

    Args:
        styles: The root of `styles.xml`; it is changed.
    """
    tables = (item for item in styles.iter(w("style")) if item.get(w("type")) == "table")
    for group in (*styles.iter(w("docDefaults")), *tables):
        for item in list(group.iter(*map(w, UNREADABLE))):
            remove(item)


def _set_mode(compat: _Element) -> None:
    for item in compat.findall(w("compatSetting")):
        if item.get(w("name")) == "compatibilityMode":
            item.set(w("val"), _WORD_2013)
            return
    names = {w("name"): "compatibilityMode", w("uri"): _COMPATIBILITY, w("val"): _WORD_2013}
    etree.SubElement(compat, w("compatSetting"), names)
