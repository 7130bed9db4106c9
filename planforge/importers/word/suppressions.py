"""Comments such as `planforge: 忽略 CODE 原因`: what an author sets aside, for the paragraphs commented on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from planforge.model import Suppression
from planforge.ooxml.namespaces import MAIN
from planforge.ooxml.review.threads import remarks_of
from planforge.text.suppressions import SUPPRESSION, codes_of

if TYPE_CHECKING:
    from lxml.etree import _Element

    from planforge.importers.word.package import Package

_W = f"{{{MAIN}}}"
_COMMENT = re.compile(rf"\s*#?\s*{SUPPRESSION}")
_MARKS = tuple(f"{_W}{name}" for name in ("commentRangeStart", "commentRangeEnd", "commentReference"))


def read(package: Package, paragraphs: Sequence[_Element]) -> tuple[Suppression, ...]:
    """The suppressions of a file, in order; `paragraphs` are its `w:p` by their lines."""
    statements = dict(_statements(package))
    if not statements:
        return ()
    lines: dict[str, list[int]] = {}
    for line, paragraph in enumerate(paragraphs, 1):
        for mark in paragraph.iter(*_MARKS):
            lines.setdefault(mark.get(f"{_W}id", ""), []).append(line)
    found = (
        Suppression(codes_of(match), match["reason"], min(lines[name]), max(lines[name]))
        for name, match in statements.items()
        if name in lines
    )
    return tuple(sorted(found, key=lambda suppression: suppression.line))


def _statements(package: Package) -> Iterator[tuple[str, re.Match[str]]]:
    """The comments that are suppressions: id and words."""
    for remark in remarks_of(package.part):
        if match := _COMMENT.match(remark.text.replace("\n", "")):
            yield remark.id, match
