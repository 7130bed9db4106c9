"""styles.xml: the named styles of a 公文, made from a style profile (GB/T 9704-2012, 5.2 and 7.3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from planforge.ooxml.characters import items, style_names
from planforge.ooxml.namespaces import part
from planforge.ooxml.parts import paragraphs, runs
from planforge.ooxml.parts.paragraphs import Layout, Tab
from planforge.styles import Face, Style

NORMAL: Final = "Normal"
BODY: Final = "BodyText"
TITLE: Final = "Title"
RECIPIENTS: Final = "Salutation"
SIGNATURE: Final = "Signature"
UNSEALED: Final = "UnsealedSignature"
DATE: Final = "Date"
ATTACHMENT: Final = "AttachmentMark"
ATTACHMENT_NOTE: Final = "AttachmentNote"
MARK: Final = "OrganMark"
NUMBER: Final = "DocumentNumber"
SPACER: Final = "Spacer"
IMPRINT: Final = "Imprint"
FOOTER: Final = "Footer"
TABLE: Final = "TableText"
TABLE_NAMES: Final = "TableNames"
TABLE_HEAD: Final = "TableHead"

#: So many depths of items have a style of their own for their further paragraphs.
ITEM_DEPTHS: Final = 9

#: Lines as 公文 asks for: no blanks between Chinese and digits, nothing moved to a grid. Punctuation may hang, as it
#: does by default in Word: with 0 LibreOffice 7.4 leaves out the mark that closes a full line.
_FLAGS = (
    '<w:widowControl w:val="0"/><w:kinsoku w:val="1"/><w:overflowPunct w:val="1"/>'
    '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/>'
)
_LANGUAGE = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paragraph style: its id, its name for people, how it is set, and the styles that it goes with.

    Word's gallery shows those that are `offered`, and others only where they are used.
    """

    id: str
    name: str
    face: Face
    layout: Layout
    base: str = NORMAL
    next: str = BODY
    link: str = ""
    offered: bool = True


def heading(level: int) -> str:
    """The paragraph style of heading level 1 to 4: in the navigation pane."""
    return f"Heading{level}"


def item(depth: int) -> str:
    """The paragraph style of what an item of that depth (1: a section) says further; it looks as all body text."""
    return f"{items.STYLE_ID}{min(depth, ITEM_DEPTHS)}"


def closing(depth: int) -> str:
    """The paragraph style of what closes an item of that depth; it looks as all body text."""
    return f"{items.CLOSING_ID}{min(depth, ITEM_DEPTHS)}"


def contents(level: int) -> str:
    """The paragraph style of a table of contents' entries for headings of that level."""
    return f"TOC{level}"


def run_in(level: int) -> str:
    """The character style of a heading in line with its text: a table of contents finds it, the text stays out."""
    return f"Heading{level}Char"


def stylesheet(style: Style) -> str:
    """The whole part. Defaults are written out: what is missing, Word takes from its own template."""
    plain = runs.properties(style.body).removesuffix("</w:rPr>") + _LANGUAGE + "</w:rPr>"
    defaults = (
        f"<w:docDefaults><w:rPrDefault>{plain}</w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{paragraphs.inner_properties(_grid(style))}</w:pPr></w:pPrDefault></w:docDefaults>"
    )
    sheets = "".join(paragraph_style(sheet) for sheet in _sheets(style) if sheet.id != NORMAL)
    characters = "".join(_character_style(level, face) for level, face in enumerate(style.levels, 1))
    return part("w:styles", defaults + _normal(style) + sheets + characters + _BUILT_IN)


_BUILT_IN = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:semiHidden/></w:style>'
)


@lru_cache(maxsize=8)
def sheets(style: Style) -> Mapping[str, Sheet]:
    """The paragraph styles of a profile by id."""
    return {sheet.id: sheet for sheet in _sheets(style)}


def _grid(style: Style) -> Layout:
    return Layout(align="both", line=style.line, first=(0, 0))


def _normal(style: Style) -> str:
    inner = paragraphs.inner_properties(_grid(style), _FLAGS)
    return (
        f'<w:style w:type="paragraph" w:default="1" w:styleId="{NORMAL}"><w:name w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{inner}</w:pPr>{runs.properties(style.body)}</w:style>"
    )


def _sheets(style: Style) -> tuple[Sheet, ...]:
    grid = _grid(style)
    return (
        *_of_text(style, grid),
        *_of_head(style, grid),
        *_of_foot(style, grid),
        *_contents(style, grid),
        *_of_tables(style),
    )


def _of_text(style: Style, grid: Layout) -> tuple[Sheet, ...]:
    body = style.body
    indented, signature = replace(grid, first=(2, 2 * body.width)), replace(grid, align="right")
    return (
        Sheet(NORMAL, "Normal", body, grid),
        Sheet(BODY, "Body Text", body, indented),
        *_headings(style, indented),
        *_items(body, indented),
        Sheet(TITLE, style_names.TITLE, style.title, replace(grid, align="center", line=style.title_line)),
        Sheet(RECIPIENTS, "Salutation", body, grid),
        Sheet(SIGNATURE, style_names.SIGNATURE, body, signature),
        Sheet(UNSEALED, style_names.UNSEALED, body, signature, SIGNATURE, UNSEALED, offered=False),
        Sheet(DATE, "Date", body, signature),
        Sheet(ATTACHMENT, "附件字样", style.attachment, replace(grid, align="left")),
        Sheet(ATTACHMENT_NOTE, "附件说明", body, replace(grid, align="left", keep_lines=True)),
    )


def _of_head(style: Style, grid: Layout) -> tuple[Sheet, ...]:
    return (
        Sheet(MARK, style_names.MARK, style.mark, replace(grid, align="center")),
        Sheet(NUMBER, "发文字号", style.body, replace(grid, align="center")),
        Sheet(SPACER, "版头空行", style.body, grid),
    )


def _of_foot(style: Style, grid: Layout) -> tuple[Sheet, ...]:
    small = style.imprint.size * 10
    imprint = replace(grid, align="left", line=imprint_line(style), left=small, right=small)
    return (
        Sheet(IMPRINT, style_names.IMPRINT, style.imprint, imprint),
        Sheet(FOOTER, "footer", style.page_number, replace(grid, line=FOOTER_LINE)),
    )


def _of_tables(style: Style) -> tuple[Sheet, ...]:
    cell = Layout(line=style.table.size * 13, first=(0, 0))  # exact: fonts in place of 仿宋 may have higher lines
    return (
        Sheet(TABLE, style_names.TABLE, style.table, replace(cell, align="left")),
        Sheet(TABLE_NAMES, style_names.TABLE_NAMES, style.table, replace(cell, align="left"), TABLE, offered=False),
        Sheet(TABLE_HEAD, style_names.TABLE_HEAD, style.table_head, replace(cell, align="center")),
    )


#: The page number's line (twips): with it the dash lies 7 mm below the 版心 (7.5).
FOOTER_LINE: Final = 400


def imprint_line(style: Style) -> int:
    """The line pitch of the 版记, in twips."""
    return round(style.imprint.size * 10 * 1.8)


def _headings(style: Style, indented: Layout) -> tuple[Sheet, ...]:
    return tuple(
        Sheet(
            heading(level),
            f"heading {level}",
            face,
            replace(indented, keep_next=True, keep_lines=True, outline=level - 1),
            BODY,
            BODY,
            run_in(level),
        )
        for level, face in enumerate(style.levels, 1)
    )


def _items(face: Face, indented: Layout) -> Iterator[Sheet]:
    for name, own in ((style_names.ITEM, item), (style_names.CLOSING, closing)):
        for depth in range(1, ITEM_DEPTHS + 1):
            yield Sheet(own(depth), f"{name} {depth}", face, indented, BODY, own(depth), offered=False)


def _contents(style: Style, grid: Layout) -> tuple[Sheet, ...]:
    """Entries in the faces of their headings, two characters further in for every level, page numbers behind dots."""
    unit = style.body.width
    stops = (Tab("right", style.page.measure, "dot"),)
    entry = replace(grid, align="left", first=None, hanging=2 * unit, tabs=stops)
    return tuple(
        Sheet(contents(level), f"toc {level}", face, replace(entry, left=2 * level * unit))
        for level, face in enumerate(style.levels, 1)
    )


def paragraph_style(sheet: Sheet) -> str:
    """`w:style`."""
    link = f'<w:link w:val="{sheet.link}"/>' if sheet.link else ""
    shown = "<w:qFormat/>" if sheet.offered else "<w:semiHidden/><w:unhideWhenUsed/>"
    own = "" if sheet.name.isascii() else ' w:customStyle="1"'  # Word's own styles have English names
    return (
        f'<w:style w:type="paragraph"{own} w:styleId="{sheet.id}"><w:name w:val="{sheet.name}"/>'
        f'<w:basedOn w:val="{sheet.base}"/><w:next w:val="{sheet.next}"/>{link}{shown}'
        f"<w:pPr>{paragraphs.inner_properties(sheet.layout)}</w:pPr>{runs.properties(sheet.face)}</w:style>"
    )


def _character_style(level: int, face: Face) -> str:
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{run_in(level)}">'
        f'<w:name w:val="heading {level} char"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:link w:val="{heading(level)}"/>{runs.properties(face)}</w:style>'
    )
