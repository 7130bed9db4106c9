"""Files of another kind within a Word file (w:altChunk, ECMA-376, 17.17.2): so office systems put a page into one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from planforge.importers.word.relations import MAIN_RELATIONS, target
from planforge.model import InputError, Layout, Paragraph, Text

if TYPE_CHECKING:
    from lxml.etree import _Element

    from planforge.importers.word.package import Package


@dataclass(frozen=True, slots=True)
class Chunks:
    """Reads the files that the main part of a package takes in."""

    package: Package
    file: str

    def read(self, chunk: _Element, line: int) -> Iterator[Paragraph]:
        """The paragraphs of the file that stands at a `w:altChunk`; all have the place of the line before it.

        Raises InputError where that file can't be read.
        """
        wanted = next((value for name, value in chunk.attrib.items() if str(name).endswith("}id")), "")
        name = target(self.package.part(MAIN_RELATIONS), str(wanted))
        content = self.package.content(name) if name else None
        if content is None or not content.strip():
            return
        for paragraph in self._layout(content).paragraphs:
            yield _placed(paragraph, self.file, line)

    def _layout(self, content: bytes) -> Layout:
        from planforge.importers import docx, importers

        if docx.recognises(content, self.file):
            return docx.layout(content, self.file, with_chunks=False)
        for importer in importers():
            if importer.recognises(content, self.file):
                return Layout(self.file, importer.layout(content, self.file).paragraphs)
        raise InputError(f"{self.file}：文件里嵌入了读不出的内容。请用 Word 打开，另存为 .docx 再导入。")


def _placed(paragraph: Paragraph, file: str, line: int) -> Paragraph:
    def at(text: Text) -> Text:
        return Text.at_place(text.value, file, line)

    table = paragraph.table and tuple(tuple(map(at, row)) for row in paragraph.table)
    return replace(paragraph, text=at(paragraph.text), table=table)
