"""Reads the Word files that came back from other offices and lays their opinions side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from planforge import styles
from planforge.files import read_bytes, shown
from planforge.importers import docx
from planforge.lifecycle.circulation.opinions.reading import opinions_in
from planforge.lifecycle.circulation.opinions.standing import with_notes
from planforge.lifecycle.circulation.opinions.telling import Placed
from planforge.lifecycle.circulation.returned.copies import Copy
from planforge.lifecycle.circulation.returned.files import returned_files
from planforge.lifecycle.circulation.returned.locating import locate
from planforge.lifecycle.circulation.returned.offices import Offices
from planforge.lifecycle.circulation.returned.paper import Paper
from planforge.lifecycle.circulation.returned.printed import Printed
from planforge.lifecycle.circulation.returned.review import Review, read
from planforge.lifecycle.circulation.whole_tasks.finding import Sent
from planforge.lifecycle.fingerprints import nodes, of_node, plain
from planforge.lifecycle.kinship import other_year, stranger
from planforge.lifecycle.loading import load_bytes
from planforge.lifecycle.office import Office, office_of
from planforge.lifecycle.typesetting.rendering import render
from planforge.model import Document, InputError
from planforge.model.opinions import Opinion, Opinions, ReturnedFile
from planforge.ooxml.parts.origin import Origin
from planforge.reporters import reporter
from planforge.yaml_io import dump

#: A file that has less of what the plan's tasks say than this share is no copy of it.
_COPY = 0.3
#: Words that are so much the same speak for a file against a title that somebody put over it.
_PLAINLY_COPY = 0.8


@dataclass(frozen=True, slots=True)
class _File:
    """A returned file as far as it could be read; `failure` tells why not."""

    path: Path
    folder: str
    review: Review | None
    failure: str = ""

    @property
    def name(self) -> str:
        return shown(self.path)


def collect(paths: Sequence[str], against: str, style: str = "") -> Opinions:
    """The opinions in files and folders on the plan at `against`, in the order of its text.

    Returned files are held against the plan as it is rendered with `style`, by default with the one that they say they
    were set by; a plan that is a Word file is what was sent itself. A file that can't be read is told in `files`, and
    doesn't keep the others from being read. Raises InputError where the plan can't be read, and where there is no file.
    """
    found = returned_files(paths, against)
    if not found:
        raise InputError(f"{'、'.join(paths)}：里面没有 Word 文件（.docx、.doc、.wps）。")
    source, office = read_bytes(against), office_of(against)
    plan = load_bytes(source, against).document
    files = [_file(path, folder) for path, folder in found]
    sent = source if docx.recognises(source, against) else render(plan, office, "docx", style or _style_of(files))
    review = read(sent, against)
    printed = locate(plan, [line.after for line in review.reviewed.lines])
    collector = _Collector(plan, office, printed, _sent(plan, review, printed))
    returned = tuple(map(collector.read, files))
    return Opinions(plan.title.value, with_notes(collector.in_order(), plan), returned, dump(plan))


def report(found: Opinions, form: str) -> bytes:
    """The 意见汇总表 in a format (`xlsx` to fill in, `docx` to hand round)."""
    content: bytes = reporter("opinions", form).report(found)
    return content


def _file(path: Path, folder: str) -> _File:
    name = shown(path)
    try:
        return _File(path, folder, read(read_bytes(str(path)), name))
    except InputError as fault:
        return _File(path, folder, None, fault.message.removeprefix(f"{name}："))


def _style_of(files: Iterable[_File]) -> str:
    """The profile that files say they were set by, where it comes with the program; empty where none does."""
    named = (file.review.origin.style for file in files if file.review and file.review.origin)
    return next((name for name in named if name in styles.available()), "")


def _sent(plan: Document, review: Review, printed: Printed) -> Sent:
    """What was sent, its paragraphs as the importer counts them beside the lines that reviewers change."""
    paper = review.paper or Paper(Document(), (), {})
    lines = [plain(words) for words in paper.lines]
    rows = SequenceMatcher(None, lines, [plain(words) for words in printed.lines], autojunk=False)
    blocks = rows.get_matching_blocks()
    return Sent(plan, paper, {a + turn + 1: b + turn for a, b, size in blocks for turn in range(size)})


class _Collector:
    """Gathers the opinions of one file after the other."""

    def __init__(self, plan: Document, office: Office, printed: Printed, sent: Sent) -> None:
        self._printed, self._sent, self._offices = printed, sent, Offices(plan, office.roster)
        self._marks = tuple(map(of_node, nodes(plan)))
        self._rows: list[Placed] = []

    def read(self, file: _File) -> ReturnedFile:
        """What came of a file; its opinions are kept."""
        if file.review is None:
            return ReturnedFile(file.name, self._offices.of(file.path, file.folder, ()), failure=file.failure)
        unit = self._offices.of(file.path, file.folder, file.review.authors())
        copy = Copy.of(self._printed, file.review)
        if why := self._strangeness(copy):
            failure = f"不像是这份要点的副本（{why}），没有汇总。意见另写成文的，请手工登记。"
            return ReturnedFile(file.name, unit, failure=failure)
        rows = list(opinions_in(copy, self._sent, unit))
        self._rows += rows
        return ReturnedFile(file.name, unit, len(rows), outdated=self._is_older(file.review.origin))

    def _strangeness(self, copy: Copy) -> str:
        """Why a file is no copy of the plan, for people; empty where it is one."""
        if copy.likeness < _COPY:
            return f"只有 {copy.likeness:.0%} 的任务文字对得上"
        if copy.likeness >= _PLAINLY_COPY and not other_year(self._sent.plan, copy.title):
            return ""
        return stranger(self._sent.plan, copy.title, copy.review.origin)

    def in_order(self) -> list[Opinion]:
        """All opinions in the order of the plan."""
        return [opinion for _, opinion in sorted(self._rows, key=lambda row: row[0])]

    def _is_older(self, origin: Origin | None) -> bool:
        """Whether a file was set from the plan as it was before somebody changed it."""
        return origin is not None and bool(origin.nodes) and origin.nodes != self._marks
