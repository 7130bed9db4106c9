"""Lines of a file that no part of the document read from it holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from itertools import groupby
from typing import Any

from planforge.lifecycle.fingerprints import plain
from planforge.model import Document, Reading, Text

#: What only tells of the words: it holds none.
_ABOUT = frozenset({"citations", "suppressions", "unread", "against", "waivers"})
_ATTACHMENT = re.compile(r"(?:附件[:：]?)?(?:\d{1,2}[.．]?)?")
_LONGEST = 30


def unheeded(reading: Reading) -> tuple[tuple[str, ...], ...]:
    """The words of lines that the document takes nothing from, those below each other together."""
    held = {anchor.line for text in _texts(reading.document) for anchor in text.anchors}
    said = _said(reading.document)
    lines = ((number, plain(line)) for number, line in enumerate(reading.source.split("\n"), 1))
    kept = ((line, number not in held and not _shows(line, said)) for number, line in lines if line)
    return tuple(tuple(line for line, _ in run) for lost, run in groupby(kept, lambda each: each[1]) if lost)


def told(lost: Iterable[tuple[str, ...]], known: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """For people: such lines but for those that are known to be left out, as printing writes some."""
    usual = {line for run in known for line in run}
    for run in lost:
        new = [line for line in run if line not in usual]
        if new:
            words = f"{new[0][:_LONGEST]}{'…' if len(new[0]) > _LONGEST else ''}"
            many = f"等 {len(new)} 段" if len(new) > 1 else ""
            yield f"“{words}”{many}：不知道属于要点的哪一项，没有取回，请对照着手工改。"


def _texts(part: Any) -> Iterator[Text]:
    """Every text in a part of the model."""
    if isinstance(part, Text):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from _texts(each)
    elif is_dataclass(part):
        for field in fields(part):
            if field.name not in _ABOUT:
                yield from _texts(getattr(part, field.name))


def _said(document: Document) -> frozenset[str]:
    """What the document holds as words that know no place, or that stand in the list of attachments as well."""
    header, titles = document.header, (attachment.title.value for attachment in document.attachments)
    said = (header.copy_number, header.secrecy, header.urgency, *header.signers, header.note, *header.posts)
    return frozenset(map(plain, (*said, *titles)))


def _shows(line: str, said: frozenset[str]) -> bool:
    """Whether a line shows such words: in brackets, behind their label, or numbered as an attachment."""
    bare = _ATTACHMENT.sub("", line, count=1).strip("（）()")
    return not bare or bare in said or line.startswith("签发人")
