"""Files of another kind within a Word file (w:altChunk, ECMA-376, 17.17.2): so office systems put a page into one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from planforge.importers.word.relations import MAIN_RELATIONS, target
from planforge.model import Diagnostic, InputError, Layout, Paragraph, Position, Span, Text

if TYPE_CHECKING:
    from lxml.etree import _Element

    from planforge.importers.word.package import Package


#: A file put together of others takes in some dozens; one that takes in the same again and again does harm.
_MOST, _LARGEST = 500, 60_000_000


@dataclass(slots=True)
class Chunks:
    """Reads the files that the main part of a package takes in; `layout` reads the bytes of one.

    `diagnostics` are what couldn't be read of those read so far; each has the place of the line before its file.
    """

    package: Package
    file: str
    layout: Callable[[bytes, str], Layout]
    diagnostics: list[Diagnostic] = field(default_factory=list)
    _sizes: list[int] = field(default_factory=list)

    def read(self, chunk: _Element, line: int) -> Iterator[Paragraph]:
        """The paragraphs of the file that stands at a `w:altChunk`; all have the place of the line before it.

        Raises InputError where that file can't be read, and where there are too many.
        """
        content = self._content(chunk)
        self._sizes.append(len(content))
        if len(self._sizes) > _MOST or sum(self._sizes) > _LARGEST:
            raise InputError(f"{self.file}：文件里嵌入的文件太多，不像是公文。请用 Word 打开，另存为 .docx 再导入。")
        if not content.strip():
            return
        found = self.layout(content, self.file)
        self.diagnostics += [
            replace(each, span=Span(self.file, Position(line), Position(line))) for each in found.diagnostics
        ]
        for paragraph in found.paragraphs:
            yield _placed(paragraph, self.file, line)

    def _content(self, chunk: _Element) -> bytes:
        wanted = next((value for name, value in chunk.attrib.items() if str(name).endswith("}id")), "")
        name = target(self.package.part(MAIN_RELATIONS), str(wanted))
        return (self.package.content(name) if name else None) or b""


def _placed(paragraph: Paragraph, file: str, line: int) -> Paragraph:
    def at(text: Text) -> Text:
        return Text.at_place(text.value, file, line)

    table = paragraph.table and tuple(tuple(map(at, row)) for row in paragraph.table)
    return replace(paragraph, text=at(paragraph.text), table=table)
