"""The edited file: its words, what it remembers of the plan, and what else colleagues left in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planforge.files import read_bytes
from planforge.lifecycle.loading import is_yaml, load_bytes
from planforge.model import Document, InputError, Reading
from planforge.ooxml.parts.origin import Origin, origin_of
from planforge.text.suppressions import SUPPRESSION

if TYPE_CHECKING:
    from planforge.importers.word.package import Package

_MAIN = "word/document.xml"


@dataclass(frozen=True, slots=True)
class Edited:
    """`comments` are `author：words`; `changes` are tracked ones, which the document has accepted or rejected.

    `told`: whether the file still tells to which item its paragraphs belong; `beside` tells people what stands beside
    the text.
    """

    reading: Reading
    origin: Origin | None = None
    comments: tuple[str, ...] = ()
    changes: int = 0
    told: bool = False
    beside: tuple[str, ...] = ()

    @property
    def document(self) -> Document:
        return self.reading.document


def read(path: str, *, reject: bool = False) -> Edited:
    """The file at `path`; tracked changes count as accepted unless `reject`. Raises InputError."""
    from planforge.importers import docx, legacy, xlsx

    data = read_bytes(path)
    if is_yaml(data, path):
        raise InputError(f"{path}：这是 YAML。sync 的第二个文件应当是改过的 Word 稿；比较两份要点请用 planforge diff。")
    if xlsx.recognises(data, path):
        raise InputError(
            f"{path}：这是 Excel 工作簿，不是 Word 稿。台账请用 planforge ledger import 写回，"
            "意见汇总表请用 planforge comments apply；其他表格里的改动，请改到 Word 稿或要点里。"
        )
    if legacy.recognises(data, path):
        data = legacy.as_docx(data, path)  # comments and tracked changes come along
    if not docx.recognises(data, path):
        return Edited(load_bytes(data, path))
    return _of_word(data, path, reject)


def _of_word(data: bytes, path: str, reject: bool) -> Edited:
    from planforge.importers.word.package import Package
    from planforge.lifecycle.sync import beside
    from planforge.ooxml.characters import items
    from planforge.ooxml.review.rejecting import tracked

    package = Package(data, path)
    root = package.part(_MAIN)
    changes = tracked(root) if root is not None else 0
    reading = load_bytes(_rejected(package) if reject and changes else data, path)
    told = root is not None and items.are_told(root)
    around = tuple(beside.told(package, root, reading.source)) if root is not None else ()
    return Edited(reading, origin_of(package.part), tuple(_comments(package)), changes, told, around)


def _rejected(package: Package) -> bytes:
    """The file as it was before its tracked changes."""
    from planforge.ooxml.review.rejecting import reject

    root = package.part(_MAIN)
    assert root is not None  # its changes have been counted
    reject(root)
    return package.with_parts({_MAIN: root})


def _comments(package: Package) -> Iterator[str]:
    """What colleagues said, without what they said to this program."""
    from planforge.ooxml.review.threads import remarks_of

    for remark in remarks_of(package.part):
        words = " ".join(remark.text.splitlines())
        if words and not re.match(rf"#?\s*{SUPPRESSION}", words):
            yield f"{remark.author or '未署名'}：{words}"
