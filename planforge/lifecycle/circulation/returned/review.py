"""A Word file that came back: what its reviewers did to the words and said about them, and where it came from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planforge.importers import legacy
from planforge.importers.word.package import Package
from planforge.lifecycle.circulation.returned.formats import refusal
from planforge.lifecycle.circulation.returned.paper import Paper, read_paper
from planforge.model import InputError
from planforge.ooxml.namespaces import MAIN
from planforge.ooxml.parts.origin import Origin, origin_of
from planforge.ooxml.review import reviewed, threads
from planforge.ooxml.review.reviewed import Reviewed
from planforge.ooxml.review.threads import Thread

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{MAIN}}}"
_DOCUMENT = "word/document.xml"


@dataclass(frozen=True, slots=True)
class Review:
    """What is in one returned file; `origin` tells what it was set from, None where a program dropped that.

    `paper` has its outline, None where the importer can't make one of it.
    """

    reviewed: Reviewed
    threads: tuple[Thread, ...]
    origin: Origin | None
    paper: Paper | None

    def authors(self) -> Iterator[str]:
        """Those who wrote in the file, with repeats."""
        yield from (thread.comment.author for thread in self.threads)
        yield from (piece.author for line in self.reviewed.lines for piece in line.pieces)


def read(data: bytes, file: str) -> Review:
    """Raises InputError for what is no Word file, or can't be read."""
    if why := refusal(data, file):
        raise InputError(f"{file}：{why}")
    if legacy.recognises(data, file):
        data = legacy.as_docx(data, file)
    package = Package(data, file)
    root = package.part(_DOCUMENT)
    body: _Element | None = root.find(f"{_W}body") if root is not None else None
    if body is None:
        raise InputError(f"{file}：Word 文件里没有正文。")
    return Review(reviewed.read(body), threads.of_file(package.part), origin_of(package.part), _paper(data, file))


def _paper(data: bytes, file: str) -> Paper | None:
    """A file whose words can be read is worth reading, outline or none."""
    try:
        return read_paper(data, file)
    except InputError:
        return None
