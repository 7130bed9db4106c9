"""Lays properties over those that a Word file has, children in the order that the schema asks for."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from planforge.ooxml.namespaces import MAIN, part

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{MAIN}}}"
#: The children of these elements in their order (ECMA-376, 17.3.1.26, 17.3.2.28, 17.6.17, 17.7.4.17 and 17.15.1.78),
#: those of a run's properties and a section's from the first that is set here.
_ORDER = {
    "pPr": """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
    suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd
    snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
    textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange""",
    "rPr": """rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish
    webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang
    eastAsianLayout specVanish oMath rPrChange""",
    "sectPr": """pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection
    bidi rtlGutter docGrid printerSettings sectPrChange""",
    "style": """name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked
    personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr""",
    "settings": """writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries
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
    alwaysShowPlaceholderText doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt
    showXMLTags alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids
    mathPr attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats doNotAutoCompressPictures
    forceUpgrade captions readModeInkLockDown smartTagType schemaLibrary shapeDefaults doNotEmbedSmartTags
    decimalSymbol listSeparator""",
    "docDefaults": "rPrDefault pPrDefault",
    "rPrDefault": "rPr",
    "pPrDefault": "pPr",
    "styles": "docDefaults latentStyles style",
}
_ORDERED = {name: words.split() for name, words in _ORDER.items()}


def merge(own: _Element, xml: str, kept: Collection[str] = ()) -> None:
    """Put the children of the element in `xml` in place of those of the same names; those `kept` stay `own`'s."""
    for new in list(built(xml)):
        if name_of(new) not in kept:
            put(own, new)


def put(own: _Element, new: _Element) -> None:
    """Put a child in its place, instead of one of its name."""
    for old in own.findall(str(new.tag)):
        own.remove(old)
    order = _ORDERED[name_of(own)]
    later = order[order.index(name_of(new)) :]
    place = next((i for i, child in enumerate(own) if _is_later(child, later)), len(own))
    own.insert(place, new)


def _is_later(element: _Element, later: Collection[str]) -> bool:
    """Whether an element stands behind; those of newer namespaces stand behind all."""
    name = name_of(element)
    return name in later or bool(name and name != "mathPr" and not str(element.tag).startswith(_W))


def child(own: _Element, name: str) -> _Element:
    """The child of that name, made in its place where there is none."""
    found = own.find(f"{_W}{name}")
    if found is None:
        found = own.makeelement(f"{_W}{name}")
        put(own, found)
    return found


def first(owner: _Element, name: str) -> _Element:
    """The properties of a run or a paragraph (`rPr`, `pPr`), which stand first in it, made where there are none."""
    own = owner.find(f"{_W}{name}")
    if own is None:
        own = owner.makeelement(f"{_W}{name}")
        owner.insert(0, own)
    return own


def built(xml: str) -> _Element:
    """An element of `xml`, which uses the usual prefixes."""
    from lxml import etree

    return etree.fromstring(part("w:document", xml).encode())[0]


def name_of(element: _Element) -> str:
    """An element's name without its namespace; a comment's is empty."""
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""
