"""A Word file that nobody vouches for: sizes are bounded, entities and document types are refused."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from typing import TYPE_CHECKING

from planforge.importers.foreign import damaged
from planforge.importers.word import relations
from planforge.importers.word.relations import MAIN_PART
from planforge.model import InputError
from planforge.ooxml.parts.package import repack

if TYPE_CHECKING:
    from lxml.etree import _Element

#: The largest part that is read, in bytes; a thousand pages of text are some 20 MB.
_LARGEST_PART = 64 * 2**20
_MOST_PARTS = 20_000
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_MAIN = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class Package:
    """The parts of a Word file, read one at a time, and a copy of the file with some of them changed."""

    def __init__(self, data: bytes, file: str) -> None:
        """Raises InputError for what is no whole zip archive, or is no Word document."""
        self._data, self._file = data, file
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._names = frozenset(self._zip.namelist())
        except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError):
            raise InputError(f"{file}：{damaged(file) or damaged('.docx')}") from None
        if len(self._names) > _MOST_PARTS:
            raise InputError(f"{file}：压缩包里有 {len(self._names)} 个文件，不像是 Word 文件。")
        self._elsewhere: dict[str, str] = {}
        if MAIN_PART not in self._names:
            self._elsewhere = relations.usual_names(self._linked)
            if not self._is_word(self._elsewhere.get(MAIN_PART)):
                raise InputError(f"{file}：{self._what_else()}")

    def part(self, name: str) -> _Element | None:
        """The root of an XML part, by the name that Word gives it; None where the file has no such part."""
        content = self.content(name)
        return None if content is None else self._parse(content.replace(_STRICT, _MAIN), name)

    def content(self, name: str) -> bytes | None:
        """The bytes of a part; None where the file has no such part."""
        name = self._elsewhere.get(name, name)
        return self._bytes(name) if name in self._names else None

    def with_parts(self, parts: Mapping[str, _Element | bytes]) -> bytes:
        """The file with these parts in place of its own, or added; all others stay the same, byte for byte."""
        return repack(self._data, {self._elsewhere.get(name, name): self._written(p) for name, p in parts.items()})

    def _written(self, part: _Element | bytes) -> bytes:
        """A part as it stands in a file of this kind."""
        from lxml import etree

        if not isinstance(part, bytes):
            part = etree.tostring(part.getroottree(), encoding="UTF-8", xml_declaration=True, standalone=True)
        return part.replace(_MAIN, _STRICT) if self.is_strict else part

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, sorted."""
        return tuple(sorted(self._names))

    @property
    def is_strict(self) -> bool:
        """Whether the file is of the strict kind (ISO/IEC 29500-1), whose names `part` gives in the usual form."""
        return _STRICT in (self.content(MAIN_PART) or b"")

    @property
    def size(self) -> int:
        """The bytes of all parts, as the archive states them."""
        return sum(item.file_size for item in self._zip.infolist())

    def _linked(self, name: str) -> _Element | None:
        return self._parse(self._bytes(name), name) if name in self._names else None

    def _is_word(self, main: str | None) -> bool:
        return main in self._names and any(kind in self._bytes(str(main)) for kind in (_MAIN, _STRICT))

    def _bytes(self, name: str) -> bytes:
        try:
            with self._zip.open(name) as part:
                content = part.read(_LARGEST_PART + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError):
            raise InputError(
                f"{self._file}：Word 文件已损坏或加了密（{name} 读不出来）。请解密后另存为 .docx 再试。"
            ) from None
        if len(content) > _LARGEST_PART:
            raise InputError(f"{self._file}：{name} 解压后超过 64 MB，不像是公文，已停止读取。")
        return content

    def _parse(self, content: bytes, name: str) -> _Element:
        from lxml import etree

        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = etree.fromstring(content, parser)
        except etree.XMLSyntaxError as error:
            raise InputError(f"{self._file}：{name} 不是合格的 XML（第 {error.lineno} 行），文件可能已损坏。") from None
        if root.getroottree().docinfo.internalDTD is not None:
            raise InputError(f"{self._file}：{name} 含有文档类型声明，Word 不会这样写，为安全起见不予读取。")
        return root

    def _what_else(self) -> str:
        if any(name.startswith("xl/") for name in self._names):
            return "这是 Excel 工作簿，不是 Word 文件。请把内容复制到 Word 里再导入。"
        if any(name.startswith("ppt/") for name in self._names):
            return "这是 PowerPoint 演示文稿，不是 Word 文件。"
        if "content.xml" in self._names:
            return "这是 ODF（.odt）或其他办公文件，请另存为 .docx 再试。"
        if "OFD.xml" in self._names:
            return "这是 OFD 版式文件。请用阅读软件另存为 PDF 或 Word 文件再导入。"
        return "这是压缩包，不是 Word 文件。请解压后导入里面的文件。"
