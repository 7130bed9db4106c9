"""fontTable.xml: the fonts of a profile, and what may stand in where a machine lacks one."""

from __future__ import annotations

from planforge.ooxml.namespaces import part
from planforge.ooxml.xml import escape
from planforge.styles import Face, Style

#: The character set of GB 2312 in a Windows font, so that a substitute is a Chinese one.
_GB2312 = "86"
#: The same design under the name that newer systems ship.
_ALTERNATIVES = {
    "仿宋_GB2312": "仿宋",
    "楷体_GB2312": "楷体",
    "方正小标宋简体": "方正小标宋_GBK",
    "方正小标宋_GBK": "方正小标宋简体",
    "方正仿宋_GBK": "仿宋",
    "方正楷体_GBK": "楷体",
    "方正黑体_GBK": "黑体",
}


def font_table(style: Style) -> str:
    """The whole part, fonts by name."""
    chinese = {face.font for face in _faces(style)}
    return part("w:fonts", "".join(_font(name, name in chinese) for name in fonts_of(style)))


def fonts_of(style: Style) -> list[str]:
    """The names of the fonts that a profile asks for, sorted."""
    return sorted({name for face in _faces(style) for name in (face.font, face.latin)})


def _faces(style: Style) -> tuple[Face, ...]:
    small = (style.secrecy, style.signer, style.attachment, style.table_head, style.table, style.imprint)
    return (style.body, style.title, style.mark, style.page_number, *style.levels, *small)


def _font(name: str, chinese: bool) -> str:
    other = f'<w:altName w:val="{_ALTERNATIVES[name]}"/>' if name in _ALTERNATIVES else ""
    charset = f'<w:charset w:val="{_GB2312 if chinese else "00"}"/>'
    kind = '<w:family w:val="auto"/><w:pitch w:val="variable"/>'
    return f'<w:font w:name="{escape(name)}">{other}{charset}{kind}</w:font>'
