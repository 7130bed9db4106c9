"""A copy of a Word file that is set by the style profile; the file itself is never touched."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from planforge import styles
from planforge.files import read_bytes, shown, write_whole
from planforge.importers.word.package import Package
from planforge.lifecycle.loading import load_bytes
from planforge.lifecycle.office import office_of
from planforge.lifecycle.typesetting.keeping import keep_edited
from planforge.model import InputError
from planforge.ooxml.inspect import Part, inspect
from planforge.ooxml.parts.origin import as_written
from planforge.ooxml.restyling import language
from planforge.ooxml.restyling.numbering import hindrance, renumber
from planforge.ooxml.restyling.restyle import restyle

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAIN, _STYLES, _SETTINGS = "word/document.xml", "word/styles.xml", "word/settings.xml"
_SUFFIX = ".规范.docx"
_STRICT = "文件存成了“严格的 Open XML 文档”，请在 Word 里另存为普通的 Word 文档再排"


@dataclass(frozen=True, slots=True)
class Copy:
    """Where a copy was written, and where the older one is now that somebody had edited; empty where there is none.

    `numbers_left` tells in Chinese why the page numbers stayed as they were; empty where they didn't.
    """

    path: str
    kept: str = ""
    numbers_left: str = ""


def copy_in_style(path: str, style: str = "") -> Copy:
    """Write the copy beside the file at `path`, as 名.规范.docx; an older copy is replaced, an edited one is kept.

    `style` names a profile or its file, by default the workspace's. Raises InputError for a file that can't be read.
    """
    source = Path(path)
    target = source.with_name(source.name.removesuffix(_SUFFIX).removesuffix(source.suffix) + _SUFFIX)
    if target == source:
        raise InputError(f"{path}：这已经是按样式排过的副本。请对原来的文件用 --fix。")
    data = read_bytes(path)
    content = as_written(restyled(data, path, style))
    kept = keep_edited(target, content)
    write_whole(target, content)
    return Copy(shown(target), shown(kept) if kept else "", _numbers_left(Package(data, path)))


def restyled(data: bytes, file: str, style: str = "") -> bytes:
    """The Word file in `data` set by a profile; words, tables and pictures are the same.

    Its headings have heading styles, its text is Chinese, its pages are numbered as the profile has it.
    """
    package = Package(data, file)
    read = cache(package.part)  # what one step sets in a part, the next one finds
    root = read(_MAIN)
    if root is None:
        raise InputError(f"{file}：Word 文件里没有正文。")
    profile = styles.load(style or office_of(file).style())
    document = load_bytes(data, file).document
    marked = any(mark.stand == "body" for mark in inspect(read, document).of("机关标志"))
    restyle(root, read, document, profile)
    parts = {} if _numbers_left(package) else renumber(root, read, profile, marked and profile.form == "文件")
    return package.with_parts({_MAIN: root, **_told(read), **parts})


def _numbers_left(package: Package) -> str:
    """Why the page numbers of a file stay as they are, in Chinese; empty where they don't."""
    root = package.part(_MAIN)
    return _STRICT if package.is_strict else "" if root is None else hindrance(root, package.part)


def _told(read: Part) -> dict[str, _Element | bytes]:
    """Styles and settings, with the language of the text."""
    parts: dict[str, _Element | bytes] = {}
    for name, tell in ((_STYLES, language.set_styles), (_SETTINGS, language.set_settings)):
        root = read(name)
        if root is not None:
            tell(root)
            parts[name] = root
    return parts
