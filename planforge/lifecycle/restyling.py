"""A copy of a Word file that is set by the style profile; the file itself is never touched."""

from __future__ import annotations

from pathlib import Path

from planforge import styles
from planforge.files import read_bytes, shown, write_whole
from planforge.importers.word.package import Package, as_strict
from planforge.lifecycle.loading import load_bytes
from planforge.lifecycle.office import office_of
from planforge.model import InputError
from planforge.ooxml.package import repack
from planforge.ooxml.restyle import restyle

_MAIN = "word/document.xml"
_SUFFIX = ".规范.docx"


def copy_in_style(path: str, style: str = "") -> str:
    """Write the copy beside the file at `path`, as 名.规范.docx, and give its path; an older copy is replaced.

    `style` names a profile or its file, by default the workspace's. Raises InputError for a file that can't be read.
    """
    source = Path(path)
    target = source.with_name(source.name.removesuffix(_SUFFIX).removesuffix(source.suffix) + _SUFFIX)
    if target == source:
        raise InputError(f"{path}：这已经是按样式排过的副本。请对原来的文件用 --fix。")
    write_whole(target, restyled(read_bytes(path), path, style))
    return shown(target)


def restyled(data: bytes, file: str, style: str = "") -> bytes:
    """The Word file in `data` set by a profile; words, tables and pictures are the same."""
    from lxml import etree

    package = Package(data, file)
    root = package.part(_MAIN)
    if root is None:
        raise InputError(f"{file}：Word 文件里没有正文。")
    restyle(root, package.part, load_bytes(data, file).document, styles.load(style or office_of(file).style()))
    content = etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=True, standalone=True)
    return repack(data, {_MAIN: as_strict(content) if package.is_strict else content})
