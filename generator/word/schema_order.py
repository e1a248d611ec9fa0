"""The order in which the schema of Word wants the children of an element, declared once for each element.

Word refuses or passes over what stands in another order. What the schema leaves free, such as the children of `trPr`,
is not here; what Word puts beside its own elements (of a later version, of mathematics) comes last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from generator.word.xml import W, w

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

Props = dict[str, str]
"""Name of a property → its attributes, or its content when that starts with `<`."""

_ORDER = {
    "p": "pPr",
    "r": "rPr",
    "pPr": """
        pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
        suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd
        snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
        textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange
    """,
    "rPr": """
        rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish
        webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang
        eastAsianLayout specVanish
    """,
    "sectPr": """
        headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols
        formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange
    """,
    "tblPr": """
        tblStyle tblpPr tblOverlap bidiVisual tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook
        tblCaption tblDescription tblPrChange
    """,
    "tcPr": """
        cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark
    """,
    "tbl": "tblPr tblGrid tr",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "rPrDefault": "rPr",
    "style": """
        name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal
        personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr
    """,
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "settings": """
        writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries
        displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts
        embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader
        bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState
        formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge
        revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride
        styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone
        doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders
        bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing
        drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery
        doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData
        noPunctuationKerning characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter
        noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent
        alwaysShowPlaceholderText doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags
        alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids
        attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats doNotAutoCompressPictures
        forceUpgrade captions readModeInkLockDown shapeDefaults decimalSymbol
        listSeparator
    """,
}
CHILDREN: dict[str, tuple[str, ...]] = {name: tuple(order.split()) for name, order in _ORDER.items()}
"""Name of an element → the names of its children, in the order of the schema."""
_RANKS = {name: {child: rank for rank, child in enumerate(order)} for name, order in CHILDREN.items()}
_LAST = 1000


def group(name: str, props: Mapping[str, str]) -> str:
    """Return an element with these properties in their order, or nothing when there are none.

    Args:
        name: The name of the element, such as `pPr`.
        props: Its properties.
    """
    return f"<w:{name}>{inside(name, props)}</w:{name}>" if props else ""


def inside(name: str, props: Mapping[str, str]) -> str:
    """Return these properties in their order, without the element `name` around them."""
    return "".join(_element(key, props[key]) for key in sorted(props, key=_RANKS[name].__getitem__))


def place(parent: _Element, name: str) -> int:
    """Return the index at which a new child with this name goes: after those of its own name."""
    ranks = _RANKS[etree.QName(parent).localname]
    own = ranks[name]
    return next((index for index, child in enumerate(parent) if _rank(child, ranks) > own), len(parent))


def insert(parent: _Element, child: _Element) -> None:
    """Put a new child in its place."""
    parent.insert(place(parent, etree.QName(child).localname), child)


def child_of(parent: _Element, name: str) -> _Element:
    """Return the child with this name; it is made, in its place, where there is none."""
    found = parent.find(w(name))
    if found is None:
        found = etree.Element(w(name))
        insert(parent, found)
    return found


def put_in_order(parent: _Element) -> None:
    """Put the children of an element in the order of the schema."""
    ranks = _RANKS[etree.QName(parent).localname]
    parent[:] = sorted(parent, key=lambda child: _rank(child, ranks))


def set_properties(parent: _Element, props: Mapping[str, str]) -> None:
    """Give an element these properties instead of those of the same name that it has."""
    for name, value in props.items():
        for old in parent.findall(w(name)):
            parent.remove(old)
        insert(parent, etree.fromstring(f'<w:group xmlns:w="{W}">{_element(name, value)}</w:group>')[0])


def _rank(child: _Element, ranks: Mapping[str, int]) -> int:
    """Return the rank of a child; a comment and what is not of WordprocessingML itself come last."""
    if not isinstance(child.tag, str):
        return _LAST
    name = etree.QName(child)
    return ranks.get(name.localname, _LAST) if name.namespace == W else _LAST


def _element(name: str, value: str) -> str:
    if value.startswith("<"):
        return f"<w:{name}>{value}</w:{name}>"
    return f"<w:{name} {value}/>" if value else f"<w:{name}/>"
