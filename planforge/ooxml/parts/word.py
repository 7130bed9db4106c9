"""A whole Word file from its body: the parts around it, and the package."""

from __future__ import annotations

from planforge.ooxml.namespaces import RELATIONS, part
from planforge.ooxml.parts import properties as docprops
from planforge.ooxml.parts.fonts import font_table
from planforge.ooxml.parts.package import pack
from planforge.ooxml.parts.properties import Properties
from planforge.ooxml.parts.sections import FOOTERS, LETTERHEAD, NO_FOOTER, Letterhead, footers, letter_parts, section
from planforge.ooxml.parts.stylesheet import stylesheet
from planforge.ooxml.xml import DECLARATION
from planforge.styles import Style

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_CONTENT_TYPES = {
    "/word/document.xml": f"{_WORD}.document.main+xml",
    "/word/styles.xml": f"{_WORD}.styles+xml",
    "/word/settings.xml": f"{_WORD}.settings+xml",
    "/word/fontTable.xml": f"{_WORD}.fontTable+xml",
    **{f"/word/{name}": f"{_WORD}.footer+xml" for name in (FOOTERS | NO_FOOTER).values()},
    "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}

_LETTER_TYPES = {f"/word/{name}": f"{_WORD}.{name[:6]}+xml" for name in LETTERHEAD.values()}

_SETTINGS = (
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>'
    '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'
)


def file(
    body: str, style: Style, properties: Properties, letter: Letterhead | None = None, last: str | None = None
) -> bytes:
    """The bytes of a DOCX with this body (block elements as XML).

    The last section is `last` (a `w:sectPr`), by default the profile's upright page, and page 1 a letter's where there
    is a letterhead.
    """
    closing = last or section(style, letter=letter)
    return pack(
        {
            "[Content_Types].xml": _content_types(letter is not None),
            "_rels/.rels": _package_relations(),
            "word/document.xml": part("w:document", f"<w:body>{body}{closing}</w:body>"),
            "word/_rels/document.xml.rels": _document_relations(letter is not None),
            "word/styles.xml": stylesheet(style),
            "word/settings.xml": part("w:settings", _SETTINGS),
            "word/fontTable.xml": font_table(style),
            **footers(style, letter),
            **(letter_parts(letter) if letter else {}),
            "docProps/core.xml": docprops.core(properties),
            "docProps/app.xml": docprops.application(),
        }
    )


def _content_types(letter: bool) -> str:
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    kinds = _CONTENT_TYPES | (_LETTER_TYPES if letter else {})
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    return f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">{defaults}{overrides}</Types>'


def _package_relations() -> str:
    return _relations(
        (
            ("rId1", f"{RELATIONS}/officeDocument", "word/document.xml"),
            ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("rId3", f"{RELATIONS}/extended-properties", "docProps/app.xml"),
        )
    )


def _document_relations(letter: bool) -> str:
    return _relations(
        (
            ("rIdStyles", f"{RELATIONS}/styles", "styles.xml"),
            ("rIdSettings", f"{RELATIONS}/settings", "settings.xml"),
            ("rIdFonts", f"{RELATIONS}/fontTable", "fontTable.xml"),
            *((relation, f"{RELATIONS}/footer", name) for relation, name in (FOOTERS | NO_FOOTER).items()),
            *((relation, f"{RELATIONS}/{name[:6]}", name) for relation, name in LETTERHEAD.items() if letter),
        )
    )


def _relations(relations: tuple[tuple[str, str, str], ...]) -> str:
    items = "".join(f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, kind, target in relations)
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{items}</Relationships>'
