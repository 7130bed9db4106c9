"""Runs of characters in WordprocessingML (ECMA-376, 17.3.2)."""

from __future__ import annotations

from functools import lru_cache

from planforge.ooxml.xml import escape
from planforge.styles import Face

_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'


def run(text: str, face: Face, style: str = "") -> str:
    """A run in `face`; a line feed breaks the line, a tab is a blank. Empty for no text."""
    if not text:
        return ""
    words = escape(text).replace("\r", "").replace("\t", " ").replace("\n", _BREAK)
    return f'<w:r>{properties(face, style)}<w:t xml:space="preserve">{words}</w:t></w:r>'


def tab(face: Face) -> str:
    """A tab in the face's font, so that the line keeps its height."""
    return f"<w:r>{properties(face)}<w:tab/></w:r>"


def field(instruction: str, shown: str, face: Face) -> str:
    """A field with its last result. Each part is a run of its own: WPS hides a field that sits in one run."""
    return field_begin(instruction, face) + run(shown, face) + field_end(face)


def field_begin(instruction: str, face: Face) -> str:
    """What stands before a field's result, which may be paragraphs long."""
    parts = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
    )
    return "".join(f"<w:r>{properties(face)}{part}</w:r>" for part in parts)


def field_end(face: Face) -> str:
    """What stands behind a field's result."""
    return f'<w:r>{properties(face)}<w:fldChar w:fldCharType="end"/></w:r>'


@lru_cache(maxsize=256)
def properties(face: Face, style: str = "") -> str:
    """`w:rPr`. All four fonts are always named, so that none comes from a theme; the hint makes “ ” … — Chinese."""
    font, latin = escape(face.font), escape(face.latin)
    parts = (
        f'<w:rStyle w:val="{style}"/>' if style else "",
        f'<w:rFonts w:hint="eastAsia" w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{font}" w:cs="{latin}"/>',
        "<w:b/><w:bCs/>" if face.bold else '<w:b w:val="0"/><w:bCs w:val="0"/>',
        f'<w:color w:val="{face.colour}"/>' if face.colour else "",
        f'<w:spacing w:val="{face.spacing}"/>' if face.spacing else "",
        f'<w:w w:val="{face.scale}"/>' if face.scale != 100 else "",
        f'<w:sz w:val="{face.size}"/><w:szCs w:val="{face.size}"/>',
    )
    return f"<w:rPr>{''.join(parts)}</w:rPr>"
