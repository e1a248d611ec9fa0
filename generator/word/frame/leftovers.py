"""Takes out what an author or an editing session left in the parts of a template that stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from generator.word.xml import W, w

if TYPE_CHECKING:
    from lxml.etree import _Element

_GONE = frozenset(
    {
        *(
            "commentRangeStart",
            "commentRangeEnd",
            "commentReference",
            "annotationRef",
            "proofErr",
            "permStart",
            "permEnd",
        ),
        *("lastRenderedPageBreak", "del", "moveFrom", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart"),
        *("moveToRangeEnd", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblGridChange", "trPrChange"),
        *("tcPrChange", "tblPrExChange", "numberingChange", "cellIns", "cellDel", "cellMerge", "delText"),
        *("customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd"),
        *("customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd", "customXmlMoveToRangeStart"),
        *("customXmlMoveToRangeEnd", "delInstrText", "lang"),
    }
)
_UNWRAPPED = frozenset({"ins", "moveTo", "smartTag", "customXml"})
_SESSION = frozenset({"rsidR", "rsidRPr", "rsidRDefault", "rsidP", "rsidDel", "rsidTr", "rsidSect", "paraId", "textId"})
_SETTINGS_GONE = frozenset(
    {
        *("documentProtection", "writeProtection", "attachedTemplate", "rsids", "trackRevisions", "revisionView"),
        *("mailMerge", "docVars", "updateFields", "linkStyles", "attachedSchema", "schemaLibrary", "saveThroughXslt"),
        *("removePersonalInformation", "removeDateAndTime", "doNotTrackMoves", "doNotTrackFormatting", "formsDesign"),
        *("documentType", "readModeInkLockDown", "smartTagType", "docId", "proofState", "stylePaneFormatFilter"),
        *("captions", "view", "showEnvelope", "alwaysMergeEmptyNamespace", "chartTrackingRefBased"),
    }
)
_WORD_2013 = "15"
_COMPATIBILITY = "http://schemas.microsoft.com/office/word"
_AFTER_COMPAT = (
    *("docVars", "rsids", "attachedSchema", "themeFontLang", "clrSchemeMapping", "doNotIncludeSubdocsInStats"),
    *("doNotAutoCompressPictures", "forceUpgrade", "captions", "readModeInkLockDown", "smartTagType"),
    *("schemaLibrary", "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator"),
)
"""What comes after `compat` in the settings (ECMA-376 part 1, 17.15.1.78)."""


def clean_text(root: _Element) -> None:
    """Accept tracked changes, and take out comments, editing sessions and marks of the spelling checker.

    Args:
        root: The root of the main part, a header, a footer or notes; it is changed.
    """
    for row in [item for item in root.iter(w("tr")) if item.find(f"{w('trPr')}/{w('del')}") is not None]:
        _remove(row)
    for item in list(root.iter(etree.Element)):
        for attribute in [key for key in item.attrib if _is_session(str(key))]:
            del item.attrib[attribute]
        name = _local(item)
        if name in _GONE:
            _remove(item)
        elif name in _UNWRAPPED:
            _unwrap(item)
    for run in [item for item in root.iter(w("r")) if all(part.tag == w("rPr") for part in item)]:
        _remove(run)


def clean_settings(root: _Element) -> None:
    """Take protection, sessions and links out of the settings, and let them be Dutch and of today's Word."""
    for item in list(root):
        if isinstance(item.tag, str) and etree.QName(item).localname in _SETTINGS_GONE:
            root.remove(item)
    compat = root.find(w("compat"))
    if compat is None:
        compat = etree.Element(w("compat"))
        after = next((item for item in root if _local(item) in _AFTER_COMPAT or not _is_word(item)), None)
        if after is None:
            root.append(compat)
        else:
            after.addprevious(compat)
    _set_mode(compat)
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
    defaults = styles.find(w("docDefaults"))
    if defaults is None:
        defaults = etree.Element(w("docDefaults"))
        styles.insert(0, defaults)
    group = defaults.find(w("rPrDefault"))
    if group is None:
        group = etree.Element(w("rPrDefault"))
        defaults.insert(0, group)
    properties = group.find(w("rPr"))
    if properties is None:
        properties = etree.SubElement(group, w("rPr"))
    if properties.find(w("lang")) is None:
        etree.SubElement(properties, w("lang"), {w("val"): "nl-NL", w("eastAsia"): "nl-NL", w("bidi"): "ar-SA"})


def _set_mode(compat: _Element) -> None:
    for item in compat.findall(w("compatSetting")):
        if item.get(w("name")) == "compatibilityMode":
            item.set(w("val"), _WORD_2013)
            return
    names = {w("name"): "compatibilityMode", w("uri"): _COMPATIBILITY, w("val"): _WORD_2013}
    etree.SubElement(compat, w("compatSetting"), names)


def _local(item: _Element) -> str | None:
    """Return the name of an element of WordprocessingML, or None."""
    return etree.QName(item).localname if isinstance(item.tag, str) and _is_word(item) else None


def _is_word(item: _Element) -> bool:
    return isinstance(item.tag, str) and item.tag.startswith(f"{{{W}}}")


def _is_session(name: str) -> bool:
    return name.rpartition("}")[2] in _SESSION


def _remove(item: _Element) -> None:
    parent = item.getparent()
    if parent is not None:
        parent.remove(item)


def _unwrap(item: _Element) -> None:
    parent = item.getparent()
    if parent is None:
        return
    for child in list(item):
        if _local(child) not in {"smartTagPr", "customXmlPr"}:
            item.addprevious(child)
    parent.remove(item)
