"""Reads the Word files that came back from other offices and lays their opinions side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from planforge.files import read_bytes, shown
from planforge.importers import docx, legacy
from planforge.importers.word.package import Package
from planforge.lifecycle.circulation.offices import Offices, returned_files
from planforge.lifecycle.circulation.printed import Printed, locate
from planforge.lifecycle.circulation.reading import Order, Reader
from planforge.lifecycle.circulation.standing import with_notes
from planforge.lifecycle.loading import load_bytes
from planforge.lifecycle.office import office_of
from planforge.lifecycle.rendering import render
from planforge.model import InputError, Opinion, Opinions, Returned
from planforge.ooxml import reviewed, threads
from planforge.ooxml.namespaces import MAIN
from planforge.ooxml.reviewed import Reviewed
from planforge.ooxml.threads import Thread
from planforge.reporters import reporter

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{MAIN}}}"
_RELATIONS = "word/_rels/document.xml.rels"
#: A file that has less of the plan's lines than this share is no copy of it.
_COPY = 0.3


@dataclass(frozen=True, slots=True)
class _Review:
    """What is in one returned file."""

    reviewed: Reviewed
    threads: tuple[Thread, ...]

    def authors(self) -> Iterator[str]:
        yield from (thread.comment.author for thread in self.threads)
        yield from (piece.author for line in self.reviewed.lines for piece in line.pieces)


def collect(paths: Sequence[str], against: str, style: str = "") -> Opinions:
    """The opinions in files and folders on the plan at `against`, in the order of its text.

    Returned files are held against the plan as it is rendered with `style` (by default the workspace's); a plan that is
    a Word file is what was sent itself. A file that can't be read is told in `files`, and doesn't keep the others from
    being read. Raises InputError where the plan can't be read, and where there is no file at all.
    """
    found = returned_files(paths)
    if not found:
        raise InputError(f"{'、'.join(paths)}：里面没有 Word 文件（.docx、.doc、.wps）。")
    source, office = read_bytes(against), office_of(against)
    plan = load_bytes(source, against).document
    sent = source if docx.recognises(source, against) else render(plan, office, "docx", style)
    printed = locate(plan, [line.after for line in _read(sent, against).reviewed.lines])
    offices = Offices(plan, office.roster)
    rows: list[tuple[Order, Opinion]] = []
    files = []
    for path, folder in found:
        returned, opinions = _returned(path, folder, printed, offices)
        files.append(returned)
        rows += opinions
    rows.sort(key=lambda row: row[0])
    return Opinions(plan.title.value, with_notes([opinion for _, opinion in rows]), tuple(files))


def report(found: Opinions, form: str) -> bytes:
    """The 意见汇总表 in a format (`xlsx` to fill in, `docx` to hand round)."""
    content: bytes = reporter("opinions", form).report(found)
    return content


def _returned(
    path: Path, folder: str, printed: Printed, offices: Offices
) -> tuple[Returned, list[tuple[Order, Opinion]]]:
    name = shown(path)
    try:
        review = _read(read_bytes(str(path)), name)
        unit = offices.of(path, folder, review.authors())
        reader = Reader(printed, review.reviewed, review.threads, unit)
        if reader.likeness < _COPY:
            raise InputError(
                f"不像是这份要点的副本（只有 {reader.likeness:.0%} 的段落对得上）。意见另写成文的，请手工登记。"
            )
        opinions = list(reader.opinions())
    except InputError as fault:
        return Returned(name, offices.of(path, folder, ()), failure=fault.message.removeprefix(f"{name}：")), []
    return Returned(name, unit, len(opinions)), opinions


def _read(data: bytes, file: str) -> _Review:
    """Raises InputError for what is no Word file, or can't be read."""
    if data.startswith(b"%PDF"):
        raise InputError(f"{file}：这是 PDF，读不出批注和修订。请对方发来 Word 文件，或手工登记。")
    if legacy.recognises(data, file):
        data = legacy.as_docx(data, file)
    package = Package(data, file)
    root = package.part("word/document.xml")
    body: _Element | None = root.find(f"{_W}body") if root is not None else None
    if body is None:
        raise InputError(f"{file}：Word 文件里没有正文。")
    comments, extended = threads.part_names(package.part(_RELATIONS))
    found = threads.read(package.part(comments), package.part(extended))
    return _Review(reviewed.read(body), found)
