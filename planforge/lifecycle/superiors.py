"""Finds the superior documents that a plan is held against."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from planforge.files import shown
from planforge.lifecycle.attached import with_attached_tasks
from planforge.lifecycle.inputs import note_found
from planforge.lifecycle.loading import load
from planforge.lifecycle.workspace import find_root, resolve
from planforge.model import Diagnostic, Document, InputError, Reading, Superior
from planforge.text.citations import DOC_NUMBER


@dataclass(frozen=True, slots=True)
class Superiors:
    """The documents that were found, by the alias that links use, and those of the plan's 上级文件 that were not."""

    found: tuple[tuple[str, Reading], ...] = ()
    missing: tuple[Superior, ...] = ()

    def documents(self) -> tuple[tuple[str, Document], ...]:
        """Each with what the plan calls it."""
        return tuple((alias, reading.document) for alias, reading in self.found)

    def sources(self) -> Mapping[str, str]:
        """The text of each file, for showing the lines that findings point at."""
        return {reading.document.file: reading.source for _, reading in self.found}

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """A finding for each document that is missing: nothing can be said about its coverage."""
        return tuple(_missing(superior) for superior in self.missing)

    def faults(self) -> tuple[Diagnostic, ...]:
        """The faults of those that were found, because of which some of their demands may be missing."""
        return tuple(one for _, reading in self.found for one in reading.diagnostics if one.severity == "error")


def find_superiors(plan: Document, against: Sequence[str] = ()) -> Superiors:
    """The documents of `against`, or, where that is empty, of the plan's 上级文件.

    A document in `against` that the plan names goes by the plan's alias, also where it is another copy of it, by number
    or title; any other by its file name. One that is given twice counts once. Raises InputError when a file can't be
    read, asks for nothing, or is the plan itself.
    """
    named = tuple(_located(plan))
    if against:
        return Superiors(tuple(_asked_for(plan, named, against)))
    found = tuple((superior.alias, _superior(plan, shown(path))) for superior, path in named if path)
    return Superiors(found, tuple(superior for superior, path in named if path is None))


def _asked_for(
    plan: Document, named: Sequence[tuple[Superior, Path | None]], against: Sequence[str]
) -> Iterator[tuple[str, Reading]]:
    files = {os.path.realpath(path): path for path in against}
    aliases = {os.path.realpath(path): superior.alias for superior, path in named if path}
    others = [(superior, path) for superior, path in named if path is None or os.path.realpath(path) not in files]
    for file, path in files.items():
        reading = _superior(plan, path)
        yield aliases.get(file) or _alias_of_copy(plan, reading.document, others) or PurePath(path).stem, reading


def _alias_of_copy(plan: Document, document: Document, others: Sequence[tuple[Superior, Path | None]]) -> str | None:
    """What the plan calls a document that it names by another file; only names that its links use matter."""
    links = (link.directive for node in plan.walk() for link in node.implements)
    used = {*links, *(waiver.directive for waiver in plan.waivers)}
    return next((one.alias for one, path in others if one.alias in used and _is_copy(document, one, path)), None)


def _is_copy(document: Document, superior: Superior, path: Path | None) -> bool:
    """Whether a document has the number of the one that a plan names, or, where one of them has none, its title."""
    if path is None:
        return bool(document.doc_number.value) and document.doc_number.value in superior.reference
    try:
        named = load(shown(path)).document
    except InputError:  # it isn't what is asked for
        return False
    numbers = document.doc_number.value, named.doc_number.value
    if all(numbers):
        return numbers[0] == numbers[1]
    return bool(document.title.value) and document.title.value == named.title.value


def _superior(plan: Document, path: str) -> Reading:
    if path != "-" and os.path.realpath(path) == os.path.realpath(plan.file):
        raise InputError(f"{path}：要点和上级文件是同一个文件，对照出来当然全部落实。请写明上级文件。")
    return _read(path)


def _read(path: str) -> Reading:
    """A superior document, with what its attachments ask for. Raises InputError where it asks for nothing at all."""
    reading = load(path)
    document = with_attached_tasks(reading.document)
    if not document.indicators and not any(leaf.heading.value or leaf.text.value for leaf in document.leaves()):
        raise InputError(_nothing_in(document))
    return replace(reading, document=document)


def _nothing_in(document: Document) -> str:
    title = f"《{document.title.value}》" if document.title.value else "这份文件"
    return (
        f"{document.file}：作为上级文件，{title}里一项任务也没有读出来，没有办法对照。"
        "请打开文件看看：是不是拿错了文件（会议通知、函件等没有任务）；任务没有编号的，"
        "写成编号的条目（一、（一）1.）再试；任务写在图片里的，先做文字识别（OCR）。"
        "不必对照的，从“上级文件”或 --against 里去掉。"
    )


def _located(plan: Document) -> Iterator[tuple[Superior, Path | None]]:
    folder = Path(plan.file).parent
    root = find_root(folder)
    for superior in plan.against:
        file = resolve(superior.reference, folder, root)
        note_found(superior.reference, folder, file)
        yield superior, file


def _missing(superior: Superior) -> Diagnostic:
    where = "检查路径和文件名（从本文件所在的文件夹算起），或把文件放进 plan_specs/directives"
    if DOC_NUMBER.search(superior.reference):
        where = "把这个文号的文件放进工作区的 plan_specs/directives，并核对文号；也可以改写文件的路径"
    return Diagnostic(
        code="COV007",
        severity="error",
        message=f"找不到上级文件“{superior.alias}”（{superior.reference}），没有核对它的落实情况",
        span=superior.text.span(),
        where="上级文件",
        advice=where,
    )
